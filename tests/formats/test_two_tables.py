"""Rows met in a file become tables: as wide as needed, as long as counted, each header once."""

import pytest

from landscape.formats.network_names import captions_for_kinds, name_by_attribute
from landscape.formats.source import SourceTable, from_bytes
from landscape.formats.table import FileRefusedError, Limits, ReadTable, to_bytes
from landscape.formats.two_tables import CAPTION, UNDIRECTED, Rows, two_tables


def people_of(*names: str, limits: Limits | None = None) -> Rows:
    rows = Rows("stakeholders", "file", limits or Limits())
    for number, name in enumerate(names):
        rows.begin(f"s{number}", name)
    return rows


def table_of_three(limits: Limits) -> ReadTable:
    rows = people_of("A", "B", "C", limits=limits)
    rows.put("town", "Ashby")
    return rows.table("Form")


def back(*tables: ReadTable) -> list[SourceTable]:
    return from_bytes(to_bytes(tables))


def test_a_column_is_filled_with_blanks_to_where_it_begins_and_ends() -> None:
    rows = people_of("Mill", "Inn")
    rows.put("town", "Ash")
    rows.begin("s2", "Fair")
    (table,) = back(rows.table("Form"))
    assert table.frame.to_dict("list") == {
        "Id": ["s0", "s1", "s2"],
        "Label": ["Mill", "Inn", "Fair"],
        "town": ["", "Ash", ""],
    }
    assert (table.form, table.frame.index.tolist()) == ("Form", [1, 2, 3])


def test_several_values_of_one_cell_are_parted_by_bars() -> None:
    rows = people_of("Mill", "Inn")
    for row, town in ((1, "Ash"), (0, "Elm"), (1, "Oak"), (1, "Elm")):
        rows.put("town", town, row)
    assert rows.column("town") == ["Elm", "Ash|Oak|Elm"]


def test_what_the_file_gives_for_all_stands_where_a_row_gives_nothing() -> None:
    rows = people_of("Mill", "Inn")
    rows.describe("k1", "open")
    rows.fall_back("k1", "yes")
    rows.put("k1", "no")
    (table,) = back(rows.table("Form"))
    assert table.frame["open"].tolist() == ["yes", "no"]


def test_each_header_comes_once_and_an_attribute_keeps_its_own() -> None:
    rows = people_of("Mill")
    for key, header in (
        ("a", "Label"),
        ("b", "town"),
        ("c", "town"),
        ("d", " "),
        ("e", "t\u202en"),
    ):
        rows.describe(key, header)
        rows.put(key, key)
    (table,) = back(rows.table("Form"))
    assert table.columns == ("Id", "Label (2)", "Label", "town", "town (2)", "column 4", "tn")
    assert table.says == {"Id": "id", "Label (2)": "name", "Label": "attribute"}


def test_characters_that_cannot_be_seen_are_taken_out_and_said() -> None:
    (table,) = back(people_of("Mi\u202ell", "Inn").table("Form"))
    assert table.frame["Label"].tolist() == ["Mill", "Inn"]
    assert [(found.code, found.row, found.column) for found in table.findings] == [
        ("unreadable-characters", 1, "Label")
    ]


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(rows=2), "too-many-rows"),
        (Limits(cells=6), "too-many-cells"),
        (Limits(columns=2), "too-many-columns"),
        (Limits(cell_bytes=3), "cell-too-long"),
    ],
)
def test_what_is_beyond_a_limit_is_refused(limits: Limits, code: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        table_of_three(limits)
    assert refused.value.code == code
    assert refused.value.where.startswith("file, stakeholders")


def test_one_who_has_no_name_is_called_by_the_id() -> None:
    people, _ = _two(people_of("Mill", " ", ""), ["s0", "s1"])
    assert people.frame["Label"].tolist() == ["Mill", "s1", "s2"]


def test_nobody_at_all_is_refused() -> None:
    with pytest.raises(FileRefusedError) as refused:
        two_tables(people_of(), Rows("relationships", "file", Limits()), "Form")
    assert refused.value.code == "no-stakeholders"


def test_a_name_of_its_own_comes_before_one_among_the_attributes() -> None:
    named, nameless = people_of("Mill"), people_of("")
    for rows in (named, nameless):
        rows.put("Name", "M.")
        name_by_attribute(rows)
    assert list(named.table("Form").columns) == ["Id", "Label", "Name"]
    (table,) = back(nameless.table("Form"))
    assert table.frame.to_dict("list") == {"Id": ["s0"], "Label": ["M."]}


@pytest.mark.parametrize(
    ("captions", "kind", "said"),
    [
        (("a", "a", "b", "b"), "", "kind"),
        (("a", "a", "b", "b"), "Type", None),
        (("a", "b", "c", ""), "", None),
        (("", "", "", ""), "", None),
    ],
)
def test_captions_are_kinds_where_they_are_few_and_nothing_else_is(
    captions: tuple[str, ...], kind: str, said: str | None
) -> None:
    rows = Rows("relationships", "file", Limits())
    rows.describe(CAPTION, "Label")
    for caption in captions:
        rows.begin("a", "b", UNDIRECTED)
        rows.put(CAPTION, caption)
        if kind:
            rows.put(kind, "x")
    captions_for_kinds(rows)
    assert rows.table("Form").says.get("Label") == said


def _two(people: Rows, ends: list[str]) -> list[SourceTable]:
    relationships = Rows("relationships", "file", Limits())
    relationships.begin(*ends, UNDIRECTED)
    return back(*two_tables(people, relationships, "Form"))
