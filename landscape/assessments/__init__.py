"""Instruments: their files, which versions are published, and what differs between two."""

from landscape.assessments.difference import Difference, Wording, differences
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
    "Difference",
    "InstrumentFileError",
    "Wording",
    "differences",
    "instrument_version",
    "instruments",
    "load_instrument",
    "text_of",
    "versions_of",
]
