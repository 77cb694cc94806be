"""What became of a message is read from the report on it, whichever server wrote it."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from conftest import SHARED
from files.mail_makers import absences, block, letter, report
from tikissa.files.mail.report import events_of
from tikissa.files.mail.sources import Table, contents_of, is_archive_of_files, is_mail, messages_in
from tikissa.model.contact_event import ContactEvent, ContactNews
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress

BOUNCES = SHARED / "reference" / "bounces"
RISTO = "risto@kaukana.test"


def one(content: bytes) -> ContactEvent:
    (event,) = events_of(content)
    return event


@pytest.mark.parametrize(
    ("status", "diagnostic", "what", "code"),
    [
        ("5.1.1", "550 5.1.1 User unknown", ContactNews.HARD, "5.1.1"),
        ("5.0.0", "550 5.1.1 <x@y.test>: Recipient address rejected", ContactNews.HARD, "5.1.1"),
        ("5.0.0", "452 4.2.2 mailbox full", ContactNews.SOFT, "4.2.2"),
        ("4.4.7", "450 4.2.0 Greylisted", ContactNews.SOFT, "4.2.0"),
        ("5.7.1", "554 5.7.1 rejected by our policy", ContactNews.POLICY, "5.7.1"),
        ("5.7.1", "550 5.7.1 No such user here", ContactNews.HARD, "5.7.1"),
        ("5.2.2", "552 5.2.2 over quota", ContactNews.SOFT, "5.2.2"),
        ("5.4.4", "", ContactNews.HARD, "5.4.4"),
        ("5.3.4", "552 Message too large", ContactNews.SOFT, "5.3.4"),
        ("5.0.0", "", ContactNews.HARD, "5.0.0"),
        ("2.0.0", "", ContactNews.NOT_A_BOUNCE, "2.0.0"),
    ],
)
def test_the_code_of_the_servers_answer_comes_before_the_status(
    status: str, diagnostic: str, what: ContactNews, code: str
) -> None:
    event = one(report(block(RISTO, status, diagnostic)))
    assert (event.address, event.what, event.code, str(event.day)) == (RISTO, what, code, "2026-11-02")


def test_a_warning_is_delayed_whatever_its_code_and_a_last_word_that_calls_itself_delayed_is_none() -> None:
    warning = report(block(RISTO, "4.4.7", "", "delayed"), text="The message is kept in the queue for 7 days.")
    last = report(block(RISTO, "4.4.7", "", "delayed"), text=f"{RISTO}: Envelope expired", kind="mixed")
    assert one(warning).what is ContactNews.DELAYED
    assert one(last).what is ContactNews.SOFT


def test_a_server_that_writes_no_code_says_it_in_words_beside_the_address() -> None:
    said = f"The following failed:\n\n{RISTO}: Vastaanottajan postilaatikko on täynnä\n\nmuu@x.test: User unknown"
    assert one(report(block(RISTO, "5.0.0"), text=said)).what is ContactNews.SOFT


def test_a_forwarded_message_is_told_of_the_address_that_was_written_to() -> None:
    event = one(report(block("uusi@muualla.test", "5.1.1", original="vanha@kaukana.test")))
    assert (event.address, event.others) == ("vanha@kaukana.test", ("uusi@muualla.test",))
    returned = "To: vanha@kaukana.test\nSubject: Kirje\nMessage-ID: <9@kauppa.test>\n\nHei"
    event = one(report(block("uusi@muualla.test", "5.1.1"), returned=returned))
    assert "vanha@kaukana.test" in event.others


def test_letters_outside_ascii_are_read_in_every_writing() -> None:
    assert one(report("Final-Recipient: utf-8; p\\x{E4}ivi@kaukana.test\nAction: failed\nStatus: 5.1.1")).address == (
        "päivi@kaukana.test"
    )
    exim = letter(
        ("From: Mail Delivery System <Mailer-Daemon@kauppa.test>", "Subject: Mail delivery failed"),
        "550 5.1.1 unknown user",
    ).replace(b"\n\n", b"\nX-Failed-Recipients: p\\303\\244ivi@kaukana.test\n\n", 1)
    assert (one(exim).address, one(exim).what) == ("päivi@kaukana.test", ContactNews.HARD)


def test_two_recipients_of_one_report_are_told_apart() -> None:
    events = events_of(report(block(RISTO, "5.1.1"), block("salla@kaukana.test", "5.7.1")))
    assert [(event.address, event.what) for event in events] == [
        (RISTO, ContactNews.HARD),
        ("salla@kaukana.test", ContactNews.POLICY),
    ]


def test_twenty_absence_notices_are_no_bounces() -> None:
    events = [one(content) for content in absences()]
    assert len(events) == 20
    assert {event.what for event in events} == {ContactNews.NOT_A_BOUNCE}


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Unsubscribe", ""),
        ("Vs: Syystarjous", "Poistakaa osoitteeni listalta, kiitos.\n\nLiisa kirjoitti:\n> Hei"),
        ("SV: Höstbrev", "Jag vill inte ha reklam längre."),
        ("Re: News", "Please remove me from your list"),
    ],
)
def test_a_persons_wish_to_be_left_alone_is_no_dead_address(subject: str, text: str) -> None:
    event = one(letter((f"From: Risto <{RISTO}>", f"Subject: {subject}"), text))
    assert (event.address, event.what) == (RISTO, ContactNews.UNSUBSCRIBED)


def disposition(subject: str, text: str) -> bytes:
    fields = f"Final-Recipient: rfc822; {RISTO}\nDisposition: automatic-action/MDN-sent-automatically; deleted"
    head = (
        f"From: Postmaster <postimestari@kaukana.test>\nTo: kirje@kauppa.test\nSubject: {subject}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=disposition-notification; boundary="RAJA"\n\n'
    )
    parts = f"--RAJA\n\n{text}\n--RAJA\nContent-Type: message/disposition-notification\n\n{fields}\n\n--RAJA--\n"
    return (head + parts).encode()


def test_an_owners_refusal_is_a_wish_and_a_receipt_is_nothing() -> None:
    refusal = disposition("Rejected: Kirje", "Your message was automatically rejected:\nEn ota vastaan mainoksia.")
    assert one(refusal).what is ContactNews.UNSUBSCRIBED
    assert one(disposition("Not read: Kirje", "Your message was deleted without being read.")).what is (
        ContactNews.NOT_A_BOUNCE
    )


def test_a_machine_that_refuses_for_its_owner_says_why() -> None:
    full = disposition("Automatically rejected mail", "Your message was automatically rejected:\nQuota exceeded")
    assert one(full).what is ContactNews.SOFT


def in_words(
    text: str, subject: str = "Delivery failure", sender: str = "MAILER-DAEMON@posti.test"
) -> list[tuple[str, str]]:
    content = letter((f"From: {sender}", f"Subject: {subject}", "Message-ID: <1@posti.test>"), text)
    return [(event.address, event.what.value) for event in events_of(content)]


def test_servers_that_only_write_words_name_everybody_they_could_not_reach_and_nobody_else() -> None:
    assert in_words(
        "Unable to deliver message to the following address(es).\n\n"
        "<risto@kaukana.test>:\nThis account has been disabled or discontinued.\n\n"
        "<salla@kaukana.test>:\n552 mailbox full\n\n--- Original message follows.\n\n<muu@kaukana.test> wrote"
    ) == [("risto@kaukana.test", "hard"), ("salla@kaukana.test", "soft")]
    assert in_words(
        "For further assistance, please contact <postmaster@posti.test>\n\n"
        "<risto@kaukana.test>: Host not found, try again"
    ) == [("risto@kaukana.test", "hard")]
    assert in_words(
        "Your message\n  To:      lista@kauppa.test\n  Subject: Kirje\n\ndid not reach the following recipient(s):\n\n"
        "risto@kaukana.test on Fri, 20 Jul 2001\n    The recipient name is not recognized",
        "Undeliverable: Kirje",
        "System Administrator <postmaster@kaukana.test>",
    ) == [("risto@kaukana.test", "hard")]


def test_a_server_under_any_name_is_known_by_what_it_tells() -> None:
    said = "Could not deliver message to the following recipient(s):\n\nFailed Recipient: risto@kaukana.test\n"
    said += "550 unknown user"
    assert in_words(said, sender="Postipalvelin <palvelin@kaukana.test>") == [("risto@kaukana.test", "hard")]


def test_a_complaint_names_whom_the_message_was_to() -> None:
    content = (
        "From: fbl@tarjoaja.test\nTo: kirje@kauppa.test\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=feedback-report; boundary="RAJA"\n\n'
        "--RAJA\n\nThis is a complaint.\n--RAJA\nContent-Type: message/feedback-report\n\n"
        "Feedback-Type: abuse\nUser-Agent: X/1\nVersion: 1\n\n"
        f"--RAJA\nContent-Type: message/rfc822\n\nTo: {RISTO}\nSubject: Kirje\n\nHei\n--RAJA--\n"
    )
    event = one(content.encode())
    assert (event.address, event.what) == (RISTO, ContactNews.COMPLAINED)
    assert one(content.replace(": abuse", ": not-spam").encode()).what is ContactNews.NOT_A_BOUNCE


def test_reports_sent_on_as_attachments_are_read() -> None:
    inner = report(block(RISTO, "5.1.1")).decode()
    outer = (
        'From: liisa@kauppa.test\nTo: minna@kauppa.test\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="A"'
        f"\n\n--A\n\nTässä.\n--A\nContent-Type: message/rfc822\n\n{inner}\n--A--\n"
    )
    assert (one(outer.encode()).address, one(outer.encode()).what) == (RISTO, ContactNews.HARD)


def test_a_report_kept_in_two_places_is_one_event() -> None:
    content = report(block(RISTO, "5.1.1"))
    assert one(content).mark == one(content.replace(b"\n", b"\r\n")).mark


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"From: x", b"Content-Type: multipart/report\n\n--\n"])
def test_what_is_no_message_is_nothing_worse_than_unknown(content: bytes) -> None:
    assert {event.what for event in events_of(content)} <= {ContactNews.UNKNOWN, ContactNews.NOT_A_BOUNCE}


def test_a_mailbox_is_read_message_by_message_and_only_their_beginnings() -> None:
    long = report(block(RISTO, "5.1.1")) + b"A" * 76 + b"\n" + b"QUFB\n" * 100_000
    box = b"".join(b"From MAILER-DAEMON Tue Dec  1 07:36:16 2026\n" + each + b"\n\n" for each in (long, long, long))
    contents = [content for content, _ in messages_in(io.BytesIO(box))]
    assert len(contents) == 3
    assert max(map(len, contents)) < 200_000
    assert {one(content).what for content in contents} == {ContactNews.HARD}


def test_folders_and_zips_are_looked_through_and_tables_in_them_handed_on(tmp_path: Path) -> None:
    folder = tmp_path / "viestit" / "alla"
    folder.mkdir(parents=True)
    (folder / "1.eml").write_bytes(report(block(RISTO, "5.1.1")))
    (folder / "lista.csv").write_text("Email;Tila\na@b.test;hard\n", "utf-8")
    (folder / ".jotain").write_bytes(b"x")
    packed = tmp_path / "viestit.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in ("1.eml", "lista.csv"):
            archive.write(folder / file, f"alla/{file}")
    for path in (tmp_path / "viestit", packed):
        mails, tables = [], []
        for found in contents_of(path, NoProgress()):
            if isinstance(found, Table):
                tables.append((found.name, found.path.read_text("utf-8")))
            else:
                mails += found
        assert [event.what for event in mails] == [ContactNews.HARD]
        assert tables == [("lista.csv", "Email;Tila\na@b.test;hard\n")]
    assert is_archive_of_files(packed)
    assert is_mail(folder / "1.eml")
    assert not is_mail(folder / "lista.csv")


def test_a_cut_zip_an_empty_folder_and_outlooks_own_files_are_one_sentence(tmp_path: Path) -> None:
    packed = tmp_path / "viestit.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1.eml", report(block(RISTO, "5.1.1")))
    packed.write_bytes(packed.read_bytes()[:-60])
    (tmp_path / "tyhja").mkdir()
    (tmp_path / "viesti.msg").write_bytes(b"\xd0\xcf\x11\xe0")
    for name, code in (("viestit.zip", "broken_zip"), ("tyhja", "empty_folder"), ("viesti.msg", "outlook_file")):
        with pytest.raises(FileProblem) as problem:
            list(contents_of(tmp_path / name, NoProgress()))
        assert problem.value.code == f"contacts.{code}"


@pytest.mark.skipif(not BOUNCES.is_dir(), reason="the reports of real servers are not here")
def test_every_report_of_a_real_server_is_classed_as_judged() -> None:
    judged = re.findall(r"^\| (\S+\.eml) \|(?:[^|]*\|){8} ([^|]+?) \|", (BOUNCES / "INDEX.md").read_text("utf-8"), re.M)
    assert len(judged) > 40
    wrong = {
        name for name, said in judged if _judged(said) != [e.what for e in events_of((BOUNCES / name).read_bytes())]
    }
    assert wrong == set()


def _judged(said: str) -> list[ContactNews]:
    words = {
        "hard": ContactNews.HARD,
        "soft": ContactNews.SOFT,
        "delayed": ContactNews.DELAYED,
        "policy": ContactNews.POLICY,
    }
    if said.startswith("no bounce"):
        return [ContactNews.UNSUBSCRIBED if "wish" in said else ContactNews.NOT_A_BOUNCE]
    return [words[re.split(r"\W", part)[0]] for part in said.split(" + ")]


@pytest.mark.parametrize(
    "body", ["<style>" * 20_000, "recipient" * 16_000, "\n" * 150_000, "a" * 100 + "@" + "y." * 70_000]
)
@pytest.mark.parametrize("kind", ["html", "plain"])
def test_a_message_without_end_is_done_with_soon(body: str, kind: str) -> None:
    fields = ("From: MAILER-DAEMON@posti.test", "Subject: Undelivered", f"Content-Type: text/{kind}")
    assert len(events_of(letter(fields, body))) == 1
