"""What the user chose for every register: language, colours, name, periods. Defaults need no visit."""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Preferences:
    """None leaves it to the system (language, scheme) or to the register (phone and date style), keeps what was decided
    on a register until it is forgotten (keep_years), and saves beside the original (save_folder). `safe_for_excel`
    saves a CSV register as a workbook. `text_size` is in per cent."""

    language: str | None = None
    scheme: str | None = None
    text_size: int = 100
    who: str = "user"
    passive_after_months: int = 36
    phone_style: str | None = None
    date_style: str | None = None
    removed_rows_sheet: bool = False
    safe_for_excel: bool = False
    keep_years: int | None = None
    save_folder: str | None = None


def load_preferences(file: Path) -> Preferences:
    """Return what was chosen; a file that is missing or damaged gives the defaults."""
    try:
        chosen: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        known = {field.name for field in fields(Preferences)}
        return Preferences(**{name: value for name, value in chosen.items() if name in known})
    except (OSError, ValueError, TypeError, AttributeError):
        return Preferences()


def save_preferences(file: Path, preferences: Preferences) -> None:
    """Write beside the file, then rename. Raises OSError where that cannot be done."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as lines:
        json.dump(asdict(preferences), lines)
        lines.flush()
        os.fsync(lines.fileno())
    fresh.replace(file)
