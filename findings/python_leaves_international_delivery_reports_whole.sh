#!/usr/bin/env bash
# The delivery report of an address with ä in it is one text to Python, where the usual report is a list of blocks.
#
# Guess: message/global-delivery-status (RFC 6533) is taken apart into blocks as message/delivery-status is.
# So: only the latter gives one message for each block of fields; the payload of the other holds one thing alone, whose
#   body is every block after the first, so the fields of the recipients are found in no header.
# Source: Python, Lib/email/feedparser.py, _parsegen (it asks for 'message/delivery-status' only); RFC 6533, 3.
# For us: the blocks of an international report are parted by its empty lines, by ourselves.
# Needs: Python 3.11 or newer
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 - <<'PYTHON'
import email
import platform
import sys

BLOCKS = """Reporting-MTA: dns; posti.example

Final-Recipient: {kind}; maija@asiakas.example
Action: failed
Status: 5.1.1
"""


def recipients(kind: str, address_kind: str) -> tuple[int, int]:
    """How many parts the report has, and how many of them have a Final-Recipient among their headers."""
    report = email.message_from_string(f"Content-Type: {kind}\n\n{BLOCKS.format(kind=address_kind)}")
    payload = report.get_payload()
    parts = payload if isinstance(payload, list) else []
    return len(parts), sum("Final-Recipient" in part for part in parts)


usual = recipients("message/delivery-status", "rfc822")
international = recipients("message/global-delivery-status", "utf-8")
print("Python", platform.python_version(), "usual:", usual, "international:", international)
sys.exit(0 if usual == (2, 1) and international[1] == 0 else "changed")
PYTHON
