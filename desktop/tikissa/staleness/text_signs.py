"""Signs in the words of a record: closed mail services, and notes that tell of an end, a move or returned mail."""

import re
from collections.abc import Callable, Iterator

import numpy as np

from tikissa.model.finding import Reason
from tikissa.model.progress import ticking
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.permission.notes import BANKRUPT, CEASED, DECEASED
from tikissa.reference import tables
from tikissa.staleness.activity_signs import Rows, Sign

_DOMAIN = re.compile(r"@([\w.-]+\.\w+)")
TEXTS_EVERY = 20_000
_PERSONS = "yhteyshenkilö|omistaja|puheenjohtaja|isännöitsijä|rahastonhoitaja"
_WHAT = f"(?:puhelin)?(?:numero|nro)|sähköposti|osoite|nimi|{_PERSONS}"
_CLOSED = ("mostly_dead", "purged")

_NAMES = (Meaning.COMPANY, Meaning.WHOLE_NAME, Meaning.SURNAME)
_NOTES = (Meaning.NOTES,)

_MORE_WORDS = tuple(
    (code, meanings, re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE))
    for code, meanings, words in (
        (
            "notes.moved",
            _NOTES,
            r"muuttaa (?:pois|ulkomai|uuteen|\d)|flyttar (?:bort|till|utomlands|\d)|"
            r"(?:muuttanut|muutti)\b(?! (?:mielt|miele|aik|aja|tilau|varau))|osoite vanhentunut|uusi osoite puuttuu|"
            r"myynyt (?:talon|asunnon|mökin|auton|tilan|liikkeen)|"
            r"(?:talo|asunto|mökki|auto|tila|liike) (?:on )?myyty|uusi omistaja|"
            r"flyttat|flyttade|sålt huset|ny ägare|has moved|moved (?:away|to)|new owner",
        ),
        (
            "notes.returned",
            _NOTES,
            r"(?:kirje |posti |lasku |sähköposti |mainos )?palautu(?:nut|i\b|u\b|nee)|"
            r"(?:kirje|posti|lasku|mainos|sähköposti) tuli takaisin|osoite tuntematon|"
            r"(?:post|brev|faktur|mejl|e-post)\w* (?:har )?(?:blivit )?(?:returnera(?:d|ts|t)|kom(?:mit)? tillbaka)|"
            r"okänd adress|(?:mail|letter|post|invoice) (?:was |has )?(?:been )?returned|"
            r"returned (?:mail|letter|to sender)|bounced|undeliverable|address unknown",
        ),
        (
            "notes.changed",
            _NOTES,
            rf"(?:{_WHAT}) (?:on )?(?:vaihtunut|vaihtuu|muuttunut|väärä|ei (?:ole )?(?:enää )?käytössä|ei toimi)\b|"
            r"väärä numero|"
            r"vaihta(?:nut|nee[tn]?) (?:numero|puhelin|sähköposti|osoite|työpaik|nime)|jäänyt eläkkeelle|"
            r"ei (?:ole )?enää (?:töissä|palveluksessa)|siirtynyt toise|gått i pension|fel nummer|"
            r"bytt (?:nummer|jobb|e-post|namn)|numret (?:är |har )?(?:bytt|fel|ur bruk)|"
            r"wrong number|number (?:has )?changed|changed (?:number|jobs?|e-?mail)|no longer works|"
            r"left the company|retired",
        ),
    )
)

NOTE_WORDS: tuple[tuple[str, tuple[Meaning, ...], re.Pattern[str]], ...] = (
    ("notes.deceased", (*_NOTES, *_NAMES), DECEASED),
    ("notes.bankrupt", (*_NOTES, *_NAMES), BANKRUPT),
    ("notes.ceased", _NOTES, CEASED),
    *_MORE_WORDS,
)


def mail_service_closed(rows: Rows) -> Iterator[Sign]:
    """Yield records with an address at a mail service that has closed its doors to most, on a day that is verified."""
    closed = _closed_services()

    def reason(text: str) -> Reason | None:
        domains = (domain.casefold() for domain in _DOMAIN.findall(text))
        return next((Reason("mail_service.closed", (d, closed[d])) for d in domains if d in closed), None)

    for column in rows.schema.columns_of(Meaning.EMAIL):
        yield from _by_text(rows, column, reason)


def told_in_notes(rows: Rows) -> Iterator[Sign]:
    for code, meanings, words in NOTE_WORDS:
        for column in rows.schema.columns_of(*meanings):
            yield from _by_text(rows, column, _reason_where(code, words, column))


def _reason_where(code: str, words: re.Pattern[str], column: str) -> Callable[[str], Reason | None]:
    return lambda text: Reason(code, (column,)) if words.search(text) else None


def _by_text(rows: Rows, column: str, reason_for: Callable[[str], Reason | None]) -> Iterator[Sign]:
    """Yield the reason a text gives for every record it stands in; each distinct text is looked at once."""
    cells = rows.register.cells_of(column)
    reasons = [reason_for(text) for text in ticking(cells.texts.tolist(), rows.tick, TEXTS_EVERY)]
    given = np.array([reason is not None for reason in reasons], dtype=np.bool_)
    for record in np.flatnonzero(given[cells.codes]).tolist():
        reason = reasons[cells.codes[record]]
        if reason is not None:
            yield RecordId(record), reason


def _closed_services() -> dict[str, str]:
    """Return the month each closed service closed, by domain; only where the day has been verified."""
    return {
        row["domain"]: _month(row["date"])
        for row in tables.rows("email_domains_fi")
        if row["status"] in _CLOSED and row["basis"].startswith("verified")
    }


def _month(day: str) -> str:
    year, month = day.split("-")[:2]
    return f"{int(month)}/{year}"
