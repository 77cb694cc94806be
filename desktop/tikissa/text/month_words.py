"""The words for months and seasons in Finnish, Swedish and English, and in the languages around them."""

import re

MONTH_NAMES: tuple[re.Pattern[str], ...] = (
    re.compile(r"tammi(?:kuu\w{0,4})?|jan(?:uary|uari|uar)?|jaan(?:uar)?"),
    re.compile(r"helmi(?:kuu\w{0,4})?|feb(?:r|ruary|ruari|ruar)?|veebr?(?:uar)?"),
    re.compile(r"maalis(?:kuu\w{0,4})?|mar(?:ch|s|ts|z)?|mrz"),
    re.compile(r"huhti(?:kuu\w{0,4})?|apr(?:il|ill)?"),
    re.compile(r"touko(?:kuu\w{0,4})?|ma[yji]"),
    re.compile(r"kesa(?:kuu\w{0,4})?|jun[ei]?|juuni"),
    re.compile(r"heina(?:kuu\w{0,4})?|jul[yi]?|juuli"),
    re.compile(r"elo(?:kuu\w{0,4})?|aug(?:ust|usti)?"),
    re.compile(r"syys(?:kuu\w{0,4})?|sept?(?:ember)?"),
    re.compile(r"loka(?:kuu\w{0,4})?|o[ck]t(?:oo?ber)?"),
    re.compile(r"marras(?:kuu\w{0,4})?|nov(?:ember)?"),
    re.compile(r"joulu(?:kuu\w{0,4})?|de[csz](?:ember)?|dets(?:ember)?"),
)
"""The months' names, folded, whole, bent and cut short."""

SEASONS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile("kevat|kevaalla|varen|var|spring"), 5),
    (re.compile("kesa|kesalla|sommaren|sommar|summer"), 8),
    (re.compile("syksy|syksylla|hosten|host|autumn|fall"), 11),
    (re.compile("talvi|vintern|vinter|winter|loppuvuosi|loppuvuodesta"), 12),
    (re.compile("alkuvuosi|alkuvuodesta"), 4),
)
"""What people call a part of the year, folded, and its last month."""


def month_of(name: str) -> int:
    """Return a month's number, 0 for a folded word that is no month's name."""
    return next((number for number, names in enumerate(MONTH_NAMES, start=1) if names.fullmatch(name)), 0)


def season_end(name: str) -> int | None:
    """Return the last month of a season, None for another word."""
    return next((month for names, month in SEASONS if names.fullmatch(name)), None)
