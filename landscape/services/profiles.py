"""A convener's own profile: what they say, saved as they say it, and taken along as one page."""

from datetime import date
from typing import Final

from landscape.model.days import said_day
from landscape.model.principal import Principal
from landscape.model.profile import PROMPTS, Profile
from landscape.services import typesetting
from landscape.services.print_html import page, tag
from landscape.store.base import Store

PRIVATE: Final = (
    "Private: written by its convener, for the convener. It is part of no map and no report."
)

_NAME: Final = "name"


def profile(principal: Principal, store: Store, landscape_id: str) -> Profile:
    """The principal's own profile."""
    return store.profile(principal, landscape_id)


def say(
    principal: Principal,
    store: Store,
    landscape_id: str,
    prompt_id: str,
    text: str,
    *,
    on: date,
) -> Profile:
    """Keep what was said to one prompt; without words the prompt is open again."""
    said = {**store.profile(principal, landscape_id).said, prompt_id: text.strip()}
    after = Profile(said={key: words for key, words in said.items() if words}, changed_on=on)
    store.save_profile(principal, landscape_id, after)
    return after


def erase(principal: Principal, store: Store, landscape_id: str, *, on: date) -> None:
    """Take all of the principal's own profile away, for good."""
    store.erase_profile(principal, landscape_id, on)


def parts(said: Profile) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """What was said below the name: title, question and paragraphs of each prompt, in order."""
    return tuple(
        (prompt.title, prompt.question, _paragraphs(said.said[prompt.id]))
        for prompt in PROMPTS
        if prompt.id in said.said and prompt.id != _NAME
    )


def as_page(said: Profile, landscape_name: str) -> str:
    """The profile as one page to print, without a script; nothing in it is fetched."""
    name = _name(said)
    body = [tag("h1", name), tag("p", landscape_name), tag("p", PRIVATE, kind="honest")]
    for title, question, paragraphs in parts(said):
        body += [tag("h2", title), tag("p", question, kind="quiet")]
        body += [tag("p", words) for words in paragraphs]
    if _changed(said):
        body.append(tag("p", _changed(said), kind="quiet"))
    return page(f"{name}: convener profile", body)


def as_pdf(said: Profile, landscape_name: str) -> bytes:
    """The profile as one PDF."""
    told = {
        "title": f"{_name(said)}: convener profile",
        "name": _name(said),
        "landscape": landscape_name,
        "private": PRIVATE,
        "parts": [
            {"title": title, "question": question, "paragraphs": list(paragraphs)}
            for title, question, paragraphs in parts(said)
        ],
        "changed": _changed(said),
    }
    return typesetting.typeset("profile", told)


def _name(said: Profile) -> str:
    return said.said.get(_NAME, "A convener")


def _changed(said: Profile) -> str:
    day = said.changed_on
    return f"Last changed on {said_day(day)}." if day else ""


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
