"""Expected values by hand, on a landscape of five groups that is written out here."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.analysis.evidence import Evidence, Picture
from landscape.analysis.metrics import METRICS
from tests.analysis import frames

GROUPS = frames.constituencies(
    {
        "farmers": {
            "level": "locality", "roles": ["affected", "delivers"], "stake": 3,
            "identification": 1, "knowledge_basis": "member",
            "decides": 0, "blocks": 1, "funds": 0, "affected": 3,
        },
        "agencies": {
            "level": "region", "roles": ["decides", "funds"], "stake": 2,
            "identification": 3, "knowledge_basis": "documents",
            "decides": 3, "blocks": 2, "funds": 3, "affected": 0,
        },
        "science": {
            "level": "nation", "roles": ["knows"], "stake": 1,
            "identification": 4, "knowledge_basis": "direct conversation",
            "decides": 0, "blocks": 0, "funds": None, "affected": 0,
        },
        "press": {
            "level": None, "stake": 1, "identification": None, "knowledge_basis": "second-hand"
        },
        "schools": {"stake": 2, "identification": 0, "knowledge_basis": None},
        "elsewhere": {"in_scope": False, "identification": 4, "roles": ["opposes"]},
    }
)  # fmt: skip
PEOPLE = frames.stakeholders(
    {
        "ann": {"on_team": True, "constituency_id": "agencies", "location_note": "in the region"},
        "bob": {"on_team": True, "constituency_id": "science"},
        "cem": {"constituency_id": "farmers", "asked": "answered"},
        "dee": {"constituency_id": "farmers", "level": "nation"},
        "eva": {"constituency_id": "press"},
        "fay": {"constituency_id": "science", "asked": "answered"},
    }
)
RELATIONSHIPS = frames.relationships(["ann cem", "ann bob", "ann fay", "bob fay", "cem dee"])
BOUNDARIES = frames.boundaries(
    {
        "sector": {"protects": "craft", "costs": "time", "stance": "bridge"},
        "place": {"protects": "home"},
        "rank": {},
        "press": {},
    }
)
SIDES = frames.sides(
    {
        "sector": {"ann": "public", "bob": "science", "cem": "farm", "fay": "science"},
        "place": {"cem": "here", "eva": "there"},
        "press": {"dee": "in", "eva": "out"},
        "rank": {"ann": "high"},
    }
)
LEGITIMACIES = frames.legitimacies(
    [
        ("ann", "farmers", 4),
        ("bob", "farmers", 1),
        ("ann", "agencies", 3),
        ("bob", "agencies", 3),
        ("bob", "science", 1),
        (None, "press", 3),
        ("ann", "elsewhere", 4),
        ("ann", "schools", None),
    ]
)


def picture(**frames_given):
    return Picture(
        **{
            "constituency": GROUPS,
            "stakeholder": PEOPLE,
            "membership": frames.frame(("id", "stakeholder_id", "constituency_id"), []),
            "relationship": RELATIONSHIPS,
            "boundary": BOUNDARIES,
            "sides": SIDES,
            "legitimacy": LEGITIMACIES,
            **frames_given,
        }
    )


EMPTY = Picture(
    constituency=frames.constituencies({}),
    stakeholder=frames.stakeholders([]),
    membership=frames.frame(("id", "stakeholder_id", "constituency_id"), []),
    relationship=frames.relationships([]),
    boundary=frames.boundaries({}),
    sides=frames.sides({}),
    legitimacy=frames.legitimacies([]),
)


def measured(code, **given):
    return METRICS[code].compute(picture(**given))


def test_the_measures_found_are_these():
    assert list(METRICS) == [
        "E01", "E03", "E05", "E07", "E09", "E12", "E14", "E15", "E20", "E24", "E32", "E34"
    ]  # fmt: skip


@pytest.mark.parametrize("metric", METRICS.values(), ids=str)
def test_every_measure_names_its_formula_and_its_source(metric):
    assert metric.formula
    assert "References" in metric.compute.__doc__
    assert metric.source.startswith("This project's measure " + metric.code)


@pytest.mark.parametrize("metric", METRICS.values(), ids=str)
def test_an_empty_landscape_has_no_share_that_is_not_a_stated_zero(metric):
    evidence = metric.compute(EMPTY)
    if metric.code != "E01":  # seven roles, none held
        assert math.isnan(evidence.share)
    assert math.isnan(evidence.recorded_share)
    assert metric.band(evidence) is None


def test_role_cover():
    evidence = measured("E01")
    # affected, delivers, decides, funds, knows; "opposes" is held out of scope only
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (5, 7, 3, 5)
    assert evidence.names == ("those against it", "those who bridge")


def test_first_hand_knowledge():
    evidence = measured("E03")
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (2, 4, 4, 5)
    assert evidence.names == ("Agencies", "Press")
    assert evidence.also == ("Weighted by stake: 4 of 7.",)


def test_levels_of_scale():
    evidence = measured("E05")
    # region-locality, region-nation (bob), region-nation (fay), nation-nation, locality-nation
    assert (evidence.count, evidence.base, evidence.of) == (4, 5, 5)
    assert evidence.names == ("person", "team", "organisation", "international")
    assert evidence.also == ("3 of 7 levels of scale are on the map.",)


def test_team_located():
    evidence = measured("E07")
    assert (evidence.count, evidence.base) == (1, 2)
    assert evidence.names == ("BOB",)
    assert math.isnan(evidence.share)  # a base of 2 is under 4


def test_legitimacy_cover_is_weighted_by_stake():
    evidence = measured("E09")
    # farmers 3, agencies 2, press 1 accept; science 1 does not; schools is not rated
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (3, 4, 4, 5)
    assert evidence.share == pytest.approx(6 / 7)
    assert evidence.names == ("Science",)
    assert METRICS["E09"].band(evidence) == 5


def test_legitimacy_cover_counts_each_once_where_a_stake_is_missing():
    groups = GROUPS.assign(stake=GROUPS["stake"].where(GROUPS["id"] != "press"))
    evidence = measured("E09", constituency=groups)
    assert evidence.share == pytest.approx(3 / 4)
    assert evidence.also == ("Stake is not recorded for all of them, so each group counts once.",)


def test_thin_legitimacy():
    evidence = measured("E12")
    # farmers hang on ann, agencies on two, press on the team as a whole
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (1, 2, 2, 3)
    assert evidence.names == ("Farmers",)
    assert evidence.also == ("ANN is the only one accepted in 1 group.",)


def test_boundaries_described():
    evidence = measured("E14")
    assert (evidence.count, evidence.base) == (1, 4)
    assert evidence.names == ("Place", "Rank", "Press")
    assert evidence.also == ("You have decided what to do about 1 of 4.",)


def test_bridged_boundaries_tell_none_reported_from_not_asked():
    evidence = measured("E15")
    # sector: ann-cem, ann-bob, ann-fay; place: cem answered, nothing with eva; rank: one side
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (1, 2, 2, 4)
    assert evidence.names == ("Place (none reported)", "Press (not asked)")
    assert evidence.also == (
        "Sector: 3 across, 60.0% of possible pairs joined.",  # 3 of 5 pairs
        "Place: 0 across, 0.0% of possible pairs joined.",
    )


def test_wider_we():
    evidence = measured("E20")
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (2, 4, 4, 5)
    assert evidence.names == ("Farmers", "Schools")
    assert METRICS["E20"].band(evidence) == 3  # 50 %


def test_power_picture():
    evidence = measured("E24")
    assert (evidence.count, evidence.base) == (2, 5)
    assert evidence.names == ("Science", "Press", "Schools")
    assert METRICS["E24"].band(evidence) == 3  # 40 % is on the line: the higher one


def test_team_load():
    evidence = measured("E32")
    # ann with cem and fay, bob with fay; ann with bob stays within the team
    assert (evidence.count, evidence.base) == (2, 3)
    assert evidence.names == ("ANN",)


def test_path_to_us():
    evidence = measured("E34")
    # agencies and science are the team's own, farmers one step, press none, schools nobody there
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (3, 4, 4, 5)
    assert evidence.names == ("Press",)


def test_without_a_team_a_path_to_us_is_not_recorded():
    evidence = measured("E34", stakeholder=PEOPLE.assign(on_team=False))
    assert (evidence.base, evidence.recorded, evidence.of) == (0, 0, 5)


@pytest.mark.parametrize(
    ("count", "straight", "inverted"),
    [(0, 1, 5), (1, 2, 5), (2, 3, 4), (3, 4, 3), (4, 5, 2), (5, 5, 1)],
)
def test_each_fifth_of_a_share_is_a_band(count, straight, inverted):
    evidence = Evidence(count=count, base=5, recorded=5, of=5)
    assert METRICS["E20"].band(evidence) == straight
    assert METRICS["E12"].band(evidence) == inverted


@pytest.mark.parametrize(("recorded", "of"), [(5, 9), (3, 3)])
def test_too_little_recorded_or_too_small_a_base_gives_no_band(recorded, of):
    evidence = Evidence(count=1, base=min(recorded, of), recorded=recorded, of=of)
    assert METRICS["E20"].band(evidence) is None


@settings(deadline=None, max_examples=20)
@given(order=st.permutations(range(6)))
def test_the_order_of_rows_changes_no_count(order):
    shuffled = picture(
        constituency=GROUPS.iloc[list(order)], stakeholder=PEOPLE.iloc[list(reversed(order))]
    )
    for code, metric in METRICS.items():
        first, second = measured(code), metric.compute(shuffled)
        assert (first.count, first.base, first.recorded, first.of) == (
            second.count,
            second.base,
            second.recorded,
            second.of,
        ), code
        assert sorted(first.names) == sorted(second.names), code


def test_isolated_stakeholders_change_nothing_about_relationships():
    people = pd.concat([PEOPLE, frames.stakeholders(["zed", "yan"])], ignore_index=True)
    for code in ("E05", "E15", "E32", "E34"):
        assert measured(code) == measured(code, stakeholder=people)
