"""E02, others' hand in the map: which groups somebody outside the team added or confirmed."""

import pandas as pd

from landscape.analysis.evidence import Evidence, Metric, Picture, places

# How entries made by the team itself are signed, besides the names of its members.
OURSELVES = frozenset({"local", "us", "self"})


def others_hand(picture: Picture) -> Evidence:
    r"""Share of constituencies that somebody outside the team added or confirmed.

    .. math:: \frac{|\{c : \text{added or confirmed by someone} \notin T\}|}
              {|\{c : \text{recorded who}\}|}

    Parameters
    ----------
    picture : Picture
        Its constituencies in scope (`added_by`), stakeholders, memberships and reports are read.

    Returns
    -------
    Evidence
        Constituencies with another's hand in them, of those for which it is recorded whose hand.
        Names: those that are only ours.

    Notes
    -----
    A report about a stakeholder of a constituency, by somebody who is not on the team, confirms
    it. A constituency for which nobody is named, neither as having added it nor as having
    reported on it, is in neither number; the recorded share says so.

    References
    ----------
    .. [1] This project's evidence measure E02.
    """
    groups = picture.in_scope
    team = picture.team
    ours = {
        *OURSELVES,
        *team["name"].str.strip().str.casefold(),
        *team["id"].str.casefold(),
    }
    signed = groups["added_by"].notna()
    by_others = signed & ~groups["added_by"].str.strip().str.casefold().isin(ours).astype(bool)
    confirmed = groups["id"].isin(_reported_by_others(picture, ours))
    recorded = (signed | confirmed).to_numpy(dtype=bool)
    others = (by_others | confirmed).to_numpy(dtype=bool)
    ours_only = groups[recorded & ~others]
    return Evidence(
        count=int(others.sum()),
        base=int(recorded.sum()),
        recorded=int(recorded.sum()),
        of=len(groups),
        names=tuple(ours_only["name"].astype(str)),
        places=places("constituency", ours_only["id"]),
    )


def _reported_by_others(picture: Picture, ours: set[str]) -> set[str]:
    """The constituencies that reports by people outside the team are about."""
    report = picture.report
    by = report["rater_id"].astype("object").where(report["rater_id"].notna(), report["rater"])
    raters = [one for one in by.dropna().unique() if str(one).strip().casefold() not in ours]
    told = report[by.isin(raters).to_numpy(dtype=bool)]
    people = pd.concat([told["source_id"], told["target_id"]]).unique()
    belongs = picture.belongs
    return set(belongs.loc[belongs["who"].isin(people), "where"].astype(str))


METRIC = Metric(
    code="E02",
    title="Others' hand in the map",
    says="{count} of {base} groups were added or confirmed by somebody outside your team",
    names_say="Only your team has said so of",
    needs="Note on each group's card who added or confirmed it, or ask others whom they work with.",
    formula="Groups in scope that somebody outside the team added, confirmed or reported on, of "
    "those for which it is recorded who did.",
    source="This project's measure E02, designed on public descriptions of systems convening.",
    compute=others_hand,
)
