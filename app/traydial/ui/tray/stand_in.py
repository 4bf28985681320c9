"""Stands in for the tray where the desktop has none: the same menu as a small window, until a tray appears."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QActionEvent
from PySide6.QtWidgets import QFrame, QMessageBox, QSizePolicy, QSystemTrayIcon, QToolButton, QVBoxLayout, QWidget

from traydial.ui.base.icons import application_icon
from traydial.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QCloseEvent
    from PySide6.QtWidgets import QMenu

GRACE_MS = 3_000  # at login a panel may come up after us
LOOK_AGAIN_MS = 15_000


class StandIn(QObject):
    """Looks for a tray from time to time; shows the window until there is one, or until a person closes it."""

    def __init__(self, parent: QObject, icon: QSystemTrayIcon, menu: QMenu, leave: Callable[[], None]) -> None:
        super().__init__(parent)
        self._icon = icon
        self._menu = menu
        self._leave = leave
        self._window: TrayWindow | None = None
        self._notice: QMessageBox | None = None  # shown once, not each time that a person closes the window
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self._look_again)
        self._timer.start(GRACE_MS)

    def reach(self) -> None:
        """Show the window again, if it stands in."""
        if self._window is not None:
            self._window.show()
            self._window.raise_()
            self._window.activateWindow()

    def close(self) -> None:
        """Close the window and look for a tray no longer."""
        self._timer.stop()
        for widget in (self._window, self._notice):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._window = self._notice = None

    def _look_again(self) -> None:
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.show()
            self.close()
            return
        if self._window is None:
            self._window = TrayWindow(self._menu)
            # After the event loop's turn: the end of the program closes the window too, and then nothing is shown.
            self._window.closed.connect(self._show_notice, Qt.ConnectionType.QueuedConnection)
            self._window.show()
        self._timer.start(LOOK_AGAIN_MS)

    def _show_notice(self) -> None:
        if self._notice is not None:
            return
        self._notice = box = QMessageBox(
            QMessageBox.Icon.Information, "Traydial", self.tr("Traydial keeps running without its window.")
        )
        box.setWindowIcon(application_icon())
        box.setInformativeText(
            self.tr("Links and hotkeys still dial. Start Traydial again to have the window back, or quit here.")
        )
        keep = box.addButton(self.tr("&Keep running"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("&Quit"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        leave.clicked.connect(lambda _=False: self._leave())
        box.setModal(False)
        box.show()


class TrayWindow(QWidget):
    """A button for every entry of the tray's menu. Closing it hides it."""

    closed = Signal()

    def __init__(self, menu: QMenu) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle("Traydial")
        self.setWindowIcon(application_icon())
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(PlainLabel(self.tr("This desktop has no tray, so Traydial stays in this window.")))
        self._widgets: dict[QAction, QWidget] = {}
        for action in menu.actions():
            self._add(action, None)
        self._rows.addStretch(1)
        menu.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the menu: each further call has an entry there while it lasts."""
        if isinstance(event, QActionEvent):
            if event.type() is QEvent.Type.ActionAdded:
                self._add(event.action(), event.before())
            elif event.type() is QEvent.Type.ActionRemoved:
                self._remove(event.action())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and not self.isMaximized():
            self._grow()
        return handled

    def closeEvent(self, _event: QCloseEvent) -> None:
        self.closed.emit()

    def _grow(self) -> None:
        """Make room for a row that came. Qt itself makes none for text that wraps."""
        width = max(self.width(), self._rows.sizeHint().width())
        self.resize(width, max(self.height(), self._rows.totalHeightForWidth(width)))

    def _add(self, action: QAction, before: QAction | None) -> None:
        place = self._rows.indexOf(self._widgets[before]) if before in self._widgets else self._rows.count()
        widget = self._widgets[action] = _line() if action.isSeparator() else _button(action)
        self._rows.insertWidget(place, widget)

    def _remove(self, action: QAction) -> None:
        widget = self._widgets.pop(action, None)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setVisible(action.isVisible())
    action.visibleChanged.connect(partial(follow, button, action))
    return button


def follow(button: QToolButton, action: QAction) -> None:
    """Show the button while its action is offered."""
    button.setVisible(action.isVisible())
