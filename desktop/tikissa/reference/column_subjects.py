"""Words of column headers that tell what the column is about: a thing of the customer, an event, money."""

from functools import cache

from tikissa.reference.tables import rows


@cache
def subjects() -> dict[str, str]:
    """Return what each word tells, as the table writes them; of the same word in two lists the first counts."""
    told: dict[str, str] = {}
    for row in rows("column_subjects"):
        for word in row["words"].split(";"):
            told.setdefault(word, row["about"])
    return told
