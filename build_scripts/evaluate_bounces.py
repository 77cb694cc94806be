"""Measures how reports of real mail servers are classed: which are right, and what flufl.bounce makes of the same ones.

`python build_scripts/evaluate_bounces.py FOLDER` reads the .eml files of a folder and the table of `INDEX.md`, whose
first column names the file and whose column *class* begins with the right answer. flufl.bounce is asked where it is
installed; it tells permanent and temporary failures of addresses apart and knows nothing else.
"""

import argparse
import email
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tikissa.files.mail.report import events_of

CLASSED = re.compile(r"^\| (\S+\.eml) \|(?:[^|]*\|){8} ([^|]+?) \|", re.MULTILINE)
PERMANENT, TEMPORARY, NOTHING = "permanent", "temporary", "nothing"
AS_PEER = {
    **{"hard": PERMANENT, "policy": PERMANENT, "soft": TEMPORARY, "delayed": TEMPORARY},
    **{"not_a_bounce": NOTHING, "unsubscribed": NOTHING},
}
"""What a class comes to where only permanent and temporary failures are told apart."""


def judged(index: str) -> Mapping[str, tuple[str, ...]]:
    """Return the right classes of each file, one for each recipient."""
    return {name: tuple(map(_class, said.split(" + "))) for name, said in CLASSED.findall(index)}


def _class(said: str) -> str:
    if said.startswith("no bounce"):
        return "unsubscribed" if "wish" in said else "not_a_bounce"
    return re.split(r"\W", said)[0]


def peer_on(content: bytes) -> tuple[str, ...] | None:
    """Return what flufl.bounce says of a message's addresses, None where it is not installed."""
    try:
        from flufl.bounce import all_failures  # type: ignore[import-not-found]
    except ImportError:
        return None
    temporary, permanent = all_failures(email.message_from_bytes(content))
    found = [TEMPORARY] * len(temporary) + [PERMANENT] * len(permanent)
    return tuple(sorted(found)) or (NOTHING,)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    counts = Counter[str]()
    for name, right in judged((folder / "INDEX.md").read_text("utf-8")).items():
        content = (folder / name).read_bytes()
        ours = tuple(event.what.value for event in events_of(content))
        theirs, wanted = peer_on(content), tuple(sorted(AS_PEER[each] for each in right))
        counts.update(["reports", *(["ours"] if ours == right else []), *(["theirs"] if theirs == wanted else [])])
        counts.update(["asked"] if theirs is not None else [])
        if ours != right or theirs not in (None, wanted):
            print(f"{name}: right {', '.join(right)}; ours {', '.join(ours)}; flufl.bounce {', '.join(theirs or ())}")
    print(f"right: ours {counts['ours']} of {counts['reports']}", end="")
    print(
        f"; flufl.bounce {counts['theirs']} of {counts['asked']} (permanent or temporary only)" * bool(counts["asked"])
    )


if __name__ == "__main__":
    main()
