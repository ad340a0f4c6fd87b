"""Two people changed the same row: what each of them said, field by field, and both together."""

from collections.abc import Mapping
from dataclasses import dataclass

from landscape.services.checks import is_same


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that at least one of two people changed: as it was, theirs, and mine."""

    column: str
    was: object
    theirs: object
    mine: object

    @property
    def is_contested(self) -> bool:
        """Whether both changed it, and not to the same."""
        values = ((self.was, self.theirs), (self.was, self.mine), (self.theirs, self.mine))
        return not any(is_same(one, other) for one, other in values)


def differences(
    seen: Mapping[str, object], theirs: Mapping[str, object], mine: Mapping[str, object]
) -> tuple[Difference, ...]:
    """The fields of `seen` that either of two changed, contested ones first."""
    found = [
        Difference(column=column, was=was, theirs=theirs.get(column), mine=mine.get(column))
        for column, was in seen.items()
        if not (is_same(was, theirs.get(column)) and is_same(was, mine.get(column)))
    ]
    return tuple(sorted(found, key=lambda one: not one.is_contested))


def merged(
    seen: Mapping[str, object], theirs: Mapping[str, object], mine: Mapping[str, object]
) -> dict[str, object]:
    """Their row with what I changed in it; what I left as it was stays theirs."""
    changed = {
        column: mine.get(column)
        for column, was in seen.items()
        if not is_same(was, mine.get(column))
    }
    return {**theirs, **changed}
