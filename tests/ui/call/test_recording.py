"""What a person sees of a recording: whether it runs, how long, that it did not stop, whose consent is needed."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from traydial.core.call import CallState, RecordingAction, RecordingState
from traydial.core.config import CallSettings, Config, LeftClick
from traydial.core.errors import Cancelled, RefusedByPbx, Unreachable
from traydial.core.events import CallChanged, CallForgotten, Declined, RecordingConsentNeeded, UndoCountdown
from traydial.ui.base.icons import TrayStatus, status_of
from traydial.ui.call.popup import CallPopup
from traydial.ui.call.questions import RecordingConsentDialog
from traydial.ui.dial.window import DialWindow
from traydial.ui.settings.pages import CallsPage, GeneralPage
from traydial.ui.windows import Windows

CLICK = QSystemTrayIcon.ActivationReason.Trigger


@pytest.fixture
def windows(qapp, commands, owner, views):
    windows = Windows(commands, owner, leave=commands.quit)
    windows.show_accounts(views, "office")
    yield windows
    for window in on_screen((CallPopup, RecordingConsentDialog)):
        window.blockSignals(True)  # closing it is no answer of a person's
        window.close()
    windows.close()


@pytest.fixture
def beeps(monkeypatch):
    """What the desktop was asked to do to get attention."""
    heard = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    monkeypatch.setattr(QApplication, "alert", heard.append)
    return heard


def on_screen(kind):
    """Return what is on the screen of a kind."""
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, kind) and window.isVisible()]


def words(window):
    """All that a window says."""
    from traydial.ui.widgets.plain_label import PlainLabel

    return " ".join(label.text() for label in window.findChildren(PlainLabel) if not label.isHidden())


# A stop that failed


@pytest.mark.parametrize(
    ("recording", "error", "state", "still"),
    [
        (RecordingState.ON, RefusedByPbx(reason="no"), CallState.CONNECTED, True),
        (RecordingState.UNKNOWN, Unreachable("timed_out"), CallState.ACCEPTED, True),
        (RecordingState.ON, None, CallState.CONNECTED, False),
        (RecordingState.OFF, RefusedByPbx(reason="no"), CallState.CONNECTED, False),
        (RecordingState.STOPPING, None, CallState.CONNECTED, False),
        (RecordingState.OFF, Unreachable(), CallState.ENDED, False),
    ],
)
def test_a_recording_that_goes_on_raises_an_alert(windows, call, beeps, recording, error, state, still):
    changed = call(recording=recording, error=error, state=state)
    windows.present(CallChanged(request_id="call-1", call=changed))
    windows.present(CallChanged(request_id="call-1", call=replace(changed, duration_s=1)))
    (popup,) = on_screen(CallPopup)
    assert beeps == (["beep", popup] if still else [])  # once for each failure
    assert ("Still recorded!" in words(popup)) is still
    assert ("hang up, or stop it on your phone" in words(popup)) is still
    assert ("Still recorded!" in windows.tray.icon.toolTip()) is still
    if still:
        assert status_of(changed) is TrayStatus.PROBLEM


def test_the_alert_ends_with_the_recording(windows, call, beeps):
    failed = call(recording=RecordingState.ON, error=RefusedByPbx(), state=CallState.CONNECTED)
    windows.present(CallChanged(request_id="call-1", call=failed))
    windows.present(CallChanged(request_id="call-1", call=replace(failed, recording=RecordingState.OFF, error=None)))
    assert "Still recorded!" not in words(on_screen(CallPopup)[0]) + windows.tray.icon.toolTip()


# Minutes and seconds


def test_minutes_and_seconds_count_while_it_records(windows, call, qtbot):
    since = datetime.now(UTC) - timedelta(minutes=61, seconds=4)
    recorded = call(recording=RecordingState.ON, recording_since=since, state=CallState.CONNECTED)
    windows.present(CallChanged(request_id="call-1", call=recorded))
    tray, (popup,) = windows.tray, on_screen(CallPopup)
    shown = {
        "tooltip": tray.icon.toolTip,
        "menu": tray.menu.actions()[0].text,
        "popup": lambda: words(popup),
    }
    first = {place: text() for place, text in shown.items()}
    assert all(re.search(r"Recording · 61:\d\d$", text) for text in first.values()), first
    for place, text in shown.items():
        qtbot.waitUntil(lambda text=text, before=first[place]: text() > before)
    windows.present(CallChanged(request_id="call-1", call=replace(recorded, recording_since=None)))
    assert not tray.clock.isActive()
    assert not popup.clock.isActive()


def test_without_a_recording_nothing_ticks(windows, call):
    windows.present(CallChanged(request_id="call-1", call=call()))
    assert not windows.tray.clock.isActive()
    assert not on_screen(CallPopup)[0].clock.isActive()


# The left click


def test_a_left_click_records_where_that_is_chosen(windows, commands, call):
    tray = windows.tray
    tray.show_left_click(LeftClick.RECORD)
    tray.icon.activated.emit(CLICK)
    tray.show_armed(True)
    tray.icon.activated.emit(CLICK)
    tray.show_call(call(recording=RecordingState.OFF, state=CallState.CONNECTED))
    tray.icon.activated.emit(CLICK)
    tray.show_call(call(recording=RecordingState.ON, state=CallState.CONNECTED))
    tray.icon.activated.emit(CLICK)
    assert commands.calls == [
        ("arm_recording", True),
        ("arm_recording", False),
        ("record", RecordingAction.START),
        ("record", RecordingAction.STOP),
    ]


def test_where_nothing_can_be_recorded_a_left_click_opens_the_dial_window(windows, commands, views):
    windows.show_accounts(views, "hanoi")
    windows.tray.show_left_click(LeftClick.RECORD)
    windows.tray.icon.activated.emit(CLICK)
    assert any(isinstance(window, DialWindow) and window.isVisible() for window in QApplication.topLevelWidgets())


# Telling the other party


@pytest.fixture
def asking(plan):
    return RecordingConsentNeeded(request_id="request-1", plan=plan("tel:+4930901820"))


def test_the_keyboard_is_on_the_no(windows, asking, commands, qtbot):
    windows.present(asking)
    (dialog,) = on_screen(RecordingConsentDialog)
    assert "030" in words(dialog) or "+49" in words(dialog)
    assert dialog.focusWidget() is dialog.refuse
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert commands.calls == [("answer_recording", "request-1", False)]
    assert on_screen(RecordingConsentDialog) == []


def test_a_yes_is_said_by_its_button_alone(windows, asking, commands):
    windows.present(asking)
    on_screen(RecordingConsentDialog)[0].record.click()
    assert commands.calls == [("answer_recording", "request-1", True)]


def test_escape_cancels_it(windows, asking, commands, qtbot):
    windows.present(asking)
    qtbot.keyClick(on_screen(RecordingConsentDialog)[0], Qt.Key.Key_Escape)
    assert commands.calls == [("cancel", "request-1")]


def test_the_question_about_a_running_call_stays_while_the_call_goes_on(windows, asking, commands, call):
    running = call(state=CallState.RINGING_CALLEE)
    windows.present(CallChanged(request_id="call-1", call=running))
    windows.present(replace(asking, request_id="question-1", call=running))
    windows.present(CallChanged(request_id="call-1", call=replace(running, state=CallState.CONNECTED)))
    assert len(on_screen(RecordingConsentDialog)) == 1
    windows.present(Declined(request_id="question-1", input="", error=Cancelled(sent=False)))
    assert on_screen(RecordingConsentDialog) == []
    assert commands.calls == []


def test_the_question_ends_the_countdown_in_the_tray(windows, asking):
    windows.present(UndoCountdown(request_id="request-1", plan=asking.plan, seconds=3.0, until_s=0.0))
    windows.present(asking)
    assert windows.tray.icon.toolTip() == "Traydial – Ready"


# A call that the PBX does not report on


def test_a_call_that_is_forgotten_is_shown_no_longer(windows, call):
    windows.present(
        CallChanged(request_id="call-1", call=call(state=CallState.UNKNOWN, recording=RecordingState.UNKNOWN))
    )
    assert status_of(call(state=CallState.UNKNOWN)) is TrayStatus.PROBLEM
    windows.present(CallForgotten(request_id="call-1"))
    assert windows.tray.icon.toolTip() == "Traydial – Ready"
    assert on_screen(CallPopup) == []


# What can be set


@pytest.mark.parametrize("before", [60.0, 0.5])
def test_the_time_after_which_a_call_is_forgotten_is_set(commands, qtbot, before):
    config = Config(calls=CallSettings(forget_after_min=before))
    page = CallsPage(config, frozenset(), commands)
    qtbot.addWidget(page)
    assert page.applied(config) == config
    page.editors["calls.forget_after_min"].widget.setValue(5)
    assert page.applied(config).calls.forget_after_min == 5


def test_the_left_click_is_set(qtbot):
    page = GeneralPage(Config(), frozenset(), system_region="IT", desktop_shows=False)
    qtbot.addWidget(page)
    assert page.applied(Config()) == Config()
    qtbot.keyClicks(page.editors["ui.left_click"].widget, "starts")
    assert page.applied(Config()).ui.left_click is LeftClick.RECORD
