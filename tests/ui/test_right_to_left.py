"""Where words run from right to left, the signs of a number keep their places in every line that explains it."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from traydial.core.consent import Source
from traydial.core.events import CallChanged, ConsentNeeded, DialRequest
from traydial.ui.call.popup import CallPopup
from traydial.ui.call.questions import ConsentDialog
from traydial.ui.settings.number_box import NumberBox

ISOLATED = re.compile("\u2066[^\u2066\u2069]*\u2069")
NUMBER = re.compile(r"[+\d*#][+\d*# ]{3,}")


@pytest.fixture(autouse=True)
def right_to_left(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def explanation(window, qtbot):
    why = next(b for b in window.findChildren(QPushButton) if b.text().replace("&", "").startswith("Why this number"))
    qtbot.mouseClick(why, Qt.MouseButton.LeftButton)
    return next(label.text() for label in window.findChildren(QLabel) if "→" in label.text() and label.isVisible())


def loose(text):
    """Numbers that stand in `text` without anything that keeps their signs together."""
    return NUMBER.findall(ISOLATED.sub("", text))


def test_in_the_window_of_a_call(commands, views, call, qtbot):
    popup = CallPopup("request-1", commands, commands.open_settings, views[0])
    popup.say(CallChanged(request_id="request-1", call=call()))
    popup.show()
    assert loose(explanation(popup, qtbot)) == []


def test_in_a_question(commands, views, plan, qtbot):
    request = DialRequest(text="tel:x", source=Source.LINK)
    event = ConsentNeeded(
        request_id="q", request=request, plan=plan("tel:+37253001234"), reasons=("premium",), dangerous=True
    )
    question = ConsentDialog(event, commands, views[0])
    question.ask()
    assert loose(explanation(question, qtbot)) == []


def test_below_the_number_that_is_tried_in_settings(commands, views, qtbot):
    numbers = NumberBox(commands, lambda: views[0].account, views[0].account, "IT")
    numbers.show()
    trial = next(field for field in numbers.findChildren(QLineEdit) if field.accessibleName() == "Try a number")
    qtbot.keyClicks(trial, "0444 123456")
    qtbot.waitUntil(lambda: "→" in numbers.result.text())
    assert loose(numbers.result.text()) == []
