"""Defects: an exception that nothing caught reaches the log with its traceback, and the person as a sentence.

A slot, an overridden method of a widget and a thread all end here; the program goes on.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from traydial.services.worker import report

if TYPE_CHECKING:
    from traydial.core.errors import AppError
    from traydial.ui.base.bridge import Bridge

# A widget that fails each time it is painted must not open one window after the other, of which each may fail too.
SHOWN_EVERY_S = 5.0


class Defects:
    """Shows defects with `show`, in the GUI thread; `catch` starts that."""

    def __init__(self, bridge: Bridge, show: Callable[[AppError], None]) -> None:
        self._bridge = bridge
        self._show = show
        self._shown_s: float | None = None

    def catch(self) -> None:
        """Take over what Python does with exceptions that nothing caught. After the log was opened."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def _uncaught(self, _kind: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> None:
        if not isinstance(error, Exception):  # KeyboardInterrupt: the person ends the program
            sys.__excepthook__(type(error), error, error.__traceback__)
            return
        shown = report(error)
        now_s = time.monotonic()
        if self._shown_s is None or now_s - self._shown_s > SHOWN_EVERY_S:
            self._shown_s = now_s
            self._bridge.post(lambda: self._show(shown))

    def _uncaught_in_thread(self, uncaught: threading.ExceptHookArgs) -> None:
        if uncaught.exc_value is not None:
            self._uncaught(uncaught.exc_type, uncaught.exc_value, uncaught.exc_traceback)
