"""Starts and stops the recording of the calls that were placed, with the other party's agreement where it is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from traydial.core import call as changes
from traydial.core.adapter import Capability
from traydial.core.call import CallRef, CallState, RecordingAction, RecordingState
from traydial.core.errors import AppError, CallGone, UnexpectedReply, Unsupported
from traydial.core.events import CallChanged, RecordingConsentNeeded
from traydial.services.calling.active_call import ActiveCall, Agreement

if TYPE_CHECKING:
    from traydial.core.adapter import Adapter
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.events import DialerEvent
    from traydial.services.calling.open_calls import OpenCalls
    from traydial.services.calling.pbx_request import Finished
    from traydial.services.calling.pbx_runner import PbxRunner
    from traydial.services.history.store import HistoryStore

COMMAND_DEADLINE_S = 30.0
QUESTION_S = 120.0  # after which an unanswered question is declined


class CallRecording:
    """Lives on the dialer's thread; see `Calls` for what it is given."""

    def __init__(
        self,
        *,
        calls: OpenCalls,
        runner: PbxRunner,
        history: HistoryStore,
        now: Callable[[], datetime],
        after: Callable[[float, Callable[[], None]], None],
        emit: Callable[[DialerEvent], None],
        consent_needed: Callable[[DialPlan], bool],
    ) -> None:
        self._calls = calls
        self._runner = runner
        self._history = history
        self._now = now
        self._after = after
        self._emit = emit
        self._consent_needed = consent_needed

    def record(self, action: RecordingAction, *, agreed: bool = False) -> None:
        """Start or stop recording the current call; `agreed`: the other party has."""
        active = self._calls.current
        if active is None:
            self._calls.decline()
            return
        if agreed:
            self._agree(active)
        self._record(active, active.to_do(action))

    def asks(self, action: RecordingAction) -> bool:
        """Whether `record(action)` would ask a person first."""
        active = self._calls.current
        if active is None:
            return False
        try:
            return self._asks(active, active.to_do(action))
        except AppError:
            return False  # `record` says what is wrong

    def answer(self, request_id: str, *, agreed: bool) -> None:
        """Answer RecordingConsentNeeded about a call."""
        active = self._asked(request_id)
        if active is None:
            return
        active.agreement = Agreement.GIVEN if agreed else Agreement.NOT_ASKED
        self._history.note_recording_consent(active.call.id, given=agreed, at=self._now())
        if agreed:
            self._record(active, RecordingAction.START)

    def withdraw(self, request_id: str) -> bool:
        """Withdraw the question `request_id`. Returns whether there was one."""
        active = self._asked(request_id)
        if active is not None:
            self._calls.withdraw_question(active)
        return active is not None

    def begin(self, active: ActiveCall, ref: CallRef) -> None:
        """Do what was wished for before the PBX accepted the call, unless it has done so from the start."""
        if active.wish is not None and (active.wish is RecordingAction.START) is not ref.recording:
            self._record(active, active.wish)

    def _record(self, active: ActiveCall, action: RecordingAction) -> None:
        before = active.call.recording
        if before is RecordingState.LOCKED and action is RecordingAction.STOP:
            error = Unsupported("recording_forced", pbx=active.spec.name)
            self._calls.change(active, replace(active.call, error=error))
            return
        if Capability.RECORD_DURING_CALL not in active.spec.capabilities:
            self._calls.refuse(active, Capability.RECORD_DURING_CALL)
            return
        try:
            asks = self._asks(active, action)
        except AppError as error:
            self._calls.change(active, replace(active.call, error=error))
            return
        if asks:
            self._ask(active)
            return
        self._calls.withdraw_question(active)
        call = changes.recording_asked(active.call, on=action is RecordingAction.START)
        if call is active.call:  # it is so, or under way
            self._emit(CallChanged(request_id=call.id, call=call))
            return
        self._calls.change(active, call)
        if call.state is CallState.REQUESTED:
            active.wish = action
        else:
            self._send(active, action, before)

    def _send(self, active: ActiveCall, action: RecordingAction, before: RecordingState) -> None:
        ref, tag = active.call.ref or CallRef(), active.call.tag

        def job(adapter: Adapter) -> CallRef:
            starts = action is RecordingAction.START
            return adapter.start_recording(ref, tag=tag) if starts else adapter.stop_recording(ref)

        def done(active: ActiveCall, finished: Finished) -> None:
            if isinstance(finished.value, CallRef):
                call = changes.recording_answered(active.call, finished.value, at=self._now())
            elif isinstance(finished.error, CallGone):
                call = changes.ended(active.call)
            else:
                call = changes.recording_failed(active.call, finished.error or UnexpectedReply(), before=before)
            self._calls.change(active, call)

        self._runner.submit(
            active.call.account_id,
            job,
            done=self._calls.answering(active, done),
            deadline_s=COMMAND_DEADLINE_S,
            urgent=True,
        )

    def _ask(self, active: ActiveCall) -> None:
        if active.agreement is not Agreement.ASKED:
            self._after(QUESTION_S, partial(self._expire, active.ask()))
        self._emit(RecordingConsentNeeded(request_id=active.question, plan=active.call.plan, call=active.call))

    def _expire(self, question: str) -> None:
        self.withdraw(question)

    def _agree(self, active: ActiveCall) -> None:
        self._calls.withdraw_question(active)
        active.agreement = Agreement.GIVEN

    def _asks(self, active: ActiveCall, action: RecordingAction) -> bool:
        """Whether a person must say first that the other party was told. Raises ConfigError."""
        return active.needs_agreement(action) and self._consent_needed(active.call.plan)

    def _asked(self, request_id: str) -> ActiveCall | None:
        """Return the call that the question `request_id` is about."""
        return next((active for active in self._calls if active.asks(request_id)), None)
