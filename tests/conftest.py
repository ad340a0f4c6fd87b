"""What all tests share: command-line flags, the samples of other people, and the rule on skips."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["tests.fixtures"]

# The same examples at each run, so that a red run speaks of the change; LANDSCAPE_EXAMPLES, set
# before a release, draws other ones and more.
settings.register_profile("steady", derandomize=True, deadline=None)
if "LANDSCAPE_EXAMPLES" not in os.environ:
    settings.load_profile("steady")

ROOT = Path(__file__).resolve().parent.parent
FOREIGN_SAMPLES = ROOT.parent / "shared" / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--headed", action="store_true", help="show the browser of browser tests")
    parser.addoption("--slow", type=int, default=0, help="milliseconds between browser actions")


@pytest.fixture(scope="session")
def foreign_samples() -> Path:
    """The folder with other people's files, beside the repository; only its tests may skip."""
    if not FOREIGN_SAMPLES.is_dir():
        pytest.skip("The folder ../shared/samples is not here.")
    return FOREIGN_SAMPLES


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail what skips without reading the samples of other people."""
    report = yield
    if report.skipped and "foreign_samples" not in getattr(item, "fixturenames", ()):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} skips, and does not read ../shared/samples."
    return report
