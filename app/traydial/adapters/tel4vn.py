"""TEL4VN ("Pitel" PBX, Vietnam): click2call over HTTPS with a Bearer token.

Sources: seed "Click-to-call" (TEL4VN API documentation, 2021) for both dial forms, their parameters and error codes;
github phamhieptel4vn/api-docs (2023) for tokens, live calls, agents and call data records. The documents do not say
which HTTP status goes with a failure, so the body decides.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from traydial.core.adapter import (
    AccountInfo,
    AdapterSpec,
    CancelToken,
    Capability,
    Context,
    DialOrder,
    Field,
    Kind,
    NumberForm,
    NumberRules,
    Secret,
    Settings,
)
from traydial.core.call import CallNews, CallRef, CallState
from traydial.core.errors import (
    AppError,
    Cancelled,
    ConfigError,
    CredentialsRejected,
    DeviceUnavailable,
    NotAllowed,
    RefusedByPbx,
    UnexpectedReply,
)
from traydial.core.marks import QT_TRANSLATE_NOOP
from traydial.wire.decode import decode, plain
from traydial.wire.http import HttpSession, Reply, unclear
from traydial.wire.pace import Pace

SYNC = "/v1/click2call"
ASYNC = "/v1/click2call/async"
TOKEN_PATHS = ("/v1/auth/token", "/v3/auth/token")  # the second is the call-centre edition's
AGENTS = "/v1/monitor/agent"
CALLS = "/v1/call"
RECORDS = "/v1/cdr/"
# The agent is on the call as soon as the own phone is picked up; when the other end answers is not told.
AGENT_STATES = {"RINGING": CallState.RINGING_AGENT, "ONCALL": CallState.CONNECTED}
ENDED_AFTER = 2  # how often a call has to be missing from everything before it counts as ended
UNSEEN_AFTER = 8  # and before nothing more is expected: with the usual waits, within a minute
RING_S = 120.0  # how long the synchronous form may block: until the user's phone is picked up or gives up
RENEW_BEFORE = timedelta(minutes=5)
DEVICE_CODES = {"USER_BUSY": "device_busy", "USER_NOT_REGISTERED": "device_not_registered"}

_RECORDS_BY_ITSELF = QT_TRANSLATE_NOOP(
    "tel4vn", "TEL4VN decides by itself which calls it records, and lets no program start or stop that."
)

SPEC = AdapterSpec(
    id="tel4vn",
    name="TEL4VN",
    capabilities=Capability.DIAL | Capability.LIVE_STATE,
    absent={
        Capability.HANG_UP: QT_TRANSLATE_NOOP(
            "tel4vn", "TEL4VN lets no program end a call: please hang up on your phone."
        ),
        Capability.RECORD_AT_DIAL: _RECORDS_BY_ITSELF,
        Capability.RECORD_DURING_CALL: _RECORDS_BY_ITSELF,
        Capability.TAG: QT_TRANSLATE_NOOP("tel4vn", "TEL4VN keeps no tag with a call."),
        Capability.REFERENCE: QT_TRANSLATE_NOOP("tel4vn", "TEL4VN keeps no reference of yours with a call."),
    },
    fields=(
        Field(
            key="server",
            kind=Kind.URL,
            label=QT_TRANSLATE_NOOP("tel4vn", "Server"),
            help=QT_TRANSLATE_NOOP("tel4vn", "The API host that TEL4VN gave you, e.g. https://pbx.example.vn"),
            required=True,
        ),
        Field(
            key="extension",
            label=QT_TRANSLATE_NOOP("tel4vn", "Extension"),
            help=QT_TRANSLATE_NOOP("tel4vn", "Your own phone's number in the PBX: it rings first."),
            required=True,
            pattern=r"[0-9]{1,15}",
            hint=QT_TRANSLATE_NOOP("tel4vn", "digits only, e.g. 101"),
        ),
        Field(
            key="api_key",
            kind=Kind.SECRET,
            label=QT_TRANSLATE_NOOP("tel4vn", "API key"),
            help=QT_TRANSLATE_NOOP("tel4vn", "From TEL4VN. Traydial fetches tokens with it and renews them in time."),
        ),
        Field(
            key="token",
            kind=Kind.SECRET,
            label=QT_TRANSLATE_NOOP("tel4vn", "Token"),
            help=QT_TRANSLATE_NOOP("tel4vn", "Only where you have no API key: a token that TEL4VN gave you."),
        ),
        Field(
            key="mode",
            kind=Kind.CHOICE,
            choices=("async", "sync"),
            default="async",
            label=QT_TRANSLATE_NOOP("tel4vn", "Answer"),
            help=QT_TRANSLATE_NOOP(
                "tel4vn", "async: the PBX answers at once. sync: it answers when your phone is picked up."
            ),
            advanced=True,
        ),
        Field(
            key="src_cid_name",
            label=QT_TRANSLATE_NOOP("tel4vn", "Name on your phone"),
            help=QT_TRANSLATE_NOOP("tel4vn", "What your phone shows while it rings; empty: Click2Call."),
            advanced=True,
        ),
        Field(
            key="src_cid_number",
            label=QT_TRANSLATE_NOOP("tel4vn", "Number on your phone"),
            help=QT_TRANSLATE_NOOP("tel4vn", "What your phone shows while it rings; empty: your extension."),
            advanced=True,
        ),
        Field(
            key="dest_cid_name",
            label=QT_TRANSLATE_NOOP("tel4vn", "Name in the SIP message"),
            help=QT_TRANSLATE_NOOP("tel4vn", "Sent with the call to the number that you dial."),
            advanced=True,
        ),
        Field(
            key="dest_cid_number",
            label=QT_TRANSLATE_NOOP("tel4vn", "Number in the SIP message"),
            help=QT_TRANSLATE_NOOP("tel4vn", "Sent with the call to the number that you dial."),
            advanced=True,
        ),
        Field(
            key="auto_answer",
            kind=Kind.BOOL,
            default=False,
            label=QT_TRANSLATE_NOOP("tel4vn", "Your phone answers by itself"),
            help=QT_TRANSLATE_NOOP("tel4vn", "Where the phone can do so; else it rings first."),
        ),
        Field(
            key="hotline",
            label=QT_TRANSLATE_NOOP("tel4vn", "Hotline"),
            help=QT_TRANSLATE_NOOP("tel4vn", "The number to call out with. TEL4VN has to set it up for you first."),
            pattern=r"\+?[0-9]{3,15}",
            hint=QT_TRANSLATE_NOOP("tel4vn", "digits only, e.g. 02873001234"),
        ),
    ),
    number_rules=NumberRules(
        forms=(NumberForm.NATIONAL, NumberForm.DOUBLE_ZERO, NumberForm.AS_TYPED),
        accepts=(r"[0-9]{2,17}",),
        examples=("0899098899", "19001234", "0027820001234"),
        home_region="VN",
    ),
    docs="docs/adapters/tel4vn.md",
    tested=("API documents of 2021-11 and of 2023, simulated",),
)


class Adapter:
    """One extension. A token is fetched when first needed; every method may run at the same time as another."""

    def __init__(self, settings: Settings, ctx: Context) -> None:
        self._settings = settings
        self._ctx = ctx
        self._http = HttpSession(settings.text("server"), ca_file=settings.ca_file)
        self._api_key = settings.secret("api_key")
        self._lock = threading.Lock()  # guards the two below, and lets one thread at a time fetch
        self._token = settings.secret("token")
        self._renew_at: datetime | None = None
        if self._api_key is None and self._token is None:
            raise ConfigError("setting_missing", field="api_key")

    def warm(self) -> None:
        self._current_token(CancelToken())
        self._http.warm()

    def check(self) -> AccountInfo:
        """Fetch a token where there is a key, then let the PBX judge the token by a question that changes nothing.

        The list of agents is not documented to be complete, so an extension that it lacks is no error.
        """
        reply = self._authorized(AGENTS, {}, CancelToken())
        if reply.status in (403, 404) and self._api_key is None:
            return AccountInfo(verified=False)
        if reply.status in (403, 404):
            return AccountInfo()  # the key was good for a token; this token may not ask about agents
        reply.raise_for_status()
        agents = _listed(decode(reply, dict[str, object]).get("data"))
        mine = next((agent for agent in agents if agent.get("extension") == self._settings.text("extension")), {})
        facts = {key: _words(mine[key]) for key in ("username", "user_agent", "call_state") if mine.get(key)}
        return AccountInfo(summary=facts.get("user_agent", ""), facts=facts)

    def dial(self, order: DialOrder) -> CallRef:
        """Ring the extension, then the number. `sync` blocks until the phone is picked up; cancelling interrupts it."""
        path = SYNC if self._settings.text("mode") == "sync" else ASYNC
        reply = self._authorized(path, self._parameters(order), order.cancel, places_call=True)
        try:
            answer = decode(reply, dict[str, object])
        except UnexpectedReply as error:
            reply.raise_for_status(places_call=True)
            raise unclear(error, places_call=True) from error
        data = answer.get("data")
        early = data.get("message") if isinstance(data, dict) else None
        if answer.get("status") == "success" or early == "success":
            call_id = answer.get("call_id")
            details = {"number": order.number}
            return CallRef(call_id=_words(call_id) if call_id else None, answer="success", details=details)
        raise self._refusal(reply, answer)

    def watch(self, call: CallRef, cancel: CancelToken) -> Iterator[CallNews]:
        """Ask for the agent's state, else for the live calls, until the call is in neither; then for its record."""
        with suppress(Cancelled):
            yield from self._news(call, cancel)

    def _news(self, call: CallRef, cancel: CancelToken) -> Iterator[CallNews]:
        pace = Pace(cancel)
        seen = False
        missing = 0
        told: CallState | None = None
        while missing < UNSEEN_AFTER:
            try:
                row = self._live(call, cancel)
                record = None if row or call.call_id is None else self._record(call.call_id, cancel)
            except AppError as error:
                if error.code == "page_not_found":  # an edition without the question
                    return
                pace.recover(error)
                continue
            if record is not None:
                yield record
                return
            if row is None:
                missing += 1
                if seen and missing == ENDED_AFTER:
                    yield CallNews(state=CallState.ENDED)  # the record may come later
                if seen and missing <= ENDED_AFTER:
                    pace.reset()
            else:
                missing = 0
                if call.call_id is None and row.get("call_id"):
                    call = replace(call, call_id=_words(row["call_id"]))
                    yield CallNews(ref=call)
                state = AGENT_STATES.get(_words(row.get("call_state")))
                if not seen or state not in (None, told):
                    pace.reset()
                if state not in (None, told):
                    yield CallNews(state=state)
                seen, told = True, state or told
            pace.wait()

    def _live(self, call: CallRef, cancel: CancelToken) -> dict[str, object] | None:
        """Return the agent's row when it is about this call, else the call's own row, which has no `call_state`."""
        extension = self._settings.text("extension")

        def is_ours(row: dict[str, object]) -> bool:
            if call.call_id is not None:
                return row.get("call_id") == call.call_id
            mine = extension in (row.get("extension"), row.get("source"))
            return mine and row.get("destination") == call.details.get("number")

        agents = self._authorized(AGENTS, {}, cancel)
        if agents.status not in (403, 404):  # a token may lack this right and have the other
            agents.raise_for_status()
            for row in filter(is_ours, _listed(decode(agents, dict[str, object]).get("data"))):
                return row
        calls = self._authorized(CALLS, {}, cancel)
        calls.raise_for_status()
        return next(filter(is_ours, _listed(decode(calls, dict[str, object]).get("data"))), None)

    def _record(self, call_id: str, cancel: CancelToken) -> CallNews | None:
        """Return what the call data record tells, or None while there is none."""
        reply = self._authorized(RECORDS + quote(call_id, safe=""), {}, cancel)
        if reply.status in (400, 404):
            return None
        reply.raise_for_status()
        answer = decode(reply, dict[str, object])
        data = answer.get("data")
        record = data if isinstance(data, dict) else answer
        outcome = _words(record.get("status")) or _words(record.get("cause"))
        if not outcome:
            return None
        seconds, url = _words(record.get("billsec")), plain(record.get("recording_url") or "", 2000)
        return CallNews(
            state=CallState.ENDED,
            answer=outcome,
            duration_s=int(seconds) if seconds.isdecimal() else None,
            recording_url=url if url.startswith(("https://", "http://")) else "",
        )

    def close(self) -> None:
        self._http.close()

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

    def _authorized(self, path: str, query: dict[str, str], cancel: CancelToken, *, places_call: bool = False) -> Reply:
        """GET with the token; on 401 once more with a fresh one: a 401 says plainly that nothing was done."""

        def send(token: Secret) -> Reply:
            return self._http.request(
                "GET",
                path,
                query=query or None,
                headers={"Authorization": f"Bearer {token.reveal()}"},
                timeout_s=RING_S if path == SYNC else None,
                cancel=cancel,
                places_call=places_call,
            )

        token = self._current_token(cancel)
        reply = send(token)
        if reply.status == 401 and self._api_key is not None:
            reply = send(self._current_token(cancel, instead_of=token))
        if reply.status == 401:
            raise CredentialsRejected("token_rejected", field="token" if self._api_key is None else "api_key")
        return reply

    def _current_token(self, cancel: CancelToken, *, instead_of: Secret | None = None) -> Secret:
        """Return a token that is not about to end and is not `instead_of`, fetching one where needed."""
        with self._lock:
            ending = self._renew_at is not None and self._ctx.now() >= self._renew_at
            if self._token is None or (self._api_key is not None and (ending or self._token == instead_of)):
                self._token, self._renew_at = self._fetch_token(cancel)
            return self._token

    def _fetch_token(self, cancel: CancelToken) -> tuple[Secret, datetime | None]:
        """Exchange the API key for a token, and say when to renew it.

        Known answers: {"data": {"token", "expired": unix seconds}} and {"token", "expired_in": seconds}.
        """
        key = self._api_key.reveal() if self._api_key else ""
        for path in TOKEN_PATHS:
            reply = self._http.request("POST", path, json={"api_key": key}, cancel=cancel)
            if reply.status != 404:
                break
        reply.raise_for_status(credential="api_key")
        answer = decode(reply, dict[str, object])
        data = answer.get("data")
        inner = data if isinstance(data, dict) else answer
        token = inner.get("token")
        if isinstance(token, dict):
            inner, token = token, token.get("token")
        if not isinstance(token, str) or not token:
            raise UnexpectedReply(status=reply.status)
        return self._ctx.conceal(token), self._renewal(inner)

    def _renewal(self, answer: dict[str, object]) -> datetime | None:
        now = self._ctx.now()
        expired, expired_in = answer.get("expired"), answer.get("expired_in")
        try:
            if isinstance(expired, int | float):
                end = datetime.fromtimestamp(expired, UTC)
            elif isinstance(expired_in, int | float):
                end = now + timedelta(seconds=expired_in)
            else:
                return None
        except (ValueError, OverflowError, OSError):  # no time: the PBX will say 401 when it is over
            return None
        return end - min(RENEW_BEFORE, (end - now) / 10)

    def _refusal(self, reply: Reply, answer: dict[str, object]) -> AppError:
        """What a body means that is no success. Only a plain no is a refusal; the rest may have dialled."""
        code, message = _words(answer.get("error")), _words(answer.get("message"))
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


def _listed(value: object) -> list[dict[str, object]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _words(value: object) -> str:
    """The PBX's own words, where it has any."""
    return plain(value) if isinstance(value, str | int) else ""
