"""One extension at TEL4VN: dials, and follows its calls."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from traydial.adapters.tel4vn.client import Client, rows_of, words
from traydial.adapters.tel4vn.watch import AGENTS, CallWatch
from traydial.core.adapter import AccountInfo, AccountSettings, CancelToken, Context, DialOrder
from traydial.core.call import CallRef, CallUpdate
from traydial.core.errors import (
    AppError,
    Cancelled,
    DeviceUnavailable,
    NotAllowed,
    RefusedByPbx,
    UnexpectedReply,
)
from traydial.wire.decode import decode
from traydial.wire.http import Reply, unclear

SYNC = "/v1/click2call"
ASYNC = "/v1/click2call/async"
RING_S = 120.0  # how long the synchronous form may block: until the user's phone is picked up or stops ringing
DEVICE_CODES = {"USER_BUSY": "device_busy", "USER_NOT_REGISTERED": "device_not_registered"}


class Adapter:
    """One extension. Every method may run at the same time as another."""

    def __init__(self, settings: AccountSettings, ctx: Context) -> None:
        self._settings = settings
        self._access = Client(settings, ctx)

    def warm(self) -> None:
        self._access.warm()

    def check(self) -> AccountInfo:
        """Check the account: fetch a token where there is a key, then test it with a request that changes nothing.

        The list of agents is not documented to be complete, so an extension that it lacks is no error. A token that may
        not ask about agents is good where a key was good for it.
        """
        reply = self._access.get(AGENTS)
        if reply.status in (403, 404):
            return AccountInfo(verified=self._access.has_key)
        mine = next((row for row in rows_of(reply) if row.get("extension") == self._settings.text("extension")), {})
        facts = {key: words(mine[key]) for key in ("username", "user_agent", "call_state") if mine.get(key)}
        return AccountInfo(summary=facts.get("user_agent", ""), facts=facts)

    def dial(self, order: DialOrder) -> CallRef:
        """Ring the extension, then the number. `sync` blocks until the phone is picked up; cancelling interrupts it."""
        waits = self._settings.text("mode") == "sync"
        reply = self._access.get(
            SYNC if waits else ASYNC,
            self._parameters(order),
            cancel=order.cancel,
            timeout_s=RING_S if waits else None,
            places_call=True,
        )
        try:
            answer = decode(reply, dict[str, object])
        except UnexpectedReply as error:
            reply.raise_for_status(places_call=True)
            raise unclear(error, places_call=True) from error
        data = answer.get("data")
        early = data.get("message") if isinstance(data, dict) else None
        if answer.get("status") != "success" and early != "success":
            raise _refusal(reply, answer)
        call_id = answer.get("call_id")
        return CallRef(call_id=words(call_id) if call_id else None, answer="success", details={"number": order.number})

    def watch(self, call: CallRef, cancel: CancelToken) -> Iterator[CallUpdate]:
        """Ask for the agent's state, else for the live calls, until the call is in neither; then for its record."""
        with suppress(Cancelled):
            yield from CallWatch(self._access, self._settings.text("extension"), call, cancel).update()

    def close(self) -> None:
        self._access.close()

    def _parameters(self, order: DialOrder) -> dict[str, str]:
        optional = {
            key: self._settings.text(key)
            for key in ("src_cid_name", "src_cid_number", "dest_cid_name", "dest_cid_number")
        }
        optional["auto_answer"] = "true" if self._settings.flag("auto_answer") else ""
        optional["hotline"] = order.caller_id or self._settings.text("hotline")
        return {"ext": self._settings.text("extension"), "phone": order.number} | {
            key: value for key, value in optional.items() if value
        }


def _refusal(reply: Reply, answer: dict[str, object]) -> AppError:
    """Return the error for an unsuccessful answer. Only a clear refusal is one; the rest may have dialled."""
    code, message = words(answer.get("error")), words(answer.get("message"))
    if code in DEVICE_CODES:
        return DeviceUnavailable(DEVICE_CODES[code], reason=message or code)
    if reply.status == 403:
        return NotAllowed(reason=message or code)
    if answer.get("status") == "fail" or (code and reply.status < 500 and reply.status not in (404, 429)):
        return RefusedByPbx(reason=message or code or "fail")
    try:
        reply.raise_for_status(places_call=True)
    except AppError as error:
        return error
    return unclear(UnexpectedReply(status=reply.status), places_call=True)
