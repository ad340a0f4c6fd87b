"""The map page: each control changes what is drawn, says so in words, and can be taken back."""

import pandas as pd
import pytest

from landscape.model.map_look import Arrangement, FieldFilter, LineFilter, MapLook, PathAsk
from landscape.model.map_view import MapView
from landscape.model.scales import Basis
from landscape.services.map_views import save_view
from landscape.store.base import Edit
from landscape.ui import map_finding, mapping
from landscape.ui.canvas import MapEvent
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/mapping/map.py"


class Canvas:
    """Stands in for the browser: holds what was drawn last, and does `gestures` once."""

    def __init__(self):
        self.payload = None
        self.gestures = []

    def __call__(self, payload, **_):
        self.payload = payload
        events, self.gestures = self.gestures, []
        return events

    def does(self, type_, **parts):
        self.gestures = [MapEvent(number=1, type=type_, **parts)]


@pytest.fixture
def canvas(monkeypatch):
    drawn = Canvas()
    monkeypatch.setattr(mapping, "draw_map", drawn)
    return drawn


@pytest.fixture
def page(store, small_town, monkeypatch, canvas):
    """The map page of the small town."""
    return opened(PAGE, store, monkeypatch)


def open_popover(app, name):
    """What a press on the button of a popover does: AppTest has no such button."""
    app.session_state[name] = True
    return checked(app.run())


def look(app):
    return next(iter(app.session_state["visit"].looks.values()), MapLook())


def pick(app, label, value):
    """Choose in the list or field with this label; the page after that."""
    widgets = [*app.selectbox, *app.multiselect, *app.text_input, *app.number_input, *app.toggle]
    widget = next(one for one in widgets if one.label == label)
    return checked(widget.set_value(value).run())


def arrange(app, arrangement):
    """Choose one of the first three."""
    first = next(one for one in app.radio if one.label == "Arrange by")
    return checked(first.set_value(arrangement).run())


def labels(app):
    return [button.label for button in app.button]


def test_the_first_picture_is_by_groups(page, canvas):
    assert canvas.payload.scene.endswith("/groups")
    assert look(page) == MapLook()
    assert "7 stakeholders, 5 relationships: 2 between groups, 3 within one." in words(page)
    assert "Show everything" not in labels(page)


def test_no_control_is_there_without_stakeholders(store, empty_landscape, monkeypatch, canvas):
    app = opened(PAGE, store, monkeypatch)
    assert labels(app) == ["Add who is here"]
    assert canvas.payload is None


def test_the_first_three_arrangements_resend_places_only(page, canvas):
    first = canvas.payload
    for arrangement, named in (
        (Arrangement.SIDES, "b_bank/sides"),
        (Arrangement.RINGS, "rings"),
        (Arrangement.GROUPS, "groups"),
    ):
        arrange(page, arrangement)
        assert canvas.payload.scene.endswith(f"/{named}")
        assert canvas.payload.looks.rev == first.looks.rev
    assert canvas.payload.places.rev == first.places.rev


def test_another_boundary_is_picked_beside_the_arrangement(page, canvas):
    arrange(page, Arrangement.SIDES)
    pick(page, "Sides of which boundary", "b_office")
    assert canvas.payload.scene.endswith("/b_office/sides")
    assert look(page).boundary_id == "b_office"


def test_more_arrangements_say_why_they_are_not_offered(page, canvas):
    open_popover(page, "arrange_more")
    offered = {button.key: button.disabled for button in page.button}
    assert offered["arrange.free"] is False
    assert offered["arrange.levels"] is True
    assert "Nobody's level of scale is recorded." in words(page)
    checked(next(one for one in page.button if one.key == "arrange.free").click().run())
    assert canvas.payload.scene.endswith("/free")


def test_the_free_arrangement_is_placed_once_and_moves_nobody_after(page, canvas):
    open_popover(page, "arrange_more")
    checked(next(one for one in page.button if one.key == "arrange.free").click().run())
    placed = canvas.payload.places.rev
    arrange(page, Arrangement.GROUPS)
    checked(next(one for one in page.button if one.key == "arrange.free").click().run())
    assert canvas.payload.places.rev == placed


def test_rings_can_be_drawn_around_one_stakeholder(page, canvas):
    open_popover(page, "arrange_more")
    pick(page, "Around one stakeholder", "s_vine")
    assert canvas.payload.scene.endswith("/s_vine/rings")


def test_another_colour_resends_neither_people_nor_places(page, canvas):
    first = canvas.payload
    open_popover(page, "map_marks")
    pick(page, "Colour", "kind")
    assert (canvas.payload.people.rev, canvas.payload.places.rev) == (
        first.people.rev,
        first.places.rev,
    )
    assert canvas.payload.looks.rev != first.looks.rev
    assert (look(page).colour, look(page).shape) == ("kind", "kind")
    press(page, "As at first")
    assert canvas.payload.looks.rev == first.looks.rev


def test_size_shape_and_border_follow_their_lists(page):
    open_popover(page, "map_marks")
    pick(page, "Size", "")
    pick(page, "Shape", "kind")
    pick(page, "Border", "team")
    assert (look(page).size, look(page).shape, look(page).border) == ("", "kind", "team")
    pick(page, "Shape", "same")
    assert look(page).shape == "group"


def test_how_the_picture_came_about_follows_the_arrangement(page):
    open_popover(page, "map_worked_out")
    assert "Each group has a disc of its own" in words(page)
    arrange(page, Arrangement.RINGS)
    assert "Each group has its sector." in words(page)


def test_a_measure_says_what_it_means_before_it_colours(page):
    open_popover(page, "map_marks")
    open_popover(page, "map_measures")
    pick(page, "Measure", "betweenness")
    assert "Source: Freeman, L. C. (1977)." in words(page)
    assert "Values: from 0 to 1." in words(page)
    assert "From 5 live relationships among 7 stakeholders" in words(page)
    press(page, "Colour by it")
    assert look(page).colour == "metric:betweenness"
    pick(page, "All measures in a table, with the methods", True)
    assert "Worked out by Landscape" in words(page)


def test_a_filter_by_a_field_is_said_in_words_and_can_be_taken_back(page, canvas):
    first = canvas.payload
    open_popover(page, "map_filters")
    pick(page, "Show by", "kind")
    pick(page, "Only these", ["person"])
    assert look(page).filters == (FieldFilter(field="kind", values=("person",)),)
    assert "Only kind: person. 1 of 7 stakeholders and 0 of 5 relationships shown." in words(page)
    press(page, "Show everything")
    assert canvas.payload.looks.rev == first.looks.rev
    assert "Only kind" not in words(page)


def test_one_filter_of_several_can_be_taken_back(page):
    open_popover(page, "map_filters")
    pick(page, "Only these", ["c_farm"])
    pick(page, "Name contains", "upper")
    assert [one.field for one in look(page).filters] == ["group", "name"]
    press(page, "No longer by Group")
    assert look(page).filters == (FieldFilter(field="name", values=("Upper farms",)),)


def test_a_name_that_nobody_has_leaves_everybody_on_the_map(page):
    open_popover(page, "map_filters")
    pick(page, "Name contains", "nobody of this name")
    assert look(page).filters == ()
    assert "No name holds that, so everybody is shown." in words(page)


def test_a_number_is_filtered_from_and_to(page):
    open_popover(page, "map_filters")
    pick(page, "Show by", "relationships")
    pick(page, "From", 2.0)
    assert look(page).filters == (FieldFilter(field="relationships", least=2.0),)
    pick(page, "To", 3.0)
    assert look(page).filters == (FieldFilter(field="relationships", least=2.0, most=3.0),)


def test_relationships_are_filtered_by_what_is_known_of_them(page):
    open_popover(page, "map_filters")
    pick(page, "At least as deep as", 3)
    pick(page, "Known because", [Basis.VALIDATED])
    assert look(page).lines == LineFilter(depth=3, bases=(Basis.VALIDATED,))
    assert "2 of 5 relationships shown." in words(page)


def test_pressing_an_entry_of_the_legend_leaves_its_group_out_and_brings_it_back(page, canvas):
    canvas.does("filter", field="group", key="c_farm")
    checked(page.run())
    assert "5 of 7 stakeholders" in words(page)
    canvas.does("filter", field="group", key="c_farm")
    checked(page.run())
    assert look(page).filters == ()


def test_a_legend_entry_of_no_field_changes_nothing(page, canvas):
    canvas.does("filter", field="gone", key="x")
    checked(page.run())
    assert look(page).filters == ()


def test_a_focus_keeps_those_within_some_steps(page):
    open_popover(page, "map_connections")
    pick(page, "Look closely at", ["s_vine"])
    assert "Within 1 step of Vineyard circle. 2 of 7 stakeholders" in words(page)
    steps = next(one for one in page.radio if one.label == "Steps away")
    checked(steps.set_value(2).run())
    assert "Within 2 steps of Vineyard circle. 3 of 7 stakeholders" in words(page)


def test_who_is_selected_can_be_looked_at_closely(page, canvas):
    canvas.does("click", id="s_farm")
    checked(page.run())
    open_popover(page, "map_connections")
    press(page, "Look closely at Upper farms")
    assert look(page).focus == ("s_farm",)


def test_among_many_one_finds_by_name_and_keeps_who_is_chosen(page, monkeypatch):
    monkeypatch.setattr(map_finding, "MOST_LISTED", 3)
    open_popover(page, "map_connections")
    near = next(one for one in page.multiselect if one.label == "Look closely at")
    assert near.options == []
    pick(page, "Find by name", "vine")
    pick(page, "Look closely at", ["s_vine"])
    pick(page, "Find by name", "upper")
    near = next(one for one in page.multiselect if one.label == "Look closely at")
    assert (near.options, near.value) == (["Upper farms", "Vineyard circle"], ["s_vine"])


def test_among_many_both_ends_of_a_connection_are_found_one_after_the_other(page, monkeypatch):
    monkeypatch.setattr(map_finding, "MOST_LISTED", 3)
    open_popover(page, "map_connections")
    find = next(one for one in page.text_input if one.key == "path.find")
    checked(find.set_value("vine").run())
    pick(page, "From", "s_vine")
    find = next(one for one in page.text_input if one.key == "path.find")
    checked(find.set_value("hall").run())
    pick(page, "To", "s_hall")
    assert look(page).path == PathAsk(source_id="s_vine", target_id="s_hall")


def test_the_shortest_connection_is_drawn_and_said(page):
    open_popover(page, "map_connections")
    pick(page, "From", "s_vine")
    assert look(page).path is None
    pick(page, "To", "group:c_people")
    assert look(page).path == PathAsk(
        source_id="s_vine", target_id="c_people", target_is_group=True
    )
    assert "Vineyard circle and Residents are 4 steps apart" in words(page)
    press(page, "Show the whole map")
    assert look(page).path is None


def test_a_boundary_is_brought_out(page, canvas):
    open_popover(page, "map_connections")
    pick(page, "Bring out a boundary", "b_bank")
    assert look(page).highlight_id == "b_bank"
    assert "cross The river" in words(page)


def test_who_is_missing_is_shown_on_request(page):
    open_popover(page, "map_connections")
    pick(page, "Show who is missing: parts that nobody has", True)
    assert look(page).ghosts is True


def test_the_look_outlives_another_page(page, canvas):
    arrange(page, Arrangement.RINGS)
    page.switch_page("pages/mapping/stakeholders.py")
    checked(page.run())
    page.switch_page(PAGE)
    checked(page.run())
    assert canvas.payload.scene.endswith("/rings")


def test_a_view_in_the_address_sets_the_look(store, small_town, monkeypatch, canvas, principal):
    kept = MapView(id="v_1", name="Who bridges", look=MapLook(arrangement=Arrangement.RINGS))
    save_view(principal, store, small_town, kept)
    app = opened(PAGE, store, monkeypatch, view="v_1")
    assert canvas.payload.scene.endswith("/rings")
    arrange(app, Arrangement.GROUPS)
    assert canvas.payload.scene.endswith("/groups")
    assert "view" not in app.query_params


def test_a_view_that_is_not_there_is_said_and_left_out(store, small_town, monkeypatch, canvas):
    app = opened(PAGE, store, monkeypatch, view="v_none")
    assert "The view in the address is not in this landscape." in words(app)
    assert canvas.payload.scene.endswith("/groups")


def test_what_has_gone_from_the_landscape_goes_from_the_look(page, store, small_town, principal):
    arrange(page, Arrangement.SIDES)
    store.apply(principal, small_town, Edit(label="Removed", remove={"boundary": ["b_bank"]}))
    checked(page.run())
    assert look(page).arrangement is Arrangement.GROUPS
    assert "The boundary it was arranged by has gone." in words(page)


def test_a_drag_pins_where_places_are_kept(page, canvas, store, small_town, principal):
    canvas.does("move", id="s_farm", x=1.5, y=-2.0)
    checked(page.run())
    places = store.snapshot(principal, small_town, tables=("placement",)).placement
    row = places[(places["stakeholder_id"] == "s_farm") & places["pinned"]]
    assert row[["x", "y"]].to_numpy().tolist() == [[1.5, -2.0]]


def test_a_drag_where_places_follow_from_records_is_explained(page, canvas):
    arrange(page, Arrangement.RINGS)
    canvas.does("move", id="s_farm", x=1.5, y=-2.0)
    page.run()
    assert "Where everybody stands here follows from what is recorded" in words(page)


def test_names_are_text_in_every_control(page, store, small_town, principal):
    hostile = '![x](https://a.example/x.png) <img src=x onerror="alert(1)">'
    renamed = pd.DataFrame([{"id": "s_farm", "name": hostile}])
    store.apply(principal, small_town, Edit(label="Renamed", put={"stakeholder": renamed}))
    checked(page.run())
    open_popover(page, "map_connections")
    pick(page, "Look closely at", ["s_farm"])
    raw = "\n".join(str(part.value) for part in page.markdown)
    assert "![x](" not in raw
    assert "<img" not in raw.replace("\\<img", "")
