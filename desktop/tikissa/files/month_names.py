"""Names of months and weekdays, for dates that a workbook shows in words."""

_MONTHS = {
    "fi": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_WEEKDAYS = {
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_LANGUAGES = {"0B": "fi", "1D": "sv", "09": "en"}
"""The last two digits of Windows' language identifiers (40B Finnish, 41D and 81D Swedish, 409 and 809 English)."""


def month_name(month: int, size: int, language: str, of_a_day: bool = False) -> str:
    """Return a month (1-12) in the letters of its format: mmm short, mmmm whole, mmmmm one letter.

    In Finnish it is in another case after the day: maaliskuu 2023, but 15. maaliskuuta 2023.
    """
    tongue = _LANGUAGES.get(language, "fi")
    name = _MONTHS[tongue].split()[month - 1]
    if size == 5:
        return name[0].upper()
    if size >= 4:
        return name + "ta" * (of_a_day and tongue == "fi")
    return name.removesuffix("kuu") if tongue == "fi" else name[:3]


def weekday_name(weekday: int, size: int, language: str) -> str:
    """Return a weekday (0 is Monday): ddd short, dddd whole."""
    tongue = _LANGUAGES.get(language, "fi")
    name = _WEEKDAYS[tongue].split()[weekday]
    return name if size >= 4 else name[: 2 if tongue == "fi" else 3]
