#!/usr/bin/env bash
# A full mailbox is a dead address, and an address with ä in it is none, to the library that reads bounced mail.
#
# Guess: the status class decides: 4.x.x is temporary, 5.x.x permanent; an international delivery report (RFC 6533)
#   is read like the others.
# So: "Action: failed" makes it permanent whatever the status says (4.2.2, mailbox full, 421 try later), so a
#   customer with a full mailbox counts as gone; a Final-Recipient of the type utf-8 is passed over without a word;
#   a forwarded address is told as the one that was written to, which is right.
# Source: flufl.bounce 6.0.0, flufl/bounce/_detectors/dsn.py; RFC 3464, 2.3.3; RFC 3463; RFC 6533.
# For us: one bounce never is more than "check", and the code inside Diagnostic-Code counts before Action.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'flufl.bounce==6.0.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import email
import sys
from importlib.metadata import version

from flufl.bounce import all_failures

REPORT = """From: MAILER-DAEMON@posti.example
To: myynti@yritys.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It did not arrive.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; posti.example

Final-Recipient: {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {said}

--b--
"""


def verdict(action: str, status: str, said: str, recipient: str = "rfc822; maija@asiakas.example") -> str:
    report = REPORT.format(action=action, status=status, said=said, recipient=recipient)
    temporary, permanent = all_failures(email.message_from_string(report))
    return "temporary" if temporary else "permanent" if permanent else "nothing"


seen = [
    verdict("failed", "5.1.1", "550 5.1.1 no such user"),
    verdict("delayed", "4.4.1", "connection timed out"),
    verdict("failed", "4.2.2", "452 4.2.2 mailbox full"),
    verdict("failed", "5.0.0", "421 4.7.0 try again later"),
    verdict("failed", "5.1.1", "550 5.1.1 no such user", "utf-8; p\u00e4ivi@asiakas.example"),
]
print("flufl.bounce", version("flufl.bounce"), seen)
sys.exit("changed" if seen != ["permanent", "temporary", "permanent", "permanent", "nothing"] else 0)
PYTHON
