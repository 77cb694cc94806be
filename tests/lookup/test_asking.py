"""The trade register is asked about single companies: at its pace, through its faults, and about nothing else."""

import json
import os
import random
import re
import socket
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from command_line import CommandLine
from lookup.mock_register import FakeTime, Fault, Json, MockRegister, Reply, error_reply, served
from tikissa.app.folders import data_folder
from tikissa.app.online_check import ask
from tikissa.lookup.trade_register_client import Fault as Trouble
from tikissa.lookup.trade_register_client import TradeRegisterClient
from tikissa.model.problems import Cancelled
from tikissa.store.open_registers.answers_file import kept_answers
from trade_register import bulk_file, many

TODAY = date(2026, 12, 1)
IDS = tuple(record["businessId"]["value"] for record in many(30))
UNKNOWN = many(1, 8_700_000)[0]["businessId"]["value"]


def _client(register: MockRegister, time: FakeTime) -> TradeRegisterClient:
    return TradeRegisterClient(register.address, time.clock)


def test_a_company_is_found_by_its_id_and_nothing_else_is_sent(register: MockRegister, time: FakeTime) -> None:
    company = _client(register, time).company(IDS[0])
    assert company is not None
    assert (company.business_id, company.name) == (IDS[0], "Koivu 0 Oy")
    assert register.asked == [f"/opendata-ytj-api/v3/companies?businessId={IDS[0]}"]
    assert set(register.headers[0]) == {"Host", "User-Agent", "Accept", "Accept-Encoding"} - (
        set() if "Accept-Encoding" in register.headers[0] else {"Accept-Encoding"}
    )


def test_an_id_the_register_does_not_know_is_no_company(register: MockRegister, time: FakeTime) -> None:
    assert _client(register, time).company(UNKNOWN) is None


def test_the_pace_keeps_within_the_registers_limit(register: MockRegister, time: FakeTime) -> None:
    began = time.now()
    done = ask(IDS, TODAY, clock=time.clock)
    assert (done.answered, done.left, done.fault) == (30, 0, None)
    assert len(register.asked) == 30
    assert time.now() - began == pytest.approx(58, abs=2)


def _html(_: Reply) -> Reply:
    return Reply(200, b"<!doctype html><title>Log in</title>", "text/html")


def _cut(usual: Reply) -> Reply:
    return Reply(usual.status, usual.body, cut=len(usual.body) // 2)


def _half(usual: Reply) -> Reply:
    return Reply(usual.status, usual.body[: len(usual.body) // 2])


def _status(status: int) -> Fault:
    return lambda _: error_reply(status)


def _busy_for(seconds: str) -> Fault:
    return lambda _: Reply(429, b"Too many requests", "text/plain", {"Retry-After": seconds})


def _renamed(usual: Reply) -> Reply:
    return Reply(200, usual.body.replace(b'"companies"', b'"yritykset"'))


def _with_more(usual: Reply) -> Reply:
    answer = json.loads(usual.body)
    for company in answer["companies"]:
        company |= {"unheardOf": {"a": [1]}, "website": None, "endDate": None, "companySituations": None}
    return Reply(200, json.dumps(answer | {"new": 1}).encode())


def _answer(companies: list[Json], total: int = 1) -> Reply:
    return Reply(200, json.dumps({"totalResults": total, "companies": companies}).encode())


PASSING: dict[str, Fault] = {
    **{f"status {status}": _status(status) for status in (500, 502, 503, 504)},
    "refused": _busy_for(""),
    "refused for a while": _busy_for("30"),
    "refused until a day": _busy_for("Wed, 21 Oct 2015 07:28:00 GMT"),
    "refused in words": _busy_for("soon"),
    "cut on the way": _cut,
    "half an answer": _half,
    "an empty answer": lambda _: Reply(200, b""),
    "more than is known": _with_more,
    "closed without a word": lambda _: Reply(raw=b""),
    "half a header": lambda _: Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Type: appli"),
    "another protocol": lambda _: Reply(raw=b"SSH-2.0-OpenSSH_9.2\r\n"),
    "nested without end": lambda _: Reply(200, b'{"companies": ' + b"[" * 100_000),
}


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("name", PASSING)
def test_a_fault_that_passes_is_waited_out(register: MockRegister, time: FakeTime, name: str, times: int) -> None:
    register.faults = [PASSING[name]] * times
    company = _client(register, time).company(IDS[0])
    assert company is not None


ENDING: dict[str, tuple[Fault, Trouble]] = {
    "a log-in page": (_html, Trouble.OTHER_PAGE),
    "sent elsewhere": (lambda _: Reply(302, headers={"Location": "http://127.0.0.1:9/"}), Trouble.OTHER_PAGE),
    "forbidden": (_status(403), Trouble.OTHER_PAGE),
    "another form": (_renamed, Trouble.CHANGED),
    "a list": (lambda _: Reply(200, b"[]"), Trouble.CHANGED),
    "companies that are none": (lambda _: Reply(200, b'{"companies": [{"a": 1}]}'), Trouble.CHANGED),
    "far too much": (lambda _: Reply(200, b" " * 4_000_001), Trouble.CHANGED),
    "plain words": (lambda _: Reply(200, b"Welcome", "text/plain"), Trouble.OTHER_PAGE),
    "a log-in wanted": (_status(401), Trouble.OTHER_PAGE),
    "a page that is not found": (lambda _: Reply(404, b"<h1>Not found</h1>", "text/html"), Trouble.OTHER_PAGE),
    "the call is refused": (_status(400), Trouble.CHANGED),
    "another company": (lambda _: _answer([many(1, 8_600_000)[0]]), Trouble.CHANGED),
    "the first page of many": (lambda _: _answer(many(3, 8_600_000), 991), Trouble.CHANGED),
    "one that is not shown": (lambda _: _answer([], 1), Trouble.CHANGED),
    "companies that are null": (lambda _: Reply(200, b'{"totalResults": 1, "companies": null}'), Trouble.CHANGED),
    "a text": (lambda _: Reply(200, b'"companies"'), Trouble.CHANGED),
}


@pytest.mark.parametrize("name", ENDING)
def test_what_does_not_pass_is_told_and_nothing_is_made_of_it(
    register: MockRegister, time: FakeTime, name: str
) -> None:
    fault, trouble = ENDING[name]
    register.faults = [None, *[fault] * 50]
    done = ask(IDS[:5], TODAY, clock=time.clock)
    assert (done.answered, done.left, done.fault) == (1, 4, trouble)
    assert len(kept_answers(data_folder())) == 1


def test_a_word_of_the_register_that_it_has_none_is_an_answer(register: MockRegister, time: FakeTime) -> None:
    register.faults = [_status(404)]
    assert _client(register, time).company(IDS[0]) is None


def test_a_wait_the_register_asks_for_is_kept(register: MockRegister, time: FakeTime) -> None:
    register.faults = [_busy_for("30")]
    began = time.now()
    _client(register, time).company(IDS[0])
    assert time.now() - began >= 30


def test_where_nobody_answers_it_gives_up_after_a_few(register: MockRegister, time: FakeTime) -> None:
    register.faults = [_status(503)] * 500
    done = ask(IDS, TODAY, clock=time.clock)
    assert (done.answered, done.fault) == (0, Trouble.BUSY)
    assert len(register.asked) == 15


def test_without_a_network_it_says_so(time: FakeTime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKISSA_TRADE_REGISTER", "http://127.0.0.1:9/nobody")
    assert ask(IDS[:1], TODAY, clock=time.clock).fault is Trouble.NO_NETWORK


def test_no_other_host_can_be_asked() -> None:
    for address in ("https://example.org/v3", "http://avoindata.prh.fi/opendata-ytj-api/v3", "https://10.0.0.1/"):
        with pytest.raises(ValueError, match="only the register"):
            TradeRegisterClient(address)


@pytest.mark.parametrize("stop_after", [0, 1, 7, 29])
def test_stopped_anywhere_it_goes_on_where_it_was(register: MockRegister, time: FakeTime, stop_after: int) -> None:
    class Stops:
        def report(self, stage: str, done: int, total: int) -> None:
            if done >= stop_after:
                raise Cancelled

    with pytest.raises(Cancelled):
        ask(IDS, TODAY, Stops(), time.clock)
    kept = kept_answers(data_folder())
    assert len(kept) == stop_after
    left = tuple(number for number in IDS if int(number.replace("-", "")) not in kept)
    ask(left, TODAY, clock=time.clock)
    assert len(kept_answers(data_folder())) == len(IDS)
    assert len(register.asked) <= len(IDS) + 1


CHILD = """
import sys
from datetime import date
from lookup.mock_register import FakeTime
from tikissa.app.online_check import ask, ids_to_ask
from tikissa.companies.subjects import Subject
from tikissa.matching.listed import Listed
from tikissa.model.companies import CompanyCheck

subjects = [Subject(place, Listed("Koivu Oy"), each, each, False, "Oy") for place, each in enumerate(sys.argv[1:])]
today = date(2026, 12, 1)
ask(ids_to_ask(CompanyCheck(), subjects, today), today, clock=FakeTime().clock)
"""


def _kills(child: list["subprocess.Popen[bytes]"], started: threading.Event) -> Fault:
    """Kill the process that asks, before it has its answer."""

    def kill(usual: Reply) -> Reply:
        started.wait(60)
        child[0].kill()
        return usual

    return kill


def _killed_and_resumed(monkeypatch: pytest.MonkeyPatch, points: list[int]) -> MockRegister:
    """Ask in a process that is killed at each of these questions from its start, and once more in one that is not."""
    ticking = iter(range(0, 100_000, 100))
    with served(MockRegister(many(30), lambda: float(next(ticking)))) as register:
        monkeypatch.setenv("TIKISSA_TRADE_REGISTER", register.address)
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, (TESTS, TESTS.parent / "desktop"))))
        for point in (*points, None):
            child: list[subprocess.Popen[bytes]] = []
            started = threading.Event()

            def kill(
                usual: Reply, child: list[subprocess.Popen[bytes]] = child, up: threading.Event = started
            ) -> Reply:
                up.wait(60)
                child[0].kill()
                return usual

            register.faults = [*[None] * point, kill] if point is not None else []
            child.append(subprocess.Popen([sys.executable, "-c", CHILD, *IDS]))
            started.set()
            assert (child[0].wait(120) == 0) == (point is None)
        return register


TESTS = Path(__file__).resolve().parents[1]


def test_killed_and_started_again_it_asks_only_what_it_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    register = _killed_and_resumed(monkeypatch, [0, 13])
    assert len(kept_answers(data_folder())) == len(IDS)
    assert len(register.asked) <= len(IDS) + 2


@pytest.mark.full
@pytest.mark.parametrize("seed", range(6))
def test_killed_at_random_again_and_again(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    draw = random.Random(seed)
    points = [draw.randint(0, 5) for _ in range(5)]
    register = _killed_and_resumed(monkeypatch, points)
    assert len(kept_answers(data_folder())) == len(IDS)
    assert len(register.asked) <= len(IDS) + len(points)


ON_THE_WIRE = re.compile(
    rb"GET /opendata-ytj-api/v3/companies\?businessId=(\d{7}-\d) HTTP/1\.1\r\n"
    rb"(?:Host: 127\.0\.0\.1:\d+\r\n|User-Agent: tikissa/[\w.]+\r\n|Accept: application/json\r\n"
    rb"|Accept-Encoding: [\w, ]+\r\n)+\r\n"
)


def test_on_the_wire_is_nothing_but_the_ids_and_to_that_host_only(
    register: MockRegister, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = int(register.address.partition("127.0.0.1:")[2].partition("/")[0])
    called: list[object] = []
    sent: list[bytes] = []
    connect, sendall = socket.socket.connect, socket.socket.sendall

    def watched_connect(self: socket.socket, address: object) -> None:
        called.append(address)
        connect(self, address)  # type: ignore[arg-type]

    def watched_sendall(self: socket.socket, data: bytes, *flags: int) -> None:
        if self.getpeername()[1] == ours:
            sent.append(bytes(data))
        sendall(self, data, *flags)

    monkeypatch.setattr(socket.socket, "connect", watched_connect)
    monkeypatch.setattr(socket.socket, "sendall", watched_sendall)
    ask(IDS[:5], TODAY, clock=time.clock)
    assert {*called} == {("127.0.0.1", ours)}
    messages = [ON_THE_WIRE.fullmatch(message) for message in sent]
    assert [found[1].decode() for found in messages if found] == [*IDS[:5]]
    assert None not in messages


def test_answers_come_back_from_disk_as_they_were(register: MockRegister, time: FakeTime) -> None:
    ask((*IDS[:3], UNKNOWN), TODAY, clock=time.clock)
    kept = kept_answers(data_folder())
    assert [answer.company.name if answer.company else None for answer in kept.values()].count(None) == 1
    company = kept[int(IDS[0].replace("-", ""))].company
    assert company == _client(register, time).company(IDS[0])


@pytest.mark.usefixtures("register")
def test_a_damaged_file_of_answers_is_as_none(time: FakeTime) -> None:
    ask(IDS[:1], TODAY, clock=time.clock)
    path = data_folder() / "open_registers" / "answers.sqlite"
    path.write_bytes(b"nothing of the kind" * 100)
    assert ask(IDS[:1], TODAY, clock=time.clock).answered == 1


def test_only_one_room_knows_how_to_open_a_connection() -> None:
    package = Path(__file__).resolve().parents[2] / "desktop" / "tikissa"
    words = (
        "import urllib3",
        "from urllib.request",
        "QtNetwork",
        "create_connection",
        "http.client",
        "import truststore",
    )
    knowing = [
        path.relative_to(package).parts[0]
        for path in package.rglob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in words)
    ]
    assert set(knowing) == {"lookup"}


def test_whatever_else_is_done_no_connection_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    call = CommandLine(capsys)
    register = tmp_path / "asiakkaat.csv"
    register.write_text(f"Yritys;Y-tunnus;Puhelin\nKadonnut Oy;{UNKNOWN};040 1\nKoivu 0 Oy;{IDS[0]};040 2\n", "utf-8")
    assert call("reference", "add", bulk_file(tmp_path, many(30))).status == 0
    for words in (("analyse", register), ("companies", register), ("clean", register, "--accept", "all")):
        assert call(*words).status == 0
    assert call("reference", "list").status == 0
