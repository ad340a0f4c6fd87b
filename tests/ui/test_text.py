"""Hostile strings stay what they are: text that reads as it was written, and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landscape.ui.text import count, count_of, escape, names, plain, shorten, told_apart

JOINER = "\u2060"
HOSTILE = [
    "![x](https://evil.example/p.png)",
    "[click](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "https://evil.example/path?q=1",
    "www.evil.example",
    "WwW.Evil.example and www.other.example",
    "mail me@evil.example",
    "$\\href{https://evil.example}{x}$",
    ":red[alarm] :material/delete: :smile:",
    "# heading\n- list\n> quote\n| a | b |",
    "`code` ~~gone~~ **bold** _it_",
    "a\u202egnp.exe",
    "zero\u0000width\u200b\ufeff",
    "&lt;b&gt; &#x3c;",
    '=HYPERLINK("https://evil.example")',
    "\ud800",
]


def unescaped(text: str) -> str:
    """What a reader sees: Markdown shows a backslash and a sign as the sign alone."""
    seen, signs = [], iter(text.replace(JOINER, ""))
    for sign in signs:
        seen.append(next(signs) if sign == "\\" else sign)
    return "".join(seen)


def bare_signs(text: str) -> set[str]:
    """Punctuation without a backslash before it, which Markdown might read."""
    bare, signs = set(), iter(text)
    for sign in signs:
        if sign == "\\":
            next(signs)
        elif sign.isascii() and not sign.isalnum() and sign != " ":
            bare.add(sign)
    return bare


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_leaves_no_sign_that_markdown_reads(text: str) -> None:
    assert bare_signs(escape(text)) == set()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_holds_no_address(text: str) -> None:
    escaped = escape(text)
    assert "\\:\\/\\/" not in escaped
    assert "www\\." not in escaped.lower()
    assert all(JOINER in part[-1:] for part in escaped.split("\\@")[:-1])


def test_text_reads_as_it_was_written() -> None:
    assert unescaped(escape("Mill <b>Lane</b> & Sons: 50% *new*")) == (
        "Mill <b>Lane</b> & Sons: 50% *new*"
    )


def test_controls_and_direction_marks_go_and_joiners_of_scripts_stay() -> None:
    assert plain("a\u202eb\u0000c\u200d\u200c") == "abc\u200d\u200c"


def test_lines_become_one() -> None:
    assert plain("a\n\n b\tc ") == "a b c"


@given(st.text())
def test_any_text_is_safe_and_reads_the_same(text: str) -> None:
    escaped = escape(text)
    assert bare_signs(escaped) == set()
    assert unescaped(escaped) == plain(text).replace(JOINER, "")


@given(st.text())
def test_no_invisible_character_gets_through(text: str) -> None:
    categories = {unicodedata.category(sign) for sign in plain(text) if sign not in "\u200c\u200d"}
    assert categories & {"Cc", "Cf", "Cs", "Co", "Cn"} == set()


@pytest.mark.parametrize(
    ("text", "n", "shown"),
    [
        ("Ministry of Health", 30, "Ministry of Health"),
        ("Ministry of Health", 18, "Ministry of Health"),
        ("Ministry of Health", 12, "Ministry of…"),
        ("", 5, ""),
    ],
)
def test_shortening_ends_in_an_ellipsis(text: str, n: int, shown: str) -> None:
    assert shorten(text, n) == shown


def test_counts_read_as_they_are_said() -> None:
    assert count_of(5, 12, "groups") == "5 of 12 groups"
    assert count(1, "group") == "1 group"
    assert count(1204, "stakeholder") == "1,204 stakeholders"
    assert count(2, "boundary", "boundaries") == "2 boundaries"


def test_names_read_as_they_are_said() -> None:
    assert names(["Ada"]) == "Ada"
    assert names(["Ada", "Ben"]) == "Ada and Ben"
    assert names(["Ada", "Ben", "Cy"]) == "Ada, Ben and Cy"
    assert names(["A", "B", "C", "D"], most=3) == "A, B and 2 more"


def test_labels_that_read_alike_are_told_apart_in_their_order() -> None:
    named = {"a": "Our water", "b": "Our water", "c": "Mill", "d": "Our\u202e water", "e": "Our w…"}
    assert told_apart(named, 40) == {
        "a": "Our water",
        "b": "Our water (2)",
        "c": "Mill",
        "d": "Our water (3)",
        "e": "Our w…",
    }
    assert list(told_apart(named, 6).values())[:2] == ["Our w…", "Our w… (2)"]
