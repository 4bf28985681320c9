"""The QApplication as Traydial needs it: its names, how it ends, and Qt's messages in the log."""

from __future__ import annotations

import contextlib
import logging
import signal
import socket
from collections.abc import Iterator

from PySide6.QtCore import QMessageLogContext, QSocketNotifier, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from traydial import __version__
from traydial.system.paths import APPLICATION_ID
from traydial.system.stop_signals import stop_signals

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def create_application(arguments: list[str]) -> QApplication:
    """Create the QApplication of this process. It ends by `quit`, not when its last window closes."""
    qInstallMessageHandler(_log_qt)
    QGuiApplication.setDesktopFileName(APPLICATION_ID)
    app = QApplication(arguments)
    app.setApplicationName("Traydial")  # also what a tray calls the icon
    app.setApplicationDisplayName("Traydial")
    app.setApplicationVersion(__version__)
    app.setQuitOnLastWindowClosed(False)
    return app


@contextlib.contextmanager
def quit_on_signals(app: QApplication) -> Iterator[None]:
    """In this context, the signals that ask a program to end (`system.stop_signals`) quit `app`, even before it runs.

    Python runs a handler only between two of its own instructions, and there are none while Qt waits; the byte that it
    writes to the wake-up descriptor is what Qt notices.
    """
    woken, waking = socket.socketpair()
    waking.settimeout(0)  # as Python wants it
    notifier = QSocketNotifier(woken.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(app.quit)
    descriptor = signal.set_wakeup_fd(waking.fileno())
    handlers = {number: signal.signal(number, lambda *_: None) for number in stop_signals()}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(descriptor)
        notifier.setEnabled(False)
        woken.close()
        waking.close()


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(LEVELS[kind], "%s", text)
