"""Loads the instruments in data/assessments: the newest of each, and the versions before it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from landscape.assessments.published import Publication, read_publications
from landscape.assessments.reading import read_instrument
from landscape.assessments.table import InstrumentFileError
from landscape.model.instrument import Instrument

# data/ lies beside the package; the project is always installed editable.
FOLDER: Final = Path(__file__).resolve().parents[2] / "data" / "assessments"

_EARLIER: Final = "earlier"
# Files beside the instruments that hold something else.
_PUBLISHED: Final = "published.toml"
_OTHERS: Final = (_PUBLISHED, "debrief.toml")


def instruments(folder: Path = FOLDER) -> dict[str, Instrument]:
    """The newest version of every instrument in `folder` by its id, in the order of the ids."""
    every = _every_version(folder)
    return {id_: every[id_, version] for id_, version in sorted(every)}


def instrument_version(id_: str, version: int, folder: Path = FOLDER) -> Instrument | None:
    """One version of an instrument, newest or earlier; None where it is not in `folder`."""
    return _every_version(folder).get((id_, version))


def versions_of(id_: str, folder: Path = FOLDER) -> tuple[Instrument, ...]:
    """Every version of an instrument, the earliest first."""
    every = _every_version(folder)
    return tuple(every[key] for key in sorted(every) if key[0] == id_)


def text_of(id_: str, version: int, folder: Path = FOLDER) -> str | None:
    """The file of one version as it stands there; None where it is not in `folder`."""
    if (id_, version) not in _every_version(folder):
        return None
    newest = max(known for known_id, known in _every_version(folder) if known_id == id_)
    path = folder / f"{id_}.toml" if version == newest else _earlier(folder, id_, version)
    return path.read_text(encoding="utf-8")


def load_instrument(path: Path) -> Instrument:
    """The instrument in one file, which is named after its id.

    Raises
    ------
    InstrumentFileError
        With the file and the part of it, what is wrong there, and what to do.
    """
    return _load(path, lambda instrument: instrument.id)


@cache
def _every_version(folder: Path) -> Mapping[tuple[str, int], Instrument]:
    """Every version by id and number, read and checked once a process."""
    newest = [
        load_instrument(path) for path in sorted(folder.glob("*.toml")) if path.name not in _OTHERS
    ]
    earlier = [
        _load(path, lambda instrument: f"{instrument.id}-{instrument.version}")
        for path in sorted((folder / _EARLIER).glob("*.toml"))
    ]
    found = {(one.id, one.version): one for one in (*earlier, *newest)}
    for publication in read_publications(folder / _PUBLISHED):
        key = (publication.id, publication.version)
        found[key] = _as_published(publication, found.get(key))
    return found


def _load(path: Path, named: Callable[[Instrument], str]) -> Instrument:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InstrumentFileError(
            f"{path.name} cannot be opened: {error.strerror}.", fix="Name a file that is there."
        ) from error
    instrument = read_instrument(content, path.name)
    if named(instrument) != path.stem:
        raise InstrumentFileError(
            f"{path.name}: the id is {instrument.id!r}.",
            fix=f"Let it be the name of the file, {path.stem!r}.",
        )
    return instrument


def _as_published(publication: Publication, found: Instrument | None) -> Instrument:
    """The instrument as it was published, with what changed; raises where the file is another."""
    name = f"{publication.id!r}, version {publication.version}"
    if found is None:
        raise InstrumentFileError(
            f"{name} was published, and its file is not here.", fix="Put its file back."
        )
    if found.digest != publication.digest:
        raise InstrumentFileError(
            f"The file of {name} is not the one that was published.",
            fix="Put the published file back, and let what changes be the next version.",
        )
    return replace(found, changes=publication.changes)


def _earlier(folder: Path, id_: str, version: int) -> Path:
    return folder / _EARLIER / f"{id_}-{version}.toml"
