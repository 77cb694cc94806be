"""The command line: finds the command, runs it, and says in one line what went wrong."""

import sys
from collections.abc import Callable, Sequence

from tikissa.cli.printed_words import Words, words_for
from tikissa.cli.streams import prepare_streams, tell
from tikissa.cli.window_command import WindowDoor
from tikissa.cli.window_command import run as run_window
from tikissa.model.problems import Cancelled, Problem

Command = Callable[[Sequence[str], Words], int]


def _analyse() -> Command:
    from tikissa.cli.analyse_command import run

    return run


def _clean() -> Command:
    from tikissa.cli.clean_command import run

    return run


def _verify() -> Command:
    from tikissa.cli.verify_command import run

    return run


def _gate() -> Command:
    from tikissa.cli.gate_command import run

    return run


def _contacts() -> Command:
    from tikissa.cli.contacts_command import run

    return run


def _purchases() -> Command:
    from tikissa.cli.purchases_command import run

    return run


def _restore() -> Command:
    from tikissa.cli.restore_command import run

    return run


def _erase() -> Command:
    from tikissa.cli.erase_command import run

    return run


def _list() -> Command:
    from tikissa.cli.list_command import run

    return run


def _guide() -> Command:
    from tikissa.cli.guide_command import run

    return run


def _month() -> Command:
    from tikissa.cli.month_command import run

    return run


def _reference() -> Command:
    from tikissa.cli.reference_command import run

    return run


def _companies() -> Command:
    from tikissa.cli.companies_command import run

    return run


COMMANDS: dict[str, Callable[[], Command]] = {
    "analyse": _analyse,
    "clean": _clean,
    "verify": _verify,
    "gate": _gate,
    "contacts": _contacts,
    "purchases": _purchases,
    "restore": _restore,
    "erase": _erase,
    "list": _list,
    "month": _month,
    "guide": _guide,
    "reference": _reference,
    "companies": _companies,
}
"""Each command is loaded when it is called for, so that the window is up before the spreadsheet libraries."""

DONE = 0
CANNOT_BE_USED = 2


def main(arguments: Sequence[str], window: WindowDoor) -> int:
    """Run a command and return its exit status: 0 done, 1 it did not hold, 2 the call or the file cannot be used."""
    prepare_streams()
    words = words_for(arguments)
    try:
        return _run(list(arguments), words, window)
    except Problem as problem:
        _say(words, problem.code, *problem.arguments)
    except (Cancelled, KeyboardInterrupt):
        _say(words, "call.cancelled")
    except OSError as error:
        _say(words, "call.refused", str(error.filename or ""), str(error.strerror))
    except Exception as error:
        from tikissa.app.crash_log import write_down

        _say(words, "call.unexpected", type(error).__name__, str(write_down(error)))
    return CANNOT_BE_USED


def _run(arguments: list[str], words: Words, window: WindowDoor) -> int:
    before = _language_before(arguments)
    name = next(iter(arguments[before:]), "")
    try:
        if name in COMMANDS:
            return COMMANDS[name]()(arguments[:before] + arguments[before + 1 :], words)
        return run_window(arguments, words, window)
    except SystemExit as finished:
        return finished.code if isinstance(finished.code, int) else DONE


def _language_before(arguments: Sequence[str]) -> int:
    """Return how many words before the command name the language: both `--language fi` and `--language=fi` may."""
    name, equals, _ = arguments[0].partition("=") if arguments else ("", "", "")
    return (1 if equals else 2) if name == "--language" else 0


def _say(words: Words, code: str, *arguments: str) -> None:
    """Print a problem's sentence on one line; a code without words is shown as it is rather than hidden."""
    try:
        sentence = words(code, *arguments)
    except (KeyError, IndexError):
        sentence = " ".join((code, *arguments))
    tell(" ".join(sentence.split()), sys.stderr)
