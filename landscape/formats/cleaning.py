"""Takes out characters that nobody can see, and says where the first of them stood."""

import re
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from landscape.formats.table import Finding

# Controls but TAB, CR and LF; bidi marks, embeddings and isolates; the byte order mark within text.
UNREADABLE: Final = (
    "[\\x{00}-\\x{08}\\x{0b}\\x{0c}\\x{0e}-\\x{1f}\\x{7f}-\\x{9f}\\x{61c}\\x{200e}\\x{200f}"
    "\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}]"
)
_UNREADABLE_HERE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """`text` without characters that nobody can see: controls, bidi marks, lone surrogates."""
    return _UNREADABLE_HERE.sub("", text)


def is_spotless(text: str) -> bool:
    """Whether `text` holds no character that nobody can see."""
    return _UNREADABLE_HERE.search(text) is None


def cleaned(
    columns: list[pa.ChunkedArray], names: list[str], numbers: list[int], findings: list[Finding]
) -> list[pa.ChunkedArray]:
    """The columns without characters nobody can see; says where the first of them stood."""
    kept: list[pa.ChunkedArray] = []
    for column, name in zip(columns, names, strict=True):
        hit = pc.match_substring_regex(column, UNREADABLE)
        count = pc.sum(hit).as_py() or 0
        if count:
            findings.append(
                Finding(
                    code="unreadable-characters",
                    what=f"Characters that cannot be seen were taken out of {count} "
                    f"cell{'s' if count > 1 else ''}.",
                    fix="Check the name as it stands here.",
                    row=numbers[pc.index(hit, True).as_py()],
                    column=name,
                )
            )
            column = pc.replace_substring_regex(column, UNREADABLE, "")
        kept.append(column)
    return kept
