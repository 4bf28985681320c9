"""The phones of a simulated PBX: controlled by typed commands, or by a script for every call.

A script is a text of lines such as `2.5 callee answers`: seconds after the call was placed, and words of `Phone`.
"""

from __future__ import annotations

import contextlib
import heapq
import threading
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

from traydial.simulator.switchboard import Ending, PlacedCall, Switchboard

OTHER_NUMBER = "0399990000"


class Phone:
    """What both ends of a call do, and what the PBX reports wrongly, as commands. Usable from any thread."""

    def __init__(self, switchboard: Switchboard) -> None:
        board = self._board = switchboard
        self._call: Mapping[str, Callable[[PlacedCall], object]] = {
            "answer": lambda call: board.pick_up(call.call_id),
            "callee answers": lambda call: board.answer(call.call_id),
            "hang up": lambda call: board.hang_up(call.call_id),
            "busy": lambda call: board.hang_up(call.call_id, Ending.BUSY),
            "no answer": lambda call: board.hang_up(call.call_id, Ending.NO_ANSWER),
            "record on": lambda call: board.record(call.call_id, on=True),
            "record off": lambda call: board.record(call.call_id, on=False),
            "another call": self._begin_another,
            "another call ends": self._end_another,
        }
        self._pbx: Mapping[str, Callable[[], object]] = {
            "drop event": board.lose_next,
            "hold events": board.hold,
            "release events": board.release,
            "refuse stop": lambda: setattr(board, "refuses_stop", True),
        }

    @property
    def words(self) -> tuple[str, ...]:
        return (*self._call, *self._pbx)

    def do(self, words: str, call_id: str = "") -> None:
        """Do what `words` say, with the latest call or that one. Raises ValueError: unknown words, or no such call."""
        words = " ".join(words.lower().split())
        if words in self._pbx:
            self._pbx[words]()
            return
        if words not in self._call:
            raise ValueError(f"{words!r} is none of: {', '.join(self.words)}")
        calls = [call for call in self._board.live() if not call.foreign and call_id in ("", call.call_id)]
        if not calls:
            raise ValueError("there is no such call")
        self._call[words](calls[-1])

    def _begin_another(self, call: PlacedCall) -> None:
        """Put the same phone into a second call, dialled by hand."""
        other = self._board.place(call.extension, OTHER_NUMBER, monitored=True, foreign=True)
        self._board.pick_up(other.call_id)
        self._board.answer(other.call_id)

    def _end_another(self, call: PlacedCall) -> None:
        for other in self._board.live(call.extension):
            if other.foreign:
                self._board.hang_up(other.call_id)


class Step(NamedTuple):
    after_s: float  # since the call was placed
    words: str


def read_script(text: str) -> tuple[Step, ...]:
    """Read a script; empty lines and what follows # do not count. Raises ValueError that names the line."""
    known = Phone(Switchboard()).words
    steps = []
    for number, line in enumerate(text.splitlines(), 1):
        after, _, words = line.partition("#")[0].strip().partition(" ")
        if not after:
            continue
        words = " ".join(words.lower().split())
        try:
            after_s = float(after)
        except ValueError:
            raise ValueError(f"line {number}: {after!r} is no number of seconds") from None
        if not 0 <= after_s < 86400 or words not in known:
            raise ValueError(f"line {number}: {words!r} is none of: {', '.join(known)}")
        steps.append(Step(after_s, words))
    return tuple(steps)


def play(script: tuple[Step, ...], switchboard: Switchboard) -> threading.Thread:
    """Let every call that a client places go through `script`, on a thread that ends when the PBX closes."""
    switchboard.answers_at_once = False
    player = threading.Thread(target=_play, args=(script, switchboard), name="simulated phone", daemon=True)
    player.start()
    return player


def _play(script: tuple[Step, ...], switchboard: Switchboard) -> None:
    phone = Phone(switchboard)
    begun: set[str] = set()
    due: list[tuple[float, int, str, str]] = []  # when, which step, of which call, what

    def new(calls: tuple[PlacedCall, ...]) -> list[PlacedCall]:
        return [call for call in calls if not call.foreign and call.call_id not in begun]

    while not switchboard.closed:
        now_s = time.monotonic()
        for call in new(switchboard.calls):
            begun.add(call.call_id)
            for number, step in enumerate(script):
                heapq.heappush(due, (now_s + step.after_s, number, call.call_id, step.words))
        while due and due[0][0] <= now_s:
            _, _, call_id, words = heapq.heappop(due)
            with contextlib.suppress(ValueError):  # the call has ended before its script
                phone.do(words, call_id)
        wait_s = due[0][0] - time.monotonic() if due else None
        switchboard.wait_for(lambda calls: bool(new(calls)), wait_s)
