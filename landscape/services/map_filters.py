"""What filters keep of a map's stakeholders, and how each reads in words."""

import numpy as np
import pandas as pd

from landscape.analysis.arrays import Bools
from landscape.analysis.findings import listed
from landscape.model.map_look import FieldFilter
from landscape.services.map_fields import in_words, is_named_by_people, label_of
from landscape.services.mapping import Map
from landscape.store.base import Snapshot


def keeps(values: pd.Series, asked: FieldFilter) -> Bools:
    """Whom a filter keeps, by row.

    A filter that names no value and no bounds keeps those of whom something is recorded or, where
    it keeps the missing, those of whom nothing is. The value "" is what is not recorded.
    """
    recorded = values.notna().to_numpy(dtype=bool)
    missing = asked.missing or "" in asked.values
    bounded = asked.least is not None or asked.most is not None
    named = tuple(value for value in asked.values if value)
    if not named and not bounded:
        return ~recorded if missing else recorded
    kept = np.ones(len(values), dtype=bool)
    if values.dtype == np.float64:
        kept = _keeps_numbers(values.to_numpy(), named, asked.least, asked.most)
    elif named:
        kept = values.isin(named).to_numpy(dtype=bool)
    return np.where(recorded, kept, missing)


def _keeps_numbers(
    numbers: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    named: tuple[str, ...],
    least: float | None,
    most: float | None,
) -> Bools:
    kept = np.ones(len(numbers), dtype=bool)
    if named:
        kept &= np.isin(
            numbers, [number for value in named if (number := _number(value)) == number]
        )
    if least is not None:
        kept &= numbers >= least
    if most is not None:
        kept &= numbers <= most
    return kept


def keeps_in_words(
    snapshot: Snapshot, map_: Map, asked: FieldFilter, *, numbers: bool = False
) -> str:
    """A filter as a sentence, with values as people wrote them; "" where its field is gone.

    `numbers` says that the field holds numbers, which filters name as texts.
    """
    label = label_of(snapshot, asked.field)
    if not label:
        return ""
    if not is_named_by_people(asked.field):
        label = label[:1].lower() + label[1:]
    named = [
        in_words(asked.field, _number(value) if numbers else value, map_)
        for value in asked.values
        if value
    ]
    missing = asked.missing or "" in asked.values
    parts = [listed(named, "or")] if named else []
    if asked.least is not None and asked.most is not None:
        parts.append(f"from {_said(asked.field, asked.least)} to {_said(asked.field, asked.most)}")
    elif asked.least is not None:
        parts.append(f"at least {_said(asked.field, asked.least)}")
    elif asked.most is not None:
        parts.append(f"at most {_said(asked.field, asked.most)}")
    if not parts:
        return f"Only {label}: {'not recorded' if missing else 'recorded'}."
    return f"Only {label}: {', '.join(parts)}{' or not recorded' if missing else ''}."


def _said(key: str, number: float) -> str:
    return in_words(key, number)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")
