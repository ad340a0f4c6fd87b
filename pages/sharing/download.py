"""Share: take a copy of the landscape, for whatever it is wanted for, or a blank workbook."""

import streamlit as st

from landscape.ui import anatomy, copies
from landscape.ui.context import open_landscape

view = open_landscape()
anatomy.head("Share", "Take a copy to work on elsewhere, or to hand on.")
if not copies.has_something(view):
    anatomy.empty(
        "A copy of everything on the map",
        "There is nothing to take yet. Add who is here first.",
        "pages/data/importing.py",
        "Add data",
    )
    copies.blank_workbook()
    st.stop()

copies.take(view)
copies.what_is_in_it(view)
copies.blank_workbook()
