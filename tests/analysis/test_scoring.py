"""Expected values: by hand, and from numpy and scipy on 200 random rounds."""

import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from landscape.analysis.agreement import average_deviation
from landscape.analysis.scoring import (
    by_person,
    dimension_results,
    item_results,
    middle,
    quartiles,
    said_in,
)
from landscape.model.scales import OffScale
from tests.analysis.release_rounds import small_instrument

INSTRUMENT = small_instrument()
IDS = [item.id for item in INSTRUMENT.items]
CODES = (*(code.value for code in OffScale), None)


def frame(rows):
    """One row an answer, of (person, item, level or code) or (person, item, level, target)."""
    return pd.DataFrame(
        [
            (who, item, *((None, given) if isinstance(given, str) else (given, None)), None, *aim)
            for who, item, given, *aim in ((*row, None)[:4] for row in rows)
        ],
        columns=["submission_id", "item_id", "level", "off_scale", "text_shown", "target"],
    )


def people(rows):
    return by_person(said_in(frame(rows)))


def dimension(rows, id_="D2"):
    found = dimension_results(INSTRUMENT, "full", people(rows))
    return next(one for one in found if one.dimension_id == id_)


@pytest.mark.parametrize("seed", range(200))
def test_medians_and_quartiles_are_those_of_numpy_and_scipy(seed):
    draw = np.random.default_rng(seed)
    raters = int(draw.integers(1, 15))
    # 1 to 5 are levels; 6 to 9 are the four answers off the scale, 10 is no row at all.
    given = draw.integers(1, 11 if seed % 2 else 7, size=(raters, len(IDS)))
    rows = [
        (f"p{person}", IDS[item], int(value) if value <= 5 else CODES[value - 6])
        for (person, item), value in np.ndenumerate(given)
        if value < 10
    ]
    who = people(rows)
    levels = np.where(given <= 5, given, np.nan).astype(float)
    codes = [code.value for code in OffScale]
    not_applicable = given == 6 + codes.index("not_applicable")
    for found in dimension_results(INSTRUMENT, "full", who):
        columns = [at for at, item in enumerate(IDS) if item.startswith(found.dimension_id)]
        mine = levels[:, columns]
        rated = np.isfinite(mine).sum(axis=1)
        counts = (rated > 0) & (rated * 2 >= len(columns) - not_applicable[:, columns].sum(axis=1))
        assert found.people == counts.sum()
        if not counts.any():
            assert math.isnan(found.centre)
            continue
        centres = np.nanmedian(mine[counts], axis=1)
        expected = [np.median(centres), *stats.scoreatpercentile(centres, [25, 75])]
        assert [found.centre, found.low, found.high] == pytest.approx(expected, abs=1e-9)
        assert found.high - found.low == pytest.approx(stats.iqr(centres), abs=1e-9)
    for at, item in enumerate(item_results(INSTRUMENT.items, who)):
        column = levels[np.isfinite(levels[:, at]), at]
        assert list(item.levels) == sorted(column)
        if column.size:
            expected = [np.median(column), *np.percentile(column, [25, 75])]
            assert [item.centre, item.low, item.high] == pytest.approx(expected, abs=1e-9)
            apart = np.mean(np.abs(column - np.median(column))) if column.size > 1 else math.nan
            assert average_deviation(item.levels) == pytest.approx(apart, abs=1e-9, nan_ok=True)


def test_the_centre_is_the_median_of_persons_not_of_answers():
    rows = [("one", item, 1) for item in ("D2.1", "D2.2", "D2.3")]
    rows += [(who, item, 5) for who in ("two", "three") for item in ("D2.1", "D2.2")]
    found = dimension(rows)
    assert (found.people, found.centre) == (3, 5.0)  # persons: 1, 5, 5
    assert found.levels == (1, 1, 1, 5, 5, 5, 5)


def test_quartiles_lie_between_persons():
    rows = [(f"p{level}", "D1.1", level) for level in (1, 2, 4, 5)]
    found = dimension(rows, "D1")
    # Places 0.75 and 2.25 of 1, 2, 4, 5, counting from 0.
    assert (found.centre, found.low, found.high) == (3.0, 1.75, 4.25)


def test_cant_say_leaves_the_centre_and_is_counted():
    found = dimension([("one", "D1.1", 4), ("two", "D1.1", "cant_say")], "D1")
    assert (found.people, found.centre) == (1, 4.0)
    assert found.off_scale == {OffScale.CANT_SAY: 1}


def test_too_few_answers_are_not_shown_and_not_imputed():
    found = dimension([("one", "D2.1", 2)])  # one of three
    assert found.people == 0
    assert math.isnan(found.centre)
    assert found.levels == (2,)


def test_items_that_do_not_apply_do_not_count_against_a_person():
    rows = [("one", "D2.1", 2), ("one", "D2.2", "not_applicable")]  # one of two
    assert (dimension(rows).people, dimension(rows).centre) == (1, 2.0)


def test_a_person_to_whom_nothing_applies_does_not_count():
    rows = [("one", item, "not_applicable") for item in ("D2.1", "D2.2", "D2.3")]
    assert dimension(rows).people == 0


def test_what_is_kept_as_unanswered_is_no_answer():
    rows = [("one", "D1.1", 3), ("two", "D1.1", "unanswered"), ("two", "D2.1", 3)]
    item = item_results(INSTRUMENT.items, people(rows))[0]
    assert item.answered == 1
    assert item.off_scale == {OffScale.UNANSWERED: 1}


def test_targets_are_medians_of_those_who_set_one():
    rows = [("one", "D2.1", 2, 4), ("one", "D2.2", 2, 3), ("two", "D2.1", 4, 5), ("six", "D2.1", 4)]
    assert dimension(rows).target == 4.25  # persons: 3.5 and 5
    assert item_results(INSTRUMENT.items, people(rows))[1].target == 4.5
    assert item_results(INSTRUMENT.items, people(rows))[1].gap == 0.5  # 4.5 over 4


def test_of_nobody_there_is_no_middle():
    assert math.isnan(middle([]))
    assert [math.isnan(one) for one in quartiles([])] == [True, True]
    assert dimension_results(INSTRUMENT, "full", {})[0].people == 0


def test_an_even_number_has_its_middle_between_two():
    assert middle([1, 2]) == 1.5
