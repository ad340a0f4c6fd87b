"""Slips to print: one a code, alone on the page, with names as text."""

import re

from landscape.model.assessment import Round
from landscape.ui.readiness_rounds_slips import slips_page

ROUND = Round(
    id="r1",
    name="Spring <script>alert(1)</script>",
    instrument="convening-readiness",
    version=1,
    digest="",
    form="quick",
    mode="anonymous",
    threshold=4,
)


def test_each_code_has_a_slip_with_the_address():
    page = slips_page(ROUND, ["KT4M-9WQD", "AB23-CD45"], "http://192.168.1.20:8501/joining")
    assert re.findall(r'class="code">([^<]+)<', page) == ["KT4M-9WQD", "AB23-CD45"]
    assert page.count("<strong>http://192.168.1.20:8501/joining</strong>") == 2
    assert page.count("than 4 answers") == 2


def test_a_slip_says_that_its_use_is_known_and_what_was_said_with_it_is_not():
    page = " ".join(slips_page(ROUND, ["KT4M-9WQD"], "http://localhost:8501/joining").split())
    assert "Landscape knows whether a code was used, never what was said with it." in page
    assert "It is kept that it was used, never what was said with it" in page
    assert "Nobody can see" not in page


def test_a_name_is_text_and_nothing_is_fetched():
    page = slips_page(ROUND, ["KT4M-9WQD"], "http://localhost:8501/joining")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"\b(?:src|href)=|@import|url\(", page)
    assert "default-src 'none'" in page
