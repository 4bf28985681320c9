"""One extension at Noojee Contact: dials, hangs up, records, and follows its own call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from traydial.adapters.noojee.client import Client
from traydial.adapters.noojee.spec import AUTO_ANSWER
from traydial.adapters.noojee.watch import STATES, Event, calls_of, lasting, own_call
from traydial.core.adapter import AccountInfo, AccountSettings, CancelToken, Context, DialOrder
from traydial.core.call import CallRef, CallState, CallUpdate
from traydial.core.errors import AppError, CallGone, Cancelled, NotAllowed, RefusedByPbx, UnexpectedReply
from traydial.wire import template
from traydial.wire.pace import Pace

DEFAULT_TECH = "SIP"
IN_TAGS = "A-Za-z0-9._+-"  # what a template fills into a tag: no characters that a search or a web page could interpret
POLL_S = 30  # how long the PBX may keep a question open until something happens
GAP_S = 1.0  # between two questions, where nothing had happened
UNSEEN_AFTER = 4  # answers without the call, until nothing about it is expected any more


class Adapter:
    """One extension. It keeps no state between requests, so any thread may call any method."""

    def __init__(self, settings: AccountSettings, ctx: Context) -> None:
        self._settings = settings
        self._ctx = ctx
        self._interface = Client(settings, ctx)
        tech, _, self._extension = settings.text("extension").rpartition("/")
        self._channel = f"{tech or DEFAULT_TECH}/{self._extension}"

    def warm(self) -> None:
        self._interface.warm()

    def check(self) -> AccountInfo:
        """Check that the PBX works and that the key may dial: the system's health, then this extension's calls.

        A PBX that is too old for the second question is reported as not verified.
        """
        healthy = self._interface.is_well()
        try:
            self._calls()
        except UnexpectedReply as error:
            if error.code != "page_not_found" or not healthy:
                raise
            return AccountInfo(verified=False)
        return AccountInfo()

    def dial(self, order: DialOrder) -> CallRef:
        """Ring the extension, then the number. The PBX queues the call and answers at once."""
        settings = self._settings
        auto_answer = settings.text("auto_answer")
        optional = {
            "autoAnswer": AUTO_ANSWER.get(auto_answer.lower(), auto_answer),
            "callerId": order.caller_id or settings.text("caller_id"),
            "phoneCaption": settings.text("phone_caption"),
            "monitored": "yes" if settings.flag("monitored") else "",
            "record": "true" if order.record else "",
            "tag": self._tag(order.tag, order.number) if order.record else "",
        }
        fields = {"number": order.number, "extenOrUniqueId": self._channel} | _set(optional)
        answer = self._interface.post("dial", fields, cancel=order.cancel, places_call=True)
        return CallRef(
            call_id=answer.session or None,
            recording=order.record,
            answer=answer.message,
            details={"number": order.number},
        )

    def hang_up(self, call: CallRef) -> None:
        self._interface.post("hangup", {"extenOrUniqueId": self._target(self._located(call))}, of_call=True)

    def start_recording(self, call: CallRef, *, tag: str = "") -> CallRef:
        call = self._located(call)
        target = {"extenOrUniqueId": self._target(call)}
        tag = self._tag(tag, call.details.get("number", ""))
        self._interface.post("start", target | _set({"tag": tag}), lenient=True, of_call=True)
        return replace(call, recording=True)

    def stop_recording(self, call: CallRef) -> CallRef:
        call = self._located(call)
        self._interface.post("stop", {"extenOrUniqueId": self._target(call)}, lenient=True, of_call=True)
        return replace(call, recording=False)

    def watch(self, call: CallRef, cancel: CancelToken) -> Iterator[CallUpdate]:
        """Follow a monitored call by long polling, and learn its unique id. An unmonitored one is not reported."""
        if self._settings.flag("monitored"):
            with suppress(Cancelled):
                yield from self._timed(self._news(call, cancel))

    def close(self) -> None:
        self._interface.close()

    def _tag(self, own: str, number: str) -> str:
        """Return the tag of a recording: the call's own, or else the account's."""
        return template.expand(own or self._settings.text("tag"), self._ctx, number, legal=IN_TAGS)

    def _timed(self, update: Iterator[CallUpdate]) -> Iterator[CallUpdate]:
        """Add the duration of the conversation to its end: Noojee reports when it began and ended, but no duration."""
        connected_at: datetime | None = None
        for told in update:
            if told.state is CallState.CONNECTED:
                connected_at = self._ctx.now()
            elif told.state is CallState.ENDED and connected_at is not None:
                told = replace(told, duration_s=round((self._ctx.now() - connected_at).total_seconds()))  # noqa: PLW2901
            yield told

    def _news(self, call: CallRef, cancel: CancelToken) -> Iterator[CallUpdate]:
        """A long poll's reply may leave out what did not change: only a new query shows that the call has ended."""
        pace = Pace(cancel)
        seen, unseen, sequence = False, 0, 0
        told: CallState | None = None
        while unseen < UNSEEN_AFTER:
            since = sequence
            try:
                calls, sequence = self._calls(since, cancel)
            except AppError as error:
                if error.code == "page_not_found":  # a PBX that is too old for the question
                    return
                pace.recover(error)
                sequence = 0
                continue
            pace.reset()
            event = own_call(calls, call)
            if event is None:
                if seen and not since:
                    yield CallUpdate(state=CallState.ENDED)
                    return
                unseen += not seen
                sequence = 0 if seen else sequence
                cancel.wait(GAP_S)
                continue
            found, state = _with_unique_id(call, event), STATES.get(str(event.get("status")))
            if found is call and state in (None, told):
                cancel.wait(GAP_S)
                continue
            yield CallUpdate(state=state, ref=found if found is not call else None)
            if state is CallState.ENDED:
                return
            call, seen, told = found, True, state or told

    def _located(self, call: CallRef) -> CallRef:
        """Return `call` with its unique id where the PBX reports it, which it does for monitored calls only.

        Without one the bare extension is all there is, and it may mean another call of the same phone. Raises
        CallGone when the PBX knows calls of the extension, but none that was dialled.
        """
        if "unique_id" in call.details or not self._settings.flag("monitored"):
            return call
        try:
            calls, _ = self._calls()
        except (RefusedByPbx, NotAllowed, UnexpectedReply):  # a key without the right to look, or no such question
            return call
        event = own_call(calls, call)
        if event is None and lasting(calls):
            raise CallGone()
        return call if event is None else _with_unique_id(call, event)

    def _target(self, call: CallRef) -> str:
        return call.details.get("unique_id", self._extension)

    def _calls(self, since: int = 0, cancel: CancelToken | None = None) -> tuple[list[Event], int]:
        """Return this extension's calls and the number of the latest event, which `since` waits to be exceeded."""
        wait_s = POLL_S if since else 0
        question = {"exten": self._extension, "lastSequenceNumber": str(since), "timeOut": str(wait_s)}
        answer = self._interface.post("subscribe", question, cancel=cancel, wait_s=wait_s)
        return calls_of(self._extension, answer.data), answer.sequence


def _with_unique_id(call: CallRef, event: Event) -> CallRef:
    unique_id = event.get("uniqueCallId")
    if not unique_id or "unique_id" in call.details:
        return call
    return replace(call, details={**call.details, "unique_id": str(unique_id)})


def _set(fields: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in fields.items() if value}
