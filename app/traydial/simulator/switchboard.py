"""The calls of a simulated PBX as objects with a state, and the phone that rings, answers and hangs up."""

from __future__ import annotations

import enum
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime


class Stage(enum.StrEnum):
    RINGING = "ringing"  # the user's own phone rings
    CONNECTED = "connected"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCall:
    """A snapshot of one call. `extension` is bare, without a technology such as SIP/."""

    call_id: str
    extension: str
    number: str
    placed_at: datetime
    stage: Stage = Stage.RINGING
    recording: bool = False
    file_name: str = ""
    tag: str = ""
    monitored: bool = False
    inbound: bool = False


class Switchboard:
    """Every call that was placed, oldest first. Any thread may use it.

    With `answers_at_once` the user picks up as soon as the phone rings; without, a test calls `pick_up`.
    """

    def __init__(self, *, answers_at_once: bool = True) -> None:
        self.answers_at_once = answers_at_once
        self._changed = threading.Condition()
        self._calls: dict[str, PlacedCall] = {}
        self._sequence = 0
        self._closed = False

    @property
    def calls(self) -> tuple[PlacedCall, ...]:
        with self._changed:
            return tuple(self._calls.values())

    @property
    def sequence(self) -> int:
        """How many changes there were: a number that grows with every event."""
        with self._changed:
            return self._sequence

    def place(
        self,
        extension: str,
        number: str,
        *,
        call_id: str = "",
        recording: bool = False,
        file_name: str = "",
        tag: str = "",
        monitored: bool = False,
        inbound: bool = False,
    ) -> PlacedCall:
        call = PlacedCall(
            call_id=call_id or str(uuid.uuid4()),
            extension=extension,
            number=number,
            placed_at=datetime.now().astimezone(),
            stage=Stage.CONNECTED if self.answers_at_once else Stage.RINGING,
            recording=recording,
            file_name=file_name,
            tag=tag,
            monitored=monitored,
            inbound=inbound,
        )
        with self._changed:
            self._store(call)
        return call

    def find(self, call_id: str) -> PlacedCall | None:
        with self._changed:
            return self._calls.get(call_id)

    def live(self, extension: str = "") -> tuple[PlacedCall, ...]:
        """The calls that have not ended, of one extension or of all."""
        return tuple(c for c in self.calls if c.stage is not Stage.ENDED and extension in ("", c.extension))

    def pick_up(self, call_id: str) -> None:
        self._change(call_id, stage=Stage.CONNECTED)

    def hang_up(self, call_id: str) -> None:
        self._change(call_id, stage=Stage.ENDED, recording=False)

    def record(self, call_id: str, on: bool, *, file_name: str = "", tag: str = "") -> None:
        call = self.find(call_id)
        if call is not None:
            self._change(call_id, recording=on, file_name=file_name or call.file_name, tag=tag or call.tag)

    def wait_for(self, predicate: Callable[[tuple[PlacedCall, ...]], bool], timeout_s: float | None = 5.0) -> bool:
        """Wait until `predicate` holds for all calls; False after `timeout_s` or when the PBX closes first."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or predicate(tuple(self._calls.values())), timeout_s)
            return predicate(tuple(self._calls.values()))

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _change(self, call_id: str, **changes: object) -> None:
        with self._changed:
            if call_id in self._calls:
                self._store(replace(self._calls[call_id], **changes))  # type: ignore[arg-type]

    def _store(self, call: PlacedCall) -> None:
        self._calls[call.call_id] = call
        self._sequence += 1
        self._changed.notify_all()
