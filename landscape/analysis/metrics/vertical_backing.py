"""E11, vertical backing: which of those who decide or pay accept us and are in touch with us."""

import numpy as np
import pandas as pd

from landscape.analysis.evidence import Evidence, Metric, Picture, places
from landscape.analysis.metrics.checked_accounts import TWELVE_MONTHS
from landscape.analysis.metrics.legitimacy_cover import ACCEPTED

A_GOOD_PART = 2
NETWORKING = 2


def vertical_backing(picture: Picture) -> Evidence:
    r"""Share of the constituencies that decide or pay which accept us and are in touch with us.

    .. math:: \frac{|\{c : L(c) \ge 3 \wedge \text{depth} \ge 2 \text{ within 12 months}\}|}
              {|\{c : \text{decides} \ge 2 \vee \text{funds} \ge 2\}|}

    Parameters
    ----------
    picture : Picture
        Its constituencies in scope (`decides`, `funds`), legitimacies, stakeholders, memberships
        and live relationships (`depth`, `last_contact`) are read.

    Returns
    -------
    Evidence
        Constituencies that back us, of those that decide or pay for which it can be told. Names:
        those that do not. Recorded: those for which it can be told; of: those that decide or
        pay, and those of which it is not recorded whether they do.

    Notes
    -----
    It cannot be told of a constituency without a rating, nor of one that accepts us and to which
    we have relationships whose depth or last contact is not recorded.

    References
    ----------
    .. [1] This project's evidence measure E11.
    """
    groups = picture.in_scope
    powers = groups[["decides", "funds"]].astype("Float64")
    high = (powers >= A_GOOD_PART).fillna(value=False).any(axis="columns").to_numpy(dtype=bool)
    unknown = ~high & powers.isna().any(axis="columns").to_numpy(dtype=bool)
    above = groups[high]
    best = picture.judgements.groupby("constituency_id")["level"].max()
    level = above["id"].map(best).astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    close, maybe = _in_touch(picture)
    near = above["id"].isin(close).to_numpy(dtype=bool)
    open_ = above["id"].isin(maybe).to_numpy(dtype=bool) & ~near
    backs = (level >= ACCEPTED) & near
    told = ~np.isnan(level) & ~((level >= ACCEPTED) & open_)
    without = above[told & ~backs]
    return Evidence(
        count=int((backs & told).sum()),
        base=int(told.sum()),
        recorded=int(told.sum()),
        of=len(above) + int(unknown.sum()),
        names=tuple(without["name"].astype(str)),
        places=places("constituency", without["id"]),
    )


def _in_touch(picture: Picture) -> tuple[set[str], set[str]]:
    """The constituencies with a close and recent relationship to us, and those that may have."""
    rows = picture.relationship
    ours = [rows[end].isin(picture.team["id"]) for end in ("source_id", "target_id")]
    rows = rows[(ours[0] ^ ours[1]).to_numpy(dtype=bool)]
    other = rows["source_id"].where(rows["target_id"].isin(picture.team["id"]), rows["target_id"])
    deep = (rows["depth"] >= NETWORKING).fillna(value=False).astype(bool)
    recent = picture.within(rows["last_contact"], TWELVE_MONTHS)
    maybe = (deep | rows["depth"].isna()) & (recent | rows["last_contact"].isna())
    return _groups(picture, other[deep & recent]), _groups(picture, other[maybe])


def _groups(picture: Picture, people: pd.Series) -> set[str]:
    belongs = picture.belongs
    return set(belongs.loc[belongs["who"].isin(people), "where"].astype(str))


METRIC = Metric(
    code="E11",
    title="Backing up the line",
    says="{count} of {base} groups that decide or pay accept you and were in touch this year",
    names_say="Not yet",
    needs="Record who decides and who pays, how each takes you, and when you were last in touch.",
    formula="Groups in scope that decide or pay a good part (2 or 3), where somebody of you is at "
    "level 3 or higher and has a relationship of depth 2 or more with contact in the last 365 "
    "days, of those for which all of it is recorded.",
    source="This project's measure E11, designed on public descriptions of systems convening.",
    compute=vertical_backing,
)
