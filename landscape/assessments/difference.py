"""What differs between two versions of an instrument, sentence by sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from landscape.model.instrument import ChangeKind, Dimension, Instrument, Item, LevelMeaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One part that reads otherwise; None where it was not there before, or is no more."""

    part: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What became of an item, a dimension or a level.

    `kind` is None for what was added, and where nobody said what the change means. `words` says
    why. `supersedes` is the item that this one stands for since its meaning changed.
    """

    about: str
    kind: ChangeKind | None
    words: str | None
    parts: tuple[Wording, ...]
    supersedes: str | None = None

    @property
    def added(self) -> bool:
        """Whether it was not there before, nor anything that it stands for."""
        return self.supersedes is None and all(part.before is None for part in self.parts)

    @property
    def compares(self) -> bool:
        """Whether answers before and after say the same thing."""
        return self.kind in (ChangeKind.EDITORIAL, ChangeKind.CLARIFIED)


def differences(old: Instrument, new: Instrument) -> tuple[Difference, ...]:
    """Everything that reads otherwise in `new`, in its order; what was retired comes last."""
    said = {change.about: change for change in new.changes}
    before, after = _parts(old), _parts(new)
    superseding = {item.id: item.supersedes for item in new.items if item.supersedes}
    found = []
    for about in (*after, *(about for about in before if about not in after)):
        if about in superseding.values() and about not in after:
            continue
        earlier = before.get(superseding.get(about, about), {})
        parts = _wordings(earlier, after.get(about, {}))
        if parts:
            change = said.get(about)
            found.append(
                Difference(
                    about=about,
                    kind=change.kind if change else None,
                    words=change.words if change else None,
                    parts=parts,
                    supersedes=superseding.get(about),
                )
            )
    return tuple(found)


def _wordings(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Wording, ...]:
    return tuple(
        Wording(part=part, before=before.get(part), after=after.get(part))
        for part in dict.fromkeys((*before, *after))
        if before.get(part) != after.get(part)
    )


def _parts(instrument: Instrument) -> dict[str, dict[str, str]]:
    """What people read of each level, dimension and item, by what each part is called."""
    parts = {f"level {level.level}": _of_level(level) for level in instrument.levels}
    for dimension in instrument.dimensions:
        parts[dimension.id] = _of_dimension(dimension)
        for item in instrument.items_of(dimension.id):
            parts[item.id] = _of_item(item)
    return parts


def _of_level(level: LevelMeaning) -> dict[str, str]:
    return {"name": level.name, "meaning": level.meaning}


def _of_dimension(dimension: Dimension) -> dict[str, str]:
    return {
        "title": dimension.title,
        **{f"prompt {n}": prompt for n, prompt in enumerate(dimension.prompts, start=1)},
        "first, where it is low": dimension.low,
        "first, where it is in the middle": dimension.middling,
        "look at the map": dimension.on_the_map,
        **({"caution": dimension.caution} if dimension.caution else {}),
    }


def _of_item(item: Item) -> dict[str, str]:
    return {
        "statement": item.statement,
        **{f"sentence {anchor.level}": anchor.text for anchor in item.anchors},
        "first step": item.first_step,
    }
