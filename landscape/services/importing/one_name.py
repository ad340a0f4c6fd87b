"""Rows of one name made one stakeholder: by decision, or where nothing speaks against it."""

import json
from collections.abc import Sequence

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.services.importing.ledger import Ledger
from landscape.services.importing.people import FIELDS
from landscape.services.importing.problems import CATALOGUE, Answer
from landscape.services.importing.roles import ColumnRole, TableProposal

Read = tuple[SourceTable, TableProposal, pd.DataFrame]


def one_each(tables: Sequence[Read], ledger: Ledger) -> tuple[pd.DataFrame, int]:
    """One row a name, in order of arrival, and how many rows were merged into another.

    Rows that somebody called the same are made one without a question, and so are rows of one
    name of which none speaks against another; the first value of each field stays.
    """
    together = pd.concat([people.assign(table=at) for at, (_, _, people) in enumerate(tables)])
    together.index.name = "row"
    together = together.reset_index()
    called = together["name"]
    together["name"] = called.map(ledger.decisions.meant) if ledger.decisions.same else called
    called_same = together.loc[together["name"] != called, "name"].unique()
    repeated = together.duplicated(subset=list(FIELDS))
    same = int(repeated.sum())
    together = together[~repeated]
    twice = together[together["name"].duplicated() & ~together["name"].isin(called_same)]
    if len(twice):
        against = _against(together)
        agreeing = twice[~twice["name"].isin(against)]
        together = _asked(tables, together, twice[twice["name"].isin(against)], ledger)
        _told(tables, agreeing, ledger)
    before = len(together)
    if together["name"].duplicated().any():
        together = together.groupby("name", sort=False, as_index=False).first()
    people = together[list(FIELDS)].reset_index(drop=True)
    return people, same + before - len(people)


def _against(together: pd.DataFrame) -> pd.Index:
    """The names of which two rows have different values in a field."""
    several = together[together["name"].duplicated(keep=False)]
    fields = [field for field in FIELDS if field not in ("name", "attributes")]
    counts = several.groupby("name")[fields].nunique()
    against = set(counts.index[(counts > 1).any(axis=1)])
    for name, texts in several.groupby("name")["attributes"]:
        members: dict[str, str] = {}
        for text in texts:
            for key, value in json.loads(text).items():
                if members.setdefault(key, value) != value:
                    against.add(name)
    names: pd.Index = pd.Index(sorted(against), dtype="str")
    return names


def _asked(
    tables: Sequence[Read],
    together: pd.DataFrame,
    twice: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """`together` without the rows that are not to be merged into an earlier one of their name."""
    for at, (table, proposal, _) in enumerate(tables):
        here = twice[twice["table"] == at]
        if here.empty:
            continue
        answers = ledger.ask(
            "duplicate-name",
            table,
            _name_column(proposal),
            here.set_index("row")["name"],
            lambda v: f"{v} is there already, with other values.",
            "Make one of them, give this one another name, or leave the row out.",
        )
        left = answers.index[(answers == Answer.LEAVE_OUT.value).to_numpy()]
        ledger.leave(table.key, left, CATALOGUE["duplicate-name"].title)
        together = together.drop(index=here.index[(answers != Answer.MERGE.value).to_numpy()])
    return together


def _told(
    tables: Sequence[Read],
    agreeing: pd.DataFrame,
    ledger: Ledger,
) -> None:
    for at, (table, proposal, _) in enumerate(tables):
        here = agreeing[agreeing["table"] == at].set_index("row")["name"]
        if len(here):
            ledger.ask(
                "same-name",
                table,
                _name_column(proposal),
                here,
                lambda v: f"{v} is there already, and nothing speaks against its being the same.",
                "Nothing to do, if they are the same.",
            )


def _name_column(proposal: TableProposal) -> str | None:
    return proposal.column(ColumnRole.NAME) or proposal.column(ColumnRole.FIRST_NAME)
