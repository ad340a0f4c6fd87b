"""What parts the cells is found out, and never guessed from a few names."""

import pytest

from landscape.formats.delimiters import SPACES, sniff
from tests.formats.whole_files import read, rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~"])
def test_every_delimiter_is_found(delimiter: str) -> None:
    lines = ["name;town;notes", "Mill;Ash;by the river", "Ferry;Elm;slow, but sure"]
    text = "\n".join(lines).replace(";", delimiter)
    if delimiter == ",":
        text = text.replace("slow, but sure", '"slow, but sure"')
    assert sniff(text) == delimiter
    (table,) = read(text.encode())
    assert rows(table) == [["Mill", "Ash", "by the river"], ["Ferry", "Elm", "slow, but sure"]]


def test_columns_set_apart_by_blanks_are_read() -> None:
    text = "name          town    notes\nMill trust    Ash     old\nFerry         Elm     slow\n"
    assert sniff(text) == SPACES
    (table,) = read(text.encode())
    assert table.columns == ("name", "town", "notes")
    assert rows(table) == [["Mill trust", "Ash", "old"], ["Ferry", "Elm", "slow"]]


@pytest.mark.parametrize(
    "text",
    ["Mill ~ trust\nFerry\nInn\n", "Mill  trust\nFerry\nInn\n", "Mill trust\nFerry ^ Co\n"],
)
def test_names_that_hold_such_a_sign_stay_whole(text: str) -> None:
    (table,) = read(text.encode())
    assert [row[0] for row in rows(table)] == text.splitlines()


@pytest.mark.parametrize("delimiter", [";", "^", ","])
def test_the_first_line_may_say_the_delimiter(delimiter: str) -> None:
    text = "sep=;\r\nname;town\r\nMill, upper;Ash\r\nFerry;Elm\r\n".replace(";", delimiter)
    if delimiter == ",":
        text = text.replace("Mill, upper", '"Mill, upper"')
    (table,) = read(text.encode())
    assert table.columns == ("name", "town")
    assert table.frame.index.tolist() == [3, 4]
    assert rows(table)[0] == ["Mill, upper", "Ash"]
    assert table.findings == ()
