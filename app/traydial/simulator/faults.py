"""What can go wrong at a simulated PBX, by name, and the switch that makes it go wrong while it runs."""

from __future__ import annotations

import enum
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field


class Fault(enum.StrEnum):
    """A named fault. The first four are in the vendor's own terms; the others can happen to any HTTP server."""

    WRONG_CREDENTIALS = "wrong-credentials"
    EXPIRED_SESSION = "expired-session"
    BUSY = "busy"
    NOT_REGISTERED = "not-registered"
    SLOW = "slow"  # acts, and answers after a while
    HANG = "hang"  # acts, and never answers
    RESET = "reset"  # acts, and the connection breaks in the middle of the answer
    EMPTY = "empty"  # acts, and answers 200 without a body
    HTML = "html"  # does not act: a web page stands where the interface should
    ERROR_500 = "error-500"  # does not act
    RATE_LIMITED = "rate-limited"  # does not act: 429 with Retry-After


VENDOR_FAULTS = frozenset({Fault.WRONG_CREDENTIALS, Fault.EXPIRED_SESSION, Fault.BUSY, Fault.NOT_REGISTERED})
HTTP_FAULTS = frozenset(Fault) - VENDOR_FAULTS

Actions = frozenset[str]


@dataclass(slots=True)
class Trouble:
    """A fault that is switched on: how often still (None: always), at which actions (None: all)."""

    fault: Fault
    remaining: int | None = None
    actions: Actions | None = None
    over: threading.Event = field(default_factory=threading.Event)  # set when switched off: nothing hangs longer


class Faults:
    """The switch. Any thread may turn it; at most one fault is on at a time.

    `meanings` says at which of its actions a vendor fault makes sense, e.g. busy at "dial" only.
    """

    def __init__(self, meanings: Mapping[Fault, Actions]) -> None:
        self._meanings = meanings
        self._lock = threading.Lock()
        self._trouble: Trouble | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The faults that this PBX can have."""
        return tuple(str(fault) for fault in Fault if fault in HTTP_FAULTS or fault in self._meanings)

    def set(self, fault: Fault | str, *, times: int | None = None, at: str | None = None) -> None:
        """Switch `fault` on, and the one before off: always, or for the next `times` requests.

        `at` is the action that it hits, such as "dial"; without, it hits wherever it has a meaning.
        Raises ValueError when the PBX knows no such fault.
        """
        if fault not in self.names:
            raise ValueError(f"no fault {str(fault)!r} here; there are: {', '.join(self.names)}")
        fault = Fault(fault)
        actions = frozenset({at}) if at else self._meanings.get(fault)
        with self._lock:
            self._end()
            self._trouble = Trouble(fault, times, actions)

    def clear(self) -> None:
        """Switch off and release requests that hang."""
        with self._lock:
            self._end()

    def take(self, action: str) -> Trouble | None:
        """Return the trouble that hits a request of `action`, counting it."""
        with self._lock:
            trouble = self._trouble
            if trouble is None or trouble.remaining == 0:
                return None
            if trouble.actions is not None and action not in trouble.actions:
                return None
            if trouble.remaining is not None:
                trouble.remaining -= 1
            return trouble

    def _end(self) -> None:
        if self._trouble is not None:
            self._trouble.over.set()
        self._trouble = None
