"""Uncommon words in a question have a tip beside it."""

from landscape.assessments import instruments
from landscape.ui import readiness_words

READINESS = instruments()["convening-readiness"]


def tips_of(item_id: str) -> str | None:
    item = READINESS.item(item_id)
    return readiness_words.tips(READINESS, READINESS.dimension(item.dimension_id), item)


def words_of(item_id: str) -> list[str]:
    return [line.split("**")[1] for line in (tips_of(item_id) or "").splitlines()]


def test_every_uncommon_word_of_a_question_is_explained() -> None:
    assert words_of("D05.1") == [
        "boundary",
        "convene",
        "far side",
        "group",
        "legitimacy",
        "vouch",
    ]
    assert words_of("D03.1") == ["landscape"]
    assert "- **vouch**: To say for somebody that they can be trusted\\." in str(tips_of("D05.1"))


def test_a_question_of_plain_words_has_no_tip() -> None:
    assert tips_of("D01.2") is None
