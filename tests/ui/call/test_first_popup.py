"""The first popup is built in turns of the event loop: unseen, nothing of it stays, and then the real one opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from traydial.core.call import CallState
from traydial.core.events import CallChanged
from traydial.ui.call.popup import CallPopup
from traydial.ui.windows import Windows


class Watch(QObject):
    """Notes what happens to popups."""

    def __init__(self, parent):
        super().__init__(parent)
        self.seen = []

    def eventFilter(self, watched, event):
        if isinstance(watched, CallPopup):
            self.seen.append(event.type())
        return False


@pytest.fixture
def watch(qapp, owner):
    watch = Watch(owner)
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


@pytest.fixture
def windows(qapp, commands, owner):
    windows = Windows(commands, owner, leave=commands.quit)
    windows.popups.first_in_turns = True
    yield windows
    windows.close()


def changed(call):
    return CallChanged(request_id=call.id, call=call)


def standing():
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, CallPopup)]


def test_it_opens_after_some_turns_and_says_what_was_said_last(qtbot, windows, watch, call):
    turns = []
    timer = QTimer(windows, interval=0)
    timer.timeout.connect(lambda: turns.append(len(windows.popups.popups)))
    timer.start()
    windows.present(changed(call()))
    windows.present(changed(call(state=CallState.CONNECTED)))
    assert watch.seen == [], "nothing is built at once"
    qtbot.waitUntil(lambda: len(standing()) == 1 and standing()[0].isVisible())
    timer.stop()
    assert turns.count(0) >= 4, "the event loop runs on meanwhile"
    assert watch.seen.count(QEvent.Type.Show) == 1, "the first one is seen by nobody"
    assert watch.seen.index(QEvent.Type.Paint) < watch.seen.index(QEvent.Type.Show), "fonts and style are loaded"
    assert windows.popups.popups["call-1"].notice.title == "Connected"


def test_what_is_withdrawn_meanwhile_does_not_open(qtbot, windows, watch, call):
    windows.present(changed(call()))
    windows.popups.withdraw("call-1")
    qtbot.waitUntil(lambda: not windows.popups.first_in_turns)
    qtbot.waitUntil(lambda: not standing())
    assert QEvent.Type.Show not in watch.seen
