"""The lines by which a computer's own scheduler does a register's month: shown to be copied, never run from here."""

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

DAY, HOUR = 1, 8
"""The first of the month at eight in the morning."""


def month_command(register: Path) -> tuple[str, ...]:
    """Return the command of one round, by the program as it is installed here."""
    return *_program(), "month", str(register.resolve()), "--accept", "as-before"


def windows_line(register: Path) -> str:
    """Return the line for the Command Prompt that makes a task of Windows Task Scheduler.

    https://learn.microsoft.com/windows-server/administration/windows-commands/schtasks-create
    """
    run = " ".join(f'\\"{part}\\"' for part in month_command(register))
    return f'schtasks /Create /TN "Tikissa {register.stem}" /SC MONTHLY /D {DAY} /ST {HOUR:02}:00 /TR "{run}"'


def cron_line(register: Path) -> str:
    """Return the line of a crontab, in which a percent sign would end the command (crontab(5))."""
    return f"0 {HOUR} {DAY} * * {shlex.join(month_command(register))}".replace("%", r"\%")


def systemd_units(register: Path) -> str:
    """Return the service and the timer for ~/.config/systemd/user (systemd.service(5), systemd.timer(5))."""
    start = " ".join(map(_quoted, month_command(register)))
    return (
        f"# ~/.config/systemd/user/tikissa.service\n[Service]\nType=oneshot\nExecStart={start}\n\n"
        f"# ~/.config/systemd/user/tikissa.timer\n[Timer]\nOnCalendar=*-*-{DAY:02} {HOUR:02}:00\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n\n"
        "# systemctl --user enable --now tikissa.timer\n"
    )


def _program() -> Sequence[str]:
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    script = Path(sys.executable).with_name("tikissa.exe" if sys.platform == "win32" else "tikissa")
    return (str(script),) if script.exists() else (sys.executable, "-m", "tikissa")


def _quoted(part: str) -> str:
    """Return a word as a unit file needs it: percent and dollar signs would be replaced by other things."""
    inside = part.replace("\\", r"\\").replace('"', r"\"").replace("%", "%%").replace("$", "$$")
    return f'"{inside}"'
