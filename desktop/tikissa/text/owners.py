"""Whose detail a column holds by its header: a guardian's phone or an address for bills is not the customer's own."""

import re

from tikissa.text.normalise import fold

_OTHERS = (
    ("guardian", re.compile(r"huolta|vanhem|guardian|parent|vardnad|malsman")),
    ("contact person", re.compile(r"yhteysh|kontakt|contact|isannoit|edunvalv")),
    ("spouse", re.compile(r"puoliso|spouse|partner|make|maka|aviopu")),
    ("bills", re.compile(r"lasku|faktur|billing|invoice|kirjanpi")),
    ("deliveries", re.compile(r"toimitu|leverans|shipping|delivery|asennus")),
)


def whose(header: str) -> str:
    """Return whom or what a header names beside the customer, "" where nobody."""
    said = fold(header)
    return next((owner for owner, words in _OTHERS if words.search(said)), "")
