"""Rows worth checking, many at a time: nothing that is still open is put away unasked."""

from dataclasses import replace

from builders import analysis, register, retire
from tikissa.model.record import RecordId
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.presentation.stale_groups import may_be_put_away

ROWS = register({"Nimi": ["Matti", "Liisa", "Kaisa"], "Avoin saldo": ["0,00", "120,50", ""]})
FOUND = analysis(ROWS, retires=[retire(0), retire(1), retire(2)])
BALANCE = Schema((ColumnMeaning("Avoin saldo", Meaning.INVOICE_BALANCE, 1.0, True),))


def test_a_row_with_an_unpaid_invoice_is_not_put_away_with_others() -> None:
    free = may_be_put_away(replace(FOUND, schema=BALANCE), FOUND.retires)
    assert [found.record for found in free] == [RecordId(0), RecordId(2)]


def test_without_such_columns_nothing_is_held_back() -> None:
    assert may_be_put_away(replace(FOUND, schema=Schema(())), FOUND.retires) == FOUND.retires
