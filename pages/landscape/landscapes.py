"""Your landscapes: open one, begin one, look at a sample, restore a deleted one."""

import streamlit as st

from landscape.ui import anatomy, chooser, context

store = context.open_store()
principal = context.principal()

anatomy.head("Your landscapes", "Open one, or begin another: empty, from a template, or a sample.")
anatomy.shown_problem()
chooser.held_landscapes(principal, store)

st.subheader("Begin another", anchor=False)
templates, empty, samples = st.tabs(["From a template", "Empty", "A sample"])
with templates:
    st.write("Groups, roles and boundaries to start from. Replace the roles by names as you go.")
    chooser.template_cards(principal, store)
with empty:
    chooser.begin_empty(principal, store)
with samples:
    st.write("A landscape that is filled already, to look around in. Change it as you like.")
    chooser.sample_cards(principal, store)

chooser.deleted_landscapes(principal, store)
