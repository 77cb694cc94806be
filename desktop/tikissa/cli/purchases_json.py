"""Writes what a list of purchases says of a register's customers as JSON (the headless contract)."""

from datetime import date

from tikissa.cli.analysis_json import JsonObject
from tikissa.model.bought import Bought
from tikissa.purchases.purchases import Purchases
from tikissa.text.money_parts import in_units


def purchases_json(purchases: Purchases) -> JsonObject:
    """Return each customer who bought, in the register's order; `line` and `row` are as a spreadsheet shows them."""
    return {
        "kind": "purchases",
        "lines": purchases.lines,
        "joined": purchases.joined,
        "by": dict(purchases.by),
        "currencies": [*purchases.currencies],
        "customers": [_customer(purchases, bought) for bought in purchases.customers],
        "unjoined": [{"line": each.line, "reason": each.reason} for each in purchases.unjoined],
        "new_customers": [purchases.list.row(record) for record in purchases.unknown],
        "notes": [{"code": note.code, "arguments": [*note.arguments]} for note in purchases.notes],
    }


def _customer(purchases: Purchases, bought: Bought) -> JsonObject:
    return {
        "row": purchases.register.row(bought.record),
        "sheet": purchases.register.source.sheet,
        "first": _day(bought.first),
        "last": _day(bought.last),
        "count": bought.count,
        "sum_all": float(in_units(bought.sum_all)),
        "sum_12_months": float(in_units(bought.sum_12_months)),
        "every_days": bought.every_days,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
