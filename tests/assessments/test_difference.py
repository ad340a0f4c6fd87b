"""What differs between versions is told by sentence, and classed before it is published."""

from dataclasses import replace
from itertools import pairwise

import pytest

from landscape.assessments import differences, versions_of
from landscape.assessments.difference import Difference, Wording
from landscape.model.instrument import Anchor, Change, ChangeKind, Instrument

FIRST, SECOND = versions_of("convening-readiness")


def only(found: tuple[Difference, ...]) -> Difference:
    assert len(found) == 1
    return found[0]


def with_item(item_id: str, **changes: object) -> Instrument:
    items = tuple(
        replace(item, **changes) if item.id == item_id else item  # type: ignore[arg-type]
        for item in SECOND.items
    )
    return replace(SECOND, version=3, items=items, changes=())


def test_a_version_does_not_differ_from_itself() -> None:
    assert differences(SECOND, SECOND) == ()


def test_a_sentence_that_reads_otherwise_is_told_with_what_stood_there() -> None:
    anchors = (Anchor(level=1, text="Nobody knows."), *SECOND.item("D05.1").anchors[1:])
    found = only(differences(SECOND, with_item("D05.1", anchors=anchors)))
    assert found.about == "D05.1"
    assert found.parts == (
        Wording(part="sentence 1", before="We do not know.", after="Nobody knows."),
    )
    assert found.kind is None
    assert not found.added
    assert not found.compares


def test_a_change_is_told_with_its_class_and_why() -> None:
    change = Change(about="D05.1", kind=ChangeKind.EDITORIAL, words="Shorter.")
    third = replace(with_item("D05.1", statement="They want us."), changes=(change,))
    found = only(differences(SECOND, third))
    assert (found.kind, found.words, found.compares) == (ChangeKind.EDITORIAL, "Shorter.", True)


def test_an_item_of_another_meaning_names_the_one_that_it_stands_for() -> None:
    change = Change(about="D05.9", kind=ChangeKind.CHANGED, words="Asks of persons.")
    third = replace(
        with_item("D05.2", id="D05.9", supersedes="D05.2", statement="Each of us is accepted."),
        changes=(change,),
    )
    found = only(differences(SECOND, third))
    assert (found.about, found.supersedes) == ("D05.9", "D05.2")
    assert [part.part for part in found.parts] == ["statement"]
    assert not found.compares
    assert not found.added


def test_an_item_that_is_asked_no_more_comes_last() -> None:
    items = tuple(item for item in SECOND.items if item.id != "D12.4")
    found = only(differences(SECOND, replace(SECOND, version=3, items=items, changes=())))
    assert found.about == "D12.4"
    assert all(part.after is None for part in found.parts)


def test_an_item_that_was_not_there_is_added() -> None:
    items = tuple(item for item in SECOND.items if item.id != "D12.4")
    found = only(differences(replace(SECOND, items=items), SECOND))
    assert (found.about, found.added) == ("D12.4", True)


@pytest.mark.parametrize("id_", ["convening-readiness", "gathering-gate"])
def test_every_difference_between_published_versions_is_classed(id_: str) -> None:
    versions = versions_of(id_)
    for old, new in pairwise(versions):
        found = differences(old, new)
        assert [one.about for one in found if one.kind is None and not one.added] == []
        assert sorted(change.about for change in new.changes) == sorted(one.about for one in found)
        for one in found:
            if one.kind is ChangeKind.CHANGED:
                assert one.supersedes is not None
            else:
                assert one.supersedes is None
            if one.kind is ChangeKind.RETIRED:
                assert all(part.after is None for part in one.parts)
            if one.compares:
                assert all(part.before and part.after for part in one.parts)


def test_the_second_version_reads_more_plainly_and_asks_the_same() -> None:
    assert [item.id for item in SECOND.items] == [item.id for item in FIRST.items]
    for old, new in zip(FIRST.items, SECOND.items, strict=True):
        assert (old.sources, old.evidence, old.quick) == (new.sources, new.evidence, new.quick)
    found = differences(FIRST, SECOND)
    assert {one.kind for one in found} == {ChangeKind.EDITORIAL, ChangeKind.CLARIFIED}
    by_id = {one.about: one for one in found}
    assert by_id["D05.1"].parts[0] == Wording(
        part="statement",
        before=(
            "In each constituency that matters, someone there would say we are the right people"
            " to convene this."
        ),
        after=(
            "In each group that matters, someone there would say we are the right people to"
            " convene this."
        ),
    )
