"""What came of a past call, in words; also for a call that still lasts. Pure: the translation is passed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traydial.core.call import CallState
from traydial.core.marks import QT_TRANSLATE_NOOP
from traydial.ui import messages
from traydial.ui.error_words import ERRORS

if TYPE_CHECKING:
    from traydial.services.history import HistoryEntry
    from traydial.ui.messages import Translate

CONTEXT = "history"
OUTCOMES = {
    CallState.REQUESTED: QT_TRANSLATE_NOOP("history", "Asking the PBX…"),
    CallState.ACCEPTED: QT_TRANSLATE_NOOP("history", "Placed"),
    CallState.RINGING_AGENT: QT_TRANSLATE_NOOP("history", "Your phone rings"),
    CallState.RINGING_CALLEE: QT_TRANSLATE_NOOP("history", "Ringing"),
    CallState.CONNECTED: QT_TRANSLATE_NOOP("history", "In call"),
    CallState.ENDED: QT_TRANSLATE_NOOP("history", "Ended"),
    CallState.REFUSED: QT_TRANSLATE_NOOP("history", "Not connected"),
    CallState.CANCELLED: QT_TRANSLATE_NOOP("history", "Taken back"),
    CallState.UNKNOWN: QT_TRANSLATE_NOOP("history", "Outcome unknown"),
}
LASTING = (CallState.REQUESTED, CallState.RINGING_AGENT, CallState.RINGING_CALLEE, CallState.CONNECTED)
ANSWERED = QT_TRANSLATE_NOOP("history", "Answered")
ANSWERED_UNENDED = QT_TRANSLATE_NOOP("history", "Answered, its end is unknown")
RECORDED = QT_TRANSLATE_NOOP("history", "recorded")
CONSENT = QT_TRANSLATE_NOOP("history", "Recording agreed to: {when}")
NO_CONSENT = QT_TRANSLATE_NOOP("history", "Recording declined: {when}")


def outcome(entry: HistoryEntry, translate: Translate) -> str:
    """Return what came of a call, in our words; in the PBX's own too where it says why nobody answered."""
    recorded = translate(CONTEXT, RECORDED) if entry.recorded and entry.state not in LASTING else ""
    own_words = messages.readable(entry.answer) if entry.state is CallState.ENDED and not entry.answered else ""
    parts = (state(entry, translate), own_words, recorded)
    return " · ".join(filter(None, parts))


def consent(entry: HistoryEntry, when: str, translate: Translate) -> str:
    """Return what was answered, `when`, to being recorded; empty when nobody was asked."""
    if entry.recording_consent is None:
        return ""
    return translate(CONTEXT, CONSENT if entry.recording_consent else NO_CONSENT).format(when=when)


def state(entry: HistoryEntry, translate: Translate) -> str:
    """Return how far a call came."""
    if entry.answered and entry.state is CallState.ENDED:
        return translate(CONTEXT, ANSWERED)
    if entry.answered and entry.state is CallState.UNKNOWN:
        return translate(CONTEXT, ANSWERED_UNENDED)
    why = ERRORS.get(entry.code)
    if why is not None and entry.state is CallState.REFUSED:
        return translate(messages.CONTEXT, why.title)
    return translate(CONTEXT, OUTCOMES[entry.state])
