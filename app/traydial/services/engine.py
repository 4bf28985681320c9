"""Runs the services on their threads: what tray and command line ask of the program."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from traydial.core.call import RecordingAction
from traydial.core.config import Config
from traydial.core.consent import Source
from traydial.core.errors import AppError, ConfigError
from traydial.core.events import AccountChecked, Declined, DialerEvent, DialRequest
from traydial.core.ports import TextSource
from traydial.services.administration import Administration, Configured, Parts, at_once
from traydial.services.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traydial.services.calling.pbx_request import Finished
    from traydial.services.program import Program
    from traydial.services.remote_control import Answer, Reply

DAY_S = 86_400.0
DIAL_SELECTION, TOGGLE_RECORDING = "dial_selection", "toggle_recording"
OPEN_S = 20.0  # from a cold disk on a slow machine
CLOSE_S = 2.0

T = TypeVar("T")
Saved = Callable[[AppError | None], None]


class Engine(Administration):
    """Every method may be called from any thread, also before `open`, and returns at once; it is done once all is open.

    `program` makes the parts, on a thread of the engine's; who gives it closes them, after the engine. `deliver` runs
    the answers to what is asked (the GUI's: in its thread); `emit`, `show` and `configured` are called on the engine's.
    """

    def __init__(
        self,
        program: Callable[[], Program],
        *,
        emit: Callable[[DialerEvent], None],
        show: Callable[[], None],
        configured: Callable[[Configured], None],
        deliver: Callable[[Callable[[], None]], None] = at_once,
    ) -> None:
        super().__init__(emit=emit, deliver=deliver)
        self._make_program = program
        self._show = show
        self._configured = configured
        self._problems: dict[str, AppError | None] = {}  # by account, once connecting ahead has ended
        self._to_warm: list[str] = []
        self._warming = False
        self._start = Worker("start")

    def open(self) -> None:
        """Make the program and read the configuration, on a thread for this alone; then it dials. To be called once."""
        self._start.submit(self._open)

    def start(self) -> None:
        """Do what a tray does beside dialling: hotkeys, and connections ahead of calls."""
        self._blocking.submit(self._take_effect)

    def tidy(self) -> None:
        """Once, when a tray starts: settle what dead processes left open, and look every day for calls to delete."""
        self._dialer_thread.submit(lambda: self.history.abandon())  # noqa: PLW0108 - there may be none yet
        self._dialer_thread.after(DAY_S, self._tidy_daily)

    def load(self) -> None:
        """Read the configuration and put it into effect, the hotkeys too. Blocks; never in the GUI thread."""
        self._read_configuration(self._program)
        config = self._state.config
        self._dialer_thread.submit(lambda: self._dialer.configure(config))
        self._take_effect()

    def reload(self, done: Callable[[], None]) -> None:
        """Put into effect what another process has changed: accounts, hotkeys, warm connections."""

        def reloaded() -> None:
            try:
                self.load()
            finally:
                done()

        self._blocking.submit(reloaded)

    def close(self) -> None:
        """End the engine's own threads, within about two seconds once it is open. The program's parts stay open."""
        self._start.close(OPEN_S)  # what opens now must be there to be closed
        self._dialer_thread.close(CLOSE_S)
        if self._opened.done() and self._opened.exception() is None:
            self._history_thread.submit(self._opened.result().browser.close)
        until_s = time.monotonic() + CLOSE_S
        for thread in (self._blocking, self._history_thread, self._table_thread):
            thread.close(max(0.0, until_s - time.monotonic()))

    def handle(self, request: Mapping[str, Any], reply: Reply) -> None:
        """Answer what another process asks; see `RemoteControl`."""
        self._dialer_thread.submit(lambda: self._opened.result().remote_control.handle(request, reply))

    def dial(self, text: str, source: Source) -> None:
        self._dialer_thread.submit(lambda: self._dialer.request(DialRequest(text=text, source=source)))

    def dial_clipboard(self) -> None:
        self._blocking.submit(lambda: self._read_and_dial(TextSource.CLIPBOARD, Source.CLIPBOARD))

    def choose(self, request_id: str, index: int) -> None:
        self._dialer_thread.submit(lambda: self._dialer.choose(request_id, index))

    def choose_account(self, request_id: str, account_id: str) -> None:
        self._dialer_thread.submit(lambda: self._dialer.choose_account(request_id, account_id))

    def confirm(self, request_id: str) -> None:
        self._dialer_thread.submit(lambda: self._dialer.confirm(request_id))

    def refuse(self, request_id: str) -> None:
        self._dialer_thread.submit(lambda: self._dialer.refuse(request_id))

    def answer_recording(self, request_id: str, agreed: bool) -> None:
        self._dialer_thread.submit(lambda: self._dialer.answer_recording(request_id, agreed))

    def cancel(self, request_id: str) -> None:
        self._dialer_thread.submit(lambda: self._dialer.cancel(request_id))

    def hang_up(self) -> None:
        self._dialer_thread.submit(lambda: self._dialer.calls.hang_up())  # noqa: PLW0108 - there may be none yet

    def record(self, action: RecordingAction) -> None:
        self._dialer_thread.submit(lambda: self._dialer.calls.recording.record(action))

    def arm_recording(self, on: bool) -> None:
        self._dialer_thread.submit(lambda: self._dialer.arm_recording(on))

    def warm(self) -> None:
        """Connect ahead of a call that is likely to come."""
        self._dialer_thread.submit(self._warm)

    def _open(self) -> None:
        try:
            self._opened.set_result(self._parts())
        except BaseException as error:
            self._opened.set_exception(error)
            raise

    def _parts(self) -> Parts:
        from traydial.services.calling.dialer import Dialer
        from traydial.services.history.browse import HistoryBrowser
        from traydial.services.remote_control import RemoteControl

        program = self._make_program()
        self._read_configuration(program)
        dialer = Dialer(
            runner=program.runner,
            registry=program.registry,
            history=program.history,
            config=self._state.config,
            now=program.now,
            monotonic=time.monotonic,
            screen_lock=program.desktop.screen_lock,
            after=self._dialer_thread.after,
            emit=self._emit,
            system_region=program.desktop.region,
        )
        remote_control = RemoteControl(
            dialer=dialer,
            post=self._dialer_thread.submit,
            status=self._status,
            check=self._checked,
            diagnose=self._diagnosed,
            show=self._show,
            reload=self.reload,
            pbx_of=lambda account_id: self._state.config.account(account_id).pbx,
        )
        browser = HistoryBrowser(program.history.connect)
        return Parts(program=program, dialer=dialer, remote_control=remote_control, browser=browser)

    def _read_configuration(self, program: Program) -> None:
        error, pinned = None, frozenset[str]()
        try:
            config, pinned = program.store.load(), program.store.pinned()
        except ConfigError as unreadable:
            config, error = Config(), unreadable
        self._state = replace(self._state, config=config, region=program.desktop.region, pinned=pinned, error=error)

    def _take_effect(self) -> None:
        program, config = self._program, self._state.config
        chords = {
            DIAL_SELECTION: config.hotkeys.dial_selection,
            TOGGLE_RECORDING: config.hotkeys.toggle_recording,
        }
        self._state = replace(
            self._state,
            specs=program.registry.specs_of(account.pbx for account in config.accounts),
            hotkeys=program.desktop.hotkeys.bind(chords, self._pressed),
        )
        self._configured(self._state)
        self.warm()
        self._delete_old_calls()

    def _tidy_daily(self) -> None:
        self._delete_old_calls()
        self._dialer_thread.after(DAY_S, self._tidy_daily)

    def _delete_old_calls(self) -> None:
        """Delete what is older than the user wants to keep, some calls at a time."""
        keep_days = self._state.config.history.keep_days
        if keep_days > 0:
            oldest = self._program.now() - timedelta(days=keep_days)
            self._history_thread.submit(lambda: self._prune(oldest))

    def _prune(self, oldest: datetime) -> None:
        with contextlib.suppress(AppError):  # tried again tomorrow
            if self._opened.result().browser.prune(oldest):
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
        self._emit_further(AccountChecked(account_id=finished.account_id, error=finished.error))

        def go_on() -> None:
            self._warming = False
            self._warm_next()

        self._dialer_thread.submit(go_on)

    def _pressed(self, action: str) -> None:
        if action == DIAL_SELECTION:
            self._blocking.submit(lambda: self._read_and_dial(TextSource.SELECTION, Source.HOTKEY))
        else:
            self.record(RecordingAction.TOGGLE)

    def _read_and_dial(self, place: TextSource, source: Source) -> None:
        """Dial the number that another program has selected or copied."""
        try:
            text = self._program.desktop.text_reader.read(place)
        except AppError as error:
            self._emit_further(Declined(request_id=DialRequest(text="", source=source).id, input="", error=error))
        else:
            self.dial(text, source)

    def _emit(self, event: DialerEvent) -> None:
        if not self._opened.result().remote_control.observe(event):
            self._emit_further(event)

    def _status(self) -> Answer:
        from traydial.services.remote_control import status_answer

        state = self._state
        return status_answer(state.config, self._problems, state.hotkeys, self._dialer.calls.open)

    def _checked(self, account_id: str, reply: Reply) -> None:
        """Try the account for another process, as it is saved now."""
        from traydial.services.accounts import AccountDraft
        from traydial.services.remote_control import check_answer

        def check() -> None:
            try:
                account = self._program.store.load().account(account_id)
            except AppError as error:
                reply(check_answer(error))
            else:
                self.check_account(AccountDraft(account=account), lambda outcome: reply(check_answer(outcome)))

        self._blocking.submit(check)

    def _diagnosed(self, reply: Reply) -> None:
        from traydial.services import diagnostics

        self.diagnose(lambda checks, _report: reply({"checks": [diagnostics.answer(check) for check in checks]}))
