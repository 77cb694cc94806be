"""The open registers of Estonia and Sweden: their files taken in or refused, and what they say of customers there."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from stdnum import luhn

from builders import TODAY
from tikissa.analysis.analyse import analyse
from tikissa.app.company_check import check_companies
from tikissa.app.folders import data_folder
from tikissa.app.open_registers import add_register
from tikissa.files.reader import read
from tikissa.model.analysis import Settings
from tikissa.model.companies import CompanyRow
from tikissa.model.problems import FileProblem, Problem
from tikissa.open_registers.register_kinds import RegisterKind
from tikissa.store.open_registers.company_index import CompanyIndex
from tikissa.store.open_registers.shelf import index_path, kept_registers

ESTONIAN = (
    "nimi;ariregistri_kood;ettevotja_oiguslik_vorm;ettevotja_oigusliku_vormi_alaliik;kmkr_nr;ettevotja_staatus;"
    "ettevotja_staatus_tekstina;ettevotja_esmakande_kpv;ettevotja_aadress;asukoht_ettevotja_aadressis;"
    "asukoha_ehak_kood;asukoha_ehak_tekstina;indeks_ettevotja_aadressis;ads_adr_id;ads_ads_oid;"
    "ads_normaliseeritud_taisaadress;teabesysteemi_link"
)
SWEDISH = (
    "organisationsidentitet;namnskyddslopnummer;registreringsland;organisationsnamn;organisationsform;"
    "avregistreringsdatum;avregistreringsorsak;pagandeAvvecklingsEllerOmstruktureringsforfarande;registreringsdatum;"
    "verksamhetsbeskrivning;postadress"
)
STATES = {"R": "Registrisse kantud", "L": "Likvideerimisel", "N": "Pankrotis", "K": "Kustutatud"}


def code_of(number: int) -> str:
    """Return the Estonian registry code that begins with seven digits."""
    digits = f"{number:07d}"
    for weights in ((1, 2, 3, 4, 5, 6, 7), (3, 4, 5, 6, 7, 8, 9)):
        rest = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11
        if rest < 10:
            return f"{digits}{rest}"
    return f"{digits}0"


def number_of(number: int) -> str:
    """Return the Swedish organisation number, ten digits, that begins with nine."""
    return f"{number:09d}{luhn.calc_check_digit(f'{number:09d}')}"


def estonian(code: str, name: str, state: str = "R", words: str | None = None, street: str = "Õismäe tee 7") -> str:
    told = STATES.get(state, "") if words is None else words
    where = "Haabersti linnaosa, Tallinn, Harju maakond"
    return (
        f"{name};{code};Osaühing;;;{state};{told};25.04.2014;;{street};0176;{where};13513;2182337;;{where}, {street};"
    )


def swedish(number: str, name: str, ended: str = "", going_on: str = "", kind: str = "ORGNR-IDORG") -> str:
    names = "|".join(f"{each}$FORETAGSNAMN-ORGNAM$2020-01-02" for each in name.split("|"))
    address = "Storgatan 5$$STOCKHOLM$11122$SE-LAND"
    cells = (
        f"{number}${kind}",
        "1",
        "SE-LAND",
        names,
        "AB-ORGFO",
        ended,
        "",
        going_on,
        "2020-01-02",
        "Säljer",
        address,
    )
    return ";".join(f'"{cell}"' for cell in cells)


CODES = [code_of(1_265_000 + place) for place in range(12)]
NUMBERS = [number_of(556_677_000 + place) for place in range(12)]
IN_ESTONIA = [
    estonian(CODES[0], "Kadakas OÜ"),
    estonian(CODES[1], "Mänd OÜ", "N"),
    estonian(CODES[2], "Kuusk OÜ", "L"),
    estonian(CODES[3], "Lepp OÜ", "K"),
    estonian(CODES[4], "Haab OÜ", "N", "Registrisse kantud"),
    estonian(CODES[5], "Saar OÜ", "X", "Midagi muud"),
    estonian(code_of(8_000_100), "Pihlaka ühing"),
    estonian(CODES[10], "Uusim OÜ"),
]
IN_SWEDEN = [
    swedish(NUMBERS[0], "Enbusken AB|Enbusken Trading"),
    swedish(NUMBERS[1], "Tallen AB", ended="2024-05-31"),
    swedish(NUMBERS[2], "Granen AB", going_on="|KK-AVOMFO$2026-04-01"),
    swedish(NUMBERS[3], "Alen AB", going_on="FUOL-AVOMFO$Fusion$2026-03-01"),
    swedish(NUMBERS[4], "Aspen AB", going_on="KKUHAVD-AVSLAVOMFO$2020-03-01"),
    swedish("9001019802", "Aino Ahola", kind="PERSON-IDORG"),
]


def _file(folder: Path, name: str, lines: Sequence[str], encoding: str = "utf-8") -> Path:
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name, (2026, 11, 30, 3, 0, 0)), "\n".join((*lines, "")).encode(encoding))
    return path


def _estonia(folder: Path, rows: Sequence[str] = IN_ESTONIA) -> Path:
    return _file(folder, "ettevotja_rekvisiidid__lihtandmed.csv", (ESTONIAN, *rows), "utf-8-sig")


def _sweden(folder: Path, rows: Sequence[str] = IN_SWEDEN, encoding: str = "utf-8") -> Path:
    return _file(folder, "bolagsverket_bulkfil.txt", (SWEDISH, *rows), encoding)


def _told(folder: Path, *rows: str) -> list[CompanyRow]:
    path = folder / "asiakkaat.csv"
    numbered = (f"{1000 + place};{row}" for place, row in enumerate(rows))
    headers = "Asiakasnro;Yritys;Y-tunnus;Katuosoite;Postinumero;Postitoimipaikka;Maa"
    path.write_text("\n".join((headers, *numbered)), encoding="utf-8")
    return [*check_companies(analyse(read(path), Settings(today=TODAY))).rows]


HERE = "Õismäe tee 7;13513;Tallinn;Viro"
THERE = "Storgatan 5;111 22;Stockholm;Ruotsi"


@pytest.mark.parametrize(
    ("row", "verdict", "reasons"),
    [
        (f"Kadakas OÜ;{CODES[0]};{HERE}", "in_force", ()),
        (f"Kadakas OÜ;{CODES[0]};Pärnu mnt 1;10141;Tallinn;Viro", "in_force", ("company.moved",)),
        (f"Mänd OÜ;{CODES[1]};{HERE}", "bankruptcy", ("company.bankruptcy",)),
        (f"Kuusk OÜ;{CODES[2]};{HERE}", "liquidation", ("company.liquidation",)),
        (f"Lepp OÜ;{CODES[3]};{HERE}", "ceased", ("company.ceased",)),
        (f"Haab OÜ;{CODES[4]};{HERE}", "unknown", ("company.other_situation",)),
        (f"Saar OÜ;{CODES[5]};{HERE}", "unknown", ("company.other_situation",)),
        (f"Kadunud OÜ;{CODES[7]};{HERE}", "not_in_register", ("company.not_in_register",)),
        (f"Noor OÜ;{CODES[11]};{HERE}", "unknown", ("company.too_young",)),
        (f"Kadakas OÜ;;{HERE}", "in_force", ("company.id_found",)),
        (f"Kadakas OÜ;{CODES[0]};Õismäe tee 7;13513;Tallinn;", "in_force", ()),
        (f"Enbusken AB;{NUMBERS[0]};{THERE}", "in_force", ()),
        (f"Enbusken AB;{NUMBERS[0][:6]}-{NUMBERS[0][6:]};{THERE[:-6]}", "in_force", ()),
        (f"Tallen AB;SE{NUMBERS[1]}01;{THERE}", "ceased", ("company.ceased",)),
        (f"Granen AB;{NUMBERS[2]};{THERE}", "bankruptcy", ("company.bankruptcy",)),
        (f"Alen AB;{NUMBERS[3]};{THERE}", "unknown", ("company.other_situation",)),
        (f"Aspen AB;{NUMBERS[4]};{THERE}", "in_force", ()),
        (f"Okänd AB;{NUMBERS[9]};{THERE}", "unknown", ("company.too_young",)),
        ("Suomalainen Oy;0112038-9;Sahantie 7;33100;Tampere;Norja", "unknown", ("company.abroad",)),
    ],
)
def test_each_customer_there_gets_its_verdict(tmp_path: Path, row: str, verdict: str, reasons: tuple[str, ...]) -> None:
    add_register(_estonia(tmp_path))
    add_register(_sweden(tmp_path))
    found = next((each for each in _told(tmp_path, row, f"Lepp OÜ;{CODES[3]};{HERE}") if each.record == 0), None)
    told = (found.verdict, found.reasons) if found else ("unknown", ("company.abroad",))
    assert told == (verdict, reasons)


def test_each_speaks_under_its_own_name_and_day_and_proposes_its_own_ids(tmp_path: Path) -> None:
    add_register(_estonia(tmp_path))
    add_register(_sweden(tmp_path))
    told = _told(tmp_path, f"Kadakas OÜ;;{HERE}", f"Enbusken Trading;;{THERE}", f"Tallen AB;{NUMBERS[1]};{THERE}")
    assert [(row.source.name, row.source.day.isoformat(), row.proposed_id) for row in told] == [
        ("RIK", "2026-11-30", CODES[0]),
        ("Bolagsverket", "2026-11-30", f"{NUMBERS[0][:6]}-{NUMBERS[0][6:]}"),
        ("Bolagsverket", "2026-11-30", None),
    ]
    assert told[2].since == "2024-05-31"


def test_persons_in_business_are_not_kept(tmp_path: Path) -> None:
    kept = add_register(_sweden(tmp_path))
    assert kept.facts is not None
    assert kept.facts.entries == len(IN_SWEDEN) - 1
    assert b"Ahola" not in kept.path.read_bytes()


def test_either_writing_is_read(tmp_path: Path) -> None:
    add_register(_sweden(tmp_path, [swedish(NUMBERS[0], "Åkerbärsgården AB")], "iso-8859-1"))
    index = CompanyIndex(index_path(data_folder(), RegisterKind.BOLAGSVERKET))
    assert index.companies([int(NUMBERS[0])])[int(NUMBERS[0])].name == "Åkerbärsgården AB"
    index.close()


@pytest.mark.parametrize(
    "lines",
    [
        [ESTONIAN],
        [ESTONIAN.replace("ettevotja_staatus;", "staatus;"), *IN_ESTONIA],
        [ESTONIAN, *IN_ESTONIA, "Kadakas OÜ;12"],
        [ESTONIAN, *(row.replace(";", ",") for row in IN_ESTONIA)],
        [ESTONIAN, *(estonian("1234567", "Vale OÜ") for _ in range(9))],
    ],
)
def test_a_table_that_does_not_fit_is_refused_and_a_good_one_stays(tmp_path: Path, lines: list[str]) -> None:
    add_register(_estonia(tmp_path))
    with pytest.raises(Problem):
        add_register(_file(tmp_path, "ettevotja_rekvisiidid__lihtandmed.csv", lines))
    (kept,) = kept_registers(data_folder())
    assert kept.facts is not None
    assert kept.facts.entries == len(IN_ESTONIA)


def test_a_cut_zip_is_refused(tmp_path: Path) -> None:
    path = _estonia(tmp_path)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(FileProblem):
        add_register(path)
    assert kept_registers(data_folder()) == ()
