"""Instruments: their files, which versions are published, and what differs between two."""

from landscape.assessments.loading import (
    FOLDER,
    instrument_version,
    instruments,
    load_instrument,
    text_of,
    versions_of,
)
from landscape.assessments.table import InstrumentFileError

__all__ = [
    "FOLDER",
    "InstrumentFileError",
    "instrument_version",
    "instruments",
    "load_instrument",
    "text_of",
    "versions_of",
]
