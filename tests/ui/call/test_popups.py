"""Popups as a person meets them: which are on the screen, what they say, and what closing them does."""

import sys
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget

from traydial.core.call import CallState, RecordingState
from traydial.core.errors import Cancelled, ConfigError, DeviceUnavailable, NumberRejected, RefusedByPbx, Unsupported
from traydial.core.events import CallChanged, CallForgotten, Declined, UndoCountdown
from traydial.ui.call import popup_text
from traydial.ui.call.popup import CallPopup


def shown():
    """What is on the screen, the newest last."""
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, CallPopup) and window.isVisible()]


def titles():
    return sorted(popup.windowTitle() for popup in shown())


def words(window):
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window))


def button(window, text):
    found = (b for b in window.findChildren(QPushButton) if b.text().replace("&", "").startswith(text))
    return next(found)


def close_button(window):
    return next(b for b in window.findChildren(QToolButton) if b.accessibleName() == "Close")


@pytest.fixture
def happens(windows):
    """Let an event of the dialer happen."""

    def happen(event, **values):
        windows.present(event(**values) if values else event)

    return happen


def changed(call):
    return CallChanged(request_id=call.id, call=call)


def failed(name):
    return Declined(request_id=name, input="hello", error=NumberRejected("number_missing"))


NO_CALL = Declined(request_id="", input="", error=Unsupported("no_current_call"))


@pytest.fixture
def counting(plan, happens):
    """A countdown on the screen."""
    until_s = time.monotonic() + 30
    happens(UndoCountdown(request_id="call-1", plan=plan("tel:+390444123456"), seconds=30.0, until_s=until_s))
    (popup,) = shown()
    popup.move(300, 300)  # away from the pointer
    return popup


# What is over makes way


def test_no_call_is_not_said_beside_a_new_call(happens, call):
    happens(NO_CALL)
    assert titles() == ["No call"]
    happens(changed(call(state=CallState.REQUESTED)))
    assert titles() == ["Asking the PBX…"]


def test_no_call_is_no_problem_and_goes_by_itself(happens, windows, qtbot, monkeypatch):
    monkeypatch.setattr(popup_text, "STAYS_MS", 1)
    happens(NO_CALL)
    assert windows.tray.icon.toolTip() == "Traydial – Ready"
    qtbot.waitUntil(lambda: shown() == [])


def test_a_problem_goes_by_itself(happens, qtbot, monkeypatch):
    monkeypatch.setattr(popup_text, "PROBLEM_STAYS_MS", 1)
    happens(failed("a"))
    qtbot.waitUntil(lambda: shown() == [])


def test_of_many_problems_the_latest_is_on_the_screen(happens):
    for name in "abcdefg":
        happens(failed(name))
    assert titles() == ["No number found"]


def test_at_most_two_calls_that_failed_are_on_the_screen(happens, call, qapp):
    for name in "abcdefg":
        happens(changed(call(call_id=name, state=CallState.REQUESTED)))
    assert len(shown()) == 7
    for name in "abcdefg":
        happens(changed(call(call_id=name, state=CallState.REFUSED, error=DeviceUnavailable("device_busy"))))
    assert {popup.request_id for popup in shown()} == {"f", "g"}


def test_every_popup_is_on_the_screen_with_its_close_button(happens, call, qapp):
    area = qapp.primaryScreen().availableGeometry()
    for name in "abcdefghijkl":
        happens(changed(call(call_id=name, state=CallState.CONNECTED)))
    assert len(shown()) == 12
    for popup in shown():
        assert area.contains(QRect(popup.pos(), popup.size()))


def test_a_running_call_stays_when_another_begins(happens, call):
    happens(changed(call(state=CallState.CONNECTED)))
    happens(changed(call(call_id="call-2", state=CallState.REQUESTED)))
    assert titles() == ["Asking the PBX…", "Connected"]


@pytest.mark.parametrize("state", [CallState.ACCEPTED, CallState.RINGING_CALLEE, CallState.CONNECTED])
def test_a_popup_stays_as_long_as_its_call(happens, call, qtbot, monkeypatch, state):
    for name in ("STAYS_MS", "PROBLEM_STAYS_MS"):
        monkeypatch.setattr(popup_text, name, 1)
    happens(changed(call(state=state)))
    happens(failed("later"))
    qtbot.waitUntil(lambda: len(shown()) == 1)
    assert shown()[0].request_id == "call-1"
    happens(changed(call(state=CallState.ENDED)))
    qtbot.waitUntil(lambda: shown() == [])


def test_an_outcome_that_is_unknown_stays_until_the_next_call(happens, call):
    happens(changed(call(state=CallState.UNKNOWN)))
    happens(changed(call(call_id="call-2", state=CallState.REQUESTED)))
    assert [popup.request_id for popup in shown()] == ["call-2"]


def test_a_popup_goes_with_the_call_that_is_forgotten(happens, call):
    happens(changed(call(state=CallState.CONNECTED)))
    happens(CallForgotten(request_id="call-1"))
    assert shown() == []


def test_a_popup_under_the_mouse_waits(happens, call, qtbot, monkeypatch):
    monkeypatch.setattr(popup_text, "STAYS_MS", 100)
    happens(changed(call()))
    (popup,) = shown()
    popup.move(300, 300)
    elsewhere = QWidget()
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(elsewhere.isActiveWindow)
    at = QPointF(20, 20)
    QApplication.sendEvent(popup, QEnterEvent(at, at, popup.mapToGlobal(at)))
    with qtbot.assertNotEmitted(popup.closed, wait=300):
        happens(changed(call(state=CallState.ENDED)))
    # A Wayland desktop may never report that the mouse has left.
    qtbot.waitUntil(lambda: shown() == [])


# Closing


@pytest.mark.parametrize("way", ["×", "Esc", "window manager"])
def test_closing_the_countdown_cancels_the_call(counting, commands, qtbot, way):
    if way == "×":
        qtbot.mouseClick(close_button(counting), Qt.MouseButton.LeftButton)
    elif way == "Esc":
        qtbot.keyClick(counting, Qt.Key.Key_Escape)
    else:
        counting.close()
    assert commands.calls == [("cancel", "call-1")]
    assert shown() == []


def test_a_call_that_was_cancelled_so_is_not_announced(counting, happens, qtbot):
    qtbot.mouseClick(close_button(counting), Qt.MouseButton.LeftButton)
    happens(Declined(request_id="call-1", input="tel:+390444123456", error=Cancelled(sent=False)))
    assert shown() == []


def test_closing_the_popup_of_a_call_leaves_the_call(happens, call, commands, qtbot):
    happens(changed(call()))
    qtbot.mouseClick(close_button(shown()[0]), Qt.MouseButton.LeftButton)
    assert commands.calls == []


def test_a_popup_refuses_the_keyboard_until_it_is_given(happens, call, windows):
    refuses = Qt.WindowType.WindowDoesNotAcceptFocus
    happens(changed(call()))
    (popup,) = shown()
    assert popup.windowHandle().flags() & refuses
    windows.popups.reach()
    assert not popup.windowHandle().flags() & refuses
    assert popup.focusWidget() is not None
    QApplication.sendEvent(popup, QEvent(QEvent.Type.ActivationChange))  # the keyboard went elsewhere
    if not popup.isActiveWindow():
        assert popup.windowHandle().flags() & refuses


# What they say


def test_a_name_stands_above_the_number(happens, call):
    named = call()
    named = replace(named, plan=replace(named.plan, name="Anna Rossi"))
    happens(changed(named))
    said = words(shown()[0])
    assert said.index("Anna Rossi") < said.index("0444 123456")
    assert "Anna Rossi" in shown()[0].accessibleName()


def test_why_the_pbx_refused_is_said_at_once(happens, call):
    happens(changed(call(state=CallState.REFUSED, error=RefusedByPbx(reason="Barred"))))
    assert "Barred" in words(shown()[0])


def test_without_an_account_a_button_opens_settings_and_all_goes_with_the_account(
    windows, happens, views, commands, qtbot
):
    windows.show_accounts((), "")
    happens(Declined(request_id="a", input="600", error=ConfigError("account_missing")))
    assert titles() == ["No account yet"]
    qtbot.mouseClick(button(shown()[0], "Open Settings"), Qt.MouseButton.LeftButton)
    assert [call[0] for call in commands.calls] == ["all_specs"], "Settings load what they offer"
    windows.show_accounts(views, "office")
    assert shown() == []
    assert windows.tray.icon.toolTip() == "Traydial – Ready"


def test_a_popup_follows_another_theme(happens, call, qapp, qtbot):
    happens(changed(call()))
    picture = next(label for label in shown()[0].findChildren(QLabel) if not label.pixmap().isNull())
    before = picture.pixmap().toImage()
    ordinary = qapp.palette()
    dark = QPalette(ordinary)
    dark.setColor(QPalette.ColorRole.Window, QColor("#202020"))
    dark.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    try:
        qapp.setPalette(dark)
        qtbot.waitUntil(lambda: picture.pixmap().toImage() != before)
    finally:
        qapp.setPalette(ordinary)


def test_numbers_keep_their_order_from_right_to_left(happens, call, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        happens(changed(call()))
        assert "\u20660444 123456\u2069" in words(shown()[0])
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


# Where they stand


@pytest.mark.parametrize(("platform", "bottom"), [("win32", True), ("linux", False)])
def test_where_the_icon_is_not_known_popups_are_where_trays_are(happens, call, qapp, monkeypatch, platform, bottom):
    monkeypatch.setattr(sys, "platform", platform)
    happens(changed(call(recording=RecordingState.OFF)))
    area = qapp.primaryScreen().availableGeometry()
    frame = QRect(shown()[0].pos(), shown()[0].size())
    assert (frame.center().y() > area.center().y()) is bottom
    assert frame.center().x() > area.center().x()
