"""What every store can do for questions that a team brought itself."""

from datetime import date
from typing import Protocol

import pandas as pd

from landscape.model.principal import Principal


class InstrumentStore(Protocol):
    """Keeps questions as they were read; a version is never changed."""

    def own_instruments(self, principal: Principal, landscape_id: str) -> pd.DataFrame:
        """One row a version of a team's own questions: id, digest, text, added_on; by id.

        Those who answer in a round may read them, too.
        """

    def add_instrument(
        self,
        principal: Principal,
        landscape_id: str,
        *,
        id: str,  # noqa: A002  the column's name
        digest: str,
        text: str,
        on: date,
    ) -> None:
        """Keep a version; the same once more changes nothing.

        Raises ConflictError when that version is there with other questions.
        """
