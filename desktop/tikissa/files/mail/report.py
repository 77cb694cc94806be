"""Reads from one message what became of another: delivery reports (RFC 3464, 6533), refusals and receipts (RFC 8098),
complaints (RFC 5965), and what servers and people say in plain words."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from functools import cached_property

from tikissa.files.mail.parts import Fields, Parts, addresses_in, day_of, header, message_of, parts_of
from tikissa.model.contact_event import ContactEvent, ContactNews
from tikissa.model.permission import Channel
from tikissa.text.delivery_codes import has_enhanced_code, is_given_up, meaning_of_answer
from tikissa.text.emails import ADDRESS
from tikissa.text.normalise import fold
from tikissa.text.opting_out import asks_to_be_taken_off, is_wish

_OUR_OWN = ("To", "Delivered-To", "Envelope-to", "Apparently-To", "X-Original-To")
_MOST_LOOKED_AT = 20_000
"""Letters of a message's own words: whoever has something to tell of a delivery tells it on the first pages."""

_DAEMON = re.compile(
    r"mailer-?daemon|mdaemon|postmaster|mail delivery|maildelivery|mail administrator|\bmta\b|bounce"
    r"|delivery (?:sub)?system|postimestari|mailsystem|mail system"
)
_FAILED_SUBJECT = re.compile(
    r"undeliver|could not be delivered|delivery.{0,20}(?:fail|problem|status|unsuccess)|returned (?:mail|to sender)"
    r"|failure notice|mail (?:delivery )?(?:failed|failure|system error)|non-?delivery|not delivered"
    r"|ei voitu toimittaa|toimitus.{0,20}epaonnistu|perille|palautettu|palautui"
    r"|kunde inte levereras|leverans.{0,20}misslyck|olevererat|obestallb"
)
_FAILED_TEXT = re.compile(
    r"(?:could not|cannot|can not|was not|unable to|not) be(?:en)? (?:\w+ ){0,2}deliver|not deliver|undeliver"
    r"|(?:unable|wasn't able) to deliver|(?:could|did) not (?:be )?(?:reach|deliver|receive)"
    r"|delivery (?:to|failed|error|has failed)"
    r"|fatal (?:delivery )?error|failed recipient|error (?:during|occurred|while|was encountered)|has been returned"
    r"|did not exactly match|mail (?:was )?returned|user unknown|no such user"
    r"|ei voitu toimittaa|ei mennyt perille|toimitus epaonnistui|kunde inte levereras|n'a pas pu etre"
)
_DELAYED = re.compile(
    r"\bdelayed\b|still being (?:re)?tried|will (?:continue|be retried|keep)|only a warning|viivast|forsenad"
)
_DELAYED_SUBJECT = re.compile(r"delay|warning|viivast|forsenad|still being retried")
_REFUSED = re.compile(r"reject|refus|hylat|hylka|torju|avvis|not accept|ei vastaanot")
_RETURNED_BELOW = re.compile(
    r"(?im)^[ \t]{0,40}(?:-{2,80}.{0,200}(?:original|copy of|returned|below this line|message follows).*"
    r"|.{0,200}(?:message headers follow|below is a copy|included (?:below|is a copy)|copy of your message"
    r"|alkuperäinen viesti|ursprungliga? meddelande).*|return-path:.*|received: .*)$"
)
_QUOTED = re.compile(
    r"(?m)^[ \t]*(?:>|-{3,}|_{6,}|.{0,120}(?:wrote|kirjoitti|skrev)[ \t]*:[ \t]*$|(?:from|lähettäjä|från):)", re.I
)
_ONE = ADDRESS.pattern
_AT_LINE_START = re.compile(rf"(?m)^[ \t>*\"'<(]{{0,40}}({_ONE})")
_CALLED = re.compile(
    rf"(?i)\b(?:recipient|rcpt to|delivered to|message to|vastaanottaja|mottagare)\w{{0,10}}[^\n@]{{0,40}}?({_ONE})"
)
_QUOTED_FIELD = re.compile(
    r"(?im)^[ \t>]{0,40}(?:to|cc|from|subject|sent|date|reply-to|message-id|return-path)[ \t]*:.*$"
)
_OFFICE = re.compile(r"(?i)(?:postmaster|mailer-?daemon|postimestari|helpdesk|abuse|hostmaster|no-?reply)@")
_LONGEST_ANSWER = 700
_MOST_NAMED = 100
_UNICODE_IN_ADDRESS = re.compile(r"\\x\{([0-9A-Fa-f]{1,6})\}")
_XTEXT = {"+2B": "+", "+3D": "="}
_DEPTH = 3


def events_of(content: bytes) -> tuple[ContactEvent, ...]:
    """Return what a message tells, once for each address it speaks of; a letter of its own tells NOT_A_BOUNCE.

    A message that nobody can take apart tells UNKNOWN of no address.
    """
    try:
        return _Report(message_of(content)).events()
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError):  # the email package on broken messages
        mark = hashlib.blake2b(content, digest_size=12).hexdigest()
        return (ContactEvent("", Channel.EMAIL, ContactNews.UNKNOWN, mark),)


@dataclass
class _Report:
    message: Message
    depth: int = 0

    @cached_property
    def parts(self) -> Parts:
        return parts_of(self.message)

    @cached_property
    def text(self) -> str:
        """Return what the report says itself, without the message it returns."""
        return _RETURNED_BELOW.split(self.parts.text[:_MOST_LOOKED_AT], maxsplit=1)[0]

    @cached_property
    def subject(self) -> str:
        return fold(header(self.message, "Subject"))

    @cached_property
    def mark(self) -> str:
        """Two reports on one message are one event, and so is one report kept in two places."""
        returned = (header(each, "Message-ID") for each in self.parts.returned)
        named = next(filter(None, returned), "") or header(self.message, "Message-ID")
        return named or hashlib.blake2b(bytes(self.message), digest_size=12).hexdigest()

    def events(self) -> tuple[ContactEvent, ...]:
        """The first way of reading that finds something is the right one: the plainer the report, the sooner."""
        for reading in (self._delivery, self._complaint, self._receipt, self._forwarded, self._in_words):
            if found := tuple(reading()):
                return tuple(dict.fromkeys(found))
        return (self._letter(),)

    def _event(self, addresses: list[str], what: ContactNews, code: str | None = None) -> ContactEvent:
        first, *others = [*dict.fromkeys(filter(None, addresses))] or [""]
        day = day_of(self.message, "Date", "Delivery-date", "Arrival-Date")
        return ContactEvent(first, Channel.EMAIL, what, f"{self.mark} {first.casefold()}", code, day, tuple(others))

    def _delivery(self) -> Iterator[ContactEvent]:
        blocks = [block for block in self.parts.statuses if _addressees(block)]
        alone = len(blocks) == 1
        for block in blocks:
            addresses = _addressees(block)
            what, code = self._became(block, addresses, alone)
            yield self._event([*addresses, *(self._written_to() if alone else [])], what, code)

    def _became(self, block: Fields, addresses: list[str], alone: bool) -> tuple[ContactNews, str | None]:
        action = header(block, "Action").split(" ")[0].lower()
        status = header(block, "Status").split(" ")[0]
        diagnostic = header(block, "Diagnostic-Code").partition(";")[2]
        words = self._words_on(addresses, alone)
        answer = meaning_of_answer(diagnostic, status, words)
        if action in ("delivered", "relayed", "expanded") or status.startswith("2."):
            return ContactNews.NOT_A_BOUNCE, answer.code
        if action == "delayed" or (not action and status.startswith("4.")):
            given_up = status.endswith("4.7") and is_given_up(words)
            return (ContactNews.SOFT if given_up else ContactNews.DELAYED), answer.code
        if is_wish(diagnostic):
            return ContactNews.UNSUBSCRIBED, answer.code
        return answer.news or ContactNews.HARD, answer.code

    def _words_on(self, addresses: list[str], alone: bool) -> str:
        """Return the paragraphs that name one of these addresses; where it is the only one, else the whole text."""
        named = [address.casefold() for address in addresses]
        paragraphs = re.split(r"\n[ \t]*\n", self.text)
        found = [each for each in paragraphs if any(name in each.casefold() for name in named)]
        return " ".join(found or (paragraphs if alone else []))

    def _written_to(self) -> list[str]:
        """Return to whom the returned message was, where it was to one."""
        found = [addresses_in(each, "To") for each in self.parts.returned[:1]]
        return found[0] if found and len(found[0]) == 1 else []

    def _complaint(self) -> Iterator[ContactEvent]:
        for block in self.parts.feedback:
            kind = header(block, "Feedback-Type").lower()
            if not kind:
                continue
            known = {
                "abuse": ContactNews.COMPLAINED,
                "fraud": ContactNews.COMPLAINED,
                "opt-out": ContactNews.UNSUBSCRIBED,
            }
            what = ContactNews.NOT_A_BOUNCE if kind in _NO_COMPLAINTS else known.get(kind, ContactNews.COMPLAINED)
            named = [_address(header(block, name)) for name in ("Original-Rcpt-To", "Removal-Recipient")]
            hidden = [a for each in self.parts.returned for a in addresses_in(each, "X-HmXmrOriginalRecipient")]
            yield self._event([*named, *hidden, *self._written_to()], what)

    def _receipt(self) -> Iterator[ContactEvent]:
        for block in self.parts.dispositions:
            addresses = _addressees(block)
            if not addresses:
                continue
            said = f"{self.subject} {fold(self.text)} {header(self.message, 'Auto-Submitted')}"
            refused = _REFUSED.search(said) is not None
            machine = meaning_of_answer(self.text).news if refused else None
            wishes = asks_to_be_taken_off(self.text) or (refused and machine in (None, ContactNews.POLICY))
            what = ContactNews.UNSUBSCRIBED if wishes else machine or ContactNews.NOT_A_BOUNCE
            yield self._event(addresses, what)

    def _forwarded(self) -> Iterator[ContactEvent]:
        """A person may have sent reports on as attachments."""
        if self.depth >= _DEPTH or self._is_from_daemon:
            return
        for inner in self.parts.returned:
            found = _Report(inner, self.depth + 1).events()
            yield from (each for each in found if each.what is not ContactNews.NOT_A_BOUNCE)

    @cached_property
    def _is_from_daemon(self) -> bool:
        sender = f"{header(self.message, 'From')} {header(self.message, 'Return-Path')}"
        return bool(header(self.message, "X-Failed-Recipients")) or _DAEMON.search(fold(sender)) is not None

    @cached_property
    def _tells_of_failure(self) -> bool:
        """A server names itself, and its subject or its words tell of a failure. What answers for a person does not
        become one by its words: it says that it is a machine's answer, or answers a message."""
        subject = _FAILED_SUBJECT.search(self.subject) is not None
        words = _FAILED_TEXT.search(fold(self.text)) is not None or has_enhanced_code(self.text)
        if self._is_from_daemon and not header(self.message, "In-Reply-To"):
            return subject or words or _DELAYED_SUBJECT.search(self.subject) is not None
        answers = header(self.message, "In-Reply-To") or header(self.message, "Auto-Submitted")
        return subject and words and not answers

    def _in_words(self) -> Iterator[ContactEvent]:
        """A server that writes no report still names whom it could not reach, and mostly says why."""
        if not self._tells_of_failure:
            return
        named = addresses_in(self.message, "X-Failed-Recipients") or self._named()
        for place, address in enumerate(named):
            answer = meaning_of_answer(self._answer_to(address, named[place + 1 :]))
            if answer.news is None:
                answer = meaning_of_answer(self._words_on([address], len(named) == 1))
            what = answer.news or (ContactNews.HARD if _FAILED_SUBJECT.search(self.subject) else ContactNews.UNKNOWN)
            is_delayed = _DELAYED.search(f"{self.subject} {fold(self.text)}") and not is_given_up(self.text)
            is_delayed = is_delayed and what is not ContactNews.HARD
            yield self._event([address], ContactNews.DELAYED if is_delayed else what, answer.code)
        if not named:
            yield self._event(self._written_to(), ContactNews.UNKNOWN)

    def _answer_to(self, address: str, others: list[str]) -> str:
        """Return what is said after an address, up to where the next one is told of."""
        rest = self.text[self.text.find(address) :][:_LONGEST_ANSWER]
        ends = [place for other in others if (place := rest.find(other)) > 0]
        return rest[: min(ends, default=len(rest))]

    def _named(self) -> list[str]:
        """Return whom the text says it is about: first those that lines begin with or that are called recipients, else
        those with an answer beside them, else the first named."""
        own = {address.casefold() for address in addresses_in(self.message, "To", "From", "Return-Path")}
        original = [each for each in addresses_in(self.message, "X-Original-To") if each.casefold() not in own]
        text = _QUOTED_FIELD.sub("", self.text)

        def others(found: list[str]) -> list[str]:
            plain = dict.fromkeys(each.rpartition("=")[2].rstrip(".") for each in found)
            return [each for each in plain if each.casefold() not in own and not _OFFICE.match(each)][:_MOST_NAMED]

        anywhere = others(ADDRESS.findall(text))
        answered = [each for each in anywhere if meaning_of_answer(self._words_on([each], False)).code]
        return original or others(_AT_LINE_START.findall(text) + _CALLED.findall(text)) or answered[:1] or anywhere[:1]

    def _letter(self) -> ContactEvent:
        """A letter of a person, or a machine in their place; a wish to be taken off counts if a person wrote it."""
        by_machine = header(self.message, "Auto-Submitted").lower() not in ("", "no")
        own_words = _QUOTED.split(self.text, maxsplit=1)[0]
        wishes = not by_machine and (is_wish(self.subject) or asks_to_be_taken_off(own_words))
        what = ContactNews.UNSUBSCRIBED if wishes else ContactNews.NOT_A_BOUNCE
        return self._event(addresses_in(self.message, "From")[:1], what)


_NO_COMPLAINTS = ("not-spam", "auth-failure", "virus", "other-not-spam", "dmarc")


def _addressees(block: Fields) -> list[str]:
    """Return whom a block is about: the address that was written to before the one it was forwarded to."""
    names = ("Original-Recipient", "Final-Recipient", "X-Actual-Recipient")
    return [*dict.fromkeys(filter(None, (_address(header(block, name)) for name in names)))]


def _address(said: str) -> str:
    """Return the address of `rfc822; name@example.test`, in whatever writing."""
    kind, parted, rest = said.partition(";")
    text = (rest if parted else kind).strip().strip("<>")
    for written, letter in _XTEXT.items():
        text = text.replace(written, letter)
    text = _UNICODE_IN_ADDRESS.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), text)
    return text if "@" in text else ""
