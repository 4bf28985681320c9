"""Runs Traydial's tray with a heartbeat in its event loop, and reports the longest silence between two beats.

The program itself holds no code for measuring: this file imports it, and starts a timer before its event loop runs.
Time in which the kernel kept the thread waiting for a processor is taken off: that is the machine's, not the program's.
Every line on standard input starts a new count and prints the longest gap so far in milliseconds.
"""

from __future__ import annotations

import os
import sys
import threading
import time

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

BEAT_MS = 1


class Heart(QObject):
    """Beats as long as the event loop runs."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._asked.activated.connect(self._report)
        self._schedule = open(f"/proc/self/task/{threading.get_native_id()}/schedstat", "rb", buffering=0)  # noqa: PTH123, SIM115
        self._last_ns = self._own_ns()
        self._longest_ns = 0
        self._timer.start()

    def _own_ns(self) -> int:
        """The clock without the time for which the thread was ready to run and waited for a processor (proc(5))."""
        self._schedule.seek(0)
        return time.perf_counter_ns() - int(self._schedule.read().split()[1])

    def _beat(self) -> None:
        now_ns = self._own_ns()
        self._longest_ns = max(self._longest_ns, now_ns - self._last_ns)
        self._last_ns = now_ns

    def _report(self) -> None:
        if not os.read(sys.stdin.fileno(), 4096):
            self._asked.setEnabled(False)
            return
        self._beat()
        print(self._longest_ns / 1e6, flush=True)
        self._longest_ns = 0


def run_with_heartbeat() -> None:
    """Make QApplication.exec start a heart first."""
    exec_of_qt = QApplication.exec

    def exec_with_heart(*arguments: object) -> int:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        heart = Heart(app)
        try:
            return exec_of_qt()
        finally:
            heart.deleteLater()

    QApplication.exec = exec_with_heart  # type: ignore[method-assign]


if __name__ == "__main__":
    run_with_heartbeat()
    if sys.argv[1:] == ["reference"]:
        import runpy

        runpy.run_path(os.path.join(os.path.dirname(__file__), "bare_tray.py"))  # noqa: PTH118, PTH120
    else:
        from traydial.main import main

        sys.exit(main(sys.argv[1:]))
