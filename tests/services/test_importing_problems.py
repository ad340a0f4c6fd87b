"""Every problem has its place, what it is and what to do; nothing is stored while one is open."""

import re
from pathlib import Path

import pytest

from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.importing.decisions import Decisions, Endpoint
from landscape.services.importing.importing import SourceFile, import_files
from landscape.services.importing.problems import CATALOGUE, Answer, Problem
from landscape.services.importing.summary import ImportSummary
from landscape.store.duckdb.store import DuckDBStore
from tests.bad_files.unreadable import UNREADABLE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def landscape_id(store: DuckDBStore) -> str:
    return store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id


def bring(
    store: DuckDBStore, landscape_id: str, decisions: Decisions | None = None, **files: str
) -> ImportSummary:
    given = [SourceFile(name=f"{name}.csv", data=text.encode()) for name, text in files.items()]
    return import_files(LOCAL, store, landscape_id, given, decisions=decisions)


def names(store: DuckDBStore, landscape_id: str) -> list[str]:
    stakeholders = store.snapshot(LOCAL, landscape_id).stakeholder
    return [] if stakeholders.empty else stakeholders["name"].tolist()


def test_the_document_tells_of_every_code_and_of_no_other() -> None:
    document = (ROOT / "docs" / "import-problems.md").read_text(encoding="utf-8")
    assert re.findall(r"^### (.+)$", document, re.MULTILINE) == list(CATALOGUE)
    for entry in CATALOGUE.values():
        assert f"**{entry.title}.**" in document


def test_every_code_in_the_code_is_in_the_catalogue() -> None:
    folders = ("landscape/formats", "landscape/services/importing")
    text = "".join(
        path.read_text(encoding="utf-8") for f in folders for path in (ROOT / f).glob("*.py")
    )
    used = set(re.findall(r'code="([a-z-]+)"', text))
    used |= set(re.findall(r'FileRefusedError\(\s*"([a-z-]+)"', text))
    assert used <= set(CATALOGUE)
    assert {bad.code for bad in UNREADABLE} <= set(CATALOGUE)


def test_a_problem_of_an_unknown_code_cannot_be_made() -> None:
    with pytest.raises(KeyError):
        Problem(code="no-such-code", file="a.csv", what="It.", fix="Do.")


PEOPLE = "name,sector,influence\nMill,water,{}\nFerry,transport,2\nInn,water,3\nQuay,transport,4\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            PEOPLE.format(9),
            "people.csv, row 2, column 'influence': influence is '9'. Rate it from 1 to 5.",
        ),
        (
            PEOPLE.format("much"),
            "people.csv, row 2, column 'influence': influence is 'much'. Rate it from 1 to 5.",
        ),
        (
            "name,town\nMill,Ash\n,Elm\n",
            "people.csv, row 3, column 'name': The name is missing. "
            "Write a name, or leave the row out.",
        ),
        (
            "name,town\n" + "".join(f"Mill {n},Ash\n" for n in range(8)) + "17,Elm\n",
            "people.csv, row 10, column 'name': '17' is a number where a name belongs. "
            "Write the name, keep it, or leave the row out.",
        ),
        (
            "name,town\nMill,Ash\nFerry,Elm\nMill,Oak\n",
            "people.csv, row 4, column 'name': 'Mill' is there already, with other values. "
            "Make one of them, give this one another name, or leave the row out.",
        ),
        (
            "name,town,town\nMill,Ash,Elm\n",
            "people.csv, row 1, column 'town (2)': Two columns have the header 'town'; the further "
            "one is read as 'town (2)'. "
            "Rename one of them in the file, or go on with both under these names.",
        ),
        (
            "name,latitude\nMill,north\nFerry,51\n",
            "people.csv, row 2, column 'latitude': latitude is 'north'. "
            "Write a number from -90 to 90.",
        ),
    ],
)
def test_a_problem_is_told_and_nothing_is_stored(
    text: str, problem: str, store: DuckDBStore, landscape_id: str
) -> None:
    summary = bring(store, landscape_id, people=text)
    assert (summary.stored, summary.refused) == (False, True)
    assert [str(found) for found in summary.problems] == [problem]
    assert names(store, landscape_id) == []


def test_a_cell_put_right_is_stored_as_it_was_put(store: DuckDBStore, landscape_id: str) -> None:
    decisions = Decisions(cells={("people.csv", 2, "influence"): "5"})
    assert bring(store, landscape_id, decisions, people=PEOPLE.format(9)).stored
    stakeholders = store.snapshot(LOCAL, landscape_id).stakeholder
    assert stakeholders["influence"].tolist() == [5, 2, 3, 4]


def test_a_row_can_go_on_without_its_value_or_be_left_out(
    store: DuckDBStore, landscape_id: str
) -> None:
    without = Decisions(all_alike={"rating-out-of-range": Answer.WITHOUT})
    bring(store, landscape_id, without, people=PEOPLE.format(9))
    stakeholders = store.snapshot(LOCAL, landscape_id).stakeholder
    assert stakeholders["influence"].isna().tolist() == [True, False, False, False]
    left = Decisions(answers={"missing-name|more.csv|3|name": Answer.LEAVE_OUT})
    summary = bring(store, landscape_id, left, more="name,town\nDairy,Ash\n,Elm\n")
    assert (summary.stored, summary.rows.left_out, summary.rows.stored) == (True, 1, 1)


def test_twins_are_made_one_by_decision_and_fill_each_others_blanks(
    store: DuckDBStore, landscape_id: str
) -> None:
    merge = Decisions(all_alike={"duplicate-name": Answer.MERGE})
    text = "name,place,influence\nMill,Ash,\nFerry,Elm,2\nMill,Oak,4\n"
    summary = bring(store, landscape_id, merge, people=text)
    mill = store.snapshot(LOCAL, landscape_id).stakeholder.iloc[0]
    assert (mill["place"], mill["influence"], summary.rows.merged) == ("Ash", 4, 1)


def test_a_name_that_reads_like_a_formula_or_markup_is_kept_as_text(
    store: DuckDBStore, landscape_id: str
) -> None:
    text = 'name,town\n"=HYPERLINK(""http://x.example"",""Mill"")",Ash\n<i>Inn</i>,Elm\n'
    summary = bring(store, landscape_id, people=text)
    assert names(store, landscape_id) == ['=HYPERLINK("http://x.example","Mill")', "<i>Inn</i>"]
    assert [str(found) for found in summary.problems] == [
        "people.csv, row 2, column 'name': "
        '\'=HYPERLINK("http://x.example","Mill")\' reads like a formula; it is kept as plain text. '
        "Nothing to do, if it is the name.",
        "people.csv, row 3, column 'name': '<i>Inn</i>' holds markup; it is kept as plain text. "
        "Nothing to do, if it is the name.",
    ]


def test_names_in_relationships_alone_are_looked_at_too(
    store: DuckDBStore, landscape_id: str
) -> None:
    summary = bring(store, landscape_id, said="from,to\nMill,<b>Ferry\nMill,Inn\nInn,Ferry\n")
    assert [found.code for found in summary.problems] == ["markup-in-name"]
    assert summary.stored
    assert "<b>Ferry" in names(store, landscape_id)


def test_characters_nobody_can_see_are_taken_out_and_said(
    store: DuckDBStore, landscape_id: str
) -> None:
    summary = bring(store, landscape_id, people="name,town\nMi\x00ll,Ash\nFer\u202ery,Elm\n")
    assert names(store, landscape_id) == ["Mill", "Ferry"]
    assert [str(found) for found in summary.problems] == [
        "people.csv, row 2, column 'name': Characters that cannot be seen were taken out of "
        "2 cells. Check the name as it stands here."
    ]


def test_a_word_for_depth_that_is_not_known_stays_an_attribute(
    store: DuckDBStore, landscape_id: str
) -> None:
    text = "from,to,depth\nMill,Ferry,collaboration\nMill,Inn,kinship\n"
    summary = bring(store, landscape_id, said=text)
    assert [found.code for found in summary.problems] == ["unknown-depth"]
    relationships = store.snapshot(LOCAL, landscape_id).relationship
    by_depth = relationships.sort_values("depth", na_position="last")
    assert by_depth["attributes"].tolist()[1] == '{"depth": "kinship"}'


def test_a_word_for_depth_can_be_given_a_meaning(store: DuckDBStore, landscape_id: str) -> None:
    text = "from,to,depth\nMill,Ferry,collaboration\nMill,Inn,kinship\n"
    summary = bring(store, landscape_id, Decisions(depths={"kinship": 4}), said=text)
    assert summary.problems == ()
    assert sorted(store.snapshot(LOCAL, landscape_id).relationship["depth"]) == [3, 4]


def test_one_of_several_endpoints_can_be_decided_by_name(
    store: DuckDBStore, landscape_id: str
) -> None:
    decisions = Decisions(endpoints={"Ferri": Endpoint(choice="is", called="Ferry")})
    people = "name,town\nMill,Ash\nFerry,Elm\n"
    said = "from,to\nMill,Ferri\nFerry,Mill\nMill,FERRY\n"
    summary = bring(store, landscape_id, decisions, people=people, said=said)
    assert (summary.relationships, summary.missing_endpoints) == (1, 1)
    assert {found.code for found in summary.problems} == {"missing-endpoint", "case-only-name"}


def test_one_unreadable_file_stops_all(store: DuckDBStore, landscape_id: str) -> None:
    summary = bring(store, landscape_id, people="name,town\nMill,Ash\n", said="from,to\n")
    assert (summary.stored, summary.refused) == (False, True)
    assert [found.code for found in summary.problems] == ["header-only"]
    assert names(store, landscape_id) == []


def test_a_dry_run_stores_nothing(store: DuckDBStore, landscape_id: str) -> None:
    file = SourceFile(name="people.csv", data=b"name,town\nMill,Ash\n")
    summary = import_files(LOCAL, store, landscape_id, [file], dry_run=True)
    assert (summary.stakeholders, summary.stored, summary.refused) == (1, False, False)
    assert names(store, landscape_id) == []


def test_who_waits_for_a_value_only_is_known_by_name(store: DuckDBStore, landscape_id: str) -> None:
    people = "name,sector,influence\nMill,water,9\nFerry,trade,2\n"
    summary = bring(store, landscape_id, people=people, said="from,to\nMill,Ferry\n")
    assert [found.code for found in summary.problems] == ["rating-out-of-range"]
    assert (summary.stored, summary.missing_endpoints) == (False, 0)
