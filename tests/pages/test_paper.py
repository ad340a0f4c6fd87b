"""Paper forms typed in: a sign an item, problems with their place, saved and on to the next."""

import pytest

from landscape.model.assessment import Answer
from landscape.services import assessing, rounds
from tests.pages.holding_rounds import begin, begin_without_names
from tests.pages.opening import opened, press, words

PAGE = "pages/readiness/paper.py"
SAVE = "Save and next form"


@pytest.fixture
def named(principal, store, small_town):
    """A round that Ana and Ben are invited to."""
    round_ = begin(store, small_town)
    rounds.invite(principal, store, small_town, round_.id, ["Ana", "Ben"])
    return round_


def form_of(store, monkeypatch, round_):
    return opened(PAGE, store, monkeypatch, round=round_.id)


def type_in(app, **typed):
    for label, text in typed.items():
        field = next(field for field in app.text_input if field.label == label)
        field.input(text)
    return app


def whose_box(app):
    return next(box for box in app.selectbox if box.label == "Whose form is it?")


def whose(app, name):
    whose_box(app).set_value(name)


def whose_options(app):
    return whose_box(app).options


def test_without_a_round_it_leads_to_the_rounds(store, empty_landscape, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert press(app, "See the rounds").title[0].value == "Rounds"


def test_a_round_that_is_over_takes_no_form(store, principal, small_town, monkeypatch, named):
    rounds.close(principal, store, small_town, named.id, None)
    app = form_of(store, monkeypatch, named)
    assert [field.label for field in app.text_input] == []


def test_there_is_a_field_for_each_item_by_its_id(store, monkeypatch, named):
    app = form_of(store, monkeypatch, named)
    labels = [field.label for field in app.text_input]
    assert (len(labels), labels[0]) == (12, "D01.1")


def test_a_form_is_saved_under_a_name_and_the_fields_are_empty_for_the_next(
    store, principal, small_town, monkeypatch, named
):
    app = form_of(store, monkeypatch, named)
    whose(app, "Ana")
    type_in(app, **{"D01.1": "3 we said it twice", "D02.1": "x", "D03.1": "n only one group"})
    next(box for box in app.selectbox if box.label == "Where do they stand?").set_value("Farmers")
    app.text_area[0].input("You forgot the mill")
    app = press(app, SAVE)
    assert [field.value for field in app.text_input] == [""] * 12
    assert "Typed in here: 1 form." in words(app)
    at = rounds.standing(principal, store, small_town, named.id)
    assert [(one.name, one.state) for one in at.people] == [("Ana", "finished"), ("Ben", "invited")]
    rounds.close(principal, store, small_town, named.id, None)
    rows = store.answers(principal, small_town, named.id)
    kept = rows.set_index("item_id")
    assert (kept.at["D01.1", "level"], kept.at["D01.1", "note"]) == (3, "we said it twice")
    assert kept.at["D02.1", "off_scale"] == "cant_say"
    assert kept.at["D03.1", "reason"] == "only one group"
    assert set(rows["rater"]) == {"Ana"}
    assert set(rows["standpoint"]) == {"Farmers"}


def test_what_cannot_be_read_is_told_with_its_place_and_nothing_is_saved(
    store, principal, small_town, monkeypatch, named
):
    app = form_of(store, monkeypatch, named)
    whose(app, "Ana")
    app = press(type_in(app, **{"D01.1": "3", "D02.1": "8", "D03.1": "N"}), SAVE)
    assert "D02.1: '8' is no answer. Begin with 1 to 5, X, N or P" in words(app)
    assert "D03.1: 'N' has no reason." in words(app)
    assert [field.value for field in app.text_input][:3] == ["3", "8", "N"]
    assert "2 answers of this form cannot be read, so nothing is saved." in words(app)
    assert "Saved " not in words(app)
    assert rounds.standing(principal, store, small_town, named.id).begun == 0
    app = press(type_in(app, **{"D02.1": "4", "D03.1": "P"}), SAVE)
    assert rounds.standing(principal, store, small_town, named.id).finished == 1
    assert "is no answer" not in words(app)
    assert "Saved " in words(app)


def test_a_named_round_asks_whose_form_it_is(store, monkeypatch, named):
    app = press(type_in(form_of(store, monkeypatch, named), **{"D01.1": "3"}), SAVE)
    assert "Say whose form it is." in words(app)
    assert app.text_input[0].value == "3"


def test_who_holds_the_round_is_offered_as_you(store, principal, small_town, monkeypatch, named):
    app = form_of(store, monkeypatch, named)
    assert whose_options(app) == ["You", "Ana", "Ben"]
    whose(app, "You")
    app = press(type_in(app, **{"D01.1": "3"}), SAVE)
    assert "Typed in here: 1 form." in words(app)
    at = rounds.standing(principal, store, small_town, named.id)
    assert [one.name for one in at.people if one.state == "finished"] == [principal.id]
    assert whose_options(app) == ["Ana", "Ben"]


def test_whoever_has_begun_is_not_offered(store, principal, small_town, monkeypatch, named):
    sitting = assessing.progress(principal, store, small_town, named)
    given = Answer(item_id=sitting.items[0].id, level=2)
    assessing.save_answer(principal, store, small_town, sitting, given)
    assert whose_options(form_of(store, monkeypatch, named)) == ["Ana", "Ben"]


def test_an_empty_form_is_not_saved(store, monkeypatch, named):
    app = form_of(store, monkeypatch, named)
    whose(app, "Ana")
    assert "Type in at least one answer." in words(press(app, SAVE))


def test_a_round_without_names_asks_for_none(store, principal, small_town, monkeypatch):
    round_ = begin_without_names(store, small_town)
    app = form_of(store, monkeypatch, round_)
    assert [box.label for box in app.selectbox if box.label == "Whose form is it?"] == []
    press(type_in(app, **{"D01.1": "3"}), SAVE)
    assert rounds.standing(principal, store, small_town, round_.id).finished == 1
