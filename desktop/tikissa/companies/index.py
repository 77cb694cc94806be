"""What looking companies up asks of an open register's index, wherever it lies."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from tikissa.model.companies import Company, OpenSource


class Ids(Protocol):
    """Which business ids, without their dash, stood in a register on a day."""

    @property
    def newest(self) -> int: ...

    def holds(self, number: int) -> bool: ...


class Companies(Protocol):
    """Looked up many at a time; keys are those of `open_registers.keys`."""

    @property
    def source(self) -> OpenSource: ...

    @property
    def size(self) -> int:
        """How many companies there are."""

    @property
    def newest(self) -> int:
        """The highest id among them: a higher one is younger than the register's day."""

    def companies(self, numbers: Iterable[int]) -> Mapping[int, Company]: ...

    def named(self, keys: Iterable[int]) -> Mapping[int, tuple[int, ...]]: ...

    def housed(self, keys: Iterable[int]) -> Mapping[int, tuple[int, ...]]: ...
