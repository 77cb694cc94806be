"""The words made-up customers are put together from: common given names, invented surnames and invented companies."""

WOMEN = (
    "Maria", "Helena", "Johanna", "Anneli", "Kaarina", "Hannele", "Liisa", "Sofia", "Katariina", "Marjatta",
    "Emilia", "Olivia", "Pirkko", "Tuula", "Ritva", "Leena", "Päivi", "Anne", "Minna", "Sari", "Tiina", "Kirsi",
    "Heidi", "Satu", "Riikka", "Anna", "Hanna", "Laura", "Jenni", "Elina", "Noora", "Aino", "Eveliina", "Venla",
    "Eila", "Raija", "Seija", "Merja", "Outi", "Susanna", "Sanna", "Mari", "Katja", "Niina", "Eija", "Jaana",
    "Ulla", "Irma", "Aila", "Siiri", "Helmi", "Iida",
)  # fmt: skip
MEN = (
    "Juhani", "Johannes", "Mikael", "Antero", "Tapani", "Olavi", "Tapio", "Matti", "Kalevi", "Ilmari", "Pekka",
    "Timo", "Jari", "Jani", "Antti", "Mika", "Kari", "Juha", "Markku", "Hannu", "Heikki", "Seppo", "Janne", "Ville",
    "Petri", "Marko", "Sami", "Jukka", "Teemu", "Harri", "Esa", "Pentti", "Risto", "Martti", "Eero", "Otto", "Onni",
    "Väinö", "Eino", "Lauri", "Tuomas", "Aleksi", "Arttu", "Niko", "Jesse", "Joona", "Oskari", "Toivo", "Veikko",
    "Reijo", "Ari", "Tomi",
)  # fmt: skip
SWEDISH_WOMEN = (
    "Åsa",
    "Birgitta",
    "Gunilla",
    "Märta",
    "Annika",
    "Ulrika",
    "Solveig",
    "Disa",
    "Linnéa",
    "Carola",
    "Ann-Sofi",
    "Siv",
)
SWEDISH_MEN = ("Göran", "Håkan", "Björn", "Åke", "Torsten", "Sören", "Kjell", "Bo", "Fredrik", "Stig")

NATURE = (
    "Halla", "Kuura", "Ruska", "Kelo", "Paju", "Utu", "Suvi", "Varpu", "Kanerva", "Repo", "Korppi", "Sumu", "Routa",
    "Tuisku", "Ahven", "Kiuru", "Lumme", "Vanamo", "Hilla", "Saarni", "Kaisla", "Havu", "Närhi", "Hauki", "Sammal",
    "Pyry", "Ilves", "Riekko", "Orvokki", "Jäkälä",
)  # fmt: skip
_LAND = ("kanto", "notko", "virta", "pelto", "luoto", "korpi", "lahti", "vaara", "salmi", "harju", "kaarre", "kumpu")
_AFTER_VOWEL = ("la", "nen", "lainen", *_LAND)
_AFTER_CONSONANT = ("ela", "inen", "lainen", *_LAND)


def _surname(nature: str, ending: int) -> str:
    return nature + (_AFTER_VOWEL if nature[-1] in "aeiouyäö" else _AFTER_CONSONANT)[ending]


SURNAMES = tuple(_surname(nature, ending) for ending in range(len(_AFTER_VOWEL)) for nature in NATURE)
"""Invented, the commonest first."""

_SWEDISH_FIRST = ("Ång", "Sjö", "Björk", "Tång", "Lärk", "Hägg", "Rönn", "Skär", "Vik", "Ek")
SWEDISH_SURNAMES = tuple(
    f"{first}{last}" for last in ("åker", "hage", "vall", "klint", "löv", "rud") for first in _SWEDISH_FIRST
)

TRADES = (
    "Rakennus", "Kukkakauppa", "Tilitoimisto", "Leipomo", "Kiinteistöhuolto", "Autokorjaamo", "Siivouspalvelu",
    "Maalaus", "Sähkötyöt", "Fysioterapia", "Ravintola", "Kahvila", "Parturi-kampaamo", "Hoitola", "Lounaspaikka",
    "Isännöinti", "Kuljetus", "Taksi", "Lasitus", "Valokuvaamo", "Ompelimo", "Hierontapalvelu", "Painotalo",
    "Kirjakauppa",
)  # fmt: skip
BRANDS = tuple(
    f"{nature}{thing}" for thing in ("kello", "tähti", "polku", "siipi", "kivi", "pata") for nature in NATURE
)

STREETS = (
    "Koulukatu", "Kirkkotie", "Rantatie", "Koivutie", "Mäntytie", "Kuusikuja", "Asemakatu", "Torikatu", "Niittypolku",
    "Myllytie", "Pihlajakatu", "Haapakuja", "Vaahterakatu", "Puistokatu", "Satamakatu", "Linnankatu", "Teollisuustie",
    "Sepänkatu", "Kalliotie", "Peltotie", "Metsäpolku", "Harjukatu", "Kauppakatu", "Tehtaankatu", "Aallonkatu",
    "Hiihtäjäntie", "Kettukuja", "Karhunkierros", "Saarnitie", "Vanha Maantie", "Lehtokuja", "Purokatu",
)  # fmt: skip
SWEDISH_STREETS = (
    "Strandvägen", "Skolgatan", "Kyrkovägen", "Björkgränden", "Storgatan", "Parkgatan", "Åbågen",
    "Hamngatan", "Fiskarstigen", "Ängsvägen", "Lotsgatan",
)  # fmt: skip

PRIVATE_DOMAINS = (
    ("gmail.com", 46), ("hotmail.com", 16), ("outlook.com", 7), ("icloud.com", 6), ("elisanet.fi", 5),
    ("luukku.com", 1), ("kolumbus.fi", 3), ("saunalahti.fi", 4), ("yahoo.com", 4), ("hotmail.fi", 3),
    ("pp.inet.fi", 2), ("netti.fi", 2),
)  # fmt: skip
"""Mail services of private people with their shares."""
