"""An empty page with a bare sigma map of the same bytes: the floor of the map benchmark."""

from pathlib import Path

import streamlit as st

from landscape.model.map_look import MapLook
from landscape.model.principal import LOCAL
from landscape.ui import context, derived_map
from landscape.ui.canvas.payload import section
from landscape.ui.context import View

HEIGHT = 540  # as high as the map on its page
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
payload = derived_map.payload(view, MapLook())
bodies = [piece.body for piece in (payload.people, payload.places, payload.looks)]
bare = st.components.v2.component(
    "bare_sigma", html="<div></div>", js=BUNDLE.read_text(encoding="utf-8") + "\n"
)
told = section({"height": HEIGHT, "sizes": [len(body) for body in bodies[:2]]})
bare(key="bare", data=told + b"".join(bodies))
