"""Invents people and companies of several countries, and writes one of them again as another clerk would."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Country:
    """What names and addresses of a country are made of; `phone` has a `#` for each digit to be drawn."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    streets: tuple[str, ...]
    towns: tuple[tuple[str, str], ...]
    phone: str
    forms: tuple[str, ...]
    trades: tuple[str, ...]
    twins: tuple[tuple[str, str], ...]
    number_first: bool = False


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _towns(text: str) -> tuple[tuple[str, str], ...]:
    parts = (town.split(":") for town in text.split(","))
    return tuple((code, name) for code, name in parts)


def _twins(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in (pair.split("/") for pair in text.split()))


COUNTRIES: Mapping[str, Country] = {
    "fi": Country(
        _words("Aino Eero Helvi Ilkka Jaana Kalevi Leena Mikko Noora Olavi Pirjo Reijo Satu Tapio Ulla "
            "Veikko Hanna Hanne "
               "Jari Jani Marja Marjo Anneli Anniina Tomi Timi Sari Saara Jussi Juha Päivi Kaisa Outi Esa"),
        _words("Aaltola Haapamäki Isosaari Jokiranta Kuusela Lehtisalo Mattila Niinikoski Ojanperä "
            "Peltokangas Rantala "
               "Savolainen Tuomela Uusitalo Vehmaa Ylitalo Hietala Kangasniemi Myllymäki Riihimaa"),
        _words("Koivutie Rantakatu Mäkitie Kirkkotie Satamakatu Peltokuja Myllypolku Asematie"),
        _towns("00530:Helsinki,33100:Tampere,20100:Turku,90100:Oulu,70100:Kuopio,40100:Jyväskylä"),
        "040 #######", ("Oy", "Ky", "Osk", "Tmi"), _words("Sähkö Rakennus Kuljetus Maalaus Kiinteistö "
            "Huolto Metalli Puutarha"),
        _twins("Hanna/Hanne Marja/Marjo Jari/Jani Tomi/Timi Sari/Saara Anni/Anna Elina/Eliisa Mika/Mira"),
    ),
    "sv": Country(
        _words("Anna Björn Carina Daniel Elin Fredrik Gunilla Håkan Ingrid Johan Kerstin Lars Maria Nils "
            "Oskar Per Sara Tove"),
        _words("Andersson Bergqvist Dahlgren Ekström Forsberg Granlund Hedlund Isaksson Jönsson Karlberg "
            "Lindqvist Malmgren"),
        _words("Storgatan Kyrkvägen Hamngatan Skolgatan Björkvägen Ringvägen"),
        _towns("111 20:Stockholm,411 05:Göteborg,211 22:Malmö,753 10:Uppsala"),
        "070-### ## ##", ("AB", "HB", "Ekonomisk förening"), _words("El Bygg Transport Måleri Fastighet "
            "Service Plåt"),
        _twins("Emma/Emmy Elin/Elina Lina/Linn Maria/Marie Moa/Noa Tilda/Tilde Hanna/Hannes"),
    ),
    "de": Country(
        _words("Andreas Birgit Claudia Dieter Elke Frank Gisela Heinz Inge Jürgen Karin Lothar Monika "
            "Norbert Petra Ralf Uwe"),
        _words("Albrecht Baumgartner Dietrich Eberhardt Friedrich Grünwald Hoffmeister Jansen Krüger "
            "Lehmann Neumann Schröder"),
        _words("Bahnhofstraße Hauptstraße Gartenweg Schulstraße Lindenallee Marktplatz"),
        _towns("10115:Berlin,20095:Hamburg,80331:München,50667:Köln,04109:Leipzig"),
        "+49 30 ########", ("GmbH", "GmbH & Co. KG", "AG", "e.K."), _words("Bau Elektro Transporte "
            "Verwaltungs Metall Holz Immobilien"),
        _twins("Lena/Lina Anna/Anne Jan/Jana Marie/Maria Paul/Paula Tim/Tom"),
    ),
    "fr": Country(
        _words("Alain Brigitte Céline Denis Élodie François Geneviève Henri Isabelle Julien Karine Luc "
            "Martine Nicolas Odile"),
        _words("Aubert Bonnet Chevalier Dubois Fontaine Garnier Lambert Mercier Perrin Rousseau Simon Vidal"),
        ("rue de la Gare", "avenue Victor Hugo", "rue des Lilas", "place du Marché", "chemin des Vignes"),
        _towns("75011:Paris,69003:Lyon,33000:Bordeaux,59000:Lille"),
        "06 ## ## ## ##", ("SARL", "SAS", "EURL", "SA"), _words("Bâtiment Électricité Transports Peinture "
            "Immobilier Services"),
        _twins("Louis/Louise Léo/Léa Marie/Maria Jean/Jeanne Emma/Emmy"),
        number_first=True,
    ),
    "en": Country(
        _words("Alan Brenda Colin Diane Edward Fiona Gareth Helen Ian Joan John Karen Leslie Martin Nigel "
            "Pamela Robert Susan"),
        _words("Ashworth Bradshaw Carter Dawson Ellison Fletcher Gibbons Hargreaves Ingram Kendall "
            "Marsden Pemberton"),
        ("High Street", "Church Lane", "Station Road", "Mill Lane", "Kings Avenue", "Park Road"),
        _towns("LS1 4AP:Leeds,M1 2WD:Manchester,B3 3HJ:Birmingham,BS1 5TR:Bristol"),
        "07### ######", ("Ltd", "LLP", "plc"), _words("Electrical Building Haulage Decorating Property "
            "Plumbing"),
        _twins("Amy/Emy Ellie/Allie Mary/Marie Jon/Joan Lily/Lila Harry/Harvey"),
        number_first=True,
    ),
    "es": Country(
        _words("Alberto Beatriz Carlos Dolores Emilio Fernanda Gonzalo Inés Javier Laura Manuel Nuria "
            "Óscar Pilar Rafael"),
        _words("Alonso Blanco Castillo Domínguez Espinosa Fuentes Gallego Herrera Iglesias Lozano Molina "
            "Navarro"),
        ("Calle Mayor", "Avenida de la Paz", "Calle del Sol", "Plaza Nueva", "Calle Real"),
        _towns("28013:Madrid,08002:Barcelona,41001:Sevilla,46002:Valencia"),
        "6## ### ###", ("S.L.", "S.A.", "S. Coop."), _words("Construcciones Electricidad Transportes "
            "Pinturas Inmobiliaria"),
        _twins("Marta/María Luis/Luisa Ana/Ane Pablo/Paula Carla/Clara"),
    ),
    "nl": Country(
        _words("Annelies Bart Claudia Dirk Elly Frans Greetje Hendrik Ilse Jeroen Kees Lotte Maarten "
            "Nienke Pieter Sanne"),
        _words("Bakker Dekker Evers Groen Hendriks Jansen Kuiper Meijer Peters Smits Visser Wolters"),
        _words("Dorpsstraat Kerkweg Molenlaan Stationsplein Havenkade"),
        _towns("1012 AB:Amsterdam,3011 CD:Rotterdam,3511 EF:Utrecht"),
        "06-########", ("B.V.", "V.O.F.", "N.V."), _words("Bouw Elektro Transport Schilders Vastgoed Beheer"),
        _twins("Sanne/Sanna Lotte/Lotta Jan/Jana Tim/Tom Lisa/Lise"),
    ),
    "et": Country(
        _words("Aivar Birgit Eve Garri Helgi Imbi Jaan Kaja Leho Mati Neeme Piret Rein Siim Tiiu Urmas"),
        _words("Aasmäe Ilves Kaljurand Kask Lepik Mägi Oja Põld Raudsepp Saar Tamm Vaher"),
        ("Pikk tänav", "Tartu mnt", "Kooli tee", "Mere pst", "Aia tänav"),
        _towns("10111:Tallinn,51003:Tartu,80010:Pärnu"),
        "+372 5### ####", ("OÜ", "AS", "FIE"), _words("Ehitus Elekter Transport Kinnisvara Haldus"),
        _twins("Mari/Maria Liis/Liisa Karl/Karla Anu/Ann Jaan/Jaana"),
    ),
    "pl": Country(
        _words("Adam Barbara Cezary Danuta Edyta Feliks Grażyna Henryk Iwona Jacek Krystyna Leszek Marek "
            "Natalia Paweł"),
        _words("Adamczyk Bielecki Czarnecki Dąbrowski Gajewski Jabłoński Kaczmarek Lewandowski Majewski "
            "Nowicki Sikora"),
        ("ul. Długa", "ul. Polna", "ul. Szkolna", "al. Niepodległości"),
        _towns("00-001:Warszawa,30-002:Kraków,50-003:Wrocław"),
        "+48 ### ### ###", ("Sp. z o.o.", "S.A.", "Sp. j."), _words("Budowa Elektro Transport "
            "Nieruchomości Usługi"),
        _twins("Hanna/Anna Maja/Kaja Jan/Jana Ola/Ala Adam/Ada"),
    ),
    "da": Country(
        _words("Anders Bente Christian Dorthe Erik Freja Gitte Henrik Inger Jens Kirsten Lise Mogens "
            "Niels Pia Rasmus"),
        _words("Andersen Bendtsen Christensen Damgaard Eriksen Frandsen Gregersen Holm Iversen Kjeldsen "
            "Lauritsen Mortensen"),
        _words("Vestergade Kirkevej Skolevej Strandvejen Møllegade"),
        _towns("1050:København K,8000:Aarhus C,5000:Odense C"),
        "## ## ## ##", ("ApS", "A/S", "I/S"), _words("El Byg Transport Maler Ejendom Service"),
        _twins("Sofie/Sofia Mads/Mats Line/Lise Emma/Emmy Freja/Frida"),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Maker:
    """Draws what a register of one country holds."""

    random: Random
    country: Country

    def given(self) -> str:
        return self.random.choice(self.country.given)

    def surname(self) -> str:
        return self.random.choice(self.country.surnames)

    def phone(self) -> str:
        drawn = (str(self.random.randrange(10)) if sign == "#" else sign for sign in self.country.phone)
        return "".join(drawn)

    def email(self, *words: str) -> str:
        local = ".".join(_plain(word) for word in words if word)
        domain = self.random.choice(("example.com", "example.org", "mail.example"))
        return f"{local}{self.random.randrange(1, 99)}@{domain}"

    def street(self) -> str:
        name, number = self.random.choice(self.country.streets), self.random.randrange(1, 90)
        return f"{number} {name}" if self.country.number_first else f"{name} {number}"

    def place(self) -> tuple[str, str]:
        return self.random.choice(self.country.towns)

    def company(self, owner: str = "") -> str:
        words = owner or self.surname(), self.random.choice(self.country.trades)
        return f"{' '.join(words)} {self.random.choice(self.country.forms)}"

    def day(self, first: int, last: int) -> str:
        parts = self.random.randrange(1, 29), self.random.randrange(1, 13), self.random.randrange(first, last)
        return ".".join(map(str, parts))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def person(self) -> Row:
        """Return a person by fields: given, surname, street, code, town, phone, email."""
        given, surname = self.given(), self.surname()
        return {"given": given, "surname": surname, **self.home(), **self.contact(given, surname)}

    def home(self) -> Row:
        code, town = self.place()
        return {"street": self.street(), "code": code, "town": town}

    def contact(self, *words: str) -> Row:
        return {"phone": self.phone(), "email": self.email(*words)}

    def again(self, row: Row, own: Sequence[str] = ("given", "surname", "company")) -> Row:
        """Return the row as it is typed in once more: other writings, what is missing, a newer phone, a "
        "slip."""
        said = dict(row)
        for name in ("phone", "email", "street", "code", "town"):
            if name in said and self.chance(0.12):
                said[name] = ""
        if said.get("phone") and self.chance(0.4):
            said["phone"] = said["phone"].replace(" ", "").replace("-", "")
        if said.get("phone") and self.chance(0.1):
            said["phone"] = self.phone()
        if said.get("email") and self.chance(0.2):
            said["email"] = said["email"].upper()
        for name in own:
            if said.get(name) and self.chance(0.15):
                said[name] = said[name].upper()
            elif said.get(name) and self.chance(0.05):
                said[name] = self._slip(said[name])
        if said.get("street") and self.chance(0.08):
            said |= self.home()
        return said

    def _slip(self, text: str) -> str:
        place = self.random.randrange(1, len(text))
        return text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :] if place > 1 else text


def _plain(text: str) -> str:
    return "".join(character for character in text.lower() if character.isascii() and character.isalnum())
