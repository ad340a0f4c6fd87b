"""Which questions a round is held on: published ones of any version, and a team's own."""

import hashlib
import io
from dataclasses import replace
from datetime import date

import pytest
import xlsxwriter

from landscape.assessments import FOLDER, instrument_version
from landscape.assessments.items_table import OwnItemsError, columns_of
from landscape.model.assessment import Answer, Round
from landscape.model.errors import ConflictError, LandscapeError, NotAllowedError, NotFoundError
from landscape.model.principal import GUEST, AccessRole, Principal
from landscape.services import assessing, instruments, releasing
from landscape.services.own_questions_template import template
from landscape.services.samples import load_sample

ADDITION = """
id = "river-questions"
version = 1
extends = "convening-readiness"
extends_version = 2

[[items]]
id = "D06.own1"
dimension = "D06"
statement = "We have walked the river together."
anchors = ["No.", "One of us.", "Some of us.", "Most of us.", "People walk it without us."]
first_step = "Walk the first mile."
"""
CSV = (
    "Dimension,Statement,Sentence 1,Sentence 2,Sentence 3,Sentence 4,Sentence 5,First step,Id\n"
    "D06,We have walked the river.,No.,One.,Some.,Most.,All do.,Walk the first mile.,\n"
    "Legitimacy,We were asked to.,No.,One asked.,Some.,Most.,All do.,Ask one.,D05.river\n"
)


def held_on(instrument):
    return Round(
        id="r1",
        name="Spring",
        instrument=instrument.id,
        version=instrument.version,
        digest=instrument.digest,
        form="full",
    )


@pytest.fixture
def add(principal, store, small_town):
    def bring(name, data):
        content = data.encode() if isinstance(data, str) else data
        return instruments.add_own(principal, store, small_town, name, content)

    return bring


def test_a_round_keeps_the_version_that_it_was_held_on(principal, store, small_town):
    first = instrument_version("convening-readiness", 1)
    second = instrument_version("convening-readiness", 2)
    for version in (first, second):
        round_ = held_on(version)
        assert instruments.instrument_of(principal, store, small_town, round_) is version
        text = instruments.text_of(principal, store, small_town, round_)
        assert f"version = {version.version}\n" in text
    assert first.item("D05.1").statement.startswith("In each constituency that matters")
    assert second.item("D05.1").statement.startswith("In each group that matters")


def test_a_version_that_is_not_here_is_named(principal, store, small_town):
    round_ = replace(held_on(instrument_version("convening-readiness", 2)), version=9)
    with pytest.raises(NotFoundError, match="'convening-readiness', version 9, are not here"):
        instruments.instrument_of(principal, store, small_town, round_)
    assert instruments.text_of(principal, store, small_town, round_) is None


def test_the_newest_of_each_is_offered_and_own_ones_last(principal, store, small_town, add):
    add("river.toml", ADDITION)
    add("river.toml", ADDITION.replace("version = 1", "version = 2").replace("mile", "two miles"))
    offered = instruments.offered(principal, store, small_town)
    assert [(one.id, one.version) for one in offered] == [
        ("convening-readiness", 2),
        ("gathering-gate", 1),
        ("river-questions", 2),
    ]
    kept = instruments.versions(principal, store, small_town, "river-questions")
    assert [one.version for one in kept] == [1, 2]
    readiness = instruments.versions(principal, store, small_town, "convening-readiness")
    assert [one.version for one in readiness] == [1, 2]


def test_items_of_ones_own_stand_beside_those_that_they_add_to(principal, store, small_town, add):
    own = add("river.toml", ADDITION)
    assert own.extends == "convening-readiness"
    assert own.honest.endswith("Some of the questions here were added by a team itself.")
    assert len(own.form("full")) == 50
    assert len(own.form("quick")) == 12
    assert [item.id for item in own.items_of("D06")][-1] == "D06.own1"
    item = own.item("D06.own1")
    assert (item.evidence, item.quick, item.sources) == ((), False, ("OWN",))
    assert own.sources["OWN"].cited == "Questions of our own"
    assert instruments.instrument_of(principal, store, small_town, held_on(own)) == own
    respondent = Principal(id="u1", role=AccessRole.RESPONDENT)
    assert instruments.instrument_of(respondent, store, small_town, held_on(own)) == own


def test_a_whole_instrument_of_ones_own_can_have_other_levels(add):
    text = (FOLDER / "gathering-gate.toml").read_text(encoding="utf-8")
    own = add("our-gate.toml", text.replace('id = "gathering-gate"', 'id = "our-gate"', 1))
    assert (own.id, len(own.levels), own.extends) == ("our-gate", 2, None)


def test_the_same_file_once_more_changes_nothing(principal, store, small_town, add):
    first = add("river.toml", ADDITION)
    assert add("river.toml", ADDITION) == first
    assert len(store.own_instruments(principal, small_town)) == 1


def test_a_version_that_was_brought_is_never_changed(add):
    add("river.toml", ADDITION)
    with pytest.raises(ConflictError, match="'river-questions/1' are here already"):
        add("river.toml", ADDITION.replace("mile", "two miles"))


def test_a_table_of_items_adds_to_the_readiness_questions(add):
    own = add("Our river (May).csv", CSV)
    assert (own.id, own.version, own.extends) == ("our-river-may", 1, "convening-readiness")
    assert [item.id for item in own.items if item.sources == ("OWN",)] == ["D06.own1", "D05.river"]
    assert own.item("D05.river").anchor(2).text == "One asked."


def test_a_table_that_is_brought_again_with_other_words_is_the_next_version(add):
    add("river.csv", CSV)
    assert add("river.csv", CSV).version == 1
    assert add("river.csv", CSV.replace("One asked.", "Two asked.")).version == 2
    assert add("river.csv", CSV.replace("One asked.", "Two asked.")).version == 2


def test_the_blank_table_comes_back_filled_in(add):
    with pytest.raises(LandscapeError, match="No sheet has a row below a header"):
        add("blank.xlsx", template())
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed) as filled:
        sheet = filled.add_worksheet("Items")
        sheet.write_row(0, 0, columns_of(instrument_version("convening-readiness", 2)))
        sheet.write_row(1, 0, CSV.splitlines()[1].split(","))
        how_to = filled.add_worksheet("How to fill this in (ignore)")
        how_to.write_row(0, 0, ["Column", "What belongs there", "For example"])
        how_to.write_row(1, 0, ["Statement", "A sentence.", "We have walked the river."])
    assert add("filled.xlsx", packed.getvalue()).item("D06.own1").first_step == (
        "Walk the first mile."
    )


def test_every_row_that_needs_something_is_told_and_nothing_is_kept(
    principal, store, small_town, add
):
    spoilt = (
        CSV.replace("Id\n", "Id,Weight\n")
        .replace("mile.,\n", "mile.,,3\n")
        .replace("Legitimacy", "Trust")
        .replace("D05.river\n", "D05.river,\n")
        + "D07,,No.,One.,Some.,Most.,All.,Ask.,,\n"
        + "D08,We say so.,No.,No.,Some.,Most.,All.,Ask.,,\n"
        + "D09,We do.,No.,One.,Some.,Most.,All.,Ask.,D09.1,\n"
    )
    with pytest.raises(OwnItemsError) as refused:
        add("river.csv", spoilt)
    told = [str(problem) for problem in refused.value.problems]
    assert told[0] == (
        "river.csv, column 'Weight': it is not known here. Call it one of Dimension, Statement,"
        " Sentence 1, Sentence 2, Sentence 3, Sentence 4, Sentence 5, First step, Id,"
        " or take it out."
    )
    assert told[1].startswith(
        "river.csv, row 3, column 'Dimension': 'Trust' is no dimension. Name one of A difference"
    )
    assert told[2:] == [
        "river.csv, row 4, column 'Statement': nothing stands there."
        " Write it out, or take the row out.",
        "river.csv, row 5: the sentence 'No.' stands there more than once."
        " Let each level read otherwise.",
        "river.csv, row 6, column 'Id': 'D09.1' is the id of a question that yours stand"
        " beside."
        " Give it another one, or leave the cell blank.",
    ]
    assert store.own_instruments(principal, small_town).empty


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        pytest.param(
            "river.toml",
            ADDITION.replace('"river-questions"', '"convening-readiness"'),
            "river.toml: the id 'convening-readiness' is that of questions that come with the app."
            " Give yours an id of their own.",
            id="the id of a published one",
        ),
        pytest.param(
            "river.toml",
            ADDITION.replace('"river-questions"', '"../river"'),
            "river.toml: the id is '../river'."
            " Make it small letters, digits and hyphens, such as 'our-river-questions'.",
            id="an id that is a path",
        ),
        pytest.param(
            "river.toml",
            ADDITION.replace("D06.own1", "D06/own1"),
            "river.toml: the id 'D06/own1' does not do."
            " Make it letters, digits, dots and hyphens, 40 at most, such as 'D05.own1'.",
            id="an item's id with a slash",
        ),
        pytest.param(
            "river.toml",
            ADDITION.replace("extends_version = 2", "extends_version = 7"),
            "river.toml: it adds to 'convening-readiness', version 7, which is not here."
            " Add to one of ['convening-readiness, version 2', 'gathering-gate, version 1'].",
            id="a version that is not here",
        ),
        pytest.param(
            "river.toml",
            ADDITION.replace('"One of us.", ', ""),
            "river.toml: Item 'D06.own1' has 4 anchors for 5 levels."
            " Write one for each level, the lowest first.",
            id="four sentences for five levels",
        ),
        pytest.param(
            "river.toml",
            "id = ",
            "river.toml is not TOML: Invalid value (at end of document)."
            " Correct it there and start again.",
            id="no TOML",
        ),
        pytest.param(
            "folder/river.toml",
            b'id = "\xff"',
            "river.toml is not text in UTF-8: 'utf-8' codec can't decode byte 0xff in position 6:"
            " invalid start byte. Save it as UTF-8 and choose it again.",
            id="no text",
        ),
        pytest.param(
            "river.csv",
            "name,town\nAda,Ash\n",
            "river.csv holds no table of items."
            " Take the blank table, fill it in, and leave its headers as they are.",
            id="another table",
        ),
        pytest.param(
            "river.toml",
            "a" * 1_000_001,
            "river.toml is larger than a megabyte. Bring questions alone, without pictures.",
            id="too large",
        ),
    ],
)
def test_a_fault_is_told_with_its_place_and_its_fix(add, name, data, message):
    with pytest.raises(LandscapeError) as refused:
        add(name, data)
    assert str(refused.value) == message


def test_a_file_that_nests_without_end_harms_nobody(add):
    with pytest.raises(LandscapeError) as refused:
        add("deep.toml", "a = " + "[" * 100_000)
    assert "deep.toml" in str(refused.value)


def test_only_those_who_hold_rounds_bring_questions(store, small_town):
    viewer = Principal(id="v", role=AccessRole.VIEWER)
    for somebody in (viewer, GUEST):
        with pytest.raises(NotAllowedError):
            instruments.add_own(somebody, store, small_town, "river.toml", ADDITION.encode())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("id = ", "river, version 1 is not TOML", id="no TOML"),
        pytest.param("a = " + "[" * 100_000, "river, version 1 is not TOML", id="nested deep"),
        pytest.param(
            ADDITION,
            "river, version 1: its text is that of 'river-questions', version 1",
            id="other",
        ),
    ],
)
def test_own_questions_that_cannot_be_read_stand_in_nobodys_way(
    principal, store, small_town, text, told
):
    digest = hashlib.sha256(text.encode()).hexdigest()
    store.add_instrument(
        principal, small_town, id="river/1", digest=digest, text=text, on=date(2026, 11, 1)
    )
    offered = instruments.offered(principal, store, small_town)
    assert [one.id for one in offered] == ["convening-readiness", "gathering-gate"]
    (problem,) = instruments.unreadable(principal, store, small_town)
    assert told in problem.what


def test_answers_of_version_one_read_as_they_were_shown(principal, store, small_town):
    first = instrument_version("convening-readiness", 1)
    round_ = store.create_round(
        principal, small_town, replace(held_on(first), id="", form="quick", expected=1)
    )
    sitting = assessing.progress(principal, store, small_town, round_)
    assert [item.statement for item in sitting.items] == [
        item.statement for item in first.form("quick")
    ]
    for item in sitting.items:
        answer = Answer(item_id=item.id, level=3)
        assessing.save_answer(principal, store, small_town, sitting, answer)
    kept = store.answers(principal, small_town, round_.id)
    shown = dict(zip(kept["item_id"], kept["text_shown"], strict=True))
    assert shown == {item.id: item.anchor(3).text for item in first.form("quick")}
    closed = assessing.finish(principal, store, small_town, sitting)
    for result in releasing.results(principal, store, small_town, closed).items:
        assert result.texts == {3: first.item(result.item_id).anchor(3).text}


def test_a_round_of_the_sample_stays_on_the_version_that_it_was_held_on(principal, store):
    sample = load_sample(principal, store, "climate-adaptation")
    (round_,) = store.rounds(principal, sample.id)
    assert round_.version == 1
    first = instrument_version("convening-readiness", 1)
    assert round_.digest == first.digest
    for result in releasing.results(principal, store, sample.id, round_).items:
        item = first.item(result.item_id)
        assert result.texts == {level: item.anchor(level).text for level in result.texts}
