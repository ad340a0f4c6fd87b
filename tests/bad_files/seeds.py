"""A good file of every format that is read: what bad files are made of."""

import io

import xlsxwriter

from landscape.formats.discovery import formats
from landscape.formats.outline import Outline, OutlineRelationship, OutlineStakeholder
from tests.bad_files.unreadable import archive
from tests.formats import json_examples
from tests.formats.test_sandbox import EXAMPLES

NAMES = ["Mill trust", "Müller, Anna", "Harbour 🌊", "=1+1", "Ash council", "Weir & Sons", "mill"]
VALLEY = Outline(
    name="Valley",
    stakeholders=[
        OutlineStakeholder(
            id=f"s{number}",
            name=name,
            kind="organisation",
            group=f"Group {number % 3}",
            notes="Two lines\nof notes",
            attributes={"Town": f"Town {number}", "Founded": 1890 + number},
            x=float(number),
            y=-1.5 * number,
        )
        for number, name in enumerate(NAMES)
    ],
    relationships=[
        OutlineRelationship(
            id=f"r{number}",
            source=f"s{number}",
            target=f"s{(number * 3 + 1) % len(NAMES)}",
            directed=number % 2 == 0,
            kind="trades with",
            depth=number % 5,
            weight=number + 0.5,
        )
        for number in range(len(NAMES))
    ],
)
PEOPLE = [
    ["name", "group", "town", "influence", "notes"],
    *(
        [name, f"Group {number % 3}", "Ash", str(number % 5 + 1), 'He said "no"; twice']
        for number, name in enumerate(NAMES)
    ),
]
SAID = [
    ["from", "to", "depth", "date"],
    *([one, NAMES[(at * 3 + 1) % 7], str(at % 5), "2026-05-31"] for at, one in enumerate(NAMES)),
]


def as_csv(rows: list[list[str]], delimiter: str = ",") -> str:
    quoted = (['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows)
    return "\r\n".join(delimiter.join(row) for row in quoted) + "\r\n"


def book() -> bytes:
    packed = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(packed, options) as made:
        for name, rows in (("People", PEOPLE), ("Said", SAID)):
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            sheet.write_number(len(rows), 3, 4.5)
    return packed.getvalue()


def page() -> bytes:
    rows = "".join("<tr><td>" + "</td><td>".join(row) + "</td></tr>\n" for row in PEOPLE)
    return f"<html><body><table>{rows}</table></body></html>".encode()


def seeds() -> dict[str, list[bytes]]:
    """Good files by format: the small example each has, and richer ones where there are some."""
    good = {form: [example] for form, example in EXAMPLES.items()}
    for form, example in json_examples.EXAMPLES.items():
        good[form].append(example)
    for form in formats().values():
        if form.write is not None and form.read is not None:
            good[form.name].append(form.write(VALLEY))
    good["csv"] += [
        as_csv(PEOPLE).encode(),
        as_csv(SAID, ";").encode("utf-8-sig"),
        as_csv(PEOPLE, "\t").encode("utf-16"),
        as_csv(PEOPLE).encode("cp1252", "replace"),
    ]
    good["xlsx"].append(book())
    good["html"].append(page())
    good["csv-zip"].append(archive({"people.csv": as_csv(PEOPLE), "said.csv": as_csv(SAID)}))
    return good
