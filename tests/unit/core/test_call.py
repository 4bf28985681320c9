from datetime import UTC, datetime

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from traydial.core import call as changes
from traydial.core.call import Call, CallNews, CallRef, CallState, Recording
from traydial.core.dialplan import DialPlan
from traydial.core.errors import (
    Cancelled,
    DeviceUnavailable,
    InternalError,
    OutcomeUnknown,
    RefusedByPbx,
    UnexpectedReply,
    Unreachable,
)
from traydial.core.number import Candidate, NumberKind

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
SILENT = (Recording.OFF, Recording.UNSUPPORTED)
UNDER_WAY = (Recording.STARTING, Recording.STOPPING)


def call(state=CallState.REQUESTED, recording=Recording.OFF):
    return Call(id="1", account_id="office", pbx="tvox", plan=PLAN, requested_at=AT, state=state, recording=recording)


@pytest.mark.parametrize("error", CLEAR)
def test_a_clear_no_ends_the_attempt_and_nothing_records(error):
    failed = changes.failed(call(recording=Recording.STARTING), error)
    assert failed.state is (CallState.CANCELLED if isinstance(error, Cancelled) else CallState.REFUSED)
    assert (failed.recording, failed.error) == (Recording.OFF, error)


@pytest.mark.parametrize("error", UNCLEAR)
def test_without_a_clear_answer_nobody_knows(error):
    failed = changes.failed(call(recording=Recording.STARTING), error)
    assert (failed.state, failed.recording) == (CallState.UNKNOWN, Recording.UNKNOWN)


@pytest.mark.parametrize(("agreed", "recording"), [(True, Recording.ON), (False, Recording.OFF)])
def test_recording_from_the_start_is_what_the_pbx_agreed_to(agreed, recording):
    accepted = changes.accepted(call(recording=Recording.STARTING), CallRef(recording=agreed), at=AT)
    assert accepted.recording is recording


@pytest.mark.parametrize("before", [Recording.OFF, Recording.UNKNOWN])
def test_a_refused_start_leaves_what_was(before):
    asked = changes.recording_asked(call(CallState.ACCEPTED, before), True)
    assert changes.recording_failed(asked, RefusedByPbx(), before=before).recording is before


@pytest.mark.parametrize(
    "error", [*UNCLEAR, UnexpectedReply(), Unreachable("timed_out"), Unreachable("connection_lost")]
)
def test_an_unclear_stop_is_unknown(error):
    asked = changes.recording_asked(call(CallState.ACCEPTED, Recording.ON), False)
    assert changes.recording_failed(asked, error, before=Recording.ON).recording is Recording.UNKNOWN


@pytest.mark.parametrize("recording", [Recording.UNSUPPORTED, Recording.LOCKED])
@pytest.mark.parametrize("on", [True, False])
def test_what_cannot_be_changed_is_not(recording, on):
    before = call(CallState.ACCEPTED, recording)
    assert changes.recording_asked(before, on) is before


def test_the_pbx_tells_how_the_call_goes_on():
    told = changes.heard(call(CallState.ACCEPTED), CallNews(state=CallState.RINGING_AGENT), at=AT)
    told = changes.heard(told, CallNews(state=CallState.CONNECTED, recording=Recording.ON), at=AT)
    assert (told.state, told.connected_at, told.recording) == (CallState.CONNECTED, AT, Recording.ON)
    late = changes.heard(told, CallNews(state=CallState.RINGING_CALLEE), at=AT)
    assert late == told
    over = changes.heard(told, CallNews(state=CallState.ENDED, answer="NORMAL_CLEARING"), at=AT)
    assert (over.state, over.recording, over.answer) == (CallState.ENDED, Recording.OFF, "NORMAL_CLEARING")
    known = changes.heard(
        over, CallNews(duration_s=65, recording_url="https://pbx/1.wav", recording=Recording.ON), at=AT
    )
    assert (known.duration_s, known.recording_url, known.recording) == (65, "https://pbx/1.wav", Recording.OFF)


@pytest.mark.parametrize("told", [Recording.ON, Recording.OFF, Recording.LOCKED])
def test_news_do_not_answer_a_click(told):
    asked = changes.recording_asked(call(CallState.CONNECTED), True)
    assert changes.heard(asked, CallNews(recording=told), at=AT) == asked


def test_a_recording_that_the_pbx_forces_is_shown_locked():
    forced = changes.heard(call(CallState.CONNECTED), CallNews(recording=Recording.LOCKED), at=AT)
    assert (forced.recording, forced.recording_since) == (Recording.LOCKED, AT)
    assert changes.recording_asked(forced, False) is forced


def test_a_call_out_of_sight_is_not_shown_as_recorded():
    recorded = call(CallState.CONNECTED, Recording.ON)
    lost = changes.heard(recorded, CallNews(state=CallState.UNKNOWN), at=AT)
    assert (lost.state, lost.recording) == (CallState.UNKNOWN, Recording.UNKNOWN)


class AnyOrder(RuleBasedStateMachine):
    """Whatever comes in whatever order: no state is left for one that cannot follow, and no light stays on."""

    told = False
    asked_from = Recording.OFF

    @initialize(recording=st.sampled_from([Recording.UNSUPPORTED, Recording.OFF, Recording.STARTING]))
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
        asked = changes.recording_asked(self.call, on)
        if asked is not self.call:
            self.asked_from = self.call.recording
        self.become(asked)

    @rule(agreed=st.booleans())
    def recording_answered(self, agreed):
        self.become(changes.recording_answered(self.call, CallRef(recording=agreed), at=AT))

    @rule(
        state=st.sampled_from([None, *TOLD, CallState.ENDED, CallState.UNKNOWN]),
        recording=st.sampled_from([None, Recording.ON, Recording.OFF, Recording.LOCKED]),
        answer=st.sampled_from(["", "NORMAL_CLEARING"]),
        duration_s=st.sampled_from([None, 65]),
    )
    def heard(self, state, recording, answer, duration_s):
        news = CallNews(state=state, recording=recording, answer=answer, duration_s=duration_s)
        self.become(changes.heard(self.call, news, at=AT))
        self.told = recording is Recording.ON

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
        lit = self.call.recording in (Recording.ON, Recording.LOCKED)
        rings = self.call.state in (CallState.RINGING_AGENT, CallState.RINGING_CALLEE)
        stopping = self.call.recording is Recording.STOPPING
        assert stopping or (self.call.recording_since is not None) is (lit and not rings)
        assert self.call.recording_since is None or lit or self.call.recording is Recording.STOPPING

    @invariant()
    def a_light_goes_on_by_an_answer_alone(self):
        if self.call.recording is Recording.ON and self.before.recording is not Recording.ON:
            just_accepted = self.before.state is CallState.REQUESTED and self.call.state is CallState.ACCEPTED
            assert just_accepted or self.told or self.before.recording in UNDER_WAY


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=200, stateful_step_count=30)
