"""Relationship tables as one frame: who said what about whom, values on our scales."""

from collections.abc import Callable
from typing import Final

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.services.importing import attributes, values
from landscape.services.importing.ledger import Ledger
from landscape.services.importing.roles import ColumnRole, TableProposal
from landscape.services.importing.synonyms import SOURCE_AND_REPORTER, header_word
from landscape.services.importing.wording import tidy, without_missing

R = ColumnRole
FIELDS: Final = (
    "source",
    "target",
    "rater",
    "depth",
    "kind",
    "weight",
    "directed",
    "status",
    "reported_on",
    "last_contact",
    "note",
    "attributes",
    "source_group",
    "target_group",
)


def read_said(table: SourceTable, proposal: TableProposal, ledger: Ledger) -> pd.DataFrame:
    """One row for each row of one table, with FIELDS, indexed by row number."""
    frame = table.frame
    said = pd.DataFrame(index=frame.index)
    answers: list[pd.Series] = []
    for field, role in (("source", R.SOURCE), ("target", R.TARGET)):
        column = proposal.column(role)
        assert column is not None  # noqa: S101 (a relationship table has both; see mapping.agreed)
        said[field] = tidy(frame[column])
    answers += _blank_ends(said, table, proposal, ledger)
    said["rater"] = _rater(said, frame, proposal)
    for field, role, read in (
        ("kind", R.KIND, values.text),
        ("source_group", R.SOURCE_GROUP, values.text),
        ("target_group", R.TARGET_GROUP, values.text),
        ("note", R.NOTES, values.free_text),
    ):
        column = proposal.column(role)
        said[field] = _once(read, frame[column]) if column else _nothing(frame)
    column = proposal.column(R.DIRECTED)
    said["directed"] = _once(values.directed, frame[column]) if column else False
    answers += _depth(said, frame, table, proposal, ledger)
    answers += _scaled(said, frame, table, proposal, ledger)
    kept = [*proposal.all_of(R.ATTRIBUTE)]
    depth = proposal.column(R.DEPTH)
    if depth and (said["depth"].isna() & (frame[depth].str.strip() != "")).any():
        kept.append(depth)
    said["attributes"] = attributes.as_json(frame, kept)
    return ledger.drop(said[list(FIELDS)], table, answers)


def _blank_ends(
    said: pd.DataFrame, table: SourceTable, proposal: TableProposal, ledger: Ledger
) -> list[pd.Series]:
    """Rows in which an end is missing; who named nobody is there all the same, and is told."""
    nobody = (said["target"] == "") & (said["source"] != "")
    if nobody.any():
        ledger.ask(
            "names-nobody",
            table,
            proposal.column(R.TARGET),
            said.loc[nobody, "source"],
            lambda v: f"{v} names nobody here, and is kept as a stakeholder.",
            "Nothing to do, if that is so.",
        )
    blank = said["source"] == ""
    if not blank.any():
        return []
    return [
        ledger.ask(
            "missing-end",
            table,
            proposal.column(R.SOURCE),
            said.loc[blank, "source"],
            lambda _: "The name is missing.",
            "Write a name, or leave the row out.",
        )
    ]


def _once(read: Callable[[pd.Series], pd.Series], column: pd.Series) -> pd.Series:
    return values.each_value_once(lambda cells: [read(cells)], column)[0]


def _nothing(frame: pd.DataFrame) -> pd.Series:
    return pd.Series(pd.NA, index=frame.index, dtype="str")


def _rater(said: pd.DataFrame, frame: pd.DataFrame, proposal: TableProposal) -> pd.Series:
    """Who said so: the column that says it, or the source where its header says it answered."""
    column = proposal.column(R.REPORTER)
    if column is not None:
        return without_missing(tidy(frame[column]))
    source = proposal.column(R.SOURCE)
    if source is not None and header_word(source) in SOURCE_AND_REPORTER:
        return said["source"].mask(said["source"] == "")
    return _nothing(frame)


def _depth(
    said: pd.DataFrame,
    frame: pd.DataFrame,
    table: SourceTable,
    proposal: TableProposal,
    ledger: Ledger,
) -> list[pd.Series]:
    column = proposal.column(R.DEPTH)
    if column is None:
        said["depth"] = pd.Series(pd.NA, index=said.index, dtype="Int64")
        return []
    said["depth"], bad, unknown = values.each_value_once(
        lambda cells: values.depth(cells, ledger.decisions.depths), frame[column]
    )
    if unknown.any():
        words = tidy(frame[column])[unknown.astype(bool)].drop_duplicates()
        ledger.ask(
            "unknown-depth",
            table,
            column,
            words,
            lambda v: f"{v} is no word for depth that we know; it is kept as it came.",
            "Say how deep it is, from 0 to 4, or go on.",
        )
    if not bad.any():
        return []
    return [
        ledger.ask(
            "depth-out-of-range",
            table,
            column,
            tidy(frame[column])[bad.astype(bool)],
            lambda v: f"depth is {v}.",
            "Write a whole number from 0 to 4.",
        )
    ]


def _scaled(
    said: pd.DataFrame,
    frame: pd.DataFrame,
    table: SourceTable,
    proposal: TableProposal,
    ledger: Ledger,
) -> list[pd.Series]:
    """Weights, dates and states; what does not fit is a problem."""
    answers: list[pd.Series] = []
    for field, role, code, read, fix in (
        ("weight", R.WEIGHT, "not-a-number", values.number, "Write a number."),
        ("status", R.STATUS, "unknown-word", values.status, "Write live, dormant or broken."),
        ("reported_on", R.REPORTED_ON, "unreadable-date", values.day, "Write it as 2026-05-31."),
        ("last_contact", R.LAST_CONTACT, "unreadable-date", values.day, "Write it as 2026-05-31."),
    ):
        column = proposal.column(role)
        if column is None:
            said[field] = _nothing(frame)
            continue
        said[field], bad = values.each_value_once(read, frame[column])
        if bad.any():
            label = field.replace("_", " ")
            answers.append(
                ledger.ask(
                    code,
                    table,
                    column,
                    tidy(frame[column])[bad.astype(bool)],
                    lambda v, label=label: f"{label} is {v}.",  # type: ignore[misc]
                    fix,
                )
            )
    return answers
