"""What reads otherwise between two versions of the questions, and what that means for answers."""

from collections import Counter
from typing import Final

import streamlit as st

from landscape.model.instrument import ChangeKind, Instrument
from landscape.services import instruments
from landscape.services.instruments import Difference
from landscape.ui import anatomy
from landscape.ui.context import View
from landscape.ui.text import count, escape

_KIND_WORDS: Final = {
    ChangeKind.EDITORIAL: "other words for the same",
    ChangeKind.CLARIFIED: "said more plainly",
    ChangeKind.CHANGED: "asks something else",
    ChangeKind.RETIRED: "asked no more",
}
_NOBODY_SAID: Final = "reads otherwise"
_ADDED: Final = "added"


def since(view: View, instrument: Instrument) -> None:
    """What changed since an earlier version; nothing where there is only one."""
    every = instruments.versions(view.principal, view.store, view.landscape_id, instrument.id)
    earlier = {one.version: one for one in every if one.version < instrument.version}
    if not earlier:
        return
    st.subheader("What changed between versions", anchor=False)
    newest = max(earlier)
    chosen = newest
    if len(earlier) > 1:
        chosen = st.selectbox(
            "Since which version?",
            sorted(earlier, reverse=True),
            format_func="version {}".format,
            key=f"since.{instrument.id}.{instrument.version}",
            width=240,
        )
    found = instruments.differences(earlier[chosen], instrument)
    st.markdown(_in_words(found, chosen, instrument))
    with st.expander("Everything that reads otherwise"):
        for difference in found:
            st.markdown(_difference(difference))
    anatomy.quiet("What somebody answered stays beside the sentences as they were shown then.")


def _in_words(found: tuple[Difference, ...], old: int, new: Instrument) -> str:
    if not found:
        return f"Version {new.version} reads as version {old} did."
    counted = Counter(map(_kind, found))
    parts = "; ".join(f"{number} {kind}" for kind, number in counted.items())
    many = f"From version {old} to version {new.version}, {_places(len(found))}: {parts}."
    if all(difference.compares or difference.added for difference in found):
        return f"{many} Nothing asks something else, so answers to both can be compared."
    return f"{many} What asks something else is not compared: there the answers start afresh."


def _places(number: int) -> str:
    return f"{count(number, 'place')} {'reads' if number == 1 else 'read'} otherwise"


def _kind(difference: Difference) -> str:
    if difference.kind is not None:
        return _KIND_WORDS[difference.kind]
    return _ADDED if difference.added else _NOBODY_SAID


def _difference(difference: Difference) -> str:
    """One place: what kind of change and why, then what stood there and what stands there."""
    why = f": {escape(difference.words)}" if difference.words else ""
    instead = f", instead of {escape(difference.supersedes)}" if difference.supersedes else ""
    lines = [f"**{escape(difference.about)}** · {_kind(difference)}{instead}{why}", ""]
    for part in difference.parts:
        before = f"before: {escape(part.before)}" if part.before is not None else "not there before"
        after = f"after: {escape(part.after)}" if part.after is not None else "no longer there"
        lines.append(f"- {escape(part.part)}, {before}  \n  {after}")
    return "\n".join(lines)
