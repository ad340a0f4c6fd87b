"""Instruments load whole or say where they do not; figures are those of the readiness design."""

import hashlib
from pathlib import Path

import pytest

from landscape.assessments import FOLDER, InstrumentFileError, instruments, load_instrument
from landscape.assessments.reading import read_instrument
from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.instrument import Instrument, source_key
from landscape.model.scales import OffScale

OTHERS = ("published", "debrief")
FILES = sorted(path for path in FOLDER.glob("*.toml") if path.stem not in OTHERS)
EVERY = [*FILES, *sorted(FOLDER.glob("earlier/*.toml"))]

SMALL = """
id = "small"
version = 1
language = "en"
title = "Where do we stand?"
name = "A small reflection"
honest = "Questions of our own."
closing_question = "Which question did we forget?"
first_steps_order = ["D01"]

[[levels]]
level = 1
name = "Not yet"
meaning = "absent"
[[levels]]
level = 2
name = "Starting"
meaning = "talked about"
[[levels]]
level = 3
name = "In part"
meaning = "done in part"
[[levels]]
level = 4
name = "Broad"
meaning = "done mostly"
[[levels]]
level = 5
name = "Shared"
meaning = "others do it"

[[off_scale]]
code = "cant_say"
name = "Can't say yet"
meaning = "Nobody has looked."
needs_reason = false
[[off_scale]]
code = "not_applicable"
name = "Not applicable"
meaning = "It does not fit."
needs_reason = true
[[off_scale]]
code = "no_answer"
name = "Prefer not to say"
meaning = "You keep it to yourself."
needs_reason = false
[[off_scale]]
code = "unanswered"
name = "Not answered"
meaning = "Nothing was chosen."
needs_reason = false

[sources.SEED]
title = "Systems conveners"
address = "https://example.org/systems-conveners"

[[dimensions]]
id = "D01"
title = "A difference"
group = "mindset"
area = "drive"
sources = ["SEED"]
prompts = ["What for?"]
low = "Ask."
middling = "Write."
on_the_map = "Look."

[[items]]
id = "D01.1"
dimension = "D01"
statement = "We can say it."
anchors = ["No.", "Hardly.", "Partly.", "Mostly.", "Others say it."]
sources = ["SEED-L3"]
evidence = ["E17"]
quick = true
first_step = "Ask one person."
"""

SECOND_DIMENSION = """
[[dimensions]]
id = "D02"
title = "Another"
group = "mindset"
area = "drive"
sources = ["SEED"]
prompts = ["What else?"]
low = "Ask."
middling = "Write."
on_the_map = "Look."
"""

SECOND_ITEM = """
[[items]]
id = "D02.1"
dimension = "D02"
statement = "We can say that too."
anchors = ["No.", "Hardly.", "Partly.", "Mostly.", "Others say it."]
sources = ["SEED-L3"]
evidence = []
quick = false
first_step = "Ask another."
"""


@pytest.fixture
def small_file(tmp_path: Path) -> Path:
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def readiness() -> Instrument:
    return load_instrument(FOLDER / "convening-readiness.toml")


def test_there_is_an_instrument() -> None:
    assert "convening-readiness" in [path.stem for path in FILES]


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_an_instrument_loads(path: Path) -> None:
    instrument = read_instrument(path.read_bytes(), path.name)
    assert path.stem in (instrument.id, f"{instrument.id}-{instrument.version}")
    assert instrument.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    for item in instrument.items:
        assert len(item.anchors) == len(instrument.levels)
        assert all(source_key(source) in instrument.sources for source in item.sources)
        assert item.sources
    quick = [item.dimension_id for item in instrument.items if item.quick]
    assert quick in ([], [dimension.id for dimension in instrument.dimensions])


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_every_source_is_used(path: Path) -> None:
    instrument = read_instrument(path.read_bytes(), path.name)
    used = {source_key(s) for part in instrument.dimensions for s in part.sources}
    used |= {source_key(s) for item in instrument.items for s in item.sources}
    assert sorted(used) == sorted(instrument.sources)


def test_instruments_are_found_by_their_files() -> None:
    assert sorted(instruments()) == [path.stem for path in FILES]


def test_a_folder_without_files_has_no_instruments(tmp_path: Path) -> None:
    assert instruments(tmp_path) == {}


def test_the_readiness_instrument_has_its_dimensions_and_items(readiness: Instrument) -> None:
    assert readiness.version == 2
    assert readiness.language == "en"
    assert len(readiness.dimensions) == 12
    assert len(readiness.form("full")) == 49
    assert [item.id for item in readiness.form("quick")] == [f"D{n:02}.1" for n in range(1, 13)]
    # Items a dimension, D01 to D12, counted in the design.
    counts = [len(readiness.items_of(dimension.id)) for dimension in readiness.dimensions]
    assert counts == [3, 4, 4, 4, 4, 5, 4, 4, 4, 5, 4, 4]


def test_items_that_only_people_can_judge_have_no_evidence(readiness: Instrument) -> None:
    without = [item.id for item in readiness.items if not item.evidence]
    assert without == ["D03.3", "D07.2", "D09.3", "D10.4", "D12.3", "D12.4"]


def test_an_item_is_worded_as_in_its_design(readiness: Instrument) -> None:
    item = readiness.item("D05.1")
    assert item.statement == (
        "In each group that matters, someone there would say we are the right people to convene"
        " this."
    )
    assert item.anchor(1).text == "We do not know."
    assert item.anchor(5).text == "They vouch for us to others without being asked."
    assert item.sources == ("SEED-L11", "SEED-L24", "NHS1")
    assert item.evidence == ("E09",)
    assert item.quick


def test_levels_and_answers_off_the_scale_have_their_words(readiness: Instrument) -> None:
    assert [meaning.name for meaning in readiness.levels] == [
        "Not yet",
        "Starting",
        "In practice, in part",
        "Broad and checked",
        "Shared",
    ]
    assert {answer.code: answer.name for answer in readiness.off_scale} == {
        OffScale.CANT_SAY: "Can't say yet",
        OffScale.NOT_APPLICABLE: "Not applicable",
        OffScale.NO_ANSWER: "Prefer not to say",
        OffScale.UNANSWERED: "Not answered",
    }
    assert [a.code for a in readiness.off_scale if a.needs_reason] == [OffScale.NOT_APPLICABLE]
    assert readiness.off_scale_answer("cant_say").name == "Can't say yet"


def test_it_says_what_it_is_and_claims_no_more(readiness: Instrument) -> None:
    assert (
        "derived from the Wenger-Trayners' public descriptions of systems convening"
        in readiness.honest
    )
    assert "not the authors' instrument" in readiness.honest


def test_caution_stands_where_a_gathering_would_harm(readiness: Instrument) -> None:
    assert [d.id for d in readiness.dimensions if d.caution] == ["D05", "D09"]


def test_the_document_about_it_says_what_the_file_says(readiness: Instrument) -> None:
    document = (FOLDER.parents[1] / "docs" / "readiness.md").read_text(encoding="utf-8")
    for dimension in readiness.dimensions:
        row = f"| {dimension.id} | {dimension.title} | {dimension.group} | {dimension.low} |"
        assert row in document
    for meaning in readiness.levels:
        assert f"| {meaning.level} | {meaning.name} | {meaning.meaning} |" in document


def test_what_is_not_there_is_named(readiness: Instrument) -> None:
    with pytest.raises(NotFoundError, match=r"There is no item 'D13\.1'"):
        readiness.item("D13.1")
    with pytest.raises(NotFoundError, match="There is no dimension 'D13'"):
        readiness.dimension("D13")
    with pytest.raises(NotFoundError, match="There is no form 'short'"):
        readiness.form("short")
    with pytest.raises(NotFoundError, match="There is no answer 'maybe'"):
        readiness.off_scale_answer("maybe")
    with pytest.raises(InvalidValueError, match=r"The level of 'D01\.1' is 6"):
        readiness.item("D01.1").anchor(6)


def test_a_small_file_loads(small_file: Path) -> None:
    instrument = load_instrument(small_file)
    assert [item.id for item in instrument.items] == ["D01.1"]
    assert instrument.dimension("D01").caution is None


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        pytest.param(
            'anchors = ["No.", "Hardly.", "Partly.", "Mostly.", "Others say it."]',
            'anchors = ["No.", "Partly."]',
            "small.toml: Item 'D01.1' has 2 anchors for 5 levels."
            " Write one for each level, the lowest first.",
            id="too few anchors",
        ),
        pytest.param(
            'anchors = ["No.", "Hardly.", "Partly.", "Mostly.", "Others say it."]',
            'anchors = ["No."]',
            "small.toml, items 'D01.1': It has anchors for the levels [1]."
            " Write 2 to 5 of them, counted from 1, in this order.",
            id="one anchor",
        ),
        pytest.param(
            '"Mostly.", "Others say it."]',
            '"Partly.", "Others say it."]',
            "small.toml, items 'D01.1': The anchor 'Partly.' stands there more than once."
            " Let each stand there once.",
            id="an anchor twice",
        ),
        pytest.param(
            'sources = ["SEED-L3"]',
            "sources = []",
            "small.toml, items 'D01.1': It names no source. Say what it is derived from.",
            id="no source",
        ),
        pytest.param(
            'sources = ["SEED-L3"]',
            'sources = ["W1"]',
            "small.toml: 'D01.1' is derived from 'W1', which is not in the sources."
            " Add a source 'W1' with its title and address.",
            id="unknown source",
        ),
        pytest.param(
            'evidence = ["E17"]',
            'evidence = ["E36"]',
            "small.toml, items 'D01.1': Its evidence 'E36' is not a measure."
            " Name measures from E01 to E35.",
            id="unknown evidence",
        ),
        pytest.param(
            "[[items]]",
            SECOND_DIMENSION + SECOND_ITEM + "[[items]]",
            "small.toml: Dimension 'D02' has 0 quick items."
            " Mark exactly one of its items as quick, or none in any dimension.",
            id="no quick item",
        ),
        pytest.param(
            "[[items]]",
            SECOND_DIMENSION + "[[items]]",
            "small.toml: Dimension 'D02' has no item. Write one, or take it out.",
            id="no item",
        ),
        pytest.param(
            "quick = true",
            "quick = 1",
            "small.toml, items 'D01.1': 'quick' is 1. Make it true or false.",
            id="wrong kind of value",
        ),
        pytest.param(
            "version = 1",
            "version = true",
            "small.toml: 'version' is True. Make it a whole number.",
            id="true is not a number",
        ),
        pytest.param(
            "version = 1",
            "version = 0",
            "small.toml: The version is 0. Count from 1.",
            id="version below one",
        ),
        pytest.param(
            'language = "en"',
            'language = "English"',
            "small.toml: The language is 'English'. Give a code such as 'en'.",
            id="language in words",
        ),
        pytest.param(
            'dimension = "D01"',
            'dimension = "D02"',
            "small.toml: Item 'D01.1' belongs to 'D02', which is no dimension."
            " Add the dimension, or name one that is there.",
            id="unknown dimension",
        ),
        pytest.param(
            'statement = "We can say it."',
            'statement = " "',
            "small.toml, items 'D01.1': The statement is ' '. Write it out.",
            id="empty statement",
        ),
        pytest.param(
            'first_step = "Ask one person."',
            "",
            "small.toml, items 'D01.1': 'first_step' is missing. Add a text.",
            id="missing first step",
        ),
        pytest.param(
            'low = "Ask."',
            'low = "Ask."\nlow_one = "Ask."',
            "small.toml, dimensions 'D01': 'low_one' is not known here."
            " Correct its spelling or take it out.",
            id="misspelt key",
        ),
        pytest.param(
            'first_steps_order = ["D01"]',
            'first_steps_order = ["D09"]',
            "small.toml: The order of first steps names 'D09', which is not a dimension."
            " Name dimensions that are there.",
            id="unknown dimension in the order",
        ),
        pytest.param(
            'code = "no_answer"',
            'code = "cant_say"',
            "small.toml: The answers off the scale are"
            " ['cant_say', 'not_applicable', 'cant_say', 'unanswered']."
            " Name ['cant_say', 'not_applicable', 'no_answer', 'unanswered'], each once.",
            id="an answer off the scale twice",
        ),
        pytest.param(
            'code = "no_answer"',
            'code = "maybe"',
            "small.toml, off_scale 'maybe': the code is 'maybe'."
            " Make it one of ['cant_say', 'not_applicable', 'no_answer', 'unanswered'].",
            id="unknown answer off the scale",
        ),
        pytest.param(
            'address = "https://example.org/systems-conveners"',
            'address = "javascript:alert(1)"',
            "small.toml, sources, SEED: The address of source 'SEED' is 'javascript:alert(1)'."
            " Begin it with https:// or http://.",
            id="address that is no web address",
        ),
        pytest.param(
            'id = "small"',
            'id = "large"',
            "small.toml: the id is 'large'. Let it be the name of the file, 'small'.",
            id="another id than the file's name",
        ),
        pytest.param(
            'prompts = ["What for?"]',
            "prompts = [1]",
            "small.toml, dimensions 'D01': 'prompts' holds 1. Make it a list of texts.",
            id="a number among texts",
        ),
        pytest.param(
            "level = 5",
            "level = 6",
            "small.toml: The levels are [1, 2, 3, 4, 6]."
            " Write 2 to 5 of them, counted from 1, in this order.",
            id="a sixth level",
        ),
    ],
)
def test_a_fault_is_told_with_its_place_and_its_fix(
    small_file: Path, good: str, bad: str, message: str
) -> None:
    assert SMALL.count(good) >= 1
    small_file.write_text(SMALL.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(InstrumentFileError) as refused:
        load_instrument(small_file)
    assert str(refused.value) == message


def test_an_item_id_is_used_once(small_file: Path) -> None:
    item = SMALL[SMALL.index("[[items]]") :]
    small_file.write_text(SMALL + item.replace("quick = true", "quick = false"), encoding="utf-8")
    with pytest.raises(InstrumentFileError) as refused:
        load_instrument(small_file)
    assert str(refused.value) == (
        "small.toml: The item 'D01.1' stands there more than once. Let each stand there once."
    )


def test_a_file_that_is_not_toml_is_refused(small_file: Path) -> None:
    small_file.write_text("id = ", encoding="utf-8")
    with pytest.raises(InstrumentFileError, match=r"small\.toml is not TOML"):
        load_instrument(small_file)


def test_a_file_that_is_not_text_is_refused(small_file: Path) -> None:
    small_file.write_bytes(b'id = "\xff"')
    with pytest.raises(InstrumentFileError, match=r"small\.toml is not TOML"):
        load_instrument(small_file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InstrumentFileError, match=r"missing\.toml cannot be opened"):
        load_instrument(tmp_path / "missing.toml")
