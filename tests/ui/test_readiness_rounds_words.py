"""Rounds in words."""

from dataclasses import replace
from datetime import date

import pytest

from landscape.assessments import instruments
from landscape.model.assessment import Round
from landscape.ui.readiness_rounds_words import choices, invitation, state_line, when, who

ROUND = Round(
    id="r1",
    name="Spring",
    instrument="convening-readiness",
    version=1,
    digest="",
    form="quick",
    code="KT4M-9WQD",
    expected=5,
    opened_on=date(2026, 5, 4),
)
UNNAMED = replace(ROUND, mode="anonymous", expected=9)


def test_the_questions_are_offered_in_the_order_of_the_house():
    offered = choices(tuple(instruments().values()))
    assert [choice.label for choice in offered][:4] == [
        "Quick",
        "Full",
        "Before a gathering",
        "Seen by partners",
    ]
    assert offered[1].tip.startswith("All 49 questions")
    assert offered[2].tip == "Should we convene this? 10 questions, two minutes."


@pytest.mark.parametrize(
    ("round_", "words"),
    [
        (ROUND, "5 people, by name"),
        (UNNAMED, "9 people, without names"),
        (replace(ROUND, expected=1, code=None), "you alone"),
        (replace(ROUND, expected=None), "people, by name"),
    ],
)
def test_who_answers(round_, words):
    assert who(round_) == words


@pytest.mark.parametrize(
    ("round_", "words"),
    [
        (ROUND, "since 4 May 2026"),
        (
            replace(ROUND, state="released", closed_on=date(2026, 6, 1)),
            "4 May 2026 to 1 June 2026",
        ),
        (replace(ROUND, state="closed", closed_on=date(2026, 5, 4)), "4 May 2026"),
        (replace(ROUND, opened_on=None, state="draft"), ""),
    ],
)
def test_when_it_was_open(round_, words):
    assert when(round_) == words


def test_the_present_state_stands_out_among_all():
    assert state_line(ROUND) == ("This round is **open to answers** → results are out → put away")
    assert state_line(replace(UNNAMED, state="closed")) == (
        "This round is open to answers → **closed** → results are out → put away"
    )


def test_an_invitation_holds_address_and_code_and_says_who_sees_what():
    text = invitation(ROUND, "AB23-CD45", "http://localhost:8501/joining?code=AB23-CD45", "Ida")
    assert text.startswith("Hello Ida,")
    assert "Open http://localhost:8501/joining?code=AB23-CD45\nYour code: AB23-CD45" in text
    assert "Your answers stand beside your name" in text
    assert "Nobody can see who said what" in invitation(UNNAMED, "AB23-CD45", "x")
