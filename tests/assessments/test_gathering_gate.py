"""The two-minute check before a gathering: what it asks, and what to do instead."""

from landscape.assessments import instruments
from landscape.model.instrument import FORMS

GATE = instruments()["gathering-gate"]

# From the table in the design (4.7), in its order, and the three that were added there.
INSTEAD = {
    "G1.1": "Find out more and frame it further, leaving room for other views.",
    "G1.2": "Draw the landscape first, and bring together two people with a shared interest.",
    "G2.1": "Choose something lighter: short talks one by one, or a call.",
    "G1.3": "Ask somebody who knows, or decide and tell people.",
    "G1.4": "Plan a row of short exchanges.",
    "G3.1": "Wait, or join a gathering of somebody else.",
    "G3.2": "Invite together, or back somebody with more standing.",
    "G2.2": "Ask one more person from the smaller side before you fix the day.",
    "G2.3": "Ask them for the first item before you invite.",
    "G3.3": "Name the person and the day first.",
}


def test_it_asks_ten_questions_of_two_levels() -> None:
    assert [(meaning.level, meaning.name) for meaning in GATE.levels] == [
        (1, "Not yet"),
        (2, "Yes"),
    ]
    assert len(GATE.items) == 10
    for item in GATE.items:
        assert item.statement.endswith("?")
        assert [anchor.level for anchor in item.anchors] == [1, 2]
        assert item.anchor(1).text.startswith("Not yet: ")
        assert item.anchor(2).text.startswith("Yes: ")


def test_each_not_yet_has_something_to_do_instead() -> None:
    assert {item.id: item.first_step for item in GATE.items} == INSTEAD


def test_it_has_one_form() -> None:
    assert not GATE.has_quick_items
    assert GATE.form("full") == GATE.items
    assert GATE.form("partners") == GATE.items
    assert FORMS == ("quick", "full", "partners")


def test_it_says_that_not_yet_is_a_good_answer() -> None:
    assert '"Not yet" is a good answer' in GATE.honest
    assert [source.title for source in GATE.sources.values() if source.address is None] == [
        "Questions added for this project"
    ]
