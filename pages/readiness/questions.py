"""Questions: everything that can be asked, word for word; what changed; bringing one's own."""

from landscape.ui import (
    anatomy,
    readiness_questions,
    readiness_questions_changes,
    readiness_questions_own,
)
from landscape.ui.context import open_landscape
from landscape.ui.words import READINESS_TABS

view = open_landscape()
anatomy.section_tabs(READINESS_TABS)
anatomy.head("What will you be asked?", "Every question word for word, and where it comes from.")
instrument = readiness_questions.pick_instrument(view)
readiness_questions.about(instrument)
readiness_questions.on_paper(instrument)
readiness_questions.dimensions(instrument)
readiness_questions.what_they_rest_on(instrument)
readiness_questions_changes.since(view, instrument)
readiness_questions_own.bring(view, instrument)
