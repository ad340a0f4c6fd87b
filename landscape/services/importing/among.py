"""Which of many texts are among many others: by Arrow, which asks a hash table once a text."""

from collections.abc import Collection

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc


def among(values: pd.Series | pd.Index, others: Collection[str]) -> np.ndarray:
    """Whether each of `values` is among `others`; a missing one is not."""
    wanted = pa.array(others, pa.large_string(), from_pandas=True)
    if isinstance(wanted, pa.ChunkedArray):
        wanted = wanted.combine_chunks()
    found = pc.is_in(pa.array(values, pa.large_string(), from_pandas=True), wanted, skip_nulls=True)
    held: np.ndarray = found.to_numpy(zero_copy_only=False)
    return held
