"""An empty page with a bare sigma map of the same bytes: the floor of the map benchmark."""

from pathlib import Path

import streamlit as st

from landscape.model.principal import LOCAL
from landscape.ui import context, derived
from landscape.ui.canvas import HEIGHT
from landscape.ui.canvas.payload import section
from landscape.ui.context import View

BUNDLE = Path(__file__).parent / "bare_sigma" / "bare.js"

st.set_page_config(layout="wide")
store = context.open_store()
landscape = store.landscapes(LOCAL)[0]
view = View(
    store=store,
    principal=LOCAL,
    landscape_id=landscape.id,
    landscape=landscape,
    revision=landscape.revision,
)
bare = st.components.v2.component(
    "bare_sigma", html="<div></div>", js=BUNDLE.read_text(encoding="utf-8") + "\n"
)
bare(key="bare", data=section({"height": HEIGHT}) + derived.map_payload(view).body)
