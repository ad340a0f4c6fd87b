"""Twenty thousand random rounds, and an attacker who keeps all that was ever given out."""

import json
from random import Random

import pytest

from landscape.analysis.release import cells_of
from tests.analysis.release_attacker import LEAST, LeakError, attack, sums_and_differences
from tests.analysis.release_rounds import in_the_room, random_round, small_instrument

ROUNDS = 20_000
INSTRUMENT = small_instrument()


def play(seed, *, lowered=0):
    """The threshold, all who came out, each release, and who had answered what the room saw."""
    threshold, sittings, shown_in = random_round(seed)
    out, waiting, releases, room, seen = [], [], [], [], {}
    for at, sitting in enumerate(sittings):
        waiting += sitting
        number = len(releases) + 1
        people = out + [one._replace(came=number) for one in waiting]
        before = releases[-1] if releases else None
        if at == shown_in:
            room = in_the_room(seed, people, threshold, number - 1)
            cell = before["items"].get("D1.1") if before else None
            # As the store does: one or two more than were given out are not shown.
            if room and cell and len(room) - total(cell) < LEAST:
                room, seen = [], {"D1.1": cell}
            elif room:
                seen = {"D1.1": counts(room)}
        cells = cells_of(INSTRUMENT, "full", threshold - lowered, people, before, seen)
        if cells is None:
            continue
        if seed % 8 == 0:
            shuffled = Random(seed).sample(people, len(people))
            again = cells_of(INSTRUMENT, "full", threshold - lowered, shuffled, before, seen)
            assert json.dumps(again) == json.dumps(cells)
            cells = json.loads(json.dumps(cells))
        releases.append(cells)
        out, waiting = people, []
    return threshold, out, releases, room


def total(cell):
    return sum(cell["levels"].values()) + sum(cell["off_scale"].values())


def counts(room):
    levels, codes = {}, {}
    for person in room:
        said = person.said["D1.1"]
        kept, key = (levels, str(said.level)) if said.level else (codes, said.off_scale.value)
        kept[key] = kept.get(key, 0) + 1
    return {"levels": levels, "off_scale": codes}


def test_no_round_gives_anybody_away():
    released = again = split = 0
    for seed in range(ROUNDS):
        threshold, people, releases, room = play(seed)
        try:
            attack(threshold, people, releases, room)
        except LeakError as leak:
            pytest.fail(f"round {seed}: {leak}")
        released += bool(releases)
        again += len(releases) > 1
        split += any(cells["groups"] for cells in releases)
    # The rounds are worth attacking: most give something out, many twice and by group.
    assert released > ROUNDS // 2
    assert again > ROUNDS // 4
    assert split > ROUNDS // 10


def test_no_sum_or_difference_of_parts_is_small():
    formed = 0
    for seed in range(0, ROUNDS, 40):
        threshold, people, releases, room = play(seed)
        for behind in attack(threshold, people, releases, room):
            found = sums_and_differences(behind)
            assert all(len(one) >= LEAST for one in found)
            formed += len(found) > len(set(behind))
    assert formed > ROUNDS // 400


def test_the_attacker_finds_a_release_below_the_threshold():
    found = 0
    for seed in range(200):
        threshold, people, releases, room = play(seed, lowered=1)
        if threshold > 3:
            try:
                attack(threshold, people, releases, room)
            except LeakError:
                found += 1
    assert found > 20
