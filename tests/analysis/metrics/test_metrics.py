"""Expected values by hand, on a landscape of five groups that is written out here."""

import math
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.analysis.evidence import Evidence, Picture, Place, places
from landscape.analysis.metrics import METRICS, NOT_YET
from tests.analysis import frames

TODAY = date(2026, 11, 1)
GROUPS = frames.constituencies(
    {
        "farmers": {
            "level": "locality", "roles": ["affected", "delivers"], "stake": 3,
            "identification": 1, "knowledge_basis": "member",
            "decides": 0, "blocks": 1, "funds": 0, "affected": 3, "account": "We know the river.",
            "account_told_on": date(2026, 3, 1), "account_checked_on": date(2026, 3, 1),
            "added_by": "Cem", "updated_at": date(2026, 10, 1),
        },
        "agencies": {
            "level": "region", "roles": ["decides", "funds"], "stake": 2,
            "identification": 3, "knowledge_basis": "documents",
            "decides": 3, "blocks": 2, "funds": 3, "affected": 0, "account": "The models are good.",
            "account_checked_on": date(2025, 9, 1), "added_by": "ann",
        },
        "science": {
            "level": "nation", "roles": ["knows"], "stake": 1,
            "identification": 4, "knowledge_basis": "direct conversation",
            "decides": 0, "blocks": 0, "funds": None, "affected": 0, "account": "It rains.",
            "added_by": "local", "updated_at": date(2026, 1, 1),
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
    ],
    judged_by=["member", "self", None, "Bob", "third party", "member", "member", "member"],
    basis=['["lived experience"]', *['["expertise"]'] * 3, None, "[]", '["neutrality"]', None],
    judged_on=[None, None, None, None, None, date(2026, 9, 1), date(2026, 9, 1), None],
)
REPORTS = frames.reports([("cem eva", None, "cem"), ("ann bob", "Ann", "ann")])


def picture(**frames_given):
    return Picture(
        **{
            "constituency": GROUPS,
            "stakeholder": PEOPLE,
            "membership": frames.memberships([]),
            "relationship": RELATIONSHIPS,
            "boundary": BOUNDARIES,
            "sides": SIDES,
            "legitimacy": LEGITIMACIES,
            "report": REPORTS,
            "today": TODAY,
            **frames_given,
        }
    )


EMPTY = Picture(
    constituency=frames.constituencies({}),
    stakeholder=frames.stakeholders([]),
    membership=frames.memberships([]),
    relationship=frames.relationships([]),
    boundary=frames.boundaries({}),
    sides=frames.sides({}),
    legitimacy=frames.legitimacies([]),
    report=frames.reports([]),
    today=TODAY,
)


def measured(code, **given):
    return METRICS[code].compute(picture(**given))


def test_the_measures_found_are_these():
    assert list(METRICS) == [
        *("E01", "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E09", "E10", "E11", "E12"),
        *("E14", "E15", "E16", "E20", "E24", "E32", "E34", "E35"),
    ]


def test_every_code_is_measured_or_says_what_would_have_to_be_recorded():
    assert sorted([*METRICS, *NOT_YET]) == [f"E{number:02}" for number in range(1, 36)]
    assert all(code == missing.code and missing.needs for code, missing in NOT_YET.items())


@pytest.mark.parametrize("metric", METRICS.values(), ids=str)
def test_places_stand_behind_the_names(metric):
    evidence = metric.compute(picture())
    frames_by_kind = {"constituency": GROUPS, "stakeholder": PEOPLE, "boundary": BOUNDARIES}
    for name, place in zip(evidence.names, evidence.places, strict=bool(evidence.places)):
        frame = frames_by_kind[place.kind]
        assert name.startswith(frame.loc[frame["id"] == place.id, "name"].item())


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


def test_others_hand_in_the_map():
    evidence = measured("E02")
    # farmers were added by cem, press was named by cem; ann and "local" are the team
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (2, 4, 4, 5)
    assert evidence.names == ("Agencies", "Science")


def test_nobody_having_signed_is_not_recorded_rather_than_nobody():
    unsigned = GROUPS.assign(added_by=pd.Series([None] * len(GROUPS), dtype="str"))
    evidence = measured("E02", constituency=unsigned, report=frames.reports([]))
    assert (evidence.base, evidence.recorded, evidence.of) == (0, 0, 5)
    assert math.isnan(evidence.share)


def test_checked_accounts():
    evidence = measured("E04")
    # farmers 245 days ago, agencies 426, science never; press and schools have no account
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (1, 3, 3, 5)
    assert evidence.names == ("Agencies (1 September 2025)", "Science")


def test_openings():
    evidence = measured("E06")
    # apart: farmers, agencies and science by sector, farmers and press by place; two are joined
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (2, 4, 4, 4)
    assert evidence.names == (
        "Farmers with Science (Sector; both know Agencies)",  # 3 x 1 x (1 + 1) = 6
        "Farmers with Press (Place)",  # 3 x 1 x (1 + 0) = 3
    )
    assert METRICS["E06"].band(evidence) is None


def test_openings_where_nobody_was_asked_are_not_recorded():
    evidence = measured("E06", stakeholder=PEOPLE.assign(asked=None))
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (0, 0, 0, 4)


def test_team_spread():
    evidence = measured("E08")
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (2, 5, 5, 5)
    assert evidence.names == ("Farmers", "Press", "Schools")
    assert evidence.also == ("At 0 of 3 boundaries you have somebody on every side.",)


def test_further_groups_of_the_team_count_and_former_ones_do_not():
    more = frames.memberships(["bob press", "ann farmers former"])
    sides = frames.sides({"sector": {"ann": "public", "bob": "science"}})
    evidence = measured("E08", membership=more, sides=sides)
    assert evidence.names == ("Farmers", "Schools")
    assert evidence.also == ("At 1 of 1 boundaries you have somebody on every side.",)


def test_a_team_without_groups_is_not_recorded():
    evidence = measured("E08", stakeholder=PEOPLE.assign(on_team=PEOPLE["id"] == "zoe"))
    assert (evidence.base, evidence.recorded, evidence.of) == (0, 0, 5)


def test_grounded_legitimacy():
    evidence = measured("E10")
    # of six ratings in scope five say who judged; only ann's with the farmers is theirs and based
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (1, 5, 5, 6)
    assert evidence.names == ("Farmers", "Agencies", "Science", "Press")


def test_vertical_backing():
    evidence = measured("E11")
    # agencies decide and pay; of science, press and schools it is not recorded whether they do
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (0, 1, 1, 4)
    assert evidence.names == ("Agencies",)


def test_vertical_backing_takes_acceptance_and_contact_together():
    groups = frames.constituencies({name: {"decides": 3, "funds": 0} for name in "abcde"})
    people = frames.stakeholders(
        {"us": {"on_team": True}, **{f"p{name}": {"constituency_id": name} for name in "abcde"}}
    )
    evidence = measured(
        "E11",
        constituency=groups,
        stakeholder=people,
        legitimacy=frames.legitimacies(
            [("us", "a", 4), ("us", "b", 3), ("us", "c", 3), ("us", "d", 2)]
        ),
        relationship=frames.relationships(
            ["us pa", "pb us", "us pc", "us pd"],
            depth=[2, 3, 1, 3],
            last_contact=[date(2026, 6, 1), None, date(2026, 6, 1), date(2026, 6, 1)],
        ),
    )
    # b may be in touch, e is not rated: neither can be told; c is not close, d does not accept
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (1, 3, 3, 5)
    assert evidence.names == ("C", "D")


def test_direct_share():
    evidence = measured("E16")
    # ann with cem, bob and fay cross the sector
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (0, 3, 3, 3)
    assert evidence.names == ("Sector",)
    assert evidence.also == ("Sector: 0 of 3 without you.",)


def test_what_crosses_two_boundaries_counts_once():
    more = frames.relationships(["ann cem", "cem fay", "dee eva", "cem eva"])
    sides = frames.sides(
        {
            "sector": {"ann": "public", "cem": "farm", "fay": "science", "eva": "press"},
            "place": {"cem": "here", "eva": "there"},
        }
    )
    evidence = measured("E16", relationship=more, sides=sides)
    assert (evidence.count, evidence.base) == (2, 3)
    assert evidence.also == ("Sector: 2 of 3 without you.", "Place: 1 of 1 without you.")


def test_direct_share_says_when_nobody_else_was_asked_and_needs_a_team():
    silent = measured("E16", stakeholder=PEOPLE.assign(asked=None))
    assert silent.also[-1] == (
        "Nobody outside your team was asked, so what others have may be missing."
    )
    nobody = measured("E16", stakeholder=PEOPLE.assign(on_team=False))
    assert (nobody.base, nobody.recorded, nobody.of) == (0, 0, 3)


def test_freshness():
    evidence = measured("E35")
    # farmers 31 days, agencies 426, science 304, press judged 61 days ago, schools never
    assert (evidence.count, evidence.base, evidence.recorded, evidence.of) == (2, 4, 4, 5)
    assert evidence.names == ("Agencies", "Science")


@pytest.mark.parametrize(("day", "count"), [(date(2026, 5, 5), 1), (date(2026, 5, 4), 0)])
def test_freshness_ends_after_180_days(day, count):
    groups = frames.constituencies({"farmers": {"updated_at": day}})
    assert measured("E35", constituency=groups).count == count


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


def test_who_left_the_team_opens_no_door():
    left = PEOPLE.assign(on_team=PEOPLE["id"] == "bob")
    evidence = measured("E09", stakeholder=left)
    # bob: farmers 1, agencies 3, science 1; the team as a whole: press 3
    assert (evidence.count, evidence.base) == (2, 4)
    assert evidence.names == ("Farmers", "Science")


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
    # bob stays, with fay: science keeps its path
    assert evidence.also == ("Without them, no path would lead to you from: Farmers, Agencies.",)


def test_load_that_others_could_carry_loses_no_path():
    more = frames.relationships(["ann cem", "bob cem", "ann fay", "ann dee", "bob fay"])
    agencies = frames.memberships(["cem agencies"])
    evidence = measured("E32", relationship=more, membership=agencies)
    assert evidence.also == ("Without them, every group that has a path to you keeps one.",)


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


def test_a_name_without_its_place_is_refused():
    with pytest.raises(ValueError, match="2 names, but 1 places"):
        Evidence(
            count=0, base=0, recorded=0, of=0, names=("A", "B"), places=places("boundary", ["b"])
        )
    assert places("boundary", ["b"]) == (Place(kind="boundary", id="b"),)


def test_isolated_stakeholders_change_nothing_about_relationships():
    people = pd.concat([PEOPLE, frames.stakeholders(["zed", "yan"])], ignore_index=True)
    for code in ("E05", "E15", "E32", "E34"):
        assert measured(code) == measured(code, stakeholder=people)
