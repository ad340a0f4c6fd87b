"""Codes lead to seats, and a secret in one's own address keeps the seat, on a real store."""

import threading

import pytest

from landscape.model.errors import (
    ConflictError,
    InvalidValueError,
    NotAllowedError,
    NotFoundError,
)
from landscape.model.principal import LOCAL, AccessRole
from landscape.services import assessing, joining, rounds
from landscape.store.duckdb.store import DuckDBStore
from tests.services.holding import anonymous_round, lone_round, opening, say, take_seat


def test_codes_are_read_aloud_and_do_not_repeat() -> None:
    drawn = {joining.draw_code() for _ in range(200)}
    assert len(drawn) == 200
    assert all(len(code) == 9 and code[4] == "-" for code in drawn)
    assert not {*"ILO01"} & {sign for code in drawn for sign in code}


def test_a_personal_code_leads_to_ones_own_seat(store: DuckDBStore, small_town: str) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    (invited,) = rounds.invite(LOCAL, store, small_town, round_.id, ["Ida Brook"])
    found = joining.find(store, f" {invited.code.lower().replace('-', '')} ")
    assert (found.landscape_id, found.round.id) == (small_town, round_.id)
    assert (found.seat_name, found.asks_name) == ("Ida Brook", False)
    assert found.standpoints == ("Public bodies", "Residents", "Farmers", "Media")
    assert found.round.code is None
    secret, seat = take_seat(store, invited.code)
    assert len(secret) == 22
    assert seat.principal.role is AccessRole.RESPONDENT
    assert seat.principal.id == seat.progress.submission_id
    assert seat.standpoints == found.standpoints


def test_by_a_rooms_code_one_says_ones_name_once(store: DuckDBStore, small_town: str) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    code = str(round_.code)
    found = joining.find(store, code)
    assert (found.seat_name, found.asks_name) == (None, True)
    for empty in (None, "  "):
        with pytest.raises(InvalidValueError, match="goes by name"):
            joining.join(store, code, name=empty)
    with pytest.raises(InvalidValueError, match="cannot be used"):
        joining.join(store, code, name="Local")
    take_seat(store, code, " Ida  Brook ")
    with pytest.raises(ConflictError, match="joined as 'ida brook' already"):
        joining.join(store, code, name="ida brook")


def test_ones_name_in_a_room_opens_the_seat_that_was_kept_for_it(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    rounds.invite(LOCAL, store, small_town, round_.id, ["Ida"])
    _, seat = take_seat(store, str(round_.code), "ida")
    say(store, seat, [2])
    (ida,) = rounds.standing(LOCAL, store, small_town, round_.id).people
    assert (ida.name, ida.answered) == ("Ida", 1)


def test_a_personal_code_brings_one_back_and_shuts_the_earlier_address(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    (invited,) = rounds.invite(LOCAL, store, small_town, round_.id, ["Ida"])
    first, seat = take_seat(store, invited.code)
    say(store, seat, [2])
    second, again = take_seat(store, invited.code)
    assert again.progress.submission_id == seat.progress.submission_id
    assert again.progress.answered == 1
    assert first != second
    with pytest.raises(NotFoundError, match="leads to no seat"):
        joining.sitting(store, first)


def test_inviting_somebody_again_gives_another_code_for_the_same_seat(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    (lost,) = rounds.invite(LOCAL, store, small_town, round_.id, ["Ida"])
    _, seat = take_seat(store, lost.code)
    (found,) = rounds.invite(LOCAL, store, small_town, round_.id, ["Ida", " Ida "])
    with pytest.raises(NotFoundError, match="No round has the code"):
        joining.find(store, lost.code)
    assert take_seat(store, found.code)[1].progress.submission_id == seat.progress.submission_id


def test_a_code_of_an_anonymous_round_is_used_once(store: DuckDBStore, small_town: str) -> None:
    round_ = anonymous_round(store, small_town)
    slip, *_ = rounds.slips(LOCAL, store, small_town, round_.id, 2)
    found = joining.find(store, slip.code)
    assert (found.seat_name, found.asks_name) == (None, False)
    take_seat(store, slip.code)
    with pytest.raises(NotAllowedError, match="has been used"):
        joining.find(store, slip.code)
    with pytest.raises(NotAllowedError, match="has been used"):
        joining.join(store, slip.code)


def test_an_anonymous_round_takes_no_more_people_than_are_expected(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = anonymous_round(store, small_town, expected=5)
    slips = rounds.slips(LOCAL, store, small_town, round_.id, 5)
    for _ in range(4):
        take_seat(store, str(round_.code), "Ida")
    take_seat(store, slips[0].code)
    for code in (str(round_.code), slips[1].code):
        with pytest.raises(NotAllowedError, match="All 5 seats of this round are taken"):
            joining.join(store, code)


@pytest.mark.parametrize("code", ["", "KT4M", "AAAA-AAAA", "AAAA-AAAA-A", "' or 1=1 --", "ÄÖ" * 9])
def test_a_code_that_nobody_gave_out_leads_nowhere(
    store: DuckDBStore, small_town: str, code: str
) -> None:
    rounds.begin(LOCAL, store, small_town, opening(expected=3))
    with pytest.raises(NotFoundError, match="No round has the code"):
        joining.find(store, code)


@pytest.mark.parametrize("secret", ["", "none", "' or 1=1 --", "\ud800"])
def test_an_address_that_nobody_got_leads_to_no_seat(
    store: DuckDBStore, small_town: str, secret: str
) -> None:
    rounds.begin(LOCAL, store, small_town, opening(expected=3))
    lone_round(store, small_town)
    with pytest.raises(NotFoundError, match="leads to no seat"):
        joining.sitting(store, secret)


def test_nobody_joins_a_closed_round_or_a_deleted_landscape(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    secret, _ = take_seat(store, str(round_.code), "Ida")
    store.delete_landscape(LOCAL, small_town)
    with pytest.raises(NotFoundError):
        joining.find(store, str(round_.code))
    with pytest.raises(NotFoundError):
        joining.sitting(store, secret)
    store.restore_landscape(LOCAL, small_town)
    rounds.close(LOCAL, store, small_town, round_.id, None)
    with pytest.raises(NotAllowedError, match="closed"):
        joining.join(store, str(round_.code), name="Jo")
    assert joining.sitting(store, secret).progress.round.state == "released"


def test_after_closing_an_anonymous_round_no_address_leads_to_answers(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = anonymous_round(store, small_town, expected=5)
    held = [take_seat(store, str(round_.code)) for _ in range(5)]
    for _, seat in held:
        say(store, seat, [3])
    rounds.close(LOCAL, store, small_town, round_.id, None)
    for secret, _ in held:
        with pytest.raises(NotFoundError, match="If the round is closed"):
            joining.sitting(store, secret)


def test_what_one_wrote_and_where_one_stands_come_back(store: DuckDBStore, small_town: str) -> None:
    round_ = anonymous_round(store, small_town)
    secret, seat = take_seat(store, str(round_.code))
    who = (seat.principal, store, small_town, seat.progress)
    assessing.keep_writing(*who, "D02", "Who is missing?")
    assessing.keep_writing(*who, "closing", "Money")
    assessing.keep_writing(*who, "closing", " ")
    assessing.keep_standpoint(*who, "Residents")
    with pytest.raises(NotFoundError, match="no dimension 'D99'"):
        assessing.keep_writing(*who, "D99", "Odd")
    with pytest.raises(InvalidValueError, match="has 10001 characters"):
        assessing.keep_writing(*who, "D02", "x" * 10_001)
    assert assessing.finish(*who).state == "open"
    found = joining.sitting(store, secret).progress
    assert dict(found.writings) == {"D02": "Who is missing?"}
    assert (found.standpoint, found.finished) == ("Residents", True)


def test_whether_a_room_is_at_a_question_is_asked_by_ones_seat(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    secret, _ = take_seat(store, str(round_.code), "Ida")
    assert not joining.is_live(store, secret)
    rounds.show_item(LOCAL, store, small_town, round_.id, "D01.1", shown=False)
    assert joining.is_live(store, secret)
    assert not joining.is_live(store, "somebody else's")
    rounds.close(LOCAL, store, small_town, round_.id, None)
    assert not joining.is_live(store, secret)


def test_people_who_come_and_answer_at_once_neither_cross_nor_outnumber_the_seats(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = anonymous_round(store, small_town, expected=6)
    wrong: list[str] = []
    refused: list[str] = []

    def come(number: int) -> None:
        try:
            secret, seat = take_seat(store, str(round_.code))
        except NotAllowedError as error:
            refused.append(error.what)
            return
        levels = [1 + (number + at) % 5 for at in range(6)]
        say(store, seat, levels)
        kept = joining.sitting(store, secret).progress
        if [kept.answers[item.id].level for item in kept.items[:6]] != levels:
            wrong.append(str(number))

    threads = [threading.Thread(target=come, args=(number,)) for number in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert refused == ["All 6 seats of this round are taken."] * 3
    assert rounds.standing(LOCAL, store, small_town, round_.id).begun == 6
