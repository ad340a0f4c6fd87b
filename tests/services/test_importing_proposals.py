"""What each table and column is taken for, from headers and contents, and the reasons given."""

import csv
import io
import re

import pandas as pd
import pytest

from landscape.formats.source import SourceTable
from landscape.services.importing.profiles import Looked
from landscape.services.importing.proposing import propose
from landscape.services.importing.roles import ColumnRole, Confidence, TableKind, TableProposal
from tests.services.wild_tables import WILD, Wild

PLAIN = {ColumnRole.ATTRIBUTE, ColumnRole.IGNORED}
BANNED = re.compile(
    r"\b(node|edge|graph|tie|link|entity|actor|survey|quiz|score|dataset|invalid|user)s?\b", re.I
)


def table(name: str, text: str, **about: object) -> SourceTable:
    sign = ";" if ";" in text.partition("\n")[0] else ","
    header, *rows = csv.reader(io.StringIO(text), delimiter=sign)
    frame = pd.DataFrame(rows, columns=header, dtype="str")
    frame.index = pd.RangeIndex(2, len(frame) + 2, name="row")
    return SourceTable(file=name, sheet=None, frame=frame, **about)  # type: ignore[arg-type]


def tables(wild: Wild) -> list[SourceTable]:
    return [table(name, text) for name, text in wild.files.items()]


def roles(proposal: TableProposal) -> dict[str, str]:
    return {c.role.value: c.column for c in proposal.columns if c.role not in PLAIN}


def reason(proposal: TableProposal, column: str) -> tuple[str, Confidence, str]:
    (found,) = [c for c in proposal.columns if c.column == column]
    return found.role.value, found.confidence, found.reason


@pytest.mark.parametrize("wild", WILD, ids=[wild.title for wild in WILD])
def test_a_table_in_the_wild_says_what_it_holds(wild: Wild) -> None:
    proposals = {proposal.table: proposal for proposal in propose(tables(wild))}
    assert {name: found.kind.value for name, found in proposals.items()} == wild.holds
    for name, expected in wild.roles.items():
        assert roles(proposals[name]) == expected


@pytest.mark.parametrize("wild", WILD, ids=[wild.title for wild in WILD])
def test_every_proposal_has_a_reason_in_plain_words(wild: Wild) -> None:
    for proposal in propose(tables(wild)):
        for words in (proposal.reason, *(column.reason for column in proposal.columns)):
            assert words.endswith(".")
            assert words[0].isupper() or words[0] == "'"
            unquoted = re.sub(r"'[^']*'", "", words)
            assert BANNED.search(unquoted) is None


@pytest.mark.parametrize("wild", WILD, ids=[wild.title for wild in WILD])
def test_the_order_of_files_says_nothing(wild: Wild) -> None:
    there = {p.table: (p.kind, roles(p)) for p in propose(tables(wild))}
    back = {p.table: (p.kind, roles(p)) for p in propose(tables(wild)[::-1])}
    assert there == back


def test_what_the_file_says_is_sure() -> None:
    people = table(
        "map.gexf", "Id,Label,colour\na,Mill,red\nb,Ferry,blue\nc,Inn,red\nd,Quay,blue\n",
        holds="stakeholders", says={"Id": "id", "Label": "name"},
    )  # fmt: skip
    said = table(
        "map.gexf ties", "Source,Target,what\na,b,money\nb,c,advice\n",
        holds="relationships", says={"Source": "source", "Target": "target", "what": "kind"},
        by_id=True,
    )  # fmt: skip
    first, second = propose([people, said])
    assert (first.kind, first.reason) == (TableKind.STAKEHOLDERS, "The file says so.")
    assert (second.kind, second.reason) == (TableKind.RELATIONSHIPS, "The file says so.")
    assert reason(first, "Label") == ("name", Confidence.SURE, "The file says so.")
    assert reason(second, "what") == ("kind", Confidence.SURE, "The file says so.")
    assert roles(first) == {"id": "Id", "name": "Label", "group": "colour"}
    assert second.by_id


def test_a_file_can_say_who_takes_part_in_what() -> None:
    said = table(
        "women.dl", "row,column\nAnn,E1\nBob,E1\n",
        holds="memberships", says={"row": "name", "column": "group"},
    )  # fmt: skip
    (found,) = propose([said])
    assert (found.kind, roles(found)) == (TableKind.MEMBERSHIPS, {"name": "row", "group": "column"})


def test_who_decides_comes_before_the_file() -> None:
    said = table("a.json", "name,x\nMill,1\nFerry,2\n", holds="stakeholders", says={"name": "name"})
    (found,) = propose([said], kinds={"a.json": TableKind.ASIDE})
    assert (found.kind, found.reason) == (TableKind.ASIDE, "You left it aside.")


def test_who_took_part_can_be_read_as_relationships_between_them() -> None:
    text = "Person,Event,Date\nAnn,Fair,2024-01-01\nBob,Fair,2024-01-01\nAnn,Walk,2024-02-01\n"
    (found,) = propose([table("a.csv", text)], kinds={"a.csv": TableKind.SHARED})
    assert roles(found) == {"name": "Person", "group": "Event", "reported_on": "Date"}


def test_days_and_months_that_could_be_either_way_round_are_told() -> None:
    text = "from,to,date\nMill,Ferry,3/4/2024\nFerry,Inn,5/6/2024\nInn,Mill,1/2/2024\n"
    (found,) = propose([table("a.csv", text)])
    assert reason(found, "date") == (
        "reported_on", Confidence.LIKELY,
        "Its days and months could be either way round: 3/4/2024 is read as 4 March 2024.",
    )  # fmt: skip


def test_a_comma_that_could_be_read_either_way_is_told() -> None:
    text = 'from,to,weight\nMill,Ferry,"1,250"\nFerry,Inn,"3,000"\nInn,Mill,20\n'
    (found,) = propose([table("a.csv", text)])
    assert reason(found, "weight") == (
        "weight", Confidence.LIKELY,
        "Its comma could part thousands or a fraction: 1,250 is read as 1250.",
    )  # fmt: skip
    clear = text.replace("3,000", "3,5")
    assert reason(propose([table("a.csv", clear)])[0], "weight")[1] is Confidence.SURE


def test_of_two_columns_that_say_the_same_the_one_in_words_is_the_group() -> None:
    text = "name,code,label\n" + "".join(
        f"N{n},{n % 3},{('north', 'south', 'west')[n % 3]}\n" for n in range(9)
    )
    (found,) = propose([table("a.csv", text)])
    assert reason(found, "label")[0] == "group"
    assert reason(found, "code") == (
        "attribute", Confidence.LIKELY, "It says the same as 'label', which says it in words."
    )  # fmt: skip


def test_a_code_for_each_source_is_no_reporter() -> None:
    text = "nr,from,to\n11,Mill,Ferry\n11,Mill,Inn\n12,Ferry,Inn\n12,Ferry,Mill\n13,Inn,Mill\n"
    (found,) = propose([table("a.csv", text)])
    assert roles(found) == {"source": "from", "target": "to"}


def test_two_of_one_label_are_told_apart_by_their_type_or_code() -> None:
    text = "Label,Type\nMill,Place\nMill,Business\nInn,Place\n"
    assert propose([table("a.csv", text)])[0].told_apart_by == "Type"
    text = "Id,Label\n1,Mill\n2,Mill\n3,Inn\n"
    assert propose([table("a.csv", text)])[0].told_apart_by == "Id"
    text = "id,name,sector\n1,Mill,food\n2,Mill,trade\n3,Inn,food\n"
    assert propose([table("a.csv", text)])[0].told_apart_by is None


def test_prose_and_code_books_are_left_aside_with_a_reason() -> None:
    ties = table("t.csv", "from,to\nMill,Ferry\nFerry,Mill\nMill,Inn\n")
    book = table("b.csv", "Column,Meaning\nfrom,who names\nto,who is named\n")
    prose = table("p.csv", "About us\n" + "We wrote this down over many long evenings. " * 3 + "\n")
    found = propose([ties, book, prose])
    assert [p.reason for p in found[1:]] == [
        "It describes the columns of a table rather than stakeholders.",
        "It holds text to read rather than a list.",
    ]


def test_a_table_is_looked_at_once_and_a_corrected_column_again() -> None:
    text = "from,to\nMill,Ferry\nFerry,Inn\n"
    looked = Looked()
    propose([table("a.csv", text)], looked=looked)
    before = looked.of(table("a.csv", text))
    changed = table("a.csv", text.replace("Inn", "Mill"))
    after = looked.of(changed)
    assert after["from"] is before["from"]
    assert (list(before["to"].values), list(after["to"].values)) == (
        ["Ferry", "Inn"], ["Ferry", "Mill"],
    )  # fmt: skip


def test_what_was_proposed_stands_until_something_differs() -> None:
    text = "from,to\nMill,Ferry\nFerry,Inn\n"
    looked = Looked()
    first = propose([table("a.csv", text)], ["Mill"], looked=looked)
    assert propose([table("a.csv", text)], ["Mill"], looked=looked) is first
    aside = propose([table("a.csv", text)], kinds={"a.csv": TableKind.ASIDE}, looked=looked)
    assert aside[0].kind is TableKind.ASIDE
    known = propose([table("a.csv", text)], ["Mill", "Ferry", "Inn"], looked=looked)
    assert reason(known[0], "from")[2] == "Its values are names in the map."
    said = table("a.csv", text, holds="relationships", says={"from": "target", "to": "source"})
    assert roles(propose([said], looked=looked)[0]) == {"target": "from", "source": "to"}


def test_the_answers_of_a_form_are_no_names() -> None:
    words = ("often", "never", "seldom", "always")
    header = "nr,q1,q2,q3,q4,q5\n"
    rows = "".join(
        f"{n % 5}," + ",".join(words[(n * q + q) % 4] for q in range(1, 6)) + "\n"
        for n in range(20)
    )
    (found,) = propose([table("form.csv", header + rows)])
    assert found.kind is TableKind.ASIDE


def test_two_columns_that_are_often_the_same_name_nobody() -> None:
    rows = "".join(f"{'often' if n % 3 else 'never'},often\nnever,never\n" for n in range(9))
    (found,) = propose([table("form.csv", "before,after\n" + rows)])
    assert found.kind is TableKind.ASIDE


@pytest.mark.parametrize("text", ["a\n", "a,b\n", "a,b,c\nx,,\n"])
def test_a_table_with_next_to_nothing_has_a_proposal(text: str) -> None:
    (found,) = propose([table("a.csv", text)])
    assert len(found.columns) == text.partition("\n")[0].count(",") + 1


def test_a_code_for_each_row_of_a_form_is_no_name() -> None:
    text = "id,outlet,kind of outlet\n" + "".join(
        f"s{n:02},Paper {chr(65 + n)}{chr(97 + n)},{('daily', 'weekly')[n % 2]}\n" for n in range(8)
    )
    ties = "from,to\ns00,s01\ns01,s02\ns02,s00\n"
    first, second = propose([table("n.csv", text), table("e.csv", ties)])
    assert roles(first) == {"id": "id", "name": "outlet", "group": "kind of outlet"}
    assert second.by_id
