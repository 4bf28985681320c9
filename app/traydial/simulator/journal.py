"""What a simulated PBX received, entry by entry, in words that a person understands and without secrets."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from traydial.simulator.faults import Fault
from traydial.simulator.message import Request

SECRET_NAMES = frozenset({"apikey", "api_key", "password", "token", "hash", "authorization", "cookie", "jsessionid"})


def masked(fields: Mapping[str, str]) -> dict[str, str]:
    """Return `fields` with the values of secrets hidden."""
    return {key: "***" if value and key.lower() in SECRET_NAMES else value for key, value in fields.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One request as the PBX understood it. `request` is the raw one: for tests, and never printed."""

    number: int
    at: datetime
    received_ns: int  # time.perf_counter_ns()
    method: str
    path: str
    action: str
    sentence: str
    fields: Mapping[str, str]
    fault: Fault | None
    request: Request = field(repr=False)

    def __str__(self) -> str:
        line = f"{self.at:%H:%M:%S} {self.action}: {self.sentence} ({self.method} {self.path})"
        return f"{line} [fault: {self.fault}]" if self.fault else line


class Journal:
    """The entries so far. Any thread may read and wait; listeners are called on the thread of the request."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._entries: list[Entry] = []
        self._listeners: list[Callable[[Entry], None]] = []

    @property
    def entries(self) -> tuple[Entry, ...]:
        with self._changed:
            return tuple(self._entries)

    def of(self, action: str) -> tuple[Entry, ...]:
        """Return the entries of one action, such as "dial"."""
        return tuple(entry for entry in self.entries if entry.action == action)

    def listen(self, listener: Callable[[Entry], None]) -> None:
        """Call `listener` with every entry from now on."""
        with self._changed:
            self._listeners.append(listener)

    def add(self, request: Request, action: str, sentence: str, fields: Mapping[str, str], fault: Fault | None) -> None:
        """Record a request at its arrival."""
        with self._changed:
            entry = Entry(
                number=len(self._entries) + 1,
                at=datetime.now().astimezone(),
                received_ns=time.perf_counter_ns(),
                method=request.method,
                path=request.path,
                action=action,
                sentence=sentence,
                fields=masked(fields),
                fault=fault,
                request=request,
            )
            self._entries.append(entry)
            listeners = tuple(self._listeners)
            self._changed.notify_all()
        for listener in listeners:
            listener(entry)

    def wait_for(self, predicate: Callable[[Entry], bool], timeout_s: float = 5.0) -> Entry:
        """Return the first entry that fulfils `predicate`, also one that has come already. Raises TimeoutError."""

        def first() -> Entry | None:
            return next((entry for entry in self._entries if predicate(entry)), None)

        with self._changed:
            found = self._changed.wait_for(first, timeout_s)
        if found is None:
            seen = "\n".join(map(str, self._entries)) or "nothing"
            raise TimeoutError(f"no such request within {timeout_s} s; received:\n{seen}")
        return found
