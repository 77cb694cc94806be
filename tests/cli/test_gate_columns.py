"""`tikissa gate --accept columns` puts a list's columns on permission behind the register's own, and proves it."""

from pathlib import Path

import openpyxl
import pytest

from command_line import CommandLine
from tikissa.files.reader import read
from tikissa.permission.columns_in_force import permission_columns
from tikissa.schema.detect import detect

KNOWN = ("Nimi;Puhelin;Sähköposti", "Aino Ahola;040 881 0023;aino@posti.fi", "Eino Ek;040 881 0024;eino@posti.fi")
LISTED = (
    "Nimi;Puhelin;Sähköposti;SMS ok",
    "Aino Ahola;040 881 0023;aino@posti.fi;ei",
    "Sirpa Salo;040 881 0033;sirpa@posti.fi;kyllä",
    "Veikko Vuo;040 881 0034;veikko@posti.fi;ei",
)


def _write(path: Path, lines: tuple[str, ...]) -> Path:
    if path.suffix == ".csv":
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line.split(";"))  # type: ignore[union-attr]
    book.save(path)
    return path


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_column_is_written_proven_and_read_as_a_permission(
    tikissa: CommandLine, tmp_path: Path, ending: str
) -> None:
    known, listed = _write(tmp_path / f"r.{ending}", KNOWN), _write(tmp_path / "l.csv", LISTED)
    cleaned, told = tmp_path / f"o.{ending}", tmp_path / "loki.xlsx"
    before = tikissa("gate", listed, "--register", known, "--language", "en")
    assert "--accept columns" in before.out
    chosen = ("--accept", "new", "columns", "--output", cleaned, "--audit-log", told, "--language", "en")
    said = tikissa("gate", listed, "--register", known, *chosen)
    assert (said.status, said.error) == (0, "")
    assert "Columns were added to the register: SMS ok" in said.out
    assert tikissa("verify", known, cleaned, told).status == 0
    saved = read(cleaned)
    assert list(saved.cells_of("SMS ok")) == ["ei", "", "kyllä", "ei"]
    assert "SMS ok" in [column.column for column in permission_columns(detect(saved))]
