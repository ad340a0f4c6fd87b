"""E14, boundaries described: which say what they protect and what they cost."""

from landscape.analysis.evidence import Evidence, Metric, Picture, places


def boundaries_described(picture: Picture) -> Evidence:
    r"""Share of boundaries with two sides, what they protect and what they cost.

    .. math:: \frac{|\{b : \text{both sides, protects and costs filled}\}|}{|B|}

    Parameters
    ----------
    picture : Picture
        Its boundaries and sides are read.

    Returns
    -------
    Evidence
        Boundaries described, of all. Names: those that are not. Also how many have a stance.

    Notes
    -----
    Here what is not written is the finding itself, so everything counts as recorded.

    References
    ----------
    .. [1] This project's evidence measure E14.
    """
    boundary = picture.boundary
    counted = picture.sides.groupby("boundary_id")["side"].nunique()
    two = boundary["id"].map(counted).fillna(0) >= 2
    described = two & boundary["protects"].notna() & boundary["costs"].notna()
    decided = int((boundary["stance"] != "undecided").sum())
    return Evidence(
        count=int(described.sum()),
        base=len(boundary),
        recorded=len(boundary),
        of=len(boundary),
        names=tuple(boundary.loc[~described, "name"].astype(str)),
        places=places("boundary", boundary.loc[~described, "id"]),
        also=(f"You have decided what to do about {decided} of {len(boundary)}.",),
    )


METRIC = Metric(
    code="E14",
    title="Boundaries described",
    says="{count} of {base} boundaries say what they protect and what they cost",
    names_say="Not described from both sides",
    needs="Describe your boundaries: what each protects, and what it costs.",
    formula="Boundaries with at least two sides, with what they protect and what they cost, "
    "of all.",
    source="This project's measure E14, designed on public descriptions of systems convening.",
    compute=boundaries_described,
)
