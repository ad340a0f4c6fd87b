"""Finds stakeholders among many: a list of all while it is short, a search where there are more."""

from collections.abc import Collection
from typing import Final

import streamlit as st

from landscape.ui import derived
from landscape.ui.anatomy import quiet
from landscape.ui.context import View
from landscape.ui.text import told_apart

MOST_LISTED: Final = 2_000
_MOST_FOUND: Final = 100


def named_stakeholders(view: View, key: str, keep: Collection[str] = ()) -> dict[str, str]:
    """Names to choose from by id, no two alike; those in `keep` are always among them.

    Above 2,000 stakeholders a field to search by name is drawn, and the first hundred that fit
    are there to choose from.
    """
    people = derived.snapshot(view, "stakeholder").stakeholder
    if len(people) > MOST_LISTED:
        wanted = st.text_input("Find by name", key=f"{key}.find", placeholder="Part of a name")
        fits = people["name"].str.contains(wanted.strip(), case=False, regex=False)
        found = people[fits] if wanted.strip() else people.iloc[:0]
        if len(found) > _MOST_FOUND:
            quiet(f"The first {_MOST_FOUND} of {len(found):,} that fit. Write more of the name.")
        kept = people["id"].isin([*found["id"].iloc[:_MOST_FOUND], *keep])
        people = people[kept]
    ordered = people.sort_values("name")
    return told_apart(dict(zip(ordered["id"], ordered["name"], strict=True)), 80)
