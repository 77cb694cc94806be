"""What the program does to a register, done to a pandas DataFrame: nothing is changed, what was found is returned.

Rows of results are called by the labels of the frame's own index, also where these repeat or are texts. Cells are texts
(`object` columns of `str`, "" for an empty cell); counts are `int64`, probabilities `float64` from 0 to 1, claims
`bool`. No result holds NaN, but for days and labels that do not exist (NaT, None). Words are codes such as
`postal_code.leading_zeros`.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tikissa.analysis.analyse import analyse
from tikissa.analysis.gate import gate as check_rows
from tikissa.analysis.linkage import looked_through
from tikissa.app.cleaning import Accept, Cleaning, decisions
from tikissa.files.reader import read as read_file
from tikissa.frames.frame_register import register_of
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.decision import DecisionLog
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.register import Reading
from tikissa.model.schema import Meaning
from tikissa.purchases.purchases import join_purchases
from tikissa.review.decisions import Decider
from tikissa.review.derive import derive
from tikissa.schema.detect import detect
from tikissa.text.money_parts import in_units

WHO = "python"
Meanings = Mapping[str, str | None]
NO_MEANINGS: Meanings = {}


def read(path: str | Path, sheet: str | None = None) -> pd.DataFrame:
    """Read a register as the program does: every cell as the text a person sees, leading zeros and days kept.

    Returns a frame of texts (`object`), its index the rows as the spreadsheet shows them (`int64`, named "row").
    Raises `tikissa.model.problems.FileProblem` for a file that cannot be read.

    >>> import tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "asiakkaat.csv"
    >>> _ = path.write_text("Nimi;Postinro\\nKorpi Aino;00100\\n", "utf-8")
    >>> read(path)
               Nimi Postinro
    row
    2    Korpi Aino    00100
    """
    register = read_file(Path(path), Reading(sheet=sheet))
    index = pd.Index(register.row_numbers.astype(np.int64), name="row")
    texts = {column.name: register.cells[column.index].spread() for column in register.columns}
    return pd.DataFrame(texts, index=index, dtype=object)


def duplicates(frame: pd.DataFrame, *, today: date | None = None, meanings: Meanings = NO_MEANINGS) -> pd.DataFrame:
    """Return the rows that are one customer entered more than once, group by group.

    One row for each row of a group, the survivor first; index: the frame's own labels. Columns: `group` (`int64` from
    0), `probability` (`float64`), `safe` (`bool`: beyond doubt), `nearly_sure` (`bool`), `survivor` (`bool`: the row
    the others would be merged into). `meanings` are your own words on columns ("email", "phone", …; None: nothing).
    Raises TypeError for what is no DataFrame, ValueError for one without columns or a meaning that is none.

    >>> import pandas as pd
    >>> frame = pd.DataFrame(
    ...     {"Nimi": ["Korpi Aino", "Salo Eero", "Aino Korpi"], "Puhelin": ["040 123 4567", "", "+358401234567"],
    ...      "Sähköposti": ["aino@korpi.test", "", "aino@korpi.test"]}, index=["a", "b", "c"])
    >>> found = duplicates(frame, today=date(2026, 12, 1))
    >>> sorted(found.index)
    ['a', 'c']
    >>> found["group"].tolist()
    [0, 0]
    """
    analysis = _analysed(frame, today, meanings)
    rows = [
        (int(record), number, merge.cluster.probability, merge.safe, merge.cluster.nearly_sure, not place)
        for number, merge in enumerate(analysis.merges)
        for place, record in enumerate(sorted(merge.records, key=lambda one: one != merge.golden.survivor))
    ]
    names = ("group", "probability", "safe", "nearly_sure", "survivor")
    types = (np.int64, np.float64, np.bool_, np.bool_, np.bool_)
    columns = {name: ([row[place + 1] for row in rows], types[place]) for place, name in enumerate(names)}
    return _result(frame.index[[row[0] for row in rows]], columns)


def fixes(frame: pd.DataFrame, *, today: date | None = None, meanings: Meanings = NO_MEANINGS) -> pd.DataFrame:
    """Return the suggested fixes, one row for each cell.

    Index: labels of the frame's rows, in their order. Columns: `column` (the frame's own label), `value`, `proposal`,
    `rule` (`object`), `confidence` (`float64`), `safe` (`bool`: the meaning stays). Raises as `duplicates` does.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"Nimi": ["Korpi Aino"], "Postinro": ["100"], "Postitoimipaikka": ["Helsinki"]})
    >>> fixes(frame, today=date(2026, 12, 1))[["column", "value", "proposal"]].values.tolist()
    [['Postinro', '100', '00100']]
    """
    analysis = _analysed(frame, today, meanings)
    labels = _labels(frame, analysis)
    rows = [
        (int(fix.record), labels[change.column], change.before, change.after, fix.reason.code, fix.confidence, fix.safe)
        for fix in sorted(analysis.fixes, key=lambda fix: fix.record)
        for change in fix.changes
    ]
    names = ("column", "value", "proposal", "rule", "confidence", "safe")
    types = (object, object, object, object, np.float64, np.bool_)
    columns = {name: ([row[place + 1] for row in rows], types[place]) for place, name in enumerate(names)}
    return _result(frame.index[[row[0] for row in rows]], columns)


def stale(frame: pd.DataFrame, *, today: date | None = None, meanings: Meanings = NO_MEANINGS) -> pd.DataFrame:
    """Return the rows worth checking: no sign of life, or signs that something in them is wrong by now.

    Index: labels of the frame's rows, in their order. Columns: `reasons` (`object`: codes parted by spaces),
    `probability` (`float64`: the chance that something is wrong; 0.0: no age is known). Raises as `duplicates` does.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"Nimi": ["Korpi Aino", "Salo Eero"], "Viimeisin osto": ["3.2.2009", "1.11.2026"]})
    >>> stale(frame, today=date(2026, 12, 1))["reasons"].tolist()
    ['contact.old']
    """
    analysis = _analysed(frame, today, meanings)
    found = sorted(analysis.retires, key=lambda retire: retire.record)
    reasons = [" ".join(dict.fromkeys(reason.code for reason in retire.reasons)) for retire in found]
    chances = [retire.probability or 0.0 for retire in found]
    index = frame.index[[int(retire.record) for retire in found]]
    return _result(index, {"reasons": (reasons, object), "probability": (chances, np.float64)})


def clean(
    frame: pd.DataFrame, accept: str = "safe", *, today: date | None = None, meanings: Meanings = NO_MEANINGS
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the cleaned frame and a log of every change; the frame given is not touched.

    `accept`: "safe", "all" or "none" of the fixes and merges. The cleaned frame has the same columns, and the index
    without the labels of rows merged into others. Columns in which nothing changed keep their type; of the others, the
    changed cells are texts and so is, where it held no texts, the whole column. The log has the columns `label` (of the
    row), `kind` ("change" or "merged"), `column`, `before`, `after`, `rule` (`object`) and `into` (the label of the row
    a row was merged into, None for a change), index from 0. Raises ValueError for another word; else as `duplicates`.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"Nimi": ["Korpi"], "Postinro": ["100"], "Postitoimipaikka": ["Helsinki"], "Ostot": [3]})
    >>> cleaned, log = clean(frame, today=date(2026, 12, 1))
    >>> cleaned.loc[0, "Postinro"], cleaned["Ostot"].dtype
    ('00100', dtype('int64'))
    >>> log[["label", "column", "before", "after"]].values.tolist()
    [[0, 'Postinro', '100', '00100']]
    """
    chosen = Accept(accept)
    analysis = _analysed(frame, today, meanings)
    decider = Decider(datetime.now(UTC), WHO)
    log = DecisionLog(tuple(decisions(analysis, Cleaning(chosen), decider)))
    outcome = derive(analysis.register, analysis.keys, log)
    return _cleaned(frame, outcome), _log(frame, analysis, outcome)


def gate(
    new: pd.DataFrame, register: pd.DataFrame, *, today: date | None = None, meanings: Meanings = NO_MEANINGS
) -> pd.DataFrame:
    """Say of each row of `new` what it is to a register; changes neither.

    One row for each of `new`, with its index. Columns (`object`): `verdict` ("new", "already_there", "changed",
    "known_company", "in_conflict", "forbidden", "needs_fixing"), `register_label` (of the row it is, None for none),
    `reasons` (codes parted by spaces), `changes` (a dict from the register's column to the newer text). `meanings` are
    of the register's columns. Raises as `duplicates` does.

    >>> import pandas as pd
    >>> register = pd.DataFrame({"Nimi": ["Korpi Aino"], "Sähköposti": ["aino@korpi.test"]}, index=["k1"])
    >>> new = pd.DataFrame({"Nimi": ["Aino Korpi", "Salo Eero"], "Sähköposti": ["aino@korpi.test", "eero@salo.test"]})
    >>> gate(new, register, today=date(2026, 12, 1))["verdict"].tolist()
    ['already_there', 'new']
    """
    settings = _settings(today, meanings)
    entering, known = register_of(new, "new"), register_of(register, "register")
    found = check_rows(entering, looked_through(known, settings), settings)
    labels = dict(zip((column.name for column in known.columns), register.columns, strict=True))
    columns: dict[str, list[object]] = {
        "verdict": [row.verdict.value for row in found.rows],
        "register_label": [None if row.known is None else register.index[row.known] for row in found.rows],
        "reasons": [" ".join(dict.fromkeys(reason.code for reason in row.reasons)) for row in found.rows],
        "changes": [{labels[change.column]: change.after for change in row.changes} for row in found.rows],
    }
    return _result(new.index, {name: (values, object) for name, values in columns.items()})


def purchases(
    lines: pd.DataFrame, register: pd.DataFrame, *, today: date | None = None, meanings: Meanings = NO_MEANINGS
) -> pd.DataFrame:
    """Join invoices, orders or receipts to the customers of a register and return what each of them bought.

    One row for each customer who bought, index: the register's labels. Columns: `first`, `last` (`datetime64`, NaT:
    only credit notes), `count` (`int64`), `sum_all`, `sum_12_months` (`object`: `decimal.Decimal`, to the cent),
    `every_days` (`Int64`, NA: too few purchases). `frame.attrs` tells "lines", "joined", "currencies" and "unjoined":
    pairs of a line's label and why it is nobody's. Raises `tikissa.model.problems.FileProblem` for lines without days,
    readable sums or a way to join.

    >>> import pandas as pd
    >>> register = pd.DataFrame({"Asiakasnro": ["1001", "1002"], "Nimi": ["Korpi Aino", "Salo Eero"]})
    >>> lines = pd.DataFrame({"Laskunro": ["1", "2"], "Asiakasnro": ["1002", "1002"],
    ...                       "Laskupvm": ["3.2.2026", "4.2.2026"], "Summa": ["10,00", "2,50"]})
    >>> bought = purchases(lines, register, today=date(2026, 12, 1))
    >>> bought.loc[1, "count"], str(bought.loc[1, "sum_all"])
    (np.int64(2), '12.50')
    """
    settings = _settings(today, meanings)
    known = register_of(register, "register")
    schema = detect(known, settings.meanings, settings.today)
    found = join_purchases(register_of(lines, "lines"), known, schema, settings)
    bought = found.customers
    frame = _result(
        register.index[[int(each.record) for each in bought]],
        {
            "first": ([each.first for each in bought], object),
            "last": ([each.last for each in bought], object),
            "count": ([each.count for each in bought], np.int64),
            "sum_all": ([in_units(each.sum_all) for each in bought], object),
            "sum_12_months": ([in_units(each.sum_12_months) for each in bought], object),
            "every_days": ([each.every_days for each in bought], object),
        },
    )
    frame = frame.assign(first=pd.to_datetime(frame["first"]), last=pd.to_datetime(frame["last"]))
    frame["every_days"] = frame["every_days"].astype("Int64")
    places = [found.list.record_at(each.line) for each in found.unjoined]
    reasons = [each.reason for each in found.unjoined]
    frame.attrs["lines"], frame.attrs["joined"] = found.lines, found.joined
    frame.attrs["currencies"] = list(found.currencies)
    frame.attrs["unjoined"] = [(lines.index[place], reason) for place, reason in zip(places, reasons, strict=True)]
    return frame


def _analysed(frame: pd.DataFrame, today: date | None, meanings: Meanings) -> Analysis:
    return analyse(register_of(frame), _settings(today, meanings))


def _settings(today: date | None, meanings: Meanings) -> Settings:
    said = {column: None if meaning is None else Meaning(meaning) for column, meaning in meanings.items()}
    return Settings(today=today or date.today(), meanings=said)


def _labels(frame: pd.DataFrame, analysis: Analysis) -> dict[str, object]:
    """Return the frame's own label of each column of its register."""
    return {column.name: frame.columns[column.index] for column in analysis.register.columns}


def _result(index: pd.Index, columns: Mapping[str, tuple[Sequence[object], type]]) -> pd.DataFrame:
    """Return columns of just these types: objects stay the very objects they are, and None stays None."""
    series = {name: pd.Series(_values(*column), index=index, dtype=column[1]) for name, column in columns.items()}
    return pd.DataFrame(series, index=index, columns=[*columns])


def _values(values: Sequence[object], dtype: type) -> NDArray[Any]:
    column: NDArray[Any] = np.empty(len(values), dtype)
    column[:] = values
    return column


def _cleaned(frame: pd.DataFrame, outcome: Outcome) -> pd.DataFrame:
    columns = []
    for column in outcome.register.columns:
        values = frame.iloc[:, column.index]
        changed = outcome.changed.get(column.name, {})
        if changed:
            is_text = pd.api.types.is_object_dtype(values) or pd.api.types.is_string_dtype(values)
            texts = values.to_numpy(object, copy=True) if is_text else outcome.register.cells[column.index].spread()
            for record, text in changed.items():
                texts[record] = text
            values = pd.Series(texts, index=frame.index, dtype=object)
        columns.append(values.reset_index(drop=True))
    staying = np.array([outcome.stays(RecordId(record)) for record in range(len(frame))], np.bool_)
    cleaned = pd.concat(columns, axis=1).set_axis(frame.columns, axis=1).set_axis(frame.index, axis=0)
    return cleaned[staying]


def _log(frame: pd.DataFrame, analysis: Analysis, outcome: Outcome) -> pd.DataFrame:
    labels, index = _labels(frame, analysis), frame.index
    lines: list[tuple[object, ...]] = [
        (index[one.record], "change", labels[one.column], one.before, one.after, one.reason.code, None)
        for one in outcome.changes
        if one.has_effect
    ]
    for record, leaving in outcome.leaving.items():
        codes = " ".join(dict.fromkeys(reason.code for reason in leaving.reasons))
        into = None if leaving.into is None else index[leaving.into]
        lines.append((index[record], "merged", "", "", "", codes, into))
    names = ("label", "kind", "column", "before", "after", "rule", "into")
    columns = {name: ([line[place] for line in lines], object) for place, name in enumerate(names)}
    return _result(pd.RangeIndex(len(lines)), columns)
