"""The header rows of forty exports: what their columns mean is recognised with hardly an error."""

import tomllib
from pathlib import Path

from builders import register
from tikissa.schema.detect import detect

EXPORTS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("exports.toml").read_text(encoding="utf-8"))

VALUES: dict[str, tuple[str, ...]] = {
    "whole_name": ("Matti Virtanen", "Korhonen Liisa", "Anna-Kaisa Mäki"),
    "company": ("Rakennus Virtanen Oy", "Tmi Matti Mäki", "Kukkakauppa Laine Ky"),
    "street": ("Kirkkotie 7 A 3", "Mannerheimintie 5", "PL 12"),
    "whole_address": ("Kirkkotie 7, 00100 Helsinki", "Mäkitie 3 B 4, 33100 Tampere", "Koulukatu 1, 20100 Turku"),
    "customer_number": ("1001", "1002", "1003"),
    "permission": ("kyllä", "ei", "kyllä"),
    "prohibition": ("kyllä", "", "kyllä"),
}


def wrongly_read() -> list[str]:
    wrong = []
    for export, meanings in EXPORTS.items():
        columns = {header: VALUES.get(meaning, ("", "", "")) for header, meaning in meanings.items()}
        for entry in detect(register(columns)).columns:
            expected = meanings[entry.column]
            if (entry.meaning or "none") != expected:
                wrong.append(f"{export}: {entry.column} is {expected}, read as {entry.meaning}")
    return wrong


def test_there_are_forty_exports() -> None:
    assert len(EXPORTS) >= 40


def test_hardly_a_column_of_forty_exports_is_read_wrongly() -> None:
    columns = sum(map(len, EXPORTS.values()))
    wrong = wrongly_read()
    assert len(wrong) <= 0.05 * columns, wrong
