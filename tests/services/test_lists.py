"""Lists to read; expected values were counted by hand in the small town."""

from landscape.model.principal import LOCAL
from landscape.services.lists import relationship_list, reports_of, stakeholder_list


def test_each_stakeholder_is_listed_with_its_number_of_relationships(store, small_town):
    listed = stakeholder_list(store.snapshot(LOCAL, small_town)).set_index("id")
    assert dict(listed["relationships"]) == {
        "s_ida": 1,
        "s_mill": 2,
        "s_hall": 2,
        "s_farm": 2,
        "s_news": 0,
        "s_vine": 1,
        "s_water": 2,
    }
    assert listed.loc["s_ida", "group"] == "Residents"


def test_relationships_are_listed_by_name_with_reports_that_differ(store, small_town):
    listed = relationship_list(store.snapshot(LOCAL, small_town)).set_index("id")
    assert list(listed.index) == ["r4", "r2", "r1", "r5", "r3"]
    assert dict(listed["reports"]) == {"r4": 2, "r2": 1, "r1": 2, "r5": 0, "r3": 1}
    assert list(listed.index[listed["differ"]]) == ["r1"]


def test_reports_of_a_relationship_are_listed_by_rater(store, small_town):
    reports = reports_of(store.snapshot(LOCAL, small_town), "r4")
    assert list(reports["rater"]) == ["Ida", "Mill"]
    assert list(reports["depth"]) == [4, 4]


def test_an_empty_landscape_has_empty_lists(store, empty_landscape):
    snapshot = store.snapshot(LOCAL, empty_landscape)
    assert len(stakeholder_list(snapshot)) == 0
    assert len(relationship_list(snapshot)) == 0
