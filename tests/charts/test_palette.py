"""Contrast as WCAG 2.1 defines it, by relative luminance; pages as in .streamlit/config.toml."""

import itertools

import pytest

from landscape.charts import palette

LIGHT_PAGE, DARK_PAGE = "#FBFAF7", "#151A1A"


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_the_first_nine_groups_are_tols_muted_nine_as_circles():
    styles = [palette.group_style(index) for index in range(9)]
    assert [style.colour for style in styles] == (
        [
            "#332288",
            "#88CCEE",
            "#44AA99",
            "#117733",
            "#999933",
            "#DDCC77",
            "#CC6677",
            "#882255",
            "#AA4499",
        ]
    )
    assert {style.shape for style in styles} == {"circle"}


def test_from_the_tenth_group_the_same_colours_come_with_another_shape():
    assert palette.group_style(9).colour == palette.group_style(0).colour
    shapes = [palette.group_style(index).shape for index in (0, 9, 18, 27)]
    assert shapes == ["circle", "square", "triangle", "diamond"]


def test_thirty_six_groups_all_look_different_on_light_and_on_dark():
    styles = [palette.group_style(index) for index in range(36)]
    assert len({(style.colour, style.shape) for style in styles}) == 36
    assert len({(style.colour_dark, style.shape) for style in styles}) == 36


def test_not_recorded_is_grey():
    assert palette.group_style(None).colour == "#BBBBBB"


def test_outlines_stand_out_from_the_page():
    assert contrast(palette.outline(dark=False), LIGHT_PAGE) >= 7
    assert contrast(palette.outline(dark=True), DARK_PAGE) >= 7


@pytest.mark.parametrize("index", range(9))
def test_groups_stand_out_from_the_dark_page(index):
    assert contrast(palette.group_style(index).colour_dark, DARK_PAGE) >= 3


@pytest.mark.parametrize("index", range(9))
def test_a_groups_dark_twin_is_lighter(index):
    style = palette.group_style(index)
    assert luminance(style.colour_dark) > luminance(style.colour)


def test_crossings_stand_out_from_both_pages():
    assert contrast(palette.CROSSING, LIGHT_PAGE) >= 3
    assert contrast(palette.CROSSING_DARK, DARK_PAGE) >= 3


def test_no_two_groups_are_close_in_either_set():
    for side in ("colour", "colour_dark"):
        colours = [getattr(palette.group_style(index), side) for index in range(9)]
        for first, second in itertools.combinations(colours, 2):
            apart = sum(
                (a - b) ** 2 for a, b in zip(_channels(first), _channels(second), strict=True)
            )
            assert apart**0.5 >= 0.15, (first, second)


def test_ordered_colours_run_one_way():
    light = [luminance(colour) for colour in palette.ORDINAL]
    dark = [luminance(colour) for colour in palette.ORDINAL_DARK]
    assert light == sorted(light, reverse=True)
    assert dark == sorted(dark)
    assert len(light) == len(dark) == 5
