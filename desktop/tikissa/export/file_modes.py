"""Who may read what is written: its owner alone while it is being written, then nobody its sources are kept from."""

import io
import os
from collections.abc import Sequence
from pathlib import Path

_OWNER = 0o600
_OTHERS = 0o066
_GROUP = 0o060


def new_private_file(path: Path) -> io.FileIO:
    """Make a file that only its owner may read and write. Raises FileExistsError where there is one."""
    return io.FileIO(path, "xb", opener=lambda name, flags: os.open(name, flags, _OWNER))


def open_as_far_as(path: Path, sources: Sequence[Path]) -> None:
    """Let others read and write a file as far as they may each of its sources; without sources nobody else may.

    The group counts only where the file is of the same one. A source that is gone keeps everybody else out.
    """
    if os.name == "nt" or not sources:
        return
    try:
        seen = [source.stat() for source in sources]
    except OSError:
        return
    others = _OTHERS
    for source in seen:
        own_group = source.st_gid == path.stat().st_gid
        others &= source.st_mode if own_group else source.st_mode & ~_GROUP
    path.chmod(_OWNER | others)
