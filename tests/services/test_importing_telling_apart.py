"""Two of one name stay two where the file means two."""

import pandas as pd

from landscape.services.importing.telling_apart import ends_apart, names_apart


def column(*cells: str | None) -> pd.Series:
    return pd.Series(list(cells), dtype="str")


def test_names_of_several_types_carry_their_type() -> None:
    names = column("Mill", "Mill", "Inn", "Quay", "Quay")
    types = column("Place", " Business", "Place", "Place", "Place")
    assert names_apart(names, types).tolist() == [
        "Mill (Place)", "Mill (Business)", "Inn", "Quay", "Quay",
    ]  # fmt: skip


def test_a_name_without_a_type_stays_as_it_is() -> None:
    names = names_apart(column("Mill", "Mill", "Mill"), column("Place", "", "Trade"))
    assert names.tolist() == ["Mill (Place)", "Mill", "Mill (Trade)"]


def test_ends_are_found_by_their_type() -> None:
    known = pd.Index(["Mill (Place)", "Mill (Business)", "Inn"])
    ends = column("Mill", "Inn", "Mill", "Mill")
    types = column("Place", "Place", None, "Person")
    assert ends_apart(ends, types, known).tolist() == ["Mill (Place)", "Inn", "Mill", "Mill"]
