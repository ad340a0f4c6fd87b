"""Templates: six beginnings, each with groups, roles to replace, boundaries and questions."""

import pytest

from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.principal import LOCAL
from landscape.services.templates import create_from_template, templates
from landscape.store.duckdb.store import DuckDBStore

TEMPLATES = templates()


def test_there_are_six_templates() -> None:
    assert list(TEMPLATES) == [
        "cancer-diagnosis",
        "climate-knowledge",
        "deadlock",
        "misinformation",
        "one-client",
        "one-conversation",
    ]


@pytest.mark.parametrize("template_id", list(TEMPLATES))
def test_a_template_becomes_a_landscape(store: DuckDBStore, template_id: str) -> None:
    template = TEMPLATES[template_id]
    landscape = create_from_template(
        LOCAL, store, template_id, "Ours", challenge="Why?", difference_sought="That."
    )
    stored = store.snapshot(LOCAL, landscape.id)
    assert (landscape.name, landscape.challenge, landscape.difference_sought) == (
        "Ours",
        "Why?",
        "That.",
    )
    assert list(stored.constituency["name"]) == [group.name for group in template.constituencies]
    assert set(stored.stakeholder["name"]) == {somebody.name for somebody in template.stakeholders}
    assert set(stored.boundary["id"]) == {boundary.id for boundary in template.boundaries}
    assert len(stored.boundary_side) == sum(len(b.sides) for b in template.boundaries)
    assert sorted(stored.placement["stakeholder_id"]) == sorted(stored.stakeholder["id"])
    assert len(template.first_questions) == 3


def test_a_template_records_nothing_about_who_was_asked(store: DuckDBStore) -> None:
    landscape = create_from_template(LOCAL, store, "one-conversation", "Ours")
    stored = store.snapshot(LOCAL, landscape.id)
    assert bool(stored.stakeholder["asked"].isna().all())
    assert bool(stored.constituency["stake"].isna().all())


def test_a_landscape_needs_a_name(store: DuckDBStore) -> None:
    with pytest.raises(InvalidValueError, match=r"A landscape has no name\. Give it one\."):
        create_from_template(LOCAL, store, "one-conversation", "  ")
    assert store.landscapes(LOCAL) == ()


def test_an_unknown_template_is_refused(store: DuckDBStore) -> None:
    with pytest.raises(NotFoundError, match="There is no template 'atlantis'"):
        create_from_template(LOCAL, store, "atlantis", "Ours")
