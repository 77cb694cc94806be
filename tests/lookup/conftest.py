"""A trade register on this computer, and a time that passes only when somebody waits."""

from collections.abc import Iterator

import pytest

from lookup.mock_register import FakeTime, MockRegister, served
from trade_register import many


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def register(time: FakeTime, monkeypatch: pytest.MonkeyPatch) -> Iterator[MockRegister]:
    with served(MockRegister(many(30), time.now)) as made:
        monkeypatch.setenv("TIKISSA_TRADE_REGISTER", made.address)
        yield made
