"""Reads permissions and opt-outs as registers hold them: what a mark says, and which ways of contact a header names."""

import re
from enum import StrEnum

from tikissa.text.dates import parse_date
from tikissa.text.normalise import fold


class Channel(StrEnum):
    POST = "post"
    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"


_YES = re.compile(
    "kylla|k|x|1|on|true|tosi|ok|yes|y|ja|j|sant|jah|saa|sallittu|lupa|annettu|suostumus|tillaten|tillatet|[✓✔☑]"
)
_NO = re.compile(
    "ei|e|0|false|epatosi|no|n|nej|falskt|kielto|kielletty|kieltanyt|peruttu|perunut|peruutettu|estetty|estanyt|kieltaytynyt|poistunut|eronnut|sparrad|blocked|forbjudet|nekad|[✗✘]"
)
_NO_PROHIBITION = re.compile(r"ei|e|0|false|epatosi|no|n|nej|falskt|ei (?:ole )?kieltoa|inget|ingen|none|[-–—]+|")
_DENIES = re.compile(r"\b(?:ei|ala|kielt\w*|kiello\w*|nej|ej|inte|non|forbj\w*|no|not|never|opt.?out|unsubscribed)\b")

_OBJECTS = re.compile(
    r"(?:markkinointi|mainos|mainonta|turva|yhteydenotto)\w*kiel\w*"
    r"|kieltänyt \w*(?:markkinoin|mainon|mainok|suoramarkk)\w*"
    r"|(?<!\w)(?:ei|älä)(?: \w+)? (?:suora|puhelin|sähköposti|tekstiviesti)?"
    r"(?:markkinoi|mainos|mainok|mainon|uutiskirje|tekstiviest|puheluit)\w*"
    r"|marknadsföringsförbud|reklamförbud|(?<!\w)(?:ingen|inga|inte) (?:reklam|marknadsföring|nyhetsbrev|sms)\w*"
    r"|(?<!\w)(?:no|not|don.t) (?:\w+ )?(?:marketing|newsletters?|advertising)|opt(?:ed)?[ -]?out|unsubscribed",
    re.IGNORECASE,
)
"""How a note says that the customer wants no marketing."""

_FORBIDS = re.compile(
    r"(?:\b(?:ei|älä) saa (?:enää )?(?:lähettä|soitta|markkinoi|postitta|kontaktoi|häiri)\w*\b"
    r"|\bälä (?:enää )?(?:lähetä|soita|markkinoi|postita)\b(?! (?:laskua|lasku|tavara))"
    r"|\bei (?:enää )?(?:mainok|mainost|markkinointi|uutiskirj|puhelui)\w*\b"
    r"|\bei kiitos (?:mainok|markkinoin|uutiskirj)\w*\b"
    r"|\bei halua (?:\w+ )?(?:sähköposti|posti|kirje|tekstiviest|viest|puhelu|soitto)\w*"
    r"|\b(?:vill|önskar) (?:inte|ej) (?:ha |få )?(?:reklam|e-?post|post|mejl|mail|nyhetsbrev|sms|brev|samtal|utskick)"
    r"|\b(?:ingen|ej) reklam|\b(?:inga|ej) utskick|\b(?:får|ska|bör) (?:inte|ej) (?:ringa|kontakta|mejla)\w*"
    r"|\b(?:no marketing|(?:do not|don.t) (?:call|mail|e-?mail|text|contact)|asked to be (?:deleted|removed))"
    r"|\b(?:does not|doesn.t) want (?:any )?(?:e-?mails?|calls|letters|post|mail|texts))"
    r"(?! (?:ennen|jälkeen|klo|före|efter|before|after)\b)",
    re.IGNORECASE,
)
"""How a note says that the customer does not want to be contacted; not before noon is no such word."""

_NAMED_IN_HEADER: tuple[tuple[Channel, re.Pattern[str]], ...] = (
    (Channel.EMAIL, re.compile(r"s-?posti|sahkoposti|e-?mail|e-?post|meili|uutiskirje|newsletter|nyhetsbrev")),
    (Channel.SMS, re.compile(r"sms|tekstiv|textmed|tekstari")),
    (Channel.PHONE, re.compile(r"puh|soit|tele|phone|gsm|ring|call")),
    (
        Channel.POST,
        re.compile(
            r"(?<!s-)(?<!sahko-)\bposti|(?<!e-)\bpost\b|(?<!uutis)kirje|osoitteel|\bbrev\b|(?<!e-)(?<!e)\bmail\b"
        ),
    ),
)


def says_yes(text: str) -> bool | None:
    """Return what a cell of a permission or opt-out column says, None where it is empty or not understood.

    A day is the one on which it was given.
    """
    said = fold(text).replace("_", " ").strip(" .!")
    if _YES.fullmatch(said):
        return True
    if _NO.fullmatch(said) or _DENIES.search(said):
        return False
    agrees = re.match(
        r"(?:kylla|saa|sallit|lupa|yes|ja\b|ok\b|suostumus|samtyck|opt.?in\b|subscribed|tilaa\b|tilannut)", said
    )
    return True if agrees or parse_date(said) else None


def forbids(text: str) -> bool:
    """Say whether a cell of an opt-out column forbids: whatever is not a plain no does, a date or a word too."""
    return _NO_PROHIBITION.fullmatch(fold(text).strip(" .!")) is None


def objection(text: str) -> str:
    """Return the words with which a note says that the customer wants no marketing, "" where it says nothing of it."""
    found = _OBJECTS.search(text) or _FORBIDS.search(text)
    return found[0] if found else ""


def channels_named(header: str) -> tuple[Channel, ...]:
    """Return the ways of contact a header speaks of; all of them where it names none."""
    return channels_in(header) or tuple(Channel)


def channels_in(text: str) -> tuple[Channel, ...]:
    """Return the ways of contact a text names."""
    said = fold(text)
    return tuple(channel for channel, words in _NAMED_IN_HEADER if words.search(said))
