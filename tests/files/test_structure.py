"""Where the register is on a sheet: titles above it, headers, totals below, and what its columns are called."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from files.makers import row_xml, sheet_xml, table_rows, text_cell, workbook
from files.reading import codes_of, names_of, parsed, rows_of
from tikissa.model.register import Reading, Register

MÄKI = ("Mäki Liisa", "040 123 4567", "liisa@example.fi")
KOSKI = ("Koski Åke", "050 765 4321", "ake@example.fi")
HEADER = ("Nimi", "Puhelin", "Sähköposti")


def _read(tmp_path: Path, *rows: Sequence[str], header_row: int | None = None) -> Register:
    path = workbook(tmp_path / "r.xlsx", {"Asiakkaat": sheet_xml(table_rows(rows))})
    return parsed(path, Reading(header_row=header_row))


def test_titles_above_the_header_are_no_customers(tmp_path: Path) -> None:
    register = _read(tmp_path, ["Asiakasrekisteri 2024"], ["Tulostettu 1.2.2024", "Liisa"], [], HEADER, MÄKI, KOSKI)
    assert (register.source.header_row, rows_of(register)) == (4, [list(MÄKI), list(KOSKI)])


def test_a_few_known_headers_name_the_columns_of_a_table_however_wide(tmp_path: Path) -> None:
    wide = (*HEADER, "Postinumero", "Paikkakunta", *(f"Vuosi {year}" for year in range(1990, 2030)))
    rows = [(*customer, "00100", "Helsinki", *["1"] * 40) for customer in (MÄKI, KOSKI)]
    register = _read(tmp_path, wide, *rows)
    assert register.source.header_row == 1
    assert names_of(register)[:3] == list(HEADER)


def test_without_a_header_the_first_customer_is_kept_and_the_user_is_told(tmp_path: Path) -> None:
    register = _read(tmp_path, MÄKI, KOSKI)
    assert (register.source.header_row, names_of(register)) == (None, ["A", "B", "C"])
    assert rows_of(register) == [list(MÄKI), list(KOSKI)]
    assert codes_of(register) == {"file.no_header"}


def test_the_users_word_that_there_is_no_header_is_not_questioned(tmp_path: Path) -> None:
    register = _read(tmp_path, HEADER, MÄKI, header_row=0)
    assert (len(register), register.source.header_row, codes_of(register)) == (2, None, set())


def test_the_users_word_on_the_header_row_counts(tmp_path: Path) -> None:
    register = _read(tmp_path, HEADER, MÄKI, KOSKI, header_row=2)
    assert (names_of(register), rows_of(register)) == (list(MÄKI), [list(KOSKI)])


def test_a_header_in_a_language_nobody_listed_is_known_by_what_stands_below(tmp_path: Path) -> None:
    register = _read(tmp_path, ["Vevő", "Szám", "Levél"], MÄKI, KOSKI)
    assert names_of(register) == ["Vevő", "Szám", "Levél"]


def test_a_register_of_one_column_has_its_header(tmp_path: Path) -> None:
    register = _read(tmp_path, ["Sähköposti"], ["liisa@example.fi"], ["ake@example.fi"])
    assert (names_of(register), len(register)) == (["Sähköposti"], 2)


def test_a_header_on_two_rows_is_read_as_one(tmp_path: Path) -> None:
    register = _read(tmp_path, ["Asiakas", "Yhteystiedot", ""], ["Nimi", "Puhelin", "Sähköposti"], MÄKI, KOSKI)
    assert names_of(register) == ["Asiakas Nimi", "Yhteystiedot Puhelin", "Sähköposti"]
    assert (register.source.header_row, codes_of(register)) == (2, {"file.two_row_header"})


def test_a_row_of_totals_is_no_customer(tmp_path: Path) -> None:
    register = _read(tmp_path, HEADER, MÄKI, KOSKI, ["Yhteensä", "2"])
    assert (len(register), codes_of(register)) == (2, {"file.totals_row"})


def test_a_customer_whose_name_begins_like_a_total_stays(tmp_path: Path) -> None:
    register = _read(tmp_path, HEADER, MÄKI, ("Summa Oy", "040 1", "summa@example.fi"))
    assert len(register) == 2


def test_a_blank_or_repeated_header_is_called_by_its_letter(tmp_path: Path) -> None:
    register = _read(tmp_path, ["Nimi", "", "Puhelin", "Puhelin"], ["Mäki", "x", "040 1", "050 2"])
    assert names_of(register) == ["Nimi", "B", "Puhelin", "D"]


def test_a_header_that_is_the_letter_of_another_column_is_called_by_its_own(tmp_path: Path) -> None:
    register = _read(tmp_path, ["B", "", "Puhelin"], ["Mäki", "x", "040 1"])
    assert names_of(register) == ["A", "B", "Puhelin"]


def test_blanks_in_a_header_are_collapsed_and_the_header_kept_as_it_was(tmp_path: Path) -> None:
    column = _read(tmp_path, ["Nimi", " Puhelin\nkotiin "], ["Mäki", "040 1"]).columns[1]
    assert (column.name, column.header, column.letter) == ("Puhelin kotiin", " Puhelin\nkotiin ", "B")


def test_blank_rows_are_no_customers_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    register = _read(tmp_path, HEADER, MÄKI, [], ["", " "], KOSKI)
    assert list(register.row_numbers) == [2, 5]


def test_an_empty_column_is_left_out_and_one_with_only_a_header_is_kept(tmp_path: Path) -> None:
    register = _read(tmp_path, ["Nimi", "", "Puhelin", "Huom"], ["Mäki", "", "040 1"])
    assert [column.letter for column in register.columns] == ["A", "C", "D"]


def test_tables_side_by_side_are_named(tmp_path: Path) -> None:
    header = ["Nimi", "Puhelin", "", "Nimi", "Puhelin"]
    register = _read(tmp_path, header, ["Mäki", "040 1", "", "Koski", "050 2"])
    assert codes_of(register) == {"file.side_by_side"}


@pytest.mark.parametrize("columns", [1, 27, 703])
def test_every_column_has_the_letter_excel_gives_it(columns: int, tmp_path: Path) -> None:
    letters = {1: "A", 27: "AA", 703: "AAA"}
    cells = [text_cell(f"{letters[columns]}{row}", text) for row, text in ((1, "Nimi"), (2, "Mäki"))]
    rows = row_xml(1, cells[:1]) + row_xml(2, cells[1:])
    register = parsed(workbook(tmp_path / "r.xlsx", {"A": sheet_xml(rows)}))
    assert register.columns[0].letter == letters[columns]


def test_group_names_above_columns_of_the_same_name_part_them(tmp_path: Path) -> None:
    groups = ["", "Laskutus", "", "Toimitus", ""]
    names = ["Nimi", "Katu", "Postinumero", "Katu", "Postinumero"]
    register = _read(tmp_path, groups, names, ["Mäki", "Koivutie 1", "00100", "Kuusitie 2", "02150"])
    assert names_of(register) == [
        "Nimi",
        "Laskutus Katu",
        "Laskutus Postinumero",
        "Toimitus Katu",
        "Toimitus Postinumero",
    ]


def test_a_title_of_two_cells_right_above_the_header_is_no_part_of_it(tmp_path: Path) -> None:
    register = _read(tmp_path, ["Kampaamo Tähti", "Tulosti Liisa"], HEADER, MÄKI, KOSKI)
    assert names_of(register) == list(HEADER)


def test_another_sheet_with_the_same_columns_is_named_and_can_be_chosen(tmp_path: Path) -> None:
    rows = sheet_xml(table_rows([HEADER, *[MÄKI, KOSKI] * 5]))
    prices = sheet_xml(table_rows([("Tuote", "Hinta"), ("Lapio", "12"), ("Harava", "9")]))
    path = workbook(
        tmp_path / "r.xlsx", {"2025": rows, "2024": sheet_xml(table_rows([HEADER, MÄKI, KOSKI])), "Hinnat": prices}
    )
    register = parsed(path)
    assert [finding.arguments for finding in register.findings] == [("2025", "2024")]
    assert codes_of(register) == {"file.other_sheets"}
    assert codes_of(parsed(path, Reading(sheet="2024"))) == set()


OTHERS = (("Nyman Eva", "040 111 2222", "eva@example.fi"), ("Lehto Aki", "050 333 4444", "aki@example.fi"))


def test_of_two_tables_below_each_other_the_first_is_the_register(tmp_path: Path) -> None:
    below = ([], ["Toimittajat"], ("Nimi", "Puhelin", "Sähköposti"), *OTHERS)
    register = _read(tmp_path, HEADER, MÄKI, KOSKI, *OTHERS, *below)
    assert (register.source.header_row, rows_of(register)[0]) == (1, list(MÄKI))
    assert codes_of(register) == {"file.second_table"}
    assert next(finding.arguments for finding in register.findings) == ("8",)


def test_another_table_below_is_told_though_its_columns_are_others(tmp_path: Path) -> None:
    below = ([], ["Tuote", "Hinta"], ["Sampoo", "12,50"], ["Hoitoaine", "9,90"])
    assert codes_of(_read(tmp_path, HEADER, MÄKI, KOSKI, *below)) == {"file.second_table"}


@pytest.mark.parametrize("last", [("Nyman Eva", "", ""), ("Nyman Eva", "ei ole", "ei ole"), OTHERS[0]])
def test_customers_below_an_empty_row_are_no_table_of_their_own(tmp_path: Path, last: Sequence[str]) -> None:
    register = _read(tmp_path, HEADER, MÄKI, KOSKI, [], last, OTHERS[1])
    assert (len(register), codes_of(register)) == (4, set())


CODED = ("Nimi", "Katuosoite", "Postinumero", "Postitoimipaikka", "Puhelin")
CUSTOMERS = (
    ("Ojala Siiri", "Koivukuja 7", "00420", "Helsinki", "040 512 3341"),
    ("Uusitalo Aapo", "Rantatie 19", "00690", "Helsinki", "044 718 2290"),
    ("Kivelä Venla", "Puistotie 2", "40100", "Jyväskylä", "050 667 1245"),
    ("Autio Niilo", "Satamakatu 15", "40100", "Jyväskylä", "045 220 6718"),
    ("Aho Saima", "Kirkkokatu 3", "28100", "Pori", "040 881 0023"),
    ("Ek Oskar", "Torikatu 9", "28100", "Pori", "050 441 2297"),
)


@pytest.mark.parametrize(
    ("upper", "lower", "names"),
    [
        (
            ["Asiakas", "", "Osoite", "", "", "Puhelin", "", "Sähköposti"],
            ["numero", "nimi", "katu", "numero", "kaupunki", "koti", "työ", ""],
            [
                "Asiakas numero",
                "Asiakas nimi",
                "Osoite katu",
                "Osoite numero",
                "Osoite kaupunki",
                "Puhelin koti",
                "Puhelin työ",
                "Sähköposti",
            ],
        ),
        (
            ["Kund", "", "Adress", "", "", "Telefon", "", "E-post"],
            ["nummer", "namn", "gata", "postnummer", "ort", "hem", "arbete", ""],
            [
                "Kund nummer",
                "Kund namn",
                "Adress gata",
                "Adress postnummer",
                "Adress ort",
                "Telefon hem",
                "Telefon arbete",
                "E-post",
            ],
        ),
        (
            ["Customer", "", "Address", "", "", "Phone", "", "Email"],
            ["number", "name", "street", "postcode", "city", "home", "work", ""],
            [
                "Customer number",
                "Customer name",
                "Address street",
                "Address postcode",
                "Address city",
                "Phone home",
                "Phone work",
                "Email",
            ],
        ),
    ],
)
def test_a_header_whose_lower_row_names_what_the_upper_one_only_groups_is_one_header(
    upper: list[str], lower: list[str], names: list[str], tmp_path: Path
) -> None:
    rows = [
        ["1000", "Ojala Siiri", "Koivukuja 7", "00420", "Helsinki", "040 512 3341", "", "siiri@example.fi"],
        ["1001", "Aho Saima", "Rantatie 19", "20540", "Turku", "044 718 2290", "02 469 1120", "saima@example.fi"],
        ["1002", "Ek Oskar", "Torikatu 9", "28100", "Pori", "050 441 2297", "", "oskar@example.fi"],
    ]
    register = _read(tmp_path, upper, lower, *rows)
    assert (names_of(register), register.source.header_row) == (names, 2)
    assert rows_of(register) == rows


def test_a_first_customer_below_a_header_with_blanks_is_no_second_header(tmp_path: Path) -> None:
    rows = [["Ojala", "kanta", "040 512 3341"], ["Aho", "uusi", "044 718 2290"], ["Ek", "kanta", "050 441 2297"]]
    assert rows_of(_read(tmp_path, ["Nimi", "", "Puhelin"], *rows)) == rows


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Alue 1: Helsinki", "Alue 2: Jyväskylä"),
        ("Helsinki", "Jyväskylä"),
        ("== VIP ==", "== Muut =="),
        ("Kanta-asiakkaat", "Uudet asiakkaat"),
        ("Område Syd", "Område Norr"),
        ("2023", "2024"),
        ("Ryhmä A", "Ryhmä B"),
        ("Myyjä: Liisa", "Myyjä: Åke"),
    ],
)
def test_headings_of_groups_are_told_and_are_no_customers(first: str, second: str, tmp_path: Path) -> None:
    register = _read(tmp_path, CODED, [first], *CUSTOMERS[:2], [second], *CUSTOMERS[2:])
    assert rows_of(register) == [list(row) for row in CUSTOMERS]
    assert list(register.row_numbers) == [3, 4, 6, 7, 8, 9]
    assert [(found.code, found.arguments) for found in register.findings] == [("file.group_rows", ("2, 5",))]


@pytest.mark.parametrize("name", ["Laine Outi", "Kunta Oy", "Total Kiinteistöt Oy", "Suomen Asiakkaat ry", "Ring AB"])
def test_a_customer_of_whom_only_the_name_is_known_stays_one(name: str, tmp_path: Path) -> None:
    register = _read(tmp_path, CODED, *CUSTOMERS[:2], [name], *CUSTOMERS[2:])
    assert len(register) == 7


@pytest.mark.parametrize(
    "total", [["Yhteensä", "2"], ["Helsinki yhteensä", "", "", "", "2"], ["Välisumma", "1 234,50 €"], ["Delsumma:"]]
)
def test_subtotals_between_the_rows_are_told_and_are_no_customers(total: list[str], tmp_path: Path) -> None:
    register = _read(tmp_path, CODED, *CUSTOMERS[:3], total, *CUSTOMERS[3:], ["Yhteensä", "6"])
    assert rows_of(register) == [list(row) for row in CUSTOMERS]
    assert codes_of(register) == {"file.subtotal_rows", "file.totals_row"}


@pytest.mark.parametrize("name", ["Arkisto", "Arkiv", "Archive 2", "Yhdistetyt ja arkistoidut rivit"])
def test_the_sheet_of_what_was_archived_is_no_other_register_next_month(tmp_path: Path, name: str) -> None:
    few, many = sheet_xml(table_rows([HEADER, MÄKI, KOSKI])), sheet_xml(table_rows([HEADER, *[MÄKI, KOSKI] * 9]))
    register = parsed(workbook(tmp_path / "r.xlsx", {"Asiakkaat": few, name: many}))
    assert register.source.sheet == "Asiakkaat"
    assert codes_of(register) == set()
    assert parsed(tmp_path / "r.xlsx", Reading(sheet=name)).source.sheet == name
