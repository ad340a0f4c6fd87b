"""The walk: from the team at first, on by a click or a button, back by the trail, names as text."""

import json

import pandas as pd
import pytest

from landscape.store.base import Edit
from landscape.ui import neighbourhood
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/mapping/walk.py"


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
    press(app, "Water board (Public bodies)")
    assert centre(app) == "s_water"
    checked(app.selectbox[-1].set_value("s_vine").run())
    assert centre(app) == "s_vine"


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
