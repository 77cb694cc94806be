"""The way dates are written is the register's own, unless the user asks for another."""

from builders import TODAY, keys, register
from tikissa.model.analysis import Settings
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.rules.inspect import propose_fixes

REGISTER = register({"Viimeisin osto": ["1.2.2020", "14.3.2021", "2022-05-06"]})
SCHEMA = Schema((ColumnMeaning("Viimeisin osto", Meaning.LAST_PURCHASE, 1.0, True),))


def _written(settings: Settings) -> list[str]:
    fixes = propose_fixes(REGISTER, SCHEMA, keys(3), settings)
    return [change.after for fix in fixes for change in fix.changes]


def test_the_commonest_way_of_the_register_is_followed() -> None:
    assert _written(Settings(TODAY)) == ["6.5.2022"]


def test_the_way_that_is_asked_for_goes_before_it() -> None:
    assert _written(Settings(TODAY, date_style="2020-02-01")) == ["2020-02-01", "2021-03-14"]


def test_a_way_nobody_knows_is_not_followed() -> None:
    assert _written(Settings(TODAY, date_style="sometimes")) == ["6.5.2022"]


def test_birthdays_with_a_way_of_their_own_keep_it() -> None:
    columns = {"Syntynyt": ["3.9.1986", "24.12.1980", "5.6.1972"], "Käynti": ["2026-01-01", "2026-02-02", "2026-03-03"]}
    meanings = (Meaning.DATE_OF_BIRTH, Meaning.LAST_CONTACT)
    schema = Schema(tuple(ColumnMeaning(name, known, 1.0, True) for name, known in zip(columns, meanings, strict=True)))
    assert propose_fixes(register(columns), schema, keys(3), Settings(TODAY)) == ()
