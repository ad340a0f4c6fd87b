"""What is taken from a round: true to the results, derived from what it says, and only text."""

import csv
import io
import zipfile
from dataclasses import asdict, replace
from html.parser import HTMLParser

import pytest
from docx import Document
from docx.shared import Mm

from landscape.analysis.results import DimensionResult, Results, Withheld
from landscape.assessments import instruments
from landscape.model.assessment import Answer
from landscape.model.errors import LandscapeError
from landscape.model.principal import LOCAL
from landscape.model.scales import OffScale
from landscape.services import (
    assessing,
    releasing,
    round_report_docx,
    round_report_html,
    round_report_making,
    round_report_rows,
    sponsor_page,
    typesetting,
)
from landscape.services.instruments import GATE, instrument_of
from landscape.services.print_html import clean
from landscape.services.print_strips import svg
from landscape.services.round_report import Strip
from landscape.store.duckdb.store import DuckDBStore
from tests.services.holding import lone_round
from tests.services.round_reports import HOSTILE, INSTRUMENT, ground, item

REPORT = round_report_making.report(ground("here"))
ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "ol", "li",
    "dl", "dt", "dd", "section", "span", "strong", "br", "svg", "rect", "line", "circle", "text",
    "table", "thead", "tbody", "tr", "th", "td", "div",
}  # fmt: skip


class Seen(HTMLParser):
    """The elements, the names of attributes, and the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data + "\n"


def test_a_report_says_what_it_is_and_what_it_is_derived_from() -> None:
    assert REPORT.honest == INSTRUMENT.honest
    assert REPORT.derived == (
        "Convening readiness reflection, derived from public descriptions of systems convening, "
        f"version {INSTRUMENT.version}"
    )
    assert dict(REPORT.facts) == {
        "Landscape": "Valley here",
        "Round": "Spring here",
        "Ready for": "the ford here",
        "Answered by": "5 people, with their names known to each other",
        "Opened": "20 April 2026",
        "Closed": "4 May 2026",
        "Questions": f"Quick form, one question for each dimension. {REPORT.derived}",
    }
    assert REPORT.evidence_on == (
        "What the map shows was worked out on 4 May 2026, when the round closed."
    )
    assert REPORT.withheld == ("Power: Fewer than five answered here",)
    assert REPORT.taken_on == "6 May 2026"


def test_a_report_holds_the_answers_as_they_were_shown() -> None:
    first, boundaries, value = REPORT.dimensions
    assert (first.title, first.said) == (
        "Reading the landscape", "The middle of 5 people is level 1 of 5, “Not yet”."
    )  # fmt: skip
    (asked,) = first.items
    assert asked.strip == Strip(counts=(3, 2, 0, 0, 0), centre=1, low=1, high=2, beside=())
    assert [(one.said, one.text) for one in asked.chosen] == [
        ("3 of 5: level 1, Not yet", "Shown then here"),
        ("2 of 5: level 2, Starting", INSTRUMENT.item("D02.1").anchor(2).text),
    ]
    assert asked.comments == ("About an item here",)
    assert asked.both_ways == (
        "The map looks better than you say. What do you know that it does not?",
    )
    assert boundaries.comments == ("About a dimension here",)
    assert boundaries.strip.beside == (("Can't say yet", 2),)
    assert boundaries.strip.low is None  # three answers have no middle half
    assert value.items[0].evidence == ()
    assert REPORT.groups[0].cells == ("1 (5)", "not shown", "not shown")
    assert REPORT.suggested[0].step == INSTRUMENT.dimension("D02").low


def test_of_an_anonymous_round_nobody_is_named() -> None:
    report = round_report_making.report(ground("here", anonymous=True))
    assert report.raters == ()
    assert dict(report.facts)["Answered by"] == "5 people, without names"
    assert "Rater" not in repr(asdict(report))


def test_no_name_stands_beside_what_somebody_wrote() -> None:
    assert REPORT.raters == ("Rater here",)
    assert repr(asdict(REPORT)).count("Rater here") == 1


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words_on_a_page(words: str) -> None:
    made = ground(words)
    report = round_report_making.report(made)
    for page in (
        round_report_html.as_html(report),
        sponsor_page.as_html(report, made.instrument, made.results),
    ):
        seen = Seen(page)
        assert seen.elements <= ELEMENTS
        assert not {name for name in seen.attributes if name.startswith("on")}
        assert not seen.attributes & {"src", "href", "style"}
        assert " ".join(clean(words).split()) in " ".join(seen.words.split())
        assert not set(page) & set("\u202e\u202c\x00\x07")


def test_a_page_fetches_nothing_and_runs_nothing() -> None:
    page = round_report_html.as_html(REPORT)
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    for sign in ("<script", "<link", "@import", "url(", "<iframe"):
        assert sign not in page
    assert "Walk the river here" in page
    assert "Owner here" in page
    assert "What this is derived from" in page


def test_a_round_before_a_gathering_has_two_levels() -> None:
    gate = instruments()[GATE]
    first = item("G1.1", 1, 2, 2)
    shown = DimensionResult(
        dimension_id="G1",
        people=3,
        levels=first.levels,
        off_scale=first.off_scale,
        centre=2.0,
        low=1.0,
        high=2.0,
    )
    made = replace(
        ground("here"),
        instrument=gate,
        results=Results(people=3, dimensions=(shown,), items=(first,)),
        evidence=None,
    )
    report = round_report_making.report(made)
    assert report.level_names == ("Not yet", "Yes")
    assert report.dimensions[0].strip.counts == (1, 2)
    assert report.evidence_on == ""
    assert "1 Not yet, 2 Yes" in round_report_html.as_html(report)
    assert typesetting.as_pdf(report).startswith(b"%PDF-")


@pytest.mark.parametrize("words", [HOSTILE[0], HOSTILE[1], HOSTILE[2], "日本 ภาษา"])
def test_words_stay_words_in_a_pdf(words: str) -> None:
    # "#panic" would stop the work, and "$x$" or "<label>" would change or break it.
    data = typesetting.as_pdf(round_report_making.report(ground(words)))
    assert data.startswith(b"%PDF-")
    assert b"/JavaScript" not in data
    assert b"/URI" not in data


def test_the_report_says_which_scripts_need_other_fonts() -> None:
    told = asdict(round_report_making.report(ground("日本 ภาษา Ωж שלום é ª")))
    assert typesetting.scripts_beside(told) == ("CJK", "THAI")
    assert typesetting.scripts_beside(asdict(REPORT)) == ()


def test_a_report_that_cannot_be_set_says_what_to_take_instead() -> None:
    with pytest.raises(LandscapeError, match="The PDF could not be set"):
        typesetting.typeset("round", {"title": "only"})


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words_in_a_document(words: str) -> None:
    data = round_report_docx.as_docx(round_report_making.report(ground(words)))
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    written = [paragraph.text for paragraph in document.paragraphs]
    assert f"About an item {clean(words)}" in written
    assert f"Walk the river {clean(words)}" in cells
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        body = packed.read("word/document.xml").decode()
        links = packed.read("word/_rels/document.xml.rels").decode()
    for element in ("w:hyperlink", "w:fldSimple", "w:instrText", "w:object"):
        assert f"<{element}" not in body
    assert 'TargetMode="External"' not in links


def test_the_tables_of_a_document_have_columns_of_their_own_widths_and_heads_on_each_page() -> None:
    document = Document(io.BytesIO(round_report_docx.as_docx(REPORT)))
    facts, glance, *_ = document.tables
    assert [round(column.width.mm) for column in facts.columns] == [34, 136]
    dimension, first, *_ = (column.width for column in glance.columns)
    assert dimension > 1.5 * first
    assert sum(column.width for column in glance.columns) == pytest.approx(Mm(170), abs=Mm(1))
    assert [cell.text for cell in glance.rows[0].cells][:3] == ["Dimension", "1", "2"]
    repeated = [row._tr.xpath("./w:trPr/w:tblHeader") for row in glance.rows]
    assert [bool(found) for found in repeated] == [True] + [False] * (len(repeated) - 1)


def test_a_document_says_nothing_of_whose_computer_made_it() -> None:
    about = Document(io.BytesIO(round_report_docx.as_docx(REPORT))).core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("Landscape", "", "")
    assert about.title == "Where do we stand? Valley here"


def test_a_sponsor_reads_of_nobody_by_name() -> None:
    made = ground("here")
    page = sponsor_page.as_html(REPORT, made.instrument, made.results)
    for private in ("Rater", "Owner", "About an item", "About a dimension", "At the end", "Media",
                    "Noted", "Became", "Spring"):  # fmt: skip
        assert private not in page
    seen = " ".join(Seen(page).words.split())
    assert "Articulating value: the middle of 5 people is level 4 of 5" in seen
    assert "Reading the landscape: the middle of 5 people is level 1 of 5" in seen
    assert "Walk the river here (being done, by 1 June 2026)" in seen
    assert "there is no total, and nothing here says how good a person is" in seen
    assert REPORT.derived in seen


def test_a_strip_draws_each_answer_and_a_number_for_many() -> None:
    strip = Strip(counts=(1, 0, 20), centre=3, low=3, high=3, beside=(("Can't say yet", 2),))
    drawn = svg(strip)
    assert drawn.count("<circle") == 3  # one answer, one for twenty, one beside
    assert ">20</text>" in drawn
    assert ">2 Can&#x27;t say yet</text>" in drawn
    assert strip.alt == "1 on level 1, 20 on level 3, 2 can't say yet; the middle is 3."
    assert Strip(counts=(0, 0), centre=None, low=None, high=None, beside=()).alt == "No answer."


def test_a_named_round_has_a_row_for_each_answer(store: DuckDBStore, small_town: str) -> None:
    round_ = lone_round(store, small_town)
    sitting = assessing.progress(LOCAL, store, small_town, round_)
    for answer in (
        Answer(item_id="D02.1", level=1, note="=1+1", confidence=4, target=3),
        Answer(item_id="D01.1", off_scale=OffScale.NOT_APPLICABLE, reason="@x"),
    ):
        assessing.save_answer(LOCAL, store, small_town, sitting, answer)
    round_ = assessing.finish(LOCAL, store, small_town, sitting)
    instrument = instrument_of(LOCAL, store, small_town, round_)
    shown = releasing.results(LOCAL, store, small_town, round_)
    data = round_report_rows.as_csv(LOCAL, store, small_town, round_, instrument, shown)
    first, second = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    assert (first["Item code"], first["Level"], first["Answer code"], first["Reason"]) == (
        "D01.1", "", "not_applicable", "'@x"
    )  # fmt: skip
    assert (second["Level"], second["Note"], second["Confidence"], second["Target"]) == (
        "1", "'=1+1", "4", "3"
    )  # fmt: skip
    assert second["Answer"] == instrument.item("D02.1").anchor(1).text
    assert second["Derived from"] == REPORT.derived
    assert second["Person"] == "the convener"


def test_an_anonymous_round_has_a_row_for_each_cell(store: DuckDBStore) -> None:
    made = ground("here", anonymous=True)
    data = round_report_rows.as_csv(
        LOCAL, store, "nowhere", made.round, made.instrument, made.results
    )
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    told = [(row["Item code"], row["Level"], row["Answer code"], row["How many"]) for row in rows]
    assert told == [
        ("D02.1", "1", "", "3"),
        ("D02.1", "2", "", "2"),
        ("D06.1", "1", "", "1"),
        ("D06.1", "3", "", "1"),
        ("D06.1", "5", "", "1"),
        ("D06.1", "", "cant_say", "2"),
        ("D11.1", "4", "", "3"),
        ("D11.1", "5", "", "2"),
    ]
    assert "Person" not in rows[0]
    assert rows[0]["Answer"] == "Shown then here"


def test_nothing_is_written_of_what_may_not_be_shown(store: DuckDBStore) -> None:
    made = ground("here")
    nothing = Results(
        people=0, dimensions=(), items=(), withheld=(Withheld(what="All", why="Open."),)
    )
    data = round_report_rows.as_csv(LOCAL, store, "x", made.round, made.instrument, nothing)
    assert len(data.decode("utf-8-sig").strip().splitlines()) == 1
