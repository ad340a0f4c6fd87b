"""What an anonymous round gives out, by hand: five people at least, and three more to change it."""

import json
import re

import pandas as pd
import pytest

from landscape.analysis.release import release_cells
from landscape.analysis.released import released_results
from landscape.model.assessment import Round
from landscape.model.scales import OffScale
from tests.analysis.release_rounds import small_instrument

INSTRUMENT = small_instrument()
ROUND = Round(
    id="r", name="Spring", instrument="small", version=1, digest="0" * 64, form="full",
    mode="anonymous", threshold=5,
)  # fmt: skip


def rater(number, level=3, *, item="D1.1", group=None, came=None, note=None, target=None):
    code = level if isinstance(level, str) else None
    return {
        "submission_id": f"u_{number:04}", "standpoint": group, "released": came, "item_id": item,
        "level": None if code else level, "off_scale": code, "text_shown": "as shown",
        "note": note, "target": target,
    }  # fmt: skip


def several(numbers, level=3, **given):
    return [rater(number, level, **given) for number in numbers]


def give_out(rows, *, wrote=(), before=None, room=None):
    writings = pd.DataFrame(list(wrote), columns=["submission_id", "about", "text"])
    return release_cells(INSTRUMENT, ROUND, pd.DataFrame(rows), writings, before, room or {})


def why(cells, what):
    return [one["why"] for one in cells["withheld"] if one["what"] == what]


def test_nothing_is_given_out_of_four():
    assert give_out(several(range(4))) is None


def test_an_item_is_given_out_as_counts():
    rows = [*several(range(3), 2), *several(range(3, 5), 4), rater(5, "cant_say")]
    cells = give_out(rows)
    assert (cells["number"], cells["people"], cells["threshold"]) == (1, 6, 5)
    assert cells["items"] == {
        "D1.1": {
            "release": 1, "of": 6, "levels": {"2": 3, "4": 2}, "off_scale": {"cant_say": 1},
            "texts": {"2": "D1.1 at level 2", "4": "D1.1 at level 4"},
        }
    }  # fmt: skip
    assert cells["dimensions"]["D1"] == {
        "release": 1, "people": 5, "centre": 2.0, "low": 2.0, "high": 4.0
    }  # fmt: skip


def test_an_item_that_four_answered_is_not_given_out():
    cells = give_out([*several(range(6)), *several(range(4), item="D2.1")])
    assert list(cells["items"]) == ["D1.1"]
    assert why(cells, "Statement D2.1") == ["Fewer than 5 people answered it."]


def test_a_second_release_needs_three_more_people():
    first = give_out(several(range(5)))
    came = several(range(5), came=1)
    assert give_out([*came, *several(range(5, 7))], before=first) is None
    second = give_out([*came, *several(range(5, 8), 5)], before=first)
    assert second["items"]["D1.1"]["levels"] == {"3": 5, "5": 3}
    assert (second["number"], second["dimensions"]["D1"]["people"]) == (2, 8)


def test_an_item_with_two_more_answers_stands_as_it_was():
    first = give_out(several(range(5)))
    rows = [*several(range(5), came=1), *several((5, 6), 5), rater(7, item="D2.1")]
    second = give_out(rows, before=first)
    assert second["items"]["D1.1"] == first["items"]["D1.1"]
    assert second["dimensions"]["D1"] == first["dimensions"]["D1"]
    assert "fewer than 3" in why(second, "Statement D1.1")[0]
    # With another one, it changes by three at once.
    for row in rows:
        row["released"] = row["released"] or 2
    third = give_out([*rows, *several((8, 9, 10), 5)], before=second)
    assert third["items"]["D1.1"]["levels"] == {"3": 5, "5": 5}


def test_groups_are_shown_where_nobody_is_left_over():
    rows = [*several(range(5), 2, group="Farmers"), *several(range(5, 11), 4, group="Media")]
    shown = give_out(rows)["groups"]["D1"]["shown"]
    assert shown == {
        "Farmers": {"people": 5, "centre": 2.0},
        "Media": {"people": 6, "centre": 4.0},
    }


def test_a_small_group_hides_the_next_smallest_with_it():
    rows = [
        *several(range(9), group="Farmers"), *several(range(9, 14), group="Media"),
        *several(range(14, 16), group="Town hall"),
    ]  # fmt: skip
    cells = give_out(rows)
    assert list(cells["groups"]["D1"]["shown"]) == ["Farmers"]  # the rest are 7
    assert "nobody can work out" in why(cells, "By group")[0]


def test_a_group_is_not_shown_where_hiding_it_would_not_hide_the_rest():
    cells = give_out([*several(range(9), group="Farmers"), rater(9, group="Media")])
    assert cells["groups"] == {}


def test_a_group_that_came_alone_in_a_second_sitting_is_shown():
    first = give_out(several(range(6), group="Farmers"))
    rows = [*several(range(6), group="Farmers", came=1), *several(range(6, 12), group="Media")]
    assert list(give_out(rows, before=first)["groups"]["D1"]["shown"]) == ["Farmers", "Media"]


def test_a_split_stands_where_a_group_grew_by_one():
    sat = [*several(range(5), group="Farmers"), *several(range(5, 10), group="Media")]
    first = give_out(sat)
    came = [{**row, "released": 1} for row in sat]
    more = [rater(10, 5, group="Farmers"), *several(range(11, 14), 5, group="Media")]
    second = give_out([*came, *more], before=first)
    assert second["dimensions"]["D1"]["people"] == 14
    assert second["groups"] == first["groups"]


def test_one_who_came_first_is_never_told_apart_by_a_later_split():
    # At first 5 Farmers and 1 of Media; then 4 of Media: the whole of the first, less the
    # Farmers, would be that one.
    sat = [*several(range(5), group="Farmers"), rater(5, 5, group="Media")]
    first = give_out(sat)
    came = [{**row, "released": 1} for row in sat]
    second = give_out([*came, *several(range(6, 10), group="Media")], before=first)
    assert second["groups"] == {}


def test_comments_stand_by_dimension_where_five_wrote_and_else_together():
    rows = several(range(7))
    wrote = [(f"u_{n:04}", "D1", f"{'gfedc'[n]} on D1") for n in range(5)]
    wrote += [(f"u_{n:04}", about, f"{about} {n}") for n in range(3) for about in ("D2", "closing")]
    cells = give_out(rows, wrote=wrote)
    assert list(cells["comments"]["about"]) == ["D1"]
    told = cells["comments"]["about"]["D1"]["texts"]
    assert told == ["c on D1", "d on D1", "e on D1", "f on D1", "g on D1"]
    assert cells["comments"]["pooled"] is None  # three people remain
    wrote += [(f"u_{n:04}", "D2", f"D2 {n}") for n in (5, 6)]
    again = give_out(rows, wrote=wrote)
    assert list(again["comments"]["about"]) == ["D1", "D2"]


def test_too_few_about_each_are_pooled_without_what_they_are_about():
    wrote = [(f"u_{n:04}", "D1" if n < 3 else "D2", f"text {9 - n}") for n in range(6)]
    cells = give_out(several(range(6)), wrote=wrote)
    assert cells["comments"]["about"] == {}
    assert cells["comments"]["pooled"]["texts"] == [f"text {n}" for n in range(4, 10)]
    assert "stands together" in why(cells, "What people wrote")[0]


def test_what_was_pooled_once_is_not_taken_out_again():
    wrote = [(f"u_{n:04}", "D1" if n < 3 else "D2", f"text {n}") for n in range(6)]
    first = give_out(several(range(6)), wrote=wrote)
    wrote += [(f"u_{n:04}", "D1", f"text {n}") for n in range(6, 9)]
    rows = [*several(range(6), came=1), *several(range(6, 9))]
    second = give_out(rows, wrote=wrote, before=first)
    assert second["comments"]["about"] == {}
    assert len(second["comments"]["pooled"]["texts"]) == 9


def test_notes_count_for_the_dimension_of_their_item():
    rows = [rater(n, item=f"D2.{n % 3 + 1}", note=f"note {n}") for n in range(6)]
    assert give_out(rows)["comments"]["about"]["D2"]["texts"] == [f"note {n}" for n in range(6)]


def test_targets_are_given_out_where_five_set_one():
    cells = give_out([*several(range(5), target=4), rater(5)])
    expected = {"release": 1, "people": 5, "centre": 4.0}
    assert cells["targets"] == {"items": {"D1.1": expected}, "dimensions": {"D1": expected}}
    assert give_out([*several(range(4), target=4), rater(5)])["targets"]["items"] == {}


@pytest.mark.parametrize("later", [1, 5])
def test_what_the_room_saw_stands_where_others_answered_after_it(later):
    room = {"D1.1": {"levels": {"2": 5}, "off_scale": {}}}
    cells = give_out([*several(range(5), 2), *several(range(5, 5 + later), 4)], room=room)
    assert cells["items"]["D1.1"]["levels"] == {"2": 5}
    assert cells["dimensions"] == {}
    assert "as the room saw it" in why(cells, "Statement D1.1")[0]


def test_what_the_room_saw_may_change_later_where_nobody_answered_after_it():
    room = {"D1.1": {"levels": {"2": 5}, "off_scale": {}}}
    first = give_out(several(range(5), 2), room=room)
    assert first["dimensions"]["D1"]["centre"] == 2.0
    rows = [*several(range(5), 2, came=1), *several(range(5, 9), 4)]
    second = give_out(rows, before=first, room=room)
    assert second["items"]["D1.1"]["levels"] == {"2": 5, "4": 4}


def test_cells_hold_no_ids_no_dates_and_no_order():
    rows = [
        rater(n, n % 5 + 1, item=item, group=("Farmers", "Media")[n % 2], note=f"note {n}")
        for n in range(12)
        for item in ("D1.1", "D2.1", "D2.2")
    ]
    wrote = [(f"u_{n:04}", "closing", f"last words {n}") for n in range(12)]
    text = json.dumps(give_out(rows, wrote=wrote))
    assert json.dumps(give_out(rows[::-1], wrote=wrote[::-1])) == text
    again = [{**row, "submission_id": row["submission_id"][::-1]} for row in rows]
    wrote = [(person[::-1], about, words) for person, about, words in wrote]
    assert json.dumps(give_out(again, wrote=wrote)) == text
    assert not re.search(r"u_|\d{4}|as shown", text)


def test_a_release_reads_as_results():
    rows = [*several(range(6), 2, group="Farmers"), *several(range(6, 12), 4, group="Media")]
    rows += [*several(range(12, 14), "cant_say"), *several(range(4), item="D2.1")]
    wrote = [(f"u_{n:04}", "closing", f"text {n}") for n in range(5)]
    found = released_results(
        INSTRUMENT, "full", json.loads(json.dumps(give_out(rows, wrote=wrote)))
    )
    assert (found.people, found.released, found.raters) == (14, 1, ())
    item = found.item("D1.1")
    assert (item.levels, item.centre) == ((2,) * 6 + (4,) * 6, 3.0)
    assert item.off_scale == {OffScale.CANT_SAY: 2}
    assert found.item("D2.1") is None
    assert found.dimension("D1").people == 12
    assert {group: one[0].centre for group, one in found.by_group.items()} == {
        "Farmers": 2.0, "Media": 4.0
    }  # fmt: skip
    assert [(one.about, one.rater) for one in found.comments] == [("closing", None)] * 5
    assert "Statement D2.1" in {one.what for one in found.withheld}
