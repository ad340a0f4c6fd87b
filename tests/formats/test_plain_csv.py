"""Large plain text is read the quick way, and comes to the same as read with care."""

import pytest

from landscape.formats.csv_file import FORMAT
from landscape.formats.plain_csv import SMALL, columns_below, is_plain
from landscape.formats.source import SourceTable, from_bytes
from landscape.formats.table import Limits, to_bytes

ROWS = "".join(f"{n:05},Mühle {n},Ash\r\n" for n in range(20_000))


def read(text: str) -> SourceTable:
    (table,) = from_bytes(to_bytes(FORMAT.read(text.encode(), "large.csv", Limits())))
    return table


@pytest.mark.parametrize(
    ("head", "first_row"),
    [("id,name,town\r\n", 2), ("Our list\r\n\r\nid,name,town\r\n", 4)],
)
def test_the_quick_way_comes_to_the_same_as_the_careful_one(head: str, first_row: int) -> None:
    quick, careful = read(head + ROWS), read(head + ROWS + '"20000",x,y\r\n')
    assert is_plain(head + ROWS)
    assert not is_plain(head + ROWS + '"20000",x,y\r\n')
    assert quick.frame.equals(careful.frame.iloc[:-1])
    assert quick.findings == careful.findings
    assert quick.frame.index[0] == first_row


@pytest.mark.parametrize("odd", ["1,2\r\n", "1,2,3,4\r\n", "\r\n", ",,\r\n"])
def test_what_is_not_plain_is_left_to_the_careful_way(odd: str) -> None:
    text = "id,name,town\r\n" + ROWS + odd + "20001,Inn,Elm\r\n"
    assert columns_below(text, ",", 1, 3, Limits()) is None
    assert read(text).frame.iloc[-1].tolist() == ["20001", "Inn", "Elm"]
    assert read(text).frame.index[-1] == 20_003


def test_small_text_is_read_with_care() -> None:
    assert not is_plain("a,b\n" * 10)
    assert is_plain("a,b\n" * SMALL)
