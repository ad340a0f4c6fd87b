"""Tables in the wild go in with no editing, and every row of them is accounted for."""

import pytest

from landscape.services.importing.preparing import prepare
from landscape.services.importing.summary import ImportSummary
from tests.services.test_importing_proposals import table, tables
from tests.services.wild_tables import WILD, Wild


@pytest.mark.parametrize("wild", WILD, ids=[wild.title for wild in WILD])
def test_it_goes_in_and_every_row_is_accounted_for(wild: Wild) -> None:
    plan = prepare(tables(wild), missing="create")
    assert plan.open == ()
    assert plan.edit is not None
    rows = plan.summary.rows
    there = rows.stored + rows.merged + rows.rejected + rows.left_out
    assert (rows.waiting, there) == (0, rows.read + rows.further)


def brought(title: str) -> ImportSummary:
    (wild,) = [wild for wild in WILD if wild.title == title]
    return prepare(tables(wild), missing="create").summary


@pytest.mark.parametrize(
    ("title", "stakeholders", "relationships", "reports", "groups"),
    [
        ("Gephi tables with codes", 6, 4, 4, 3),
        ("Kumu sheets", 5, 4, 4, 3),
        ("Graph Commons", 4, 3, 3, 3),
        ("a calendar", 4, 3, 5, 0),
        ("who came to what", 3, 0, 0, 3),
        ("committees with their members in one cell", 4, 0, 0, 3),
        ("names by code with leading noughts", 4, 4, 4, 2),
        ("points that part words in headers, and codes of letters and numbers", 6, 5, 6, 3),
        ("whom each one works with, in one cell", 3, 3, 4, 2),
        ("companies and their directors", 3, 0, 0, 3),
    ],
)
def test_what_comes_of_it_is_counted_by_hand(
    title: str, stakeholders: int, relationships: int, reports: int, groups: int
) -> None:
    found = brought(title)
    assert (found.stakeholders, found.relationships, found.reports, found.groups) == (
        stakeholders, relationships, reports, groups,
    )  # fmt: skip


def test_groups_of_ends_may_stand_beside_them() -> None:
    text = "Source sector,Source,Target,Target sector\nfood,Mill,Ferry,transport\n"
    summary = prepare([table("a.csv", text)], missing="create").summary
    assert (summary.stakeholders, summary.groups) == (2, 2)
