"""`tikissa [FILE]`: opens the window; also the program's version, help and self-test."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tikissa import __version__
from tikissa.cli.printed_words import Words
from tikissa.model.problems import Problem

if TYPE_CHECKING:
    from tikissa.cli.parser import CommandParser


class WindowDoor(Protocol):
    """How the command line reaches the window without knowing Qt."""

    def open(self, path: Path | None) -> int:
        """Open the window, on a file if one is given, and return the exit status when it is closed."""
        ...

    def check(self, folder: Path) -> None:
        """Go through it off the screen, keeping all in a folder. Raises whatever keeps it from working."""
        ...


def run(arguments: Sequence[str], words: Words, window: WindowDoor) -> int:
    if not arguments:
        return _open(None, window)
    options = _parser(words).parse_args(arguments)
    if options.selftest is not None:
        from tikissa.cli.selftest import selftest

        return selftest(options.selftest, window.check)
    return _open(_existing(options.file) if options.file else None, window)


def _existing(file: str) -> Path:
    """Return the path of the register to open; what reading needs is loaded only where there is one."""
    from tikissa.cli.reading_options import existing

    return existing(file)


def _open(path: Path | None, window: WindowDoor) -> int:
    """Open the window. Raises Problem where the system cannot show a window."""
    if _has_no_display(sys.platform, os.environ):
        raise Problem("call.no_display")
    try:
        return window.open(path)
    except ImportError as missing:
        raise Problem("call.no_window", str(missing)) from missing


def _has_no_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Say whether Qt would stop the whole program for want of a display."""
    display = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return platform.startswith("linux") and not display


def _parser(words: Words) -> "CommandParser":
    from tikissa.cli.parser import CommandParser, files_and_choices

    parser = CommandParser(words, "tikissa", words("help.program"))
    parser.epilog = words("help.commands")
    files, choices = files_and_choices(parser, words)
    files.add_argument("file", metavar="FILE", nargs="?", help=words("help.window_file"))
    choices.add_argument("--version", action="version", version=f"Tikissä {__version__}", help=words("help.version"))
    choices.add_argument("--selftest", metavar="OUT.json", help=words("help.selftest"))
    return parser
