"""A dimension opened: text from people's own questions stays text."""

from dataclasses import replace

from landscape.assessments import instruments
from landscape.services.instruments import READINESS
from landscape.ui.readiness_results_closer import where_from
from landscape.ui.text import escape


def test_the_code_of_an_own_question_is_never_an_address():
    instrument = instruments()[READINESS]
    own = replace(instrument.items[0], id="www.there.example", statement="We *know*")
    said = where_from(instrument, own)
    assert said.startswith(escape("We *know* www.there.example. "))
    assert "www." not in said.replace("\\", "")
