"""What every store can do for the profiles of conveners, each private to whose it is."""

from datetime import date
from typing import Protocol

from landscape.model.principal import Principal
from landscape.model.profile import Profile


class ProfileStore(Protocol):
    """Keeps one profile for each principal of a landscape; nobody reads another's."""

    def profile(self, principal: Principal, landscape_id: str) -> Profile:
        """The principal's own profile; an empty one where nothing was said yet."""

    def erase_profile(self, principal: Principal, landscape_id: str, on: date) -> None:
        """Take the principal's own profile out, also of the free space of the file."""

    def save_profile(self, principal: Principal, landscape_id: str, profile: Profile) -> None:
        """Keep the principal's own profile in place of the one before; it leaves no history."""
