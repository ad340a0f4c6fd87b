"""Share: take a copy of the landscape, as a workbook or as CSV files."""

import streamlit as st

from landscape.ui import anatomy, importing_copies
from landscape.ui.context import open_landscape

view = open_landscape()
anatomy.head("Share", "Take a copy to work on elsewhere, or to hand on.")
if not importing_copies.has_something(view):
    anatomy.empty(
        "A copy of everything on the map",
        "There is nothing to take yet. Add who is here first.",
        "pages/data/importing.py",
        "Add data",
    )
    st.stop()

importing_copies.downloads(view)
importing_copies.what_is_in_it(view)
