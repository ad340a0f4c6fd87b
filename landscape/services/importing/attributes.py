"""Columns that nobody matched, kept as they came in one JSON text a row."""

import json
from collections.abc import Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc


def as_json(frame: pd.DataFrame, columns: Sequence[str]) -> pd.Series:
    """One JSON object a row with the filled cells of `columns`; "{}" where there is none."""
    if not columns or frame.empty:
        return pd.Series("{}", index=frame.index, dtype="str")
    members = [_members(frame[column], column) for column in columns]
    opens, closes, between = (pa.scalar(text, pa.large_string()) for text in ("{", "}", ""))
    joined = pc.utf8_rtrim(pc.binary_join_element_wise(*members, between, between), ", ")
    wrapped = pc.binary_join_element_wise(opens, joined, closes, between)
    texts: pd.Series = wrapped.to_pandas()
    return texts.set_axis(frame.index).astype("str")


def _members(cells: pd.Series, column: str) -> pa.Array:
    """`"column": "text", ` for each filled cell, written out once for each different text."""
    codes, texts = pd.factorize(cells.mask(cells.str.strip() == ""))
    name = json.dumps(column, ensure_ascii=False)
    written = [f"{name}: {json.dumps(str(text), ensure_ascii=False)}, " for text in texts]
    return pa.array([*written, ""], pa.large_string()).take(pa.array(codes % (len(written) + 1)))


def merged(first: pd.Series, further: pd.Series) -> pd.Series:
    """`first` with the members of `further` that it lacks."""
    blank = first.isna() | (first == "{}")
    joined = first.mask(blank, further)
    both = ~blank & further.notna() & (further != "{}") & (further != first)
    for row in joined.index[both]:
        members = {**json.loads(further[row]), **json.loads(first[row])}
        joined[row] = json.dumps(members, ensure_ascii=False)
    return joined.fillna("{}")
