"""Everything that is taken from the map holds names as text, and asks nothing of anybody."""

import io
import struct
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page, expect

from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.placing import with_places
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore
from tests.browser import steps
from tests.fixtures import small_town_edit

HOSTILE = (
    '<img src=x onerror="alert(1)">',
    "javascript:alert(1)",
    "%{customdata}",
    "</script><script>alert(1)</script>",
    "abc \u202egnp.exe",
    "🌊 waves & more",
    "Endless" + "ly" * 147,
)
TITLE = "</script><b>Small town</b>"
IDS = ("s_hall", "s_water", "s_mill", "s_ida", "s_farm", "s_vine", "s_news")
SVG = "{http://www.w3.org/2000/svg}"
PRINT = (3508, 2480)  # A4 lying on its long side, at 300 dots an inch


@pytest.fixture(scope="module")
def app_environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An app whose only landscape has hostile names."""
    file = tmp_path_factory.mktemp("hostile") / "hostile.duckdb"
    store = DuckDBStore.open(file)
    town = store.create_landscape(LOCAL, Landscape(id="l_town", name=TITLE))
    edit = with_places(LOCAL, store, town.id, small_town_edit())
    store.apply(LOCAL, town.id, edit)
    names = pd.DataFrame({"id": IDS, "name": HOSTILE})
    store.apply(LOCAL, town.id, Edit(label="Rename", put={"stakeholder": names}))
    store.close()
    return {"LANDSCAPE_DB": str(file), "LANDSCAPE_TEST": "1"}


@pytest.fixture
def map_page(page: Page) -> Page:
    """The map, drawn; a dialog on it fails the test."""
    page.on("dialog", lambda dialog: pytest.fail(f"A dialog says {dialog.message!r}."))
    page.goto("/map?landscape=l_town")
    steps.drawn(page)
    return page


def picture(page: Page, label: str, folder: Path) -> Path:
    page.get_by_role("button", name="Take a picture away").click()
    return taken(page, page.get_by_role("menuitem", name=label), folder)


def file_of(page: Page, label: str, folder: Path) -> Path:
    page.get_by_test_id("stPopoverButton").filter(has_text="Take away").click()
    return taken(page, page.get_by_role("button", name=label), folder)


def taken(page: Page, button: object, folder: Path) -> Path:
    with page.expect_download() as download:
        button.click()  # type: ignore[attr-defined]
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_the_drawing_is_xml_with_names_as_text(map_page: Page, tmp_path: Path):
    file = picture(map_page, "Drawing to edit (SVG)", tmp_path)
    assert file.name.startswith("script-b-Small-town-b-map-")
    root = ElementTree.fromstring(file.read_bytes())  # noqa: S314  our own
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags == {"svg", "title", "desc", "g", "path", "text", "clipPath", "rect"}
    names = {name for element in root.iter() for name in element.attrib}
    assert [name for name in names if name.startswith("on") or "href" in name] == []
    assert root.findtext(f"{SVG}title") == TITLE
    texts = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert TITLE in texts
    assert HOSTILE[0] in texts
    assert HOSTILE[1] in texts
    assert HOSTILE[5] in texts
    assert {"Group", "Lines"} <= set(texts)
    assert any(text.startswith("Shown: 7 stakeholders, 5 relationships.") for text in texts)
    assert any(text.startswith("Drawn with Landscape, ") for text in texts)
    assert {element.get("font-family") for element in root.iter()} - {None} == {
        "serif",
        "sans-serif",
    }


def test_the_picture_has_the_size_of_paper(map_page: Page, tmp_path: Path):
    data = picture(map_page, "Picture to print (PNG)", tmp_path).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == PRINT
    assert len(data) > 50_000


def test_the_menu_is_worked_by_keyboard(map_page: Page, tmp_path: Path):
    opener = map_page.get_by_role("button", name="Take a picture away")
    opener.focus()
    map_page.keyboard.press("Enter")
    expect(map_page.get_by_role("menuitem", name="Picture to print (PNG)")).to_be_focused()
    map_page.keyboard.press("ArrowDown")
    expect(map_page.get_by_role("menuitem", name="Drawing to edit (SVG)")).to_be_focused()
    map_page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(map_page.get_by_role("menu")).to_have_count(0)
    map_page.keyboard.press("Enter")
    map_page.keyboard.press("ArrowUp")
    with map_page.expect_download() as download:
        map_page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".svg")


def test_the_page_opens_offline_and_asks_nothing_of_anybody(
    map_page: Page, browser: Browser, tmp_path: Path
):
    file = file_of(map_page, "A page that opens offline (HTML)", tmp_path)
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    alone = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.on("dialog", lambda dialog: said.append(dialog.message))
    alone.on("console", lambda message: said.append(message.text))
    alone.on("pageerror", lambda error: said.append(str(error)))
    alone.goto(file.as_uri())
    alone.wait_for_function(steps.DRAWN)
    expect(alone.get_by_role("heading", name=TITLE)).to_be_visible()
    told = alone.evaluate("() => window.__landscapeMap.counts")
    assert (told["stakeholders"], told["relationships"]) == (7, 5)

    alone.get_by_role("combobox", name="Find a stakeholder").fill("img")
    alone.get_by_role("option", name=HOSTILE[0]).click()
    panel = alone.get_by_role("region", name=HOSTILE[0])
    expect(panel.get_by_role("heading", name=HOSTILE[0])).to_be_visible()
    expect(panel.get_by_role("button", name="Walk from here")).to_be_hidden()
    alone.keyboard.press("Escape")

    alone.get_by_role("button", name="Residents").click()
    left = alone.evaluate("() => window.__landscapeMap.labels.map(({text}) => text)")
    assert HOSTILE[2] not in left
    expect(alone.get_by_text("Left out by Group: Residents.").first).to_be_visible()

    drawing = picture(alone, "Drawing to edit (SVG)", tmp_path)
    assert "Left out by Group" in drawing.read_text("utf-8")
    assert said == []
    assert [address for address in asked if not address.startswith("blob:")] == [file.as_uri()]
    context.close()


def test_the_data_of_the_view_holds_names_as_text(map_page: Page, tmp_path: Path):
    book = file_of(map_page, "What is shown, in a workbook (XLSX)", tmp_path)
    sheets = pd.read_excel(book, sheet_name=None, engine="calamine")
    assert list(sheets) == ["Stakeholders", "Relationships", "About this view"]
    assert sorted(sheets["Stakeholders"]["Name"]) == sorted(HOSTILE)
    packed = taken(map_page, map_page.get_by_role("button", name="The same as CSV files"), tmp_path)
    with zipfile.ZipFile(io.BytesIO(packed.read_bytes())) as files:
        about = files.read("about-this-view.csv").decode("utf-8-sig")
    assert f"Title,{TITLE}" in about
    assert "Stakeholders,7 of 7" in about
