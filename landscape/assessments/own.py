"""Questions that a team brings itself: a whole instrument, or items that add to a published one."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from landscape.assessments.loading import FOLDER, instrument_version, instruments
from landscape.assessments.published import read_changes
from landscape.assessments.reading import (
    digest_of,
    read_dimension,
    read_instrument,
    read_item,
    read_source,
    top_table,
)
from landscape.assessments.table import InstrumentFileError, Table
from landscape.model.instrument import Instrument, Source

OWN_SOURCE: Final = Source(key="OWN", title="Questions of our own")
_ADDED: Final = "Some of the questions here were added by a team itself."
MOST_BYTES: Final = 1_000_000
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PART_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_MOST_ITEMS: Final = 300
_LONGEST: Final = 2_000


@lru_cache(maxsize=64)
def read_own(text: str, file: str) -> Instrument:
    """The instrument in the text of a team's own file.

    Raises
    ------
    InstrumentFileError
        With the file and the part of it, what is wrong there, and what to do.
    """
    content = text.encode("utf-8", "surrogatepass")
    top = top_table(content, file)
    read = _addition(top, digest_of(content)) if top.has("extends") else None
    return _fitting(read or read_instrument(content, file), file)


def check_in_child(content: bytes, *, file: str) -> bytes:
    """Read a stranger's file where it cannot do harm; raises what is wrong with it."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InstrumentFileError(
            f"{file} is not text in UTF-8: {error}.", fix="Save it as UTF-8 and choose it again."
        ) from error
    read_own(text, file)
    return b""


def _addition(top: Table, digest: str) -> Instrument:
    base = _base(top)
    return top.build(
        lambda: replace(
            base,
            id=top.text("id"),
            version=top.number("version"),
            title=top.optional_text("title") or base.title,
            name=top.optional_text("name") or f"{base.name}, with questions of our own",
            honest=f"{base.honest} {_ADDED}",
            sources={**base.sources, OWN_SOURCE.key: OWN_SOURCE, **_sources(top)},
            dimensions=(*base.dimensions, *map(read_dimension, _tables(top, "dimensions"))),
            items=(
                *base.items,
                *(read_item(table, source=OWN_SOURCE.key) for table in _tables(top, "items")),
            ),
            digest=digest,
            extends=base.id,
            changes=tuple(read_changes(top)),
        )
    )


def _base(top: Table) -> Instrument:
    id_, version = top.text("extends"), top.number("extends_version")
    found = instrument_version(id_, version)
    if found is None:
        known = [f"{one.id}, version {one.version}" for one in instruments().values()]
        raise InstrumentFileError(
            f"{top.place}: it adds to {id_!r}, version {version}, which is not here.",
            fix=f"Add to one of {known!r}.",
        )
    return found


def _sources(top: Table) -> dict[str, Source]:
    if not top.has("sources"):
        return {}
    sources = top.table("sources")
    return {key: read_source(key, sources.table(key)) for key in sources.names()}


def _tables(top: Table, key: str) -> tuple[Table, ...]:
    return tuple(top.tables(key, "id")) if top.has(key) else ()


def _fitting(instrument: Instrument, file: str) -> Instrument:
    """`instrument`, which must not pass for a published one, nor be larger than people can read."""
    if not _ID.fullmatch(instrument.id) or len(instrument.id) > 60:
        raise InstrumentFileError(
            f"{file}: the id is {instrument.id!r}.",
            fix="Make it small letters, digits and hyphens, such as 'our-river-questions'.",
        )
    if instrument.id in instruments(FOLDER):
        raise InstrumentFileError(
            f"{file}: the id {instrument.id!r} is that of questions that come with the app.",
            fix="Give yours an id of their own.",
        )
    if len(instrument.items) > _MOST_ITEMS:
        raise InstrumentFileError(
            f"{file} holds {len(instrument.items)} items.", fix=f"Ask at most {_MOST_ITEMS}."
        )
    for id_ in (*(one.id for one in instrument.dimensions), *(one.id for one in instrument.items)):
        if not _PART_ID.fullmatch(id_):
            raise InstrumentFileError(
                f"{file}: the id {id_!r} does not do.",
                fix="Make it letters, digits, dots and hyphens, 40 at most, such as 'D05.own1'.",
            )
    for item in instrument.items:
        for text in (item.statement, item.first_step, *(one.text for one in item.anchors)):
            if len(text) > _LONGEST:
                raise InstrumentFileError(
                    f"{file}, items {item.id!r}: a text has {len(text):,} characters.",
                    fix=f"Say it in {_LONGEST:,}.",
                )
    return instrument
