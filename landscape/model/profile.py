"""What a convener says of the work and of themselves: a page of their own, private to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from landscape.model.errors import InvalidValueError

LONGEST: Final = 6_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """Something a profile asks: a heading, and a question that opens it up."""

    id: str
    title: str
    question: str


PROMPTS: Final = (
    Prompt(
        id="name",
        title="Your name",
        question="The one you want to be known by here; it need not be your own.",
    ),
    Prompt(id="role", title="Your role", question="What is your role, and where does it sit?"),
    Prompt(
        id="challenge",
        title="The landscape and the challenge",
        question="What is it about, in two sentences?",
    ),
    Prompt(
        id="worlds",
        title="Worlds you belong to",
        question="Which worlds do you belong to, and in which do you have standing?",
    ),
    Prompt(
        id="boundaries",
        title="Boundaries you work across",
        question="Where do you go back and forth, and what is hard about it?",
    ),
    Prompt(
        id="change",
        title="What you are trying to change",
        question="What should become different in how people deal with each other?",
    ),
    Prompt(
        id="stories",
        title="Two stories",
        question="A small story of it going well, and one of it going badly.",
    ),
    Prompt(id="support", title="Who supports you", question="Who has your back, and how?"),
    Prompt(
        id="recognised",
        title="What you would like recognised",
        question="Which part of your work does nobody see?",
    ),
    Prompt(
        id="learning",
        title="What you are learning now",
        question="What have you changed your mind about?",
    ),
)
_IDS: Final = frozenset(prompt.id for prompt in PROMPTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What was said to each prompt, by its id; a prompt that is missing was left open."""

    said: Mapping[str, str] = field(default_factory=dict)
    changed_on: date | None = None

    def __post_init__(self) -> None:
        unknown = sorted(set(self.said) - _IDS)
        if unknown:
            raise InvalidValueError(
                f"{unknown[0]!r} is no prompt of a profile.", fix=f"Use one of {sorted(_IDS)}."
            )
        for prompt_id, text in self.said.items():
            if len(text) > LONGEST:
                raise InvalidValueError(
                    f"{text[:40]!r} goes on for {len(text):,} characters ({prompt_id}).",
                    fix=f"Say it in at most {LONGEST:,}.",
                )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet."""
        return not self.said
