"""A written twin of a real survey: headers that say nothing, self rows, repeats, an acronym.

All organisations are invented. The figures below were counted by hand from the lines of `SAID`.
"""

import csv
import io
from typing import Final

import xlsxwriter

SECTORS: Final = {"State": 1, "NGO": 2, "Research": 3, "Media": 4}
PEOPLE: Final = (
    ("Bay Harbour Authority", "State"),
    ("Coastal Water Board", "State "),
    ("Inlet Planning Office", "State "),
    ("Saltmarsh Trust", "NGO"),
    ("Friends of the Estuary", "NGO"),
    ("Divers’ League", "NGO"),
    ("Northshore Institute", "Research"),
    ("Tideline College", "Research"),
    ("Seagrass Laboratory", "Research"),
    ("Harbour Evening Post", "Media"),
    ("Radio Breakwater", "Media"),
    ("Northern Bay Community of Practice Steering Committee", "Research"),
)
# respondent, who they speak for, level, whom they name; two speak for Bay Harbour Authority
SAID: Final = (
    ("R_01aQ", 0, "communication", 0),  # a self row
    ("R_01aQ", 0, "communication", 3),
    ("R_01aQ", 0, "collaboration", 6),
    ("R_02bK", 0, "coordination", 3),  # the same pair at another level, by another respondent
    ("R_02bK", 0, "coordination", 3),  # an exact repeat
    ("R_02bK", 0, "coordination", 0),  # a self row
    ("R_02bK", 0, "coordination", 0),  # a self row, and an exact repeat of it
    ("R_03cM", 3, "collaboration", 0),  # the other end reports, too
    ("R_03cM", 3, "coordination", 4),
    ("R_03cM", 3, "collaboration", 4),  # one respondent names two levels
    ("R_04dT", 4, "communication", 5),
    ("R_04dT", 4, "communication", 7),
    ("R_05eV", 6, "collaboration", 7),
    ("R_05eV", 6, "collaboration", 8),
    ("R_05eV", 6, "collaboration", 8),  # an exact repeat
    ("R_05eV", 6, "coordination", 1),
    ("R_06fW", 1, "communication", 6),
    ("R_06fW", 1, "communication", 2),
    ("R_06fW", 1, "collaboration", None),  # names NBCoP
    ("R_07gX", 7, "coordination", 3),
    ("R_07gX", 7, "collaboration", 8),
    ("R_08hY", 5, "communication", 4),
    ("R_08hY", 5, "communication", 3),
)
ACRONYM: Final = "NBCoP"
MEANT: Final = PEOPLE[11][0]

ROWS: Final = 23
STAKEHOLDERS: Final = 12
SELF_ROWS: Final = 3
DUPLICATES: Final = 2
REPORTS: Final = 17  # 23 rows - 3 self rows - 2 repeats - 1 waiting on the acronym
PAIRS: Final = 12
ISOLATES: Final = 3  # the two media, and the community of practice
ANSWERED: Final = 7


def people() -> list[list[str]]:
    rows = [["id", "organization", "organization_type", "organization_label"]]
    rows += [
        [str(number), name, str(SECTORS[label.strip()]), label]
        for number, (name, label) in enumerate(PEOPLE, start=1)
    ]
    return rows


def said(order: tuple[int, ...] = (0, 1, 2, 3, 4, 5)) -> list[list[str]]:
    """The rows about relationships, with the columns in another order."""
    rows = [["from_1", "from_2", "from_3", "type", "to_1", "to_2"]]
    for respondent, source, level, target in SAID:
        named = PEOPLE[target] if target is not None else (ACRONYM, "Research")
        rows.append(
            [
                respondent,
                PEOPLE[source][0],
                PEOPLE[source][1].strip(),
                level,
                named[0],
                named[1].strip(),
            ]
        )
    return [[row[at] for at in order] for row in rows]


def as_csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def as_book() -> bytes:
    """Both tables as sheets of one workbook."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        for name, rows in (("Bodies", people()), ("Answers", said())):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return packed.getvalue()
