"""What will change on a map that holds something: added, changed, unchanged, taken out."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import streamlit as st

from landscape.services.importing.decisions import Differing
from landscape.services.importing.plan import Plan
from landscape.ui import anatomy, importing_draft, importing_tens, state, tables
from landscape.ui.importing_draft import Draft
from landscape.ui.text import count, escape, shorten

_TABLES: Final[Mapping[str, str]] = {
    "stakeholder": "Stakeholder",
    "constituency": "Group",
    "membership": "Further group",
    "relationship": "Relationship",
    "report": "Report",
    "boundary": "Boundary",
    "boundary_side": "Side",
    "legitimacy": "Who would open the door",
}
_FIELDS: Final[Mapping[str, str]] = {
    "constituency_id": "Group",
    "reported_on": "Date of the report",
    "last_contact": "Last contact",
    "asked": "Were they asked?",
}
_DIFFERING: Final[Mapping[Differing, str]] = {
    "file": "What the files say",
    "map": "What is on the map",
}
_LISTED: Final = 500


def changes(draft: Draft, plan: Plan) -> None:
    """The heading, and beside a map that holds something each difference."""
    st.subheader("What will change", anchor=False)
    found = plan.changes
    if not (len(found.changed) or any(found.unchanged.values()) or len(found.absent)):
        return
    _changed(draft, found.changed)
    _list("Added", found.added)
    same = [
        count(number, _TABLES.get(table, table).lower())
        for table, number in found.unchanged.items()
        if number
    ]
    if same:
        anatomy.quiet(f"{' and '.join(same)} as before")
    if len(found.absent):
        _absent(draft, plan)


def _changed(draft: Draft, changed: pd.DataFrame) -> None:
    """Where file and map both have a value: which counts, for all and for each."""
    if changed.empty:
        return
    with st.container(border=True, key=importing_tens.key(draft, "kind", "changed")):
        stay = int(changed["kept"].sum())
        st.markdown(
            f"**{count(len(changed), 'value')} on the map "
            f"{'differs' if len(changed) == 1 else 'differ'} from the files**"
            + (f" ({stay:,} as on the map)" if stay else "")
        )
        key = importing_tens.key(draft, "differing", draft.decisions.differing)
        st.radio(
            "Which counts?",
            list(_DIFFERING),
            index=list(_DIFFERING).index(draft.decisions.differing),
            format_func=_DIFFERING.__getitem__,
            key=key,
            horizontal=True,
            on_change=_take_differing,
            args=(draft, key),
        )
        rows = list(changed.head(_LISTED).itertuples(index=False))
        begin_at = draft.begins_at.get("changed", 0)
        for row in importing_tens.shown(draft, "changed", rows):
            _one(draft, row)
        if len(changed) > _LISTED:
            anatomy.quiet(
                f"{len(changed) - _LISTED:,} more are not listed; the answer above is theirs, too."
            )
        if len(rows) > importing_tens.AT_ONCE:
            following = begin_at + importing_tens.AT_ONCE
            st.button(
                "Next ten" if following < len(rows) else "Back to the first",
                key=importing_tens.key(draft, "next", "changed"),
                on_click=_turn,
                args=(draft, following if following < len(rows) else 0),
            )


def _one(draft: Draft, row: object) -> None:
    """One value before and after, with a tick to keep the one on the map."""
    told: Mapping[str, str] = row._asdict()  # type: ignore[attr-defined]
    is_free = draft.decisions.differing == "file"
    what, before, after = st.columns([4, 4, 3], vertical_alignment="center")
    field = _FIELDS.get(told["field"], told["field"].replace("_", " ").capitalize())
    what.markdown(f"**{escape(shorten(told['name'], 60))}**  \n{escape(shorten(field, 40))}")
    old, new = escape(shorten(told["before"], 60)), escape(shorten(told["after"], 60))
    before.markdown(
        f"{old} \u2192 **{new}**" if not told["kept"] else f"**{old}** stays, not {new}"
    )
    if is_free:
        key = importing_tens.key(draft, "keep", told["key"])
        after.checkbox(
            f"Keep {old}",
            value=bool(told["kept"]),
            key=key,
            on_change=_take_kept,
            args=(draft, told["key"], key),
        )


def _list(label: str, frame: pd.DataFrame) -> None:
    if frame.empty:
        return
    with st.expander(f"{label} ({len(frame):,})"):
        shown = frame[["table", "name"]].head(_LISTED)
        tables.table(
            shown.assign(table=shown["table"].map(lambda table: _TABLES.get(table, table))),
            columns={"table": "What", "name": "Name"},
            alt=f"{label}: {len(frame):,} rows",
        )
        if len(frame) > _LISTED:
            anatomy.quiet(f"and {len(frame) - _LISTED:,} more")


def _absent(draft: Draft, plan: Plan) -> None:
    """Who is on the map and no longer in the files; they go only if that is asked for."""
    absent = plan.changes.absent
    key = importing_tens.key(draft, "absent")
    st.checkbox(
        f"Also take out what is no longer in the files ({len(absent):,})",
        value=draft.decisions.remove_absent,
        key=key,
        on_change=_take_removal,
        args=(draft, key),
    )
    _list(
        "These will be taken out"
        if draft.decisions.remove_absent
        else "On the map, and not in the files; they stay",
        plan.changes.removed if draft.decisions.remove_absent else absent,
    )


def _take_differing(draft: Draft, key: str) -> None:
    importing_draft.decide_differing(draft, state.value_of(key))


def _take_kept(draft: Draft, change: str, key: str) -> None:
    importing_draft.keep(draft, change, is_kept=bool(state.value_of(key)))


def _take_removal(draft: Draft, key: str) -> None:
    importing_draft.decide_removal(draft, is_asked=bool(state.value_of(key)))


def _turn(draft: Draft, begin_at: int) -> None:
    draft.begins_at["changed"] = begin_at
