"""A window comes back as large as it was left, on the page that was left, after a restart too."""

import contextlib
import os
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabWidget

from traydial import files
from traydial.system.paths import Paths
from traydial.ui.base.i18n import Language
from traydial.ui.controller import Controller


@pytest.fixture
def start(qapp, qtbot, program):
    """Start the program, with its files read; starting it again ends the one before."""
    with contextlib.ExitStack() as running:

        def started():
            running.close()
            file = Paths.of(os.environ).windows_file
            controller = Controller(lambda: program, Language(qapp), leave=lambda: None, windows_file=file)
            running.callback(controller.close)
            controller.open()
            opened = threading.Event()
            controller.engine.recent(1, lambda _: opened.set())
            qtbot.waitUntil(opened.is_set)
            return controller.windows

        yield started


def shown(title):
    return next((w for w in QApplication.topLevelWidgets() if w.isVisible() and w.windowTitle() == title), None)


@pytest.fixture
def opened(qtbot):
    def opened(title, command):
        command()
        qtbot.waitUntil(lambda: shown(title) is not None)
        return shown(title)

    return opened


@pytest.mark.parametrize(
    ("title", "command"),
    [
        ("Settings", "open_settings"),
        ("History", "open_history"),
        ("Diagnostics", "open_diagnostics"),
        ("Dial", "open_dial_window"),
    ],
)
def test_a_window_has_its_last_size_after_a_restart(start, opened, title, command, qtbot):
    window = opened(title, getattr(start(), command))
    wanted = window.size()
    window.resize(747, 555)
    left = window.size()
    assert left != wanted
    window.close()
    assert opened(title, getattr(start(), command)).size() == left


def test_settings_open_on_the_page_that_was_left(start, opened, qtbot):
    window = opened("Settings", start().open_settings)
    tabs = window.findChild(QTabWidget)
    qtbot.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(3).center())
    window.close()
    assert opened("Settings", start().open_settings).findChild(QTabWidget).currentIndex() == 3


@pytest.mark.parametrize(
    "broken",
    [
        b"\x00",
        b"[]",
        b'{"SettingsDialog": ["wide"]}',
        b'{"SettingsDialog": [1]}',
        b'{"SettingsDialog": 1}',
        b'{"SettingsDialog": [900, 999999999999, 0]}',
        b'{"SettingsDialog": [900, -1, 0]}',
    ],
)
def test_a_broken_file_only_forgets(start, opened, caplog, broken):
    file = Paths.of(os.environ).windows_file
    files.replace(file, broken)
    assert opened("Settings", start().open_settings).width() > 100
    assert "start anew" in caplog.text


def test_a_window_is_never_larger_than_the_screen(start, opened):
    files.replace(Paths.of(os.environ).windows_file, b'{"SettingsDialog": [32000, 32000, 99]}')
    window = opened("Settings", start().open_settings)
    assert window.screen().availableSize().width() >= window.width()
    assert window.screen().availableSize().height() >= window.height()


def test_the_file_is_not_written_on_the_thread_of_the_windows(start, opened, monkeypatch, qtbot):
    writers = []
    replace = files.replace
    monkeypatch.setattr(files, "replace", lambda *given: (writers.append(threading.current_thread()), replace(*given)))
    window = opened("History", start().open_history)
    window.resize(747, 555)
    QApplication.processEvents()
    window.close()
    qtbot.waitUntil(lambda: bool(writers))
    assert threading.main_thread() not in writers
    assert len(writers) == 1, "when it closes, and not with each of its sizes"


def test_a_first_start_has_nothing_to_say(start, opened, caplog):
    opened("Settings", start().open_settings)
    assert "sizes of the windows" not in caplog.text


def test_a_file_that_cannot_be_used_costs_the_sizes_alone(start, opened, caplog, qtbot):
    Paths.of(os.environ).windows_file.mkdir(parents=True)
    opened("Settings", start().open_settings).close()
    qtbot.waitUntil(lambda: "are not kept" in caplog.text)
    assert "start anew" in caplog.text


def test_a_window_that_filled_the_screen_has_the_size_from_before_that(start, opened, qtbot):
    window = opened("History", start().open_history)
    window.resize(747, 555)
    window.showMaximized()
    qtbot.waitUntil(lambda: window.width() > 747)
    window.close()
    again = opened("History", start().open_history)
    assert (again.width(), again.height()) == (747, 555)
