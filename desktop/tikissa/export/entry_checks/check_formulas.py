"""The formulas by which a spreadsheet itself checks what is typed: understood by Excel 2007 and LibreOffice alike.

A formula of a check may have 255 characters and no arrays written out. Each is true for what is right; what cannot be
worked out, as of letters in a number, is wrong.
"""

from tikissa.export.entry_checks.offers import BUSINESS_ID, DAY_AS_TEXT, EMAIL, NUMBER, PHONE, POSTAL_CODE

LONGEST = 255
"""Characters of a check's formula in Excel."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
"""Of the Finnish business id: the weighted digits and the check digit add up to a multiple of 11
(https://www.vero.fi, Y-tunnuksen tarkistusmerkki)."""


def formula(kind: str, letter: str, first: int, last: int, country: str | None = None) -> str:
    """Return the formula of a kind for the first cell of a column's rows; the spreadsheet moves it down with the rows.

    `country` is the letter of the column that tells a customer's country. Where the cells' names are so long that the
    formula would be too long, what is right abroad is left out of it. Raises ValueError for a kind without a formula.
    """
    cell = f"{letter}{first}"
    there = f"{country}{first}" if country else None
    once = _once(letter, first, last)
    claims = {
        POSTAL_CODE: (_postal_code(cell, there), _finnish_postal_code(cell)),
        PHONE: (_phone(cell),),
        EMAIL: (f"AND({_email(cell)},{once})", f"AND({_email(cell)})"),
        BUSINESS_ID: (f"IF({_business_id_abroad(cell)},{_business_id(cell)})", _business_id(cell)),
        DAY_AS_TEXT: (_day_as_text(cell), f"ISNUMBER({cell})"),
    }
    if kind == NUMBER:
        return once
    if kind not in claims:
        raise ValueError(kind)
    return next(whole for claim in claims[kind] if len(whole := f"IFERROR({claim},FALSE)") <= LONGEST)


def _once(letter: str, first: int, last: int) -> str:
    return f"COUNTIF({letter}${first}:{letter}${last},{letter}{first})<2"


def _postal_code(cell: str, country: str | None) -> str:
    """Five digits as text; 113 22 and codes that begin with a letter and end in a digit or three after one, as abroad,
    are right too, and anything where the country is another."""
    finnish = _finnish_postal_code(cell)
    if country:
        abroad = f'AND({country}<>"",ISERROR(SEARCH({country},"FI FIN Suomi Finland")))'
        return f"OR({finnish},{abroad})"
    spaced = f'AND(LEN({cell})=6,MID({cell},4,1)=" ")'
    lettered = f"AND(CODE(UPPER({cell}))>64,ISNUMBER(IFERROR(VALUE(RIGHT({cell},2)),VALUE(LEFT(RIGHT({cell},3),1)))))"
    return f"OR({finnish},{spaced},{lettered})"


def _finnish_postal_code(cell: str) -> str:
    """Five digits: a number is right too where no zero can have been lost, as in cells that were numbers before."""
    return f'AND(LEN({cell})=5,IFERROR(TEXT(VALUE({cell}),"00000"),"")={cell}&"")'


def _phone(cell: str) -> str:
    """Text that begins with 0, + or a bracket, 5 to 16 digits beside blanks, dashes and brackets."""
    digits = cell
    for sign in " -()+":
        digits = f'SUBSTITUTE({digits},"{sign}","")'
    return f'AND(ISTEXT({cell}),ISNUMBER(FIND(LEFT({cell}),"0+(")),ABS(LOG10(VALUE({digits}))-9.5)<=5.5)'


def _email(cell: str) -> str:
    """One @, a dot after it that is not the last, no blank, comma or semicolon."""
    no_others = ",".join(f'ISERROR(FIND("{sign}",{cell}))' for sign in " ,;")
    one = f'LEN({cell})-LEN(SUBSTITUTE({cell},"@",""))=1'
    return f'{one},FIND("@",{cell})>1,FIND(".",{cell},FIND("@",{cell})+2)>0,RIGHT({cell})<>".",{no_others}'


def _business_id(cell: str) -> str:
    digits = "+".join(f"{weight}*MID({cell},{place},1)" for place, weight in enumerate(_WEIGHTS, 1))
    return f'AND(LEN({cell})=9,MID({cell},8,1)="-",MOD({digits}+RIGHT({cell}),11)=0)'


def _business_id_abroad(cell: str) -> str:
    """Return a condition for what begins with a letter, and whether it is right."""
    return f'CODE(UPPER({cell}))>64,AND(LEN({cell})>7,UPPER(LEFT({cell},2))<>"FI")'


FIRST_DAY = "DATE(1910,1,1)"
"""A number that is less is no day but a year or the like: 2026 would be one of 1905."""


def _day_as_text(cell: str) -> str:
    """A day of the spreadsheet's own, or a text as long as a day, with a year of today or before in front or behind."""
    year = f"IFERROR(VALUE(RIGHT({cell},4)),VALUE(LEFT({cell},4)))"
    written = f"AND(VALUE(LEFT({cell}))>=0,ABS(LEN({cell})-9)<2,{year}>1899,{year}<=YEAR(TODAY()))"
    return f"IF(ISNUMBER({cell}),AND({cell}>={FIRST_DAY},{cell}<=TODAY()),{written})"
