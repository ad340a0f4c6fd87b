"""Who reads what of a round: the map's evidence is for those who see what is sensitive in it."""

from datetime import date

import pytest

from landscape.model.assessment import Round
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.store.base import Store

DAY = date(2026, 5, 4)
EVIDENCE = {"M01": {"sentence": "2 of 3 people in the inn hold a grudge."}}


@pytest.fixture
def closed(store: Store, small_town: str) -> Round:
    """A round by name that was closed with what the map shows."""
    asked = Round(id="", name="Spring", instrument="i", version=1, digest="d", form="quick")
    round_ = store.create_round(LOCAL, small_town, asked)
    return store.close_round(LOCAL, small_town, round_.id, DAY, evidence=EVIDENCE)


@pytest.mark.parametrize("role", [AccessRole.VIEWER, AccessRole.CONTRIBUTOR, AccessRole.EDITOR])
def test_those_who_do_not_see_what_is_sensitive_get_no_evidence(
    store: Store, small_town: str, closed: Round, role: AccessRole
) -> None:
    (seen,) = store.rounds(Principal(id="x", role=role), small_town)
    assert (seen.id, seen.evidence) == (closed.id, None)


def test_the_owner_gets_the_evidence(store: Store, small_town: str, closed: Round) -> None:
    (seen,) = store.rounds(LOCAL, small_town)
    assert (seen.id, seen.evidence) == (closed.id, EVIDENCE)


def test_who_holds_a_round_is_handed_its_evidence_nowhere_else(
    store: Store, small_town: str, closed: Round
) -> None:
    editor = Principal(id="x", role=AccessRole.EDITOR)
    again = store.reopen_round(editor, small_town, closed.id, code="KT4M9WQD", expected=3)
    at = store.show_live_item(editor, small_town, closed.id, "D01.1", DAY, shown=False)
    done = store.close_round(editor, small_town, closed.id, DAY, evidence=EVIDENCE)
    assert [one.evidence for one in (closed, again, at, done)] == [None] * 4
