"""Files are read beside the page: it is told how far, and can stop."""

import threading

import pytest

from landscape.services.importing.importing import SourceFile
from landscape.ui.importing_reading import Reading, StillReadingError

SMALL = SourceFile(name="people.csv", data=b"name,town\nMill,Ash\n")


def test_a_small_file_is_read_while_the_page_waits() -> None:
    tables, problems = Reading([SMALL]).wait(60)
    assert ([table.file for table in tables], problems) == (["people.csv"], [])


def test_the_page_is_told_that_reading_goes_on() -> None:
    reading = Reading([SMALL])
    with pytest.raises(StillReadingError):
        reading.wait(0)
    assert len(reading.wait(60)[0]) == 1


def test_reading_tells_how_many_files_are_read() -> None:
    reading = Reading([SMALL, SMALL])
    reading.wait(60)
    assert (reading.is_done, reading.files_read) == (True, 2)


def test_reading_that_is_stopped_ends_without_its_tables() -> None:
    reading = Reading([SMALL] * 20)
    reading.stop()
    tables, _ = reading.wait(60)
    assert len(tables) < 20


def test_reading_takes_place_in_a_thread_of_its_own() -> None:
    reading = Reading([SMALL])
    assert any(thread.name.startswith("reading") for thread in threading.enumerate())
    reading.wait(60)
