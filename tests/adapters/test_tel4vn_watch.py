"""TEL4VN: the states of a call, from agents, live calls and the call data record, over real HTTP."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from traydial.adapters.tel4vn import Adapter
from traydial.adapters.tel4vn.watch import UNSEEN_AFTER
from traydial.core.adapter import DialOrder
from traydial.core.call import CallRef, CallState, CallUpdate
from traydial.core.errors import CredentialsRejected, NotAllowed, UnexpectedReply
from traydial.services.calling.cancel_source import CancelSource
from traydial.simulator.faults import Fault
from traydial.simulator.message import Request, Response, json_response
from traydial.simulator.phone import Phone
from traydial.simulator.server import Server
from traydial.simulator.tel4vn import Edition, Tel4vn
from traydial.wire import pace

NUMBER = "0899098899"
RINGING, CONNECTED, ENDED = CallState.RINGING_AGENT, CallState.CONNECTED, CallState.ENDED

StartPbx = Callable[..., Server]
OpenAdapter = Callable[..., Adapter]
Does = Callable[[str], Callable[[], None]]


@pytest.fixture
def pbx(start_pbx: StartPbx) -> Server:
    server = start_pbx("tel4vn")
    server.pbx.switchboard.answers_at_once = False
    return server


@pytest.fixture
def adapter(pbx: Server, open_adapter: OpenAdapter) -> Adapter:
    return open_adapter(pbx)


@pytest.fixture
def call(adapter: Adapter) -> CallRef:
    return adapter.dial(DialOrder(number=NUMBER))


@pytest.fixture
def does(pbx: Server) -> Does:
    """Return a step in which the simulated phone carries out a command."""
    phone = Phone(pbx.pbx.switchboard)
    return lambda words: lambda: phone.do(words)


def nothing() -> None:
    """A step in which nothing happens."""


def states(update: list[CallUpdate]) -> list[CallState | None]:
    return [told.state for told in update]


def asked(pbx: Server) -> list[str]:
    return [entry.action for entry in pbx.journal.entries if entry.action in ("agents", "calls", "record")]


def test_tells_a_call_from_the_first_ring_to_its_record(
    pbx: Server, adapter: Adapter, call: CallRef, does: Does, stepping: Any
) -> None:
    token = stepping(does("answer"), does("callee answers"), does("hang up"))
    update = list(adapter.watch(call, token))
    assert states(update) == [RINGING, CONNECTED, ENDED]
    assert (update[-1].answer, update[-1].duration_s) == ("ANSWERED", 0)
    [recorded] = pbx.pbx.switchboard.calls[0].files
    assert update[-1].recording_url.endswith(f"/{recorded}")
    assert asked(pbx) == ["agents"] * 4 + ["calls", "record"]
    assert not token.cancelled, "the watch ended by itself, and asks no more"


@pytest.mark.parametrize(("end", "status"), [("busy", "BUSY"), ("no answer", "NO ANSWER"), ("hang up", "NO ANSWER")])
def test_tells_why_nobody_was_reached(
    adapter: Adapter, call: CallRef, does: Does, stepping: Any, end: str, status: str
) -> None:
    *_, last = adapter.watch(call, stepping(nothing, does("answer"), does(end)))
    assert (last.state, last.answer, last.duration_s, last.recording_url) == (ENDED, status, 0, "")


def test_asks_less_and_less_often_until_something_happens(
    pbx: Server, adapter: Adapter, call: CallRef, does: Does, stepping: Any
) -> None:
    token = stepping(*[nothing] * 6, does("answer"), *[nothing] * 2)
    assert states(list(adapter.watch(call, token))) == [RINGING, CONNECTED]
    assert token.waits == [1, 2, 4, 8, 10, 10, 10, 1, 2, 4]
    assert len(asked(pbx)) == len(token.waits)


def test_an_event_that_comes_late_is_told_late(adapter: Adapter, call: CallRef, does: Does, stepping: Any) -> None:
    token = stepping(does("answer"), does("hold events"), does("hang up"), nothing, does("release events"))
    update = adapter.watch(call, token)
    assert [next(update).state, next(update).state] == [RINGING, CONNECTED]
    assert next(update).state is ENDED
    assert len(token.waits) == 5


def test_an_end_that_the_pbx_never_tells_is_not_made_up(
    adapter: Adapter, call: CallRef, does: Does, stepping: Any
) -> None:
    token = stepping(does("answer"), does("drop event"), does("hang up"), nothing, nothing)
    assert states(list(adapter.watch(call, token))) == [RINGING, CONNECTED]
    assert token.cancelled, "it was still watching"


def test_another_call_of_the_same_phone_changes_nothing(
    pbx: Server, adapter: Adapter, call: CallRef, does: Does, stepping: Any
) -> None:
    token = stepping(does("another call"), does("another call ends"), does("answer"))
    assert states(list(adapter.watch(call, token))) == [RINGING, CONNECTED]
    assert asked(pbx) == ["agents", "agents", "calls", "agents", "agents"]


def test_a_call_without_an_id_is_known_by_its_number(
    start_pbx: StartPbx, open_adapter: OpenAdapter, stepping: Any
) -> None:
    pbx = start_pbx(Tel4vn(edition=Edition.EARLY))
    phone = Phone(pbx.pbx.switchboard)
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number=NUMBER))
    update = list(adapter.watch(call, stepping(lambda: phone.do("hang up"))))
    assert update[0].ref == CallRef(
        call_id=pbx.pbx.switchboard.calls[0].call_id, answer="success", details={"number": NUMBER}
    )
    assert [told.state for told in update] == [None, CONNECTED, ENDED]


class LateRecords(Tel4vn):
    """Writes the record of a call a while after its end, or never."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.after = after

    def answer(self, request: Request, fault: Fault | None) -> Response:
        if self.read(request).action == "record" and self.after:
            self.after -= 1
            return json_response({"error": "not found"}, 404)
        return super().answer(request, fault)


def test_another_call_of_the_same_phone_is_not_taken_for_a_call_without_an_id(
    start_pbx: StartPbx, open_adapter: OpenAdapter, stepping: Any
) -> None:
    pbx = start_pbx(Tel4vn(edition=Edition.EARLY))
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number=NUMBER))
    phone = Phone(pbx.pbx.switchboard)
    phone.do("another call")
    phone.do("hang up")
    assert list(adapter.watch(call, stepping(*[nothing] * 5))) == []


def test_an_end_is_told_before_its_record_is_there(
    start_pbx: StartPbx, open_adapter: OpenAdapter, stepping: Any
) -> None:
    pbx = start_pbx(LateRecords(after=4))
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number=NUMBER))
    token = stepping(lambda: Phone(pbx.pbx.switchboard).do("hang up"), *[nothing] * 9)
    update = list(adapter.watch(call, token))
    assert [(told.state, told.answer) for told in update] == [(CONNECTED, ""), (ENDED, ""), (ENDED, "ANSWERED")]


def test_a_record_that_never_comes_is_not_waited_for_for_ever(
    start_pbx: StartPbx, open_adapter: OpenAdapter, stepping: Any
) -> None:
    pbx = start_pbx(LateRecords(after=1000))
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number=NUMBER))
    token = stepping(lambda: Phone(pbx.pbx.switchboard).do("hang up"), *[nothing] * 20)
    assert states(list(adapter.watch(call, token))) == [CONNECTED, ENDED]
    assert len(pbx.journal.of("record")) == UNSEEN_AFTER
    assert not token.cancelled


@pytest.mark.parametrize("status", [400, 403, 404])
def test_an_end_is_told_also_where_records_may_not_be_read(
    start_pbx: StartPbx, open_adapter: OpenAdapter, stepping: Any, status: int
) -> None:
    pbx = start_pbx("tel4vn", canned={"record": json_response({"error": "no"}, status)})
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number=NUMBER))
    token = stepping(lambda: Phone(pbx.pbx.switchboard).do("hang up"), *[nothing] * 20)
    assert states(list(adapter.watch(call, token))) == [CONNECTED, ENDED]


def test_of_a_call_that_never_shows_nothing_is_told(adapter: Adapter, pbx: Server, stepping: Any) -> None:
    token = stepping(*[nothing] * 20)
    assert list(adapter.watch(CallRef(call_id="5d2a1f0e"), token)) == []
    assert token.waits == [1, 2, 4, 8, 10, 10, 10, 10]
    assert not token.cancelled


@pytest.mark.parametrize("fault", [Fault.ERROR_500, Fault.RESET, Fault.RATE_LIMITED])
def test_a_pbx_out_of_reach_is_asked_again(
    pbx: Server, adapter: Adapter, call: CallRef, does: Does, stepping: Any, fault: Fault
) -> None:
    pbx.faults.set(fault, at="agents")
    token = stepping(nothing, nothing, pbx.faults.clear, does("answer"))
    assert states(list(adapter.watch(call, token))) == [RINGING, CONNECTED]
    assert token.waits[:3] == ([7, 7, 7] if fault is Fault.RATE_LIMITED else [1, 2, 4])


def test_a_token_that_ends_meanwhile_is_renewed(
    pbx: Server, adapter: Adapter, call: CallRef, does: Does, stepping: Any
) -> None:
    pbx.faults.set(Fault.EXPIRED_SESSION, times=1)
    assert states(list(adapter.watch(call, stepping(does("answer"))))) == [RINGING, CONNECTED]
    assert len(pbx.journal.of("token")) == 2


def test_a_key_that_is_refused_ends_the_watch(pbx: Server, adapter: Adapter, call: CallRef, stepping: Any) -> None:
    pbx.faults.set(Fault.WRONG_CREDENTIALS)
    with pytest.raises(CredentialsRejected):
        list(adapter.watch(call, stepping()))


@pytest.mark.parametrize("status", [403, 404])
def test_the_live_calls_do_where_the_agents_may_not_be_seen(
    start_pbx: StartPbx, open_adapter: OpenAdapter, stepping: Any, status: int
) -> None:
    forbidden = json_response({"error": "forbidden"}, 403)
    pbx = start_pbx("tel4vn", canned={"agents": json_response({"error": "none"}, status)})
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number=NUMBER))
    token = stepping(nothing, lambda: Phone(pbx.pbx.switchboard).do("hang up"))
    assert states(list(adapter.watch(call, token))) == [ENDED]
    with pytest.raises(NotAllowed):
        list(open_adapter(start_pbx("tel4vn", canned={"agents": forbidden, "calls": forbidden})).watch(call, token))


def test_an_edition_that_knows_no_such_question_tells_nothing(
    start_pbx: StartPbx, open_adapter: OpenAdapter, stepping: Any
) -> None:
    missing = json_response({"error": "not found"}, 404)
    adapter = open_adapter(start_pbx("tel4vn", canned={"agents": missing, "calls": missing}))
    token = stepping()
    assert list(adapter.watch(adapter.dial(DialOrder(number=NUMBER)), token)) == []
    assert token.waits == []


def test_an_answer_that_is_none_ends_the_watch(pbx: Server, adapter: Adapter, call: CallRef, stepping: Any) -> None:
    pbx.faults.set(Fault.HTML, at="agents")
    with pytest.raises(UnexpectedReply):
        list(adapter.watch(call, stepping()))


def test_cancelling_ends_a_question_in_flight(pbx: Server, adapter: Adapter, call: CallRef) -> None:
    pbx.faults.set(Fault.HANG, at="agents")
    cancel = CancelSource()
    update: list[CallUpdate] = []
    watcher = threading.Thread(target=lambda: update.extend(adapter.watch(call, cancel)))
    watcher.start()
    pbx.journal.wait_for(lambda entry: entry.fault is Fault.HANG)
    cancel.cancel()
    watcher.join(5)
    assert (watcher.is_alive(), update) == (False, [])


def test_cancelling_ends_a_wait(adapter: Adapter, call: CallRef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "FIRST_S", 60.0)
    cancel = CancelSource()
    update: list[CallUpdate] = []
    first = threading.Event()

    def watch() -> None:
        for told in adapter.watch(call, cancel):
            update.append(told)
            first.set()

    watcher = threading.Thread(target=watch)
    watcher.start()
    assert first.wait(5)
    cancel.cancel()
    watcher.join(5)
    assert not watcher.is_alive()


def test_a_hostile_call_id_leads_to_no_other_page(pbx: Server, adapter: Adapter, stepping: Any) -> None:
    hostile = CallRef(call_id="../call?key=1#/", details={"number": NUMBER})
    assert list(adapter.watch(hostile, stepping(nothing))) == []
    asked = {entry.request.path for entry in pbx.journal.entries if "%2F" in entry.request.path or ".." in entry.path}
    assert asked == {"/v1/cdr/..%2Fcall%3Fkey%3D1%23%2F"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "HTTPS:x", "//recordings.example/1"])
def test_a_recording_is_an_address_of_the_web_or_none(
    start_pbx: StartPbx, open_adapter: OpenAdapter, stepping: Any, url: str
) -> None:
    record = json_response({"data": {"status": "ANSWERED", "billsec": 5, "recording_url": url}})
    adapter = open_adapter(start_pbx("tel4vn", canned={"record": record}))
    call = adapter.dial(DialOrder(number=NUMBER))
    pbx_has_no_such_call = replace(call, call_id="gone")
    [told] = adapter.watch(pbx_has_no_such_call, stepping(nothing))
    assert (told.state, told.recording_url) == (ENDED, "")
