"""The open registers the program can keep an index of: the one list of them, with where each is to be had."""

from dataclasses import dataclass
from enum import StrEnum


class RegisterKind(StrEnum):
    """An open register, by the name it goes by on the command line and in `--json`."""

    PRH = "PRH"


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


OPEN_REGISTERS: tuple[OpenRegister, ...] = (
    OpenRegister(RegisterKind.PRH, "https://avoindata.prh.fi/fi/ytj/swagger-ui", "all_companies_*.zip"),
)
"""Read in December 2026 that the page names the file `all_companies`; CC BY 4.0."""


def register_named(name: str) -> OpenRegister | None:
    """Return the register of this name, in any letters."""
    return next((each for each in OPEN_REGISTERS if each.kind.lower() == name.strip().lower()), None)
