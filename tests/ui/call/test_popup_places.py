"""Where a request is shown: the desktop's notification or our popup, and what its buttons ask for."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel

from traydial.core.call import CallState, RecordingAction, RecordingState
from traydial.core.config import PopupPlace
from traydial.core.errors import Cancelled, ConfigError, RefusedByPbx
from traydial.core.events import CallChanged, Declined, UndoCountdown
from traydial.core.ports import NotificationEvent, NotificationOutcome
from traydial.ui.call.popups import Popups
from traydial.ui.windows import Windows

ACTED, CLOSED, NOT_SHOWN = NotificationOutcome.ACTED, NotificationOutcome.CLOSED, NotificationOutcome.NOT_SHOWN
DISMISSED = NotificationOutcome.DISMISSED


class Desk:
    """A desktop that keeps what it is asked to show, and says nothing by itself."""

    def __init__(self):
        self.shown = []
        self.consulted = []
        self.withdrawn = []

    def show(self, key, notification):
        self.shown.append((key, notification))

    def consult(self, key):
        self.consulted.append(key)

    def withdraw(self, key):
        self.withdrawn.append(key)

    @property
    def last(self):
        return self.shown[-1][1]


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def popups(qapp, commands, owner, desk):
    popups = Popups(commands, commands.open_settings, QRect, desk, owner)
    yield popups
    popups.close()


@pytest.fixture
def undoing(plan):
    return UndoCountdown(request_id="call-1", plan=plan("tel:+390444123456"), seconds=3, until_s=time.monotonic() + 3)


def changed(call):
    return CallChanged(request_id=call.id, call=call)


def told(outcome, **values):
    return NotificationEvent(key="call-1", outcome=outcome, **values)


def offered(notification):
    return [action for action, _ in notification.actions]


def test_the_countdown_is_a_message_that_insists_and_can_be_undone(popups, desk, undoing, views, commands):
    popups.show(undoing, views[0])
    assert desk.last.title == "About to call"
    assert desk.last.body == "0444 123456\nItaly · Office"
    assert desk.last.actions == (("undo", "Undo (3 s)"), ("why", "Why this number?"))
    assert desk.last.insistent
    assert desk.last.needs_actions
    assert desk.last.icon.endswith(".svg")
    assert popups.popups == {}
    popups.notified(told(ACTED, action="undo"))
    assert commands.calls == [("cancel", "call-1")]
    popups.show(Declined(request_id="call-1", input="tel:+390444123456", error=Cancelled()), None)
    assert desk.last.body.startswith("0444 123456\n"), "it is the same call still"
    assert (desk.last.actions[0][0], desk.last.insistent, desk.last.stays_ms) == ("why", False, 4000)


def test_a_message_says_what_the_popup_says(popups, desk, call, views):
    popups.show(changed(call(state=CallState.ENDED, answer="<b>Busy</b>")), views[0])
    said = desk.last
    popups.notified(told(NOT_SHOWN))
    popup = popups.popups["call-1"]
    assert said.title == popup.windowTitle()
    assert said.body.splitlines() == ["0444 123456", "Italy · Office", "The PBX says: <b>Busy</b>"]


@pytest.mark.parametrize(
    ("recording", "action", "asked"),
    [
        (RecordingState.OFF, "record", ("record", RecordingAction.START)),
        (RecordingState.ON, "stop_recording", ("record", RecordingAction.STOP)),
        (RecordingState.ON, "hang_up", ("hang_up",)),
    ],
)
def test_buttons_ask_for_what_they_say(popups, desk, call, views, commands, recording, action, asked):
    popups.show(changed(call(recording=recording)), views[0])
    assert action in offered(desk.last)
    popups.notified(told(ACTED, action=action))
    assert commands.calls == [asked]


def test_what_a_pbx_cannot_do_has_no_button(popups, desk, call, views):
    popups.show(
        changed(call("tel:+27211234567", account=views[1].account, recording=RecordingState.UNSUPPORTED)), views[1]
    )
    assert offered(desk.last) == ["why"]
    popups.show(changed(call(state=CallState.ENDED)), views[0])
    assert offered(desk.last) == ["why"]


def test_why_this_number_opens_the_popup_with_the_answer(popups, desk, call, views):
    popups.show(changed(call()), views[0])
    popups.notified(told(ACTED, action="why"))
    popup = popups.popups["call-1"]
    said = [label.text() for label in popup.findChildren(QLabel) if label.isVisible()]
    assert any("+390444123456 → 0444123456" in text for text in said)
    popups.show(changed(call(state=CallState.CONNECTED)), views[0])
    assert len(desk.shown) == 1, "from now on the call is in the popup"
    assert popup.windowTitle() == "Connected"


def test_what_the_desktop_does_not_show_is_in_a_popup(popups, desk, undoing, call, views):
    popups.show(undoing, views[0])
    popups.show(changed(call(state=CallState.REQUESTED)), views[0])
    popups.notified(told(NOT_SHOWN))
    assert popups.popups["call-1"].windowTitle() == "Asking the PBX…"
    popups.notified(told(NOT_SHOWN))
    assert len(popups.popups) == 1


def test_nobody_is_disturbed_by_how_a_call_goes_on(popups, call, views):
    popups.show(changed(call()), views[0])
    popups.notified(told(NOT_SHOWN, quiet=True))
    assert popups.popups == {}
    assert not popups.shows("call-1")


def test_what_only_now_can_be_changed_is_shown_to_everybody(popups, undoing, call, views):
    popups.show(undoing, views[0])
    popups.notified(told(NOT_SHOWN, quiet=True))
    assert list(popups.popups) == ["call-1"]
    still_recorded = call(call_id="call-2", recording=RecordingState.ON, error=RefusedByPbx(reason="no"))
    popups.show(changed(still_recorded), views[0])
    popups.notified(replace(told(NOT_SHOWN, quiet=True), key="call-2"))
    assert popups.popups["call-2"].windowTitle() == "Still recorded!"


def test_a_popup_by_choice_asks_once_whether_it_may_disturb(popups, desk, undoing, call, views):
    popups.place = PopupPlace.OWN
    popups.show(undoing, views[0])
    popups.show(changed(call(state=CallState.REQUESTED)), views[0])
    assert (desk.shown, desk.consulted) == ([], ["call-1"])
    popups.notified(told(NOT_SHOWN))
    assert popups.popups["call-1"].windowTitle() == "Asking the PBX…"


def test_a_message_without_buttons_by_choice(popups, desk, call, views):
    popups.place = PopupPlace.DESKTOP
    popups.show(changed(call()), views[0])
    assert not desk.last.needs_actions


def test_a_request_that_is_forgotten_is_taken_down(popups, desk, call, views):
    popups.show(changed(call()), views[0])
    popups.withdraw("call-1")
    assert desk.withdrawn == ["call-1"]
    popups.notified(told(NOT_SHOWN))
    assert popups.popups == {}


def test_a_message_that_was_closed_comes_back_for_a_problem_only(qapp, commands, owner, views, desk, call):
    windows = Windows(commands, owner, desk, leave=commands.quit)
    windows.show_accounts(views, "office")
    windows.present(changed(call()))
    windows.popups.notified(told(CLOSED))
    windows.present(changed(call(state=CallState.CONNECTED)))
    assert len(desk.shown) == 1
    windows.present(changed(call(state=CallState.CONNECTED, error=RefusedByPbx(reason="no"))))
    assert len(desk.shown) == 2
    windows.close()


def test_only_a_popup_is_a_window_to_go_to(popups, call, views, qtbot):
    counts = []
    popups.counted.connect(counts.append)
    popups.show(changed(call()), views[0])
    assert not any(counts)
    popups.notified(told(NOT_SHOWN))
    assert counts[-1] == 1
    popups.popups["call-1"].close()
    assert counts[-1] == 0


def test_a_call_that_was_in_a_popup_stays_in_popups(popups, desk, call, views):
    popups.show(changed(call()), views[0])
    popups.notified(told(NOT_SHOWN))
    popups.popups["call-1"].close()
    popups.show(changed(call(error=RefusedByPbx(reason="no"))), views[0])
    assert list(popups.popups) == ["call-1"]
    assert len(desk.shown) == 1


def test_what_the_desktop_was_asked_meanwhile_is_withdrawn(popups, desk, call, views):
    popups.show(changed(call()), views[0])
    popups.show(changed(call(state=CallState.CONNECTED)), views[0])
    popups.notified(told(NOT_SHOWN))
    assert desk.withdrawn == ["call-1"]


def test_closing_the_message_of_a_countdown_cancels_the_call(popups, undoing, views, commands):
    popups.show(undoing, views[0])
    popups.notified(told(DISMISSED))
    assert commands.calls == [("cancel", "call-1")]


def test_a_message_whose_time_is_over_cancels_nothing(popups, undoing, call, views, commands):
    popups.show(undoing, views[0])
    popups.notified(told(CLOSED))
    popups.show(changed(call()), views[0])
    popups.notified(told(DISMISSED))
    assert commands.calls == []


def test_a_message_opens_settings(popups, desk, commands):
    popups.show(Declined(request_id="call-1", input="600", error=ConfigError("account_missing")), None)
    assert offered(desk.last) == ["settings"]
    popups.notified(told(ACTED, action="settings"))
    assert commands.calls == [("open_settings",)]


def test_a_message_names_the_person(popups, desk, call, views):
    named = call()
    popups.show(changed(replace(named, plan=replace(named.plan, name="Anna Rossi"))), views[0])
    assert desk.last.body.splitlines()[:2] == ["Anna Rossi", "0444 123456"]


@pytest.mark.parametrize("outcome", [NOT_SHOWN, ACTED])
def test_after_the_end_no_message_opens_a_popup(popups, undoing, views, outcome):
    popups.show(undoing, views[0])
    popups.close()
    popups.notified(told(outcome, action="why"))
    assert popups.popups == {}
