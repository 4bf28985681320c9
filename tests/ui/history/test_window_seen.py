"""The History window as it looks, and what keys, buttons, menus and questions do there."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QDate, QLocale, QModelIndex, Qt, QTime
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
)

from traydial.core.call import CallState, RecordingState
from traydial.core.consent import Source
from traydial.core.errors import DeviceUnavailable, HistoryError
from traydial.services.history.browse import LATEST
from traydial.ui.history.model import ACCOUNT, DURATION, NAME, NOTE, NUMBER, OUTCOME, TIME
from traydial.ui.history.note import NoteDialog

NOW = datetime.now(UTC)
ROLE = Qt.ItemDataRole


def rows(window):
    """The rows of calls; headings left out."""
    return [row for row in range(window.model.rowCount()) if not window.model.is_heading(row)]


def texts(window, column):
    return [window.model.index(row, column).data() for row in rows(window)]


def select(window, *places):
    """Select the calls in these places, counted from the newest."""
    window.list.clearSelection()
    flags = window.list.selectionModel().SelectionFlag
    for place in places:
        index = window.model.index(rows(window)[place], TIME)
        window.list.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)


def plain(text):
    return text.replace("&", "")


def button(window, words):
    buttons = [b for b in window.findChildren(QAbstractButton) if plain(b.text()) == words]
    return buttons[0]


def question(window):
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    return box


def test_it_opens_in_front_as_a_window_of_its_own(window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    assert window.windowTitle() == "History"
    assert not window.windowIcon().isNull()
    assert window.windowFlags() & Qt.WindowType.WindowMaximizeButtonHint
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose), "the tray goes on without it"
    assert window.search.hasFocus()
    assert window.search.isClearButtonEnabled()
    assert window.search.placeholderText() == "Number, name or note"
    with qtbot.waitSignal(window.destroyed):
        qtbot.mouseClick(button(window, "Close"), Qt.MouseButton.LeftButton)


def test_the_table_has_room_for_what_it_shows(window):
    metrics = window.fontMetrics()
    table = window.list
    assert window.width() > 100 * metrics.averageCharWidth()
    assert window.height() > 25 * metrics.lineSpacing()
    assert table.height() > window.height() / 2
    assert table.columnWidth(OUTCOME) > table.columnWidth(NUMBER) > table.columnWidth(NAME) > table.columnWidth(TIME)
    for column, text in ((NUMBER, "+39 0444 123456"), (TIME, "00:00 AM"), (DURATION, "10:00:00")):
        assert table.columnWidth(column) > metrics.horizontalAdvance(text)
    assert 1.2 * metrics.lineSpacing() < table.rowHeight(1) < 2.5 * metrics.lineSpacing()
    assert table.columnViewportPosition(NOTE) + table.columnWidth(NOTE) >= table.viewport().width(), "no empty strip"
    assert window.details.height() >= 2 * metrics.lineSpacing()
    assert window.details.alignment() & Qt.AlignmentFlag.AlignTop


def test_the_table_looks_like_a_list(window):
    table, header = window.list, window.list.horizontalHeader()
    columns = [window.model.headerData(column, Qt.Orientation.Horizontal) for column in range(7)]
    assert columns == ["Time", "Number", "Name", "Outcome", "Duration", "Account", "Note"]
    assert window.model.columnCount() == 7
    assert window.model.headerData(0, Qt.Orientation.Vertical) is None
    assert window.model.headerData(0, Qt.Orientation.Horizontal, ROLE.FontRole) is None
    assert not table.verticalHeader().isVisible(), "rows have no numbers"
    assert not table.showGrid()
    assert not table.wordWrap()
    assert not header.highlightSections()
    assert header.defaultAlignment() & Qt.AlignmentFlag.AlignLeading
    assert table.verticalScrollMode() is QAbstractItemView.ScrollMode.ScrollPerPixel


def test_a_heading_stands_across_the_table_and_is_no_call(window):
    assert window.list.columnSpan(0, TIME) == 7
    assert window.list.columnSpan(1, TIME) == 1
    heading = window.model.index(0, TIME)
    assert heading.data() == "Today"
    assert heading.data(ROLE.FontRole).bold()
    assert heading.data(ROLE.BackgroundRole) == QGuiApplication.palette().alternateBase()
    assert heading.data(ROLE.ForegroundRole) == QGuiApplication.palette().text()
    assert heading.data(ROLE.ToolTipRole) is None
    assert window.model.entry(heading) is None
    assert window.model.entry(QModelIndex()) is None
    assert (window.model.rowCount(heading), window.model.columnCount(heading)) == (0, 0)
    assert not window.model.canFetchMore(heading)


def test_days_are_named_as_people_name_them(add, opened):
    for days in (400, 2, 1, 0):
        add(f"+3904441234{days:03}", minutes_ago=days * 24 * 60)
    window = opened()
    model = window.model
    headings = [model.index(row, TIME).data() for row in range(model.rowCount()) if model.is_heading(row)]

    def in_full(days):
        day = (NOW - timedelta(days=days)).astimezone().date()
        return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)

    assert headings == ["Today", "Yesterday", in_full(2), in_full(400)]


def test_a_call_is_told_in_its_columns_and_whole_under_the_pointer(add, opened):
    add(state=CallState.ENDED, connected_at=NOW, duration_s=3661)
    window = opened()
    (row,) = rows(window)
    at = NOW.astimezone()
    time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
    cells = [window.model.index(row, column) for column in range(7)]
    assert [cell.data() for cell in cells] == [time, "+39 0444 123456", "", "Answered", "1:01:01", "Office", ""]
    assert [cell.data(ROLE.ToolTipRole) for cell in cells] == [cell.data() for cell in cells]
    right = [cell.data(ROLE.TextAlignmentRole) for cell in cells]
    assert [bool(flag and flag & Qt.AlignmentFlag.AlignTrailing) for flag in right] == [
        column == DURATION for column in range(7)
    ]
    assert cells[DURATION].data(ROLE.FontRole) is None


def test_a_recorded_call_and_its_account_are_marked_in_icon_and_words(add, opened, views):
    add(minutes_ago=1, state=CallState.ENDED)
    add(state=CallState.ENDED, connected_at=NOW, recording=RecordingState.ON)
    window = opened()
    icons = [window.model.index(row, OUTCOME).data(Qt.ItemDataRole.DecorationRole) for row in rows(window)]
    assert [icon is not None for icon in icons] == [True, False]
    read = window.model.index(rows(window)[0], TIME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read.endswith(", +39 0444 123456, Answered · recorded, Office")
    assert texts(window, ACCOUNT) == ["Office", "Office"]
    assert not window.list.isColumnHidden(ACCOUNT)
    window.show_accounts(views[:1])
    assert window.list.isColumnHidden(ACCOUNT), "with one account there is nothing to tell"
    window.show_accounts(views[1:])
    assert texts(window, ACCOUNT) == ["office", "office"]


def test_about_a_call_everything_that_is_known_is_told(history, add, opened, plan):
    made = add(
        state=CallState.ENDED,
        tag="sales",
        reference="42",
        recording=RecordingState.ON,
        recording_url="https://a.test/1",
    )
    history.note_recording_consent(made.id, given=True, at=NOW)
    window = opened()
    select(window, 0)
    told = window.details.text().split(" · ")
    assert told[0] == "Italy"
    assert told[1:3] == ["through Office", f"dialled as {made.plan.dialled}"]
    assert told[-1] == "there is a recording"
    assert any(part.startswith("Recording agreed to: ") for part in told)


@pytest.mark.parametrize("words", ["Call", "Name and note…", "Delete…"])
def test_a_button_does_what_it_says_to_the_call_that_is_selected(window, desk, qtbot, words):
    named = button(window, words)
    assert not named.isEnabled()
    select(window, 1)
    assert named.isEnabled()
    assert not named.isDefault()
    assert not named.autoDefault()
    qtbot.mouseClick(named, Qt.MouseButton.LeftButton)
    opened = [w for w in (*window.findChildren(NoteDialog), *window.findChildren(QMessageBox)) if w.isVisible()]
    if words == "Call":
        assert desk.calls == [("+390444123451", Source.HISTORY)]
    else:
        assert len(opened) == 1
        opened[0].reject()


def test_the_menus_hold_everything_that_can_be_done(window):
    more = button(window, "More")
    assert not more.autoDefault()
    assert not button(window, "Close").autoDefault()
    assert more.menu().toolTipsVisible()
    words = [plain(action.text()) for action in more.menu().actions()]
    assert words == ["Copy number", "Why this number?", "Open recording", "", "Export…", "Delete all…"]
    assert window.list.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert [plain(action.text()) for action in window.list.actions()] == [
        "Call",
        "Name and note…",
        "Copy number",
        "Why this number?",
        "Open recording",
        "Delete…",
        "Export…",
        "Delete all…",
    ]


def test_a_recording_that_is_not_opened_says_why(add, opened):
    add("+390444000000", minutes_ago=1)
    add(state=CallState.ENDED, recording_url="http://a.test/1")
    window = opened()
    select(window, 0)
    assert window.recording.toolTip() == "This link is not opened: it does not begin with https."
    select(window, 1)
    assert window.recording.toolTip() == "Open recording"
    assert window.copy.toolTip() == "Copy number"


@pytest.mark.parametrize(
    ("places", "words"),
    [((1,), "Delete this call from the history?"), ((0, 2), "Delete 2 calls from the history?")],
)
def test_the_question_says_what_is_deleted(window, qtbot, places, words):
    select(window, *places)
    window.delete.trigger()
    box = question(window)
    assert (box.text(), box.informativeText()) == (words, "This cannot be undone.")
    assert box.icon() is QMessageBox.Icon.Warning
    assert box.textFormat() is Qt.TextFormat.PlainText
    kept = [number for place, number in enumerate(texts(window, NUMBER)) if place not in places]
    with qtbot.waitSignal(window.model.answered):
        button(box, "Delete").click()
    assert texts(window, NUMBER) == kept
    with qtbot.waitSignal(window.model.answered):
        window.refresh()
    assert texts(window, NUMBER) == kept


@pytest.mark.parametrize(("place", "left"), [(0, "Yesterday"), (1, "Today")])
def test_with_the_last_call_of_a_day_its_heading_goes(add, opened, qtbot, place, left):
    for days in (1, 0):
        add(f"+39044412345{days}", minutes_ago=days * 24 * 60)
    window = opened()
    select(window, place)
    window.delete.trigger()
    with qtbot.waitSignal(window.model.answered):
        button(question(window), "Delete").click()
    assert window.model.index(0, TIME).data() == left
    assert window.model.rowCount() == 2


def test_without_a_selection_nothing_is_asked(window):
    for action in (window.delete, window.why, window.edit, window.call):
        action.setEnabled(True)
        action.trigger()
    assert not window.findChildren(QMessageBox)
    assert not window.findChildren(NoteDialog)


def test_of_a_change_that_fails_nothing_is_shown(window, qtbot, desk):
    select(window, 0)
    desk.change_history = lambda job, done: done(HistoryError("history_unavailable", reason="full"))
    window.delete.trigger()
    button(question(window), "Delete").click()
    assert len(texts(window, NUMBER)) == 3
    assert "history" in window.notice.text().lower()
    assert window.notice.isVisible()


def test_a_name_and_a_note_are_asked_for_beside_the_number(window, qtbot, desk):
    select(window, 0)
    window.edit.trigger()
    dialog = window.findChild(NoteDialog)
    assert dialog.windowTitle() == "Name and note"
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert "+39 0444 123450" in shown
    assert "The name is shown with every call to this number." in shown
    assert [plain(text) for text in shown if "&" in text] == ["Name", "Note on this call"]
    assert dialog.width() >= 50 * dialog.fontMetrics().averageCharWidth()
    qtbot.waitUntil(dialog.name.hasFocus)
    assert len(dialog.findChildren(QLineEdit)) == 2
    dialog.name.setText("Anna")
    button(dialog, "Cancel").click()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert (texts(window, NAME), desk.calls) == (["", "", ""], [])
    window.edit.trigger()
    window.findChild(NoteDialog).name.setText("Anna")
    with qtbot.waitSignal(window.model.dataChanged):
        button(window.findChild(NoteDialog), "Save").click()
    assert texts(window, NAME) == ["Anna", "", ""]
    window.edit.trigger()
    again = window.findChild(NoteDialog)
    assert (again.name.text(), again.note.text()) == ("Anna", "")
    qtbot.waitUntil(again.note.hasFocus)


def test_a_file_to_export_to_is_asked_for(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    window.export.trigger()
    (chooser,) = window.findChildren(QFileDialog)
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert chooser.defaultSuffix() == "csv"
    assert chooser.windowTitle() == "Export the history"
    assert chooser.nameFilters() == ["Table (*.csv)"]
    assert [Path(name).name for name in chooser.selectedFiles()] == ["call-history.csv"]
    chooser.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(chooser))
    window.export_to(tmp_path / "calls.csv")
    assert window.notice.text() == "Exporting…"
    qtbot.waitUntil(lambda: window.notice.text() == "3 calls exported to calls.csv.")


def test_an_export_is_masked_where_the_window_is(add, opened, qtbot, tmp_path):
    add()
    window = opened(mask=True)
    window.export_to(tmp_path / "calls.csv")
    qtbot.waitUntil(lambda: window.notice.text() == "1 call exported to calls.csv.")
    assert ",+390444…56," in (tmp_path / "calls.csv").read_text("utf-8-sig")


def test_a_failure_stands_out_in_colour(add, opened):
    add(state=CallState.REFUSED, error=DeviceUnavailable("device_busy"))
    window = opened()
    (row,) = rows(window)
    assert window.model.index(row, OUTCOME).data(ROLE.ForegroundRole).red() > 100
    assert window.model.index(row, NUMBER).data(ROLE.ForegroundRole) is None


@pytest.mark.parametrize(("typed", "hinted"), [("1", True), ("12", True), ("123", False), (" ", False), (" 1 ", True)])
def test_a_short_search_says_how_far_it_looks(window, qtbot, typed, hinted):
    with qtbot.waitSignal(window.model.answered):
        window.search.setText(typed)
    assert (f"{LATEST:,}" in window.notice.text()) is hinted
