"""Slips to cut out and hand round, as one page that stands alone and prints."""

import html
from collections.abc import Sequence
from string import Template
from typing import Final

from landscape.model.assessment import Round
from landscape.ui.text import plain

_PAGE: Final = Template(
    """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>$title</title>
<style>
@page { size: A4; margin: 12mm; }
body { margin: 0; font: 12pt/1.4 "Source Sans 3", "Noto Sans", Arial, sans-serif; color: #23302e; }
header { margin-bottom: 6mm; }
h1 { font-size: 15pt; margin: 0; }
main { display: grid; grid-template-columns: 1fr 1fr; }
section { border: 0.3mm dashed #8a8578; padding: 6mm; break-inside: avoid; margin: -0.15mm; }
p { margin: 0 0 2mm; }
.code { font: 700 20pt/1.3 "Source Code Pro", "Noto Sans Mono", monospace; }
.small { font-size: 10pt; }
@media print { header { display: none; } }
</style>
</head>
<body>
<header>
<h1>$title</h1>
<p>Print this, cut along the lines, fold the slips and let each person take one. Write down nobody
who takes which: Landscape knows whether a code was used, never what was said with it.</p>
</header>
<main>
$slips
</main>
</body>
</html>
"""
)
_SLIP: Final = Template(
    """<section>
<p>$name</p>
<p>Open <strong>$address</strong></p>
<p class="code">$code</p>
<p class="small">Your code works once. It is kept that it was used, never what was said with
it, and nothing is shown of fewer than $threshold answers.</p>
</section>"""
)


def slips_page(round_: Round, codes: Sequence[str], address: str) -> str:
    """A slip for each code; names of rounds are text in it, never markup."""
    name = html.escape(plain(round_.name))
    slips = (
        _SLIP.substitute(
            name=name,
            address=html.escape(address),
            code=html.escape(code),
            threshold=round_.threshold,
        )
        for code in codes
    )
    return _PAGE.substitute(title=f"Slips: {name}", slips="\n".join(slips))
