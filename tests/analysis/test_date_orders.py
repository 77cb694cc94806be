"""One order for a column of days, wherever they count: who is old, which row survives, what a new row tells."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

import builders
from tikissa.analysis.analyse import analyse
from tikissa.analysis.gate import gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.linkage import looked_through
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.register import ColumnCells, RawValue, Register, object_array
from tikissa.model.schema import Meaning

SETTINGS = Settings(date(2026, 6, 15))
NAMES = ["Aino Koskisalo", "Eero Rantamaa", "Helmi Lehtivuo", "Onni Mäkiharju", "Veera Ojakallio", "Saima Hietaranta"]
PHONES = [f"040 200 00{number:02}" for number in range(1, 7)]


def seen(days: Sequence[str], header: str = "Viimeisin yhteydenotto", names: Sequence[str] = NAMES) -> Analysis:
    count = len(days)
    columns = {"Nimi": names[:count], "Puhelin": PHONES[:count], header: days}
    return analyse(builders.register(columns), SETTINGS)


def old_rows(found: Analysis) -> list[int]:
    return [retire.record for retire in found.retires if any(one.code == "contact.old" for one in retire.reasons)]


def codes(found: Analysis) -> list[str]:
    return [finding.code for finding in found.findings if finding.code.startswith("date.")]


@pytest.mark.parametrize(
    "days",
    [
        ["1/1/2018", "2/6/2019", "4/16/2021", "5/21/2022", "7/3/2024", "12/30/2025"],
        ["01-01-2018", "02-06-2019", "04-16-2021", "05-21-2022", "07-03-2024", "12-30-2025"],
        ["1/1/18", "2/6/19", "4/16/21", "5/21/22", "7/3/24", "12/30/25"],
        ["1/1/18 15:49", "2/6/19 9:00", "4/16/21 10:00", "5/21/22 10:00", "7/3/24 8:15", "12/30/25 7:00"],
        ["18-01-01", "19-02-06", "21-04-16", "22-05-21", "24-07-03", "25-12-30"],
        ["1/1 2018", "6/2 2019", "16/4 2021", "21/5 2022", "3/7 2024", "30/12 2025"],
        ["1/1 -18", "6/2 -19", "16/4 -21", "21/5 -22", "3/7 -24", "30/12 -25"],
        ["1.1.2018 klo 9", "6.2.2019", "16.4.2021", "21.5.2022 kl. 14.30", "3.7.2024", "30.12.2025"],
        ["vk 1/2018", "vk 6/2019", "vko 16/2021", "vecka 20 2022", "week 27 2024", "2025-W52"],
        ["1 januari 2018", "6 feb. 2019", "16. huhtikuuta 2021", "May 21, 2022", "3 July 2024", "30-Dec-25"],
        ["43101", "43502,5", "44302.6125", "44702", "45476.0", "46021"],
    ],
)
def test_the_same_rows_are_old_however_a_column_writes_its_days(days: list[str]) -> None:
    found = seen(days)
    assert found.schema.columns[2].meaning is Meaning.LAST_CONTACT
    assert old_rows(found) == [0, 1, 2, 3]
    assert codes(found) == []


def test_a_column_of_days_nobody_can_read_is_told() -> None:
    found = seen(["keväällä kerran", "messuilla", "silloin kun avattiin", "muuton jälkeen"])
    (finding,) = [finding for finding in found.findings if finding.code == "date.unreadable"]
    assert (finding.record, finding.column) == (None, "Viimeisin yhteydenotto")


def test_a_column_mostly_read_tells_of_nothing_but_its_rows_without_an_age() -> None:
    assert codes(seen(["1.2.2025", "5.6.2025", "messuilla"])) == []


def test_a_day_no_order_can_read_is_told_and_one_that_only_another_order_has_is_not() -> None:
    assert codes(seen(["4/16/2021", "5/21/2022", "6/26/2023", "31/31/2021"])) == ["date.impossible"]
    assert codes(seen(["4/16/2021", "5/21/2022", "6/26/2023", "26/6/2024"])) == []


def test_a_column_that_tells_no_order_follows_the_registers_other_columns() -> None:
    columns = {
        "Nimi": NAMES,
        "Puhelin": PHONES,
        "Lisätty": ["1/20/2015", "2/25/2015", "3/3/2016", "4/4/2016", "5/5/2016", "12/31/2017"],
        "Viimeisin osto": ["1/2/2020", "2/3/2021", "3/4/2025", "4/5/2025", "5/6/2025", "6/7/2025"],
    }
    schema = analyse(builders.register(columns), SETTINGS).schema
    assert schema.date_order("Lisätty") == schema.date_order("Viimeisin osto") == "month_first"


def test_the_row_of_the_newest_purchase_survives_by_the_order_of_its_column() -> None:
    days = ["01/08/2025 15:49:00", "03/02/2025 15:49:00", "06/16/2025 13:35:00", "10/25/2024 11:21:00"]
    names = ["Aino Koskisalo", "Aino Koskisalo", "Eero Rantamaa", "Helmi Lehtivuo"]
    emails = ["aino@posti.fi", "aino@posti.fi", "eero@posti.fi", "helmi@posti.fi"]
    phones = [PHONES[0], PHONES[0], PHONES[1], PHONES[2]]
    columns = {"Nimi": names, "Sähköposti": emails, "Puhelin": phones, "Viimeisin osto": days}
    (merge,) = analyse(builders.register(columns), SETTINGS).merges
    assert merge.golden.survivor == 1


def with_real_days(column: str, register: Register, raws: Sequence[RawValue]) -> Register:
    """Put real days behind the texts of a column, as a workbook has them."""
    place = register.column(column).index
    cells = ColumnCells(
        np.arange(len(raws), dtype=np.int32), object_array(list(register.cells[place])), object_array(raws)
    )
    return replace(register, cells=(*register.cells[:place], cells, *register.cells[place + 1 :]))


@pytest.mark.parametrize(
    "shown", [["03/05/1941", "12/30/1955"], ["3.5.41", "30.12.55"], ["3. toukok.", "30. jouluk."], ["15099", "20453"]]
)
def test_a_real_day_is_the_same_day_at_the_gate_however_its_cell_shows_it(shown: list[str]) -> None:
    born = [date(1941, 5, 3), date(1955, 12, 30)]
    texts = {"Nimi": NAMES[:2], "Puhelin": PHONES[:2], "Syntymäaika": shown}
    register = with_real_days("Syntymäaika", builders.register(texts), born)
    new = builders.register({**texts, "Syntymäaika": ["3.5.1941", "30.12.1955"]}, path=Path("uudet.csv"))
    found = gate(new, looked_through(register, SETTINGS), SETTINGS)
    assert [row.verdict for row in found.rows] == [GateVerdict.ALREADY_THERE] * 2
    assert codes(analyse(register, SETTINGS)) == []


def test_days_of_another_order_enter_the_register_so_that_they_stay_the_same_days() -> None:
    known = {"Nimi": NAMES[:3], "Puhelin": PHONES[:3], "Syntymäaika": ["3.5.1941", "30.12.1955", "1.2.1970"]}
    new = {"Nimi": NAMES[3:5], "Puhelin": PHONES[3:5], "Syntymäaika": ["05/03/1962", "12/30/1971"]}
    found = gate(
        builders.register(new, path=Path("uudet.csv")), looked_through(builders.register(known), SETTINGS), SETTINGS
    )
    assert list(found.entering.cells_of("Syntymäaika")) == ["3.5.1962", "30.12.1971"]


def test_a_birthday_in_two_digits_is_no_day_to_come() -> None:
    found = seen(["3/5/41", "30/12/55", "1/2/70"], "Syntymäaika")
    assert codes(found) == []
