"""The first figure of the seeds for companies: estimated without an open register, counted with one."""

from pathlib import Path

from builders import TODAY
from tikissa.analysis.analyse import analyse
from tikissa.app.company_check import with_open_registers
from tikissa.app.open_registers import add_register
from tikissa.files.reader import read
from tikissa.model.analysis import Analysis, Settings
from trade_register import address_of, bulk_file, business_id_of, company_record, many, name_of

IDS = [business_id_of(8_200_000 + 100 * place) for place in range(20)]


def _analysis(folder: Path) -> Analysis:
    rows = (f"{place};Sumu {place} Oy;{number};Sahantie 7;33100;1.6.2020" for place, number in enumerate(IDS))
    path = folder / "asiakkaat.csv"
    path.write_text("\n".join(("Nro;Yritys;Y-tunnus;Katuosoite;Postinumero;Viimeisin ostos", *rows)), encoding="utf-8")
    return analyse(read(path), Settings(today=TODAY))


def test_without_a_register_it_is_estimated_how_many_have_ceased(tmp_path: Path) -> None:
    decay = {each.kind: each for each in _analysis(tmp_path).profile.estimated}
    ceased = decay["companies"]
    assert ceased.rows == 20
    assert 0 < ceased.today.low < ceased.today.likely < ceased.today.high < 20
    assert any("Asiakastieto" in source for source in ceased.sources)
    assert decay["in_charge"].rows == 20


def test_with_a_register_it_is_counted(tmp_path: Path) -> None:
    there = [
        company_record(number, [name_of(f"Sumu {place} Oy")], [address_of("Sahantie", "7", "33100", "Tampere")])
        for place, number in enumerate(IDS[:15])
    ]
    add_register(bulk_file(tmp_path, [*there, *many(40, 8_500_000)]))
    state = with_open_registers(_analysis(tmp_path)).profile
    counted = state.open_registers
    assert counted is not None
    assert (counted.companies, counted.missing, counted.sources[0].date) == (20, 5, "2026-11-30")
    assert "companies" not in {each.kind for each in state.estimated}
