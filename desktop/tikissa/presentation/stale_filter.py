"""Which of the rows worth checking are shown, and in which order: by words, way of contact, salesperson and worth."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import Retire
from tikissa.model.schema import Meaning
from tikissa.presentation.row_search import RowSearch
from tikissa.presentation.saved_cells import SavedCells
from tikissa.staleness.check_worth import purchase_sums

WAYS = (Meaning.PHONE, Meaning.EMAIL, Meaning.STREET)
"""How a customer may be asked: what has to be known for each way."""


@dataclass(frozen=True, slots=True)
class StaleWish:
    """`way`: only rows with this detail · `seller`: only this salesperson's · `worth_first`: most purchases first."""

    words: str = ""
    way: Meaning | None = None
    seller: str | None = None
    worth_first: bool = False


class StaleFilter:
    """Answers wishes about the rows of one reason; the columns are made ready when they are first asked for."""

    def __init__(self, retires: Sequence[Retire], analysis: Analysis, outcome: Outcome) -> None:
        self._retires = retires
        self._analysis = analysis
        self._outcome = outcome

    @property
    def ways(self) -> tuple[Meaning, ...]:
        """Return the ways of contact that the register has a column for."""
        return tuple(way for way in WAYS if self._analysis.schema.first(way) is not None)

    @cached_property
    def sellers(self) -> tuple[str, ...]:
        column = self._seller_column
        if column is None:
            return ()
        named = {self._outcome.text(retire.record, column) for retire in self._retires}
        return tuple(sorted(filter(None, named), key=str.casefold))

    @property
    def knows_worth(self) -> bool:
        return self._analysis.schema.first(Meaning.PURCHASE_SUM) is not None

    def rows(self, wish: StaleWish) -> tuple[Retire, ...]:
        shown: Sequence[Retire] = self._retires
        if wish.words.strip():
            found = self._search.rows_with(wish.words, SavedCells(self._outcome))
            shown = [retire for retire in shown if found[retire.record]]
        if wish.way is not None:
            columns = self._analysis.schema.columns_of(wish.way)
            text = self._outcome.text
            shown = [retire for retire in shown if any(text(retire.record, column) for column in columns)]
        if wish.seller is not None and (seller := self._seller_column) is not None:
            shown = [retire for retire in shown if self._outcome.text(retire.record, seller) == wish.seller]
        if wish.worth_first:
            shown = sorted(shown, key=lambda retire: -self._sums[retire.record])
        return tuple(shown)

    @property
    def _seller_column(self) -> str | None:
        return self._analysis.schema.first(Meaning.SALESPERSON)

    @cached_property
    def _search(self) -> RowSearch:
        return RowSearch(self._outcome.register)

    @cached_property
    def _sums(self) -> NDArray[np.float64]:
        return purchase_sums(self._analysis.register, self._analysis.schema, self._analysis.settings.bought)
