"""What somebody decides about tables and columns stands; what is missing then is told."""

from landscape.services.importing.decisions import ANY_TABLE, Decisions
from landscape.services.importing.mapping import agreed
from landscape.services.importing.problems import Problem
from landscape.services.importing.roles import ColumnRole, TableKind, TableProposal
from tests.services.test_importing_proposals import roles, table

WHO = "Person,Event\nAnn,Fair\nBob,Fair\nAnn,Walk\nCy,Walk\nBob,Walk\n"


def decided(
    text: str, given: dict[str, ColumnRole], kinds: dict[str, TableKind] | None = None
) -> tuple[TableProposal, tuple[Problem, ...]]:
    decisions = Decisions(
        roles={(ANY_TABLE, column): role for column, role in given.items()}, kinds=kinds or {}
    )
    (proposal,), problems = agreed([table("a.csv", text)], [], decisions)
    return proposal, problems


def test_a_role_that_fits_what_a_table_holds_leaves_it_so() -> None:
    proposal, problems = decided(WHO, {"Event": ColumnRole.NAME, "Person": ColumnRole.GROUP})
    assert proposal.kind is TableKind.MEMBERSHIPS
    assert (roles(proposal), problems) == ({"group": "Person", "name": "Event"}, ())


def test_a_role_that_does_not_fit_makes_the_table_what_it_fits() -> None:
    given = {"Event": ColumnRole.SOURCE, "Person": ColumnRole.TARGET}
    proposal, problems = decided(WHO, given)
    assert proposal.kind is TableKind.RELATIONSHIPS
    assert (roles(proposal), problems) == ({"target": "Person", "source": "Event"}, ())


def test_who_took_part_needs_both_who_and_what() -> None:
    proposal, problems = decided(
        WHO, {"Event": ColumnRole.IGNORED}, {"a.csv": TableKind.MEMBERSHIPS}
    )
    assert roles(proposal) == {"name": "Person"}
    assert [str(problem) for problem in problems] == [
        "a.csv: No column is 'Group'. Choose the column that is, or leave the table aside."
    ]


def test_two_columns_cannot_have_one_role() -> None:
    _, problems = decided(
        "name,label\nMill,Inn\nFerry,Quay\n",
        {"name": ColumnRole.NAME, "label": ColumnRole.NAME},
    )
    assert [problem.code for problem in problems] == ["role-twice"]


def test_a_column_that_is_not_there_is_told() -> None:
    _, problems = decided(WHO, {"Colour": ColumnRole.GROUP})
    assert [problem.what for problem in problems] == ["There is no column 'Colour'."]
