"""How each group takes each of us: a grid to fill in at a glance, or one of us more closely."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from landscape.model.scales import LEGITIMACY_WORDS, LegitimacyBasis
from landscape.services.standing_team import cell, cells, judged, save_cells, team
from landscape.store.base import Batch, Snapshot
from landscape.ui import anatomy, differing, state
from landscape.ui.context import View
from landscape.ui.differing import Change
from landscape.ui.text import escape, plain, shorten, told_apart
from landscape.ui.words import JUDGED_BY_WORDS, NOT_RECORDED

_ALL: Final = ""
_GROUP: Final = "group"
_ON: Final = "on"
_FIELD_LABELS: Final = {
    "level": "How they take {}",
    "basis": "What that rests on",
    "judged_by": "Who says so",
    "note": "Note",
}
_WORDS: Final[Mapping[str, Mapping[Any, str]]] = {
    "level": LEGITIMACY_WORDS,
    "judged_by": JUDGED_BY_WORDS,
}


def grid(view: View, snapshot: Snapshot) -> None:
    """The grid of all of us, or of one of us with what a judgement rests on."""
    members = {one.person.id: one.person.name for one in team(snapshot)}
    groups = dict(zip(snapshot.constituency["id"], snapshot.constituency["name"], strict=True))
    st.subheader("Who would hear an invitation from whom?", anchor=False)
    st.write(
        "For each group and each of you: how do you think they take you? Leave open what you do "
        "not know."
    )
    labels = told_apart(members, 24)
    who = st.radio(
        "Show",
        [_ALL, *members],
        # The label of a choice is Markdown.
        format_func=lambda id_: escape(labels.get(id_, "All of us")),
        horizontal=True,
        key=f"standing.who.{view.landscape_id}.{hash(tuple(labels.items()))}",
        label_visibility="collapsed",
    )
    if who in members:
        _one_of_us(view, snapshot, groups, who, labels[who])
    else:
        _all_of_us(view, snapshot, groups, labels)


def _all_of_us(
    view: View, snapshot: Snapshot, groups: Mapping[str, str], members: Mapping[str, str]
) -> None:
    """One row a group, one column a member, a level in words in each cell."""
    columns = {
        member_id: (
            "level",
            member_id,
            st.column_config.SelectboxColumn(
                label,
                options=list(LEGITIMACY_WORDS),
                format_func=_level_words,
                width=215,
            ),
        )
        for member_id, label in members.items()
    }
    _editor(view, snapshot, groups, columns, "all")


def _one_of_us(
    view: View, snapshot: Snapshot, groups: Mapping[str, str], member_id: str, label: str
) -> None:
    """One row a group: the level, what it rests on, who says so, a note, and the day."""
    there = judged(snapshot)
    mine = {group_id: one for (who, group_id), one in there.items() if who == member_id}
    judges = dict(JUDGED_BY_WORDS)
    for one in mine.values():
        if one.judged_by:
            judges.setdefault(one.judged_by, one.judged_by)
    bases = [one.value for one in LegitimacyBasis]
    bases += sorted({word for one in mine.values() for word in one.basis or ()} - set(bases))
    settings = {
        "level": st.column_config.SelectboxColumn(
            _FIELD_LABELS["level"].format(label),
            options=list(LEGITIMACY_WORDS),
            format_func=_level_words,
            width=215,
        ),
        "basis": st.column_config.MultiselectColumn(
            _FIELD_LABELS["basis"], options=bases, color="gray", width=250
        ),
        "judged_by": st.column_config.SelectboxColumn(
            _FIELD_LABELS["judged_by"],
            options=list(judges),
            format_func=lambda judge: plain(judges[str(judge)]),
            width=150,
        ),
        "note": st.column_config.TextColumn(_FIELD_LABELS["note"], width=200),
    }
    columns = {field: (field, member_id, setting) for field, setting in settings.items()}
    days = {group_id: one.judged_on for group_id, one in mine.items()}
    _editor(view, snapshot, groups, columns, f"one.{member_id}", days=days)


def _editor(
    view: View,
    snapshot: Snapshot,
    groups: Mapping[str, str],
    columns: Mapping[str, tuple[str, str, Any]],
    what: str,
    *,
    days: Mapping[str, date | None] | None = None,
) -> None:
    """A form around the grid, so that nothing is lost while it is filled in."""
    changes = f"standing.{view.landscape_id}.{what}"
    named = {
        cell(member_id, group_id, field): (group_id, column)
        for column, (field, member_id, _) in columns.items()
        for group_id in groups
    }
    stored = cells(snapshot, named)
    again = differing.again(changes)
    shown = {**stored, **again.row} if again else stored
    frame = pd.DataFrame(index=pd.Index(told_apart(groups, 60).values(), name=_GROUP))
    for column, (field, member_id, _) in columns.items():
        said = [shown[cell(member_id, group_id, field)] for group_id in groups]
        frame[column] = _column(field, said).set_axis(frame.index)
    config: dict[str, Any] = {
        _GROUP: st.column_config.TextColumn("Group", disabled=True, width=210),
        **{column: setting for column, (_, _, setting) in columns.items()},
    }
    if days is not None:
        frame[_ON] = [days.get(group_id) for group_id in groups]
        config[_ON] = st.column_config.DateColumn("Judged on", disabled=True, width=110)
    differing.reminder(changes)
    key = f"{changes}.{view.revision}.{again.number if again else 0}"
    with st.form(f"{key}.form", border=False):
        st.data_editor(
            frame,
            key=key,
            placeholder=NOT_RECORDED,
            column_config=config,
            alt="How each group takes each of us, one row a group",
        )
        st.form_submit_button(
            "Save these judgements",
            type="primary",
            on_click=differing.attempt,
            args=(partial(_change, view, key, changes, list(groups), columns, shown, stored),),
        )
    anatomy.quiet("Double-click a cell, or press Enter on it. Saving dates what changed.")


def _column(field: str, said: Sequence[object]) -> pd.Series:
    if field == "level":
        return pd.Series(said, dtype="Int64")
    if field == "basis":
        return pd.Series([json.loads(str(one)) if one else None for one in said], dtype=object)
    return pd.Series(said, dtype=object)


def _change(
    view: View,
    key: str,
    changes: str,
    group_ids: Sequence[str],
    columns: Mapping[str, tuple[str, str, Any]],
    shown: Mapping[str, object],
    stored: Mapping[str, object],
) -> Change:
    """The cells that were filled in, with what they said before."""
    edited = (state.value_of(key) or {}).get("edited_rows", {})
    mine: dict[str, object] = {name: shown[name] for name in shown if shown[name] != stored[name]}
    labels: dict[str, str] = {}
    for row, values in edited.items():
        for column, value in values.items():
            field, member_id, _ = columns[column]
            name = cell(member_id, group_ids[int(row)], field)
            is_list = field == "basis" and value is not None
            mine[name] = json.dumps(value, ensure_ascii=False) if is_list else value
    names = _names(view)
    for name in mine:
        member_id, group_id, field = json.loads(name)
        what = "" if field == "level" else f", {_FIELD_LABELS[field].lower()}"
        labels[name] = f"{names.get(group_id, '')}, {names.get(member_id, '')}{what}"

    def write(row: Mapping[str, object], seen: Mapping[str, object] | None) -> Batch:
        return save_cells(
            view.principal,
            view.store,
            view.landscape_id,
            row,
            on=datetime.now(UTC).date(),
            seen=seen,
        )

    return Change(
        key=changes,
        called="How they take us",
        seen={name: stored[name] for name in mine},
        mine=mine,
        write=write,
        add=lambda row: write(row, None),
        labels=labels,
        words={name: _WORDS.get(json.loads(name)[2], {}) for name in mine},
    )


def _level_words(level: object) -> str:
    return LEGITIMACY_WORDS[int(str(level))]


def _names(view: View) -> dict[str, str]:
    tables = view.store.snapshot(
        view.principal, view.landscape_id, tables=("stakeholder", "constituency")
    )
    frames = pd.concat([tables.stakeholder[["id", "name"]], tables.constituency[["id", "name"]]])
    return {str(id_): shorten(str(name), 40) for id_, name in frames.itertuples(index=False)}
