"""One table of an instrument's file that knows its place, and that every key was asked for."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from landscape.model.errors import InvalidValueError, LandscapeError

T = TypeVar("T")


class InstrumentFileError(LandscapeError):
    """A file does not hold an instrument."""

    title = "These questions cannot be read"


class Table:
    """The values of one table; what is asked for is checked, what is left over is refused."""

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
        """The text under `key`."""
        return self._take(key, str, "a text")

    def optional_text(self, key: str) -> str | None:
        """The text under `key`; None where there is none."""
        return self.text(key) if key in self._values else None

    def has(self, key: str) -> bool:
        """Whether there is anything under `key`."""
        return key in self._values

    def number(self, key: str) -> int:
        """The whole number under `key`."""
        return self._take(key, int, "a whole number")

    def yes_or_no(self, key: str) -> bool:
        """Whether `key` is true."""
        return self._take(key, bool, "true or false")

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under `key`."""
        values = self._take(key, list, "a list of texts")
        for value in values:
            if not isinstance(value, str):
                raise InstrumentFileError(
                    f"{self.place}: {key!r} holds {value!r}.", fix="Make it a list of texts."
                )
        return tuple(values)

    def table(self, key: str) -> "Table":
        """The table under `key`."""
        values = self._take(key, dict, "a table")
        return Table(values, place=f"{self.place}, {key}")

    def tables(self, key: str, called_by: str) -> Iterable["Table"]:
        """Each table of a list, its place told by the value that it is called by."""
        for number, values in enumerate(self._take(key, list, f"tables [[{key}]]"), start=1):
            if not isinstance(values, dict):
                raise InstrumentFileError(
                    f"{self.place}: {key!r} holds {values!r}.", fix=f"Write it as [[{key}]]."
                )
            name = values.get(called_by, number)
            yield Table(values, place=f"{self.place}, {key} {name!r}")

    def names(self) -> tuple[str, ...]:
        """Every key, in the order of the file."""
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
