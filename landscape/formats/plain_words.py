"""Makes plain text of HTML and Markdown, and Markdown of plain text."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset(
    {
        *("address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figure", "footer"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section"),
        *("table", "tr", "ul"),
    }
)
_ALONE: Final = frozenset({"br", "hr"})
_UNSEEN: Final = frozenset({"script", "style", "template", "title"})
_TAG: Final = re.compile(r"<(?:[A-Za-z/][^<>]*|!--.*?--)>", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT: Final = re.compile(r"\x00(\d+)\x01")
_WIDGET: Final = re.compile(r"\[\[[^\[\]]*\]\]")
_PICTURE: Final = re.compile(r"!\[([^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_REFERENCE: Final = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)(?:\s[^()]*)?\)")
_HEADING: Final = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE)
_STRONG: Final = re.compile(r"(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1")
_STRESSED: Final = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^\n*_]+)(?<=\S)\1(?![\w*])")
_CODE: Final = re.compile(r"`([^`\n]+)`")
_GAP: Final = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*){2,}")
_SIGNS: Final = re.compile(r"([\\`*_\[\]<>&])|^([ \t]{0,3})(#)", re.MULTILINE)


class _Words(HTMLParser):
    """Collects what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line with a block; a picture is what it is called."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self.words.append("\n")
        elif tag == "img":
            self.words.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        """End the line with a block."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS and tag not in _ALONE:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what is seen."""
        if not self._unseen:
            self.words.append(data)

    def handle_entityref(self, name: str) -> None:
        """Keep for later."""
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Keep for later."""
        self.handle_data(f"&#{name};")


def plain(text: str) -> str:
    """What a reader would see of HTML or Markdown; other text as it is."""
    kept = _ESCAPED.sub(lambda sign: f"\0{ord(sign[1])}\1", text.replace("\0", ""))
    if _TAG.search(kept):
        words = _Words()
        words.feed(kept)
        words.close()
        kept = _GAP.sub("\n\n", "".join(words.words)).strip()
    kept = unescape(kept)
    kept = _PICTURE.sub(r"\1", _WIDGET.sub("", kept))
    kept = _REFERENCE.sub(
        lambda found: found[1] if found[1] == found[2] else f"{found[1]} ({found[2]})", kept
    )
    kept = _HEADING.sub("", kept)
    kept = _CODE.sub(r"\1", _STRESSED.sub(r"\2", _STRONG.sub(r"\2", kept)))
    kept = _KEPT.sub(lambda sign: chr(int(sign[1])), kept)
    return kept if kept == text else kept.strip()


def markdown(text: str) -> str:
    """Text that reads the same as Markdown."""
    return _SIGNS.sub(
        lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text
    )
