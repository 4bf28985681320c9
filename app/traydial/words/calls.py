"""The outcome of a call, and the state of one that lasts, as text. Pure: the translation is passed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traydial.core.call import Call, CallState, RecordingState
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.words import messages
from traydial.words.errors import ERRORS
from traydial.words.reasons import CONTEXT

if TYPE_CHECKING:
    from datetime import datetime

    from traydial.services.history.store import HistoryEntry
    from traydial.words.messages import Translate

HISTORY = "history"
OUTCOMES = {
    CallState.REQUESTED: QT_TRANSLATE_NOOP("history", "Asking the PBX…"),
    CallState.ACCEPTED: QT_TRANSLATE_NOOP("history", "Placed"),
    CallState.RINGING_AGENT: QT_TRANSLATE_NOOP("history", "Your phone rings"),
    CallState.RINGING_CALLEE: QT_TRANSLATE_NOOP("history", "Ringing"),
    CallState.CONNECTED: QT_TRANSLATE_NOOP("history", "In call"),
    CallState.ENDED: QT_TRANSLATE_NOOP("history", "Ended"),
    CallState.REFUSED: QT_TRANSLATE_NOOP("history", "Not connected"),
    CallState.CANCELLED: QT_TRANSLATE_NOOP("history", "Cancelled"),
    CallState.UNKNOWN: QT_TRANSLATE_NOOP("history", "Outcome unknown"),
}
LASTING = (CallState.REQUESTED, CallState.RINGING_AGENT, CallState.RINGING_CALLEE, CallState.CONNECTED)
ANSWERED = QT_TRANSLATE_NOOP("history", "Answered")
ANSWERED_UNENDED = QT_TRANSLATE_NOOP("history", "Answered, end unknown")
RECORDED = QT_TRANSLATE_NOOP("history", "recorded")
CONSENT = QT_TRANSLATE_NOOP("history", "Recording agreed to: {when}")
NO_CONSENT = QT_TRANSLATE_NOOP("history", "Recording declined: {when}")


def outcome(entry: HistoryEntry, translate: Translate) -> str:
    """Return the outcome of a call; with the PBX's own words where they say why it was not answered."""
    recorded = translate(HISTORY, RECORDED) if is_recorded(entry) else ""
    own_words = messages.readable(entry.answer) if entry.state is CallState.ENDED and not entry.answered else ""
    parts = (state(entry, translate), own_words, recorded)
    return " · ".join(filter(None, parts))


def is_recorded(entry: HistoryEntry) -> bool:
    """Whether a recording was made of the call, which is over."""
    return entry.recorded and entry.state not in LASTING


def consent(entry: HistoryEntry, when: str, translate: Translate) -> str:
    """Return what was answered, `when`, to being recorded; empty when no consent was asked for."""
    if entry.recording_consent is None:
        return ""
    return translate(HISTORY, CONSENT if entry.recording_consent else NO_CONSENT).format(when=when)


def state(entry: HistoryEntry, translate: Translate) -> str:
    """Return the state of a call."""
    if entry.answered and entry.state is CallState.ENDED:
        return translate(HISTORY, ANSWERED)
    if entry.answered and entry.state is CallState.UNKNOWN:
        return translate(HISTORY, ANSWERED_UNENDED)
    why = ERRORS.get(entry.code)
    if why is not None and entry.state is CallState.REFUSED:
        return translate(messages.CONTEXT, why.title)
    return translate(HISTORY, OUTCOMES[entry.state])


def call_state(call: Call, translate: Translate) -> str:
    """Return how far a call is, in a few words."""
    if call.state is CallState.REQUESTED and call.waits_for_keyring:
        return translate(CONTEXT, WAITS_FOR_KEYRING)
    return translate(CONTEXT, CALL_STATES[call.state.value])


def recording(state: RecordingState, translate: Translate) -> str:
    return translate(CONTEXT, RECORDINGS[state.value])


def recorded_for(call: Call, now: datetime) -> str:
    """Return for how long a call has been recorded, as 01:23; empty while it is not."""
    if call.recording_since is None:
        return ""
    minutes, seconds = divmod(max(0, int((now - call.recording_since).total_seconds())), 60)
    return f"{minutes:02}:{seconds:02}"


WAITS_FOR_KEYRING = QT_TRANSLATE_NOOP("reasons", "Waiting for the keyring…")
CALL_STATES = {
    "requested": QT_TRANSLATE_NOOP("reasons", "Asking the PBX…"),
    "accepted": QT_TRANSLATE_NOOP("reasons", "The PBX is placing the call"),
    "ringing_agent": QT_TRANSLATE_NOOP("reasons", "Your phone is ringing: pick it up"),
    "ringing_callee": QT_TRANSLATE_NOOP("reasons", "Ringing at the other end"),
    "connected": QT_TRANSLATE_NOOP("reasons", "Connected"),
    "ended": QT_TRANSLATE_NOOP("reasons", "Call ended"),
    "refused": QT_TRANSLATE_NOOP("reasons", "Not connected"),
    "cancelled": QT_TRANSLATE_NOOP("reasons", "Cancelled"),
    "unknown": QT_TRANSLATE_NOOP("reasons", "Outcome unknown"),
}


RECORDINGS = {
    "unsupported": QT_TRANSLATE_NOOP("reasons", "This PBX offers no recording"),
    "off": QT_TRANSLATE_NOOP("reasons", "Not recording"),
    "starting": QT_TRANSLATE_NOOP("reasons", "Recording is starting…"),
    "on": QT_TRANSLATE_NOOP("reasons", "Recording"),
    "stopping": QT_TRANSLATE_NOOP("reasons", "Recording is stopping…"),
    "unknown": QT_TRANSLATE_NOOP("reasons", "It is not known whether the call is recorded"),
    "locked": QT_TRANSLATE_NOOP("reasons", "Recording, and the PBX does not let it be stopped"),
}
