"""Nothing is dropped in silence: where every row of any files went, as a sum that comes out."""

import pandas as pd
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from landscape.formats.source import SourceTable
from landscape.services.importing.decisions import Decisions, Endpoint
from landscape.services.importing.preparing import prepare
from landscape.services.importing.problems import Answer
from landscape.services.importing.summary import RowCounts

NAMES = ("Mill", "Ferry", "Inn", "Quay", "Bakery", "School", "mill", "Miill", "=Sum", "", "17")
VALUES = ("", "1", "3", "9", "much", "NA")
DECIDED = Decisions(
    all_alike={
        **dict.fromkeys(("missing-name", "missing-end", "number-for-name"), Answer.LEAVE_OUT),
        **dict.fromkeys(("rating-out-of-range", "depth-out-of-range"), Answer.WITHOUT),
        "number-for-group": Answer.WITHOUT,
        "duplicate-name": Answer.MERGE,
        "duplicate-id": Answer.KEEP,
    }
)
names = st.sampled_from(NAMES)
ends = st.one_of(names, st.sampled_from(["", "Mill|Ferry|Zoo", "Inn; Mill", "Zoo", "Zoo|Zoo", "|"]))
people = st.lists(
    st.tuples(names, st.sampled_from(["water", "trade", "5", ""]), st.sampled_from(VALUES)),
    max_size=12,
)
said = st.lists(
    st.tuples(ends, ends, st.sampled_from(["R1", "R2", ""]), st.sampled_from(VALUES)), max_size=14
)
parts = st.lists(st.tuples(names, st.sampled_from(["May fair", "Regatta", ""])), max_size=10)
decided = st.sampled_from(
    [
        DECIDED,
        Decisions(
            all_alike={**DECIDED.all_alike, "duplicate-name": Answer.LEAVE_OUT},
            endpoints={"Zoo": Endpoint(choice="create")},
            same={"Miill": "Mill"},
            rows=frozenset({("stakeholders.csv", 3), ("relationships.csv", 2)}),
            conflicting="deepest",
        ),
    ]
)


SAYS = {
    "stakeholders": {"name": "name", "group": "group", "influence": "influence"},
    "relationships": {"from": "source", "to": "target", "by": "reporter", "depth": "depth"},
    "memberships": {"name": "name", "event": "group"},
}


def tables_of(**rows: list[tuple[str, ...]]) -> list[SourceTable]:
    """A table for each kind that has rows, told by its format what it holds."""
    return [
        SourceTable(
            file=f"{holds}.csv",
            sheet=None,
            frame=pd.DataFrame(
                cells,
                columns=list(SAYS[holds]),
                index=pd.RangeIndex(2, len(cells) + 2, name="row"),
                dtype="str",
            ),
            holds=holds,  # type: ignore[arg-type]
            says=SAYS[holds],
        )
        for holds, cells in rows.items()
        if cells
    ]


def adds_up(rows: RowCounts) -> bool:
    went = rows.stored + rows.merged + rows.rejected + rows.left_out + rows.waiting
    return rows.read + rows.further == went


@settings(max_examples=60, deadline=None)
@given(people, said, parts, decided)
def test_every_row_is_stored_merged_rejected_or_left_out(
    listed: list[tuple[str, ...]],
    told: list[tuple[str, ...]],
    taking_part: list[tuple[str, ...]],
    decisions: Decisions,
) -> None:
    tables = tables_of(stakeholders=listed, relationships=told, memberships=taking_part)
    assume(tables)
    plan = prepare(tables, decisions=decisions, missing="leave-out")
    assert not [problem for problem in plan.problems if problem.open]
    rows = plan.summary.rows
    assert rows.read == len(listed) + len(told) + len(taking_part)
    assert rows.waiting == 0
    assert min(rows.further, rows.stored, rows.merged, rows.rejected, rows.left_out) >= 0
    assert adds_up(rows)
    assert len(plan.rejected) == rows.rejected + rows.left_out


@settings(max_examples=60, deadline=None)
@given(people, said)
def test_without_decisions_what_is_open_waits(
    listed: list[tuple[str, ...]], told: list[tuple[str, ...]]
) -> None:
    tables = tables_of(stakeholders=listed, relationships=told)
    assume(tables)
    plan = prepare(tables)
    assert adds_up(plan.summary.rows)
    assert plan.summary.rows.waiting >= 0
    assert plan.summary.refused == bool(plan.open)
    assert plan.edit is None or not plan.open
