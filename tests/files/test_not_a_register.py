"""What could be cut into lines but is no register is refused by its content; short lists and odd exports are read."""

import json
import random
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from files.makers import HEADER, ROWS, archive, csv_text
from files.reading import parsed, refusal, rows_of
from tikissa.model.problems import FileProblem
from tikissa.model.register import Reading

LETTER = """Hyvä asiakas,

kiitämme yhteydenotostasi ja pahoittelemme, että vastauksemme viipyi näin pitkään.
Olemme tarkistaneet laskusi ja todenneet, että siinä oli virhe, joka on nyt korjattu.
Uusi lasku lähetetään sinulle ensi viikolla, ja sen voi maksaa kuun loppuun mennessä.

Ystävällisin terveisin
Liisa Mäkinen
Asiakaspalvelu, Esimerkki Oy
"""
SWEDISH = "Hej!\n\nTack för att du hörde av dig till oss i går, det var trevligt att höra.\nVi återkommer i morgon.\n"
ENGLISH = "# Notes\n\nThis program reads files, and it writes them again when somebody asks for that.\n" * 5
ONE_LINE = "Muistathan, että kokous pidetään huomenna kello kymmenen, ja ota mukaan viime vuoden luvut."
CODE = """import csv
from pathlib import Path

def read(path):
    # avaa tiedosto
    with path.open() as file:
        return list(csv.reader(file))

class Reader:
    def __init__(self, name, other):
        self.name = name
"""
SCRIPT = 'function show(name) {\n  const text = "Hei " + name;\n  return text;\n}\nshow("Liisa");\n'
STYLES = "body {\n  color: red;\n}\n\n.nimi, .osoite {\n  margin: 0;\n}\n"
DUMP = "CREATE TABLE asiakas (id int);\n" + "INSERT INTO asiakas VALUES (1,'Liisa','Mäki');\n" * 20
CARDS = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Liisa Mäki\r\nTEL:0401234567\r\nEND:VCARD\r\n"
LOG = "".join(f"2026-01-01 12:00:{at:02} INFO started, part {at}\n" for at in range(30))
SETTINGS = "[main]\nlanguage = fi\nwidth=12\n\n; later\n[window]\nleft=0\n"


def _message() -> str:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "liisa@example.fi", "matti@example.fi", "Asiakkaat"
    message.set_content("Hei, liitteenä asiakkaat.")
    return message.as_string()


PEOPLE = [{"nimi": "Liisa Mäki", "puhelin": "040 123"}, {"nimi": "Matti Koivu", "puhelin": None}]
TEXTS = {
    "a letter": (LETTER, "file.is_running_text"),
    "a letter in Swedish": (SWEDISH, "file.is_running_text"),
    "notes in English": (ENGLISH, "file.is_running_text"),
    "one sentence": (ONE_LINE, "file.is_running_text"),
    "JSON": (json.dumps(PEOPLE, indent=2), "file.is_data"),
    "JSON on one line": (json.dumps({"asiakkaat": PEOPLE}), "file.is_data"),
    "JSON lines": ("".join(json.dumps(person) + "\n" for person in PEOPLE), "file.is_data"),
    "a list in JSON": (json.dumps(["Liisa", "Matti"]), "file.is_data"),
    "numbers in JSON": ("[1, 2, 3]", "file.is_data"),
    "XML": ('<?xml version="1.0"?>\n<asiakas>\n<nimi>Liisa</nimi>\n</asiakas>\n', "file.is_data"),
    "XML without a declaration": ("<asiakkaat>\n<nimi>Liisa</nimi>\n</asiakkaat>\n", "file.is_data"),
    "Python": (CODE, "file.is_code"),
    "JavaScript": (SCRIPT, "file.is_code"),
    "a style sheet": (STYLES, "file.is_code"),
    "a dump of a database": (DUMP, "file.is_code"),
    "a message": (_message(), "file.is_message"),
    "contact cards": (CARDS, "file.is_contact_cards"),
    "a log": (LOG, "file.not_a_register"),
    "settings": (SETTINGS, "file.not_a_register"),
    "one word": ("Moikka\n", "file.is_running_text"),
    "a note": ("Moi\nTuletko huomenna kahville?\nT. Siiri\n", "file.is_running_text"),
    "things to buy": ("Maito\nLeipä\nVoi\nKahvi\n", "file.is_running_text"),
    "days": ("ma\nti\nke\nto\n", "file.is_running_text"),
    "a recipe": ("Ainekset\n2 dl maitoa\n3 munaa\n200 g voita\n", "file.is_running_text"),
    "a contract": ("Sopimus\n\n1. Osapuolet\nMyyjä ja ostaja sopivat seuraavaa.\n\n2. Hinta\n", "file.is_running_text"),
    "halves of sentences": (
        "Moi Siiri, mitä kuuluu\nIhan hyvää, entä sinne\nKiitos hyvää, oikein hyvää\n",
        "file.is_running_text",
    ),
    "a log of a server": (
        '10.0.0.1 - - [10/Oct/2025:13:55:36 +0300] "GET / HTTP/1.1" 200 23\n' * 4,
        "file.is_running_text",
    ),
    "a log without days": (
        "12:00:01 INFO started\n12:00:02 ERROR failed, code 3\n12:00:03 INFO ended\n",
        "file.is_running_text",
    ),
    "a message copied": ("Lähettäjä: a@example.fi\nAihe: Tarjous\n\nHei,\n\ntässä tarjous.\n", "file.is_running_text"),
    "YAML": ("nimi: Siiri\nosoite:\n  katu: Katu 1\n  koodi: 00100\n", "file.is_running_text"),
    "lines that end in the same mark": ("start,\nstop,\nwait,\nmove left,\nmove right,\n", "file.is_running_text"),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_that_is_no_register_is_named(kind: str, encoding: str, tmp_path: Path) -> None:
    text, code = TEXTS[kind]
    path = tmp_path / "asiakkaat.txt"
    path.write_bytes(text.encode(encoding))
    assert refusal(path) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("a.xlsx", "file.not_a_workbook"), ("a.bin", "file.not_a_register"), ("a.csv", "file.not_a_register")],
)
@pytest.mark.parametrize("size", [200, 5000, 200_000])
def test_random_bytes_are_no_register_whatever_their_name(name: str, code: str, size: int, tmp_path: Path) -> None:
    path = tmp_path / name
    for seed in range(10):
        path.write_bytes(b"\x07" + random.Random(seed).randbytes(size))
        assert refusal(path) == code


def test_a_workbook_s_name_on_a_zip_without_a_workbook_is_told(tmp_path: Path) -> None:
    relations = {"_rels/.rels": b"<Relationships/>", "docProps/app.xml": b"<Properties/>"}
    assert refusal(archive(tmp_path / "a.xlsx", relations)) == "file.not_a_workbook"
    assert refusal(archive(tmp_path / "b.xlsx", {"kuva.png": b"\x89PNG"})) == "file.not_a_workbook"


def test_a_document_of_numbers_is_named(tmp_path: Path) -> None:
    assert refusal(archive(tmp_path / "a.numbers", {"Index/Document.iwa": b"\x00"})) == "file.is_numbers"


def test_a_message_of_outlook_is_named(tmp_path: Path) -> None:
    path = tmp_path / "viesti.msg"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "__substg1.0_0037".encode("utf-16-le") + bytes(64)
    )
    assert refusal(path) == "file.is_message"


LISTS = {
    "names": "Liisa Mäki\nMatti Koivu\nÅke Öhman\n",
    "names that begin small": "liisa mäki\nmatti koivu\nåke öhman\n",
    "companies": "Putki ja Pelti Oy\nKukkakauppa Ruusu ja Orvokki Ky\nHuolto Virtanen ja pojat Oy\n",
    "addresses": "liisa@example.fi\nmatti.koivu@example.fi\nake@example.fi\n",
    "telephone numbers": "040 123 4567\n050 765 4321\n+358 40 111 2222\n",
    "postal addresses": "Katu 1 A 2, 00100 Helsinki\nTie 5, 02150 Espoo\nPolku 7 as 3, 20100 Turku\n",
    "names under a header": "Nimi\nLiisa Mäki\nMatti Koivu\n",
    "one row of a table": "Nimi;Puhelin;Huomautus\nLiisa Mäki;040 123;soitti ja haluaa tarjouksen uudesta katosta\n",
    "notes with commas": "Nimi,Huomautus\nLiisa,soitti ja pyysi, että tarjous tehdään\nMatti,muutti, osoite puuttuu\n",
    "long notes": 'Nro;Teksti\n1;"soitti eilen ja pyysi, että lähetetään uusi tarjous"\n2;ei halua enää postia\n',
    "square brackets": "[Nimi];[Puhelin]\nLiisa;040 123\nMatti;050 456\n",
    "angle brackets": "<Nimi>;<Puhelin>\nLiisa;040 123\nMatti;050 456\n",
    "given names": "Siiri\nPekka\nÅke\n",
    "names nobody knows": "Jan Kowalczyk\nZofia Nowaczyk\nPiotr Zielny\n",
    "names with addresses": "Siiri Ojala <siiri@example.fi>\nPekka Koivu <pekka@example.fi>\n",
    "one address": "siiri@example.fi\n",
    "business ids": "0112038-9\n1234567-1\n",
    "customer numbers": "AS-1001\nAS-1002\nAS-1003\n",
    "towns": "Helsinki\nTampere\nTurku\n",
    "anything under a known header": "Asiakas\nparturi sirpa\nputkifirma koskinen\n",
    "associations": 'Kerho\n"Kuoro ry, Turku"\nPurjehtijat ry; ei@vastaa.example\n"Soutajat ry, Pori"\n',
    "a column of dashes": "Nimi;Puhelin\n--;--\nLiisa;040 123\n",
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_short_list_is_a_register(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "lista.txt"
    path.write_text(LISTS[kind], encoding="utf-8")
    assert len(parsed(path)) >= 1


def test_a_few_odd_signs_do_not_make_a_register_something_else(tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_bytes((csv_text([HEADER, *ROWS * 20])).encode("cp1252") + b"Outo\x00\x02;1\x00;\x07\r\n\x1a")
    assert len(parsed(path)) == 41


def test_fields_filled_up_with_nul_are_read(tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_bytes(b"Nimi\x00\x00;Puhelin\r\nLiisa M\x00;040\x00\x00\r\nMatti\x00\x00;050\r\n")
    assert rows_of(parsed(path))[0] == ["Liisa M", "040"]


def test_a_text_the_user_said_the_columns_of_is_read(tmp_path: Path) -> None:
    path = tmp_path / "kirje.txt"
    path.write_text(LETTER, encoding="utf-8")
    assert len(parsed(path, Reading(delimiter=";", header_row=0))) > 3


@pytest.mark.parametrize("name", ["a.xlsx", "kirje.txt"])
def test_the_command_line_says_it_in_one_line_and_ends_with_two(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(LETTER.encode() if name == "kirje.txt" else b"\x07" + random.Random(1).randbytes(3000))
    ended = subprocess.run([sys.executable, "-m", "tikissa", "analyse", path], capture_output=True, check=False)
    assert (ended.returncode, ended.stdout, len(ended.stderr.splitlines())) == (2, b"", 1)
    assert name.encode() in ended.stderr


def test_a_problem_of_reading_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kirje.txt"
    path.write_text(LETTER, encoding="utf-8")
    with pytest.raises(FileProblem) as caught:
        parsed(path)
    assert caught.value.arguments == ("kirje.txt",)


ROW = "Ojala Siiri;Koivukuja 7;00420;Helsinki;040 512 3341\n"
TABLES = {
    "an empty first column": ";Nimi;Katuosoite;Postinumero;Postitoimipaikka;Puhelin\n" + f";{ROW}" * 5,
    "a first column for remarks": "Huom;Nimi;Katuosoite;Postinumero;Postitoimipaikka;Puhelin\n" + f";{ROW}" * 5,
    "an empty first column and no header": f";{ROW}" * 5,
    "two empty columns": ";;Nimi;Katuosoite;Postinumero;Postitoimipaikka;Puhelin\n" + f";;{ROW}" * 5,
    "a time first": "Aika;Nimi;Katuosoite;Postinumero;Kaupunki;Puhelin\n" + f"2026-01-01 12:00:05;{ROW}" * 5,
    "a mark first": "#;Nimi;Katuosoite;Postinumero;Kaupunki;Puhelin\n" + f"#;{ROW}" * 5,
    "dashes first": "Nro;Nimi;Katuosoite;Postinumero;Kaupunki;Puhelin\n" + f"-- ;{ROW}" * 5,
}


@pytest.mark.parametrize("kind", TABLES)
def test_rows_that_begin_as_settings_or_logs_do_are_read_where_they_make_a_table(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_text(TABLES[kind], encoding="utf-8")
    assert len(parsed(path)) == 5


def test_who_says_what_parts_the_columns_of_an_odd_text_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_text(SETTINGS, encoding="utf-8")
    assert len(parsed(path, Reading(delimiter="="))) > 1


@pytest.mark.parametrize(
    "text", ["this is no workbook", "tämä ei ole taulukko\n", "hei\n", "Hei vain!\nNähdään huomenna.\n"]
)
@pytest.mark.parametrize("name", ["asiakkaat.xlsx", "asiakkaat.ods", "asiakkaat.xls"])
def test_a_text_that_is_no_register_is_none_under_a_workbooks_name(text: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert refusal(path) in ("file.is_running_text", "file.not_a_workbook")


COLUMNS = {
    "a remark in one cell": (
        "Yhdistys",
        ["Soutajat ry", "Purjehtijat ry; sihteeri@purje.example", "Kuoro ry", "Rekikoirat"],
    ),
    "commas within quotes": (
        "Yhdistys",
        ['"Soutajat ry, Jyväskylä"', '"Kuoro ry, Tampere"', "Rekikoirat; Kuopio", "Kerho"],
    ),
    "a bar in one cell": ("Nimi", ["Ojala Siiri", "Aho Saima | Ek Oskar", "Kivelä Venla", "Autio Niilo"]),
    "addresses, two in one cell": (
        "Sähköposti",
        ["a@b.example", "c@d.example;e@f.example", "g@h.example", "i@j.example"],
    ),
    "a tab in one cell": ("Företag", ["Nord Ab", "Syd Ab\tVasa", "Väst Ab", "Öst Ab"]),
}


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_mark_within_a_cell_or_two_parts_no_columns(kind: str, tmp_path: Path) -> None:
    header, cells = COLUMNS[kind]
    path = tmp_path / "lista.csv"
    path.write_text("\n".join([header, *cells, ""]), encoding="utf-8")
    register = parsed(path)
    assert [column.header for column in register.columns] == [header]
    assert rows_of(register) == [[cell.strip('"')] for cell in cells]


@pytest.mark.parametrize(
    "lines", ["Sähköposti\naino.koskinen@gmail.com\n", "aino.koskinen@gmail.com\n", "Nimi\nOjala Siiri\n"]
)
def test_a_list_of_one_line_is_a_list(lines: str, tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(lines, encoding="utf-8")
    assert len(parsed(path)) == 1
