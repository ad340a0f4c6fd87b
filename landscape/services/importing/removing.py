"""What is on the map and no longer in the files, and taking it out where that was asked for."""

from collections.abc import Collection, Mapping
from typing import Final

import pandas as pd

from landscape.services.importing import summing
from landscape.services.importing.among import among
from landscape.services.importing.changes import ABSENT, nobody
from landscape.services.importing.onmap import OnMap
from landscape.services.removal import without

_REPORT: Final = "report"


def absent(
    on_map: OnMap,
    named: Collection[str],
    present: pd.Index,
    silent: pd.Index,
    *,
    people: bool,
    relationships: bool,
) -> pd.DataFrame:
    """What of the map the files do not name, with the columns of ABSENT.

    `named` are ids of stakeholders, `present` of relationships; `silent` are reports about the
    latter that the files do not hold. `people` and `relationships` say whether the files list
    any: a list of relationships says nothing of who is a stakeholder, and the other way round.
    """
    found = [nobody()]
    if people and not on_map.stakeholder.empty:
        gone = on_map.stakeholder[~among(on_map.stakeholder["id"], list(named))]
        found.append(_rows("stakeholder", gone["id"], gone["name"]))
    if relationships and not on_map.relationship.empty:
        called = on_map.stakeholder.set_index("id")["name"]
        gone = on_map.relationship[~among(on_map.relationship["id"], present)]
        found.append(_rows("relationship", gone["id"], summing.pairs(gone, called)))
        if len(silent):
            gone = on_map.report[among(on_map.report["id"], silent)]
            found.append(_rows(_REPORT, gone["id"], summing.pairs(gone, called)))
    return pd.concat(found, ignore_index=True)


def _rows(table: str, ids: pd.Series, names: pd.Series) -> pd.DataFrame:
    frame = pd.DataFrame({"id": ids.astype("str"), "name": names.astype("str")})
    return frame.assign(table=table).astype({"table": "str"})[list(ABSENT)]


def taking_out(
    on_map: OnMap, gone: pd.DataFrame, put: Mapping[str, pd.DataFrame]
) -> tuple[dict[str, list[str]], dict[str, pd.DataFrame]]:
    """What to remove, and `put` without what is removed, for the rows of `absent`."""
    ids = {str(table): list(rows["id"]) for table, rows in gone.groupby("table")}
    remove, left = without(on_map, ids.get("stakeholder", []))
    relationships = {*remove["relationship"], *ids.get("relationship", [])}
    reports = {*remove[_REPORT], *ids.get(_REPORT, [])}
    if not on_map.report.empty:
        about = among(on_map.report["relationship_id"], list(relationships))
        reports |= set(on_map.report.loc[about, "id"])
    remove |= {"relationship": sorted(relationships), _REPORT: sorted(reports)}
    kept = dict(put)
    for table, rows in left.items():
        stays = rows[~among(rows["id"], remove[table])] if len(rows) else rows
        coming = kept.get(table)
        if coming is not None and len(stays):
            stays = stays[~among(stays["id"], coming["id"])]
            stays = pd.concat([coming, stays.reindex(columns=coming.columns)], ignore_index=True)
        if len(stays):
            kept[table] = stays
    return {table: ids for table, ids in remove.items() if ids}, kept
