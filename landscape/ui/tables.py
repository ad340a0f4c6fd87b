"""Tables to read, with a text for those who cannot see them."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from landscape.services.exporting import as_csv


def table(
    frame: pd.DataFrame,
    *,
    alt: str,
    columns: Mapping[str, Any] | None = None,
    key: str | None = None,
    height: int | None = None,
    on_row: Callable[[], None] | None = None,
) -> None:
    """A table to read. `columns` maps the columns to show, in order, to headings or settings.

    `on_row` is called when a row is chosen; the widget with `key` then holds which one.
    """
    shown: dict[str, Any] = {
        "hide_index": True,
        "alt": alt,
        "column_order": list(columns) if columns else None,
        "column_config": dict(columns) if columns else None,
        "key": key,
        "height": "auto" if height is None else height,
        "placeholder": "",  # else an empty cell would read "None"
    }
    if on_row is not None:
        shown |= {"on_select": on_row, "selection_mode": "single-row"}
    st.dataframe(frame, **shown)


def download_csv(frame: pd.DataFrame, *, file_name: str, label: str = "Download as CSV") -> None:
    """A button that makes the file when it is pressed; nothing in it runs in a spreadsheet."""
    st.download_button(
        label,
        lambda: as_csv(frame),
        file_name=file_name,
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"download.{file_name}",
    )
