"""Proves that an installed program works: opens the window, does the whole job on the samples, writes how it went."""

import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tikissa import __version__
from tikissa.cli.output import is_plain, write_json
from tikissa.model.analysis import JsonValue

PASSED, FAILED = 0, 1

Check = Callable[[Path], None]
"""Gets a folder of its own under a name with blanks and letters beyond ASCII; raises what went wrong."""


@dataclass
class Report:
    """The steps that were tried, in order, each with its seconds or with what went wrong.

    A file is written anew before every step: where a step ends the whole program, the file says which.
    """

    target: str
    steps: dict[str, JsonValue] = field(default_factory=dict)
    passed: bool = True
    began: float = field(default_factory=perf_counter)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        began = perf_counter()
        self.steps[name] = "not finished"
        if is_plain(self.target):
            self.write(finished=False)
        try:
            yield
        except Exception as error:
            self.passed = False
            self.steps[name] = f"{type(error).__name__}: {error}"
        else:
            self.steps[name] = round(perf_counter() - began, 3)

    def write(self, finished: bool) -> None:
        content: dict[str, JsonValue] = {
            "version": __version__,
            "passed": finished and self.passed,
            "seconds": round(perf_counter() - self.began, 3),
            "frozen": bool(getattr(sys, "frozen", False)),
            "python": platform.python_version(),
            "system": platform.platform(),
            "steps": self.steps,
        }
        write_json(content, self.target)


def selftest(target: str, check_window: Check) -> int:
    """Write what worked as JSON and return 0, or 1 where a step failed."""
    report = Report(target)
    with TemporaryDirectory(prefix="tikissä åäö ") as folder:
        for number, (name, check) in enumerate({"window": check_window, **_checks(report)}.items()):
            place = Path(folder) / f"koe {number}"
            place.mkdir()
            with report.step(name):
                check(place)
        _keep_picture(Path(folder), target)
    report.write(finished=True)
    return PASSED if report.passed else FAILED


def _checks(report: Report) -> Mapping[str, Check]:
    """Return the checks of the core; where they cannot even be imported, that is the failure."""
    with report.step("imports"):
        from tikissa.cli.selftest_checks import CHECKS

        return CHECKS
    return {}


def _keep_picture(folder: Path, target: str) -> None:
    """Put the picture of the window beside the report."""
    for picture in folder.glob("*/window.png") if is_plain(target) else ():
        Path(target).expanduser().with_suffix(".png").write_bytes(picture.read_bytes())
