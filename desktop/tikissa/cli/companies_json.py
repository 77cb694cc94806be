"""What open registers say of a register's companies, as the object of `companies --json`."""

from tikissa.companies.company_proposals import fixes_of_row, reason_to_check, shared_ids
from tikissa.model.analysis import Analysis, JsonValue
from tikissa.model.companies import Company, CompanyCheck, CompanyRow, Place
from tikissa.model.proposal import Fix


def companies_json(check: CompanyCheck, analysis: Analysis) -> dict[str, JsonValue]:
    shared = shared_ids(check.rows)
    return {
        "sources": [{"name": source.name, "date": source.day.isoformat()} for source in check.sources],
        "rows": [_row(row, analysis, [*fixes_of_row(analysis, row, shared)]) for row in check.rows],
    }


def _row(row: CompanyRow, analysis: Analysis, fixes: list[Fix]) -> dict[str, JsonValue]:
    register = analysis.register
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
        "source": row.source.name,
        "found": _found(row.company),
        "changes": [
            {
                "column": register.column(change.column).name,
                "letter": register.column(change.column).letter,
                "before": change.before,
                "after": change.after,
                "rule": fix.reason.code,
            }
            for fix in fixes
            for change in fix.changes
        ],
        "to_check": reason_to_check(row) is not None,
        "evidence": [
            {"comparison": weight.comparison, "level": weight.level, "weight": weight.weight} for weight in row.evidence
        ],
    }


def _found(company: Company | None) -> JsonValue:
    """Return the company as the open register has it, to stand beside the row."""
    if company is None:
        return None
    return {
        "business_id": company.business_id,
        "name": company.name,
        "other_names": [name.text for name in company.names if name.text != company.name],
        "visiting": _address(company.visiting if company.visiting.is_told else None),
        "postal": _address(company.postal if company.postal.is_told else None),
        "situations": [{"code": each.code, "since": each.since} for each in company.situations],
        "ended": company.ended or None,
    }


def _name(row: CompanyRow, company: Company | None) -> JsonValue:
    """Return the row's name beside the register's where they are not the same text."""
    return {"register": row.name, "current": company.name} if company and company.name != row.name else None


def _address(place: Place | None) -> JsonValue:
    if place is None:
        return None
    return {"street": place.street, "postal_code": place.postal_code, "towns": [*place.towns]}
