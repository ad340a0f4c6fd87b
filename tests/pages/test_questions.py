"""Questions: all of them to read, what changed, on paper, and bringing one's own."""

from landscape.assessments import instruments as published
from landscape.services import instruments
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/readiness/questions.py"
OWN = (
    "Dimension,Statement,Sentence 1,Sentence 2,Sentence 3,Sentence 4,Sentence 5,First step,Id\n"
    "D06,We have *walked* the river.,No.,One.,Some.,Most.,All do.,Walk the first mile.,\n"
)


def brought(app, name, data):
    app.file_uploader[0].set_value((name, data.encode(), "text/csv")).run()
    return press(app, "Bring these questions")


def test_every_question_is_there_word_for_word(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    said = words(app)
    readiness = published()["convening-readiness"]
    for item in readiness.items:
        assert item.statement in said
        assert all(anchor.text in said for anchor in item.anchors)
        assert item.first_step in said
    assert readiness.closing_question in said
    assert "12 dimensions" in said
    assert "49 questions" in said
    assert "D05.1 · from" in said
    assert "(E09)" in said
    assert "only people can judge it" in said


def test_uncommon_words_are_explained(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert "Words that mean something here" in [one.label for one in app.expander]
    assert "- **vouch**: To say for somebody that they can be trusted." in words(app)


def test_what_changed_between_versions_is_told(store, small_town, monkeypatch):
    said = words(opened(PAGE, store, monkeypatch))
    assert "What changed between versions" in said
    assert "Nothing asks something else, so answers to both can be compared." in said
    assert 'Says "relationship" instead of "tie".' in said
    assert "before: There are live working ties across each boundary that matters." in said


def test_the_check_before_a_gathering_has_one_form_and_no_earlier_version(
    store, small_town, monkeypatch
):
    app = opened(PAGE, store, monkeypatch)
    checked(app.selectbox(key=f"questions.{small_town}").set_value("gathering-gate").run())
    said = words(app)
    assert "Can we say clearly what it is for?" in said
    assert "Instead, where it is not yet:" in said
    assert "What changed between versions" not in said
    assert "Which form?" not in [one.label for one in app.selectbox]


def test_a_table_of_ones_own_is_brought_and_read(principal, store, small_town, monkeypatch):
    app = brought(opened(PAGE, store, monkeypatch), "river.csv", OWN)
    said = words(app)
    assert "(river), version 1, with 50 questions, is here. You read it above." in said
    assert "We have *walked* the river." in said
    assert "\\*walked\\*" in "\n".join(str(one.value) for one in app.markdown)
    offered = instruments.offered(principal, store, small_town)
    assert [one.id for one in offered] == ["convening-readiness", "gathering-gate", "river"]


def test_all_that_is_wrong_in_a_table_is_told(principal, store, small_town, monkeypatch):
    spoilt = OWN.replace("D06", "D99") + "D07,,No.,One.,Some.,Most.,All do.,Ask.,\n"
    app = brought(opened(PAGE, store, monkeypatch), "river.csv", spoilt)
    said = words(app)
    assert "2 places need something." in said
    assert "river.csv, row 2, column 'Dimension': 'D99' is no dimension." in said
    assert "river.csv, row 3, column 'Statement': nothing stands there." in said
    assert store.own_instruments(principal, small_town).empty


def test_a_file_that_was_not_chosen_is_asked_for(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Bring these questions")
    assert "No file is chosen." in words(app)
