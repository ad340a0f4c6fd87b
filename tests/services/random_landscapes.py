"""Random landscapes with everything a map can hold, and with the oddest of values in it."""

import json
import os
from datetime import date, datetime
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from landscape.model.ids import pair_id
from landscape.model.plan import StepStatus
from landscape.model.scales import (
    SCALES,
    Asked,
    Basis,
    BoundaryKind,
    BoundaryStance,
    Centrality,
    KnowledgeBasis,
    Level,
    Role,
    Status,
)
from landscape.store.base import Edit

# How many of them a test tries: more before a release, LANDSCAPE_EXAMPLES=1000 or so.
EXAMPLES = int(os.environ.get("LANDSCAPE_EXAMPLES", "15"))
ODD = (
    "مرحبا بالعالم",
    "שָׁלוֹם",
    "\u200fمركز\u200e RTL",
    "👩🏽\u200d🌾 Grün",
    'The "Mill"',
    "two\nlines",
    "two\r\nlines",
    "acme",
    "Acme",
    "ACME",
    "=1+1",
    "'=x",
    "'",
    "''",
    "+49 30",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\uff1d1",
    "n" * 300,
    "NA",
    "n/a",
    "null",
    "TRUE",
    "1.0",
    "007",
    "12345678901234567890",
    "-0.0",
    "1e400",
    "2026-01-02",
    " spaced ",
    "\u00a0hard\u00a0",
    "a,b;c\td|e",
    "_x0041_",
    "A\U0002f801",
    "e\u0301",
    "<b>bold</b> & [link](x)",
    "#REF!",
    "{}",
)
NAMES = st.one_of(
    st.sampled_from(ODD),
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t\r"),
        min_size=1,
        max_size=30,
    ),
).filter(lambda name: bool(name.strip()))
TEXTS = st.one_of(NAMES, st.sampled_from(["", " ", "\n", "\u2028"]))
DAYS = st.dates(min_value=date(1, 1, 2), max_value=date(9999, 12, 30))
NUMBERS = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([-0.0, 0.1 + 0.2, 1e-300])
)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or None: not recorded."""
    return st.one_of(st.none(), values)


def rated(column: str) -> st.SearchStrategy[int | None]:
    """A rating on the scale of a column."""
    return maybe(st.integers(*SCALES[column]))


def one_of(words: Any) -> st.SearchStrategy[str | None]:
    """One of a closed set of words."""
    return maybe(st.sampled_from([word.value for word in words]))


def listed(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A list as JSON text."""
    return st.lists(values, max_size=3).map(json.dumps)


ATTRIBUTES = st.dictionaries(NAMES, st.one_of(TEXTS, st.integers(), NUMBERS), max_size=3).map(
    lambda found: json.dumps(found, ensure_ascii=False)
)
ABOUT = st.fixed_dictionaries(
    {
        "name": NAMES,
        "challenge": maybe(TEXTS),
        "difference_sought": maybe(TEXTS),
        "scope": maybe(TEXTS),
        "out_of_scope": maybe(TEXTS),
        "settings": st.dictionaries(NAMES, TEXTS, max_size=2),
    }
)


def _rows(columns: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(columns)


GROUP = _rows(
    {
        "name": NAMES,
        "kind": maybe(TEXTS),
        "level": one_of(Level),
        "in_scope": st.booleans(),
        "roles": maybe(listed(st.sampled_from([role.value for role in Role]))),
        **{
            column: rated(column)
            for column in (
                *("stake", "affected", "decides", "blocks", "funds", "defines"),
                *("identification", "confidence"),
            )
        },
        "knowledge_basis": one_of(KnowledgeBasis),
        "account": maybe(TEXTS),
        "account_told_by": maybe(TEXTS),
        "account_told_on": maybe(DAYS),
        "account_checked_by": maybe(TEXTS),
        "account_checked_on": maybe(DAYS),
        "barriers": maybe(listed(TEXTS)),
        "entry_points": maybe(listed(TEXTS)),
        "added_by": maybe(TEXTS),
        "updated_at": maybe(
            st.datetimes(*map(datetime.fromisoformat, ("1970-01-02", "2100-01-01")))
        ),
    }
)
PERSON = _rows(
    {
        "name": NAMES,
        "kind": maybe(TEXTS),
        "role": maybe(TEXTS),
        "level": one_of(Level),
        "place": maybe(TEXTS),
        "latitude": maybe(st.floats(-90, 90)),
        "longitude": maybe(st.floats(-180, 180)),
        "influence": rated("influence"),
        "interest": rated("interest"),
        "roles": maybe(listed(st.sampled_from([role.value for role in Role]))),
        "on_team": st.booleans(),
        "location_note": maybe(TEXTS),
        "interests_declared": maybe(TEXTS),
        "asked": one_of(Asked),
        "notes": maybe(TEXTS),
        "attributes": ATTRIBUTES,
    }
)
RELATIONSHIP = _rows(
    {
        "directed": st.booleans(),
        "kind": maybe(TEXTS),
        "depth": rated("depth"),
        "weight": maybe(NUMBERS),
        "status": one_of(Status),
        "basis": one_of(Basis),
        "trust": rated("trust"),
        "conflict": maybe(st.booleans()),
        "last_contact": maybe(DAYS),
        "note": maybe(TEXTS),
        "attributes": ATTRIBUTES,
    }
)
REPORT = _rows(
    {
        "rater": maybe(TEXTS),
        "depth": rated("depth"),
        "kind": maybe(TEXTS),
        "reported_on": maybe(DAYS),
        "note": maybe(TEXTS),
    }
)
BOUNDARY = _rows(
    {
        "name": NAMES,
        "kinds": listed(st.sampled_from([kind.value for kind in BoundaryKind])),
        "attribute": maybe(TEXTS),
        "protects": maybe(TEXTS),
        "costs": maybe(TEXTS),
        "markers": maybe(TEXTS),
        "permeability": rated("permeability"),
        "history_note": maybe(TEXTS),
        "stance": st.sampled_from([stance.value for stance in BoundaryStance]),
        "stance_reason": maybe(TEXTS),
    }
)
DOOR = _rows(
    {
        "level": rated("legitimacy"),
        "door_opener": maybe(TEXTS),
        "basis": maybe(listed(TEXTS)),
        "judged_by": maybe(TEXTS),
        "note": maybe(TEXTS),
        "judged_on": maybe(DAYS),
    }
)
VIEW = _rows(
    {
        "name": NAMES,
        "sentence": maybe(TEXTS),
        "look": st.sampled_from(("{}", '{"colour": "kind"}', '{"steps":  2, "x": "\u202e"}')),
        "camera": maybe(st.sampled_from(('{"x": 0.1, "y": -2, "span": 3}', "{}"))),
    }
)
STEP = _rows(
    {
        "step": NAMES,
        "round_id": maybe(TEXTS),
        "dimension_id": maybe(TEXTS),
        "item_id": maybe(TEXTS),
        "owner": maybe(TEXTS),
        "due_on": maybe(DAYS),
        "status": st.sampled_from([status.value for status in StepStatus]),
        "note": maybe(TEXTS),
        "became": maybe(TEXTS),
    }
)
MEMBERSHIP = _rows({"role": maybe(TEXTS), "centrality": one_of(Centrality), "since": maybe(DAYS)})


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """One write that makes a landscape with a bit of everything."""
    few = {"min_size": 0, "max_size": 3}
    groups = _with_ids("c", draw(st.lists(GROUP, **few)), ordinal=True)
    people = _with_ids("s", draw(st.lists(PERSON, min_size=1, max_size=5)), ordinal=True)
    group_ids = [group["id"] for group in groups]
    people_ids = [person["id"] for person in people]
    of_group = st.sampled_from(group_ids) if group_ids else st.none()
    for person in people:
        person["constituency_id"] = draw(maybe(of_group))
    relationships = _with_ids("r", draw(st.lists(RELATIONSHIP, **few)))
    reports = []
    for relationship in relationships:
        relationship["source_id"] = draw(st.sampled_from(people_ids))
        relationship["target_id"] = draw(st.sampled_from(people_ids))
        for report in draw(st.lists(REPORT, max_size=2)):
            ends = {
                "relationship_id": relationship["id"],
                "source_id": relationship["target_id"],
                "target_id": relationship["source_id"],
                "rater_id": draw(maybe(st.sampled_from(people_ids))),
            }
            reports.append({**report, **ends})
    boundaries = _with_ids("b", draw(st.lists(BOUNDARY, **few)), ordinal=True)
    put = {
        "constituency": groups,
        "stakeholder": people,
        "relationship": relationships,
        "report": _with_ids("p", reports),
        "boundary": boundaries,
        "membership": [
            {**draw(MEMBERSHIP), "id": pair_id(who, group), "stakeholder_id": who,
             "constituency_id": group}
            for who, group in _pairs(draw, people_ids, group_ids)
        ],
        "boundary_side": [
            {"id": pair_id(boundary, group), "boundary_id": boundary,
             "constituency_id": group, "side": draw(TEXTS)}
            for boundary, group in _pairs(draw, [one["id"] for one in boundaries], group_ids)
        ],
        "legitimacy": [
            {**door, "constituency_id": draw(of_group),
             "team_member_id": draw(maybe(st.sampled_from(people_ids))),
             "door_opener_id": draw(maybe(st.sampled_from(people_ids)))}
            for door in (_with_ids("g", draw(st.lists(DOOR, **few))) if group_ids else [])
        ],
        "placement": [
            {"id": pair_id("groups", who), "arrangement": "groups", "stakeholder_id": who,
             "x": draw(NUMBERS), "y": draw(NUMBERS), "pinned": draw(st.booleans())}
            for who in people_ids
        ],
        "region": [
            {"id": pair_id("groups", group), "arrangement": "groups", "group_id": group,
             "x": draw(NUMBERS), "y": draw(NUMBERS), "radius": draw(st.floats(0.1, 9))}
            for group in (*group_ids, "")
        ],
        "map_view": _with_ids("v", draw(st.lists(VIEW, **few)), ordinal=True),
        "plan_step": _with_ids("n", draw(st.lists(STEP, **few)), ordinal=True),
    }  # fmt: skip
    frames = {table: pd.DataFrame(rows, dtype=object) for table, rows in put.items() if rows}
    return Edit(label="Random", put=frames, landscape=draw(ABOUT))


def _with_ids(
    prefix: str, rows: list[dict[str, Any]], *, ordinal: bool = False
) -> list[dict[str, Any]]:
    return [
        {"id": f"{prefix}_{number}", **row, **({"ordinal": number} if ordinal else {})}
        for number, row in enumerate(rows)
    ]


def _pairs(draw: st.DrawFn, left: list[str], right: list[str]) -> list[tuple[str, str]]:
    every = [(one, other) for one in left for other in right]
    return draw(st.lists(st.sampled_from(every), unique=True, max_size=3)) if every else []
