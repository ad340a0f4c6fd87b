"""The relationships page: filters, the list, and one looked at with its reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from landscape.model.days import said_day
from landscape.model.relationship import Relationship
from landscape.model.scales import DEPTH_WORDS, Basis
from landscape.services.checks import row_with_id
from landscape.services.editing import remove_relationships
from landscape.services.lists import reports_of
from landscape.services.rows import relationship_of
from landscape.store.base import Batch
from landscape.ui import anatomy, derived, forms, pickers, state, tables
from landscape.ui.context import View
from landscape.ui.relationship_form import edit_relationship
from landscape.ui.text import count, escape, shorten
from landscape.ui.words import BASIS_WORDS, NOT_RECORDED, STATUS_WORDS

_DEPTHS = dict(enumerate(DEPTH_WORDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which relationships to list; an empty choice lets all through."""

    groups: tuple[str, ...]
    depths: tuple[str, ...]
    bases: tuple[str, ...]
    kinds: tuple[str, ...]

    def chosen(self, listed: pd.DataFrame) -> pd.DataFrame:
        """The rows that pass; a group passes with either end."""
        either = listed["source_group"].isin(self.groups) | listed["target_group"].isin(self.groups)
        passes = either if self.groups else pd.Series(True, index=listed.index)
        for column, wanted in (
            ("depth_word", self.depths),
            ("basis_word", self.bases),
            ("kind", self.kinds),
        ):
            if wanted:
                passes &= listed[column].isin(wanted)
        return listed[passes].reset_index(drop=True)


def worded(listed: pd.DataFrame) -> pd.DataFrame:
    """The list with words in place of codes, and "not recorded" in place of gaps."""
    reports = listed["reports"].astype("str").mask(listed["reports"] == 0, "none")
    return listed.assign(
        depth_word=listed["depth"].map(_DEPTHS).fillna(NOT_RECORDED),
        basis_word=listed["basis"].map(BASIS_WORDS).fillna(NOT_RECORDED),
        status_word=listed["status"].map(STATUS_WORDS).fillna(NOT_RECORDED),
        kind=listed["kind"].fillna(NOT_RECORDED),
        source_group=listed["source_group"].fillna(NOT_RECORDED),
        target_group=listed["target_group"].fillna(NOT_RECORDED),
        reports_word=reports.where(~listed["differ"], reports + ", they differ"),
    )


def pick_filter(listed: pd.DataFrame) -> Filter:
    """Four choices in a row; what is chosen outlives a change of page."""
    groups = sorted({*listed["source_group"], *listed["target_group"]})
    with st.container(horizontal=True):
        return Filter(
            groups=_pick("Group", groups),
            depths=_pick("Depth", [*DEPTH_WORDS, NOT_RECORDED]),
            bases=_pick("Rests on", [*BASIS_WORDS.values(), NOT_RECORDED]),
            kinds=_pick("Kind", sorted(set(listed["kind"]))),
        )


def relationship_table(view: View, listed: pd.DataFrame, chosen: pd.DataFrame) -> None:
    """The chosen relationships; choosing a row looks at that one."""
    anatomy.quiet(f"{len(chosen):,} of {count(len(listed), 'relationship')}")
    key = f"relationship_table.{view.landscape_id}.{view.revision}.{len(chosen)}"
    tables.table(
        chosen,
        alt="Relationships with both ends, depth, what each rests on and its reports",
        columns={
            "source": st.column_config.TextColumn("From", width=190),
            "target": st.column_config.TextColumn("To", width=190),
            "depth_word": st.column_config.TextColumn("Depth", width=105),
            "basis_word": st.column_config.TextColumn("Rests on", width=130),
            "reports_word": st.column_config.TextColumn("Reports", width=115),
            "kind": "Kind",
            "status_word": "Alive",
            "source_group": "Group",
            "target_group": "Group of the other",
        },
        key=key,
        on_row=partial(_look_at, view, key, chosen),
    )
    tables.download_csv(
        chosen.drop(columns=["id", "source_id", "target_id", "depth", "basis", "status", "differ"]),
        file_name="relationships.csv",
    )


def pick_relationship(view: View, chosen: pd.DataFrame) -> str | None:
    """The relationship to look at, by both names."""
    if chosen.empty:
        st.write("No relationship fits. Take a filter away.")
        return None
    labels: dict[str, str] = {
        str(id_): f"{shorten(str(source), 40)} and {shorten(str(target), 40)}"
        for id_, source, target in zip(
            chosen["id"], chosen["source"], chosen["target"], strict=True
        )
    }
    return pickers.pick_among(view, "Look at", labels, "relationship")


def closer_look(view: View, relationship_id: str) -> None:
    """The reports behind one relationship, those that differ marked, and the buttons."""
    map_ = derived.snapshot(view, "relationship", "report")
    row = row_with_id(map_.relationship, relationship_id)
    if row is None:
        return
    relationship = relationship_of(row)
    with st.container(border=True):
        st.markdown(f"**{_ends(view, relationship)}**")
        _reports(reports_of(map_, relationship_id), relationship.basis)
        if relationship.note:
            st.markdown(escape(relationship.note))
        with st.container(horizontal=True):
            if st.button("Change", icon=":material/edit:", key=f"change.{relationship_id}"):
                edit_relationship(view, relationship)
            st.button(
                "Remove",
                icon=":material/delete:",
                key=f"remove.{relationship_id}",
                help="With its reports. You can undo this.",
                on_click=forms.attempt,
                args=(partial(_remove, view, relationship_id),),
            )


def _reports(reports: pd.DataFrame, basis: Basis | None) -> None:
    if reports.empty:
        words = BASIS_WORDS[basis.value] if basis else f"what it rests on is {NOT_RECORDED}"
        st.write(f"No report of it is kept: {words}.")
        return
    if reports["depth"].nunique() > 1:
        st.markdown(":material/difference: They see it differently. Worth asking both.")
    for report in reports.to_dict("records"):
        st.markdown(_report_in_words(report))


def _report_in_words(report: Mapping[Any, Any]) -> str:
    depth = None if pd.isna(report["depth"]) else _DEPTHS[int(report["depth"])]
    day = None if pd.isna(report["reported_on"]) else said_day(report["reported_on"])
    note = None if pd.isna(report["note"]) else escape(report["note"])
    rater = "Somebody" if pd.isna(report["rater"]) else escape(report["rater"])
    said = f"{rater}: **{depth or NOT_RECORDED}**"
    return said + "".join(f", {more}" for more in (day, note) if more)


def _pick(label: str, options: list[str]) -> tuple[str, ...]:
    return tuple(
        st.multiselect(
            label,
            options,
            key=f"relationships.{label}",
            placeholder="any",
            persist_state="session",
            width=260,
        )
    )


def _ends(view: View, relationship: Relationship) -> str:
    people = derived.stakeholder_list(view).set_index("id")["name"]
    ends = (relationship.source_id, relationship.target_id)
    return " and ".join(escape(str(people.get(end, "?"))) for end in ends)


def _remove(view: View, relationship_id: str) -> Batch:
    return remove_relationships(view.principal, view.store, view.landscape_id, [relationship_id])


def _look_at(view: View, key: str, listed: pd.DataFrame) -> None:
    chosen: Any = state.value_of(key)
    if chosen and chosen.selection.rows:
        pickers.choose(view, "relationship", str(listed["id"].iloc[chosen.selection.rows[0]]))
