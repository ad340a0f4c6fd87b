"""The first page: the challenge, the three sentences, one next step."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from landscape.model.errors import DatabaseInUseError
from landscape.model.principal import LOCAL
from landscape.services.templates import create_from_template
from landscape.store.base import Edit
from landscape.ui import context
from tests.pages.opening import ROOT, opened, words

PAGE = "pages/landscape/overview.py"


def test_without_any_landscape_the_page_leads_to_the_chooser(store, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert [title.value for title in app.title] == ["Your first landscape"]


def test_an_empty_landscape_asks_who_has_a_stake(store, empty_landscape, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert [title.value for title in app.title] == ["Empty valley"]
    assert [button.label for button in app.button] == ["Add who is here"]


def test_the_three_sentences_keep_not_asked_apart_from_silent(store, small_town, monkeypatch):
    said = words(opened(PAGE, store, monkeypatch))
    assert "7 stakeholders in 4 groups, with 5 relationships between them." in said
    assert "No one was asked in Farmers. A gap there is not a finding." in said
    assert "No roles are recorded yet, so nobody can say who is missing." in said


def test_where_nothing_about_asking_is_recorded_the_page_says_that(store, small_town, monkeypatch):
    people = store.snapshot(LOCAL, small_town).stakeholder
    unknown = people.loc[people["constituency_id"] == "c_farm", ["id"]].assign(asked=None)
    store.apply(LOCAL, small_town, Edit(label="x", put={"stakeholder": unknown}))
    said = words(opened(PAGE, store, monkeypatch))
    assert "It is not recorded whether anyone was asked in Farmers." in said


@pytest.mark.parametrize(
    ("edit", "label"),
    [
        (None, "Say where we stand"),
        (Edit(label="x", remove={"boundary": ["b_bank", "b_office"],
                                 "boundary_side": ["b_office/c_public", "b_office/c_media",
                                                   "b_office/c_farm"]}), "Find a boundary"),
        (Edit(label="x", remove={"legitimacy": ["g1"]},
              put={"constituency": pd.DataFrame({"id": ["c_public", "c_people", "c_farm"],
                                                 "stake": [None, None, None]})}),
         "Say what is at stake for each group"),
        (Edit(label="x", put={"stakeholder": pd.DataFrame({"id": ["s_hall", "s_ida"],
                                                           "on_team": [False, False]})}),
         "Say which of these is us"),
    ],
)  # fmt: skip
def test_there_is_one_next_step(store, small_town, monkeypatch, edit, label):
    if edit is not None:
        store.apply(LOCAL, small_town, edit)
    app = opened(PAGE, store, monkeypatch)
    assert [button.label for button in app.button] == [label]


def test_the_landscape_in_the_address_is_the_one_that_opens(
    store, empty_landscape, small_town, monkeypatch
):
    app = opened(PAGE, store, monkeypatch, landscape=empty_landscape)
    assert [title.value for title in app.title] == ["Empty valley"]
    app.query_params["landscape"] = small_town
    assert [title.value for title in app.run().title] == ["Small town"]


def test_the_landscape_stays_over_a_change_of_page(store, empty_landscape, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch, landscape=empty_landscape)
    app.query_params.clear()
    app.switch_page("pages/landscape/settings.py").run()
    assert app.query_params["landscape"] == empty_landscape


def test_an_unknown_landscape_leads_to_the_chooser_with_one_sentence(
    store, small_town, monkeypatch
):
    app = opened(PAGE, store, monkeypatch, landscape="l_nowhere")
    assert [title.value for title in app.title] == ["Your landscapes"]
    assert [info.value for info in app.info] == [
        "That landscape is not here. Open another one below."
    ]


def test_a_locked_database_gives_one_plain_sentence(monkeypatch):
    def in_use():
        raise DatabaseInUseError("The database is open elsewhere.", fix="Stop the other app.")

    monkeypatch.setattr(context, "open_store", in_use)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    assert [error.value for error in app.error] == [
        "**The database is in use.** The database is open elsewhere\\. Stop the other app\\."
    ]


def test_a_landscape_from_a_template_begins_with_its_questions(store, monkeypatch):
    create_from_template(LOCAL, store, "one-conversation", "Two sides")
    app = opened(PAGE, store, monkeypatch)
    assert "1. Who on each side has already tried, and what came of it?" in words(app)


def test_a_name_cannot_draw_anything(store, small_town, monkeypatch):
    store.apply(
        LOCAL,
        small_town,
        Edit(label="x", landscape={"name": "![p](https://evil.example/p.png)"}),
    )
    app = opened(PAGE, store, monkeypatch)
    assert [title.value for title in app.title] == [
        "\\!\\[p\\]\\(https\\:\u2060\\/\\/evil\\.example\\/p\\.png\\)"
    ]
