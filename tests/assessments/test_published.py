"""Published versions stay as they are: a changed file is refused, an earlier one is kept."""

import hashlib
import shutil
import tomllib
from pathlib import Path

import pytest

from landscape.assessments import (
    FOLDER,
    InstrumentFileError,
    instrument_version,
    instruments,
    text_of,
    versions_of,
)

PUBLISHED = tomllib.loads((FOLDER / "published.toml").read_text(encoding="utf-8"))["published"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "assessments"))


def file_of(entry: dict[str, str], folder: Path = FOLDER) -> Path:
    earlier = folder / "earlier" / f"{entry['id']}-{entry['version']}.toml"
    return earlier if earlier.is_file() else folder / f"{entry['id']}.toml"


@pytest.mark.parametrize("entry", PUBLISHED, ids=lambda entry: f"{entry['id']}-{entry['version']}")
def test_a_published_file_is_as_it_was_published(entry: dict[str, str]) -> None:
    assert hashlib.sha256(file_of(entry).read_bytes()).hexdigest() == entry["sha256"]


def test_every_file_that_comes_with_the_app_is_published() -> None:
    names = {file_of(entry).name for entry in PUBLISHED}
    files = {path.name for path in (*FOLDER.glob("*.toml"), *FOLDER.glob("earlier/*.toml"))}
    assert files - names <= {"published.toml", "debrief.toml"}


def test_every_version_is_there_and_the_newest_is_offered() -> None:
    assert [one.version for one in versions_of("convening-readiness")] == [1, 2]
    assert instruments()["convening-readiness"].version == 2
    first = instrument_version("convening-readiness", 1)
    assert first is not None
    assert first.item("D06.2").statement == (
        "There are live working ties across each boundary that matters."
    )
    assert instrument_version("convening-readiness", 9) is None


def test_the_text_of_a_version_is_its_file() -> None:
    for entry in PUBLISHED:
        text = text_of(entry["id"], int(entry["version"]))
        assert text is not None
        assert hashlib.sha256(text.encode()).hexdigest() == entry["sha256"]
    assert text_of("convening-readiness", 9) is None


@pytest.mark.parametrize("entry", PUBLISHED, ids=lambda entry: f"{entry['id']}-{entry['version']}")
def test_a_published_file_that_was_changed_is_refused(entry: dict[str, str], folder: Path) -> None:
    with file_of(entry, folder).open("a", encoding="utf-8") as file:
        file.write("\n# one word more\n")
    with pytest.raises(InstrumentFileError) as refused:
        instruments(folder)
    assert str(refused.value) == (
        f"The file of {entry['id']!r}, version {entry['version']} is not the one that was"
        " published. Put the published file back, and let what changes be the next version."
    )


def test_a_published_file_that_is_gone_is_missed(folder: Path) -> None:
    (folder / "earlier" / "convening-readiness-1.toml").unlink()
    with pytest.raises(InstrumentFileError) as refused:
        instruments(folder)
    assert str(refused.value) == (
        "'convening-readiness', version 1 was published, and its file is not here."
        " Put its file back."
    )


def test_a_file_that_nobody_published_can_stand_beside_them(folder: Path) -> None:
    text = (FOLDER / "gathering-gate.toml").read_text(encoding="utf-8")
    (folder / "our-gate.toml").write_text(
        text.replace('id = "gathering-gate"', 'id = "our-gate"'), encoding="utf-8"
    )
    assert sorted(instruments(folder)) == ["convening-readiness", "gathering-gate", "our-gate"]


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        pytest.param(
            'class = "editorial"',
            'class = "smaller"',
            "published.toml, published 'convening-readiness', changes 'D01.1': the class is"
            " 'smaller'. Make it one of ['editorial', 'clarified', 'changed', 'retired'].",
            id="unknown class",
        ),
        pytest.param(
            "version = 2\n",
            "version = 2\nday = 3\n",
            "published.toml, published 'convening-readiness': 'day' is not known here."
            " Correct its spelling or take it out.",
            id="misspelt key",
        ),
    ],
)
def test_a_fault_in_the_list_is_told_with_its_place(
    folder: Path, good: str, bad: str, message: str
) -> None:
    path = folder / "published.toml"
    text = path.read_text(encoding="utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(InstrumentFileError) as refused:
        instruments(folder)
    assert str(refused.value) == message
