"""Noojee Contact (Australia): the CallManagementAPI over HTTPS, with an API key.

Sources: seed "02.0 Dial"; the Noojee wiki (noojee.atlassian.net): API, Authentication, Hangup, Subscribe, Start and
Stop Recording; github noojee/noojeecontact.api (the vendor's own client) for the auto-answer texts and the health test.
`Code` is 0 for success, negative for an error, positive for a notice. The key travels in the query of some requests,
so no address is ever logged or put into an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

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
    Settings,
)
from traydial.core.call import CallRef
from traydial.core.errors import (
    AppError,
    CredentialsRejected,
    NotAllowed,
    RefusedByPbx,
    SecretStoreError,
    UnexpectedReply,
    Unsupported,
)
from traydial.core.marks import QT_TRANSLATE_NOOP
from traydial.wire.decode import decode, plain
from traydial.wire.http import HttpSession, Reply, unclear

API = "/servicemanager/rest/CallManagementAPI/"
HEALTH = "/servicemanager/rest/systemHealth/test"
DEFAULT_TECH = "SIP"

_LINKSYS_STYLE = r"Call-Info:\\; answer-after=0"  # with both backslashes, as in the vendor's client
AUTO_ANSWER = {
    "yealink": "Call-info:answer-after=0",
    "polycom": "Alert-Info: Ring Answer",
    "grandstream": _LINKSYS_STYLE,
    "snom": _LINKSYS_STYLE,
    "aastra": _LINKSYS_STYLE,
    "linksys": _LINKSYS_STYLE,
}

# The vendor documents no words for errors. These tell a request that was not read from one that was refused.
_MISSING = re.compile(
    r"missing|required|mandatory|\bnull\b|\bempty\b|not (?:been )?(?:present|supplied|provided|specified|given|set)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"white.?list|allow.?list|\bip\b", re.IGNORECASE)
_KEY = re.compile(r"api.?key|authenticat|unauthori[sz]ed|expired timestamp", re.IGNORECASE)

SPEC = AdapterSpec(
    id="noojee",
    name="Noojee Contact",
    capabilities=(
        Capability.DIAL
        | Capability.HANG_UP
        | Capability.RECORD_AT_DIAL
        | Capability.RECORD_DURING_CALL
        | Capability.TAG
    ),
    absent={
        Capability.REFERENCE: QT_TRANSLATE_NOOP(
            "noojee", "Noojee keeps no reference of yours with a call; a recording can have a tag."
        ),
    },
    fields=(
        Field(
            key="server",
            kind=Kind.URL,
            label=QT_TRANSLATE_NOOP("noojee", "Server"),
            help=QT_TRANSLATE_NOOP(
                "noojee",
                "The address of Noojee Contact, e.g. https://pbx.example.com.au."
                " Noojee Support must have allowed your IP address.",
            ),
            required=True,
        ),
        Field(
            key="extension",
            label=QT_TRANSLATE_NOOP("noojee", "Extension"),
            help=QT_TRANSLATE_NOOP("noojee", "Your own phone: it rings first. Without a technology, SIP/ is added."),
            required=True,
            pattern=r"(?:[A-Za-z0-9]+/)?[A-Za-z0-9._-]{1,40}",
            hint=QT_TRANSLATE_NOOP("noojee", "e.g. 101, SIP/101 or PJSIP/101"),
        ),
        Field(
            key="api_key",
            kind=Kind.SECRET,
            label=QT_TRANSLATE_NOOP("noojee", "API key"),
            help=QT_TRANSLATE_NOOP("noojee", "A global key from Noojee Support; a user's own key may not dial."),
            required=True,
        ),
        Field(
            key="caller_id",
            label=QT_TRANSLATE_NOOP("noojee", "Caller ID"),
            help=QT_TRANSLATE_NOOP("noojee", "What the person you call sees; empty: what the PBX decides."),
        ),
        Field(
            key="auto_answer",
            choices=tuple(AUTO_ANSWER),
            label=QT_TRANSLATE_NOOP("noojee", "Your phone answers by itself"),
            help=QT_TRANSLATE_NOOP(
                "noojee",
                "The make of your phone (yealink, polycom, grandstream, snom, aastra, linksys),"
                " or the auto answer text that it wants. Empty: it rings.",
            ),
        ),
        Field(
            key="phone_caption",
            label=QT_TRANSLATE_NOOP("noojee", "Caption on your phone"),
            help=QT_TRANSLATE_NOOP("noojee", "A further line on the phone's display, where the phone can show it."),
            advanced=True,
        ),
        Field(
            key="monitored",
            kind=Kind.BOOL,
            default=True,
            label=QT_TRANSLATE_NOOP("noojee", "Follow the call"),
            help=QT_TRANSLATE_NOOP(
                "noojee", "Lets Traydial find its own call, so that hang-up and recording never hit another one."
            ),
            advanced=True,
        ),
        Field(
            key="record",
            kind=Kind.BOOL,
            default=False,
            label=QT_TRANSLATE_NOOP("noojee", "Record every call"),
            help=QT_TRANSLATE_NOOP("noojee", "From the answer on. Needs Noojee Contact 6.0.1."),
        ),
        Field(
            key="tag",
            label=QT_TRANSLATE_NOOP("noojee", "Tag of recordings"),
            help=QT_TRANSLATE_NOOP("noojee", "Shown and found on the Recording Page of Noojee Contact."),
        ),
        Field(
            key="parameters",
            kind=Kind.CHOICE,
            choices=("auto", "body", "query"),
            default="auto",
            label=QT_TRANSLATE_NOOP("noojee", "Parameters in"),
            help=QT_TRANSLATE_NOOP(
                "noojee", "auto: the body, and the query where the PBX plainly says that it found nothing there."
            ),
            advanced=True,
        ),
    ),
    number_rules=NumberRules(
        forms=(NumberForm.NATIONAL, NumberForm.DIALLED_ABROAD, NumberForm.AS_TYPED),
        accepts=(r"[0-9*#]{2,20}",),
        examples=("0383208100", "001127820001234", "101"),
        home_region="AU",
    ),
    docs="docs/adapters/noojee.md",
    tested=("Noojee wiki, 02.0 Dial to 08 Stop Recording, and noojeecontact.api of 2022-04, simulated",),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A yes of the PBX, perhaps with a notice in `message`."""

    message: str = ""
    session: str = ""
    data: object = None


class Adapter:
    """One extension. It keeps no state between requests, so any thread may call any method."""

    def __init__(self, settings: Settings, ctx: Context) -> None:
        key = settings.secret("api_key")
        if key is None:
            raise SecretStoreError("secret_missing", field="api_key")
        self._settings = settings
        self._ctx = ctx
        self._key = key
        self._http = HttpSession(settings.text("server"), ca_file=settings.ca_file)
        tech, _, self._extension = settings.text("extension").rpartition("/")
        self._channel = f"{tech or DEFAULT_TECH}/{self._extension}"

    def warm(self) -> None:
        self._http.warm()

    def check(self) -> AccountInfo:
        """Ask for the system's health, then for this extension's calls, which needs the right to dial.

        Where the PBX is too old to know the second question, only the first was answered: not verified.
        """
        health = self._http.request("GET", HEALTH, query={"apiKey": self._key.reveal()})
        known = health.status != 404 and not health.is_html
        if known:
            self._accepted(health, lenient=True)
        try:
            self._snapshot()
        except UnexpectedReply as error:
            if error.code != "page_not_found" or not known:
                raise
            return AccountInfo(verified=False)
        return AccountInfo()

    def dial(self, order: DialOrder) -> CallRef:
        """Ring the extension, then the number. The PBX queues the call and answers at once."""
        settings = self._settings
        record = order.record or settings.flag("record")
        auto_answer = settings.text("auto_answer")
        optional = {
            "autoAnswer": AUTO_ANSWER.get(auto_answer.lower(), auto_answer),
            "callerId": order.caller_id or settings.text("caller_id"),
            "phoneCaption": settings.text("phone_caption"),
            "monitored": "yes" if settings.flag("monitored") else "",
            "record": "true" if record else "",
            "tag": (order.tag or settings.text("tag")) if record else "",
        }
        fields = {"number": order.number, "extenOrUniqueId": self._channel} | _set(optional)
        answer = self._post("dial", fields, cancel=order.cancel, places_call=True)
        return CallRef(
            call_id=answer.session or None,
            recording=record,
            answer=answer.message,
            details={"number": order.number},
        )

    def hang_up(self, call: CallRef) -> None:
        self._post("hangup", {"extenOrUniqueId": self._located(call).details.get("unique_id", self._extension)})

    def start_recording(self, call: CallRef, *, tag: str = "") -> CallRef:
        call = self._located(call)
        target = {"extenOrUniqueId": call.details.get("unique_id", self._extension)}
        self._post("start", target | _set({"tag": tag or self._settings.text("tag")}), lenient=True)
        return replace(call, recording=True)

    def stop_recording(self, call: CallRef) -> CallRef:
        call = self._located(call)
        self._post("stop", {"extenOrUniqueId": call.details.get("unique_id", self._extension)}, lenient=True)
        return replace(call, recording=False)

    def close(self) -> None:
        self._http.close()

    def _located(self, call: CallRef) -> CallRef:
        """Return `call` with its unique id where the PBX tells it; only monitored calls are told.

        Without one the bare extension is all there is, and it may mean another call of the same phone. Raises
        Unsupported(no_current_call) when the PBX knows calls of the extension, but none that was dialled.
        """
        if "unique_id" in call.details or not self._settings.flag("monitored"):
            return call
        try:
            live = [event for event in self._snapshot() if event.get("status") != "Hungup"]
        except (RefusedByPbx, NotAllowed, UnexpectedReply):  # a key without the right to look, or no such question
            return call
        dialled = [event for event in live if event.get("isClickToDialCall") or not event.get("inbound")]
        if live and not dialled:
            raise Unsupported("no_current_call")
        number = _digits(call.details.get("number", ""))
        same = [event for event in dialled if number and number in map(_digits, event.values())]
        candidates = same or dialled
        unique_id = candidates[-1].get("uniqueCallId") if len(candidates) == 1 or same else None
        if not unique_id:
            return call
        return replace(call, details={**call.details, "unique_id": str(unique_id)})

    def _snapshot(self) -> list[Mapping[str, object]]:
        """The calls of this extension now, oldest first."""
        now = {"exten": self._extension, "lastSequenceNumber": "0", "timeOut": "0"}
        data = self._post("subscribe", now).data
        events = data.get(self._extension) if isinstance(data, dict) else None
        calls = [event.get("CallData") for event in events or () if isinstance(event, dict)]
        return sorted((call for call in calls if isinstance(call, dict)), key=lambda c: str(c.get("callStartTime")))

    def _post(
        self,
        method: str,
        fields: Mapping[str, str],
        *,
        cancel: CancelToken | None = None,
        places_call: bool = False,
        lenient: bool = False,
    ) -> Answer:
        """Send one command; in mode auto once more in the other place after a plain "the parameters are missing"."""
        everything = {**fields, "apiKey": self._key.reveal()}
        usual, other = self._places()
        place = usual
        reply = self._send(method, everything, place, cancel, places_call)
        if other and self._says_missing(reply):
            place = other
            reply = self._send(method, everything, place, cancel, places_call)
        answer = self._accepted(reply, places_call=places_call, lenient=lenient)
        if place != usual:
            self._ctx.remember("parameters", place)
        return answer

    def _places(self) -> tuple[str, str]:
        """Where the parameters go, and where else they may go."""
        setting = self._settings.text("parameters")
        if setting != "auto":
            return setting, ""
        return ("query", "body") if self._ctx.recall("parameters") == "query" else ("body", "query")

    def _send(
        self, method: str, fields: Mapping[str, str], place: str, cancel: CancelToken | None, places_call: bool
    ) -> Reply:
        return self._http.request(
            "POST",
            API + method,
            form=fields if place == "body" else {},
            query=fields if place == "query" else None,
            cancel=cancel,
            places_call=places_call,
        )

    def _says_missing(self, reply: Reply) -> bool:
        """Whether this is a plain refusal, so that nothing was dialled, because parameters were not found."""
        answer = _object(reply)
        code = _number(answer.get("Code"))
        refused = (code is not None and code < 0) or reply.status in (400, 401, 403, 422)
        words = str(answer.get("Message", "")) if answer else reply.body.decode(errors="replace")
        return refused and not reply.is_html and _MISSING.search(words) is not None

    def _accepted(self, reply: Reply, *, places_call: bool = False, lenient: bool = False) -> Answer:
        """Return the PBX's yes, or raise what it means instead. `lenient`: any 2xx without a negative Code is a yes."""
        answer = _object(reply)
        code = _number(answer.get("Code"))
        message = self._words(answer.get("Message"))
        if code is not None and code < 0:
            raise _refusal(message or f"Code {code}")
        if reply.status == 403:
            raise NotAllowed("address_not_allowed")
        if 400 <= reply.status < 500 and reply.status not in (401, 404, 429):
            words = message or ("" if reply.is_html else self._words(reply.body.decode(errors="replace")))
            if words:
                raise _refusal(words)
        reply.raise_for_status(places_call=places_call, credential="api_key")
        if code is None and not (lenient and not reply.is_html):
            decode(reply, dict[str, object], places_call=places_call)  # says what it is instead
            raise unclear(UnexpectedReply(status=reply.status), places_call=places_call)
        session = answer.get("SessionID")
        return Answer(message, str(session) if isinstance(session, str | int) else "", answer.get("Data"))

    def _words(self, value: object) -> str:
        """The PBX's own words, without our key should it repeat it."""
        return plain(value.replace(self._key.reveal(), "***")) if isinstance(value, str) else ""


def _refusal(message: str) -> AppError:
    if _ADDRESS.search(message):
        return NotAllowed("address_not_allowed", reason=message)
    if _KEY.search(message):
        return CredentialsRejected(field="api_key", reason=message)
    return RefusedByPbx(reason=message)


def _object(reply: Reply) -> dict[str, object]:
    try:
        return decode(reply, dict[str, object])
    except UnexpectedReply:
        return {}


def _number(value: object) -> int | None:
    """A Code, which comes as a number and from some versions as text."""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,6}", value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _digits(value: object) -> str:
    return re.sub(r"[^0-9*#]", "", value) if isinstance(value, str) else ""


def _set(fields: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in fields.items() if value}
