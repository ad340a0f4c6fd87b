"""E24, the power picture: for which groups deciding, blocking, paying and bearing are recorded."""

from landscape.analysis.evidence import Evidence, Metric, Picture, places

POWERS = ["decides", "blocks", "funds", "affected"]


def power_picture(picture: Picture) -> Evidence:
    r"""Share of constituencies with decides, blocks, funds and affected all recorded.

    .. math:: \frac{|\{c : \text{all four recorded}\}|}{|C|}

    Parameters
    ----------
    picture : Picture
        Its constituencies in scope are read.

    Returns
    -------
    Evidence
        Constituencies with all four, of all in scope. Names: those without.

    Notes
    -----
    It measures recording itself, so everything counts as recorded. A stated 0 is recorded.

    References
    ----------
    .. [1] This project's evidence measure E24.
    """
    groups = picture.in_scope
    whole = groups[POWERS].notna().all(axis="columns")
    return Evidence(
        count=int(whole.sum()),
        base=len(groups),
        recorded=len(groups),
        of=len(groups),
        names=tuple(groups.loc[~whole, "name"].astype(str)),
        places=places("constituency", groups.loc[~whole, "id"]),
    )


METRIC = Metric(
    code="E24",
    title="The power picture",
    says="For {count} of {base} groups it is recorded who decides, blocks, pays and bears it",
    names_say="Not recorded for",
    needs="Add your groups.",
    formula="Groups in scope with decides, blocks, funds and affected all recorded, of all "
    "in scope.",
    source="This project's measure E24, designed on public descriptions of systems convening.",
    compute=power_picture,
)
