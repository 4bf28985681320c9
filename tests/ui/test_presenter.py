"""What each event of the dialer shows, and what is left afterwards."""

import time

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from traydial.core import number
from traydial.core.call import CallState, Recording
from traydial.core.consent import Source
from traydial.core.dialing import Asking, CallChanged, Choosing, Declined, DialRequest, Undoing
from traydial.core.errors import Cancelled, ConsentRefused, NumberRejected, RefusedByPbx
from traydial.ui.presenter import Presenter
from traydial.ui.question import Question


@pytest.fixture
def presenter(qapp, commands, owner, views):
    presenter = Presenter(commands, owner)
    presenter.show_accounts(views, "office")
    yield presenter
    presenter.close()


def questions():
    """The questions on the screen."""
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, Question) and window.isVisible()]


def changed(call):
    return CallChanged(request_id=call.id, call=call)


def asking(plan):
    request = DialRequest(text="x", source=Source.LINK)
    return Asking(request_id="q", request=request, plan=plan("tel:600"), reasons=("premium",), dangerous=True)


def test_one_request_is_one_bubble_from_countdown_to_end(presenter, plan, call):
    until_s = time.monotonic() + 3
    presenter.present(Undoing(request_id="call-1", plan=plan("tel:+390444123456"), seconds=3, until_s=until_s))
    bubble = presenter.notices.bubbles["call-1"]
    for state in (CallState.REQUESTED, CallState.ACCEPTED, CallState.CONNECTED, CallState.ENDED):
        presenter.present(changed(call(state=state)))
    assert presenter.notices.bubbles == {"call-1": bubble}


def test_bubbles_stack_without_covering_each_other(presenter, call, qtbot):
    for name in "abc":
        presenter.present(changed(call(call_id=name)))
    frames = [QRect(bubble.pos(), bubble.size()) for bubble in presenter.notices.bubbles.values()]
    assert len(frames) == 3
    assert not any(one.intersects(other) for one in frames for other in frames if one is not other)


def test_a_closed_bubble_comes_back_for_a_problem_only(presenter, call):
    presenter.present(changed(call()))
    presenter.notices.bubbles["call-1"].close()
    presenter.present(changed(call(recording=Recording.ON)))
    assert presenter.notices.bubbles == {}
    presenter.present(changed(call(recording=Recording.ON, error=RefusedByPbx(reason="no"))))
    assert list(presenter.notices.bubbles) == ["call-1"]


def test_a_refused_call_lights_the_tray_until_it_is_seen(presenter, call):
    tray = presenter.tray
    presenter.present(changed(call(state=CallState.REFUSED, error=RefusedByPbx(reason="Barred"))))
    assert "The PBX said no" in tray.icon.toolTip()
    tray.menu.aboutToHide.emit()
    assert "Ready" in tray.icon.toolTip()


def test_a_call_that_was_taken_back_is_no_problem(presenter, call):
    presenter.present(changed(call(state=CallState.CANCELLED, error=Cancelled(sent=False))))
    assert "Ready" in presenter.tray.icon.toolTip()


def test_a_question_goes_when_it_is_settled_elsewhere(presenter, plan, commands):
    presenter.present(asking(plan))
    assert [question.windowTitle() for question in questions()] == ["Call this number?"]
    presenter.present(Declined(request_id="q", input="x", error=ConsentRefused("refused_by_user")))
    assert questions() == []
    assert presenter.notices.bubbles == {}  # the user said no just now and needs no telling
    assert commands.calls == []


def test_several_numbers_are_asked_about(presenter, commands, qtbot):
    found = number.read("0444 123456, +39 335 1234567", region="IT").candidates
    request = DialRequest(text="x", source=Source.HOTKEY)
    presenter.present(Choosing(request_id="q", request=request, candidates=found, cut=False))
    qtbot.keyClick(questions()[0], Qt.Key.Key_Return)
    assert commands.calls == [("choose", "q", 0)]
    assert questions() == []


def test_what_was_not_dialled_is_said_in_bubble_and_tray(presenter):
    presenter.present(Declined(request_id="d", input="hello", error=NumberRejected("number_missing")))
    assert presenter.notices.bubbles["d"].windowTitle() == "No number found"
    assert presenter.tray.icon.toolTip() == "Traydial – No number found"


def test_a_bubble_can_be_reached_from_the_menu(presenter, call):
    reach = next(a for a in presenter.tray.menu.actions() if "call window" in a.text())
    assert not reach.isVisible()
    presenter.present(changed(call()))
    assert reach.isVisible()
    presenter.notices.reach()
    assert presenter.notices.bubbles["call-1"].focusWidget() is not None
    presenter.notices.bubbles["call-1"].close()
    assert not reach.isVisible()


def test_bubbles_stay_on_the_screen(presenter, call, qapp):
    presenter.present(changed(call()))
    area = qapp.primaryScreen().availableGeometry()
    bubble = presenter.notices.bubbles["call-1"]
    assert area.contains(QRect(QPoint(bubble.pos()), bubble.size()))


def test_quitting_while_a_call_is_recorded_asks(presenter, call, qtbot):
    left = []
    presenter.present(changed(call(recording=Recording.ON)))
    presenter.ask_to_quit(lambda: left.append(True))
    presenter.ask_to_quit(lambda: left.append(True))
    (question,) = questions()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert (left, questions()) == ([], [])
    presenter.ask_to_quit(lambda: left.append(True))
    qtbot.mouseClick(questions()[0].leave, Qt.MouseButton.LeftButton)
    assert left == [True]


@pytest.mark.parametrize("values", [{}, {"recording": Recording.ON, "state": CallState.ENDED}])
def test_quitting_without_a_recording_asks_nothing(presenter, call, values):
    left = []
    presenter.present(changed(call(**values)))
    presenter.ask_to_quit(lambda: left.append(True))
    assert left == [True]
