"""Saved views on the map page: kept, opened by their address, put in order, presented."""

import pytest

from landscape.model.map_look import Arrangement, MapLook
from landscape.model.map_view import MapCamera, MapView
from landscape.model.principal import LOCAL
from landscape.services import map_views
from landscape.services.editing import remove_boundary
from landscape.ui.canvas import Camera
from tests.pages.hands import Hands
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/mapping/map.py"
SIDES = MapLook(arrangement=Arrangement.SIDES, boundary_id="b_bank")
RIVER = MapView(
    id="v_river",
    name="The [river](http://x)",
    sentence="Who reaches over?",
    look=SIDES,
    camera=MapCamera(x=1.0, y=2.0, span=3.0),
)
ALL = MapView(id="v_all", name="Everybody", look=MapLook(colour="kind"))


@pytest.fixture
def hands(monkeypatch):
    return Hands(monkeypatch)


@pytest.fixture
def two(store, small_town):
    """Two saved views in the small town."""
    for kept in (RIVER, ALL):
        map_views.save_view(LOCAL, store, small_town, kept)
    return small_town


def kept(store, landscape_id):
    return map_views.views(store.snapshot(LOCAL, landscape_id))


def look(app):
    return next(iter(app.session_state["visit"].looks.values()), MapLook())


def listed(app):
    """The page with its list of views open: AppTest has no button of a popover."""
    app.session_state["map_views"] = True
    return checked(app.run())


def field(widgets, label):
    return next(widget for widget in widgets if widget.label == label)


def labels(app):
    return [button.label for button in app.button]


def test_a_view_is_kept_with_its_words_and_from_where_it_was_seen(
    store, small_town, monkeypatch, hands
):
    app = opened(PAGE, store, monkeypatch)
    app = hands.make(app, "keep", camera=Camera(x=1.5, y=-2.0, span=7.0))
    field(app.text_input, "Name").set_value("Where it stops")
    field(app.text_area, "What it says, in a sentence").set_value("At the river.")
    app = press(app, "Keep it")
    (view,) = kept(store, small_town)
    assert (view.name, view.sentence, view.look) == ("Where it stops", "At the river.", MapLook())
    assert view.camera == MapCamera(x=1.5, y=-2.0, span=7.0)
    assert "Saved the view Where it stops" in words(app)
    assert app.query_params["view"] == view.id
    assert hands.head.at == view.id
    app = press(app, "Undo")
    assert kept(store, small_town) == ()


def test_a_view_without_a_name_is_refused_and_its_sentence_stays(
    store, small_town, monkeypatch, hands
):
    app = hands.make(opened(PAGE, store, monkeypatch), "keep", camera=None)
    app = press(app, "Keep it")
    assert "A view has no name. Give it one." in words(app)
    assert kept(store, small_town) == ()


def test_the_address_opens_a_view_from_where_it_was_kept(store, two, monkeypatch, hands):
    app = opened(PAGE, store, monkeypatch, view="v_river")
    assert look(app) == SIDES
    assert (hands.head.at, hands.head.camera) == ("v_river", Camera(x=1.0, y=2.0, span=3.0))
    assert hands.head.views == (
        ("v_river", "The [river](http://x)", "Who reaches over?"),
        ("v_all", "Everybody", ""),
    )


def test_a_view_without_a_place_of_its_own_shows_everybody(store, two, monkeypatch, hands):
    opened(PAGE, store, monkeypatch, view="v_all")
    assert (hands.head.camera, hands.head.look_at != "") == (None, True)


def test_an_address_with_an_unknown_view_says_so_in_one_sentence(store, two, monkeypatch, hands):
    app = opened(PAGE, store, monkeypatch, view="v_lost")
    assert [info.value for info in app.info] == [
        "The view in the address is not in this landscape."
    ]
    assert (hands.head.at, look(app)) == (None, MapLook())
    assert [info.value for info in checked(app.run()).info] == []


def test_a_view_of_a_boundary_that_has_gone_shows_everybody_by_group(
    store, two, monkeypatch, hands
):
    remove_boundary(LOCAL, store, two, "b_bank")
    app = opened(PAGE, store, monkeypatch, view="v_river")
    assert "The boundary it was arranged by has gone. Here is everybody by group." in words(app)


def test_views_are_listed_with_what_they_say_and_opened_by_choosing(store, two, monkeypatch, hands):
    app = listed(opened(PAGE, store, monkeypatch))
    views = field(app.radio, "Saved views")
    assert views.options == [
        "The \\[river\\]\\(http\\:\u2060\\/\\/x\\)  \n:small[:gray[Who reaches over\\?]]",
        "Everybody",
    ]
    assert views.value is None
    app = checked(views.set_value("v_river").run())
    assert (look(app), hands.head.at) == (SIDES, "v_river")
    first = hands.head.look_at
    assert "view=v_river" in app.code[0].value
    assert f"landscape={two}" in app.code[0].value
    app = hands.make(app, "step", id="v_all")
    assert (hands.head.at, look(app).colour) == ("v_all", "kind")
    hands.make(app, "step", id="v_river")
    assert hands.head.look_at != first  # so that the map goes there again


def test_views_move_in_their_order_and_are_let_go(store, two, monkeypatch, hands):
    app = listed(opened(PAGE, store, monkeypatch, view="v_river"))
    app = press(app, "Later")
    assert [view.id for view in kept(store, two)] == ["v_all", "v_river"]
    app = press(app, "Earlier")
    assert [view.id for view in kept(store, two)] == ["v_river", "v_all"]
    app = press(app, "Copy")
    assert [view.id for view in kept(store, two)][::2] == ["v_river", "v_all"]
    app = press(app, "Remove")
    assert "v_river" not in [view.id for view in kept(store, two)]
    assert "view" not in app.query_params
    assert "is not in this landscape" not in words(app)
    press(app, "Undo")
    assert kept(store, two)[0] == RIVER


def test_a_view_is_renamed(store, two, monkeypatch, hands):
    app = press(listed(opened(PAGE, store, monkeypatch, view="v_river")), "Rename")
    field(app.text_input, "Name").set_value("The river")
    field(app.text_area, "What it says, in a sentence").set_value("")
    press(app, "Save")
    view = kept(store, two)[0]
    assert (view.name, view.sentence, view.look) == ("The river", None, SIDES)


def test_a_view_follows_how_the_map_is_looked_at_by_now(store, two, monkeypatch, hands):
    app = listed(opened(PAGE, store, monkeypatch, view="v_river"))
    assert "Keep what it shows now" not in labels(app)
    app.session_state["visit"].looks[two] = MapLook(colour="kind")
    del app.query_params["view"]
    app = checked(app.run())
    assert "You have changed the map since." in words(app)
    app = press(app, "Keep what it shows now")
    view = kept(store, two)[0]
    assert (view.look, view.camera, view.name) == (MapLook(colour="kind"), None, RIVER.name)
    assert hands.head.at == "v_river"


def test_what_is_seen_can_take_the_place_of_the_view_at_hand(store, two, monkeypatch, hands):
    app = opened(PAGE, store, monkeypatch, view="v_river")
    app = hands.make(app, "keep", camera=Camera(x=9.0, y=9.0, span=9.0))
    (instead,) = [one for one in app.button_group if one.label == "Keep it"]
    instead.set_value("v_river")
    app = press(app, "Keep it")
    assert len(kept(store, two)) == 2


def test_views_are_presented_from_the_one_at_hand(store, two, monkeypatch, hands):
    app = listed(opened(PAGE, store, monkeypatch))
    assert hands.head.present is False
    app = press(app, "Present")
    assert (hands.head.present, hands.head.at) == (True, "v_river")
    app = hands.make(app, "step", id="v_all")
    assert (hands.head.present, hands.head.at) == (True, "v_all")
    hands.make(app, "present", on=False)
    assert (hands.head.present, hands.head.at) == (False, "v_all")


def test_a_presentation_ends_with_the_page(store, two, monkeypatch, hands):
    app = hands.make(opened(PAGE, store, monkeypatch), "present", on=True)
    assert hands.head.present is True
    app.switch_page("pages/mapping/stakeholders.py").run()
    app.switch_page(PAGE).run()
    assert hands.head.present is False


def test_without_views_the_list_says_what_one_is_for(store, small_town, monkeypatch, hands):
    app = listed(opened(PAGE, store, monkeypatch))
    assert "Several in an order tell a story." in words(app)
    assert "Present" not in labels(app)
    assert "Keep this view" in labels(app)
