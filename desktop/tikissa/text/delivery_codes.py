"""What a mail server's answer means: its code (RFC 3463, RFC 5321), else the words around it.

A code says more than the words where it says anything: 5.0.0 and 4.0.0 do not, nor do the three digits of SMTP when
the words tell. A message that was given up after a temporary answer is soft, however final the report is.
"""

import re
from typing import NamedTuple

from tikissa.model.contact_event import ContactNews
from tikissa.text.normalise import fold

_HARD, _SOFT, _POLICY = ContactNews.HARD, ContactNews.SOFT, ContactNews.POLICY

_ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?<![\d.\[-])([45][0-5]\d)(?=[\s\-:;,#]|$)")
_GIVEN_UP = re.compile(r"\bexpired|\bgave up|\bgiving up|giv\w{0,6} up|retry time\w{0,6} exceeded|no longer be retried")

_BY_DETAIL: dict[tuple[int, int], ContactNews | None] = {
    (1, 7): _POLICY,
    (1, 8): _POLICY,
    (2, 2): _SOFT,
    (2, 3): _SOFT,
    (2, 4): _SOFT,
    (4, 4): _HARD,
    (4, 0): None,
    (4, 1): None,
}
"""Subject and detail of a permanent code, where the detail says another thing than its subject."""

_BY_SUBJECT: dict[int, ContactNews | None] = {
    0: None,
    1: _HARD,
    2: _HARD,
    3: _SOFT,
    4: _SOFT,
    5: None,
    6: _SOFT,
    7: _POLICY,
}

_BY_REPLY = {"552": _SOFT, "550": _HARD, "551": _HARD, "553": _HARD, "554": _POLICY, "571": _POLICY}

_FULL = re.compile(r"quota|mailbox(?: is)? full|\btaynna\b|full brevlada|brevladan? ar full")
_NO_SUCH = re.compile(
    r"(?:user|recipient|mailbox|account|customer)s? (?:is )?(?:unknown|not found|unavailable|invalid|disabled|inactive)"
    r"|unknown (?:or \w+ )?(?:local )?(?:user|recipient|mailbox|account|address|destination address)"
    r"|no such (?:user|recipient|mailbox|account|address|person|domain|local user)|no mailbox (?:here|by that name)"
    r"|(?:user|recipient|mailbox|account|address|domain|host)\b.{0,80}"
    r"(?:does ?n[o']t exist|not exist|could ?n[o']t be found|was ?n[o']t found|no longer|is not known|not a valid)"
    r"|(?:does ?n[o']t|not) have an? .{0,40}(?:account|mailbox)|not our customer|addressee unknown"
    r"|invalid (?:recipient|mailbox|address|user)"
    r"|unrouteable|(?:host|domain)(?: name)? (?:unknown|not found)"
    r"|not recogni[sz]ed|discontinued|has been (?:disabled|closed|deleted)"
    r"|unknown (?:host|domain)|name or service not known|bad destination|nonexistent|non-existent|nullmx"
    r"|(?:osoitetta|vastaanottajaa|postilaatikkoa|kayttajaa|tilia)\b.{0,60}\bei (?:ole|loydy|loytynyt)"
    r"|(?:osoite|vastaanottaja|postilaatikko|kayttaja)\b.{0,60}\bei ole (?:olemassa|enaa|kaytossa)"
    r"|tuntematon (?:vastaanottaja|kayttaja|osoite|verkkotunnus)"
    r"|okand (?:mottagare|anvandare|adress|doman)"
    r"|(?:mottagaren?|adressen?|brevladan?|kontot?)\b.{0,60}(?:finns inte|hittades inte|existerar inte|kunde inte)"
)
_PASSES = re.compile(
    r"\bfull\b|quota|over ?quota|storage|too (?:big|large|long|many)|size limit|exceeds|timed? ?out"
    r"|connection (?:refused|reset|lost)|could not connect|temporar|try again|retry|greylist|expired|no route"
    r"|not responding|overload|resources"
    r"|taynna|kiintio|liian (?:suuri|iso)|tilapai|yrita (?:myohemmin|uudelleen)|for stor|tillfallig|forsok igen"
)
_REFUSED = re.compile(
    r"spam|junk|\bblock|black ?list|blocklist|deny ?list|polic(?:y|ies)|denied|not (?:allowed|permitted|authori[sz]ed)"
    r"|relay|dmarc|\bspf\b|\bdkim\b|unauthenticated|reputation|content reject|virus|unsolicited|banned"
    r"|roskaposti|estetty|esto\b|kaytan(?:to|not)|ei hyvaksyt|kielletty|skrappost|sparrad|blockerad|otillat|avvisa"
)


class Answer(NamedTuple):
    """What a server's answer means (None: it says nothing), and its code."""

    news: ContactNews | None
    code: str | None


def codes_in(text: str) -> Answer | None:
    """Return the first code of a text with what it means by itself, None where there is none."""
    enhanced = _ENHANCED.search(text)
    if enhanced is not None:
        reply = _REPLY.search(text[: enhanced.start()])
        kind, subject, detail = (int(part) for part in enhanced.groups())
        if reply is not None and reply[1][0] == "4":
            kind = 4
        return Answer(_of_code(kind, subject, detail), enhanced[0])
    reply = _REPLY.search(text)
    if reply is None:
        return None
    return Answer(_SOFT if reply[1][0] == "4" else None, reply[1])


def _of_code(kind: int, subject: int, detail: int) -> ContactNews | None:
    if kind == 2:
        return ContactNews.NOT_A_BOUNCE
    if kind == 4:
        return _SOFT
    return _BY_DETAIL.get((subject, detail), _BY_SUBJECT.get(subject))


def by_words(text: str) -> ContactNews | None:
    """Return what the words of an answer say."""
    said = fold(text.replace("’", "'"))
    return next((news for pattern, news in _WORDS if pattern.search(said)), None)


_WORDS = ((_FULL, _SOFT), (_NO_SUCH, _HARD), (_PASSES, _SOFT), (_REFUSED, _POLICY))


def has_enhanced_code(text: str) -> bool:
    return _ENHANCED.search(text) is not None


def is_given_up(text: str) -> bool:
    """Say whether a report says that nothing is tried any more."""
    return _GIVEN_UP.search(fold(text)) is not None


def meaning_of_answer(*texts: str) -> Answer:
    """Return what a server's answer means: the first text with a code that says something, else the words of all.

    `texts` are the places to look in, the most telling first: the answer itself, then the status of the report.
    """
    found = [answer for answer in map(codes_in, texts) if answer is not None]
    answer = next((each for each in found if each.news is not None), found[0] if found else Answer(None, None))
    words = by_words(" ".join(texts))
    if answer.news is _POLICY and words is _HARD:
        return Answer(_HARD, answer.code)
    if answer.news is not None or words is not None:
        return Answer(answer.news or words, answer.code)
    return Answer(_by_reply(texts), answer.code)


def _by_reply(texts: tuple[str, ...]) -> ContactNews | None:
    replies = (_REPLY.search(text) for text in texts)
    return next((_BY_REPLY.get(reply[1]) for reply in replies if reply is not None), None)
