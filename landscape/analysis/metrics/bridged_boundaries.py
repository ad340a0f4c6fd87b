"""E15, bridged boundaries: across which of them at least two relationships run."""

from landscape.analysis.boundaries import Silence, crossings, sides_of
from landscape.analysis.evidence import Evidence, Metric, Picture, places

BRIDGED = 2


def bridged_boundaries(picture: Picture) -> Evidence:
    r"""Share of boundaries with at least two live relationships across them.

    .. math:: \frac{|\{b : |X(b)| \ge 2\}|}{|B|}, \quad
              X(b) = \{r \in R^* : \text{ends on different sides of } b\}

    Parameters
    ----------
    picture : Picture
        Its boundaries, sides, stakeholders and live relationships are read.

    Returns
    -------
    Evidence
        Boundaries bridged, of those with at least two sides. Names: those that are not, each with
        what the zero means. Also for each boundary how many cross, of how many possible pairs.

    Notes
    -----
    A boundary with fewer than two sides, or across which nothing is reported because nobody was
    asked, is not in the base; the recorded share says so.

    References
    ----------
    .. [1] This project's evidence measure E15.
    """
    bridged = base = 0
    names, also = [], []
    unbridged: list[str] = []
    for boundary_id, name in zip(picture.boundary["id"], picture.boundary["name"], strict=True):
        counted = crossings(
            picture.stakeholder, picture.relationship, sides_of(picture.sides, str(boundary_id))
        )
        if len(counted.sides) < 2:
            continue
        across = counted.crossing
        if not across and not counted.silences(Silence.NONE_REPORTED):
            names.append(f"{name} (not asked)")
            unbridged.append(str(boundary_id))
            continue
        base += 1
        bridged += across >= BRIDGED
        also.append(f"{name}: {across} across, {counted.density:.1%} of possible pairs joined.")
        if across < BRIDGED:
            names.append(f"{name} ({'1 relationship' if across else 'none reported'})")
            unbridged.append(str(boundary_id))
    return Evidence(
        count=bridged,
        base=base,
        recorded=base,
        of=len(picture.boundary),
        names=tuple(names),
        places=places("boundary", unbridged),
        also=tuple(also),
    )


METRIC = Metric(
    code="E15",
    title="Boundaries people reach across",
    says="{count} of {base} boundaries have at least two relationships across them",
    names_say="Not bridged",
    needs="Put groups on the sides of your boundaries, and ask both sides whom they work with.",
    formula="Boundaries with at least two live relationships whose ends are on different sides, of "
    "those with two sides where somebody answered.",
    source="This project's measure E15, designed on public descriptions of systems convening.",
    compute=bridged_boundaries,
)
