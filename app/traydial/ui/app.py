"""The QApplication as Traydial wants it: its names, its end, and no error that vanishes."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from traydial import __version__
from traydial.system.paths import APPLICATION_ID

if TYPE_CHECKING:
    from types import TracebackType

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

log = logging.getLogger(__name__)


def create_application(arguments: list[str]) -> QApplication:
    """Make the one QApplication of this process; it ends by `quit`, not with its last window."""
    QGuiApplication.setDesktopFileName(APPLICATION_ID)
    app = QApplication(arguments)
    app.setApplicationName("traydial")
    app.setApplicationDisplayName("Traydial")
    app.setApplicationVersion(__version__)
    app.setQuitOnLastWindowClosed(False)
    return app


def log_everything() -> None:
    """Send to the log what Qt says and whatever exception nobody caught, in any thread."""
    qInstallMessageHandler(_log_qt)
    sys.excepthook = _log_exception
    sys.unraisablehook = lambda raised: log.error("ignored in %r", raised.object, exc_info=raised.exc_value)
    threading.excepthook = lambda raised: log.error(
        "thread %s ended", raised.thread.name if raised.thread else "", exc_info=raised.exc_value
    )


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(LEVELS[kind], "%s", text)


def _log_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        QApplication.quit()
        return
    log.critical("not caught", exc_info=(kind, error, trace))
