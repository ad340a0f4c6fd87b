"""The page on who stands here twice: look, merge, keep apart, choose by hand, take back."""

import pandas as pd
import pytest

from landscape.model.principal import LOCAL
from landscape.store.base import Edit
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/mapping/duplicates.py"


@pytest.fixture
def twins(store, small_town):
    """The small town with three who stand there twice."""
    people = pd.DataFrame(
        [
            ("t_water", "Water-board", "c_public"),
            ("t_news", "valley  News", "c_media"),
            ("t_ida", "IDA BROOK", "c_people"),
        ],
        columns=["id", "name", "constituency_id"],
    ).assign(ordinal=range(100, 103))
    told = pd.DataFrame(
        [("r9", "t_water", "s_hall", 2)], columns=["id", "source_id", "target_id", "depth"]
    )
    edit = Edit(label="Twice", put={"stakeholder": people, "relationship": told})
    store.apply(LOCAL, small_town, edit)
    return small_town


def people(store, landscape_id):
    return set(store.snapshot(LOCAL, landscape_id).stakeholder["id"])


def test_an_empty_landscape_says_what_will_be_here(store, empty_landscape, monkeypatch):
    app = checked(opened(PAGE, store, monkeypatch))
    assert [button.label for button in app.button] == ["Add who is here"]


def test_without_likely_pairs_two_can_be_chosen_by_hand(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert "No two here look like one." in app.success[0].value
    app.selectbox(key="by_hand.one").set_value("s_farm")
    app.selectbox(key="by_hand.other").set_value("s_vine")
    app = press(app, "Look at these two")
    assert "You chose these two by hand." in words(app)
    (table,) = [frame.value for frame in app.dataframe]
    assert table.to_numpy().tolist() == [
        ["Name", "Upper farms", "Vineyard circle"],
        ["bank", "right", "left"],
    ]
    app.button(key="keep.s_vine.s_farm").click()
    checked(app.run())
    assert "s_farm" not in people(store, small_town)


def test_two_by_hand_must_differ(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Look at these two")
    assert "Pick two different stakeholders" in app.error[0].value


def test_a_pair_is_merged_and_taken_back_on_the_spot(store, twins, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert "**3 pairs** to look at." in words(app)
    app.selectbox[0].select('["s_water", "t_water"]')
    app = checked(app.run())
    assert "The same but for marks or the form of law." in words(app)
    app.button(key="keep.s_water.t_water").click()
    app = checked(app.run())
    assert "t_water" not in people(store, twins)
    assert "Merged Water-board into Water board" in words(app)
    assert "**2 pairs** to look at." in words(app)
    app = press(app, "Undo")
    assert "t_water" in people(store, twins)


def test_two_who_are_two_are_not_shown_again(store, twins, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "They are two")
    assert "**2 pairs** to look at." in words(app)
    assert len(people(store, twins)) == 10


def test_the_next_pair_is_a_button_away(store, twins, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    first = app.selectbox[0].value
    app = press(app, "Next pair")
    assert app.selectbox[0].value != first


def test_all_that_are_alike_letter_by_letter_are_merged_in_one_step(store, twins, monkeypatch):
    app = press(
        opened(PAGE, store, monkeypatch), "Merge the 2 pairs that are alike letter by letter"
    )
    assert {"t_news", "t_ida"} & people(store, twins) == set()
    assert "t_water" in people(store, twins)
    press(app, "Undo")
    assert {"t_news", "t_ida"} <= people(store, twins)


def test_the_stakeholders_page_leads_here(store, small_town, monkeypatch):
    app = opened("pages/mapping/stakeholders.py", store, monkeypatch)
    assert "Does anybody stand here twice?" in [link.label for link in app.get("page_link")]
