"""How often a PBX is asked for the state of a call, and for how long a failing connection is tolerated."""

from __future__ import annotations

from traydial.core.adapter import CancelToken
from traydial.core.errors import AppError, RateLimited, Unreachable

FIRST_S = 1.0
LONGEST_S = 10.0
MOST_ASKED_S = 60  # however long a PBX asks to wait
FAILURES = 12  # in a row: with the usual waits, a minute and a half


class Pace:
    """The waits between questions: 1 s, then twice as long each time up to 10 s; `reset` after news.

    For one thread. Every wait ends at once with Cancelled when `cancel` is set.
    """

    def __init__(self, cancel: CancelToken) -> None:
        self._cancel = cancel
        self._next_s = FIRST_S
        self._failures = 0

    def wait(self) -> None:
        """Wait before the next question, after an answer. Raises Cancelled."""
        self._failures = 0
        self._pause(self._next_s)

    def reset(self) -> None:
        """Ask again soon, because something has happened."""
        self._failures = 0
        self._next_s = FIRST_S

    def recover(self, error: AppError) -> None:
        """Wait after an error that may pass: no connection, or a PBX that is busy.

        Raises any other error at once, and this one after too many in a row.
        """
        self._failures += 1
        passing = isinstance(error, Unreachable | RateLimited) or error.code == "server_error"
        if not passing or self._failures >= FAILURES:
            raise error
        after_s = error.values.get("after_s")
        self._pause(max(self._next_s, min(after_s, MOST_ASKED_S)) if isinstance(after_s, int) else self._next_s)

    def _pause(self, seconds: float) -> None:
        self._cancel.wait(seconds)
        self._cancel.check()
        self._next_s = min(2 * self._next_s, LONGEST_S)
