"""Delivery reports and absence notices with invented people, written as mail servers and programs write them."""

from collections.abc import Sequence


def report(
    *blocks: str, text: str = "Your message could not be delivered.", returned: str = "", kind: str = "report"
) -> bytes:
    """Build a delivery report with these blocks of fields for its recipients."""
    report_type = "report-type=delivery-status; " if kind == "report" else ""
    parts = [
        f"Content-Type: text/plain; charset=us-ascii\n\n{text}\n",
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; posti.kauppa.test\n\n"
        + "\n\n".join(blocks)
        + "\n",
    ]
    if returned:
        parts.append(f"Content-Type: message/rfc822\n\n{returned}\n")
    head = (
        "Return-Path: <>\nFrom: MAILER-DAEMON@posti.kauppa.test\nTo: kirje@kauppa.test\n"
        "Subject: Undelivered Mail Returned to Sender\nDate: Mon, 2 Nov 2026 10:00:00 +0200\n"
        f"Message-ID: <{abs(hash(blocks))}@kauppa.test>\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/{kind}; {report_type}boundary="RAJA"\n\n'
    )
    return (head + "".join(f"--RAJA\n{part}\n" for part in parts) + "--RAJA--\n").encode()


def block(address: str, status: str, diagnostic: str = "", action: str = "failed", original: str = "") -> str:
    fields = [f"Final-Recipient: rfc822; {address}", f"Action: {action}", f"Status: {status}"]
    fields += [f"Diagnostic-Code: smtp; {diagnostic}"] if diagnostic else []
    fields += [f"Original-Recipient: rfc822;{original}"] if original else []
    return "\n".join(fields)


def letter(fields: Sequence[str], text: str) -> bytes:
    """Build a plain message."""
    head = ["To: kirje@kauppa.test", "Date: Tue, 3 Nov 2026 09:00:00 +0200", *fields]
    return ("\n".join(head) + "\n\n" + text + "\n").encode()


_AUTO = ("Auto-Submitted: auto-replied",)
_EXCHANGE = ("X-Auto-Response-Suppress: All", "Auto-Submitted: auto-generated")

ABSENCES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (_AUTO, "Poissa toimistolta", "Olen lomalla 15.1. asti."),
    (_AUTO, "Autosvar: Frånvaro", "Jag är på semester till den 8 januari."),
    (_AUTO, "Out of office", "I am away until 9 January. In urgent matters write to anna@kauppias.test."),
    (_EXCHANGE, "Automaattinen vastaus: Syystarjous", "Kiitos viestistäsi. Palaan 11.1."),
    (_EXCHANGE, "Automatiskt svar: Höstbrev", "Tack för ditt meddelande. Jag är föräldraledig."),
    (_EXCHANGE, "Automatic reply: News", "I have left the company. Please contact sales@kauppias.test."),
    ((), "Poissa toimistolta", "Olen vuosilomalla 7.1. saakka. Viestiasi ei lueta."),
    ((), "Lomalla", "Toimisto on suljettu. Numero 0400 550 511 vastaa."),
    (("Precedence: bulk",), "Re: Syystarjous", "Vastaan viesteihin ensi viikolla."),
    (("Precedence: auto_reply", "X-Autoreply: yes"), "Auto: Syystarjous", "Olen matkoilla."),
    (("Return-Path: <>", *_AUTO), "Palautuiko lähetys?", "Olen lomalla, kiireelliset: liisa@kauppias.test."),
    (("Return-Path: <>", "In-Reply-To: <a@kauppa.test>"), "Poissa", "Paluu 5.1."),
    (("Auto-Submitted: auto-replied (vacation)",), "Auto: Uutiskirje", "En lue sähköpostia ennen 21.12."),
    (_AUTO, "Poissa", "Osoite ei ole enää käytössä lomani aikana, palaan 10.1."),
    (_AUTO, "Toimituksenne", "Viesti on vastaanotettu, vastaamme kahden päivän kuluessa. Tilaus 550 euroa."),
    (_AUTO, "Tiketti 4.4.7 avattu", "Pyyntösi on kirjattu numerolla 5.1.1."),
    (_AUTO, "Sairauslomalla", "Olen sairauslomalla toistaiseksi."),
    (("X-Autorespond: Syystarjous",), "Away", "Back on Monday.\n\n> To unsubscribe, click here. Remove me."),
    (_EXCHANGE, "Automaattinen vastaus: Undeliverable goods", "Postilaatikkoni on täynnä töitä, palaan pian."),
    ((), "Vapaalla", "Olen vapaalla.\n\nMatti kirjoitti:\n> Peruuta uutiskirje tästä."),
)
"""Header fields, subject and text of twenty notices; none of them is a bounce nor a wish to be left alone."""


def absences() -> list[bytes]:
    return [
        letter(
            (*fields, "From: Lauri Lumme <lauri@kauppias.test>", f"Subject: {subject}", f"Message-ID: <{n}@k.test>"),
            text,
        )
        for n, (fields, subject, text) in enumerate(ABSENCES)
    ]
