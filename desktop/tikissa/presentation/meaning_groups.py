"""The meanings of columns gathered as people think of them, for a list to choose from. The words of a group are
`meaning_group.NAME` in `resources/words`."""

from collections.abc import Mapping

from tikissa.model.schema import Meaning

MEANING_GROUPS: Mapping[str, tuple[Meaning, ...]] = {
    "name": (
        Meaning.WHOLE_NAME,
        Meaning.GIVEN_NAME,
        Meaning.SURNAME,
        Meaning.COMPANY,
        Meaning.CONTACT_PERSON,
        Meaning.CUSTOMER_NUMBER,
        Meaning.BUSINESS_ID,
        Meaning.VAT_NUMBER,
        Meaning.IDENTITY_CODE,
        Meaning.DATE_OF_BIRTH,
    ),
    "contact": (
        Meaning.EMAIL,
        Meaning.PHONE,
        Meaning.FAX,
        Meaning.WEBSITE,
        Meaning.LANGUAGE,
    ),
    "address": (
        Meaning.STREET,
        Meaning.POSTAL_CODE,
        Meaning.TOWN,
        Meaning.COUNTRY,
        Meaning.WHOLE_ADDRESS,
        Meaning.BILLING_ADDRESS,
        Meaning.DELIVERY_ADDRESS,
    ),
    "dates": (Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE, Meaning.ENDED, Meaning.RETURNED),
    "permission": (Meaning.PERMISSION, Meaning.PROHIBITION, Meaning.PREFERRED_CHANNEL),
    "money": (
        Meaning.PURCHASE_SUM,
        Meaning.PURCHASE_COUNT,
        Meaning.INVOICE_BALANCE,
        Meaning.CREDIT_BLOCK,
        Meaning.EINVOICE_ADDRESS,
        Meaning.EINVOICE_OPERATOR,
    ),
    "other": (Meaning.NOTES, Meaning.SALESPERSON, Meaning.SOURCE, Meaning.CONTRACT, Meaning.OPEN_MATTER),
}
