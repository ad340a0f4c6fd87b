"""A workbook as people keep them: a title above the table, a sheet of prose, three mistakes."""

import io
from typing import Final

import xlsxwriter

PEOPLE: Final = (
    ("Name", "Sector", "Influence", "Town"),
    ("Harbour trust", "Water", 4, "Ash"),
    ("Mill cooperative", "Trade", 9, "Elm"),  # the scale ends at 5
    ("", "Trade", 2, "Ash"),  # nobody
    ("Ferry company", "Transport", 3, "Elm"),
    ("School council", "Education", 2, "Ash"),
    ("Harbor trust", "Water", 4, "Ash"),  # likely the first one again
)
CONTACTS: Final = (
    ("From", "To", "How deep"),
    ("Harbour trust", "Mill cooperative", "coordination"),
    ("Ferry company", "School council", "communication"),
    ("School council", "Mill co-operative", "communication"),  # not listed by that name
)
NOTES: Final = ("What this is", "We met on the quay and wrote down whom we know.", "Ask Ann.")


def as_book() -> bytes:
    """The workbook as a file."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        people = book.add_worksheet("People")
        people.write_string(0, 0, "Who lives along the river, spring list")
        for number, row in enumerate(PEOPLE, start=2):
            people.write_row(number, 0, row)
        contacts = book.add_worksheet("Contacts")
        for number, row in enumerate(CONTACTS):
            contacts.write_row(number, 0, row)
        notes = book.add_worksheet("Read me")
        for number, line in enumerate(NOTES):
            notes.write_string(number, 0, line)
    return packed.getvalue()
