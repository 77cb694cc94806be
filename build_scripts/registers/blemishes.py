"""What years of typing do to single cells: each way spoils one row, or says that the row does not lend itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

from registers import identifiers
from registers.rows import Row
from registers.typing_errors import PHONE_STYLES, mojibake, slip

_DOMAIN_TYPOS = {
    "gmail.com": ("gmial.com", "gmail.con", "gmai.com", "gnail.com"),
    "hotmail.com": ("hotmial.com", "hotmai.com", "hotmail.con"),
    "outlook.com": ("outlok.com",), "icloud.com": ("iclod.com",),
}  # fmt: skip

Blemish = Callable[[Random, Row], Row | None]


def lost_zero(_: Random, row: Row) -> Row | None:
    code = row.customer.postal_code
    return row.spoilt("Postinro", int(code), code) if code.startswith("0") else None


def number_shown_with_zeros(_: Random, row: Row) -> Row | None:
    """A postal code kept as a number and shown right by its cell format: nothing to mend."""
    return (
        row.restyled("Postinro", float(row.customer.postal_code)) if row.customer.postal_code.startswith("0") else None
    )


def mistyped_domain(random: Random, row: Row) -> Row | None:
    local, _, domain = row.customer.email.partition("@")
    return (
        row.spoilt("Sähköposti", f"{local}@{random.choice(_DOMAIN_TYPOS[domain])}", row.customer.email)
        if domain in _DOMAIN_TYPOS
        else None
    )


def comma_in_email(_: Random, row: Row) -> Row | None:
    email = row.customer.email
    return row.spoilt("Sähköposti", ",".join(email.rsplit(".", 1)), email) if email.endswith(".com") else None


def mistyped_town(random: Random, row: Row) -> Row | None:
    town = row.customer.town
    return row.spoilt("Postitoimipaikka", slip(random, town), town) if len(town) > 5 else None


def no_dash_in_business_id(_: Random, row: Row) -> Row | None:
    code = row.customer.business_id
    return row.spoilt("Y-tunnus", code.replace("-", ""), code) if code else None


def wrong_check_digit(_: Random, row: Row) -> Row | None:
    code = row.customer.business_id
    if not code:
        return None
    wrong = f"{code[:-1]}{(int(code[-1]) + 3) % 10}"
    return replace(
        row.restyled("Y-tunnus", wrong), free=row.free | {"Y-tunnus"}, signs=(*row.signs, "business_id_check_digit")
    )


def capital_surname(_: Random, row: Row) -> Row | None:
    return row.spoilt("Sukunimi", row.customer.surname.upper(), row.customer.surname)


def small_letters(_: Random, row: Row) -> Row | None:
    return row.spoilt("Sukunimi", row.customer.surname.lower(), row.customer.surname)


def trailing_blank(_: Random, row: Row) -> Row | None:
    return row.spoilt("Etunimi", f"{row.customer.given_name}  ", row.customer.given_name)


def two_blanks(_: Random, row: Row) -> Row | None:
    return row.spoilt("Katuosoite", row.customer.street.replace(" ", "  ", 1), row.customer.street)


def garbled_street(_: Random, row: Row) -> Row | None:
    street = row.customer.street
    return row.spoilt("Katuosoite", mojibake(street), street) if set("äöåÄÖÅ") & set(street) else None


def phone_without_zero(_: Random, row: Row) -> Row | None:
    phone = row.customer.phone
    return row.spoilt("Puhelin", int(phone), f"{phone[:3]} {phone[3:6]} {phone[6:]}") if phone else None


def swapped_code_and_town(_: Random, row: Row) -> Row | None:
    code, town = row.customer.postal_code, row.customer.town
    return row.spoilt("Postinro", town, code).spoilt("Postitoimipaikka", code, town)


def other_phone_style(random: Random, row: Row) -> Row | None:
    return row.restyled("Puhelin", random.choice(PHONE_STYLES)(row.customer.phone)) if row.customer.phone else None


def date_as_text(_: Random, row: Row) -> Row | None:
    last = row.customer.last_purchase
    return (
        replace(
            row.restyled("Viimeisin osto", f"{last.day}.{last.month}.{last.year}"), free=row.free | {"Viimeisin osto"}
        )
        if last
        else None
    )


def street_abbreviated(_: Random, row: Row) -> Row | None:
    street = row.customer.street
    return (
        replace(row.restyled("Katuosoite", street.replace("katu ", "k. ")), free=row.free | {"Katuosoite"})
        if "katu " in street
        else None
    )


def closed_mail_service(random: Random, row: Row) -> Row | None:
    if not row.customer.email or row.customer.company:
        return None
    email = f"{row.customer.email.partition('@')[0]}@{random.choice(('suomi24.fi', 'welho.com'))}"
    return replace(row, customer=replace(row.customer, email=email), signs=(*row.signs, "closed_mail_service"))


def identity_code_in_notes(random: Random, row: Row) -> Row | None:
    code = identifiers.identity_code(random, date(1958, 3, 14))
    return None if row.customer.company else row.noted(f"laskutus, hetu {code}", "identity_code")


def note(text: str, sign: str, company: bool = False) -> Blemish:
    """Return the blemish that writes a note on a person's, or on a company's, row."""

    def noted(_: Random, row: Row) -> Row | None:
        return row.noted(text, sign) if bool(row.customer.company) is company else None

    noted.__name__ = sign
    return noted


BLEMISHES: tuple[tuple[Blemish, int], ...] = (
    (lost_zero, 31), (number_shown_with_zeros, 5), (mistyped_domain, 9), (comma_in_email, 2), (mistyped_town, 8),
    (no_dash_in_business_id, 7), (wrong_check_digit, 1), (capital_surname, 12), (small_letters, 4), (trailing_blank, 9),
    (two_blanks, 4), (garbled_street, 3), (phone_without_zero, 3), (swapped_code_and_town, 2), (other_phone_style, 124),
    (date_as_text, 6), (street_abbreviated, 8), (closed_mail_service, 4), (identity_code_in_notes, 1),
    (note("allerginen hajusteille, vain hajusteettomat tuotteet", "health"), 1), (note("muuttanut?", "moved"), 2),
    (note("posti palautui 3/2024", "returned_post"), 2), (note("lopettanut toimintansa 2024", "ceased", True), 2),
    (note("kanta-asiakas, tuo aina pullaa", "plain"), 6), (note("soita ennen laskutusta", "plain", True), 4),
    (note("lahjakortti 50 €", "plain"), 8), (note("sähköposti ei toimi", "bounced"), 1),
)  # fmt: skip
"""Each way with the number of rows it spoils in the sample."""


def _fits(row: Row, spoilt: Row | None) -> bool:
    """Whether only cells changed that were untouched, and a note did not replace a note."""
    if spoilt is None or (row.customer.notes and spoilt.customer.notes != row.customer.notes):
        return False
    changed = {column for column in spoilt.written if spoilt.written[column] is not row.written.get(column)}
    return not changed & (row.written.keys() | row.free)


def spoil(random: Random, rows: list[Row]) -> list[Row]:
    """Return the rows with every blemish put on as many of them as it says."""
    spoilt = list(rows)
    for blemish, count in BLEMISHES:
        places = iter(random.sample(range(len(spoilt)), len(spoilt)))
        for place in places:
            after = blemish(random, spoilt[place])
            if after is not None and _fits(spoilt[place], after):
                spoilt[place], count = after, count - 1
            if not count:
                break
    return spoilt
