"""Words and marks that say "nothing here", as people and programs fill a cell that had better be empty."""

import re

WORDS = frozenset(
    (
        *("ei ole", "ei oo", "ei tiedossa", "ei tietoa", "ei tiedetä", "eiole", "puuttuu", "tuntematon"),
        *("ei", "ei puhelinta", "ei sähköpostia", "ei emailia", "ei osoitetta", "ei nimeä", "ei annettu"),
        *(
            "ei ilmoitettu",
            "ei saatavilla",
            "nimetön",
            "tuntematon asiakas",
            "tyhjä",
            "testi",
            "test",
            "testaus",
            "asdf",
            "qwerty",
        ),
        *("foo", "n/a", "na", "n.a.", "none", "null", "nan", "unknown", "not available", "not provided", "not given"),
        *(
            "no name",
            "noname",
            "no email",
            "no phone",
            "anonymous",
            "saknas",
            "uppgift saknas",
            "finns ej",
            "finns inte",
        ),
        *(
            "okänd",
            "okänd kund",
            "namnlös",
            "ej angett",
            "ej angivet",
            "ingen",
            "inget",
            "nil",
            "undefined",
            "tba",
            "tbd",
        ),
    )
)
MARKS = re.compile(r"[-–—_.,*?/\\!xX\s]+|#(?:n/a|[^\W\d][\w/]*[!?])", re.IGNORECASE)
"""Strokes and points, and what spreadsheets write for an error in any language: #N/A, #VIITTAUS!, #SAKNAS!"""
ZEROS = re.compile(r"[0\s-]+|(?:\+?358)?[\s-]*(?:0400?|050)?[\s-]*(?:0{6,7}|000 0000)|123456789?0?")
DENIED = re.compile(
    r"(?:ei|ei ole|ei oo|puuttuu) (?:\w*puh\.?|\w*puhelin(?:ta|numeroa)?|numeroa|nroa?|gsm(?::ää)?|kännykkää"
    r"|s?-?posti(?:a|osoitetta)?|sähköposti(?:a|osoitetta)|e?-?mail(?:ia)?|meiliä|nettiä|osoitetta|tietoa|tiedossa|saatavilla)"
    r"|(?:har )?(?:ej|inte|ingen|inget|saknar) (?:tel\.?|telefon|nummer|e-?post|mejl|mail|mobil|adress)",
    re.IGNORECASE,
)
# What programs write for a day they were never given.
NO_DAYS = re.compile(
    r"0{1,2}[./-]0{1,2}[./-]0{2,4}|0{4}-0\d-0\d.*|0?[01][./]0?1[./](?:1900|1753|0001)|(?:1900|1753|0001)-01-0[01].*"
    r"|3[01][./]12[./](?:1899|9999)|1899-12-3[01].*|9999-12-31.*"
)
EPOCH = re.compile(r"0?1[./]0?1[./]1970|1970-01-01.*")
NO_ADDRESSES = re.compile(
    r"(a|x|xx|xxx|aa|asd|unknown|ei|ei\.?ole|test|testi|none|no|nomail|noemail|eiole|eimailia)"
    r"@(a|x|xx|xxx|aa|unknown|ei|ei\.?ole|asd|test|testi|ole|mail|email|none|eiole)\.(fi|com|net|xx|aa|se)",
    re.IGNORECASE,
)
_WAYS = (MARKS, ZEROS, NO_ADDRESSES, DENIED, NO_DAYS, EPOCH)
_EMPTY = re.compile("|".join(f"(?:{way.pattern})" for way in _WAYS), re.IGNORECASE)


def looks_empty(text: str) -> bool:
    """Return whether a text may be a filler, whatever the column means."""
    return text.strip().lower() in WORDS or bool(_EMPTY.fullmatch(text))
