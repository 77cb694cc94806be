"""Where the program keeps its own things on this computer."""

import os
from pathlib import Path

import platformdirs

_NAME = "Tikissa"


def data_folder() -> Path:
    """Return the folder of the session files; `TIKISSA_DATA` names another one, for tests and tries."""
    chosen = os.environ.get("TIKISSA_DATA")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir(_NAME, appauthor=False))


def log_folder() -> Path:
    """Return where logs go: under TIKISSA_DATA where that is set, else where the system keeps logs."""
    chosen = os.environ.get("TIKISSA_DATA")
    return Path(chosen) / "logs" if chosen else Path(platformdirs.user_log_dir(_NAME, appauthor=False))


def preferences_file() -> Path:
    """Return where preferences are kept: in TIKISSA_DATA where that is set, else in the user's own settings."""
    chosen = os.environ.get("TIKISSA_DATA")
    return Path(chosen or platformdirs.user_config_dir(_NAME, appauthor=False)) / "preferences.json"


def session_path(sha256: str, folder: Path) -> Path:
    """Return the session file of the register whose bytes have this hash."""
    return folder / f"{sha256[:20]}.session"
