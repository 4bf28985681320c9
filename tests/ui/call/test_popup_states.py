"""The popup of a call: what stands on it in each state, from top to bottom, and what its buttons do."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from traydial.core.call import CallState, RecordingState
from traydial.core.errors import (
    Cancelled,
    ConfigError,
    DeviceUnavailable,
    NumberRejected,
    OutcomeUnknown,
    RefusedByPbx,
    Unreachable,
)
from traydial.core.events import CallChanged, Declined, UndoCountdown
from traydial.ui.call import popup_text
from ui.call.seen import cut_off, press, read

WHY = "[Why this number?]"
NUMBER, WHERE = "0444 123456", "Italy · Office"


@pytest.fixture
def say(popup, call, plan):
    """Let something happen to the request, and return what the popup says of it, without its cross."""

    def say(event="", **values):
        if event == "countdown":
            until_s = time.monotonic() + values.get("left_s", 30.0)
            number = replace(plan("tel:+390444123456"), name=values.get("name", ""))
            popup.say(UndoCountdown(request_id="request-1", plan=number, seconds=30.0, until_s=until_s))
        elif event:
            popup.say(Declined(request_id="request-1", input="hello", error=event))
        else:
            popup.say(CallChanged(request_id="request-1", call=call(**values)))
        assert cut_off(popup) == []
        return [line for line in read(popup) if line not in ("[✕]", "")]

    return say


def ago(seconds):
    return datetime.now(UTC) - timedelta(seconds=seconds)


def test_a_countdown(say):
    assert say("countdown", name="Anna Rossi") == [
        "About to call",
        "Anna Rossi",
        NUMBER,
        WHERE,
        "[Undo (30 s)]",
        WHY,
    ]


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (CallState.REQUESTED, "Asking the PBX…"),
        (CallState.ACCEPTED, "The PBX is placing the call"),
        (CallState.RINGING_AGENT, "Your phone is ringing: pick it up"),
        (CallState.RINGING_CALLEE, "Ringing at the other end"),
        (CallState.CONNECTED, "Connected"),
        (CallState.UNKNOWN, "Outcome unknown"),
    ],
)
def test_a_call_that_lasts(say, state, title):
    assert say(state=state, recording=RecordingState.OFF) == [title, NUMBER, WHERE, "[Hang up]", "[Record]", WHY]


@pytest.mark.parametrize(("state", "title"), [(CallState.ENDED, "Call ended"), (CallState.CANCELLED, "Cancelled")])
def test_a_call_that_is_over(say, state, title):
    assert say(state=state, recording=RecordingState.OFF) == [title, NUMBER, WHERE, WHY]


@pytest.mark.parametrize(
    ("recording", "button", "answer"),
    [
        (RecordingState.UNSUPPORTED, "[Record]", None),
        (RecordingState.OFF, "[Record]", None),
        (RecordingState.STARTING, "[Record]", "Recording is starting…"),
        (RecordingState.ON, "[Stop recording]", "Recording · 01:05"),
        (RecordingState.STOPPING, "[Stop recording]", "Recording is stopping…"),
        (RecordingState.UNKNOWN, "[Record]", "It is not known whether the call is recorded"),
        (RecordingState.LOCKED, "[Stop recording]", "Recording, and the PBX does not let it be stopped"),
    ],
)
def test_a_recording(say, popup, recording, button, answer):
    since = ago(65.5) if recording is RecordingState.ON else None
    said = say(state=CallState.CONNECTED, recording=recording, recording_since=since)
    told = [answer] if answer else []
    assert said == ["Connected", NUMBER, WHERE, *told, "[Hang up]", button, WHY]
    under_way = (RecordingState.STARTING, RecordingState.STOPPING, RecordingState.LOCKED)
    (record,) = [b for b in popup.findChildren(QPushButton) if f"[{b.text().replace('&', '')}]" == button]
    assert record.isEnabled() is (recording not in under_way)
    assert record.isChecked() is (button == "[Stop recording]")


def test_what_went_wrong(say):
    assert say(DeviceUnavailable("device_busy"))[0] == "Phone is busy"
    said = say(state=CallState.REFUSED, error=RefusedByPbx(reason="Barred"))
    assert said[:3] == ["Not connected", NUMBER, WHERE]
    assert said[3].startswith("The PBX refused the request: Barred.")
    assert said[4:] == [WHY]


def test_why_nobody_answered(say):
    said = say(state=CallState.ENDED, answer="USER_BUSY")
    assert said == ["Call ended", NUMBER, WHERE, "The PBX says: USER_BUSY", WHY]
    assert "The PBX says: NORMAL" not in say(state=CallState.ENDED, answer="NORMAL", duration_s=5)


def test_a_recording_that_goes_on_after_a_failure(say):
    said = say(state=CallState.CONNECTED, recording=RecordingState.ON, recording_since=ago(5.5), error=OutcomeUnknown())
    assert said[0] == "Still recorded!"
    assert said[3].startswith("The call may still be recorded: tell the other party")
    assert said[3].endswith(" · Recording · 00:05")


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (NumberRejected("number_missing"), ["hello"]),
        (ConfigError("account_missing"), ["hello"]),
        (Unreachable(), ["hello"]),
    ],
)
def test_what_was_not_dialled(say, error, shown):
    said = say(error)
    assert said[1:2] == shown
    assert ("[Open Settings]" in said) is isinstance(error, ConfigError)
    assert WHY not in said


def test_what_was_known_of_a_request_stays_when_it_is_declined(say):
    say("countdown", name="Anna Rossi")
    said = say(Cancelled(sent=False))
    assert said[:4] == ["Cancelled", "Anna Rossi", NUMBER, WHERE]
    assert said[-1] == WHY


def test_the_countdown_counts(say, popup, qtbot):
    say("countdown", left_s=1.2)
    (bar,) = popup.findChildren(QProgressBar)
    assert bar.isVisible()
    assert not bar.isTextVisible()
    assert bar.height() < bar.fontMetrics().height() / 2, "a line, and no bar with words"
    assert 0 < bar.value() <= 0.05 * bar.maximum()
    assert "[Undo (2 s)]" in read(popup)
    qtbot.waitUntil(lambda: "[Undo (1 s)]" in read(popup))
    qtbot.waitUntil(lambda: "[Undo (0 s)]" in read(popup))
    assert bar.value() == 0


def test_after_the_countdown_nothing_can_be_undone(say, popup):
    say("countdown")
    assert not any("Undo" in line for line in say(state=CallState.REQUESTED))
    assert not popup.findChildren(QProgressBar)[0].isVisible()


def test_a_call_that_goes_on_wakes_the_program_for_nothing(say, popup):
    say("countdown")
    say(state=CallState.CONNECTED, recording=RecordingState.ON, recording_since=ago(1))
    say(state=CallState.UNKNOWN)
    say(state=CallState.ENDED)
    say(state=CallState.CONNECTED)
    assert [timer for timer in popup.findChildren(QTimer) if timer.isActive()] == []


def test_the_time_of_a_recording_runs(say, popup, qtbot):
    say(state=CallState.CONNECTED, recording=RecordingState.ON, recording_since=ago(59.5))
    assert "Recording · 00:59" in read(popup)
    qtbot.waitUntil(lambda: "Recording · 01:01" in read(popup), timeout=5000)
    say(state=CallState.CONNECTED, recording=RecordingState.OFF)
    assert not popup.clock.isActive()


@pytest.mark.parametrize(
    ("values", "words", "asked"),
    [
        ({"event": "countdown"}, "Undo (30 s)", ("cancel", "request-1")),
        ({"state": CallState.CONNECTED}, "Hang up", ("hang_up",)),
        ({"state": CallState.CONNECTED, "recording": RecordingState.OFF}, "Record", ("record", "start")),
        ({"state": CallState.CONNECTED, "recording": RecordingState.ON}, "Stop recording", ("record", "stop")),
        ({"event": ConfigError("account_missing")}, "Open Settings", ("open_settings",)),
    ],
)
def test_a_button_does_what_it_says(say, popup, commands, values, words, asked):
    say(**values)
    press(popup, words)
    assert commands.calls == [asked]
    assert popup.isVisible()


@pytest.mark.parametrize("event", ["countdown", ""])
def test_the_cross_closes(say, popup, commands, event):
    say(event)
    press(popup, "✕")
    assert not popup.isVisible()
    assert commands.calls == ([("cancel", "request-1")] if event else [])


def test_why_this_number_opens_and_closes(say, popup):
    say()
    assert not any("→" in line for line in read(popup))
    height = popup.height()
    press(popup, "Why this number?")
    assert any("+390444123456 → 0444123456" in line for line in read(popup))
    assert cut_off(popup) == []
    press(popup, "Why this number?")
    assert not any("→" in line for line in read(popup))
    assert popup.height() == height


def test_the_number_can_be_copied(say, popup):
    say()
    (number,) = [label for label in popup.findChildren(QLabel) if label.text() == NUMBER]
    assert number.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_screen_reader_is_told_all_of_it(say, popup):
    say("countdown", name="Anna Rossi")
    assert popup.accessibleName() == f"About to call Anna Rossi {NUMBER}"
    assert popup.windowTitle() == "About to call"
    names = {widget.accessibleName() for widget in popup.findChildren(QWidget) if widget.isVisible()}
    assert {"About to call", "Close", "Time left to undo"} <= names
    assert [cross.toolTip() for cross in popup.findChildren(QToolButton)] == ["Close"]
    press(popup, "Why this number?")
    assert "Why this number?" in {
        widget.accessibleName() for widget in popup.findChildren(QLabel) if widget.isVisible()
    }


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"event": "countdown"}, "Undo (30 s)"),
        ({"state": CallState.CONNECTED, "recording": RecordingState.OFF}, "Hang up"),
        ({"event": ConfigError("account_missing")}, "Open Settings"),
        ({"state": CallState.ENDED}, "Why this number?"),
        ({"event": NumberRejected("number_missing")}, "✕"),
    ],
)
def test_the_keyboard_goes_to_what_can_be_done_now(say, popup, qtbot, values, words):
    say(**values)
    popup.reach()
    qtbot.waitUntil(popup.isActiveWindow)
    assert popup.focusWidget().text().replace("&", "") == words


def test_other_keys_than_escape_close_nothing(say, popup, qtbot):
    say()
    qtbot.keyClick(popup, Qt.Key.Key_A)
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_popup_is_a_small_window_above_others_and_out_of_the_task_bar(popup):
    flags = popup.windowFlags()
    for flag in (Qt.WindowType.Tool, Qt.WindowType.FramelessWindowHint, Qt.WindowType.WindowStaysOnTopHint):
        assert flags & flag == flag


def test_the_edge_is_on_the_side_where_reading_begins(say, popup, qapp):
    say()
    try:
        left = popup.grab().toImage()
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        right = popup.grab().toImage()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    middle, end = left.height() // 2, left.width() - 1
    accent = left.pixel(0, middle)
    for image, edge, other in ((left, 0, end), (right, end, 0)):
        assert {image.pixel(edge, y) for y in range(image.height())} == {accent}, "from top to bottom"
        assert image.pixel(other, middle) != accent
    stripes = [[x for x in range(end + 1) if image.pixel(x, middle) == accent] for image in (left, right)]
    assert stripes[1] == [end - x for x in reversed(stripes[0])]
    assert 2 < len(stripes[0]) < 8


def test_a_faint_line_surrounds_it(say, popup):
    say()
    image = popup.grab().toImage()
    right, bottom = image.width() - 1, image.height() - 1
    ground, text = (
        popup.palette().color(role).lightness() for role in (popup.backgroundRole(), popup.foregroundRole())
    )
    for x, y in ((right // 2, 0), (right, bottom // 2), (right // 2, bottom)):
        line = image.pixelColor(x, y).lightness()
        assert abs(ground - text) / 8 < abs(ground - line) < abs(ground - text) / 2


def test_another_state_paints_the_edge_anew(say, popup, owner, qtbot):
    say(state=CallState.CONNECTED)
    QApplication.processEvents()
    painted = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if isinstance(event, QPaintEvent):
                painted.append(event.region().contains(QPoint(1, popup.height() // 2)))
            return False

    popup.installEventFilter(watch := Watch(owner))
    height = popup.height()
    say(state=CallState.UNKNOWN)
    assert popup.height() == height, "nothing else paints all of it"
    qtbot.waitUntil(lambda: any(painted))
    popup.removeEventFilter(watch)


def test_it_is_as_wide_as_a_sentence_and_its_picture_as_high_as_a_line(say, popup):
    say()
    assert 40 < popup.width() / popup.fontMetrics().averageCharWidth() < 90
    picture = next(label for label in popup.findChildren(QLabel) if not label.pixmap().isNull())
    assert popup.fontMetrics().height() <= picture.height() < 2 * popup.fontMetrics().height()


def test_a_popup_that_was_closed_is_gone(say, popup, qtbot):
    say("countdown")
    popup.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(popup))


def test_a_popup_with_the_keyboard_waits_until_it_goes_elsewhere(say, popup, qtbot, monkeypatch):
    monkeypatch.setattr(popup_text, "STAYS_MS", 100)
    say()
    popup.reach()
    qtbot.waitUntil(popup.isActiveWindow)
    with qtbot.assertNotEmitted(popup.closed, wait=300):
        say(state=CallState.ENDED)
    closed = []
    popup.closed.connect(lambda: closed.append(True))
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(lambda: not popup.isActiveWindow())
    assert popup.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    qtbot.waitUntil(lambda: bool(closed), timeout=700)


def test_its_edge_has_the_colour_of_the_state(say, popup):
    def colour():
        image = popup.grab().toImage()
        return image.pixelColor(2, image.height() // 2).name()

    say("countdown")
    dialling = colour()
    say(state=CallState.CONNECTED)
    connected = colour()
    say(state=CallState.REFUSED, error=DeviceUnavailable())
    assert len({dialling, connected, colour()}) == 3


def test_who_is_called_stands_out(say, popup):
    say("countdown", name="Anna Rossi")
    sizes = {label.text(): label.font().pointSizeF() for label in popup.findChildren(QLabel) if label.isVisible()}
    assert sizes["Anna Rossi"] == sizes[NUMBER] > max(sizes["About to call"], sizes[WHERE])
    bold = {label.text() for label in popup.findChildren(QLabel) if label.isVisible() and label.font().bold()}
    assert bold == {"About to call"}
