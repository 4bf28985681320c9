"""Between letters that run from right to left, the signs of a number keep their places in the history too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox


@pytest.fixture(autouse=True)
def right_to_left(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_in_the_list_below_it_and_in_the_explanation(add, opened):
    add("+390444123456")
    window = opened()
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    assert "\u2066+39 0444 123456\u2069" in [index.data() for index in window.list.selectionModel().selectedIndexes()]
    assert "\u20660444123456\u2069" in window.details.text()
    window.why.trigger()
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert "\u2066+390444123456\u2069 → \u20660444123456\u2069" in box.informativeText()
