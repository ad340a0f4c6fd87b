"""Small frames with the store's column types, written by hand."""

import json
from collections.abc import Mapping, Sequence

import pandas as pd

RELATIONSHIP = ("id", "source_id", "target_id", "kind", "depth", "status", "basis", "last_contact")
STAKEHOLDER = (
    "id", "name", "constituency_id", "level", "roles", "on_team", "location_note", "asked",
    "ordinal",
)  # fmt: skip
CONSTITUENCY = (
    "id", "name", "level", "in_scope", "roles", "stake", "affected", "decides", "blocks", "funds",
    "identification", "knowledge_basis", "account", "account_told_on", "account_checked_on",
    "added_by", "updated_at", "ordinal",
)  # fmt: skip
_NUMBERS = {
    "depth", "stake", "affected", "decides", "blocks", "funds", "identification", "ordinal"
}  # fmt: skip
_LEGITIMACY = (
    "id", "team_member_id", "constituency_id", "level", "basis", "judged_by", "judged_on"
)  # fmt: skip
_DAYS = {"last_contact", "account_told_on", "account_checked_on", "updated_at", "judged_on"}
_MEMBERSHIP = ("id", "stakeholder_id", "constituency_id", "role", "centrality")
_REPORT = ("id", "source_id", "target_id", "rater", "rater_id")
_BOUNDARY = ("id", "name", "protects", "costs", "stance", "ordinal")


def frame(columns: Sequence[str], rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    made = pd.DataFrame(
        [{column: row.get(column) for column in columns} for row in rows], columns=list(columns)
    )
    for column in columns:
        if column in _NUMBERS or (column == "level" and "team_member_id" in columns):
            made[column] = made[column].astype("Int64")
        elif column in ("in_scope", "on_team"):
            made[column] = made[column].astype("boolean")
        elif column in _DAYS:
            made[column] = pd.to_datetime(made[column])
        else:
            made[column] = made[column].astype("str")
    return made


def stakeholders(rows: Mapping[str, Mapping[str, object]] | Sequence[str]) -> pd.DataFrame:
    """One row an id; the name is the id in capitals unless it is given."""
    given = rows if isinstance(rows, Mapping) else {name: {} for name in rows}
    return frame(
        STAKEHOLDER,
        [
            {
                "id": key,
                "name": key.upper(),
                "on_team": False,
                "ordinal": at,
                **row,
                "roles": _json(row),
            }
            for at, (key, row) in enumerate(given.items())
        ],
    )


def constituencies(rows: Mapping[str, Mapping[str, object]]) -> pd.DataFrame:
    """One row an id; the name is the id with a capital unless it is given."""
    return frame(
        CONSTITUENCY,
        [
            {
                "id": key,
                "name": key.title(),
                "in_scope": True,
                "ordinal": at,
                **row,
                "roles": _json(row),
            }
            for at, (key, row) in enumerate(rows.items())
        ],
    )


def relationships(ends: Sequence[str], **columns: Sequence[object]) -> pd.DataFrame:
    """One row for each pair of ids such as "a b", with further columns in the same order."""
    rows = []
    for at, pair in enumerate(ends):
        source, target = pair.split()
        more = {name: values[at] for name, values in columns.items()}
        rows.append({"id": f"r{at}", "source_id": source, "target_id": target, **more})
    return frame(RELATIONSHIP, rows)


def legitimacies(
    rows: Sequence[tuple[str | None, str, int | None]], **columns: Sequence[object]
) -> pd.DataFrame:
    """One row for each team member (None: the team), constituency and level.

    Further columns are in the same order.
    """
    return frame(
        _LEGITIMACY,
        [
            {
                "id": f"l{at}",
                "team_member_id": who,
                "constituency_id": where,
                "level": level,
                **{name: values[at] for name, values in columns.items()},
            }
            for at, (who, where, level) in enumerate(rows)
        ],
    )


def memberships(pairs: Sequence[str]) -> pd.DataFrame:
    """One row for "who where", or for "who where centrality"."""
    rows = []
    for pair in pairs:
        who, where, *how = pair.split()
        rows.append(
            {
                "id": f"{who}/{where}",
                "stakeholder_id": who,
                "constituency_id": where,
                "centrality": how[0] if how else None,
            }
        )
    return frame(_MEMBERSHIP, rows)


def reports(rows: Sequence[tuple[str, str | None, str | None]]) -> pd.DataFrame:
    """One row for each "source target", name of the rater and id of the rater."""
    return frame(
        _REPORT,
        [
            {
                "id": f"p{at}",
                "source_id": ends.split()[0],
                "target_id": ends.split()[1],
                "rater": rater,
                "rater_id": rater_id,
            }
            for at, (ends, rater, rater_id) in enumerate(rows)
        ],
    )


def boundaries(rows: Mapping[str, Mapping[str, object]]) -> pd.DataFrame:
    """One row an id; the name is the id with a capital unless it is given."""
    return frame(
        _BOUNDARY,
        [
            {"id": key, "name": key.title(), "stance": "undecided", "ordinal": at, **row}
            for at, (key, row) in enumerate(rows.items())
        ],
    )


def sides(rows: Mapping[str, Mapping[str, str]]) -> pd.DataFrame:
    """From boundary to stakeholder to side, as in a snapshot."""
    found = [
        (boundary, stakeholder, side)
        for boundary, placed in rows.items()
        for stakeholder, side in placed.items()
    ]
    return pd.DataFrame(found, columns=["boundary_id", "stakeholder_id", "side"], dtype="str")


def _json(row: Mapping[str, object]) -> str | None:
    return json.dumps(row["roles"]) if row.get("roles") is not None else None
