"""What each event of the dialer shows, and what is left afterwards."""

import time

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from traydial.core.call import CallState, RecordingState
from traydial.core.config import Config
from traydial.core.consent import Source
from traydial.core.errors import Cancelled, ConsentRefused, NumberRejected, RefusedByPbx, Unreachable
from traydial.core.events import (
    AccountChecked,
    AccountNeeded,
    CallChanged,
    ChoiceNeeded,
    ConsentNeeded,
    Declined,
    DialRequest,
    UndoCountdown,
)
from traydial.core.number.read import read
from traydial.core.ports import HotkeyStatus
from traydial.services.administration import Configured
from traydial.ui.call.questions import Question
from traydial.ui.settings.dialog import SettingsDialog
from ui.reading import button, words


def questions():
    """The questions on the screen."""
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, Question) and window.isVisible()]


def changed(call):
    return CallChanged(request_id=call.id, call=call)


def asking(plan):
    request = DialRequest(text="x", source=Source.LINK)
    return ConsentNeeded(request_id="q", request=request, plan=plan("tel:600"), reasons=("premium",), dangerous=True)


def test_one_request_is_one_popup_from_countdown_to_end(windows, plan, call):
    until_s = time.monotonic() + 3
    windows.present(UndoCountdown(request_id="call-1", plan=plan("tel:+390444123456"), seconds=3, until_s=until_s))
    popup = windows.popups.popups["call-1"]
    for state in (CallState.REQUESTED, CallState.ACCEPTED, CallState.CONNECTED, CallState.ENDED):
        windows.present(changed(call(state=state)))
    assert windows.popups.popups == {"call-1": popup}


def test_popups_stack_without_covering_each_other(windows, call, qtbot):
    for name in "abc":
        windows.present(changed(call(call_id=name)))
    frames = [QRect(popup.pos(), popup.size()) for popup in windows.popups.popups.values()]
    assert len(frames) == 3
    assert not any(one.intersects(other) for one in frames for other in frames if one is not other)


def test_a_closed_popup_comes_back_for_a_problem_only(windows, call):
    windows.present(changed(call()))
    windows.popups.popups["call-1"].close()
    windows.present(changed(call(recording=RecordingState.ON)))
    assert windows.popups.popups == {}
    windows.present(changed(call(recording=RecordingState.ON, error=RefusedByPbx(reason="no"))))
    assert list(windows.popups.popups) == ["call-1"]


def test_a_refused_call_lights_the_tray_until_it_is_seen(windows, call):
    tray = windows.tray
    windows.present(changed(call(state=CallState.REFUSED, error=RefusedByPbx(reason="Barred"))))
    assert "The PBX said no" in tray.icon.toolTip()
    tray.menu.aboutToHide.emit()
    assert "Ready" in tray.icon.toolTip()


def test_the_state_of_an_account_is_followed_while_settings_are_open(windows, views, commands, specs):
    commands.all_specs = lambda done: done(specs)
    config = Config(accounts=tuple(view.account for view in views))
    windows.show_configuration(Configured(config=config, specs=specs))
    windows.present(AccountChecked(account_id="office", error=None))
    windows.open_settings()
    (settings,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, SettingsDialog)]
    rows = settings.accounts.list
    assert [rows.item(row).text().partition("\n")[2] for row in (0, 1)] == ["Ready", "Connecting…"]
    windows.present(AccountChecked(account_id="cape", error=Unreachable()))
    assert rows.item(1).text().partition("\n")[2] == "PBX not reachable"


def test_a_hotkey_that_does_not_work_is_told_once_with_what_to_do(windows, commands, qtbot):
    def bound(**status):
        hotkey = HotkeyStatus(action="dial_selection", chord="ctrl+alt+d", **status)
        windows.show_configuration(Configured(config=Config(), hotkeys=(hotkey,)))
        return [popup.windowTitle() for popup in windows.popups.popups.values()]

    assert bound(bound=True) == []
    assert bound(bound=False, reason="unavailable") == [], "a desktop without hotkeys has them at no start"
    assert bound(bound=False, reason="taken") == ["A hotkey does not work"]
    (popup,) = windows.popups.popups.values()
    assert "Ctrl+Alt+D: Another program already uses this hotkey. Choose another one." in words(popup)
    button(popup, "Open Settings").click()
    assert commands.calls[-1] == ("all_specs",)
    popup.close()
    assert bound(bound=False, reason="taken") == []


def test_a_call_that_was_cancelled_is_no_problem(windows, call):
    windows.present(changed(call(state=CallState.CANCELLED, error=Cancelled(sent=False))))
    assert "Ready" in windows.tray.icon.toolTip()


def test_a_question_goes_when_it_is_settled_elsewhere(windows, plan, commands):
    windows.present(asking(plan))
    assert [question.windowTitle() for question in questions()] == ["Call this number?"]
    windows.present(Declined(request_id="q", input="x", error=ConsentRefused("refused_by_user")))
    assert questions() == []
    assert windows.popups.popups == {}  # the user said no just now and needs no telling
    assert commands.calls == []


def test_several_numbers_are_asked_about(windows, commands, qtbot):
    found = read("0444 123456, +39 335 1234567", region="IT").candidates
    request = DialRequest(text="x", source=Source.HOTKEY)
    windows.present(ChoiceNeeded(request_id="q", request=request, candidates=found, cut=False))
    qtbot.keyClick(questions()[0], Qt.Key.Key_Return)
    assert commands.calls == [("choose", "q", 0)]
    assert questions() == []


@pytest.mark.parametrize("remember", [False, True])
def test_an_account_is_chosen_for_a_call_and_may_be_remembered(windows, commands, qtbot, remember):
    request = DialRequest(text="0444 123456", source=Source.DIAL_WINDOW)
    windows.present(AccountNeeded(request_id="q", request=request, accounts=("cape", "hanoi")))
    (question,) = questions()
    assert [question.list.item(row).text() for row in (0, 1)] == ["1   Cape Town (Teleforge)", "2   hanoi (TEL4VN)"]
    if remember:
        question.remember.click()
    qtbot.keyClick(question.list, Qt.Key.Key_2)
    remembered = [("use_account", "hanoi")] if remember else []
    assert commands.calls == [*remembered, ("choose_account", "q", "hanoi")]
    assert questions() == []


def test_a_choice_of_an_account_that_is_closed_cancels(windows, commands):
    request = DialRequest(text="0444 123456", source=Source.DIAL_WINDOW)
    windows.present(AccountNeeded(request_id="q", request=request, accounts=("cape", "hanoi")))
    questions()[0].close()
    assert commands.calls == [("cancel", "q")]


def test_what_was_not_dialled_is_said_in_popup_and_tray(windows):
    windows.present(Declined(request_id="d", input="hello", error=NumberRejected("number_missing")))
    assert windows.popups.popups["d"].windowTitle() == "No number found"
    assert windows.tray.icon.toolTip() == "Traydial – No number found"


def test_a_popup_can_be_reached_from_the_menu(windows, call):
    reach = next(a for a in windows.tray.menu.actions() if "call window" in a.text())
    assert not reach.isVisible()
    windows.present(changed(call()))
    assert reach.isVisible()
    windows.popups.reach()
    assert windows.popups.popups["call-1"].focusWidget() is not None
    windows.popups.popups["call-1"].close()
    assert not reach.isVisible()


def test_popups_stay_on_the_screen(windows, call, qapp):
    windows.present(changed(call()))
    area = qapp.primaryScreen().availableGeometry()
    popup = windows.popups.popups["call-1"]
    assert area.contains(QRect(QPoint(popup.pos()), popup.size()))


def test_quitting_while_a_call_is_recorded_asks(windows, commands, call, qtbot):
    windows.present(changed(call(recording=RecordingState.ON)))
    windows.quit()
    windows.quit()
    (question,) = questions()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert (commands.calls, questions()) == ([], [])
    windows.quit()
    qtbot.mouseClick(questions()[0].leave, Qt.MouseButton.LeftButton)
    assert commands.calls == [("quit",)]


@pytest.mark.parametrize("values", [{}, {"recording": RecordingState.ON, "state": CallState.ENDED}])
def test_quitting_without_a_recording_asks_nothing(windows, commands, call, values):
    windows.present(changed(call(**values)))
    windows.quit()
    assert commands.calls == [("quit",)]
