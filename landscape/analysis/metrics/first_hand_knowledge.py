"""E03, first-hand knowledge: which groups we know by having been there or talked with them."""

from landscape.analysis.evidence import Evidence, Metric, Picture, places
from landscape.model.scales import KnowledgeBasis

FIRST_HAND = (
    KnowledgeBasis.DIRECT.value,
    KnowledgeBasis.TIME_SPENT.value,
    KnowledgeBasis.MEMBER.value,
)


def first_hand_knowledge(picture: Picture) -> Evidence:
    r"""Share of constituencies that the team knows at first hand.

    .. math:: \frac{|\{c : \text{basis}(c) \in \{\text{direct, time spent, member}\}\}|}
              {|\{c : \text{basis}(c) \text{ recorded}\}|}

    Parameters
    ----------
    picture : Picture
        Its constituencies in scope are read, with `knowledge_basis` and `stake`.

    Returns
    -------
    Evidence
        Constituencies known at first hand, of those with a recorded basis. Names: those known
        otherwise. Also the same weighted by stake, where stake is recorded for all of them.

    Notes
    -----
    A constituency without a recorded basis is in neither number; the recorded share says so.

    References
    ----------
    .. [1] This project's evidence measure E03.
    """
    groups = picture.in_scope
    known = groups[groups["knowledge_basis"].notna()]
    first_hand = known["knowledge_basis"].isin(FIRST_HAND)
    also: tuple[str, ...] = ()
    if len(known) and known["stake"].notna().all():
        weight = known["stake"].astype("int64")
        also = (f"Weighted by stake: {weight[first_hand].sum()} of {weight.sum()}.",)
    return Evidence(
        count=int(first_hand.sum()),
        base=len(known),
        recorded=len(known),
        of=len(groups),
        names=tuple(known.loc[~first_hand, "name"].astype(str)),
        places=places("constituency", known.loc[~first_hand, "id"]),
        also=also,
    )


METRIC = Metric(
    code="E03",
    title="Known at first hand",
    says="You know {count} of {base} groups from talking with them, time there or belonging",
    names_say="Known from documents, from others or not at all",
    needs="Record what your knowledge of each group rests on.",
    formula="Groups in scope whose knowledge basis is direct conversation, time spent there or "
    "member, of those with a recorded basis.",
    source="This project's measure E03, designed on public descriptions of systems convening.",
    compute=first_hand_knowledge,
)
