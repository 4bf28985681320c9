"""Carries orders to adapters: threads, deadlines, cancelling, secrets. It knows accounts, but nothing about calls."""

from __future__ import annotations

import enum
import os
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from traydial.core.errors import AppError, Cancelled, ConfigError, CredentialsRejected, OutcomeUnknown, Unreachable
from traydial.services import accounts
from traydial.services.calling.cancel_source import CancelSource
from traydial.services.worker import Worker, report

if TYPE_CHECKING:
    from traydial.core.account import Account
    from traydial.core.adapter import Adapter, Secret
    from traydial.core.call import CallRef, CallUpdate
    from traydial.core.config import Config
    from traydial.core.ports import SecretStore
    from traydial.services.calling.adapter_memory import AdapterMemory
    from traydial.services.registry import Registry

WARM_DEADLINE_S = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """How a request ended: with the job's value, or with an error."""

    request_id: str
    account_id: str
    value: object | None = None
    error: AppError | None = None


Job: TypeAlias = "Callable[[Adapter], object]"
Done: TypeAlias = Callable[[Finished], None]


class PbxRunner:
    """Runs jobs on accounts' workers. Every method may be called from any thread and returns at once.

    `done` is called exactly once for each request, on a thread of the runner's: post to your own. An adapter is
    built on its worker when the first job needs it, from the account's settings and the secret store; a failure to
    build it is that job's error, and the next job tries again.
    """

    def __init__(
        self,
        *,
        registry: Registry,
        secrets: SecretStore,
        facts: AdapterMemory,
        redact: Callable[[str], Secret],
        now: Callable[[], datetime],
        user_name: str,
    ) -> None:
        self._registry = registry
        self._secrets = secrets
        self._facts = facts
        self._redact = redact
        self._now = now
        self._user_name = user_name
        self._lock = threading.Lock()
        self._accounts: dict[str, Account] = {}
        self._lanes: dict[str, _Lane] = {}
        self._tasks: dict[str, _Task] = {}
        self._deadlines = Worker("deadlines")

    def configure(self, config: Config) -> None:
        """Work with the accounts of `config`; those that changed or went get a new adapter or none. No I/O."""
        with self._lock:
            before, self._accounts = self._accounts, {account.id: account for account in config.accounts}
            for account_id in [known for known in self._lanes if self._accounts.get(known) != before[known]]:
                self._lanes.pop(account_id).retire()

    def reopen(self, account_id: str) -> None:
        """Build the account's adapter anew for the next job: its secrets have changed."""
        with self._lock:
            lane = self._lanes.pop(account_id, None)
            if lane is not None:
                lane.retire()

    def warm(self, account_id: str, *, done: Done) -> None:
        """Build the adapter and let it connect ahead of the first call; an error here costs nothing."""
        self.submit(account_id, lambda adapter: adapter.warm(), done=done, deadline_s=WARM_DEADLINE_S)

    def submit(
        self,
        account_id: str,
        job: Job,
        *,
        done: Done,
        deadline_s: float,
        cancel: CancelSource | None = None,
        places_call: bool = False,
        urgent: bool = False,
    ) -> str:
        """Queue `job` and return the request's id. Raises ConfigError(account_unknown).

        When the deadline passes, `done` gets OutcomeUnknown if the job places a call and had begun, else
        Unreachable(timed_out); the late result is dropped and the stuck worker is replaced. `urgent` jobs run beside
        the others.
        """
        with self._lock:
            task = _Task(
                job, done, cancel or CancelSource(), self._lane_of(account_id), places_call=places_call, urgent=urgent
            )
            return self._queue(task, deadline_s)

    def check(self, account: Account, typed: Mapping[str, Secret], *, done: Done, deadline_s: float) -> str:
        """Queue `Adapter.check` for an account that need not be saved; `typed` secrets stand before stored ones."""
        with self._lock:
            lane = self._new_lane(account, typed)

            def finish(finished: Finished) -> None:
                lane.retire()
                done(finished)

            task = _Task(lambda adapter: adapter.check(), finish, CancelSource(), lane)
            return self._queue(task, deadline_s)

    def watch(
        self, account_id: str, call: CallRef, *, updated: Callable[[CallUpdate], None], done: Done, cancel: CancelSource
    ) -> str:
        """Queue `Adapter.watch` on a thread of its own, without a deadline. Raises ConfigError(account_unknown).

        `updated` gets each update on that thread until the last one. When `cancel` is set, by the caller or
        because the account got another adapter, `done` gets Cancelled.
        """

        def job(adapter: Adapter) -> None:
            for update in adapter.watch(call, cancel):
                cancel.check()
                updated(update)
            cancel.check()

        with self._lock:
            lane = self._lane_of(account_id)
            task = _Task(job, done, cancel, lane)
            self._tasks[task.id] = task
            lane.listen(task, self._run)
            return task.id

    def cancel(self, request_id: str) -> None:
        """Cancel a request: one that has not begun never begins, one under way is interrupted."""
        with self._lock:
            task = self._tasks.get(request_id)
        if task is not None:
            self._settle(task, error=Cancelled(sent=False), unless_begun=True)
            task.cancel.cancel()

    def close(self, timeout_s: float = 2.0) -> None:
        """Close all adapters, waiting at most `timeout_s` in all; what is under way gets no answer any more."""
        until_s = time.monotonic() + timeout_s
        with self._lock:
            lanes = tuple(self._lanes.values())
            self._lanes.clear()
            self._accounts.clear()
            self._tasks.clear()
        self._deadlines.close(0.0)
        for lane in lanes:
            lane.retire()
        for lane in lanes:
            lane.worker.close(max(0.0, until_s - time.monotonic()))

    def _lane_of(self, account_id: str) -> _Lane:
        account = self._accounts.get(account_id)
        if account is None:
            raise ConfigError("account_unknown", account=account_id, known=", ".join(self._accounts))
        if account_id not in self._lanes:
            self._lanes[account_id] = self._new_lane(account)
        return self._lanes[account_id]

    def _new_lane(self, account: Account, typed: Mapping[str, Secret] = MappingProxyType({})) -> _Lane:
        def build() -> Adapter:
            spec = self._registry.spec(account.pbx)
            secrets = accounts.load_secrets(spec, account.id, self._secrets, typed)
            lane.secrets = tuple(secrets.values())
            settings = accounts.settings_of(account, spec, secrets)
            ctx = _Context(account.id, self._user_name, self._now, self._redact, self._facts)
            return self._registry.adapter_class(account.pbx)(settings, ctx)

        lane = _Lane(account.id, build)
        return lane

    def _queue(self, task: _Task, deadline_s: float) -> str:
        self._tasks[task.id] = task
        task.lane.queue(task, self._run)
        task_id = task.id  # alone: what is done is not to be kept until its deadline
        self._deadlines.after(deadline_s, lambda: self._expire(task_id))
        return task_id

    def _run(self, task: _Task, lane: _Lane) -> None:
        if not self._advance(task, lane, _Phase.PREPARING):
            return
        try:
            adapter = lane.adapter(task.asked_at_s)
            if not self._advance(task, lane, _Phase.BEGUN):
                return
            value = task.job(adapter)
        except AppError as error:
            if isinstance(error, CredentialsRejected):
                self._replace(lane)  # so that the next job reads the secrets again: the user corrects them now
            error.redact(*(secret.reveal() for secret in lane.secrets))
            self._settle(task, error=error)
        except Exception as defect:  # noqa: BLE001 - an adapter's defect must not cost the answer
            self._settle(task, error=report(defect))
        else:
            self._settle(task, value=value)

    def _advance(self, task: _Task, lane: _Lane, phase: _Phase) -> bool:
        """Enter `phase`, unless the request is over or another lane has it."""
        with self._lock:
            if task.id not in self._tasks or task.lane is not lane:
                return False
            task.phase = phase
            return True

    def _settle(
        self, task: _Task, *, value: object | None = None, error: AppError | None = None, unless_begun: bool = False
    ) -> bool:
        """Give the answer, unless it was given already."""
        with self._lock:
            if task.id not in self._tasks or (unless_begun and task.phase is _Phase.BEGUN):
                return False
            del self._tasks[task.id]
        task.done(Finished(request_id=task.id, account_id=task.lane.account_id, value=value, error=error))
        return True

    def _expire(self, task_id: str) -> None:
        with self._lock:
            task = self._tasks.get(task_id)
        if task is None:
            return
        stuck = task.phase is not _Phase.WAITING
        late: AppError = Unreachable("timed_out")
        if not self._settle(task, error=late, unless_begun=True):
            error = OutcomeUnknown() if task.places_call else late
            if not self._settle(task, error=error):
                return
        if stuck:
            self._replace(task.lane)
        task.cancel.cancel()

    def _replace(self, lane: _Lane) -> None:
        """Put a new lane in the place of `lane`, and let those that wait in it go on there."""
        with self._lock:
            if self._lanes.get(lane.account_id) is not lane:
                return
            successor = self._lanes[lane.account_id] = self._new_lane(self._accounts[lane.account_id])
            for task in self._tasks.values():
                if task.lane is lane and task.phase is _Phase.WAITING:
                    task.lane = successor
                    successor.queue(task, self._run)
            lane.retire()


class _Phase(enum.Enum):
    WAITING = enum.auto()
    PREPARING = enum.auto()  # on its worker: reads secrets, builds the adapter
    BEGUN = enum.auto()  # in the adapter's hands


@dataclass(slots=True, eq=False)
class _Task:
    job: Job
    done: Done
    cancel: CancelSource
    lane: _Lane
    places_call: bool = False
    urgent: bool = False
    phase: _Phase = _Phase.WAITING
    id: str = field(default_factory=lambda: os.urandom(8).hex())
    asked_at_s: float = field(default_factory=time.monotonic)


class _Lane:
    """One adapter with the workers that may use it: one for orders, one for urgent ones, one for each watched call."""

    def __init__(self, account_id: str, build: Callable[[], Adapter]) -> None:
        self.account_id = account_id
        self.worker = Worker(f"account {account_id}")
        self._urgent = Worker(f"account {account_id}, urgent")
        self._build = build
        self._lock = threading.Lock()
        self._adapter: Adapter | None = None
        self._failed: tuple[float, AppError] | None = None  # when the adapter could last not be built, and why
        self.secrets: tuple[Secret, ...] = ()  # what the adapter was built with
        self._watched: set[CancelSource] = set()

    def queue(self, task: _Task, run: Callable[[_Task, _Lane], None]) -> None:
        (self._urgent if task.urgent else self.worker).submit(lambda: run(task, self))

    def listen(self, task: _Task, run: Callable[[_Task, _Lane], None]) -> None:
        self._watched.add(task.cancel)
        listener = Worker(f"account {self.account_id}, listening")
        listener.submit(lambda: run(task, self))
        listener.submit(lambda: self._watched.discard(task.cancel))
        listener.close(0.0)

    def adapter(self, asked_at_s: float) -> Adapter:
        """Return the adapter, building it first where needed. May block; raises AppError.

        Where it could not be built while the request of `asked_at_s` waited, that error is its answer too.
        """
        with self._lock:
            if self._adapter is None:
                if self._failed is not None and asked_at_s < self._failed[0]:
                    raise self._failed[1]
                try:
                    self._adapter = self._build()
                except AppError as error:
                    self._failed = (time.monotonic(), error)
                    raise
            return self._adapter

    def retire(self) -> None:
        """End what listens, and close the adapter once the job that runs is done. Returns at once."""
        for cancel in tuple(self._watched):
            cancel.cancel()
        self._urgent.close(0.0)
        self.worker.submit(self._close)
        self.worker.close(0.0)

    def _close(self) -> None:
        with self._lock:
            if self._adapter is not None:
                self._adapter.close()


@dataclass(frozen=True, slots=True)
class _Context:
    """What one adapter may use of the program: core.adapter.Context."""

    account_id: str
    user_name: str
    now: Callable[[], datetime]
    redact: Callable[[str], Secret]
    facts: AdapterMemory

    def recall(self, key: str) -> str | None:
        return self.facts.recall(self.account_id, key)

    def remember(self, key: str, value: str) -> None:
        self.facts.remember(self.account_id, key, value)
