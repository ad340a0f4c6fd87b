"""A round in one JSON file, and a round added again from it, identical both ways.

{"format": "landscape-round", "version": 1, "round": {...}, "instrument": {...},
 "submissions": [{"rater", ..., "answers": [{...}], "writings": [{...}]}], "seats": [...],
 "releases": [...]}

Every value is text as the database writes it, null where nothing is recorded. No ids of rounds or
submissions stand in it. An anonymous round comes with what it gave out, and without submissions.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

import pandas as pd

from landscape.model.assessment import ANONYMOUS, Round
from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.ids import draw_id, pair_id
from landscape.model.principal import Principal
from landscape.services import instrument_copies, rounds
from landscape.services.round_checks import require_readable
from landscape.store.base import Store

NAME: Final = "landscape-round"
VERSION: Final = 1
LARGEST: Final = 25_000_000
_AGAIN: Final = "Take the copy once more, or ask whoever gave it to you for an unaltered one."
_OWNED: Final = ("submission", "answer", "writing", "seat", "release")
Row = dict[str, str | None]


def write_round(principal: Principal, store: Store, landscape_id: str, round_id: str) -> bytes:
    """All of a round; for the owner only."""
    tables = store.dump_rounds(principal, landscape_id)
    own = [row for row in _rows(tables["round"]) if row["id"] == round_id]
    if not own:
        raise NotFoundError("There is no such round.", fix="Choose one from the list.")
    parts = {
        name: [row for row in _rows(tables[name]) if row["round_id"] == round_id] for name in _OWNED
    }
    frame = tables["round"]
    used = instrument_copies.used({**tables, "round": frame[frame["id"] == round_id]})
    content = {
        "format": NAME,
        "version": VERSION,
        "round": _without(own[0], "id"),
        "instrument": used[0] if used else None,
        "submissions": _submissions(parts),
        "releases": _sorted(_without(row, "id", "round_id") for row in parts["release"]),
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def read_round_copy(principal: Principal, store: Store, landscape_id: str, data: bytes) -> Round:
    """Add a round from its file, under fresh ids; an open one gets no code."""
    content = _content(data)
    round_id = draw_id("r")
    tables: dict[str, list[Row]] = {name: [] for name in _OWNED}
    tables["round"] = [{**_row(content["round"]), "id": round_id}]
    boundary = store.snapshot(principal, landscape_id, tables=("boundary",)).boundary
    if tables["round"][0].get("boundary_id") not in set(boundary["id"]):
        tables["round"][0]["boundary_id"] = None
    _require_known(store, principal, landscape_id, content)
    for told in content["submissions"]:
        _add(tables, round_id, told)
    for told in content["releases"]:
        row = _row(told)
        id_ = _release_id(round_id, row)
        tables["release"].append({**row, "id": id_, "round_id": round_id})
    frames = {name: pd.DataFrame(rows, dtype="object") for name, rows in tables.items()}
    require_readable(frames, fix=_AGAIN)
    store.load_rounds(
        principal,
        landscape_id,
        {**frames, "instrument": _missing(store, principal, landscape_id, frames, content)},
    )
    return rounds.find(principal, store, landscape_id, round_id)


def _submissions(parts: Mapping[str, list[Row]]) -> list[dict[str, Any]]:
    """Each submission with what is its own, and seats that nobody has taken."""
    found: list[dict[str, Any]] = []
    for one in parts["submission"]:
        own = {
            name: [row for row in parts[name] if row["submission_id"] == one["id"]]
            for name in ("answer", "writing", "seat")
        }
        found.append(
            {
                **_without(one, "id", "round_id"),
                "answers": _own(own["answer"]),
                "writings": _own(own["writing"]),
                "seats": _own(own["seat"]),
            }
        )
    free = [row for row in parts["seat"] if row["submission_id"] is None]
    found += [{"answers": [], "writings": [], "seats": _own([row])} for row in free]
    return _sorted(found)


def _own(rows: Iterable[Row]) -> list[Row]:
    return _sorted(_without(row, "id", "round_id", "submission_id") for row in rows)


def _add(tables: dict[str, list[Row]], round_id: str, told: Any) -> None:
    """The rows of one submission, or of a seat that nobody has taken."""
    if not isinstance(told, dict) or not {"answers", "writings", "seats"} <= set(told):
        raise _broken("A part of a submission is missing.")
    own = {key: value for key, value in told.items() if not isinstance(value, list)}
    id_ = draw_id("u") if own else None
    here: Row = {"round_id": round_id, "submission_id": id_}
    if id_ is not None:
        tables["submission"].append({**_row(own), "id": id_, "round_id": round_id})
        for row in map(_row, told["answers"]):
            key = pair_id(id_, str(row.get("item_id")))
            tables["answer"].append({**row, **here, "id": key})
        for row in map(_row, told["writings"]):
            key = pair_id(id_, str(row.get("about")))
            tables["writing"].append({**row, **here, "id": key})
    for row in map(_row, told["seats"]):
        tables["seat"].append({**row, **here, "id": draw_id("k")})


def _release_id(round_id: str, row: Row) -> str:
    if row.get("number") != "0":
        return pair_id(round_id, str(row.get("number")))
    try:
        return pair_id(round_id, f"live/{json.loads(str(row.get('cells')))['item']}")
    except (ValueError, TypeError, KeyError) as error:
        raise _broken("What a room was shown cannot be read.") from error


def _content(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise InvalidValueError(
            f"The file has {len(data):,} bytes; a copy of a round has at most {LARGEST:,}.",
            fix="Choose one that was taken away where you see what you said.",
        )
    try:
        content = json.loads(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _broken("It breaks off or is damaged.") from error
    if not isinstance(content, dict) or content.get("format") != NAME:
        raise InvalidValueError(
            "The file is no copy of a round.",
            fix="Choose one that was taken away where you see what you said.",
        )
    if content.get("version") != VERSION:
        raise InvalidValueError(
            f"The copy is of version {content.get('version')!r}; this Landscape reads {VERSION}.",
            fix="Install the Landscape that wrote it.",
        )
    lists = (content.get("submissions"), content.get("releases"))
    if not isinstance(content.get("round"), dict) or not all(isinstance(p, list) for p in lists):
        raise _broken("A part of it is missing.")
    if content["round"].get("mode") == ANONYMOUS and content["submissions"]:
        raise _broken("It is anonymous, and holds who said what.")
    return content


def _require_known(
    store: Store, principal: Principal, landscape_id: str, content: Mapping[str, Any]
) -> None:
    """Raise unless the questions are here or come along unaltered."""
    id_, version = content["round"].get("instrument"), content["round"].get("version")
    own = store.own_instruments(principal, landscape_id)
    told = instrument_copies.brought(own, _told(content))
    if not instrument_copies.is_known(id_, version) and f"{id_}/{version}" not in told:
        raise NotFoundError(
            f"It was held with {id_!r}, version {version!r}, which is not here.",
            fix="Bring these questions first, on Questions.",
        )


def _missing(
    store: Store,
    principal: Principal,
    landscape_id: str,
    frames: Mapping[str, pd.DataFrame],
    content: Mapping[str, Any],
) -> pd.DataFrame:
    """The questions to keep because they are neither here nor among the team's own."""
    own = store.own_instruments(principal, landscape_id)
    known = {"round": frames["round"], "instrument": own}
    every = instrument_copies.with_missing(known, _told(content))["instrument"]
    return every[~every["id"].isin(own["id"])].astype("object")


def _told(content: Mapping[str, Any]) -> pd.DataFrame | None:
    told = content.get("instrument")
    if told is None:
        return None
    row = _row(told)
    if set(row) != {"id", "version", "digest", "text"} or None in row.values():
        raise _broken("A part of its questions is missing.")
    return pd.DataFrame([row])


def _rows(frame: pd.DataFrame) -> list[Row]:
    names = [str(name) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in frame.itertuples(index=False, name=None)]


def _row(told: Any) -> Row:
    if not isinstance(told, dict) or not all(
        value is None or isinstance(value, str) for value in told.values()
    ):
        raise _broken("A value in it is no text.")
    return dict(told)


def _without(row: Row, *names: str) -> Row:
    return {key: value for key, value in row.items() if key not in names}


def _sorted(parts: Iterable[Any]) -> list[Any]:
    """In the order of what they hold, as their ids are drawn anew each time."""
    return sorted(parts, key=lambda part: json.dumps(part, sort_keys=True))


def _broken(what: str) -> InvalidValueError:
    return InvalidValueError(f"The copy of the round is damaged. {what}", fix=_AGAIN)
