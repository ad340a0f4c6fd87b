"""Our standing: the team, where each of us looks from, and what the judgements say."""

from datetime import date

from landscape.model.principal import LOCAL
from landscape.services.standing_team import TABLES, cell, save_cells, team
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/readiness/standing.py"


def field(widgets, label):
    return next(widget for widget in widgets if widget.label == label)


def test_without_a_team_the_page_asks_who_convenes(store, empty_landscape, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert [one.value for one in app.subheader] == ["Who convenes?"]
    assert "your own judgements, not facts" in words(app)
    who = field(app.selectbox, "Who else is on the team?")
    who.options.append("Vera Stone")
    who.set_value("Vera Stone")
    app = press(app, "Add to the team")
    there = team(store.snapshot(LOCAL, empty_landscape, tables=TABLES))
    assert [one.person.name for one in there] == ["Vera Stone"]
    assert "How each group takes each of you" in [one.value for one in app.subheader]


def test_nobody_picked_is_said_with_what_to_do(store, empty_landscape, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Add to the team")
    assert "Pick somebody, or type a name." in words(app)


def test_somebody_on_the_map_joins_and_leaves_the_team(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    field(app.selectbox, "Who else is on the team?").set_value("s_water")
    app = press(app, "Add to the team")
    assert field(app.radio, "On the team").value == "s_water"
    app = press(app, "Not on the team any more")
    there = team(store.snapshot(LOCAL, small_town, tables=TABLES))
    assert [one.person.id for one in there] == ["s_ida", "s_hall"]
    assert "Water board is not on the team" in words(app)


def test_where_somebody_stands_is_saved(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert "0 of 2 have said from where they look." in words(app)
    field(app.text_area, "What is at stake for you here?").set_value("Our house floods.")
    field(app.multiselect, "Which other groups do you belong to?").set_value(["c_media"])
    app = press(app, "Save where they stand")
    ida = team(store.snapshot(LOCAL, small_town, tables=TABLES))[0]
    assert (ida.person.interests_declared, ida.further) == ("Our house floods.", ("c_media",))
    press(app, "Undo")
    ida = team(store.snapshot(LOCAL, small_town, tables=TABLES))[0]
    assert (ida.person.interests_declared, ida.further) == (None, ("c_farm",))


def test_what_the_judgements_say_stands_in_words_with_names(store, small_town, monkeypatch):
    said = {
        cell("s_ida", "c_media", "level"): 3,
        cell("s_ida", "c_people", "level"): 4,
        cell("s_hall", "c_people", "level"): 3,
        cell("s_hall", "c_farm", "level"): 1,
    }
    save_cells(LOCAL, store, small_town, said, on=date(2026, 11, 1))
    shown = words(opened(PAGE, store, monkeypatch))
    assert "2 of 3 groups would accept you as convener, in your own judgement." in shown
    assert "Only Ida Brook would be accepted in 1 group: Media." in shown
    assert "score" not in shown.casefold()


def test_one_of_us_is_looked_at_more_closely(store, small_town, monkeypatch):
    said = {cell("s_ida", "c_media", "judged_by"): "Vera", cell("s_ida", "c_media", "level"): 2}
    save_cells(LOCAL, store, small_town, said, on=date(2026, 11, 1))
    app = opened(PAGE, store, monkeypatch)
    (who,) = [one for one in app.radio if one.label == "Show"]
    app = checked(who.set_value("s_ida").run())
    assert "your own judgements" in words(app)
