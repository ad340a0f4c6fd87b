"""Suggestions in the stated order with their cautions; what to talk about first; whole scripts."""

import math
from collections import Counter

import pytest

from landscape.analysis.results import DimensionResult, ItemResult, Results
from landscape.assessments import instruments
from landscape.model.scales import OffScale
from landscape.services import debriefing
from landscape.services.debrief_scripts import SHOWS, STAGES, debrief
from landscape.services.debriefing import Kind
from landscape.services.instruments import GATE, READINESS

INSTRUMENT = instruments()[READINESS]
NONE: Counter[OffScale] = Counter()


def dimension(id_: str, centre: float, people: int = 3) -> DimensionResult:
    return DimensionResult(
        dimension_id=id_, people=people, levels=(), off_scale=NONE, centre=centre, low=1, high=5
    )


def item(id_: str, *levels: int, unsure: int = 0) -> ItemResult:
    ordered = tuple(sorted(levels))
    centre = float(ordered[len(ordered) // 2]) if ordered else math.nan
    return ItemResult(
        item_id=id_,
        levels=ordered,
        off_scale=Counter({OffScale.CANT_SAY: unsure}),
        texts={},
        centre=centre,
        low=centre,
        high=centre,
    )


def results(*parts: DimensionResult | ItemResult, people: int = 3) -> Results:
    return Results(
        people=people,
        dimensions=tuple(one for one in parts if isinstance(one, DimensionResult)),
        items=tuple(one for one in parts if isinstance(one, ItemResult)),
    )


def ids(found: tuple[debriefing.Suggestion, ...], kind: Kind) -> list[str]:
    return [
        one.item.id if one.item else one.dimension.id for one in debriefing.round_of(found, kind)
    ]


def test_first_steps_come_in_the_stated_order() -> None:
    low = [dimension(f"D{number:02}", 2.0) for number in range(1, 13) if number not in (5, 9)]
    found = debriefing.suggestions(INSTRUMENT, results(*low))
    assert ids(found, Kind.FIRST) == [
        "D02", "D03", "D04", "D06", "D08", "D07", "D10", "D11", "D01", "D12"
    ]  # fmt: skip
    assert {one.caution for one in found} == {None}


def test_a_low_dimension_is_followed_by_its_low_items() -> None:
    found = debriefing.suggestions(
        INSTRUMENT, results(dimension("D02", 1.0), item("D02.1", 1), item("D02.2", 3, 3, 3))
    )
    assert [(one.step, one.why) for one in found] == [
        (INSTRUMENT.dimension("D02").low, "The middle of 3 people is level 1 of 5, “Not yet”."),
        (
            INSTRUMENT.item("D02.1").first_step,
            f"{INSTRUMENT.item('D02.1').statement} You chose level 1 of 5, “Not yet”.",
        ),
    ]


def test_while_few_would_accept_the_invitation_what_needs_a_room_waits() -> None:
    found = debriefing.suggestions(
        INSTRUMENT,
        results(dimension("D05", 2.0), dimension("D08", 1.5), dimension("D11", 2.0)),
    )
    assert ids(found, Kind.FIRST) == ["D05", "D11"]
    assert ids(found, Kind.LATER) == ["D08"]
    assert found[0].caution == INSTRUMENT.dimension("D05").caution
    assert found[-1].caution == (
        "This needs people in one room. While few would accept your invitation, hold one-to-one "
        "conversations first."
    )


def test_low_power_goes_with_its_caution() -> None:
    shown = results(dimension("D09", 2.0), dimension("D02", 1.0))
    assert debriefing.cautions(INSTRUMENT, shown) == (
        "Power and accountability. While this is low, a big meeting would reproduce the power "
        "there already is.",
    )


def test_where_many_cannot_say_finding_out_is_a_step() -> None:
    found = debriefing.suggestions(
        INSTRUMENT,
        results(
            dimension("D03", 4.0),
            item("D03.1", 4, 4, 4, 4, unsure=2),
            item("D03.2", 5, unsure=2),
            item("D03.3", unsure=1),
        ),
    )
    assert [(one.kind, one.why) for one in found] == [
        (Kind.FIND_OUT, "2 of 6 can't say yet."),
        (Kind.FIND_OUT, "2 of 3 can't say yet."),
        (Kind.FIND_OUT, "You can't say yet."),
    ]
    assert found[0].step.endswith(INSTRUMENT.item("D03.1").statement)


@pytest.mark.parametrize(("centre", "stretches"), [(2.0, 0), (2.5, 1), (3.0, 1), (3.5, 0)])
def test_what_is_middling_has_something_to_stretch_for(centre: float, stretches: int) -> None:
    found = debriefing.suggestions(INSTRUMENT, results(dimension("D07", centre)))
    assert len(debriefing.round_of(found, Kind.STRETCH)) == stretches


def test_a_yes_before_a_gathering_is_not_low() -> None:
    gate = instruments()[GATE]
    found = debriefing.suggestions(gate, results(item("G1.1", 2), item("G1.2", 1)))
    assert found == ()
    shown = results(dimension("G1", 2.0, 1), item("G1.1", 2), item("G1.2", 1))
    found = debriefing.suggestions(gate, shown)
    assert [(one.step, one.why) for one in found] == [
        (
            gate.item("G1.2").first_step,
            f"{gate.item('G1.2').statement} You chose level 1 of 2, “Not yet”.",
        )
    ]


def test_the_widest_disagreement_comes_first() -> None:
    shown = results(
        item("D01.1", 3, 3, 3), item("D02.1", 1, 5, 5), item("D03.1", 2, 4, 4), item("D04.1", 5)
    )
    assert [one.item_id for one in debriefing.widest_apart(shown)] == ["D02.1", "D03.1"]
    assert [one.item_id for one in debriefing.widest_apart(shown, 1)] == ["D02.1"]


def test_the_weakest_are_low_or_middling() -> None:
    shown = results(dimension("D01", 3.0), dimension("D02", 3.5), dimension("D12", 1.0),
                    dimension("D03", math.nan), dimension("D05", 3.0))  # fmt: skip
    found = debriefing.weakest(INSTRUMENT, shown)
    assert [one.dimension_id for one in found] == ["D12", "D05", "D01"]


def test_what_nobody_can_say_is_told_by_share() -> None:
    shown = results(item("D01.1", 3, unsure=1), item("D02.1", unsure=2), item("D03.1", 1, 1, 1))
    assert [one.item_id for one in debriefing.cannot_say(shown)] == ["D02.1", "D01.1"]


def test_nothing_is_suggested_of_nothing() -> None:
    empty = results(people=0)
    assert debriefing.suggestions(INSTRUMENT, empty) == ()
    assert debriefing.cautions(INSTRUMENT, empty) == ()
    assert debriefing.widest_apart(empty) == ()
    assert debriefing.weakest(INSTRUMENT, empty) == ()


@pytest.mark.parametrize("minutes", [45, 90, 180])
def test_a_script_lasts_as_long_as_it_says_and_keeps_the_order(minutes: int) -> None:
    script = debrief().script(minutes)
    assert sum(part.minutes for part in script.parts) == minutes
    stages = [part.stage for part in script.parts if part.stage in ("see", "feel", "mean", "now")]
    order = ("see", "feel", "mean", "now")
    assert stages == sorted(stages, key=order.index)
    assert set(stages) == set(order)
    for part in script.parts:
        assert part.stage in STAGES
        assert set(part.shows) <= set(SHOWS)
        assert part.does
    assert [part.shows.count("steps") for part in script.parts].count(1) == 1
    first = next(part for part in script.parts if part.shows and part.stage == "see")
    assert first.shows == ("apart",)


def test_what_waits_names_dimensions_that_are_there() -> None:
    known = {one.id for one in INSTRUMENT.dimensions}
    for dimension_id, lower, why in debrief().held_back:
        assert {dimension_id, lower} <= known
        assert why.endswith(".")
