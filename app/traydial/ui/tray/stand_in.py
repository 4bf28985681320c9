"""Stands in for the tray where the desktop has none: the same menu as a small window, until a tray appears."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QSizePolicy, QSystemTrayIcon, QToolButton, QVBoxLayout, QWidget

from traydial.ui.base.icons import application_icon
from traydial.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent
    from PySide6.QtWidgets import QMenu

    from traydial.ui.base.commands import Commands

GRACE_MS = 3_000  # at login a panel may come up after us
LOOK_AGAIN_MS = 15_000


class StandIn(QObject):
    """Looks for a tray from time to time; shows the window until there is one."""

    def __init__(self, parent: QObject, icon: QSystemTrayIcon, menu: QMenu, commands: Commands) -> None:
        super().__init__(parent)
        self._icon = icon
        self._menu = menu
        self._commands = commands
        self.window: TrayWindow | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self._look_again)
        self._timer.start(GRACE_MS)

    def close(self) -> None:
        """Take the window down and look no longer."""
        self._timer.stop()
        if self.window is not None:
            self.window.deleteLater()
            self.window = None

    def _look_again(self) -> None:
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.show()
            self.close()
            return
        if self.window is None:
            self.window = TrayWindow(self._menu, self._commands)
            self.window.show()
        self._timer.start(LOOK_AGAIN_MS)


class TrayWindow(QWidget):
    """A button for every entry of the tray's menu. Closing the window quits: there is no other way back to it."""

    def __init__(self, menu: QMenu, commands: Commands) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._commands = commands
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle("Traydial")
        self.setWindowIcon(application_icon())
        rows = QVBoxLayout(self)
        rows.addWidget(PlainLabel(self.tr("This desktop has no tray, so Traydial stays in this window.")))
        for action in menu.actions():
            if action.isSeparator():
                line = QFrame()
                line.setFrameShape(QFrame.Shape.HLine)
                line.setFrameShadow(QFrame.Shadow.Sunken)
                rows.addWidget(line)
                continue
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setVisible(action.isVisible())
            action.visibleChanged.connect(partial(follow, button, action))
            rows.addWidget(button)
        rows.addStretch(1)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._commands.quit()


def follow(button: QToolButton, action: QAction) -> None:
    """Show the button while its action is offered."""
    button.setVisible(action.isVisible())
