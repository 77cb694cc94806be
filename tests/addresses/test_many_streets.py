"""Posti's files of many streets: nearly every proposal is the right one, and right addresses are left alone."""

from pathlib import Path

import pytest

from addresses.made_streets import MadeStreets, made_streets
from builders import TODAY
from posti_files import posti_file
from tikissa.analysis.analyse import analyse
from tikissa.app.company_check import with_open_registers
from tikissa.app.folders import data_folder
from tikissa.app.open_registers import add_register
from tikissa.files.reader import read
from tikissa.model.analysis import Settings
from tikissa.store.open_registers.shelf import kept_registers

OURS = ("street.other_code", "street.misspelt", "postal_code.retired")


def _measure(made: MadeStreets, folder: Path) -> None:
    for name, lines in (("BAF", made.baf), ("PCF", made.pcf), ("POM", made.pom)):
        add_register(posti_file(folder, name, lines))
    path = folder / "asiakkaat.csv"
    rows = (f"{1000 + place};Aino Ahola;{row.street};{row.code};{row.town}" for place, row in enumerate(made.rows))
    path.write_text("\n".join(("Asiakasnro;Nimi;Katuosoite;Postinumero;Postitoimipaikka", *rows)), encoding="utf-8")
    told = with_open_registers(analyse(read(path), Settings(today=TODAY)))
    proposed = {int(fix.record): fix.changes[0].after for fix in told.fixes if fix.reason.code in OURS}
    doubted = {int(finding.record) for finding in told.findings if finding.code == "street.not_in_town"}
    rights = [place for place, row in enumerate(made.rows) if row.after is None]
    wanted = {place: row.after for place, row in enumerate(made.rows) if row.after}
    assert [made.rows[place] for place in rights if place in proposed or place in doubted] == []
    assert sum(_same(proposed.get(place), after) for place, after in wanted.items()) >= 0.99 * len(wanted)
    assert sum(_same(after, wanted.get(place)) for place, after in proposed.items()) >= 0.99 * len(proposed)
    told_of = {place for place, row in enumerate(made.rows) if row.after == ""}
    assert len(told_of & doubted) >= 0.99 * len(told_of)


def _same(text: str | None, other: str | None) -> bool:
    return (text or "").casefold() == (other or "").casefold()


def test_proposals_are_right_and_right_addresses_are_left_alone(tmp_path: Path) -> None:
    _measure(made_streets(3_000, 1_500, seed=1), tmp_path)


@pytest.mark.full
def test_proposals_are_right_of_100_000_streets_in_an_index_of_no_more_than_60_megabytes(tmp_path: Path) -> None:
    _measure(made_streets(100_000, 20_000, seed=2), tmp_path)
    assert max(kept.size for kept in kept_registers(data_folder())) <= 60_000_000
