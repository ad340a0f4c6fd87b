"""Adding data as people do: pasted, messy, for the second time, and taken back."""

from playwright.sync_api import FilePayload, Page, expect

from tests.browser import messy_book, steps

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SPRING = (
    "name,sector,town,influence\nMill trust,water,Ash,3\nFerry company,transport,Elm,2\n"
    "Inn,trade,Ash,\nQuay guild,trade,Elm,5\n"
)
SUMMER = (
    "name,sector,town,influence\nMill trust,water,Elm,4\nFerry company,transport,Elm,2\n"
    "Quay guild,trade,Elm,5\nSchool,education,Ash,1\n"
)


def as_file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode()}


def test_a_table_is_pasted_from_a_spreadsheet(page: Page) -> None:
    page.goto("/importing")
    steps.begin_its_own(page, called="Pasted valley")
    steps.paste(page, SPRING.replace(",", "\t"))
    expect(page.get_by_text("4 stakeholders and 3 groups will be stored.")).to_be_visible()
    steps.store(page)
    expect(page.get_by_text("4 stakeholders and 3 groups stored.")).to_be_visible()


def test_a_messy_workbook_is_put_right_in_place(page: Page) -> None:
    page.goto("/importing")
    steps.begin_its_own(page, called="Messy valley")
    book: FilePayload = {
        "name": "river.xlsx",
        "mimeType": WORKBOOK,
        "buffer": messy_book.as_book(),
    }
    steps.choose_files(page, book)
    expect(page.get_by_text("3 decisions left")).to_be_visible()
    expect(page.get_by_role("button", name="Store it")).to_be_disabled()

    page.get_by_label("Write instead, row 6").fill("Angling club")
    page.get_by_label("Write instead, row 5").fill("4")
    page.get_by_label("Write instead, row 5").press("Enter")
    expect(page.get_by_text("2 decisions left")).to_be_visible()
    steps.settled(page)
    missing = page.get_by_label("Write instead, row 6")
    expect(missing).to_have_value("Angling club")  # kept while the other was stored
    missing.press("Enter")
    expect(page.get_by_text("1 decision left")).to_be_visible()
    steps.settled(page)
    page.get_by_text("It is Mill cooperative").click()
    page.get_by_role("button", name="Keep these choices").first.click()
    expect(page.get_by_role("heading", name="What needs a decision")).to_have_count(0)
    expect(page.get_by_text("Decided so far (3)")).to_be_visible()
    steps.settled(page)
    steps.store(page)
    expect(page.get_by_text("3 relationships", exact=False)).to_be_visible()


def test_a_changed_file_comes_again_and_is_taken_back(page: Page) -> None:
    page.goto("/importing")
    steps.begin_its_own(page, called="River valley")
    steps.paste(page, SPRING.replace(",", "\t"))
    steps.store(page)
    page.get_by_role("button", name="Add more").click()
    steps.settled(page)
    steps.choose_files(page, as_file("summer.csv", SUMMER))
    expect(page.get_by_text("2 values on the map differ from the files")).to_be_visible()
    page.get_by_text("Keep Ash").click()
    expect(page.get_by_text("Ash stays, not Elm")).to_be_visible()
    steps.settled(page)
    page.get_by_text("Also take out what is no longer in the files (1)").click()
    expect(page.get_by_text("These will be taken out (1)")).to_be_visible()
    steps.settled(page)
    steps.store(page)
    expect(page.get_by_text("1 changed, 1 taken out and 2 as before")).to_be_visible()

    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back: Import of summer.csv")).to_be_visible()
    steps.settled(page)
    steps.choose_files(page, as_file("summer.csv", SUMMER))
    expect(page.get_by_text("2 values on the map differ from the files")).to_be_visible()
