"""What the self-test does with the core: whole jobs on the samples, every reader, the words and the tables."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from shutil import copyfile

from tikissa.analysis.analyse import analyse
from tikissa.app.cleaning import Accept, Cleaning, clean
from tikissa.export.proof.verify import verify
from tikissa.export.saving_options import WriteOptions
from tikissa.files.formats import READERS
from tikissa.files.reader import read
from tikissa.messages import LANGUAGES, catalogue
from tikissa.model.analysis import Settings
from tikissa.model.progress import NoProgress
from tikissa.model.register import FileFormat, Register
from tikissa.reference.tables import rows
from tikissa.resources import resource
from tikissa.review.decisions import Decider

SMALL = {
    "asiakkaat.xlsx": FileFormat.XLSX,
    "asiakkaat.xls": FileFormat.XLS,
    "asiakkaat.ods": FileFormat.ODS,
    "asiakkaat-html.xls": FileFormat.HTML,
    "asiakkaat-cp1252.csv": FileFormat.CSV,
    "asiakkaat-utf16.txt": FileFormat.CSV,
    "asiakkaat-salasana.xlsx": FileFormat.XLSX,
}
"""The same three made-up customers in every format."""

PASSWORD = "koivu-7"
CUSTOMERS = ("Åke Öhman", "Mäki–Ärjä Liisa", "Šimonen Jaško")
ALL_READERS = ("asiakkaat.xlsx", "asiakkaat.ods")


def _whole_job(sample: tuple[str, ...], folder: Path) -> None:
    """Read, analyse, clean and verify a copy of a sample, and see that the copy is as it was."""
    source = folder / f"esimerkki äö {sample[-1]}"
    copyfile(resource(*sample), source)
    before = _sha256(source)
    register = read(source)
    analysis = analyse(register, Settings(today=datetime.now(UTC).date()))
    ending = ".csv" if register.source.format is FileFormat.CSV else ".xlsx"
    cleaned, audit_log = folder / f"siistitty äö{ending}", folder / "muutosloki äö.xlsx"
    decider = Decider(datetime.now(UTC), "selftest")
    outcome, _ = clean(analysis, Cleaning(Accept.SAFE), decider, cleaned, audit_log, WriteOptions(language="fi"))
    _expect(bool(outcome.changed), "nothing was found to clean in the sample")
    _expect(len(read(cleaned)) == outcome.kept, "the cleaned file has another number of rows")
    _expect(not verify(source, cleaned, audit_log), "the cleaned file differs from its log")
    _expect(_sha256(source) == before, "the original was changed")


def _every_format(_folder: Path) -> None:
    for name, expected in SMALL.items():
        register = read(resource("selftest", name), password=PASSWORD)
        _expect(register.source.format is expected, f"{name} was taken for {register.source.format}")
        _expect(_names(register) == CUSTOMERS, f"{name} was not read right")


def _every_reader(_folder: Path) -> None:
    """Open a workbook with each library that may have to stand in for another."""
    for name in ALL_READERS:
        content = resource("selftest", name).read_bytes()
        for opener in READERS[SMALL[name]]:
            workbook = opener(content, None)
            grid = workbook.grid(workbook.sheets[0], None, NoProgress())
            _expect(len(grid) == len(CUSTOMERS) + 1, f"{name}: {opener.__name__} read {len(grid)} rows")


def _words(_folder: Path) -> None:
    codes = {language: set(catalogue(language)) for language in LANGUAGES}
    for language, known in codes.items():
        _expect(bool(known) and known == codes["en"], f"words are missing in {language}")
        for parts in (("help", f"{language}.md"), ("i18n", f"tikissa_{language}.ts")):
            _expect(resource(*parts).is_file(), f"{parts[-1]} is missing")


def _tables(_folder: Path) -> None:
    tables = sorted(path.stem for path in resource("reference").glob("*.csv"))
    _expect("postal_codes_fi" in tables, "the reference tables are missing")
    for table in tables:
        _expect(bool(rows(table)), f"{table} is empty")


def _names(register: Register) -> tuple[str, ...]:
    return tuple(register.cells_of("Nimi")) if register.has_column("Nimi") else ()


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise RuntimeError(otherwise)


def _sha256(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


CHECKS: Mapping[str, Callable[[Path], None]] = {
    "words": _words,
    "reference_tables": _tables,
    "every_format": _every_format,
    "every_reader": _every_reader,
    "whole_job_xlsx": partial(_whole_job, ("demo", "asiakasrekisteri.xlsx")),
    "whole_job_csv": partial(_whole_job, ("demo", "asiakasrekisteri.csv")),
    "whole_job_xls": partial(_whole_job, ("selftest", "asiakkaat.xls")),
    "whole_job_ods": partial(_whole_job, ("selftest", "asiakkaat.ods")),
    "whole_job_cp1252": partial(_whole_job, ("selftest", "asiakkaat-cp1252.csv")),
}
