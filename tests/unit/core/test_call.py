from datetime import UTC, datetime

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from traydial.core import call as changes
from traydial.core.call import Call, CallRef, CallState, Recording
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

PLAN = DialPlan(
    candidate=Candidate(text="600", start=0, end=3, kind=NumberKind.SHORT, digits="600"),
    account_id="office",
    dialled="600",
)
CLEAR = (RefusedByPbx(reason="no"), DeviceUnavailable(), Unreachable("connection_refused"), Cancelled(sent=False))
UNCLEAR = (OutcomeUnknown(), InternalError(incident="0"), Cancelled(sent=True))
AFTER = {
    CallState.REQUESTED: {CallState.ACCEPTED, CallState.REFUSED, CallState.CANCELLED, CallState.UNKNOWN},
    CallState.ACCEPTED: {CallState.ENDED, CallState.UNKNOWN},
    CallState.UNKNOWN: {CallState.ENDED},
    CallState.ENDED: set(),
    CallState.REFUSED: set(),
    CallState.CANCELLED: set(),
}
SILENT = (Recording.OFF, Recording.UNSUPPORTED)
UNDER_WAY = (Recording.STARTING, Recording.STOPPING)


def call(state=CallState.REQUESTED, recording=Recording.OFF):
    at = datetime(2026, 3, 9, tzinfo=UTC)
    return Call(id="1", account_id="office", pbx="tvox", plan=PLAN, requested_at=at, state=state, recording=recording)


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
    accepted = changes.accepted(call(recording=Recording.STARTING), CallRef(recording=agreed))
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


class AnyOrder(RuleBasedStateMachine):
    """Whatever comes in whatever order: no state is left for one that cannot follow, and no light stays on."""

    @initialize(recording=st.sampled_from([Recording.UNSUPPORTED, Recording.OFF, Recording.STARTING]))
    def begin(self, recording):
        self.call = self.before = call(recording=recording)

    def become(self, changed):
        self.before, self.call = self.call, changed

    @rule(agreed=st.booleans())
    def accepted(self, agreed):
        self.become(changes.accepted(self.call, CallRef(recording=agreed)))

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
        self.become(changes.recording_asked(self.call, on))

    @rule(agreed=st.booleans())
    def recording_answered(self, agreed):
        self.become(changes.recording_answered(self.call, CallRef(recording=agreed)))

    @rule(error=st.sampled_from([*CLEAR, *UNCLEAR]), before=st.sampled_from([Recording.OFF, Recording.ON]))
    def recording_failed(self, error, before):
        self.become(changes.recording_failed(self.call, error, before=before))

    @invariant()
    def only_what_may_follow_follows(self):
        if self.call.state is not self.before.state:
            assert self.call.state in AFTER[self.before.state]

    @invariant()
    def nothing_records_in_a_call_that_is_over(self):
        assert not self.call.state.over or self.call.recording in SILENT

    @invariant()
    def what_is_unsupported_stays_so(self):
        assert (self.call.recording is Recording.UNSUPPORTED) == (self.before.recording is Recording.UNSUPPORTED)

    @invariant()
    def a_light_goes_on_by_an_answer_alone(self):
        if self.call.recording is Recording.ON and self.before.recording is not Recording.ON:
            just_accepted = self.before.state is CallState.REQUESTED and self.call.state is CallState.ACCEPTED
            assert just_accepted or self.before.recording in UNDER_WAY


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=200, stateful_step_count=30)
