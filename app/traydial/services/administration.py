"""What windows ask of the program beside calls: accounts, settings, past calls, checks, tests of numbers.

Four threads: "dialer" never waits for a PBX, the keyring or another program; "blocking" does what may block (reading a
selection, the keyring, the X server, the checks of Diagnostics); "history" looks through past calls for a window;
"tables" plans whole tables of numbers, which takes seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from traydial.core.config import Config
from traydial.core.consent import deny_list
from traydial.core.errors import AppError, NumberRejected
from traydial.core.events import Declined, DialerEvent, HistoryChanged
from traydial.core.recording_consent import consent_patterns
from traydial.services.worker import Worker, report

if TYPE_CHECKING:
    from pathlib import Path

    from traydial.core.account import Account
    from traydial.core.adapter import AccountInfo, AdapterSpec
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.dialplan.table import PlannedNumber
    from traydial.core.ports import HotkeyStatus, SchemeStatus
    from traydial.services.accounts import AccountDraft
    from traydial.services.calling.dialer import Dialer
    from traydial.services.calling.pbx_request import Finished
    from traydial.services.diagnostics import Check
    from traydial.services.history.browse import HistoryBrowser
    from traydial.services.history.store import HistoryEntry, HistoryStore
    from traydial.services.program import Program
    from traydial.services.remote_control import RemoteControl

CHECK_DEADLINE_S = 30.0

T = TypeVar("T")
Saved = Callable[[AppError | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Configured:
    """The configuration that is in effect now. `error`: the file could not be read, and the defaults are."""

    config: Config
    specs: tuple[AdapterSpec, ...] = ()  # of the accounts' PBXs
    hotkeys: tuple[HotkeyStatus, ...] = ()
    region: str = ""  # of the desktop, where the configuration names none
    pinned: frozenset[str] = frozenset()  # what an administrator has decided, such as "consent.level"
    error: AppError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What works once the engine is open."""

    program: Program
    dialer: Dialer
    remote_control: RemoteControl
    browser: HistoryBrowser


def at_once(answer: Callable[[], None]) -> None:
    answer()


class Administration:
    """The part of `Engine` that answers windows; what is said there of threads and answers holds here too."""

    def __init__(
        self, *, emit: Callable[[DialerEvent], None], deliver: Callable[[Callable[[], None]], None] = at_once
    ) -> None:
        self._emit_further = emit
        self._deliver = deliver
        self._state = Configured(config=Config())
        self._opened: Future[Parts] = Future()
        self._dialer_thread = Worker("dialer")
        self._blocking = Worker("blocking")
        self._history_thread = Worker("history")
        self._table_thread = Worker("tables")

    def load(self) -> None:
        """Read the configuration and put it into effect. Blocks; never in the GUI thread."""
        raise NotImplementedError

    def recent(self, limit: int, done: Callable[[tuple[HistoryEntry, ...]], None]) -> None:
        """Read the latest calls, newest first."""
        self._answer(self._dialer_thread, lambda: self.history.latest(limit), done)

    def ask_history(self, job: Callable[[HistoryBrowser], T], done: Callable[[T | AppError], None]) -> None:
        """Run `job` on the thread that looks through past calls; it holds up no call."""
        self._try(self._history_thread, lambda: job(self._opened.result().browser), done)

    def change_history(self, job: Callable[[HistoryBrowser], T], done: Callable[[T | AppError], None]) -> None:
        """Like `ask_history`, for a job that changes what the latest calls are or are called."""

        def changed(answer: T | AppError) -> None:
            done(answer)
            self._emit_further(HistoryChanged())

        self.ask_history(job, changed)

    def diagnose(self, done: Callable[[tuple[Check, ...], str], None]) -> None:
        """Run the checks of `traydial doctor`; gives them and the report for a defect, without secrets."""

        def diagnosed() -> tuple[tuple[Check, ...], str]:
            from traydial.services import diagnostics

            checks = diagnostics.run(self._program, bound=self._state.hotkeys)
            return checks, diagnostics.report(self._program, checks)

        self._answer(self._blocking, diagnosed, lambda answer: done(*answer))

    def all_specs(self, done: Callable[[tuple[AdapterSpec, ...]], None]) -> None:
        """Load every PBX that an account could be made for; finding installed ones takes a moment and some memory."""
        self._answer(self._blocking, lambda: self._program.registry.specs(), done)  # noqa: PLW0108 - there may be none yet

    def explain(self, text: str, account: Account, done: Callable[[DialPlan | AppError], None]) -> None:
        """Plan `text` for `account` as it stands; dials nothing."""
        self._try(self._dialer_thread, lambda: self._planned(text, account), done)

    def plan_table(
        self, file: Path, account: Account, done: Callable[[tuple[PlannedNumber, ...] | AppError], None]
    ) -> None:
        """Plan every number of the CSV `file` for `account` as it stands; dials nothing and holds up no call."""

        def planned() -> tuple[PlannedNumber, ...]:
            from traydial.services import number_table

            rules = self._program.registry.spec(account.pbx).number_rules
            return number_table.load(file, account, rules, region=self._region)

        self._try(self._table_thread, planned, done)

    def save_table(self, table: tuple[PlannedNumber, ...], file: Path, done: Saved) -> None:
        """Write what came of a table of numbers as CSV."""

        def saved() -> None:
            from traydial.services import number_table

            number_table.save(table, file)

        self._try(self._table_thread, saved, done)

    def check_account(self, draft: AccountDraft, done: Callable[[AccountInfo | AppError], None]) -> None:
        """Try the account against its PBX, without a call and without saving it."""

        def finished(outcome: Finished) -> None:
            info: Any = outcome.value
            self._deliver(lambda: done(outcome.error or info))

        def check() -> None:
            self._program.runner.check(draft.account, draft.secrets, done=finished, deadline_s=CHECK_DEADLINE_S)

        self._dialer_thread.submit(check)

    def save_account(self, draft: AccountDraft, done: Saved) -> None:
        """Keep the account and the secrets typed for it; on an error nothing has changed."""

        def save() -> None:
            account, typed = draft.account, draft.secrets
            known = any(a.id == account.id for a in self._program.store.load().accounts)
            (self._program.accounts.change if known else self._program.accounts.add)(account, typed)
            self._program.runner.reopen(account.id)

        self._change(save, done)

    def remove_account(self, account_id: str, done: Saved) -> None:
        def remove() -> None:
            self._program.accounts.remove(account_id)

        self._change(remove, done)

    def use_account(self, account_id: str) -> None:
        """Dial through `account_id` from now on where no account is named."""

        def used(error: AppError | None) -> None:
            if error is not None:
                self._emit_further(Declined(request_id="", input="", error=error))

        self._change(lambda: self._program.accounts.make_default(account_id), used)

    def link_schemes(self, done: Callable[[tuple[SchemeStatus, ...] | AppError], None]) -> None:
        """Ask the desktop which programs open telephone links."""
        self._try(self._blocking, lambda: self._program.desktop.link_handler.status(), done)  # noqa: PLW0108 - as above

    def register_links(self, on: bool, done: Saved) -> None:
        """Make this program the one that opens telephone links on this desktop, or no longer."""

        def register() -> None:
            handler = self._program.desktop.link_handler
            (handler.install if on else handler.remove)()

        self._try(self._blocking, register, done)

    def save_config(self, config: Config, done: Saved) -> None:
        """Keep everything but the accounts, which have their own way, and put it into effect."""

        def save() -> None:
            def kept(before: Config) -> Config:
                return replace(config, accounts=before.accounts, default_account=before.default_account)

            consent_patterns(config.recording)  # both raise when what was typed cannot be read
            deny_list(config.consent)
            if config.start_at_login != self._program.desktop.autostart.enabled():
                self._program.desktop.autostart.set_enabled(config.start_at_login)
            self._program.store.update(kept)

        self._change(save, done)

    @property
    def history(self) -> HistoryStore:
        return self._program.history

    @property
    def _program(self) -> Program:
        """The program's parts; waits until they are there."""
        return self._opened.result().program

    @property
    def _dialer(self) -> Dialer:
        return self._opened.result().dialer

    @property
    def _region(self) -> str:
        """The country of an account that names none."""
        return self._state.config.region or self._program.desktop.region

    def _answer(self, thread: Worker, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run `job` on `thread` and deliver what it returns."""

        def run() -> None:
            answer = job()
            self._deliver(lambda: done(answer))

        thread.submit(run)

    def _try(self, thread: Worker, job: Callable[[], T], done: Callable[[T | AppError], None]) -> None:
        """Run `job` on `thread` and deliver what it returns, or its error; a window that asks is always answered."""

        def tried() -> T | AppError:
            try:
                return job()
            except AppError as error:
                return error
            except Exception as defect:  # noqa: BLE001 - a defect must not cost the answer
                return report(defect)

        self._answer(thread, tried, done)

    def _change(self, save: Callable[[], object], done: Saved) -> None:
        def run() -> None:
            failure: AppError | None = None
            try:
                save()
            except AppError as error:
                failure = error
            else:
                self.load()
            self._deliver(lambda: done(failure))

        self._blocking.submit(run)

    def _planned(self, text: str, account: Account) -> DialPlan:
        from traydial.core.dialplan.plan import plan
        from traydial.core.number.read import read

        rules = self._program.registry.spec(account.pbx).number_rules
        region = self._region
        found = read(text, region=account.region or region).candidates
        candidate, *others = found
        if others:
            raise NumberRejected("number_several", numbers=", ".join(c.text for c in found))
        return plan(candidate, account, rules, region=region)
