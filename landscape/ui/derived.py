"""What pages work out from a landscape, kept under (landscape, revision, parameters, role).

The only home of st.cache_data. A public function takes the view and ids; a private one with the
key in its arguments is cached. Frames are never a key, and the visit is never read in here.
"""

import streamlit as st

from landscape.model.principal import Principal
from landscape.store.base import MAP_TABLES, Snapshot, Store
from landscape.ui.context import View


def snapshot(view: View, *tables: str) -> Snapshot:
    """The named tables of the landscape at one revision; all map tables when none is named."""
    return _snapshot(
        view.landscape_id,
        view.revision,
        tables or MAP_TABLES,
        view.principal.role.value,
        _store=view.store,
        _principal=view.principal,
    )


@st.cache_data(max_entries=64, show_spinner=False)
def _snapshot(
    landscape_id: str,
    revision: int,  # noqa: ARG001  part of the key
    tables: tuple[str, ...],
    role: str,  # noqa: ARG001  part of the key
    *,
    _store: Store,
    _principal: Principal,
) -> Snapshot:
    return _store.snapshot(_principal, landscape_id, tables=tables)
