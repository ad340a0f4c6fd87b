"""Relationships of two stakeholders who are one: re-pointed, and parallel ones made one."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from landscape.model.relationship import depth_of
from landscape.model.scales import DEPTH_WORDS, Basis
from landscape.services.merging_people import joined_notes, united_attributes

Row = dict[str, Any]
Rows = dict[str, Row]

_BASES: Final = (None, Basis.ASSUMED.value, Basis.REPORTED.value, Basis.VALIDATED.value)
_VALUES: Final = ("weight", "status", "trust", "conflict")


def repoint(relationships: Rows, reports: Rows, kept: str, gone: str, called: str) -> None:
    """Let all that names `gone` name `kept`, in place; parallel relationships become one.

    Those between the two must be gone before. `called` is the name of the one who goes; what
    differs is kept under it.
    """
    for report in reports.values():
        for column in ("source_id", "target_id", "rater_id"):
            if report[column] == gone:
                report[column] = kept
    theirs = [row for row in relationships.values() if gone in _ends(row)]
    ours = [row for row in relationships.values() if kept in _ends(row) and gone not in _ends(row)]
    for row in theirs:
        for column in ("source_id", "target_id"):
            if row[column] == gone:
                row[column] = kept
        same = _parallel(row, ours)
        if same is not None:
            _absorb(same, row, reports, called, goes=_way(row, kept, called))
            del relationships[row["id"]]
    about = _by_relationship(reports.values())
    for row in relationships.values():
        if kept in _ends(row):
            row["basis"] = _basis(row, about.get(row["id"], ()))


def between(relationships: Rows, kept: str, gone: str) -> list[Row]:
    """The relationships of the two with each other."""
    return [row for row in relationships.values() if _ends(row) == {kept, gone}]


def in_words(relationship: Row, reports: Iterable[Row], names: Mapping[str, str]) -> str:
    """All that is recorded of a relationship that goes, with its reports, as a note."""
    said = [
        f"Was recorded as related: {names[relationship['source_id']]} and "
        f"{names[relationship['target_id']]}{_told(relationship)}."
    ]
    for report in reports:
        who = report["rater"] or names.get(report["rater_id"] or "", "Somebody")
        said.append(f"{who} reported it{_told(report)}.")
    return " ".join(said)


def _told(row: Row) -> str:
    """What a relationship or a report says, each value after its name."""
    told = []
    for column in (
        "kind", "depth", "weight", "status", "basis", "trust", "conflict", "last_contact",
        "reported_on", "note", "attributes",
    ):  # fmt: skip
        value = row.get(column)
        if value is None or value == "{}":
            continue
        shown = DEPTH_WORDS[value] if column == "depth" else value
        told.append(f"{column.replace('_', ' ')} {shown}")
    return f" ({'; '.join(told)})" if told else ""


def _ends(row: Row) -> set[str]:
    return {row["source_id"], row["target_id"]}


def _parallel(row: Row, ours: Iterable[Row]) -> Row | None:
    """The relationship of the same pair and kind; two that go opposite ways are two."""
    for other in ours:
        opposite = row["directed"] and other["directed"] and row["source_id"] != other["source_id"]
        if _ends(other) == _ends(row) and _kind(other) == _kind(row) and not opposite:
            return other
    return None


def _kind(row: Row) -> str:
    return str(row["kind"] or "").strip().casefold()


def _way(row: Row, here: str, called: str) -> str:
    """Which way a relationship goes, seen from the one who is called so."""
    if not row["directed"]:
        return "both ways"
    return f"one way, from {called}" if row["source_id"] == here else f"one way, to {called}"


def _absorb(kept: Row, gone: Row, reports: Rows, called: str, *, goes: str) -> None:
    """Make one relationship of two: all reports moved, depth worked out from them."""
    about = _by_relationship(reports.values())
    recorded = [
        row["depth"]
        for row in (kept, gone)
        if row["depth"] is not None
        and not any(report["depth"] is not None for report in about.get(row["id"], ()))
    ]
    for report in about.get(gone["id"], ()):
        report["relationship_id"] = kept["id"]
    reported = [
        report["depth"]
        for row in (kept, gone)
        for report in about.get(row["id"], ())
        if report["depth"] is not None
    ]
    depth = depth_of(reported) if reported else next(iter(recorded), None)
    aside = dict.fromkeys(DEPTH_WORDS[other] for other in recorded if other != depth)
    kept["depth"] = depth
    kept["basis"] = max(kept["basis"], gone["basis"], key=_BASES.index)
    differing = {
        column: gone[column]
        for column in _VALUES
        if gone[column] is not None and kept[column] not in (None, gone[column])
    }
    for column in _VALUES:
        kept[column] = gone[column] if kept[column] is None else kept[column]
    contacts = [row["last_contact"] for row in (kept, gone) if row["last_contact"] is not None]
    kept["last_contact"] = max(contacts, default=None)
    kept["attributes"] = united_attributes(kept, gone, called)
    kept["note"] = joined_notes(kept["note"], gone["note"])
    said = [f"{column} {value} ({called})" for column, value in differing.items()]
    said += [goes] if bool(kept["directed"]) != bool(gone["directed"]) else []
    said += [f"depth {word}, without a report" for word in aside]
    if said:
        kept["note"] = joined_notes(kept["note"], f"Recorded too: {'; '.join(said)}.")


def _basis(row: Row, reports: Iterable[Row]) -> str | None:
    """What it rests on by its reports, and never on less than was recorded."""
    raters = {report["rater_id"] for report in reports} & _ends(row)
    told = {2: Basis.VALIDATED.value, 1: Basis.REPORTED.value}.get(len(raters))
    stronger: str | None = max(row["basis"], told, key=_BASES.index)
    return stronger


def _by_relationship(reports: Iterable[Row]) -> dict[str, list[Row]]:
    about: dict[str, list[Row]] = {}
    for report in reports:
        about.setdefault(report["relationship_id"], []).append(report)
    return about
