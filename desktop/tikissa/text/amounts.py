"""Reads sums of money as they stand in registers: `1 234,50 €`, `1.234,50`, `1,234.50`, `-12`."""

import re

_AMOUNT = re.compile(r"[-−–]?\s*\d[\d\s.,']*")
_LAST_MARK = re.compile(r"[.,](?=\d{1,2}$)")


def parse_amount(text: str) -> float | None:
    """Return the first sum in a text, None where there is none.

    A comma or a point before the last one or two digits parts the cents; before three digits it parts thousands.
    """
    found = _AMOUNT.search(text)
    if not found:
        return None
    written = re.sub(r"[\s']", "", found.group()).rstrip(".,")
    negative = written[0] in "-−–"
    whole, *cents = _LAST_MARK.split(written.lstrip("-−–"), maxsplit=1)
    amount = float(re.sub(r"\D", "", whole) + "." + (cents[0] if cents else "0"))
    return -amount if negative else amount
