"""Quitting with settings that are not saved asks first, and does what was answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QMessageBox, QPushButton

from traydial.core.config import Config
from traydial.core.errors import ConfigError
from traydial.services.administration import Configured
from traydial.ui.settings.dialog import SettingsDialog
from traydial.ui.windows import Windows


@pytest.fixture
def ended():
    """Is filled once the program ends."""
    return []


@pytest.fixture
def windows(commands, owner, ended):
    windows = Windows(commands, owner, leave=lambda: ended.append(True))
    windows.show_configuration(Configured(config=Config(), region="IT"))
    windows.open_settings()
    yield windows
    windows.close()


def settings():
    return next(window for window in QApplication.topLevelWidgets() if isinstance(window, SettingsDialog))


@pytest.fixture
def changed(windows, qtbot):
    box = next(box for box in settings().history.findChildren(QCheckBox))
    box.click()
    return box


def questions():
    return [box for box in settings().findChildren(QMessageBox) if box.isVisible()]


def answer(text, qtbot):
    (question,) = questions()
    button = next(b for b in question.findChildren(QPushButton) if b.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_changes_nothing_is_asked(windows, ended):
    windows.quit()
    assert ended == [True]


def test_keep_editing_does_not_quit_and_a_later_close_does_not_either(windows, ended, changed, qtbot):
    windows.quit()
    answer("Keep editing", qtbot)
    settings().reject()
    answer("Discard", qtbot)
    assert not settings().isVisible()
    assert ended == []


@pytest.mark.parametrize(("text", "saved"), [("Save", True), ("Discard", False)])
def test_the_program_ends_once_the_answer_is_carried_out(windows, ended, changed, commands, qtbot, text, saved):
    windows.quit()
    assert ended == []
    answer(text, qtbot)
    assert ended == [True]
    assert ("save_config" in [call[0] for call in commands.calls]) is saved


def test_what_cannot_be_saved_keeps_the_program_running(windows, ended, changed, commands, qtbot):
    commands.save_error = ConfigError("config_unreadable")
    windows.quit()
    answer("Save", qtbot)
    assert ended == []
    assert settings().isVisible()


def test_quitting_twice_asks_once(windows, changed):
    windows.quit()
    windows.quit()
    assert len(questions()) == 1
