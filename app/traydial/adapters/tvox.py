"""TVox by Telenia Software: JSON-RPC 2.0 with positional parameters at /tvox/webapi.

Sources: Telenia's manual "CRM e gestione telefonica" (github.com/teleniasoftware/tdoc), pages Autenticazione TVox
WebAPI, Click to Dial, Click to Dial & Record (2022-12-20) and HangupCall.
"""

from __future__ import annotations

import itertools
import re
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, TypedDict

from traydial.core.adapter import (
    AccountInfo,
    AccountSettings,
    AdapterSpec,
    CancelToken,
    Capability,
    Context,
    DialOrder,
    Field,
    Kind,
    Secret,
)
from traydial.core.call import CallRef
from traydial.core.dialplan.rules import NumberRules
from traydial.core.errors import (
    AppError,
    CredentialsRejected,
    NotAllowed,
    RefusedByPbx,
    SecretStoreError,
    UnexpectedReply,
    Unsupported,
)
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.core.number.forms import NumberForm
from traydial.wire import template
from traydial.wire.decode import decode, plain, refusal_of
from traydial.wire.http import HttpSession, Reply, unclear

PATH = "/tvox/webapi"
FILE_NAME = "A-Za-z0-9._-"  # legal in the name of a recording, on any file system
RECORD_APIS = ("2022-12-20", "seed")  # newest first
OF_CALL = ("hangupCall", "recOn", "recOff")
DIAL_TIMEOUT_S = 30.0  # the vendor does not say whether the answer waits for the phone

SPEC = AdapterSpec(
    id="tvox",
    name="TVox",
    capabilities=Capability.DIAL
    | Capability.HANG_UP
    | Capability.RECORD_AT_DIAL
    | Capability.RECORD_DURING_CALL
    | Capability.TAG
    | Capability.REFERENCE,
    fields=(
        Field(
            key="server",
            kind=Kind.URL,
            required=True,
            label=QT_TRANSLATE_NOOP("tvox", "Server"),
            help=QT_TRANSLATE_NOOP("tvox", "The address of TVox as in the browser, for example https://tvox.example"),
        ),
        Field(
            key="username",
            required=True,
            label=QT_TRANSLATE_NOOP("tvox", "User name"),
            help=QT_TRANSLATE_NOOP("tvox", "A TVox user with Superuser or Supervisor permission"),
        ),
        Field(
            key="password",
            kind=Kind.SECRET,
            required=True,
            label=QT_TRANSLATE_NOOP("tvox", "Password"),
            help=QT_TRANSLATE_NOOP("tvox", "That user's password for the TVox web client"),
        ),
        Field(
            key="dial_as",
            label=QT_TRANSLATE_NOOP("tvox", "Dial as"),
            help=QT_TRANSLATE_NOOP("tvox", "The TVox user whose phone rings, if it is not the user above"),
        ),
        Field(
            key="access_code",
            label=QT_TRANSLATE_NOOP("tvox", "Access code"),
            help=QT_TRANSLATE_NOOP("tvox", "Sent along with outside numbers: the outside line of your TVox"),
            pattern=r"[0-9*#]{1,8}",
            hint=QT_TRANSLATE_NOOP("tvox", "Up to 8 digits, * or #, for example 0"),
        ),
        Field(
            key="job_label",
            label=QT_TRANSLATE_NOOP("tvox", "Call label"),
            help=QT_TRANSLATE_NOOP("tvox", "A text that TVox keeps with every call, unless the call has its own"),
            advanced=True,
        ),
        Field(
            key="service_code",
            label=QT_TRANSLATE_NOOP("tvox", "Service code"),
            help=QT_TRANSLATE_NOOP("tvox", "The service that calls are tagged with; TVox shows it under Call Tagging"),
            advanced=True,
        ),
        Field(
            key="rec_file_name",
            label=QT_TRANSLATE_NOOP("tvox", "Name of recordings"),
            help=QT_TRANSLATE_NOOP("tvox", "May hold {date} {time} {user} {number} {uuid}; empty: TVox names the file"),
            pattern=template.pattern(FILE_NAME),
            hint=QT_TRANSLATE_NOOP("tvox", "Letters, digits, dot, hyphen and underscore, for example {date}_{number}"),
            advanced=True,
        ),
        Field(
            key="record_api",
            kind=Kind.CHOICE,
            default="auto",
            choices=("auto", *RECORD_APIS),
            label=QT_TRANSLATE_NOOP("tvox", "Recording interface"),
            help=QT_TRANSLATE_NOOP("tvox", "How this TVox version starts a recording; auto finds out and remembers"),
            advanced=True,
        ),
    ),
    number_rules=NumberRules(
        forms=(NumberForm.NATIONAL, NumberForm.DOUBLE_ZERO, NumberForm.AS_TYPED),
        accepts=(r"[0-9*#]{1,32}",),
        examples=("600", "0444123456", "0027820001234"),
        access_code_field="access_code",
    ),
    absent={
        Capability.LIVE_STATE: QT_TRANSLATE_NOOP(
            "tvox", "TVox reports call states to web servers only, not to desktop programs"
        ),
    },
    docs="docs/adapters/tvox.md",
    tested=("Telenia tdoc of 2023-06-22, simulated", "recOn of 2022-12-15 and 2022-12-20, simulated"),
)


class _Answer(TypedDict, total=False):
    result: Any
    error: Any


@dataclass(frozen=True, slots=True)
class _Session:
    id: Secret
    tvox: str  # version of the server
    webapi: str  # version of its WebAPI, which login wants
    rights: str


class _SessionExpired(Exception):
    """TVox does not know the session any more and did nothing; `refusal` is its answer."""

    def __init__(self, refusal: AppError) -> None:
        super().__init__()
        self.refusal = refusal


class Adapter:
    """One user's calls. All threads share one session, which is renewed under a lock."""

    def __init__(self, settings: AccountSettings, ctx: Context) -> None:
        password = settings.secret("password")
        if password is None:
            raise SecretStoreError("secret_missing", field="password")
        self._password = password
        self._settings = settings
        self._ctx = ctx
        server = settings.text("server").rstrip("/")
        for end in (PATH, "/tvox"):
            server = server.removesuffix(end)
        self._http = HttpSession(server, ca_file=settings.ca_file)
        self._user = settings.text("dial_as") or settings.text("username")
        self._ids = itertools.count(1)
        self._login_lock = threading.Lock()
        self._session: _Session | None = None

    def warm(self) -> None:
        if self._session is None:
            self._log_in()
        else:
            self._http.warm()

    def check(self) -> AccountInfo:
        session = self._log_in(instead_of=self._session)
        facts = {"version": session.tvox, "webapi": session.webapi, "rights": session.rights}
        return AccountInfo(summary=f"TVox {session.tvox}, WebAPI {session.webapi}", facts=facts)

    def dial(self, order: DialOrder) -> CallRef:
        params = (
            self._user,
            order.number,
            order.access_code,
            order.reference or self._settings.text("job_label"),
            order.record,
            self._file_name(order.number) if order.record else None,
            True,  # returnCallId: recOff and hangupCall need it
            order.tag or self._settings.text("service_code"),
        )
        result = self._call("dialNumber", params, cancel=order.cancel, places_call=True)
        return CallRef(call_id=_call_id(result), recording=order.record, details={"number": order.number})

    def hang_up(self, call: CallRef) -> None:
        self._call("hangupCall", (_known_id(call),))

    def start_recording(self, call: CallRef, *, tag: str = "") -> CallRef:  # noqa: ARG002 - the port has it
        """Start with recOn in the form that this TVox takes. recOn has no place for `tag`."""
        name = self._file_name(call.details.get("number", ""))
        first, *others = self._record_apis(call)
        try:
            self._record_on(first, call, name)
        except (RefusedByPbx, Unsupported) as refusal:
            if not others or not _is_parameter_error(refusal):
                raise
            self._record_on(others[0], call, name)
            self._ctx.remember("record_api", others[0])
        return replace(call, recording=True)

    def stop_recording(self, call: CallRef) -> CallRef:
        self._call("recOff", (self._user, _known_id(call)))
        return replace(call, recording=False)

    def close(self) -> None:
        self._http.close()

    def _record_apis(self, call: CallRef) -> tuple[str, ...]:
        """The forms of recOn to try in order: one by setting, else the remembered one first."""
        chosen = self._settings.text("record_api")
        if chosen in RECORD_APIS:
            return (chosen,)
        if call.call_id is None:
            return ("seed",)  # the only form that needs no call id
        remembered = self._ctx.recall("record_api")
        return tuple(sorted(RECORD_APIS, key=lambda api: api != remembered))

    def _record_on(self, record_api: str, call: CallRef, name: str | None) -> None:
        self._call("recOn", (self._user, name) if record_api == "seed" else (self._user, _known_id(call), name))

    def _file_name(self, number: str) -> str | None:
        name = template.expand(self._settings.text("rec_file_name"), self._ctx, number, legal=FILE_NAME)
        return name[:120] or None

    def _call(
        self, method: str, params: Sequence[object], *, cancel: CancelToken | None = None, places_call: bool = False
    ) -> object:
        """Call `method` in a session. An expired session is replaced once; nothing else is ever repeated."""
        session = self._session or self._log_in(cancel=cancel)
        try:
            result = self._ask(method, params, session, cancel, places_call=places_call)
        except _SessionExpired:
            session = self._log_in(instead_of=session, cancel=cancel)
            try:
                result = self._ask(method, params, session, cancel, places_call=places_call)
            except _SessionExpired as over:
                raise over.refusal from None  # a new session is refused too, so the reason is another one
        if result is False:
            raise RefusedByPbx(reason=f"{method}: false")
        return result

    def _log_in(self, *, instead_of: _Session | None = None, cancel: CancelToken | None = None) -> _Session:
        """Return a session other than `instead_of`: another thread's, or a new one. Raises CredentialsRejected."""
        with self._login_lock:
            if self._session is not None and self._session is not instead_of:
                return self._session
            versions = self._ask("getVersion", (), None, cancel)
            if not (isinstance(versions, list) and versions and all(isinstance(v, str) for v in versions)):
                raise UnexpectedReply
            login = (versions[-1], self._settings.text("username"), self._password.reveal())
            try:
                result = self._ask("login", login, None, cancel)
            except (RefusedByPbx, NotAllowed) as refusal:
                if _is_parameter_error(refusal):
                    raise
                result = None
            if not isinstance(result, dict) or result.get("logged") is not True:
                raise CredentialsRejected(field="password")
            session_id = result.get("sessionId")
            if not isinstance(session_id, str) or not re.fullmatch(r"[\w.!~+/=:@-]{1,256}", session_id, re.ASCII):
                raise UnexpectedReply
            rights = plain(", ".join(map(str, _listed(result, "profileRoles") + _listed(result, "userPermissions"))))
            session = _Session(self._ctx.redact(session_id), plain(versions[0]), plain(versions[-1]), rights)
            self._session = session
            return session

    def _ask(
        self,
        method: str,
        params: Sequence[object],
        session: _Session | None,
        cancel: CancelToken | None,
        *,
        places_call: bool = False,
    ) -> object:
        """Send one JSON-RPC request and return its result. Raises _SessionExpired and AppError."""
        reply = self._http.request(
            "POST",
            PATH,
            json={"jsonrpc": "2.0", "method": method, "params": params, "id": next(self._ids)},
            cookies={"JSESSIONID": session.id.reveal()} if session else None,
            timeout_s=DIAL_TIMEOUT_S if places_call else None,
            cancel=cancel,
            places_call=places_call,
        )
        if session and (reply.status in (401, 403) or 300 <= reply.status < 400 or _is_login_page(reply)):
            raise _SessionExpired(NotAllowed(field="username"))
        answer = _read(reply, places_call=places_call)
        if (error := answer.get("error")) is not None:
            refusal = _refusal(error, of_call=method in OF_CALL)
            if session and _is_session_error(refusal):
                raise _SessionExpired(refusal)
            raise refusal
        if "result" not in answer:
            raise unclear(UnexpectedReply(status=reply.status), places_call=places_call)
        return answer["result"]


def _read(reply: Reply, *, places_call: bool) -> _Answer:
    """Decode an answer. JSON-RPC errors also travel with an HTTP status of their own (jsonrpc.org/historical)."""
    if reply.status in (400, 404, 500):
        with suppress(UnexpectedReply):
            answer = decode(reply, _Answer)
            if answer.get("error") is not None:
                return answer
    reply.raise_for_status(places_call=places_call, credential="password")
    return decode(reply, _Answer, places_call=places_call)


def _listed(result: dict[str, object], key: str) -> list[object]:
    value = result.get(key)
    return value if isinstance(value, list) else []


def _refusal(error: object, *, of_call: bool) -> AppError:
    """Make an error of JSON-RPC's: an object with code and message; the vendor documents no codes of its own."""
    details = error if isinstance(error, dict) else {"message": error}
    code, message = details.get("code"), plain(details.get("message") or "")
    if code == -32601:
        return Unsupported(rpc_code=code, reason=message)
    return refusal_of(message, of_call=of_call)(rpc_code=code, reason=message)


def _is_session_error(refusal: AppError) -> bool:
    words = r"session|sessione|not logged|log ?in|authenticat|autenticat|unauthori[sz]ed"
    return refusal.values["rpc_code"] == 401 or bool(re.search(words, str(refusal.values["reason"]), re.IGNORECASE))


def _is_parameter_error(refusal: AppError) -> bool:
    """Whether recOn wants other parameters: wrong number or type (-32602), or no recOn of that form (-32601)."""
    words = re.search(r"param|argument", str(refusal.values.get("reason")), re.IGNORECASE)
    return refusal.values.get("rpc_code") in (-32601, -32602) or bool(words)


def _is_login_page(reply: Reply) -> bool:
    return (
        reply.is_html and re.search(rb"""type=["']?password|j_security_check""", reply.body, re.IGNORECASE) is not None
    )


def _call_id(result: object) -> str | None:
    """Find the call id in dialNumber's result, whose form is not documented: a text, or an object that holds it."""
    if isinstance(result, dict):
        result = result.get("callId") or result.get("id")
    return plain(result) or None if isinstance(result, str) else None


def _known_id(call: CallRef) -> str:
    if call.call_id is None:
        raise Unsupported(reason=QT_TRANSLATE_NOOP("tvox", "TVox gave no call id"))
    return call.call_id
