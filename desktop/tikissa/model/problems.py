"""What went wrong, as a code and arguments; the sentence and the way out are put on in the user's language."""


class Problem(Exception):
    """Something the user can do something about. `code` names a sentence in `resources/words`."""

    def __init__(self, code: str, *arguments: str) -> None:
        super().__init__(code, *arguments)
        self.code = code
        self.arguments = arguments


class FileProblem(Problem):
    """A file that cannot be read as a register."""


class TargetProblem(Problem):
    """A file that cannot be written."""


class SessionProblem(Problem):
    """A session file that cannot be used."""


class Cancelled(Exception):
    """The user stopped the work."""
