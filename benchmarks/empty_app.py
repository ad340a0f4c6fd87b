"""app.py with one page that is empty: the floor that a page's rerun is compared with."""

import streamlit as st

from landscape.ui import anatomy, context, state
from landscape.ui.errors import shown_errors

st.set_page_config(page_title="Landscape", page_icon=":material/landscape:", layout="wide")

page = st.navigation(
    [
        st.Page("pages/nothing.py", title="Nothing", default=True),
        st.Page(context.CHOOSER, visibility="hidden"),
    ],
    position="top",
)
state.enter_page(page.url_path)
with shown_errors():
    anatomy.first_row()
    page.run()
