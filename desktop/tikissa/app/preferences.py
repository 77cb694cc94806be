"""What the user chose for every register: language, colours, name, periods. Defaults need no visit."""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from tikissa.messages import LANGUAGES

SCHEMES = ("system", "light", "dark", "contrast")
SMALLEST_TEXT, LARGEST_TEXT = 50, 300
"""In per cent: beyond these no page can be read or laid out."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """None leaves it to the system (language, scheme) or to the register (phone and date style), keeps what was decided
    on a register until it is forgotten (keep_years), and saves beside the original (save_folder). `own_folder` puts the
    files of a saving into a folder of their own, `one_log` writes the change log as a workbook only. `safe_for_excel`
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
    own_folder: bool = False
    one_log: bool = False
    window: str | None = None
    """Where the window was and how large, as Qt writes it, in base64."""
    is_toured: bool = False
    """The first tour was taken or passed over."""


def _is_phone_style(value: object) -> bool:
    if value is None:
        return True
    from tikissa.text.phones import STYLES  # with patterns behind it, which the first window does without

    return value in STYLES


def _is_date_style(value: object) -> bool:
    if value is None:
        return True
    from tikissa.text.date_styles import DAY_STYLES

    return value in DAY_STYLES


def _one_of(values: tuple[str, ...]) -> Callable[[object], bool]:
    return lambda value: value is None or value in values


def _within(smallest: int, largest: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and smallest <= value <= largest


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


_IS_USABLE: Mapping[str, Callable[[object], bool]] = {
    "language": _one_of(LANGUAGES),
    "scheme": _one_of(SCHEMES),
    "text_size": _within(SMALLEST_TEXT, LARGEST_TEXT),
    "who": lambda value: isinstance(value, str) and bool(value.strip()),
    "passive_after_months": _within(1, 1200),
    "phone_style": _is_phone_style,
    "date_style": _is_date_style,
    "removed_rows_sheet": _is_switch,
    "safe_for_excel": _is_switch,
    "keep_years": lambda value: value is None or _within(1, 1000)(value),
    "window": lambda value: value is None or (isinstance(value, str) and value.isascii()),
    "is_toured": _is_switch,
    "own_folder": _is_switch,
    "one_log": _is_switch,
    "save_folder": lambda value: value is None or (isinstance(value, str) and "\0" not in value),
}
"""What each preference may be: anything else, as a later version or a slip of the hand may write it, is the default."""


def load_preferences(file: Path) -> Preferences:
    """Return what was chosen; a file that is missing or damaged gives the defaults, and so does a value of no use."""
    try:
        chosen = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    known = chosen if isinstance(chosen, dict) else {}
    return Preferences(
        **{name: known[name] for name, is_usable in _IS_USABLE.items() if name in known and is_usable(known[name])}
    )


def save_preferences(file: Path, preferences: Preferences) -> None:
    """Write beside the file, then rename. Raises OSError where that cannot be done."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as lines:
        json.dump(asdict(preferences), lines)
        lines.flush()
        os.fsync(lines.fileno())
    fresh.replace(file)
