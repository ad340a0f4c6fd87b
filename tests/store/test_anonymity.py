"""What the database file itself holds of an anonymous round: nothing that leads to a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pytest

from landscape.model.assessment import Round
from landscape.model.errors import NotAllowedError
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services import assessing, joining, rounds
from landscape.store.duckdb.store import DuckDBStore
from tests.fixtures import small_town_edit
from tests.services.holding import anonymous_round, say, take_seat

NAMES = ["Ada Pike", "Bo Reed", "Cy Marsh", "Di Weir", "Ed Sluice", "Flo Mere", "Gus Ford"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A closed round of nine seats, seven of them taken, and all that its people knew."""

    path: Path
    round: Round
    codes: tuple[str, ...]
    secrets: tuple[str, ...]
    submissions: tuple[str, ...]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """Seven people answer one after the other, each in a way of their own; two abstain."""
    path = tmp_path_factory.mktemp("anonymous") / "landscape.duckdb"
    store = DuckDBStore.open(path)
    landscape_id = store.create_landscape(LOCAL, Landscape(id="l1", name="Town")).id
    store.apply(LOCAL, landscape_id, small_town_edit())
    round_ = anonymous_round(store, landscape_id)
    slips = rounds.slips(LOCAL, store, landscape_id, round_.id, 9)
    secrets, submissions = [], []
    for number, slip in enumerate(slips[:7]):
        secret, seat = take_seat(store, slip.code, NAMES[number])
        say(store, seat, [1 + number % 5] * 12)
        who = (seat.principal, store, landscape_id, seat.progress)
        assessing.keep_writing(*who, "closing", f"Thought {number}")
        assessing.keep_standpoint(*who, "Residents")
        assessing.finish(*who)
        secrets.append(secret)
        submissions.append(seat.progress.submission_id)
        if number == 4:
            # A restart in between writes what is there by then into the blocks of the file.
            store.close()
            store = DuckDBStore.open(path)
    # One who came and said nothing leaves nothing behind.
    secret, seat = take_seat(store, slips[7].code)
    secrets.append(secret)
    submissions.append(seat.progress.submission_id)
    closed = rounds.close(LOCAL, store, landscape_id, round_.id, None, on=date(2026, 5, 20))
    assert closed.state == "released"
    content = path.read_bytes()
    assert not [one for one in secrets if joining.hash_of(one).encode() in content]
    store.close()
    return Held(
        path=path,
        round=closed,
        codes=tuple(slip.code for slip in slips),
        secrets=tuple(secrets),
        submissions=tuple(submissions),
    )


@pytest.fixture
def database(held: Held) -> Iterator[duckdb.DuckDBPyConnection]:
    opened = duckdb.connect(str(held.path), read_only=True)
    yield opened
    opened.close()


def texts(database: duckdb.DuckDBPyConnection, table: str) -> set[str]:
    """Every value of a table as text."""
    rows = database.execute(f'select columns(*)::varchar from "{table}"').fetchall()
    return {value for row in rows for value in row if value is not None}


def tables(database: duckdb.DuckDBPyConnection) -> list[str]:
    return [
        name for (name,) in database.execute("select table_name from duckdb_tables()").fetchall()
    ]


def test_no_name_code_secret_or_earlier_id_stands_in_any_table(
    held: Held, database: duckdb.DuckDBPyConnection
) -> None:
    every = {name: texts(database, name) for name in tables(database)}
    assert {"seat", "submission", "answer", "writing", "release"} <= set(every)
    known = {
        *NAMES,
        *held.codes,
        *held.secrets,
        *map(joining.hash_of, held.secrets),
        *held.submissions,
    }
    for name, values in every.items():
        assert not known & values, name
        assert not [one for one in values for id_ in held.submissions if id_ in one], name


def test_no_value_leads_from_a_seat_to_answers(
    held: Held, database: duckdb.DuckDBPyConnection
) -> None:
    seats = texts(database, "seat") - {"true", "false", "l1", held.round.id}
    assert {joining.hash_of(code) for code in held.codes} <= seats
    for table in ("submission", "answer", "writing", "release"):
        assert not seats & texts(database, table), table
    claimed = database.execute("select count(*) from seat where claimed").fetchall()
    assert claimed == [(8,)]
    assert database.execute("select count(submission_id), count(name) from seat").fetchall() == [
        (0, 0)
    ]


def test_the_order_of_rows_is_that_of_fresh_ids_and_of_nothing_else(
    database: duckdb.DuckDBPyConnection,
) -> None:
    for table in ("submission", "answer", "writing"):
        ids = [
            id_ for (id_,) in database.execute(f"select id from {table} order by rowid").fetchall()
        ]
        assert ids == sorted(ids), table
        assert len(ids) == {"submission": 7, "answer": 84, "writing": 7}[table]


def test_no_time_finer_than_the_day_of_closing_is_kept(
    held: Held, database: duckdb.DuckDBPyConnection
) -> None:
    days = database.execute("select distinct answered_on from answer").fetchall()
    assert days == [(date(2026, 5, 20),)]
    kinds = database.execute(
        "select distinct data_type from duckdb_columns() where table_name in"
        " ('round', 'seat', 'submission', 'answer', 'writing', 'release')"
    ).fetchall()
    assert not [kind for (kind,) in kinds if "TIME" in kind]
    changes = database.execute("select count(*) from change where entity in ('answer', 'round')")
    assert changes.fetchall() == [(0,)]
    assert held.round.closed_on == date(2026, 5, 20)


def test_who_is_still_told_apart_by_nothing_but_what_they_said(
    database: duckdb.DuckDBPyConnection,
) -> None:
    alike = database.execute(
        "select distinct rater, key_hash, typed_in, finished, released from submission"
    ).fetchall()
    assert alike == [(None, None, False, True, 1)]


def test_no_secret_is_left_between_the_rows_of_the_file(held: Held) -> None:
    """What was deleted may still lie in the file, unseen by any query."""
    assert not held.path.with_name(held.path.name + ".wal").exists()
    content = held.path.read_bytes()
    assert joining.hash_of(held.codes[0]).encode() in content  # it would be found
    for secret in held.secrets:
        assert joining.hash_of(secret).encode() not in content


def test_where_somebody_else_was_writing_the_file_is_cleaned_at_the_next_write(
    tmp_path: Path,
) -> None:
    path = tmp_path / "landscape.duckdb"
    store = DuckDBStore.open(path)
    landscape_id = store.create_landscape(LOCAL, Landscape(id="l1", name="Town")).id
    store.apply(LOCAL, landscape_id, small_town_edit())
    round_ = anonymous_round(store, landscape_id)
    secrets = []
    for slip in rounds.slips(LOCAL, store, landscape_id, round_.id, 9)[:5]:
        secret, seat = take_seat(store, slip.code)
        say(store, seat, [2] * 12)
        secrets.append(secret)
    store.close()
    store = DuckDBStore.open(path)
    other = store._connection._root.cursor()
    other.begin()
    other.execute("insert into unsettled values ('l0', 'elsewhere')")
    rounds.close(LOCAL, store, landscape_id, round_.id, None)
    other.rollback()
    hashes = [joining.hash_of(secret).encode() for secret in secrets]
    left = path.read_bytes() + path.with_name(path.name + ".wal").read_bytes()
    assert any(one in left for one in hashes), "the other write has kept it from being cleaned"
    store.create_landscape(LOCAL, Landscape(id="l2", name="Village"))
    assert not any(one in path.read_bytes() for one in hashes)
    store.close()
    assert not any(one in path.read_bytes() for one in hashes)


def test_a_round_that_was_opened_again_is_not_put_away_by_a_page_drawn_before(
    tmp_path: Path,
) -> None:
    store = DuckDBStore.open(tmp_path / "landscape.duckdb")
    landscape_id = store.create_landscape(LOCAL, Landscape(id="l1", name="Town")).id
    store.apply(LOCAL, landscape_id, small_town_edit())
    round_ = anonymous_round(store, landscape_id)
    with pytest.raises(NotAllowedError, match="together with what it gives out"):
        rounds.archive(LOCAL, store, landscape_id, round_.id)
    assert rounds.find(LOCAL, store, landscape_id, round_.id).state == "open"
    store.close()


def test_who_comes_after_it_was_opened_again_has_no_other_day(tmp_path: Path) -> None:
    store = DuckDBStore.open(tmp_path / "landscape.duckdb")
    landscape_id = store.create_landscape(LOCAL, Landscape(id="l1", name="Town")).id
    store.apply(LOCAL, landscape_id, small_town_edit())
    round_ = anonymous_round(store, landscape_id)
    for _ in range(5):
        say(store, take_seat(store, str(round_.code))[1], [2] * 12)
    rounds.close(LOCAL, store, landscape_id, round_.id, None, on=date(2026, 5, 20))
    again = rounds.reopen(LOCAL, store, landscape_id, round_.id)
    say(store, take_seat(store, str(again.code))[1], [5] * 12)
    rounds.close(LOCAL, store, landscape_id, round_.id, None, on=date(2026, 6, 3))
    rows = store._connection._root.execute("select distinct answered_on from answer").fetchall()
    assert rows == [(date(2026, 6, 3),)]
    store.close()
