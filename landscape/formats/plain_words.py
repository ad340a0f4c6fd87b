"""Makes plain text of HTML and Markdown, and Markdown of plain text.

Every pattern stops at the sign that could begin it anew, so that long text takes no longer a sign.
"""

import re
from html import unescape
from typing import Final

_BLOCKS: Final = frozenset(
    {
        *("address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figure", "footer"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section"),
        *("table", "tr", "ul"),
    }
)
_UNSEEN: Final = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
_TAG: Final = re.compile(r"<(/?[A-Za-z][^<>]*)>")
_NAME: Final = re.compile(r"(/?)([A-Za-z][A-Za-z0-9]*)")
_CALLED: Final = re.compile(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT: Final = re.compile(r"\x00(\d+)\x01")
_WIDGET: Final = re.compile(r"\[\[[^\[\]]*\]\]")
_PICTURE: Final = re.compile(r"!\[([^\[\]]*)\]\([^()\[\]]*\)")
_REFERENCE: Final = re.compile(r"\[([^\[\]]+)\]\(([^()\s\[\]]*)(?:\s[^()\[\]]*)?\)")
_HEADING: Final = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE)
_STRONG: Final = re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*|__(?=\S)([^_\n]+)(?<=\S)__")
_STRESSED: Final = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^\n*_]+)(?<=\S)\1(?![\w*])")
_CODE: Final = re.compile(r"`([^`\n]+)`")
_GAP: Final = re.compile(r"\n(?:[ \t]*\n){2,}")
_SIGNS: Final = re.compile(r"([\\`*_\[\]<>&])|^([ \t]{0,3})(#)", re.MULTILINE)


def plain(text: str) -> str:
    """What a reader would see of HTML or Markdown; other text as it is."""
    kept = _ESCAPED.sub(lambda sign: f"\0{ord(sign[1])}\1", text.replace("\0", ""))
    if "<" in kept:
        kept = without_tags(kept)
    kept = unescape(kept)
    kept = _PICTURE.sub(r"\1", _WIDGET.sub("", kept))
    kept = _REFERENCE.sub(
        lambda found: found[1] if found[1] == found[2] else f"{found[1]} ({found[2]})", kept
    )
    kept = _HEADING.sub("", kept)
    kept = _STRONG.sub(lambda found: found[1] or found[2], kept)
    kept = _CODE.sub(r"\1", _STRESSED.sub(r"\2", kept))
    kept = _KEPT.sub(lambda sign: chr(int(sign[1])), kept)
    return kept if kept == text else kept.strip()


def without_tags(text: str) -> str:
    """HTML without its tags: a block begins a line, a picture is what it is called."""
    seen = text
    for begin, end in _UNSEEN:
        seen = without(seen, begin, end)
    words, *rest = _TAG.split(seen)
    if not rest:
        return seen
    parts = [words]
    for tag, words in zip(rest[::2], rest[1::2], strict=True):
        name = _NAME.match(tag)
        word = name[2].lower() if name else ""
        if word in _BLOCKS:
            parts.append("\n")
        elif word == "img" and (called := _CALLED.search(tag)):
            parts.append(called[1] or called[2] or "")
        parts.append(words)
    return _GAP.sub("\n\n", "".join(parts)).strip()


def without(text: str, begin: str, end: str) -> str:
    """The text without what stands between `begin` and `end`, whatever their case."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter that is two in lower case would shift what is cut out
        lower = text
    parts: list[str] = []
    at = 0
    while (found := lower.find(begin, at)) >= 0:
        parts.append(text[at:found])
        closed = lower.find(end, found)
        at = closed + len(end) if closed >= 0 else len(text)
    return "".join((*parts, text[at:]))


def markdown(text: str) -> str:
    """Text that reads the same as Markdown."""
    return _SIGNS.sub(
        lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text
    )
