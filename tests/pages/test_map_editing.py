"""Editing on the map page: every gesture and its button, each taken back in one press."""

import pandas as pd
import pytest

from landscape.model.principal import LOCAL
from landscape.services.checks import row_with_id
from landscape.store.base import Edit
from tests.pages.hands import Hands
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/mapping/map.py"


@pytest.fixture
def hands(monkeypatch):
    return Hands(monkeypatch)


@pytest.fixture
def page(store, small_town, monkeypatch, hands):
    """The map page of the small town."""
    return opened(PAGE, store, monkeypatch)


def rows(store, landscape_id, table):
    frame = getattr(store.snapshot(LOCAL, landscape_id), table)
    return {id_: row_with_id(frame, id_) for id_ in frame["id"]}


def field(widgets, label):
    return next(widget for widget in widgets if widget.label == label)


def button(app, label):
    return next(one for one in app.button if one.label == label)


def test_who_is_added_where_one_points_stands_there(store, small_town, page, hands):
    app = hands.make(page, "add", x=-2.4, y=-3.2)
    group = field(app.selectbox, "Group")
    assert group.value == "c_farm"  # whose region it is
    field(app.text_input, "Name").set_value("Beekeepers")
    app = press(app, "Save")
    people = rows(store, small_town, "stakeholder")
    (added,) = [id_ for id_, row in people.items() if row["name"] == "Beekeepers"]
    place = rows(store, small_town, "placement")[f"groups/{added}"]
    assert (place["x"], place["y"], place["pinned"]) == (-2.4, -3.2, False)
    assert people[added]["constituency_id"] == "c_farm"
    app = press(app, "Undo")
    assert added not in rows(store, small_town, "stakeholder")


def test_a_name_that_is_taken_is_said_in_the_form_and_nothing_is_lost(
    store, small_town, page, hands
):
    app = hands.make(page, "add", x=0.0, y=0.0)
    field(app.text_input, "Name").set_value("town hall")
    app = press(app, "Save")
    assert "There is a stakeholder named 'town hall' already" in words(app)
    assert len(rows(store, small_town, "stakeholder")) == 7


def test_two_are_connected_by_hand(store, small_town, page, hands):
    app = hands.make(page, "connect", id="s_news", other="s_farm")
    assert "Valley news and Upper farms" in words(app).replace("*", "")
    field(app.selectbox, "How deep is it?").set_value(2)
    field(app.radio, "Which way does it go?").set_value(True)
    field(app.text_input, "Kind").set_value("advice")
    press(app, "Save")
    (added,) = [
        row
        for row in rows(store, small_town, "relationship").values()
        if row["source_id"] == "s_news"
    ]
    assert (added["target_id"], added["depth"], added["basis"]) == ("s_farm", 2, "assumed")
    assert (added["directed"], added["kind"]) == (True, "advice")


def test_several_are_removed_at_once_and_come_back_at_once(store, small_town, page, hands):
    app = hands.make(page, "remove", ids=("s_ida", "s_mill"))
    assert set(rows(store, small_town, "stakeholder")) & {"s_ida", "s_mill"} == set()
    assert "Removed 2 stakeholders" in words(app)
    assert hands.head.undo == "Removed 2 stakeholders"
    hands.make(app, "undo")
    assert len(rows(store, small_town, "relationship")) == 5
    assert hands.head.redo == "Removed 2 stakeholders"


def test_several_are_put_in_a_group_that_is_there(store, small_town, page, hands):
    app = hands.make(page, "group", ids=("s_hall", "s_news"))
    assert "2 stakeholders selected." in words(app).replace("*", "")
    field(app.selectbox, "Group").set_value("c_farm")
    press(app, "Put in this group")
    people = rows(store, small_town, "stakeholder")
    assert [people[id_]["constituency_id"] for id_ in ("s_hall", "s_news")] == ["c_farm"] * 2


def test_several_are_put_in_a_group_that_is_typed(store, small_town, page, hands):
    app = hands.make(page, "group", ids=("s_hall",))
    group = field(app.selectbox, "Group")
    group.options.append("Town people")
    group.set_value("Town people")
    press(app, "Put in this group")
    added = rows(store, small_town, "stakeholder")["s_hall"]["constituency_id"]
    assert rows(store, small_town, "constituency")[added]["name"] == "Town people"


def test_a_group_to_put_them_in_has_to_be_picked(store, small_town, page, hands):
    app = press(hands.make(page, "group", ids=("s_hall",)), "Put in this group")
    assert "Pick a group, or type the name of a new one." in words(app)


def test_several_are_pinned_and_let_go(store, small_town, page, hands):
    some = ("s_hall", "s_news")
    hands.make(page, "pin", ids=some)
    places = rows(store, small_town, "placement")
    assert [places[f"groups/{id_}"]["pinned"] for id_ in (*some, "s_ida")] == [True, True, False]
    hands.make(page, "unpin", ids=("s_hall",))
    places = rows(store, small_town, "placement")
    assert [places[f"groups/{id_}"]["pinned"] for id_ in some] == [False, True]


def test_what_has_gone_meanwhile_is_said(store, small_town, page, hands):
    app = hands.make(page, "remove", ids=("s_hall", "s_lost"))
    assert "A stakeholder that you picked is not there any more." in words(app)
    assert len(rows(store, small_town, "stakeholder")) == 7


def test_undo_and_redo_are_buttons_that_say_what_they_do(store, small_town, page, hands):
    assert (button(page, "Undo").disabled, button(page, "Redo").disabled) == (False, True)
    app = hands.make(page, "pin", ids=("s_hall",))
    assert app.button(key="map.undo").help == "Pin Town hall"
    app = checked(app.button(key="map.undo").click().run())
    assert rows(store, small_town, "placement")["groups/s_hall"]["pinned"] is False
    app = checked(app.button(key="map.redo").click().run())
    assert rows(store, small_town, "placement")["groups/s_hall"]["pinned"] is True


def test_what_a_file_brought_is_not_taken_back_by_keyboard(store, small_town, page, hands):
    hall = pd.DataFrame({"id": ["s_hall"], "place": ["Market"]})
    edit = Edit(label="Import of hall.csv", kind="import", put={"stakeholder": hall})
    app = hands.make(page, "pin", ids=("s_hall",))
    store.apply(LOCAL, small_town, edit)
    app = hands.make(app, "undo")
    assert (hands.head.undo, hands.head.redo) == (None, None)
    assert rows(store, small_town, "stakeholder")["s_hall"]["place"] == "Market"
    assert "History has those of files and of others." in app.button(key="map.undo").help


def test_two_are_connected_by_a_button(store, small_town, page):
    app = press(page, "Connect two")
    field(app.selectbox, "From").set_value("s_news")
    field(app.selectbox, "To").set_value("s_hall")
    press(app, "Save")
    ends = [row["source_id"] for row in rows(store, small_town, "relationship").values()]
    assert "s_news" in ends


def test_somebody_is_added_by_a_button(store, small_town, page):
    app = press(page, "Add a stakeholder")
    field(app.text_input, "Name").set_value("Beekeepers")
    press(app, "Save")
    names = [row["name"] for row in rows(store, small_town, "stakeholder").values()]
    assert "Beekeepers" in names


@pytest.mark.parametrize("label", ["Put in this group", "Pin where they are", "Remove"])
def test_several_are_changed_by_buttons(store, small_town, page, label):
    app = press(page, "Change several")
    who = field(app.multiselect, "Who?")
    assert len(who.options) == 7
    assert all(one.disabled for one in app.button if one.label == label)
    who.set_value(["s_hall", "s_news"])
    # AppTest draws the whole page again, and a dialog is open in the run that opened it only.
    app = checked(button(app, "Change several").click().run())
    field(app.selectbox, "Group").set_value("c_media")
    press(app, label)
    people = rows(store, small_town, "stakeholder")
    places = rows(store, small_town, "placement")
    told = {
        "Put in this group": people.get("s_hall", {}).get("constituency_id") == "c_media",
        "Pin where they are": places.get("groups/s_hall", {}).get("pinned") is True,
        "Remove": "s_hall" not in people,
    }
    assert told == {name: name == label for name in told}


def test_an_edit_that_another_made_first_is_asked_about_on_the_map(store, small_town, page, hands):
    app = hands.make(page, "edit", id="s_hall")
    elsewhere = pd.DataFrame({"id": ["s_hall"], "place": ["Market"]})
    store.apply(LOCAL, small_town, Edit(label="x", put={"stakeholder": elsewhere}))
    app.text_input(key="stakeholder.s_hall.place").set_value("Mill Lane")
    app = press(app, "Save")
    assert "Somebody else changed **Town hall** while you were writing." in words(app)
    press(app, "Write mine")
    assert rows(store, small_town, "stakeholder")["s_hall"]["place"] == "Mill Lane"
