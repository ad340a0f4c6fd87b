"""Whether rounds in a copy can be read again, before anything of it is stored."""

import json
from collections.abc import Mapping

import pandas as pd

from landscape.analysis.released import require_sound
from landscape.model.assessment import Round
from landscape.model.errors import InvalidValueError, LandscapeError

_WHOLE = ("version", "threshold", "expected")
_MODES = ("named", "anonymous")


def require_readable(tables: Mapping[str, pd.DataFrame], *, fix: str) -> None:
    """Raise InvalidValueError unless each round and each release in the tables can be read.

    `tables` hold text as the database writes it; "round" and "release" may be missing.
    """
    for row in _rows(tables, "round"):
        try:
            numbers = {name: _whole(row.get(name)) for name in _WHOLE}
            Round(
                id="",
                name=row.get("name") or "",
                instrument=row.get("instrument") or "",
                version=numbers["version"] or 0,
                digest="",
                form=row.get("form") or "",
                mode=row.get("mode") or "",
                threshold=numbers["threshold"],
                expected=numbers["expected"],
            )
            if row.get("mode") not in _MODES or not _is_mapping(row.get("evidence")):
                raise ValueError
        except (LandscapeError, ValueError) as error:
            raise InvalidValueError(
                f"The round {row.get('name')!r} is damaged.", fix=fix
            ) from error
    for row in _rows(tables, "release"):
        try:
            require_sound(json.loads(row.get("cells") or ""))
        except (LandscapeError, ValueError, RecursionError) as error:
            raise InvalidValueError("What a round gave out is damaged.", fix=fix) from error


def _rows(tables: Mapping[str, pd.DataFrame], name: str) -> list[dict[str, str | None]]:
    frame = tables.get(name)
    return [] if frame is None else frame.to_dict("records")  # type: ignore[return-value]


def _whole(text: object) -> int | None:
    return None if text is None else int(str(text))


def _is_mapping(text: object) -> bool:
    return text is None or isinstance(json.loads(str(text)), dict)
