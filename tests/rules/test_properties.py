"""What holds of the rules whatever a register holds."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import TODAY, keys, register
from tikissa.analysis.fixed_register import fixed_register
from tikissa.messages import say
from tikissa.model.analysis import Settings
from tikissa.model.proposal import Fix
from tikissa.model.register import Register
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.reference.postal_codes import place_names, places
from tikissa.rules import ALL_RULES
from tikissa.rules.habits import Habits
from tikissa.rules.inspect import CODE, inspect, propose_fixes
from tikissa.rules.rule import Cell
from tikissa.text.identifiers import business_id_check_digit

QUICK = settings(max_examples=60)
PHONE_STYLE = "040 1234567"
MEANINGS = (
    *(Meaning.PHONE, Meaning.EMAIL, Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.BUSINESS_ID, Meaning.VAT_NUMBER),
    *(Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY, Meaning.CREATED, Meaning.WHOLE_ADDRESS),
    *(Meaning.STREET, Meaning.CONTACT_PERSON, Meaning.NOTES, Meaning.FAX),
)
COLUMNS = {str(meaning): meaning for meaning in MEANINGS} | {"phone 2": Meaning.PHONE, "email 2": Meaning.EMAIL}
SCHEMA = Schema(tuple(ColumnMeaning(name, meaning, 1.0, True) for name, meaning in COLUMNS.items()))
PIECES = (
    *("040", "40", "1234567", "123 4567", "+358", "00358", "358", "(0)", "-", " ", ".0", "O", "o", "puh.", "gsm ", "/"),
    *("matti", "Matti", "MÄKINEN", "mäki", "@", "gmail.com", "gmial.com", "firma,fi", "..", "<", ">", "mailto:", "ä"),
    *("100", "00100", "2650", "Helsinki", "Heslinki", "HELSINKI", "Vnataa", "Esbo", ", ", "FI", "FI-", "tie 5"),
    *(
        "01120389",
        "112038-9",
        "0112038-9",
        "Oy",
        "oy",
        "OY",
        "KONE",
        "Virtanen",
        "von",
        "t:mi",
        ",",
        "Ã¤",
        "а",
        "\u00a0",
    ),
    *(" / ", " tai ", "0507654321", "info@firma.fi", "hra ", "Matti Virtanen", "Rakennus Mäki Oy", "040 1234567"),
    *("1.2.2020", "1.2.20", "2020-02-01", "43862", "x", "ei ole", "0", "test", "?", "\n", "\u200b", "\ufeff"),
)
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=5).map("".join), st.text(max_size=12))
ROWS = st.lists(st.tuples(*[TEXTS] * len(COLUMNS)), min_size=1, max_size=6)


def built(rows: Sequence[tuple[str, ...]]) -> Register:
    return register({name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)})


def proposed(of: Register) -> tuple[Fix, ...]:
    return propose_fixes(of, SCHEMA, keys(len(of)), Settings(TODAY, phone_style=PHONE_STYLE))


@QUICK
@given(ROWS)
def test_at_most_one_fix_touches_a_cell(rows: list[tuple[str, ...]]) -> None:
    touched = [(fix.record, change.column) for fix in proposed(built(rows)) for change in fix.changes]
    assert len(touched) == len(set(touched))


@QUICK
@given(ROWS)
def test_every_finding_names_a_cell_that_is_there_or_tells_what_is_missing_and_has_words(
    rows: list[tuple[str, ...]],
) -> None:
    before = built(rows)
    for finding in inspect(before, SCHEMA, keys(len(before)), Settings(TODAY)).findings:
        if finding.record is None:
            assert finding.code == CODE
            assert before.has_column(finding.column or "")
        else:
            assert (
                finding.code.startswith("basics.")
                if finding.column is None
                else before.text(finding.record, finding.column)
            )
        assert say("fi", finding.code, *finding.arguments)


@QUICK
@given(ROWS)
def test_every_fix_says_what_stands_in_the_cell_and_changes_it(rows: list[tuple[str, ...]]) -> None:
    before = built(rows)
    for fix in proposed(before):
        for change in fix.changes:
            assert change.before == before.text(fix.record, change.column)
            assert change.after != change.before


@QUICK
@given(TEXTS, st.sampled_from(MEANINGS))
def test_no_rule_changes_what_it_has_itself_just_written(text: str, meaning: Meaning) -> None:
    for rule in ALL_RULES:
        if not rule.meanings or meaning in rule.meanings:
            first = rule.propose(Cell(text, Habits(TODAY), {}, meaning))
            if first is not None and first.after:
                again = rule.propose(Cell(first.after, Habits(TODAY), {}, meaning))
                assert again is None or again.after == first.after


@QUICK
@given(ROWS)
def test_fixes_applied_twice_change_nothing_the_second_time(rows: list[tuple[str, ...]]) -> None:
    before = built(rows)
    after = fixed_register(before, proposed(before))
    assert proposed(after) == ()


@QUICK
@given(TEXTS, st.sampled_from(MEANINGS), st.dictionaries(st.sampled_from(MEANINGS), TEXTS, max_size=3))
def test_no_rule_takes_back_what_another_has_written(text: str, meaning: Meaning, beside: dict[Meaning, str]) -> None:
    """A rule may go on mending what another left, but what it makes of it never leads back to where that began."""
    habits = Habits(TODAY)
    spoken = [rule for rule in ALL_RULES if not rule.meanings or meaning in rule.meanings]
    for rule in spoken:
        first = rule.propose(Cell(text, habits, beside, meaning))
        if first is not None and first.after and first.after != text:
            for other in spoken:
                then = other.propose(Cell(first.after, habits, beside, meaning))
                assert then is None or then.after != text


def right_mobile(number: str) -> str:
    return f"{number[:3]} {number[3:]}"


GIVEN_NAMES = st.sampled_from(("Matti", "Anna-Maija", "Karl-Johan", "Åsa", "Li", "Zoë"))
SURNAMES = st.sampled_from(("von Wright", "McDonald", "O'Brien", "De Geer", "Ek", "Mäki-Kokkila", "Virtanen"))
CODES = st.sampled_from(sorted(places()))
BUSINESS_NUMBERS = st.integers(100_000, 3_999_999).map(lambda number: f"{number:07d}")
RIGHT = {
    Meaning.PHONE: st.from_regex(r"0(4[1-6]|50)[1-9][0-9]{6}", fullmatch=True).map(right_mobile),
    Meaning.EMAIL: st.from_regex(
        r"[a-z]{2,8}[.][a-z]{2,8}@(gmail[.]com|mail[.]com|firma[.]fi|hotmail[.]se|iki[.]fi)", fullmatch=True
    ),
    Meaning.GIVEN_NAME: GIVEN_NAMES,
    Meaning.SURNAME: SURNAMES,
    Meaning.BUSINESS_ID: BUSINESS_NUMBERS.filter(lambda number: business_id_check_digit(number) is not None).map(
        lambda number: f"{number}-{business_id_check_digit(number)}"
    ),
    Meaning.CREATED: st.dates(date(1950, 1, 1), TODAY).map(lambda day: f"{day.day}.{day.month}.{day.year}"),
    Meaning.COMPANY: st.sampled_from(
        ("KONE Oyj", "ABB Oy", "Oy Karl Fazer Ab", "Nokian palloseura ry", "Tmi Ek", "SOK")
    ),
    Meaning.STREET: st.sampled_from(("Kirkkotie 5 A 3", "Storgatan 12", "3. linja 5", "PL 12", "c/o Ek, Byvägen 4")),
}


@QUICK
@given(st.fixed_dictionaries(RIGHT), CODES, st.data())
def test_what_is_right_is_left_alone(row: dict[Meaning, str], code: str, data: st.DataObject) -> None:
    whole = row | {Meaning.POSTAL_CODE: code, Meaning.TOWN: data.draw(st.sampled_from(place_names(code)))}
    schema = Schema(tuple(ColumnMeaning(str(meaning), meaning, 1.0, True) for meaning in whole))
    built = register({str(meaning): [text] for meaning, text in whole.items()})
    fixes = propose_fixes(built, schema, keys(1), Settings(TODAY, phone_style=PHONE_STYLE))
    assert fixes == ()
