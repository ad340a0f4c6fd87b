"""Samples: landscapes written for this project, one folder of CSV files each, to look around in."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import pandas as pd

from landscape.analysis.release import release_cells
from landscape.assessments import instrument_version
from landscape.model.assessment import Answer, Round
from landscape.model.errors import NotFoundError
from landscape.model.ids import draw_id
from landscape.model.instrument import Instrument
from landscape.model.landscape import Landscape
from landscape.model.principal import Principal
from landscape.model.scales import SCALES, OffScale
from landscape.model.stakeholder import Stakeholder
from landscape.services.placing import with_places
from landscape.store.base import MAP_TABLES, Edit, Store

FOLDER: Final = Path(__file__).resolve().parents[2] / "data" / "samples"

# Words in one cell, separated by "; ", which the store keeps as JSON lists.
_LISTS: Final = ("roles", "barriers", "entry_points", "kinds")
_COLUMNS: Final = frozenset(field.name for field in fields(Stakeholder))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What a person sees of a sample before opening it."""

    id: str
    name: str
    challenge: str


def samples(folder: Path = FOLDER) -> tuple[Sample, ...]:
    """Every sample, in the order of their folders."""
    return tuple(
        Sample(id=path.parent.name, name=about["name"], challenge=about["challenge"])
        for path in sorted(folder.glob("*/landscape.toml"))
        for about in (_read_toml(path)["landscape"],)
    )


def load_sample(
    principal: Principal, store: Store, name: str, *, folder: Path = FOLDER
) -> Landscape:
    """Make a landscape of the sample `name`: its map in one batch, then its assessment rounds."""
    path = folder / name / "landscape.toml"
    if not path.is_file():
        raise NotFoundError(
            f"There is no sample {name!r}.",
            fix=f"Choose one of {[sample.id for sample in samples(folder)]!r}.",
        )
    about = _read_toml(path)
    landscape = store.create_landscape(principal, Landscape(id=draw_id("l"), **about["landscape"]))
    edit = Edit(
        label=f"Opened the sample {landscape.name}",
        kind="sample",
        put={table: frame for table, frame in read_tables(path.parent).items() if len(frame)},
    )
    store.apply(principal, landscape.id, with_places(principal, store, landscape.id, edit))
    for told in about.get("rounds", ()):
        _add_round(principal, store, landscape.id, told)
    return store.landscape(principal, landscape.id)


def read_tables(folder: Path) -> dict[str, pd.DataFrame]:
    """The tables in a sample's folder; a table without a file is left out."""
    return {
        table: _read_table(folder / f"{table}.csv", table)
        for table in MAP_TABLES
        if (folder / f"{table}.csv").is_file()
    }


def _read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _read_table(path: Path, table: str) -> pd.DataFrame:
    """One CSV with empty cells as "not recorded", numbers as numbers and lists as JSON."""
    told = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8")
    told = told.mask(told == "")
    if table == "stakeholder":
        told = _with_attributes(told)
    for column in _LISTS:
        if column in told:
            told[column] = told[column].map(_json_list, na_action="ignore")
    numbers = {*SCALES, "ordinal"} - {"stance"}
    if table == "legitimacy":
        # Two columns mean something else here: a rating, and a list of words.
        numbers.add("level")
        told["basis"] = told["basis"].map(_json_list, na_action="ignore")
    for column in told.columns.intersection(sorted(numbers)):
        told[column] = pd.to_numeric(told[column]).astype("Int64")
    return told.dropna(axis="columns", how="all")


def _with_attributes(told: pd.DataFrame) -> pd.DataFrame:
    """Columns that the store does not have become attributes, where they have a value."""
    others = [column for column in told.columns if column not in _COLUMNS]
    kept = told.drop(columns=others)
    kept["attributes"] = [
        json.dumps(
            {name: value for name, value in row.items() if isinstance(value, str)},
            ensure_ascii=False,
        )
        for row in told[others].to_dict("records")
    ]
    return kept


def _json_list(cell: str) -> str:
    return json.dumps([word.strip() for word in cell.split(";")], ensure_ascii=False)


def _add_round(
    principal: Principal, store: Store, landscape_id: str, told: Mapping[str, Any]
) -> None:
    """Add a round with its answers: open while they go in, then in its own state."""
    instrument = instrument_version(told["instrument"], told["version"])
    if instrument is None:
        raise NotFoundError(
            f"The questions {told['instrument']!r}, version {told['version']}, are not here.",
            fix="Put their file back.",
        )
    columns = {name: value for name, value in told.items() if name not in ("submissions", "state")}
    columns |= {"id": draw_id("r"), "digest": instrument.digest, "state": "open"}
    added = store.create_round(principal, landscape_id, Round(**columns))
    for submission in told.get("submissions", ()):
        _add_submission(principal, store, landscape_id, added, submission, instrument)
    state: str = told.get("state", "open")
    on: date = told.get("closed_on") or told["opened_on"]
    if state in ("closed", "released"):
        store.close_round(
            principal, landscape_id, added.id, on, to_release=partial(release_cells, instrument)
        )
    elif state != "open":
        store.set_round_state(principal, landscape_id, added.id, state, on)


def _add_submission(
    principal: Principal,
    store: Store,
    landscape_id: str,
    round_: Round,
    told: Mapping[str, Any],
    instrument: Instrument,
) -> None:
    """What one person said, where they stand and what they wrote; nameless where the round is."""
    answers = [_answer(item_id, said, instrument) for item_id, said in told["answers"].items()]
    standpoint, day = told.get("standpoint"), told["answered_on"]
    writings: Mapping[str, str] = told.get("writings", {})
    if round_.anonymous:
        store.type_in(
            principal,
            landscape_id,
            round_.id,
            day,
            rater=None,
            standpoint=standpoint,
            answers=answers,
            writings=writings,
        )
        return
    submission_id = store.open_submission(
        principal, landscape_id, round_.id, rater=told.get("rater")
    )
    for answer in answers:
        store.save_answer(principal, landscape_id, submission_id, answer, day)
    for about, text in writings.items():
        store.save_writing(principal, landscape_id, submission_id, about, text)
    if standpoint:
        store.save_standpoint(principal, landscape_id, submission_id, standpoint)
    if told.get("finished"):
        store.finish_submission(principal, landscape_id, submission_id)


def _answer(item_id: str, told: Any, instrument: Instrument) -> Answer:
    """An answer from a level, an off-scale code, or a table with either and more."""
    said: dict[str, Any] = dict(told) if isinstance(told, Mapping) else {}
    if isinstance(told, int):
        said["level"] = told
    elif isinstance(told, str):
        said["off_scale"] = told
    if "off_scale" in said:
        said["off_scale"] = OffScale(said["off_scale"])
    else:
        said["text_shown"] = instrument.item(item_id).anchor(said["level"]).text
    return Answer(item_id=item_id, language=instrument.language, **said)
