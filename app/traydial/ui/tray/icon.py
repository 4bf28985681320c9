"""The tray icon and its menu: what a person sees of Traydial all day.

It shows the state that it is given, never what a click has asked for. Imported at start, so it imports little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from traydial.core.call import RecordingAction, RecordingState
from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import TrayStatus, on_dark, status_of, tray_icon
from traydial.ui.tray.controls import hang_up_control, record_control

if TYPE_CHECKING:
    from traydial.core.adapter import AdapterSpec
    from traydial.core.call import Call
    from traydial.core.config import LeftClick
    from traydial.core.events import UndoCountdown
    from traydial.services.history.store import HistoryEntry
    from traydial.ui.base.commands import AccountView, Calling, WindowOpening
    from traydial.ui.tray.stand_in import StandIn
    from traydial.words.messages import Message

RECENT_LIMIT = 10


class Tray(QObject):
    """Shows the state of the current call and offers every command. All methods belong to the GUI thread."""

    def __init__(self, calling: Calling, windows: WindowOpening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calling = calling
        self._windows = windows
        self._accounts: tuple[AccountView, ...] = ()
        self._account_id = ""
        self._calls: dict[str, Call] = {}  # that last, the current one at the end
        self._others: list[QAction] = []
        self._undoing: UndoCountdown | None = None
        self._problem: Message | None = None
        self._armed = False
        self._left_click: LeftClick | None = None
        self._stand_in: StandIn | None = None
        self.menu = QMenu()
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToHide.connect(self.forget_problem)
        self.menu.installEventFilter(self)
        self._status = self.menu.addAction("", windows.focus_popup)  # a greyed line is hard to read
        self._below_status = self.menu.addSeparator()
        self._dial_clipboard = self.menu.addAction("", calling.dial_clipboard)
        self._dial = self.menu.addAction("", windows.open_dial_window)
        self.menu.addSeparator()
        self._record = self.menu.addAction("")
        self._record.setCheckable(True)
        self._record.triggered.connect(self._toggle_recording)
        self.hang_up = self.menu.addAction("", self._end_call)
        self._reach = self.menu.addAction("", windows.focus_popup)
        self._reach.setVisible(False)
        self.menu.addSeparator()
        self._recent = self.menu.addMenu("")
        self._history = self.menu.addAction("", windows.open_history)
        self._chooser = self.menu.addMenu("")
        for empty in (self._recent, self._chooser):
            empty.setEnabled(False)
        self._chosen = QActionGroup(self)
        self.menu.addSeparator()
        self._settings = self.menu.addAction("", windows.open_settings)
        self._diagnostics = self.menu.addAction("", windows.open_diagnostics)
        self.menu.addSeparator()
        self._quit = self.menu.addAction("", windows.quit)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.clock = QTimer(self, interval=1000)  # runs while a recording does
        self.clock.timeout.connect(self._draw_status)
        self.retranslate()

    def show_accounts(self, accounts: tuple[AccountView, ...], account_id: str) -> None:
        """Offer `accounts`, of which `account_id` dials."""
        self._accounts, self._account_id = accounts, account_id
        self._chooser.clear()
        for view in accounts:
            action = self._chooser.addAction(escaped(view.account.title))
            action.setCheckable(True)
            action.setChecked(view.account.id == account_id)
            action.setActionGroup(self._chosen)
            action.triggered.connect(lambda _=False, chosen=view.account.id: self._calling.use_account(chosen))
        self._chooser.setEnabled(bool(accounts))
        self._draw()

    def show_recent(self, entries: tuple[HistoryEntry, ...], *, mask: bool = False) -> None:
        """Offer the latest calls, newest first, each number once; `mask`: without its middle digits."""
        from traydial.core.consent import Source
        from traydial.ui.widgets.numbers import past_number

        self._recent.clear()
        newest: dict[str, HistoryEntry] = {}
        for entry in entries:
            newest.setdefault(entry.key, entry)
        for number, entry in list(newest.items())[:RECENT_LIMIT]:
            words = " · ".join(filter(None, (entry.name, past_number(entry, mask=mask))))
            action = self._recent.addAction(escaped(words))
            action.triggered.connect(lambda _=False, text=number: self._calling.dial(text, Source.HISTORY))
        self._recent.setEnabled(bool(newest))

    def show_call(self, call: Call) -> None:
        """Show a call as it is now. The one that came last is the current one."""
        self._undoing = self._problem = None
        if call.state.over:
            self._calls.pop(call.id, None)
        else:
            self._calls[call.id] = call
        self._draw()

    def forget_call(self, call_id: str) -> None:
        """Show the call no longer."""
        self._calls.pop(call_id, None)
        self._draw()

    def show_left_click(self, choice: LeftClick) -> None:
        """Have a left click on the icon do what the user has chosen."""
        self._left_click = choice

    def show_armed(self, on: bool) -> None:
        """Show whether the next call will be recorded."""
        self._armed = on
        self._draw()

    def show_undoing(self, event: UndoCountdown | None) -> None:
        """Show that a call will be dialled in a moment, or no longer."""
        self._undoing = event
        self._draw()

    def show_problem(self, problem: Message) -> None:
        """Show what went wrong, until the menu was opened or the next call begins."""
        self._problem = problem
        self._draw()

    def forget_problem(self) -> None:
        """The problem was seen, or is over."""
        if self._problem is not None:
            self._problem = None
            self._draw()

    @property
    def records(self) -> bool:
        """Whether a call is recorded now, or may be."""
        return any(
            call.recording not in (RecordingState.UNSUPPORTED, RecordingState.OFF) for call in self._calls.values()
        )

    def show_popups(self, count: int) -> None:
        """Offer a way from the keyboard to the popups while there are some."""
        self._reach.setVisible(count > 0)

    def show(self) -> None:
        """Put the icon into the tray; where there is none, a window stands in until one appears."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon.show()
            return
        from traydial.ui.tray.stand_in import StandIn

        self._stand_in = StandIn(self, self.icon, self.menu, self._windows.quit)

    def reach(self) -> None:
        """Bring back the window that stands in for the tray, where one does."""
        if self._stand_in is not None:
            self._stand_in.reach()

    def close(self) -> None:
        """Remove the icon and the menu."""
        self.clock.stop()
        if self._stand_in is not None:
            self._stand_in.close()
        self.icon.hide()
        self.menu.deleteLater()

    def retranslate(self) -> None:
        """Show all texts in the language that is installed now."""
        self._dial_clipboard.setText(self.tr("Dial &clipboard"))
        self._dial.setText(self.tr("&Dial…"))
        self._reach.setText(self.tr("&Go to the call window"))
        self._recent.setTitle(self.tr("R&ecent calls"))
        self._history.setText(self.tr("H&istory…"))
        self._chooser.setTitle(self.tr("&Account"))
        self._settings.setText(self.tr("&Settings…"))
        self._diagnostics.setText(self.tr("Diag&nostics"))
        self._quit.setText(self.tr("&Quit"))
        self._draw()
        if self.menu.isVisible():
            self._keep_menu_on_screen()

    def _keep_menu_on_screen(self) -> None:
        """Move the open menu back onto the screen when longer texts have made it wider."""
        area, size = self.menu.screen().availableGeometry(), self.menu.sizeHint()
        self.menu.move(
            max(area.left(), min(self.menu.x(), area.right() - size.width())),
            max(area.top(), min(self.menu.y(), area.bottom() - size.height())),
        )

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.forget_problem()
            if self._left_click == "record" and self._record.isEnabled():
                self._record.trigger()
            else:
                self._windows.open_dial_window()

    def _toggle_recording(self, on: bool) -> None:
        call = self._running_call()
        if call is None:
            self._calling.arm_recording(on)
        else:
            self._calling.record(RecordingAction.START if on else RecordingAction.STOP)
        self._draw()  # the mark shows the state, not the click

    def _end_call(self) -> None:
        if self._undoing is not None:
            self._calling.cancel(self._undoing.request_id)
        else:
            self._calling.hang_up()

    def _running_call(self) -> Call | None:
        return next(reversed(self._calls.values()), None)

    def _spec(self) -> AdapterSpec | None:
        call = self._running_call()
        wanted = call.account_id if call else self._account_id
        return next((view.spec for view in self._accounts if view.account.id == wanted), None)

    def _draw(self) -> None:
        self.icon.setIcon(tray_icon(self._drawn_status(), dark=on_dark()))
        self._draw_status()
        self._draw_controls()
        call = self._running_call()
        if call is None or call.recording_since is None:
            self.clock.stop()
        elif not self.clock.isActive():
            self.clock.start()

    def _draw_status(self) -> None:
        status = self._status_text()
        self.icon.setToolTip(f"Traydial – {status}")
        self._status.setText(escaped(status))
        others = [self._call_text(call) for call in reversed(self._calls.values())][1:]
        if [escaped(text) for text in others] != [action.text() for action in self._others]:
            for action in self._others:
                self.menu.removeAction(action)
                action.deleteLater()
            self._others = [QAction(escaped(text), self.menu) for text in others]
            self.menu.insertActions(self._below_status, self._others)

    def _drawn_status(self) -> TrayStatus:
        call = self._running_call()
        if self._problem is not None:
            return TrayStatus.PROBLEM
        if self._undoing is not None:
            return TrayStatus.DIALLING
        return status_of(call) if call else TrayStatus.IDLE

    def _status_text(self) -> str:
        call = self._running_call()
        if self._problem is not None:
            return self._problem.title
        if self._undoing is not None:
            from traydial.ui.widgets.numbers import called_number

            plan = self._undoing.plan
            return self.tr("About to call {number}").format(number=plan.name or called_number(plan))
        if call is None:
            if self._accounts and not self._account_id:
                return self.tr("No default account: choose one")
            return self.tr("Ready") if self._accounts else self.tr("No account yet: open Settings")
        return self._call_text(call)

    def _call_text(self, call: Call) -> str:
        from datetime import UTC, datetime

        from traydial.ui.widgets.numbers import called_number
        from traydial.words.calls import call_state, recorded_for, recording

        parts = [call.plan.name, called_number(call.plan), call_state(call, translate)]
        if call.still_recorded:
            parts.insert(0, self.tr("Still recorded!"))
        if call.recording not in (RecordingState.UNSUPPORTED, RecordingState.OFF):
            parts += [recording(call.recording, translate), recorded_for(call, datetime.now(UTC))]
        return " · ".join(filter(None, parts))

    def _draw_controls(self) -> None:
        call, spec = self._running_call(), self._spec()
        for action, control in (
            (self._record, record_control(call, spec, armed=self._armed)),
            (self.hang_up, hang_up_control(call, spec, undoing=self._undoing is not None)),
        ):
            action.setText(control.words(translate))
            action.setToolTip(control.why_not(spec, translate) or action.text())
            action.setEnabled(control.enabled)
            if action.isCheckable():
                action.setChecked(control.checked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The menu hears of another theme once its colours have changed; `colorSchemeChanged` comes before.
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()
        return super().eventFilter(watched, event)


def escaped(text: str) -> str:
    """Text that Qt shows as it is: no letter of it becomes a mnemonic."""
    return text.replace("&", "&&")
