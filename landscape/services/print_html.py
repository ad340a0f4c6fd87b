"""Pages to print: one file each, without a script, and nothing in them is fetched."""

from collections.abc import Iterable
from html import escape as html_escape
from typing import Final

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE: Final = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 11pt/1.5 "Source Sans 3", "Noto Sans", "Segoe UI", Arial, sans-serif; color: #23302e;
  background: #fff; max-width: 178mm; margin: 0 auto; padding: 12mm 4mm; overflow-wrap: anywhere; }
h1, h2, h3 { font-family: "Source Serif 4", "Noto Serif", Georgia, serif; line-height: 1.25;
  break-after: avoid; }
h1 { font-size: 22pt; margin: 0 0 4mm; }
h2 { font-size: 15pt; margin: 9mm 0 2mm; border-bottom: 0.4mm solid #dad5c9; padding-bottom: 1mm; }
h3 { font-size: 12pt; margin: 5mm 0 1mm; }
p { margin: 1mm 0; }
ul { margin: 1mm 0; padding-left: 6mm; }
li { margin: 0.5mm 0; }
p.keep { break-after: avoid; }
section.one { break-inside: avoid; margin-bottom: 3mm; }
section.one section.one { margin-bottom: 0; }
.quiet { color: #4c5654; font-size: 9.5pt; }
.honest { background: #f2efe8; padding: 3mm 4mm; margin: 4mm 0;
  print-color-adjust: exact; }
.aside { border-left: 1mm solid #0f6b66; padding-left: 3mm; }
dl { display: grid; grid-template-columns: 32mm 1fr; gap: 0.5mm 4mm; margin: 3mm 0; }
dt { color: #4c5654; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; margin: 2mm 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1mm 2mm;
  border-bottom: 0.2mm solid #dad5c9; }
svg { display: block; max-width: 100%; height: auto; print-color-adjust: exact; }
table.strips { font-size: 9.5pt; }
table.strips td { border: 0; padding: 0 2mm 0 0; vertical-align: middle; }
table.strips svg { height: 6.5mm; width: auto; }
body.one-page { line-height: 1.35; font-size: 10pt; }
.one-page h1 { font-size: 18pt; margin-bottom: 2mm; }
.one-page h2 { font-size: 12pt; margin: 4mm 0 1mm; }
.one-page .honest { padding: 2mm 3mm; margin: 2mm 0; font-size: 9pt; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; }
.lines { border-bottom: 0.2mm solid #8a8578; height: 7.5mm; }
@page { size: A4; margin: 16mm 14mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #4c5654; } }
@media print { body { padding: 0; max-width: none; } }
"""
# Direction marks would turn the words around them; the browser shapes text without them, too.
_UNSEEN: Final = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def page(title: str, body: Iterable[str], *, language: str = "en", kind: str = "many-pages") -> str:
    """A whole page; `body` are pieces of HTML in which text from people is escaped already.

    A page of the kind "one-page" is set closer, to fit on one sheet.
    """
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{text(language)}">',
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{text(title)}</title>",
            f"<style>{_STYLE}</style></head>",
            f'<body class="{kind}">',
            *body,
            "</body></html>",
            "",
        ]
    )


def text(words: str) -> str:
    """Words from people as they stand in a page: escaped, and without what is not to be seen."""
    return html_escape(clean(words), quote=True)


def clean(words: str) -> str:
    """Words without control signs and without marks that turn the direction of others."""
    return "".join(
        sign if sign.isprintable() or sign in "\u200c\u200d" else " "
        for sign in words
        if sign not in _UNSEEN
    )


def tag(name: str, words: str, *, kind: str | None = None) -> str:
    """One element around words from people."""
    opened = f'<{name} class="{kind}">' if kind else f"<{name}>"
    return f"{opened}{text(words)}</{name}>"


def listed(items: Iterable[str]) -> str:
    """Words from people as a list."""
    return "<ul>" + "".join(tag("li", item) for item in items) + "</ul>"
