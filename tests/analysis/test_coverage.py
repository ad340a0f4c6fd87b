"""Expected counts by hand."""

import pandas as pd

from landscape.analysis.coverage import (
    distinct_values,
    missing_roles,
    response_by,
    roles_of_groups,
)
from tests.analysis.frames import constituencies, stakeholders

GROUPS = constituencies(
    {
        "farmers": {"roles": ["affected", "delivers"]},
        "agencies": {},
        "press": {"roles": ["opposes"], "in_scope": False},
        "schools": {},
    }
)
PEOPLE = stakeholders(
    {
        "ann": {"constituency_id": "agencies", "roles": ["decides"], "asked": "answered"},
        "bob": {"constituency_id": "agencies", "roles": ["funds", "decides"], "asked": "asked"},
        "cem": {"constituency_id": "farmers", "roles": ["bridges"], "asked": "not_asked"},
        "dee": {"constituency_id": "farmers"},
        "eva": {"roles": ["knows"], "asked": "answered"},
    }
)


def test_a_group_has_its_own_roles_or_else_those_of_its_stakeholders():
    assert roles_of_groups(GROUPS, PEOPLE) == {
        "farmers": {"affected", "delivers"},
        "agencies": {"decides", "funds"},
    }


def test_missing_roles_are_those_no_group_in_scope_has():
    assert missing_roles(GROUPS, PEOPLE) == ("knows", "opposes", "bridges")


def test_without_groups_every_role_is_missing():
    assert len(missing_roles(constituencies({}), stakeholders([]))) == 7


def test_response_tells_asked_not_asked_and_not_known_apart():
    response = response_by(PEOPLE["asked"], PEOPLE["constituency_id"])
    assert response.to_dict("index") == {
        "farmers": {"members": 2, "answered": 0, "asked": 0, "not_asked": 1, "not_known": 1},
        "agencies": {"members": 2, "answered": 1, "asked": 1, "not_asked": 0, "not_known": 0},
    }


def test_response_of_nobody_is_an_empty_table_with_all_columns():
    response = response_by(pd.Series([], dtype="str"), pd.Series([], dtype="str"))
    assert response.empty
    assert list(response.columns) == ["members", "answered", "asked", "not_asked", "not_known"]


def test_what_could_divide_stakeholders_has_at_least_two_values():
    people = pd.DataFrame(
        {
            "kind": ["person", "person", None],
            "role": [None, None, None],
            "level": ["team", None, "nation"],
            "place": [None, None, None],
            "attributes": ['{"bank": "left ", "x": "1"}', '{"bank": "right", "x": ""}', "{}"],
        },
        dtype="str",
    )
    assert distinct_values(people) == {"level": ("nation", "team"), "bank": ("left", "right")}
