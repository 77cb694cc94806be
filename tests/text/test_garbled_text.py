"""Letters that a wrong encoding made others of, and letters written as codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tikissa.text.garbled_text import decoded, has_codes, has_traces, repaired

MISREADINGS = ["cp1252", "latin-1", "mac_roman", "cp850", "cp437", "iso8859_15"]
WORDS = ["Päivi Mäkinen", "Björn Åberg", "Ömsesidiga", "André Müller", "Põhja", "Žukova", "Søren Ærø", "Kåren Ähtäri"]


def misread(text: str, codec: str) -> str:
    """Read the bytes of UTF-8 as another encoding; a byte it has no letter for keeps its number."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("codec", MISREADINGS)
@pytest.mark.parametrize("text", WORDS)
def test_utf8_read_as_another_encoding_is_read_back(text: str, codec: str) -> None:
    if codec == "iso8859_15" and set(text) & set("ŽüœŒ"):
        return  # its eight letters make other words of the same bytes
    assert repaired(misread(text, codec)) == text


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
@pytest.mark.parametrize("text", WORDS)
def test_what_was_misread_twice_is_read_back(text: str, codec: str) -> None:
    assert repaired(misread(misread(text, codec), codec)) == text


@given(st.text(alphabet="abcdefghijklmnopqrstuvxyzåäöÅÄÖéüõšž -", max_size=20))
def test_what_is_written_right_stays(text: str) -> None:
    assert repaired(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "“Nokia” ™",
        "10 × 20",
        "25 °C",
        "½ l",
        "São Paulo",
        "Île Âge",
        "François",
        "Türkiye",
        "20–30 €",
        "√2",
        "Åboliņš",
        "5÷2",
    ],
)
def test_signs_and_letters_of_other_languages_are_no_trace(text: str) -> None:
    assert not has_traces(text) or repaired(text) is None


@pytest.mark.parametrize(
    "text",
    ["AT&T", "a&b", "100 %", "x=5", "https://a.example/%C3%A4", "C:\\users", "R&D;", "<b>&amp;</b>", '["M\\u00e4ki"]'],
)
def test_what_is_no_code_stays(text: str) -> None:
    assert not has_codes(text) or decoded(text) is None


def test_codes_of_codes_are_read_through() -> None:
    assert decoded("M&amp;auml;ki") == "Mäki"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("S‰kyl‰", "Säkylä"),
        ("M„kel„", "Mäkelä"),
        ("Jyv‰skyl‰ 12", "Jyväskylä 12"),
        ("M„ki”", "Mäki”"),
        ("”M„ki”", "”Mäki”"),
        ("Yl‰-Savo", "Ylä-Savo"),
        ("÷sterman", "Österman"),
        ("Siiri ÷hman", "Siiri Öhman"),
        ("≈kerlund", "Åkerlund"),
        ("HƒMEENLINNA", "HÄMEENLINNA"),
        ("SƒKYLƒ", "SÄKYLÄ"),
        ("H÷GLUND", "HÖGLUND"),
        ("T÷÷lö", "Töölö"),
        ("6 ÷ 2", None),
        ("ƒ(x)", None),
        ("50‰", None),
        ("hän sanoi ”Mäki”", None),
    ],
)
def test_a_sign_at_the_end_of_a_word_is_a_letter_where_another_is_within_it(read: str, meant: str | None) -> None:
    assert repaired(read) == meant
