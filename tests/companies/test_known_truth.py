"""On a made register with known truth nearly every verdict is right, and nobody who is there is said to have ceased."""

from pathlib import Path

import pytest

from builders import TODAY
from companies.made_companies import Made, made_companies
from tikissa.analysis.analyse import analyse
from tikissa.app.company_check import check_companies
from tikissa.app.open_registers import add_register
from tikissa.files.reader import read
from tikissa.model.analysis import Settings
from tikissa.model.companies import CompanyRow, CompanyVerdict
from trade_register import bulk_file

HEADERS = "Asiakasnro;Yritys;Y-tunnus;Katuosoite;Postinumero;Postitoimipaikka"


def _checked(made: Made, folder: Path) -> list[CompanyRow]:
    add_register(bulk_file(folder, made.bulk))
    path = folder / "asiakkaat.csv"
    rows = (";".join((str(place), *row)) for place, row in enumerate(made.rows))
    path.write_text("\n".join((HEADERS, *rows)), encoding="utf-8")
    rows_told = {row.record: row for row in check_companies(analyse(read(path), Settings(today=TODAY))).rows}
    return [rows_told[record] for record in sorted(rows_told)]


def _measure(made: Made, told: list[CompanyRow]) -> None:
    assert len(told) == len(made.truths)
    pairs = [*zip(made.truths, told, strict=True)]
    assert sum(truth.verdict == row.verdict for truth, row in pairs) >= 0.99 * len(pairs)
    missing = (CompanyVerdict.CEASED, CompanyVerdict.NOT_IN_REGISTER)
    assert [truth for truth, row in pairs if row.verdict in missing and truth.kind != "ceased"] == []
    proposed = [(truth, row) for truth, row in pairs if row.proposed_id]
    right = sum(truth.id == row.proposed_id for truth, row in proposed)
    assert right >= 0.995 * len(proposed)
    assert right >= 0.9 * sum(truth.id is not None for truth in made.truths)
    for kind, reason in (("renamed", "company.renamed"), ("moved", "company.moved")):
        seen = [reason in row.reasons for truth, row in pairs if truth.kind.endswith(kind)]
        falsely = [reason in row.reasons for truth, row in pairs if not truth.kind.endswith(kind)]
        assert sum(seen) >= 0.99 * len(seen)
        assert sum(falsely) <= 0.01 * len(falsely)


def test_verdicts_and_ids_are_right(tmp_path: Path) -> None:
    made = made_companies(400, seed=1)
    _measure(made, _checked(made, tmp_path))


@pytest.mark.full
@pytest.mark.parametrize("seed", range(2, 6))
def test_verdicts_and_ids_are_right_of_1500_companies(tmp_path: Path, seed: int) -> None:
    made = made_companies(1500, seed)
    _measure(made, _checked(made, tmp_path))
