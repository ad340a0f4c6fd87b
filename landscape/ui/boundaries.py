"""The boundaries page: each boundary in words, what it protects, what it costs, who crosses."""

import json
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from landscape.analysis.findings import headline, listed
from landscape.model.scales import BoundaryStance
from landscape.services.editing import remove_boundary
from landscape.services.reading import ALL_LIVE
from landscape.store.base import Batch
from landscape.ui import anatomy, context, derived, forms, tables
from landscape.ui.boundaries_form import STANCES, edit_boundary
from landscape.ui.context import View
from landscape.ui.text import count, escape, shorten
from landscape.ui.words import NOT_RECORDED

CROSSINGS: Final = "pages/boundaries/crossings.py"
# The part of the address that names the boundary that somebody was led to.
BOUNDARY: Final = "boundary"


def main_action(view: View) -> None:
    """Add a boundary."""
    if st.button("Add a boundary", type="primary", icon=":material/add:"):
        edit_boundary(view, None)


def nobody_here(view: View) -> bool:
    """Say how to begin where nobody is on the map. Returns whether that is so."""
    if not derived.snapshot(view, "stakeholder").stakeholder.empty:
        return False
    anatomy.empty(
        "Where your landscape divides",
        "A boundary is where shared practice, loyalty, place or rank stops. Add who is in your "
        "landscape first; a column of your spreadsheet can then become a boundary.",
        "pages/data/importing.py",
        "Add who is here",
    )
    return True


def none_yet() -> None:
    """Say what a boundary is good for, beside the button that makes one."""
    with st.container(border=True):
        st.subheader("Where your landscape divides", anchor=False)
        st.write(
            "A boundary is where shared practice, loyalty, place or rank stops. It protects "
            "something, and it costs something. Add one, and you see who reaches across it, who "
            "does not, and where nobody was asked."
        )


def boundary_cards(view: View) -> None:
    """One card a boundary; the one in the address comes first."""
    rows = derived.snapshot(view, "boundary").boundary.to_dict("records")
    asked = st.query_params.get(BOUNDARY)
    for row in sorted(rows, key=lambda row: row["id"] != asked):
        _card(view, {str(name): value for name, value in row.items()})


def boundary_table(view: View) -> None:
    """All boundaries in a table."""
    rows = derived.snapshot(view, "boundary").boundary.to_dict("records")
    listing = pd.DataFrame(
        [
            {
                "name": row["name"],
                "kinds": ", ".join(json.loads(row["kinds"])) or NOT_RECORDED,
                "sides": len(found.sides),
                "across": found.crossing,
                "within": found.staying,
                "stance": STANCES[BoundaryStance(row["stance"])],
                "protects": _or_not_recorded(row["protects"]),
                "costs": _or_not_recorded(row["costs"]),
            }
            for row in rows
            for found in [derived.crossings(view, row["id"])]
        ]
    )
    tables.table(
        listing,
        alt="Boundaries with their kinds, sides, relationships across and within, and stance",
        columns={
            "name": "Boundary",
            "kinds": "Kinds",
            "sides": "Sides",
            "across": "Relationships across",
            "within": "Within a side",
            "stance": "What you mean to do",
            "protects": "It protects",
            "costs": "It costs",
        },
    )
    anatomy.quiet(f"Counted: {escape(ALL_LIVE.words)}.")


def _card(view: View, row: dict[str, Any]) -> None:
    found = derived.crossings(view, row["id"])
    kinds = ", ".join(json.loads(row["kinds"])) or f"kind {NOT_RECORDED}"
    sides = listed(list(found.sides), most=4) if found.sides else f"sides {NOT_RECORDED}"
    with st.container(border=True):
        st.subheader(escape(row["name"]), anchor=False)
        anatomy.quiet(f"{escape(kinds)} · {count(len(found.sides), 'side')}: {escape(sides)}")
        st.markdown(escape(headline(found)))
        protects, costs, stance = st.columns(3)
        protects.markdown(f"**It protects**  \n{escape(_or_not_recorded(row['protects']))}")
        costs.markdown(f"**It costs**  \n{escape(_or_not_recorded(row['costs']))}")
        reason = f": {escape(row['stance_reason'])}" if pd.notna(row["stance_reason"]) else ""
        said = STANCES[BoundaryStance(row["stance"])]
        stance.markdown(f"**What you mean to do**  \n{said}{reason}")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(
                CROSSINGS,
                label=f"See who reaches across {escape(shorten(row['name'], 40))}",
                icon=":material/arrow_forward:",
                query_params={**context.here(), BOUNDARY: row["id"]},
            )
            if st.button("Change", icon=":material/edit:", key=f"change.{row['id']}"):
                edit_boundary(view, row["id"])
            st.button(
                "Remove",
                icon=":material/delete:",
                key=f"remove.{row['id']}",
                help="Stakeholders stay as they are. You can undo this.",
                on_click=forms.attempt,
                args=(partial(_remove, view, row["id"]),),
            )


def _remove(view: View, boundary_id: str) -> Batch:
    return remove_boundary(view.principal, view.store, view.landscape_id, boundary_id)


def _or_not_recorded(text: object) -> str:
    return text if isinstance(text, str) and text.strip() else NOT_RECORDED
