"""Words that stand in the header row of a customer register, to tell it from the rows below and above."""

import re

from tikissa.schema.header_meanings import is_known_header
from tikissa.text.normalise import fold

_FINNISH = """
nimi etunimi sukunimi asiakas yritys osoite lahiosoite katuosoite postinumero postinro pnro postitoimipaikka ptp
paikkakunta kaupunki kunta puhelin puh puhelinnumero gsm matkapuhelin sahkoposti email mail asiakasnumero asiakasnro
asnro tunnus ytunnus tunniste henkilotunnus hetu syntymaaika yhteyshenkilo laskutusosoite toimitusosoite
verkkolaskuosoite lisatiedot lisatieto huomautus huomautukset muistiinpanot kommentti viimeisin osto kaynti tilaus
ostot summa maa kieli lupa kielto markkinointilupa markkinointikielto luotu pvm paivays paivamaara nro numero id
yhteystiedot perustiedot laskutus toimitus markkinointi myyja lahde ryhma tila verkkosivu www titteli
"""
_SWEDISH = """
namn fornamn efternamn kund foretag adress gatuadress postnummer postnr ort postanstalt postort stad telefon tfn
mobil epost kundnummer kundnr fonummer personbeteckning kontaktperson faktureringsadress leveransadress anteckningar
land sprak datum
"""
_ENGLISH = """
name first last given surname customer company organization organisation address street suburb postcode zip postal
code city town state country phone telephone mobile fax email contact number notes note comment date birth dob
language type status gender sex region county website url created updated
"""
WORDS = frozenset((_FINNISH + _SWEDISH + _ENGLISH).split())

_SPLIT = re.compile(r"[^a-z0-9]+")


def header_words(text: str) -> int:
    """Return how many words of a header a text holds, with hyphens and blanks left out as well."""
    folded = fold(text)
    parts = [part for part in _SPLIT.split(folded) if part]
    return sum(part.rstrip("0123456789") in WORDS for part in parts) or int("".join(parts) in WORDS)


def names_column(text: str) -> bool:
    """Say whether a text has a word of a header in it, or is one of the headers that are known word for word."""
    return header_words(text) > 0 or is_known_header(text)
