"""The popup: what it says, what its buttons do, and that it never takes the focus by itself."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from traydial.core.call import CallState, RecordingAction, RecordingState
from traydial.core.errors import DeviceUnavailable, NumberRejected, Unreachable
from traydial.core.events import CallChanged, Declined, UndoCountdown
from ui.reading import button, words


def changed(call):
    return CallChanged(request_id="request-1", call=call)


def undoing(plan, seconds=3.0):
    return UndoCountdown(request_id="request-1", plan=plan, seconds=seconds, until_s=time.monotonic() + seconds)


def test_a_popup_says_who_will_be_called_and_can_be_undone(popup, commands, plan):
    popup.say(undoing(plan("tel:+390444123456")))
    assert "0444 123456" in words(popup)
    assert "Italy · Office" in words(popup)
    button(popup, "Undo (3 s)").click()
    assert commands.calls == [("cancel", "request-1")]


def test_a_popup_never_takes_the_focus_by_itself(popup):
    assert popup.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    popup.reach()
    assert popup.focusWidget() is not None


def test_a_popup_shows_what_the_pbx_says_of_the_state_as_a_detail_in_plain_text(popup, call):
    popup.say(changed(call(answer="<b>Queued</b>\nnow")))
    assert "The PBX says" not in words(popup)
    button(popup, "Why this number?").click()
    assert "The PBX says: <b>Queued</b> now" in words(popup)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in popup.findChildren(QLabel) if label.text())


def test_a_popup_explains_the_number(popup, call):
    popup.say(changed(call()))
    height = popup.height()
    button(popup, "Why this number?").click()
    assert "+390444123456 → 0444123456" in words(popup)
    assert popup.height() > height


def test_a_popups_recording_button_follows_the_pbx(popup, commands, call):
    popup.say(changed(call(recording=RecordingState.OFF)))
    button(popup, "Record").click()
    assert commands.calls == [("record", RecordingAction.START)]
    popup.say(changed(call(recording=RecordingState.ON)))
    stop = button(popup, "Stop recording")
    assert stop.isChecked()
    stop.click()
    assert commands.calls[-1] == ("record", RecordingAction.STOP)
    assert stop.isChecked()


@pytest.mark.parametrize(("waits", "said"), [(False, "Asking the PBX…"), (True, "Waiting for the keyring…")])
def test_a_popup_says_what_an_order_waits_for(popup, call, waits, said):
    popup.say(changed(call(state=CallState.REQUESTED, waits_for_keyring=waits)))
    assert popup.windowTitle() == said
    popup.say(changed(call(state=CallState.ACCEPTED, waits_for_keyring=waits)))
    assert popup.windowTitle() == "The PBX is placing the call"


def test_nothing_was_dialled_is_said_of_a_call_and_not_of_its_hang_up(popup, call):
    popup.say(changed(call(state=CallState.REFUSED, error=Unreachable())))
    assert "Nothing was dialled." in words(popup)
    popup.say(changed(call(state=CallState.CONNECTED, error=Unreachable())))
    assert "There is no connection to the PBX." in words(popup)
    assert "dialled" not in words(popup)


def test_a_problem_says_what_to_do_next(popup, call):
    popup.say(changed(call(state=CallState.REFUSED, error=DeviceUnavailable("device_busy"))))
    assert "End that call, then try again." in words(popup)


def test_what_was_not_dialled_is_shown_as_one_short_line(popup):
    text = "x" * 500 + "\n<i>hello</i>"
    popup.say(Declined(request_id="request-1", input=text, error=NumberRejected("number_missing")))
    assert "No number found" in words(popup)
    assert len(words(popup)) < 300
