"""Noojee: the states of a monitored call, from subscribe's long poll over real HTTP."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from traydial.adapters.noojee import Adapter
from traydial.core.adapter import DialOrder
from traydial.core.call import CallRef, CallState, CallUpdate
from traydial.core.errors import CredentialsRejected, NotAllowed, UnexpectedReply
from traydial.services.calling.cancel_source import CancelSource
from traydial.simulator.faults import Fault
from traydial.simulator.message import Request, Response, json_response
from traydial.simulator.noojee import Noojee
from traydial.simulator.phone import Phone
from traydial.simulator.server import Server

NUMBER = "0383208100"
RINGING, DIALING, CONNECTED, ENDED = (
    CallState.RINGING_AGENT,
    CallState.RINGING_CALLEE,
    CallState.CONNECTED,
    CallState.ENDED,
)

StartPbx = Callable[..., Server]
OpenAdapter = Callable[..., Adapter]


@pytest.fixture
def pbx(start_pbx: StartPbx) -> Server:
    server = start_pbx("noojee")
    server.pbx.switchboard.answers_at_once = False
    return server


@pytest.fixture
def adapter(pbx: Server, open_adapter: OpenAdapter) -> Adapter:
    return open_adapter(pbx)


@pytest.fixture
def call(adapter: Adapter) -> CallRef:
    return adapter.dial(DialOrder(number=NUMBER))


class Hasty(CancelSource):
    """A token whose waits pass at once."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    def wait(self, timeout_s: float) -> bool:
        self.waits.append(timeout_s)
        return self.cancelled


def when_asked(pbx: Server, *steps: str) -> CancelSource:
    """Let the phone do one step at each long poll that arrives; at the one after the last, the watch is cancelled."""
    phone, left, token = Phone(pbx.pbx.switchboard), list(steps), Hasty()

    def arrived(entry: Any) -> None:
        if entry.action == "subscribe" and entry.fields["lastSequenceNumber"] != "0":
            if left:
                phone.do(left.pop(0))
            else:
                token.cancel()

    pbx.journal.listen(arrived)
    return token


def states(update: list[CallUpdate]) -> list[CallState | None]:
    return [told.state for told in update]


def test_tells_a_call_from_the_first_ring_to_its_end(pbx: Server, adapter: Adapter, call: CallRef) -> None:
    token = when_asked(pbx, "answer", "callee answers", "hang up")
    assert states(list(adapter.watch(call, token))) == [RINGING, DIALING, CONNECTED, ENDED]
    assert not token.cancelled, "the watch ended by itself, and asks no more"
    assert [entry.action for entry in pbx.journal.entries] == ["dial"] + ["subscribe"] * 4
    first, second, *_ = pbx.journal.of("subscribe")
    assert (first.fields["lastSequenceNumber"], first.fields["timeOut"]) == ("0", "0")
    assert (second.fields["lastSequenceNumber"], second.fields["timeOut"]) == ("1", "30")


@pytest.mark.parametrize("end", ["busy", "no answer"])
def test_tells_the_end_of_a_call_that_reached_nobody(pbx: Server, adapter: Adapter, call: CallRef, end: str) -> None:
    assert states(list(adapter.watch(call, when_asked(pbx, "answer", end)))) == [RINGING, DIALING, ENDED]


def test_learns_the_unique_id_so_that_orders_hit_the_right_call(pbx: Server, adapter: Adapter, call: CallRef) -> None:
    board = pbx.pbx.switchboard
    update = adapter.watch(call, when_asked(pbx, "another call"))
    ref = next(update).ref
    assert ref is not None
    assert (ref.call_id, ref.details) == (call.call_id, {"number": NUMBER, "unique_id": board.calls[0].call_id})
    assert states(list(update)) == []  # the other call is not ours
    adapter.start_recording(ref)
    adapter.hang_up(ref)
    own, other = board.calls
    assert (own.files, own.stage.value, other.files, other.stage.value) == (
        (f"{own.call_id}-1.wav",),
        "ended",
        (),
        "connected",
    )
    assert [entry.action for entry in pbx.journal.entries[-2:]] == ["start", "hangup"], "no further question"


def test_the_call_may_show_only_later(pbx: Server, adapter: Adapter, call: CallRef) -> None:
    board = pbx.pbx.switchboard
    board.hang_up(board.calls[0].call_id)  # as if it was not there yet
    update = adapter.watch(call, Hasty())

    def place(entry: Any) -> None:
        if entry.fields["lastSequenceNumber"] != "0":
            board.place("101", NUMBER, call_id="1412750652.99", monitored=True)

    pbx.journal.listen(place)
    assert next(update).ref == CallRef(
        call_id=call.call_id, answer=call.answer, details={"number": NUMBER, "unique_id": "1412750652.99"}
    )
    update.close()  # type: ignore[attr-defined]  # it is a generator


def test_calls_that_somebody_else_made_are_not_taken_for_ours(pbx: Server, adapter: Adapter) -> None:
    board = pbx.pbx.switchboard
    board.place("101", "0399990000", call_id="1412750652.98", monitored=True, inbound=True)
    board.place("101", "0399990000", call_id="1412750652.99", monitored=True, foreign=True)
    call = CallRef(call_id="7", details={"number": NUMBER})
    token = Hasty()
    pbx.journal.listen(lambda entry: token.cancel() if len(pbx.journal.of("subscribe")) > 1 else None)
    assert list(adapter.watch(call, token)) == []


def test_an_event_that_comes_late_is_told_late(pbx: Server, adapter: Adapter, call: CallRef) -> None:
    Phone(pbx.pbx.switchboard).do("hold events")
    Phone(pbx.pbx.switchboard).do("answer")
    assert states(list(adapter.watch(call, when_asked(pbx, "release events", "hang up")))) == [RINGING, DIALING, ENDED]


def test_a_lost_event_is_made_good_by_the_next(pbx: Server, adapter: Adapter, call: CallRef) -> None:
    Phone(pbx.pbx.switchboard).do("drop event")
    Phone(pbx.pbx.switchboard).do("answer")
    token = when_asked(pbx, "callee answers", "hang up")
    assert states(list(adapter.watch(call, token))) == [RINGING, CONNECTED, ENDED]


class Scripted(Noojee):
    """Answers subscribe from a list of what it lists, in order; the last answer stays."""

    def __init__(self, *listed: list[str]) -> None:
        super().__init__()
        self.listed = list(listed)

    def answer(self, request: Request, fault: Fault | None) -> Response:
        if self.read(request).action != "subscribe":
            return super().answer(request, fault)
        statuses = self.listed.pop(0) if len(self.listed) > 1 else self.listed[0]
        calls = [{"CallData": {"uniqueCallId": "1.1", "callerId": NUMBER, "status": status}} for status in statuses]
        return json_response({"Data": {"101": calls}, "seq": 5, "Code": 0})


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ([["Connected"], [], []], [CONNECTED, ENDED]),  # gone from the fresh look too
        ([["Connected"], [], ["Connected"], ["Hungup"]], [CONNECTED, ENDED]),  # only left out, since it had not changed
        ([["Unknown"], ["Connected"], ["Hungup"]], [None, CONNECTED, ENDED]),
        ([["Hungup"]], []),  # it is not known whose end this is
        ([[]], []),
    ],
)
def test_a_call_has_ended_only_when_the_pbx_says_so_or_lists_it_no_more(
    start_pbx: StartPbx, open_adapter: OpenAdapter, listed: list[list[str]], told: list[CallState | None]
) -> None:
    adapter = open_adapter(start_pbx(Scripted(*listed)))
    token = Hasty()
    assert states(list(adapter.watch(adapter.dial(DialOrder(number=NUMBER)), token))) == told
    assert not token.cancelled
    assert set(token.waits) <= {1.0}


def test_a_pbx_too_old_for_the_question_tells_nothing(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    missing = Response(status=404, body=b"<html></html>", content_type="text/html")
    pbx = start_pbx("noojee", canned={"subscribe": missing})
    adapter = open_adapter(pbx)
    assert list(adapter.watch(adapter.dial(DialOrder(number=NUMBER)), Hasty())) == []
    assert len(pbx.journal.of("subscribe")) == 1


def test_an_unmonitored_call_is_not_asked_about(pbx: Server, open_adapter: OpenAdapter) -> None:
    adapter = open_adapter(pbx, monitored=False)
    assert list(adapter.watch(adapter.dial(DialOrder(number=NUMBER)), CancelSource())) == []
    assert [entry.action for entry in pbx.journal.entries] == ["dial"]


@pytest.mark.parametrize("fault", [Fault.ERROR_500, Fault.RESET])
def test_after_a_break_it_looks_afresh(pbx: Server, adapter: Adapter, call: CallRef, fault: Fault) -> None:
    token = when_asked(pbx, "answer", "hang up")
    update = adapter.watch(call, token)
    assert next(update).state is RINGING
    pbx.faults.set(fault, times=3, at="subscribe")
    assert states(list(update)) == [DIALING, ENDED]
    sequences = [entry.fields["lastSequenceNumber"] for entry in pbx.journal.of("subscribe")]
    assert sequences[:5] == ["0", "1", "0", "0", "0"]
    assert isinstance(token, Hasty)
    assert token.waits[:3] == [1, 2, 4]


def test_a_refusal_ends_the_watch(
    pbx: Server, adapter: Adapter, call: CallRef, start_pbx: StartPbx, open_adapter: OpenAdapter
) -> None:
    pbx.faults.set(Fault.WRONG_CREDENTIALS)
    with pytest.raises(CredentialsRejected):
        list(adapter.watch(call, Hasty()))
    pbx.faults.set(Fault.HTML)
    with pytest.raises(UnexpectedReply):
        list(adapter.watch(call, Hasty()))
    with pytest.raises(NotAllowed):
        list(open_adapter(start_pbx(Noojee(address_allowed=False))).watch(call, Hasty()))


def test_cancelling_ends_a_long_poll_at_once(pbx: Server, adapter: Adapter, call: CallRef) -> None:
    cancel = CancelSource()
    update: list[CallUpdate] = []
    watcher = threading.Thread(target=lambda: update.extend(adapter.watch(call, cancel)))
    watcher.start()
    pbx.journal.wait_for(lambda entry: entry.fields.get("timeOut") == "30")
    cancel.cancel()
    watcher.join(5)
    assert not watcher.is_alive()
    assert states(update) == [RINGING]


def test_orders_go_out_while_the_long_poll_waits(pbx: Server, adapter: Adapter, call: CallRef) -> None:
    update: list[CallUpdate] = []
    watcher = threading.Thread(target=lambda: update.extend(adapter.watch(call, CancelSource())))
    watcher.start()
    pbx.journal.wait_for(lambda entry: entry.fields.get("timeOut") == "30")
    adapter.hang_up(call)
    watcher.join(5)
    assert not watcher.is_alive()
    assert states(update) == [RINGING, ENDED]


@pytest.mark.parametrize(
    ("steps", "duration_s"), [(("answer", "callee answers", "hang up"), 65), (("answer", "no answer"), None)]
)
def test_the_end_tells_how_long_the_conversation_was(
    pbx: Server, adapter: Adapter, call: CallRef, desk: Any, steps: tuple[str, ...], duration_s: int | None
) -> None:
    for told in adapter.watch(call, when_asked(pbx, *steps)):
        if told.state is CONNECTED:
            desk.time += timedelta(seconds=65)
    assert (told.state, told.duration_s) == (ENDED, duration_s)
