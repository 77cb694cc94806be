"""What lists are made of without a window: the choices kept of a register opened before, else the file alone."""

from datetime import date
from pathlib import Path

from tikissa.app.erasing import is_version
from tikissa.app.folders import session_path
from tikissa.app.list_catalogue import Sources
from tikissa.app.month.opening import look_through, opened, settings_of
from tikissa.app.preferences import Preferences
from tikissa.app.returning import earlier_version
from tikissa.model.progress import Progress
from tikissa.model.register import Register
from tikissa.store.recent import recent_registers


def was_opened(path: Path, register: Register, folder: Path) -> bool:
    """Say whether choices may be kept of a register: of this version, an earlier one, or one under another name."""
    if session_path(register.source.sha256, folder).exists():
        return True
    known = any(is_version(each, path) for each in recent_registers(folder))
    return known or earlier_version(register, path, folder) is not None


def kept_sources(path: Path, folder: Path, preferences: Preferences, today: date, progress: Progress) -> Sources:
    """Return the register with every choice made on it in force, as the window would save it now.

    Raises SessionProblem where it is open in a window.
    """
    with opened(path, folder, progress, preferences.who) as session:
        look_through(session, settings_of(session, preferences, today), progress)
        return Sources(session.outcome, session.analysis, session.log)
