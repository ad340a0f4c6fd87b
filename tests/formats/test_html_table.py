"""Tables of web pages, as many programs save them under .xls."""

from contextlib import suppress

import pytest

from landscape.formats.table import FileRefusedError, Limits
from tests.formats.reading import processor_seconds, records, tables

PAGE = """<!DOCTYPE html>
<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">
<style>td { color: red }</style><script>document.write("<table>")</script></head>
<body><table border=0><tr><td>Menu</td></tr></table>
<!-- <table><tr><td>hidden</td></tr></table> -->
<table class="list">
 <thead><tr><th>Name</th><th>Town</th><th>Notes</th></tr></thead>
 <tr><td>M&uuml;hle &amp; Sohn</td><td>Ash</td><td>first<br>second</td></tr>
 <tr><TD colspan="2"><b>Ann</b>
   of the  mill</TD><td>&lt;b&gt;</td></tr>
</table></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_table_of_a_page_is_read_as_it_is_seen(encoding: str) -> None:
    (table,) = tables(PAGE.replace("ü", "&uuml;").encode(encoding), "people.xls")
    assert records(table) == [
        {"Name": "Mühle & Sohn", "Town": "Ash", "Notes": "first\nsecond"},
        {"Name": "Ann of the mill", "Notes": "<b>"},
    ]


def test_several_tables_are_told_apart_by_number() -> None:
    one = "<table><tr><td>name</td><td>town</td></tr><tr><td>Ann</td><td>Ash</td></tr></table>"
    assert [table.sheet for table in tables(f"<html>{one}{one}".encode())] == ["table 1", "table 2"]


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<html><body><p>Nothing here</p></body></html>", "not-a-table"),
        ("<table><tr><td>name</td></tr></table>", "header-only"),
        ("<table><tr><td colspan=99999>a</td></tr><tr><td>b</td></tr></table>", "too-many-columns"),
        ("<table>" + "<tr>" * 1_500_001 + "<td>", "too-many-cells"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused(page: str, code: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables(page.encode(), "people.xls")
    assert refused.value.code == code


@pytest.mark.parametrize("piece", ["<!--", "<td", "<td <", "<", "<tr><td>&", "</", "<td>**a "])
def test_a_page_that_never_closes_anything_takes_no_longer(piece: str) -> None:
    page = "<table><tr><td>name<tr><td>" + piece * (1_000_000 // len(piece))
    with processor_seconds(5), suppress(FileRefusedError):
        tables(page.encode(), limits=Limits(columns=10_000_000))
