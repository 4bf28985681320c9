"""The History window: what it shows, finds, and does."""

import sqlite3
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMessageBox, QWidget

from traydial.core.call import CallState, RecordingState
from traydial.core.consent import Source
from traydial.core.errors import DeviceUnavailable
from traydial.services.history.browse import LATEST
from traydial.ui.history.model import DURATION, NAME, NOTE, NUMBER, OUTCOME, TIME, in_minutes
from traydial.ui.history.note import NoteDialog
from traydial.ui.history.window import HistoryWindow
from traydial.words.calls import OUTCOMES

NOW = datetime.now(UTC)
CALLS = 250  # more than two pages


def texts(window, column):
    """What a column shows, headings left out."""
    model = window.model
    rows = [row for row in range(model.rowCount()) if not model.is_heading(row)]
    return [model.index(row, column).data() for row in rows]


def headings(window):
    return [
        window.model.index(row, TIME).data() for row in range(window.model.rowCount()) if window.model.is_heading(row)
    ]


def select(window, *numbers):
    """Select the calls to these numbers, as many rows as there are."""
    window.list.clearSelection()
    flags = window.list.selectionModel().SelectionFlag
    for row in range(window.model.rowCount()):
        index = window.model.index(row, TIME)
        if window.model.index(row, NUMBER).data() in numbers:
            window.list.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)


def search(qtbot, window, text):
    with qtbot.waitSignal(window.model.answered):
        window.search.setText(text)


def answer(window, words):
    """Press the button of the message box that is open."""
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    button = next(button for button in box.buttons() if button.text().replace("&", "") == words)
    button.click()


def test_calls_stand_under_their_days_newest_first(add, opened):
    for days in (9, 1, 0):
        add(f"+39044412345{days}", minutes_ago=days * 24 * 60)
    window = opened()
    assert headings(window)[:2] == ["Today", "Yesterday"]
    assert len(headings(window)) == 3
    assert texts(window, NUMBER) == [f"+39 0444 12345{days}" for days in (0, 1, 9)]
    assert window.model.flags(window.model.index(0, TIME)) & Qt.ItemFlag.ItemIsSelectable == Qt.ItemFlag(0)


@pytest.fixture
def many(history, tmp_path, add):
    add("+390444000000")
    connection = sqlite3.connect(tmp_path / "history.sqlite")
    with connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(calls)")]
        kept = ", ".join(column for column in columns if column not in ("row", "id", "at"))
        connection.execute(
            f"INSERT INTO calls (id, at, {kept}) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"  # noqa: S608
            f" WHERE i < {CALLS - 1}) SELECT 'more ' || i, at + i, {kept} FROM calls, n"
        )
    connection.close()


def test_older_calls_are_fetched_when_they_are_scrolled_to(qtbot, many, opened):
    window = opened()
    assert len(texts(window, NUMBER)) < CALLS

    def all_are_there():
        window.list.scrollToBottom()
        return len(texts(window, NUMBER)) == CALLS

    qtbot.waitUntil(all_are_there)
    assert len(headings(window)) == len(set(headings(window)))
    search(qtbot, window, "0444")
    assert window.list.verticalScrollBar().value() == 0


def test_search_as_you_type_shows_what_was_typed_last(qtbot, add, opened):
    for tail in range(10):
        add(f"+39044412345{tail}")
    window = opened()
    for text in ("0", "04", "044", "0444 12", "0444 123455"):
        window.search.setText(text)
    qtbot.waitUntil(lambda: texts(window, NUMBER) == ["+39 0444 123455"])
    search(qtbot, window, "0")
    assert f"{LATEST:,}" in window.notice.text()
    search(qtbot, window, "nobody")
    assert texts(window, NUMBER) == []
    assert window.notice.text() == "No calls found."
    search(qtbot, window, "")
    assert len(texts(window, NUMBER)) == 10


def test_an_empty_history_says_so(opened):
    assert opened().notice.text() == "No calls yet."


def test_a_new_call_and_its_answer_appear_without_losing_the_selection(qtbot, add, opened):
    add("+390444111111", minutes_ago=1)
    window = opened()
    select(window, "+39 0444 111111")
    ringing = add("+390444222222", state=CallState.RINGING_CALLEE)
    with qtbot.waitSignal(window.model.answered):
        window.refresh()
    assert texts(window, NUMBER) == ["+39 0444 222222", "+39 0444 111111"]
    assert texts(window, OUTCOME)[0] == "Ringing"
    assert len(headings(window)) == len(set(headings(window)))
    assert window.call.isEnabled()
    assert ringing.state is CallState.RINGING_CALLEE


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"state": CallState.ACCEPTED, "answer": "Originate successfully queued"}, "Placed"),
        ({"state": CallState.ENDED}, "Ended"),
        ({"state": CallState.ENDED, "answer": "BUSY"}, "Ended · BUSY"),
        ({"state": CallState.ENDED, "answer": "ANSWERED", "duration_s": 65}, "Answered"),
        ({"state": CallState.ENDED, "connected_at": NOW, "recording": RecordingState.ON}, "Answered · recorded"),
        ({"state": CallState.CONNECTED, "connected_at": NOW, "recording": RecordingState.ON}, "In call"),
        ({"state": CallState.REFUSED, "error": DeviceUnavailable("device_busy")}, "Phone is busy"),
        ({"state": CallState.UNKNOWN}, "Outcome unknown"),
        ({"state": CallState.UNKNOWN, "connected_at": NOW}, "Answered, end unknown"),
        ({"state": CallState.CANCELLED}, "Cancelled"),
    ],
)
def test_the_outcome_is_told_in_our_words_and_the_pbxs_own(add, opened, changes, words):
    add(**changes)
    assert texts(opened(), OUTCOME) == [words]


def test_only_calls_that_failed_are_coloured(add, opened):
    """A call that was answered is no failure, though a restart leaves its end unknown."""
    add(minutes_ago=2, state=CallState.UNKNOWN)
    add(minutes_ago=1, state=CallState.UNKNOWN, connected_at=NOW)
    add(state=CallState.REFUSED, error=DeviceUnavailable("device_busy"))
    window = opened()
    rows = [row for row in range(window.model.rowCount()) if not window.model.is_heading(row)]
    colours = [window.model.data(window.model.index(row, OUTCOME), Qt.ItemDataRole.ForegroundRole) for row in rows]
    assert [colour is not None for colour in colours] == [True, False, True]


def test_every_state_has_words():
    assert set(OUTCOMES) == set(CallState)


def test_durations_are_read_at_a_glance(add, opened):
    add(state=CallState.ENDED, connected_at=NOW, duration_s=65)
    assert texts(opened(), DURATION) == ["1:05"]
    assert [in_minutes(seconds) for seconds in (0, 59, 3600, 36_061)] == ["0:00", "0:59", "1:00:00", "10:01:01"]


def test_enter_that_is_held_calls_once(desk, add, opened):
    add("+390444123456")
    window = opened()
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    for is_held in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", is_held)
        QApplication.sendEvent(window.list, press)
    assert len(desk.calls) == 1


def test_enter_in_the_search_and_enter_in_the_list_call(qtbot, desk, add, opened):
    add("+390444123456")
    window = opened()
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert desk.calls == []
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    assert desk.calls == [("+390444123456", Source.HISTORY)]


def test_escape_clears_the_search_first_and_closes_then(qtbot, add, opened):
    window = opened()
    search(qtbot, window, "anna")
    window.search.setFocus()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_what_needs_one_call_is_offered_for_one(add, opened):
    add("+390444111111", minutes_ago=2)
    add("+390444222222", minutes_ago=1)
    window = opened()
    single = (window.call, window.edit, window.copy)
    assert not any(action.isEnabled() for action in (*single, window.delete))
    select(window, "+39 0444 111111")
    assert all(action.isEnabled() for action in (*single, window.delete))
    assert "Office" in window.details.text()
    select(window, "+39 0444 111111", "+39 0444 222222")
    assert [action.isEnabled() for action in (*single, window.delete)] == [False, False, False, True]
    assert window.details.text() == ""


def test_a_number_is_copied_as_it_is_dialled_anywhere(add, opened):
    add("+390444123456")
    window = opened()
    select(window, "+39 0444 123456")
    window.copy.trigger()
    assert QGuiApplication.clipboard().text() == "+390444123456"


def test_a_name_and_a_note_are_kept(qtbot, desk, add, opened):
    add("+390444123456", minutes_ago=1)
    add("+390444123456")
    add("+390444654321")
    window = opened()
    window.list.setCurrentIndex(window.model.index(2, TIME))
    window.edit.trigger()
    dialog = window.findChild(NoteDialog)
    dialog.name.setText("Anna")
    dialog.note.setText("calls back")
    with qtbot.waitSignal(window.model.dataChanged):
        dialog.accept()
    assert desk.calls == ["changed"]
    assert texts(window, NAME) == ["", "Anna", "Anna"]
    assert texts(window, NOTE) == ["", "calls back", ""]
    search(qtbot, window, "anna")
    assert len(texts(window, NAME)) == 2


def test_nothing_is_deleted_without_a_yes(qtbot, add, opened):
    for tail in (2, 1, 0):
        add(f"+39044412345{tail}", minutes_ago=tail * 24 * 60)
    window = opened()
    select(window, "+39 0444 123451")
    window.delete.trigger()
    answer(window, "Keep")
    assert len(texts(window, NUMBER)) == 3
    window.delete.trigger()
    with qtbot.waitSignal(window.model.answered):
        answer(window, "Delete")
    assert texts(window, NUMBER) == ["+39 0444 123450", "+39 0444 123452"]
    assert len(headings(window)) == 2
    window.delete_all.trigger()
    with qtbot.waitSignal(window.model.answered):
        answer(window, "Delete")
    assert window.model.rowCount() == 0
    search(qtbot, window, "0444")
    assert window.model.rowCount() == 0


def test_enter_in_the_question_deletes_nothing(qtbot, add, opened):
    add("+390444123456")
    window = opened()
    select(window, "+39 0444 123456")
    delete = next(b for b in window.findChildren(QAbstractButton) if b.text() == window.delete.text())
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not box.isVisible()
    with qtbot.waitSignal(window.model.answered):
        window.refresh()
    assert texts(window, NUMBER) == ["+39 0444 123456"]


def test_the_down_arrow_goes_from_the_search_into_the_list(add, opened):
    add("+390444123456")
    window = opened()
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    assert window.focusWidget() is window.list
    assert window.call.isEnabled()


def test_the_folder_proposed_for_an_export_exists(monkeypatch, tmp_path, add, opened):
    monkeypatch.setenv("HOME", str(tmp_path))
    add("+390444123456")
    window = opened()
    window.export.trigger()
    (chooser,) = window.findChildren(QFileDialog)
    assert chooser.directory().exists()
    assert chooser.directory().absolutePath() == str(tmp_path)
    chooser.close()


def test_why_this_number(add, opened):
    add("+390444123456")
    window = opened()
    select(window, "+39 0444 123456")
    window.why.trigger()
    (box,) = window.findChildren(QMessageBox)
    assert "0444123456" in box.informativeText()


def test_masked_numbers_are_neither_shown_nor_copied(add, opened):
    add("+390444123456")
    window = opened(mask=True)
    assert texts(window, NUMBER) == ["+39 0444 …56"]
    select(window, "+39 0444 …56")
    assert "123456" not in window.details.text()
    assert not window.copy.isEnabled()
    assert not window.why.isEnabled()
    assert "masked" in window.copy.toolTip()
    assert window.call.isEnabled()
    window.show_masking(False)
    assert texts(window, NUMBER) == ["+39 0444 123456"]
    assert window.copy.isEnabled()


@pytest.mark.parametrize(
    ("url", "opens"),
    [
        ("https://pbx.test/r/1.mp3", True),
        ("http://pbx.test/r/1.mp3", False),
        ("file:///etc/passwd", False),
        ("https:///1.mp3", False),
        ("javascript:alert(1)", False),
        (" https://pbx.test/1", False),
        ("", False),
    ],
)
def test_a_recording_opens_by_https_alone(monkeypatch, add, opened, url, opens):
    links = []
    monkeypatch.setattr(QDesktopServices, "openUrl", links.append)
    add(state=CallState.ENDED, recording_url=url)
    window = opened()
    select(window, "+39 0444 123456")
    assert window.recording.isEnabled() is opens
    window.recording.trigger()
    assert links == ([QUrl(url)] if opens else [])


def test_the_answer_to_being_recorded_is_shown(history, add, opened):
    made = add()
    history.note_recording_consent(made.id, given=False, at=NOW)
    window = opened()
    select(window, "+39 0444 123456")
    assert "Recording declined" in window.details.text()


def test_what_the_search_finds_is_exported(qtbot, tmp_path, add, opened):
    for tail in range(3):
        add(f"+39044412345{tail}")
    window = opened()
    search(qtbot, window, "123451")
    window.export.trigger()
    (chooser,) = window.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "calls.csv"))
    qtbot.waitUntil(lambda: "calls.csv" in window.notice.text())
    assert (tmp_path / "calls.csv").read_text("utf-8-sig").count(",+390444123451,") == 1
    (tmp_path / "file").touch()
    window.export_to(tmp_path / "file" / "calls.csv")
    qtbot.waitUntil(lambda: "could not be written" in window.notice.text())
    chooser.close()


def test_a_history_that_does_not_answer_is_told(qtbot, desk, views, tmp_path, caplog):
    (tmp_path / "history.sqlite").mkdir()
    window = HistoryWindow(desk, views, mask=False)
    with qtbot.waitSignal(window.model.failed):
        window.ask()
    assert "cannot be read" in window.notice.text()
    assert "does not answer" in caplog.text


def test_an_answer_that_comes_after_closing_finds_no_window(qtbot, desk, views):
    window = HistoryWindow(desk, views, mask=False)
    window.ask()
    with qtbot.waitSignal(window.destroyed):
        window.close()
    desk.ask_history(lambda archive: archive.page(), desk.calls.append)
    qtbot.waitUntil(lambda: desk.calls == [()])


def test_everything_is_within_reach_of_the_keyboard_and_named(add, opened):
    window = opened()
    reached = [child for child in window.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert {window.search, window.list} <= set(reached)
    for child in reached:
        named = child.accessibleName() or (isinstance(child, QAbstractButton) and child.text())
        assert named or child.parent() is not window, child
    letters = [
        button.text().partition("&")[2][0]
        for button in window.findChildren(QAbstractButton)
        if "&" in button.text() and button.parent() is window
    ]
    assert len(letters) == len(set(letters)) == 5
