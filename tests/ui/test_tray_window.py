"""Without a tray the same menu is a window, until a tray appears."""

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QToolButton

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
    tray = Tray(commands, owner)
    tray.show_accounts(views, "office")
    tray.show()
    yield tray
    tray.close()


def test_the_window_offers_what_the_menu_offers_and_goes_when_a_tray_comes(tray, commands, available, qtbot):
    qtbot.waitUntil(lambda: tray._stand_in.window is not None)
    buttons = {button.text(): button for button in tray._stand_in.window.findChildren(QToolButton)}
    buttons["Dial clipboard"].click()
    assert commands.calls == [("dial_clipboard",)]
    available[0] = True
    qtbot.waitUntil(lambda: tray._stand_in.window is None)
    assert tray.icon.isVisible()


def test_closing_the_window_quits(tray, commands, qtbot):
    qtbot.waitUntil(lambda: tray._stand_in.window is not None)
    tray._stand_in.window.close()
    assert commands.calls == [("quit",)]
