"""Safe means that every difference is explained: what is filled and differs for no known reason is asked about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import keys, register
from matching.conftest import crowd
from tikissa.matching.clustering.explained_differences import plain_writing
from tikissa.matching.match import match
from tikissa.model.matching import Cluster
from tikissa.schema.detect import detect

ULLA = {
    "Etunimi": "Ulla", "Sukunimi": "Kallioniemi", "Puhelin": "040 7654321", "Sähköposti": "ulla@example.fi",
    "Osoite": "Lammintie 3", "Postinro": "33100", "Postitmp": "Tampere",
}  # fmt: skip
OTHERS = crowd(60)


def group_of(
    header: str, first: str, second: str, settled: frozenset[str] = frozenset(), without: str = ""
) -> Cluster | None:
    """Return the group of two rows that differ only in a column of this header."""
    rows = [*OTHERS, ULLA | {header: first}, ULLA | {header: second}]
    columns = {name: [row.get(name, "") for row in rows] for name in dict.fromkeys((*ULLA, header))}
    made = register({header if name == without else name: texts for name, texts in columns.items()})
    found = match(made, detect(made), keys(len(rows)), settled=settled).clusters
    return next((cluster for cluster in found if len(OTHERS) in cluster.records), None)


def is_safe(header: str, first: str, second: str) -> bool:
    found = group_of(header, first, second)
    return found is not None and found.safe


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        ("Lämpökeskuksen sijainti", "Ranta", "Kellari"),
        ("Anläggningsadress", "Strandvägen 4", "Skogsvägen 9"),
        ("Site address", "4 Mill Lane", "9 Kings Way"),
        ("Einbauort", "Keller", "Dach"),
        ("Työmaa", "Sauna", "Autotalli"),
        ("Koiran nimi", "Rekku", "Musti"),
        ("Hundens namn", "Fido", "Bella"),
        ("Pet name", "Rex", "Luna"),
        ("Name des Tieres", "Bello", "Mieze"),
        ("Hevonen", "Vinha", "Tuisku"),
        ("Kurssikoodi", "KER-1", "KER-2"),
        ("Utbildning", "Svets", "Keramik"),
        ("Class booked", "Yoga", "Pilates"),
        ("Ajoneuvon tunnus", "ABC-1", "XYZ-2"),
        ("Fordon", "Volvo", "Saab"),
        ("Kennzeichen", "HH-AB 12", "M-XY 99"),
        ("Huoltosopimuksen nro", "H-1", "H-2"),
        ("Avtalsnr", "A-100", "A-200"),
        ("Policy", "P1", "P2"),
        ("Mittarin numero", "1101", "1102"),
        ("Zählernummer", "Z-1", "Z-2"),
        ("Hautapaikka", "12-4", "12-5"),
        ("Gravplats", "K 1", "K 2"),
        ("Lapsen syntymäaika", "1.2.2015", "3.4.2018"),
        ("Barnets namn", "Ella", "Otto"),
        ("Huoneiston numero", "A 4", "B 7"),
        ("Lägenhet", "A4", "B7"),
        ("Unit", "12", "13"),
        ("Jäsentyyppi", "aikuinen", "nuori"),
        ("Mitgliedsart", "aktiv", "passiv"),
        ("Suffix", "Sr", "Jr"),
        ("Sivupisteen koodi", "001", "002"),
        ("Valuutta", "EUR", "SEK"),
        ("Toimitusosoite", "Rantatie 1, Virrat", "Satamatie 2, Kemi"),
        ("Ostaja", "Aallon Sähkö Oy", "Aallon Putki Oy"),
        ("Qzx", "1.2.2015", "3.4.2018"),
        ("Qzx", "1-23", "12-3"),
        ("Qzx", "1,5", "15"),
    ],
)
def test_two_values_nobody_has_explained_are_never_safe(header: str, first: str, second: str) -> None:
    assert not is_safe(header, first, second)
    assert is_safe(header, first, first)
    assert is_safe(header, first, "")


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        ("Viimeksi muokattu", "1.2.2024", "3.4.2026"),
        ("Besöksdatum", "2024-02-01", "2026-04-03"),
        ("Maksettu", "120,00", "80,00"),
        ("Qzx", "12,50 €", "99,00 €"),
        ("Asiakasnumero", "1001", "1002"),
        ("Puhelin 2", "040 1112223", "050 3334445"),
        ("Lisätiedot", "soittaa aina", "tulee pyörällä"),
        ("Qzx", "Rantatie 4", "RANTATIE  4."),
        ("Markkinointilupa", "kyllä", "ei"),
    ],
)
def test_writings_dates_amounts_own_numbers_and_contacts_are_explained(header: str, first: str, second: str) -> None:
    assert is_safe(header, first, second)


def test_what_the_user_called_of_no_matter_is_explained_from_then_on() -> None:
    asked = group_of("Asiakasryhmä", "Öljy", "Huolto")
    assert asked is not None
    assert (asked.safe, asked.unexplained) == (False, ("Asiakasryhmä",))
    answered = group_of("Asiakasryhmä", "Öljy", "Huolto", settled=frozenset({"Asiakasryhmä"}))
    assert answered is not None
    assert (answered.safe, answered.unexplained) == (True, ())


_WORDS = st.text(st.characters(categories=("Lu", "Ll", "Nd"), max_codepoint=400), min_size=1, max_size=12)


@given(header=_WORDS.map(lambda word: f"Q{word}"), first=_WORDS, second=_WORDS)
@settings(max_examples=60)
def test_a_column_nobody_understands_never_leaves_two_values_safe(header: str, first: str, second: str) -> None:
    if plain_writing(first) != plain_writing(second):
        assert not is_safe(header, first, second)


@given(renamed=st.sampled_from(sorted(ULLA)), header=st.sampled_from(("Kurssi", "Toimitusosoite", "Syntynyt", "Tila")),
       values=st.sampled_from((("1.2.1980", "3.4.1990"), ("Aallontie 4", "Purotie 9"), ("Oy A", "Oy B"))))  # fmt: skip
@settings(max_examples=40)
def test_a_header_of_nonsense_never_makes_safe_what_was_not(renamed: str, header: str, values: tuple[str, str]) -> None:
    assert not is_safe(header, *values)
    assert not is_safe("Qzxw", *values)
    found = group_of(header, *values, without=renamed)
    assert found is None or not found.safe
