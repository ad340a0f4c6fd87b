"""The scripts for talking a round through, read from data/debrief/debrief.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).resolve().parents[2] / "data" / "debrief" / "debrief.toml"
# What a part may put in of the round's own answers.
SHOWS: Final = ("apart", "unsure", "contradictions", "weakest", "steps", "plan")
STAGES: Final = ("open", "see", "feel", "mean", "now", "close")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a script: what whoever holds the conversation does and asks."""

    stage: str
    title: str
    minutes: int
    does: str
    asks: tuple[str, ...]
    shows: tuple[str, ...] = ()
    most: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One way to talk a round through, for so many minutes."""

    minutes: int
    title: str
    fits: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """All scripts, what to say at the beginning of each, and where their order comes from."""

    title: str
    source: str
    beginning: tuple[str, ...]
    scripts: tuple[Script, ...]
    held_back: tuple[tuple[str, str, str], ...]

    def script(self, minutes: int) -> Script:
        """The script for so many minutes."""
        return next(one for one in self.scripts if one.minutes == minutes)


@cache
def debrief() -> Debrief:
    """What the file says; it comes with the app, and a test reads all of it."""
    told: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Debrief(
        title=told["title"],
        source=told["source"],
        beginning=tuple(told["beginning"]),
        scripts=tuple(_script(one) for one in told["scripts"]),
        held_back=tuple(
            (dimension_id, one["while_low"], one["why"])
            for one in told["held_back"]
            for dimension_id in one["dimensions"]
        ),
    )


def held_back(dimension_id: str) -> Mapping[str, str]:
    """Why steps of a dimension wait, by the dimension that they wait for while it is low."""
    return {lower: why for here, lower, why in debrief().held_back if here == dimension_id}


def _script(told: Mapping[str, Any]) -> Script:
    return Script(
        minutes=told["minutes"],
        title=told["title"],
        fits=told["fits"],
        parts=tuple(
            Part(
                stage=one["stage"],
                title=one["title"],
                minutes=one["minutes"],
                does=one["does"],
                asks=tuple(one["asks"]),
                shows=tuple(one.get("shows", "").split()),
                most=one.get("most", 3),
            )
            for one in told["parts"]
        ),
    )
