"""What a mailing list says in its file: the columns a mailing service takes, and beside them what the list is."""

from collections.abc import Mapping

from tikissa.lists.mailing import LeftOut, MailingList
from tikissa.messages import say
from tikissa.model.permission import Channel
from tikissa.text.secret_numbers import masked

Row = tuple[str, ...]
Count = tuple[str, int]
"""A code and how many it speaks of."""

TITLES: Mapping[Channel, str] = {
    Channel.SMS: "mailing_list.sms",
    Channel.EMAIL: "mailing_list.email",
    Channel.POST: "mailing_list.post",
    Channel.PHONE: "mailing_list.call",
}
_HEADERS: Mapping[Channel, tuple[str, ...]] = {
    Channel.SMS: ("phone_number",),
    Channel.EMAIL: ("email_address",),
    Channel.POST: ("street", "postal_code", "town", "country"),
    Channel.PHONE: ("phone_number",),
}
_OF_THE_WAY = (LeftOut.NO_ADDRESS, LeftOut.SAME_ADDRESS)
"""What is said of the address itself is said in the words of its way."""


def mailing_rows(mailing: MailingList, language: str) -> tuple[Row, ...]:
    """Return the address, the name and the customer number under their headers, without columns that stay empty."""
    headers = (*_HEADERS[mailing.way], "name", "number")
    is_post = mailing.way is Channel.POST
    rows = [
        (
            *(map(masked, recipient.address.shown) if is_post else recipient.address.shown),
            masked(recipient.name),
            masked(recipient.number),
        )
        for recipient in mailing.recipients
    ]
    filled = [place for place in range(len(headers)) if place == 0 or any(row[place] for row in rows)]
    named = tuple(say(language, f"mailing_list.{headers[place]}") for place in filled)
    return (named, *(tuple(row[place] for place in filled) for row in rows))


def left_out(mailing: MailingList) -> tuple[Count, ...]:
    """Return why customers are not on the list and how many, as codes."""
    return tuple(
        (f"mailing_list.{reason}.{mailing.way}" if reason in _OF_THE_WAY else f"mailing_list.{reason}", count)
        for reason in LeftOut
        if (count := mailing.left_out.get(reason, 0))
    )


def about_rows(mailing: MailingList, register: str, language: str) -> tuple[Row, ...]:
    """Return what stands beside the list: what it is, of which register, how many are on it, who is not and why."""
    told = [say(language, TITLES[mailing.way]), register, say(language, "mailing_list.on_it", len(mailing.taken))]
    if counts := left_out(mailing):
        told += [say(language, "mailing_list.not_on_it"), *(say(language, code, count) for code, count in counts)]
    if not mailing.is_by_word:
        told.append(say(language, "mailing_list.no_word"))
    if mailing.not_heeded:
        told.append(say(language, "mailing_list.not_heeded", ", ".join(mailing.not_heeded)))
    return tuple((words,) for words in told)
