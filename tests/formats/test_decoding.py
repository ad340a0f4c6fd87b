"""Text is read in the encoding it was written in, with a mark or without."""

import pytest

from landscape.formats.decoding import decode
from tests.formats.whole_files import read, rows

TEXT = "name,town\nMühle,Ash\nCafé “Zur Fähre”,Böll\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("cp1252", b""),
        ("mac_roman", b""),
    ],
)
def test_text_is_read_in_its_encoding(encoding: str, mark: bytes) -> None:
    data = mark + TEXT.encode(encoding)
    assert decode(data) == TEXT
    (table,) = read(data)
    assert rows(table) == [["Mühle", "Ash"], ["Café “Zur Fähre”", "Böll"]]


def test_letters_of_western_europe_are_read_without_the_signs_of_windows() -> None:
    assert decode("name\nMühle an der Größe\n".encode("latin-1")) == "name\nMühle an der Größe\n"


def test_dashes_and_quotes_of_windows_do_not_pass_for_letters_of_a_mac() -> None:
    text = "name,notes\nAnglers’ club,open 9–12 – “daily”\nŠkoda,10 €\n"
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(end: str) -> None:
    (table,) = read(TEXT.replace("\n", end).encode())
    assert table.frame.index.tolist() == [2, 3]
    assert rows(table)[0] == ["Mühle", "Ash"]
