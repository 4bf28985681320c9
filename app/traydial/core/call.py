"""One call as Traydial knows it: what was asked for and what the PBX said, nothing guessed.

A call changes by the functions below alone. Each returns the call after the change, or the very same call when the
change does not fit its state: a late answer does no harm.

    requested ─> accepted ─> ringing_agent ─> ringing_callee ─> connected ─> ended
        │            └─ what a PBX does not report is left out ─┘
        └─> refused, cancelled, unknown ─> whatever the PBX reports later

    off ─> starting ─> on ─> stopping ─> off; an unclear answer ─> unknown ─> starting, stopping; locked by the PBX
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from traydial.core.errors import AppError, Cancelled, InternalError, OutcomeUnknown, UnexpectedReply

if TYPE_CHECKING:
    from traydial.core.dialplan.plan import DialPlan


class CallState(enum.StrEnum):
    REQUESTED = "requested"  # handed to the account's worker
    ACCEPTED = "accepted"  # the PBX said yes
    RINGING_AGENT = "ringing_agent"  # the user's own phone rings
    RINGING_CALLEE = "ringing_callee"
    CONNECTED = "connected"
    ENDED = "ended"
    REFUSED = "refused"  # the PBX or the network said no, nothing rings
    CANCELLED = "cancelled"  # the user cancelled it
    UNKNOWN = "unknown"  # bytes left and no clear answer came: look at the phone

    @property
    def over(self) -> bool:
        return self in (CallState.ENDED, CallState.REFUSED, CallState.CANCELLED)


class RecordingState(enum.StrEnum):
    """As in docs/cli.md; follows the PBX's answers, not the clicks."""

    UNSUPPORTED = "unsupported"
    OFF = "off"
    STARTING = "starting"
    ON = "on"
    STOPPING = "stopping"
    UNKNOWN = "unknown"
    LOCKED = "locked"


class RecordingAction(enum.StrEnum):
    """What the user asks for, in the words of docs/cli.md."""

    START = "start"
    STOP = "stop"
    TOGGLE = "toggle"


SILENT = (RecordingState.UNSUPPORTED, RecordingState.OFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRef:
    """What an adapter needs to find its call again. `call_id` is the id to show; `details` are the adapter's own.

    `recording` says whether the PBX was asked, and agreed, to record from the start.
    `answer` is what the PBX said when it took the order, in its own words; plain text.
    """

    call_id: str | None = None
    recording: bool = False
    answer: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallUpdate:
    """What a PBX has told about a call since it was placed; None and "" mean that it told nothing about that.

    `state` is one from RINGING_AGENT to ENDED, or UNKNOWN when the PBX has lost sight of the call; `recording` is ON,
    OFF or LOCKED; `ref` replaces the call's, with what was learned on the way.
    """

    state: CallState | None = None
    recording: RecordingState | None = None
    ref: CallRef | None = None
    answer: str = ""  # the PBX's own words for the outcome, plain text
    duration_s: int | None = None  # of the conversation
    recording_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A snapshot of one dial attempt, from request to end.

    `answer` is what the PBX said about the state that the call is in, in its own words: a detail, for whoever asks why.
    `recording_since` is when the conversation began to be recorded; what a PBX records of the ringing does not count.
    """

    id: str
    account_id: str
    pbx: str
    plan: DialPlan
    requested_at: datetime
    state: CallState = CallState.REQUESTED
    recording: RecordingState = RecordingState.UNSUPPORTED
    ref: CallRef | None = None
    answer: str = ""
    error: AppError | None = None
    tag: str = ""
    reference: str = ""
    connected_at: datetime | None = None
    recording_since: datetime | None = None
    duration_s: int | None = None
    recording_url: str = ""
    waits_for_keyring: bool = False  # only while it is REQUESTED

    @property
    def answered(self) -> bool:
        """Whether the other party took the call."""
        return self.connected_at is not None or bool(self.duration_s)

    @property
    def still_recorded(self) -> bool:
        """Whether something has failed, such as a stop, while the call is or may be recorded: alert the user."""
        records = self.recording in (RecordingState.ON, RecordingState.UNKNOWN)
        return records and self.error is not None and not self.state.over


def waiting(call: Call, *, for_keyring: bool) -> Call:
    """Before the order has left: whether the keyring has yet to give the account's secrets."""
    return replace(call, waits_for_keyring=for_keyring) if call.state is CallState.REQUESTED else call


def accepted(call: Call, ref: CallRef, *, at: datetime) -> Call:
    """The PBX took the order."""
    if call.state is not CallState.REQUESTED:
        return call
    recording = RecordingState.ON if ref.recording else _silent(call.recording)
    return _recording(replace(call, state=CallState.ACCEPTED, ref=ref, answer=ref.answer, error=None), recording, at)


def failed(call: Call, error: AppError) -> Call:
    """The order failed, or its outcome is unknown."""
    if call.state is not CallState.REQUESTED:
        return call
    if isinstance(error, OutcomeUnknown | InternalError) or was_sent(error):
        unknown = replace(call, state=CallState.UNKNOWN, error=error)
        return unknown if call.recording in SILENT else _recording(unknown, RecordingState.UNKNOWN)
    state = CallState.CANCELLED if isinstance(error, Cancelled) else CallState.REFUSED
    return _recording(replace(call, state=state, error=error), _silent(call.recording))


def ended(call: Call) -> Call:
    """The call is over."""
    if call.state is CallState.REQUESTED or call.state.over:
        return call
    return _recording(replace(call, state=CallState.ENDED, answer="", error=None), _silent(call.recording))


def updated(call: Call, update: CallUpdate, *, at: datetime) -> Call:
    """The PBX reported on the call at `at`. A report that is late or out of order undoes nothing."""
    if call.state in (CallState.REQUESTED, CallState.REFUSED, CallState.CANCELLED):
        return call
    if update.state is CallState.ENDED:
        call = ended(call)
    elif update.state is CallState.UNKNOWN:
        call = forgotten(call)
    elif update.state is not None and _leads(call.state, update.state):
        connected_at = at if update.state is CallState.CONNECTED else call.connected_at
        call = replace(call, state=update.state, answer="", connected_at=connected_at, recording_since=None)
        call = _recording(call, call.recording, at)
    if not call.state.over:
        call = replace(call, ref=update.ref or call.ref)
        if update.recording is not None and _is_news(call.recording, update.recording):
            call = _recording(call, update.recording, at)
    return replace(
        call,
        answer=update.answer or call.answer,
        duration_s=call.duration_s if update.duration_s is None else update.duration_s,
        recording_url=update.recording_url or call.recording_url,
    )


def forgotten(call: Call) -> Call:
    """The PBX has reported nothing for so long that the call's state is unknown."""
    if call.state in (CallState.REQUESTED, CallState.UNKNOWN) or call.state.over:
        return call
    unknown = replace(call, state=CallState.UNKNOWN, answer="")
    return unknown if call.recording in SILENT else _recording(unknown, RecordingState.UNKNOWN)


def recording_asked(call: Call, *, on: bool) -> Call:
    """The user wants recording to start or to stop. Before the PBX has accepted the call, it waits for that."""
    ready = {RecordingState.OFF, RecordingState.UNKNOWN} if on else {RecordingState.ON, RecordingState.UNKNOWN}
    if call.state is CallState.REQUESTED:
        ready.add(RecordingState.STOPPING if on else RecordingState.STARTING)
    if call.state.over or call.recording not in ready:
        return call
    return _recording(replace(call, error=None), RecordingState.STARTING if on else RecordingState.STOPPING)


def recording_answered(call: Call, ref: CallRef, *, at: datetime) -> Call:
    """The PBX did what it was asked to."""
    if not _awaits_recording(call):
        return call
    done = RecordingState.ON if call.recording is RecordingState.STARTING else RecordingState.OFF
    return _recording(replace(call, ref=ref, error=None), done, at)


def recording_failed(call: Call, error: AppError, *, before: RecordingState) -> Call:
    """The PBX said no, and all is as `before`; or it said nothing clear."""
    if not _awaits_recording(call):
        return call
    return _recording(replace(call, error=error), RecordingState.UNKNOWN if _unclear(error) else before)


_RINGING = (CallState.RINGING_AGENT, CallState.RINGING_CALLEE)
_TOLD = (*_RINGING, CallState.CONNECTED)
_ORDER = (CallState.UNKNOWN, CallState.ACCEPTED, *_TOLD)


def _leads(before: CallState, after: CallState) -> bool:
    """Whether a call may go from `before` to `after` by the PBX's word."""
    return before in _ORDER and after in _TOLD and _ORDER.index(before) < _ORDER.index(after)


def _is_news(before: RecordingState, told: RecordingState) -> bool:
    """An answer to a click of the user's is awaited until it comes; otherwise the PBX's word counts."""
    nothing = before is RecordingState.UNSUPPORTED and told is RecordingState.OFF
    return not nothing and before not in (RecordingState.STARTING, RecordingState.STOPPING, told)


def _recording(call: Call, recording: RecordingState, at: datetime | None = None) -> Call:
    """Return the call with another state of recording, which may have begun at `at`."""
    lasts = (
        recording in (RecordingState.ON, RecordingState.STOPPING, RecordingState.LOCKED) and call.state not in _RINGING
    )
    return replace(call, recording=recording, recording_since=(call.recording_since or at) if lasts else None)


def was_sent(error: AppError) -> bool:
    """Whether the user took the request back only after it had left."""
    return isinstance(error, Cancelled) and error.values.get("sent") is True


def _awaits_recording(call: Call) -> bool:
    under_way = call.recording in (RecordingState.STARTING, RecordingState.STOPPING)
    return under_way and call.state is not CallState.REQUESTED


def _unclear(error: AppError) -> bool:
    unclear = isinstance(error, OutcomeUnknown | InternalError | UnexpectedReply) or was_sent(error)
    return unclear or error.code in ("timed_out", "connection_lost")


def _silent(recording: RecordingState) -> RecordingState:
    return recording if recording is RecordingState.UNSUPPORTED else RecordingState.OFF
