"""What rounds show, on a real store with its own services."""

import json
from datetime import date

import pytest

from landscape.model.assessment import Answer
from landscape.model.scales import OffScale
from landscape.services import assessing, joining, live, releasing, rounds

TODAY = date(2026, 3, 1)
NAMES = ("Ada", "Ben", "Cy")


@pytest.fixture
def begin(principal, store, small_town):
    def begun(**given):
        opening = rounds.Opening(
            name="Spring", readiness_for="the flood", instrument="convening-readiness",
            form="quick", **given,
        )  # fmt: skip
        return rounds.begin(principal, store, small_town, opening, on=TODAY)

    return begun


@pytest.fixture
def say(store, small_town):
    """Let somebody come in by the code of a round and answer."""

    def said(round_, answers, *, name=None, group=None, wrote=None):
        seat = joining.sitting(store, joining.join(store, round_.code, name=name))
        for answer in answers:
            assessing.save_answer(seat.principal, store, small_town, seat.progress, answer)
        if group:
            assessing.keep_standpoint(seat.principal, store, small_town, seat.progress, group)
        if wrote:
            assessing.keep_writing(seat.principal, store, small_town, seat.progress, *wrote)
        assessing.finish(seat.principal, store, small_town, seat.progress)

    return said


@pytest.fixture
def look(principal, store, small_town):
    return lambda round_: releasing.results(principal, store, small_town, round_)


@pytest.fixture
def close(principal, store, small_town):
    return lambda round_: rounds.close(principal, store, small_town, round_.id, None, on=TODAY)


@pytest.fixture
def three_people(begin, say):
    round_ = begin(expected=3)
    for name, level, group in zip(NAMES, (2, 4, 5), ("Media", "Media", "Farmers"), strict=True):
        given = [Answer(item_id="D05.1", level=level, target=5, note=f"{name} says why")]
        if name == "Ada":
            given.append(Answer(item_id="D01.1", off_scale=OffScale.CANT_SAY))
        say(round_, given, name=name, group=group, wrote=("D05", f"{name} wrote first"))
    return round_


def test_a_round_of_several_shows_nothing_until_it_is_closed(three_people, look):
    shown = look(three_people)
    assert (shown.people, shown.items, shown.comments) == (0, (), ())
    assert shown.withheld[0].what == "All answers"


def test_a_closed_round_shows_who_said_what(three_people, close, look):
    shown = look(close(three_people))
    assert (shown.people, shown.raters, shown.withheld) == (3, NAMES, ())
    item, dimension = shown.item("D05.1"), shown.dimension("D05")
    assert (item.levels, item.centre, item.low, item.high) == ((2, 4, 5), 4.0, 3.0, 4.5)
    assert (dimension.people, dimension.centre, dimension.target) == (3, 4.0, 5.0)
    assert dimension.gap == 1.0
    unsure = shown.item("D01.1").off_scale
    assert unsure == {OffScale.CANT_SAY: 1, OffScale.UNANSWERED: 2}
    told = {(one.about, one.rater, one.text) for one in shown.comments}
    assert {("D05.1", "Ada", "Ada says why"), ("D05", "Cy", "Cy wrote first")} <= told
    assert len(told) == 6


def test_a_closed_round_shows_dimensions_by_where_people_stand(three_people, close, look):
    shown = look(close(three_people)).by_group
    assert list(shown) == ["Farmers", "Media"]
    media = next(one for one in shown["Media"] if one.dimension_id == "D05")
    assert (media.people, media.centre) == (2, 3.0)


def test_somebody_alone_sees_their_answers_at_once(principal, store, small_town, begin, look):
    round_ = begin(expected=1)
    sitting = assessing.progress(principal, store, small_town, round_)
    answer = Answer(item_id="D05.1", level=3)
    assessing.save_answer(principal, store, small_town, sitting, answer)
    assert look(round_).dimension("D05").centre == 3.0


@pytest.fixture
def anonymous(begin, say):
    round_ = begin(expected=8, mode="anonymous", threshold=5)
    for number in range(5):
        given = [Answer(item_id="D05.1", level=2, note=f"note {9 - number}")]
        say(round_, given, group="Media")
    return round_


def test_nothing_of_an_anonymous_round_is_shown_before_it_is_given_out(anonymous, look):
    shown = look(anonymous)
    assert (shown.people, shown.items) == (0, ())
    assert "anonymous" in shown.withheld[0].why


def test_under_the_threshold_an_anonymous_round_gives_nothing_out(begin, say, close, look):
    round_ = begin(expected=8, mode="anonymous", threshold=5)
    for _ in range(4):
        say(round_, [Answer(item_id="D05.1", level=2)])
    closed = close(round_)
    assert (closed.state, look(closed).people) == ("closed", 0)


def test_an_anonymous_round_shows_what_it_gave_out_at_closing(anonymous, close, look):
    shown = look(close(anonymous))
    assert (shown.people, shown.released, shown.raters) == (5, 1, ())
    assert shown.item("D05.1").levels == (2, 2, 2, 2, 2)
    assert shown.dimension("D05").people == 5
    assert [one.text for one in shown.comments] == [f"note {n}" for n in range(5, 10)]
    assert {one.rater for one in shown.comments} == {None}


def test_a_second_release_takes_three_more_people(
    principal, store, small_town, anonymous, say, close, look
):
    close(anonymous)
    for number in range(3):
        opened = rounds.reopen(principal, store, small_town, anonymous.id)
        say(opened, [Answer(item_id="D05.1", level=5)])
        shown = look(close(opened))
        assert shown.people == (8 if number == 2 else 5)
    assert shown.item("D05.1").levels == (2, 2, 2, 2, 2, 5, 5, 5)
    assert shown.released == 2


def test_what_is_kept_of_a_release_names_nobody(
    principal, store, small_town, anonymous, close
):  # fmt: skip
    close(anonymous)
    kept = store.releases(principal, small_town, anonymous.id)
    text = json.dumps(kept[0].cells)
    assert "u_" not in text
    assert str(TODAY.year) not in text


def test_a_room_sees_no_single_answer_beside_what_was_given_out(
    principal, store, small_town, anonymous, say, close
):
    close(anonymous)
    opened = rounds.reopen(principal, store, small_town, anonymous.id)
    say(opened, [Answer(item_id="D05.1", level=5)])
    live.show_item(principal, store, small_town, anonymous.id, "D05.1", shown=True)
    seen = live.live_answers(principal, store, small_town, anonymous.id)
    assert seen.levels == (2, 2, 2, 2, 2)
