"""Who is meant by a name: the same one, one that differs only in capitals, or the nearest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process, utils

from landscape.services.importing.decisions import Endpoint, Missing
from landscape.services.importing.wording import acronyms, whole

NEAR: Final = 80.0
LOOKED_UP: Final = 500
OFFERED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Resolved:
    """Where each name of the relationships belongs.

    `position` gives, for each name, its place among the stakeholders (new ones follow), or -1.
    `created` are the names added; `case_only` and `missing` name those that did not match letter
    by letter; `nearest` offers names for the missing; `waiting` are those without a decision.
    """

    position: pd.Series
    created: tuple[str, ...] = ()
    case_only: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    nearest: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()


def nearest(names: Sequence[str], known: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each name up to three known ones it may stand for: acronyms first, then the likest."""
    if not known or not names:
        return dict.fromkeys(names, ())
    short: dict[str, list[str]] = {}
    for other in known:
        for form in acronyms(other):
            short.setdefault(form, []).append(other)
    folded = [utils.default_process(other) for other in known]
    found: dict[str, tuple[str, ...]] = {}
    for name in names[:LOOKED_UP]:
        offers = list(short.get(name.replace(".", "").casefold(), ()))
        offers += (
            [other for other in known if other.casefold() in acronyms(name)]
            if len(known) <= 5_000
            else []
        )
        likest = process.extract(
            utils.default_process(name), folded, scorer=fuzz.ratio, limit=OFFERED, score_cutoff=NEAR
        )
        offers += [known[position] for _, _, position in likest]
        found[name] = tuple(dict.fromkeys(offers))[:OFFERED]
    return found


def resolve(
    names: pd.Index,
    known: pd.Index,
    decided: Mapping[str, Endpoint],
    *,
    missing: Missing | None,
    all_are_new: bool,
) -> Resolved:
    """Find each of `names` among `known`; what is left is decided or waits.

    `missing` says what becomes of names nobody decided about (None: they wait). With
    `all_are_new` every further name becomes a stakeholder: there is no list to find it in.
    """
    found = known.get_indexer(names)
    if all_are_new:
        new = found < 0
        found[new] = np.arange(int(new.sum())) + len(known)
        return Resolved(position=pd.Series(found, index=names), created=tuple(names[new]))
    position = pd.Series(found, index=names)
    case_only = _case_only(position, known)
    for name, other in case_only.items():
        position[name] = known.get_loc(other)
    return _decide(position, known, case_only, decided, missing)


def by_code(ends: pd.Series, codes: pd.Series) -> pd.Series:
    """`ends` with numbers replaced by the names that `codes` (indexed by number) gives them."""
    codes = codes[~codes.index.duplicated()]
    rounded = codes.set_axis(pd.Index(whole(pd.Series(codes.index, dtype="str"))))
    rounded = rounded[~rounded.index.duplicated()]
    named = ends.map(codes)
    return named.fillna(whole(ends).map(rounded)).fillna(ends).astype("str")


def _case_only(position: pd.Series, known: pd.Index) -> dict[str, str]:
    """Names that differ from one known name only in capitals."""
    lost = position.index[position < 0]
    if lost.empty:
        return {}
    folded = pd.Series(known, dtype="str")
    folded.index = pd.Index(folded.str.casefold())
    folded = folded[~folded.index.duplicated(keep=False)]
    others = folded.reindex(pd.Index(pd.Series(lost, dtype="str").str.casefold()))
    return {
        str(name): str(other)
        for name, other in zip(lost, others.to_numpy(), strict=True)
        if not pd.isna(other)
    }


def _decide(
    position: pd.Series,
    known: pd.Index,
    case_only: Mapping[str, str],
    decided: Mapping[str, Endpoint],
    missing: Missing | None,
) -> Resolved:
    lost = [str(name) for name in position.index[position < 0]]
    offers = nearest(lost, [str(name) for name in known])
    created: list[str] = []
    waiting: set[str] = set()
    for name in lost:
        choice = decided.get(name) or _by_default(missing, offers.get(name, ()))
        if choice is None:
            waiting.add(name)
        elif choice.choice == "create":
            position[name] = len(known) + len(created)
            created.append(name)
        elif choice.choice == "is" and choice.called in known:
            position[name] = known.get_loc(choice.called)
    return Resolved(
        position=position,
        created=tuple(created),
        case_only=case_only,
        missing=tuple(lost),
        nearest=offers,
        waiting=frozenset(waiting),
    )


def _by_default(missing: Missing | None, offers: Sequence[str]) -> Endpoint | None:
    if missing == "leave-out":
        return Endpoint(choice="leave-out")
    if missing == "create":
        return Endpoint(choice="create")
    if missing == "nearest":
        return Endpoint(choice="is", called=offers[0]) if offers else Endpoint(choice="leave-out")
    return None
