"""The words in which registers speak of permission: each token of a text with the kinds of words it is made of."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from tikissa.model.permission import Channel, Ways
from tikissa.reference.tables import rows
from tikissa.text.normalise import fold


class Kind(StrEnum):
    """What a word does in a phrase; a row of `permission_words.csv` each, by language."""

    NEGATION = "negation"
    BAN = "ban"
    REFUSE = "refuse"
    WITHDRAWN = "withdrawn"
    CONSENT = "consent"
    PERMIT = "permit"
    WANT = "want"
    MARKETING = "marketing"
    CONTACT = "contact"
    MESSAGE = "message"
    SEND = "send"
    EMAIL_ADDRESS = "email_address"
    EMAIL = "email"
    SMS = "sms"
    PHONE_ADDRESS = "phone_address"
    PHONE = "phone"
    POST = "post"
    OTHER = "other"
    ADDRESS_SECRET = "address_secret"
    EXCLUDE = "exclude"
    DECEASED = "deceased"
    CEASED = "ceased"
    PASSIVE = "passive"
    ACTIVE = "active"
    BLOCKED = "blocked"
    ONLY = "only"
    EMERGENCY = "emergency"
    EXCEPT = "except"
    TIME = "time"
    PENDING = "pending"
    YES = "yes"
    NO = "no"
    AUX = "aux"
    UNHEARD = "unheard"
    LIST = "list"
    CALL_LIST = "call_list"
    MAIL = "mail"
    ELECTRONIC = "electronic"
    CHANNEL = "channel"
    STATUS = "status"
    STANDING = "standing"
    LEFT = "left"
    SHUT = "shut"
    RELATIVE = "relative"


Kinds = frozenset[Kind]

CHANNELS: Mapping[Kind, Ways] = {
    Kind.EMAIL_ADDRESS: frozenset({Channel.EMAIL}),
    Kind.EMAIL: frozenset({Channel.EMAIL}),
    Kind.SMS: frozenset({Channel.SMS}),
    Kind.PHONE_ADDRESS: frozenset({Channel.PHONE}),
    Kind.PHONE: frozenset({Channel.PHONE}),
    Kind.POST: frozenset({Channel.POST}),
    Kind.ELECTRONIC: frozenset({Channel.EMAIL, Channel.SMS}),
}
"""The kinds of words that name a channel: by what is sent, or by the address it is sent to."""

_CAMEL = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])|(?<=[A-ZÅÄÖ])(?=[A-ZÅÄÖ][a-zåäö])")
_TOKEN = re.compile(r"[^\W_]+|[✓✔☑✅✗✘✖❌☒☐⛔🚫†✝+*]")
_ONE_LETTER = re.compile(r"\b([se])[- ](?=post|mail|kiri|kirj|mejl|news)")
"""How "s-posti" and "e-mail" begin."""
_MAIL = ("mail", "mails", "mailed")
"""How English writes of letters; other forms are e-mail in other languages, and so are these beside their words."""
_NO_KINDS: Kinds = frozenset()
_LONGEST_PHRASE = 4
_DENYING = ("un", "in", "o", "u", "non", "non-", "epa", "dis", "des", "mitte", "niet", "ikke", "ei", "nie", "not")
"""How a word is turned into its opposite: "unerlaubt", "otillåten", "uønsket", "nonconsented"."""

_APART = frozenset(("un", "dis"))
"""Denying syllables that no word stands for, as in "un-subscribed"."""

_BEARERS = (
    *("tietoja", "tiedot", "tieto", "merkinnat", "merkinta", "koodi", "status", "kentta", "valinta", "arvo", "tila"),
    *("uppgifter", "uppgift", "markering", "kod", "flagga", "kennzeichen", "flag", "code", "kode", "staat"),
)
"""What a word on permission or state may end in that says nothing of its own: "lupatieto", "samtyckesuppgift"."""
_BORNE: Kinds = frozenset(
    (Kind.CONSENT, Kind.BAN, Kind.PERMIT, Kind.REFUSE, Kind.BLOCKED, Kind.DECEASED, Kind.CEASED, Kind.WITHDRAWN)
)
_TURNED: Kinds = frozenset((Kind.PERMIT, Kind.CONSENT, Kind.WANT, Kind.YES, Kind.STANDING))
_LEAST_TURNED = 4
_TELLS_ALONE = 6
"""Letters a part must have behind a single one that is no word: the "esto" of "kesto" is mere letters."""
_SHORTEST_END = 3
"""A shorter word at the end of a compound is mere letters."""
_MARKS: Mapping[str, Kinds] = {
    **dict.fromkeys("✓✔☑✅+*", frozenset({Kind.YES})),
    **dict.fromkeys("✗✘✖❌☒☐⛔🚫", frozenset({Kind.NO})),
    **dict.fromkeys("†✝", frozenset({Kind.DECEASED})),
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a known phrase of several. `rest` counts the letters before the first part that is known.

    `english` is false for a word that only other languages have, and for a compound such as they make.
    """

    text: str
    kinds: Kinds
    rest: int = 0
    english: bool = True


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a folded text, known phrases as one."""
    words = _TOKEN.findall(_ONE_LETTER.sub(r"\1", text))
    found: list[Token] = []
    place = 0
    while place < len(words):
        token, used = _at(words, place)
        found.append(token)
        place += used
    return tuple(found)


def words_apart(text: str) -> str:
    """Return a text folded, with the words of names such as `hasOptedOut` and `do_not_mail` apart."""
    return fold(_CAMEL.sub(" ", text).replace("_", " "))


def _at(words: list[str], place: int) -> tuple[Token, int]:
    if words[place] in _phrase_starts():
        for length in range(min(_LONGEST_PHRASE, len(words) - place), 1, -1):
            phrase = " ".join(words[place : place + length])
            if phrase in _phrases():
                return Token(phrase, _phrases()[phrase]), length
    word = words[place]
    if word in _APART and place + 1 < len(words):
        joined = _token(word + words[place + 1])
        if not joined.kinds.isdisjoint((Kind.NEGATION, Kind.BAN)):
            return joined, 2
    return (Token(word, _whole().get(word, _NO_KINDS)) if word.isdigit() else _token(word)), 1


@lru_cache(maxsize=65536)
def _token(word: str) -> Token:
    if word in _MARKS:
        return Token(word, _MARKS[word])
    unnumbered = word.rstrip("0123456789")
    if unnumbered != word and len(unnumbered) >= _SHORTEST_END:
        return replace(_token(unnumbered), text=word)
    whole = _whole().get(word)
    kinds, rest = _parts(word)
    if whole is None and (rest or not kinds):
        kinds, rest = _begun_by_word(word) or _spoken_form(word) or _denied(word) or (kinds, rest)
    if whole is None and kinds.isdisjoint(_BORNE):
        kinds, rest = _borne(word) or (kinds, rest)
    kinds |= whole or frozenset()
    english = word in _MAIL if Kind.MAIL in kinds else word not in _foreign()
    return Token(word, kinds, 0 if whole else rest, english)


def _spoken_form(word: str) -> tuple[Kinds, int] | None:
    """Recognise a Finnish participle as it is spoken: "perunu", "kieltäny"."""
    told = _token(f"{word}t") if word.endswith(("nu", "ny")) else None
    return (told.kinds, told.rest) if told and told.kinds and not told.rest else None


def _denied(word: str) -> tuple[Kinds, int] | None:
    """Recognise a permission, a wish or a yes with a denying syllable in front of it."""
    for syllable in _DENYING:
        rest = word.removeprefix(syllable)
        if rest != word and len(rest) >= _LEAST_TURNED:
            kinds = _whole().get(rest) or _parts(rest)[0]
            if kinds & _TURNED and (rest in _whole() or _parts(rest)[1] == 0):
                return kinds | {Kind.NEGATION}, 0
    return None


def _borne(word: str) -> tuple[Kinds, int] | None:
    """Recognise a word on permission or state in front of one that only says that it is noted."""
    for bearer in _BEARERS:
        head = word.removesuffix(bearer)
        if head != word and len(head) >= _LEAST_TURNED:
            for form in (head, head.removesuffix("n"), head.removesuffix("s")):
                kinds = _whole().get(form) or _parts(form)[0]
                if kinds & _BORNE and (form in _whole() or _parts(form)[1] == 0):
                    return kinds, 0
    return None


def _parts(word: str) -> tuple[Kinds, int]:
    """Return the kinds of the known parts of a compound, the longest first from the left, and how many letters stand
    before the first of them."""
    kinds: set[Kind] = set()
    place, end, first = 0, 0, len(word)
    while place < len(word):
        if place == end > 0 and len(word) - place >= _SHORTEST_END and word[place:] in _whole():
            return frozenset(kinds | _whole()[word[place:]]), first
        part = next(_parts_at(word, place), None)
        if part is None:
            place += 1
        else:
            kinds |= part[1]
            first = min(first, place)
            place = end = place + part[0]
    return frozenset(kinds), first


def _begun_by_word(word: str) -> tuple[Kinds, int] | None:
    """Recognise "reklamtillstand": a known word, and behind it a compound that is known from its first letter on."""
    for length in range(len(word) - _SHORTEST_END, _SHORTEST_END, -1):
        head = _whole().get(word[:length])
        tail = _parts(word[length:]) if head else None
        if head and tail and tail[0] and tail[1] == 0:
            return head | tail[0], 0
    return None


def _parts_at(word: str, place: int) -> Iterator[tuple[int, Kinds]]:
    """Yield the known parts that begin at a place, the longest first, with their lengths."""
    for part, kinds in _stems().get(word[place : place + 3], ()):
        starts_free, ends_free = part.startswith("*"), part.endswith("*")
        letters = part.strip("*")
        fits = (starts_free or place == 0) and (ends_free or place + len(letters) == len(word))
        is_torn = place == 1 and len(letters) < _TELLS_ALONE
        if fits and not is_torn and word.startswith(letters, place):
            yield len(letters), kinds


@cache
def _patterns() -> Mapping[str, Kinds]:
    found: defaultdict[str, set[Kind]] = defaultdict(set)
    for row in rows("permission_words"):
        for word in row["words"].split(";"):
            found[word].add(Kind(row["kind"]))
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def _foreign() -> frozenset[str]:
    """Return the whole words that English does not have."""
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for row in rows("permission_words"):
        found[row["language"] in ("en", "any", "phrase")].update(row["words"].split(";"))
    return frozenset(found[False] - found[True])


@cache
def _whole() -> Mapping[str, Kinds]:
    return {word: kinds for word, kinds in _patterns().items() if "*" not in word and " " not in word}


@cache
def _phrases() -> Mapping[str, Kinds]:
    return {word: kinds for word, kinds in _patterns().items() if " " in word}


@cache
def _phrase_starts() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _phrases())


@cache
def _stems() -> Mapping[str, tuple[tuple[str, Kinds], ...]]:
    """Return the patterns with a star by their first three letters, the longest first."""
    found: defaultdict[str, list[tuple[str, Kinds]]] = defaultdict(list)
    for word, kinds in _patterns().items():
        if "*" in word:
            found[word.strip("*")[:3]].append((word, kinds))
    return {
        start: tuple(sorted(patterns, key=lambda entry: -len(entry[0].strip("*")))) for start, patterns in found.items()
    }
