"""The first popup is built ahead: unseen, and nothing of it stays."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from traydial.ui.call.popup import CallPopup
from traydial.ui.windows import Windows


class Watch(QObject):
    """Notes what happens to popups."""

    def __init__(self, parent):
        super().__init__(parent)
        self.seen = set()

    def eventFilter(self, watched, event):
        if isinstance(watched, CallPopup):
            self.seen.add(event.type())
        return False


def test_building_ahead_shows_nothing_and_leaves_nothing(qtbot, qapp, owner, commands):
    watch = Watch(owner)
    qapp.installEventFilter(watch)
    windows = Windows(commands, owner, leave=commands.quit)
    windows.build_popup_ahead()
    qtbot.waitUntil(lambda: QEvent.Type.Paint in watch.seen)
    qtbot.waitUntil(lambda: not any(isinstance(window, CallPopup) for window in QApplication.topLevelWidgets()))
    qapp.removeEventFilter(watch)
    assert QEvent.Type.Show not in watch.seen
    windows.close()
