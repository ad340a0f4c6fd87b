"""A running app and a real Chromium that fails a test on what a person should never meet.

`app` is one running app a test file, with a fresh database. `page` is a window on it at
1280 x 800; `open_window` opens further ones. A test fails when a window asks anything of another
origin, when its console reports an error, or when a script in it fails. A failed test leaves
pictures of its windows and what the app said in test-results/.
"""

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from scripts import chromium
from scripts.serving import Served, serving

HERE = Path(__file__).resolve().parent
RESULTS = HERE.parent.parent / "test-results"
FAILED = pytest.StashKey[bool]()
PATIENCE = 60_000
INNER_SCHEMES = {"about", "blob", "data"}
# At a page's own address Streamlit's client looks for its server there first, then at the root.
LOOKING_FOR_HOME = re.compile(r"/\w+/_stcore/(?:health|host-config)")

OpenWindow = Callable[..., Page]


@dataclass
class Watch:
    """What went wrong in the windows of one test."""

    origin: str
    troubles: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Note what `page` asks of others, reports or fails at."""
        page.on("request", lambda request: self._note_address(request.url))
        page.on("websocket", lambda socket: self._note_address(socket.url))
        page.on("pageerror", lambda error: self.troubles.append(f"script failed: {error}"))
        page.on("console", self._note_message)

    def _note_message(self, said: ConsoleMessage) -> None:
        about = urlsplit(said.location.get("url", ""))
        if said.type == "error" and not (
            about.netloc == self.origin and LOOKING_FOR_HOME.fullmatch(about.path)
        ):
            self.troubles.append(f"console: {said.text} ({said.location.get('url', '')})")

    def _note_address(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in INNER_SCHEMES and parts.netloc != self.origin:
            self.troubles.append(f"left the origin: {address[:200]}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """One Chromium for all tests."""
    found = chromium.find()
    assert found is not None, f"The browser tests need Chromium. {chromium.HOW_TO_INSTALL}"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=found,
            args=chromium.arguments(),
            headless=not request.config.getoption("--headed"),
            slow_mo=request.config.getoption("--slow"),
        )
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def app_environment() -> dict[str, str]:
    """Further variables for the app; a test file that needs some says so by its own fixture."""
    return {}


@pytest.fixture(scope="module")
def app(
    tmp_path_factory: pytest.TempPathFactory, app_environment: dict[str, str]
) -> Iterator[Served]:
    """The app, with nothing in its database and nobody at home."""
    with serving(tmp_path_factory.mktemp("app"), environment=app_environment) as served:
        yield served


@pytest.fixture
def watch(app: Served) -> Watch:
    """What goes wrong in the windows of this test; a test that expects some clears it."""
    return Watch(origin=urlsplit(app.url).netloc)


@pytest.fixture
def open_window(
    request: pytest.FixtureRequest, browser: Browser, app: Served, watch: Watch
) -> Iterator[OpenWindow]:
    """Open further windows, each of another visitor; all are watched and closed after the test."""
    pages: list[Page] = []

    def open_one(
        *,
        width: int = 1280,
        height: int = 800,
        color_scheme: Literal["light", "dark"] = "light",
        touch: bool = False,
    ) -> Page:
        context = browser.new_context(
            base_url=app.url,
            viewport={"width": width, "height": height},
            color_scheme=color_scheme,
            locale="en-GB",
            reduced_motion="reduce",
            has_touch=touch,
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        watch.follow(page)
        pages.append(page)
        return page

    yield open_one

    if watch.troubles or request.node.stash.get(FAILED, False):
        _keep_pictures(request.node.nodeid, pages, app)
    for page in pages:
        page.context.close()
    assert watch.troubles == []


@pytest.fixture
def page(open_window: OpenWindow) -> Page:
    """A window at 1280 x 800 in the light theme, at no page yet."""
    return open_window()


def _keep_pictures(test: str, pages: list[Page], app: Served) -> None:
    """Leave what was seen and said for the person who mends it."""
    RESULTS.mkdir(exist_ok=True)
    name = re.sub(r"[^\w.-]+", "-", test.removeprefix("tests/browser/"))[:120]
    for number, page in enumerate(pages, start=1):
        page.screenshot(path=RESULTS / f"{name}-{number}.png", full_page=True)
    (RESULTS / f"{name}.log").write_text(app.said(), encoding="utf-8")
