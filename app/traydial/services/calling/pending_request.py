"""A request that has not become a call yet, and what it waits for."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traydial.core.events import DialRequest
    from traydial.core.number.value import Candidate
    from traydial.services.calling.planned_call import PlannedCall


class Step(enum.Enum):
    """What a request waits for. It goes down this list, passing over what it does not need, and never back."""

    DECISION = enum.auto()  # nothing: it is being read, planned or decided
    ACCOUNT = enum.auto()  # of one of several accounts
    CHOICE = enum.auto()  # of one of several numbers
    CONSENT = enum.auto()  # a yes
    COUNTDOWN = enum.auto()  # the time in which it can be cancelled
    HANG_UP = enum.auto()  # the end of the calls that last
    AGREEMENT = enum.auto()  # whether the other party agrees to be recorded


@dataclass(slots=True, eq=False)
class PendingRequest:
    """A request on its way through the door."""

    request: DialRequest
    asked_s: float
    since_last_link_s: float | None
    region: str = ""  # where it was read
    step: Step = Step.DECISION
    candidates: tuple[Candidate, ...] = ()
    planned: PlannedCall | None = None
    reasons: tuple[str, ...] = ()  # why a person must say yes
    hangs_up: set[str] = field(default_factory=set)  # ids of the calls that must be over first
    agreed: bool | None = None  # what was answered about the recording
