"""The relationships page: filters, reports that differ, add, change, remove."""

import pandas as pd

from landscape.model.principal import LOCAL
from landscape.services.checks import row_with_id
from landscape.store.base import Edit
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/mapping/relationships.py"


def field(widgets, label):
    return next(widget for widget in widgets if widget.label == label)


def looked_at(app, relationship_id):
    return checked(field(app.selectbox, "Look at").set_value(relationship_id).run())


def test_each_row_says_what_it_rests_on_and_whether_reports_differ(store, small_town, monkeypatch):
    table = opened(PAGE, store, monkeypatch).dataframe[0].value.set_index("id")
    assert dict(table["basis_word"]) == {
        "r1": "both ends said so",
        "r2": "one side said so",
        "r3": "one side said so",
        "r4": "both ends said so",
        "r5": "we assume it",
    }
    assert dict(table["reports_word"]) == {
        "r1": "2, they differ",
        "r2": "1",
        "r3": "1",
        "r4": "2",
        "r5": "none",
    }
    assert table.loc["r5", "depth_word"] == "not recorded"


def test_a_filter_leaves_those_that_fit(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    app = checked(field(app.multiselect, "Group").set_value(["Farmers"]).run())
    assert sorted(app.dataframe[0].value["id"]) == ["r3", "r5"]
    app = checked(field(app.multiselect, "Rests on").set_value(["we assume it"]).run())
    assert sorted(app.dataframe[0].value["id"]) == ["r5"]
    assert "1 of 5 relationships" in words(app)


def test_filters_that_nothing_fits_say_so(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    app = checked(field(app.multiselect, "Group").set_value(["Farmers"]).run())
    app = checked(field(app.multiselect, "Depth").set_value(["transforming"]).run())
    assert "No relationship fits. Take a filter away." in words(app)


def test_reports_that_differ_are_shown_side_by_side(store, small_town, monkeypatch):
    app = looked_at(opened(PAGE, store, monkeypatch), "r1")
    said = words(app)
    assert "They see it differently." in said
    assert "Town hall: **collaborating**\nWater board: **transforming**" in said


def test_a_relationship_without_reports_says_what_it_rests_on(store, small_town, monkeypatch):
    app = looked_at(opened(PAGE, store, monkeypatch), "r5")
    assert "No report of it is kept: we assume it." in words(app)
    told = pd.DataFrame({"id": ["r5"], "basis": [None]}, dtype=object)
    store.apply(LOCAL, small_town, Edit(label="Took the basis away", put={"relationship": told}))
    said = words(checked(app.run()))
    assert "No report of it is kept: what it rests on is not recorded." in said


def test_a_relationship_is_added_as_assumed(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Add a relationship")
    field(app.selectbox, "From").set_value("s_news")
    field(app.selectbox, "To").set_value("s_hall")
    press(app, "Save")
    added = store.snapshot(LOCAL, small_town).relationship.set_index("source_id").loc["s_news"]
    assert (added["target_id"], added["basis"]) == ("s_hall", "assumed")


def test_a_relationship_needs_both_ends(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Add a relationship")
    field(app.selectbox, "From").set_value("s_news")
    app = press(app, "Save")
    assert [error.value for error in app.error] == [
        "**A value does not fit.** Something is still open\\. Pick both ends of the relationship\\."
    ]


def test_a_relationship_is_changed(store, small_town, monkeypatch):
    app = press(looked_at(opened(PAGE, store, monkeypatch), "r5"), "Change")
    field(app.selectbox, "How deep is it?").set_value(0)
    press(app, "Save")
    row = row_with_id(store.snapshot(LOCAL, small_town).relationship, "r5")
    assert (row["depth"], row["basis"]) == (0, "assumed")


def test_a_relationship_is_said_to_go_one_way(store, small_town, monkeypatch):
    app = press(looked_at(opened(PAGE, store, monkeypatch), "r5"), "Change")
    field(app.radio, "Which way does it go?").set_value(True)
    press(app, "Save")
    row = row_with_id(store.snapshot(LOCAL, small_town).relationship, "r5")
    assert (row["directed"], row["source_id"]) == (True, "s_farm")


def test_what_two_said_of_a_relationship_is_shown_and_asked_about(store, small_town, monkeypatch):
    app = press(looked_at(opened(PAGE, store, monkeypatch), "r5"), "Change")
    theirs = pd.DataFrame({"id": ["r5"], "depth": [1], "kind": ["advice"]})
    store.apply(LOCAL, small_town, Edit(label="x", put={"relationship": theirs}))
    field(app.selectbox, "How deep is it?").set_value(3)
    app = press(app, "Save")
    assert "Somebody else changed **Upper farms and Vineyard circle**" in words(app)
    shown = app.dataframe[-1].value[["field", "theirs", "mine", "both"]].to_numpy().tolist()
    assert shown == [
        [
            "Depth",
            "informing: they tell each other",
            "collaborating: they work together",
            "you both",
        ],
        ["Kind", "advice", "not recorded", ""],
    ]
    press(app, "Write mine")
    row = row_with_id(store.snapshot(LOCAL, small_town).relationship, "r5")
    assert (row["depth"], row["kind"], row["basis"]) == (3, "advice", "assumed")


def test_a_relationship_is_removed_and_taken_back(store, small_town, monkeypatch):
    app = press(looked_at(opened(PAGE, store, monkeypatch), "r4"), "Remove")
    assert sorted(store.snapshot(LOCAL, small_town).report["id"]) == ["p1", "p2", "p3", "p4"]
    press(app, "Undo")
    assert len(store.snapshot(LOCAL, small_town).report) == 6
