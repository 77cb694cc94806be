"""One made-up customer at a time: a person or a company, with everything an office knows of it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from registers import identifiers, names
from registers.places import Place, places, swedish_places

TODAY = date(2026, 11, 1)
STALE_BEFORE = date(2023, 11, 1)


@dataclass(frozen=True, slots=True)
class Customer:
    """What is true of a customer. `phone` is national digits; companies have their contact person's name."""

    surname: str
    given_name: str
    company: str
    business_id: str
    street: str
    postal_code: str
    town: str
    phone: str
    email: str
    permission: str
    credit_block: str
    since: date
    last_purchase: date | None
    purchases: float
    notes: str = ""


def plain_letters(text: str) -> str:
    """Return the letters and digits of a text as they stand in an e-mail address."""
    bare = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in bare if letter.isascii() and letter.isalnum())


def zipf(count: int, exponent: float = 0.7) -> list[float]:
    """Return cumulative weights that make the first of a list the commonest, as surnames are."""
    return list(accumulate(1 / (rank + 3) ** exponent for rank in range(count)))


_SURNAME_WEIGHTS = zipf(len(names.SURNAMES))
_DOMAINS, _DOMAIN_WEIGHTS = zip(*names.PRIVATE_DOMAINS, strict=True)


@dataclass(slots=True)
class Inventor:
    """Makes up customers from a seed and sees to it that no two get the same e-mail, phone or company by accident."""

    random: Random
    _taken: set[str] = field(default_factory=set)

    def fresh(self, candidates: Sequence[str]) -> str:
        """Return the first candidate nobody has yet, else the last with a number after its local part."""
        for candidate in candidates:
            if candidate not in self._taken:
                break
        while candidate in self._taken:
            local, at, domain = candidates[-1].partition("@")
            candidate = f"{local}{self.random.randrange(2, 99)}{at}{domain}"
        self._taken.add(candidate)
        return candidate

    def phone(self) -> str:
        return self.fresh([identifiers.mobile_number(self.random) for _ in range(20)])

    def place(self) -> Place:
        every = places()
        return self.random.choices(every, [place.weight for place in every])[0]

    def street(self) -> str:
        number = self.random.randrange(1, 60)
        flat = f" {self.random.choice('ABCD')} {self.random.randrange(1, 60)}" if self.random.random() < 0.35 else ""
        return f"{self.random.choice(names.STREETS)} {number}{flat}"

    def email(self, given_name: str, surname: str) -> str:
        given, family = plain_letters(given_name), plain_letters(surname)
        local = self.random.choices((f"{given}.{family}", f"{given}{family}", f"{given[0]}{family}"), (6, 2, 2))[0]
        year = self.random.randrange(48, 99)
        domain = self.random.choices(_DOMAINS, _DOMAIN_WEIGHTS)[0]
        return self.fresh((f"{local}@{domain}", f"{local}{year}@{domain}"))

    def given_name(self, woman: bool) -> str:
        every = names.WOMEN if woman else names.MEN
        return self.random.choices(every, cum_weights=zipf(len(every), 0.5))[0]

    def surname(self) -> str:
        return self.random.choices(names.SURNAMES, cum_weights=_SURNAME_WEIGHTS)[0]

    def history(self, old_share: float = 0.11) -> tuple[date, date | None, float]:
        """Return since when one is a customer, the last purchase (never within a month of three years ago), its sum."""
        random = self.random
        kind = random.random()
        purchases = round(random.lognormvariate(5.6, 1.1), 2)
        if kind < old_share:
            since = date(2011, 1, 10) + timedelta(days=random.randrange(4000))
            last = since + timedelta(days=random.randrange(max((date(2023, 9, 20) - since).days, 1)))
            return since, last, purchases
        since = date(2012, 1, 10) + timedelta(days=random.randrange(5100))
        if kind > 0.96:
            return since, None, 0.0
        days = int(1000 * random.random() ** 2)
        last = date(2026, 10, 29) - timedelta(days=days)
        return min(since, last), last, purchases

    def permission(self) -> str:
        return self.random.choices(("kyllä", "", "ei"), (46, 43, 11))[0]

    def person(self) -> Customer:
        given_name, surname = self.given_name(self.random.random() < 0.68), self.surname()
        place, (since, last, purchases) = self.place(), self.history()
        return Customer(
            surname, given_name, "", "", self.street(), place.postal_code, place.town,
            self.phone() if self.random.random() < 0.94 else "",
            self.email(given_name, surname) if self.random.random() < 0.78 else "",
            self.permission(), "", since, last, purchases,
        )  # fmt: skip

    def swedish_person(self) -> Customer:
        """Return a Swedish-speaking Finn with a Swedish address."""
        given_name = self.random.choice((*names.SWEDISH_WOMEN, *names.SWEDISH_MEN))
        surname, place = self.random.choice(names.SWEDISH_SURNAMES), self.random.choice(swedish_places())
        street = f"{self.random.choice(names.SWEDISH_STREETS)} {self.random.randrange(1, 50)}"
        return replace(
            self.person(), surname=surname, given_name=given_name, street=street, email=self.email(given_name, surname),
            postal_code=place.postal_code, town=place.swedish_town,
        )  # fmt: skip

    def company_name(self) -> str:
        trade, brand, surname = self.random.choice(names.TRADES), self.random.choice(names.BRANDS), self.surname()
        form = self.random.choices(("Oy", "Ky", "Ay", "Oy Ab"), (75, 12, 3, 3))[0]
        shapes = (f"{trade} {brand} {form}", f"{brand} {form}", f"{trade} {surname} {form}", f"Tmi {trade} {surname}")
        return self.fresh([self.random.choices(shapes, (4, 3, 3, 1))[0] for _ in range(3)])

    def company(self) -> Customer:
        name = self.company_name()
        core = plain_letters("".join(part for part in name.split() if part not in ("Oy", "Ky", "Ay", "Ab", "Tmi")))
        contact = self.person()
        who = f"{plain_letters(contact.given_name)}.{plain_letters(contact.surname)}"
        local = self.random.choice(("info", "toimisto", "laskut", who, who, who))
        return replace(
            contact, company=name, business_id=identifiers.business_id(self.random),
            phone=self.phone(), email=self.fresh((f"{local}@{core[:24]}.fi",)),
            permission=self.random.choices(("", "kyllä", "ei"), (70, 25, 5))[0],
            credit_block="X" if self.random.random() < 0.025 else "", purchases=round(contact.purchases * 4, 2),
        )  # fmt: skip
