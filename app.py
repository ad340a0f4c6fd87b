"""Names the pages, draws the first row, runs the chosen page, shows errors once for all."""

import streamlit as st

from landscape.ui import anatomy, state
from landscape.ui.errors import shown_errors

st.set_page_config(page_title="Landscape", page_icon=":material/landscape:", layout="wide")

page = st.navigation(
    [
        st.Page(
            "pages/landscape/overview.py",
            title="Landscape",
            icon=":material/landscape:",
            default=True,
        ),
        st.Page("pages/mapping/map.py", title="Map", icon=":material/hub:"),
        st.Page("pages/boundaries/boundaries.py", title="Boundaries", icon=":material/fence:"),
        st.Page("pages/readiness/answer.py", title="Where we stand", icon=":material/explore:"),
        st.Page("pages/data/importing.py", title="Add data", icon=":material/upload_file:"),
        st.Page("pages/sharing/download.py", title="Share", icon=":material/ios_share:"),
        st.Page("pages/history/changes.py", title="History", icon=":material/history:"),
        st.Page("pages/landscape/settings.py", title="Settings", icon=":material/tune:"),
        st.Page("pages/landscape/landscapes.py", title="Your landscapes", visibility="hidden"),
        st.Page("pages/mapping/walk.py", title="Walk", visibility="hidden"),
        st.Page("pages/mapping/stakeholders.py", title="Stakeholders", visibility="hidden"),
        st.Page("pages/mapping/groups.py", title="Groups", visibility="hidden"),
        st.Page("pages/mapping/relationships.py", title="Relationships", visibility="hidden"),
        st.Page("pages/boundaries/crossings.py", title="Crossings", visibility="hidden"),
        st.Page("pages/readiness/results.py", title="What we said", visibility="hidden"),
    ],
    position="top",
)
state.enter_page(page.url_path)
with shown_errors():
    anatomy.first_row()
    page.run()
