"""A defect in a slot or a thread: it is in the log with its traceback, a message is shown, and the program goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from traydial.system.paths import Paths
from traydial.ui.base.defects import Defects
from traydial.ui.base.i18n import Language
from traydial.ui.controller import Controller

TRAY_WITH_A_DEFECT = """
import sys
from traydial.main import main
from traydial.ui.base.binding import load_binding
load_binding()
from traydial.ui.dial.window import DialWindow
def ask(self):
    raise LookupError("planted")
DialWindow.ask = ask
sys.exit(main([]))
"""


def told():
    """What windows say now, by their titles."""
    return [window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()]


@pytest.fixture
def defects(qapp, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    desktop = Controller(None, Language(qapp), leave=lambda: None)
    Defects(desktop.bridge, desktop.windows.show_error).catch()
    yield
    desktop.close()


@pytest.fixture
def broken(qtbot, defects):
    """A button whose slot has a defect."""
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(lambda: {}["planted"])
    button.show()
    return button


def test_a_defect_in_a_slot_is_logged_and_told(broken, qtbot, caplog):
    qtbot.mouseClick(broken, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Something went wrong" in told())
    assert "KeyError: 'planted'" in caplog.text
    assert "Traceback" in caplog.text


def test_many_defects_are_told_once_and_all_logged(broken, qtbot, caplog):
    for _ in range(10):
        qtbot.mouseClick(broken, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Something went wrong" in told())
    assert told().count("Something went wrong") == 1
    for window in QApplication.topLevelWidgets():
        window.close()
    broken.show()
    for _ in range(10):
        qtbot.mouseClick(broken, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert "Something went wrong" not in told(), "who has closed it is left alone for a while"
    assert caplog.text.count("KeyError: 'planted'") == 20


def test_a_defect_in_a_thread_is_logged_and_told(defects, qtbot, caplog):
    thread = threading.Thread(target={}.popitem)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "Something went wrong" in told())
    assert "popitem" in caplog.text


def test_a_defect_that_comes_later_is_told_again(broken, qtbot, caplog, monkeypatch):
    monkeypatch.setattr("traydial.ui.base.defects.SHOWN_EVERY_S", 0.0)
    for _ in range(2):
        qtbot.mouseClick(broken, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "Something went wrong" in told())
        for window in QApplication.topLevelWidgets():
            if window.windowTitle() == "Something went wrong":
                window.close()
    assert caplog.text.count("KeyError: 'planted'") == 2


def test_an_interrupt_from_the_terminal_is_no_defect(defects, caplog, capsys):
    interrupt = KeyboardInterrupt("ctrl-c")
    sys.excepthook(KeyboardInterrupt, interrupt, None)
    assert "KeyboardInterrupt: ctrl-c" in capsys.readouterr().err
    QApplication.processEvents()
    assert "Something went wrong" not in told()
    assert caplog.text == ""


def test_the_program_catches_defects(private_home):
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    tray = subprocess.Popen(
        [sys.executable, "-c", TRAY_WITH_A_DEFECT], env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        ask = [sys.executable, "-m", "traydial"]
        while subprocess.run([*ask, "status", "--json"], env=environ, capture_output=True).stdout.find(b"true") < 0:
            assert tray.poll() is None
        subprocess.run(ask, env=environ, check=True, timeout=30)
        assert subprocess.run([*ask, "status"], env=environ, capture_output=True).returncode == 0, "it goes on"
    finally:
        tray.terminate()
        printed = tray.communicate(timeout=30)[0].decode()
    log = Paths.of(os.environ).log_file.read_text(encoding="utf-8")
    assert "LookupError: planted" in log
    assert "incident" in log
    assert "Traceback" not in printed
