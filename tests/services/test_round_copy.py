"""A round goes into a file and comes back from it, identical both ways."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from landscape.model.assessment import Answer, Reference, Round, Trend
from landscape.model.errors import InvalidValueError, NotAllowedError, NotFoundError
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.model.scales import OffScale
from landscape.services import assessing, rounds
from landscape.services.round_copy import read_round_copy, write_round
from landscape.store.duckdb.store import DuckDBStore
from tests.services.holding import anonymous_round, opening, say, take_seat

EDITOR = Principal(id="e", role=AccessRole.EDITOR)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
ITEMS = ("D01.1", "D02.1", "D03.1")


def same(store: DuckDBStore, landscape_id: str, round_: Round) -> Round:
    """The copy of a round, whose own copy is the same to the last character."""
    data = write_round(LOCAL, store, landscape_id, round_.id)
    copied = read_round_copy(LOCAL, store, landscape_id, data)
    assert copied.id != round_.id
    assert write_round(LOCAL, store, landscape_id, copied.id) == data
    assert write_round(LOCAL, store, landscape_id, round_.id) == data
    return copied


def answers() -> st.SearchStrategy[Answer]:
    levels = st.builds(
        Answer,
        item_id=st.sampled_from(ITEMS),
        level=st.integers(1, 5),
        note=st.none() | WORDS,
        confidence=st.none() | st.integers(1, 5),
        trend=st.none() | st.sampled_from(Trend),
        target=st.none() | st.integers(1, 5),
        refs=st.lists(st.builds(Reference, kind=st.just("stakeholder"), id=WORDS), max_size=2).map(
            tuple
        ),
    )
    others = st.builds(
        Answer,
        item_id=st.sampled_from(ITEMS),
        off_scale=st.sampled_from([OffScale.CANT_SAY, OffScale.NO_ANSWER]),
    )
    return levels | others


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    people=st.lists(
        st.tuples(st.lists(answers(), max_size=3), st.none() | WORDS, WORDS), max_size=3
    ),
    invited=st.integers(0, 2),
)
def test_a_named_round_comes_back_whole(
    people: list[tuple[list[Answer], str | None, str]],
    invited: int,
    store: DuckDBStore,
    small_town: str,
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=9, boundary_id="b_bank"))
    names = [f"Guest {number}" for number in range(invited)]
    if names:
        rounds.invite(LOCAL, store, small_town, round_.id, names)
    for number, (given_answers, standpoint, text) in enumerate(people):
        _, seat = take_seat(store, str(round_.code), f"Person {number}")
        who = (seat.principal, store, small_town, seat.progress)
        for answer in given_answers:
            assessing.save_answer(*who, answer)
        assessing.keep_standpoint(*who, standpoint)
        assessing.keep_writing(*who, "closing", text)
    rounds.close(LOCAL, store, small_town, round_.id, {"E01": {"names": ["Mill"]}})
    copied = same(store, small_town, rounds.find(LOCAL, store, small_town, round_.id))
    assert copied.evidence == {"E01": {"names": ["Mill"]}}
    assert copied.boundary_id == "b_bank"
    assert rounds.standing(LOCAL, store, small_town, copied.id) == rounds.standing(
        LOCAL, store, small_town, round_.id
    )


def test_an_anonymous_round_comes_back_with_what_it_gave_out(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = anonymous_round(store, small_town)
    for _ in range(6):
        say(store, take_seat(store, str(round_.code))[1], [2, 3])
    rounds.show_item(LOCAL, store, small_town, round_.id, "D01.1", shown=True)
    rounds.close(LOCAL, store, small_town, round_.id, None)
    content = json.loads(write_round(LOCAL, store, small_town, round_.id))
    assert content["submissions"] == []
    assert sorted(one["number"] for one in content["releases"]) == ["0", "1"]
    copied = same(store, small_town, round_)
    assert store.releases(LOCAL, small_town, copied.id) == store.releases(
        LOCAL, small_town, round_.id
    )
    with pytest.raises(NotAllowedError, match="without the answers behind"):
        rounds.reopen(LOCAL, store, small_town, copied.id)
    assert rounds.reopen(LOCAL, store, small_town, round_.id).state == "open"


def test_a_round_goes_from_one_landscape_into_another_without_the_first_ones_boundary(
    store: DuckDBStore, small_town: str, empty_landscape: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3, boundary_id="b_bank"))
    say(store, take_seat(store, str(round_.code), "Ida")[1], [4])
    data = write_round(LOCAL, store, small_town, round_.id)
    copied = read_round_copy(LOCAL, store, empty_landscape, data)
    assert (copied.boundary_id, copied.code, copied.state) == (None, None, "open")
    assert rounds.reopen(LOCAL, store, empty_landscape, copied.id).code is not None
    assert rounds.standing(LOCAL, store, empty_landscape, copied.id).begun == 1


def test_copies_of_rounds_are_for_the_owner(store: DuckDBStore, small_town: str) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    data = write_round(LOCAL, store, small_town, round_.id)
    with pytest.raises(NotAllowedError):
        write_round(EDITOR, store, small_town, round_.id)
    with pytest.raises(NotAllowedError):
        read_round_copy(EDITOR, store, small_town, data)


def _state(content: dict[str, Any]) -> None:
    content["round"]["state"] = "lost"


def _level(content: dict[str, Any]) -> None:
    content["submissions"][0]["answers"][0]["level"] = "9"


def _number(content: dict[str, Any]) -> None:
    content["submissions"][0]["answers"][0]["level"] = 3


def _anonymous(content: dict[str, Any]) -> None:
    content["round"]["mode"] = "anonymous"


def _column(content: dict[str, Any]) -> None:
    content["round"]["nickname"] = "x"


def _questions(content: dict[str, Any]) -> None:
    content["round"]["version"] = "99"


def _part(content: dict[str, Any]) -> None:
    del content["submissions"][0]["answers"]


def _version(content: dict[str, Any]) -> None:
    content["version"] = 2


@pytest.mark.parametrize(
    ("forge", "words"),
    [
        (_state, "does not fit"),
        (_level, "does not fit"),
        (_number, "no text"),
        (_anonymous, "holds who said what"),
        (_column, "does not fit"),
        (_questions, "which is not here"),
        (_part, "part of a submission"),
        (_version, "reads 1"),
    ],
)
def test_a_forged_copy_leaves_nothing_behind(
    forge: Callable[[dict[str, Any]], None], words: str, store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    say(store, take_seat(store, str(round_.code), "Ida")[1], [4])
    content = json.loads(write_round(LOCAL, store, small_town, round_.id))
    forge(content)
    with pytest.raises((InvalidValueError, NotFoundError), match=words):
        read_round_copy(LOCAL, store, small_town, json.dumps(content).encode())
    assert [one.id for one in store.rounds(LOCAL, small_town)] == [round_.id]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format": "landscape-bundle"}', b"\xff"])
def test_what_is_no_copy_of_a_round_says_so(
    store: DuckDBStore, small_town: str, data: bytes
) -> None:
    with pytest.raises(InvalidValueError, match=r"damaged|no copy of a round"):
        read_round_copy(LOCAL, store, small_town, data)
