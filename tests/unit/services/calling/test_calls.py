import gc
import threading
from dataclasses import replace
from functools import partial

import pytest

from traydial.core.account import Account
from traydial.core.adapter import Capability
from traydial.core.call import CallRef, CallState, RecordingAction, RecordingState
from traydial.core.config import CallSettings, Config
from traydial.core.errors import (
    Cancelled,
    ConfigError,
    DeviceUnavailable,
    OutcomeUnknown,
    RefusedByPbx,
    UnexpectedReply,
    Unreachable,
    Unsupported,
)
from traydial.core.events import CallChanged, CallForgotten, RecordingArmed
from traydial.services.calling.active_call import ActiveCall
from traydial.services.calling.open_calls import OpenCalls

WAIT_S = 10.0
# Taking back


def test_a_dial_that_waits_for_its_worker_is_never_sent(work, pbx, slow):
    work.beside()
    work.dial("600")
    assert slow.reached.wait(WAIT_S)
    second = work.dial()
    work.do("cancel", second)
    call = work.call(CallState.CANCELLED)
    assert (call.id, call.error.values) == (second, {"sent": False})
    slow.answer.set()
    work.call(CallState.ACCEPTED)
    assert [order.number for order in pbx.orders] == ["600"]


def test_a_dial_in_flight_is_interrupted(work, pbx):
    begun, cut = threading.Event(), threading.Event()

    def wait():
        begun.set()
        with pbx.orders[0].cancel.interrupting(cut.set):
            cut.wait(WAIT_S)
        raise Cancelled(sent=True)

    pbx.answers["dial"] = wait
    request_id = work.dial()
    assert begun.wait(WAIT_S)
    work.do("cancel", request_id)
    assert work.call(CallState.UNKNOWN).error.values == {"sent": True}


def test_a_call_that_was_accepted_although_taken_back_is_hung_up(work, pbx, slow):
    request_id = work.dial()
    assert slow.reached.wait(WAIT_S)
    work.do("cancel", request_id)
    slow.answer.set()
    work.call(CallState.ENDED)
    assert pbx.commands == ["dial", "hang_up"]


@pytest.mark.parametrize("request_id", ["", "another"])
def test_cancelling_what_is_not_there_leaves_the_call(work, pbx, request_id):
    work.dial()
    work.call(CallState.ACCEPTED)
    work.do("cancel", request_id)
    assert work.quiet()
    assert pbx.commands == ["dial"]


# Hanging up


def test_hanging_up_ends_the_call(work, pbx, history):
    work.dial()
    work.call(CallState.ACCEPTED)
    work.do("calls.hang_up")
    work.do("calls.hang_up")
    assert work.call(CallState.ENDED).error is None
    assert work.dialer.calls.current is None
    assert pbx.commands == ["dial", "hang_up"]
    assert history.latest()[0].state is CallState.ENDED


def test_hanging_up_overtakes_a_dial_that_blocks(work, pbx):
    work.dial()
    first = work.call(CallState.ACCEPTED)
    begun, free = threading.Event(), threading.Event()
    pbx.answers["dial"] = lambda: (begun.set(), free.wait(WAIT_S), CallRef())[2]
    work.dial("600")
    assert begun.wait(WAIT_S)
    work.do("cancel", first.id)
    assert work.call(CallState.ENDED).id == first.id
    assert not free.is_set()
    free.set()
    work.call(CallState.ACCEPTED)


def test_a_failed_hang_up_leaves_the_call_and_says_why(work, pbx, history):
    work.dial()
    work.call(CallState.ACCEPTED)
    pbx.fail("hang_up", Unreachable())
    work.do("calls.hang_up")
    work.next(CallChanged)
    call = work.next(CallChanged).call
    assert (call.state, call.error.code) == (CallState.ACCEPTED, "unreachable")
    assert history.latest()[0].code == ""
    del pbx.answers["hang_up"]
    work.do("calls.hang_up")
    work.call(CallState.ENDED)


@pytest.mark.parametrize("command", [("calls.hang_up",), ("calls.recording.record", RecordingAction.TOGGLE)])
def test_without_a_call_there_is_nothing_to_do(work, command):
    work.do(*command)
    error = work.declined()
    assert isinstance(error, Unsupported)
    assert error.code == "no_current_call"


@pytest.mark.parametrize("command", [("calls.hang_up",), ("calls.recording.record", RecordingAction.TOGGLE)])
def test_what_the_pbx_cannot_do_is_said_and_the_call_goes_on(work, pbx, monkeypatch, registry, command):
    spec = replace(registry.spec("bench"), capabilities=Capability.DIAL)
    monkeypatch.setattr(registry, "spec", lambda pbx_id: spec)
    work.dial()
    accepted = work.call(CallState.ACCEPTED)
    assert accepted.recording is RecordingState.UNSUPPORTED
    work.do(*command)
    call = work.next(CallChanged).call
    assert (call.state, call.error.code) == (CallState.ACCEPTED, "unsupported")
    assert pbx.commands == ["dial"]


# Recording


def test_recording_follows_the_pbx(work, pbx, history):
    work.dial()
    assert work.call(CallState.ACCEPTED).recording is RecordingState.OFF
    work.do("calls.recording.record", RecordingAction.TOGGLE)
    assert work.next(CallChanged).call.recording is RecordingState.STARTING
    assert work.next(CallChanged).call.recording is RecordingState.ON
    work.do("calls.recording.record", RecordingAction.TOGGLE)
    assert work.next(CallChanged).call.recording is RecordingState.STOPPING
    assert work.next(CallChanged).call.recording is RecordingState.OFF
    assert pbx.commands == ["dial", "start_recording", "stop_recording"]
    assert history.latest()[0].recorded


def test_asking_for_what_is_so_asks_the_pbx_nothing(work, pbx):
    work.dial()
    work.call(CallState.ACCEPTED)
    work.do("calls.recording.record", RecordingAction.STOP)
    assert work.next(CallChanged).call.recording is RecordingState.OFF
    assert pbx.commands == ["dial"]


@pytest.mark.parametrize(
    ("error", "recording"),
    [
        (RefusedByPbx(reason="no licence"), RecordingState.OFF),
        (Unreachable("connection_refused"), RecordingState.OFF),
        (Unreachable("timed_out"), RecordingState.UNKNOWN),
        (UnexpectedReply(), RecordingState.UNKNOWN),
        (OutcomeUnknown(), RecordingState.UNKNOWN),
        (ValueError("a defect"), RecordingState.UNKNOWN),
    ],
)
def test_a_recording_that_does_not_start_is_not_shown_as_one(work, pbx, error, recording, caplog):
    work.dial()
    work.call(CallState.ACCEPTED)
    pbx.fail("start_recording", error)
    work.do("calls.recording.record", RecordingAction.START)
    work.next(CallChanged)
    call = work.next(CallChanged).call
    assert (call.state, call.recording) == (CallState.ACCEPTED, recording)
    assert call.error is not None


def test_a_recording_that_does_not_stop_is_shown_as_on(work, pbx):
    work.dial()
    work.call(CallState.ACCEPTED)
    work.do("calls.recording.record", RecordingAction.START)
    work.call(CallState.ACCEPTED, RecordingState.ON)
    pbx.fail("stop_recording", RefusedByPbx(reason="no"))
    work.do("calls.recording.record", RecordingAction.STOP)
    work.next(CallChanged)
    call = work.next(CallChanged).call
    assert (call.recording, call.error.code) == (RecordingState.ON, "refused_by_pbx")


def test_recording_asked_for_while_it_dials_starts_when_accepted(work, pbx, slow):
    work.dial()
    assert slow.reached.wait(WAIT_S)
    work.next(CallChanged)
    work.do("calls.recording.record", RecordingAction.TOGGLE)
    assert work.next(CallChanged).call.recording is RecordingState.STARTING
    slow.answer.set()
    work.call(CallState.ACCEPTED, RecordingState.ON)
    assert pbx.commands == ["dial", "start_recording"]


def test_recording_ordered_with_the_call_and_agreed_to_is_on(work, pbx):
    pbx.answers["dial"] = lambda: CallRef(recording=True)
    work.dial(record=True)
    assert work.next(CallChanged).call.recording is RecordingState.STARTING
    assert work.next(CallChanged).call.recording is RecordingState.ON
    assert pbx.orders[0].record
    assert pbx.commands == ["dial"]


def test_recording_ordered_with_the_call_and_taken_back_is_stopped(work, pbx, slow):
    pbx.answers["dial"] = lambda: replace(slow(), recording=True)
    work.dial(record=True)
    assert slow.reached.wait(WAIT_S)
    work.do("calls.recording.record", RecordingAction.TOGGLE)
    slow.answer.set()
    work.call(CallState.ACCEPTED, RecordingState.OFF)
    assert pbx.commands == ["dial", "stop_recording"]


def test_a_call_that_fails_or_ends_records_no_more(work, pbx):
    pbx.fail("dial", DeviceUnavailable())
    work.dial(record=True)
    assert work.call(CallState.REFUSED).recording is RecordingState.OFF
    pbx.answers["dial"] = lambda: CallRef(recording=True)
    work.dial(record=True)
    work.call(CallState.ACCEPTED, RecordingState.ON)
    work.do("calls.hang_up")
    assert work.call(CallState.ENDED).recording is RecordingState.OFF


def test_an_armed_recording_holds_for_one_call(work, pbx):
    work.beside()
    work.do("arm_recording", True)
    assert work.next() == RecordingArmed(on=True)
    work.dial()
    events = [work.next() for _ in range(2)]
    assert RecordingArmed(on=False) in events
    work.quiet()
    work.dial("600")
    while len(pbx.orders) < 2:
        work.next()
    assert [order.record for order in pbx.orders] == [True, False]


def test_an_armed_recording_is_kept_for_a_call_that_says_nothing_about_recording(work, pbx):
    work.beside()
    work.do("arm_recording", True)
    work.dial(record=False)
    work.dial("600")
    while len(pbx.orders) < 2:
        work.next()
    assert [order.record for order in pbx.orders] == [False, True]


# Which call is current


def test_a_call_that_fails_gives_way_to_the_one_before(work, pbx):
    first = work.dial()
    work.call(CallState.ACCEPTED)
    pbx.fail("dial", DeviceUnavailable())
    work.dial("600")
    work.call(CallState.REFUSED)
    assert work.next(CallChanged).request_id == first
    assert work.dialer.calls.current.id == first


def test_a_new_call_takes_the_place_of_the_one_before(work, pbx):
    first = work.dial()
    work.call(CallState.ACCEPTED)
    second = work.dial("600")
    assert work.next(CallChanged).request_id == second
    assert work.next(CallForgotten).request_id == first
    assert work.call(CallState.ACCEPTED).id == second
    work.do("calls.hang_up")
    work.call(CallState.ENDED)
    assert work.dialer.calls.current is None


@pytest.fixture
def forgetful(work):
    """A dialer that soon forgets calls that the PBX does not report on."""
    work.config = replace(work.config, calls=CallSettings(forget_after_min=0.001))
    work.do("configure", work.config)


def test_a_call_without_further_reports_becomes_unknown_and_then_goes(work, pbx, history, forgetful):
    pbx.answers["dial"] = lambda: CallRef(recording=True)
    request_id = work.dial(record=True)
    work.call(CallState.ACCEPTED, RecordingState.ON)
    work.call(CallState.UNKNOWN, RecordingState.UNKNOWN)
    assert work.next(CallForgotten).request_id == request_id
    assert work.dialer.calls.current is None
    assert history.latest()[0].state is CallState.ACCEPTED  # what the PBX said
    work.do("calls.hang_up")
    assert work.declined().code == "no_current_call"


def test_a_call_whose_outcome_is_unknown_does_not_stay_either(work, pbx, forgetful):
    pbx.fail("dial", OutcomeUnknown())
    request_id = work.dial()
    work.call(CallState.UNKNOWN)
    assert work.next(CallForgotten).request_id == request_id
    assert work.dialer.calls.current is None


def test_a_call_that_the_pbx_is_still_asked_for_is_not_forgotten(work, pbx, slow, forgetful):
    work.dial()
    assert slow.reached.wait(WAIT_S)
    waited = threading.Event()
    work.thread.after(0.2, waited.set)
    assert waited.wait(WAIT_S)
    assert work.dialer.calls.current.state is CallState.REQUESTED
    slow.answer.set()
    work.call(CallState.ACCEPTED)


def test_a_call_that_is_over_is_not_kept(work, clock):
    first = work.dial()
    work.call(CallState.ACCEPTED)
    work.do("calls.hang_up")
    work.call(CallState.ENDED)
    clock.moment_s += 61  # a minute, in which the same number would be the same call
    second = work.dial("600")
    work.call(CallState.ACCEPTED)
    gc.collect()
    kept = {line.call.id for line in gc.get_objects() if isinstance(line, ActiveCall)}
    assert second in kept
    assert first not in kept


def timers_of_calls():
    gc.collect()
    partials = [o for o in gc.get_objects() if isinstance(o, partial)]
    return sum(isinstance(getattr(timer.func, "__self__", None), OpenCalls) for timer in partials)


def test_calls_that_are_over_leave_no_timers(work):
    before = timers_of_calls()  # another test's
    for number in range(600, 610):
        work.dial(str(number))
        work.call(CallState.ACCEPTED)
        work.do("calls.hang_up")
        work.call(CallState.ENDED)
    assert timers_of_calls() <= before + 1


def test_a_late_answer_of_a_command_does_not_bring_a_call_back(work, pbx):
    work.dial()
    work.call(CallState.ACCEPTED)
    begun, free = threading.Event(), threading.Event()
    pbx.answers["start_recording"] = lambda: (begun.set(), free.wait(WAIT_S), CallRef())[2]
    work.do("calls.recording.record", RecordingAction.START)
    assert begun.wait(WAIT_S)
    work.do("calls.hang_up")  # waits on the urgent lane behind the recording
    free.set()
    work.call(CallState.ENDED)
    assert work.quiet()
    assert work.dialer.calls.current is None


def test_an_account_that_goes_while_a_call_lasts_fails_its_commands(work):
    work.dial()
    work.call(CallState.ACCEPTED)
    work.do("configure", Config(accounts=(Account(id="other", pbx="bench"),)))
    work.do("calls.hang_up")
    work.next(CallChanged)
    call = work.next(CallChanged).call
    assert isinstance(call.error, ConfigError)
    assert call.state is CallState.ACCEPTED


def test_an_order_that_waits_for_the_keyring_says_so_until_it_has_left(work, keyring, slow):
    keyring.waits_for = threading.Event()
    work.dial()
    assert not work.call(CallState.REQUESTED).waits_for_keyring
    assert work.call(CallState.REQUESTED).waits_for_keyring
    keyring.waits_for.set()
    assert not work.call(CallState.REQUESTED).waits_for_keyring, "the PBX is asked now"
    slow.answer.set()
    work.call(CallState.ACCEPTED)
