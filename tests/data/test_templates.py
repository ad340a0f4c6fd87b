"""Templates are whole: every reference leads somewhere, every word belongs to its closed set."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from landscape.model import scales
from landscape.model.boundary import Boundary

FOLDER = Path(__file__).parents[2] / "data" / "templates"
FILES = sorted(FOLDER.glob("*.toml"))

TEXTS = ("id", "title", "sentence", "challenge_prompt", "difference_prompt")
KEYS = {*TEXTS, "first_questions", "constituencies", "stakeholders", "boundaries"}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture
def template(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_there_are_six_templates() -> None:
    assert [path.stem for path in FILES] == [
        "cancer-diagnosis",
        "climate-knowledge",
        "deadlock",
        "misinformation",
        "one-client",
        "one-conversation",
    ]


def test_a_template_says_what_it_is(path: Path, template: dict[str, Any]) -> None:
    assert template["id"] == path.stem
    assert set(template) == KEYS
    assert all(template[key].strip() for key in TEXTS)
    assert template["sentence"].count(".") <= 2
    assert template["challenge_prompt"].endswith("?")
    assert template["difference_prompt"].endswith("?")


def test_three_questions_come_first(template: dict[str, Any]) -> None:
    assert len(template["first_questions"]) == 3
    assert all(question.endswith("?") for question in template["first_questions"])


def test_constituencies_have_words_of_the_closed_sets(template: dict[str, Any]) -> None:
    for constituency in template["constituencies"]:
        assert set(constituency) == {"id", "name", "kind", "level", "roles"}
        assert scales.ConstituencyKind(constituency["kind"])
        assert scales.Level(constituency["level"])
        assert [scales.Role(role).value for role in constituency["roles"]] == constituency["roles"]


def test_stakeholders_are_roles_in_constituencies_that_are_there(template: dict[str, Any]) -> None:
    constituencies = [row["id"] for row in template["constituencies"]]
    for row in template["stakeholders"]:
        assert {"id", "name", "kind", "constituency", "level"} <= set(row)
        assert set(row) <= {"id", "name", "kind", "constituency", "level", "roles"}
        assert row["constituency"] in constituencies
        assert scales.StakeholderKind(row["kind"])
        assert scales.Level(row["level"])
        assert [scales.Role(role).value for role in row.get("roles", [])] == row.get("roles", [])
    assert {row["constituency"] for row in template["stakeholders"]} == set(constituencies)


def test_ids_and_names_are_used_once(template: dict[str, Any]) -> None:
    for table in ("constituencies", "stakeholders", "boundaries"):
        for column in ("id", "name"):
            values = [row[column] for row in template[table]]
            assert len(set(values)) == len(values)


def test_boundaries_have_sides_and_ask_about_themselves(template: dict[str, Any]) -> None:
    constituencies = {row["id"] for row in template["constituencies"]}
    assert template["boundaries"]
    for row in template["boundaries"]:
        assert set(row) == {"id", "name", "kinds", "protects_question", "costs_question", "sides"}
        assert set(row["sides"]) <= constituencies
        assert len(set(row["sides"].values())) == 2
        assert row["protects_question"].endswith("?")
        assert row["costs_question"].endswith("?")
        boundary = Boundary(
            id=row["id"],
            name=row["name"],
            kinds=tuple(scales.BoundaryKind(kind) for kind in row["kinds"]),
            sides=row["sides"],
        )
        assert boundary.kinds


def test_a_template_is_small_enough_to_begin_with(path: Path, template: dict[str, Any]) -> None:
    size = len(template["stakeholders"])
    if path.stem == "one-conversation":
        assert size == 8
    else:
        assert 12 <= size <= 15


def test_one_conversation_has_two_sides() -> None:
    template = tomllib.loads((FOLDER / "one-conversation.toml").read_text(encoding="utf-8"))
    of_each = [row["constituency"] for row in template["stakeholders"]]
    assert (of_each.count("one-side"), of_each.count("other-side")) == (4, 4)
