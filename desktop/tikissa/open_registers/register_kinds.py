"""The open registers the program can keep an index of: the one list of them, with where each is to be had."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RegisterKind(StrEnum):
    """An open register, by the name it goes by on the command line and in `--json`."""

    PRH = "PRH"
    BAF = "BAF"
    PCF = "PCF"
    POM = "POM"
    RIK = "RIK"
    BOLAGSVERKET = "Bolagsverket"


@dataclass(frozen=True, slots=True)
class OpenRegister:
    """`page` is where a person downloads it, `files` the names its files go by. After `old_after` days it is worth
    getting anew. What each gives and how to get it are words: `open_register.NAME.gives`, `.steps`, `.licence`."""

    kind: RegisterKind
    page: str
    files: str
    old_after: int = 365

    @property
    def words(self) -> str:
        return f"open_register.{self.kind.lower()}"

    def is_old(self, day: date, today: date) -> bool:
        """Say whether a file of that day is worth getting anew."""
        return (today - day).days > self.old_after


_POSTI = "https://www.posti.fi/webpcode/"

OPEN_REGISTERS: tuple[OpenRegister, ...] = (
    OpenRegister(RegisterKind.PRH, "https://avoindata.prh.fi/fi/ytj/swagger-ui", "all_companies_*.zip"),
    OpenRegister(RegisterKind.BAF, _POSTI, "BAF_*.zip"),
    OpenRegister(RegisterKind.PCF, _POSTI, "PCF_*.zip"),
    OpenRegister(RegisterKind.POM, _POSTI, "POM_*.zip"),
    OpenRegister(
        RegisterKind.RIK,
        "https://avaandmed.ariregister.rik.ee/en/downloading-open-data",
        "ettevotja_rekvisiidid__lihtandmed.csv.zip",
    ),
    OpenRegister(
        RegisterKind.BOLAGSVERKET,
        "https://bolagsverket.se/apierochoppnadata/nedladdningsbarafiler.2517.html",
        "bolagsverket_bulkfil.zip",
    ),
)
"""Read in December 2026: the page of the trade register names the file `all_companies`, CC BY 4.0; Posti's files lie in
one folder, a new BAF each Saturday and a POM on the second day of each month, for free use by Posti's terms of 2015;
Estonia's register is new every day, its terms accepted once; Sweden's every week, free since February 2025."""


def register_named(name: str) -> OpenRegister | None:
    """Return the register of this name, in any letters."""
    return next((each for each in OPEN_REGISTERS if each.kind.lower() == name.strip().lower()), None)
