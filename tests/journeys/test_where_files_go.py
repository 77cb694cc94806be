"""Saved files go where the settings say: beside the original, or into a folder of the user's own."""

from pathlib import Path

from journeys.conftest import Walk


def test_into_the_folder_that_was_chosen_in_the_settings(walk: Walk, register: Path, tmp_path: Path) -> None:
    folder = tmp_path / "siistityt"
    folder.mkdir()
    walk.preferences.change(save_folder=str(folder))
    walk.open_and_analyse(register)
    walk.go("save")
    walk.press("Tallenna siistitty tiedosto")
    walk.at("done")
    assert (folder / "asiakkaat-siistitty.csv").exists()
    assert not register.with_name("asiakkaat-siistitty.csv").exists()


def test_a_folder_chosen_while_the_page_is_open_counts_at_once_and_one_that_is_gone_does_not(
    walk: Walk, register: Path, tmp_path: Path
) -> None:
    walk.open_and_analyse(register)
    walk.go("save")
    walk.preferences.change(save_folder=str(tmp_path / "ei-ole"))
    walk.go("overview")
    walk.go("save")
    walk.press("Tallenna siistitty tiedosto")
    walk.at("done")
    assert register.with_name("asiakkaat-siistitty.csv").exists()
