"""TEL4VN: the vendor's exact requests over real HTTP, every fault and answer, and a dial that blocks."""

import logging
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from traydial.adapters.tel4vn import SPEC, Adapter, adapter
from traydial.core.account import Account
from traydial.core.adapter import Capability, DialOrder
from traydial.core.call import CallRef
from traydial.core.dialplan.plan import plan
from traydial.core.errors import (
    AppError,
    Cancelled,
    CredentialsRejected,
    DeviceUnavailable,
    NotAllowed,
    NumberRejected,
    OutcomeUnknown,
    RateLimited,
    RefusedByPbx,
    UnexpectedReply,
)
from traydial.core.number.read import read
from traydial.services.calling.cancel_source import CancelSource
from traydial.simulator.faults import Fault
from traydial.simulator.message import json_response
from traydial.simulator.server import Server
from traydial.simulator.tel4vn import API_KEY, LASTING_TOKEN, Edition, Tel4vn

NUMBER = "0899098899"

StartPbx = Callable[..., Server]
OpenAdapter = Callable[..., Adapter]


def dials(server: Server) -> list[str]:
    """The request lines of every dial that arrived."""
    return [f"{e.request.method} {e.request.path}?{e.request.query}" for e in server.journal.of("dial")]


@dataclass
class Caller:
    """A dial on a thread of its own, as the account's worker does it."""

    adapter: Adapter
    cancel: CancelSource = field(default_factory=CancelSource)
    result: CallRef | AppError | None = None

    def __post_init__(self) -> None:
        self._thread = threading.Thread(target=self._dial)
        self._thread.start()

    def _dial(self) -> None:
        try:
            self.result = self.adapter.dial(DialOrder(number=NUMBER, cancel=self.cancel))
        except AppError as error:
            self.result = error

    def end(self) -> CallRef | AppError | None:
        self._thread.join(5)
        assert not self._thread.is_alive()
        return self.result


@pytest.mark.parametrize(("mode", "path"), [("async", "/v1/click2call/async"), ("sync", "/v1/click2call")])
def test_dials_with_the_vendors_request(start_pbx: StartPbx, open_adapter: OpenAdapter, mode: str, path: str) -> None:
    server = start_pbx("tel4vn")
    call = open_adapter(server, mode=mode, api_key="", token=LASTING_TOKEN).dial(DialOrder(number=NUMBER))
    [entry] = server.journal.entries
    assert dials(server) == [f"GET {path}?ext=101&phone={NUMBER}"]
    assert entry.request.headers["authorization"] == f"Bearer {LASTING_TOKEN}"
    assert entry.request.body == b""
    assert call.call_id == server.pbx.switchboard.calls[0].call_id


@pytest.mark.parametrize("mode", ["async", "sync"])
def test_sends_all_eight_parameters(start_pbx: StartPbx, open_adapter: OpenAdapter, mode: str) -> None:
    server = start_pbx("tel4vn")
    adapter = open_adapter(
        server,
        mode=mode,
        src_cid_name="Phòng Kinh doanh",
        src_cid_number="1900",
        dest_cid_name="A & B",
        dest_cid_number="02873001234",
        auto_answer=True,
        hotline="19001234",
    )
    adapter.dial(DialOrder(number=NUMBER))
    [entry] = server.journal.of("dial")
    assert entry.request.query_fields() == (
        ("ext", "101"),
        ("phone", NUMBER),
        ("src_cid_name", "Phòng Kinh doanh"),
        ("src_cid_number", "1900"),
        ("dest_cid_name", "A & B"),
        ("dest_cid_number", "02873001234"),
        ("auto_answer", "true"),
        ("hotline", "19001234"),
    )


def test_the_dial_plans_caller_id_is_the_hotline_of_this_call(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    open_adapter(server, hotline="19001234").dial(DialOrder(number=NUMBER, caller_id="02873001234"))
    assert server.journal.of("dial")[0].fields["hotline"] == "02873001234"


def test_async_is_the_default() -> None:
    assert SPEC.field("mode").default == "async"


def test_accepts_the_early_form_without_an_id(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx(Tel4vn(edition=Edition.EARLY))
    call = open_adapter(server).dial(DialOrder(number=NUMBER))
    assert call == CallRef(answer="success", details={"number": NUMBER})


@pytest.mark.parametrize("fail_status", [200, 400, 500])
@pytest.mark.parametrize("mode", ["async", "sync"])
@pytest.mark.parametrize(
    ("fault", "code"), [(Fault.BUSY, "device_busy"), (Fault.NOT_REGISTERED, "device_not_registered")]
)
def test_the_users_own_phone_cannot_be_rung(
    start_pbx: StartPbx, open_adapter: OpenAdapter, mode: str, fault: Fault, code: str, fail_status: int
) -> None:
    server = start_pbx(Tel4vn(fail_status=fail_status))
    server.faults.set(fault)
    with pytest.raises(DeviceUnavailable) as caught:
        open_adapter(server, mode=mode).dial(DialOrder(number=NUMBER))
    assert caught.value.code == code
    assert len(dials(server)) == 1


@pytest.mark.parametrize(
    ("mode", "reason"),
    [("async", "Hotline is not provisioned for this domain"), ("sync", "HOTLINE_NOT_PROVISIONED")],
)
def test_an_unknown_code_is_told_in_the_vendors_words(
    start_pbx: StartPbx, open_adapter: OpenAdapter, mode: str, reason: str
) -> None:
    with pytest.raises(RefusedByPbx) as caught:
        open_adapter(start_pbx("tel4vn"), mode=mode, hotline="0999").dial(DialOrder(number=NUMBER))
    assert caught.value.values == {"reason": reason}


@pytest.mark.parametrize(
    ("fault", "error", "code", "calls"),
    [
        (Fault.WRONG_CREDENTIALS, CredentialsRejected, "token_rejected", 0),
        (Fault.RATE_LIMITED, RateLimited, "rate_limited", 0),
        (Fault.ERROR_500, OutcomeUnknown, "outcome_unknown", 0),
        (Fault.HTML, OutcomeUnknown, "outcome_unknown", 0),
        (Fault.EMPTY, OutcomeUnknown, "outcome_unknown", 1),
        (Fault.RESET, OutcomeUnknown, "outcome_unknown", 1),
    ],
)
@pytest.mark.parametrize("mode", ["async", "sync"])
def test_each_fault_of_a_dial_has_its_error_and_never_a_second_call(
    start_pbx: StartPbx,
    open_adapter: OpenAdapter,
    mode: str,
    fault: Fault,
    error: type[AppError],
    code: str,
    calls: int,
) -> None:
    server = start_pbx("tel4vn")
    adapter = open_adapter(server, mode=mode, api_key="", token=LASTING_TOKEN)
    server.faults.set(fault, at="dial")
    with pytest.raises(error) as caught:
        adapter.dial(DialOrder(number=NUMBER))
    assert caught.value.code == code
    assert len(dials(server)) == 1
    assert len(server.pbx.switchboard.calls) == calls


def test_a_slow_answer_is_waited_for(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    adapter = open_adapter(server)
    server.faults.set(Fault.SLOW, at="dial")
    caller = Caller(adapter)
    assert server.pbx.switchboard.wait_for(lambda calls: len(calls) == 1)
    assert caller.result is None
    server.faults.clear()
    assert isinstance(caller.end(), CallRef)


def test_a_pbx_that_hangs_leaves_the_outcome_unknown(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    server.faults.set(Fault.HANG, at="dial")
    caller = Caller(open_adapter(server))
    assert server.pbx.switchboard.wait_for(lambda calls: len(calls) == 1)
    server.faults.clear()  # it closes the connection without an answer
    assert isinstance(caller.end(), OutcomeUnknown)
    assert len(dials(server)) == 1


def test_sync_waits_until_the_phone_is_picked_up(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    board = server.pbx.switchboard
    board.answers_at_once = False
    caller = Caller(open_adapter(server, mode="sync"))
    assert board.wait_for(lambda calls: len(calls) == 1)
    assert caller.result is None
    board.pick_up(board.calls[0].call_id)
    details = {"number": NUMBER}
    assert caller.end() == CallRef(call_id=board.calls[0].call_id, answer="success", details=details)


def test_a_sync_dial_that_blocks_is_cancelled_at_once(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    board = server.pbx.switchboard
    board.answers_at_once = False
    caller = Caller(open_adapter(server, mode="sync"))
    assert board.wait_for(lambda calls: len(calls) == 1)
    caller.cancel.cancel()
    error = caller.end()
    assert isinstance(error, Cancelled)
    assert error.values == {"sent": True}
    assert len(dials(server)) == 1


def test_a_dial_taken_back_before_it_begins_sends_nothing(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    cancel = CancelSource()
    cancel.cancel()
    with pytest.raises(Cancelled) as caught:
        open_adapter(server).dial(DialOrder(number=NUMBER, cancel=cancel))
    assert caught.value.values == {"sent": False}
    assert server.journal.entries == ()


def test_works_over_tls_that_it_was_told_to_trust(
    start_pbx: StartPbx, open_adapter: OpenAdapter, certificates: Any
) -> None:
    server = start_pbx("tel4vn", tls=certificates.server)
    assert open_adapter(server, ca_file=certificates.ca_file).dial(DialOrder(number=NUMBER)).call_id


@pytest.mark.parametrize("fault", [None, *Fault])
def test_no_secret_is_logged_or_told(
    start_pbx: StartPbx, open_adapter: OpenAdapter, desk: Any, caplog: pytest.LogCaptureFixture, fault: Fault | None
) -> None:
    caplog.set_level(logging.DEBUG)
    server = start_pbx("tel4vn")
    adapter = open_adapter(server)
    told = ""
    if fault is not None and fault not in (Fault.HANG, Fault.SLOW):
        server.faults.set(fault)
    for attempt in (adapter.check, lambda: adapter.dial(DialOrder(number=NUMBER))):
        try:
            told += repr(attempt())
        except AppError as error:
            told += f"{error!r} {error} {error.values} {''.join(traceback.format_exception(error))}"
    told += caplog.text + "".join(map(str, server.journal.entries)) + repr(server.journal.entries)
    for secret in (API_KEY, *desk.redacted):
        assert secret not in told


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("+84899098899", "0899098899"),
        ("0899 098 899", "0899098899"),
        ("+27820001234", "0027820001234"),
        ("102", "102"),
        ("1900 1234", "19001234"),
    ],
)
def test_numbers_take_the_form_that_the_vendor_shows(typed: str, dialled: str) -> None:
    [candidate] = read(typed, region="VN").candidates
    assert plan(candidate, Account(id="hn", pbx="tel4vn"), SPEC.number_rules, region="IT").dialled == dialled


def test_what_is_no_number_is_refused() -> None:
    [candidate] = read("sip:anna@example.vn", region="VN").candidates
    with pytest.raises(NumberRejected):
        plan(candidate, Account(id="hn", pbx="tel4vn"), SPEC.number_rules, region="VN")


def test_says_why_it_cannot_record_or_hang_up() -> None:
    assert SPEC.capabilities == Capability.DIAL | Capability.LIVE_STATE
    assert set(SPEC.absent) == set(Capability) - {Capability.DIAL, Capability.LIVE_STATE}
    assert not any(hasattr(Adapter, name) for name in ("hang_up", "start_recording", "stop_recording"))


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (200, {"status": "fail"}, RefusedByPbx(reason="fail")),
        (200, {"status": "fail", "error": "HOTLINE_X"}, RefusedByPbx(reason="HOTLINE_X")),
        (400, {"error": "ext is\nrequired"}, RefusedByPbx(reason="ext is required")),
        (499, {"error": "ext is required"}, RefusedByPbx(reason="ext is required")),
        (403, {"message": "no permission"}, NotAllowed(reason="no permission")),
        (404, {"error": "not found"}, UnexpectedReply("page_not_found", field="server", status=404)),
        (429, {"error": "slow down"}, RateLimited()),
        (500, {"error": "panic"}, OutcomeUnknown(why="server_error", status=500)),
        (200, {"data": {"message": "queued"}}, OutcomeUnknown(why="unexpected_reply", status=200)),
        (200, ["success"], OutcomeUnknown(why="unexpected_reply", status=200)),
    ],
)
def test_only_a_plain_no_is_a_refusal(
    start_pbx: StartPbx, open_adapter: OpenAdapter, status: int, body: object, error: AppError
) -> None:
    server = start_pbx("tel4vn", canned={"dial": json_response(body, status)})
    with pytest.raises(type(error)) as caught:
        open_adapter(server).dial(DialOrder(number=NUMBER))
    assert (caught.value.code, caught.value.values) == (error.code, error.values)
    assert len(dials(server)) == 1


def test_sync_gives_up_when_no_phone_rings_that_long(
    start_pbx: StartPbx, open_adapter: OpenAdapter, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert adapter.RING_S >= 90
    monkeypatch.setattr(adapter, "RING_S", 0.05)
    server = start_pbx("tel4vn")
    server.pbx.switchboard.answers_at_once = False
    error = Caller(open_adapter(server, mode="sync")).end()
    assert isinstance(error, OutcomeUnknown)
    assert error.values["why"] == "timed_out"
