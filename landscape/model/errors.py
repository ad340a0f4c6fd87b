"""Every error that a person may see: what is wrong, and what to do about it."""

from collections.abc import Mapping


class LandscapeError(Exception):
    """Something a person can put right. `what` names the value, `fix` is an instruction."""

    title = "That did not work"

    def __init__(self, what: str, *, fix: str) -> None:
        super().__init__(f"{what} {fix}")
        self.what = what
        self.fix = fix


class InvalidValueError(LandscapeError):
    """A value that the model does not allow."""

    title = "A value does not fit"


class NotFoundError(LandscapeError):
    """Something that was asked for by its id is not there, or not for this principal."""

    title = "Not found"


class NotAllowedError(LandscapeError):
    """The principal's role does not allow the action."""

    title = "Not allowed"


class ConflictError(LandscapeError):
    """Later changes stand in the way; `batches` lists their ids, newest first."""

    title = "Changed since"

    def __init__(self, what: str, *, fix: str, batches: tuple[str, ...] = ()) -> None:
        super().__init__(what, fix=fix)
        self.batches = batches


class ChangedMeanwhileError(ConflictError):
    """Somebody else changed the row that a form was about; `theirs` is how it is by now.

    `theirs` is None where it has been removed.
    """

    def __init__(self, what: str, *, fix: str, theirs: Mapping[str, object] | None) -> None:
        super().__init__(what, fix=fix)
        self.theirs = theirs


class DatabaseInUseError(LandscapeError):
    """Another process holds the database file."""

    title = "The database is in use"
