"""Expected figures by hand, from the small town: no path to Media, nothing on who decides."""

import json
from collections import Counter
from datetime import date

import pandas as pd
import pytest

from landscape.analysis.evidence import Place
from landscape.analysis.results import ItemResult, Results
from landscape.assessments import instruments
from landscape.model.assessment import Round
from landscape.services.reading import EVIDENCE_TABLES
from landscape.services.round_evidence import changed_since, contradictions, evidence_now, shown
from landscape.store.base import Edit

INSTRUMENT = instruments()["convening-readiness"]
DAY = date(2026, 3, 12)


def snapshot(principal, store, landscape_id):
    return store.snapshot(principal, landscape_id, tables=EVIDENCE_TABLES)


@pytest.fixture
def now(principal, store, small_town):
    return evidence_now(snapshot(principal, store, small_town), on=DAY)


def of(evidence):
    return Round(
        id="r", name="Spring", instrument="x", version=1, digest="", form="quick", evidence=evidence
    )


def said(**centres):
    items = [
        ItemResult(
            item_id=item_id.replace("_", "."),
            levels=(int(centre),),
            off_scale=Counter(),
            texts={},
            centre=centre,
            low=centre,
            high=centre,
        )
        for item_id, centre in centres.items()
    ]
    return Results(people=1, dimensions=(), items=tuple(items))


def test_what_the_map_shows_is_kept_as_plain_values(now):
    assert json.loads(json.dumps(now)) == {
        **now,
        "figures": [
            {
                **figure,
                "names": list(figure["names"]),
                "also": list(figure["also"]),
                "places": list(figure["places"]),
            }
            for figure in now["figures"]
        ],
    }
    assert now["date"] == "2026-03-12"


def test_a_figure_has_its_words_its_counts_its_names_and_where_they_are(now):
    figure = shown(of(None), now).figures["E34"]
    assert figure.sentence == "3 of 4 groups are within two steps of your team"
    assert (figure.count, figure.base, figure.recorded, figure.of, figure.band) == (3, 4, 4, 4, 4)
    assert figure.names == ("Media",)
    assert figure.places == (Place(kind="constituency", id="c_media"),)


def test_too_few_are_counted_and_stand_for_no_level(now):
    figure = shown(of(None), now).figures["E14"]
    assert (figure.enough, figure.holds, figure.band) == (True, False, None)


def test_too_little_recorded_says_nothing(now):
    figure = shown(of(None), now).figures["E09"]
    assert (figure.enough, figure.recorded, figure.of) == (False, 1, 4)


def test_what_was_kept_comes_before_what_is_so_now(now):
    kept = json.loads(json.dumps({**now, "date": "2025-11-01"}))
    assert shown(of(kept), now).on == date(2025, 11, 1)
    assert shown(of(kept), now).kept
    assert not shown(of(None), now).kept
    assert shown(of(kept), now).figures == shown(of(None), now).figures


def test_what_the_map_shows_otherwise_since_is_told(principal, store, small_town, now):
    then = shown(of(now), now)
    assert changed_since(then, now) == {}
    news = pd.DataFrame(
        [("r9", "s_news", "s_hall", 2, "reported")],
        columns=["id", "source_id", "target_id", "depth", "basis"],
    )
    store.apply(principal, small_town, Edit(label="Reach Media", put={"relationship": news}))
    later = evidence_now(snapshot(principal, store, small_town), on=DAY)
    changed = changed_since(then, later)
    assert changed["E34"].sentence == "4 of 4 groups are within two steps of your team"
    assert "E24" not in changed


def test_two_levels_apart_contradict_and_ask_both_ways(now):
    evidence = shown(of(None), now)
    found = contradictions(INSTRUMENT, said(D02_1=2.0, D09_1=4.0), evidence)
    assert [(one.item_id, one.centre, one.code, one.band) for one in found] == [
        ("D09.1", 4.0, "E24", 1),
        ("D02.1", 2.0, "E34", 4),
    ]
    assert found[0].words.endswith("Is the map behind, or are you ahead of it?")
    assert found[1].words == "The map looks better than you say. What do you know that it does not?"


def test_one_level_apart_is_no_contradiction(now):
    assert contradictions(INSTRUMENT, said(D02_1=3.0, D09_1=2.5), shown(of(None), now)) == ()


def test_an_instrument_of_two_levels_is_never_laid_beside_a_band(now):
    gate = instruments()["gathering-gate"]
    assert contradictions(gate, said(), shown(of(None), now)) == ()
