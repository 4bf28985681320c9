"""How often a PBX is asked how a call goes on, and what happens when it is out of reach for a while."""

from __future__ import annotations

from traydial.core.adapter import CancelToken
from traydial.core.errors import AppError, RateLimited, Unreachable

FIRST_S = 1.0
LONGEST_S = 10.0


class Pace:
    """The waits between questions: 1 s, then twice as long each time up to 10 s; `reset` after news.

    For one thread. Every wait ends at once with Cancelled when `cancel` is set.
    """

    def __init__(self, cancel: CancelToken) -> None:
        self._cancel = cancel
        self._next_s = FIRST_S

    def wait(self, at_least_s: float = 0.0) -> None:
        """Wait before the next question. Raises Cancelled."""
        self._cancel.wait(max(self._next_s, at_least_s))
        self._cancel.check()
        self._next_s = min(2 * self._next_s, LONGEST_S)

    def reset(self) -> None:
        """Something happened: ask again soon."""
        self._next_s = FIRST_S

    def recover(self, error: AppError) -> None:
        """Wait after an error that may pass: no connection, or a PBX that is busy. Raises any other error."""
        if not isinstance(error, Unreachable | RateLimited) and error.code != "server_error":
            raise error
        after_s = error.values.get("after_s")
        self.wait(min(after_s, 60) if isinstance(after_s, int) else 0.0)
