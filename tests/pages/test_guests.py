"""Who comes to a room without the owner's key: one page, and nothing of any landscape."""

import pytest

from landscape.model.errors import NotAllowedError
from landscape.model.principal import GUEST
from landscape.ui import context
from tests.pages.opening import opened, words

PAGES = ("pages/landscape/overview.py", "pages/mapping/map.py", "pages/readiness/results.py")


@pytest.fixture
def _guest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "principal", lambda: GUEST)


@pytest.mark.usefixtures("_guest", "small_town")
def test_a_guest_is_asked_for_a_code(store, monkeypatch):
    app = opened(context.JOINING, store, monkeypatch)
    assert len(app.text_input) == 1
    assert "Small town" not in words(app)


@pytest.mark.usefixtures("_guest", "small_town")
@pytest.mark.parametrize("page", PAGES)
def test_no_other_page_is_there_for_a_guest(page, store, monkeypatch):
    app = opened(context.JOINING, store, monkeypatch)
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        app.switch_page(page)


def test_the_store_gives_a_guest_nothing(store, small_town):
    for read in (
        lambda: store.landscapes(GUEST),
        lambda: store.landscape(GUEST, small_town),
        lambda: store.snapshot(GUEST, small_town),
        lambda: store.rounds(GUEST, small_town),
        lambda: store.batches(GUEST, small_town),
        lambda: store.dump(GUEST, small_town),
    ):
        with pytest.raises(NotAllowedError):
            read()
