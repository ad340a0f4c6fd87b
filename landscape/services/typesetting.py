"""Sets a report as PDF by typst, in a limited child; words go in as data and are never markup.

The fonts that come with typst cover Latin, Greek, Cyrillic and Hebrew. Where a text has signs of
other scripts, the fonts of the computer are asked, too, and the report says so.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from landscape import child
from landscape.child import Limits
from landscape.model.errors import LandscapeError
from landscape.services.print_html import clean
from landscape.services.round_report import Report

TEMPLATES: Final = Path(__file__).resolve().parents[2] / "data" / "reports"
_LIMITS: Final = Limits(memory_mb=1500, cpu_s=40, wall_s=40.0, answer_mb=64)
_COVERED: Final = frozenset({"LATIN", "GREEK", "CYRILLIC", "HEBREW"})
_LONGEST_WORD: Final = 28
_LONG_RUN: Final = re.compile(rf"[^/\-]{{{_LONGEST_WORD},}}")
_PIECE: Final = 12
_NO_PACKAGES: Final = "none"  # a folder that is not there: nothing is looked up or fetched


def as_pdf(report: Report) -> bytes:
    """The report as PDF."""
    return typeset("round", asdict(report))


def typeset(template: str, told: Mapping[str, Any]) -> bytes:
    """A template of ours filled with plain values; what goes wrong is told without the text."""
    others = scripts_beside(told)
    plain = {**_plain(told), "unshown": _unshown(others)}
    return child.run(
        "landscape.services.typesetting:compiled",
        json.dumps(plain, ensure_ascii=False).encode(),
        arguments={"template": template, "own_fonts_only": not others},
        limits=_LIMITS,
    )


def compiled(payload: bytes, *, template: str, own_fonts_only: bool) -> bytes:
    """What the child does: compile one of our templates, and write or fetch nothing."""
    import typst  # not at the top: only the child needs it

    try:
        return typst.compile(
            TEMPLATES / f"{template}.typ",
            root=TEMPLATES,
            format="pdf",
            sys_inputs={"report": payload.decode()},
            ignore_system_fonts=own_fonts_only,
            package_path=TEMPLATES / _NO_PACKAGES,
            package_cache_path=TEMPLATES / _NO_PACKAGES,
            timestamp=0,
        )
    except typst.TypstError as error:
        raise LandscapeError(
            "The PDF could not be set.", fix="Take the page to print, and print it to a file."
        ) from error


def scripts_beside(told: object) -> tuple[str, ...]:
    """The scripts in a report that the fonts of typst do not hold, such as "CJK" or "ARABIC"."""
    found: set[str] = set()
    for words in _texts(told):
        for sign in set(words):
            if sign.isalpha() and not sign.isascii():
                found.add(unicodedata.name(sign, "UNKNOWN").split()[0])
    return tuple(sorted(found - _COVERED - _SIGNS))


# First words of names of letters that belong to no script of their own.
_SIGNS: Final = frozenset({"MODIFIER", "FEMININE", "MASCULINE", "MICRO", "COMBINING"})


def _unshown(scripts: tuple[str, ...]) -> str:
    if not scripts:
        return ""
    named = ", ".join(name.capitalize() if name != "CJK" else name for name in scripts)
    return (
        f"Signs of these scripts are set in fonts of the computer that made this file, where it "
        f"has them: {named}. The page to print shows them in the fonts of the reader."
    )


def _texts(told: object) -> list[str]:
    if isinstance(told, str):
        return [told]
    if isinstance(told, Mapping):
        return [words for value in told.values() for words in _texts(value)]
    if isinstance(told, list | tuple):
        return [words for value in told for words in _texts(value)]
    return []


def _plain(told: Any) -> Any:
    """Values for JSON; words without what is not to be seen, long ones with places to break."""
    if isinstance(told, str):
        return " ".join(_breakable(word) for word in clean(told).split(" "))
    if isinstance(told, Mapping):
        return {key: _plain(value) for key, value in told.items()}
    if isinstance(told, list | tuple):
        return [_plain(value) for value in told]
    return told


def _breakable(word: str) -> str:
    return _LONG_RUN.sub(_in_pieces, word) if len(word) > _LONGEST_WORD else word


def _in_pieces(run: re.Match[str]) -> str:
    """A long run of signs with places to break; typst breaks at a slash or a hyphen by itself."""
    signs = run.group()
    return "\u200b".join(signs[at : at + _PIECE] for at in range(0, len(signs), _PIECE))
