"""The plan to take away: a calendar and a table, in which nothing runs and nothing is torn."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from landscape.model.plan import PlanStep, StepStatus
from landscape.services import plan_files

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
LISTEN = PlanStep(
    id="n_1",
    step="Listen; to five, people",
    owner="Ada",
    due_on=date(2026, 5, 31),
    note="Begin\nup the valley",
)
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    '#eval("1")',
    "=1+1",
    "a\r\nEND:VEVENT\r\nBEGIN:VALARM",
    "x\u202eevil\u202c",
    "e" * 300,
    "\x00\x07 bell",
    "naïve 🌊 日本",
]


def ics(*steps: PlanStep, **more: object) -> bytes:
    return plan_files.as_ics(steps, name="Valley", landscape_id="l_1", at=AT, **more)


def events(data: bytes):
    return Calendar.from_ical(data).walk("VEVENT")


def test_a_step_with_a_date_is_a_whole_day() -> None:
    (event,) = events(ics(LISTEN, PlanStep(id="n_2", step="No date"), origins={"n_1": "Power"}))
    assert event.decoded("dtstart") == date(2026, 5, 31)
    assert event.decoded("dtend") == date(2026, 6, 1)
    assert str(event["summary"]) == "Listen; to five, people (Ada)"
    assert str(event["uid"]) == "n-1@l-1.landscape"
    assert str(event["description"]) == (
        "This step is agreed.\nIt came from: Power.\nBegin\nup the valley"
    )
    assert str(event["transp"]) == "TRANSPARENT"


def test_an_entry_keeps_its_id_whatever_is_said() -> None:
    changed = PlanStep(id="n_1", step="Other words", due_on=date(2027, 1, 1))
    (first,), (second,) = events(ics(LISTEN)), events(ics(changed))
    assert first["uid"] == second["uid"]


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        (StepStatus.IDEA, "TENTATIVE"),
        (StepStatus.DOING, "CONFIRMED"),
        (StepStatus.DROPPED, "CANCELLED"),
    ],
)
def test_a_dropped_step_goes_from_the_calendar(status: StepStatus, shown: str) -> None:
    (event,) = events(ics(PlanStep(id="n", step="x", due_on=date(2026, 1, 1), status=status)))
    assert str(event["status"]) == shown


@pytest.mark.parametrize("text", HOSTILE)
def test_words_stay_words_in_a_calendar(text: str) -> None:
    step = PlanStep(id=text, step=text, owner=text, note=text, due_on=date(2026, 1, 1))
    data = plan_files.as_ics([step], name=text, landscape_id=text, at=AT, origins={text: text})
    calendar = Calendar.from_ical(data)
    assert [one.name for one in calendar.walk()] == ["VCALENDAR", "VEVENT"]
    (event,) = calendar.walk("VEVENT")
    kept = "".join(sign for sign in text if sign.isprintable() or sign == "\n")
    assert str(event["summary"]) == f"{kept} ({kept})"
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert not set(data) & {0, 7}


def test_the_table_holds_a_row_a_step_and_nothing_that_reckons() -> None:
    steps = [LISTEN, PlanStep(id="n_2", step="=1+1", owner="@x", became="-1", status="done")]
    data = plan_files.as_csv(steps, {"n_1": "Power"})
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [
        ["Step", "Who", "Due on", "How far", "Came from", "Note", "What became of it"],
        ["Listen; to five, people", "Ada", "2026-05-31", "agreed", "Power",
         "Begin\nup the valley", ""],
        ["'=1+1", "'@x", "", "done", "", "", "'-1"],
    ]  # fmt: skip
