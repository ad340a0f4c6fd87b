"""Groups: what is at stake for each, who decides, what they say, who would open the door."""

import streamlit as st

from landscape.services.group_cards import QUESTIONS, group_cards
from landscape.ui import anatomy, derived, differing
from landscape.ui import group_cards as cards_ui
from landscape.ui.context import open_landscape
from landscape.ui.text import count_of
from landscape.ui.words import GROUP_TIP, MAP_TABS

view = open_landscape()
anatomy.section_tabs(MAP_TABS)
anatomy.head(
    "Groups", "What is at stake for each group, what they say, and who would open the door to us."
)
anatomy.shown_problem()
differing.offer()
anatomy.undo_offer(view)

cards = group_cards(derived.snapshot(view, "constituency", "legitimacy"))
if not cards:
    anatomy.empty(
        "A card for each group",
        GROUP_TIP + " A spreadsheet with a column for it brings them all; or add one below.",
        "pages/data/importing.py",
        "Bring a spreadsheet",
    )
    cards_ui.add_group_form(view)
    st.stop()

whole = [card for card in cards if card.filled == QUESTIONS]
anatomy.quiet(f"{count_of(len(whole), len(cards), 'cards')} are filled.")
listed, card = st.columns([1, 3], gap="medium")
with listed:
    picked = cards_ui.pick_card(view, cards)
    cards_ui.add_group_form(view)
with card:
    cards_ui.card_form(view, picked, cards)
