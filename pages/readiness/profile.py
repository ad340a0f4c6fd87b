"""Your profile: what a convener says of the work and of themselves, for their own eyes."""

from landscape.ui import anatomy
from landscape.ui import profile as profile_ui
from landscape.ui.context import open_landscape
from landscape.ui.words import READINESS_TABS

view = open_landscape()
anatomy.section_tabs(READINESS_TABS)
anatomy.head(
    "Your profile",
    "Who are you in this, and what would you want others to understand about the work? "
    "Write to what speaks to you, and leave the rest.",
)
anatomy.shown_problem()
profile_ui.private_notice()
said = profile_ui.read(view)
profile_ui.take_along(view, said)
profile_ui.prompts(view, said)
