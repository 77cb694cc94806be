"""Keeps the trace of an unexpected error for its mending, without any customer's details."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb

from tikissa.app.folders import log_folder

KEPT_CHARACTERS = 200_000


def write_down(error: BaseException) -> Path:
    """Append where an error came from to the program's log and return the log's path.

    Only kinds of errors and places in the code are written: an error's own words may hold cell contents.
    """
    path = log_folder() / "tikissa.log"
    lines = [f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {type(error).__name__}"]
    lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)]
    with suppress(OSError, UnicodeDecodeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text((before + "\n".join(lines) + "\n")[-KEPT_CHARACTERS:], encoding="utf-8")
    return path
