"""What `streamlit run` starts: the app, with its own pages from the first visit on."""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from landscape.web import room

# Beside a folder named "pages", Streamlit looks for pages in it until the app has run once: the
# first visit by a deep link would be told that its page does not exist.
PagesManager.uses_pages_directory = False

app = st.App("app.py", routes=room.routes(), middleware=room.middleware())
