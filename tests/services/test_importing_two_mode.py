"""Lists of who takes part in what: groups with members, or relationships between them."""

import pandas as pd
import pytest

from landscape.formats.source import SourceTable
from landscape.services.importing import two_mode
from landscape.services.importing.decisions import Decisions
from landscape.services.importing.ledger import Ledger
from landscape.services.importing.problems import Answer
from landscape.services.importing.proposing import propose
from landscape.services.importing.roles import TableKind


def table(rows: list[tuple[str, ...]], columns: tuple[str, ...]) -> SourceTable:
    frame = pd.DataFrame(rows, columns=list(columns), dtype="str")
    frame.index = pd.RangeIndex(2, len(frame) + 2, name="row")
    return SourceTable(file="who.csv", sheet=None, frame=frame)


def read(
    rows: list[tuple[str, ...]],
    columns: tuple[str, ...] = ("Person", "Event"),
    kind: TableKind = TableKind.MEMBERSHIPS,
    decisions: Decisions | None = None,
) -> tuple[pd.DataFrame, Ledger]:
    ledger = Ledger(decisions=decisions or Decisions())
    source = table(rows, columns)
    (proposal,) = propose([source], kinds={source.key: kind})
    return two_mode.read_memberships(source, proposal, ledger), ledger


ROWS = [("Ann", "fair"), ("Bob", "fair"), ("Cy", "fair"), ("Ann", "walk"), ("Bob", "walk")]


def test_each_row_puts_one_name_into_one_group() -> None:
    memberships, ledger = read([("Ann ", "fair"), ("Bob", "fair")])
    assert memberships.to_dict("list")["name"] == ["Ann", "Bob"]
    assert memberships["group"].tolist() == ["fair", "fair"]
    assert memberships["role"].isna().all()
    assert memberships.index.tolist() == [2, 3]
    assert ledger.problems == []


def test_the_part_somebody_has_goes_with_the_membership() -> None:
    rows = [("Ann", "water", "chair"), ("Bob", "water", "NA")]
    memberships, _ = read(rows, ("Member", "Board", "Role"))
    assert memberships["role"].tolist()[0] == "chair"
    assert memberships["role"].isna().tolist() == [False, True]


def test_several_names_in_a_cell_are_several_memberships_of_one_row() -> None:
    rows = [("water", "Ann; Bob | Cy"), ("roads", "Ann;"), ("schools", "Di")]
    memberships, _ = read(rows, ("Committee", "Members"))
    assert list(zip(memberships.index, memberships["name"], memberships["group"], strict=True)) == [
        (2, "Ann", "water"), (2, "Bob", "water"), (2, "Cy", "water"),
        (3, "Ann", "roads"), (4, "Di", "schools"),
    ]  # fmt: skip


def test_names_parted_by_commas_are_several_where_they_come_again() -> None:
    rows = [("water", "Ann Oak, Bob Elm"), ("roads", "Bob Elm, Cy Fir"), ("schools", "Cy Fir")]
    memberships, _ = read(rows, ("Committee", "Members"))
    assert memberships["name"].tolist() == ["Ann Oak", "Bob Elm", "Bob Elm", "Cy Fir", "Cy Fir"]


def test_a_blank_group_is_asked_about_once_a_row() -> None:
    memberships, ledger = read([("Ann", "fair"), ("Bob", "")])
    assert [(p.code, p.row, p.column, p.open) for p in ledger.problems] == [
        ("missing-end", 3, "Event", True)
    ]
    assert memberships["name"].tolist() == ["Ann"]
    left = Decisions(all_alike={"missing-end": Answer.LEAVE_OUT})
    _, ledger = read([("Ann", "fair"), ("Bob", "")], decisions=left)
    assert [gone.row for gone in ledger.left_out] == [3]


def test_any_two_who_share_something_are_related_once() -> None:
    memberships, _ = read(ROWS, kind=TableKind.SHARED)
    found = two_mode.shared(memberships.rename_axis(index="row").reset_index())
    assert found[["source", "target", "kind", "weight", "note", "row"]].to_numpy().tolist() == [
        ["Ann", "Bob", "shared", 2.0, "fair, walk", 3],
        ["Ann", "Cy", "shared", 1.0, "fair", 4],
        ["Bob", "Cy", "shared", 1.0, "fair", 4],
    ]


def test_the_last_day_they_met_goes_with_the_relationship() -> None:
    rows = [(*row, "2024-05-01" if row[1] == "fair" else "2024-06-01") for row in ROWS]
    memberships, _ = read(rows, ("Person", "Event", "Date"), TableKind.SHARED)
    found = two_mode.shared(memberships.rename_axis(index="row").reset_index())
    assert [day.isoformat()[:10] for day in found["reported_on"]] == [
        "2024-06-01", "2024-05-01", "2024-05-01",
    ]  # fmt: skip


@pytest.mark.parametrize(("many", "related"), [(60, 1770), (61, 0)])
def test_what_more_than_sixty_share_is_told_and_relates_nobody(many: int, related: int) -> None:
    rows = [(f"P{n}", "assembly") for n in range(many)]
    memberships, ledger = read(rows, kind=TableKind.SHARED)
    found = two_mode.shared(memberships.rename_axis(index="row").reset_index())
    assert len(found) == related
    assert [(p.code, p.row, p.what) for p in ledger.problems] == (
        []
        if related
        else [("shared-by-many", 2, "'assembly' is shared by 61: no relationship is made of it.")]
    )


def test_nobody_who_shares_nothing_is_related() -> None:
    memberships, _ = read([("Ann", "fair"), ("Bob", "walk")], kind=TableKind.SHARED)
    found = two_mode.shared(memberships.rename_axis(index="row").reset_index())
    assert found.empty
    assert found.columns.tolist() == [
        "source", "target", "kind", "weight", "note", "row", "directed", "attributes",
    ]  # fmt: skip
