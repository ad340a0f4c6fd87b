"""A profile is private to whose it is, and goes along as one page."""

import re
from datetime import date

import pytest

from landscape.model.errors import InvalidValueError, NotAllowedError, NotFoundError
from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.model.profile import PROMPTS, Profile
from landscape.services import profiles
from landscape.store.duckdb.store import DuckDBStore

TODAY = date(2026, 11, 1)
OTHER = Principal(id="vera", role=AccessRole.OWNER)
HOSTILE = "<script>alert(1)</script> ![x](https://example.org/x.png)"


def say(store, town, prompt_id, text, *, who=LOCAL):
    return profiles.say(who, store, town, prompt_id, text, on=TODAY)


def test_ten_prompts_are_asked():
    assert len({prompt.id for prompt in PROMPTS}) == 10


def test_what_is_said_is_kept_prompt_by_prompt(store, small_town):
    say(store, small_town, "name", "Ida")
    say(store, small_town, "learning", " To wait. ")
    there = profiles.profile(LOCAL, store, small_town)
    assert there == Profile(said={"name": "Ida", "learning": "To wait."}, changed_on=TODAY)


def test_a_prompt_without_words_is_open_again(store, small_town):
    say(store, small_town, "name", "Ida")
    assert say(store, small_town, "name", "  ").is_empty


def test_nobody_reads_the_profile_of_another_not_even_an_owner(store, small_town):
    say(store, small_town, "name", "Ida")
    assert profiles.profile(OTHER, store, small_town).is_empty
    say(store, small_town, "name", "Vera", who=OTHER)
    assert profiles.profile(LOCAL, store, small_town).said == {"name": "Ida"}


def test_who_answers_in_a_round_has_no_profile(store, small_town):
    guest = Principal(id="u_1", role=AccessRole.RESPONDENT)
    with pytest.raises(NotAllowedError):
        profiles.profile(guest, store, small_town)


def test_a_profile_leaves_no_history_and_no_revision(store, small_town):
    before = store.landscape(LOCAL, small_town).revision
    say(store, small_town, "support", "Nobody yet.")
    assert store.landscape(LOCAL, small_town).revision == before
    profiles.erase(LOCAL, store, small_town, on=TODAY)
    assert profiles.profile(LOCAL, store, small_town).is_empty


def test_what_is_erased_is_gone_from_the_file(tmp_path):
    path = tmp_path / "landscape.duckdb"
    text = "Only the herons know of this."
    opened = DuckDBStore.open(path)
    town = opened.create_landscape(LOCAL, Landscape(id="l1", name="Town")).id
    say(opened, town, "name", f"{text} " * 40)
    opened.close()
    assert text.encode() in path.read_bytes()
    opened = DuckDBStore.open(path)
    profiles.erase(LOCAL, opened, town, on=TODAY)
    opened.close()
    assert text.encode() not in path.read_bytes()


@pytest.mark.parametrize(
    ("prompt_id", "text", "told"),
    [("salary", "x", "'salary' is no prompt"), ("name", "x" * 6_001, "6,001 characters")],
)
def test_what_no_profile_holds_is_refused(store, small_town, prompt_id, text, told):
    with pytest.raises(InvalidValueError, match=told):
        say(store, small_town, prompt_id, text)


def test_a_copy_of_the_landscape_holds_the_profile_of_who_takes_it_and_no_other(store, small_town):
    say(store, small_town, "name", "Ida")
    say(store, small_town, "name", "Vera", who=OTHER)
    whole = store.dump(LOCAL, small_town)
    assert whole.tables["profile"]["said"].tolist() == ['{"name": "Ida"}']
    again = store.load(LOCAL, draw_id("l"), whole).id
    assert profiles.profile(LOCAL, store, again).said == {"name": "Ida"}
    assert profiles.profile(OTHER, store, again).is_empty


def test_a_landscape_that_is_not_there_keeps_no_profile(store):
    with pytest.raises(NotFoundError):
        say(store, "l_lost", "name", "Ida")
    with pytest.raises(NotFoundError):
        profiles.erase(LOCAL, store, "l_lost", on=TODAY)


def test_the_pdf_takes_words_as_words():
    said = Profile(said={"name": '#panic("x") $ *Ida*', "stories": HOSTILE}, changed_on=TODAY)
    told = profiles.as_pdf(said, "Small town")
    assert told.startswith(b"%PDF-")


def test_the_page_to_print_holds_all_that_was_said_and_runs_nothing():
    said = Profile(
        said={"name": HOSTILE, "stories": "Going well.\n\nGoing badly."}, changed_on=TODAY
    )
    told = profiles.as_page(said, "Small <b>town</b>")
    assert "<script" not in told
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told
    assert "Small &lt;b&gt;town&lt;/b&gt;" in told
    assert "<p>Going well.</p>\n<p>Going badly.</p>" in told
    assert re.findall(r"<(?:img|link|a)\b", told) == []
    assert "Private" in told
    assert "Last changed on 1 November 2026." in told
