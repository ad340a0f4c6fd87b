"""Random anonymous rounds of people who come in up to three sittings, around the thresholds."""

from random import Random

from landscape.analysis.release_people import Person
from landscape.analysis.scoring import Said
from landscape.model.instrument import (
    Anchor,
    Dimension,
    Instrument,
    Item,
    LevelMeaning,
    OffScaleAnswer,
    Source,
)
from landscape.model.scales import OffScale

# D1 has one item, as all dimensions in the quick form; D2 has several.
ITEMS = {"D1": ("D1.1",), "D2": ("D2.1", "D2.2", "D2.3")}
CODES = (OffScale.CANT_SAY, OffScale.NOT_APPLICABLE, OffScale.NO_ANSWER)
GROUPS = ("Farmers", "Media", "Town hall", None)


def small_instrument():
    def item(id_, dimension):
        anchors = tuple(Anchor(level=n, text=f"{id_} at level {n}") for n in range(1, 6))
        return Item(
            id=id_, dimension_id=dimension, statement=f"Statement {id_}", anchors=anchors,
            sources=("SEED",), evidence=(), quick=id_.endswith(".1"), first_step="Ask somebody.",
        )  # fmt: skip

    def dimension(id_):
        return Dimension(
            id=id_, title=f"Dimension {id_}", group="Seeing", area="Landscape", sources=("SEED",),
            prompts=("What do you see?",), low="Begin.", middling="Go on.", on_the_map="Look.",
        )  # fmt: skip

    return Instrument(
        id="small", version=1, language="en", title="Small", name="A small one",
        honest="It is small.", closing_question="What did we forget?", first_steps_order=(),
        levels=tuple(LevelMeaning(level=n, name=f"L{n}", meaning=f"M{n}") for n in range(1, 6)),
        off_scale=tuple(
            OffScaleAnswer(code=code, name=code.value, meaning=code.value, needs_reason=False)
            for code in OffScale
        ),
        sources={"SEED": Source(key="SEED", title="A text", address="https://example.org")},
        dimensions=tuple(dimension(id_) for id_ in ITEMS),
        items=tuple(item(id_, dim) for dim, ids in ITEMS.items() for id_ in ids),
        digest="0" * 64,
    )  # fmt: skip


def random_person(draw, name, *, answers, comments, targets, groups):
    said, wrote = {}, {}
    for dimension, ids in ITEMS.items():
        for item in ids:
            if draw.random() < answers:
                on_scale = draw.random() < 0.85
                level = draw.randint(1, 5) if on_scale else None
                code = None if on_scale else draw.choice(CODES)
                target = draw.randint(1, 5) if draw.random() < targets else None
                said[item] = Said(name, item, level, code, None, target)
        if draw.random() < comments:
            wrote[dimension] = (f"{name} on {dimension}",)
    if not said:
        said["D1.1"] = Said(name, "D1.1", 3, None, None, None)
    return Person(draw.choice(groups), 0, said, wrote)


def random_round(seed):
    """The threshold, the people of each sitting, and in which one the room saw D1.1, if in any."""
    draw = Random(seed)
    chances = {
        "answers": draw.choice((0.5, 0.8, 0.95)),
        "comments": draw.choice((0.1, 0.4, 0.8)),
        "targets": draw.choice((0.2, 0.7)),
    }
    threshold = draw.choice((3, 4, 5, 5))
    groups = draw.choice((GROUPS, GROUPS[:2], GROUPS[:3], (None, "Media"), ("Media",) * 3 + GROUPS))
    sittings, name = [], 0
    for most in (threshold * 3, 8, 6)[: draw.randint(1, 3)]:
        # In some sittings only one group comes.
        here = (draw.choice(groups),) if draw.random() < 0.25 else groups
        sitting = []
        for _ in range(draw.randint(max(0, most - 7), most)):
            name += 1
            sitting.append(random_person(draw, f"p{name}", groups=here, **chances))
        sittings.append(sitting)
    room = draw.randrange(len(sittings)) if draw.random() < 0.3 else None
    return threshold, sittings, room


def in_the_room(seed, people, threshold, came_out):
    """Who had answered D1.1 when the room saw it; some come later, and some think again."""
    draw = Random(-seed)
    answered = [one for one in people if "D1.1" in one.said]
    fresh = [one for one in answered if one.came > came_out]
    late = draw.sample(fresh, draw.randint(0, min(3, len(fresh)))) if fresh else []
    seen = []
    for person in answered:
        if person in late:
            continue
        said = person.said
        if person in fresh and draw.random() < 0.1:
            said = {**said, "D1.1": said["D1.1"]._replace(level=draw.randint(1, 5), off_scale=None)}
        seen.append(person._replace(said=said))
    return seen if len(seen) >= threshold else []
