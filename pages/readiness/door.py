"""Whoever is here to answer, under whatever address: on to the page where one joins."""

import streamlit as st

from landscape.ui import context

st.switch_page(context.JOINING, query_params=st.query_params.to_dict())
