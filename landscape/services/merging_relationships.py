"""Relationships of two stakeholders who are one: re-pointed, and parallel ones made one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from landscape.model.relationship import depth_of
from landscape.model.scales import DEPTH_WORDS, Basis
from landscape.services.merging_people import joined_notes, united_attributes

Row = dict[str, Any]
Rows = dict[str, Row]

_BASES: Final = (None, Basis.ASSUMED.value, Basis.REPORTED.value, Basis.VALIDATED.value)
_VALUES: Final = ("weight", "status", "trust", "conflict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The relationships and reports at hand, changed in place, and where each one is named.

    `of` holds the relationships of a stakeholder, `naming` the reports that name one, and `about`
    the reports on a relationship.
    """

    relationships: Rows
    reports: Rows
    of: dict[str, Rows]
    naming: dict[str, Rows]
    about: dict[str, Rows]

    def reports_on(self, relationship: Row) -> list[Row]:
        """The reports on one relationship."""
        return list(self.about.get(relationship["id"], {}).values())

    def remove(self, relationship: Row) -> None:
        """Take a relationship out with the reports on it."""
        for report in self.reports_on(relationship):
            del self.reports[report["id"]]
            for id_ in _named(report):
                del self.naming[id_][report["id"]]
        self.about.pop(relationship["id"], None)
        for end in _ends(relationship):
            del self.of[end][relationship["id"]]
        del self.relationships[relationship["id"]]


def told(relationships: Rows, reports: Rows) -> Told:
    """The rows by whom and what they name."""
    found = Told(relationships=relationships, reports=reports, of={}, naming={}, about={})
    for id_, row in relationships.items():
        for end in _ends(row):
            found.of.setdefault(end, {})[id_] = row
    for id_, report in reports.items():
        found.about.setdefault(report["relationship_id"], {})[id_] = report
        for named in _named(report):
            found.naming.setdefault(named, {})[id_] = report
    return found


def repoint(told: Told, kept: str, gone: str, called: str) -> None:
    """Let all that names `gone` name `kept`; parallel relationships become one.

    Those between the two must be gone before. `called` is the name of the one who goes; what
    differs is kept under it.
    """
    reports = told.naming.pop(gone, {})
    for report in reports.values():
        _rename(report, ("source_id", "target_id", "rater_id"), kept, gone)
    told.naming.setdefault(kept, {}).update(reports)
    ours = told.of.setdefault(kept, {})
    before = list(ours.values())
    for row in told.of.pop(gone, {}).values():
        _rename(row, ("source_id", "target_id"), kept, gone)
        ours[row["id"]] = row
        same = _parallel(row, before)
        if same is not None:
            _absorb(told, same, row, called, goes=_way(row, kept, called))
            told.remove(row)
    for row in ours.values():
        row["basis"] = _basis(row, told.reports_on(row))


def between(told: Told, kept: str, gone: str) -> list[Row]:
    """The relationships of the two with each other."""
    return [row for row in told.of.get(kept, {}).values() if _ends(row) == {kept, gone}]


def in_words(relationship: Row, reports: Iterable[Row], names: Mapping[str, str]) -> str:
    """All that is recorded of a relationship that goes, with its reports, as a note."""
    said = [
        f"Was recorded as related: {names[relationship['source_id']]} and "
        f"{names[relationship['target_id']]}{_said(relationship)}."
    ]
    for report in reports:
        who = report["rater"] or names.get(report["rater_id"] or "", "Somebody")
        said.append(f"{who} reported it{_said(report)}.")
    return " ".join(said)


def _said(row: Row) -> str:
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


def _rename(row: Row, columns: Iterable[str], kept: str, gone: str) -> None:
    for column in columns:
        if row[column] == gone:
            row[column] = kept


def _named(report: Row) -> set[str]:
    """The stakeholders that a report names."""
    return {report["source_id"], report["target_id"], report["rater_id"]} - {None}


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


def _absorb(told: Told, kept: Row, gone: Row, called: str, *, goes: str) -> None:
    """Make one relationship of two: all reports moved, depth worked out from them."""
    recorded = [
        row["depth"]
        for row in (kept, gone)
        if row["depth"] is not None
        and all(report["depth"] is None for report in told.reports_on(row))
    ]
    moving = told.about.pop(gone["id"], {})
    for report in moving.values():
        report["relationship_id"] = kept["id"]
    told.about.setdefault(kept["id"], {}).update(moving)
    reported = [report["depth"] for report in told.reports_on(kept) if report["depth"] is not None]
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
