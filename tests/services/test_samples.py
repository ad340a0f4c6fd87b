"""Samples: every file comes in whole, and what is not recorded stays so."""

import json
from pathlib import Path

import pytest

from landscape.assessments import versions_of
from landscape.model.errors import NotFoundError
from landscape.model.principal import LOCAL
from landscape.services.samples import FOLDER, load_sample, read_tables, samples
from landscape.store.duckdb.store import DuckDBStore

NAMES = [sample.id for sample in samples()]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_becomes_a_landscape_with_every_row_of_its_files(
    store: DuckDBStore, name: str
) -> None:
    landscape = load_sample(LOCAL, store, name)
    stored = store.snapshot(LOCAL, landscape.id)
    told = read_tables(FOLDER / name)
    assert {table: len(getattr(stored, table)) for table in told} == {
        table: len(frame) for table, frame in told.items()
    }
    assert sorted(stored.placement["stakeholder_id"]) == sorted(stored.stakeholder["id"])


def test_there_are_two_samples() -> None:
    assert NAMES == ["cancer-pathway", "climate-adaptation"]


def test_a_sample_is_one_batch_and_its_round_another_matter(store: DuckDBStore) -> None:
    landscape = load_sample(LOCAL, store, "climate-adaptation")
    (batch,) = store.batches(LOCAL, landscape.id)
    (round_,) = store.rounds(LOCAL, landscape.id)
    answers = store.answers(LOCAL, landscape.id, round_.id)
    assert (batch.kind, batch.revision) == ("sample", 1)
    assert (round_.state, round_.name) == ("released", "Autumn 2026")
    assert (answers["rater"].nunique(), len(answers)) == (6, 72)
    assert bool(answers["finished"].all())


def test_columns_that_the_store_does_not_have_become_attributes(store: DuckDBStore) -> None:
    landscape = load_sample(LOCAL, store, "climate-adaptation")
    stakeholders = store.snapshot(LOCAL, landscape.id).stakeholder.set_index("id")
    ines = stakeholders.loc["ines-okafor"]
    assert json.loads(ines["attributes"]) == {"affiliation": "Ossel County Council"}
    assert json.loads(ines["roles"]) == ["delivers", "bridges"]
    assert json.loads(stakeholders.loc["county-council", "attributes"]) == {}


def test_a_sample_can_be_opened_twice(store: DuckDBStore) -> None:
    first = load_sample(LOCAL, store, "cancer-pathway")
    second = load_sample(LOCAL, store, "cancer-pathway")
    assert first.id != second.id
    assert {found.id for found in store.landscapes(LOCAL)} == {first.id, second.id}


def test_an_unknown_sample_says_which_there_are(store: DuckDBStore) -> None:
    with pytest.raises(NotFoundError) as refused:
        load_sample(LOCAL, store, "atlantis")
    assert str(refused.value) == (
        "There is no sample 'atlantis'. Choose one of ['cancer-pathway', 'climate-adaptation']."
    )


def test_where_people_stand_and_what_they_wrote_come_with_a_sample(
    store: DuckDBStore, tmp_path: Path
) -> None:
    folder = tmp_path / "tiny"
    folder.mkdir()
    (folder / "landscape.toml").write_text(
        """
[landscape]
name = "Tiny"

[[rounds]]
name = "Spring"
instrument = "convening-readiness"
version = 1
form = "quick"
state = "released"
opened_on = 2026-05-04
closed_on = 2026-05-20

[[rounds.submissions]]
rater = "Ida"
standpoint = "Residents"
finished = true
answered_on = 2026-05-05
writings = { closing = "Who pays?" }
answers = { "D01.1" = 2 }
""",
        encoding="utf-8",
    )
    landscape = load_sample(LOCAL, store, "tiny", folder=tmp_path)
    (round_,) = store.rounds(LOCAL, landscape.id)
    assert (round_.version, round_.state) == (1, "released")
    assert round_.digest == versions_of("convening-readiness")[0].digest
    said = store.answers(LOCAL, landscape.id, round_.id)
    assert said[["rater", "standpoint", "level"]].values.tolist() == [["Ida", "Residents", 2]]
    wrote = store.writings(LOCAL, landscape.id, round_.id)
    assert wrote["text"].tolist() == ["Who pays?"]
