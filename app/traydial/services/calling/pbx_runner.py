"""Carries orders to adapters: threads, deadlines, cancelling, secrets. It knows accounts, but nothing about calls."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING
from weakref import WeakSet, ref

from traydial.core.errors import AppError, ConfigError, CredentialsRejected
from traydial.services import accounts
from traydial.services.calling.cancel_source import CancelSource
from traydial.services.calling.pbx_request import Done, Finished, Job, PbxRequest, Phase
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


class PbxRunner:
    """Runs jobs on accounts' workers. Every method may be called from any thread and returns at once.

    `done` is called exactly once for each request, on a thread of the runner's: post to your own. For an account that
    there is not it gets ConfigError(account_unknown), on the thread of the caller.
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
        self._workers: dict[str, AccountWorker] = {}
        self._requests: WeakSet[PbxRequest] = WeakSet()  # those that may still be answered
        self._deadlines = Worker("deadlines")

    def configure(self, config: Config) -> None:
        """Work with the accounts of `config`; those that changed or went get a new adapter or none. No I/O."""
        with self._lock:
            before, self._accounts = self._accounts, {account.id: account for account in config.accounts}
            for account_id in [known for known in self._workers if self._accounts.get(known) != before[known]]:
                self._workers.pop(account_id).retire()

    def reopen(self, account_id: str) -> None:
        """Build the account's adapter anew for the next job: its secrets have changed."""
        with self._lock:
            worker = self._workers.pop(account_id, None)
            if worker is not None:
                worker.retire()

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
    ) -> PbxRequest:
        """Have `job` done with the account's adapter, as soon as the jobs before it are; `urgent` ones run beside them.

        When the deadline passes, `done` gets OutcomeUnknown if the job places a call and had begun, else
        Unreachable(timed_out); the late result is dropped and the stuck worker is replaced. `cancel` is what
        `PbxRequest.cancel` sets.
        """
        request = PbxRequest(account_id, job, done, cancel or CancelSource(), places_call=places_call, urgent=urgent)
        with self._lock:
            worker = self._worker_of(account_id)
            if worker is not None:
                self._requests.add(request)
                worker.take(request)
                # By a reference that keeps nothing: what is done is not to stay until its deadline.
                self._deadlines.submit(partial(_expire, ref(request)), deadline_s)
        if worker is None:
            request.answer(error=self._unknown(account_id))
        return request

    def reads_secrets(self, account_id: str) -> bool:
        """Whether the account's next job waits for the keyring now."""
        with self._lock:
            worker = self._workers.get(account_id)
            return worker is not None and worker.is_building

    def check(self, account: Account, typed: Mapping[str, Secret], *, done: Done, deadline_s: float) -> None:
        """Have `Adapter.check` done for an account that need not be saved; `typed` secrets stand before stored ones."""
        # `redact` keeps what a person has typed out of the log.
        worker = self._new_worker(account, {key: self._redact(secret.reveal()) for key, secret in typed.items()})

        def finish(finished: Finished) -> None:
            worker.retire()
            done(finished)

        request = PbxRequest(account.id, lambda adapter: adapter.check(), finish)
        with self._lock:
            self._requests.add(request)
        worker.take(request)
        self._deadlines.submit(partial(_expire, ref(request)), deadline_s)

    def watch(
        self, account_id: str, call: CallRef, *, updated: Callable[[CallUpdate], None], done: Done, cancel: CancelSource
    ) -> None:
        """Have `Adapter.watch` done on a thread of its own, without a deadline.

        `updated` gets each update on that thread until the last one. When `cancel` is set, by the caller or
        because the account got another adapter, `done` gets Cancelled.
        """

        def job(adapter: Adapter) -> None:
            for update in adapter.watch(call, cancel):
                cancel.check()
                updated(update)
            cancel.check()

        request = PbxRequest(account_id, job, done, cancel)
        with self._lock:
            worker = self._worker_of(account_id)
            if worker is not None:
                self._requests.add(request)
                worker.listen(request)
        if worker is None:
            request.answer(error=self._unknown(account_id))

    def close(self, timeout_s: float = 2.0) -> None:
        """Close all adapters, waiting at most `timeout_s` in all; what is under way gets no answer any more."""
        until_s = time.monotonic() + timeout_s
        with self._lock:
            workers = tuple(self._workers.values())
            self._workers.clear()
            self._accounts.clear()
            for request in self._requests:
                request.drop()
        self._deadlines.close(0.0)
        for worker in workers:
            worker.retire()
        for worker in workers:
            worker.join(max(0.0, until_s - time.monotonic()))

    def _worker_of(self, account_id: str) -> AccountWorker | None:
        account = self._accounts.get(account_id)
        if account is not None and account_id not in self._workers:
            self._workers[account_id] = self._new_worker(account)
        return self._workers.get(account_id)

    def _new_worker(self, account: Account, typed: Mapping[str, Secret] = MappingProxyType({})) -> AccountWorker:
        def build(worker: AccountWorker) -> Adapter:
            spec = self._registry.spec(account.pbx)
            secrets = accounts.load_secrets(spec, account.id, self._secrets, typed)
            worker.secrets = tuple(secrets.values())
            settings = accounts.settings_of(account, spec, secrets)
            ctx = _Context(account.id, self._user_name, self._now, self._redact, self._facts)
            return self._registry.adapter_class(account.pbx)(settings, ctx)

        return AccountWorker(account.id, build, self._replace)

    def _replace(self, worker: AccountWorker) -> None:
        """Put a new worker in the place of `worker`, where it has not gone yet."""
        with self._lock:
            if self._workers.get(worker.account_id) is worker:
                successor = self._new_worker(self._accounts[worker.account_id])
                self._workers[worker.account_id] = successor
                worker.retire(successor)

    def _unknown(self, account_id: str) -> ConfigError:
        return ConfigError("account_unknown", account=account_id, known=", ".join(self._accounts))


class AccountWorker:
    """Has one adapter and three kinds of threads: one for orders, one for what is urgent, one for each watched call.

    `build(worker)` returns the adapter and puts the secrets that it read into `worker.secrets`; it may block and raises
    AppError. The first job that needs the adapter builds it; a failure is that job's error, and the next job tries
    again. `replaced(worker)` is to put another worker in this one's place.
    """

    def __init__(
        self,
        account_id: str,
        build: Callable[[AccountWorker], Adapter],
        replaced: Callable[[AccountWorker], None],
    ) -> None:
        self.account_id = account_id
        self.secrets: tuple[Secret, ...] = ()
        self._build = build
        self._replaced = replaced
        self._orders = Worker(f"account {account_id}")
        self._urgent = Worker(f"account {account_id}, urgent")
        self._waiting: dict[PbxRequest, None] = {}  # in the order in which they came
        self._building = threading.Lock()
        self._adapter: Adapter | None = None
        self._failed: tuple[float, AppError] | None = None  # when the adapter could last not be built, and why
        self._watched: set[CancelSource] = set()

    @property
    def is_building(self) -> bool:
        """Whether the adapter is being built now, which takes as long as reading its secrets."""
        return self._building.locked()

    def take(self, request: PbxRequest) -> None:
        """Run `request` as soon as those before it are done, or beside them where it is urgent."""
        if request.pass_to(self):
            self._waiting[request] = None
            (self._urgent if request.urgent else self._orders).submit(partial(self._run, request))

    def listen(self, request: PbxRequest) -> None:
        """Run `request` on a thread of its own, and cancel it when the worker retires."""
        if request.pass_to(self):
            self._watched.add(request.token)
            listener = Worker(f"account {self.account_id}, listening")
            listener.submit(partial(self._run, request))
            listener.submit(partial(self._watched.discard, request.token))
            listener.close(0.0)

    def replace(self) -> None:
        self._replaced(self)

    def retire(self, successor: AccountWorker | None = None) -> None:
        """End what listens, and close the adapter once the job that runs is done. Returns at once.

        What waits goes to `successor`, where there is one, and is done before that otherwise.
        """
        if successor is not None:
            for request in tuple(self._waiting):
                successor.take(request)
        for cancel in tuple(self._watched):
            cancel.cancel()
        self._urgent.close(0.0)
        self._orders.submit(self._close)
        self._orders.close(0.0)

    def join(self, timeout_s: float) -> None:
        """Wait at most `timeout_s` until a worker that retires has closed its adapter."""
        self._orders.close(timeout_s)

    def _run(self, request: PbxRequest) -> None:
        self._waiting.pop(request, None)
        if not request.enter(Phase.PREPARING, self):
            return
        try:
            adapter = self._built(request.asked_at_s)
            if not request.enter(Phase.BEGUN, self):
                return
            value = request.job(adapter)
        except AppError as error:
            if isinstance(error, CredentialsRejected):
                self.replace()  # so that the next job reads the secrets again: the user corrects them now
            error.redact(*(secret.reveal() for secret in self.secrets))
            request.answer(error=error)
        except Exception as defect:  # noqa: BLE001 - an adapter's defect must not cost the answer
            request.answer(error=report(defect))
        else:
            request.answer(value=value)

    def _built(self, asked_at_s: float) -> Adapter:
        """Return the adapter, building it first where needed. May block; raises AppError.

        Where it could not be built while the request of `asked_at_s` waited, that error is its answer too.
        """
        with self._building:
            if self._adapter is None:
                if self._failed is not None and asked_at_s < self._failed[0]:
                    raise self._failed[1]
                try:
                    self._adapter = self._build(self)
                except AppError as error:
                    self._failed = (time.monotonic(), error)
                    raise
            return self._adapter

    def _close(self) -> None:
        with self._building:
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


def _expire(expired: ref[PbxRequest]) -> None:
    request = expired()
    if request is not None:
        request.expire()
