"""A PBX that reports call states."""

import threading
from dataclasses import replace

import pytest

from traydial.core.adapter import Capability
from traydial.core.call import CallState, CallUpdate, RecordingAction, RecordingState
from traydial.core.config import CallSettings, Config
from traydial.core.errors import OutcomeUnknown, Unreachable
from traydial.core.events import CallChanged, CallForgotten

WAIT_S = 10.0


@pytest.fixture
def live(work, pbx, registry, monkeypatch):
    """A call that the PBX has accepted and reports on."""
    spec = registry.spec("bench")
    told = replace(spec, capabilities=spec.capabilities | Capability.LIVE_STATE)
    monkeypatch.setattr(registry, "spec", lambda pbx_id: told)
    work.dial()
    return work.call(CallState.ACCEPTED)


def test_the_call_goes_on_as_the_pbx_tells(work, pbx, live, history):
    for state in (CallState.RINGING_AGENT, CallState.RINGING_CALLEE, CallState.CONNECTED):
        pbx.update.put(CallUpdate(state=state))
        assert work.next(CallChanged).call.state is state
    pbx.update.put(CallUpdate(recording=RecordingState.LOCKED))
    work.call(CallState.CONNECTED, RecordingState.LOCKED)
    work.do("calls.recording.record", RecordingAction.STOP)
    assert work.next(CallChanged).call.error.code == "recording_forced"
    work.do("calls.recording.record", RecordingAction.TOGGLE)
    assert work.next(CallChanged).call.error.values["pbx"] == "Bench PBX"
    work.do("calls.recording.record", RecordingAction.START)  # it is so
    assert work.next(CallChanged).call.recording is RecordingState.LOCKED
    pbx.update.put(CallUpdate(state=CallState.ENDED, answer="NORMAL_CLEARING"))
    work.call(CallState.ENDED, RecordingState.OFF)
    assert work.dialer.calls.current is None
    pbx.update.put(CallUpdate(duration_s=65, recording_url="https://pbx.example.com/1.wav"))
    work.call(CallState.ENDED)
    pbx.update.put(None)
    (entry,) = history.latest()
    assert (entry.state, entry.answer, entry.recorded) == (CallState.ENDED, "NORMAL_CLEARING", True)
    assert (entry.duration_s, entry.recording_url) == (65, "https://pbx.example.com/1.wav")


def test_listening_keeps_nobody_waiting(work, pbx, live):
    work.do("calls.hang_up")
    work.call(CallState.ENDED)
    work.dial("600")
    work.call(CallState.ACCEPTED)
    assert pbx.commands == ["dial", "hang_up", "dial"]


def test_a_pbx_that_stops_telling_leaves_the_call_unknown(work, pbx, live, history):
    pbx.update.put(CallUpdate(state=CallState.CONNECTED, recording=RecordingState.ON))
    work.call(CallState.CONNECTED, RecordingState.ON)
    pbx.update.put(Unreachable("connection_lost"))
    work.call(CallState.UNKNOWN, RecordingState.UNKNOWN)
    assert history.latest()[0].state is CallState.UNKNOWN


def test_a_pbx_that_has_told_all_leaves_the_call_as_it_is(work, pbx, live):
    pbx.update.put(None)
    assert work.quiet()
    assert work.dialer.calls.current == live


def test_a_call_that_the_pbx_tells_about_is_not_forgotten(work, pbx, registry, monkeypatch):
    work.do("configure", replace(work.config, calls=CallSettings(forget_after_min=0.0005)))
    spec = replace(registry.spec("bench"), capabilities=Capability.DIAL | Capability.LIVE_STATE)
    monkeypatch.setattr(registry, "spec", lambda pbx_id: spec)
    work.dial()
    work.call(CallState.ACCEPTED)
    waited = threading.Event()
    work.thread.after(0.1, waited.set)
    assert waited.wait(WAIT_S)
    assert work.dialer.calls.current.state is CallState.ACCEPTED
    pbx.update.put(None)
    work.call(CallState.UNKNOWN)
    work.next(CallForgotten)
    assert work.dialer.calls.current is None


def test_after_the_end_listening_goes_on_for_a_while_and_not_for_ever(work, pbx, live):
    pbx.update.put(CallUpdate(state=CallState.ENDED))
    work.call(CallState.ENDED)
    assert not pbx.left.is_set()  # the PBX may still tell where the recording is
    work.do("configure", replace(work.config, calls=CallSettings(forget_after_min=0.0005)))
    pbx.update.put(CallUpdate(state=CallState.ENDED, recording_url="https://pbx.example.com/1.wav"))
    assert pbx.left.wait(WAIT_S)


def test_the_call_before_goes_on_when_the_pbx_tells_so(work, pbx, live):
    work.beside()
    second = work.dial("600")
    assert work.call(CallState.ACCEPTED).id == second
    work.do("calls.hang_up")
    assert work.call(CallState.ENDED).id == second
    assert work.next(CallChanged).request_id == live.id
    assert work.dialer.calls.current.id == live.id


def test_the_call_before_is_shown_again_when_the_later_one_is_forgotten(work, pbx, live):
    work.config = replace(work.config, calls=CallSettings(forget_after_min=0.001))
    work.beside()
    pbx.fail("dial", OutcomeUnknown())
    second = work.dial("600")
    work.call(CallState.UNKNOWN)
    assert work.next(CallForgotten).request_id == second
    assert work.next(CallChanged).request_id == live.id


def test_listening_goes_on_with_the_account_s_new_adapter(work, pbx, live, config, office):
    pbx.update.put(CallUpdate(state=CallState.RINGING_AGENT))
    work.call(CallState.RINGING_AGENT)
    changed = config.with_account(replace(office, label="Desk"))
    work.do("configure", changed)
    assert pbx.left.wait(WAIT_S)
    pbx.update.put(CallUpdate(state=CallState.CONNECTED))
    work.call(CallState.CONNECTED)
    assert len(pbx.opened) == 2


def test_listening_ends_with_the_account(work, pbx, live):
    pbx.update.put(CallUpdate(state=CallState.CONNECTED))
    work.call(CallState.CONNECTED)
    work.do("configure", Config())
    assert pbx.left.wait(WAIT_S)
    assert pbx.closed.wait(WAIT_S)
    work.call(CallState.UNKNOWN)
