"""What people read in the questions is plain: uncommon words have a tip, and some are not used."""

import re

import pytest

from landscape.assessments import FOLDER, instruments
from landscape.model.instrument import Instrument

GLOSSARY = (FOLDER.parents[1] / "docs" / "glossary.md").read_text(encoding="utf-8").casefold()

# Words of the trade that stay, because the questions are about them: each needs a tip.
NEEDS_A_TIP = (
    "accountability",
    "agency",
    "articulating",
    "boundary",
    "convene",
    "far side",
    "group",
    "home",
    "identity",
    "landscape",
    "legitimacy",
    "opening",
    "peers",
    "stake",
    "standing",
    "vouch",
)
# Words of the trade that have a plain one instead, and words that the house never says.
NEVER = (
    *("actor", "node", "tie", "ties", "link", "links", "entity", "edge", "survey", "quiz", "score"),
    *("points", "dataset", "submit", "invalid", "user", "users", "test", "tested", "silo", "silos"),
    *("constituency", "constituencies", "broker", "brokers", "stakeholder", "stakeholders"),
    *("reframe", "framing", "aspiration", "aspirations", "unbridged", "anecdotal", "sceptic"),
    *("co-convene", "co-convener", "relational", "indicator", "players", "player", "pairings"),
    *("space", "spaces", "live case", "live cases", "participants", "ruptures", "stance"),
    *("stakeholder engagement", "synergy", "leverage", "holistic", "capacity building", "paradigm"),
)


def read_by_people(instrument: Instrument) -> list[str]:
    texts = [instrument.title, instrument.honest, instrument.closing_question]
    texts += [text for level in instrument.levels for text in (level.name, level.meaning)]
    texts += [text for off in instrument.off_scale for text in (off.name, off.meaning)]
    for dimension in instrument.dimensions:
        texts += [dimension.title, *dimension.prompts, dimension.low, dimension.middling]
        texts += [dimension.on_the_map, dimension.caution or ""]
    for item in instrument.items:
        texts += [item.statement, item.first_step, *(anchor.text for anchor in item.anchors)]
    return texts


@pytest.fixture(params=instruments().values(), ids=lambda instrument: instrument.id)
def instrument(request: pytest.FixtureRequest) -> Instrument:
    found: Instrument = request.param
    return found


def test_words_that_have_a_plainer_one_never_stand_in_the_questions(instrument: Instrument) -> None:
    for text in read_by_people(instrument):
        said = set(re.findall(r"[a-z-]+", text.casefold()))
        assert not said & set(NEVER), text
        assert not [word for word in NEVER if " " in word and word in text.casefold()], text


def test_every_uncommon_word_has_a_tip_and_stands_in_the_glossary() -> None:
    readiness = instruments()["convening-readiness"]
    assert tuple(readiness.words) == NEEDS_A_TIP
    said = " ".join(read_by_people(readiness))
    for word, tip in readiness.words.items():
        assert readiness.words_in(said)[word] == tip
        assert f"| {word} |" in GLOSSARY, word
        assert tip.endswith(".")


def test_the_check_before_a_gathering_needs_no_further_tips() -> None:
    gate = instruments()["gathering-gate"]
    readiness = instruments()["convening-readiness"]
    assert set(readiness.words_in(" ".join(read_by_people(gate)))) <= set(readiness.words)


def test_a_word_is_found_in_its_forms_and_not_inside_others() -> None:
    readiness = instruments()["convening-readiness"]
    assert list(readiness.words_in("Across the boundaries")) == ["boundary"]
    assert list(readiness.words_in("We convened it; they are convening")) == ["convene"]
    assert list(readiness.words_in("Our understanding of stakeholders")) == []


def test_sentences_are_short(instrument: Instrument) -> None:
    for item in instrument.items:
        assert len(item.statement.split()) <= 25, item.id
        for anchor in item.anchors:
            assert len(anchor.text.split()) <= 16, (item.id, anchor.text)
        assert max(len(part.split()) for part in re.split(r"[.;?:]", item.first_step)) <= 25
