"""Samples fit the store's tables and rules, and show the findings they were written for."""

import csv
import datetime as dt
import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from landscape.assessments import instrument_version
from landscape.model import scales
from landscape.model.map_look import from_plain
from landscape.model.relationship import depth_of

ROOT = Path(__file__).parents[2]
MIGRATIONS = sorted((ROOT / "landscape" / "store" / "migrations").glob("*.sql"))
SAMPLES = sorted(folder for folder in (ROOT / "data" / "samples").iterdir() if folder.is_dir())

Rows = list[dict[str, str]]

WORDS = {
    ("constituency", "kind"): scales.ConstituencyKind,
    ("constituency", "level"): scales.Level,
    ("constituency", "roles"): scales.Role,
    ("constituency", "knowledge_basis"): scales.KnowledgeBasis,
    ("stakeholder", "kind"): scales.StakeholderKind,
    ("stakeholder", "level"): scales.Level,
    ("stakeholder", "roles"): scales.Role,
    ("stakeholder", "asked"): scales.Asked,
    ("membership", "centrality"): scales.Centrality,
    ("relationship", "status"): scales.Status,
    ("relationship", "basis"): scales.Basis,
    ("boundary", "kinds"): scales.BoundaryKind,
    ("boundary", "stance"): scales.BoundaryStance,
    ("legitimacy", "basis"): scales.LegitimacyBasis,
}
SCALES = {
    (table, column): bounds
    for table in ("constituency", "stakeholder", "relationship", "report", "boundary")
    for column, bounds in scales.SCALES.items()
    if (table, column) != ("boundary", "stance")
} | {("legitimacy", "level"): scales.SCALES["legitimacy"]}
LISTS = {
    ("constituency", "roles"),
    ("constituency", "barriers"),
    ("constituency", "entry_points"),
    ("stakeholder", "roles"),
    ("boundary", "kinds"),
    ("legitimacy", "basis"),
}
REFERENCES = {
    ("stakeholder", "constituency_id"): "constituency",
    ("membership", "stakeholder_id"): "stakeholder",
    ("membership", "constituency_id"): "constituency",
    ("relationship", "source_id"): "stakeholder",
    ("relationship", "target_id"): "stakeholder",
    ("report", "relationship_id"): "relationship",
    ("report", "source_id"): "stakeholder",
    ("report", "target_id"): "stakeholder",
    ("report", "rater_id"): "stakeholder",
    ("boundary_side", "boundary_id"): "boundary",
    ("boundary_side", "constituency_id"): "constituency",
    ("legitimacy", "team_member_id"): "stakeholder",
    ("legitimacy", "door_opener_id"): "stakeholder",
    ("legitimacy", "constituency_id"): "constituency",
}


def columns_of_the_store() -> dict[str, dict[str, str]]:
    """Table -> column -> declared type, read from the migrations."""
    tables: dict[str, dict[str, str]] = {}
    sql = "\n".join(path.read_text(encoding="utf-8") for path in MIGRATIONS)
    for name, body in re.findall(r"create table (\w+) \((.*?)\n\);", sql, re.DOTALL):
        lines = (line.strip() for line in body.splitlines())
        words = [line.split()[:2] for line in lines if line and line[0].isalpha()]
        tables[name] = {w[0]: w[1].rstrip(",") for w in words if w[0] not in ("primary", "check")}
    for name, column, kind in re.findall(r"alter table (\w+) add column (\w+) (\w+)", sql):
        tables[name][column] = kind
    return tables


STORE = columns_of_the_store()


def read_tables(folder: Path) -> dict[str, Rows]:
    tables = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file, strict=True))
    return tables


def read_rest(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "landscape.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda folder: folder.name)
def sample(request: pytest.FixtureRequest) -> dict[str, Rows]:
    return read_tables(request.param)


@pytest.fixture(scope="module")
def climate() -> dict[str, Rows]:
    return read_tables(ROOT / "data" / "samples" / "climate-adaptation")


@pytest.fixture(scope="module")
def cancer() -> dict[str, Rows]:
    return read_tables(ROOT / "data" / "samples" / "cancer-pathway")


def test_both_samples_are_there() -> None:
    assert [folder.name for folder in SAMPLES] == ["cancer-pathway", "climate-adaptation"]


def test_tables_are_the_stores_own(sample: dict[str, Rows]) -> None:
    for table, rows in sample.items():
        assert table in STORE
        # Only a stakeholder or a relationship keeps further columns, as attributes.
        if "attributes" not in STORE[table]:
            assert set(rows[0]) <= set(STORE[table]), table
        required = {"id", *({"ordinal"} & set(STORE[table]))}
        assert required <= set(rows[0]), table
        assert not {"landscape_id", "attributes"} & set(rows[0]), table


def test_every_row_has_its_own_id_and_as_many_cells_as_columns(sample: dict[str, Rows]) -> None:
    for table, rows in sample.items():
        ids = [row["id"] for row in rows]
        assert len(set(ids)) == len(ids), table
        assert "" not in ids, table
        assert all(None not in row and None not in row.values() for row in rows), table
        assert all(cell == cell.strip() for row in rows for cell in row.values()), table


def test_references_lead_somewhere(sample: dict[str, Rows]) -> None:
    ids = {table: {row["id"] for row in rows} for table, rows in sample.items()}
    for (table, column), target in REFERENCES.items():
        for row in sample[table]:
            assert not row[column] or row[column] in ids[target], (table, column, row["id"])


def test_words_are_those_of_the_closed_sets(sample: dict[str, Rows]) -> None:
    for (table, column), words in WORDS.items():
        allowed = {word.value for word in words}
        for row in sample[table]:
            cells = row[column].split("; ") if (table, column) in LISTS else [row[column]]
            assert {cell for cell in cells if cell} <= allowed, (table, column, row["id"])


def test_ratings_are_on_their_scales(sample: dict[str, Rows]) -> None:
    for (table, column), (lowest, highest) in SCALES.items():
        for row in sample[table]:
            if row.get(column):
                assert lowest <= int(row[column]) <= highest, (table, column, row["id"])


def test_dates_and_yes_or_no_are_written_as_described(sample: dict[str, Rows]) -> None:
    for table, rows in sample.items():
        for row in rows:
            for column, cell in row.items():
                kind = STORE[table].get(column)
                # Everything else was over when it was written; a step is due later.
                if cell and kind == "date" and column != "due_on":
                    assert dt.date.fromisoformat(cell) <= dt.date(2026, 11, 1), (table, column)
                if cell and kind == "boolean":
                    assert cell in ("true", "false"), (table, column)


def test_ordinals_count_from_zero(sample: dict[str, Rows]) -> None:
    for table in ("constituency", "stakeholder", "boundary"):
        assert [int(row["ordinal"]) for row in sample[table]] == list(range(len(sample[table])))


def test_a_pair_has_one_relationship_of_a_kind(sample: dict[str, Rows]) -> None:
    pairs = Counter(
        (frozenset((row["source_id"], row["target_id"])), row["kind"])
        for row in sample["relationship"]
    )
    assert set(pairs.values()) == {1}
    assert all(len(pair) == 2 for pair, _ in pairs)


def test_basis_and_depth_follow_from_the_reports(sample: dict[str, Rows]) -> None:
    reports: dict[str, Rows] = {}
    for report in sample["report"]:
        reports.setdefault(report["relationship_id"], []).append(report)
    for row in sample["relationship"]:
        about = reports.get(row["id"], [])
        ends = {row["source_id"], row["target_id"]}
        assert all({report["source_id"], report["target_id"]} == ends for report in about)
        assert all(report["kind"] == row["kind"] for report in about)
        spoken = ends & {report["rater_id"] for report in about}
        expected = {2: "validated", 1: "reported", 0: "assumed"}[len(spoken)]
        assert row["basis"] == expected, row["id"]
        depth = depth_of([int(report["depth"]) for report in about])
        assert row["depth"] == ("" if depth is None else str(depth)), row["id"]


def test_who_reported_has_answered(sample: dict[str, Rows]) -> None:
    asked = {row["id"]: row["asked"] for row in sample["stakeholder"]}
    names = {row["id"]: row["name"] for row in sample["stakeholder"]}
    for report in sample["report"]:
        if report["rater_id"]:
            assert asked[report["rater_id"]] == "answered"
            assert report["rater"] == names[report["rater_id"]]
        else:
            assert report["rater"] == "Team workshop"


def test_raters_differ_on_some_relationships(sample: dict[str, Rows]) -> None:
    depths: dict[str, set[str]] = {}
    for report in sample["report"]:
        depths.setdefault(report["relationship_id"], set()).add(report["depth"])
    assert sum(len(said) > 1 for said in depths.values()) >= 20


def test_one_group_was_asked_nothing(sample: dict[str, Rows]) -> None:
    answers: dict[str, set[str]] = {}
    for row in sample["stakeholder"]:
        answers.setdefault(row["constituency_id"], set()).add(row["asked"])
    assert sum(said == {"not_asked"} for said in answers.values()) == 1
    assert {row["asked"] for row in sample["stakeholder"]} == {"answered", "asked", "not_asked", ""}


def test_boundaries_have_two_sides(sample: dict[str, Rows]) -> None:
    for boundary in sample["boundary"]:
        if boundary["attribute"]:
            sides = {row[boundary["attribute"]] for row in sample["stakeholder"]} - {""}
        else:
            sides = {
                row["side"]
                for row in sample["boundary_side"]
                if row["boundary_id"] == boundary["id"]
            }
        assert len(sides) == 2, boundary["id"]


def test_keys_made_of_two_ids_are_written_so(sample: dict[str, Rows]) -> None:
    for row in sample["membership"]:
        assert row["id"] == f"{row['stakeholder_id']}/{row['constituency_id']}"
    for row in sample["boundary_side"]:
        assert row["id"] == f"{row['boundary_id']}/{row['constituency_id']}"


def test_the_team_is_marked_and_says_where_it_stands(sample: dict[str, Rows]) -> None:
    team = {row["id"] for row in sample["stakeholder"] if row["on_team"] == "true"}
    assert 3 <= len(team) <= 4
    assert all(row["location_note"] for row in sample["stakeholder"] if row["id"] in team)
    assert {row["team_member_id"] for row in sample["legitimacy"]} <= team | {""}


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_the_rest_is_whole(folder: Path) -> None:
    rest = read_rest(folder)
    assert set(rest) <= {"landscape", "rounds"}
    assert set(rest["landscape"]) <= set(STORE["landscape"])
    assert all(rest["landscape"][key] for key in ("name", "challenge", "difference_sought"))


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_rounds_answer_an_instrument_that_is_there(folder: Path) -> None:
    for one_round in read_rest(folder).get("rounds", []):
        instrument = instrument_version(one_round["instrument"], one_round["version"])
        assert instrument is not None
        assert set(one_round) <= {*STORE["round"], "submissions"}
        items = {item.id for item in instrument.form(one_round["form"])}
        for submission in one_round["submissions"]:
            assert set(submission) <= {*STORE["submission"], "answered_on", "answers", "writings"}
            assert one_round["opened_on"] <= submission["answered_on"] <= one_round["closed_on"]
            assert set(submission["answers"]) == items
            for answer in submission["answers"].values():
                whole = answer if isinstance(answer, dict) else {"level": answer}
                if isinstance(answer, str):
                    whole = {"off_scale": answer}
                assert ("level" in whole) != ("off_scale" in whole)
                assert whole.get("level", 1) in (1, 2, 3, 4, 5)
                code = whole.get("off_scale", "cant_say")
                assert code in ("cant_say", "not_applicable", "no_answer")
                assert code != "not_applicable" or whole["reason"]


def test_the_climate_sample_has_the_size_it_was_written_for(climate: dict[str, Rows]) -> None:
    assert {table: len(rows) for table, rows in climate.items()} == {
        "boundary": 3,
        "boundary_side": 11,
        "constituency": 7,
        "legitimacy": 14,
        "map_view": 4,
        "plan_step": 4,
        "membership": 2,
        "relationship": 142,
        "report": 249,
        "stakeholder": 60,
    }


def test_saved_views_can_be_read(climate: dict[str, Rows]) -> None:
    looks = [from_plain(json.loads(row["look"])) for row in climate["map_view"]]
    assert [look.arrangement.value for look in looks] == ["groups", "rings", "grid", "places"]


def between(sample: dict[str, Rows], one: str, other: str) -> Rows:
    """Relationships between the stakeholders of two constituencies."""
    group = {row["id"]: row["constituency_id"] for row in sample["stakeholder"]}
    return [
        row
        for row in sample["relationship"]
        if {group[row["source_id"]], group[row["target_id"]]} == {one, other}
    ]


def isolates(sample: dict[str, Rows]) -> list[str]:
    ends = {row["source_id"] for row in sample["relationship"]}
    ends |= {row["target_id"] for row in sample["relationship"]}
    return [row["id"] for row in sample["stakeholder"] if row["id"] not in ends]


def test_the_climate_sample_hides_a_missing_conversation(climate: dict[str, Rows]) -> None:
    # Farmers and community groups were asked, and neither reports the other.
    assert between(climate, "farmers", "community") == []
    # Two weak crossings: business with community groups, farmers with research.
    assert len(between(climate, "business", "community")) == 2
    assert len(between(climate, "farmers", "research")) == 2
    assert isolates(climate) == ["highcombe-commons", "anglers", "northgate-logistics"]
    asked = {row["id"]: row["asked"] for row in climate["stakeholder"]}
    assert [asked[isolate] for isolate in isolates(climate)] == ["answered", "asked", "asked"]


def test_the_climate_sample_has_relationships_of_every_standing(climate: dict[str, Rows]) -> None:
    assert Counter(row["basis"] for row in climate["relationship"]).keys() == {
        "validated",
        "reported",
        "assumed",
    }
    assert {row["status"] for row in climate["relationship"]} == {"live", "dormant", "broken", ""}
    # Towards those nobody asked, only the mosque reports; all else is assumed.
    towards = [
        row
        for group in ("farmers", "government", "community")
        for row in between(climate, group, "tenants")
    ]
    assert Counter(row["basis"] for row in towards) == {"assumed": 3, "reported": 1}


def test_the_climate_sample_has_brokers(climate: dict[str, Rows]) -> None:
    own = {row["id"]: row["constituency_id"] for row in climate["stakeholder"]}
    further = {row["stakeholder_id"]: row["constituency_id"] for row in climate["membership"]}
    assert {(broker, own[broker], group) for broker, group in further.items()} == {
        ("amara-nwosu", "research", "community"),
        ("gwen-pryce", "farmers", "government"),
    }


def test_the_cancer_sample_has_the_size_it_was_written_for(cancer: dict[str, Rows]) -> None:
    assert {table: len(rows) for table, rows in cancer.items()} == {
        "boundary": 3,
        "boundary_side": 12,
        "constituency": 8,
        "legitimacy": 8,
        "membership": 2,
        "relationship": 74,
        "report": 129,
        "stakeholder": 36,
    }


def test_the_cancer_sample_hides_a_missing_conversation(cancer: dict[str, Rows]) -> None:
    # Family doctors send what the laboratory reads; both were asked, and neither reports the other.
    assert between(cancer, "gps", "laboratory") == []
    # Two weak crossings: family doctors with imaging, patients with managers.
    assert len(between(cancer, "gps", "imaging")) == 2
    assert len(between(cancer, "patients", "managers")) == 2
    assert isolates(cancer) == ["boat-families"]


def test_the_cancer_sample_has_a_broker_at_two_boundaries(cancer: dict[str, Rows]) -> None:
    side_of = {
        (row["boundary_id"], row["constituency_id"]): row["side"] for row in cancer["boundary_side"]
    }
    own = {row["id"]: row["constituency_id"] for row in cancer["stakeholder"]}
    between_sides = {
        (boundary, row["stakeholder_id"])
        for row in cancer["membership"]
        for boundary in ("practice-hospital", "treat-and-treated")
        if len(
            {
                side_of.get((boundary, own[row["stakeholder_id"]])),
                side_of.get((boundary, row["constituency_id"])),
            }
            - {None}
        )
        == 2
    }
    assert between_sides == {
        ("practice-hospital", "district-nurses"),
        ("treat-and-treated", "harriet-okonjo"),
    }
