"""The trade register's open file becomes an index, and no bad file ever takes a good one's place."""

import json
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tikissa.app.folders import data_folder
from tikissa.app.open_registers import add_register
from tikissa.model.companies import Company
from tikissa.model.problems import Cancelled, Problem
from tikissa.open_registers.json_stream import NotAnArray, objects_of
from tikissa.open_registers.keys import house_key, name_key
from tikissa.open_registers.prh import company_of
from tikissa.open_registers.register_kinds import RegisterKind
from tikissa.store.open_registers.company_index import CompanyIndex
from tikissa.store.open_registers.shelf import index_path, kept_registers, take_away
from trade_register import address_of, bulk_file, business_id_of, company_record, many, name_of

FIRM = company_record(
    business_id_of(8_100_000),
    [name_of("Lumme Leipä", "3"), name_of("Lummeleipä Oy", ended="2020-05-31"), name_of("Lumme Leipomot Oy")],
    [address_of("Sahantie", "7", "33100", "Tampere", swedish="Tammerfors"), address_of("", "", "", "", 2)],
    [{"type": "KONK", "registrationDate": "2026-03-27"}, {"type": "SANE", "registrationDate": "x", "endDate": "y"}],
)


def _index() -> CompanyIndex:
    return CompanyIndex(index_path(data_folder(), RegisterKind.PRH))


def _firm() -> Company:
    number = int(FIRM["businessId"]["value"].replace("-", ""))
    with closing(_index()) as index:
        return index.companies([number])[number]


def test_a_company_comes_out_of_the_index_as_it_went_in(tmp_path: Path) -> None:
    kept = add_register(bulk_file(tmp_path, [*many(50), FIRM]))
    assert kept.facts is not None
    assert (kept.facts.day, kept.facts.entries) == (date(2026, 11, 30), 51)
    firm = _firm()
    assert firm == company_of(FIRM)
    assert firm.name == "Lumme Leipomot Oy"
    assert firm.address.street == "Sahantie 7"
    assert firm.address.towns == ("TAMPERE", "TAMMERFORS")
    assert [situation.code for situation in firm.situations] == ["KONK"]


def test_a_company_is_found_by_any_of_its_names_and_by_its_house(tmp_path: Path) -> None:
    add_register(bulk_file(tmp_path, [*many(50), FIRM]))
    number = _firm().number
    with closing(_index()) as index:
        for name in ("LUMMELEIPÄ", "Lumme-Leipomot oy", "Lumme Leipä", "Oy Lummeleipä Ab"):
            assert number in index.named([name_key(name)])[name_key(name)]
        house = house_key("sahantie 7 A 3", "33100")
        assert index.housed([house])[house] == (number,)


@pytest.mark.parametrize("shape", [json.dumps, lambda records: json.dumps({"companies": records}, indent=1)])
def test_the_array_may_stand_alone_or_in_an_object_and_need_not_be_packed(tmp_path: Path, shape: object) -> None:
    path = tmp_path / "data_20261130.json"
    assert callable(shape)
    path.write_text(shape([*many(20), FIRM]), encoding="utf-8")
    add_register(path)
    assert _firm().number


def test_what_is_null_is_what_is_missing() -> None:
    nulls = FIRM | {"endDate": None, "companySituations": None, "website": None, "lastModified": "2024-11-21 01:49:24"}
    nulls["names"] = [name | {"endDate": name.get("endDate")} for name in FIRM["names"]]
    company, plain = company_of(nulls), company_of(FIRM)
    assert company is not None
    assert plain is not None
    assert company == plain._replace(situations=())


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)))
def test_no_strange_value_in_any_place_of_a_record_is_more_than_missing(value: object) -> None:
    for field in FIRM:
        company = company_of(FIRM | {field: value})
        assert company is None or company.business_id == FIRM["businessId"]["value"]


def _zip_of(path: Path, members: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def _bad_files(folder: Path) -> dict[str, Path]:
    whole = bulk_file(folder, many(500), "20261201")
    text = json.dumps(many(500))
    cut = folder / "cut.zip"
    cut.write_bytes(whole.read_bytes()[:-600])
    flipped = bytearray(whole.read_bytes())
    flipped[len(flipped) // 2] ^= 0xFF
    (folder / "flipped.zip").write_bytes(flipped)
    page = folder / "all_companies_20261202.zip"
    page.write_text("<html>Log in to this network</html>", encoding="utf-8")
    return {
        "cut": cut,
        "one byte wrong": folder / "flipped.zip",
        "cut inside": _zip_of(folder / "inside.zip", {"data.json": text[: len(text) // 2]}),
        "empty array": _zip_of(folder / "empty.zip", {"data.json": "[]"}),
        "two members": _zip_of(folder / "two.zip", {"a.json": text, "b.json": text}),
        "another array": _zip_of(folder / "other.zip", {"data.json": json.dumps([{"a": 1}] * 3000)}),
        "an object": _zip_of(folder / "object.zip", {"data.json": json.dumps({"companies": {"a": 1}})}),
        "not utf-8": _zip_of(folder / "latin.zip", {"data.json": "[]"}),
        "few": bulk_file(folder, many(3), "20261203"),
        "a web page": page,
    }


def test_no_bad_file_takes_the_place_of_a_good_index(tmp_path: Path) -> None:
    add_register(bulk_file(tmp_path, [*many(500), FIRM]))
    before = index_path(data_folder(), RegisterKind.PRH).read_bytes()
    for name, path in _bad_files(tmp_path).items():
        with pytest.raises(Problem):
            add_register(path)
        assert index_path(data_folder(), RegisterKind.PRH).read_bytes() == before, name
    assert [each.name for each in index_path(data_folder(), RegisterKind.PRH).parent.iterdir()] == ["prh.index"]


def test_stopping_in_the_middle_leaves_what_there_was(tmp_path: Path) -> None:
    add_register(bulk_file(tmp_path, [*many(50), FIRM]))

    class Stops:
        def report(self, stage: str, done: int, total: int) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        add_register(bulk_file(tmp_path, many(2500), "20261205"), Stops())
    assert _firm().number
    assert len([*index_path(data_folder(), RegisterKind.PRH).parent.iterdir()]) == 1


def test_a_damaged_index_is_told_and_can_be_taken_away(tmp_path: Path) -> None:
    add_register(bulk_file(tmp_path, many(20)))
    path = index_path(data_folder(), RegisterKind.PRH)
    path.write_bytes(b"not an index" * 100)
    (kept,) = kept_registers(data_folder())
    assert kept.facts is None
    assert take_away(data_folder(), RegisterKind.PRH)
    assert kept_registers(data_folder()) == ()
    assert not take_away(data_folder(), RegisterKind.PRH)


class _Pieces:
    """Gives a text in pieces as short as wished."""

    def __init__(self, content: bytes, size: int) -> None:
        self._content, self._size, self._place = content, size, 0

    def read(self, size: int, /) -> bytes:
        piece = self._content[self._place : self._place + min(size, self._size)]
        self._place += len(piece)
        return piece


@given(
    st.lists(st.dictionaries(st.text(max_size=4), st.text(max_size=8) | st.integers(), max_size=3), max_size=6),
    st.integers(20, 60),
)
def test_an_array_is_read_the_same_in_pieces_of_any_length(records: list[dict[str, object]], size: int) -> None:
    content = json.dumps(records, ensure_ascii=False).encode()
    assert [*objects_of(_Pieces(content, size))] == records
    for cut in range(1, len(content)):
        with pytest.raises(NotAnArray):
            [*objects_of(_Pieces(content[:-cut], size))]
