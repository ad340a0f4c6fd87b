"""Words used on more than one page."""

from typing import Final

NOT_RECORDED: Final = "not recorded"
GROUP_TIP: Final = (
    "A constituency: people with an identity, a culture and an interest of their own in the issue."
)
STAKE_WORDS: Final = {1: "a small stake", 2: "a clear stake", 3: "everything at stake"}
EXTENT_WORDS: Final = {0: "not at all", 1: "a little", 2: "clearly", 3: "strongly"}
DEPTH_TIPS: Final = {
    0: "none",
    1: "informing: they tell each other",
    2: "networking: they exchange and coordinate",
    3: "collaborating: they work together",
    4: "transforming: they decide and change together",
}
ASKED_WORDS: Final = {"answered": "answered", "asked": "asked, no answer", "not_asked": "not asked"}
BASIS_WORDS: Final = {
    "validated": "both ends said so",
    "reported": "one side said so",
    "assumed": "we assume it",
}
STATUS_WORDS: Final = {"live": "alive", "dormant": "dormant", "broken": "broken off"}
TEAM_QUESTIONS: Final = {
    "location_note": "From where do you look at this, and what can you not see from there?",
    "interests_declared": "What is at stake for you here?",
}
JUDGED_BY_WORDS: Final = {
    "self": "we ourselves",
    "member": "somebody of theirs",
    "third party": "somebody else",
}
RATING_WORDS: Final = {1: "1 low", 2: "2", 3: "3", 4: "4", 5: "5 high"}
MAP_TABS: Final = (
    ("pages/mapping/map.py", "Map"),
    ("pages/mapping/stakeholders.py", "Stakeholders"),
    ("pages/mapping/groups.py", "Groups"),
    ("pages/mapping/relationships.py", "Relationships"),
    ("pages/mapping/walk.py", "Walk"),
)
BOUNDARY_TABS: Final = (
    ("pages/boundaries/boundaries.py", "Boundaries"),
    ("pages/boundaries/crossings.py", "Crossings"),
)
READINESS_TABS: Final = (
    ("pages/readiness/answer.py", "Answer"),
    ("pages/readiness/rounds.py", "Rounds"),
    ("pages/readiness/results.py", "What we said"),
    ("pages/readiness/standing.py", "Our standing"),
    ("pages/readiness/debrief.py", "Talk it through"),
    ("pages/readiness/plan.py", "Plan"),
    ("pages/readiness/questions.py", "Questions"),
    ("pages/readiness/profile.py", "Your profile"),
)
DECIDES_WORDS: Final = {0: "nothing", 1: "a little", 2: "a good part", 3: "most of it"}
