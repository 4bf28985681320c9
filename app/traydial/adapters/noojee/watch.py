"""Finds the dialled call among an extension's calls, and translates its status."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from traydial.core.call import CallRef, CallState

# The wiki names the statuses without explaining them: the user's own phone rings first, then the call goes out.
STATES = {
    "Ringing": CallState.RINGING_AGENT,
    "Dialing Out": CallState.RINGING_CALLEE,
    "Connected": CallState.CONNECTED,
    "Hungup": CallState.ENDED,
}

_NUMBERS = ("callerId", "otherPartyCallerId", "connectedCallerIdNum", "outboundDestination")
_SUBSCRIBER = 8  # digits at the end of a number that are the same in its national and international form

Event = Mapping[str, object]


def calls_of(extension: str, data: object) -> list[Event]:
    """Return the calls in a reply to subscribe, oldest first."""
    events = data.get(extension) if isinstance(data, dict) else None
    calls = [event.get("CallData") for event in events or () if isinstance(event, dict)]
    return sorted((call for call in calls if isinstance(call, dict)), key=lambda c: str(c.get("callStartTime")))


def lasting(calls: Sequence[Event]) -> list[Event]:
    return [call for call in calls if STATES.get(str(call.get("status"))) is not CallState.ENDED]


def own_call(calls: Sequence[Event], ref: CallRef) -> Event | None:
    """Return the call that `ref` stands for: by its unique id, or else the newest lasting one to its number.

    Failing that, it is the only one that may be it: clicked, or dialled to a number that the PBX does not report.
    """
    unique_id = ref.details.get("unique_id")
    if unique_id is not None:
        return next((call for call in calls if str(call.get("uniqueCallId")) == unique_id), None)
    number = ref.details.get("number", "")
    dialled = [call for call in lasting(calls) if call.get("isClickToDialCall") or not call.get("inbound")]
    same = [call for call in dialled if any(_is_same(number, call.get(key)) for key in _NUMBERS)]
    possible = [call for call in dialled if not _goes_elsewhere(call)]
    if same:
        return same[-1]
    return possible[0] if len(possible) == 1 else None


def _goes_elsewhere(call: Event) -> bool:
    """Whether a call whose numbers are all different is another one. A clicked call may show the own caller ID."""
    telling = ("outboundDestination",) if call.get("isClickToDialCall") else _NUMBERS
    return any(len(_digits(call.get(key))) > 1 for key in telling)


def _is_same(number: str, other: object) -> bool:
    mine, theirs = _digits(number), _digits(other)
    if min(len(mine), len(theirs)) < _SUBSCRIBER:
        return bool(mine) and mine == theirs
    return mine[-_SUBSCRIBER:] == theirs[-_SUBSCRIBER:]


def _digits(value: object) -> str:
    return re.sub(r"[^0-9*#]", "", value) if isinstance(value, str) else ""
