"""E04, checked accounts: which accounts of groups were checked with one of them."""

import pandas as pd

from landscape.analysis.evidence import Evidence, Metric, Picture, places
from landscape.model.days import said_day

TWELVE_MONTHS = 365


def checked_accounts(picture: Picture) -> Evidence:
    r"""Share of accounts of constituencies that were checked with a member within 12 months.

    .. math:: \frac{|\{c : \text{checked with a member in 12 months}\}|}
              {|\{c : \text{account recorded}\}|}

    Parameters
    ----------
    picture : Picture
        Its constituencies in scope are read, with `account` and `account_checked_on`.

    Returns
    -------
    Evidence
        Constituencies whose account was checked, of those with an account. Names: the others,
        with the day where it was longer ago.

    Notes
    -----
    A constituency without an account is in neither number; the recorded share says so. Of an
    account that is there, a check that nobody dated is the finding itself: it counts as unchecked.

    References
    ----------
    .. [1] This project's evidence measure E04.
    """
    groups = picture.in_scope
    told = groups[groups["account"].notna()]
    checked = picture.within(told["account_checked_on"], TWELVE_MONTHS)
    open_ = told[~checked]
    names = [
        str(name) if pd.isna(day) else f"{name} ({said_day(day)})"
        for name, day in zip(open_["name"], open_["account_checked_on"], strict=True)
    ]
    return Evidence(
        count=int(checked.sum()),
        base=len(told),
        recorded=len(told),
        of=len(groups),
        names=tuple(names),
        places=places("constituency", open_["id"]),
    )


METRIC = Metric(
    code="E04",
    title="Accounts checked",
    says="You checked {count} of {base} accounts of groups with one of them in the last 12 months",
    names_say="Not checked, or longer ago",
    needs="Write down what each group says in its own words, and check it with one of them.",
    formula="Groups in scope whose account was checked with a member at most 365 days ago, of "
    "those with an account.",
    source="This project's measure E04, designed on public descriptions of systems convening.",
    compute=checked_accounts,
)
