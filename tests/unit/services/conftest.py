"""The services at work, and a PBX inside this process for what real HTTP cannot time exactly.

Its answers block until the test lets them go.
"""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import ClassVar

import pytest

from traydial.core.account import Account
from traydial.core.adapter import (
    AccountInfo,
    AccountSettings,
    AdapterSpec,
    CancelToken,
    Capability,
    Context,
    DialOrder,
    Field,
    Kind,
    Secret,
)
from traydial.core.call import CallRef, CallUpdate
from traydial.core.config import Config, ConsentSettings
from traydial.core.consent import Source
from traydial.core.errors import AppError, Cancelled, SecretStoreError
from traydial.core.events import CallChanged, Declined, DialRequest
from traydial.services.calling.adapter_memory import AdapterMemory
from traydial.services.calling.dialer import Dialer
from traydial.services.calling.pbx_request import Finished
from traydial.services.calling.pbx_runner import PbxRunner
from traydial.services.history.store import HistoryStore
from traydial.services.registry import Registry
from traydial.services.worker import Worker

NUMBER = "+39 0444 123456"
WAIT_S = 10.0  # how long a test waits for what must happen

SPEC = AdapterSpec(
    id="bench",
    name="Bench PBX",
    capabilities=Capability.DIAL
    | Capability.HANG_UP
    | Capability.RECORD_AT_DIAL
    | Capability.RECORD_DURING_CALL
    | Capability.TAG,
    fields=(
        Field(key="server", kind=Kind.URL, label="Server", required=True),
        Field(key="extension", label="Extension", pattern=r"[0-9]{3,4}", hint="3 or 4 digits, for example 101"),
        Field(key="password", kind=Kind.SECRET, label="Password", required=True),
        Field(key="token", kind=Kind.SECRET, label="Token"),
        Field(key="mode", kind=Kind.CHOICE, label="Mode", default="fast", choices=("fast", "slow")),
        Field(key="auto_answer", kind=Kind.BOOL, label="Answer by itself", default=False),
    ),
)


CANCELLED = Cancelled(sent=True)


class BenchPbx:
    """What the adapters of "bench" do; a test replaces `answers` and looks at the rest."""

    def __init__(self) -> None:
        self.opened: list[AccountSettings] = []
        self.closed = threading.Event()
        self.left = threading.Event()  # the client has gone
        self.orders: list[DialOrder] = []
        self.commands: list[str] = []
        self.threads: list[str] = []
        self.answers: dict[str, Callable[[], CallRef]] = {}
        self.update: queue.SimpleQueue[CallUpdate | AppError | None] = queue.SimpleQueue()  # None: no more

    def ask(self, command: str) -> CallRef:
        self.commands.append(command)
        self.threads.append(threading.current_thread().name)
        return self.answers.get(command, lambda: CallRef(call_id="17"))()

    def fail(self, command: str, error: Exception) -> None:
        def answer() -> CallRef:
            raise error

        self.answers[command] = answer

    def watch(self, cancel: CancelToken) -> Iterator[CallUpdate]:
        try:
            with cancel.interrupting(lambda: self.update.put(CANCELLED)):
                while (update := self.update.get(timeout=WAIT_S)) is not None:
                    if update is CANCELLED:
                        cancel.check()
                        self.update.put(CANCELLED)  # another watch's
                    elif isinstance(update, AppError):
                        raise update
                    else:
                        yield update
        finally:
            self.left.set()

    def module(self) -> ModuleType:
        pbx = self

        class Adapter:
            def __init__(self, settings: AccountSettings, ctx: Context) -> None:
                pbx.opened.append(settings)
                self.ctx = ctx

            def warm(self) -> None:
                pbx.ask("warm")

            def check(self) -> AccountInfo:
                return AccountInfo(summary=pbx.ask("check").answer)

            def dial(self, order: DialOrder) -> CallRef:
                pbx.orders.append(order)
                return pbx.ask("dial")

            def hang_up(self, call: CallRef) -> None:
                pbx.ask("hang_up")

            def start_recording(self, call: CallRef, *, tag: str = "") -> CallRef:
                return pbx.ask("start_recording")

            def stop_recording(self, call: CallRef) -> CallRef:
                return pbx.ask("stop_recording")

            def watch(self, call: CallRef, cancel: CancelToken) -> Iterator[CallUpdate]:
                return pbx.watch(cancel)

            def close(self) -> None:
                pbx.closed.set()

        module = ModuleType("bench_pbx")
        module.SPEC, module.Adapter = SPEC, Adapter
        return module


class Keyring:
    """A secret store in memory, which a test can lock."""

    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {("office", "password"): "hush"}
        self.error: SecretStoreError | None = None
        self.waits_for: threading.Event | None = None

    def get(self, account_id: str, field: str) -> Secret | None:
        self._answer()
        value = self.secrets.get((account_id, field))
        return None if value is None else Secret(value)

    def set(self, account_id: str, field: str, secret: Secret) -> None:
        self._answer()
        self.secrets[account_id, field] = secret.reveal()

    def delete(self, account_id: str, field: str) -> None:
        self._answer()
        self.secrets.pop((account_id, field), None)

    def _answer(self) -> None:
        if self.waits_for is not None:
            self.waits_for.wait(WAIT_S)
        if self.error is not None:
            raise self.error

    def lock(self) -> None:
        self.error = SecretStoreError("secret_store_locked")


class Clock:
    """Wall time that stands still, and a monotonic time that a test moves."""

    time: ClassVar = datetime(2026, 3, 9, 14, 5, 7, tzinfo=UTC)

    def __init__(self) -> None:
        self.moment_s = 1000.0

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.moment_s


@pytest.fixture
def pbx() -> BenchPbx:
    return BenchPbx()


@pytest.fixture
def registry(pbx: BenchPbx, monkeypatch: pytest.MonkeyPatch) -> Registry:
    monkeypatch.setitem(sys.modules, "bench_pbx", pbx.module())
    return Registry({"bench": "bench_pbx"})


class Slow:
    """An answer that comes only when the test lets it."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.answer = threading.Event()

    def __call__(self) -> CallRef:
        self.reached.set()
        self.answer.wait(WAIT_S)
        return CallRef(call_id="17")


@pytest.fixture
def slow(pbx: BenchPbx) -> Iterator[Slow]:
    """A PBX that answers a dial only when the test lets it."""
    slow = pbx.answers["dial"] = Slow()
    yield slow
    slow.answer.set()


@pytest.fixture
def keyring() -> Keyring:
    return Keyring()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office() -> Account:
    return Account(id="office", pbx="bench", region="IT", settings={"server": "https://pbx.example.com"})


@pytest.fixture
def config(office: Account) -> Config:
    return Config(accounts=(office,))


@pytest.fixture
def runner(registry: Registry, keyring: Keyring, clock: Clock, config: Config, tmp_path: Path) -> Iterator[PbxRunner]:
    runner = PbxRunner(
        registry=registry,
        secrets=keyring,
        facts=AdapterMemory(tmp_path / "facts.json"),
        redact=Secret,
        now=clock.now,
        user_name="mrossi",
    )
    runner.configure(config)
    yield runner
    runner.close()


class Outcomes:
    """Collects what `done` is given."""

    def __init__(self) -> None:
        self._finished: queue.SimpleQueue[Finished] = queue.SimpleQueue()

    def __call__(self, finished: Finished) -> None:
        self._finished.put(finished)

    def next(self) -> Finished:
        return self._finished.get(timeout=WAIT_S)

    @property
    def none_left(self) -> bool:
        return self._finished.empty()


@pytest.fixture
def outcomes() -> Outcomes:
    return Outcomes()


class Screen:
    locked = False

    def is_locked(self):
        return self.locked


class Work:
    """The dialer on its thread, and what it said."""

    def __init__(self):
        self.thread = Worker("dialer")
        self.events = queue.SimpleQueue()
        self.requests = None  # of other processes, in a test about them

    def emit(self, event):
        if self.requests is None or not self.requests.observe(event):
            self.events.put(event)

    def do(self, name, *args, **kwargs):
        """Have the dialer do something, and return once it has."""
        outcome = queue.SimpleQueue()
        self.thread.submit(lambda: outcome.put(attrgetter(name)(self.dialer)(*args, **kwargs)))
        return outcome.get(timeout=WAIT_S)

    def dial(self, text=NUMBER, source=Source.DIAL_WINDOW, **changes):
        request = DialRequest(text=text, source=source, **changes)
        self.do("request", request)
        return request.id

    def next(self, kind=None):
        event = self.events.get(timeout=WAIT_S)
        assert kind is None or isinstance(event, kind), event
        return event

    def call(self, state=None, recording=None):
        """Wait until a call is in that state, passing over others."""
        while True:
            call = self.next(CallChanged).call
            if state in (None, call.state) and recording in (None, call.recording):
                return call

    def declined(self):
        return self.next(Declined).error

    def beside(self):
        """Place calls beside those that last, without a question."""
        self.config = replace(self.config, consent=replace(self.config.consent, ask_in_call=False))
        self.do("configure", self.config)

    def quiet(self):
        """Whether the dialer has nothing more to say and to do."""
        self.do("configure", self.config)
        return self.events.empty()


@pytest.fixture
def screen():
    return Screen()


@pytest.fixture
def history(tmp_path, clock):
    history = HistoryStore(tmp_path / "history.sqlite", now=clock.now)
    yield history
    history.close()


@pytest.fixture
def work(runner, registry, history, config, clock, screen):
    work = Work()
    work.clock = clock
    work.config = replace(config, consent=ConsentSettings(undo_s=0.05))
    work.dialer = Dialer(
        runner=runner,
        registry=registry,
        history=history,
        config=work.config,
        now=clock.now,
        monotonic=clock.monotonic,
        screen_lock=screen,
        after=work.thread.after,
        emit=work.emit,
        system_region="IT",
    )
    yield work
    work.thread.close()
