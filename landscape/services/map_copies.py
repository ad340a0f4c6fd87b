"""The data of one view of the map, to take away: who and what is shown, and what the view is."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from landscape.formats.safe_cells import CELL_MAX
from landscape.model.days import said_day
from landscape.model.principal import Principal
from landscape.services.exporting_frames import as_csv, as_xlsx
from landscape.services.map_asking import Seen
from landscape.services.map_fields import MapField, in_words
from landscape.services.mapping import Map
from landscape.store.base import Store

Values = Callable[[str], pd.Series]

PEOPLE: Final = "Stakeholders"
LINES: Final = "Relationships"
ABOUT: Final = "About this view"
_BASES: Final = {
    "validated": "both ends said so",
    "reported": "one side said so",
    "assumed": "assumed",
}
_OPENED: Final = "Opened the sample "  # how services/samples.py labels it
_SAMPLE: Final = "The sample "
_MOST_IMPORTS: Final = 200
_LONGEST_NAME: Final = 60
_CUT: Final = f"Texts longer than {CELL_MAX:,} signs are cut in a workbook; the CSV files hold all."


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What goes with everything taken from a map, as people wrote it.

    `view` has the name and the sentence of a saved view. `words` say what is shown and left out.
    """

    title: str
    day: date
    view: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def sources_of(principal: Principal, store: Store, landscape_id: str) -> tuple[str, ...]:
    """What was brought into the landscape from elsewhere and when, the oldest first."""
    brought = [
        batch
        for kind in ("sample", "import")
        for batch in store.batches(principal, landscape_id, limit=_MOST_IMPORTS, kind=kind)
        if batch.undone_by is None
    ]
    brought.sort(key=lambda batch: batch.revision)
    said = (
        f"{batch.label.replace(_OPENED, _SAMPLE)}, {batch.changed_at:%Y-%m-%d}" for batch in brought
    )
    return tuple(dict.fromkeys(said))


def file_name(about: About, ending: str) -> str:
    """What a file is called: the title as far as file systems take it, then its day."""
    named = "-".join(re.findall(r"[^\W_]+", about.title))[:_LONGEST_NAME].strip("-")
    return f"{named or 'Landscape'}-map-{said_day(about.day).replace(' ', '-')}.{ending}"


def tables_of(
    map_: Map, seen: Seen, fields: Sequence[MapField], values: Values, about: About
) -> dict[str, pd.DataFrame]:
    """Three tables: the stakeholders shown with `fields`, the relationships shown, the view.

    What is not recorded is an empty cell. `values` gives what a field says of each of the map's
    people, by row.
    """
    people = _people(map_, fields, values)[seen.shown]
    lines = _lines(map_)[seen.line_shown]
    return {
        PEOPLE: people.reset_index(drop=True),
        LINES: lines.reset_index(drop=True),
        ABOUT: _about(map_, seen, about),
    }


def workbook(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """The tables as sheets, in which no text reckons or links."""
    cut = {name: frame.map(_cut) for name, frame in tables.items()}
    if any(not cut[name].equals(frame) for name, frame in tables.items()):
        told = pd.DataFrame({"What": ["Cut"], "Which": [_CUT]})
        cut[ABOUT] = pd.concat([cut[ABOUT], told], ignore_index=True)
    return as_xlsx(cut)


def archive(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """The tables as CSV files in one archive, in which no text reckons or links."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as written:
        for name, frame in tables.items():
            written.writestr(f"{name.lower().replace(' ', '-')}.csv", as_csv(frame))
    return packed.getvalue()


def _people(map_: Map, fields: Sequence[MapField], values: Values) -> pd.DataFrame:
    people = map_.people
    columns = {"Name": people["name"].reset_index(drop=True)}
    for field in fields:
        told = values(field.key).reset_index(drop=True)
        if field.kind != "number" and field.key not in ("influence", "interest"):
            told = _in_words(field.key, told, map_)
        columns[_header(field.label, columns)] = told
    if "notes" in people and people["notes"].notna().any():
        columns[_header("Notes", columns)] = people["notes"].reset_index(drop=True)
    return pd.DataFrame(columns)


def _in_words(key: str, told: pd.Series, map_: Map) -> pd.Series:
    """Each value as people read it; what is not recorded stays empty."""
    words = {value: in_words(key, value, map_) for value in told.dropna().unique()}
    return told.map(words).astype("object").where(told.notna(), None)


def _header(label: str, taken: Mapping[str, object]) -> str:
    """A header that no other column has: labels may come from a file of theirs."""
    if label.casefold() not in {header.casefold() for header in taken}:
        return label
    number = next(n for n in range(2, len(taken) + 3) if f"{label} ({n})" not in taken)
    return f"{label} ({number})"


def _lines(map_: Map) -> pd.DataFrame:
    names = map_.people["name"].to_numpy()
    lines = map_.lines
    return pd.DataFrame(
        {
            "From": names[lines["source"]],
            "To": names[lines["target"]],
            "Goes one way": lines["directed"].map({True: "yes", False: "no"}),
            "Kind": lines["kind"],
            "Depth": lines["depth"],
            "Known by": lines["basis"].map(_BASES),
            "Standing": lines["status"],
            "Last contact": lines["last_contact"],
            "Reports differ": lines["disputed"].map({True: "yes", False: "no"}),
        }
    )


def _about(map_: Map, seen: Seen, about: About) -> pd.DataFrame:
    rows = [("Title", about.title)]
    rows += [("View", part) for part in about.view]
    rows += [("Date", about.day.isoformat())]
    rows += [("Shown and left out", word) for word in about.words]
    rows += [
        ("Stakeholders", f"{int(seen.shown.sum()):,} of {len(map_.people):,}"),
        ("Relationships", f"{int(seen.line_shown.sum()):,} of {len(map_.lines):,}"),
    ]
    rows += [("Source", source) for source in about.sources]
    rows += [("An empty cell", "Not recorded, which is not the same as none.")]
    return pd.DataFrame(rows, columns=["What", "Which"])


def _cut(value: object) -> object:
    if isinstance(value, str) and len(value) > CELL_MAX:
        return value[: CELL_MAX - 1] + "…"
    return value
