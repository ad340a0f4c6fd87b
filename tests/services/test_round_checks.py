"""Copies that were damaged, or made to do damage, are refused before anything is stored."""

import json
from typing import Any

import pandas as pd
import pytest

from landscape.model.errors import InvalidValueError
from landscape.services.round_checks import require_readable

ROUND = {
    "name": "Autumn",
    "instrument": "convening-readiness",
    "version": "2",
    "form": "quick",
    "mode": "anonymous",
    "threshold": "5",
    "expected": "9",
    "evidence": None,
}
ITEM = {"levels": {"2": 5}, "off_scale": {"cant_say": 1}, "texts": {"2": "Words"}, "of": 6}
CENTRE = {"people": 6, "centre": 2.0, "low": 1.5, "high": 2.5}
CELLS: dict[str, Any] = {
    "number": 1,
    "people": 6,
    "items": {"D01.1": ITEM},
    "dimensions": {"D01": CENTRE},
    "targets": {"items": {}, "dimensions": {}},
    "groups": {"D01": {"shown": {"Residents": CENTRE}}},
    "comments": {"about": {"D01": {"texts": ["Words"]}}, "pooled": None},
    "withheld": [{"what": "Groups", "why": "Too few."}],
}


def check(round_: dict[str, Any], cells: object) -> None:
    release = {"round_id": "r", "number": "1", "cells": json.dumps(cells)}
    tables = {"round": pd.DataFrame([round_]), "release": pd.DataFrame([release])}
    require_readable(tables, fix="Take it once more.")


def test_a_sound_copy_passes() -> None:
    check(ROUND, CELLS)
    check(ROUND, {"item": "D01.1", "levels": {"2": 5}, "off_scale": {}})
    require_readable({}, fix="Nothing to do.")


@pytest.mark.parametrize(
    "wrong",
    [
        {"threshold": "1"},
        {"threshold": "many"},
        {"mode": "open"},
        {"name": " "},
        {"version": "two"},
        {"evidence": "[]"},
        {"evidence": "{"},
    ],
)
def test_a_damaged_round_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(InvalidValueError, match="is damaged"):
        check({**ROUND, **wrong}, CELLS)


@pytest.mark.parametrize(
    "cells",
    [
        [],
        {},
        {key: value for key, value in CELLS.items() if key != "items"},
        {**CELLS, "people": "9 ![x](http://elsewhere.example)"},
        {**CELLS, "people": -1},
        {**CELLS, "items": {"D01.1": {**ITEM, "levels": {"2": 1.5}}}},
        {**CELLS, "items": {"D01.1": {**ITEM, "off_scale": {"unheard": 1}}}},
        {**CELLS, "dimensions": {"D01": {**CENTRE, "centre": "2"}}},
        {**CELLS, "comments": {"about": {"D01": {"texts": [5]}}, "pooled": None}},
        {**CELLS, "withheld": [{"what": 1, "why": "x"}]},
        {"item": 7, "levels": {}, "off_scale": {}},
    ],
)
def test_a_damaged_release_is_refused(cells: object) -> None:
    with pytest.raises(InvalidValueError, match="gave out is damaged"):
        check(ROUND, cells)
