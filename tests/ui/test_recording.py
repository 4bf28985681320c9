"""What a person sees of a recording: whether it runs, for how long, that it did not stop, and who has to be told."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from traydial.core.call import CallState, Recording
from traydial.core.config import Calls, Config, LeftClick
from traydial.core.dialing import AskingToRecord, CallChanged, CallForgotten, Declined, Undoing
from traydial.core.errors import Cancelled, RefusedByPbx, Unreachable
from traydial.ui.bubble import Bubble
from traydial.ui.icons import Light, light_of
from traydial.ui.presenter import Presenter
from traydial.ui.question import AskingToRecordDialog
from traydial.ui.settings.pages import CallsPage, GeneralPage

CLICK = QSystemTrayIcon.ActivationReason.Trigger


@pytest.fixture
def presenter(qapp, commands, owner, views):
    presenter = Presenter(commands, owner)
    presenter.show_accounts(views, "office")
    yield presenter
    for window in windows((Bubble, AskingToRecordDialog)):
        window.blockSignals(True)  # closing it is no answer of a person's
        window.close()
    presenter.close()


@pytest.fixture
def beeps(monkeypatch):
    """What the desktop was asked to do to be heard and seen."""
    heard = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    monkeypatch.setattr(QApplication, "alert", heard.append)
    return heard


def windows(kind):
    """Return what is on the screen of a kind."""
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, kind) and window.isVisible()]


def words(window):
    """All that a window says."""
    from traydial.ui.plain_label import PlainLabel

    return " ".join(label.text() for label in window.findChildren(PlainLabel) if not label.isHidden())


# A stop that failed


@pytest.mark.parametrize(
    ("recording", "error", "state", "still"),
    [
        (Recording.ON, RefusedByPbx(reason="no"), CallState.CONNECTED, True),
        (Recording.UNKNOWN, Unreachable("timed_out"), CallState.ACCEPTED, True),
        (Recording.ON, None, CallState.CONNECTED, False),
        (Recording.OFF, RefusedByPbx(reason="no"), CallState.CONNECTED, False),
        (Recording.STOPPING, None, CallState.CONNECTED, False),
        (Recording.OFF, Unreachable(), CallState.ENDED, False),
    ],
)
def test_a_recording_that_goes_on_is_shouted(presenter, call, beeps, recording, error, state, still):
    changed = call(recording=recording, error=error, state=state)
    presenter.present(CallChanged(request_id="call-1", call=changed))
    presenter.present(CallChanged(request_id="call-1", call=replace(changed, duration_s=1)))
    (bubble,) = windows(Bubble)
    assert beeps == (["beep", bubble] if still else [])  # once for each failure
    assert ("Still recorded!" in words(bubble)) is still
    assert ("hang up, or stop it at your phone" in words(bubble)) is still
    assert ("Still recorded!" in presenter.tray.icon.toolTip()) is still
    if still:
        assert light_of(changed) is Light.PROBLEM


def test_the_shout_ends_with_the_recording(presenter, call, beeps):
    failed = call(recording=Recording.ON, error=RefusedByPbx(), state=CallState.CONNECTED)
    presenter.present(CallChanged(request_id="call-1", call=failed))
    presenter.present(CallChanged(request_id="call-1", call=replace(failed, recording=Recording.OFF, error=None)))
    assert "Still recorded!" not in words(windows(Bubble)[0]) + presenter.tray.icon.toolTip()


# Minutes and seconds


def test_minutes_and_seconds_count_while_it_records(presenter, call, qtbot):
    since = datetime.now(UTC) - timedelta(minutes=61, seconds=4)
    recorded = call(recording=Recording.ON, recording_since=since, state=CallState.CONNECTED)
    presenter.present(CallChanged(request_id="call-1", call=recorded))
    tray, (bubble,) = presenter.tray, windows(Bubble)
    shown = {
        "tooltip": tray.icon.toolTip,
        "menu": tray.menu.actions()[0].text,
        "bubble": lambda: words(bubble),
    }
    first = {place: text() for place, text in shown.items()}
    assert all(re.search(r"Recording · 61:\d\d$", text) for text in first.values()), first
    for place, text in shown.items():
        qtbot.waitUntil(lambda text=text, before=first[place]: text() > before)
    presenter.present(CallChanged(request_id="call-1", call=replace(recorded, recording_since=None)))
    assert not tray.clock.isActive()
    assert not bubble.clock.isActive()


def test_without_a_recording_nothing_ticks(presenter, call):
    presenter.present(CallChanged(request_id="call-1", call=call()))
    assert not presenter.tray.clock.isActive()
    assert not windows(Bubble)[0].clock.isActive()


# The left click


def test_a_left_click_records_where_that_is_chosen(presenter, commands, call):
    tray = presenter.tray
    tray.show_left_click(LeftClick.RECORD)
    tray.icon.activated.emit(CLICK)
    tray.show_armed(True)
    tray.icon.activated.emit(CLICK)
    tray.show_call(call(recording=Recording.OFF, state=CallState.CONNECTED))
    tray.icon.activated.emit(CLICK)
    tray.show_call(call(recording=Recording.ON, state=CallState.CONNECTED))
    tray.icon.activated.emit(CLICK)
    assert commands.calls == [("arm_recording", True), ("arm_recording", False), ("record", True), ("record", False)]


def test_where_nothing_can_be_recorded_a_left_click_opens_the_palette(presenter, commands, views):
    presenter.show_accounts(views, "hanoi")
    presenter.tray.show_left_click(LeftClick.RECORD)
    presenter.tray.icon.activated.emit(CLICK)
    assert commands.calls == [("open_palette",)]


# Telling the other party


@pytest.fixture
def asking(plan):
    return AskingToRecord(request_id="request-1", plan=plan("tel:+4930901820"))


def test_the_keyboard_is_on_the_no(presenter, asking, commands, qtbot):
    presenter.present(asking)
    (dialog,) = windows(AskingToRecordDialog)
    assert "030" in words(dialog) or "+49" in words(dialog)
    assert dialog.focusWidget() is dialog.refuse
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert commands.calls == [("answer_recording", "request-1", False)]
    assert windows(AskingToRecordDialog) == []


def test_a_yes_is_said_by_its_button_alone(presenter, asking, commands):
    presenter.present(asking)
    windows(AskingToRecordDialog)[0].record.click()
    assert commands.calls == [("answer_recording", "request-1", True)]


def test_escape_takes_it_back(presenter, asking, commands, qtbot):
    presenter.present(asking)
    qtbot.keyClick(windows(AskingToRecordDialog)[0], Qt.Key.Key_Escape)
    assert commands.calls == [("cancel", "request-1")]


def test_the_question_about_a_running_call_stays_while_the_call_goes_on(presenter, asking, commands, call):
    running = call(state=CallState.RINGING_CALLEE)
    presenter.present(CallChanged(request_id="call-1", call=running))
    presenter.present(replace(asking, request_id="question-1", call=running))
    presenter.present(CallChanged(request_id="call-1", call=replace(running, state=CallState.CONNECTED)))
    assert len(windows(AskingToRecordDialog)) == 1
    presenter.present(Declined(request_id="question-1", input="", error=Cancelled(sent=False)))
    assert windows(AskingToRecordDialog) == []
    assert commands.calls == []


def test_the_question_ends_the_countdown_in_the_tray(presenter, asking):
    presenter.present(Undoing(request_id="request-1", plan=asking.plan, seconds=3.0, until_s=0.0))
    presenter.present(asking)
    assert presenter.tray.icon.toolTip() == "Traydial – Ready"


# A call that nothing is heard of


def test_a_call_that_is_forgotten_is_shown_no_longer(presenter, call):
    presenter.present(CallChanged(request_id="call-1", call=call(state=CallState.UNKNOWN, recording=Recording.UNKNOWN)))
    assert light_of(call(state=CallState.UNKNOWN)) is Light.PROBLEM
    presenter.present(CallForgotten(request_id="call-1"))
    assert presenter.tray.icon.toolTip() == "Traydial – Ready"
    assert windows(Bubble) == []


# What can be set


@pytest.mark.parametrize("before", [60.0, 0.5])
def test_the_time_after_which_a_call_is_forgotten_is_set(qtbot, before):
    config = Config(calls=Calls(forget_after_min=before))
    page = CallsPage(config, frozenset())
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
