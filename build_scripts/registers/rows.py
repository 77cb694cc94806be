"""A row as it stands in a register, beside what it should say: the raw material of every truth file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from registers.people import Customer

CellValue = str | int | float | date | None

HEADERS = (
    "Asiakasnro", "Sukunimi", "Etunimi", "Yritys", "Y-tunnus", "Katuosoite", "Postinro", "Postitoimipaikka", "Puhelin",
    "Sähköposti", "Markkinointilupa", "Luottokielto", "Asiakas alkaen", "Viimeisin osto", "Ostot yhteensä",
    "Vuosia asiakkaana", "Huomautus",
)  # fmt: skip
FORMULA_HEADER = "Vuosia asiakkaana"


def spaced_phone(phone: str) -> str:
    """Return national digits the way most of the sample's numbers are written."""
    return f"{phone[:3]} {phone[3:6]} {phone[6:]}" if phone else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A customer with what the typist made of it.

    `written` replaces cells, `errors` gives the right text of the cells that are wrong, `free` names the columns in
    which a proposal can be neither right nor wrong, `signs` are other things a careful reader would notice.
    """

    customer: Customer
    written: Mapping[str, CellValue] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    free: frozenset[str] = frozenset()
    signs: tuple[str, ...] = ()

    def spoilt(self, column: str, wrong: CellValue, right: str) -> "Row":
        """Return the row with one wrong cell and what it should say."""
        return replace(self, written={**self.written, column: wrong}, errors={**self.errors, column: right})

    def restyled(self, column: str, text: CellValue) -> "Row":
        """Return the row with one cell written another way, which is no error."""
        return replace(self, written={**self.written, column: text})

    def noted(self, note: str, sign: str) -> "Row":
        """Return the row with a note and what the note is a sign of."""
        return replace(self, customer=replace(self.customer, notes=note), signs=(*self.signs, sign))

    def cells(self) -> dict[str, CellValue]:
        """Return what stands in each column but the customer number and the formula."""
        customer = self.customer
        return {
            "Sukunimi": customer.surname, "Etunimi": customer.given_name, "Yritys": customer.company,
            "Y-tunnus": customer.business_id, "Katuosoite": customer.street, "Postinro": customer.postal_code,
            "Postitoimipaikka": customer.town, "Puhelin": spaced_phone(customer.phone), "Sähköposti": customer.email,
            "Markkinointilupa": customer.permission, "Luottokielto": customer.credit_block,
            "Asiakas alkaen": customer.since, "Viimeisin osto": customer.last_purchase,
            "Ostot yhteensä": customer.purchases, "Huomautus": customer.notes, **self.written,
        }  # fmt: skip

    def text(self, column: str) -> str:
        value = self.cells()[column]
        return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Story:
    """Rows that have to do with each other: the same customer, or a relation between different ones."""

    name: str
    rows: tuple[Row, ...]
    relation: str | None = None
    """None: one and the same customer. Otherwise household, branch, contact_person, namesake or company_form."""
