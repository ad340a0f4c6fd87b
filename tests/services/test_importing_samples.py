"""Files of other people go in with no editing; tables written for us after them always do.

The written twins are in `wild_tables`: Gephi's tables with codes, Kumu's in lower case.
"""

from pathlib import Path

import pytest

from landscape.services.importing.importing import SourceFile, read_files
from landscape.services.importing.preparing import prepare
from landscape.services.importing.roles import TableKind
from tests.services.test_importing_proposals import roles, tables
from tests.services.wild_tables import WILD

NET_ZERO = ("net-zero-initiatives/nodes_1031.csv", "net-zero-initiatives/edges_1031.csv")
WORKBOOK = ("net-zero-initiatives/Master_Data_NetworkGraph_v20221031.xlsx",)
SPECS = ("vc-spec-map/vc-spec-map-elements.csv", "vc-spec-map/vc-spec-map-connections.csv")


def test_a_pair_of_tables_with_dates_as_lists_goes_in() -> None:
    (wild,) = [wild for wild in WILD if wild.title == "Gephi tables with codes"]
    summary = prepare(tables(wild)).summary
    assert (summary.stakeholders, summary.relationships, summary.missing_endpoints) == (6, 4, 0)


@pytest.mark.parametrize(
    ("names", "stakeholders", "relationships", "reports", "groups"),
    [(NET_ZERO, 40, 46, 47, 7), (WORKBOOK, 40, 46, 47, 7), (SPECS, 54, 70, 70, 3)],
)
def test_real_files_go_in_as_they_are(
    names: tuple[str, ...], stakeholders: int, relationships: int, reports: int, groups: int,
    foreign_samples: Path,
) -> None:  # fmt: skip
    files = [SourceFile(name=n, data=(foreign_samples / n).read_bytes()) for n in names]
    read, unreadable = read_files(files)
    plan = prepare(read)
    found = plan.summary
    assert (unreadable, plan.open) == ([], ())
    assert (found.stakeholders, found.relationships, found.reports, found.groups) == (
        stakeholders, relationships, reports, groups,
    )  # fmt: skip
    assert found.missing_endpoints == 0


def test_of_a_workbook_with_prose_two_sheets_are_read(foreign_samples: Path) -> None:
    files = [SourceFile(name=n, data=(foreign_samples / n).read_bytes()) for n in WORKBOOK]
    read, _ = read_files(files)
    kinds = {proposal.table: proposal for proposal in prepare(read).proposals}
    used = {
        key.rpartition("sheet ")[2]: roles(proposal)
        for key, proposal in kinds.items()
        if proposal.kind is not TableKind.ASIDE
    }
    assert used == {
        "1_data_nodes": {"id": "ID", "name": "Label", "group": "node_type"},
        "2_data_paths(edges)": {
            "source": "source_name", "target": "target_name", "kind": "path_type",
        },
    }  # fmt: skip
