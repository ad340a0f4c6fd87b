"""Names the pages, draws the first row, runs the chosen page, shows errors once for all."""

from pathlib import Path

import streamlit as st

from landscape.ui import anatomy, context, state
from landscape.ui.errors import shown_errors

# A symbol of Streamlit's would be fetched from elsewhere by the browser; this one is sent along.
ICON = Path(__file__).parent / "landscape" / "ui" / "icon.svg"
st.set_page_config(page_title="Landscape", page_icon=str(ICON), layout="wide")

# file, title, icon; a page without an icon is hidden and reached from its section.
PAGES = (
    ("pages/landscape/overview.py", "Landscape", ":material/landscape:"),
    ("pages/mapping/map.py", "Map", ":material/hub:"),
    ("pages/boundaries/boundaries.py", "Boundaries", ":material/fence:"),
    ("pages/readiness/answer.py", "Where we stand", ":material/explore:"),
    ("pages/data/importing.py", "Add data", ":material/upload_file:"),
    ("pages/sharing/download.py", "Share", ":material/ios_share:"),
    ("pages/history/changes.py", "History", ":material/history:"),
    ("pages/landscape/settings.py", "Settings", ":material/tune:"),
    ("pages/landscape/landscapes.py", "Your landscapes", None),
    ("pages/mapping/walk.py", "Walk", None),
    ("pages/mapping/stakeholders.py", "Stakeholders", None),
    ("pages/mapping/duplicates.py", "Who stands here twice", None),
    ("pages/mapping/groups.py", "Groups", None),
    ("pages/mapping/relationships.py", "Relationships", None),
    ("pages/boundaries/crossings.py", "Crossings", None),
    ("pages/readiness/rounds.py", "Rounds", None),
    ("pages/readiness/live.py", "Answer in a room", None),
    ("pages/readiness/paper.py", "Type in paper forms", None),
    ("pages/readiness/results.py", "What we said", None),
    ("pages/readiness/standing.py", "Our standing", None),
    ("pages/readiness/debrief.py", "Talk it through", None),
    ("pages/readiness/plan.py", "Plan", None),
    ("pages/readiness/questions.py", "Questions", None),
    ("pages/readiness/profile.py", "Your profile", None),
    ("pages/readiness/joining.py", "Answer", None),
)

if context.is_answering():
    # Whoever is here to answer gets one page, whatever address they ask for.
    pages = [
        st.Page("pages/readiness/door.py", title="Answer", default=True),
        st.Page(context.JOINING, title="Answer", visibility="hidden"),
    ]
else:
    pages = [
        st.Page(
            file,
            title=title,
            icon=icon,
            default=file == context.OVERVIEW,
            visibility="visible" if icon else "hidden",
        )
        for file, title, icon in PAGES
    ]
page = st.navigation(pages, position="hidden" if context.is_answering() else "top")
state.enter_page(page.url_path)
with shown_errors():
    if not context.is_answering():
        anatomy.first_row()
    page.run()
