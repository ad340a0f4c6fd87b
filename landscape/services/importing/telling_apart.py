"""Two stakeholders of one name, told apart by their type or code, as the files of some tools mean.

For Kumu a stakeholder is a label and a type together, for Graph Commons a name and a type: a mill
that is a place and one that is a business are two, called "Mill (Place)" and "Mill (Business)".
"""

import pandas as pd

from landscape.services.importing.among import among
from landscape.services.importing.wording import tidy


def names_apart(names: pd.Series, by: pd.Series) -> pd.Series:
    """`names` with what tells them apart in brackets, where one comes with several of it.

    `by` is the column that a proposal is `told_apart_by`; a blank cell leaves the name alone.
    """
    words = tidy(by)
    told = pd.DataFrame({"name": names, "by": words}, index=names.index)
    told = told[(told["name"] != "") & (told["by"] != "")]
    kinds = told.drop_duplicates()["name"]
    twins = kinds[kinds.duplicated()]
    hit = names.isin(twins) & (words != "")
    return names.mask(hit, names + " (" + words + ")")


def ends_apart(ends: pd.Series, by: pd.Series, names: pd.Index) -> pd.Series:
    """`ends` of relationships with their type in brackets, where only so they are among `names`.

    `by` says of which type an end is, NA where the row does not.
    """
    if by.isna().all():
        return ends
    told = ends + " (" + by.astype("str") + ")"
    hit = by.notna().to_numpy() & ~among(ends, names) & among(told, names)
    return ends.mask(hit, told)
