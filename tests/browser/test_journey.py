"""The whole way of a newcomer: from a cold deep link to the answers, and the import undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.serving import Served, serving
from tests.browser import steps
from tests.browser.conftest import OpenWindow
from tests.formats import kelp_like


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Served]:
    """A server that nobody has visited, one a test: the first visit is a cold one."""
    with serving(tmp_path / "app", environment={"LANDSCAPE_TEST": "1"}) as served:
        yield served


@pytest.fixture
def written(tmp_path: Path) -> list[Path]:
    """Two files like the kelp-forest survey's, of invented organisations."""
    people, said = tmp_path / "bodies.csv", tmp_path / "answers.csv"
    people.write_bytes(kelp_like.as_csv(kelp_like.people()))
    said.write_bytes(kelp_like.as_csv(kelp_like.said()))
    return [people, said]


def walk_through(
    page: Page, files: list[Path], counts: tuple[int, int], sides: dict[str, str], finding: str
) -> None:
    """The journey; `counts` are the stakeholders and relationships that the map must show."""
    page.goto("/map")
    steps.require_readable(steps.drawn(page))

    steps.go(page, "Your landscapes", "Your landscapes")
    page.get_by_role("tab", name="A sample").click()
    steps.forget_map(page)
    page.get_by_role("button", name="Open the sample").first.click()
    assert steps.drawn(page)["counts"]["stakeholders"] == 36

    steps.add_files(page, files, called="Our water")
    steps.leave_missing_names_out(page)
    told = steps.store_and_draw(page)
    assert (told["counts"]["stakeholders"], told["counts"]["relationships"]) == counts
    steps.require_readable(told)

    before = steps.places(page, [label["id"] for label in told["labels"]])
    assert before
    page.reload()
    steps.drawn(page)
    assert steps.places(page, list(before)) == before, "the same picture on reload"
    assert "relationship" in steps.select_by_keyboard(page)

    steps.add_boundary(page, "Who is paid for it", sides)
    steps.go(page, "Crossings", "Where does the conversation stop?")
    expect(page.get_by_text(finding)).to_be_visible()

    steps.answer_by_keyboard(page)
    expect(page.get_by_text("adds nothing up and certifies nothing", exact=False)).to_be_visible()

    steps.go(page, "History", "History")
    page.get_by_role("button", name="Undo").first.click()  # the boundary, which leans on groups
    expect(page.get_by_text("Taken back: Add").first).to_be_visible()
    page.get_by_role("button", name="Undo").last.click()  # the import
    expect(page.get_by_text("Taken back: Import").first).to_be_visible()
    steps.go(page, "Map", "Map")
    expect(page.get_by_text("The landscape, drawn")).to_be_visible()


def test_a_newcomer_goes_all_the_way_with_two_files(page: Page, written: list[Path]) -> None:
    counts = (kelp_like.STAKEHOLDERS, kelp_like.PAIRS)
    sides = {"Paid": "State", "Unpaid": "NGO"}
    walk_through(page, written, counts, sides, "1 of 5 relationships reaches across.")


def test_a_newcomer_goes_all_the_way_with_a_real_survey(page: Page, foreign_samples: Path) -> None:
    kelp = foreign_samples / "kelp-forest-governance"
    files = [kelp / "organizations.csv", kelp / "reported-ties.csv"]
    sides = {"Paid": "State", "Unpaid": "NGO"}
    walk_through(page, files, (204, 528), sides, "relationships reach across.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_picture_is_readable(open_window: OpenWindow, scheme: str) -> None:
    page = open_window(color_scheme="dark" if scheme == "dark" else "light")
    page.goto("/map")
    steps.require_readable(steps.drawn(page))
