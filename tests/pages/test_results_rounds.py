"""Results of rounds of several: five by name, nine without names, too few, nobody, a gathering."""

import pandas as pd
import pytest

from landscape.model.assessment import Answer
from landscape.model.principal import LOCAL
from landscape.model.scales import OffScale
from landscape.services import assessing, rounds
from landscape.services.instruments import GATE
from landscape.services.reading import EVIDENCE_TABLES
from landscape.services.round_evidence import evidence_now
from landscape.store.base import Edit
from tests.pages.holding_rounds import TEAM, answer, begin, begin_without_names
from tests.pages.opening import checked, opened, words

PAGE = "pages/readiness/results.py"
# By person: D01.1, D02.1, D03.1
SAID = ((1, 3, 2), (1, 3, 2), (5, 3, 2), (5, 4, 2), (3, OffScale.CANT_SAY, 2))


def close(store, landscape_id, round_):
    kept = evidence_now(store.snapshot(LOCAL, landscape_id, tables=EVIDENCE_TABLES))
    return rounds.close(LOCAL, store, landscape_id, round_.id, kept)


def held(store, landscape_id, said=SAID, **differs):
    round_ = begin(store, landscape_id, **differs)
    for name, levels in zip(TEAM, said, strict=False):
        answer(store, round_, levels, name=name)
    return close(store, landscape_id, round_)


def held_without_names(store, landscape_id, people):
    round_ = begin_without_names(store, landscape_id)
    for at in range(people):
        answer(store, round_, SAID[at % len(SAID)])
    return close(store, landscape_id, round_)


def page(store, monkeypatch, round_, part="At a glance", **address):
    return opened(PAGE, store, monkeypatch, round=round_.id, part=part, **address)


def pictures(app):
    return [element.proto.alt for element in app.get("plotly_chart")]


def test_an_open_round_of_several_shows_nothing(store, small_town, monkeypatch):
    answer(store, begin(store, small_town), (5, 5), name="Ana")
    said = words(opened(PAGE, store, monkeypatch))
    assert "Spring round** is still open. Nothing is shown until it is closed" in said
    assert "Lowest" not in said


def test_five_by_name_are_told_where_they_differ_and_who_cannot_say(store, small_town, monkeypatch):
    said = words(page(store, monkeypatch, held(store, small_town)))
    assert "5 of 5 answered, by name." in said
    assert "Lowest, at level 2 (Starting): Knowing where we stand." in said
    assert "You differ most on A difference that matters to all (from 1 to 5)." in said
    assert "You can't say yet: 1 of 5 on Reading the landscape." in said


def test_the_picture_says_the_same_in_words(store, small_town, monkeypatch):
    app = page(store, monkeypatch, held(store, small_town))
    assert (
        "Knowing where we stand: 5 at 2 (Starting), median 2"
        in app.get("plotly_chart")[0].proto.alt
    )


def test_the_table_holds_what_the_picture_shows(store, small_town, monkeypatch):
    app = page(store, monkeypatch, held(store, small_town))
    table = app.dataframe[0].value
    row = table[table["Dimension"] == "A difference that matters to all"].iloc[0]
    assert [row["1 Not yet"], row["3 In practice, in part"], row["5 Shared"]] == [2, 1, 2]
    assert (row["People counted"], row["Median"]) == (5, 3.0)


def test_the_order_of_dimensions_can_be_chosen(store, small_town, monkeypatch):
    app = page(store, monkeypatch, held(store, small_town))
    assert app.dataframe[0].value["Dimension"].iloc[0] == "Knowing where we stand"
    order = app.radio(key="results_order")
    assert order.options == ["Lowest first", "Widest apart", "As asked"]
    checked(order.set_value("apart").run())
    assert app.dataframe[0].value["Dimension"].iloc[0] == "A difference that matters to all"


def test_one_dimension_opens_with_the_sentences_chosen(store, small_town, monkeypatch):
    said = words(page(store, monkeypatch, held(store, small_town), "Closer look", dimension="D01"))
    assert "2 of 5** · 1 · " in said
    assert "You are split: 3 levels were chosen." in said


def test_by_name_every_answer_stands_in_a_table_as_it_was_shown(store, small_town, monkeypatch):
    app = page(store, monkeypatch, held(store, small_town), "Closer look")
    table = next(one.value for one in app.dataframe if "text_shown" in one.value.columns)
    assert len(table) == 15
    assert set(table["rater"]) == set(TEAM)


def test_without_names_only_what_was_given_out_is_shown(store, small_town, monkeypatch):
    round_ = held_without_names(store, small_town, 9)
    said = words(page(store, monkeypatch, round_))
    assert "9 of 9 answered, anonymously." in said
    app = page(store, monkeypatch, round_, "Closer look")
    assert [one for one in app.dataframe if "text_shown" in one.value.columns] == []


def test_under_the_threshold_nothing_is_shown_and_a_conversation_is_offered(
    store, small_town, monkeypatch
):
    app = page(store, monkeypatch, held_without_names(store, small_town, 4))
    said = words(app)
    assert "Fewer than 5 people answered this anonymous round" in said
    assert "Talk instead" in said
    assert app.get("plotly_chart") == []
    assert len(app.tabs) == 0


def test_a_round_that_nobody_answered_says_so(store, small_town, monkeypatch):
    said = words(page(store, monkeypatch, held(store, small_town, ())))
    assert "Nobody answered anything in **Spring round**." in said


def test_groups_stand_side_by_side_or_it_says_why_not(store, small_town, monkeypatch):
    said = words(page(store, monkeypatch, held(store, small_town), "By group"))
    assert "at least two groups have enough of them. That is not so here." in said


def test_then_and_now_without_an_earlier_round(store, small_town, monkeypatch):
    said = words(page(store, monkeypatch, held(store, small_town), "Then and now"))
    assert "There is no earlier round on these questions." in said
    assert "Nobody set a target." in said


def test_then_and_now_counts_the_same_people(store, small_town, monkeypatch):
    held(store, small_town, name="Autumn round")
    later = held(store, small_town, ((3, 3, 2), (2, 3, 2), (5, 3, 1)))
    app = page(store, monkeypatch, later, "Then and now")
    assert "3 people answered both times: Ana, Ben and Cleo." in words(app)
    table = app.dataframe[0].value.set_index("Dimension")
    row = table.loc["A difference that matters to all"]
    assert (row["Then"], row["Now"], row["Moved up"], row["Same"]) == (3.0, 3.0, 2, 1)
    assert table.loc["Knowing where we stand", "Moved down"] == 1


def test_then_is_never_a_round_that_came_later_on_the_same_day(store, small_town, monkeypatch):
    first, second, _ = [held(store, small_town, name=name) for name in ("One", "Two", "Three")]
    app = page(store, monkeypatch, second, "Then and now")
    picker = next(box for box in app.selectbox if box.label == "Earlier round")
    assert list(picker.options) == ["One"]
    said = words(page(store, monkeypatch, first, "Then and now"))
    assert "There is no earlier round on these questions." in said


def test_nobody_is_counted_where_nobody_is_followed(store, small_town, monkeypatch):
    held_without_names(store, small_town, 6)
    later = held(store, small_town)
    app = page(store, monkeypatch, later, "Then and now")
    assert "nobody is followed" in words(app)
    assert list(app.dataframe[0].value.columns) == ["Dimension", "Then", "Now", "Note"]


def test_the_map_stands_beside_with_a_way_to_the_very_spot(store, small_town, monkeypatch):
    app = page(store, monkeypatch, held(store, small_town), "Beside the map")
    said = words(app)
    assert "It shows the same now." in said
    assert "3 of 4 groups are within two steps of your team." in said
    assert "No path of relationships leads to: Media." in said
    ways = [link.proto.query_string for link in app.get("page_link") if link.proto.label == "Media"]
    assert [way.endswith("group=c_media") for way in ways] == [True]


def test_what_the_map_does_not_hold_says_what_to_record(store, small_town, monkeypatch):
    said = words(page(store, monkeypatch, held(store, small_town), "Beside the map"))
    assert "Hopes heard: the map does not hold this. To show it, record: for each group" in said


def test_before_a_gathering_not_yet_comes_with_what_to_do_instead(store, small_town, monkeypatch):
    round_ = held(store, small_town, ((1, 2, 2), (2, 2, 2)), instrument=GATE, form="full")
    app = page(store, monkeypatch, round_)
    said = words(app)
    assert "1 question with a not yet.** Not yet is a good answer" in said
    assert "What speaks for it" in said
    assert "Put on the plan" in [button.label for button in app.button]
    assert len(app.tabs) == 0


def test_another_round_in_the_address_is_shown(store, small_town, monkeypatch):
    first = held(store, small_town, name="First")
    held(store, small_town, ((4, 4, 4),), name="Second")
    assert "5 of 5 answered" in words(page(store, monkeypatch, first))


@pytest.mark.parametrize(
    "part", ["At a glance", "Closer look", "Beside the map", "What to do first"]
)
def test_there_is_no_total_anywhere(store, small_town, monkeypatch, part):
    app = page(store, monkeypatch, held(store, small_town), part)
    assert "There is no total." in words(app)
    assert [one.label for one in app.metric] == []


def test_partners_are_they(store, small_town, monkeypatch):
    said = words(page(store, monkeypatch, held(store, small_town, form="partners")))
    assert "5 of 5 answered, by name, people outside your team, as they see you." in said
    assert "They differ most on A difference that matters to all (from 1 to 5)." in said
    assert "They can't say yet: 1 of 5 on Reading the landscape." in said


def test_where_the_map_has_changed_since_both_are_told(store, small_town, monkeypatch):
    round_ = held(store, small_town)
    reach = pd.DataFrame(
        [("r9", "s_news", "s_hall", 2, "reported")],
        columns=["id", "source_id", "target_id", "depth", "basis"],
    )
    store.apply(LOCAL, small_town, Edit(label="Reach Media", put={"relationship": reach}))
    said = words(page(store, monkeypatch, round_, "Beside the map"))
    assert "It has changed since: " in said
    assert "3 of 4 groups are within two steps of your team." in said
    assert "**Today.** 4 of 4 groups are within two steps of your team." in said


def held_twice_without_names(store, landscape_id, **differs):
    """Six answer two questions; opened again, three more answer the first alone."""
    round_ = begin(
        store, landscape_id, mode="anonymous", expected=9, threshold=5, name="Twice", **differs
    )
    for _ in range(6):
        answer(store, round_, (1, 1))
    close(store, landscape_id, round_)
    reopened = rounds.reopen(LOCAL, store, landscape_id, round_.id)
    for _ in range(3):
        answer(store, reopened, (1,))
    return close(store, landscape_id, reopened)


@pytest.mark.parametrize(("dimension", "many"), [("D01", "9 of 9"), ("D02", "6 of 6")])
def test_a_question_is_counted_over_those_it_was_given_out_of(
    store, small_town, monkeypatch, dimension, many
):
    round_ = held_twice_without_names(store, small_town)
    said = words(page(store, monkeypatch, round_, "Closer look", dimension=dimension))
    assert f"**{many}** · 1 · " in said


def test_a_not_yet_is_counted_over_those_it_was_given_out_of(store, small_town, monkeypatch):
    round_ = held_twice_without_names(store, small_town, instrument=GATE, form="full")
    said = words(page(store, monkeypatch, round_))
    assert [many for many in ("9 of 9: ", "6 of 6: ", "6 of 9: ") if many in said] == [
        "9 of 9: ", "6 of 6: "
    ]  # fmt: skip


def held_with_oneself(store, landscape_id, **differs):
    """Ana answers by name, and so does whoever holds the landscape."""
    round_ = begin(store, landscape_id, expected=2, **differs)
    answer(store, round_, (2,), name="Ana")
    own = assessing.progress(LOCAL, store, landscape_id, round_)
    given = Answer(item_id="D01.1", level=4, note="I *saw* it")
    assessing.save_answer(LOCAL, store, landscape_id, own, given)
    assessing.finish(LOCAL, store, landscape_id, own)
    return close(store, landscape_id, round_)


def test_what_one_said_oneself_is_told_as_yours(store, small_town, monkeypatch):
    round_ = held_with_oneself(store, small_town)
    app = page(store, monkeypatch, round_, "Closer look", dimension="D01")
    assert "- **You:** I *saw* it" in words(app)
    table = next(one.value for one in app.dataframe if "text_shown" in one.value.columns)
    assert list(table["rater"]) == ["Ana", "You"]


def test_then_and_now_names_oneself_first(store, small_town, monkeypatch):
    held_with_oneself(store, small_town, name="Autumn round")
    said = words(page(store, monkeypatch, held_with_oneself(store, small_town), "Then and now"))
    assert "2 people answered both times: You and Ana." in said
