"""Runs the services on worker threads; the interface of tray and command line.

Four threads: "dialer" never waits for a PBX, the keyring or another program; "blocking" does what may block (reading a
selection, the keyring, the X server, the checks of Diagnostics); "history" looks through past calls for a window;
"tables" plans whole tables of numbers, which takes seconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from traydial.core.config import Config
from traydial.core.consent import Source, deny_list
from traydial.core.errors import AppError, ConfigError, NumberRejected
from traydial.core.events import Declined, DialerEvent, DialRequest
from traydial.core.ports import TextSource
from traydial.core.recording_consent import consent_patterns
from traydial.services.calling.dialer import Dialer
from traydial.services.history.browse import HistoryBrowser
from traydial.services.remote_control import RemoteControl, Reply, check_answer, status_answer
from traydial.services.worker import Worker, report

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from traydial.core.account import Account
    from traydial.core.adapter import AccountInfo, AdapterSpec, Secret
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.dialplan.table import PlannedNumber
    from traydial.core.ports import HotkeyStatus
    from traydial.services.calling.pbx_runner import Finished
    from traydial.services.diagnostics import Check
    from traydial.services.history.store import HistoryEntry
    from traydial.services.program import Program

DAY_S = 86_400.0
DIAL_SELECTION, TOGGLE_RECORDING = "dial_selection", "toggle_recording"
CHECK_DEADLINE_S = 30.0
CLOSE_S = 2.0

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


class Engine:
    """Every method may be called from any thread and returns at once; callbacks run on a thread of the engine's."""

    def __init__(
        self,
        program: Program,
        *,
        emit: Callable[[DialerEvent], None],
        show: Callable[[], None],
        configured: Callable[[Configured], None],
    ) -> None:
        self._program = program
        self._emit_further = emit
        self._configured = configured
        self._state = Configured(config=Config())
        self._problems: dict[str, AppError | None] = {}  # by account, once connecting ahead has ended
        self._to_warm: list[str] = []
        self._warming = False
        self._dialer_thread = Worker("dialer")
        self._blocking = Worker("blocking")
        self._history_thread = Worker("history")
        self._table_thread = Worker("tables")
        self.history = program.history
        self._archive = HistoryBrowser(self.history.connect)
        self._dialer = Dialer(
            runner=program.runner,
            registry=program.registry,
            history=self.history,
            config=self._state.config,
            now=program.now,
            monotonic=time.monotonic,
            screen_lock=program.screen_lock,
            after=self._dialer_thread.after,
            emit=self._emit,
            system_region=program.region,
        )
        self.requests = RemoteControl(
            dialer=self._dialer,
            post=self._dialer_thread.submit,
            status=self._status,
            check=self._checked,
            diagnose=self._diagnosed,
            show=show,
            reload=self.reload,
            pbx_of=lambda account_id: self._state.config.account(account_id).pbx,
        )

    def use(self, config: Config) -> None:
        """Work with `config` from the next request on; without hotkeys, which belong to a tray."""
        self._state = replace(self._state, config=config)
        self._dialer_thread.submit(lambda: self._dialer.configure(config))

    def load(self) -> None:
        """Read the configuration and put it into effect. Blocks; call it once before anything is asked for."""
        error, pinned = None, frozenset[str]()
        try:
            config, pinned = self._program.store.load(), self._program.store.pinned()
        except ConfigError as unreadable:
            config, error = Config(), unreadable
        self.use(config)
        chords = {
            DIAL_SELECTION: config.hotkeys.dial_selection,
            TOGGLE_RECORDING: config.hotkeys.toggle_recording,
        }
        self._state = Configured(
            config=config,
            specs=self._program.registry.specs_of(account.pbx for account in config.accounts),
            hotkeys=self._program.hotkeys.bind(chords, self._pressed),
            region=self._program.region,
            pinned=pinned,
            error=error,
        )
        self._configured(self._state)
        self.warm()
        self._delete_old_calls()

    def tidy(self) -> None:
        """Once, when a tray starts: settle what dead processes left open, and look every day for calls to delete."""
        self._dialer_thread.submit(self.history.abandon)
        self._dialer_thread.after(DAY_S, self._tidy_daily)

    def reload(self, done: Callable[[], None]) -> None:
        """Put into effect what another process has changed: accounts, hotkeys, warm connections."""

        def reloaded() -> None:
            try:
                self.load()
            finally:
                done()

        self._blocking.submit(reloaded)

    def close(self) -> None:
        """End the engine's own threads, within about two seconds. The program's parts stay open: `Program.close`."""
        self._history_thread.submit(self._archive.close)
        until_s = time.monotonic() + CLOSE_S
        for thread in (self._dialer_thread, self._blocking, self._history_thread, self._table_thread):
            thread.close(max(0.0, until_s - time.monotonic()))

    def warm(self) -> None:
        """Connect ahead of a call that is likely to come."""
        self._dialer_thread.submit(self._warm)

    def recent(self, limit: int, done: Callable[[tuple[HistoryEntry, ...]], None]) -> None:
        """Read the latest calls, newest first."""
        self._dialer_thread.submit(lambda: done(self.history.latest(limit)))

    def ask_history(self, job: Callable[[HistoryBrowser], T], done: Callable[[T | AppError], None]) -> None:
        """Run `job` on the thread that looks through past calls; it holds up no call."""
        self._history_thread.submit(lambda: done(_answer(lambda: job(self._archive))))

    def diagnose(self, done: Callable[[tuple[Check, ...], str], None]) -> None:
        """Run the checks of `traydial doctor`; gives them and the report for a defect, without secrets."""

        def diagnosed() -> None:
            from traydial.services import diagnostics

            checks = diagnostics.run(self._program, bound=self._state.hotkeys)
            done(checks, diagnostics.report(self._program, checks))

        self._blocking.submit(diagnosed)

    def all_specs(self, done: Callable[[tuple[AdapterSpec, ...]], None]) -> None:
        """Load every PBX that an account could be made for; finding installed ones takes a moment and some memory."""
        self._blocking.submit(lambda: done(self._program.registry.specs()))

    def post(self, job: Callable[[Dialer], None]) -> None:
        """Run `job` on the dialer's thread."""
        self._dialer_thread.submit(lambda: job(self._dialer))

    def dial(self, text: str, source: Source) -> None:
        self.post(lambda dialer: dialer.request(DialRequest(text=text, source=source)))

    def dial_from(self, place: TextSource, source: Source) -> None:
        """Dial the number that another program has selected or copied."""
        self._blocking.submit(lambda: self._read_and_dial(place, source))

    def explain(self, text: str, account: Account, done: Callable[[DialPlan | AppError], None]) -> None:
        """Plan `text` for `account` as it stands; dials nothing."""
        self._dialer_thread.submit(lambda: done(self._planned(text, account)))

    def plan_table(
        self, file: Path, account: Account, done: Callable[[tuple[PlannedNumber, ...] | AppError], None]
    ) -> None:
        """Plan every number of the CSV `file` for `account` as it stands; dials nothing and holds up no call."""

        def planned() -> tuple[PlannedNumber, ...]:
            from traydial.services import number_table

            rules = self._program.registry.spec(account.pbx).number_rules
            return number_table.load(file, account, rules, region=self._state.config.region or self._program.region)

        self._table_thread.submit(lambda: done(_answer(planned)))

    def save_table(self, table: tuple[PlannedNumber, ...], file: Path, done: Saved) -> None:
        """Write what came of a table of numbers as CSV."""

        def saved() -> None:
            from traydial.services import number_table

            number_table.save(table, file)

        self._table_thread.submit(lambda: done(_answer(saved)))

    def check(
        self, account: Account, typed: Mapping[str, Secret], done: Callable[[AccountInfo | AppError], None]
    ) -> None:
        """Try `account` against its PBX, without a call and without saving it."""

        def finished(outcome: Finished) -> None:
            info: Any = outcome.value
            done(outcome.error or info)

        self._program.runner.check(account, self._redacted(typed), done=finished, deadline_s=CHECK_DEADLINE_S)

    def save_account(self, account: Account, typed: Mapping[str, Secret], done: Saved) -> None:
        """Keep the account and the secrets typed for it; on an error nothing has changed."""

        def save() -> None:
            known = any(a.id == account.id for a in self._program.store.load().accounts)
            (self._program.accounts.change if known else self._program.accounts.add)(account, self._redacted(typed))
            self._program.runner.reopen(account.id)

        self._change(save, done)

    def remove_account(self, account_id: str, done: Saved) -> None:
        def remove() -> None:
            self._program.accounts.remove(account_id)
            self._program.facts.forget(account_id)

        self._change(remove, done)

    def use_account(self, account_id: str, done: Saved) -> None:
        """Dial through `account_id` from now on where no account is named."""
        self._change(lambda: self._program.accounts.make_default(account_id), done)

    def save_config(self, config: Config, done: Saved) -> None:
        """Keep everything but the accounts, which have their own way, and put it into effect."""

        def save() -> None:
            def kept(before: Config) -> Config:
                return replace(config, accounts=before.accounts, default_account=before.default_account)

            consent_patterns(config.recording)  # both raise when what was typed cannot be read
            deny_list(config.consent)
            if config.start_at_login != self._program.autostart.enabled():
                self._program.autostart.set_enabled(config.start_at_login)
            self._program.store.update(kept)

        self._change(save, done)

    def _redacted(self, typed: Mapping[str, Secret]) -> dict[str, Secret]:
        """Keep secrets that a person has typed out of the log."""
        return {key: self._program.redact(secret.reveal()) for key, secret in typed.items()}

    def _change(self, save: Callable[[], object], done: Saved) -> None:
        def run() -> None:
            try:
                save()
            except AppError as error:
                done(error)
            else:
                self.load()
                done(None)

        self._blocking.submit(run)

    def _tidy_daily(self) -> None:
        self._delete_old_calls()
        self._dialer_thread.after(DAY_S, self._tidy_daily)

    def _delete_old_calls(self) -> None:
        """Delete what is older than the user wants to keep, some calls at a time."""
        keep_days = self._state.config.history.keep_days
        if keep_days > 0:
            oldest = self._program.now() - timedelta(days=keep_days)
            self.ask_history(lambda archive: archive.prune(oldest), self._deleted_some)

    def _deleted_some(self, more: bool | AppError) -> None:
        if more is True:
            self._delete_old_calls()

    def _warm(self) -> None:
        config = self._state.config
        # The default account first: most calls go through it.
        accounts = sorted(config.accounts, key=lambda account: account.id != config.default_id)
        self._to_warm = [account.id for account in accounts]
        self._warm_next()
        self._dialer.warm()

    def _warm_next(self) -> None:
        """Connect one account after the other: a call waits for one of them at a slow keyring, not for all."""
        known = {account.id for account in self._state.config.accounts}
        self._to_warm = [account_id for account_id in self._to_warm if account_id in known]
        if self._to_warm and not self._warming:
            self._warming = True
            self._program.runner.warm(self._to_warm.pop(0), done=self._warmed)

    def _warmed(self, finished: Finished) -> None:
        """Note what came of connecting ahead: a problem is told with the first call, and by `status` before."""
        self._problems[finished.account_id] = finished.error

        def go_on() -> None:
            self._warming = False
            self._warm_next()

        self._dialer_thread.submit(go_on)

    def _pressed(self, action: str) -> None:
        if action == DIAL_SELECTION:
            self.dial_from(TextSource.SELECTION, Source.HOTKEY)
        else:
            self.post(lambda dialer: dialer.record())

    def _read_and_dial(self, place: TextSource, source: Source) -> None:
        request = DialRequest(text="", source=source)
        try:
            request = replace(request, text=self._program.text_reader.read(place))
        except AppError as error:
            self._emit_further(Declined(request_id=request.id, input="", error=error))
        else:
            self.post(lambda dialer: dialer.request(request))

    def _planned(self, text: str, account: Account) -> DialPlan | AppError:
        from traydial.core.dialplan.plan import plan
        from traydial.core.number.read import read

        rules = self._program.registry.spec(account.pbx).number_rules
        region = self._state.config.region or self._program.region
        try:
            found = read(text, region=account.region or region).candidates
            if len(found) > 1:
                return NumberRejected("number_several", numbers=", ".join(c.text for c in found))
            return plan(found[0], account, rules, region=region)
        except AppError as error:
            return error

    def _emit(self, event: DialerEvent) -> None:
        if not self.requests.observe(event):
            self._emit_further(event)

    def _status(self) -> dict[str, Any]:
        state = self._state
        return status_answer(state.config, self._problems, state.hotkeys, self._dialer.open_calls)

    def _checked(self, account_id: str, reply: Reply) -> None:
        """Try the account for another process, as it is saved now."""

        def check() -> None:
            try:
                account = self._program.store.load().account(account_id)
                self.check(account, {}, lambda outcome: reply(check_answer(outcome)))
            except AppError as error:
                reply(check_answer(error))

        self._blocking.submit(check)

    def _diagnosed(self, reply: Reply) -> None:
        from traydial.services import diagnostics

        self.diagnose(lambda checks, _report: reply({"checks": [diagnostics.answer(check) for check in checks]}))


def _answer(job: Callable[[], T]) -> T | AppError:
    """Return what `job` returns, or the error that it raises; a window that asks is always answered."""
    try:
        return job()
    except AppError as error:
        return error
    except Exception as defect:  # noqa: BLE001 - a defect must not cost the answer
        return report(defect)
