"""The calls that are not over and those of the last minute: kept, written to the history, shown, and forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakSet

from traydial.core import call as changes
from traydial.core.call import Call, CallState
from traydial.core.errors import Cancelled, Unsupported
from traydial.core.events import CallChanged, CallForgotten, Declined
from traydial.services.calling.active_call import ActiveCall, Agreement

if TYPE_CHECKING:
    from traydial.core.adapter import Capability
    from traydial.core.consent import RecentCall
    from traydial.core.events import DialerEvent
    from traydial.services.calling.pbx_request import Done, Finished
    from traydial.services.history.store import HistoryStore

RECENT_S = 60.0
# In the time after which a call without a report becomes unknown: how often it is looked.
LOOKS = 4


class OpenCalls:
    """Lives on the dialer's thread; see `Dialer` for `after` and `emit`."""

    def __init__(
        self,
        *,
        history: HistoryStore,
        monotonic: Callable[[], float],
        after: Callable[[float, Callable[[], None]], None],
        emit: Callable[[DialerEvent], None],
    ) -> None:
        self._history = history
        self._monotonic = monotonic
        self._after = after
        self._emit = emit
        self._open: dict[str, ActiveCall] = {}  # those that are not over, oldest first
        self._recent: dict[str, ActiveCall] = {}  # those of the last minute, over or not
        self._aging: WeakSet[ActiveCall] = WeakSet()  # those without a report for some time; one that is over may go
        self._forget_after_s = 3600.0
        self._timers = 0  # how many were started; only the latest counts
        self._waiting = False  # for a timer

    def __iter__(self) -> Iterator[ActiveCall]:
        """Yield those that are not over, oldest first."""
        return iter(tuple(self._open.values()))

    def __contains__(self, active: ActiveCall) -> bool:
        return active.call.id in self._open

    @property
    def current(self) -> ActiveCall | None:
        """The latest of those that are not over."""
        return next(reversed(self._open.values()), None)

    def find(self, call_id: str) -> ActiveCall | None:
        return self._open.get(call_id)

    def recent(self) -> tuple[RecentCall, ...]:
        """Return the calls that a new request may repeat."""
        now_s = self._monotonic()
        return tuple(recent for active in self._last_minute() if (recent := active.recent(now_s)) is not None)

    def count_of_last_minute(self) -> int:
        return len(self._last_minute())

    def add(self, active: ActiveCall) -> None:
        self._open[active.call.id] = self._recent[active.call.id] = active

    def change(self, active: ActiveCall, call: Call) -> None:
        """Store the call, update the history, and emit the event."""
        active.call = call
        ends = call.state.over and self._let_go(active)
        self._history.update(call)
        if call.state.over or active in self:  # a late answer does not bring back what was forgotten
            self._emit(CallChanged(request_id=call.id, call=call))
        if ends:
            self._show_the_one_before()

    def refuse(self, active: ActiveCall, capability: Capability) -> None:
        """Say that the PBX cannot do that."""
        reason = active.spec.absent.get(capability, "")
        error = Unsupported("unsupported", pbx=active.spec.name, reason=reason)
        self.change(active, replace(active.call, error=error))

    def decline(self) -> None:
        """Say that there is no call."""
        self._emit(Declined(request_id="", input="", error=Unsupported("no_current_call")))

    def withdraw_question(self, active: ActiveCall) -> None:
        """Withdraw the open question whether the call may be recorded."""
        if active.agreement is Agreement.ASKED:
            active.agreement = Agreement.NOT_ASKED
            self._emit(Declined(request_id=active.question, input="", error=Cancelled(sent=False)))

    def forget(self, active: ActiveCall) -> None:
        """Show the call no longer, and let nothing more be done with it."""
        if self._let_go(active):
            self._emit(CallForgotten(request_id=active.call.id))

    def mark_unknown(self, active: ActiveCall) -> None:
        """Mark the call's state unknown; the history still says that it was accepted."""
        call = changes.forgotten(active.call)
        if call is not active.call:
            if active.call.state is not CallState.ACCEPTED:
                self._history.update(call)
            active.call = call
            self._emit(CallChanged(request_id=call.id, call=call))

    def answering(self, active: ActiveCall, answered: Callable[[ActiveCall, Finished], None]) -> Done:
        """Return what the runner calls, from its thread, to have `answered` called on the dialer's."""

        def come_back(finished: Finished) -> None:
            if finished.error is None:
                self.age(active)
            answered(active, finished)

        return lambda finished: self._after(0.0, lambda: come_back(finished))

    def forget_after(self, seconds: float) -> None:
        """Have a call that is not reported on for so long become unknown, and after as long again be forgotten."""
        self._forget_after_s = seconds
        if self._waiting:
            self._start_timer()

    def age(self, active: ActiveCall) -> None:
        """Restart the time after which the call becomes unknown."""
        active.looks = 0
        self._aging.add(active)
        if not self._waiting:
            self._start_timer()

    def _start_timer(self) -> None:
        """One for all calls: those of many calls that are over would stay until they are due."""
        self._timers += 1
        self._waiting = True
        self._after(self._forget_after_s / LOOKS, partial(self._look, self._timers))

    def _look(self, timer: int) -> None:
        if timer != self._timers:
            return
        aging = sorted(self._aging, key=lambda active: active.placed_s)
        self._waiting = False
        if aging:
            self._start_timer()
        for active in aging:
            active.looks += 1
            if active.looks > LOOKS:  # the first look came at any time after the report
                self._aged(active)

    def _aged(self, active: ActiveCall) -> None:
        if active not in self:
            self._aging.discard(active)
            if active.watching is not None:
                active.watching.cancel()
        elif active.watching is not None or active.call.state is CallState.REQUESTED:
            self.age(active)
        elif active.call.state is not CallState.UNKNOWN:
            self.mark_unknown(active)
            self.age(active)
        else:
            self._aging.discard(active)
            self.forget(active)
            self._show_the_one_before()

    def _let_go(self, active: ActiveCall) -> bool:
        """Nothing more can be done with the call. Returns whether something could."""
        self.withdraw_question(active)
        return self._open.pop(active.call.id, None) is not None

    def _show_the_one_before(self) -> None:
        """The call before the one that has gone is what can be hung up now."""
        if self.current is not None:
            self._emit(CallChanged(request_id=self.current.call.id, call=self.current.call))

    def _last_minute(self) -> tuple[ActiveCall, ...]:
        oldest_s = self._monotonic() - RECENT_S
        for active in tuple(self._recent.values()):
            if active.placed_s < oldest_s and active.call.state is not CallState.REQUESTED:
                del self._recent[active.call.id]
        return tuple(self._recent.values())
