"""A bare page with one question to choose from: the floor of the answering benchmark."""

import streamlit as st


@st.fragment
def question() -> None:
    """One radio and one button, and nothing that is kept."""
    st.radio("Where do you stand?", [f"{level} · A sentence" for level in range(1, 6)], index=None)
    st.button("Next")


question()
