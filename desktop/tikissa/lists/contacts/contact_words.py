"""What a mailing program calls what became of a message, in its cells, its headers and the names of its files."""

import re
from functools import lru_cache

from tikissa.model.contact_event import ContactNews
from tikissa.text.delivery_codes import codes_in, meaning_of_answer
from tikissa.text.normalise import fold

_FEW_WORDS = 6
_APART = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-./]+")

_WORDS: tuple[tuple[ContactNews, re.Pattern[str]], ...] = (
    (
        ContactNews.COMPLAINED,
        re.compile(
            r"complain|spam ?(?:report|complaint)|\babuse\b|feedback ?loop|(?:mark|report)\w* (?:as )?spam"
            r"|roskapostiksi|roskaposti-?ilmoitu|roskapostivalitu|\bvalitu|\bvalitt|klagomal|klagat|skrappostanmal"
            r"|anmalt som skrappost"
        ),
    ),
    (
        ContactNews.NOT_A_BOUNCE,
        re.compile(
            r"never subscribed|not unsubscribed|\bre ?subscribed|auto ?repl|auto ?respon|out of office|vacation"
            r"|poissaolo|automaattivastau|lomavastau|franvaro|autosvar|ei peruttu|ei perunut|not bounced"
        ),
    ),
    (
        ContactNews.UNSUBSCRIBED,
        re.compile(
            r"un ?sub|opt(?:ed)? ?out|removed by (?:user|recipient)"
            r"|peruut|\bperui\b|\bperunu|\bperune|\bperutt"
            r"|ei halua|pois listalta|vill inte|does not want|poistunut|poistunee|poistui|poistanut (?:itse|tilau)"
            r"|avregistr|avanmal|avslutat|avmeld|\bstop(?:ped)?\b|estolista|esto ?lista|black ?list|sparrlist|do not "
            r"|\bdnc\b|kieltayty|kieltane|kieltolista|kielto|kiello[tn]|kieltanyt|block ?list|nixat|forbud"
        ),
    ),
    (
        ContactNews.HARD,
        re.compile(
            r"\bhard|permanent|\binvalid|\bcleaned\b|\bclean\b|\bkova\b|\bkovat\b|pysyva|\bhard|ogiltig|virheellinen"
            r"|ei olemassa|finns inte|dead address|kuollut osoite"
        ),
    ),
    (
        ContactNews.SOFT,
        re.compile(
            r"\bsoft|transient|temporar|mailbox ?full|\bpehmea|tilapai|\bmjuk|tillfallig|undetermined|challenge"
        ),
    ),
    (ContactNews.DELAYED, re.compile(r"\bdefer|\bdelay|viivast|viivey|forsenad|fordrojd|queued")),
    (ContactNews.POLICY, re.compile(r"\bblock(?:ed|s)?\b|\bpolicy\b|\bspam\b|estetty|blockerad|content rejected")),
    (
        ContactNews.NOT_A_BOUNCE,
        re.compile(
            r"\bsubscribed\b|\bsubscriber|\bdelivered\b|\bdelivery\b|\bsent\b|\bopen(?:ed)?\b|\bclick|processed|\bactive\b"
            r"|confirmed|toimitettu|perilla|lahetetty|avattu|klikattu|tilaaja|tilannut|levererad|prenumerant|oppnat"
        ),
    ),
    (
        ContactNews.HARD,
        re.compile(
            r"bounc|palautu|palautet|returner|returned|studsa|\bstuds|undeliver|not delivered|\bfailed\b|\bdropped\b"
            r"|toimittamatta|epaonnistu|ei mennyt perille|misslyck|kunde inte leverer"
        ),
    ),
)
"""The strongest first: of a word that only says that something came back, one bounce is all that is known."""


@lru_cache(maxsize=65536)
def news_in_words(text: str) -> ContactNews | None:
    """Return what a few words say: a value of a cell, a header, the name of a file; None for a longer text."""
    said = fold(_APART.sub(" ", text))
    if not said or len(said.split()) > _FEW_WORDS:
        return None
    return next((news for news, pattern in _WORDS if pattern.search(said)), None)


@lru_cache(maxsize=65536)
def news_of_code(text: str) -> tuple[ContactNews | None, str | None]:
    """Return what a server's answer in a cell says, with its code; nothing where no code is in it."""
    if codes_in(text) is None:
        return None, None
    news, code = meaning_of_answer(text)
    return news, code
