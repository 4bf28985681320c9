"""Opens windows and shows what happens: each event of the dialer goes to tray and popups, or becomes a question.

Windows are imported and built when they are first needed, so that the tray is there quickly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from traydial.core.call import CallState
from traydial.core.events import (
    AccountChecked,
    AccountNeeded,
    CallChanged,
    CallForgotten,
    ChoiceNeeded,
    ConsentNeeded,
    Declined,
    DialerEvent,
    RecordingArmed,
    RecordingConsentNeeded,
    UndoCountdown,
)
from traydial.ui.base.window_memory import WindowMemory
from traydial.ui.call.popups import Popups
from traydial.ui.tray.icon import Tray

if TYPE_CHECKING:
    from collections.abc import Callable

    from traydial.core.adapter import AdapterSpec
    from traydial.core.call import Call
    from traydial.core.errors import AppError
    from traydial.core.events import QuestionAsked
    from traydial.core.ports import HotkeyStatus, Notifier
    from traydial.services.administration import Configured
    from traydial.services.history.store import HistoryEntry
    from traydial.ui.base.commands import AccountView, Commands
    from traydial.ui.call.questions import Question
    from traydial.ui.diagnostics.window import DiagnosticsDialog
    from traydial.ui.dial.window import DialWindow
    from traydial.ui.history.window import HistoryWindow
    from traydial.ui.settings.dialog import SettingsDialog

QUITTING = "quit"
SILENT = ("cancelled", "refused_by_user")  # the user has just done this and needs no message


class Windows(QObject):
    """Owns the windows and fulfils `ui.base.commands.WindowOpening`. All methods belong to the GUI thread.

    Connect `Bridge.happened` to `present`. `leave` ends the program.
    """

    def __init__(
        self,
        commands: Commands,
        parent: QObject | None = None,
        notifier: Notifier | None = None,
        memory: WindowMemory | None = None,
        *,
        leave: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self.memory = memory or WindowMemory(None)
        self.tray = Tray(commands, self, self)
        self._commands = commands
        self._leave = leave
        self._configured: Configured | None = None
        self._accounts: tuple[AccountView, ...] = ()
        self._account_id = ""
        self._problems: dict[str, AppError | None] = {}  # by account, once connecting it ahead has ended
        self._recent: tuple[HistoryEntry, ...] = ()
        self._notifier = notifier
        self.popups = Popups(commands, self.open_settings, self.tray.icon.geometry, notifier, self)
        self.popups.counted.connect(self.tray.show_popups)
        self._seen: set[str] = set()  # calls whose popup, once closed, comes back for a problem only
        self._alerted: AppError | None = None  # of the call whose recording may go on against the user's will
        self._questions: dict[str, Question] = {}
        self._dial_window: DialWindow | None = None
        self._settings: SettingsDialog | None = None
        self._diagnostics: DiagnosticsDialog | None = None
        self._history: HistoryWindow | None = None
        self._mask = False
        self._told: set[HotkeyStatus] = set()  # hotkeys of which a person has read that they do not work

    @Slot(object)
    def present(self, event: DialerEvent) -> None:
        """Show one event of the dialer."""
        self._close_question(event.request_id)
        if self._is_new(event):
            self.popups.make_way(event.request_id)
        match event:
            case AccountNeeded() | ChoiceNeeded() | ConsentNeeded() | RecordingConsentNeeded():
                self._ask(event.request_id, self._question(event))
                if isinstance(event, RecordingConsentNeeded) and event.call is None:
                    self.tray.show_undoing(None)
            case UndoCountdown():
                self.popups.show(event, self._account(event.plan.account_id))
                self.tray.show_undoing(event)
            case CallChanged():
                self._show_call(event.call)
            case CallForgotten():
                self._forget_call(event.request_id)
            case Declined():
                self._show_declined(event)
            case AccountChecked():
                self._problems[event.account_id] = event.error
                if self._settings is not None:
                    self._settings.accounts.show_state(event.account_id, event.error)
            case RecordingArmed():
                self.tray.show_armed(event.on)

    def show_accounts(self, accounts: tuple[AccountView, ...], account_id: str) -> None:
        """Offer `accounts`, of which `account_id` dials."""
        self._accounts, self._account_id = accounts, account_id
        if accounts:
            self.popups.settle()
            self.tray.forget_problem()
        self.tray.show_accounts(accounts, account_id)
        if self._dial_window is not None:
            self._dial_window.show_account(self._account(account_id), others=bool(accounts))
        if self._history is not None:
            self._history.show_accounts(accounts)

    def show_configuration(self, configured: Configured) -> None:
        """Put the user's settings into effect."""
        config = configured.config
        self._configured = configured
        self.tray.show_left_click(config.ui.left_click)
        self.popups.place = config.ui.popup
        self._mask = config.history.mask
        if self._history is not None:
            self._history.show_masking(self._mask)
        for hotkey in configured.hotkeys:
            self._tell_of(hotkey)

    def show_recent(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Offer the latest calls, newest first."""
        self._recent = entries
        self.tray.show_recent(entries, mask=self._mask)
        if self._dial_window is not None:
            self._dial_window.show_recent(entries, mask=self._mask)
        if self._history is not None:
            self._history.refresh()

    def show_error(self, error: AppError) -> None:
        """Say what went wrong outside any call."""
        self._show_declined(Declined(request_id="", input="", error=error))

    def open_dial_window(self) -> None:
        self._commands.warm()
        if self._dial_window is None:
            from traydial.ui.dial.window import DialWindow

            self._dial_window = DialWindow(self._commands, self.open_settings, self.tray.hang_up)
            self.memory.watch(self._dial_window)
            self._dial_window.show_account(self._account(self._account_id), others=bool(self._accounts))
            self._dial_window.show_recent(self._recent, mask=self._mask)
        self._dial_window.ask()

    def come_forward(self) -> None:
        """Show a person who starts Traydial again that it runs: the dial window, and what stands in for the tray."""
        self.tray.reach()
        self.open_dial_window()

    def focus_popup(self) -> None:
        self.popups.reach()

    def open_settings(self) -> None:
        """Open the settings, or bring the open ones to the front with what was typed in them."""
        self._commands.all_specs(self._open_settings)

    def open_history(self) -> None:
        if self._history is None:
            from traydial.ui.history.window import HistoryWindow

            self._history = HistoryWindow(self._commands, self._accounts, mask=self._mask)
            self._history.destroyed.connect(self._forget_history)
            self.memory.watch(self._history)
        self._history.ask()

    def open_diagnostics(self) -> None:
        if self._diagnostics is None:
            from traydial.ui.diagnostics.window import DiagnosticsDialog

            self._diagnostics = DiagnosticsDialog(self._commands)
            self._diagnostics.destroyed.connect(self._forget_diagnostics)
            self.memory.watch(self._diagnostics)
        self._diagnostics.ask()

    def quit(self) -> None:
        """Leave, after a question about unsaved settings, and one while a call is recorded."""
        if self._settings is not None and self._settings.isVisible() and self._settings.is_changed():
            self._settings.leave(self._ask_about_recording)
        else:
            self._ask_about_recording()

    def _ask_about_recording(self) -> None:
        if not self.tray.records:
            self._leave()
        elif QUITTING not in self._questions:
            from traydial.ui.call.questions import QuittingDialog

            self._ask(QUITTING, QuittingDialog(self._leave))

    def retranslate(self) -> None:
        """Show texts in the language that is installed now; an open window changes when it is opened again."""
        self.tray.retranslate()
        if self._dial_window is not None:
            self._dial_window.close()
            self._dial_window.deleteLater()
            self._dial_window = None

    def close(self) -> None:
        """Close every window; what happens from now on is not shown."""
        self.popups.close()
        for window in (
            *self._questions.values(),
            self._settings,
            self._diagnostics,
            self._history,
        ):
            if window is not None:
                window.blockSignals(True)  # noqa: FBT003 - a method of Qt
                window.deleteLater()
        if self._dial_window is not None:
            self._dial_window.deleteLater()
        self.tray.close()
        self.memory.close()

    def _open_settings(self, specs: tuple[AdapterSpec, ...]) -> None:
        now = self._configured
        if now is None:
            return
        if self._settings is None:
            from traydial.ui.settings.dialog import SettingsDialog

            self._settings = SettingsDialog(
                self._commands,
                now.config,
                specs,
                now.hotkeys,
                now.region,
                desktop_shows=self._notifier is not None,
                pinned=now.pinned,
                problems=self._problems,
            )
            self._settings.destroyed.connect(self._forget_settings)
            self.memory.watch(self._settings)
        self._settings.ask()

    def _show_call(self, call: Call) -> None:
        self.tray.show_call(call)
        seen = call.id in self._seen and not self.popups.shows(call.id)
        if not seen or call.error is not None or call.state is CallState.UNKNOWN:
            self.popups.show(CallChanged(request_id=call.id, call=call), self._account(call.account_id))
        (self._seen.discard if call.state.over else self._seen.add)(call.id)
        if call.state is CallState.REFUSED and call.error is not None:
            self._show_problem(call.error)
        if call.still_recorded and call.error is not self._alerted:
            self._alerted = call.error
            self.popups.alert(call.id)

    def _is_new(self, event: DialerEvent) -> bool:
        """Whether `event` begins a request."""
        begins = isinstance(event, AccountNeeded | ChoiceNeeded | ConsentNeeded | UndoCountdown | Declined)
        return begins or (isinstance(event, CallChanged) and event.call.state is CallState.REQUESTED)

    def _forget_call(self, call_id: str) -> None:
        self.tray.forget_call(call_id)
        self._seen.discard(call_id)
        self.popups.withdraw(call_id)

    def _show_declined(self, event: Declined) -> None:
        self.tray.show_undoing(None)
        if self._dial_window is not None:
            self._dial_window.offer_again(event.input)
        if event.error.code in SILENT and not self.popups.shows(event.request_id):
            return
        self.popups.show(event, None)
        from traydial.ui.call.popup_text import HARMLESS

        if event.error.code not in HARMLESS:
            self._show_problem(event.error)

    def _tell_of(self, hotkey: HotkeyStatus) -> None:
        """Say once that a hotkey does not work; where the desktop has none at all, Settings and Diagnostics say it."""
        if hotkey.bound or not hotkey.chord or hotkey.reason == "unavailable" or hotkey in self._told:
            return
        from PySide6.QtGui import QKeySequence

        from traydial.core.errors import Unsupported
        from traydial.ui.settings.hotkey_edit import sequence
        from traydial.words.reasons import HOTKEY_REASONS

        self._told.add(hotkey)
        chord = sequence(hotkey.chord).toString(QKeySequence.SequenceFormat.NativeText) or hotkey.chord
        error = Unsupported("hotkey_unbound", chord=chord, reason=HOTKEY_REASONS[hotkey.reason])
        self._show_declined(Declined(request_id=f"hotkey {hotkey.action}", input="", error=error))

    def _show_problem(self, error: AppError) -> None:
        """Show it at the tray, too: a person who does not want to be disturbed sees nothing else."""
        from traydial.ui.base.i18n import translate
        from traydial.words.messages import message

        self.tray.show_problem(message(error, translate))

    def _question(self, event: QuestionAsked) -> Question:
        from traydial.ui.call.choosers import AccountChooser, NumberChooser
        from traydial.ui.call.questions import ConsentDialog, RecordingConsentDialog

        match event:
            case AccountNeeded():
                return AccountChooser(event, self._commands, self._accounts)
            case ChoiceNeeded():
                return NumberChooser(event, self._commands)
            case ConsentNeeded():
                return ConsentDialog(event, self._commands, self._account(event.plan.account_id))
            case RecordingConsentNeeded():
                return RecordingConsentDialog(event, self._commands)

    def _account(self, account_id: str) -> AccountView | None:
        return next((view for view in self._accounts if view.account.id == account_id), None)

    def _ask(self, request_id: str, question: Question) -> None:
        self._questions[request_id] = question
        question.finished.connect(lambda _result: self._questions.pop(request_id, None))
        question.ask()

    def _close_question(self, request_id: str) -> None:
        question = self._questions.pop(request_id, None)
        if question is not None:
            question.withdraw()

    def _forget_settings(self) -> None:
        self._settings = None

    def _forget_history(self) -> None:
        self._history = None

    def _forget_diagnostics(self) -> None:
        self._diagnostics = None
