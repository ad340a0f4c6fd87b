"""The door for XML looks past what stands before the first element, and parses nothing."""

import pytest

from landscape.formats import xml_guard
from landscape.formats.table import FileRefusedError, Limits


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("<gexf/>", "gexf"),
        ("<?xml version='1.0'?><!-- <svg/> --><a:GraphML xmlns:a='b'>", "graphml"),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>", "svg"),
        ("<!-- never closed <gexf>", None),
        ("name\n<gexf/>", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_first_element_is_found_in_any_encoding(
    text: str, root: str | None, encoding: str
) -> None:
    assert xml_guard.root_of(text.encode(encoding)) == root


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<!DOCTYPE gexf SYSTEM 'http://example.org/a.dtd'><gexf/>", "document-type"),
        ("<?xml version='1.0'?><!-- a --><!doctype gexf><gexf/>", "document-type"),
        ("<?xml version='1.0' encoding='utf-7'?><gexf/>", "unknown-encoding"),
        ("<?xml version='1.0' encoding='cp037'?><gexf/>", "unknown-encoding"),
        ("<gexf>" + "<a/>" * 60 + "</gexf>", "too-many-cells"),
    ],
)
def test_what_no_good_file_needs_is_refused_before_it_is_parsed(text: str, code: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        xml_guard.check(text.encode(), "file", Limits(cells=10, rows=5))
    assert refused.value.code == code
    assert refused.value.fix.endswith(".")


def test_a_document_type_in_words_is_none() -> None:
    text = "<gexf><!-- <!DOCTYPE a> --><node label='&lt;!DOCTYPE'/><![CDATA[<!ENTITY a]]></gexf>"
    xml_guard.check(text.encode(), "file", Limits())
