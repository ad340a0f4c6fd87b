"""Taking the map away: as a page that opens offline, and as the data of what is shown."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from landscape.model.days import said_day
from landscape.model.map_look import MapLook
from landscape.services import exporting, map_copies
from landscape.services.map_copies import About
from landscape.ui import (
    anatomy,
    derived,
    derived_map,
    map_look_state,
    map_out_page,
    map_view_state,
)
from landscape.ui.context import View
from landscape.ui.text import plain

WIDTH: Final = 400
_MEANS: Final = ("colour", "size", "shape", "border")


def told(view: View) -> dict[str, object]:
    """What the map is told for the pictures it makes: title, date and sources."""
    return _told(
        About(title=view.landscape.name, day=_today(), sources=derived.sources(view)),
    )


def _told(about: About) -> dict[str, object]:
    return {
        "title": plain(about.title),
        "date": said_day(about.day),
        "sources": [plain(source) for source in about.sources],
    }


def _about(view: View, look: MapLook) -> About:
    """What goes with every file that is taken from the map."""
    opened = map_look_state.opened_view()
    shown = next((one for one in map_view_state.saved(view) if one.id == opened), None)
    return About(
        title=view.landscape.name,
        day=_today(),
        view=tuple(filter(None, (shown.name, shown.sentence))) if shown else (),
        words=derived_map.seen(view, look).words,
        sources=derived.sources(view),
    )


def _today() -> date:
    """The day where the reader is."""
    zone = ZoneInfo(st.context.timezone) if st.context.timezone else None
    return datetime.now(zone).date()


def take_away(view: View, look: MapLook) -> None:
    """Files of what the map shows, each with title, date, filters in words and sources."""
    opened = st.popover("Take away", key="map_take_away", on_change="rerun")
    if not opened.open:
        return
    with opened.container(width=WIDTH):
        st.warning(
            "A copy cannot be recalled. It holds real names, and what you noted about them.",
            icon=":material/warning:",
        )
        about = _about(view, look)
        _offer(
            "A page that opens offline (HTML)",
            "Look around, search and read, without a network.",
            about,
            "html",
            "text/html",
            partial(_page, view, look, about),
        )
        _offer(
            "What is shown, in a workbook (XLSX)",
            "Stakeholders and relationships shown, and a sheet about this view.",
            about,
            "xlsx",
            exporting.XLSX,
            lambda: map_copies.workbook(_tables(view, look, about)),
        )
        _offer(
            "The same as CSV files (ZIP)",
            "",
            about,
            "zip",
            "application/zip",
            lambda: map_copies.archive(_tables(view, look, about)),
        )
        anatomy.quiet(
            "Pictures, to print or to edit, are taken on the map itself: by the arrow in its "
            "corner, as you see it at that moment."
        )


def _offer(
    label: str, tip: str, about: About, ending: str, mime: str, data: Callable[[], bytes]
) -> None:
    st.download_button(
        label,
        data=data,
        file_name=map_copies.file_name(about, ending),
        mime=mime,
        icon=":material/download:",
        help=tip or None,
        on_click="ignore",
        key=f"take_map.{ending}",
        width="stretch",
    )


def _page(view: View, look: MapLook, about: About) -> bytes:
    seen = derived_map.seen(view, look)
    whole = derived_map.whole(view)
    shown = f"Shown: {int(seen.shown.sum()):,} of {len(whole.people):,} stakeholders, "
    shown += f"{int(seen.line_shown.sum()):,} of {len(whole.lines):,} relationships."
    sources = f"Sources: {'; '.join(about.sources)}." if about.sources else ""
    return map_out_page.page(
        derived_map.payload(view, look),
        title=about.title,
        sentences=[*about.view, *about.words],
        notes=[shown, sources, f"Drawn with Landscape, {said_day(about.day)}."],
        about=_told(about),
    )


def _tables(view: View, look: MapLook, about: About) -> dict[str, pd.DataFrame]:
    asked = {getattr(look, name) for name in _MEANS} | {one.field for one in look.filters}
    fields = [
        field
        for field in derived_map.fields(view)
        if field.group != "analyst" or field.key in asked
    ]
    return map_copies.tables_of(
        derived_map.whole(view),
        derived_map.seen(view, look),
        fields,
        partial(derived_map.values, view, lines=look.lines),
        about,
    )
