"""Of what an anonymous round gives out: what people wrote, in the order of the alphabet."""

from collections.abc import Sequence
from typing import Any

from landscape.analysis.release_people import Cells, Person
from landscape.model.assessment import LEAST_CHANGE


def comment_cells(
    people: Sequence[Person], earlier: Cells | None, *, threshold: int, number: int
) -> dict[str, Any]:
    """Texts by what they are about where enough people wrote, and the others pooled.

    A text that was pooled once stays there: taken out later, it would tell what the pooled one was
    about.
    """
    before = earlier or {"about": {}, "pooled": None}
    pooled = before["pooled"]
    wrote: dict[str, list[Person]] = {}
    for person in people:
        for about in person.comments:
            wrote.setdefault(about, []).append(person)
    shown: dict[str, Any] = {}
    for about, writers in sorted(wrote.items()):
        was_pooled = pooled is not None and any(one.came <= pooled["release"] for one in writers)
        if about not in before["about"] and (len(writers) < threshold or was_pooled):
            continue
        shown[about] = _cell(writers, [about], before["about"].get(about), number)
    rest = sorted(set(wrote) - set(shown))
    remaining = [person for person in people if any(about in person.comments for about in rest)]
    if pooled is not None or len(remaining) >= threshold:
        pooled = _cell(remaining, rest, pooled, number)
    return {"about": {**before["about"], **shown}, "pooled": pooled}


def _cell(
    writers: Sequence[Person],
    abouts: Sequence[str],
    earlier: Cells | None,
    number: int,
) -> dict[str, Any]:
    if earlier is not None:
        fresh = sum(person.came > earlier["release"] for person in writers)
        if fresh < LEAST_CHANGE:
            return dict(earlier)
    texts = [
        text for person in writers for about in abouts for text in person.comments.get(about, ())
    ]
    return {"release": number, "texts": sorted(texts)}
