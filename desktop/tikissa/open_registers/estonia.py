"""Reads a company as a row of Estonia's e-Business Register's open file, `ettevotja_rekvisiidid__lihtandmed.csv`.

Columns and the writing of a row: the register's own file as several public readers and their tests have it, 2026
(certain). Codes of states: R, L and N with their words as counted in the file of 13.9.2026, K from memory; a code that
does not go with its words is told as a remark and never as an end.
"""

from collections.abc import Mapping

from tikissa.model.companies import NOWHERE, Company, CompanyName, NameKind, Place, Situation
from tikissa.text.identifiers import registry_code
from tikissa.text.normalise import fold

COLUMNS = (
    *("nimi", "ariregistri_kood", "ettevotja_staatus", "ettevotja_staatus_tekstina"),
    *("asukoht_ettevotja_aadressis", "asukoha_ehak_tekstina", "indeks_ettevotja_aadressis"),
)
COUNTRY = "EE"
COMPANIES_BELOW = 20_000_000
"""Codes of companies are given out one after another below this; those of associations and foundations are above."""

_STATES = {"R": ("registrisse", ""), "L": ("likvideerimisel", "SELTILA"), "N": ("pankrotis", "KONK")}
_DELETED = ("K", "kustutatud")
_REGISTERED, _CEASED = 1, 4


def company_of_row(row: Mapping[str, str]) -> Company | None:
    """Return the company of a row, None where it is none: without a code whose check digit holds, or a name."""
    code, name = registry_code(row["ariregistri_kood"]), row["nimi"].strip()
    if code is None or not name:
        return None
    state, words = row["ettevotja_staatus"].strip(), fold(row["ettevotja_staatus_tekstina"])
    begins, situation = _STATES.get(state, ("", state or "?"))
    if not words.startswith(begins):
        situation = state
    is_deleted = state == _DELETED[0] and words.startswith(_DELETED[1])
    situations = (Situation(situation, ""),) if situation and not is_deleted else ()
    return Company(
        int(code),
        (CompanyName(name, NameKind.NAME, ""),),
        0,
        _CEASED if is_deleted else _REGISTERED,
        "",
        situations,
        _place(row),
        NOWHERE,
        COUNTRY,
    )


def _place(row: Mapping[str, str]) -> Place:
    """Return the address; its towns from the widest on, of "Haabersti linnaosa, Tallinn, Harju maakond" Tallinn."""
    parts = [part.strip() for part in row["asukoha_ehak_tekstina"].split(",")]
    towns = [part.removesuffix(" linn") for part in reversed(parts) if part and not part.endswith("maakond")]
    street, code = row["asukoht_ettevotja_aadressis"].strip(), row["indeks_ettevotja_aadressis"].strip()
    return Place(street, code, tuple(dict.fromkeys(towns)))
