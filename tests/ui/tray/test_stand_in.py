"""Without a tray the same menu is a window, until a tray appears."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMessageBox, QPushButton, QSystemTrayIcon, QToolButton

from traydial.core.call import CallState, RecordingState
from traydial.ui.tray import stand_in
from traydial.ui.tray.icon import Tray


@pytest.fixture
def available(monkeypatch):
    """Whether the desktop has a tray; offscreen it never has."""
    answer = [False]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: answer[0])
    monkeypatch.setattr(stand_in, "GRACE_MS", 1)
    monkeypatch.setattr(stand_in, "LOOK_AGAIN_MS", 1)
    return answer


@pytest.fixture
def tray(qapp, commands, owner, views, available):
    tray = Tray(commands, commands, owner)
    tray.show_accounts(views, "office")
    tray.show()
    yield tray
    tray.close()


def shown():
    """The window that stands in, where a person sees one."""
    windows = (window for window in QApplication.topLevelWidgets() if window.windowTitle() == "Traydial")
    return next((w for w in windows if w.isVisible() and w.findChildren(QToolButton)), None)


@pytest.fixture
def window(tray, qtbot):
    qtbot.waitUntil(lambda: shown() is not None)
    return shown()


def words(window):
    return [button.text().replace("&", "") for button in buttons(window)]


def buttons(window):
    found = (button for button in window.findChildren(QToolButton) if button.isVisible())
    return sorted(found, key=lambda button: button.mapTo(window, QPoint()).y())


def click(window, text, qtbot):
    found = next(button for button in buttons(window) if button.text().replace("&", "") == text)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def clipped(window):
    """What stands on the window and cannot be read whole: beyond its edge, squeezed, or below its neighbour."""
    rows = sorted((*buttons(window), *window.findChildren(QLabel)), key=lambda widget: widget.y())
    whole = window.rect()
    below = [lower for upper, lower in itertools.pairwise(rows) if upper.geometry().bottom() >= lower.y()]
    return [row.text() for row in rows if not whole.contains(row.geometry()) or row in below or squeezed(row)]


def squeezed(row):
    if isinstance(row, QToolButton):
        return row.height() < row.sizeHint().height() or row.width() < row.sizeHint().width()
    needed = row.fontMetrics().boundingRect(QRect(0, 0, row.width(), 9999), Qt.TextFlag.TextWordWrap, row.text())
    return row.height() < needed.height()


def test_the_window_offers_what_the_menu_offers_and_goes_when_a_tray_comes(window, tray, commands, available, qtbot):
    click(window, "Dial clipboard", qtbot)
    assert commands.calls == [("dial_clipboard",)]
    available[0] = True
    qtbot.waitUntil(lambda: shown() is None)
    assert tray.icon.isVisible()


def test_nothing_is_clipped_when_calls_add_rows(window, tray, call, qtbot):
    assert clipped(window) == []
    tray.show_call(call(state=CallState.CONNECTED, recording=RecordingState.ON))
    tray.show_popups(1)
    qtbot.waitUntil(lambda: "Go to the call window" in words(window))
    qtbot.waitUntil(lambda: clipped(window) == [], timeout=2000)


def test_a_second_call_gets_a_row_of_its_own_in_its_place(window, tray, call, qtbot):
    tray.show_call(call(state=CallState.CONNECTED))
    tray.show_call(call("tel:+39021234567", call_id="call-2", state=CallState.CONNECTED))
    qtbot.waitUntil(lambda: words(window)[:2] == ["02 123 4567 · Connected", "0444 123456 · Connected"])
    qtbot.waitUntil(lambda: clipped(window) == [], timeout=2000)
    tray.show_call(replace(call(), state=CallState.ENDED))
    qtbot.waitUntil(lambda: words(window)[1] == "Dial clipboard")


def told():
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def test_closing_the_window_keeps_traydial_running_and_says_where_it_is(window, tray, commands, qtbot):
    window.close()
    qtbot.waitUntil(lambda: bool(told()))
    assert commands.calls == []
    assert shown() is None
    (box,) = told()
    assert "Start Traydial again" in box.informativeText()
    ok = next(button for button in box.findChildren(QPushButton) if "Keep running" in button.text().replace("&", ""))
    qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    assert commands.calls == []
    tray.reach()  # what starting it again does
    assert shown() is window
    window.close()
    turns = []
    QTimer.singleShot(0, lambda: turns.append("a turn of the event loop"))
    qtbot.waitUntil(lambda: bool(turns))
    assert told() == []  # said once is enough


def test_the_telling_offers_to_quit(window, commands, qtbot):
    window.close()
    qtbot.waitUntil(lambda: bool(told()))
    (box,) = told()
    button = next(b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == "Quit")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert commands.calls == [("quit",)]


def test_a_hidden_window_stays_hidden_while_it_looks_for_a_tray(window, available, tray, qtbot):
    window.close()
    available[0] = True
    qtbot.waitUntil(tray.icon.isVisible)
    assert shown() is None


def test_quit_in_the_window_quits(window, commands, qtbot):
    click(window, "Quit", qtbot)
    assert commands.calls == [("quit",)]


def test_the_window_says_why_it_is_there_and_has_an_icon(window):
    (label,) = window.findChildren(QLabel)
    assert label.text() == "This desktop has no tray, so Traydial stays in this window."
    assert not window.windowIcon().isNull()


def test_lines_part_the_groups_of_the_menu(window):
    lines = [frame for frame in window.findChildren(QFrame) if frame.frameShape() is QFrame.Shape.HLine]
    assert len([line for line in lines if line.isVisible()]) == 5
    assert all(line.height() < window.fontMetrics().height() for line in lines)


def test_buttons_are_as_wide_as_the_window_and_a_menu_opens_at_a_click(window, tray, commands, qtbot):
    widths = {button.width() for button in buttons(window)}
    assert len(widths) == 1
    account = next(button for button in buttons(window) if button.text().replace("&", "") == "Account")

    def choose():
        menu = QApplication.activePopupWidget()
        menu.actions()[1].trigger()
        menu.close()

    QTimer.singleShot(0, choose)
    qtbot.mouseClick(account, Qt.MouseButton.LeftButton)
    assert commands.calls == [("use_account", "cape")]


def test_what_is_not_offered_has_no_button(window, tray, qtbot):
    assert "Go to the call window" not in words(window)
    tray.show_popups(1)
    assert "Go to the call window" in words(window)
    tray.show_popups(0)
    assert "Go to the call window" not in words(window)


def test_a_maximised_window_stays_so(window, tray, call, qtbot):
    window.showMaximized()
    screen = window.screen().availableSize()
    qtbot.waitUntil(lambda: window.isMaximized() and window.width() > screen.width() // 2)
    size = window.size()
    tray.show_call(call(state=CallState.CONNECTED))
    tray.show_call(call("tel:+39021234567", call_id="call-2", state=CallState.CONNECTED))
    qtbot.waitUntil(lambda: words(window)[1] == "0444 123456 · Connected")
    assert window.size() == size


@pytest.fixture
def notice(window, qtbot):
    window.close()
    qtbot.waitUntil(lambda: bool(told()))
    return told()[0]


def test_the_notice_blocks_nothing_and_its_keys_keep_traydial(notice, window, commands, qtbot):
    assert not notice.isModal()
    assert not notice.windowIcon().isNull()
    assert notice.text() == "Traydial keeps running without its window."
    assert notice.icon() is QMessageBox.Icon.Information
    assert notice.defaultButton().text().replace("&", "") == "Keep running"
    qtbot.keyClick(notice, Qt.Key.Key_Escape)
    assert told() == []
    assert commands.calls == []


def test_starting_again_gives_the_window_the_keyboard(window, tray, qtbot):
    other = QLabel("another window")
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    tray.reach()
    qtbot.waitUntil(window.isActiveWindow)


def test_at_the_end_both_windows_go(notice, window, tray):
    tray.reach()
    tray.close()
    assert (shown(), told()) == (None, [])


def test_it_waits_a_moment_for_a_tray_that_comes_late(qapp, commands, owner, views, monkeypatch, qtbot):
    looked = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: bool(looked.append(1)))
    monkeypatch.setattr(stand_in, "GRACE_MS", 200)
    tray = Tray(commands, commands, owner)
    tray.show()
    tray.reach()
    assert shown() is None
    qtbot.waitUntil(lambda: shown() is not None)
    assert len(looked) == 2
    tray.close()
