"""The parts of the first page: the next step, the three sentences, the groups."""

from typing import Final

import pandas as pd
import streamlit as st

from landscape.model.scales import Role
from landscape.services.overview import NextStep, Overview
from landscape.services.templates import templates
from landscape.ui import context, tables
from landscape.ui.context import View
from landscape.ui.text import count, count_of, escape, names

_STEPS: Final = {
    NextStep.ADD_STAKEHOLDERS: ("Add who is here", "pages/data/importing.py"),
    NextStep.SAY_WHO_IS_US: ("Say which of these is us", context.SETTINGS),
    NextStep.ADD_GROUPS: ("Put them into groups", "pages/mapping/groups.py"),
    NextStep.FILL_CARDS: ("Say what is at stake for each group", "pages/mapping/groups.py"),
    NextStep.FIND_BOUNDARY: ("Find a boundary", "pages/boundaries/boundaries.py"),
    NextStep.SAY_WHERE_WE_STAND: ("Say where we stand", "pages/readiness/answer.py"),
    NextStep.READ_CROSSINGS: (
        "See where the conversation stops",
        "pages/boundaries/crossings.py",
    ),
}
_ROLE_WORDS: Final = {
    Role.DECIDES: "those who decide",
    Role.FUNDS: "those who pay for it",
    Role.DELIVERS: "those who do the work",
    Role.AFFECTED: "those who are affected",
    Role.KNOWS: "those who know it well",
    Role.OPPOSES: "those who disagree",
    Role.BRIDGES: "those who connect groups",
}


def next_step(said: Overview) -> None:
    """The one thing to do next, as the page's main action."""
    label, page = _STEPS[said.next_step]
    if st.button(label, type="primary", icon=":material/arrow_forward:"):
        st.switch_page(page, query_params=context.here())


def who_is_here(said: Overview) -> None:
    """How many there are, with the groups behind."""
    st.subheader("Who is here", anchor=False)
    st.markdown(
        f"{count(said.stakeholders, 'stakeholder')} in {count(len(said.groups), 'group')}, "
        f"with {count(said.relationships, 'relationship')} between them."
        + (f" {count(said.ungrouped, 'stakeholder')} in no group." if said.ungrouped else "")
    )


def where_nothing_is_recorded(said: Overview) -> None:
    """Which groups nobody heard; silence there says nothing about them."""
    st.subheader("Where nothing is recorded", anchor=False)
    whole = len(said.groups)
    sentences = [
        _unheard(said.unheard, "no one was asked", whole),
        _unheard(said.silent, "no one who was asked has answered", whole),
        _unheard(said.unknown, "it is not recorded whether anyone was asked", whole),
    ]
    spoken = [sentence for sentence in sentences if sentence]
    if spoken:
        st.markdown(" ".join(spoken) + " A gap there is not a finding.")
    else:
        st.markdown("Somebody in every group answered when asked about relationships.")
    if said.without_stake:
        with st.expander(
            f"{count_of(len(said.without_stake), whole, 'groups')} have no stake recorded"
        ):
            st.markdown(names(list(said.without_stake), 40) + ".")


def who_is_missing(said: Overview) -> None:
    """Roles that no group has, and groups where no one would open the door."""
    st.subheader("Who is missing", anchor=False)
    if said.missing is None:
        st.markdown("No roles are recorded yet, so nobody can say who is missing.")
    elif said.missing:
        st.markdown(
            "No group is recorded as " + names([_ROLE_WORDS[role] for role in said.missing]) + "."
        )
    else:
        st.markdown("Every role is held by some group: from those who decide to those who bridge.")
    if said.without_door:
        label = count_of(len(said.without_door), len(said.groups), "groups")
        with st.expander(f"{label} have no one who would open the door to us"):
            st.markdown(names(list(said.without_door), 40) + ".")


def first_questions(view: View) -> None:
    """What to ask first, where the landscape began from a template."""
    template = templates().get(str(view.landscape.settings.get("template", "")))
    if template is not None:
        with st.expander("Three questions to begin with"):
            st.markdown("\n".join(f"1. {escape(asked)}" for asked in template.first_questions))


def group_table(groups: pd.DataFrame) -> None:
    """One row a group with its counts, and who answered when asked."""
    tables.table(
        groups,
        alt="Groups with the number of stakeholders, and how many answered when asked",
        columns={
            "group": "Group",
            "stakeholders": "Stakeholders",
            "answered": "Answered",
            "asked": "Asked, no answer",
            "not_asked": "Not asked",
            "not_known": "Not known",
        },
    )


def _unheard(groups: tuple[str, ...], what: str, whole: int) -> str:
    if not groups:
        return ""
    if len(groups) == 1:
        return f"{what[0].upper()}{what[1:]} in {escape(groups[0])}."
    return f"In {count_of(len(groups), whole, 'groups')} {what}: {names(list(groups))}."
