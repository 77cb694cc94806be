"""What is known of how fresh a row is, as sentences: signs, what usually has changed by now, and a fresher row."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from tikissa.gui.language import texts
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import Retire
from tikissa.model.record import RecordId
from tikissa.model.register_profile import DecayRate
from tikissa.model.schema import Meaning
from tikissa.presentation.record_names import details_of, name_of
from tikissa.reference.customer_kind import is_company
from tikissa.reference.decay_rates import decay_rates
from tikissa.review.queue import OpenWork
from tikissa.text.secret_numbers import masked

translate = QCoreApplication.translate

_OF_PERSONS = (
    ((Meaning.PHONE,), "person_phone"),
    ((Meaning.STREET, Meaning.WHOLE_ADDRESS), "person_address"),
)
_OF_COMPANIES = (
    ((Meaning.CONTACT_PERSON, Meaning.GIVEN_NAME, Meaning.SURNAME), "company_contact"),
    ((Meaning.STREET, Meaning.WHOLE_ADDRESS), "company_address"),
)


def signs(retire: Retire) -> Iterator[str]:
    """Yield why the row is worth checking."""
    for reason in retire.reasons:
        yield texts.sentence(reason)


def usual_changes(analysis: Analysis, outcome: Outcome, record: RecordId) -> Iterator[str]:
    """Yield how often the details that the row has change among people or companies in general, with the source."""

    def text(column: str) -> str:
        return outcome.text(record, column)

    for meanings, field in _OF_COMPANIES if is_company(analysis.schema, text) else _OF_PERSONS:
        rate = decay_rates()[field]
        if any(map(text, analysis.schema.columns_of(*meanings))):
            yield _usually(field).format(texts.number(round(1 / rate.yearly)), _source(rate))


def _usually(field: str) -> str:
    return {
        "person_phone": translate("Freshness", "About one Finn in {0} changes phone number within a year{1}."),
        "person_address": translate("Freshness", "About one Finn in {0} moves within a year{1}."),
        "company_contact": translate("Freshness", "About one contact person in {0} changes jobs within a year{1}."),
        "company_address": translate("Freshness", "About one company in {0} changes address within a year{1}."),
    }[field]


def _source(rate: DecayRate) -> str:
    return f" ({rate.source})" if rate.source else ""


def open_suggestions(work: OpenWork, analysis: Analysis, record: RecordId) -> Iterator[str]:
    """Yield the fixes suggested for the row that nobody has decided on."""
    for fix in (fix for group in work.fix_groups for fix in group.fixes if fix.record == record):
        for change in fix.changes:
            meaning = analysis.schema.meaning_of(change.column)
            words = translate("Freshness", "Suggested fix, {0}: {1} → {2}")
            yield words.format(change.column, *(masked(text, meaning) for text in (change.before, change.after)))


def perhaps_the_same(work: OpenWork, record: RecordId) -> tuple[RecordId, ...]:
    """Return the rows that may be the same customer and stay, while nobody has said whether they are."""
    groups = (merge.records for merge in work.merges if record in merge.records)
    return tuple(other for records in groups for other in records if other != record)


def described(analysis: Analysis, outcome: Outcome, other: RecordId) -> str:
    """Return who may be the same customer, in words."""
    row = texts.number(outcome.register.row(other))
    name = name_of(analysis.schema, outcome.text, other)
    words = translate("Freshness", "Perhaps the same customer, row {0}: {1}")
    return words.format(
        row, " · ".join(part for part in (name, details_of(analysis.schema, outcome.text, other)) if part)
    )
