"""Taking a round away: to print, to read on, to write on, to reckon with, to come back with."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from landscape.analysis.results import Results
from landscape.model.assessment import Round
from landscape.model.instrument import Instrument
from landscape.services import (
    round_copy,
    round_report_docx,
    round_report_html,
    round_report_making,
    round_report_rows,
    sponsor_page,
    typesetting,
)
from landscape.services.round_report import Report
from landscape.ui import anatomy, readiness_beside, readiness_plan
from landscape.ui.context import View
from landscape.ui.text import escape, plain

WIDTH: Final = 400
_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def take_away(view: View, round_: Round, instrument: Instrument, results: Results) -> None:
    """A popover with files of what a round shows; each is made when it is asked for.

    They hold what the page shows and nothing more: of an anonymous round what was given out.
    """
    opened = st.popover("Take away", key="round_take_away", on_change="rerun")
    if not opened.open:
        return
    with opened.container(width=WIDTH):
        if results.people == 0:
            st.markdown("There is nothing to take yet.")
            for withheld in results.withheld:
                anatomy.quiet(escape(withheld.why))
            return
        st.warning(_warning(round_, results), icon=":material/warning:")
        _files(view, round_, instrument, results)
        anatomy.quiet(
            "Signs of scripts other than Latin, Greek, Cyrillic and Hebrew are in the PDF only "
            "where the computer that makes it has fonts for them. The page to print has them all."
        )


def _warning(round_: Round, results: Results) -> str:
    if round_.anonymous:
        return "A copy cannot be recalled. It holds what was given out, and what people wrote."
    if results.people == 1:
        return "A copy cannot be recalled. It holds what was answered, and what you wrote."
    return "A copy cannot be recalled. It holds the names of those who answered."


def _files(view: View, round_: Round, instrument: Instrument, results: Results) -> None:
    def made() -> Report:
        return _report(view, round_, instrument, results)

    here = (view.principal, view.store, view.landscape_id)
    name = _file_name(view, round_)
    _offer(
        "A page to print (HTML)",
        "Everything on this round, in one page that opens offline.",
        f"{name}.html",
        "text/html",
        lambda: round_report_html.as_html(made()).encode(),
    )
    _offer(
        "A report (PDF)",
        "The same, set on pages.",
        f"{name}.pdf",
        "application/pdf",
        lambda: typesetting.as_pdf(made()),
    )
    _offer(
        "A document to write on (DOCX)",
        "The same, for a word processor.",
        f"{name}.docx",
        _DOCX,
        lambda: round_report_docx.as_docx(made()),
    )
    _offer(
        "One page for a sponsor (HTML)",
        "No person by name, no comments, no ratings of people. Read it before you give it away: "
        "your own words in the names of steps stand as you wrote them.",
        f"{name}-sponsor.html",
        "text/html",
        lambda: sponsor_page.as_html(made(), instrument, results).encode(),
    )
    _offer(
        "A table (CSV)",
        "One row an answer, with codes and texts."
        if not round_.anonymous
        else "How many gave each answer, with codes and texts.",
        f"{name}.csv",
        "text/csv",
        lambda: round_report_rows.as_csv(*here, round_, instrument, results),
    )
    if view.principal.sees_sensitive:
        _offer(
            "To come back to Landscape with (JSON)",
            "The round as it is kept.",
            f"{name}.json",
            "application/json",
            lambda: round_copy.write_round(*here, round_.id),
        )


def _report(view: View, round_: Round, instrument: Instrument, results: Results) -> Report:
    return round_report_making.report(
        round_report_making.Ground(
            landscape=view.landscape.name,
            round=round_,
            instrument=instrument,
            results=results,
            evidence=readiness_beside.evidence_of(view, round_),
            steps=readiness_plan.steps(view),
            taken_on=readiness_plan.today_there(),
        )
    )


def _offer(label: str, tip: str, file_name: str, mime: str, data: Callable[[], bytes]) -> None:
    st.download_button(
        label,
        data=data,
        file_name=file_name,
        mime=mime,
        icon=":material/download:",
        help=tip,
        on_click="ignore",
        key=f"take_round.{label}",
        width="stretch",
    )


def _file_name(view: View, round_: Round) -> str:
    called = f"{plain(view.landscape.name)}-{plain(round_.name)}"
    return "".join(sign if sign.isalnum() else "-" for sign in called)[:80]
