"""What pages work out from a round, kept under (landscape, round, its revision, role).

The map's evidence is kept under the landscape's own revision and the day. A home of st.cache_data,
beside derived.py.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import streamlit as st

from landscape.analysis.results import Results
from landscape.analysis.then_and_now import ThenAndNow
from landscape.model.assessment import Round
from landscape.services import releasing, round_evidence
from landscape.services.reading import EVIDENCE_TABLES
from landscape.ui import derived
from landscape.ui.context import View


def results(view: View, round_: Round) -> Results:
    """All that a round shows; of an anonymous one, what was released."""
    return _results(
        view.landscape_id,
        round_.id,
        round_.revision,
        round_.state,
        view.principal.role,
        _round=round_,
        _view=view,
    )


@st.cache_data(max_entries=64, show_spinner=False)
def _results(
    landscape_id: str,
    round_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    state: str,  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _round: Round,
    _view: View,
) -> Results:
    return releasing.results(_view.principal, _view.store, landscape_id, _round)


def evidence_now(view: View) -> Mapping[str, Any]:
    """What the map shows today, as it would be kept with a round."""
    return _evidence_now(
        view.landscape_id,
        view.revision,
        datetime.now().astimezone().date(),
        view.principal.role,
        _view=view,
    )


@st.cache_data(max_entries=32, show_spinner=False)
def _evidence_now(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    today: date,
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> dict[str, Any]:
    snapshot = derived.snapshot(_view, *EVIDENCE_TABLES)
    return round_evidence.evidence_now(snapshot, on=today)


def comparison(view: View, now: Round, then: Round) -> ThenAndNow:
    """What became of each thing since an earlier round."""
    return _comparison(
        view.landscape_id,
        (now.id, now.revision, then.id, then.revision),
        view.principal.role,
        _rounds=(now, then),
        _view=view,
    )


@st.cache_data(max_entries=32, show_spinner=False)
def _comparison(
    landscape_id: str,
    rounds: tuple[str, int, str, int],  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _rounds: tuple[Round, Round],
    _view: View,
) -> ThenAndNow:
    now, then = _rounds
    return releasing.comparison(_view.principal, _view.store, landscape_id, now, then)
