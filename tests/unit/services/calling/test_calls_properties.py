"""Whatever is clicked, answered, reported or lost, in any order: no impossible state, and none that stays for good.

The calls are the real ones; the accounts' threads and the clock are played by hand, so that every order can be tried.
A longer run: `TRAYDIAL_ORDERS=10000 python3 tests/run tests/unit/services/calling/test_calls_properties.py`.
"""

from __future__ import annotations

import heapq
import itertools
import os
from dataclasses import dataclass
from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from traydial.core.account import Account
from traydial.core.adapter import AdapterSpec, Capability
from traydial.core.call import Call, CallRef, CallState, CallUpdate, RecordingAction, RecordingState
from traydial.core.consent import Source
from traydial.core.dialplan.plan import DialPlan
from traydial.core.errors import (
    Cancelled,
    DeviceUnavailable,
    InternalError,
    OutcomeUnknown,
    RefusedByPbx,
    Unreachable,
)
from traydial.core.events import CallChanged, CallForgotten, Declined, DialRequest, RecordingConsentNeeded
from traydial.core.number.value import Candidate, NumberKind
from traydial.services.calling.calls import Calls
from traydial.services.calling.pbx_request import Finished
from traydial.services.calling.planned_call import PlannedCall

ORDERS = int(os.environ.get("TRAYDIAL_ORDERS", "150"))
FORGET_S = 60.0
TOLD = [CallState.RINGING_AGENT, CallState.RINGING_CALLEE, CallState.CONNECTED]
ALL = Capability.DIAL | Capability.HANG_UP | Capability.RECORD_AT_DIAL | Capability.RECORD_DURING_CALL
ERRORS = (
    DeviceUnavailable(),
    RefusedByPbx(reason="no"),
    Unreachable("timed_out"),
    OutcomeUnknown(),
    InternalError(incident="0"),
)
AFTER = {
    CallState.REQUESTED: {CallState.ACCEPTED, CallState.REFUSED, CallState.CANCELLED, CallState.UNKNOWN},
    CallState.ACCEPTED: {*TOLD, CallState.ENDED, CallState.UNKNOWN},
    CallState.RINGING_AGENT: {*TOLD[1:], CallState.ENDED, CallState.UNKNOWN},
    CallState.RINGING_CALLEE: {CallState.CONNECTED, CallState.ENDED, CallState.UNKNOWN},
    CallState.CONNECTED: {CallState.ENDED, CallState.UNKNOWN},
    CallState.UNKNOWN: {*TOLD, CallState.ENDED},
}


class Time:
    """A clock that stands until it is moved, and what is to be done by it."""

    def __init__(self):
        self.now_s = 0.0
        self._due = []
        self._count = itertools.count()

    def after(self, delay_s, job):
        heapq.heappush(self._due, (self.now_s + delay_s, next(self._count), job))

    def pass_by(self, seconds):
        until_s = self.now_s + seconds
        while self._due and self._due[0][0] <= until_s:
            self.now_s, _, job = heapq.heappop(self._due)
            job()
        self.now_s = until_s


@dataclass
class Task:
    """What the PBX was asked and has not answered."""

    done: object
    places_call: bool = False
    updated: object = None  # of a watch
    tasks: object = None  # among which it is, by id
    id: str = ""

    def cancel(self):
        if self.tasks.pop(self.id, None) is not None:
            self.finish(error=Cancelled(sent=False))

    def finish(self, value=None, error=None):
        self.done(Finished(account_id="office", value=value, error=error))


class HandPlayed:
    """Takes the place of the accounts' threads: the test answers, when and how it likes."""

    def __init__(self):
        self.tasks = {}
        self._count = itertools.count()

    def _add(self, task):
        task.tasks, task.id = self.tasks, str(next(self._count))
        self.tasks[task.id] = task
        return task

    def reads_secrets(self, _account_id):
        return False

    def submit(self, account_id, job, *, done, deadline_s, cancel=None, places_call=False, urgent=False):
        return self._add(Task(done, places_call))

    def watch(self, account_id, call, *, updated, done, cancel):
        return self._add(Task(done, updated=updated))


class Unwritten:
    """A history that keeps nothing."""

    def add(self, call, source):
        return None

    def update(self, call):
        pass

    def note_recording_consent(self, call_id, *, given, at):
        pass


def one_of(data, things):
    """Draw by place: the ids are random, and an order must be repeatable."""
    return things[data.draw(st.integers(0, len(things) - 1))]


class AnyOrder(RuleBasedStateMachine):
    @initialize(live=st.booleans(), tells=st.booleans())
    def begin(self, live, tells):
        self.time, self.runner = Time(), HandPlayed()
        capabilities = ALL | Capability.LIVE_STATE if live else ALL
        self.spec = AdapterSpec(id="bench", name="Bench", capabilities=capabilities, fields=())
        self.shown: Call | None = None  # what a tray shows
        self.known: dict[str, Call] = {}
        self.questions: list[str] = []
        self.calls = Calls(
            runner=self.runner,
            history=Unwritten(),
            now=lambda: datetime(2026, 3, 9, tzinfo=UTC),
            monotonic=lambda: self.time.now_s,
            after=self.time.after,
            emit=self.see,
            consent_needed=lambda plan: tells,
        )
        self.calls.forget_after(FORGET_S)
        self.said_on = False

    def see(self, event):
        match event:
            case CallChanged(call=call):
                before = self.known.get(call.id)
                if before is None:
                    assert call.state is CallState.REQUESTED
                elif call.state is not before.state:
                    assert call.state in AFTER[before.state], (before.state, call.state)
                was_lit = before is not None and before.recording in (RecordingState.ON, RecordingState.STOPPING)
                is_lit = call.recording is RecordingState.ON
                assert was_lit or not is_lit or self.said_on, "a light goes on by an answer alone"
                assert not call.state.over or call.recording is RecordingState.OFF
                self.known[call.id] = self.shown = call
            case CallForgotten():
                self.shown = None
            case RecordingConsentNeeded():
                if event.request_id not in self.questions:
                    self.questions.append(event.request_id)
            case Declined():
                if event.request_id in self.questions:
                    self.questions.remove(event.request_id)

    def settle(self):
        self.time.pass_by(0.0)
        self.said_on = False

    @rule(record=st.booleans(), number=st.integers(0, 2))
    def dial(self, record, number):
        digits = f"60{number}"
        candidate = Candidate(text=digits, start=0, end=3, kind=NumberKind.SHORT, digits=digits)
        plan = DialPlan(candidate=candidate, account_id="office", dialled=digits)
        planned = PlannedCall(plan, Account(id="office", pbx="bench"), self.spec)
        self.calls.place(DialRequest(text=digits, source=Source.DIAL_WINDOW), planned, record=record)
        self.settle()

    @rule(action=st.sampled_from(RecordingAction), agreed=st.booleans())
    def record(self, action, agreed):
        self.calls.recording.record(action, agreed=agreed)
        self.settle()

    @rule()
    def hang_up(self):
        self.calls.hang_up()
        self.settle()

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def cancel(self, data):
        self.calls.cancel(one_of(data, [*self.known, *self.questions]))
        self.settle()

    @precondition(lambda self: self.questions)
    @rule(data=st.data(), agreed=st.booleans())
    def answer(self, data, agreed):
        question = one_of(data, self.questions)
        self.questions.remove(question)
        self.calls.recording.answer(question, agreed=agreed)
        self.settle()

    @precondition(lambda self: self.runner.tasks)
    @rule(data=st.data(), recording=st.booleans(), error=st.sampled_from([None, None, *ERRORS]))
    def finish(self, data, recording, error):
        task = self.runner.tasks.pop(one_of(data, list(self.runner.tasks)))
        self.said_on = error is None
        task.finish(value=CallRef(call_id="17", recording=recording) if error is None else None, error=error)
        self.settle()

    @precondition(lambda self: any(task.updated for task in self.runner.tasks.values()))
    @rule(
        data=st.data(),
        state=st.sampled_from([None, *TOLD, CallState.ENDED, CallState.UNKNOWN]),
        recording=st.sampled_from([None, RecordingState.ON, RecordingState.OFF, RecordingState.LOCKED]),
    )
    def hear(self, data, state, recording):
        watches = [task for task in self.runner.tasks.values() if task.updated]
        self.said_on = recording is RecordingState.ON
        one_of(data, watches).updated(CallUpdate(state=state, recording=recording))
        self.settle()

    @rule(seconds=st.sampled_from([1.0, FORGET_S, 3 * FORGET_S]))
    def wait(self, seconds):
        self.time.pass_by(seconds)

    @invariant()
    def what_is_shown_can_be_hung_up(self):
        if self.shown is not None and not self.shown.state.over:
            assert self.calls.current is not None

    def teardown(self):
        """Everything comes to an end in the time that the runner gives it; then nothing is shown any longer."""
        while self.runner.tasks:
            _, task = self.runner.tasks.popitem()
            late = OutcomeUnknown() if task.places_call else Unreachable("timed_out")
            task.finish(error=None if task.updated else late)
            self.settle()
        self.time.pass_by(3 * FORGET_S)
        assert self.calls.current is None
        assert self.shown is None or self.shown.state.over
        assert self.questions == []


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=ORDERS, stateful_step_count=40)
