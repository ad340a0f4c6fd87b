"""The crossings page: the finding, the matrix, who reaches across, and who was asked."""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from landscape.analysis.boundaries import Crossings
from landscape.analysis.findings import details, headline
from landscape.analysis.live import LiveFilter
from landscape.charts.crossings import FEW_SIDES, MOST_SIDES, crossings_alt, crossings_matrix
from landscape.model.scales import DEPTH_WORDS, Basis
from landscape.ui import anatomy, derived, tables
from landscape.ui.context import View
from landscape.ui.text import count, count_of, escape
from landscape.ui.words import BASIS_WORDS

_SILENT: Final = {
    "asked": "asked, no answer",
    "not_asked": "not asked",
    "not_known": "not known",
}
_KRACKHARDT: Final = (
    "Krackhardt, D. and Stern, R. N. (1988). Informal networks and organizational crises: an "
    "experimental simulation. Social Psychology Quarterly 51(2), 123-140."
)


def pick_filter(view: View) -> LiveFilter:
    """What is counted, narrowed in a popover."""
    kinds = derived.snapshot(view, "relationship").relationship["kind"].dropna().unique()
    key = f"live.{view.landscape_id}"
    with st.popover("Narrow what is counted", icon=":material/filter_alt:"):
        picked = st.multiselect(
            "Kinds of relationship", sorted(kinds), key=f"{key}.kinds", persist_state="session"
        )
        depth = st.select_slider(
            "At least, where depth is recorded",
            list(range(len(DEPTH_WORDS))),
            format_func=lambda level: DEPTH_WORDS[level] if level else "any",
            key=f"{key}.depth",
            persist_state="session",
        )
        since = st.date_input(
            "Contact since, where contact is recorded",
            value=None,
            key=f"{key}.since",
            persist_state="session",
        )
        bases = st.multiselect(
            "What they rest on",
            list(Basis),
            format_func=lambda basis: BASIS_WORDS[basis.value],
            key=f"{key}.bases",
            persist_state="session",
        )
    return LiveFilter(
        kinds=tuple(picked),
        bases=tuple(bases),
        least_depth=depth or None,
        since=since if isinstance(since, date) else None,
    )


def finding(found: Crossings, chosen: LiveFilter) -> None:
    """The finding in a sentence, what else is to be seen, and the filter that it holds for."""
    st.subheader(escape(headline(found)), anchor=False)
    for sentence in details(found):
        st.markdown(escape(sentence))
    _counted(chosen)


def _counted(chosen: LiveFilter) -> None:
    anatomy.quiet(f"Counted: {escape(chosen.words)}.")


def too_few_sides(found: Crossings) -> bool:
    """Say what to do when there is nothing to compare. Returns whether that is so."""
    if len(found.sides) > 1:
        return False
    anatomy.empty(
        "How many reach across, and how many stay within",
        "Stakeholders must stand on at least two sides of this boundary. Put groups on its sides, "
        "or choose something recorded that divides them.",
        "pages/boundaries/boundaries.py",
        "Change the boundary",
    )
    return True


def matrix_and_response(found: Crossings) -> None:
    """The matrix with who was asked: beside it, or below where it needs the whole width."""
    if len(found.sides) > FEW_SIDES:
        _matrix(found)
        _who_was_asked(found)
        _response_table(found)
        return
    picture, asked = st.columns([3, 2], gap="large")
    with picture:
        _matrix(found)
    with asked:
        _who_was_asked(found)
        _response_in_words(found)


def _matrix(found: Crossings) -> None:
    dark = st.context.theme.type == "dark"
    st.plotly_chart(
        crossings_matrix(found, dark=dark),
        theme=None,
        config={"displayModeBar": False},
        alt=crossings_alt(found),
        key="crossings_matrix",
    )
    if len(found.sides) > MOST_SIDES:
        anatomy.quiet(
            f"The {MOST_SIDES} largest of {len(found.sides)} sides. The table has them all."
        )


def matrix_table(found: Crossings) -> None:
    """The same as a table: one row for every two sides."""
    rows, columns = np.triu_indices(len(found.sides))
    listing = pd.DataFrame(
        [
            {
                "between": found.sides[row],
                "and": "within this side" if row == column else found.sides[column],
                "relationships": int(found.relationships[row, column]),
                "zero": silence.value if (silence := found.silence(row, column)) else "",
                "pairs": int(found.pairs[row, column]),
                "answered": int(found.answered[row, column]),
            }
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        ]
    )
    headings = {
        "between": "Between",
        "and": "And",
        "relationships": "Relationships",
        "zero": "What the zero means",
        "pairs": "Possible pairs",
        "answered": "Pairs with an end that answered",
    }
    if not listing["zero"].any():
        del headings["zero"]
    tables.table(
        listing,
        alt="Relationships between every two sides, and what each zero means",
        columns=headings,
    )


def _who_was_asked(found: Crossings) -> None:
    heard, members = (int(found.response[name].sum()) for name in ("answered", "members"))
    st.markdown("#### Who was asked")
    st.markdown(f"{count_of(heard, members, 'stakeholders')} on a side answered.")


def _response_in_words(found: Crossings) -> None:
    for side, row in zip(found.sides, found.response.to_dict("records"), strict=True):
        silent = [f"{row[name]} {words}" for name, words in _SILENT.items() if row[name]]
        heard = count_of(row["answered"], row["members"], "answered")
        st.markdown(f"**{escape(side)}**  \n{', '.join([heard, *silent])}")


def _response_table(found: Crossings) -> None:
    tables.table(
        found.response.rename_axis("side").reset_index(),
        alt="Who answered when asked about relationships, for each side",
        columns={
            "side": "Side",
            "members": "There",
            "answered": "Answered",
            "asked": "Asked, no answer",
            "not_asked": "Not asked",
            "not_known": "Not known",
        },
    )


def who_reaches_across(view: View, boundary_id: str, found: Crossings, chosen: LiveFilter) -> None:
    """Those with relationships to other sides, by name, and those who stand on two."""
    reaching = derived.reach(view, boundary_id, chosen)
    members = int(found.response["members"].sum())
    st.markdown("#### Who reaches across")
    st.markdown(f"{count_of(len(reaching), members, 'stakeholders')} on a side do.")
    _counted(chosen)
    if not reaching.empty:
        tables.table(
            reaching.assign(to=reaching["to"].map(", ".join)),
            alt="Stakeholders with relationships to other sides, those who reach most sides first",
            columns={
                "name": "Name",
                "side": "From",
                "to": "To",
                "sides_reached": "Sides reached",
                "relationships": "Relationships across",
            },
        )
    _on_two_sides(view, boundary_id)


def _on_two_sides(view: View, boundary_id: str) -> None:
    read = derived.snapshot(view, "stakeholder", "brokers")
    both = read.brokers.loc[read.brokers["boundary_id"] == boundary_id, "stakeholder_id"]
    named = read.stakeholder.loc[read.stakeholder["id"].isin(both), "name"]
    if not named.empty:
        shown = ", ".join(escape(str(name)) for name in named.sort_values())
        st.markdown(
            f"{count(len(named), 'stakeholder')} belong to groups on more than one side, and count "
            f"on none: {shown}."
        )


def how_worked_out(found: Crossings, chosen: LiveFilter) -> None:
    """The E-I index and the counts behind it."""
    index = "not to be computed" if np.isnan(found.ei_index) else f"{found.ei_index:+.2f}"
    possible = int(np.triu(found.pairs, k=1).sum())
    joined = int(np.triu(found.connected, k=1).sum())
    anatomy.worked_out(
        f"**E-I index: {index}.** Relationships across minus relationships within, divided by all "
        f"of them: ({found.crossing:,} - {found.staying:,}) / "
        f"({found.crossing:,} + {found.staying:,}). From -1, nobody reaches across, to +1, "
        "everybody does; how many there are on each side sways it.  \n"
        f"{joined:,} of {possible:,} possible pairs on different sides have a relationship. "
        "A pair without one is *none reported* when one of the two answered, and *not asked* "
        f"when neither did.  \nCounted: {escape(chosen.words)}.",
        _KRACKHARDT,
        f"{count(found.unplaced, 'relationship')} with an end on no side are left out.",
    )
