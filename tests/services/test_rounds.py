"""Holding rounds of several raters, on a real store; counts were worked out by hand."""

import pytest

from landscape.model.assessment import ANONYMOUS, Answer, RaterState
from landscape.model.errors import (
    ConflictError,
    InvalidValueError,
    NotAllowedError,
    NotFoundError,
)
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.model.scales import OffScale
from landscape.services import assessing, joining, rounds
from landscape.store.duckdb.store import DuckDBStore
from tests.services.holding import FIRST, anonymous_round, opening, say, take_seat


def test_a_round_begins_on_the_newest_version_with_a_code_to_read_out(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(name=" ", expected=5))
    assert (round_.version, round_.state, round_.mode) == (2, "open", "named")
    assert round_.name.startswith("Where do we stand? ")
    assert round_.code is not None
    assert joining.plain(round_.code.lower().replace("-", " ")) == round_.code
    assert set(round_.code) <= {*joining.ALPHABET, "-"}


def test_a_round_for_oneself_has_no_code_and_closes_when_one_is_done(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=1))
    assert round_.code is None
    sitting = assessing.progress(LOCAL, store, small_town, round_)
    shown = {"E01": {"count": 3, "names": ["Mill"]}}
    assessing.finish(LOCAL, store, small_town, sitting, shown)
    done = rounds.find(LOCAL, store, small_town, round_.id)
    assert (done.state, done.evidence) == ("released", shown)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"mode": ANONYMOUS, "expected": 4, "threshold": 5}, "of 4 people would never show"),
        ({"mode": ANONYMOUS, "expected": 4}, "of 4 people would never show"),
        ({"mode": ANONYMOUS}, "of 0 people would never show"),
        ({"mode": ANONYMOUS, "expected": 9, "threshold": 2}, "threshold of 'Spring' is 2"),
        ({"form": "odd"}, "no form 'odd'"),
        ({"instrument": "odd"}, "'odd' are not here"),
    ],
)
def test_a_round_that_could_not_be_held_is_not_begun(
    store: DuckDBStore, small_town: str, said: dict[str, object], words: str
) -> None:
    with pytest.raises((InvalidValueError, NotFoundError), match=words):
        rounds.begin(LOCAL, store, small_town, opening(**said))
    assert store.rounds(LOCAL, small_town) == ()


def test_nothing_of_a_named_round_is_read_before_it_closes_but_ones_own(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    (invited,) = rounds.invite(LOCAL, store, small_town, round_.id, ["Ida Brook"])
    _, ida = take_seat(store, invited.code)
    say(store, ida, [2, 3])
    assessing.keep_writing(ida.principal, store, small_town, ida.progress, "D01", "The mill")
    mine = assessing.progress(LOCAL, store, small_town, round_)
    assessing.save_answer(LOCAL, store, small_town, mine, Answer(item_id=FIRST, level=5))
    assert store.answers(LOCAL, small_town, round_.id)["rater"].tolist() == ["local"]
    assert store.writings(LOCAL, small_town, round_.id).empty
    closed = rounds.close(LOCAL, store, small_town, round_.id, None)
    assert closed.state == "released"
    said = store.answers(LOCAL, small_town, round_.id)
    assert sorted(said["rater"]) == ["Ida Brook", "Ida Brook", "local"]
    wrote = store.writings(LOCAL, small_town, round_.id)
    assert wrote[["rater", "about", "text"]].values.tolist() == [["Ida Brook", "D01", "The mill"]]


def test_progress_is_told_by_name_in_a_named_round_and_without_what_was_said(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=4))
    invited = rounds.invite(LOCAL, store, small_town, round_.id, ["Ida", "Jo", "Ada"])
    _, ida = take_seat(store, invited[0].code)
    say(store, ida, [1, 1, 1])
    _, jo = take_seat(store, invited[1].code)
    assessing.finish(jo.principal, store, small_town, jo.progress)
    take_seat(store, str(round_.code), "Max")
    found = rounds.standing(LOCAL, store, small_town, round_.id)
    assert (found.expected, found.begun, found.finished) == (4, 3, 1)
    assert [(one.name, one.state, one.answered) for one in found.people] == [
        ("Ada", RaterState.INVITED, 0),
        ("Ida", RaterState.ANSWERING, 3),
        ("Jo", RaterState.FINISHED, 0),
        ("Max", RaterState.ANSWERING, 0),
    ]


def test_of_an_anonymous_round_only_numbers_are_told(store: DuckDBStore, small_town: str) -> None:
    round_ = anonymous_round(store, small_town)
    slips = rounds.slips(LOCAL, store, small_town, round_.id, 9)
    assert [slip.name for slip in slips] == [None] * 9
    _, seat = take_seat(store, slips[3].code)
    say(store, seat, [4])
    found = rounds.standing(LOCAL, store, small_town, round_.id)
    assert (found.begun, found.finished, found.people) == (1, 0, ())
    assert store.answers(LOCAL, small_town, round_.id).empty
    with pytest.raises(NotAllowedError, match="not even you"):
        assessing.progress(LOCAL, store, small_town, round_)
    with pytest.raises(InvalidValueError, match="has a name"):
        rounds.invite(LOCAL, store, small_town, round_.id, ["Ida"])


def test_no_more_codes_than_people_are_made_for_an_anonymous_round(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = anonymous_round(store, small_town, expected=6)
    rounds.slips(LOCAL, store, small_town, round_.id, 4)
    with pytest.raises(NotAllowedError, match="6 people are expected, and 4 codes"):
        rounds.slips(LOCAL, store, small_town, round_.id, 3)


def test_an_anonymous_round_gives_out_counts_at_closing_and_never_answers(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = anonymous_round(store, small_town)
    for slip in rounds.slips(LOCAL, store, small_town, round_.id, 7):
        _, seat = take_seat(store, slip.code)
        say(store, seat, [2] * 12)
    rounds.close(LOCAL, store, small_town, round_.id, {"E01": 1})
    closed = rounds.find(LOCAL, store, small_town, round_.id)
    assert (closed.state, closed.evidence) == ("released", {"E01": 1})
    assert store.answers(LOCAL, small_town, round_.id).empty
    (release,) = store.releases(LOCAL, small_town, round_.id)
    assert (release.number, release.cells["people"]) == (1, 7)
    assert release.cells["items"][FIRST]["levels"] == {"2": 7}


def test_too_few_people_close_an_anonymous_round_without_showing_anything(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = anonymous_round(store, small_town)
    for _ in range(4):
        _, seat = take_seat(store, str(round_.code))
        say(store, seat, [2])
    assert rounds.close(LOCAL, store, small_town, round_.id, None).state == "closed"
    assert store.releases(LOCAL, small_town, round_.id) == ()
    again = rounds.reopen(LOCAL, store, small_town, round_.id)
    assert again.state == "open"
    assert again.code != round_.code
    for _ in range(3):
        _, seat = take_seat(store, str(again.code))
        say(store, seat, [4])
    assert rounds.close(LOCAL, store, small_town, round_.id, None).state == "released"
    (release,) = store.releases(LOCAL, small_town, round_.id)
    assert release.cells["items"][FIRST]["levels"] == {"2": 4, "4": 3}


def test_a_second_release_takes_three_more_people(store: DuckDBStore, small_town: str) -> None:
    round_ = anonymous_round(store, small_town, expected=5)
    for _ in range(5):
        say(store, take_seat(store, str(round_.code))[1], [1])
    rounds.close(LOCAL, store, small_town, round_.id, None)
    again = rounds.reopen(LOCAL, store, small_town, round_.id)
    assert again.expected == 8
    say(store, take_seat(store, str(again.code))[1], [5])
    assert rounds.close(LOCAL, store, small_town, round_.id, None).state == "released"
    assert len(store.releases(LOCAL, small_town, round_.id)) == 1
    third = rounds.reopen(LOCAL, store, small_town, round_.id)
    for _ in range(2):
        say(store, take_seat(store, str(third.code))[1], [5])
    rounds.close(LOCAL, store, small_town, round_.id, None)
    assert [one.number for one in store.releases(LOCAL, small_town, round_.id)] == [1, 2]
    assert store.releases(LOCAL, small_town, round_.id)[1].cells["people"] == 8


def test_a_named_round_can_be_gone_on_with_after_opening_it_again(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    secret, seat = take_seat(store, str(round_.code), "Ida")
    rounds.close(LOCAL, store, small_town, round_.id, None)
    with pytest.raises(NotAllowedError, match="closed"):
        say(store, seat, [1])
    assert rounds.reopen(LOCAL, store, small_town, round_.id).code == round_.code
    say(store, joining.sitting(store, secret), [1])
    assert rounds.archive(LOCAL, store, small_town, round_.id).state == "archived"


def test_a_room_sees_nothing_until_it_is_shown_and_then_all_dots(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=4))
    rounds.show_item(LOCAL, store, small_town, round_.id, FIRST, shown=False)
    seats = [take_seat(store, str(round_.code), name)[1] for name in ("A", "B", "C", "D")]
    for seat, level in zip(seats, (1, 2, 4), strict=False):
        say(store, seat, [level])
    cant_say = Answer(item_id=FIRST, off_scale=OffScale.CANT_SAY)
    assessing.save_answer(seats[3].principal, store, small_town, seats[3].progress, cant_say)
    assert rounds.live_count(LOCAL, store, small_town, round_.id) == 4
    assert rounds.live_answers(LOCAL, store, small_town, round_.id) is None
    rounds.show_item(LOCAL, store, small_town, round_.id, FIRST, shown=True)
    found = rounds.live_answers(seats[0].principal, store, small_town, round_.id)
    assert found is not None
    assert (found.levels, found.centre, found.low, found.high) == ((1, 2, 4), 2.0, 1.5, 3.0)
    assert found.off_scale == {OffScale.CANT_SAY: 1}


def test_what_a_room_was_shown_of_an_anonymous_round_stands(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = anonymous_round(store, small_town)
    for _ in range(4):
        say(store, take_seat(store, str(round_.code))[1], [3])
    rounds.show_item(LOCAL, store, small_town, round_.id, FIRST, shown=True)
    assert rounds.live_answers(LOCAL, store, small_town, round_.id) is None
    say(store, take_seat(store, str(round_.code))[1], [4])
    assert rounds.live_answers(LOCAL, store, small_town, round_.id) is None
    rounds.show_item(LOCAL, store, small_town, round_.id, FIRST, shown=True)
    late = take_seat(store, str(round_.code))[1]
    with pytest.raises(NotAllowedError, match="on the screen already"):
        say(store, late, [1])
    rounds.show_item(LOCAL, store, small_town, round_.id, None, shown=False)
    say(store, late, [1])
    rounds.show_item(LOCAL, store, small_town, round_.id, FIRST, shown=True)
    found = rounds.live_answers(LOCAL, store, small_town, round_.id)
    assert found is not None
    assert found.levels == (3, 3, 3, 3, 4)
    rounds.close(LOCAL, store, small_town, round_.id, None)
    (release,) = store.releases(LOCAL, small_town, round_.id)
    assert release.cells["items"][FIRST]["levels"] == {"3": 4, "4": 1}


def test_a_name_that_is_written_twice_is_one_person() -> None:
    assert rounds.people_in(["Cleo", "Bob ", "cleo", "Cleo  ", "Ann  Lee"]) == [
        "Cleo", "Bob", "Ann Lee",
    ]  # fmt: skip


def test_while_a_room_looks_at_the_answers_none_of_them_changes(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=4))
    _, seat = take_seat(store, str(round_.code), "Ida")
    say(store, seat, [2])
    rounds.show_item(LOCAL, store, small_town, round_.id, FIRST, shown=True)
    with pytest.raises(NotAllowedError, match="on the screen already"):
        say(store, seat, [5])
    found = rounds.live_answers(LOCAL, store, small_town, round_.id)
    assert found is not None
    assert found.levels == (2,)
    rounds.show_item(LOCAL, store, small_town, round_.id, FIRST, shown=False)
    say(store, seat, [5])
    rounds.show_item(LOCAL, store, small_town, round_.id, FIRST, shown=True)
    found = rounds.live_answers(LOCAL, store, small_town, round_.id)
    assert found is not None
    assert found.levels == (5,)


def test_a_room_is_shown_only_to_those_who_sit_in_it(store: DuckDBStore, small_town: str) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=4))
    other = rounds.begin(LOCAL, store, small_town, opening(expected=4))
    _, seat = take_seat(store, str(other.code), "Ida")
    with pytest.raises(NotFoundError):
        rounds.live_count(seat.principal, store, small_town, round_.id)


def test_a_paper_form_is_kept_whole(store: DuckDBStore, small_town: str) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    rounds.invite(LOCAL, store, small_town, round_.id, ["Ida"])
    given = [Answer(item_id=FIRST, level=2), Answer(item_id="D02.1", off_scale=OffScale.CANT_SAY)]
    form = {"standpoint": "Residents", "answers": given, "writings": {"closing": "Who pays?"}}
    rounds.type_in(LOCAL, store, small_town, round_.id, rater=" Ida ", **form)
    with pytest.raises(ConflictError, match="joined as 'ida' already"):
        rounds.type_in(LOCAL, store, small_town, round_.id, rater="ida", **form)
    (ida,) = rounds.standing(LOCAL, store, small_town, round_.id).people
    assert (ida.name, ida.state, ida.answered) == ("Ida", RaterState.FINISHED, 2)
    rounds.close(LOCAL, store, small_town, round_.id, None)
    said = store.answers(LOCAL, small_town, round_.id)
    assert said["standpoint"].tolist() == ["Residents", "Residents"]
    assert said["text_shown"].tolist()[1] == "Can't say yet"


def test_a_paper_form_of_an_anonymous_round_has_no_name(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = anonymous_round(store, small_town, expected=5)
    form = {"standpoint": None, "answers": [Answer(item_id=FIRST, level=2)], "writings": {}}
    with pytest.raises(NotAllowedError, match="Nobody has a name"):
        rounds.type_in(LOCAL, store, small_town, round_.id, rater="Ida", **form)
    for _ in range(5):
        rounds.type_in(LOCAL, store, small_town, round_.id, rater=None, **form)
    with pytest.raises(NotAllowedError, match="All 5 seats"):
        rounds.type_in(LOCAL, store, small_town, round_.id, rater=None, **form)


def test_a_paper_form_with_a_question_of_another_form_leaves_nothing(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    given = [Answer(item_id=FIRST, level=2), Answer(item_id="D01.2", level=2)]
    with pytest.raises(NotFoundError, match=r"'D01\.2' is not asked in 'Spring'"):
        rounds.type_in(
            LOCAL, store, small_town, round_.id,
            rater="Ida", standpoint=None, answers=given, writings={},
        )  # fmt: skip
    assert rounds.standing(LOCAL, store, small_town, round_.id).begun == 0


def test_a_reminder_says_what_is_shown_and_where_to_go(store: DuckDBStore, small_town: str) -> None:
    named = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    text = rounds.reminder(named, "http://here/joining?code=KT4M-9WQD")
    assert "http://here/joining?code=KT4M-9WQD" in text
    assert "with your name once the round is closed" in text
    in_the_room = "but for questions that are answered together in the room"
    assert f"Before, nothing is shown, {in_the_room}, and there without names." in text
    anonymous = rounds.reminder(anonymous_round(store, small_town), "http://here")
    assert "nobody can see who said what" in anonymous
    assert f"nothing is shown before it closes, {in_the_room}." in anonymous


def test_only_owners_and_editors_hold_rounds(store: DuckDBStore, small_town: str) -> None:
    contributor = Principal(id="c", role=AccessRole.CONTRIBUTOR)
    with pytest.raises(NotAllowedError):
        rounds.begin(contributor, store, small_town, opening())
    round_ = rounds.begin(LOCAL, store, small_town, opening())
    with pytest.raises(NotAllowedError):
        rounds.close(contributor, store, small_town, round_.id, None)


def test_an_anonymous_round_is_closed_in_no_other_way(store: DuckDBStore, small_town: str) -> None:
    round_ = anonymous_round(store, small_town)
    with pytest.raises(NotAllowedError, match="only closed together"):
        store.set_round_state(LOCAL, small_town, round_.id, "released", assessing.today())


def test_names_and_notes_of_a_named_round_are_for_its_owner(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    _, seat = take_seat(store, str(round_.code), "Ida")
    said = Answer(item_id=FIRST, level=2, note="SECRET")
    assessing.save_answer(seat.principal, store, small_town, seat.progress, said)
    assessing.keep_writing(seat.principal, store, small_town, seat.progress, "closing", "SECRET")
    rounds.close(LOCAL, store, small_town, round_.id, None)
    viewer = Principal(id="v", role=AccessRole.VIEWER)
    seen = store.answers(viewer, small_town, round_.id)
    assert seen["level"].tolist() == [2]
    assert seen[["rater", "note", "standpoint"]].isna().all(axis=None)
    assert store.writings(viewer, small_town, round_.id).empty
    assert store.rounds(viewer, small_town)[0].code is None
