"""Follows a call by the agent's state and the live calls, and at its end by the call data record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from traydial.adapters.tel4vn.client import Client, rows_of, words
from traydial.core.adapter import CancelToken
from traydial.core.call import CallRef, CallState, CallUpdate
from traydial.core.errors import AppError
from traydial.wire.decode import decode, plain
from traydial.wire.http import Reply
from traydial.wire.pace import Pace

AGENTS = "/v1/monitor/agent"
CALLS = "/v1/call"
RECORDS = "/v1/cdr/"
# The agent is on the call as soon as the user's phone is picked up; when the other end answers is not reported.
STATES = {"RINGING": CallState.RINGING_AGENT, "ONCALL": CallState.CONNECTED}
ENDED_AFTER = 2  # how often a call has to be missing from everything before it counts as ended
UNSEEN_AFTER = 8  # and before nothing more is expected: with the usual waits, within a minute


class CallWatch:
    """One call of one extension, followed by one thread."""

    def __init__(self, access: Client, extension: str, call: CallRef, cancel: CancelToken) -> None:
        self._access = access
        self._extension = extension
        self._call = call
        self._cancel = cancel
        self._pace = Pace(cancel)
        self._seen = False
        self._reported: CallState | None = None

    def update(self) -> Iterator[CallUpdate]:
        """Ask until the call has ended and its record is there, or is not expected any more. Raises AppError."""
        missing = 0
        while missing < UNSEEN_AFTER:
            try:
                row = self._row()
                record = None if row else self._record()
            except AppError as error:
                if error.code == "page_not_found":  # an edition without the question
                    return
                self._pace.recover(error)
                continue
            if record is not None:
                yield record
                return
            if row is not None:
                missing = 0
                yield from self._news_in(row)
            else:
                missing += 1
                if self._seen and missing <= ENDED_AFTER:
                    self._pace.reset()
                if self._seen and missing == ENDED_AFTER:
                    yield CallUpdate(state=CallState.ENDED)  # the record may come later
            self._pace.wait()

    def _news_in(self, row: dict[str, object]) -> Iterator[CallUpdate]:
        call_id, state = words(row.get("call_id")), STATES.get(words(row.get("call_state")))
        if self._call.call_id is None and call_id:
            self._call = replace(self._call, call_id=call_id)
            yield CallUpdate(ref=self._call)
        if state not in (None, self._reported):
            self._reported = state
            self._pace.reset()
            yield CallUpdate(state=state)
        self._seen = True

    def _row(self) -> dict[str, object] | None:
        """Return the agent's row when it is about this call, else the call's own row, which has no `call_state`."""
        agents = self._access.get(AGENTS, cancel=self._cancel)
        if agents.status not in (403, 404):  # a token may lack this right and have the other
            for row in filter(self._is_ours, rows_of(agents)):
                return row
        calls = self._access.get(CALLS, cancel=self._cancel)
        return next(filter(self._is_ours, rows_of(calls)), None)

    def _is_ours(self, row: dict[str, object]) -> bool:
        if self._call.call_id is not None:
            return row.get("call_id") == self._call.call_id
        mine = self._extension in (row.get("extension"), row.get("source"))
        return mine and row.get("destination") == self._call.details.get("number")

    def _record(self) -> CallUpdate | None:
        if self._call.call_id is None:
            return None
        reply = self._access.get(RECORDS + quote(self._call.call_id, safe=""), cancel=self._cancel)
        return None if reply.status in (400, 403, 404) else _ending(reply)


def _ending(reply: Reply) -> CallUpdate | None:
    """Return the outcome in a call data record, or None when it has none yet."""
    reply.raise_for_status()
    answer = decode(reply, dict[str, object])
    data = answer.get("data")
    record = data if isinstance(data, dict) else answer
    outcome = words(record.get("status")) or words(record.get("cause"))
    if not outcome:
        return None
    seconds, url = words(record.get("billsec")), plain(record.get("recording_url") or "", limit=2000)
    return CallUpdate(
        state=CallState.ENDED,
        answer=outcome,
        duration_s=int(seconds) if seconds.isdecimal() else None,
        recording_url=url if url.startswith(("https://", "http://")) else "",
    )
