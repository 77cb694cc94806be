"""What open registers say of a register's companies, as the object of `companies --json`."""

from tikissa.model.analysis import JsonValue
from tikissa.model.companies import Company, CompanyCheck, CompanyRow, Place
from tikissa.model.register import Register


def companies_json(check: CompanyCheck, register: Register) -> dict[str, JsonValue]:
    return {
        "sources": [{"name": source.name, "date": source.day.isoformat()} for source in check.sources],
        "rows": [_row(row, register) for row in check.rows],
    }


def _row(row: CompanyRow, register: Register) -> dict[str, JsonValue]:
    return {
        "row": register.row(row.record),
        "sheet": register.source.sheet,
        "business_id": row.business_id,
        "verdict": row.verdict,
        "since": row.since,
        "found_by": row.found_by,
        "probability": row.probability,
        "name": _name(row, row.company),
        "address": _address(row.new_address),
        "proposed_business_id": row.proposed_id,
        "reasons": [*row.reasons],
        "evidence": [
            {"comparison": weight.comparison, "level": weight.level, "weight": weight.weight} for weight in row.evidence
        ],
    }


def _name(row: CompanyRow, company: Company | None) -> JsonValue:
    """Return the row's name beside the register's where they are not the same text."""
    return {"register": row.name, "current": company.name} if company and company.name != row.name else None


def _address(place: Place | None) -> JsonValue:
    if place is None:
        return None
    return {"street": place.street, "postal_code": place.postal_code, "towns": [*place.towns]}
