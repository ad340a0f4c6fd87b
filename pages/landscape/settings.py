"""Settings: what the landscape is about, who of it is us, and putting it away."""

import streamlit as st

from landscape.ui import anatomy, settings
from landscape.ui.context import open_landscape

if settings.deleted_offer():
    st.stop()
view = open_landscape()

anatomy.head("Settings", "What this landscape is about, who of it is us, and putting it away.")
anatomy.shown_problem()
anatomy.undo_offer(view)

st.subheader("What it is about", anchor=False)
settings.about_form(view)
st.subheader("Who is us", anchor=False)
settings.us_form(view)
st.subheader("Put it away", anchor=False)
settings.put_away(view)
