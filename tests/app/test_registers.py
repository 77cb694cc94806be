"""The registers worked on: one entry a file, due after a quarter of a year, and forgotten for good."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from tikissa.app.registers import forget_register, known_registers, rows_more, sweep
from tikissa.app.session import Session
from tikissa.files.reader import read
from tikissa.model.progress import NoProgress
from tikissa.model.register import Reading
from tikissa.store.recent import RecentRegister, remember, remember_written

TODAY = date(2026, 11, 22)


def _visited(folder: Path, name: str, session: str, day: str) -> None:
    (folder / f"{session}.session").write_bytes(b"x" * 1000)
    (folder / f"{session}.session-wal").write_bytes(b"x" * 24)
    moment = datetime.fromisoformat(f"{day}T12:00").astimezone(UTC)  # noon here, wherever that is
    remember(folder, RecentRegister(str(folder / name), f"{session}.session", 10, moment.isoformat()))


def test_the_versions_of_a_file_are_one_register(tmp_path: Path) -> None:
    _visited(tmp_path, "asiakkaat.csv", "a", "2026-06-01")
    _visited(tmp_path, "toiset.csv", "b", "2026-07-01")
    _visited(tmp_path, "asiakkaat.csv", "c", "2026-08-22")
    newest, other = known_registers(tmp_path)
    assert (newest.path.name, newest.sessions, newest.size) == ("asiakkaat.csv", ("c.session", "a.session"), 2048)
    assert other.path.name == "toiset.csv"


def test_a_check_is_due_three_months_after_the_last_visit(tmp_path: Path) -> None:
    _visited(tmp_path, "asiakkaat.csv", "a", "2026-08-22")
    register = known_registers(tmp_path)[0]
    assert register.is_due(TODAY)
    assert register.months_ago(TODAY) == 3
    assert not register.is_due(date(2026, 11, 21))


def test_a_file_that_has_another_size_has_changed_whatever_its_date_says(tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_text("Nimi\nAino Ahola\n", encoding="utf-8")
    os.utime(path, (0, 0))
    entry = RecentRegister(str(path), "a.session", 1, "2026-11-01T10:00:00+00:00", size=path.stat().st_size)
    (tmp_path / "a.session").touch()
    remember(tmp_path, entry)
    assert not known_registers(tmp_path)[0].has_changed
    path.write_text("Nimi\nAino Ahola\nEino Ek\n", encoding="utf-8")
    os.utime(path, (0, 0))
    assert known_registers(tmp_path)[0].has_changed


def test_rows_that_came_are_counted_as_the_user_has_the_file_read(tmp_path: Path) -> None:
    path, folder = tmp_path / "asiakkaat.csv", tmp_path / "data"
    lines = ["Asiakkaat 2026;", "Nimi;Puhelin", "Aino Ahola;040 123 4567", "Eino Ek;050 765 4321"]
    path.write_text("\n".join(lines), encoding="utf-8")
    session = Session(path, read(path), folder)
    session.change_reading(Reading(header_row=2))
    session.take_register(read(path, Reading(header_row=2)))
    session.close()
    known = known_registers(folder)[0]
    path.write_text("\n".join([*lines, "Veera Vuori;041 555 1234", "Kerttu Koski;044 987 6543"]), encoding="utf-8")
    assert rows_more(known, folder, NoProgress()) == 4 - known.rows
    path.unlink()
    assert rows_more(known, folder, NoProgress()) is None


def test_forgetting_erases_every_version_and_nothing_else(tmp_path: Path) -> None:
    _visited(tmp_path, "asiakkaat.csv", "a", "2026-06-01")
    _visited(tmp_path, "asiakkaat.csv", "b", "2026-07-01")
    _visited(tmp_path, "toiset.csv", "c", "2026-07-02")
    forget_register(tmp_path, next(each for each in known_registers(tmp_path) if each.path.name == "asiakkaat.csv"))
    assert [register.path.name for register in known_registers(tmp_path)] == ["toiset.csv"]
    assert sorted(path.name for path in tmp_path.glob("*.session*")) == ["c.session", "c.session-wal"]


def test_the_files_saved_from_a_register_are_named_as_long_as_they_are_there(tmp_path: Path) -> None:
    _visited(tmp_path, "asiakkaat.csv", "a", "2026-06-01")
    cleaned, log = tmp_path / "siisti.csv", tmp_path / "loki.xlsx"
    for path in (cleaned, log):
        path.write_bytes(b"")
    remember_written(tmp_path, "a.session", (cleaned, log))
    _visited(tmp_path, "asiakkaat.csv", "a", "2026-06-02")
    log.unlink()
    assert known_registers(tmp_path)[0].written == (cleaned.resolve(),)


def test_registers_are_kept_for_as_long_as_the_user_said(tmp_path: Path) -> None:
    _visited(tmp_path, "vanhat.csv", "a", "2024-11-22")
    _visited(tmp_path, "asiakkaat.csv", "b", "2024-11-23")
    sweep(tmp_path, None, TODAY)
    assert len(known_registers(tmp_path)) == 2
    sweep(tmp_path, 2, TODAY)
    assert [register.path.name for register in known_registers(tmp_path)] == ["asiakkaat.csv"]
