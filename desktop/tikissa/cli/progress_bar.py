"""Shows long work on a terminal, and nothing anywhere else."""

import sys
from types import TracebackType
from typing import Protocol, Self

from tikissa.cli.printed_words import Words
from tikissa.messages import has_words
from tikissa.model.progress import NoProgress, Progress


class ShownProgress(Progress, Protocol):
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def progress_bar(words: Words) -> ShownProgress:
    """Return a progress to be used in a `with`: a bar on standard error where that is a terminal."""
    return _TerminalBar(words) if sys.stderr.isatty() else _Silence()


class _Silence(NoProgress):
    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None


class _TerminalBar:
    def __init__(self, words: Words) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TaskProgressColumn, TextColumn
        from rich.progress import Progress as RichProgress

        self._words = words
        self._bar = RichProgress(
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.description}"),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("", total=None)

    def report(self, stage: str, done: int, total: int) -> None:
        description = self._words(stage) if has_words(stage) else ""
        self._bar.update(self._task, description=description, completed=done, total=total or None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
