"""The way through the questions: which screens there are, in which order, and where one is.

Where one is stands in the address, to come back to. Between runs of the whole page the visit
remembers it: whatever leaves the browser while the page is being turned (a pause in typing ends,
say) still bears the address before, and would turn the page back.
"""

from typing import Final, NoReturn

import streamlit as st

from landscape.model.instrument import FULL, Dimension, Item
from landscape.services.assessing import Progress
from landscape.ui import state

# The part of the address that names the screen, and what stands there beside ids of items.
ITEM: Final = "item"
TASKS: Final = "tasks"
CHECK: Final = "check"
_BEFORE: Final = "before-"
# From so many items on, a dimension has a screen of its own to write on before rating.
_MANY: Final = 2


def way(sitting: Progress) -> tuple[str, ...]:
    """All screens in order: in the full form each dimension begins with one of its own."""
    screens = []
    for item in sitting.items:
        if begins(sitting, item) and has_own_screen(sitting, item.dimension_id):
            screens.append(_BEFORE + item.dimension_id)
        screens.append(item.id)
    return (*screens, CHECK)


def arrive() -> None:
    """Begin where the address says: only a run of the whole page follows a link or the way back."""
    state.visit().screen = st.query_params.get(ITEM)


def at_hand(sitting: Progress) -> str:
    """The screen one is at, else the one to go on with."""
    named = state.visit().screen
    if named == TASKS or named in way(sitting):
        return str(named)
    going_on = _going_on(sitting)
    # From here on the address holds the place: an answer that is saved does not turn the page.
    go(going_on)
    return going_on


def go(screen: str) -> None:
    """Go to a screen."""
    state.visit().screen = screen
    st.query_params[ITEM] = screen


def run_whole_page() -> NoReturn:
    """Run the whole page from the screen one is at, whatever address the browser sent along."""
    screen = state.visit().screen
    if screen is not None and st.query_params.get(ITEM) != screen:
        st.query_params[ITEM] = screen
    st.rerun()


def is_at_tasks() -> bool:
    """Whether all questions are at hand, where a round with others begins."""
    return state.visit().screen == TASKS


def before(sitting: Progress, screen: str) -> str:
    """The screen that Back leads to."""
    screens = way(sitting)
    at = screens.index(screen)
    return screens[at - 1] if at else TASKS


def after(sitting: Progress, screen: str) -> str:
    """The screen that Next leads to."""
    screens = way(sitting)
    return screens[screens.index(screen) + 1]


def first_of(sitting: Progress, dimension_id: str) -> str:
    """The screen where a dimension begins: its first item that is open, else its beginning."""
    items = [item for item in sitting.items if item.dimension_id == dimension_id]
    open_items = [item for item in items if item.id not in sitting.answers]
    if open_items and len(open_items) < len(items):
        return open_items[0].id
    return _BEFORE + dimension_id if has_own_screen(sitting, dimension_id) else items[0].id


def item_at(sitting: Progress, screen: str) -> Item | None:
    """The item on a screen; None where it shows something else."""
    return next((item for item in sitting.items if item.id == screen), None)


def dimension_at(sitting: Progress, screen: str) -> Dimension | None:
    """The dimension that a screen of its own opens; None on another screen."""
    if not screen.startswith(_BEFORE):
        return None
    return sitting.instrument.dimension(screen.removeprefix(_BEFORE))


def begins(sitting: Progress, item: Item) -> bool:
    """Whether this is the first item of its dimension in the round's form."""
    first = next(one for one in sitting.items if one.dimension_id == item.dimension_id)
    return first.id == item.id


def has_own_screen(sitting: Progress, dimension_id: str) -> bool:
    """Whether a dimension has a screen of its own to write on before it is rated."""
    if sitting.round.form != FULL or not sitting.instrument.has_quick_items:
        return False
    return sum(item.dimension_id == dimension_id for item in sitting.items) >= _MANY


def _going_on(sitting: Progress) -> str:
    item = sitting.next_item
    if not sitting.answers and not sitting.round.for_oneself:
        return TASKS
    if item is None:
        return CHECK
    return first_of(sitting, item.dimension_id)
