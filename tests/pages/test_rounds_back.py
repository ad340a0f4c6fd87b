"""Bringing back a round from its copy, and what is said of a file that is none."""

from landscape.model.principal import LOCAL
from landscape.services import rounds
from landscape.services.round_copy import write_round
from tests.pages.holding_rounds import answer, begin
from tests.pages.opening import opened, press, words

PAGE = "pages/readiness/rounds.py"


def brought(app, name, data):
    app.file_uploader[0].set_value((name, data, "application/json")).run()
    return press(app, "Bring it back")


def test_a_round_is_brought_back_and_chosen(store, small_town, monkeypatch):
    round_ = begin(store, small_town)
    answer(store, round_, [3], name="Ana")
    rounds.close(LOCAL, store, small_town, round_.id, None)
    copy = write_round(LOCAL, store, small_town, round_.id)
    app = brought(opened(PAGE, store, monkeypatch), "spring.json", copy)
    (again,) = (one for one in store.rounds(LOCAL, small_town) if one.id != round_.id)
    assert (again.name, again.state) == ("Spring round", "released")
    assert app.query_params["round"] in (again.id, [again.id])
    assert app.title[0].value == "Spring round"
    assert "Saved " in words(app)
    assert len(store.answers(LOCAL, small_town, again.id)) == 1


def test_a_file_that_is_no_copy_is_told_with_its_name_and_what_to_do(
    store, small_town, monkeypatch
):
    app = brought(opened(PAGE, store, monkeypatch), "river *day*.json", b'{"format": "other"}')
    said = words(app)
    assert "This round cannot be brought back. river *day*.json: The file is no copy" in (
        said.replace("**", "")
    )
    assert "Choose one that was taken away where you see what you said." in said
    assert store.rounds(LOCAL, small_town) == ()
    assert app.title[0].value == "Rounds"


def test_a_file_that_breaks_off_brings_nothing(store, small_town, monkeypatch):
    round_ = begin(store, small_town)
    copy = write_round(LOCAL, store, small_town, round_.id)
    app = brought(opened(PAGE, store, monkeypatch), "spring.json", copy[:-20])
    assert "spring.json: The copy of the round is damaged. It breaks off" in words(app)
    assert len(store.rounds(LOCAL, small_town)) == 1


def test_a_copy_that_was_not_chosen_is_asked_for(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Bring it back")
    assert "Choose the copy of a round first." in words(app)
