"""The ids that came with the program say who stood in the trade register on their day, without any file."""

import lzma
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY
from tikissa.analysis.analyse import analyse
from tikissa.app.company_check import check_companies, with_open_registers
from tikissa.app.open_registers import add_register
from tikissa.files.reader import read
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.companies import CompanyRow
from tikissa.open_registers.id_set import ids_in, packed_ids
from trade_register import address_of, bulk_file, business_id_of, company_record, many, name_of

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "build_scripts"))
from refresh_reference import trade_register_ids

DAY = date(2026, 11, 30)
THERE, GONE, YOUNG = business_id_of(8_200_000), business_id_of(8_200_100), business_id_of(8_900_100)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    path = tmp_path / "trade_register_ids.bits"
    numbers = (int(each.replace("-", "")) for each in (THERE, business_id_of(8_900_000)))
    path.write_bytes(packed_ids(numbers, DAY))
    return path


def _analysed(
    folder: Path, rows: Sequence[str], headers: str = "Nro;Yritys;Y-tunnus;Katuosoite;Postinumero"
) -> Analysis:
    path = folder / "asiakkaat.csv"
    numbered = (f"{place};{row}" for place, row in enumerate(rows))
    path.write_text("\n".join((headers, *numbered)), encoding="utf-8")
    return analyse(read(path), Settings(today=TODAY))


def _told(folder: Path, shipped: Path, *rows: str, headers: str = "Nro;Yritys;Y-tunnus") -> list[CompanyRow]:
    return [*check_companies(_analysed(folder, rows, headers), shipped=shipped).rows]


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> pytest.TempPathFactory:
    return tmp_path_factory


@given(st.sets(st.integers(0, 9_999_999), min_size=1, max_size=60), st.integers(0, 9_999_999))
def test_each_id_and_no_other_is_in_the_set(
    tmp_path_factory: pytest.TempPathFactory, places: set[int], other: int
) -> None:
    path = tmp_path_factory.mktemp("ids") / "ids.bits"
    path.write_bytes(packed_ids((place * 10 + 3 for place in places), DAY))
    ids = ids_in(path)
    assert ids is not None
    assert (ids.day, ids.count, ids.newest) == (DAY, len(places), max(places) * 10 + 9)
    assert all(ids.holds(place * 10 + check) for place in places for check in (0, 9))
    assert ids.holds(other * 10) == (other in places)


def test_a_file_of_all_companies_is_small() -> None:
    numbers = (number * 10 for number in range(100, 9_999_900, 22))
    assert len(packed_ids(numbers, DAY)) < 400_000


def test_who_was_not_there_is_told_with_the_day(tmp_path: Path, shipped: Path) -> None:
    there, gone = _told(tmp_path, shipped, f"Lumme Oy;{THERE}", f"Kadonnut Oy;{GONE}")
    assert (there.verdict, there.reasons) == ("unknown", ("company.listed",))
    assert (gone.verdict, gone.reasons, gone.source.day) == ("not_in_register", ("company.not_in_register",), DAY)


@pytest.mark.parametrize(
    "row",
    [
        *(f"Tmi Aino Ahola;{GONE}", f"Kalevan Pyöräilijät ry;{GONE}", f"Tampereen kaupunki;{GONE}", f"Aino;{GONE}"),
        *(f"Nuori Oy;{YOUNG}", "Outo Oy;SE556036079301", "Väärä Oy;1234567-0", "Tunnukseton Oy;"),
    ],
)
def test_of_others_it_says_nothing(tmp_path: Path, shipped: Path, row: str) -> None:
    told, _ = _told(tmp_path, shipped, row, f"Lumme Oy;{THERE}")
    assert told.verdict == "unknown"


def test_of_a_company_abroad_it_says_nothing(tmp_path: Path, shipped: Path) -> None:
    rows = (f"Kadonnut Oy;{GONE};Viro", f"Lumme Oy;{THERE};Suomi")
    told, _ = _told(tmp_path, shipped, *rows, headers="Nro;Yritys;Y-tunnus;Maa")
    assert (told.verdict, told.reasons) == ("unknown", ("company.abroad",))


def test_the_first_analysis_counts_them_and_has_them_checked(tmp_path: Path, shipped: Path) -> None:
    rows = [f"Lumme Oy;{THERE}", f"Kadonnut Oy;{GONE}", f"Hukattu Oy;{business_id_of(8_300_000)}"]
    told = with_open_registers(_analysed(tmp_path, rows), shipped=shipped)
    counted = told.profile.open_registers
    assert counted is not None
    assert (counted.told.code, counted.told.arguments) == ("companies.counted_ids", ("3", "2", "PRH", "30.11.2026"))
    assert {int(each.record) for each in told.retires if each.reasons[0].code == "company.not_in_register"} == {1, 2}
    assert not counted.is_old(date(2027, 11, 30))
    assert counted.is_old(date(2027, 12, 2))


def test_the_registers_own_file_goes_before_it(tmp_path: Path, shipped: Path) -> None:
    back = company_record(GONE, [name_of("Kadonnut Oy")], [address_of("Sahantie", "7", "33100", "Tampere")])
    add_register(bulk_file(tmp_path, [back, *many(40)]))
    (told,) = _told(tmp_path, shipped, f"Kadonnut Oy;{GONE}")
    assert told.verdict == "in_force"


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"nothing", b"tikissa trade register ids 1\n{}\n", b"\x00" * 5000),
        b'tikissa trade register ids 1\n{"day": "2026-11-30", "count": 5}\n' + lzma.compress(bytes(1_250_000)),
        b'tikissa trade register ids 1\n{"day": "2026-11-30", "count": 0}\n' + lzma.compress(bytes(9)),
    ],
)
def test_without_the_set_or_with_a_damaged_one_nothing_is_said(tmp_path: Path, shipped: Path, content: bytes) -> None:
    damaged = tmp_path / "other.bits"
    damaged.write_bytes(content)
    cut = tmp_path / "cut.bits"
    cut.write_bytes(shipped.read_bytes()[:-20])
    for path in (damaged, cut, tmp_path / "none.bits"):
        assert _told(tmp_path, path, f"Kadonnut Oy;{GONE}") == []


def test_the_release_makes_the_set_of_those_who_are_there_and_none_of_a_file_that_is_not_whole(tmp_path: Path) -> None:
    ended = company_record(GONE, [name_of("Pilvi Oy", ended="2021-12-31")], status="4", ended="2021-12-31")
    bulk, target = bulk_file(tmp_path, [ended, *many(40)]), tmp_path / "made.bits"
    for few, content in ((300, bulk.read_bytes()), (1, bulk.read_bytes()[:-50])):
        bulk.write_bytes(content)
        with pytest.raises(SystemExit):
            trade_register_ids(bulk, target, few)
        assert not target.exists()
    trade_register_ids(bulk_file(tmp_path, [ended, *many(40)]), target, 1)
    ids = ids_in(target)
    assert ids is not None
    assert (ids.count, ids.day, ids.holds(int(GONE.replace("-", "")))) == (40, DAY, False)
