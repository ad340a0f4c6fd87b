"""Tables to read, with a text for those who cannot see them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st


def table(
    frame: pd.DataFrame,
    *,
    alt: str,
    columns: Mapping[str, Any] | None = None,
    key: str | None = None,
    height: int | None = None,
) -> None:
    """A table to read. `columns` maps the columns to show, in order, to headings or settings."""
    st.dataframe(
        frame,
        hide_index=True,
        alt=alt,
        column_order=list(columns) if columns else None,
        column_config=dict(columns) if columns else None,
        key=key,
        height="auto" if height is None else height,
    )
