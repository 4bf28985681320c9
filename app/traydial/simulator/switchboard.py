"""The calls of a simulated PBX: what really happens to them, and what the PBX reports.

The two differ only when a test or a script wants them to: events can be late or lost, as at a real PBX.
"""

from __future__ import annotations

import enum
import threading
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime


class Stage(enum.StrEnum):
    RINGING_AGENT = "ringing agent"  # the user's own phone rings
    RINGING_CALLEE = "ringing callee"  # the user has picked up, and the phone at the other end rings
    CONNECTED = "connected"
    ENDED = "ended"


class Ending(enum.StrEnum):
    HUNG_UP = "hung up"
    BUSY = "busy"
    NO_ANSWER = "no answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCall:
    """A snapshot of one call. `extension` is bare, without a technology such as SIP/.

    `files` are the names of its recordings. `change` is the number of its latest change that the PBX reported.
    """

    call_id: str
    extension: str
    number: str
    placed_at: datetime
    stage: Stage = Stage.RINGING_AGENT
    ending: Ending | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    recording: bool = False
    files: tuple[str, ...] = ()
    tag: str = ""
    monitored: bool = False
    inbound: bool = False
    foreign: bool = False  # of another program or by hand: nothing that a client has asked for
    change: int = 0

    @property
    def talk_s(self) -> int:
        """How long both have been connected, in whole seconds."""
        if self.answered_at is None:
            return 0
        return round(((self.ended_at or _now()) - self.answered_at).total_seconds())


class Switchboard:
    """Every call that was placed, oldest first. Any thread may use it.

    With `answers_at_once` both ends pick up as soon as their phones ring; without, a `Phone` or a test lets them.
    With `refuses_stop` no recording can be ended.
    """

    def __init__(self, *, answers_at_once: bool = True) -> None:
        self.answers_at_once = answers_at_once
        self.refuses_stop = False
        self._changed = threading.Condition()
        self._calls: dict[str, PlacedCall] = {}
        self._reported: dict[str, PlacedCall] = {}
        self._late: dict[str, PlacedCall] = {}  # changes that are held back
        self._listeners: list[Callable[[PlacedCall], None]] = []
        self._telling = threading.RLock()  # one thread at a time calls listeners, so that they get all changes in order
        self._events: deque[PlacedCall] = deque()
        self._sequence = 0
        self._held = False
        self._loses_next = False
        self._closed = False

    @property
    def calls(self) -> tuple[PlacedCall, ...]:
        """The calls as they are."""
        with self._changed:
            return tuple(self._calls.values())

    @property
    def reported(self) -> tuple[PlacedCall, ...]:
        """The calls as the PBX reports them."""
        with self._changed:
            return tuple(self._reported.values())

    @property
    def sequence(self) -> int:
        """How many changes the PBX has reported: a number that grows with every event."""
        with self._changed:
            return self._sequence

    @property
    def closed(self) -> bool:
        return self._closed

    def listen(self, listener: Callable[[PlacedCall], None]) -> None:
        """Call `listener` with every change that the PBX reports, on the thread that reports it."""
        with self._changed:
            self._listeners.append(listener)

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
        foreign: bool = False,
    ) -> PlacedCall:
        call = PlacedCall(
            call_id=call_id or str(uuid.uuid4()),
            extension=extension,
            number=number,
            placed_at=_now(),
            tag=tag,
            monitored=monitored,
            inbound=inbound,
            foreign=foreign,
        )
        if self.answers_at_once:
            call = replace(call, stage=Stage.CONNECTED, answered_at=_now())
        if recording:
            call = _recorded(call, file_name)
        with self._changed:
            self._store(call)
        self._announce()
        return call

    def find(self, call_id: str) -> PlacedCall | None:
        with self._changed:
            return self._calls.get(call_id)

    def live(self, extension: str = "") -> tuple[PlacedCall, ...]:
        """The calls that have not ended, of one extension or of all."""
        return _live(self.calls, extension)

    def reported_live(self, extension: str = "") -> tuple[PlacedCall, ...]:
        """The calls that have not ended, as far as the PBX reports."""
        return _live(self.reported, extension)

    def pick_up(self, call_id: str) -> None:
        """The user picks up."""
        self._change(call_id, lambda call: replace(call, stage=Stage.RINGING_CALLEE))

    def answer(self, call_id: str) -> None:
        """The other end picks up."""
        self._change(call_id, lambda call: replace(call, stage=Stage.CONNECTED, answered_at=_now()))

    def hang_up(self, call_id: str, ending: Ending = Ending.HUNG_UP) -> None:
        self._change(
            call_id,
            lambda call: replace(call, stage=Stage.ENDED, ending=ending, ended_at=_now(), recording=False),
        )

    def record(self, call_id: str, *, on: bool, file_name: str = "", tag: str = "") -> bool:
        """Start or end a recording. Returns whether the PBX does it."""
        if not on and self.refuses_stop:
            return False

        def change(call: PlacedCall) -> PlacedCall:
            call = replace(call, tag=tag or call.tag)
            return _recorded(call, file_name) if on else replace(call, recording=False)

        return self._change(call_id, change)

    def hold(self) -> None:
        """From now on changes happen, and the PBX does not report them."""
        with self._changed:
            self._held = True

    def release(self) -> None:
        """Report at once what was held back."""
        with self._changed:
            self._held = False
            for call in self._late.values():
                self._tell(call)
            self._late.clear()
        self._announce()

    def lose_next(self) -> None:
        """Lose the next event: the PBX never reports that change."""
        with self._changed:
            self._loses_next = True

    def wait_for(self, predicate: Callable[[tuple[PlacedCall, ...]], bool], timeout_s: float | None = 5.0) -> bool:
        """Wait until `predicate` holds for all calls; False after `timeout_s` or when the PBX closes first."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or predicate(tuple(self._calls.values())), timeout_s)
            return predicate(tuple(self._calls.values()))

    def close(self) -> None:
        """Wake all waiting threads."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _change(self, call_id: str, change: Callable[[PlacedCall], PlacedCall]) -> bool:
        """Change a call that has not ended; False when there is none."""
        with self._changed:
            call = self._calls.get(call_id)
            if call is None or call.stage is Stage.ENDED:
                return False
            self._store(change(call))
        self._announce()
        return True

    def _store(self, call: PlacedCall) -> None:
        """Store a change. Needs the lock."""
        self._calls[call.call_id] = call
        self._changed.notify_all()
        if self._loses_next:
            self._loses_next = False
        elif self._held:
            self._late[call.call_id] = call
        else:
            self._tell(call)

    def _tell(self, call: PlacedCall) -> None:
        """Report a change, or hold it back. Needs the lock."""
        self._sequence += 1
        reported = self._reported[call.call_id] = replace(call, change=self._sequence)
        self._events.append(reported)
        self._changed.notify_all()

    def _announce(self) -> None:
        """Call the listeners, outside the lock since one may read the calls."""
        with self._telling:
            while self._events:
                event = self._events.popleft()
                for listener in tuple(self._listeners):
                    listener(event)


def _live(calls: tuple[PlacedCall, ...], extension: str) -> tuple[PlacedCall, ...]:
    return tuple(c for c in calls if c.stage is not Stage.ENDED and extension in ("", c.extension))


def _recorded(call: PlacedCall, name: str) -> PlacedCall:
    """Return the call while it is recorded, into a file of that name or of the PBX's own choice."""
    name = name or f"{call.call_id}-{len(call.files) + 1}.wav"
    return call if call.recording else replace(call, recording=True, files=(*call.files, name))


def _now() -> datetime:
    return datetime.now().astimezone()
