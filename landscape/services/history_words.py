"""What a batch did, in words: names for ids, fields as people call them, many as a number."""

import json
from collections.abc import Mapping
from typing import Final

import pandas as pd

from landscape.model.scales import DEPTH_WORDS, LEGITIMACY_WORDS

NOT_RECORDED: Final = "not recorded"
_LONGEST: Final = 80
_NAMES: Final = 5  # names said of rows that were added or removed
_UNNAMED: Final = ("report", "boundary_side")  # they are called like what they belong to

# One and many of what a table holds, in the order in which they are told.
ROWS: Final[Mapping[str, tuple[str, str]]] = {
    "landscape": ("what the landscape is about", "what the landscape is about"),
    "constituency": ("group", "groups"),
    "stakeholder": ("stakeholder", "stakeholders"),
    "membership": ("further group of somebody", "further groups of somebody"),
    "relationship": ("relationship", "relationships"),
    "report": ("report of a relationship", "reports of relationships"),
    "boundary": ("boundary", "boundaries"),
    "boundary_side": ("side of a boundary", "sides of boundaries"),
    "legitimacy": ("judgement of who would open the door", "judgements of who would open the door"),
    "placement": ("place on the map", "places on the map"),
    "region": ("region of the map", "regions of the map"),
    "import_memory": ("decision about files remembered", "decisions about files remembered"),
    "map_view": ("view of the map", "views of the map"),
    "plan_step": ("step of the plan", "steps of the plan"),
}
_BACK: Final = {
    "comes_back": ("comes back", "come back"),
    "goes": ("is taken away", "are taken away"),
    "changes": ("changes back", "change back"),
}
# Columns of which only is told that they changed.
_WHOLE: Final = {
    ("map_view", "look"): "what it shows changed",
    ("map_view", "camera"): "where it looks from changed",
    ("plan_step", "round_id"): "the round it came from changed",
    ("plan_step", "dimension_id"): "what it came from changed",
    ("plan_step", "item_id"): "the question it came from changed",
}
_FIELDS: Final[Mapping[str, str]] = {
    "account": "what they say",
    "added_by": "added or confirmed by",
    "account_checked_by": "checked by",
    "account_checked_on": "checked on",
    "account_told_by": "told by",
    "account_told_on": "told on",
    "attribute": "drawn by",
    "became": "what became of it",
    "constituency_id": "group",
    "difference_sought": "the difference sought",
    "directed": "one way",
    "door_opener": "who would open the door",
    "door_opener_id": "who would open the door",
    "due_on": "due on",
    "interests_declared": "what is at stake for them here",
    "judged_by": "judged by",
    "judged_on": "judged on",
    "location_note": "from where they look",
    "on_team": "on the team",
    "ordinal": "place in the order",
    "owner": "who does it",
    "rater": "told by",
    "rater_id": "told by",
    "reported_on": "told on",
    "source_id": "from",
    "stakeholder_id": "who",
    "target_id": "to",
    "team_member_id": "who of us",
}


def told(frame: pd.DataFrame, *, most: int = 12) -> tuple[str, ...]:
    """Sentences on what :meth:`landscape.store.base.Store.what_changed` found, as plain text.

    For each table at most `most` fields are told, and how many further rows changed.
    """
    sentences: list[str] = []
    for entity in ROWS:
        here = frame[frame["entity"] == entity]
        for what in ("added", "removed"):
            sentences += _whole_rows(entity, what, here[here["what"] == what])
        sentences += _fields(entity, here[here["what"] == "changed"], most)
    return tuple(sentences)


def differing(frame: pd.DataFrame) -> tuple[str, ...]:
    """Sentences on what :meth:`landscape.store.base.Store.differences` found, as plain text."""
    sentences: list[str] = []
    found = {row["entity"]: row for row in frame.to_dict("records")}
    for entity in (entity for entity in ROWS if entity in found):
        if entity == "landscape":
            sentences.append("What the landscape is about goes back to what it was.")
            continue
        for column, (one, many) in _BACK.items():
            number = int(found[entity][column])
            if number:
                sentences.append(f"{count(entity, number)} {one if number == 1 else many}.")
    return tuple(sentences)


def count(entity: str, number: int) -> str:
    """A number of rows with its noun, such as "1,204 relationships"."""
    one, many = ROWS[entity]
    return f"{number:,} {one if number == 1 else many}"


def _whole_rows(entity: str, what: str, rows: pd.DataFrame) -> list[str]:
    if rows.empty:
        return []
    number = int(rows["rows"].iloc[0])
    names = [str(name) for name in rows["name"].dropna().head(_NAMES)]
    if not names or entity in _UNNAMED:
        return [f"{count(entity, number)} {what}."]
    more = f" and {number - len(names):,} more" if number > len(names) else ""
    shown = [_short(name) for name in names]
    listed = ", ".join(shown) + more if more else _listed(shown)
    return [f"{count(entity, number)} {what}: {listed}."]


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _fields(entity: str, rows: pd.DataFrame, most: int) -> list[str]:
    if rows.empty:
        return []
    number = int(rows["rows"].iloc[0])
    if rows["id"].isna().all():
        return [f"{count(entity, number)} changed."]
    shown = rows.head(most)
    sentences = [
        f"{_called(entity, name)}: {said}."
        for name, field, before, after in shown[["name", "field", "before", "after"]].itertuples(
            index=False, name=None
        )
        for said in _said(entity, str(field), _text(before), _text(after))
    ]
    further = number - shown["id"].nunique()
    if further > 0:
        sentences.append(f"And {count(entity, further)} more changed.")
    return sentences


def _called(entity: str, name: object) -> str:
    if entity == "landscape":
        return "The landscape"
    return _short(name) if isinstance(name, str) else f"A {ROWS[entity][0]}"


def _said(entity: str, field: str, before: str | None, after: str | None) -> list[str]:
    if (entity, field) in _WHOLE:
        return [_WHOLE[entity, field]]
    if field in ("attributes", "settings"):
        was, became = _parts(before), _parts(after)
        keys = [key for key in {**was, **became} if was.get(key) != became.get(key)]
        return [
            f"{_short(key)} {_value('', '', was.get(key))} → {_value('', '', became.get(key))}"
            for key in keys
        ]
    word = _FIELDS.get(field, field.replace("_", " "))
    return [f"{word} {_value(entity, field, before)} → {_value(entity, field, after)}"]


def _parts(text: str | None) -> dict[str, str | None]:
    held = json.loads(text) if text else {}
    if not isinstance(held, dict):
        return {}
    return {
        str(key): value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for key, value in held.items()
    }


def _value(entity: str, field: str, text: str | None) -> str:
    """A stored value as people read it."""
    if text is None:
        return NOT_RECORDED
    if text in ("true", "false"):
        return "yes" if text == "true" else "no"
    if field == "ordinal":
        return str(int(text) + 1)  # people count from one
    if field == "depth":
        return f"{text} {DEPTH_WORDS[int(text)]}"
    if entity == "legitimacy" and field == "level":
        return LEGITIMACY_WORDS[int(text)]
    if text.startswith("[") and field in ("roles", "kinds", "basis", "barriers", "entry_points"):
        return _short(", ".join(map(str, json.loads(text)))) or "none"
    return _short(text.replace("_", " ") if field == "asked" else text)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"
