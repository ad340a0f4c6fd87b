"""Expected counts by hand on the small town."""

from landscape.analysis.live import LiveFilter
from landscape.services.reading import (
    BOUNDARY_TABLES,
    EVIDENCE_TABLES,
    crossings_at,
    evidence_of,
    reach_at,
)


def test_the_crossings_of_a_boundary_by_attribute(principal, store, small_town):
    read = store.snapshot(principal, small_town, tables=BOUNDARY_TABLES)
    counted = crossings_at(read, "b_bank")
    # right bank: Upper farms and Mill Lane; r2, r3, r4 and r5 cross, r1 stays on the left
    assert counted.sides == ("left", "right")
    assert counted.relationships.tolist() == [[1, 4], [4, 0]]
    assert counted.unplaced == 0
    assert reach_at(read, "b_bank")["name"].iloc[0] == "Mill <b>Lane</b> residents"


def test_the_crossings_of_a_boundary_by_groups(principal, store, small_town):
    read = store.snapshot(principal, small_town, tables=BOUNDARY_TABLES)
    counted = crossings_at(read, "b_office")
    # Ida belongs to the farmers as well and stands on their side
    assert counted.response.loc["Fields", "members"] == 3
    assert counted.crossing == 1


def test_a_filter_narrows_what_is_counted(principal, store, small_town):
    read = store.snapshot(principal, small_town, tables=BOUNDARY_TABLES)
    counted = crossings_at(read, "b_bank", LiveFilter(least_depth=3))
    # r4 is at 4, r5 has no depth recorded and stays in
    assert counted.crossing == 2


def test_evidence_of_the_whole(principal, store, small_town):
    found = evidence_of(store.snapshot(principal, small_town, tables=EVIDENCE_TABLES))
    assert (found["E34"].count, found["E34"].base) == (3, 4)
    assert found["E34"].names == ("Media",)
    assert (found["E09"].count, found["E09"].base, found["E09"].of) == (1, 1, 4)
