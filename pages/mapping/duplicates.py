"""Who stands here twice: likely pairs side by side, to merge or to keep apart."""

import streamlit as st

from landscape.ui import anatomy, derived, duplicates
from landscape.ui.context import open_landscape
from landscape.ui.words import MAP_TABS

view = open_landscape()
anatomy.section_tabs(MAP_TABS)
anatomy.head(
    "Does anybody stand here twice?",
    "Pairs that look alike by name, address or id. You decide about each; you can take it back.",
)
anatomy.shown_problem()
anatomy.undo_offer(view)

if len(derived.stakeholder_list(view)) < 2:
    anatomy.empty(
        "Nobody can stand here twice yet",
        "Lists from different hands write the same name in different ways. Once a few "
        "stakeholders are here, the likely pairs stand side by side on this page.",
        "pages/data/importing.py",
        "Add who is here",
    )
    st.stop()

likely = derived.likely_duplicates(view)
duplicates.in_words(view, likely)
pair = duplicates.pick_pair(view, likely)
if pair is None:
    duplicates.nothing_alike()
else:
    duplicates.beside_each_other(view, likely, pair)
duplicates.choose_by_hand(view)
anatomy.worked_out(
    "Names are compared without capitals, accents, small words and forms of law, as short forms, "
    "and for slips of the pen. Names with different numbers, or that differ in a word of their "
    "own, are never taken for the same. An e-mail address or an id that two share counts too.",
    "Damerau (1964), Communications of the ACM 7(3); Hernandez and Stolfo (1995), SIGMOD Record "
    "24(2).",
    "Two who share no word and no address are not found here. Choose them by hand.",
)
