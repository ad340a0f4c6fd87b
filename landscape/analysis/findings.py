"""What the crossings of a boundary say, in sentences with counts; side names are plain text."""

from collections.abc import Sequence

import numpy as np

from landscape.analysis.boundaries import Crossings, Silence


def headline(crossings: Crossings) -> str:
    """The finding in one sentence: how many reach across, and who was not asked."""
    if not crossings.sides:
        return "Nobody stands on a side of this boundary yet."
    if len(crossings.sides) == 1:
        return f"Everybody placed so far stands on one side: {crossings.sides[0]}."
    unheard = _unheard(crossings)
    reach = _reach(crossings)
    return f"{unheard}; {reach[0].lower()}{reach[1:]}." if unheard else f"{reach}."


def details(crossings: Crossings) -> tuple[str, ...]:
    """Further sentences: between which sides nothing is reported, and where nobody was asked."""
    said = []
    for kind, before in (
        (Silence.NONE_REPORTED, "No relationship is reported between"),
        (Silence.NOT_ASKED, "Nobody was asked about relationships between"),
    ):
        quiet = crossings.silences(kind)
        if quiet:
            named = [f"{near} and {far}" for near, far in quiet[:3]]
            more = f"; and {_count(len(quiet) - 3, 'more pair')} of sides" if len(quiet) > 3 else ""
            said.append(f"{before} {'; '.join(named)}{more}.")
    if crossings.unplaced:
        said.append(
            f"{_count(crossings.unplaced, 'relationship')} left out: an end stands on no side."
        )
    return tuple(said)


def where_most(crossings: Crossings) -> str:
    """Where most relationships run, and where most of those that cross do."""
    counts = np.triu(crossings.relationships)
    if not counts.any():
        return "No relationship runs between any of the sides, as far as is recorded."
    row, column = np.unravel_index(counts.argmax(), counts.shape)
    most = int(counts[row, column])
    near, far = crossings.sides[int(row)], crossings.sides[int(column)]
    if row != column:
        return f"Most run between {near} and {far}: {most:,}."
    across = np.triu(crossings.relationships, k=1)
    said = f"Most run within {near}: {most:,}."
    if not across.any():
        return said + " None runs across."
    row, column = np.unravel_index(across.argmax(), across.shape)
    near, far = crossings.sides[int(row)], crossings.sides[int(column)]
    return f"{said} Across, most run between {near} and {far}: {int(across[row, column]):,}."


def _reach(crossings: Crossings) -> str:
    every = crossings.crossing + crossings.staying
    if not every:
        return "No relationship is recorded between those placed"
    verb = "reaches" if crossings.crossing == 1 else "reach"
    if not crossings.crossing:
        return f"None of {_count(every, 'relationship')} reaches across"
    return f"{crossings.crossing} of {_count(every, 'relationship')} {verb} across"


def _unheard(crossings: Crossings) -> str:
    """Who was not heard: the sides from which nobody answered, where others did."""
    response = crossings.response
    if not response["answered"].sum():
        return "It is not recorded that anyone was asked"
    silent = response[response["answered"] == 0]
    asked = [str(side) for side in silent.index[silent["asked"] > 0]]
    not_asked = [str(side) for side in silent.index[silent["asked"] == 0]]
    parts = []
    if not_asked:
        parts.append(f"No one from {listed(not_asked, 'or')} was asked")
    if asked:
        start = "no one" if parts else "No one"
        parts.append(f"{start} from {listed(asked, 'or')} answered")
    return ", ".join(parts)


def listed(names: Sequence[str], word: str = "and", *, most: int = 3) -> str:
    """Names as people list them, the rest counted: "A, B and 4 more"."""
    shown = list(names) if len(names) <= most + 1 else [*names[:most], f"{len(names) - most} more"]
    if len(shown) > 1 and len(shown) != len(names):
        word = "and"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {word} {shown[-1]}"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
