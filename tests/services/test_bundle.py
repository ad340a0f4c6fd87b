"""A whole landscape comes back in every table, with its history; nothing altered does."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from landscape.assessments import instruments, text_of
from landscape.formats import bundle as bundle_format
from landscape.formats.source import from_bytes
from landscape.formats.table import Limits, to_bytes
from landscape.model.assessment import Answer, Round
from landscape.model.errors import InvalidValueError, NotAllowedError
from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.model.scales import OffScale
from landscape.services import assessing, bundle, joining, rounds
from landscape.services.importing.importing import SourceFile, read_files
from landscape.services.instrument_copies import digest_of
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore
from tests.services.holding import anonymous_round, opening, say, take_seat
from tests.services.random_landscapes import EXAMPLES, edits

DAY = date(2026, 5, 4)
EDITOR = Principal(id="e", role=AccessRole.EDITOR)


def held_round(store: DuckDBStore, landscape_id: str, mode: str) -> str:
    """A round with one rater, two answers and a note; returns its id."""
    instrument = next(iter(instruments().values()))
    added = store.create_round(
        LOCAL,
        landscape_id,
        Round(
            id=draw_id("r"),
            name=f"Spring, {mode}",
            instrument=instrument.id,
            version=instrument.version,
            digest=instrument.digest,
            form="quick",
            mode=mode,
            opened_on=DAY,
        ),
    )
    submission = store.open_submission(LOCAL, landscape_id, added.id, rater=f"Ida of {mode}")
    one, other = instrument.items[:2]
    said = Answer(item_id=one.id, level=3, text_shown="As shown", note='"Odd" =1\n🌱')
    store.save_answer(LOCAL, landscape_id, submission, said, DAY)
    unsure = Answer(item_id=other.id, off_scale=OffScale.CANT_SAY)
    store.save_answer(LOCAL, landscape_id, submission, unsure, DAY)
    return added.id


def come_back(store: DuckDBStore, data: bytes) -> Landscape:
    tables, unreadable = read_files([SourceFile(name="whole.json", data=data)])
    assert [str(problem) for problem in unreadable] == []
    return bundle.load_bundle(LOCAL, store, tables)


def assert_same(store: DuckDBStore, one: str, other: str) -> None:
    before, after = store.dump(LOCAL, one), store.dump(LOCAL, other)
    assert after.landscape == before.landscape
    assert list(after.tables) == list(before.tables)
    for table, frame in before.tables.items():
        pd.testing.assert_frame_equal(after.tables[table], frame, obj=table)


def test_everything_comes_back_in_a_landscape_of_its_own(
    store: DuckDBStore, small_town: str
) -> None:
    held_round(store, small_town, "named")
    renamed = pd.DataFrame({"id": ["s_hall"], "name": ["City hall"], "ordinal": [0]})
    store.apply(
        LOCAL,
        small_town,
        Edit(label="Rename", put={"stakeholder": renamed}, landscape={"challenge": "Drought"}),
    )
    other = come_back(store, bundle.write_bundle(LOCAL, store, small_town))
    assert other.id != small_town
    assert (other.name, other.challenge, other.revision) == ("Small town", "Drought", 2)
    assert_same(store, small_town, other.id)
    assert len(store.dump(LOCAL, other.id).tables["answer"]) == 2


def test_what_came_back_can_be_undone_and_leaves_the_first_one_alone(
    store: DuckDBStore, small_town: str
) -> None:
    renamed = pd.DataFrame({"id": ["s_hall"], "name": ["City hall"], "ordinal": [0]})
    store.apply(LOCAL, small_town, Edit(label="Rename", put={"stakeholder": renamed}))
    other = come_back(store, bundle.write_bundle(LOCAL, store, small_town))
    newest, oldest = store.batches(LOCAL, other.id)
    assert (newest.label, oldest.label) == ("Rename", "Set up the small town")
    store.undo(LOCAL, other.id, newest.id)
    names = {
        id_: store.snapshot(LOCAL, id_).stakeholder.set_index("id").loc["s_hall", "name"]
        for id_ in (small_town, other.id)
    }
    assert names == {small_town: "City hall", other.id: "Town hall"}
    store.undo(LOCAL, other.id, oldest.id)
    assert store.snapshot(LOCAL, other.id).stakeholder.empty
    assert len(store.snapshot(LOCAL, small_town).stakeholder) == 7


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(edit=edits())
def test_a_random_landscape_is_the_same_after_it_comes_back(edit: Edit, store: DuckDBStore) -> None:
    one = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id
    store.apply(LOCAL, one, edit)
    data = bundle.write_bundle(LOCAL, store, one)
    # As the child does it, without starting one for each example.
    tables = from_bytes(to_bytes(bundle_format.read(data, "whole.json", Limits())))
    assert_same(store, one, bundle.load_bundle(LOCAL, store, tables).id)


def test_an_anonymous_round_comes_with_what_it_gave_out_and_nothing_else(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = anonymous_round(store, small_town, expected=6)
    secrets = []
    for _ in range(6):
        secret, seat = take_seat(store, str(round_.code))
        say(store, seat, [2] * 12)
        secrets.append(secret)
    running = json.loads(bundle.write_bundle(LOCAL, store, small_town))["tables"]
    assert {name: len(running[name]["rows"]) for name in ("round", "submission", "answer")} == {
        "round": 1,
        "submission": 0,
        "answer": 0,
    }
    rounds.close(LOCAL, store, small_town, round_.id, None)
    data = bundle.write_bundle(LOCAL, store, small_town)
    tables = json.loads(data)["tables"]
    assert {name: len(tables[name]["rows"]) for name in ("round", "submission", "answer")} == {
        "round": 1,
        "submission": 0,
        "answer": 0,
    }
    assert len(tables["release"]["rows"]) == 1
    for word in (str(round_.code), *secrets, *map(joining.hash_of, secrets)):
        assert word.encode() not in data
    other = come_back(store, data)
    assert_same(store, small_town, other.id)
    (release,) = store.releases(LOCAL, other.id, round_.id)
    assert release == store.releases(LOCAL, small_town, round_.id)[0]


def test_named_rounds_come_with_names_and_writings_and_without_codes(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = rounds.begin(LOCAL, store, small_town, opening(expected=3))
    (ida, _) = rounds.invite(LOCAL, store, small_town, round_.id, ["Ida", "Jo"])
    secret, seat = take_seat(store, ida.code)
    say(store, seat, [2, 3])
    assessing.keep_writing(seat.principal, store, small_town, seat.progress, "D01", "The mill")
    data = bundle.write_bundle(LOCAL, store, small_town)
    for word in (str(round_.code), joining.hash_of(ida.code), joining.hash_of(secret)):
        assert word.encode() not in data
    other = come_back(store, data)
    assert_same(store, small_town, other.id)
    people = rounds.standing(LOCAL, store, other.id, round_.id).people
    assert [(one.name, one.answered) for one in people] == [("Ida", 2), ("Jo", 0)]
    # The codes lead to the first one still, and to nothing in the copy.
    assert joining.find(store, str(round_.code)).landscape_id == small_town
    assert joining.sitting(store, secret).landscape_id == small_town


def test_rounds_of_one_day_stand_newest_first_here_and_where_they_come_back(
    store: DuckDBStore, small_town: str
) -> None:
    names = [f"Round {number}" for number in range(8)]
    held = [
        rounds.begin(LOCAL, store, small_town, opening(name=name, expected=3), on=DAY)
        for name in names
    ]
    for number in (6, 1, 4, 0):
        say(store, take_seat(store, str(held[number].code), "Ida")[1], [2])
        rounds.close(LOCAL, store, small_town, held[number].id, None)
    rounds.archive(LOCAL, store, small_town, held[1].id)
    rounds.reopen(LOCAL, store, small_town, held[4].id)
    other = come_back(store, bundle.write_bundle(LOCAL, store, small_town))
    for landscape_id in (small_town, other.id):
        there = store.rounds(LOCAL, landscape_id)
        assert [one.name for one in there] == names[::-1]


def test_instruments_that_were_used_come_along(store: DuckDBStore, small_town: str) -> None:
    assert json.loads(bundle.write_bundle(LOCAL, store, small_town))["instruments"] == []
    held_round(store, small_town, "named")
    (used,) = json.loads(bundle.write_bundle(LOCAL, store, small_town))["instruments"]
    assert used["digest"] == instruments()[used["id"]].digest
    assert used["text"].startswith(('id = "', "#", 'id="'))


def test_earlier_and_own_versions_that_were_used_come_along(
    store: DuckDBStore, small_town: str
) -> None:
    earlier = text_of("convening-readiness", 1)
    assert earlier is not None
    own = earlier.replace('id = "convening-readiness"', 'id = "our-own"', 1)
    digest = digest_of(own)
    store.add_instrument(LOCAL, small_town, id="our-own/1", digest=digest, text=own, on=DAY)
    for id_, told in (("convening-readiness", digest_of(earlier)), ("our-own", digest)):
        held = Round(id="", name=id_, instrument=id_, version=1, digest=told, form="quick")
        store.create_round(LOCAL, small_town, held)
    data = bundle.write_bundle(LOCAL, store, small_town)
    texts = {one["id"]: one["text"] for one in json.loads(data)["instruments"]}
    assert texts == {"convening-readiness": earlier, "our-own": own}
    other = come_back(store, data)
    assert_same(store, small_town, other.id)


def test_questions_that_are_not_here_are_kept_with_the_copy_that_brings_them(
    store: DuckDBStore, small_town: str
) -> None:
    held_round(store, small_town, "named")
    content = json.loads(bundle.write_bundle(LOCAL, store, small_town))
    (used,) = content["instruments"]
    table = content["tables"]["round"]
    table["rows"][0][table["columns"].index("version")] = "99"
    used["version"] = "99"
    content["digest"] = bundle_format.digest_of(content)
    other = come_back(store, json.dumps(content).encode())
    kept = store.own_instruments(LOCAL, other.id)
    assert kept[["id", "digest"]].values.tolist() == [[f"{used['id']}/99", used["digest"]]]
    used["text"] += " "
    content["digest"] = bundle_format.digest_of(content)
    with pytest.raises(InvalidValueError, match="not installed here"):
        come_back(store, json.dumps(content).encode())


def test_all_of_a_landscape_is_for_its_owner(store: DuckDBStore, small_town: str) -> None:
    with pytest.raises(NotAllowedError):
        bundle.write_bundle(EDITOR, store, small_town)
    tables, _ = read_files(
        [SourceFile(name="w.json", data=bundle.write_bundle(LOCAL, store, small_town))]
    )
    with pytest.raises(NotAllowedError):
        bundle.load_bundle(EDITOR, store, tables)


def problems_of(data: bytes) -> list[str]:
    return [str(found) for found in read_files([SourceFile(name="w.json", data=data)])[1]]


AGAIN = "Take the copy once more, or ask whoever gave it to you for an unaltered one."


def test_a_copy_that_breaks_off_says_where(store: DuckDBStore, small_town: str) -> None:
    data = bundle.write_bundle(LOCAL, store, small_town)
    (problem,) = problems_of(data[:400])
    assert problem.startswith("w.json, line 1, character ")
    assert problem.endswith(f": It breaks off or is damaged there. {AGAIN}")


def test_a_copy_that_was_edited_by_hand_is_refused(store: DuckDBStore, small_town: str) -> None:
    data = bundle.write_bundle(LOCAL, store, small_town)
    edited = data.replace(b"Town hall", b"City hall", 1)
    assert problems_of(edited) == [f"w.json: Its content is not what was written into it. {AGAIN}"]


def test_another_layout_of_the_same_content_is_no_damage(
    store: DuckDBStore, small_town: str
) -> None:
    content = json.loads(bundle.write_bundle(LOCAL, store, small_town))
    other = come_back(store, json.dumps(content, indent=2, ensure_ascii=False).encode())
    assert_same(store, small_town, other.id)


def test_a_copy_of_a_later_version_says_so(store: DuckDBStore, small_town: str) -> None:
    content = json.loads(bundle.write_bundle(LOCAL, store, small_town))
    assert problems_of(json.dumps({**content, "version": 2}).encode()) == [
        "w.json: It is of version 2; this Landscape reads version 1. "
        "Install the Landscape that wrote it, or take an Excel workbook there."
    ]


def _rating(content: dict[str, Any]) -> None:
    table = content["tables"]["constituency"]
    table["rows"][0][table["columns"].index("stake")] = "9"


def _row(content: dict[str, Any]) -> None:
    content["tables"]["stakeholder"]["rows"][0].pop()


def _number(content: dict[str, Any]) -> None:
    content["tables"]["stakeholder"]["rows"][0][0] = 7


def _column(content: dict[str, Any]) -> None:
    content["tables"]["stakeholder"]["columns"][1] = "nickname"


def _elsewhere(content: dict[str, Any]) -> None:
    table = content["tables"]["change"]
    table["rows"][0][table["columns"].index("before")] = '{"landscape_id":"l_other","id":"x"}'


def _instrument(content: dict[str, Any]) -> None:
    table = content["tables"]["round"]
    table["rows"][0][table["columns"].index("instrument")] = "unheard-of"


def _lost(content: dict[str, Any]) -> None:
    table = content["tables"]["relationship"]
    table["rows"][0][table["columns"].index("source_id")] = "s_nobody"


@pytest.mark.parametrize(
    ("forge", "where"),
    [
        (_row, "table 'stakeholder', row 1: It does not have 19 values."),
        (_number, "table 'stakeholder', row 1: A value in it is no text."),
        (_column, "sheet stakeholder: The column 'name' is missing."),
        (_rating, "sheet constituency, row 1, column 'stake': stake is '9'."),
        (_elsewhere, "sheet change, row 1: What a row was cannot be read."),
        (_instrument, "sheet round, row 1: It was held with 'unheard-of', which is not"),
        (_lost, "refers to a stakeholder that is not there."),
    ],
)
def test_a_forged_copy_with_a_fitting_digest_is_refused_whole(
    forge: Callable[[dict[str, Any]], None], where: str, store: DuckDBStore, small_town: str
) -> None:
    held_round(store, small_town, "named")
    content = json.loads(bundle.write_bundle(LOCAL, store, small_town))
    forge(content)
    content["digest"] = bundle_format.digest_of(content)
    tables, unreadable = read_files([SourceFile(name="w.json", data=json.dumps(content).encode())])
    if unreadable:
        assert where in str(unreadable[0])
    else:
        with pytest.raises(InvalidValueError, match=r".") as refused:
            bundle.load_bundle(LOCAL, store, tables)
        assert where in str(refused.value)
    assert [landscape.id for landscape in store.landscapes(LOCAL)] == [small_town]


def test_a_whole_landscape_comes_alone(store: DuckDBStore, small_town: str) -> None:
    data = bundle.write_bundle(LOCAL, store, small_town)
    tables, _ = read_files(
        [SourceFile(name="w.json", data=data), SourceFile(name="p.csv", data=b"name\nMill\n")]
    )
    assert [problem.code for problem in bundle.against(tables)] == ["bundle-not-alone"]
