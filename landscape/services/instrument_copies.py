"""The questions that go with a copy of rounds, so that old answers can be read anywhere."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Final

import pandas as pd

from landscape.assessments import instrument_version, text_of
from landscape.services.assessing import today

_COLUMNS: Final = ("id", "digest", "text", "added_on")


def is_known(id_: object, version: object) -> bool:
    """Whether a version of an instrument comes with the app."""
    return str(version).isdigit() and instrument_version(str(id_), int(str(version))) is not None


def used(tables: Mapping[str, pd.DataFrame]) -> list[dict[str, str]]:
    """The text of every version that a round was held with: newest, earlier, or the team's own.

    `tables` are those of a dump, with "round" and "instrument".
    """
    rounds, own = tables["round"], tables["instrument"]
    texts = dict(zip(own["id"], own["text"], strict=True))
    found = []
    wanted = zip(rounds["instrument"], rounds["version"], rounds["digest"], strict=True)
    for id_, version, digest in dict.fromkeys(wanted):
        text = texts.get(f"{id_}/{version}") or text_of(id_, int(version))
        if text is not None and digest_of(text) == digest:
            found.append({"id": id_, "version": version, "digest": digest, "text": text})
    return found


def brought(own: pd.DataFrame | None, told: pd.DataFrame | None) -> frozenset[str]:
    """The versions ("id/version") that are a team's own, or whose text comes along unaltered."""
    found = set() if own is None or "id" not in own else set(own["id"].astype(str))
    return frozenset(found | set(_intact(told)))


def with_missing(
    tables: Mapping[str, pd.DataFrame], told: pd.DataFrame | None, *, on: date | None = None
) -> dict[str, pd.DataFrame]:
    """The tables of a dump with the questions that are neither here nor among a team's own."""
    own = tables.get("instrument", pd.DataFrame(columns=list(_COLUMNS)))
    rounds = tables.get("round")
    needed = (
        set() if rounds is None else {*zip(rounds["instrument"], rounds["version"], strict=True)}
    )
    texts = _intact(told)
    missing = [
        (key, digest_of(texts[key]), texts[key], (on or today()).isoformat())
        for id_, version in sorted(needed)
        if not is_known(id_, version)
        and (key := f"{id_}/{version}") in texts
        and key not in set(own["id"])
    ]
    if not missing:
        return dict(tables)
    added = pd.DataFrame(missing, columns=list(_COLUMNS), dtype="object")
    return {**tables, "instrument": pd.concat([own, added], ignore_index=True)}


def _intact(told: pd.DataFrame | None) -> dict[str, str]:
    """The texts whose digest is what it says, by "id/version"."""
    if told is None:
        return {}
    return {
        f"{id_}/{version}": text
        for id_, version, digest, text in zip(
            told["id"], told["version"], told["digest"], told["text"], strict=True
        )
        if digest_of(text) == digest
    }


def digest_of(text: str) -> str:
    """The sha256 of an instrument's file."""
    return hashlib.sha256(text.encode()).hexdigest()
