"""The application itself: it ends when it is told to and not with a window, and what Qt says is in the log."""

import os
import signal
import subprocess
import sys

import pytest

from traydial import __version__

BEGIN = """
import logging, os, signal, sys, time
from PySide6.QtCore import QTimer, qCritical, qDebug, qInfo, qWarning
from PySide6.QtWidgets import QWidget
from traydial.ui.base.app import create_application, quit_on_signals
logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(name)s %(message)s", stream=sys.stdout)
app = create_application(["traydial"])
"""


@pytest.fixture
def run():
    """Run a script in an application of its own; return its exit code and what it printed."""

    def run(script):
        environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [sys.executable, "-W", "default::ResourceWarning", "-c", BEGIN + script],
            env=environ,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.returncode, done.stdout + done.stderr

    return run


def test_it_goes_on_without_a_window(run):
    script = """
window = QWidget()
window.show()
QTimer.singleShot(0, window.close)
QTimer.singleShot(300, lambda: app.exit(7))
sys.exit(app.exec())
"""
    assert run(script) == (7, "")


def test_it_is_called_traydial(run):
    script = (
        "print(app.applicationName(), app.applicationDisplayName(), app.applicationVersion(), app.desktopFileName())"
    )
    assert run(script)[1].split() == ["Traydial", "Traydial", __version__, "org.traydial.Traydial"]


def test_what_qt_says_is_in_the_log_at_its_level(run):
    _, printed = run("qDebug('a'); qInfo('b'); qWarning('c'); qCritical('d')")
    assert printed.splitlines() == ["DEBUG qt a", "INFO qt b", "WARNING qt c", "ERROR qt d"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("moment", ["before it runs", "while it runs"])
def test_a_signal_ends_it_in_good_order(run, number, moment):
    send = f"os.kill(os.getpid(), {number.value})"
    # A wake-up that blocks would keep the second signal from being told.
    script = f"""
signal.signal({number.value}, signal.SIG_DFL)  # a shell under nohup starts everything with SIGHUP ignored
with quit_on_signals(app):
    QTimer.singleShot({0 if moment == "before it runs" else 100}, lambda: {send})
    QTimer.singleShot(20000, lambda: app.exit(9))
    code = app.exec()
print("ended", code)
"""
    assert run(script) == (0, "ended 0\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_afterwards_signals_are_what_they_were(run):
    script = """
before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
with quit_on_signals(app):
    pass
assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before
assert signal.set_wakeup_fd(-1) == -1
os.kill(os.getpid(), signal.SIGTERM)
time.sleep(20)
"""
    assert run(script) == (-signal.SIGTERM, "")
