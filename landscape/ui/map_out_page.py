"""A map as one page that stands alone: it opens without a network, and asks for nothing."""

import base64
import hashlib
import html
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

import streamlit as st

from landscape.model.errors import InvalidValueError
from landscape.ui import canvas
from landscape.ui.canvas import MapHead
from landscape.ui.canvas.payload import MapPayload
from landscape.ui.map_out_pieces import only_seen
from landscape.ui.text import plain

_CANVAS: Final = Path(canvas.__file__).parent
_HEIGHT: Final = 640
_KEY: Final = "map"
_COLOURS: Final[Mapping[str, str]] = {
    "--st-background-color": "backgroundColor",
    "--st-secondary-background-color": "secondaryBackgroundColor",
    "--st-text-color": "textColor",
    "--st-primary-color": "primaryColor",
    "--st-border-color": "borderColor",
}
_EXPORT: Final = re.compile(r"export\s*\{\s*([\w$]+) as default\s*\};?\s*\Z")


def page(
    payload: MapPayload,
    *,
    title: str,
    sentences: Sequence[str] = (),
    notes: Sequence[str] = (),
    about: Mapping[str, object],
) -> bytes:
    """The map as HTML that anybody can open, with those only who are seen.

    `sentences` stand above it and `notes` beneath; `about` goes with pictures that are taken of
    it. Names in them may be anything.
    """
    seen = only_seen(payload)
    head = MapHead(about={**about, "alone": True})
    held = {
        **canvas.carried(seen, key=_KEY),
        "head": canvas.told(seen, key=_KEY, height=_HEIGHT, head=head),
    }
    style, script = _built()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    page = _template().substitute(
        title=_text(title),
        sentences=_paragraphs(sentences),
        notes=_paragraphs(notes),
        pieces="\n".join(_piece(name, data) for name, data in held.items()),
        light=_colours("light"),
        dark=_colours("dark"),
        digest=digest,
        style=style,
        script=script,
    )
    return page.encode("utf-8", errors="replace")


def _text(said: str) -> str:
    return html.escape(plain(said))


def _paragraphs(said: Sequence[str]) -> str:
    return "".join(f"<p>{_text(one)}</p>" for one in said if one)


def _piece(name: str, data: bytes) -> str:
    """What is no script but data, in letters that mean nothing to a browser."""
    packed = base64.b64encode(data).decode()
    return f'<script type="text/plain" id="{name}">{packed}</script>'


def _colours(theme: str) -> str:
    return " ".join(
        f"{name}: {st.get_option(f'theme.{theme}.{option}')};" for name, option in _COLOURS.items()
    )


@cache
def _template() -> Template:
    return Template((_CANVAS / "offline.html").read_text("utf-8"))


def _built() -> tuple[str, str]:
    """The styles and the script of the built map, with what draws it on a page of its own."""
    found = [sorted((_CANVAS / "dist").glob(f"canvas-*.{ending}")) for ending in ("css", "js")]
    if any(len(files) != 1 for files in found):
        raise InvalidValueError("The map is not built.", fix="Run make canvas.")
    style, bundle = (files[0].read_text("utf-8").replace("\r", "") for files in found)
    named = _EXPORT.search(bundle)
    if named is None or "</script" in bundle.lower() or "<!--" in bundle or "</" in style:
        raise InvalidValueError(
            "The built map does not fit into a page.", fix="Run make canvas, and try again."
        )
    alone = (_CANVAS / "offline.js").read_text("utf-8")
    script = f"{bundle[: named.start()]}\nconst component = {named[1]};\n{alone}"
    # In a function of its own, so that no name of the bundle is one of the page's.
    return style, f'(() => {{\n"use strict";\n{script}}})();\n'
