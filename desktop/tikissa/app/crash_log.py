"""Keeps what is needed to mend a fault, without any customer's details: the steps that led to it and where it arose.

The steps and the errors go to a log that begins anew before it grows large. Where Python itself is stopped, nothing can
be written any more but the places in the code: they are in a file of their own, which the next start sets aside with
the last steps from the log under it.
"""

import faulthandler
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb
from typing import IO, TYPE_CHECKING

from tikissa.app.folders import log_folder

if TYPE_CHECKING:
    from logging import Logger

LOG, CRASH = "tikissa.log", "crash.txt"

MOST_BYTES = 200_000
KEPT_LOGS = 2
KEPT_CRASHES = 5
LAST_STEPS = 60
"""Lines of the log that go under a crash, and into what is copied for support."""

_FOLDER = re.compile(r"(?<=File \")[^\"]*[/\\](?=[^\"/\\]+[/\\][^\"/\\]+\")")
"""All of a place in the code but its last folder: where the program lies may tell the user's name."""


def step(code: str, count: int | None = None) -> None:
    """Note a step by the code it goes by, and how many it concerned; never what stands in a register."""
    with suppress(OSError):
        _logger().info(code if count is None else f"{code} {count}")


def write_down(error: BaseException) -> Path:
    """Append where an error came from to the program's log and return the log's path.

    Only kinds of errors and places in the code are written: an error's own words may hold cell contents.
    """
    lines = [type(error).__name__]
    lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)]
    with suppress(OSError):
        _logger().error("\n".join(lines))
    return log_folder() / LOG


def watch_for_crashes() -> IO[str] | None:
    """Have the places in the code written where Python is stopped by force; what the last time left is set aside.

    Returns the file they go to, which has to stay open; None where none can be had.
    """
    with suppress(OSError):
        log_folder().mkdir(parents=True, exist_ok=True)
        _set_aside(log_folder() / CRASH)
        file = (log_folder() / CRASH).open("w", encoding="utf-8")
        faulthandler.enable(file, all_threads=True)
        return file
    return None


def for_support(about: str) -> str:
    """Return what helps to mend a fault: what the program is and runs on, its last crash and its last steps."""
    crashes = sorted(log_folder().glob("crash-*.txt"))
    crash = [_text(crashes[-1])] if crashes else []
    return "\n\n".join([about, *crash, *_last_steps()])


def _set_aside(crash: Path) -> None:
    """Keep what a crash has left, with the steps that led to it, beside the last few others."""
    places = _FOLDER.sub("", _text(crash))
    if not places:
        return
    when = datetime.fromtimestamp(crash.stat().st_mtime, UTC)
    report = "\n\n".join([f"{when:%Y-%m-%dT%H:%M:%SZ}", places, *_last_steps()])
    crash.with_name(f"crash-{when:%Y%m%d-%H%M%S}.txt").write_text(report, encoding="utf-8")
    for old in sorted(crash.parent.glob("crash-*.txt"))[:-KEPT_CRASHES]:
        old.unlink()


def _last_steps() -> list[str]:
    lines = _text(log_folder() / LOG).splitlines()[-LAST_STEPS:]
    return ["\n".join(lines)] if lines else []


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _logger() -> "Logger":
    """Return the program's log in its folder. Raises OSError where there can be none."""
    import logging.handlers  # the window is up before the first line is written
    import time

    logger = logging.getLogger("tikissa")
    path = log_folder() / LOG
    for handler in logger.handlers:
        if Path(getattr(handler, "baseFilename", "")) == path.absolute():
            return logger
        logger.removeHandler(handler)
        handler.close()
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=MOST_BYTES, backupCount=KEPT_LOGS, encoding="utf-8", errors="replace"
    )
    line = logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    line.converter = time.gmtime
    handler.setFormatter(line)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = logging.raiseExceptions = False  # a full disk is told where a choice would be lost
    return logger
