"""What the texts in cells mean, in the ways of several countries, read by the whole column."""

import pandas as pd
import pytest

from landscape.services.importing import days, values


def column(*cells: str) -> pd.Series:
    return pd.Series(list(cells), dtype="str")


def shown(read: pd.Series) -> list[str | None]:
    return [None if pd.isna(day) else day.strftime("%Y-%m-%d") for day in read]


def numbers(read: pd.Series) -> list[float | None]:
    return [None if pd.isna(number) else round(float(number), 6) for number in read]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("2024-03-15", "2024-3-1 10:22:33", "2024-03-15T10:22:33Z"), ["15", "01", "15"]),
        (("3/15/2024", "3/2/2024 10:22 AM"), ["15", "02"]),
        (("15/03/2024", "2/3/24"), ["15", "02"]),
        (("15.03.2024", "1.3.24", "02. 03. 2024"), ["15", "01", "02"]),
        (("15-03-2024", "01-03-2024"), ["15", "01"]),
        (("15 March 2024", "March 3, 2024", "Fri, 15 Mar 2024"), ["15", "03", "15"]),
        (("15. März 2024", "1er mars 2024", "3 mrt 2024"), ["15", "01", "03"]),
        (("15 de marzo de 2024", "2 marzo 2024", "3-Mar-24"), ["15", "02", "03"]),
        (("20240315", "20240301"), ["15", "01"]),
        (("45366", "45352.5"), ["15", "01"]),  # as spreadsheets count: 45366 is 15 March 2024
    ],
)
def test_days_of_march_2024_are_read_however_they_are_written(
    cells: tuple[str, ...], expected: list[str]
) -> None:
    found, bad = values.day(column(*cells))
    assert shown(found) == [f"2024-03-{day}" for day in expected]
    assert not bad.any()


@pytest.mark.parametrize("cell", ["2024", "Q1 2024", "2024-03", "March 2024", "2019-2021", "2020s"])
def test_a_year_a_quarter_or_a_month_is_no_day(cell: str) -> None:
    assert days.coarse(column(cell)).tolist() == [True]
    assert values.day(column(cell))[1].tolist() == [True]


def test_what_is_no_day_is_told_and_what_is_missing_is_not() -> None:
    found, bad = values.day(column("2024-02-30", "soon", "n/a", "", "13/13/2024"))
    assert shown(found) == [None] * 5
    assert bad.tolist() == [True, True, False, False, True]


def test_months_come_first_in_strokes_unless_a_cell_says_otherwise() -> None:
    assert shown(values.day(column("3/4/2024"))[0]) == ["2024-03-04"]
    assert shown(values.day(column("3/4/2024", "13/4/2024"))[0]) == ["2024-04-03", "2024-04-13"]
    assert days.both_ways(column("3/4/2024", "5/6/2024")) == "3/4/2024"
    assert days.both_ways(column("3/4/2024", "13/6/2024")) is None
    assert days.both_ways(column("3.4.2024")) is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1.234,5", "2,5"), [1234.5, 2.5]),
        (("1 234,5", "3"), [1234.5, 3.0]),
        (("1’234.5", "1'000"), [1234.5, 1000.0]),
        (("1,234.5", "1,000"), [1234.5, 1000.0]),
        (("1,234", "5"), [1234.0, 5.0]),
        (("0,123", "1,5"), [0.123, 1.5]),
        (("1.234.567",), [1234567.0]),
        (("1.5", "2"), [1.5, 2.0]),
        (("45%", "3,5 %"), [0.45, 0.035]),
        (("€ 1.200,00", "12,50 EUR"), [1200.0, 12.5]),
    ],
)
def test_numbers_are_read_by_the_whole_column(
    cells: tuple[str, ...], expected: list[float]
) -> None:
    found, bad = values.number(column(*cells))
    assert numbers(found) == expected
    assert not bad.any()


def test_degrees_with_a_comma_stay_degrees() -> None:
    found, bad = values.number(column("52,370", "4,895"), -90, 90)
    assert (numbers(found), bad.tolist()) == ([52.37, 4.895], [False, False])


def test_words_and_what_has_no_end_are_no_numbers() -> None:
    found, bad = values.number(column("many", "inf", "", "NA"))
    assert numbers(found) == [None] * 4
    assert bad.tolist() == [True, True, False, False]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("9997", "1", "2"), [None, 1.0, 2.0]),
        (("9997", "9500"), [9997.0, 9500.0]),
        (("-99", "1"), [None, 1.0]),
        (("-99", "-98"), [-99.0, -98.0]),
    ],
)
def test_9997_is_missing_only_where_all_others_are_far_from_it(
    cells: tuple[str, ...], expected: list[float | None]
) -> None:
    assert numbers(values.number(column(*cells))[0]) == expected


@pytest.mark.parametrize(
    ("cell", "rating"),
    [
        *(("4", 4), ("4.0", 4), ("4,0", 4), ("4 - High", 4), ("High (4)", 4), ("4/5", 4)),
        *(("very low", 1), ("H", 4), ("mittel", 3), ("élevé", 4), ("laag", 2), ("alta", 4)),
        *(("medio", 3), ("sehr hoch", 5)),
    ],
)
def test_a_rating_may_be_a_word(cell: str, rating: int) -> None:
    assert values.rating(column(cell), "influence")[0].tolist() == [rating]


@pytest.mark.parametrize("cell", ["9", "3.5", "much", "7 - High", "0"])
def test_what_is_no_rating_is_told(cell: str) -> None:
    assert values.rating(column(cell), "influence")[1].tolist() == [True]


@pytest.mark.parametrize(
    ("word", "depth"),
    [
        *(("Communication", 1), ("Kommunikation", 1), ("comunicación", 1)),
        *(("coördinatie", 2), ("Kooperation", 2), ("Zusammenarbeit", 3), ("samenwerking", 3)),
        *(("collaborazione", 3), ("décisions partagées", 4), ("shared decisions", 4), ("none", 0)),
    ],
)
def test_words_for_depth_are_known_in_several_languages(word: str, depth: int) -> None:
    assert values.depth(column(word), {})[0].tolist() == [depth]


def test_an_unknown_word_for_depth_has_none() -> None:
    found, bad, unknown = values.depth(column("kinship", "strong"), {"strong": 3})
    assert (found.isna().tolist(), found[1]) == ([True, False], 3)
    assert (bad.tolist(), unknown.tolist()) == ([False, False], [True, False])


def test_a_list_with_commas_is_told_from_a_name_with_one() -> None:
    lists = column("Water, Health", "Health", "Water", "Energy,Water")
    assert values.groups(lists).tolist() == ["Water|Health", "Health", "Water", "Energy|Water"]
    names = column("Health, Education and Welfare", "Bakers, Ltd", "Health")
    assert values.groups(names).tolist() == names.tolist()


def test_several_values_in_a_cell_keep_the_row_they_came_from() -> None:
    parts = values.several(column("A; B |C", "", "D;", " "))
    assert list(parts.items()) == [(0, "A"), (0, "B"), (0, "C"), (1, ""), (2, "D"), (3, "")]


def test_a_code_may_be_a_word_that_means_missing_elsewhere() -> None:
    assert values.code(column("NA", "007", " 9997 ")).tolist() == ["NA", "007", "9997"]
    assert values.text(column("NA", "keine Angabe", "n.d.", "Namibia")).isna().tolist() == [
        True, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "word", ["directed", "Yes", "TRUE", "1", "ja", "oui", "sí", "->", "one-way"]
)
def test_one_way_is_said_in_many_words(word: str) -> None:
    assert values.directed(column(word)).tolist() == [True]


@pytest.mark.parametrize("word", ["undirected", "mutual", "mixed", "no", "nein", "", "<->", "both"])
def test_what_is_not_said_to_go_one_way_goes_both(word: str) -> None:
    assert values.directed(column(word)).tolist() == [False]


def test_whether_somebody_was_asked_is_read_by_the_header() -> None:
    cells = column("ja", "non", "not asked", "")
    assert values.asked(cells, "Answered")[0].tolist()[:3] == ["answered", "asked", "not_asked"]
    assert values.asked(cells, "Invited")[0].tolist()[:3] == ["asked", "not_asked", "not_asked"]
    assert values.asked(cells, "Invited")[1].tolist() == [False] * 4
