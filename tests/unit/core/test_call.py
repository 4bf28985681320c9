from datetime import UTC, datetime

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from traydial.core import call as changes
from traydial.core.call import Call, CallRef, CallState, CallUpdate, RecordingState
from traydial.core.dialplan.plan import DialPlan
from traydial.core.errors import (
    Cancelled,
    DeviceUnavailable,
    InternalError,
    OutcomeUnknown,
    RefusedByPbx,
    UnexpectedReply,
    Unreachable,
)
from traydial.core.number.value import Candidate, NumberKind

AT = datetime(2026, 3, 9, tzinfo=UTC)
PLAN = DialPlan(
    candidate=Candidate(text="600", start=0, end=3, kind=NumberKind.SHORT, digits="600"),
    account_id="office",
    dialled="600",
)
CLEAR = (RefusedByPbx(reason="no"), DeviceUnavailable(), Unreachable("connection_refused"), Cancelled(sent=False))
UNCLEAR = (OutcomeUnknown(), InternalError(incident="0"), Cancelled(sent=True))
TOLD = [CallState.RINGING_AGENT, CallState.RINGING_CALLEE, CallState.CONNECTED]
AFTER = {
    CallState.REQUESTED: {CallState.ACCEPTED, CallState.REFUSED, CallState.CANCELLED, CallState.UNKNOWN},
    CallState.ACCEPTED: {*TOLD, CallState.ENDED, CallState.UNKNOWN},
    CallState.RINGING_AGENT: {*TOLD[1:], CallState.ENDED, CallState.UNKNOWN},
    CallState.RINGING_CALLEE: {CallState.CONNECTED, CallState.ENDED, CallState.UNKNOWN},
    CallState.CONNECTED: {CallState.ENDED, CallState.UNKNOWN},
    CallState.UNKNOWN: {*TOLD, CallState.ENDED},
    CallState.ENDED: set(),
    CallState.REFUSED: set(),
    CallState.CANCELLED: set(),
}
SILENT = (RecordingState.OFF, RecordingState.UNSUPPORTED)
UNDER_WAY = (RecordingState.STARTING, RecordingState.STOPPING)


def call(state=CallState.REQUESTED, recording=RecordingState.OFF):
    return Call(id="1", account_id="office", pbx="tvox", plan=PLAN, requested_at=AT, state=state, recording=recording)


@pytest.mark.parametrize("error", CLEAR)
def test_a_clear_no_ends_the_attempt_and_nothing_records(error):
    failed = changes.failed(call(recording=RecordingState.STARTING), error)
    assert failed.state is (CallState.CANCELLED if isinstance(error, Cancelled) else CallState.REFUSED)
    assert (failed.recording, failed.error) == (RecordingState.OFF, error)


@pytest.mark.parametrize("error", UNCLEAR)
def test_without_a_clear_answer_nobody_knows(error):
    failed = changes.failed(call(recording=RecordingState.STARTING), error)
    assert (failed.state, failed.recording) == (CallState.UNKNOWN, RecordingState.UNKNOWN)


@pytest.mark.parametrize(("agreed", "recording"), [(True, RecordingState.ON), (False, RecordingState.OFF)])
def test_recording_from_the_start_is_what_the_pbx_agreed_to(agreed, recording):
    accepted = changes.accepted(call(recording=RecordingState.STARTING), CallRef(recording=agreed), at=AT)
    assert accepted.recording is recording


@pytest.mark.parametrize("before", [RecordingState.OFF, RecordingState.UNKNOWN])
def test_a_refused_start_leaves_what_was(before):
    asked = changes.recording_asked(call(CallState.ACCEPTED, before), on=True)
    assert changes.recording_failed(asked, RefusedByPbx(), before=before).recording is before


@pytest.mark.parametrize(
    "error", [*UNCLEAR, UnexpectedReply(), Unreachable("timed_out"), Unreachable("connection_lost")]
)
def test_an_unclear_stop_is_unknown(error):
    asked = changes.recording_asked(call(CallState.ACCEPTED, RecordingState.ON), on=False)
    assert changes.recording_failed(asked, error, before=RecordingState.ON).recording is RecordingState.UNKNOWN


@pytest.mark.parametrize("recording", [RecordingState.UNSUPPORTED, RecordingState.LOCKED])
@pytest.mark.parametrize("on", [True, False])
def test_what_cannot_be_changed_is_not(recording, on):
    before = call(CallState.ACCEPTED, recording)
    assert changes.recording_asked(before, on=on) is before


def test_the_pbx_tells_how_the_call_goes_on():
    told = changes.updated(call(CallState.ACCEPTED), CallUpdate(state=CallState.RINGING_AGENT), at=AT)
    told = changes.updated(told, CallUpdate(state=CallState.CONNECTED, recording=RecordingState.ON), at=AT)
    assert (told.state, told.connected_at, told.recording) == (CallState.CONNECTED, AT, RecordingState.ON)
    late = changes.updated(told, CallUpdate(state=CallState.RINGING_CALLEE), at=AT)
    assert late == told
    over = changes.updated(told, CallUpdate(state=CallState.ENDED, answer="NORMAL_CLEARING"), at=AT)
    assert (over.state, over.recording, over.answer) == (CallState.ENDED, RecordingState.OFF, "NORMAL_CLEARING")
    known = changes.updated(
        over, CallUpdate(duration_s=65, recording_url="https://pbx/1.wav", recording=RecordingState.ON), at=AT
    )
    assert (known.duration_s, known.recording_url, known.recording) == (65, "https://pbx/1.wav", RecordingState.OFF)


@pytest.mark.parametrize("told", [RecordingState.ON, RecordingState.OFF, RecordingState.LOCKED])
def test_news_do_not_answer_a_click(told):
    asked = changes.recording_asked(call(CallState.CONNECTED), on=True)
    assert changes.updated(asked, CallUpdate(recording=told), at=AT) == asked


def test_a_recording_that_the_pbx_forces_is_shown_locked():
    forced = changes.updated(call(CallState.CONNECTED), CallUpdate(recording=RecordingState.LOCKED), at=AT)
    assert (forced.recording, forced.recording_since) == (RecordingState.LOCKED, AT)
    assert changes.recording_asked(forced, on=False) is forced


def test_a_call_out_of_sight_is_not_shown_as_recorded():
    recorded = call(CallState.CONNECTED, RecordingState.ON)
    lost = changes.updated(recorded, CallUpdate(state=CallState.UNKNOWN), at=AT)
    assert (lost.state, lost.recording) == (CallState.UNKNOWN, RecordingState.UNKNOWN)


class AnyOrder(RuleBasedStateMachine):
    """Whatever comes in any order: no state changes to one that cannot follow, and none stays for good."""

    told = False
    asked_from = RecordingState.OFF

    @initialize(recording=st.sampled_from([RecordingState.UNSUPPORTED, RecordingState.OFF, RecordingState.STARTING]))
    def begin(self, recording):
        self.call = self.before = call(recording=recording)

    def become(self, changed):
        self.before, self.call, self.told = self.call, changed, False

    @rule(agreed=st.booleans())
    def accepted(self, agreed):
        self.become(changes.accepted(self.call, CallRef(recording=agreed), at=AT))

    @rule(error=st.sampled_from([*CLEAR, *UNCLEAR]))
    def failed(self, error):
        self.become(changes.failed(self.call, error))

    @rule()
    def ended(self):
        self.become(changes.ended(self.call))

    @rule()
    def forgotten(self):
        self.become(changes.forgotten(self.call))

    @rule(on=st.booleans())
    def recording_asked(self, on):
        asked = changes.recording_asked(self.call, on=on)
        if asked is not self.call:
            self.asked_from = self.call.recording
        self.become(asked)

    @rule(agreed=st.booleans())
    def recording_answered(self, agreed):
        self.become(changes.recording_answered(self.call, CallRef(recording=agreed), at=AT))

    @rule(
        state=st.sampled_from([None, *TOLD, CallState.ENDED, CallState.UNKNOWN]),
        recording=st.sampled_from([None, RecordingState.ON, RecordingState.OFF, RecordingState.LOCKED]),
        answer=st.sampled_from(["", "NORMAL_CLEARING"]),
        duration_s=st.sampled_from([None, 65]),
    )
    def heard(self, state, recording, answer, duration_s):
        update = CallUpdate(state=state, recording=recording, answer=answer, duration_s=duration_s)
        self.become(changes.updated(self.call, update, at=AT))
        self.told = recording is RecordingState.ON

    @rule(error=st.sampled_from([*CLEAR, *UNCLEAR]))
    def recording_failed(self, error):
        self.become(changes.recording_failed(self.call, error, before=self.asked_from))

    @invariant()
    def only_what_may_follow_follows(self):
        if self.call.state is not self.before.state:
            assert self.call.state in AFTER[self.before.state]

    @invariant()
    def nothing_records_in_a_call_that_is_over(self):
        assert not self.call.state.over or self.call.recording in SILENT

    @invariant()
    def time_is_counted_while_it_records(self):
        lit = self.call.recording in (RecordingState.ON, RecordingState.LOCKED)
        rings = self.call.state in (CallState.RINGING_AGENT, CallState.RINGING_CALLEE)
        stopping = self.call.recording is RecordingState.STOPPING
        assert stopping or (self.call.recording_since is not None) is (lit and not rings)
        assert self.call.recording_since is None or lit or self.call.recording is RecordingState.STOPPING

    @invariant()
    def a_light_goes_on_by_an_answer_alone(self):
        if self.call.recording is RecordingState.ON and self.before.recording is not RecordingState.ON:
            just_accepted = self.before.state is CallState.REQUESTED and self.call.state is CallState.ACCEPTED
            assert just_accepted or self.told or self.before.recording in UNDER_WAY


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=200, stateful_step_count=30)
