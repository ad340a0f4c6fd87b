"""Loads instruments from data/assessments/*.toml, one instrument a file."""

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from landscape.model.errors import InvalidValueError, LandscapeError
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

T = TypeVar("T")

# data/ lies beside the package; the project is always installed editable.
FOLDER: Final = Path(__file__).resolve().parent.parent / "data" / "assessments"


class InstrumentFileError(LandscapeError):
    """A file in data/assessments does not hold an instrument."""

    title = "An instrument cannot be read"


def instruments(folder: Path = FOLDER) -> dict[str, Instrument]:
    """Every instrument in `folder` by its id, in the order of the ids."""
    loaded = (load_instrument(path) for path in sorted(folder.glob("*.toml")))
    return {instrument.id: instrument for instrument in loaded}


def load_instrument(path: Path) -> Instrument:
    """The instrument in one file.

    Raises
    ------
    InstrumentFileError
        With the file and the part of it, what is wrong there, and what to do.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InstrumentFileError(
            f"{path.name} cannot be opened: {error.strerror}.", fix="Name a file that is there."
        ) from error
    try:
        top = _Table(tomllib.loads(content.decode("utf-8")), place=path.name)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InstrumentFileError(
            f"{path.name} is not TOML: {error}.", fix="Correct it there and start again."
        ) from error
    instrument = top.build(lambda: _instrument(top, hashlib.sha256(content).hexdigest()))
    if instrument.id != path.stem:
        raise InstrumentFileError(
            f"{path.name}: the id is {instrument.id!r}.",
            fix=f"Let it be the name of the file, {path.stem!r}.",
        )
    return instrument


class _Table:
    """One table of the file that knows its place, and that every key in it was asked for."""

    def __init__(self, values: Mapping[str, object], *, place: str) -> None:
        self.place = place
        self._values = values
        self._left = set(values)

    def _take(self, key: str, kind: type[T], words: str) -> T:
        self._left.discard(key)
        if key not in self._values:
            raise InstrumentFileError(f"{self.place}: {key!r} is missing.", fix=f"Add {words}.")
        value = self._values[key]
        # bool is a kind of int in Python, and not in TOML.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise InstrumentFileError(
                f"{self.place}: {key!r} is {value!r}.", fix=f"Make it {words}."
            )
        return value

    def text(self, key: str) -> str:
        return self._take(key, str, "a text")

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if key in self._values else None

    def number(self, key: str) -> int:
        return self._take(key, int, "a whole number")

    def yes_or_no(self, key: str) -> bool:
        return self._take(key, bool, "true or false")

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._take(key, list, "a list of texts")
        for value in values:
            if not isinstance(value, str):
                raise InstrumentFileError(
                    f"{self.place}: {key!r} holds {value!r}.", fix="Make it a list of texts."
                )
        return tuple(values)

    def table(self, key: str) -> "_Table":
        values = self._take(key, dict, "a table")
        return _Table(values, place=f"{self.place}, {key}")

    def tables(self, key: str, called_by: str) -> Iterable["_Table"]:
        """Each table of a list, its place told by the value that it is called by."""
        for number, values in enumerate(self._take(key, list, f"tables [[{key}]]"), start=1):
            if not isinstance(values, dict):
                raise InstrumentFileError(
                    f"{self.place}: {key!r} holds {values!r}.", fix=f"Write it as [[{key}]]."
                )
            name = values.get(called_by, number)
            yield _Table(values, place=f"{self.place}, {key} {name!r}")

    def names(self) -> tuple[str, ...]:
        return tuple(self._values)

    def build(self, make: Callable[[], T]) -> T:
        """What `make` returns; what the model refuses is told with its place in the file."""
        try:
            made = make()
        except InvalidValueError as error:
            raise InstrumentFileError(f"{self.place}: {error.what}", fix=error.fix) from error
        if self._left:
            raise InstrumentFileError(
                f"{self.place}: {sorted(self._left)[0]!r} is not known here.",
                fix="Correct its spelling or take it out.",
            )
        return made


def _instrument(top: _Table, digest: str) -> Instrument:
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
        sources={key: _source(key, sources.table(key)) for key in sources.names()},
        dimensions=tuple(_dimension(table) for table in top.tables("dimensions", "id")),
        items=tuple(_item(table) for table in top.tables("items", "id")),
        digest=digest,
    )


def _level(table: _Table) -> LevelMeaning:
    return table.build(
        lambda: LevelMeaning(
            level=table.number("level"), name=table.text("name"), meaning=table.text("meaning")
        )
    )


def _off_scale(table: _Table) -> OffScaleAnswer:
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


def _source(key: str, table: _Table) -> Source:
    return table.build(
        lambda: Source(key=key, title=table.text("title"), address=table.text("address"))
    )


def _dimension(table: _Table) -> Dimension:
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


def _item(table: _Table) -> Item:
    return table.build(
        lambda: Item(
            id=table.text("id"),
            dimension_id=table.text("dimension"),
            statement=table.text("statement"),
            anchors=tuple(
                Anchor(level=level, text=text)
                for level, text in enumerate(table.texts("anchors"), start=1)
            ),
            sources=table.texts("sources"),
            evidence=table.texts("evidence"),
            quick=table.yes_or_no("quick"),
            first_step=table.text("first_step"),
        )
    )
