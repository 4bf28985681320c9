"""The whole way through, from a request to a simulated PBX over real HTTP, with every adapter."""

import logging

import pytest

from traydial.core.account import Account
from traydial.core.adapter import RECORDS, Capability
from traydial.core.call import CallState, RecordingAction, RecordingState
from traydial.core.config import Config
from traydial.core.errors import Unreachable
from traydial.core.events import CallChanged
from traydial.services.registry import Registry
from traydial.simulator import catalog
from traydial.simulator.faults import HTTP_FAULTS, Fault
from traydial.simulator.phone import Phone
from traydial.simulator.server import Server
from traydial.wire import pace

WAIT_S = 10.0
RINGING_AGENT, RINGING_CALLEE, CONNECTED = CallState.RINGING_AGENT, CallState.RINGING_CALLEE, CallState.CONNECTED
# What the PBX reports while the user picks up and then the other party does; the others report nothing before the end.
TELLS = {"noojee": (RINGING_AGENT, RINGING_CALLEE, CONNECTED), "tel4vn": (RINGING_AGENT, None, CONNECTED)}
RECORDERS = [pbx for pbx in catalog.ids() if Capability.RECORD_DURING_CALL in Registry().spec(pbx).capabilities]
NUMBER = {"teleforge": "+27 82 000 1234", "tel4vn": "+84 24 3825 1234"}
REGION = {"teleforge": "ZA", "tel4vn": "VN"}

UNCLEAR = (Fault.RESET, Fault.EMPTY, Fault.ERROR_500)
CLEAR = (Fault.WRONG_CREDENTIALS, Fault.BUSY, Fault.NOT_REGISTERED, Fault.RATE_LIMITED)
FAULTS = [
    pytest.param(pbx, fault, id=f"{pbx}-{fault}")
    for pbx in catalog.ids()
    for fault in (*UNCLEAR, *CLEAR, Fault.HTML)
    if fault in HTTP_FAULTS or fault in catalog.simulated(pbx).faults
]


COMMANDS = (
    ("calls.hang_up",),
    ("calls.recording.record", RecordingAction.START),
    ("calls.recording.record", RecordingAction.STOP),
)


@pytest.fixture(params=catalog.ids())
def server(request):
    with Server(catalog.simulated(request.param)) as server:
        yield server


@pytest.fixture
def registry():
    return Registry()


@pytest.fixture
def config(server, keyring):
    demo = server.pbx.account(server.url)
    keyring.secrets.update({("office", key): value for key, value in demo.secrets.items()})
    region = REGION.get(server.pbx.id, "IT")
    return Config(accounts=(Account(id="office", pbx=server.pbx.id, region=region, settings=demo.settings),))


@pytest.fixture
def can(registry, server):
    return registry.spec(server.pbx.id).capabilities


@pytest.fixture
def dial(work, server):
    return lambda **changes: work.dial(NUMBER.get(server.pbx.id, "+39 0444 123456"), **changes)


def test_one_request_is_one_call(work, dial, server, history):
    dial()
    accepted = work.call(CallState.ACCEPTED)
    (placed,) = server.pbx.switchboard.calls
    assert accepted.plan.dialled in (placed.number, f"+{placed.number}")
    (entry,) = history.latest()
    assert (entry.id, entry.code) == (accepted.id, "")


def test_a_dry_run_touches_no_network(work, dial, server):
    dial(dry_run=True)
    assert work.next().plan.dialled
    assert work.quiet()
    assert server.journal.entries == ()


def test_recording_and_hanging_up_reach_the_very_call(work, dial, server, can):
    dial()
    work.call(CallState.ACCEPTED)
    if Capability.RECORD_DURING_CALL in can:
        work.do("calls.recording.record", RecordingAction.START)
        work.call(recording=RecordingState.ON)
        assert [call.recording for call in server.pbx.switchboard.calls] == [True]
        work.do("calls.recording.record", RecordingAction.STOP)
        work.call(recording=RecordingState.OFF)
        assert [call.recording for call in server.pbx.switchboard.calls] == [False]
    work.do("calls.hang_up")
    if Capability.HANG_UP in can:
        work.call(CallState.ENDED)
        assert server.pbx.switchboard.live() == ()
    else:
        while (error := work.next(CallChanged).call.error) is None:
            pass
        assert error.code == "unsupported"


@pytest.fixture
def phone(server, monkeypatch):
    """The phones at both ends; they ring until they are picked up, and the PBX is asked often for the state."""
    monkeypatch.setattr(pace, "FIRST_S", 0.02)
    monkeypatch.setattr(pace, "LONGEST_S", 0.02)
    server.pbx.switchboard.answers_at_once = False
    return Phone(server.pbx.switchboard)


def test_the_life_of_a_call(work, dial, server, phone, can, history):
    def step(call, state, recording):
        """A state is shown exactly when the PBX reported it."""
        assert (call.state, call.recording) == (state, recording)
        assert (call.recording_since is not None) is (recording in (RecordingState.ON, RecordingState.STOPPING))
        assert call.error is None
        assert work.dialer.calls.current.id == call.id  # which may have gone on meanwhile

    silent = RecordingState.OFF if can & RECORDS else RecordingState.UNSUPPORTED
    agent, callee, connected = TELLS.get(server.pbx.id, (None, None, None))
    dial()
    step(work.next(CallChanged).call, CallState.REQUESTED, silent)
    state = CallState.ACCEPTED
    step(work.call(state), state, silent)
    for told, done in ((agent, None), (callee, "answer"), (connected, "callee answers")):
        if done:
            phone.do(done)
        if told:
            state = told
            step(work.call(state), state, silent)
    if Capability.RECORD_DURING_CALL in can:
        for on, moving, done in (
            (True, RecordingState.STARTING, RecordingState.ON),
            (False, RecordingState.STOPPING, RecordingState.OFF),
        ):
            work.do("calls.recording.record", RecordingAction.START if on else RecordingAction.STOP)
            assert work.next(CallChanged).call.recording is moving
            step(work.next(CallChanged).call, state, done)
            assert [call.recording for call in server.pbx.switchboard.calls] == [on]
    if Capability.HANG_UP in can:
        work.do("calls.hang_up")
    else:
        phone.do("hang up")
    if Capability.HANG_UP in can or connected:
        over = work.call(CallState.ENDED)
        assert (over.recording, over.recording_since) == (silent, None)
        assert work.dialer.calls.current is None
        assert history.latest()[0].state is CallState.ENDED
    assert server.pbx.switchboard.live() == ()
    assert len(server.pbx.switchboard.calls) == 1
    (entry,) = history.latest()
    assert (entry.connected_at is not None) is (connected is not None)
    assert entry.recorded is (Capability.RECORD_DURING_CALL in can)


@pytest.mark.parametrize("server", [pbx for pbx in TELLS if TELLS[pbx][1]], indirect=True)
def test_a_call_that_only_rang_was_not_answered_and_not_recorded(work, dial, server, phone, history):
    dial(record=True)
    work.call(RINGING_AGENT)
    phone.do("answer")
    ringing = work.call(RINGING_CALLEE)
    assert ringing.recording is RecordingState.ON
    assert (ringing.recording_since, ringing.connected_at) == (None, None), "nothing was said yet"
    phone.do("hang up")
    assert work.call(CallState.ENDED).connected_at is None
    assert not history.latest()[0].answered


@pytest.mark.parametrize("server", [pbx for pbx in TELLS if TELLS[pbx][1]], indirect=True)
def test_the_recording_s_clock_starts_with_the_conversation(work, dial, server, phone, clock):
    dial(record=True)
    work.call(RINGING_AGENT)
    phone.do("answer")
    phone.do("callee answers")
    call = work.call(CONNECTED)
    assert (call.connected_at, call.recording_since) == (clock.now(), clock.now())


@pytest.mark.parametrize("server", TELLS, indirect=True)
def test_what_the_pbx_says_of_one_state_is_gone_in_the_next(work, dial, server, phone):
    dial()
    assert work.call(CallState.ACCEPTED).answer != ""
    assert work.call(RINGING_AGENT).answer == ""
    phone.do("answer")
    phone.do("callee answers")
    assert work.call(CONNECTED).answer == ""


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("server", RECORDERS, indirect=True)
def test_a_call_that_ended_at_the_phone_is_over_once_the_pbx_says_so(work, dial, server, phone, history, command):
    dial(record=True)
    work.call(recording=RecordingState.ON)
    if command == COMMANDS[1]:
        work.do("calls.recording.record", RecordingAction.STOP)
        work.call(recording=RecordingState.OFF)
    phone.do("hang up")
    work.do(*command)
    over = work.call(CallState.ENDED)
    assert (over.error, over.recording) == (None, RecordingState.OFF)
    assert work.dialer.calls.current is None
    assert (history.latest()[0].state, history.latest()[0].code) == (CallState.ENDED, "")


@pytest.mark.parametrize("server", RECORDERS, indirect=True)
def test_a_stop_that_the_pbx_refuses_is_told_and_the_light_stays_on(work, dial, server, phone):
    dial()
    work.call(CallState.ACCEPTED)
    phone.do("refuse stop")
    work.do("calls.recording.record", RecordingAction.START)
    work.call(recording=RecordingState.ON)
    work.do("calls.recording.record", RecordingAction.STOP)
    work.call(recording=RecordingState.STOPPING)
    call = work.call(recording=RecordingState.ON)
    assert call.still_recorded
    assert server.pbx.switchboard.calls[0].recording


def test_recording_from_the_start_is_what_the_pbx_does(work, dial, server, can):
    dial(record=True)
    if can & (Capability.RECORD_AT_DIAL | Capability.RECORD_DURING_CALL):
        work.call(recording=RecordingState.ON)
        assert [call.recording for call in server.pbx.switchboard.calls] == [True]
    else:
        assert work.declined().field == "record"
        assert server.pbx.switchboard.calls == ()


@pytest.mark.parametrize(("server", "fault"), FAULTS, indirect=["server"])
def test_whatever_goes_wrong_nothing_is_dialled_twice(work, dial, server, history, fault):
    server.faults.set(fault, at="dial" if fault in HTTP_FAULTS else None)
    request_id = dial()
    while (call := work.next(CallChanged).call).state is CallState.REQUESTED:
        pass
    assert call.id == request_id
    expected = {CallState.UNKNOWN} if fault in UNCLEAR else {CallState.REFUSED}
    if fault is Fault.HTML:
        expected = {CallState.REFUSED, CallState.UNKNOWN}  # as clear as the vendor's documents make it
    if fault is Fault.EMPTY and server.pbx.id == "teleforge":
        expected = {CallState.ACCEPTED}  # it documents no body
    assert call.state in expected
    assert len(server.pbx.switchboard.calls) <= 1
    assert history.latest()[0].state is call.state


def test_a_pbx_that_does_not_answer_can_be_left(work, dial, server):
    server.faults.set(Fault.HANG, at="dial")
    request_id = dial()
    assert server.journal.wait_for(lambda entry: entry.action == "dial")
    work.do("cancel", request_id)
    call = work.call(CallState.UNKNOWN)
    assert call.error.values == {"sent": True}
    server.faults.clear()
    assert work.quiet()
    assert len(server.pbx.switchboard.calls) <= 1


def test_a_pbx_that_is_not_there_is_told(work, dial, server):
    server.close()
    dial()
    assert isinstance(work.call(CallState.REFUSED).error, Unreachable)


def test_a_secret_reaches_neither_log_nor_disk(work, dial, keyring, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)  # whatever any part, also httpcore, would log
    dial()
    work.call(CallState.ACCEPTED)
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    for secret in keyring.secrets.values():
        assert secret not in caplog.text
        assert all(secret.encode() not in content for content in written)
