"""The boundaries page: cards in words, adding from groups or an attribute, removing with undo."""

import pandas as pd
import pytest

from landscape.store.base import Edit
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/boundaries/boundaries.py"


@pytest.fixture
def app(store, small_town, monkeypatch):
    return opened(PAGE, store, monkeypatch)


def widget(widgets, label):
    return next(one for one in widgets if one.label == label)


def boundaries(principal, store, small_town):
    read = store.snapshot(principal, small_town, tables=("boundary", "boundary_side", "sides"))
    return read.boundary, read.boundary_side, read.sides


def test_each_boundary_says_who_crosses_and_what_is_not_recorded(app):
    said = words(app)
    assert "The river" in said
    assert "4 of 5 relationships reach across." in said
    assert "1 of 3 relationships reaches across." in said
    assert "It protects**  \nnot recorded" in said


def test_without_stakeholders_the_page_leads_to_adding_them(store, empty_landscape, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert [button.label for button in app.button] == ["Add who is here"]


def test_a_boundary_is_added_from_groups(app, principal, store, small_town):
    press(app, "Add a boundary")
    widget(app.text_input, "What do you call it?").input("Voices")
    widget(app.text_input, "Side 1 is called").input("Heard")
    widget(app.text_input, "Side 2 is called").input("Unheard")
    widget(app.multiselect, "Groups on side 1").set_value(["c_public", "c_media"])
    widget(app.multiselect, "Groups on side 2").set_value(["c_farm"])
    widget(app.text_area, "What does it cost?").input("Half the valley")
    press(app, "Save the boundary")
    boundary, side, _ = boundaries(principal, store, small_town)
    added = boundary[boundary["name"] == "Voices"].iloc[0]
    assert added["costs"] == "Half the valley"
    here = side[side["boundary_id"] == added["id"]]
    assert dict(zip(here["constituency_id"], here["side"], strict=True)) == {
        "c_public": "Heard",
        "c_media": "Heard",
        "c_farm": "Unheard",
    }


def test_a_boundary_is_added_from_something_recorded(
    principal, store, empty_landscape, monkeypatch
):
    people = pd.DataFrame(
        [("s_1", "Ann", "person"), ("s_2", "Mill", "organisation")], columns=["id", "name", "kind"]
    ).assign(ordinal=[0, 1], attributes=['{"bank": "left"}', '{"bank": "right"}'])
    store.apply(principal, empty_landscape, Edit(label="Two", put={"stakeholder": people}))
    app = press(opened(PAGE, store, monkeypatch), "Add a boundary")
    widget(app.text_input, "What do you call it?").input("Banks")
    asked = widget(app.selectbox, "Which one? Each different value becomes a side.")
    assert asked.options == ["kind: organisation, person", "bank: left, right"]
    asked.set_value("bank")
    press(app, "Save the boundary")
    boundary, _, sides = boundaries(principal, store, empty_landscape)
    assert list(boundary["attribute"]) == ["bank"]
    assert list(sides["side"]) == ["left", "right"]


def test_what_does_not_fit_is_said_and_nothing_is_stored(app, principal, store, small_town):
    press(app, "Add a boundary")
    widget(app.text_input, "What do you call it?").input("One-sided")
    widget(app.text_input, "Side 1 is called").input("All")
    widget(app.multiselect, "Groups on side 1").set_value(["c_public"])
    press(app, "Save the boundary")
    assert "has fewer than two sides" in words(app)
    assert len(boundaries(principal, store, small_town)[0]) == 2


def test_a_group_cannot_stand_on_two_sides(app):
    press(app, "Add a boundary")
    widget(app.text_input, "What do you call it?").input("Twice")
    for at, name in ((1, "Here"), (2, "There")):
        widget(app.text_input, f"Side {at} is called").input(name)
        widget(app.multiselect, f"Groups on side {at}").set_value(["c_public"])
    press(app, "Save the boundary")
    assert "A group stands on two sides." in words(app)


def test_a_removed_boundary_comes_back_with_undo(app, principal, store, small_town):
    press(app, "Remove")
    assert list(boundaries(principal, store, small_town)[0]["id"]) == ["b_office"]
    press(app, "Undo")
    assert list(boundaries(principal, store, small_town)[0]["id"]) == ["b_bank", "b_office"]


def test_a_boundary_is_changed_and_keeps_its_sides(app, principal, store, small_town):
    changes = [button for button in app.button if button.label == "Change"]
    checked(changes[1].click().run())
    assert widget(app.text_input, "Side 1 is called").value == "Fields"
    widget(app.text_area, "What does it protect?").input("Time in the fields")
    press(app, "Save the boundary")
    boundary, side, _ = boundaries(principal, store, small_town)
    office = boundary[boundary["id"] == "b_office"].iloc[0]
    assert office["protects"] == "Time in the fields"
    assert len(side[side["boundary_id"] == "b_office"]) == 3


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(app, principal, store, small_town):
    press(app, "Change")
    other = pd.DataFrame([{"id": "b_bank", "costs": "Two mills instead of one"}])
    store.apply(principal, small_town, Edit(label="Meanwhile", put={"boundary": other}))
    widget(app.text_area, "What does it cost?").input("Nothing")
    press(app, "Save the boundary")
    boundary = boundaries(principal, store, small_town)[0].set_index("id")
    assert boundary.loc["b_bank", "costs"] == "Two mills instead of one"
    assert "'The river' was changed meanwhile: costs." in words(app)


@pytest.mark.parametrize(
    ("asked", "first"), [("b_office", "b_office"), ("b_bank", "b_bank"), ("gone", "b_bank")]
)
def test_the_boundary_in_the_address_comes_first(store, small_town, monkeypatch, asked, first):
    app = opened(PAGE, store, monkeypatch, boundary=asked)
    changes = [button.key for button in app.button if button.label == "Change"]
    assert changes[0] == f"change.{first}"
    assert len(changes) == 2
    assert len(app.info) == 0
