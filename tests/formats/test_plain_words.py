"""HTML and Markdown become what a reader would see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landscape.formats.plain_words import markdown, plain


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("A plain name", "A plain name"),
        ("3 < 4 and 5 > 4, a_b_c, 2 * 3 * 4", "3 < 4 and 5 > 4, a_b_c, 2 * 3 * 4"),
        ("<p>Grinds <b>corn</b></p><p>daily</p>", "Grinds corn\n\ndaily"),
        ("one<br/>two", "one\ntwo"),
        ("Fish &amp; chips &lt;b&gt;", "Fish & chips <b>"),
        ('<img src="https://x.test/a.png" alt="The mill" onerror="alert(1)">', "The mill"),
        ("<script>alert(1)</script>Mill<!-- hidden -->", "Mill"),
        ("**Mill** and *wheel* and __water__ and `x`", "Mill and wheel and water and x"),
        ("## The mill\n- corn", "The mill\n- corn"),
        ("![wheel](https://x.test/w.png) of [Ann](https://x.test/ann)",
         "wheel of Ann (https://x.test/ann)"),
        ("Before [[list from elements where x]] after", "Before  after"),
        (r"2 \* 3 \[sic\]", "2 * 3 [sic]"),
    ],
)  # fmt: skip
def test_what_a_reader_would_see(text: str, seen: str) -> None:
    assert plain(text) == seen


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\1")))
def test_text_written_as_markdown_reads_the_same(text: str) -> None:
    assert plain(markdown(text)).strip() == text.strip()


@given(st.text(st.sampled_from("<>[]()!*_`#&;\\ab/ \n\"'=-")))
def test_any_text_becomes_text(text: str) -> None:
    assert "\0" not in plain(text)
