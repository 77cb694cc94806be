"""Saved files go where and as the settings say: beside the original, or into a folder of the user's own."""

from pathlib import Path

from journeys.conftest import Walk
from tikissa.export.proof.verify import verify
from tikissa.files.reader import read
from tikissa.gui.save.save_page import SavePage
from tikissa.model.decision import RetireAction
from tikissa.model.record import RecordId


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


def test_a_csv_register_is_saved_as_a_workbook_that_excel_leaves_its_zeros(walk: Walk, register: Path) -> None:
    walk.preferences.change(safe_for_excel=True)
    walk.open_and_analyse(register)
    walk.go("save")
    walk.press("Tallenna siistitty tiedosto")
    walk.at("done")
    cleaned, log = register.with_name("asiakkaat-siistitty.xlsx"), register.with_name("asiakkaat-muutosloki.xlsx")
    assert verify(register, cleaned, log) == ()
    assert "00100" in read(cleaned).cells_of("Postinro")


def test_every_file_that_is_made_is_named_before_it_is_made(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    model = walk.window.model
    keys = model.current.analysis.keys
    model.decide(model.decider.retired_by_hand(keys, [RecordId(2)], RetireAction.ARCHIVE))
    model.decide(model.decider.retired_by_hand(keys, [RecordId(4)], RetireAction.REMOVE))
    walk.go("save")
    page = walk.window.page
    assert isinstance(page, SavePage)
    page.keep_removed.setChecked(True)
    promised = page.added_names.text()
    walk.press("Tallenna siistitty tiedosto")
    walk.at("done")
    made = {path.name for path in register.parent.glob("asiakkaat-siistitty-*.csv")}
    assert len(made) == 2
    assert all(name in promised for name in made)
