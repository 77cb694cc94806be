"""Asks the trade register's open interface for companies, one business id at a time: the only room that may open a
connection, and it opens it to this one host.

Nothing but the id is sent. The interface shares its limit among all who use it: after twenty quick requests it refuses
for long, one in two seconds was answered a hundred times out of a hundred (read in 2026).
"""

import json
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from urllib.request import getproxies

import truststore
import urllib3

from tikissa import __version__
from tikissa.model.companies import Company
from tikissa.model.progress import Tick, nothing
from tikissa.open_registers.prh import company_of

ADDRESS = "https://avoindata.prh.fi/opendata-ytj-api/v3"
LICENCE = "CC BY 4.0"

PAUSE = 2.0
"""Seconds from one request to the next."""

_WAITS = (2.0, 4.0, 8.0, 16.0)
"""Seconds to wait before asking again after a refusal or a fault; then the id is left for another time."""

_LONGEST_WAIT = 120.0
_STEP = 0.1
_TIMEOUT = urllib3.Timeout(connect=15.0, read=75.0)
_LARGEST = 4_000_000
_AGAIN = frozenset((429, 500, 502, 503, 504))


class Fault(StrEnum):
    """Why there is no answer; each is the code of a sentence, `lookup.NAME`."""

    BUSY = "busy"
    NO_NETWORK = "no_network"
    OTHER_PAGE = "other_page"
    """Something else than the register has answered, as the log-in page of a hotel's network does."""
    CHANGED = "changed"
    """The answer has another form than is known."""


class NoAnswer(Exception):
    """There is no answer now. `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is and how one waits; other ones are for tests."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[float], object] = time.sleep


REAL_TIME = Clock()


class TradeRegisterClient:
    """Keeps the pace between its requests. `address` is another one only for a server on this very computer."""

    def __init__(self, address: str = ADDRESS, clock: Clock = REAL_TIME, tick: Tick = nothing) -> None:
        if address != ADDRESS and urllib3.util.parse_url(address).host not in ("127.0.0.1", "localhost"):
            raise ValueError("only the register itself is asked")
        self._address, self._clock, self._tick = address, clock, tick
        self._next = 0.0
        self._pool = _pool(address)

    def company(self, business_id: str) -> Company | None:
        """Return the company of an id, None where the register says that it has none. Raises NoAnswer."""
        for wait in (*_WAITS, None):
            try:
                return self._ask(business_id)
            except _AskAgain as again:
                if wait is None:
                    raise NoAnswer(again.fault) from None
                self._wait_until(self._clock.now() + min(max(wait, again.after), _LONGEST_WAIT))
        raise NoAnswer(Fault.BUSY)

    def close(self) -> None:
        self._pool.clear()

    def _ask(self, business_id: str) -> Company | None:
        self._wait_until(self._next)
        self._next = self._clock.now() + PAUSE
        status, content, after = self._get(business_id)
        if status in _AGAIN:
            raise _AskAgain(Fault.BUSY, after)
        if status == 404 and _is_object(content):
            return None
        if status == 400:
            raise NoAnswer(Fault.CHANGED)
        if status != 200:
            raise NoAnswer(Fault.OTHER_PAGE)
        return _company(business_id, content)

    def _get(self, business_id: str) -> tuple[int, bytes, float]:
        try:
            answer = self._pool.request(
                "GET",
                f"{self._address}/companies",
                fields={"businessId": business_id},
                timeout=_TIMEOUT,
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                content = answer.read(_LARGEST + 1, decode_content=True)
            finally:
                answer.close()
        except urllib3.exceptions.HTTPError:
            raise _AskAgain(Fault.NO_NETWORK) from None
        if len(content) > _LARGEST:
            raise NoAnswer(Fault.CHANGED)
        return answer.status, content, _seconds(answer.headers.get("Retry-After", ""))

    def _wait_until(self, moment: float) -> None:
        """Wait in small steps, so that stopping is at once."""
        while (left := moment - self._clock.now()) > 0:
            self._tick()
            self._clock.wait(min(left, _STEP))
        self._tick()


class _AskAgain(Exception):
    def __init__(self, fault: Fault, after: float = 0.0) -> None:
        super().__init__(fault.value)
        self.fault, self.after = fault, after


def _pool(address: str) -> urllib3.PoolManager:
    headers = {"User-Agent": f"tikissa/{__version__}", "Accept": "application/json"}
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    proxy = getproxies().get("https") if address == ADDRESS else None
    if proxy:
        return urllib3.ProxyManager(proxy, headers=headers, ssl_context=context)
    return urllib3.PoolManager(num_pools=1, headers=headers, ssl_context=context)


def _company(business_id: str, content: bytes) -> Company | None:
    """Read an answer. Raises NoAnswer where another than the register has given it or its form is another one,
    _AskAgain where it is cut."""
    text = content.decode("utf-8", "replace").strip()
    if text[:1] == "<":
        raise NoAnswer(Fault.OTHER_PAGE)
    try:
        answer = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise _AskAgain(Fault.NO_NETWORK if text[:1] in ("{", "") else Fault.OTHER_PAGE) from None
    found = answer.get("companies") if isinstance(answer, dict) else None
    if not isinstance(found, list):
        raise NoAnswer(Fault.CHANGED)
    companies = (company_of(each) for each in found)
    company = next((each for each in companies if each is not None and each.business_id == business_id), None)
    if company is None and (found or answer.get("totalResults")):
        raise NoAnswer(Fault.CHANGED)  # others than the one asked for, or a page of many: that tells nothing of it
    return company


def _is_object(content: bytes) -> bool:
    """Say whether a body is the register's own, not a page of somebody in between."""
    try:
        return isinstance(json.loads(content), dict)
    except (ValueError, RecursionError):
        return False


def _seconds(text: str) -> float:
    """Return how long the server asks to wait, given in seconds or as a moment; 0 where it does not say."""
    if text.strip().isdigit():
        return float(text[:6])
    with suppress(ValueError, TypeError):
        return max((parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds(), 0.0)
    return 0.0
