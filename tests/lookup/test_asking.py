"""The trade register is asked about single companies: at its pace, through its faults, and about nothing else."""

import json
import socket
from datetime import date
from pathlib import Path

import pytest

from command_line import CommandLine
from lookup.mock_register import FakeTime, Fault, MockRegister, Reply, error_reply
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
