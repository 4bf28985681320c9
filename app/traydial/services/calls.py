"""The calls that were placed: their orders, answers, recording and end. `services.dialer` decides what is placed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from traydial.core import call as changes
from traydial.core.adapter import CancelToken, Capability, DialOrder
from traydial.core.call import Call, CallRef, CallState, Recording
from traydial.core.consent import RecentCall
from traydial.core.dialing import CallChanged, Declined
from traydial.core.errors import AppError, Cancelled, ConsentRefused, OutcomeUnknown, UnexpectedReply, Unsupported
from traydial.services.runner import Finished

if TYPE_CHECKING:
    from traydial.core.adapter import Adapter, AdapterSpec
    from traydial.core.call import CallNews
    from traydial.core.dialing import DialerEvent, DialRequest
    from traydial.core.dialplan import DialPlan
    from traydial.services.history import History
    from traydial.services.runner import Job, Runner

DIAL_DEADLINE_S = 180.0  # above the longest that an adapter lets a phone ring
COMMAND_DEADLINE_S = 30.0
FORGET_AFTER_S = 3600.0  # a call that nothing more is heard of is not shown any longer
RECENT_S = 60.0
RECORDS = Capability.RECORD_AT_DIAL | Capability.RECORD_DURING_CALL


@dataclass(slots=True, eq=False)
class _Line:
    """A call and what the user still wants of it."""

    call: Call
    spec: AdapterSpec
    placed_s: float
    cancel: CancelToken = field(default_factory=CancelToken)
    order_id: str = ""
    cancelled: bool = False
    hanging_up: bool = False
    record: bool | None = None  # wanted once the PBX has accepted the call
    watching: CancelToken | None = None  # while the PBX tells how the call goes on


class Calls:
    """Lives on the dialer's thread; see `Dialer` for `after` and `emit`."""

    def __init__(
        self,
        *,
        runner: Runner,
        history: History,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        after: Callable[[float, Callable[[], None]], None],
        emit: Callable[[DialerEvent], None],
    ) -> None:
        self._runner = runner
        self._history = history
        self._now = now
        self._monotonic = monotonic
        self._after = after
        self._emit = emit
        self._lines: dict[str, _Line] = {}  # those that are not over, oldest first
        self._recent: dict[str, _Line] = {}  # those of the last minute, over or not

    @property
    def current(self) -> Call | None:
        """The latest call that is not over."""
        line = self._current()
        return line.call if line else None

    def recent(self) -> Iterator[RecentCall]:
        """The calls that a new request may repeat: not those that rang nobody."""
        for line in self._last_minute():
            if line.call.state not in (CallState.REFUSED, CallState.CANCELLED):
                yield RecentCall(
                    id=line.call.id,
                    number=line.call.plan.dialled,
                    account_id=line.call.account_id,
                    age_s=self._monotonic() - line.placed_s,
                    placing=line.call.state is CallState.REQUESTED,
                )

    def count_of_last_minute(self) -> int:
        return len(self._last_minute())

    def place(self, request: DialRequest, plan: DialPlan, spec: AdapterSpec, *, record: bool) -> None:
        """Give the order to the account's worker, once; the history knows of it before it leaves.

        Raises ConsentRefused(already_calling) when another process has just placed this very call.
        """
        recording = Recording.STARTING if record else Recording.OFF
        call = Call(
            id=request.id,
            account_id=plan.account_id,
            pbx=spec.id,
            plan=plan,
            requested_at=self._now(),
            recording=recording if spec.capabilities & RECORDS else Recording.UNSUPPORTED,
            tag=request.tag,
            reference=request.reference,
        )
        line = _Line(call, spec, self._monotonic(), record=record or None)
        order = DialOrder(
            number=plan.dialled,
            access_code=plan.access_code,
            record=record and Capability.RECORD_AT_DIAL in spec.capabilities,
            tag=request.tag,
            reference=request.reference,
            caller_id=plan.caller_id,
            cancel=line.cancel,
        )
        same_call = self._history.add(call, request.source)
        if same_call is not None:
            raise ConsentRefused("already_calling", call=same_call)
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
        self._after(FORGET_AFTER_S, lambda: self._forget(line))

    def cancel(self, call_id: str) -> None:
        """Take the order back or interrupt it; hang up where the PBX has accepted it."""
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

    def record(self, on: bool | None) -> None:
        line = self._current()
        if line is None:
            self._decline_command()
            return
        if on is None:
            on = line.call.recording not in (Recording.ON, Recording.STARTING)
        self._record(line, on)

    def _current(self) -> _Line | None:
        return next(reversed(self._lines.values()), None)

    def _last_minute(self) -> tuple[_Line, ...]:
        oldest_s = self._monotonic() - RECENT_S
        for line in tuple(self._recent.values()):
            if line.placed_s < oldest_s and line.call.state is not CallState.REQUESTED:
                del self._recent[line.call.id]
        return tuple(self._recent.values())

    def _command(self, line: _Line, job: Job, done: Callable[[_Line, Finished], None]) -> None:
        """Have `job` done beside whatever the account is busy with."""
        come_back = self._come_back(line, done)
        with self._reporting(line, come_back):
            self._runner.submit(line.call.account_id, job, done=come_back, deadline_s=COMMAND_DEADLINE_S, urgent=True)

    def _come_back(self, line: _Line, done: Callable[[_Line, Finished], None]) -> Callable[[Finished], None]:
        """Return what the runner calls, from its thread, to have `done` called on the dialer's."""
        return lambda finished: self._after(0.0, lambda: done(line, finished))

    @contextlib.contextmanager
    def _reporting(self, line: _Line, come_back: Callable[[Finished], None]) -> Iterator[None]:
        """An order that the runner does not take (the account is gone) has failed like any other."""
        try:
            yield
        except AppError as error:
            come_back(Finished(request_id="", account_id=line.call.account_id, error=error))

    def _change(self, line: _Line, call: Call) -> None:
        """Make `call` what is known, on the disk and to everybody."""
        line.call = call
        ends = call.state.over and self._lines.pop(call.id, None) is not None
        self._history.update(call)
        self._emit(CallChanged(request_id=call.id, call=call))
        if ends and self.current is not None:  # the one before is what can be hung up now
            self._emit(CallChanged(request_id=self.current.id, call=self.current))

    def _decline_command(self) -> None:
        self._emit(Declined(request_id="", input="", error=Unsupported("no_current_call")))

    def _refuse_command(self, line: _Line, capability: Capability) -> None:
        reason = line.spec.absent.get(capability, "")
        error = Unsupported("unsupported", pbx=line.spec.name, reason=reason)
        self._change(line, replace(line.call, error=error))

    def _dialled(self, line: _Line, finished: Finished) -> None:
        if isinstance(finished.value, CallRef):
            self._accept(line, finished.value)
        else:
            self._change(line, changes.failed(line.call, finished.error or OutcomeUnknown()))

    def _accept(self, line: _Line, ref: CallRef) -> None:
        for other in tuple(self._lines.values()):
            if other is not line and other.call.state is not CallState.REQUESTED and other.watching is None:
                del self._lines[other.call.id]  # one phone, one call: nobody tells the end of the one before
        self._change(line, changes.accepted(line.call, ref, at=self._now()))
        if Capability.LIVE_STATE in line.spec.capabilities:
            self._watch(line)
        if line.cancelled and Capability.HANG_UP in line.spec.capabilities:
            self._hang_up(line)
        elif line.record is not None and line.record is not ref.recording:
            self._record(line, line.record)

    def _watch(self, line: _Line) -> None:
        """Follow what the PBX tells, until it says that all is told; also after the end, for what it says about it."""
        line.watching = CancelToken()
        come_back = self._come_back(line, self._watched)
        with self._reporting(line, come_back):
            self._runner.watch(
                line.call.account_id,
                line.call.ref or CallRef(),
                heard=lambda news: self._after(0.0, lambda: self._heard(line, news)),
                done=come_back,
                cancel=line.watching,
            )

    def _heard(self, line: _Line, news: CallNews) -> None:
        call = changes.heard(line.call, news, at=self._now())
        if call != line.call:
            self._change(line, call)

    def _watched(self, line: _Line, finished: Finished) -> None:
        line.watching = None
        if isinstance(finished.error, Cancelled) and line.call.id in self._lines:
            self._watch(line)  # the account has a new adapter
        elif finished.error is not None:
            self._lose_sight(line)

    def _record(self, line: _Line, on: bool) -> None:
        before = line.call.recording
        if Capability.RECORD_DURING_CALL not in line.spec.capabilities or before is Recording.LOCKED:
            self._refuse_command(line, Capability.RECORD_DURING_CALL)
            return
        call = changes.recording_asked(line.call, on)
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

        def done(line: _Line, finished: Finished) -> None:
            if isinstance(finished.value, CallRef):
                self._change(line, changes.recording_answered(line.call, finished.value, at=self._now()))
            else:
                error = finished.error or UnexpectedReply()
                self._change(line, changes.recording_failed(line.call, error, before=before))

        self._command(line, job, done)

    def _hang_up(self, line: _Line) -> None:
        if Capability.HANG_UP not in line.spec.capabilities:
            self._refuse_command(line, Capability.HANG_UP)
        elif not line.hanging_up:
            line.hanging_up = True
            self._change(line, replace(line.call, error=None))
            ref = line.call.ref or CallRef()
            self._command(line, lambda adapter: adapter.hang_up(ref), self._hung_up)

    def _hung_up(self, line: _Line, finished: Finished) -> None:
        line.hanging_up = False
        if finished.error is None:
            self._change(line, changes.ended(line.call))
        else:
            self._change(line, replace(line.call, error=finished.error))

    def _forget(self, line: _Line) -> None:
        if line.watching is not None and not line.call.state.over:
            self._after(FORGET_AFTER_S, lambda: self._forget(line))
            return
        if self._lines.pop(line.call.id, None) is not None:
            self._lose_sight(line)
        if line.watching is not None:
            line.watching.cancel()

    def _lose_sight(self, line: _Line) -> None:
        """Show that nobody knows how the call goes on; the history keeps what was known."""
        call = changes.forgotten(line.call)
        if call is not line.call:
            line.call = call
            self._emit(CallChanged(request_id=call.id, call=call))
