"""A list of purchases joined to a register: whose each line is, what each customer bought, what is told."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tikissa.files.reader import read
from tikissa.model.analysis import Settings
from tikissa.model.bought import Bought
from tikissa.model.problems import FileProblem
from tikissa.model.record import RecordId
from tikissa.purchases.purchases import Purchases, join_purchases
from tikissa.schema.detect import detect
from tikissa.text.money_parts import in_units

TODAY = date(2026, 12, 1)
CUSTOMERS = """Asiakasnro;Nimi;Y-tunnus;Katuosoite;Postinro;Postitoimipaikka;Puhelin;Sähköposti
001001;Korpi Aino;;Koivukuja 1;00990;Tupajärvi;040 000 0001;aino@korpi.test
001002;Salo Oy;0112038-9;Rantatie 3;33100;Tampere;040 000 0002;posti@salo.test
001003;Mäki Liisa;;Torikatu 2;00100;Helsinki;040 000 0003;perhe@maki.test
001004;Mäki Pekka;;Torikatu 2;00100;Helsinki;040 000 0004;perhe@maki.test
"""


def joined(
    folder: Path, lines: str, customers: str = CUSTOMERS, merged: Mapping[str, RecordId] | None = None
) -> Purchases:
    listed, register = folder / "laskut.csv", folder / "asiakkaat.csv"
    listed.write_text(lines, "utf-8")
    register.write_text(customers, "utf-8")
    known = read(register)
    return join_purchases(read(listed), known, detect(known), Settings(today=TODAY), merged or {})


def of(purchases: Purchases, row: int) -> Bought:
    return next(bought for bought in purchases.customers if purchases.register.row(bought.record) == row)


def sums(bought: Bought) -> tuple[str, str]:
    return str(in_units(bought.sum_all)), str(in_units(bought.sum_12_months))


def test_first_and_last_day_count_sums_and_rhythm_are_each_customers_own(tmp_path: Path) -> None:
    lines = "Laskunro;Asiakasnro;Laskupvm;Summa\n" + "".join(
        f"{number};{customer};{day};{sum_}\n"
        for number, customer, day, sum_ in (
            (1, "1001", "1.1.2025", "100,10"),
            (2, "1001", "11.1.2026", "0,05"),
            (3, "1001", "21.1.2026", "9,95"),
            (4, "001001", "31.1.2026", "20,00"),
            (5, "1003", "5.5.2026", "1 000,00"),
        )
    )
    purchases = joined(tmp_path, lines)
    aino = of(purchases, 2)
    assert (aino.first, aino.last, aino.count) == (date(2025, 1, 1), date(2026, 1, 31), 4)
    assert (sums(aino), aino.every_days) == (("130.10", "30.00"), 10)
    assert (purchases.lines, purchases.joined, purchases.by) == (5, 5, {"customer_number": 5})


def test_a_credit_note_takes_from_the_sum_and_is_no_purchase(tmp_path: Path) -> None:
    lines = (
        "Laskunro;Tyyppi;Asiakasnro;Laskupvm;Summa\n1;Lasku;1001;1.2.2026;100,00\n2;Hyvityslasku;1001;5.3.2026;40,00\n"
    )
    bought = of(joined(tmp_path, lines), 2)
    assert (bought.count, bought.last, sums(bought)[0]) == (1, date(2026, 2, 1), "60.00")


def test_each_line_goes_by_the_best_key_it_has(tmp_path: Path) -> None:
    lines = (
        "Laskunro;Asiakasnro;Asiakas;Y-tunnus;Puhelin;Sähköposti;Laskupvm;Summa\n"
        "1;1001;;;;;1.2.2026;1\n2;;;0112038-9;;;1.2.2026;1\n3;;;;;AINO@korpi.test;1.2.2026;1\n"
        "4;;;;+358400000002;;1.2.2026;1\n5;;Aino Korpi;;;;1.2.2026;1\n6;;Liisa Mäki;;;perhe@maki.test;1.2.2026;1\n"
        "7;;;;;perhe@maki.test;1.2.2026;1\n8;;Vieras Henkilö;;;;1.2.2026;1\n9;;;;;;1.2.2026;1\n"
    )
    purchases = joined(tmp_path, lines)
    assert purchases.by == {"customer_number": 1, "business_id": 1, "email": 2, "phone": 1, "matching": 1}
    assert {bought.record: bought.count for bought in purchases.customers} == {0: 3, 1: 2, 2: 1}
    assert [(each.line, each.reason) for each in purchases.unjoined] == [
        (8, "purchases.several_customers"),
        (9, "purchases.unknown_customer"),
        (10, "purchases.no_customer"),
    ]
    assert [purchases.list.row(record) for record in purchases.unknown] == [9]


def test_a_number_that_was_merged_away_leads_to_who_has_it_now(tmp_path: Path) -> None:
    lines = "Laskunro;Asiakasnro;Laskupvm;Summa\n1;1999;1.2.2026;10\n2;1001;1.2.2026;10\n"
    assert of(joined(tmp_path, lines, merged={"1999": RecordId(0)}), 2).count == 2


def test_numbers_of_another_program_do_not_join(tmp_path: Path) -> None:
    lines = "Tilausnro;Asiakasnro;Asiakas;Sähköposti;Tilauspvm;Summa\n" + "".join(
        f"{place};{number};{name};{email};1.2.2026;5\n"
        for place, (number, name, email) in enumerate(
            (
                ("1002", "Korpi Aino", "aino@korpi.test"),
                ("1003", "Salo Oy", "posti@salo.test"),
                ("1001", "Mäki Liisa", "perhe@maki.test"),
            )
        )
    )
    purchases = joined(tmp_path, lines)
    assert purchases.by == {"email": 3}
    assert {bought.record for bought in purchases.customers} == {0, 1, 2}
    assert "purchases.note_other_numbers" in [note.code for note in purchases.notes]


def test_totals_rows_days_to_come_failed_payments_and_other_currencies_are_told_and_not_counted(tmp_path: Path) -> None:
    lines = (
        "Laskunro;Asiakasnro;Pvm;Tila;Valuutta;Yhteensä;ALV\n1;1001;1.2.2026;maksettu;EUR;10,00;2,00\n"
        "2;1001;2.2.2026;maksettu;EUR;5,00;1,00\n3;1001;3.2.2026;peruttu;EUR;99,00;9,00\n"
        "4;1001;1.1.2027;maksettu;EUR;7,00;1,00\n5;1001;4.2.2026;maksettu;SEK;500,00;50,00\n"
        "Yhteensä;;;;;621,00;63,00\n"
    )
    purchases = joined(tmp_path, lines)
    assert sums(of(purchases, 2))[0] == "15.00"
    assert purchases.currencies == ("EUR", "SEK")
    assert {note.code for note in purchases.notes} >= {
        "purchases.not_done",
        "purchases.future",
        "purchases.note_currencies",
    }
    assert purchases.lines == 5


def test_the_rows_of_one_order_are_one_purchase(tmp_path: Path) -> None:
    lines = "Tilausnro;Asiakasnro;Tilauspvm;Tuote;Rivisumma\n7;1001;1.2.2026;Sakset;10,00\n7;1001;1.2.2026;Kampa;5,00\n"
    bought = of(joined(tmp_path, lines), 2)
    assert (bought.count, sums(bought)[0]) == (1, "15.00")


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (CUSTOMERS, "purchases.is_register"),
        ("Laskunro;Asiakasnro;Summa\n1;1001;5\n2;1001;6\n", "purchases.no_day"),
        ("Laskunro;Laskupvm;Summa\n1;1.2.2026;5\n2;2.2.2026;6\n", "purchases.no_way"),
    ],
)
def test_a_list_that_cannot_be_joined_is_one_sentence(lines: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as problem:
        joined(tmp_path, lines)
    assert problem.value.code == code


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["1001", "1002", "1003", "9999", ""]), st.integers(-9999, 99999)), min_size=1)
)
def test_what_is_joined_and_what_is_not_add_up_to_the_list(
    tmp_path_factory: pytest.TempPathFactory, bought: list[tuple[str, int]]
) -> None:
    rows = [f"{place};{number};1.2.2026;{cents / 100:.2f}" for place, (number, cents) in enumerate(bought, 1)]
    text = "Laskunro;Asiakasnro;Laskupvm;Summa\n1000;1001;1.2.2026;1.25\n" + "\n".join(rows) + "\n"
    purchases = joined(tmp_path_factory.mktemp("lists"), text)
    assert purchases.joined + len(purchases.unjoined) == purchases.lines == len(bought) + 1
    whole = in_units(purchases.sum_joined) + in_units(purchases.sum_unjoined)
    assert whole == Decimal(sum(cents for _, cents in bought) + 125) / 100
    assert sum(Decimal(sums(each)[0]) for each in purchases.customers) == in_units(purchases.sum_joined)
