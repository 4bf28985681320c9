"""The calls that were placed: their orders, answers and end. `dialer` decides what is placed."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from traydial.core import call as changes
from traydial.core.adapter import RECORDS, Capability
from traydial.core.call import Call, CallRef, CallState, RecordingAction, RecordingState
from traydial.core.errors import CallGone, Cancelled, ConsentRefused, OutcomeUnknown
from traydial.core.events import CallChanged
from traydial.services.calling.active_call import ActiveCall, Agreement, Ending
from traydial.services.calling.cancel_source import CancelSource
from traydial.services.calling.open_calls import OpenCalls
from traydial.services.calling.recording import COMMAND_DEADLINE_S, CallRecording

if TYPE_CHECKING:
    from traydial.core.call import CallUpdate
    from traydial.core.consent import RecentCall
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.events import DialerEvent, DialRequest
    from traydial.services.calling.pbx_request import Finished
    from traydial.services.calling.pbx_runner import PbxRunner
    from traydial.services.calling.planned_call import PlannedCall
    from traydial.services.history.store import HistoryStore

KEYRING_S = 0.5  # an order that waits longer for the keyring says so
DIAL_DEADLINE_S = 180.0  # above the longest that an adapter lets a phone ring


class Calls:
    """Lives on the dialer's thread; see `Dialer` for `after` and `emit`.

    `consent_needed(plan)` says whether the other party must agree before a call is recorded; it may raise ConfigError.
    """

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
        self._calls = OpenCalls(history=history, monotonic=monotonic, after=after, emit=emit)
        self.recording = CallRecording(
            calls=self._calls,
            runner=runner,
            history=history,
            now=now,
            after=after,
            emit=emit,
            consent_needed=consent_needed,
        )

    @property
    def open(self) -> tuple[Call, ...]:
        """The calls that are not over, oldest first; the latest is the current one."""
        return tuple(active.call for active in self._calls)

    @property
    def current(self) -> Call | None:
        return self.open[-1] if self.open else None

    @property
    def lasting(self) -> tuple[Call, ...]:
        """The open calls of which it is known that they last: in flight, or the PBX tells about them."""
        return tuple(active.call for active in self._calls if active.lasts)

    def recent(self) -> tuple[RecentCall, ...]:
        """Return the calls that a new request may repeat."""
        return self._calls.recent()

    def count_of_last_minute(self) -> int:
        return self._calls.count_of_last_minute()

    def forget_after(self, seconds: float) -> None:
        """Take a call for unknown when nothing was heard of it for so long."""
        self._calls.forget_after(seconds)

    def place(self, request: DialRequest, planned: PlannedCall, *, record: bool, agreed: bool | None = None) -> None:
        """Give the order to the account's worker, once; the history knows of it before it leaves.

        `agreed`: what was answered when the other party had to be told of the recording; None: not asked.
        Raises ConsentRefused(already_calling) when another process has just placed this very call.
        """
        call = planned.call(request, at=self._now())
        if planned.spec.capabilities & RECORDS:
            call = replace(call, recording=RecordingState.STARTING if record else RecordingState.OFF)
        active = ActiveCall(
            call,
            planned.spec,
            self._monotonic(),
            wish=RecordingAction.START if record else None,
            agreement=Agreement.GIVEN if agreed else Agreement.NOT_ASKED,
        )
        same_call = self._history.add(call, request.source)
        if same_call is not None:
            raise ConsentRefused("already_calling", call=same_call)
        if agreed is not None:
            self._history.note_recording_consent(call.id, given=agreed, at=self._now())
        self._calls.add(active)
        order = active.order(record=record)
        active.request = self._runner.submit(
            call.account_id,
            lambda adapter: adapter.dial(order),
            done=self._calls.answering(active, self._dialled),
            deadline_s=DIAL_DEADLINE_S,
            cancel=active.cancel,
            places_call=True,
        )
        self._emit(CallChanged(request_id=call.id, call=call))
        self._calls.age(active)
        self._after(KEYRING_S, partial(self._look_at_keyring, weakref.ref(active)))

    def _look_at_keyring(self, placed: weakref.ref[ActiveCall]) -> None:
        """Tell what an order waits for, from time to time until it has left; a call that is over is not kept for it."""
        active = placed()
        if active is not None and active.call.state is CallState.REQUESTED:
            call = changes.waiting(active.call, for_keyring=self._runner.reads_secrets(active.call.account_id))
            if call != active.call:
                self._calls.change(active, call)
            self._after(KEYRING_S, partial(self._look_at_keyring, placed))

    def cancel(self, request_id: str) -> None:
        """Withdraw a question about a recording, or hang up a call."""
        if not self.recording.withdraw(request_id):
            self.hang_up(request_id)

    def hang_up(self, call_id: str | None = None) -> None:
        """End a call, the current one where none is named, beside whatever its account is busy with.

        One that the PBX has not answered is cancelled; if the PBX takes it all the same, it is hung up then.
        """
        active = self._calls.current if call_id is None else self._calls.find(call_id)
        if active is None:
            if call_id is None:
                self._calls.decline()
        elif active.call.state is CallState.REQUESTED and active.request is not None:
            active.ending = Ending.ONCE_ACCEPTED
            active.request.cancel()
        elif Capability.HANG_UP not in active.spec.capabilities:
            self._calls.refuse(active, Capability.HANG_UP)
        elif active.ending is not Ending.ASKED:
            active.ending = Ending.ASKED
            self._calls.change(active, replace(active.call, error=None))
            ref = active.call.ref or CallRef()
            self._runner.submit(
                active.call.account_id,
                lambda adapter: adapter.hang_up(ref),
                done=self._calls.answering(active, self._hung_up),
                deadline_s=COMMAND_DEADLINE_S,
                urgent=True,
            )

    def _hung_up(self, active: ActiveCall, finished: Finished) -> None:
        if finished.error is None or isinstance(finished.error, CallGone):
            self._calls.change(active, changes.ended(active.call))
        else:
            active.ending = Ending.NOT_WANTED
            self._calls.change(active, replace(active.call, error=finished.error))

    def _dialled(self, active: ActiveCall, finished: Finished) -> None:
        active.request = None
        if isinstance(finished.value, CallRef):
            self._accept(active, finished.value)
        else:
            self._calls.change(active, changes.failed(active.call, finished.error or OutcomeUnknown()))

    def _accept(self, active: ActiveCall, ref: CallRef) -> None:
        for other in self._calls:
            if other is not active and other.call.state is not CallState.REQUESTED and other.watching is None:
                self._calls.forget(other)  # one phone, one call: the end of the earlier one is not reported
        self._calls.change(active, changes.accepted(active.call, ref, at=self._now()))
        if Capability.LIVE_STATE in active.spec.capabilities:
            self._watch(active)
        if active.ending is Ending.ONCE_ACCEPTED and Capability.HANG_UP in active.spec.capabilities:
            self.hang_up(active.call.id)
        else:
            self.recording.begin(active, ref)

    def _watch(self, active: ActiveCall) -> None:
        """Follow what the PBX tells, until it says that all is told; also after the end, for what it says about it."""
        active.watching = CancelSource()
        self._runner.watch(
            active.call.account_id,
            active.call.ref or CallRef(),
            updated=lambda update: self._after(0.0, lambda: self._updated(active, update)),
            done=self._calls.answering(active, self._watched),
            cancel=active.watching,
        )

    def _updated(self, active: ActiveCall, update: CallUpdate) -> None:
        self._calls.age(active)
        call = changes.updated(active.call, update, at=self._now())
        if call != active.call:
            self._calls.change(active, call)

    def _watched(self, active: ActiveCall, finished: Finished) -> None:
        active.watching = None
        if isinstance(finished.error, Cancelled) and active in self._calls:
            self._watch(active)  # the account has a new adapter
        elif finished.error is not None:
            self._calls.mark_unknown(active)
