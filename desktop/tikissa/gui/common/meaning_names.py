"""What each meaning of a column is called on the screen."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from tikissa.model.schema import Meaning

_NAMES = {
    Meaning.GIVEN_NAME: QT_TRANSLATE_NOOP("Meaning", "First name"),
    Meaning.SURNAME: QT_TRANSLATE_NOOP("Meaning", "Surname"),
    Meaning.WHOLE_NAME: QT_TRANSLATE_NOOP("Meaning", "Name"),
    Meaning.COMPANY: QT_TRANSLATE_NOOP("Meaning", "Company"),
    Meaning.CONTACT_PERSON: QT_TRANSLATE_NOOP("Meaning", "Contact person"),
    Meaning.BUSINESS_ID: QT_TRANSLATE_NOOP("Meaning", "Business ID"),
    Meaning.VAT_NUMBER: QT_TRANSLATE_NOOP("Meaning", "VAT number"),
    Meaning.IDENTITY_CODE: QT_TRANSLATE_NOOP("Meaning", "Personal identity code"),
    Meaning.DATE_OF_BIRTH: QT_TRANSLATE_NOOP("Meaning", "Date of birth"),
    Meaning.EMAIL: QT_TRANSLATE_NOOP("Meaning", "E-mail"),
    Meaning.PHONE: QT_TRANSLATE_NOOP("Meaning", "Phone"),
    Meaning.FAX: QT_TRANSLATE_NOOP("Meaning", "Fax"),
    Meaning.WEBSITE: QT_TRANSLATE_NOOP("Meaning", "Website"),
    Meaning.STREET: QT_TRANSLATE_NOOP("Meaning", "Street address"),
    Meaning.POSTAL_CODE: QT_TRANSLATE_NOOP("Meaning", "Postal code"),
    Meaning.TOWN: QT_TRANSLATE_NOOP("Meaning", "Town"),
    Meaning.WHOLE_ADDRESS: QT_TRANSLATE_NOOP("Meaning", "Address on one line"),
    Meaning.BILLING_ADDRESS: QT_TRANSLATE_NOOP("Meaning", "Billing address"),
    Meaning.DELIVERY_ADDRESS: QT_TRANSLATE_NOOP("Meaning", "Delivery address"),
    Meaning.COUNTRY: QT_TRANSLATE_NOOP("Meaning", "Country"),
    Meaning.LANGUAGE: QT_TRANSLATE_NOOP("Meaning", "Language"),
    Meaning.CUSTOMER_NUMBER: QT_TRANSLATE_NOOP("Meaning", "Customer number"),
    Meaning.CREATED: QT_TRANSLATE_NOOP("Meaning", "Customer since"),
    Meaning.LAST_CONTACT: QT_TRANSLATE_NOOP("Meaning", "Last contact"),
    Meaning.LAST_PURCHASE: QT_TRANSLATE_NOOP("Meaning", "Last purchase"),
    Meaning.ENDED: QT_TRANSLATE_NOOP("Meaning", "Customer's state (left, died, blocked)"),
    Meaning.RETURNED: QT_TRANSLATE_NOOP("Meaning", "Mail returned"),
    Meaning.PURCHASE_SUM: QT_TRANSLATE_NOOP("Meaning", "Purchases in euros"),
    Meaning.PURCHASE_COUNT: QT_TRANSLATE_NOOP("Meaning", "Number of purchases"),
    Meaning.PERMISSION: QT_TRANSLATE_NOOP("Meaning", "Marketing permission"),
    Meaning.PROHIBITION: QT_TRANSLATE_NOOP("Meaning", "Marketing opt-out"),
    Meaning.PREFERRED_CHANNEL: QT_TRANSLATE_NOOP("Meaning", "Preferred way of contact"),
    Meaning.EINVOICE_ADDRESS: QT_TRANSLATE_NOOP("Meaning", "E-invoice address"),
    Meaning.EINVOICE_OPERATOR: QT_TRANSLATE_NOOP("Meaning", "E-invoice operator"),
    Meaning.CREDIT_BLOCK: QT_TRANSLATE_NOOP("Meaning", "Credit block"),
    Meaning.SOURCE: QT_TRANSLATE_NOOP("Meaning", "Where the customer came from"),
    Meaning.SALESPERSON: QT_TRANSLATE_NOOP("Meaning", "Salesperson"),
    Meaning.OPEN_MATTER: QT_TRANSLATE_NOOP("Meaning", "Open matter"),
    Meaning.INVOICE_BALANCE: QT_TRANSLATE_NOOP("Meaning", "Unpaid invoices"),
    Meaning.CONTRACT: QT_TRANSLATE_NOOP("Meaning", "Contract"),
    Meaning.NOTES: QT_TRANSLATE_NOOP("Meaning", "Notes"),
}


def meaning_name(meaning: Meaning) -> str:
    return QCoreApplication.translate("Meaning", str(_NAMES[meaning]))


def named_meanings() -> tuple[tuple[str, Meaning], ...]:
    """Return all meanings with their names, in alphabetical order of the language in force."""
    return tuple(
        sorted(((meaning_name(meaning), meaning) for meaning in Meaning), key=lambda named: named[0].casefold())
    )
