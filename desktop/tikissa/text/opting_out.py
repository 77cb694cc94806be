"""When a person writes that they want no more mail: a whole short text that is such a wish, or a sentence with one."""

import re

from tikissa.text.normalise import fold

_WISH = re.compile(
    r"\W*(?:re: ?|vs: ?|sv: ?|fw: ?)*(?:please |kiitos |tack )?(?:unsubscribe(?: me)?|stop(?: it)?|opt ?-?out"
    r"|remove(?: me)?|peruuta(?:kaa)?(?: (?:tilaus|uutiskirje\w*|kirje\w*))?"
    r"|poista(?:kaa)?(?: (?:minut|tilaus|listalta))*|lopeta(?:kaa)?"
    r"|avregistrera(?: mig)?|avanmal(?:an)?|avsluta(?: prenumeration\w*)?|sluta)(?: please| kiitos| tack)?\W*"
)
_SENTENCE = re.compile(
    r"(?:poista(?:kaa|isitteko|isitko)?|ottakaa|otathan)\b.{0,60}\b(?:minu[nt]|minua|osoitteeni|sahkopostini|tietoni|meidat"
    r"|postituslistalta|listalta|rekisterista)"
    r"|\ben (?:enaa )?(?:halua|ota vastaan|tahdo)\b.{0,50}(?:main|viest|kirje|posti|markkin|tarjou)"
    r"|(?:alkaa|ala) (?:enaa )?lahetta(?:ko)?\b.{0,40}(?:main|minulle|viest|kirje|posti|tarjou)"
    r"|lopettakaa\b.{0,40}(?:main|lahett|viest|kirje|posti)"
    r"|(?:remove|take) (?:me|us|my (?:e-?mail )?address)\b|unsubscribe (?:me|us|my|this)"
    r"|(?:do not|don't|stop) (?:send|e-?mail|contact)\w*\b.{0,20}\b(?:me|us|this|any)|no more (?:mail|ads|news)"
    r"|ta bort (?:mig|oss|min)|vill inte (?:ha|fa|langre)\b.{0,40}(?:reklam|mail|brev|mejl|post|utskick)"
    r"|sluta (?:skicka|maila|mejla)|avregistrera (?:mig|oss|min)|skicka (?:inte|inga) \w*"
)


def is_wish(text: str) -> bool:
    """Say whether a text is such a wish and nothing else, as a subject or an answer to a text message is."""
    said = fold(text)
    return bool(said) and (_WISH.fullmatch(said) is not None or _SENTENCE.match(said) is not None)


def asks_to_be_taken_off(text: str) -> bool:
    """Say whether somewhere in a text the writer asks to be sent no more."""
    lines = text.strip().splitlines()
    return _SENTENCE.search(fold(text.replace("’", "'"))) is not None or (bool(lines) and is_wish(lines[0]))
