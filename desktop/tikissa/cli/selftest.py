"""Proves that an installed program works: opens the window and does the whole job on the sample."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from time import perf_counter

from tikissa import __version__
from tikissa.analysis.analyse import analyse
from tikissa.app.cleaning import Accept, Cleaning, clean
from tikissa.cli.output import write_json
from tikissa.export.options import WriteOptions
from tikissa.export.verify import verify
from tikissa.files.reader import read
from tikissa.model.analysis import Analysis, JsonValue, Settings
from tikissa.resources import resource
from tikissa.review.decisions import Decider

SAMPLE = ("demo", "asiakasrekisteri.xlsx")
PASSED, FAILED = 0, 1


@dataclass
class Report:
    """The steps that were tried, in order, each with its seconds or with what went wrong."""

    steps: dict[str, JsonValue] = field(default_factory=dict)
    passed: bool = True

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        began = perf_counter()
        try:
            yield
        except Exception as error:
            self.passed = False
            self.steps[name] = f"{type(error).__name__}: {error}"
            raise
        self.steps[name] = round(perf_counter() - began, 3)


def selftest(target: str, check_window: Callable[[], None]) -> int:
    """Write what worked as JSON and return 0, or 1 where a step failed."""
    report = Report()
    for name, job in (("window", check_window), ("whole_job", lambda: _whole_job(report))):
        try:
            with report.step(name):
                job()
        except Exception:
            continue
    write_json({"version": __version__, "passed": report.passed, "steps": report.steps}, target)
    return PASSED if report.passed else FAILED


def _whole_job(report: Report) -> None:
    """Read, analyse, clean and verify the sample, under a path with letters that are not ASCII."""
    with TemporaryDirectory(prefix="tikissä åäö ") as folder:
        source = Path(folder) / "esimerkki äö.xlsx"
        copyfile(resource(*SAMPLE), source)
        before = _sha256(source)
        with report.step("analyse"):
            register = read(source)
            analysis = analyse(register, Settings(today=datetime.now(UTC).date()))
        with report.step("clean"):
            cleaned, audit_log = _clean(analysis, Path(folder))
        with report.step("verify"):
            _expect(not verify(source, cleaned, audit_log), "the cleaned file differs from its log")
        with report.step("original_unchanged"):
            _expect(_sha256(source) == before, "the original was changed")


def _clean(analysis: Analysis, folder: Path) -> tuple[Path, Path]:
    cleaned, audit_log = folder / "siistitty äö.xlsx", folder / "muutosloki äö.xlsx"
    decider = Decider(datetime.now(UTC), "selftest")
    outcome, _ = clean(analysis, Cleaning(Accept.SAFE), decider, cleaned, audit_log, WriteOptions(language="fi"))
    _expect(bool(outcome.changed), "nothing was found to clean in the sample")
    return cleaned, audit_log


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise RuntimeError(otherwise)


def _sha256(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
