"""Two people change the same row: show what each of them said, and ask whose words count."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from landscape.model.days import said_day
from landscape.model.errors import ChangedMeanwhileError, LandscapeError
from landscape.services.differing import differences, merged
from landscape.store.base import Batch
from landscape.ui import anatomy, forms, state, tables
from landscape.ui.text import escape, plain
from landscape.ui.words import NOT_RECORDED

_STANDOFF: Final = "standoff"
_REOPEN: Final = "reopen"

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a form is about to write. `key` is the same for the same row, whoever fills it in.

    `seen` is what the form showed, column by column; None where something is added. `mine` is the
    whole row as it was filled in, `write` stores a whole row unless it is no longer as `seen`, and
    `add` stores one that has been removed meanwhile. `labels` are what the columns are called, and
    `words` what stands for their values. `typed` is what the form needs to be filled in again, and
    `reopen` opens it, where it does not stand on the page anyway.
    """

    key: str
    called: str
    seen: Row | None
    mine: Row
    write: Callable[[Row, Row | None], Batch]
    add: Callable[[Row], Batch]
    labels: Mapping[str, str]
    words: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)
    typed: str | None = None
    reopen: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A form to be filled in once more: the row to begin with, and what is compared then.

    `theirs` is what the other wrote where both did, as label and words.
    """

    row: Row
    seen: Row
    number: int
    typed: str | None
    theirs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standoff:
    change: Change
    theirs: Row | None


def attempt(begin: Callable[[], Change]) -> None:
    """Write what a form says, from a callback.

    Where somebody else changed the row meanwhile, both are kept until :func:`choice` is answered.
    """
    try:
        change = begin()
    except LandscapeError as error:
        state.keep_problem(error)
    else:
        _store(change, partial(change.write, change.mine, change.seen))


def offer() -> None:
    """On a page with forms: ask for the choice that is open, or open the form to change again."""
    drafts = state.visit().drafts
    reopen: Callable[[], None] | None = drafts.pop(_REOPEN, None)
    if reopen is not None:
        reopen()
    elif _STANDOFF in drafts:
        _choice_dialog(drafts[_STANDOFF].change.key)


def again(key: str) -> Again | None:
    """The row that a form begins with after "Change again", or None."""
    kept: Again | None = state.visit().drafts.get(f"again.{key}")
    return kept


def reminder(key: str) -> None:
    """Above a form to change again: what the other wrote where both did."""
    kept = again(key)
    if kept is None or not kept.theirs:
        return
    told = "; ".join(f"{escape(label)}: **{escape(words)}**" for label, words in kept.theirs)
    st.markdown(f"They wrote {told}. Your words stand below.")


def stands(key: str) -> bool:
    """Whether the form with this key waits for a choice."""
    standoff: _Standoff | None = state.visit().drafts.get(_STANDOFF)
    return standoff is not None and standoff.change.key == key


def choice(key: str) -> bool:
    """In a dialog, in place of its form: both versions and three ways on; say whether it is so."""
    if not stands(key):
        state.visit().drafts.pop(_REOPEN, None)  # the form is open, or about to be drawn
        return False
    standoff: _Standoff = state.visit().drafts[_STANDOFF]
    change, theirs = standoff.change, standoff.theirs
    if theirs is None:
        _removed(change)
        return True
    st.markdown(f"Somebody else changed **{escape(change.called)}** while you were writing.")
    both = differences(change.seen or {}, theirs, change.mine)
    tables.table(
        pd.DataFrame(
            [
                {
                    "field": change.labels.get(one.column, one.column),
                    "was": _in_words(change, one.column, one.was),
                    "theirs": _in_words(change, one.column, one.theirs),
                    "mine": _in_words(change, one.column, one.mine),
                    "both": "you both" if one.is_contested else "",
                }
                for one in both
            ]
        ),
        alt="What was changed, as it was, as the other wrote it, and as you wrote it",
        columns={
            "field": st.column_config.TextColumn("What", width=120),
            "was": st.column_config.TextColumn("It was", width=130),
            "theirs": st.column_config.TextColumn("They wrote", width=150),
            "mine": st.column_config.TextColumn("You wrote", width=150),
            "both": st.column_config.TextColumn("Changed by", width=90),
        },
    )
    with st.container(horizontal=True):
        st.button("Keep theirs", key=f"{key}.theirs", on_click=_leave, args=(key,))
        st.button("Write mine", key=f"{key}.mine", on_click=_write_mine, args=(standoff,))
        st.button(
            "Change again", type="primary", key=f"{key}.again", on_click=_again, args=(standoff,)
        )
    anatomy.quiet(
        "Write mine keeps what they changed where you changed nothing. Change again opens the "
        "form with your words and theirs together."
    )
    return True


@st.dialog("You both changed it", width="medium", on_dismiss="rerun")
def _choice_dialog(key: str) -> None:
    if not stands(key):
        st.rerun()
    forms.close_when_saved()
    choice(key)


def forget(key: str) -> None:
    """Let go of what was kept for a form."""
    drafts = state.visit().drafts
    drafts.pop(f"again.{key}", None)
    if stands(key):
        drafts.pop(_STANDOFF)


def _removed(change: Change) -> None:
    key = change.key
    st.markdown(f"Somebody else removed **{escape(change.called)}** while you were writing.")
    with st.container(horizontal=True):
        st.button("Leave it removed", key=f"{key}.theirs", on_click=_leave, args=(key,))
        st.button(
            "Add it again as I wrote it",
            type="primary",
            key=f"{key}.mine",
            on_click=_add,
            args=(change,),
        )
    anatomy.quiet(
        "What hung on it, such as its relationships, comes back only by taking the removal back "
        "under History."
    )


def _store(change: Change, write: Callable[[], Batch]) -> None:
    try:
        batch = write()
    except ChangedMeanwhileError as error:
        state.visit().drafts[_STANDOFF] = _Standoff(change=change, theirs=error.theirs)
    except LandscapeError as error:
        state.keep_problem(error)
    else:
        forget(change.key)
        anatomy.saved(batch)


def _together(standoff: _Standoff) -> tuple[Row, Row]:
    """Their whole row with what I changed in it, and what of theirs is compared with then."""
    change, theirs = standoff.change, standoff.theirs or {}
    seen = change.seen or {}
    whole = merged(seen, {**change.mine, **theirs}, change.mine)
    return whole, {column: theirs.get(column) for column in seen}


def _write_mine(standoff: _Standoff) -> None:
    row, seen = _together(standoff)
    _store(standoff.change, partial(standoff.change.write, row, seen))


def _add(change: Change) -> None:
    _store(change, partial(change.add, change.mine))


def _again(standoff: _Standoff) -> None:
    change = standoff.change
    row, seen = _together(standoff)
    before = again(change.key)
    forget(change.key)
    state.visit().drafts[f"again.{change.key}"] = Again(
        row=row,
        seen=seen,
        number=before.number + 1 if before else 1,
        typed=change.typed,
        theirs=tuple(
            (change.labels.get(one.column, one.column), _in_words(change, one.column, one.theirs))
            for one in differences(change.seen or {}, standoff.theirs or {}, change.mine)
            if one.is_contested
        ),
    )
    if change.reopen is not None:
        state.visit().drafts[_REOPEN] = change.reopen


def _leave(key: str) -> None:
    forget(key)
    state.visit().closing = True


def _in_words(change: Change, column: str, value: object) -> str:
    """A value as people read it."""
    words = change.words.get(column, {})
    if value is None or value in words:
        return words.get(value, NOT_RECORDED)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return said_day(value)
    if column == "roles":
        return ", ".join(map(str, json.loads(str(value)))) or "none"
    return plain(str(value))
