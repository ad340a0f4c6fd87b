"""Contrast of the colours in .streamlit/config.toml, worked out as WCAG 2.2 defines it."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config

SETTINGS = tomllib.loads(
    (Path(__file__).resolve().parent.parent / ".streamlit" / "config.toml").read_text("utf-8")
)
THEMES = ("light", "dark")
BACKGROUNDS = ("backgroundColor", "secondaryBackgroundColor")
HUES = ("red", "orange", "yellow", "green", "blue", "violet", "gray")


def colour(theme: str, name: str) -> str:
    found: str = SETTINGS["theme"][theme][name]
    return found


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, from 0 (black) to 1 (white)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_known_pairs() -> None:
    """Expected: WCAG's own extremes, and #767676, its lightest grey that reads on white."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize("name", ["textColor", "linkColor", *(f"{hue}TextColor" for hue in HUES)])
@pytest.mark.parametrize("theme", THEMES)
def test_text_reads_at_seven_to_one(theme: str, name: str, background: str) -> None:
    assert contrast(colour(theme, name), colour(theme, background)) >= 7


@pytest.mark.parametrize("theme", THEMES)
def test_a_table_header_reads_at_seven_to_one(theme: str) -> None:
    text = colour(theme, "dataframeHeaderTextColor")
    assert contrast(text, colour(theme, "dataframeHeaderBackgroundColor")) >= 7


@pytest.mark.parametrize("hue", HUES)
@pytest.mark.parametrize("theme", THEMES)
def test_a_notice_reads_at_seven_to_one(theme: str, hue: str) -> None:
    text, tint = colour(theme, f"{hue}TextColor"), colour(theme, f"{hue}BackgroundColor")
    assert contrast(text, tint) >= 7


@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize("name", ["primaryColor", "borderColor"])
@pytest.mark.parametrize("theme", THEMES)
def test_controls_stand_out_at_three_to_one(theme: str, name: str, background: str) -> None:
    assert contrast(colour(theme, name), colour(theme, background)) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_a_main_button_reads_in_white(theme: str) -> None:
    assert contrast("#FFFFFF", colour(theme, "primaryColor")) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_the_sidebar_wears_the_same_colours(theme: str) -> None:
    sidebar = SETTINGS["theme"][theme]["sidebar"]
    assert sidebar["backgroundColor"] == colour(theme, "secondaryBackgroundColor")
    assert sidebar["secondaryBackgroundColor"] == colour(theme, "backgroundColor")
    assert sidebar["borderColor"] == colour(theme, "borderColor")


def test_streamlit_knows_every_setting() -> None:
    def keys(table: dict[str, object], above: str) -> set[str]:
        found = set()
        for key, value in table.items():
            name = f"{above}.{key}" if above else key
            found |= keys(value, name) if isinstance(value, dict) else {name}
        return found

    assert keys(SETTINGS, "") - set(config.get_config_options()) == set()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("browser.gatherUsageStats", False),
        ("client.disableDataExport", True),
        ("client.showErrorDetails", "none"),
        ("client.showErrorLinks", False),
        ("server.address", "localhost"),
        ("server.enableCORS", True),
        ("server.enableStaticServing", False),
        ("server.enableXsrfProtection", True),
        ("server.fileWatcherType", "none"),
        ("server.maxUploadSize", 40),
    ],
)
def test_the_server_minds_its_manners(setting: str, value: object) -> None:
    section, key = setting.split(".")
    assert SETTINGS[section][key] == value
