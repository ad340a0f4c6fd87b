"""Two files whose headers say nothing map themselves, and every row is accounted for.

The written twin always runs; the real files give the figures of decisions 15.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.importing.importing import SourceFile, import_files
from landscape.services.importing.summary import ImportSummary
from landscape.store.base import Snapshot
from landscape.store.duckdb.store import DuckDBStore
from tests.formats import kelp_like

OTHER_ORDER = (5, 4, 3, 2, 1, 0)


def two_files() -> list[SourceFile]:
    return [
        SourceFile(name="organizations.csv", data=kelp_like.as_csv(kelp_like.people())),
        SourceFile(name="reported-ties.csv", data=kelp_like.as_csv(kelp_like.said())),
    ]


def files_in_other_order() -> list[SourceFile]:
    return [
        SourceFile(name="b.csv", data=kelp_like.as_csv(kelp_like.said(OTHER_ORDER))),
        SourceFile(name="a.csv", data=kelp_like.as_csv(kelp_like.people())),
    ]


def one_book() -> list[SourceFile]:
    return [SourceFile(name="survey.xlsx", data=kelp_like.as_book())]


def new_landscape(store: DuckDBStore) -> str:
    return store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Kelp")).id


def isolates(snapshot: Snapshot) -> int:
    ends = {*snapshot.relationship["source_id"], *snapshot.relationship["target_id"]}
    return int((~snapshot.stakeholder["id"].isin(ends)).sum())


def figures(summary: ImportSummary) -> tuple[int, ...]:
    return (
        summary.stakeholders,
        summary.relationships,
        summary.reports,
        summary.self_rows,
        summary.duplicates,
        summary.missing_endpoints,
    )


@pytest.mark.parametrize("files", [two_files, files_in_other_order, one_book])
def test_roles_come_from_contents_however_the_files_come(
    files: Callable[[], list[SourceFile]], store: DuckDBStore
) -> None:
    landscape_id = new_landscape(store)
    summary = import_files(LOCAL, store, landscape_id, files())
    assert summary.stored
    assert figures(summary) == (
        kelp_like.STAKEHOLDERS, kelp_like.PAIRS, kelp_like.REPORTS,
        kelp_like.SELF_ROWS, kelp_like.DUPLICATES, 1,
    )  # fmt: skip
    roles = {role: column for found in summary.mapping.values() for role, column in found.items()}
    assert roles == {
        "id": "id",
        "name": "organization",
        "group": "organization_label",
        "reporter": "from_1",
        "source": "from_2",
        "source_group": "from_3",
        "depth": "type",
        "target": "to_1",
        "target_group": "to_2",
    }
    snapshot = store.snapshot(LOCAL, landscape_id)
    assert sorted(snapshot.constituency["name"]) == ["Media", "NGO", "Research", "State"]
    assert isolates(snapshot) == kelp_like.ISOLATES
    answered = snapshot.stakeholder["asked"].eq("answered").sum()
    assert (answered, snapshot.stakeholder["asked"].isna().sum()) == (kelp_like.ANSWERED, 5)


def test_every_row_went_somewhere(store: DuckDBStore) -> None:
    rows = import_files(LOCAL, store, new_landscape(store), two_files()).rows
    assert (rows.read, rows.stored, rows.merged, rows.rejected, rows.left_out, rows.waiting) == (
        kelp_like.ROWS + kelp_like.STAKEHOLDERS,
        kelp_like.REPORTS + kelp_like.STAKEHOLDERS,
        kelp_like.DUPLICATES,
        kelp_like.SELF_ROWS,
        1,
        0,
    )


@pytest.mark.parametrize(
    ("missing", "stakeholders", "pairs", "lone"),
    [("leave-out", 12, 12, 3), ("create", 13, 13, 3), ("nearest", 12, 13, 2)],
)
def test_a_missing_endpoint_is_left_out_added_or_found_by_its_initials(
    missing: str, stakeholders: int, pairs: int, lone: int, store: DuckDBStore
) -> None:
    landscape_id = new_landscape(store)
    summary = import_files(LOCAL, store, landscape_id, two_files(), missing=missing)
    assert (summary.stakeholders, summary.relationships) == (stakeholders, pairs)
    assert isolates(store.snapshot(LOCAL, landscape_id)) == lone


def test_a_missing_endpoint_can_refuse_the_import(store: DuckDBStore) -> None:
    landscape_id = new_landscape(store)
    summary = import_files(LOCAL, store, landscape_id, two_files(), missing="refuse")
    assert (summary.stored, summary.refused) == (False, True)
    assert [str(problem) for problem in summary.problems if problem.open] == [
        "reported-ties.csv, row 20, column 'to_1': 'NBCoP' is not among the stakeholders. "
        f"Did you mean {kelp_like.MEANT!r}? Else add it, or leave its rows out."
    ]
    assert store.snapshot(LOCAL, landscape_id).stakeholder.empty


def test_reports_that_differ_make_one_relationship_with_the_lower_middle(
    store: DuckDBStore,
) -> None:
    landscape_id = new_landscape(store)
    import_files(LOCAL, store, landscape_id, two_files())
    snapshot = store.snapshot(LOCAL, landscape_id)
    ids = dict(zip(snapshot.stakeholder["name"], snapshot.stakeholder["id"], strict=True))
    pair = {ids["Bay Harbour Authority"], ids["Saltmarsh Trust"]}
    ends = snapshot.relationship[["source_id", "target_id"]].apply(set, axis=1)
    (row,) = snapshot.relationship[ends.map(lambda both: both == pair)].itertuples()
    said = snapshot.report[snapshot.report["relationship_id"] == row.id]
    assert sorted(said["depth"]) == [1, 2, 3]
    assert (row.depth, row.basis) == (2, "validated")
    pair = {ids["Saltmarsh Trust"], ids["Friends of the Estuary"]}
    (row,) = snapshot.relationship[ends.map(lambda both: both == pair)].itertuples()
    assert (row.depth, row.basis) == (2, "reported")  # 2 and 3 by one side: the lower middle


def test_relationships_alone_bring_their_stakeholders_and_groups(store: DuckDBStore) -> None:
    landscape_id = new_landscape(store)
    (_, said) = two_files()
    summary = import_files(LOCAL, store, landscape_id, [said])
    snapshot = store.snapshot(LOCAL, landscape_id)
    # all but the two media and the community of practice, and the acronym
    assert (summary.stakeholders, summary.relationships, summary.reports) == (10, 13, 18)
    assert sorted(snapshot.constituency["name"]) == ["NGO", "Research", "State"]
    assert snapshot.stakeholder["constituency_id"].notna().all()


def test_stakeholders_alone_are_useful(store: DuckDBStore) -> None:
    landscape_id = new_landscape(store)
    (people, _) = two_files()
    summary = import_files(LOCAL, store, landscape_id, [people])
    assert (summary.stakeholders, summary.groups, summary.relationships) == (12, 4, 0)


@pytest.mark.parametrize(
    ("missing", "stakeholders", "pairs", "reports", "lone"),
    [
        ("leave-out", 204, 528, 809, 4),
        ("create", 205, 529, 810, 4),
        ("nearest", 204, 529, 810, 3),
    ],
)
def test_the_kelp_figures_are_exact(
    missing: str, stakeholders: int, pairs: int, reports: int, lone: int,
    store: DuckDBStore, foreign_samples: Path,
) -> None:  # fmt: skip
    landscape_id = new_landscape(store)
    folder = foreign_samples / "kelp-forest-governance"
    files = [
        SourceFile(name=name, data=(folder / name).read_bytes())
        for name in ("organizations.csv", "reported-ties.csv")
    ]
    summary = import_files(LOCAL, store, landscape_id, files, missing=missing)
    assert figures(summary) == (stakeholders, pairs, reports, 105, 53, 1)
    snapshot = store.snapshot(LOCAL, landscape_id)
    assert isolates(snapshot) == lone
    assert snapshot.stakeholder["asked"].eq("answered").sum() == 52
    assert len(snapshot.constituency) == 11
    rows = summary.rows
    assert rows.read == 204 + 968
    assert rows.read == rows.stored + rows.merged + rows.rejected + rows.left_out
