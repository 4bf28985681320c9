"""The popup, the questions and the dial window: what they say, what keys do, and that each asks once."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from traydial.core.call import CallState, RecordingAction, RecordingState
from traydial.core.consent import Source
from traydial.core.errors import DeviceUnavailable, NumberRejected
from traydial.core.events import CallChanged, ChoiceNeeded, ConsentNeeded, Declined, DialRequest, UndoCountdown
from traydial.core.number.read import read
from traydial.ui.call.choosers import NumberChooser
from traydial.ui.call.popup import CallPopup
from traydial.ui.call.questions import ConsentDialog
from traydial.ui.dial.window import DialWindow


def words(window):
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window))


def button(window, text):
    found = (b for b in window.findChildren(QPushButton) if b.text().replace("&", "").startswith(text))
    return next(found)


@pytest.fixture
def popup(commands, views, qtbot):
    popup = CallPopup("request-1", commands, commands.open_settings, views[0])
    popup.move(300, 300)  # away from the pointer, under which it would stay
    popup.show()
    return popup


def changed(call):
    return CallChanged(request_id="request-1", call=call)


def undoing(plan, seconds=3.0):
    return UndoCountdown(request_id="request-1", plan=plan, seconds=seconds, until_s=time.monotonic() + seconds)


def test_a_bubble_says_who_will_be_called_and_can_be_undone(popup, commands, plan):
    popup.say(undoing(plan("tel:+390444123456")))
    assert "0444 123456" in words(popup)
    assert "Italy · Office" in words(popup)
    button(popup, "Undo (3 s)").click()
    assert commands.calls == [("cancel", "request-1")]


def test_a_bubble_never_takes_the_focus_by_itself(popup):
    assert popup.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    popup.reach()
    assert popup.focusWidget() is not None


def test_a_bubble_shows_what_the_pbx_says_of_the_state_as_a_detail_in_plain_text(popup, call):
    popup.say(changed(call(answer="<b>Queued</b>\nnow")))
    assert "The PBX says" not in words(popup)
    button(popup, "Why this number?").click()
    assert "The PBX says: <b>Queued</b> now" in words(popup)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in popup.findChildren(QLabel) if label.text())


def test_a_bubble_explains_the_number(popup, call):
    popup.say(changed(call()))
    height = popup.height()
    button(popup, "Why this number?").click()
    assert "+390444123456 → 0444123456" in words(popup)
    assert popup.height() > height


def test_a_bubbles_recording_button_follows_the_pbx(popup, commands, call):
    popup.say(changed(call(recording=RecordingState.OFF)))
    button(popup, "Record").click()
    assert commands.calls == [("record", RecordingAction.START)]
    popup.say(changed(call(recording=RecordingState.ON)))
    stop = button(popup, "Stop recording")
    assert stop.isChecked()
    stop.click()
    assert commands.calls[-1] == ("record", RecordingAction.STOP)
    assert stop.isChecked()


def test_a_problem_says_what_to_do_next(popup, call):
    popup.say(changed(call(state=CallState.REFUSED, error=DeviceUnavailable("device_busy"))))
    assert "End that call, then try again." in words(popup)


def test_what_was_not_dialled_is_shown_as_one_short_line(popup):
    text = "x" * 500 + "\n<i>hello</i>"
    popup.say(Declined(request_id="request-1", input=text, error=NumberRejected("number_missing")))
    assert "No number found" in words(popup)
    assert len(words(popup)) < 300


@pytest.fixture
def ask(commands, views, plan, qtbot):
    def ask(*, dangerous, reasons=("premium",)):
        request = DialRequest(text="tel:x", source=Source.LINK)
        number_plan = plan("tel:+37253001234")
        event = ConsentNeeded(request_id="q", request=request, plan=number_plan, reasons=reasons, dangerous=dangerous)
        dialog = ConsentDialog(event, commands, views[0])
        dialog.ask()
        return dialog

    return ask


def test_a_question_names_number_country_account_and_reasons(ask):
    said = words(ask(dangerous=True, reasons=("premium", "new_country")))
    for part in ("+372 5300 1234", "Estonia", "Office", "0037253001234", "premium-rate", "to this country before"):
        assert part in said


def test_enter_cancels_what_is_dangerous_and_calls_what_is_not(ask, commands, qtbot):
    qtbot.keyClick(ask(dangerous=True), Qt.Key.Key_Return)
    assert commands.calls == [("refuse", "q")]
    qtbot.keyClick(ask(dangerous=False), Qt.Key.Key_Return)
    assert commands.calls[1:] == [("confirm", "q")]


def test_a_question_names_the_person(commands, views, plan, qtbot):
    request = DialRequest(text="x", source=Source.LINK)
    named = replace(plan("tel:+37253001234"), name="Anna Rossi")
    event = ConsentNeeded(request_id="q", request=request, plan=named, reasons=("premium",), dangerous=True)
    dialog = ConsentDialog(event, commands, views[0])
    dialog.ask()
    assert "Anna Rossi" in words(dialog)


def test_closing_a_question_is_a_no_and_withdrawing_it_is_no_answer(ask, commands):
    ask(dangerous=False).close()
    assert commands.calls == [("refuse", "q")]
    ask(dangerous=False).withdraw()
    assert commands.calls == [("refuse", "q")]


@pytest.fixture
def choosing(commands, qtbot):
    found = read("0444 123456, +39 335 1234567 or +27 21 123 4567", region="IT").candidates
    request = DialRequest(text="x", source=Source.HOTKEY)
    dialog = NumberChooser(ChoiceNeeded(request_id="q", request=request, candidates=found, cut=False), commands)
    dialog.ask()
    return dialog


def test_each_number_has_the_label_of_its_text(commands, qtbot):
    text = "Ufficio: 0444 123456\nMobile 335 1234567, Fax. 0444 123457 / casa di Anna: 02 1234567\n06 12345678"
    found = read(text, region="IT").candidates
    request = DialRequest(text=text, source=Source.HOTKEY)
    dialog = NumberChooser(ChoiceNeeded(request_id="q", request=request, candidates=found, cut=False), commands)
    dialog.ask()
    lines = [dialog.list.item(row).text().split("   ", 1)[1] for row in range(dialog.list.count())]
    assert [line.split(" · ")[0] for line in lines] == ["Ufficio", "Mobile", "Fax", "di Anna", "+39 06 1234 5678"]
    assert "Press 1–5 to call" in words(dialog)
    assert "Which number do you want to call?" in words(dialog)


def test_numbers_to_choose_keep_their_order_from_right_to_left(qapp, commands, qtbot):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        found = read("0444 123456, 02 1234567", region="IT").candidates
        request = DialRequest(text="x", source=Source.HOTKEY)
        dialog = NumberChooser(ChoiceNeeded(request_id="q", request=request, candidates=found, cut=False), commands)
        assert "\u2066+39 0444 123456\u2069" in dialog.list.item(0).text()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(("key", "index"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_3, 2)])
def test_a_digit_chooses_its_number(choosing, commands, qtbot, key, index):
    qtbot.keyClick(choosing.list, key)
    assert commands.calls == [("choose", "q", index)]


def test_other_digits_choose_nothing(choosing, commands, qtbot):
    qtbot.keyClick(choosing.list, Qt.Key.Key_9)
    qtbot.keyClick(choosing.list, Qt.Key.Key_0)
    assert commands.calls == []


def test_arrows_and_enter_choose_and_escape_cancels(choosing, commands, qtbot):
    qtbot.keyClick(choosing.list, Qt.Key.Key_Down)
    qtbot.keyClick(choosing.list, Qt.Key.Key_Return)
    assert commands.calls == [("choose", "q", 1)]


@pytest.fixture
def dial_window(commands, views, entry, qtbot):
    dial_window = DialWindow(commands, commands.open_settings)
    dial_window.show_account(views[0])
    dial_window.show_recent((entry("+390444123456"), entry("", digits="600")))
    dial_window.ask()
    return dial_window


def test_enter_dials_what_is_typed(dial_window, commands, qtbot):
    qtbot.keyClicks(dial_window.text, "(0444) 99")
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Return)
    assert commands.calls == [("dial", "(0444) 99", Source.DIAL_WINDOW)]
    assert not dial_window.isVisible()
    dial_window.ask()
    assert dial_window.text.text() == ""
    assert not any(dial_window.list.item(row).isHidden() for row in range(dial_window.list.count()))


def test_what_could_not_be_dialled_is_there_to_be_corrected(dial_window, qtbot):
    qtbot.keyClicks(dial_window.text, "12")
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Return)
    dial_window.offer_again("12")
    dial_window.ask()
    assert dial_window.text.selectedText() == "12"
    qtbot.keyClicks(dial_window.text, "34")
    dial_window.offer_again("12")
    assert dial_window.text.text() == "34"


def test_a_number_that_was_called_often_is_listed_once_with_its_name(dial_window, entry):
    anna = replace(entry("+390444123456"), name="Anna Rossi")
    dial_window.show_recent((anna, entry("", digits="600"), anna))
    assert [dial_window.list.item(row).text().split("  ·  ")[0] for row in range(dial_window.list.count())] == [
        "Anna Rossi",
        "600",
    ]


def test_typing_a_name_finds_it(dial_window, entry, commands, qtbot):
    dial_window.show_recent((entry("", digits="600"), replace(entry("+390444123456"), name="Anna Rossi")))
    qtbot.keyClicks(dial_window.text, "ross")
    assert [dial_window.list.item(row).isHidden() for row in range(2)] == [True, False]
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Down)
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Return)
    assert commands.calls == [("dial", "+390444123456", Source.HISTORY)]


def test_the_dial_window_names_the_account_once(dial_window, views):
    view = views[0]
    assert "Calling with Office (TVox)" in words(dial_window)
    dial_window.show_account(replace(view, account=replace(view.account, label="TVox")))
    assert "Calling with TVox" in words(dial_window).splitlines()


def test_without_an_account_the_dial_window_opens_settings(dial_window, commands, qtbot):
    assert not dial_window.settings.isVisible()
    dial_window.show_account(None)
    qtbot.mouseClick(dial_window.settings, Qt.MouseButton.LeftButton)
    assert commands.calls == [("open_settings",)]


def test_the_dial_window_has_no_buttons_that_change_its_size(dial_window):
    flags = dial_window.windowFlags()
    assert not flags & (Qt.WindowType.WindowMinimizeButtonHint | Qt.WindowType.WindowMaximizeButtonHint)
    assert flags & Qt.WindowType.WindowCloseButtonHint


def test_arrows_take_a_recent_call(dial_window, commands, qtbot):
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Down)
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Down)
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Return)
    assert commands.calls == [("dial", "600", Source.HISTORY)]


def test_typing_narrows_the_list_and_nothing_typed_dials_nothing(dial_window, commands, qtbot):
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Return)
    assert commands.calls == []
    qtbot.keyClicks(dial_window.text, "60")
    assert [dial_window.list.item(row).isHidden() for row in range(2)] == [True, False]


def test_the_dial_window_says_of_a_past_call_what_the_history_says(dial_window, entry):
    lost = entry("+390444123456", state=CallState.UNKNOWN)
    dial_window.show_recent((replace(lost, connected_at=lost.at), entry("600", state=CallState.UNKNOWN)))
    said = [dial_window.list.item(row).text().rpartition("·")[2].strip() for row in range(2)]
    assert said == ["Answered, end unknown", "Outcome unknown"]


def test_escape_hides_the_palette(dial_window, qtbot):
    qtbot.keyClick(dial_window, Qt.Key.Key_Escape)
    assert not dial_window.isVisible()
