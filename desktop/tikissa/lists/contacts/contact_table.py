"""Reads a mailing program's table: whose address, what became of it, and when."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tikissa.lists.contacts.contact_words import news_in_words, news_of_code
from tikissa.matching.preparing.normalised_identifiers import phone_key
from tikissa.model.contact_event import ContactEvent, ContactNews
from tikissa.model.permission import Channel, PermissionColumn, Subject
from tikissa.model.register import Register
from tikissa.model.schema import DateOrder, Schema
from tikissa.permission.columns_in_force import permission_columns
from tikissa.permission.permission_cells import is_marked, said
from tikissa.schema.detect import detect
from tikissa.text.dates import parse_date
from tikissa.text.emails import ADDRESS
from tikissa.text.normalise import fold

_APART = re.compile(r"(?<=[a-z])(?=[A-Z])|_+")
_LOOKED_AT = 2_000
_TELLING = re.compile(
    r"type|tyyppi|\btyp\b|reason|\bsyy|orsak|status|\btila\b|event|tapahtuma|handelse|state|\blaji|luokka|class|categor"
    r"|bounce|palautu|diagnos|descri|kuvaus|message|response|vastaus|svar|error|virhe|\bfel\b|code|koodi|kod\b|action"
    r"|outcome|result|tulos|consent|suostumus|samtycke|lupa|tilaus|huom|comment|kommentti|lisatiet|anmark"
)
_BESIDE = re.compile(
    r"campaign|kampanj|subject|aihe|amne|\btags?\b|notes?\b|optin|opt in|confirm|\blist\b|sender|\bid$"
)
_SENDER = re.compile(r"\bfrom\b|sender|lahettaja|avsandare")
_ASKS = re.compile(r"type|reason|status|category|code|\bsyy|tyyppi|\btyp\b|\bid\b|title|other|count|score|rate")
_WHEN = re.compile(
    r"\bdate|time|\bts\b|\bat\b|\bpvm\b|paiva|\baika|ajankohta|datum|\btid\b|tidpunkt|milloin|\bnar\b|created|\bon\b"
)
_NOT_WHEN = re.compile(
    r"optin|opt in|confirm|birth|synty|fodelse|zone|changed|updated|expire|(?<!un)subscribed? (?:at|on)"
)
_NUMBER_HEADER = re.compile(
    r"phone|puhelin|numero|number|msisdn|mobil|gsm|matkapuh|telefon|recipient|\bto\b|vastaanottaja"
)
_CALLS = re.compile(r"soitto|soita|\bcalls?\b|ringning|telemark|puhelinmyyn")
_NUMBER = re.compile(r"\+?[\d\s()./-]{7,22}")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]")
_SECONDS = re.compile(r"1\d{9}")
_CONSENTS = (Subject.PERMISSION, Subject.PROHIBITION, Subject.NO_PROHIBITION)
_STRONGEST = (ContactNews.COMPLAINED, ContactNews.UNSUBSCRIBED)

_PROMIO = frozenset(("sender id", "ts", "cust id", "mail", "status"))
_PROMIO_STATUS = {"0": "unsubscribed", "1": "unsubscribed", "3": "hard", "5": "unsubscribed"}
"""The block list of Promio tells by one digit: by hand, by the link, a hard bounce, imported."""


@dataclass(frozen=True)
class _Columns:
    """Which columns of a table hold what. `marks` say by being filled what their headers name ("UNSUB_TIME")."""

    emails: tuple[str, ...]
    phones: tuple[str, ...]
    phone_way: Channel
    telling: tuple[str, ...]
    marks: tuple[tuple[str, ContactNews], ...]
    days: tuple[str, ...]
    is_promio: bool
    consents: tuple[PermissionColumn, ...]
    schema: Schema


def events_in(table: Register, name: str) -> tuple[ContactEvent, ...]:
    """Return what a table tells of each address; UNKNOWN where a row does not tell, nothing where no row does.

    `name` is that of the file: some programs say only there what its rows are.
    """
    columns = _columns(table, name)
    by_file = next(filter(None, map(news_in_words, (Path(name).stem, table.source.sheet))), None)
    found = [event for record in range(len(table)) for event in _row(table, record, columns, by_file)]
    return tuple(found) if any(event.what is not ContactNews.UNKNOWN for event in found) else ()


def _columns(table: Register, name: str) -> _Columns:
    schema = detect(table)
    headers = {column.name: _plain(column.header or column.name) for column in table.columns}
    emails = [each for each in headers if _mostly(table, each, _holds_address)]
    emails = [each for each in emails if not _SENDER.search(headers[each])] or emails
    numbers = [each for each, header in headers.items() if _NUMBER_HEADER.search(header) and each not in emails]
    phones = [each for each in numbers if _mostly(table, each, _is_number)]
    rest = [each for each in headers if each not in (*emails, *phones) and not _BESIDE.search(headers[each])]
    calls = _CALLS.search(_plain(" ".join((name, *headers.values())))) is not None
    return _Columns(
        tuple(emails),
        tuple(phones),
        Channel.PHONE if calls else Channel.SMS,
        tuple(each for each in rest if _TELLING.search(headers[each]) or _mostly(table, each, _tells)),
        tuple((each, news) for each in rest if (news := _named(headers[each]))),
        tuple(sorted((each for each in rest if _is_day(headers[each])), key=lambda each: not _named(headers[each]))),
        {*headers.values()} >= _PROMIO,
        tuple(column for column in permission_columns(schema) if column.subject in _CONSENTS),
        schema,
    )


def _plain(header: str) -> str:
    return fold(_APART.sub(" ", header))


def _named(header: str) -> ContactNews | None:
    """Return what a column says by being filled; a header that only asks ("Bounce type") says nothing by itself."""
    news = None if _ASKS.search(header) else news_in_words(header)
    return None if news is ContactNews.NOT_A_BOUNCE else news


def _is_day(header: str) -> bool:
    return _WHEN.search(header) is not None and not _NOT_WHEN.search(header)


def _mostly(table: Register, column: str, claim: Callable[[str], bool]) -> bool:
    """Say whether a claim holds of most of a column's different texts."""
    texts = [text for text in table.cells_of(column).texts.tolist()[:_LOOKED_AT] if text.strip()]
    return bool(texts) and 2 * sum(map(claim, texts)) > len(texts)


def _holds_address(text: str) -> bool:
    return ADDRESS.search(text) is not None


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text.strip()) is not None


def _tells(text: str) -> bool:
    return news_in_words(text) is not None or news_of_code(text)[0] is not None


def _refused(table: Register, record: int, columns: _Columns) -> frozenset[Channel]:
    """Return the channels that a column for permissions or opt-outs forbids on a row."""
    told = (said(column, table.text(record, column.column)).forbidden for column in columns.consents)
    return frozenset[Channel]().union(*told)


def _row(table: Register, record: int, columns: _Columns, by_file: ContactNews | None) -> Iterator[ContactEvent]:
    emails = [each for name in columns.emails for each in ADDRESS.findall(table.text(record, name))]
    numbers = [text for name in columns.phones if phone_key(text := table.text(record, name).strip())]
    addresses = [(each, Channel.EMAIL) for each in emails] or [(number, columns.phone_way) for number in numbers]
    refused = _refused(table, record, columns)
    what, code = _became(table, record, columns)
    moment, day = _moment(table, record, columns)
    for address, way in dict.fromkeys(addresses):
        news = what or (ContactNews.UNSUBSCRIBED if way in refused else by_file) or ContactNews.UNKNOWN
        mark = f"{address.casefold()} {news} {moment or table.source.sha256}"
        yield ContactEvent(address, way, news, mark, code, day)
    for number in numbers if emails else ():
        for way in refused & {Channel.SMS, Channel.PHONE}:
            mark = f"{number} {way} {table.source.sha256}"
            yield ContactEvent(number, way, ContactNews.UNSUBSCRIBED, mark, None, day)


def _moment(table: Register, record: int, columns: _Columns) -> tuple[str, date | None]:
    """Return when it happened as the row says it, and the day; what a column names by being filled says it first."""
    for name in dict.fromkeys((*(name for name, _ in columns.marks), *columns.days)):
        text = table.text(record, name).strip()
        if text and (day := _day(text, columns.schema.date_order(name))) is not None:
            return text, day
    return "", None


def _became(table: Register, record: int, columns: _Columns) -> tuple[ContactNews | None, str | None]:
    """A customer's own word comes before all; then the code of a server's answer, then what the program calls it."""
    texts = [text for name in columns.telling if (text := table.text(record, name).strip())]
    if columns.is_promio:
        texts = [_PROMIO_STATUS.get(text, text) for text in texts]
    named = [news for text in texts if (news := news_in_words(text)) is not None]
    marked = [news for name, news in columns.marks if _is_filled(table.text(record, name))]
    coded, code = next((found for found in map(news_of_code, texts) if found[1]), (None, None))
    told = [*named, *marked]
    own = next((news for news in _STRONGEST if news in told), None)
    has_detail = code is not None and "." in code
    return own or (coded if has_detail else None) or next(iter(told), None) or coded, code


def _is_filled(text: str) -> bool:
    return bool(text.strip()) and is_marked(text)


def _day(text: str, order: DateOrder) -> date | None:
    """Return a day written in any way people or programs do, also as seconds since 1970."""
    if _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text), UTC).date()
    iso = _ISO.match(text)
    return parse_date(iso[1] if iso else text, order)
