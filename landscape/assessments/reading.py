"""From the text of a file to an instrument; what is wrong is told with its place and its fix."""

import hashlib
import tomllib

from landscape.assessments.table import InstrumentFileError, Table
from landscape.model.instrument import (
    Anchor,
    Dimension,
    Instrument,
    Item,
    LevelMeaning,
    OffScaleAnswer,
    Source,
)
from landscape.model.scales import OffScale


def read_instrument(content: bytes, file: str) -> Instrument:
    """The instrument in the bytes of a file.

    Raises
    ------
    InstrumentFileError
        With the file and the part of it, what is wrong there, and what to do.
    """
    top = top_table(content, file)
    return top.build(lambda: _instrument(top, digest_of(content)))


def top_table(content: bytes, file: str) -> Table:
    """All that stands in the bytes of a TOML file."""
    try:
        return Table(tomllib.loads(content.decode("utf-8")), place=file)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InstrumentFileError(
            f"{file} is not TOML: {error}.", fix="Correct it there and start again."
        ) from error


def digest_of(content: bytes) -> str:
    """The sha256 of a file."""
    return hashlib.sha256(content).hexdigest()


def _instrument(top: Table, digest: str) -> Instrument:
    sources = top.table("sources")
    return Instrument(
        id=top.text("id"),
        version=top.number("version"),
        language=top.text("language"),
        title=top.text("title"),
        name=top.text("name"),
        honest=top.text("honest"),
        closing_question=top.text("closing_question"),
        first_steps_order=top.texts("first_steps_order"),
        levels=tuple(_level(table) for table in top.tables("levels", "level")),
        off_scale=tuple(_off_scale(table) for table in top.tables("off_scale", "code")),
        sources={key: read_source(key, sources.table(key)) for key in sources.names()},
        dimensions=tuple(read_dimension(table) for table in top.tables("dimensions", "id")),
        items=tuple(read_item(table) for table in top.tables("items", "id")),
        digest=digest,
        words=_words(top),
    )


def _words(top: Table) -> dict[str, str]:
    if not top.has("words"):
        return {}
    table = top.table("words")
    return {word: table.text(word) for word in table.names()}


def _level(table: Table) -> LevelMeaning:
    return table.build(
        lambda: LevelMeaning(
            level=table.number("level"), name=table.text("name"), meaning=table.text("meaning")
        )
    )


def _off_scale(table: Table) -> OffScaleAnswer:
    code = table.text("code")
    codes = [known.value for known in OffScale]
    if code not in codes:
        raise InstrumentFileError(
            f"{table.place}: the code is {code!r}.", fix=f"Make it one of {codes!r}."
        )
    return table.build(
        lambda: OffScaleAnswer(
            code=OffScale(code),
            name=table.text("name"),
            meaning=table.text("meaning"),
            needs_reason=table.yes_or_no("needs_reason"),
        )
    )


def read_source(key: str, table: Table) -> Source:
    """The source in one table."""
    return table.build(
        lambda: Source(key=key, title=table.text("title"), address=table.optional_text("address"))
    )


def read_dimension(table: Table) -> Dimension:
    """The dimension in one table."""
    return table.build(
        lambda: Dimension(
            id=table.text("id"),
            title=table.text("title"),
            group=table.text("group"),
            area=table.text("area"),
            sources=table.texts("sources"),
            prompts=table.texts("prompts"),
            low=table.text("low"),
            middling=table.text("middling"),
            on_the_map=table.text("on_the_map"),
            caution=table.optional_text("caution"),
        )
    )


def read_item(table: Table, *, source: str | None = None) -> Item:
    """The item in one table; with `source`, what a team need not say has its usual value."""
    own = source is not None
    return table.build(
        lambda: Item(
            id=table.text("id"),
            dimension_id=table.text("dimension"),
            statement=table.text("statement"),
            anchors=tuple(
                Anchor(level=level, text=text)
                for level, text in enumerate(table.texts("anchors"), start=1)
            ),
            sources=(source,)
            if source is not None and not table.has("sources")
            else table.texts("sources"),
            evidence=() if own and not table.has("evidence") else table.texts("evidence"),
            quick=table.yes_or_no("quick") if table.has("quick") or not own else False,
            first_step=table.text("first_step"),
            supersedes=table.optional_text("supersedes"),
        )
    )
