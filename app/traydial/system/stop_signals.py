"""The signals by which a session, a terminal or a person asks a program to end."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator


def stop_signals() -> list[signal.Signals]:
    """Return the signals to end on. A terminal that closes is none where nohup has told the process to ignore it."""
    numbers = [signal.SIGINT, signal.SIGTERM]
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    return numbers


@contextlib.contextmanager
def stop_signals_wait() -> Iterator[None]:
    """Hold back these signals inside the block: an exception in the middle of loading Qt would abort the process.

    They arrive at the end, at the handlers that were set inside, or else at those from before. For the main thread.
    """
    arrived: list[int] = []

    def wait(number: int, _frame: object) -> None:
        arrived.append(number)

    before = {number: signal.signal(number, wait) for number in stop_signals()}
    try:
        yield
    finally:
        for number, handler in before.items():
            if signal.getsignal(number) is wait:
                signal.signal(number, handler)
        for late in arrived:
            signal.raise_signal(late)
