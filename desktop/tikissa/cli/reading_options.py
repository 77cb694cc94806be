"""The arguments that several commands share, and how their texts become values."""

from argparse import Namespace, _ArgumentGroup
from contextlib import suppress
from datetime import date
from pathlib import Path

from tikissa.cli.printed_words import Words
from tikissa.model.problems import FileProblem, Problem
from tikissa.model.register import Reading


def add_reading(group: _ArgumentGroup, words: Words) -> None:
    """Add how the file is to be read; what is left out is found out from the file."""
    group.add_argument("--sheet", metavar="S", help=words("help.sheet"))
    group.add_argument("--header-row", metavar="N", type=int, help=words("help.header_row"))
    group.add_argument("--encoding", metavar="E", help=words("help.encoding"))
    group.add_argument("--delimiter", metavar="D", help=words("help.delimiter"))


def reading_of(options: Namespace) -> Reading:
    return Reading(options.sheet, options.header_row, options.encoding, _delimiter(options.delimiter))


def add_today(group: _ArgumentGroup, words: Words) -> None:
    group.add_argument("--today", metavar="YYYY-MM-DD", help=words("help.today"))


def today_of(options: Namespace) -> date:
    """Return the day the register is looked at on. Raises Problem for a text that is no day."""
    if options.today is None:
        return date.today()
    with suppress(ValueError):
        day = date.fromisoformat(options.today)
        if day.isoformat() == options.today:  # not the other forms of the standard, which look like numbers
            return day
    raise Problem("call.today_unclear", options.today)


def path_of(text: str) -> Path:
    """Return a path, its `~` that of a user's home where there is such a user."""
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def existing(text: str) -> Path:
    """Return the path of a file to read. Raises FileProblem where there is none."""
    path = path_of(text)
    if not (text and path.exists()):
        raise FileProblem("file.missing", path.name or text)
    if path.is_dir():
        raise FileProblem("file.is_folder", path.name or text)
    if not path.is_file():
        raise FileProblem("file.not_a_file", path.name)
    return path


def _delimiter(text: str | None) -> str | None:
    """Let a tab be written as people can type it on a command line."""
    return {"\\t": "\t", "tab": "\t", "TAB": "\t"}.get(text, text) if text else None
