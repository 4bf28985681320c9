"""The program with a tray: passes the widgets' requests to the engine, and the engine's events to the widgets.

Everything here runs in the GUI thread and returns at once; answers come back through the bridge.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer

from traydial.core.consent import Source
from traydial.core.events import CallChanged, Declined
from traydial.core.ports import TextSource
from traydial.ui.base.bridge import Bridge
from traydial.ui.base.commands import AccountView
from traydial.ui.base.window_memory import WindowMemory
from traydial.ui.tray.icon import RECENT_LIMIT
from traydial.ui.windows import Windows

if TYPE_CHECKING:
    from pathlib import Path

    from traydial.core.account import Account
    from traydial.core.adapter import AdapterSpec
    from traydial.core.config import Config
    from traydial.core.dialplan.table import PlannedNumber
    from traydial.core.errors import AppError
    from traydial.core.events import DialerEvent
    from traydial.core.ports import Notifier
    from traydial.services.calling.dialer import Dialer
    from traydial.services.engine import Configured, Engine
    from traydial.services.history.browse import HistoryBrowser
    from traydial.ui.base.commands import AccountDraft, Checked, Diagnosed, Explained, Planned, Saved
    from traydial.ui.base.i18n import Language
    from traydial.ui.instance.server import Answer, Reply

T = TypeVar("T")
# Numbers of which the newest are offered; a number that was called ten times is one of them.
RECENT_CALLS = 10 * RECENT_LIMIT


class Controller:
    """Fulfils `ui.base.commands.Commands`. Create it in the GUI thread, after the QApplication.

    The engine is made on a thread of its own once the tray is there, so that nothing delays the tray; `serve` gives it.
    What is asked for before waits for it.
    """

    def __init__(
        self,
        language: Language,
        leave: Callable[[], None],
        notifier: Notifier | None = None,
        *,
        windows_file: Path | None = None,
    ) -> None:
        self.bridge = Bridge()
        self.bridge.happened.connect(self._happened)
        self._language = language
        self._leave = leave
        self.windows = Windows(self, notifier=notifier, memory=WindowMemory(windows_file))
        self._notifier = notifier
        if notifier is not None:
            notifier.listen(lambda event: self.bridge.post(lambda: self.windows.popups.told(event)))
        self._engine: Engine | None = None
        self._waiting: list[Callable[[Engine], None]] = []
        self._configured: Configured | None = None

    def show(self) -> None:
        """Put the icon into the tray, or a window in its place where there is none."""
        self.windows.tray.show()
        QTimer.singleShot(0, self._speak_as_the_desktop)

    def serve(self, engine: Engine) -> None:
        """Work with `engine` from now on."""
        self._engine = engine
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            job(engine)

    def close(self) -> None:
        """Close all windows. Nothing is sent any more, and answers that come now are dropped."""
        self.bridge.close()
        self.windows.close()
        if self._notifier is not None:
            self._notifier.close()

    def show_configuration(self, configured: Configured) -> None:
        """Draw what the configuration decides."""
        before, self._configured = self._configured, configured
        config = configured.config
        if before is None or config.language != before.config.language:
            self._language.use(config.language)
            self.windows.retranslate()
        if before is None:
            self.windows.build_popup_ahead()
        specs = {spec.id: spec for spec in configured.specs}
        views = tuple(AccountView(account=a, spec=specs[a.pbx]) for a in config.accounts if a.pbx in specs)
        self.windows.show_accounts(views, config.default_id)
        self.windows.show_masking(config.history.mask)
        self.windows.tray.show_left_click(config.ui.left_click)
        self.windows.popups.place = config.ui.popup
        if configured.error is not None:
            self.show_error(configured.error)
        self._draw_recent()

    def _speak_as_the_desktop(self) -> None:
        """Use the desktop's language until the configuration, which may name another one, has been read."""
        if self._configured is None:
            self._language.use("")
            self.windows.retranslate()

    def show_error(self, error: AppError) -> None:
        """Say what went wrong outside any call."""
        self.windows.show_error(error)

    def answer_process(self, request: Answer, reply: Reply) -> None:
        """Answer what another process asks over the instance socket."""
        self._with_engine(lambda engine: engine.requests.handle(request, reply))

    def open_link(self, link: str) -> None:
        """Dial a link that was clicked."""
        self.dial(link, Source.LINK)

    def dial(self, text: str, source: Source) -> None:
        self._with_engine(lambda engine: engine.dial(text, source))

    def dial_clipboard(self) -> None:
        self._with_engine(lambda engine: engine.dial_from(TextSource.CLIPBOARD, Source.CLIPBOARD))

    def choose(self, request_id: str, index: int) -> None:
        self._post(lambda dialer: dialer.choose(request_id, index))

    def answer(self, request_id: str, yes: bool) -> None:
        self._post(lambda dialer: dialer.answer(request_id, yes))

    def cancel(self, request_id: str) -> None:
        self._post(lambda dialer: dialer.cancel(request_id))

    def answer_recording(self, request_id: str, agreed: bool) -> None:
        self._post(lambda dialer: dialer.answer_recording(request_id, agreed))

    def record(self, on: bool) -> None:
        self._post(lambda dialer: dialer.record(on))

    def arm_recording(self, on: bool) -> None:
        self._post(lambda dialer: dialer.arm_recording(on))

    def hang_up(self) -> None:
        self._post(lambda dialer: dialer.hang_up())

    def use_account(self, account_id: str) -> None:
        def used(error: AppError | None) -> None:
            if error is not None:
                self.show_error(error)

        self._with_engine(lambda engine: engine.use_account(account_id, self._in_gui(used)))

    def open_dial_window(self) -> None:
        self._with_engine(lambda engine: engine.warm())
        self.windows.open_dial_window()

    def come_forward(self) -> None:
        """Show a person who starts Traydial again that it runs: the dial window, and what stands in for the tray."""
        self.windows.tray.reach()
        self.open_dial_window()

    def focus_popup(self) -> None:
        self.windows.popups.reach()

    def open_history(self) -> None:
        self.windows.open_history()

    def open_settings(self) -> None:
        def opened(specs: tuple[AdapterSpec, ...]) -> None:
            if (now := self._configured) is not None:
                self.windows.open_settings(now.config, specs, now.hotkeys, now.region, now.pinned)

        self._with_engine(lambda engine: engine.all_specs(self._in_gui(opened)))

    def open_diagnostics(self) -> None:
        self.windows.open_diagnostics()

    def quit(self) -> None:
        self.windows.ask_to_quit(self._leave)

    def check_account(self, draft: AccountDraft, done: Checked) -> None:
        self._with_engine(lambda engine: engine.check(draft.account, draft.secrets, self._in_gui(done)))

    def save_account(self, draft: AccountDraft, done: Saved) -> None:
        self._with_engine(lambda engine: engine.save_account(draft.account, draft.secrets, self._in_gui(done)))

    def remove_account(self, account_id: str, done: Saved) -> None:
        self._with_engine(lambda engine: engine.remove_account(account_id, self._in_gui(done)))

    def save_config(self, config: Config, done: Saved) -> None:
        self._with_engine(lambda engine: engine.save_config(config, self._in_gui(done)))

    def explain(self, text: str, account: Account, done: Explained) -> None:
        self._with_engine(lambda engine: engine.explain(text, account, self._in_gui(done)))

    def plan_table(self, file: Path, account: Account, done: Planned) -> None:
        self._with_engine(lambda engine: engine.plan_table(file, account, self._in_gui(done)))

    def save_table(self, table: tuple[PlannedNumber, ...], file: Path, done: Saved) -> None:
        self._with_engine(lambda engine: engine.save_table(table, file, self._in_gui(done)))

    def ask_history(self, job: Callable[[HistoryBrowser], T], done: Callable[[T | AppError], None]) -> None:
        self._with_engine(lambda engine: engine.ask_history(job, self._in_gui(done)))

    def change_history(self, job: Callable[[HistoryBrowser], T], done: Callable[[T | AppError], None]) -> None:
        def changed(answer: T | AppError) -> None:
            done(answer)
            self._draw_recent()

        self.ask_history(job, changed)

    def diagnose(self, done: Diagnosed) -> None:
        self._with_engine(
            lambda engine: engine.diagnose(lambda checks, report: self.bridge.post(lambda: done(checks, report)))
        )

    def _with_engine(self, job: Callable[[Engine], None]) -> None:
        if self._engine is None:
            self._waiting.append(job)
        else:
            job(self._engine)

    def _post(self, job: Callable[[Dialer], None]) -> None:
        self._with_engine(lambda engine: engine.post(job))

    def _in_gui(self, done: Callable[[T], None]) -> Callable[[T], None]:
        """Return what another thread may call, so that `done` runs in this one."""
        return lambda value: self.bridge.post(lambda: done(value))

    def _happened(self, event: DialerEvent) -> None:
        if self.bridge.closed:
            return
        self.windows.present(event)
        if isinstance(event, CallChanged | Declined):
            self._draw_recent()

    def _draw_recent(self) -> None:
        self._with_engine(lambda engine: engine.recent(RECENT_CALLS, self._in_gui(self.windows.show_recent)))
