"""The people of an anonymous round while it is given out: who they are is not known in here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from landscape.analysis.results import CLOSING
from landscape.analysis.scoring import Said, said_in
from landscape.model.instrument import Instrument

Cells = Mapping[str, Any]


class Person(NamedTuple):
    """What one person of an anonymous round said; nothing in it tells who it is.

    `came` is the release that the person came out with; `comments` are texts by dimension, or by
    "closing".
    """

    group: str | None
    came: int
    said: Mapping[str, Said]
    comments: Mapping[str, tuple[str, ...]]


def people_in(
    instrument: Instrument, answers: pd.DataFrame, writings: pd.DataFrame, number: int
) -> tuple[Person, ...]:
    """The people in the frames; those without a release come out with `number`.

    Parameters
    ----------
    instrument : Instrument
        The version that the round was held on.
    answers : pandas.DataFrame
        One row an answer, with `submission_id`, `standpoint`, `released`, `item_id`, `level`,
        `off_scale`, `text_shown`, `note` and `target`.
    writings : pandas.DataFrame
        One row a text, with `submission_id`, `about` and `text`.
    number : int
        The release that is being made.
    """
    said: dict[str, dict[str, Said]] = defaultdict(dict)
    for one in said_in(answers):
        said[one.person][one.item_id] = one
    groups = _texts(answers["submission_id"], answers["standpoint"])
    came = {
        str(person): int(released)
        for person, released in zip(answers["submission_id"], answers["released"], strict=True)
        if not pd.isna(released)
    }
    comments = _comments(instrument, answers, writings)
    return tuple(
        Person(
            group=groups.get(person),
            came=came.get(person, number),
            said=said[person],
            comments={about: tuple(texts) for about, texts in comments[person].items()},
        )
        for person in list(said)
    )


def _texts(people: Iterable[object], values: Iterable[object]) -> dict[str, str]:
    """From person to text, where it holds something that can be read."""
    return {
        str(person): value.strip()
        for person, value in zip(people, values, strict=True)
        if isinstance(value, str) and value.strip()
    }


def _comments(
    instrument: Instrument, answers: pd.DataFrame, writings: pd.DataFrame
) -> dict[str, dict[str, list[str]]]:
    dimension_of = {item.id: item.dimension_id for item in instrument.items}
    rows = [
        (person, dimension_of.get(item_id, CLOSING), note)
        for person, item_id, note in zip(
            answers["submission_id"], answers["item_id"], answers["note"], strict=True
        )
    ]
    rows += zip(writings["submission_id"], writings["about"], writings["text"], strict=True)
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for person, about, text in rows:
        if isinstance(text, str) and text.strip():
            found[str(person)][str(about)].append(text.strip())
    return found
