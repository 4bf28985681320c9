"""Keys and clicks in the History window."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from traydial.core.consent import Source
from traydial.ui.history.model import NUMBER
from traydial.ui.history.note import NoteDialog


def rows(window):
    """The rows of calls; headings left out."""
    return [row for row in range(window.model.rowCount()) if not window.model.is_heading(row)]


def texts(window, column):
    return [window.model.index(row, column).data() for row in rows(window)]


def question(window):
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    return box


def test_in_the_table_keys_do_what_the_buttons_do(window, desk, qtbot):
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    QTest.keyClick(window.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "+390444123450"
    QTest.keyClick(window.list, Qt.Key.Key_Delete)
    box = question(window)
    assert box.text() == "Delete this call from the history?"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert texts(window, NUMBER) != []
    QTest.keyClick(window.list, Qt.Key.Key_F2)
    dialog = window.findChild(NoteDialog)
    assert dialog.isVisible()
    dialog.reject()
    QTest.keyClick(window.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    assert desk.calls == []


def test_keys_of_the_table_mean_text_in_the_search(window, qtbot):
    window.search.setText("12")
    window.search.setCursorPosition(0)
    window.search.setFocus()
    QTest.keyClick(window.search, Qt.Key.Key_Delete)
    assert window.search.text() == "2"
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_a_double_click_calls(window, desk, qtbot):
    place = window.list.visualRect(window.model.index(rows(window)[1], NUMBER)).center()
    qtbot.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    qtbot.mouseDClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert desk.calls == [("+390444123451", Source.HISTORY)]


def test_enter_that_is_held_in_the_search_calls_nothing(window, desk):
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    for _ in range(2):
        QApplication.sendEvent(window.focusWidget(), held)
    assert desk.calls == []
    window.search.setFocus()
    QApplication.sendEvent(window.search, held)
    assert window.search.hasFocus(), "it does not go on by itself"


def test_tab_leaves_the_table_and_whole_rows_are_selected(window, qtbot):
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    QTest.keyClick(window.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [index.row() for index in window.list.selectionModel().selectedRows()] == rows(window)[:2]
    QTest.keyClick(window.list, Qt.Key.Key_Tab)
    assert not window.list.hasFocus()


def test_escape_closes_from_the_table_whatever_is_searched(window, qtbot):
    with qtbot.waitSignal(window.model.answered):
        window.search.setText("0444")
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.destroyed):
        QTest.keyClick(window.list, Qt.Key.Key_Escape)
