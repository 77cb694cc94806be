"""Countries around whose open registers can be asked for customers there: which rows are theirs, and their ids."""

from collections.abc import Callable
from dataclasses import dataclass

from tikissa.open_registers.register_kinds import RegisterKind
from tikissa.text.countries import names_land
from tikissa.text.identifiers import organisation_number, registry_code


@dataclass(frozen=True, slots=True)
class Land:
    """`country`: its code · `id_in`: the id in a text, in its right form · `forms`: the classes of the legal forms (an
    AB is of Oy's) of which every company is in the register · `own_forms`: those that no other country has ·
    `is_own_id`: whether an id can be no other country's."""

    kind: RegisterKind
    country: str
    id_in: Callable[[str], str | None]
    forms: frozenset[str]
    own_forms: frozenset[str] = frozenset()
    is_own_id: bool = False

    def is_home(self, country: str, form: str, number: str | None) -> bool:
        """Say whether a customer is of this country: by its country, or where none is written by form or id."""
        if country.strip():
            return names_land(country, self.country)
        return form in self.own_forms or (self.is_own_id and number is not None)


LANDS = (
    Land(RegisterKind.RIK, "EE", registry_code, frozenset(("OÜ", "a.s.", "TÜ", "UÜ")), frozenset(("OÜ", "TÜ", "UÜ"))),
    Land(
        RegisterKind.BOLAGSVERKET,
        "SE",
        organisation_number,
        frozenset(("Oy", "HB", "Ky")),
        is_own_id=True,
    ),
)
