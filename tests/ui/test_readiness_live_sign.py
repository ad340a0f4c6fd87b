"""The room's code as a picture."""

import pytest

from landscape.charts import palette
from landscape.ui.readiness_live_sign import sign


@pytest.mark.parametrize("dark", [True, False])
def test_the_code_stands_in_the_ink_of_the_page(dark):
    picture = sign("KT4M-9WQD", dark=dark)
    assert ">KT4M-9WQD</text>" in picture
    assert f'fill="{palette.outline(dark=dark)}"' in picture


def test_a_code_is_text():
    assert ">&lt;b&gt;&amp;</text>" in sign("<b>&", dark=False)
