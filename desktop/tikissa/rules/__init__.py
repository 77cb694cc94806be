"""The one list of rules, in the order they are asked; `rule.py` says how to write one."""

from tikissa.rules import (
    blanks,
    business_id,
    company_capitals,
    company_cells,
    company_form,
    country,
    date_format,
    einvoice,
    einvoice_check,
    email,
    email_check,
    lookalikes,
    misplaced,
    mojibake,
    name_capitals,
    name_check,
    name_title,
    note_check,
    overfull,
    phone,
    phone_check,
    phone_text,
    placeholders,
    postal_code,
    privacy,
    shifted,
    street,
    swapped_names,
    text_marks,
    town,
    whole_address,
)
from tikissa.rules.rule import Check, Kind, RowRule, Rule

# What is read before something else may depend on it comes first: letters, then blanks, then codes, then towns.
ALL_RULES: tuple[Rule, ...] = (
    *mojibake.RULES,
    text_marks.RULE,
    lookalikes.RULE,
    blanks.RULE,
    placeholders.RULE,
    phone.RULE,
    *email.RULES,
    *business_id.RULES,
    einvoice.RULE,
    *postal_code.RULES,
    country.RULE,
    *town.RULES,
    *whole_address.RULES,
    name_title.RULE,
    *name_capitals.RULES,
    company_form.RULE,
    company_capitals.RULE,
    *street.RULES,
    date_format.RULE,
    privacy.RULE,
)

ALL_ROW_RULES: tuple[RowRule, ...] = (
    *company_cells.RULES,
    *swapped_names.RULES,
    *shifted.RULES,
    *misplaced.RULES,
    *overfull.RULES,
    *phone_text.RULES,
)

ALL_CHECKS: tuple[Check, ...] = (
    *privacy.CHECKS,
    mojibake.CHECK,
    *name_check.CHECKS,
    phone_check.CHECK,
    email_check.CHECK,
    *business_id.CHECKS,
    einvoice_check.CHECK,
    postal_code.CHECK,
    country.CHECK,
    date_format.CHECK,
    *note_check.CHECKS,
)

_CODES = (*(rule.codes for rule in ALL_RULES), *(rule.codes for rule in ALL_ROW_RULES))
_OF_OPEN_REGISTERS = (
    *("company.renamed", "company.moved", "company.id_found", "company.other_id"),
    *("street.other_code", "street.misspelt", "postal_code.retired"),
)
"""What open registers set right is no matter of writing, though no rule here finds it."""

KINDS: dict[str, Kind] = {code: kind for codes in _CODES for code, kind in codes.items()}
KINDS |= dict.fromkeys(_OF_OPEN_REGISTERS, Kind.ERROR)


def is_error(code: str) -> bool:
    """Return whether a fix with this reason mends an error rather than a matter of writing."""
    return KINDS.get(code) is Kind.ERROR
