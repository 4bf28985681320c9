"""One call as Traydial knows it: what was asked for and what the PBX said, nothing guessed."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traydial.core.dialplan import DialPlan
    from traydial.core.errors import AppError


class CallState(enum.StrEnum):
    REQUESTED = "requested"  # handed to the account's worker
    ACCEPTED = "accepted"  # the PBX said yes
    ENDED = "ended"
    REFUSED = "refused"  # the PBX or the network said no, nothing rings
    CANCELLED = "cancelled"  # the user took it back
    UNKNOWN = "unknown"  # bytes left and no clear answer came: look at the phone

    @property
    def over(self) -> bool:
        return self in (CallState.ENDED, CallState.REFUSED, CallState.CANCELLED)


class Recording(enum.StrEnum):
    """As in design/cli.md; follows the PBX's answers, not the clicks."""

    UNSUPPORTED = "unsupported"
    OFF = "off"
    STARTING = "starting"
    ON = "on"
    STOPPING = "stopping"
    UNKNOWN = "unknown"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRef:
    """What an adapter needs to find its call again. `call_id` is the id to show; `details` are the adapter's own.

    `recording` says whether the PBX was asked, and agreed, to record from the start.
    `answer` is the PBX's own word for the outcome, for the bubble and the history; plain text.
    """

    call_id: str | None = None
    recording: bool = False
    answer: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A snapshot of one dial attempt, from request to end."""

    id: str
    account_id: str
    pbx: str
    plan: DialPlan
    requested_at: datetime
    state: CallState = CallState.REQUESTED
    recording: Recording = Recording.UNSUPPORTED
    ref: CallRef | None = None
    error: AppError | None = None
    tag: str = ""
    reference: str = ""
