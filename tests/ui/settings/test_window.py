"""The window of the settings: what Save, Cancel, keys and failures do with what was typed."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from traydial.core.errors import ConfigError, Unreachable, Unsupported


def question(dialog):
    (box,) = [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]
    return box


@pytest.fixture
def changed(dialog, qtbot):
    """The window after something was typed on the page of the calls."""
    dialog.tabs.setCurrentWidget(dialog.calls)
    qtbot.keyClicks(dialog.calls.editors["recording.tell"].widget, "DE")
    return dialog


def test_it_opens_in_front_with_the_keyboard_in_the_list_of_accounts(dialog, qtbot):
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.windowTitle() == "Settings"
    assert not dialog.windowIcon().isNull()
    assert not dialog.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose), "the tray goes on without it"
    assert dialog.accounts.list.hasFocus()
    room = dialog.screen().availableSize()
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
    assert dialog.width() > 60 * dialog.fontMetrics().averageCharWidth()
    assert dialog.tabs.height() > dialog.height() * 0.8


def test_asked_for_again_it_leaves_the_keyboard_where_it_is(changed, qtbot):
    field = changed.calls.editors["recording.tell"].widget
    field.setFocus()
    changed.ask()
    assert field.hasFocus()


def test_it_is_gone_once_it_is_closed(dialog, qtbot):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_enter_saves_and_cancel_is_not_pressed_by_it(changed, commands):
    assert changed.save_button.isDefault()
    assert not changed.close_button.autoDefault()
    changed.close_button.setFocus()
    assert changed.save_button.isDefault()


def test_while_it_saves_it_cannot_be_saved_again(changed, commands, qtbot):
    waiting = []
    commands.save_config = lambda config, done: waiting.append(done)
    qtbot.mouseClick(changed.save_button, Qt.MouseButton.LeftButton)
    assert not changed.save_button.isEnabled()
    waiting[0](None)
    assert not changed.isVisible()


def test_a_file_that_cannot_be_written_is_told_until_the_next_save(changed, commands, qtbot):
    commands.save_error = ConfigError("config_unreadable", path="config.toml", reason="No space left on device")
    qtbot.mouseClick(changed.save_button, Qt.MouseButton.LeftButton)
    assert changed.isVisible()
    assert "No space left on device" in changed.notice.text()
    assert changed.save_button.isEnabled()
    waiting = []
    commands.save_config = lambda config, done: waiting.append(done)
    qtbot.mouseClick(changed.save_button, Qt.MouseButton.LeftButton)
    assert not changed.notice.isVisible()


def test_nothing_is_written_where_nothing_was_changed(dialog, commands, qtbot):
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert commands.calls == []


def test_an_account_that_cannot_be_saved_is_shown_and_nothing_else_is_saved(changed, commands, qtbot):
    commands.check_answer = Unreachable("host_unknown", host="tvox.test")
    changed.accounts.list.setCurrentRow(1)
    form = changed.accounts.forms[0]
    form.numbers.prefix.setText("9")
    qtbot.mouseClick(changed.save_button, Qt.MouseButton.LeftButton)
    assert changed.tabs.currentWidget() is changed.accounts
    assert changed.accounts.list.currentRow() == 0
    assert changed.save_button.isEnabled()
    assert [name for name, *_ in commands.calls] == ["check_account"]
    qtbot.mouseClick(changed.save_button, Qt.MouseButton.LeftButton)  # once more, to save it anyway
    assert [name for name, *_ in commands.calls] == ["check_account", "save_account", "save_config"]
    assert not changed.isVisible()


def test_links_that_could_not_be_registered_may_be_tried_again(dialog, commands, qtbot):
    commands.link_error = Unsupported("desktop_unsupported", reason="Permission denied")
    dialog.tabs.setCurrentWidget(dialog.general)
    dialog.calls.links.switch.click()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.save_button.isEnabled()
    assert dialog.tabs.currentWidget() is dialog.calls
    qtbot.waitUntil(lambda: not dialog.calls.links.notice.visibleRegion().isEmpty())


@pytest.mark.parametrize(("key", "visible", "saved"), [(Qt.Key.Key_Return, False, 1), (Qt.Key.Key_Escape, True, 0)])
def test_in_the_question_enter_saves_and_escape_goes_on_editing(changed, commands, key, visible, saved):
    QTest.keyClick(changed, Qt.Key.Key_Escape)
    box = question(changed)
    assert (box.text(), box.windowTitle()) == ("Save the changes?", "Settings")
    QTest.keyClick(box, key)
    assert changed.isVisible() is visible
    assert [name for name, *_ in commands.calls] == ["save_config"] * saved


def test_after_going_on_editing_it_asks_again(changed, qtbot):
    for _ in range(2):
        QTest.keyClick(changed, Qt.Key.Key_Escape)
        box = question(changed)
        QTest.keyClick(box, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda box=box: not shiboken6.isValid(box))


def test_who_waits_for_its_end_goes_on_once(changed, commands, qtbot):
    ended = []
    changed.leave(lambda: ended.append("first"))
    changed.leave(lambda: ended.append("second"))
    box = question(changed)
    assert ended == []
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert ended == ["first"]


def test_who_waits_for_its_end_is_forgotten_when_a_person_stays(changed, commands, qtbot):
    ended = []
    changed.leave(lambda: ended.append("first"))
    QTest.keyClick(question(changed), Qt.Key.Key_Escape)
    commands.save_error = ConfigError("config_unreadable", path="config.toml", reason="full")
    changed.leave(lambda: ended.append("second"))
    QTest.keyClick(question(changed), Qt.Key.Key_Return)
    assert changed.isVisible()
    commands.save_error = None
    qtbot.mouseClick(changed.save_button, Qt.MouseButton.LeftButton)
    assert not changed.isVisible()
    assert ended == []


def test_where_nothing_was_changed_who_waits_goes_on_at_once(dialog):
    ended = []
    dialog.leave(lambda: ended.append("first"))
    assert ended == ["first"]
    assert not dialog.isVisible()
