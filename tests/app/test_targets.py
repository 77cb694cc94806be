"""Names of the files that are made: beside the original, and never one that is taken."""

from pathlib import Path

import pytest

from tikissa.app.targets import (
    Targets,
    as_one_of,
    folder_made,
    for_cleaned,
    free_name,
    home_folder,
    targets_in,
    with_extension,
)
from tikissa.messages import LANGUAGES, say
from tikissa.resources import resource


def test_the_files_are_named_after_the_register(tmp_path: Path) -> None:
    targets = targets_in(tmp_path, Path("asiakkaat.xlsx"))
    assert [targets.cleaned.name, targets.audit_log.name] == ["asiakkaat-siistitty.xlsx", "asiakkaat-muutosloki.xlsx"]


def test_a_name_that_is_taken_gets_a_number_and_its_log_with_it(tmp_path: Path) -> None:
    (tmp_path / "asiakkaat-muutosloki.xlsx").touch()
    targets = targets_in(tmp_path, Path("asiakkaat.csv"))
    assert [targets.cleaned.name, targets.audit_log.name] == [
        "asiakkaat-siistitty-2.csv",
        "asiakkaat-muutosloki-2.xlsx",
    ]


def test_an_old_workbook_becomes_one_of_today(tmp_path: Path) -> None:
    assert targets_in(tmp_path, Path("vanha.xls")).cleaned.suffix == ".xlsx"


def test_a_csv_register_becomes_a_workbook_where_it_is_to_be_safe_for_excel(tmp_path: Path) -> None:
    assert targets_in(tmp_path, Path("asiakkaat.csv"), safe_for_excel=True).cleaned.suffix == ".xlsx"
    assert targets_in(tmp_path, Path("makrot.xlsm"), safe_for_excel=True).cleaned.suffix == ".xlsm"


def test_a_name_of_ones_own_brings_a_free_name_for_the_log(tmp_path: Path) -> None:
    (tmp_path / "oma-muutosloki.xlsx").touch()
    assert for_cleaned(tmp_path / "oma.xlsx").audit_log.name == "oma-muutosloki-2.xlsx"


def test_nothing_is_written_among_the_programs_own_files(tmp_path: Path) -> None:
    assert home_folder(resource("demo", "asiakasrekisteri.xlsx"), tmp_path) == tmp_path
    assert home_folder(tmp_path / "asiakkaat.xlsx", Path("/elsewhere")) == tmp_path


def test_where_there_is_no_folder_for_documents_files_go_home(tmp_path: Path) -> None:
    assert home_folder(tmp_path / "gone" / "asiakkaat.xlsx", tmp_path / "Documents") == Path.home()


def test_a_chosen_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    chosen = Targets(tmp_path / "oma.xlsx", tmp_path / "oma-muutosloki.xlsx")
    assert chosen.free() == chosen
    chosen.cleaned.touch()
    assert chosen.free() == Targets(tmp_path / "oma-2.xlsx", tmp_path / "oma-muutosloki-2.xlsx")


def test_a_typed_name_keeps_its_dots_and_gets_the_extension_of_the_file() -> None:
    assert with_extension(Path("asiakkaat 22.11.2026"), ".xlsx") == Path("asiakkaat 22.11.2026.xlsx")
    assert with_extension(Path("asiakkaat.csv"), ".xlsx") == Path("asiakkaat.xlsx")
    assert with_extension(Path("asiakkaat.xlsx"), ".xlsx") == Path("asiakkaat.xlsx")


def test_a_name_offered_is_one_that_nothing_has_yet(tmp_path: Path) -> None:
    wanted = tmp_path / "lista.xlsx"
    assert free_name(wanted) == wanted
    wanted.touch()
    assert free_name(wanted) == tmp_path / "lista-2.xlsx"


def test_a_typed_name_without_one_of_the_extensions_gets_the_first() -> None:
    assert as_one_of(Path("lista"), ".xlsx", ".csv") == Path("lista.xlsx")
    assert as_one_of(Path("lista.CSV"), ".xlsx", ".csv") == Path("lista.CSV")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["save.sheet_archive", "save.sheet_removed"])
def test_a_file_of_archived_rows_left_from_last_time_is_not_in_the_way(
    tmp_path: Path, language: str, code: str
) -> None:
    (tmp_path / f"asiakkaat-siistitty-{say(language, code)}.csv").touch()
    assert targets_in(tmp_path, Path("asiakkaat.csv")).cleaned.name == "asiakkaat-siistitty-2.csv"


@pytest.mark.parametrize(
    ("language", "cleaned", "log"),
    [
        ("fi", "asiakkaat-siistitty.xlsx", "asiakkaat-muutosloki.xlsx"),
        ("sv", "asiakkaat-rensad.xlsx", "asiakkaat-ändringslogg.xlsx"),
        ("en", "asiakkaat-cleaned.xlsx", "asiakkaat-change-log.xlsx"),
    ],
)
def test_the_window_names_files_in_the_users_language(tmp_path: Path, language: str, cleaned: str, log: str) -> None:
    targets = targets_in(tmp_path, Path("asiakkaat.xlsx"), language=language)
    assert (targets.cleaned.name, targets.audit_log.name) == (cleaned, log)
    assert for_cleaned(targets.cleaned, language) == targets


def test_a_saving_in_a_folder_of_its_own_leaves_none_behind_where_nothing_comes_of_it(tmp_path: Path) -> None:
    targets = targets_in(tmp_path, Path("asiakkaat.xlsx"), in_own_folder=True)
    assert targets.cleaned == tmp_path / "asiakkaat-siistitty" / "asiakkaat-siistitty.xlsx"
    with pytest.raises(ValueError, match="full"), folder_made(targets):
        raise ValueError("full")
    assert not targets.cleaned.parent.exists()
    with folder_made(targets):
        targets.cleaned.touch()
    assert targets_in(tmp_path, Path("asiakkaat.xlsx"), in_own_folder=True).cleaned.parent.name.endswith("-2")
