"""E35, freshness: how much of what the map says of groups was looked at lately."""

import pandas as pd

from landscape.analysis.evidence import Evidence, Metric, Picture, places

HALF_A_YEAR = 180


def freshness(picture: Picture) -> Evidence:
    r"""Share of constituencies whose entry was written or checked in the last 180 days.

    .. math:: \frac{|\{c : \text{updated at most 180 days ago}\}|}{|\{c : \text{day recorded}\}|}

    Parameters
    ----------
    picture : Picture
        Its constituencies in scope (`updated_at`, `account_told_on`, `account_checked_on`) and
        legitimacies (`judged_on`) are read.

    Returns
    -------
    Evidence
        Constituencies whose latest day is at most 180 days back, of those with any day. Names:
        the others.

    Notes
    -----
    A constituency's day is the latest on which its entry was written, its account was told or
    checked, or its door was judged. One without any is in neither number.

    References
    ----------
    .. [1] This project's evidence measure E35.
    """
    groups = picture.in_scope
    doors = picture.legitimacy[["constituency_id", "judged_on"]].dropna()
    latest_door = doors.sort_values("judged_on").drop_duplicates("constituency_id", keep="last")
    days = pd.DataFrame(
        {
            "judged": pd.to_datetime(
                latest_door.set_index("constituency_id")["judged_on"].reindex(groups["id"])
            ).to_numpy(),
            **{
                column: pd.to_datetime(groups[column]).to_numpy()
                for column in ("updated_at", "account_told_on", "account_checked_on")
            },
        }
    )
    latest = days.max(axis="columns")
    fresh = picture.within(latest, HALF_A_YEAR)
    stale = groups[(latest.notna() & ~fresh).to_numpy(dtype=bool)]
    return Evidence(
        count=int(fresh.sum()),
        base=int(latest.notna().sum()),
        recorded=int(latest.notna().sum()),
        of=len(groups),
        names=tuple(stale["name"].astype(str)),
        places=places("constituency", stale["id"]),
    )


METRIC = Metric(
    code="E35",
    title="How fresh the map is",
    says="{count} of {base} groups were looked at in the last half year",
    names_say="Longer ago",
    needs="Go through your groups now and then: saving a card dates it.",
    formula="Groups in scope whose card was saved, whose account was told or checked, or whose "
    "door was judged at most 180 days ago, of those with any such day.",
    source="This project's measure E35, designed on public descriptions of systems convening.",
    compute=freshness,
)
