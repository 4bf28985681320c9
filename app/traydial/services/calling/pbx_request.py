"""One job on its way to an adapter, and its one answer."""

from __future__ import annotations

import enum
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from traydial.core.errors import AppError, Cancelled, OutcomeUnknown, Unreachable
from traydial.services.calling.cancel_source import CancelSource

if TYPE_CHECKING:
    from traydial.core.adapter import Adapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """How a request ended: with the job's value, or with an error."""

    account_id: str
    value: object | None = None
    error: AppError | None = None


Job: TypeAlias = "Callable[[Adapter], object]"
Done: TypeAlias = Callable[[Finished], None]


class Replaceable(Protocol):
    """What runs requests, and may be stuck in one."""

    def replace(self) -> None:
        """Have another one go on in this one's place."""
        ...


class Phase(enum.Enum):
    """How far a request has come; it never goes back."""

    WAITING = enum.auto()
    PREPARING = enum.auto()  # on its thread: secrets are read, the adapter is built
    BEGUN = enum.auto()  # in the adapter's hands
    ANSWERED = enum.auto()


@dataclass(slots=True, eq=False, weakref_slot=True)
class PbxRequest:
    """A job for an adapter; usable from any thread. `done` is called once, with the first answer that there is."""

    account_id: str
    job: Job
    done: Done
    token: CancelSource = field(default_factory=CancelSource)
    places_call: bool = False
    urgent: bool = False
    worker: Replaceable | None = None
    asked_at_s: float = field(default_factory=time.monotonic)
    _phase: Phase = Phase.WAITING
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def cancel(self) -> None:
        """Have it never begin, or where it has begun, interrupt it."""
        with self._lock:
            before = self._phase
            if before in (Phase.WAITING, Phase.PREPARING):
                self._phase = Phase.ANSWERED
        if before is Phase.ANSWERED:
            return
        if before is not Phase.BEGUN:
            self.done(Finished(account_id=self.account_id, error=Cancelled(sent=False)))
        self.token.cancel()

    def expire(self) -> None:
        """Its time is over: give the answer, interrupt it, and have the worker replaced that is stuck in it."""
        before = self.drop()
        if before is Phase.ANSWERED:
            return
        error = OutcomeUnknown() if before is Phase.BEGUN and self.places_call else Unreachable("timed_out")
        self.done(Finished(account_id=self.account_id, error=error))
        if before is not Phase.WAITING and self.worker is not None:
            self.worker.replace()
        self.token.cancel()

    def drop(self) -> Phase:
        """Give no answer from now on. Returns how far it had come."""
        with self._lock:
            before, self._phase = self._phase, Phase.ANSWERED
        return before

    def answer(self, *, value: object | None = None, error: AppError | None = None) -> None:
        """Give the answer, unless there was one."""
        if self.drop() is not Phase.ANSWERED:
            self.done(Finished(account_id=self.account_id, value=value, error=error))

    def enter(self, phase: Phase, worker: Replaceable) -> bool:
        """Go on to `phase` on `worker`. False when it was answered, or another worker has it."""
        with self._lock:
            enters = self._phase is not Phase.ANSWERED and self.worker is worker
            if enters:
                self._phase = phase
        return enters

    def pass_to(self, worker: Replaceable) -> bool:
        """Wait for `worker` from now on. False when it waits no longer."""
        with self._lock:
            waits = self._phase is Phase.WAITING
            if waits:
                self.worker = worker
        return waits
