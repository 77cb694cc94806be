"""A trade register on this very computer that behaves as the real one was seen to: its limit, its faults, its forms.

Exact ids with their dash only, else nothing found; a name search over every kind of name, a hundred a page, a page out
of range being the first; twenty requests at once, then one in two seconds, and a refusal in plain text without a word
of how long to wait.
"""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tikissa.lookup.trade_register_client import Clock

Json = dict[str, Any]
ROOT = "/opendata-ytj-api/v3"
BURST, A_SECOND, A_PAGE = 20, 0.5, 100


@dataclass
class Reply:
    """`cut`: so many bytes are missing from the body that was announced; `raw` goes out in place of all of it."""

    status: int = 200
    body: bytes = b""
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    raw: bytes | None = None


Fault = Callable[[Reply], Reply]


@dataclass
class FakeTime:
    """A clock that moves only when somebody waits."""

    moment: float = 1000.0

    def now(self) -> float:
        return self.moment

    def wait(self, seconds: float) -> None:
        self.moment += seconds

    @property
    def clock(self) -> Clock:
        return Clock(self.now, self.wait)


class MockRegister:
    """`faults` are taken one a request, None for none; `asked` is every request's path as it came over the wire."""

    def __init__(self, companies: Sequence[Json], now: Callable[[], float]) -> None:
        self.companies = [*companies]
        self.faults: list[Fault | None] = []
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self._now, self._tokens, self._last = now, float(BURST), now()
        self._lock = threading.Lock()
        self.address = ""

    def reply(self, path: str, headers: dict[str, str]) -> Reply:
        with self._lock:
            self.asked.append(path)
            self.headers.append(headers)
            usual = self._limited() or self._answer(path)
            fault = self.faults.pop(0) if self.faults else None
            return fault(usual) if fault else usual

    def _limited(self) -> Reply | None:
        self._tokens = min(self._tokens + (self._now() - self._last) * A_SECOND, BURST)
        self._last = self._now()
        if self._tokens < 1:
            return Reply(429, b"Too many requests", "text/plain")
        self._tokens -= 1
        return None

    def _answer(self, path: str) -> Reply:
        parts = urlsplit(path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path != f"{ROOT}/companies":
            return error_reply(400, 1003)
        found = [company for company in self.companies if _fits(company, query)]
        page = int(query.get("page", "1"))
        shown = found[(page - 1) * A_PAGE : page * A_PAGE] or found[:A_PAGE]
        return Reply(body=json.dumps({"totalResults": len(found), "companies": shown}, ensure_ascii=False).encode())


def _fits(company: Json, query: Json) -> bool:
    number, name = query.get("businessId"), query.get("name", "").casefold()
    if number is not None and company["businessId"]["value"] != number:
        return False
    return not name or any(name in each["name"].casefold() for each in company["names"])


def error_reply(status: int, code: int = 1006) -> Reply:
    return Reply(status, json.dumps({"errorcode": code, "message": "Sorry"}).encode())


@contextmanager
def served(register: MockRegister) -> Iterator[MockRegister]:
    """Answer on a port of this computer while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply = register.reply(self.path, dict(self.headers))
            if reply.raw is not None:
                self.wfile.write(reply.raw)
                self.close_connection = True
                return
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(reply.body)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body[: len(reply.body) - reply.cut])

        def log_message(self, *_: object) -> None:
            return None

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    register.address = f"http://127.0.0.1:{server.server_address[1]}{ROOT}"
    try:
        yield register
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
