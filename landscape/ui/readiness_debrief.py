"""Talk it through: a script for the time there is, with the round's own answers put in."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from landscape.analysis.results import Results
from landscape.model.assessment import Round
from landscape.model.instrument import Instrument
from landscape.services import debrief_page, debriefing
from landscape.services.debrief_material import Ground, Material, Matter, material
from landscape.services.debrief_scripts import Part, Script, debrief
from landscape.services.debriefing import Kind, Suggestion
from landscape.ui import anatomy, readiness, readiness_beside, readiness_plan
from landscape.ui.context import View
from landscape.ui.text import count, escape, plain

_STAGES: Final[Mapping[str, str]] = {
    "open": ":material/waving_hand:",
    "see": ":material/visibility:",
    "feel": ":material/favorite:",
    "mean": ":material/lightbulb:",
    "now": ":material/arrow_forward:",
    "close": ":material/done:",
}


def ground(view: View, round_: Round, instrument: Instrument, results: Results) -> Ground:
    """What the scripts are filled from."""
    return Ground(
        instrument=instrument,
        results=results,
        evidence=readiness_beside.evidence_of(view, round_),
        plan=readiness_plan.steps(view),
    )


def head(round_: Round, results: Results) -> None:
    """What the page is for, and whose answers it takes."""
    anatomy.head(
        "Talk it through", "A conversation about your answers: first what you see differently."
    )
    people = count(results.people, "person", "people")
    anatomy.quiet(f"{escape(round_.name)}. {readiness.about(round_)} {people} answered.")
    if results.people == 1:
        st.markdown(
            "One person answered. Take this to two people who look from elsewhere, and ask them "
            "which sentence they would choose."
        )


def nothing_shown(results: Results) -> None:
    """Where nothing of a round may be shown: why, and how to talk all the same."""
    for withheld in results.withheld:
        st.markdown(escape(withheld.why))
    st.markdown(
        "You can talk all the same: let everybody choose a sentence on paper, lay the papers out "
        "together, and begin with what differs."
    )
    anatomy.quiet(escape(debrief().source))


def mind(instrument: Instrument, results: Results) -> None:
    """What to mind before inviting anybody, where a dimension is low that says so."""
    for caution in debriefing.cautions(instrument, results):
        st.warning(escape(caution), icon=":material/front_hand:")


def pick_script() -> Script:
    """The script for the time there is."""
    scripts = {script.minutes: script for script in debrief().scripts}
    # Not a segmented control: what is chosen in one is too faint in the dark.
    chosen = st.radio(
        "How much time do you have?",
        list(scripts),
        horizontal=True,
        width="content",
        format_func=lambda minutes: scripts[minutes].title,
        key="debrief.minutes",
        persist_state="session",
    )
    return scripts[chosen]


def take_away(view: View, round_: Round, script: Script, on: Ground) -> None:
    """The script as a page to print, made when it is asked for."""
    called = "".join(sign if sign.isalnum() else "-" for sign in plain(view.landscape.name))[:60]
    st.download_button(
        "A page to print (HTML)",
        data=lambda: debrief_page.as_html(script, round_, on).encode(),
        file_name=f"{called}-talk-{script.minutes}-minutes.html",
        mime="text/html",
        icon=":material/print:",
        on_click="ignore",
        key=f"debrief.print.{script.minutes}",
    )


def show(view: View, round_: Round, script: Script, on: Ground) -> None:
    """The parts one after the other, each with its questions and with what is on the table."""
    anatomy.quiet(escape(script.fits))
    with st.expander("Before you begin", expanded=False):
        st.markdown("\n".join(f"- {escape(one)}" for one in debrief().beginning))
    begins = 0
    for part in script.parts:
        with st.container(border=True):
            _part(view, round_, part, begins, on)
        begins += part.minutes
    anatomy.quiet(escape(debrief().source))


def _part(view: View, round_: Round, part: Part, begins: int, on: Ground) -> None:
    st.subheader(f"{_STAGES[part.stage]} {escape(part.title)}", anchor=False)
    anatomy.quiet(f"Minutes {begins} to {begins + part.minutes}")
    st.markdown(escape(part.does))
    if part.asks:
        st.markdown("\n".join(f"- *{escape(ask)}*" for ask in part.asks))
    if "steps" in part.shows:
        anatomy.undo_offer(view)
    for shown, found in material(part, on).items():
        st.markdown(f"**{escape(found.heading)}**")
        if not found.matters:
            st.markdown(escape(found.none))
        elif shown == "steps":
            _suggested(view, round_, on, part.most)
        else:
            _matters(found)


def _matters(found: Material) -> None:
    st.markdown("\n".join(_said(matter) for matter in found.matters))


def _said(matter: Matter) -> str:
    """One entry of a list, its lines below each other."""
    return "- " + "  \n  ".join([f"**{escape(matter.title)}**", *map(escape, matter.lines)])


def _suggested(view: View, round_: Round, on: Ground, most: int) -> None:
    """Suggestions as they can be put on the plan while people are together."""
    for one in _first(on)[:most]:
        with st.container(horizontal=True, vertical_alignment="center"):
            words = st.container(width="stretch")
            words.markdown(
                f"**{escape(one.step)}**  \n{escape(f'{one.dimension.title}. {one.why}')}"
            )
            if one.caution:
                words.markdown(f"{escape(one.caution)}")
            item_id = one.item.id if one.item else None
            readiness_plan.add_button(view, one.step, round_, one.dimension.id, item_id)


def _first(on: Ground) -> list[Suggestion]:
    suggested = debriefing.suggestions(on.instrument, on.results)
    return [one for one in suggested if one.kind in (Kind.FIRST, Kind.FIND_OUT)]
