"""The calls that were placed: their orders, answers, recording and end. `dialer` decides what is placed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from weakref import ref

from traydial.core import call as changes
from traydial.core.adapter import RECORDS, Capability
from traydial.core.call import Call, CallRef, CallState, RecordingState
from traydial.core.errors import (
    AppError,
    CallGone,
    Cancelled,
    ConsentRefused,
    OutcomeUnknown,
    UnexpectedReply,
    Unsupported,
)
from traydial.core.events import CallChanged, CallForgotten, Declined, RecordingConsentNeeded
from traydial.services.calling.active_call import ActiveCall
from traydial.services.calling.cancel_source import CancelSource
from traydial.services.calling.pbx_runner import Finished

if TYPE_CHECKING:
    from traydial.core.adapter import Adapter, AdapterSpec
    from traydial.core.call import CallUpdate
    from traydial.core.consent import RecentCall
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.events import DialerEvent, DialRequest
    from traydial.services.calling.pbx_runner import Job, PbxRunner
    from traydial.services.history.store import HistoryStore

DIAL_DEADLINE_S = 180.0  # above the longest that an adapter lets a phone ring
COMMAND_DEADLINE_S = 30.0
RECENT_S = 60.0
QUESTION_S = 120.0  # after which an unanswered question is declined


class Calls:
    """Lives on the dialer's thread; see `Dialer` for `after` and `emit`.

    `must_tell(plan)` says whether the other party must agree before a call is recorded; it may raise ConfigError.
    """

    forget_after_s = 3600.0  # a call without a report becomes unknown, and later is not shown any longer

    def __init__(
        self,
        *,
        runner: PbxRunner,
        history: HistoryStore,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        after: Callable[[float, Callable[[], None]], None],
        emit: Callable[[DialerEvent], None],
        consent_needed: Callable[[DialPlan], bool],
    ) -> None:
        self._runner = runner
        self._history = history
        self._now = now
        self._monotonic = monotonic
        self._after = after
        self._emit = emit
        self._consent_needed = consent_needed
        self._lines: dict[str, ActiveCall] = {}  # those that are not over, oldest first
        self._recent: dict[str, ActiveCall] = {}  # those of the last minute, over or not

    @property
    def open(self) -> tuple[Call, ...]:
        """The calls that are not over, oldest first; the latest is the current one."""
        return tuple(line.call for line in self._lines.values())

    @property
    def current(self) -> Call | None:
        return self.open[-1] if self.open else None

    @property
    def lasting(self) -> tuple[Call, ...]:
        """The open calls of which it is known that they last: in flight, or the PBX tells about them."""
        return tuple(line.call for line in self._lines.values() if line.lasts)

    def recent(self) -> Iterator[RecentCall]:
        """The calls that a new request may repeat: not those that did not ring."""
        for line in self._last_minute():
            if line.call.state not in (CallState.REFUSED, CallState.CANCELLED):
                yield line.recent(self._monotonic())

    def count_of_last_minute(self) -> int:
        return len(self._last_minute())

    def place(
        self, request: DialRequest, plan: DialPlan, spec: AdapterSpec, *, record: bool, agreed: bool | None = None
    ) -> None:
        """Give the order to the account's worker, once; the history knows of it before it leaves.

        `agreed`: what was answered when the other party had to be told of the recording; None: not asked.
        Raises ConsentRefused(already_calling) when another process has just placed this very call.
        """
        recording = RecordingState.STARTING if record else RecordingState.OFF
        call = Call(
            id=request.id,
            account_id=plan.account_id,
            pbx=spec.id,
            plan=plan,
            requested_at=self._now(),
            recording=recording if spec.capabilities & RECORDS else RecordingState.UNSUPPORTED,
            tag=request.tag,
            reference=request.reference,
        )
        line = ActiveCall(call, spec, self._monotonic(), record=record or None, agreed=agreed is True)
        order = line.order(record=record)
        same_call = self._history.add(call, request.source)
        if same_call is not None:
            raise ConsentRefused("already_calling", call=same_call)
        if agreed is not None:
            self._history.note_recording_consent(call.id, given=agreed, at=self._now())
        self._lines[call.id] = self._recent[call.id] = line
        come_back = self._come_back(line, self._dialled)
        with self._reporting(line, come_back):
            line.order_id = self._runner.submit(
                call.account_id,
                lambda adapter: adapter.dial(order),
                done=come_back,
                deadline_s=DIAL_DEADLINE_S,
                cancel=line.cancel,
                places_call=True,
            )
        self._emit(CallChanged(request_id=call.id, call=call))
        self._age(line)

    def cancel(self, call_id: str) -> None:
        """Take the order back or interrupt it; hang up where the PBX has accepted it. A question is withdrawn."""
        if (asked := self._asked(call_id)) is not None:
            self._withdraw(asked)
            return
        line = self._lines.get(call_id)
        if line is None:
            return
        if line.call.state is CallState.REQUESTED:
            line.cancelled = True
            self._runner.cancel(line.order_id)
        else:
            self._hang_up(line)

    def hang_up(self) -> None:
        line = self._current()
        if line is None:
            self._decline_command()
        else:
            self.cancel(line.call.id)

    def record(self, on: bool | None, *, agreed: bool) -> None:
        """Start or stop recording the current call; `agreed`: the other party has."""
        line = self._current()
        if line is None:
            self._decline_command()
        else:
            line.agreed = line.agreed or agreed
            self._record(line, line.wish(on))

    def asks_to_record(self, on: bool | None) -> bool:
        """Whether `record(on)` would ask a person first."""
        line = self._current()
        if line is None:
            return False
        try:
            return self._asks(line, line.wish(on))
        except AppError:
            return False  # `record` says what is wrong

    def answer_recording(self, request_id: str, agreed: bool) -> None:
        """Answer AskingToRecord about a call."""
        line = self._asked(request_id)
        if line is None:
            return
        line.question, line.agreed = "", agreed
        self._history.note_recording_consent(line.call.id, given=agreed, at=self._now())
        if agreed:
            self._record(line, on=True)

    def _current(self) -> ActiveCall | None:
        return next(reversed(self._lines.values()), None)

    def _last_minute(self) -> tuple[ActiveCall, ...]:
        oldest_s = self._monotonic() - RECENT_S
        for line in tuple(self._recent.values()):
            if line.placed_s < oldest_s and line.call.state is not CallState.REQUESTED:
                del self._recent[line.call.id]
        return tuple(self._recent.values())

    def _command(self, line: ActiveCall, job: Job, done: Callable[[ActiveCall, Finished], None]) -> None:
        """Have `job` done beside whatever the account is busy with."""
        come_back = self._come_back(line, done)
        with self._reporting(line, come_back):
            self._runner.submit(line.call.account_id, job, done=come_back, deadline_s=COMMAND_DEADLINE_S, urgent=True)

    def _come_back(self, line: ActiveCall, done: Callable[[ActiveCall, Finished], None]) -> Callable[[Finished], None]:
        """Return what the runner calls, from its thread, to have `done` called on the dialer's."""

        def come_back(finished: Finished) -> None:
            if finished.error is None:
                self._age(line)
            done(line, finished)

        return lambda finished: self._after(0.0, lambda: come_back(finished))

    @contextlib.contextmanager
    def _reporting(self, line: ActiveCall, come_back: Callable[[Finished], None]) -> Iterator[None]:
        """An order that the runner does not take (the account is gone) has failed like any other."""
        try:
            yield
        except AppError as error:
            come_back(Finished(request_id="", account_id=line.call.account_id, error=error))

    def _change(self, line: ActiveCall, call: Call) -> None:
        """Store the call, update the history, and emit the event."""
        line.call = call
        ends = call.state.over and self._let_go(line)
        self._history.update(call)
        if call.state.over or call.id in self._lines:  # a late answer does not bring back what was forgotten
            self._emit(CallChanged(request_id=call.id, call=call))
        if ends:
            self._show_the_one_before()

    def _let_go(self, line: ActiveCall) -> bool:
        """Nothing more can be done with the call. Returns whether something could."""
        self._withdraw(line)
        return self._lines.pop(line.call.id, None) is not None

    def _forget(self, line: ActiveCall) -> None:
        if self._let_go(line):
            self._emit(CallForgotten(request_id=line.call.id))

    def _show_the_one_before(self) -> None:
        """The call before the one that has gone is what can be hung up now."""
        if self.current is not None:
            self._emit(CallChanged(request_id=self.current.id, call=self.current))

    def _decline_command(self) -> None:
        self._emit(Declined(request_id="", input="", error=Unsupported("no_current_call")))

    def _refuse_command(self, line: ActiveCall, capability: Capability) -> None:
        reason = line.spec.absent.get(capability, "")
        error = Unsupported("unsupported", pbx=line.spec.name, reason=reason)
        self._change(line, replace(line.call, error=error))

    def _dialled(self, line: ActiveCall, finished: Finished) -> None:
        if isinstance(finished.value, CallRef):
            self._accept(line, finished.value)
        else:
            self._change(line, changes.failed(line.call, finished.error or OutcomeUnknown()))

    def _accept(self, line: ActiveCall, ref: CallRef) -> None:
        for other in tuple(self._lines.values()):
            if other is not line and other.call.state is not CallState.REQUESTED and other.watching is None:
                self._forget(other)  # one phone, one call: the end of the earlier one is not reported
        self._change(line, changes.accepted(line.call, ref, at=self._now()))
        if Capability.LIVE_STATE in line.spec.capabilities:
            self._watch(line)
        if line.cancelled and Capability.HANG_UP in line.spec.capabilities:
            self._hang_up(line)
        elif line.record is not None and line.record is not ref.recording:
            self._record(line, line.record)

    def _watch(self, line: ActiveCall) -> None:
        """Follow what the PBX tells, until it says that all is told; also after the end, for what it says about it."""
        line.watching = CancelSource()
        come_back = self._come_back(line, self._watched)
        with self._reporting(line, come_back):
            self._runner.watch(
                line.call.account_id,
                line.call.ref or CallRef(),
                updated=lambda update: self._after(0.0, lambda: self._updated(line, update)),
                done=come_back,
                cancel=line.watching,
            )

    def _updated(self, line: ActiveCall, update: CallUpdate) -> None:
        self._age(line)
        call = changes.updated(line.call, update, at=self._now())
        if call != line.call:
            self._change(line, call)

    def _watched(self, line: ActiveCall, finished: Finished) -> None:
        line.watching = None
        if isinstance(finished.error, Cancelled) and line.call.id in self._lines:
            self._watch(line)  # the account has a new adapter
        elif finished.error is not None:
            self._mark_unknown(line)

    def _record(self, line: ActiveCall, on: bool) -> None:
        before = line.call.recording
        if before is RecordingState.LOCKED and not on:
            self._change(line, replace(line.call, error=Unsupported("recording_forced", pbx=line.spec.name)))
            return
        if Capability.RECORD_DURING_CALL not in line.spec.capabilities:
            self._refuse_command(line, Capability.RECORD_DURING_CALL)
            return
        try:
            asks = self._asks(line, on)
        except AppError as error:
            self._change(line, replace(line.call, error=error))
            return
        if asks:
            if not line.question:
                line.question = question = os.urandom(16).hex()
                self._after(QUESTION_S, lambda: self.cancel(question))
            self._emit(RecordingConsentNeeded(request_id=line.question, plan=line.call.plan, call=line.call))
            return
        self._withdraw(line)
        call = changes.recording_asked(line.call, on=on)
        if call is line.call:  # it is so, or under way
            self._emit(CallChanged(request_id=call.id, call=call))
            return
        self._change(line, call)
        if call.state is CallState.REQUESTED:
            line.record = on
            return
        ref = call.ref or CallRef()

        def job(adapter: Adapter) -> CallRef:
            return adapter.start_recording(ref, tag=call.tag) if on else adapter.stop_recording(ref)

        def done(line: ActiveCall, finished: Finished) -> None:
            if isinstance(finished.value, CallRef):
                self._change(line, changes.recording_answered(line.call, finished.value, at=self._now()))
            elif isinstance(finished.error, CallGone):
                self._change(line, changes.ended(line.call))
            else:
                error = finished.error or UnexpectedReply()
                self._change(line, changes.recording_failed(line.call, error, before=before))

        self._command(line, job, done)

    def _hang_up(self, line: ActiveCall) -> None:
        if Capability.HANG_UP not in line.spec.capabilities:
            self._refuse_command(line, Capability.HANG_UP)
        elif not line.hanging_up:
            line.hanging_up = True
            self._change(line, replace(line.call, error=None))
            ref = line.call.ref or CallRef()
            self._command(line, lambda adapter: adapter.hang_up(ref), self._hung_up)

    def _hung_up(self, line: ActiveCall, finished: Finished) -> None:
        line.hanging_up = False
        if finished.error is None or isinstance(finished.error, CallGone):
            self._change(line, changes.ended(line.call))
        else:
            self._change(line, replace(line.call, error=finished.error))

    def _asks(self, line: ActiveCall, on: bool) -> bool:
        """Whether a person must say first that the other party was told. Raises ConfigError."""
        return line.starts_recording(on) and not line.agreed and self._consent_needed(line.call.plan)

    def _asked(self, request_id: str) -> ActiveCall | None:
        """Return the call that the question `request_id` is about."""
        return next((line for line in self._lines.values() if request_id and line.question == request_id), None)

    def _withdraw(self, line: ActiveCall) -> None:
        """Withdraw the open question."""
        if line.question:
            self._emit(Declined(request_id=line.question, input="", error=Cancelled(sent=False)))
            line.question = ""

    def _age(self, line: ActiveCall) -> None:
        """Restart the time after which the call becomes unknown."""
        line.reports += 1
        self._after(self.forget_after_s, partial(self._aged, ref(line), line.reports))  # a call that is over may go

    def _aged(self, aged: ref[ActiveCall], reports: int) -> None:
        line = aged()
        if line is None or line.reports != reports:
            return
        if line.call.id not in self._lines:
            if line.watching is not None:
                line.watching.cancel()
        elif line.watching is not None or line.call.state is CallState.REQUESTED:
            self._age(line)
        elif line.call.state is not CallState.UNKNOWN:
            self._mark_unknown(line)
            self._age(line)
        else:
            self._forget(line)
            self._show_the_one_before()

    def _mark_unknown(self, line: ActiveCall) -> None:
        """Mark the call's state unknown; the history still says that it was accepted."""
        call = changes.forgotten(line.call)
        if call is not line.call:
            if line.call.state is not CallState.ACCEPTED:
                self._history.update(call)
            line.call = call
            self._emit(CallChanged(request_id=call.id, call=call))
