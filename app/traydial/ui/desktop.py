"""The program with a tray: carries what widgets ask for to the office, and what the office tells to the widgets.

Everything here runs in the GUI thread and returns at once; answers come back through the bridge.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from traydial.core.consent import Source
from traydial.core.dialing import CallChanged, Declined
from traydial.core.ports import TextSource
from traydial.ui.bridge import Bridge
from traydial.ui.commands import AccountView
from traydial.ui.presenter import Presenter
from traydial.ui.tray import RECENT_LIMIT

if TYPE_CHECKING:
    from pathlib import Path

    from traydial.core.account import Account
    from traydial.core.adapter import AdapterSpec
    from traydial.core.config import Config
    from traydial.core.dialing import DialerEvent
    from traydial.core.errors import AppError
    from traydial.core.plantable import PlannedNumber
    from traydial.core.ports import Notifier
    from traydial.services.dialer import Dialer
    from traydial.services.history_archive import Archive
    from traydial.services.office import Configured, Office
    from traydial.ui.commands import AccountDraft, Checked, Diagnosed, Explained, Planned, Saved
    from traydial.ui.i18n import Language
    from traydial.ui.instance import Answer, Reply

T = TypeVar("T")
# Numbers of which the newest are offered; a number that was called ten times is one of them.
RECENT_CALLS = 10 * RECENT_LIMIT


class Desktop:
    """Fulfils `ui.commands.Commands`. Create it in the GUI thread, after the QApplication.

    The office is made on a thread of its own once the tray is there, so that nothing delays the tray; `serve` gives it.
    What is asked for before waits for it.
    """

    def __init__(self, language: Language, leave: Callable[[], None], notifier: Notifier | None = None) -> None:
        self.bridge = Bridge()
        self.bridge.happened.connect(self._happened)
        self._language = language
        self._leave = leave
        self.presenter = Presenter(self, notifier=notifier)
        self._notifier = notifier
        if notifier is not None:
            notifier.listen(lambda event: self.bridge.post(lambda: self.presenter.notices.told(event)))
        self._office: Office | None = None
        self._waiting: list[Callable[[Office], None]] = []
        self._configured: Configured | None = None

    def show(self) -> None:
        """Put the icon into the tray, or a window in its place where there is none."""
        self.presenter.tray.show()

    def serve(self, office: Office) -> None:
        """Work with `office` from now on."""
        self._office = office
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            job(office)

    def close(self) -> None:
        """Take everything down. Nothing is sent any more, and what comes back now finds nobody."""
        self.bridge.close()
        self.presenter.close()
        if self._notifier is not None:
            self._notifier.close()

    def show_configuration(self, configured: Configured) -> None:
        """Draw what the configuration decides."""
        before, self._configured = self._configured, configured
        config = configured.config
        if before is None or config.language != before.config.language:
            self._language.use(config.language)
            self.presenter.retranslate()
        if before is None:
            self.presenter.rehearse()
        specs = {spec.id: spec for spec in configured.specs}
        views = tuple(AccountView(account=a, spec=specs[a.pbx]) for a in config.accounts if a.pbx in specs)
        self.presenter.show_accounts(views, config.account().id if config.accounts else "")
        self.presenter.show_masking(config.history.mask)
        self.presenter.tray.show_left_click(config.ui.left_click)
        self.presenter.notices.place = config.ui.bubble
        if configured.error is not None:
            self.show_error(configured.error)
        self._draw_recent()

    def show_error(self, error: AppError) -> None:
        """Say what went wrong outside any call."""
        self.presenter.show_error(error)

    def answer_process(self, request: Answer, reply: Reply) -> None:
        """Answer what another process asks over the instance socket."""
        self._with_office(lambda office: office.requests.handle(request, reply))

    def open_link(self, link: str) -> None:
        """Dial a link that was clicked."""
        self.dial(link, Source.LINK)

    def dial(self, text: str, source: Source) -> None:
        self._with_office(lambda office: office.dial(text, source))

    def dial_clipboard(self) -> None:
        self._with_office(lambda office: office.dial_from(TextSource.CLIPBOARD, Source.CLIPBOARD))

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

        self._with_office(lambda office: office.use_account(account_id, self._in_gui(used)))

    def open_palette(self) -> None:
        self._with_office(lambda office: office.warm())
        self.presenter.open_palette()

    def reach_bubble(self) -> None:
        self.presenter.notices.reach()

    def open_history(self) -> None:
        self.presenter.open_history()

    def open_settings(self) -> None:
        def opened(specs: tuple[AdapterSpec, ...]) -> None:
            if (now := self._configured) is not None:
                self.presenter.open_settings(now.config, specs, now.hotkeys, now.region, now.pinned)

        self._with_office(lambda office: office.all_specs(self._in_gui(opened)))

    def open_diagnostics(self) -> None:
        self.presenter.open_diagnostics()

    def quit(self) -> None:
        self.presenter.ask_to_quit(self._leave)

    def check_account(self, draft: AccountDraft, done: Checked) -> None:
        self._with_office(lambda office: office.check(draft.account, draft.secrets, self._in_gui(done)))

    def save_account(self, draft: AccountDraft, done: Saved) -> None:
        self._with_office(lambda office: office.save_account(draft.account, draft.secrets, self._in_gui(done)))

    def remove_account(self, account_id: str, done: Saved) -> None:
        self._with_office(lambda office: office.remove_account(account_id, self._in_gui(done)))

    def save_config(self, config: Config, done: Saved) -> None:
        self._with_office(lambda office: office.save_config(config, self._in_gui(done)))

    def explain(self, text: str, account: Account, done: Explained) -> None:
        self._with_office(lambda office: office.explain(text, account, self._in_gui(done)))

    def plan_table(self, file: Path, account: Account, done: Planned) -> None:
        self._with_office(lambda office: office.plan_table(file, account, self._in_gui(done)))

    def save_table(self, table: tuple[PlannedNumber, ...], file: Path, done: Saved) -> None:
        self._with_office(lambda office: office.save_table(table, file, self._in_gui(done)))

    def ask_history(self, job: Callable[[Archive], T], done: Callable[[T | AppError], None]) -> None:
        self._with_office(lambda office: office.ask_history(job, self._in_gui(done)))

    def diagnose(self, done: Diagnosed) -> None:
        self._with_office(
            lambda office: office.diagnose(lambda checks, report: self.bridge.post(lambda: done(checks, report)))
        )

    def _with_office(self, job: Callable[[Office], None]) -> None:
        if self._office is None:
            self._waiting.append(job)
        else:
            job(self._office)

    def _post(self, job: Callable[[Dialer], None]) -> None:
        self._with_office(lambda office: office.post(job))

    def _in_gui(self, done: Callable[[T], None]) -> Callable[[T], None]:
        """Return what another thread may call, so that `done` runs in this one."""
        return lambda value: self.bridge.post(lambda: done(value))

    def _happened(self, event: DialerEvent) -> None:
        if self.bridge.closed:
            return
        self.presenter.present(event)
        if isinstance(event, CallChanged | Declined):
            self._draw_recent()

    def _draw_recent(self) -> None:
        self._with_office(lambda office: office.recent(RECENT_CALLS, self._in_gui(self.presenter.show_recent)))
