"""The answers of a round as a table to take away: codes and text, one row an answer or a cell."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import pandas as pd

from landscape.analysis.results import ItemResult, Results
from landscape.formats.safe_cells import Value, csv_file
from landscape.model.assessment import Round
from landscape.model.instrument import Instrument, Item
from landscape.model.principal import Principal
from landscape.services.round_report_making import rater_said
from landscape.store.base import Store

_ANSWERS: Final = (
    "Round", "Person", "Where they stand", "Dimension", "Dimension code", "Item code", "Statement",
    "Level", "Answer code", "Answer", "Reason", "Note", "Confidence", "Trend", "Target", "Day",
    "Derived from",
)  # fmt: skip
_CELLS: Final = (
    "Round", "Dimension", "Dimension code", "Item code", "Statement", "Level", "Answer code",
    "Answer", "How many", "Derived from",
)  # fmt: skip


def as_csv(
    principal: Principal,
    store: Store,
    landscape_id: str,
    round_: Round,
    instrument: Instrument,
    results: Results,
) -> bytes:
    """The answers; of an anonymous round only how many gave each, as it was given out.

    Text in it is never reckoned by a spreadsheet. Where nothing may be shown there is no row.
    """
    if round_.anonymous:
        return csv_file(_CELLS, _cells(round_, instrument, results))
    answers = store.answers(principal, landscape_id, round_.id) if results.people else None
    rows = () if answers is None else _answers(round_, instrument, answers)
    return csv_file(_ANSWERS, rows)


def _answers(
    round_: Round, instrument: Instrument, answers: pd.DataFrame
) -> Iterator[tuple[Value, ...]]:
    order = {item.id: at for at, item in enumerate(instrument.items)}
    sorting = answers.assign(order=answers["item_id"].map(order)).sort_values(
        ["submission_id", "order"], kind="stable"
    )
    for row in sorting.to_dict("records"):
        item = instrument.item(str(row["item_id"]))
        yield (
            round_.name,
            rater_said(str(row["rater"])) if isinstance(row["rater"], str) else None,
            _text(row["standpoint"]),
            *_asked(instrument, item),
            _whole(row["level"]),
            _text(row["off_scale"]),
            _text(row["text_shown"]),
            _text(row["reason"]),
            _text(row["note"]),
            _whole(row["confidence"]),
            _text(row["trend"]),
            _whole(row["target"]),
            _text(str(row["answered_on"])[:10]),
            _derived(instrument),
        )


def _cells(round_: Round, instrument: Instrument, results: Results) -> Iterator[tuple[Value, ...]]:
    for found in results.items:
        item = instrument.item(found.item_id)
        asked = (round_.name, *_asked(instrument, item))
        yield from (
            (*asked, *cell, _derived(instrument)) for cell in _counted(instrument, item, found)
        )


def _counted(
    instrument: Instrument, item: Item, found: ItemResult
) -> Iterator[tuple[Value, Value, Value, Value]]:
    for level, many in sorted(Counter(found.levels).items()):
        yield level, None, found.texts.get(level) or item.anchor(level).text, many
    for answer in instrument.off_scale:
        if found.off_scale[answer.code]:
            yield None, answer.code.value, answer.name, found.off_scale[answer.code]


def _asked(instrument: Instrument, item: Item) -> tuple[str, str, str, str]:
    dimension = instrument.dimension(item.dimension_id)
    return dimension.title, dimension.id, item.id, item.statement


def _derived(instrument: Instrument) -> str:
    return f"{instrument.name}, version {instrument.version}"


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _whole(value: object) -> int | None:
    return None if pd.isna(value) else int(str(value))  # type: ignore[call-overload]
