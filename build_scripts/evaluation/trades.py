"""Registers of many trades and countries with known truth, each with the two customers its trade takes for one.

Two rows are one customer here where a merge loses nothing: the second dog, site, flat, course or firm is another.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from evaluation.trades_people import COUNTRIES, Maker, Row
from tikissa.matching.clustering.explained_differences import plain_writing

Situation = Callable[[Maker], Iterator[Row]]
"""Yields rows of which each is another entry, however alike they look."""


@dataclass(frozen=True, slots=True)
class Trade:
    """`headers` by field, the parts of a field joined by `+`; `usual`: one ordinary customer; `traps`: the others."""

    country: str
    headers: Mapping[str, str]
    usual: Situation
    traps: Sequence[Situation]


def invent_trade(name: str, customers: int, seed: int) -> tuple[dict[str, list[str]], dict[int, int]]:
    """Return the columns of a register, and which customer each of its rows, counted from 0, is."""
    trade, random = TRADES[name], Random(f"{name}:{seed}")
    maker = Maker(random, COUNTRIES[trade.country])
    written: list[tuple[int, Row]] = []
    entity = 0
    for _ in range(customers):
        situation = random.choice(trade.traps) if trade.traps and maker.chance(0.3) else trade.usual
        for row in situation(maker):
            written.append((entity, row))
            if maker.chance(0.15):
                written.append((entity, maker.again(row)))
            entity += 1
    random.shuffle(written)
    shown = [tuple(_joined(row, field) for field in trade.headers) for _, row in written]
    columns = dict(zip(trade.headers.values(), map(list, zip(*shown, strict=True)), strict=True))
    return columns, _told_apart([entity for entity, _ in written], shown)


def _told_apart(entities: Sequence[int], shown: Sequence[tuple[str, ...]]) -> dict[int, int]:
    """Return the entity of each row; those of which two rows look alike in every column are one."""
    leader = {entity: entity for entity in entities}
    first: dict[tuple[str, ...], int] = {}
    for entity, row in zip(entities, shown, strict=True):
        mine, theirs = leader[entity], leader[first.setdefault(tuple(map(plain_writing, row)), entity)]
        leader = {each: mine if one == theirs else one for each, one in leader.items()} if mine != theirs else leader
    return {place: leader[entity] for place, entity in enumerate(entities)}


def _joined(row: Row, field: str) -> str:
    between = ", " if field.startswith("street+") else " "
    return between.join(row[part] for part in field.split("+") if row.get(part))


# one customer, several things


def _owner_of(thing: str, make: Callable[[Maker], str], **more: Callable[[Maker], str]) -> Situation:
    def situation(maker: Maker) -> Iterator[Row]:
        yield maker.person() | {thing: make(maker)} | {name: other(maker) for name, other in more.items()}

    return situation


def _two_things(thing: str, make: Callable[[Maker], str], **more: Callable[[Maker], str]) -> Situation:
    def situation(maker: Maker) -> Iterator[Row]:
        owner, first = maker.person(), make(maker)
        second = next(made for made in iter(lambda: make(maker), "") if made != first)
        for value in (first, second):
            yield owner | {thing: value} | {name: other(maker) for name, other in more.items()}

    return situation


def _one_of(*values: str) -> Callable[[Maker], str]:
    return lambda maker: maker.random.choice(values)


def _code(pattern: str) -> Callable[[Maker], str]:
    """Return what draws codes: # a digit, @ a letter."""

    def make(maker: Maker) -> str:
        draw = {"#": "0123456789", "@": "ABCDEFGHKLMNPRSTVX"}
        return "".join(maker.random.choice(draw[sign]) if sign in draw else sign for sign in pattern)

    return make


# people taken for one another


def _born(first: int = 1940, last: int = 2005) -> Situation:
    def situation(maker: Maker) -> Iterator[Row]:
        yield maker.person() | {"born": maker.day(first, last)}

    return situation


def _twins(maker: Maker) -> Iterator[Row]:
    """Two children of one birth date whose names differ in a letter or two, with one guardian's contacts."""
    child, born = maker.person(), maker.day(2008, 2020)
    for given in maker.random.choice(maker.country.twins):
        yield child | {"given": given, "born": born}


def _siblings(maker: Maker) -> Iterator[Row]:
    child = maker.person()
    names = maker.random.sample(maker.country.given, 2)
    for given in names:
        yield child | {"given": given, "born": maker.day(2006, 2020)}


def _father_and_son(maker: Maker) -> Iterator[Row]:
    """One name at one home with one phone, born a generation apart; the birth date is not always written."""
    father = maker.person()
    yield father | {"born": maker.day(1940, 1960), "suffix": "Sr"}
    yield father | {"born": maker.day(1968, 1985), "suffix": "Jr"}


def _couple(maker: Maker) -> Iterator[Row]:
    one = maker.person()
    for given in maker.random.sample(maker.country.given, 2):
        yield one | {"given": given, "born": maker.day(1940, 1990)}


def _couple_by_initial(maker: Maker) -> Iterator[Row]:
    """John and Joan, of whom one row holds the initial only."""
    one = maker.person()
    others = [name for name in maker.country.given if name[0] == one["given"][0] and name != one["given"]]
    yield one
    if others:
        other = one | {"given": maker.random.choice(others)}
        yield other
        if maker.chance(0.3):
            yield other | {"given": f"{one['given'][0]}."}


# companies


def _firm(maker: Maker) -> Iterator[Row]:
    given, surname = maker.given(), maker.surname()
    yield {
        "company": maker.company(), "given": given, "surname": surname, "tax": _code("########")(maker),
        **maker.home(), **maker.contact(given, surname),
    }  # fmt: skip


def _two_firms_of_one_owner(maker: Maker) -> Iterator[Row]:
    """One owner's two firms, called after him: everything but the firm and its number is the same."""
    owner = next(_firm(maker))
    trades = maker.random.sample(maker.country.trades, 2)
    for trade in trades:
        form = maker.random.choice(maker.country.forms)
        yield owner | {"company": f"{owner['surname']} {trade} {form}", "tax": _code("########")(maker)}


def _two_forms(maker: Maker) -> Iterator[Row]:
    """One name, two legal forms: two companies."""
    owner = next(_firm(maker))
    core = owner["company"].split(" ")[0] + " " + owner["company"].split(" ")[1]
    for form in maker.random.sample(maker.country.forms, 2):
        yield owner | {"company": f"{core} {form}", "tax": _code("########")(maker)}


def _two_contacts(maker: Maker) -> Iterator[Row]:
    """Two owners of one firm, with its switchboard and its common address for mail."""
    firm = next(_firm(maker))
    for given in maker.random.sample(maker.country.given, 2):
        yield firm | {"given": given, "surname": maker.surname()}


def _two_owners_one_surname(maker: Maker) -> Iterator[Row]:
    firm = next(_firm(maker))
    for given in maker.random.sample(maker.country.given, 2):
        yield firm | {"given": given}


def _branches(maker: Maker) -> Iterator[Row]:
    firm = next(_firm(maker))
    yield firm | {"branch": "001"}
    yield firm | maker.home() | {"branch": "002"}


def _branches_told_by_code(maker: Maker) -> Iterator[Row]:
    firm = next(_firm(maker))
    for number in (1, 2):
        yield firm | {"branch": f"{number:03}"}


def _private_and_firm(maker: Maker) -> Iterator[Row]:
    """A person as a private customer, and the same as a firm under his own name."""
    firm = next(_firm(maker))
    yield firm | {"company": "", "tax": ""}
    yield firm | {"company": f"{firm['given']} {firm['surname']} {maker.country.forms[0]}"}


def _housing_companies(maker: Maker) -> Iterator[Row]:
    """Neighbouring housing companies of one manager, told apart by a number or by one word."""
    manager = maker.person()
    street, (code, town) = maker.random.choice(maker.country.streets), maker.place()
    number = maker.random.randrange(1, 40)
    for place in (number, number + 2):
        yield manager | {
            "company": f"Asunto Oy {town}n {street} {place}", "street": f"{street} {place}", "code": code,
             "town": town,
            "tax": _code("#######-#")(maker),
        }  # fmt: skip


def _housing_company_in_two_stages(maker: Maker) -> Iterator[Row]:
    """Built in stages on one lot: one street and number, one manager, names with I and II or with A and B."""
    manager, (code, town) = maker.person(), maker.place()
    name = maker.surname()
    for stage in maker.random.choice((("I", "II"), ("1", "2"), ("A", "B"), ("Etelä", "Pohjoinen"))):
        yield manager | {"company": f"As Oy {name} {stage}", "code": code, "town": town, "tax": ""}


def _housing_company(maker: Maker) -> Iterator[Row]:
    yield next(_housing_companies(maker))


def _flats(maker: Maker) -> Iterator[Row]:
    """One owner of two flats in one house."""
    owner = maker.person()
    for flat in maker.random.sample(("A 1", "A 2", "B 12", "B 13", "C 21"), 2):
        yield owner | {"unit": flat, "born": ""}


PERSON = {"given": "Etunimi", "surname": "Sukunimi", "street": "Osoite", "code": "Postinro", "town": "Postitmp",
          "phone": "Puhelin", "email": "Sähköposti"}  # fmt: skip

TRADES: Mapping[str, Trade] = {
    "fi_vet": Trade(
        "fi",
        {"given+surname": "Omistaja", "street": "Lähiosoite", "code": "Postinumero", "town": "Postitoimipaikka",
         "phone": "Puh.", "email": "Sähköposti", "pet": "Potilas", "species": "Laji"},
        _owner_of("pet", _one_of("Rekku", "Musti", "Mirri", "Nalle", "Tessu"), species=_one_of("koira", "kissa")),
        (_two_things("pet", _one_of("Rekku", "Musti", "Mirri", "Nalle"), species=_one_of("koira", "kissa")), _couple),
    ),
    "de_vet": Trade(
        "de",
        {"surname+given": "Tierhalter", "street": "Straße", "code": "PLZ", "town": "Ort", "phone": "Telefon",
         "chip": "Chipnummer", "pet": "Rufname"},
        _owner_of("pet", _one_of("Bello", "Mieze", "Rex", "Luna"), chip=_code("2760##########")),
        (_two_things("pet", _one_of("Bello", "Mieze", "Rex", "Luna"), chip=_code("2760##########")), _couple),
    ),
    "fi_housing": Trade(
        "fi",
        {"company": "Taloyhtiö", "given+surname": "Isännöitsijä", "street": "Katuosoite", "code": "Postinumero",
         "town": "Toimipaikka", "phone": "Puhelin", "email": "Sähköposti", "tax": "Y-tunnus"},
        _housing_company,
        (_housing_companies, _housing_company_in_two_stages),
    ),
    "fi_housing_no_ids": Trade(
        "fi",
        {"company": "Asiakas", "street+code+town": "Osoite", "phone": "Puhelin", "email": "Laskutussähköposti"},
        _housing_company,
        (_housing_companies, _housing_company_in_two_stages),
    ),
    "fi_association": Trade(
        "fi",
        {"surname+given": "Jäsen", "born": "Synt.aika", "street": "Osoite", "code": "Postinro", "town": "Paikka",
         "phone": "Puhelin", "email": "S-posti"},
        _born(),
        (_father_and_son, _twins, _siblings, _couple),
    ),
    "fi_association_without_births": Trade(
        "fi", PERSON | {"kind": "Jäsenlaji"},
        _owner_of("kind", _one_of("varsinainen", "perhe")),
        (_father_and_son, _twins, _couple, _two_things("kind", _one_of("varsinainen", "kannatus", "perhe"))),
    ),
    "sv_club": Trade(
        "sv",
        {"given": "Förnamn", "surname": "Efternamn", "born": "Född", "street": "Adress", "code": "Postnr",
         "town": "Ort",
         "phone": "Mobil", "email": "E-post"},
        _born(),
        (_father_and_son, _twins, _siblings),
    ),
    "da_guardian": Trade(
        "da",
        {"given+surname": "Barnets navn", "born": "Fødselsdato", "phone": "Forældres mobil", "email": "Mail",
         "street": "Vej", "code": "Postnr.", "town": "By"},
        _born(2006, 2020),
        (_twins, _siblings),
    ),
    "en_church": Trade(
        "en",
        {"given": "First Name", "surname": "Last Name", "suffix": "Suffix", "street": "Address 1", "town": "City",
         "code": "Postcode", "phone": "Mobile"},
        _born(),
        (_father_and_son, _couple_by_initial, _couple),
    ),
    "fi_courses": Trade(
        "fi", PERSON | {"course": "Ryhmä"},
        _owner_of("course", _one_of("Keramiikka 1", "Jooga", "Espanja A1", "Kuoro")),
        (_two_things("course", _one_of("Keramiikka 1", "Keramiikka 2", "Jooga", "Espanja A1")), _couple),
    ),
    "nl_courses": Trade(
        "nl",
        {"given+surname": "Deelnemer", "street": "Adres", "code": "Postcode", "town": "Woonplaats",
         "phone": "Telefoon",
         "email": "E-mailadres", "course": "Aanbod"},
        _owner_of("course", _one_of("Yoga", "Pilates", "Koor")),
        (_two_things("course", _one_of("Yoga", "Pilates", "Koor")), _couple),
    ),
    "fi_owners": Trade(
        "fi",
        {"company": "Liike", "given+surname": "Yhteyshlö", "street": "Osoite", "code": "Postinro", "town": "Postitmp",
         "phone": "Puhelin", "email": "Sähköposti"},
        _firm,
        (_two_firms_of_one_owner, _two_contacts, _two_owners_one_surname, _two_forms, _private_and_firm, _branches),
    ),
    "de_firms": Trade(
        "de",
        {"company": "Firmenname", "given+surname": "Ansprechpartner", "street": "Strasse", "code": "PLZ",
         "town": "Ort",
         "phone": "Tel.", "email": "Mail"},
        _firm,
        (_two_firms_of_one_owner, _two_contacts, _two_forms, _branches),
    ),
    "fr_establishments": Trade(
        "fr",
        {"company": "Raison sociale", "tax+branch": "SIRET", "street": "Adresse", "code": "CP", "town": "Ville",
         "phone": "Tél", "email": "Courriel"},
        _firm,
        (_branches, _branches_told_by_code, _two_firms_of_one_owner, _two_forms),
    ),
    "es_firms": Trade(
        "es",
        {"company": "Cliente", "given": "Nombre", "surname": "Apellidos", "street": "Dirección", "code": "CP",
         "town": "Población", "phone": "Móvil", "email": "Correo"},
        _firm,
        (_two_firms_of_one_owner, _two_contacts, _two_forms, _private_and_firm),
    ),
    "nl_firms_unheaded": Trade(
        "nl",
        {"company": "Relatie", "phone": "Tel", "email": "Mail", "street": "Adres", "code": "Pc", "town": "Plaats"},
        _firm,
        (_two_firms_of_one_owner, _two_forms, _branches_told_by_code),
    ),
    "et_firms": Trade(
        "et",
        {"company": "Ettevõte", "tax": "Registrikood", "given+surname": "Kontaktisik", "street": "Aadress",
         "code": "Indeks",
         "town": "Linn", "phone": "Telefon", "email": "E-post"},
        _firm,
        (_two_firms_of_one_owner, _two_contacts, _two_forms, _branches),
    ),
    "pl_firms": Trade(
        "pl",
        {"company": "Nazwa firmy", "tax": "NIP", "street": "Ulica", "code": "Kod pocztowy", "town": "Miejscowość",
         "phone": "Telefon"},
        _firm,
        (_two_firms_of_one_owner, _two_forms, _branches),
    ),
    "fi_sites": Trade(
        "fi", PERSON | {"site": "Nuohouspaikka"},
        _owner_of("site", _one_of("Mökki", "Koti", "Sauna", "Halli")),
        (_two_things("site", _one_of("Mökki", "Koti", "Sauna", "Halli")), _couple),
    ),
    "sv_cars": Trade(
        "sv",
        {"given+surname": "Kund", "street": "Gatuadress", "code": "Postnr", "town": "Postort", "phone": "Telefon",
         "car": "Regnr", "model": "Märke"},
        _owner_of("car", _code("@@@###"), model=_one_of("Volvo", "Saab", "Skoda")),
        (_two_things("car", _code("@@@###"), model=_one_of("Volvo", "Saab", "Skoda")), _couple),
    ),
    "en_meters": Trade(
        "en",
        {"given": "Forename", "surname": "Surname", "street": "Billing Street", "town": "Town", "code": "Postcode",
         "phone": "Phone", "email": "Email", "meter": "MPAN"},
        _owner_of("meter", _code("12########")),
        (_two_things("meter", _code("12########")), _couple_by_initial),
    ),
    "fi_landlords": Trade(
        "fi", PERSON | {"unit": "Hsto"},
        _owner_of("unit", _one_of("A 1", "A 2", "B 12", "C 21")),
        (_flats, _couple),
    ),
    "fi_unheaded": Trade(
        "fi",
        {"given": "A", "surname": "B", "street": "C", "code": "D", "town": "E", "phone": "F", "email": "G",
         "boat": "H"},
        _owner_of("boat", _code("A##")),
        (_two_things("boat", _code("A##")), _couple, _twins),
    ),
    "fi_wholesale": Trade(
        "fi",
        {"company": "Nimi", "tax": "Y-tunnus", "branch": "Noutopiste", "street": "Osoite", "code": "Pnro",
         "town": "Ptp",
         "phone": "Puhelin", "email": "Laskut"},
        _firm,
        (_branches, _branches_told_by_code, _two_forms),
    ),
}  # fmt: skip
