"""The walk: from the team at first, on by a click or a button, back by the trail, names as text."""

import json

import pandas as pd
import pytest

from landscape.store.base import Edit
from landscape.ui import neighbourhood
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/mapping/walk.py"
GROUPS = ("Farmers", "Public bodies", "Residents", "no group")


@pytest.fixture
def drawn(monkeypatch):
    """Stands in for the browser: what was drawn last, and what is clicked there."""
    browser = {"click": None}

    def component(data, config, key):
        browser.update(data=json.loads(data), config=json.loads(config), key=key)
        click, browser["click"] = browser["click"], None
        return click

    monkeypatch.setattr(neighbourhood, "_component", component)
    return browser


def labels(drawn):
    return {one["label"].split("\n")[0]: one["id"] for one in drawn["data"]["nodes"]}


def centre(app):
    return next(one for one in app.selectbox if one.label == "Seen from").value


def test_one_begins_with_the_best_connected_of_the_team(store, small_town, monkeypatch, drawn):
    app = opened(PAGE, store, monkeypatch)
    assert centre(app) == "s_hall"
    assert (
        "Seen from **Town hall**, somebody on your team: "
        "2 stakeholders one step away, 2 two steps away."
    ) in words(app)


def test_a_link_begins_with_the_stakeholder_it_names(store, small_town, monkeypatch, drawn):
    app = opened(PAGE, store, monkeypatch, stakeholder="s_vine")
    assert centre(app) == "s_vine"


def test_a_click_walks_on_and_the_trail_leads_back(store, small_town, monkeypatch, drawn):
    app = opened(PAGE, store, monkeypatch)
    drawn["click"] = labels(drawn)["Water board"]
    checked(app.run())
    assert centre(app) == "s_water"
    press(app, "Town hall")
    assert centre(app) == "s_hall"


def test_a_button_walks_on_without_a_pointer(store, small_town, monkeypatch, drawn):
    app = opened(PAGE, store, monkeypatch)
    press(app, "Water board")
    assert centre(app) == "s_water"
    far = next(one for one in app.selectbox if one.label == "Two steps away")
    checked(far.set_value("s_vine").run())
    assert centre(app) == "s_vine"


def test_one_step_shows_nobody_who_is_two_away(store, small_town, monkeypatch, drawn):
    app = opened(PAGE, store, monkeypatch)
    far = next(one for one in app.radio if one.label == "How far")
    checked(far.set_value("1").run())
    assert "2 stakeholders one step away." in words(app)
    assert [one for one in labels(drawn) if one not in GROUPS] == [
        "Town hall",
        "Mill <b>Lane</b> resi…",
        "Water board",
    ]


def test_what_is_across_a_boundary_is_said_listed_and_drawn(store, small_town, monkeypatch, drawn):
    app = opened(PAGE, store, monkeypatch)
    said = words(app).replace("*", "")
    assert "2 are across The river, from left: Mill <b>Lane</b> residents and Upper farms." in said
    assert "Residents, across The river" in words(app)
    ids = {mark: name for name, mark in labels(drawn).items()}
    strong = {
        (ids[one["from"]], ids[one["to"]]) for one in drawn["data"]["edges"] if one["width"] == 3
    }
    assert {frozenset(pair) for pair in strong} == {
        frozenset(("Town hall", "Mill <b>Lane</b> resi…")),
        frozenset(("Water board", "Upper farms")),
        frozenset(("Mill <b>Lane</b> resi…", "Ida Brook")),
    }


def test_one_boundary_can_be_looked_at_alone(store, small_town, monkeypatch, drawn):
    app = opened(PAGE, store, monkeypatch)
    which = next(one for one in app.selectbox if one.label == "Across which boundary")
    checked(which.set_value("b_office").run())
    said = words(app).replace("*", "")
    assert "across The river" not in said
    assert "2 are across Offices and fields, from Offices: Upper farms and Ida Brook." in said


def test_the_convening_team_is_looked_from_together_and_one_walks_on_from_there(
    store, small_town, monkeypatch, drawn
):
    app = opened(PAGE, store, monkeypatch, seen_from="us")
    assert "Seen from the convening team: Town hall and Ida Brook." in words(app).replace("*", "")
    drawn["click"] = labels(drawn)["Water board"]
    checked(app.run())
    assert centre(app) == "s_water"
    press(app, "The convening team")
    assert app.query_params["seen_from"] == "us"
    checked(app.toggle[0].set_value(False).run())
    assert centre(app) == "s_water"


def test_above_what_can_be_told_apart_the_page_names_whom_it_leaves_out(
    principal, store, empty_landscape, monkeypatch, drawn
):
    ids = [f"s{at:03}" for at in range(160)]
    people = pd.DataFrame({"id": ids, "name": [f"Member {id_}" for id_ in ids]}).assign(
        kind="person", attributes="{}", ordinal=range(160), on_team=[True] + [False] * 159
    )
    lines = pd.DataFrame({"id": ids[1:], "source_id": "s000", "target_id": ids[1:]})
    edit = Edit(label="Many", put={"stakeholder": people, "relationship": lines})
    store.apply(principal, empty_landscape, edit)
    app = opened(PAGE, store, monkeypatch)
    assert "10 more are left out, those farthest away with the fewest relationships" in words(app)
    assert "Member s150, Member s151, Member s152, Member s153 and 6 more" in words(app)
    assert len(drawn["data"]["nodes"]) == 151  # with the heading
    left = next(one for one in app.selectbox if one.label == "Left out of the picture")
    checked(left.set_value("s155").run())
    assert centre(app) == "s155"


def test_groups_are_told_by_colour_and_by_label(store, small_town, monkeypatch, drawn):
    opened(PAGE, store, monkeypatch)
    hall = next(one for one in drawn["data"]["nodes"] if one["label"].startswith("Town hall"))
    assert hall["label"] == "Town hall\n(Public bodies)"
    assert hall["color"]["background"] == "#332288"
    headings = [one["label"] for one in drawn["data"]["nodes"] if one["shape"] == "text"]
    assert headings == ["Farmers", "Public bodies", "Residents"]


def test_nothing_that_is_drawn_can_run_as_markup(principal, store, small_town, monkeypatch, drawn):
    hostile = '<img src=x onerror="alert(1)">'
    renamed = pd.DataFrame([{"id": "s_hall", "name": hostile}])
    store.apply(principal, small_town, Edit(label="Renamed", put={"stakeholder": renamed}))
    app = opened(PAGE, store, monkeypatch)
    nodes, edges = drawn["data"]["nodes"], drawn["data"]["edges"]
    assert [one["title"] for one in nodes] == [None] * len(nodes)
    assert [one["id"] for one in nodes] == [*(f"n{at}" for at in range(5)), "g0", "g1", "g2"]
    ids = {one["id"] for one in nodes}
    assert all(one["from"] in ids and one["to"] in ids for one in edges)
    assert len({one["id"] for one in edges}) == len(edges)
    assert "groups" not in drawn["config"]
    raw = "\n".join(str(part.value) for part in [*app.markdown, *app.caption])
    assert "<img" not in raw.replace("\\<img", "")


def test_who_is_alone_says_whether_they_were_asked(store, small_town, monkeypatch, drawn):
    app = opened(PAGE, store, monkeypatch, stakeholder="s_news")
    assert ": no relationship is recorded. They answered, and named none." in words(app)
    assert len(drawn["data"]["nodes"]) == 1


def test_without_stakeholders_the_page_leads_to_adding_them(
    store, empty_landscape, monkeypatch, drawn
):
    app = opened(PAGE, store, monkeypatch)
    assert [button.label for button in app.button] == ["Add who is here"]
