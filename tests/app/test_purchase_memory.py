"""What lists of purchases said is kept with the register: it counts in the next analysis and next month."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tikissa.analysis.analyse import analyse
from tikissa.app.purchase_memory import bought_before, kept_text
from tikissa.app.session import Session
from tikissa.files.reader import read
from tikissa.model.analysis import RecordKeys
from tikissa.model.bought import Bought, BoughtByLists
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Register

TODAY = date(2026, 12, 1)
CUSTOMERS = "Asiakasnro;Nimi;Puhelin;Viimeisin osto\n1001;Korpi Aino;0401234567;3.2.2009\n1002;Salo Oy;;4.2.2009\n"


def bought(record: int, first: date, last: date, count: int, total: int) -> Bought:
    return Bought(RecordId(record), first, last, count, total * 10_000, 0, None)


def of_list(name: str, *customers: Bought) -> BoughtByLists:
    return BoughtByLists({each.record: each for each in customers}, (name,), "EUR")


@pytest.fixture
def register(tmp_path: Path) -> Register:
    path = tmp_path / "asiakkaat.csv"
    path.write_text(CUSTOMERS, "utf-8")
    return read(path)


@pytest.fixture
def session(register: Register, tmp_path: Path) -> Iterator[Session]:
    opened = Session(register.source.path, register, tmp_path / "data")
    opened.take_analysis(analyse(register, opened.settings(TODAY)))
    yield opened
    opened.close()


def stale_rows(session: Session) -> list[int]:
    found = analyse(session.register, session.settings(TODAY))
    return [session.register.row(retire.record) for retire in found.retires if retire.reasons[0].code == "contact.old"]


def test_who_bought_lately_by_the_list_is_not_worth_checking_for_it(session: Session) -> None:
    assert stale_rows(session) == [2, 3]
    recent = of_list("laskut.csv", bought(0, date(2020, 1, 1), date(2026, 11, 1), 3, 120))
    session.purchases.keep(recent, session.analysis.keys)
    assert stale_rows(session) == [3]
    session.purchases.forget()
    assert stale_rows(session) == [2, 3]


def test_nothing_is_kept_of_a_customer_who_is_erased(session: Session) -> None:
    both = of_list("laskut.csv", bought(0, TODAY, TODAY, 1, 50), bought(1, TODAY, TODAY, 2, 70))
    session.purchases.keep(both, session.analysis.keys)
    session.erase(session.erasing([RecordId(0)]), None)
    assert {each.count for each in session.purchases.bought(session.register).customers.values()} == {2}
    assert "1001" not in str(session.note("purchases"))


def test_next_months_version_of_the_register_has_them_too(session: Session, tmp_path: Path) -> None:
    session.purchases.keep(of_list("laskut.csv", bought(0, TODAY, TODAY, 1, 50)), session.analysis.keys)
    session.close()
    path = tmp_path / "asiakkaat.csv"
    path.write_text(CUSTOMERS + "1003;Uusi Asiakas;0507654321;1.12.2026\n", "utf-8")
    later = Session(path, read(path), tmp_path / "data")
    assert later.settings(TODAY).bought.customers[RecordId(0)].sum_all == 500_000
    later.close()


def test_a_list_of_other_days_adds_to_the_last_and_one_of_the_same_days_takes_its_place(register: Register) -> None:
    keys = RecordKeys((RecordKey("n:1001"), RecordKey("n:1002")))
    october = of_list("10.csv", bought(0, date(2026, 10, 1), date(2026, 10, 30), 2, 20))
    november = of_list("11.csv", bought(0, date(2026, 11, 1), date(2026, 11, 30), 1, 5))
    mended = of_list("11 uusi.csv", bought(0, date(2026, 11, 2), date(2026, 11, 30), 1, 7))
    note = kept_text(kept_text(kept_text(None, october, keys), november, keys), mended, keys)
    together = bought_before(note, register)
    assert together.files == ("10.csv", "11 uusi.csv")
    (aino,) = together.customers.values()
    assert (aino.first, aino.last, aino.count) == (date(2026, 10, 1), date(2026, 11, 30), 3)
    assert aino.sum_all == 270_000


def test_nothing_kept_is_nothing_bought(register: Register) -> None:
    assert bought_before(None, register).customers == {}
