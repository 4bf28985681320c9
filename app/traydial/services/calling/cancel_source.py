"""How a request is cancelled from another thread while an adapter works on it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from traydial.core.errors import Cancelled


class CancelSource:
    """Fulfils `core.adapter.CancelToken`; set once, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._set = False
        self._interrupts: list[Callable[[], None]] = []

    def cancel(self) -> None:
        """Mark as cancelled and interrupt what is in flight. Safe to call again."""
        with self._lock:
            self._set = True
            interrupts, self._interrupts = self._interrupts, []
        for interrupt in interrupts:
            interrupt()

    @property
    def cancelled(self) -> bool:
        return self._set

    def wait(self, timeout_s: float) -> bool:
        """Wait until the token is set, at most `timeout_s`. Returns whether it is set."""
        waited = threading.Event()
        try:
            with self.interrupting(waited.set):
                waited.wait(timeout_s)
        except Cancelled:
            pass
        return self._set

    def check(self, *, sent: bool = False) -> None:
        """Raise Cancelled when the token is set."""
        if self._set:
            raise Cancelled(sent=sent)

    @contextmanager
    def interrupting(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """While inside, `cancel()` also calls `interrupt`, on its own thread. Raises Cancelled if set already."""
        with self._lock:
            self.check()
            self._interrupts.append(interrupt)
        try:
            yield
        finally:
            with self._lock:
                if interrupt in self._interrupts:
                    self._interrupts.remove(interrupt)
