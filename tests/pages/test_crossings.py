"""The crossings page: the finding first, both kinds of silence, names, the filter in words."""

import pandas as pd
import pytest

from landscape.model.ids import draw_id
from landscape.model.scales import Basis
from landscape.services.editing import remove_boundary
from landscape.store.base import Edit
from tests.pages.opening import checked, opened, words

PAGE = "pages/boundaries/crossings.py"


@pytest.fixture
def app(store, small_town, monkeypatch):
    return opened(PAGE, store, monkeypatch, boundary="b_office")


def widget(widgets, label):
    return next(one for one in widgets if one.label == label)


def test_a_link_opens_the_boundary_it_names(app):
    assert widget(app.selectbox, "Boundary").value == "b_office"


def test_the_finding_comes_first_and_says_who_was_not_asked(
    principal, store, small_town, monkeypatch
):
    ida = pd.DataFrame([{"id": "s_ida", "asked": "not_asked"}])
    store.apply(principal, small_town, Edit(label="Not asked", put={"stakeholder": ida}))
    app = opened(PAGE, store, monkeypatch, boundary="b_office")
    assert app.subheader[0].value.replace("\\", "") == (
        "No one from Fields was asked; 1 of 3 relationships reaches across."
    )


def test_the_filter_stands_in_words_beside_the_figures(app):
    assert "Counted: All live relationships." in words(app)
    checked(widget(app.multiselect, "What they rest on").set_value([Basis.VALIDATED]).run())
    assert "Counted: Live relationships reported by both ends." in words(app)
    assert "None of 1 relationship reaches across." in words(app)


def test_names_of_those_who_reach_across_and_of_those_on_two_sides(app):
    reaching = next(
        table.value for table in app.dataframe if "sides_reached" in table.value.columns
    )
    assert list(reaching["name"]) == ["Upper farms", "Water board"]
    assert "2 of 6 stakeholders on a side do." in words(app)


def test_the_table_twin_says_what_each_zero_means(app):
    table = next(one.value for one in app.dataframe if "zero" in one.value.columns)
    assert table.to_dict("list")["relationships"] == [1, 1, 1]
    assert list(table["zero"]) == ["", "", ""]


def test_how_it_is_worked_out_names_the_source(app):
    assert "E-I index: -0.33." in words(app)  # (1 - 2) / 3
    assert "Krackhardt" in words(app)


def test_without_a_boundary_the_page_leads_to_adding_one(principal, store, small_town, monkeypatch):
    for boundary_id in ("b_bank", "b_office"):
        remove_boundary(principal, store, small_town, boundary_id)
    app = opened(PAGE, store, monkeypatch)
    assert [button.label for button in app.button] == ["Add a boundary"]


def test_a_hostile_name_is_only_text(principal, store, small_town, monkeypatch):
    name = "![x](https://evil.example/a.png) <img src=x onerror=alert(1)>"
    boundary = pd.DataFrame(
        [{"id": draw_id("b"), "name": name, "attribute": "bank", "kinds": "[]", "ordinal": 9}]
    )
    store.apply(principal, small_town, Edit(label="Added", put={"boundary": boundary}))
    app = opened(PAGE, store, monkeypatch, boundary=boundary["id"].iloc[0])
    raw = "\n".join(str(part.value) for part in [*app.markdown, *app.subheader, *app.caption])
    assert "](http" not in raw
    assert "<img" not in raw
