"""Stakeholder tables as one frame: names checked, values on our scales."""

from collections.abc import Callable
from typing import Final

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.model.scales import SCALES
from landscape.services.importing import attributes, values
from landscape.services.importing.ledger import Ledger
from landscape.services.importing.problems import CATALOGUE
from landscape.services.importing.roles import ColumnRole, TableProposal
from landscape.services.importing.telling_apart import names_apart
from landscape.services.importing.wording import tidy

R = ColumnRole
NAME_MAX: Final = 500
NUMBER: Final = r"[-+]?\d+([.,]\d+)?%?"
FORMULA: Final = r"[=+\-@\uFF1D\uFF0B\uFF0D\uFF20].*"
MARKUP: Final = r"<[A-Za-z/!][^>]*>?"
FIELDS: Final = (
    "name",
    "code",
    "kind",
    "group",
    "role",
    "level",
    "place",
    "latitude",
    "longitude",
    "influence",
    "interest",
    "asked",
    "notes",
    "x",
    "y",
    "attributes",
)


def check_names(
    ledger: Ledger, table: SourceTable, column: str | None, names: pd.Series
) -> list[pd.Series]:
    """What was decided about each name that is no plain name."""
    wordy = (~names.str.fullmatch(NUMBER)).mean() >= 0.8 if len(names) else False
    numbers = names.str.fullmatch(NUMBER) & wordy & (names != "")
    checks: tuple[tuple[str, pd.Series, Callable[[str], str], str], ...] = (
        (
            "missing-name",
            names == "",
            lambda _: "The name is missing.",
            "Write a name, or leave the row out.",
        ),
        (
            "number-for-name",
            numbers,
            lambda v: f"{v} is a number where a name belongs.",
            "Write the name, keep it, or leave the row out.",
        ),
        (
            "name-too-long",
            names.str.len() > NAME_MAX,
            lambda v: f"{v} is longer than {NAME_MAX} characters.",
            "Shorten it, or leave the row out.",
        ),
        (
            "formula-for-name",
            names.str.fullmatch(FORMULA) & ~numbers,
            lambda v: f"{v} reads like a formula; it is kept as plain text.",
            "Nothing to do, if it is the name.",
        ),
        (
            "markup-in-name",
            names.str.contains(MARKUP) & ~names.str.fullmatch(FORMULA),
            lambda v: f"{v} holds markup; it is kept as plain text.",
            "Nothing to do, if it is the name.",
        ),
    )
    asked = [
        ledger.ask(code, table, column, names[hit.astype(bool)], say, fix)
        for code, hit, say, fix in checks
        if hit.any()
    ]
    return [answers for answers in asked if CATALOGUE[str(answers.name)].answers]


def read_people(table: SourceTable, proposal: TableProposal, ledger: Ledger) -> pd.DataFrame:
    """One row a stakeholder of one table, with FIELDS, indexed by row number."""
    frame = table.frame
    people = pd.DataFrame(index=frame.index)
    people["name"], column = _names(frame, proposal)
    if proposal.told_apart_by is not None:
        people["name"] = names_apart(people["name"], frame[proposal.told_apart_by])
    answers = check_names(ledger, table, column, people["name"])
    code = proposal.column(R.ID)
    people["code"] = values.code(frame[code]) if code else _nothing(frame)
    answers += _twice(people, table, code, ledger)
    for field, role, read in (
        ("kind", R.KIND, values.kind),
        ("group", R.GROUP, values.groups),
        ("role", R.ROLE, values.text),
        ("place", R.PLACE, values.text),
        ("notes", R.NOTES, values.free_text),
    ):
        source = proposal.column(role)
        people[field] = read(frame[source]) if source else _nothing(frame)
    answers += _group_numbers(people, table, proposal, ledger)
    answers += _scaled(people, frame, table, proposal, ledger)
    kept = [*proposal.all_of(R.ATTRIBUTE), *proposal.all_of(R.BOUNDARY)]
    if code and table.holds is None:
        kept.append(code)  # but for the numbers by which a network's file knows its own people
    people["attributes"] = attributes.as_json(frame, kept)
    return ledger.drop(people[list(FIELDS)], table, answers, keeps_open_values=True)


def _nothing(frame: pd.DataFrame) -> pd.Series:
    return pd.Series(pd.NA, index=frame.index, dtype="str")


def _names(frame: pd.DataFrame, proposal: TableProposal) -> tuple[pd.Series, str | None]:
    """The names, whole or joined from first and last."""
    whole = proposal.column(R.NAME)
    if whole is not None:
        return tidy(frame[whole]), whole
    parts = [proposal.column(role) for role in (R.FIRST_NAME, R.LAST_NAME)]
    joined = pd.Series("", index=frame.index, dtype="str")
    for part in parts:
        if part is not None:
            joined = joined + " " + frame[part]
    return tidy(joined), next((part for part in parts if part is not None), None)


def _twice(
    people: pd.DataFrame, table: SourceTable, code: str | None, ledger: Ledger
) -> list[pd.Series]:
    """Numbers or codes that stand for two names."""
    coded = people[["code", "name"]].dropna().drop_duplicates()
    twice = coded.loc[coded["code"].duplicated(), "code"]
    if twice.empty:
        return []
    return [
        ledger.ask(
            "duplicate-id",
            table,
            code,
            twice,
            lambda v: f"{v} stands for another name already, and is read as that one.",
            "Give each its own, keep it, or leave the row out.",
        )
    ]


def _group_numbers(
    people: pd.DataFrame, table: SourceTable, proposal: TableProposal, ledger: Ledger
) -> list[pd.Series]:
    """Numbers among groups that are words nearly everywhere."""
    groups = people["group"].dropna()
    hit = groups.str.fullmatch(NUMBER)
    if not hit.any() or hit.mean() > 0.2:
        return []
    answers = ledger.ask(
        "number-for-group",
        table,
        proposal.column(R.GROUP),
        groups[hit],
        lambda v: f"{v} is a number where the name of a group belongs.",
        "Write the group, go on without it, or leave the row out.",
    )
    people.loc[groups.index[hit], "group"] = pd.NA
    return [answers]


def _scaled(
    people: pd.DataFrame,
    frame: pd.DataFrame,
    table: SourceTable,
    proposal: TableProposal,
    ledger: Ledger,
) -> list[pd.Series]:
    """Ratings, coordinates, levels and whether they were asked; what does not fit is a problem."""
    lowest, highest = SCALES["influence"]
    rate = f"Rate it from {lowest} to {highest}."
    answers: list[pd.Series] = []
    for field, role, code, read, fix in (
        (
            "influence",
            R.INFLUENCE,
            "rating-out-of-range",
            lambda c: values.rating(c, "influence"),
            rate,
        ),
        (
            "interest",
            R.INTEREST,
            "rating-out-of-range",
            lambda c: values.rating(c, "interest"),
            rate,
        ),
        (
            "latitude",
            R.LATITUDE,
            "not-a-number",
            lambda c: values.number(c, -90, 90),
            "Write a number from -90 to 90.",
        ),
        (
            "longitude",
            R.LONGITUDE,
            "not-a-number",
            lambda c: values.number(c, -180, 180),
            "Write a number from -180 to 180.",
        ),
        ("x", R.POSITION_X, "not-a-number", values.number, "Write a number."),
        ("y", R.POSITION_Y, "not-a-number", values.number, "Write a number."),
        (
            "level",
            R.LEVEL,
            "unknown-word",
            values.level,
            "Write person, team, organisation, locality, region, nation or international.",
        ),
        (
            "asked",
            R.ASKED,
            "unknown-word",
            lambda c: values.asked(c, proposal.column(R.ASKED) or ""),
            "Write answered, asked or not asked.",
        ),
    ):
        source = proposal.column(role)
        if source is None:
            people[field] = _nothing(frame)
            continue
        people[field], bad = read(frame[source])
        if bad.any():
            answers.append(
                ledger.ask(
                    code,
                    table,
                    source,
                    tidy(frame[source])[bad.astype(bool)],
                    lambda v, field=field: f"{field} is {v}.",  # type: ignore[misc]
                    fix,
                )
            )
    return answers
