"""What the matrix of dimensions by group shows, read back from the figure."""

import math
from collections import Counter

from landscape.analysis.results import DimensionResult
from landscape.assessments import instruments
from landscape.charts.dimension_groups import (
    dimension_groups,
    dimension_groups_alt,
    group_centres,
)

INSTRUMENT = instruments()["convening-readiness"]
FIRST, SECOND = INSTRUMENT.dimensions[:2]


def of(dimension_id, centre):
    return DimensionResult(
        dimension_id=dimension_id,
        people=5,
        levels=(),
        off_scale=Counter(),
        centre=centre,
        low=centre,
        high=centre,
    )


BY_GROUP = {
    "Farmers": (of(SECOND.id, 1.0), of(FIRST.id, 2.5)),
    "<b>Offices</b>": (of(FIRST.id, 4.0), of(SECOND.id, math.nan)),
}


def test_a_cell_holds_the_median_of_a_group_and_is_empty_where_none_is_shown():
    cells = dimension_groups(INSTRUMENT, BY_GROUP, dark=False).data[0]
    assert [list(line) for line in cells.z] == [[2.5, 4.0], [1.0, None]]
    assert (cells.zmin, cells.zmax) == (1, 5)


def test_groups_are_named_without_markup():
    figure = dimension_groups(INSTRUMENT, BY_GROUP, dark=True)
    assert figure.layout.xaxis.ticktext == ("Farmers", "\u2039b\u203aOffices\u2039/b\u203a")


def test_the_words_say_what_the_picture_shows():
    assert dimension_groups_alt(INSTRUMENT, BY_GROUP) == (
        f"Medians by dimension and group. {FIRST.title}: Farmers 2.5, <b>Offices</b> 4; "
        f"{SECOND.title}: Farmers 1, <b>Offices</b> not shown."
    )


def test_dimensions_come_in_the_instruments_order():
    assert list(group_centres(INSTRUMENT, BY_GROUP)) == [FIRST.id, SECOND.id]
