"""How long work tells where it is, and learns that it should stop."""

from typing import Protocol


class Progress(Protocol):
    def report(self, stage: str, done: int, total: int) -> None:
        """Say that `done` of `total` steps of a stage (a code such as `matching.compare`) are done.

        Raises Cancelled when the user has asked to stop, so call it often: at least ten times a second.
        """
        ...


class NoProgress:
    """For callers that do not care."""

    def report(self, stage: str, done: int, total: int) -> None:
        return None
