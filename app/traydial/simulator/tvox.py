"""A simulated TVox: JSON-RPC at /tvox/webapi, strict about version, cookie, and positional parameters."""

from __future__ import annotations

import re
import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from traydial.simulator.faults import Actions, Fault
from traydial.simulator.message import Reading, Request, Response, json_response
from traydial.simulator.pbx import DemoAccount
from traydial.simulator.switchboard import PlacedCall, Switchboard

PATH = "/tvox/webapi"
VERSIONS = ("10.26.32", "10.26.0")  # of the server, and of its WebAPI
USERNAME, PASSWORD = "mrossi", "tvox-demo-password"
USERS = (USERNAME, "lbianchi")
REFUSED = -32000  # of the codes that JSON-RPC leaves to the server

# In the order of the manual; a form that ends in "?" may be null.
PARAMETERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "getVersion": (),
    "login": (("version", "text"), ("username", "text"), ("password", "text")),
    "dialNumber": (
        ("username", "text"),
        ("number", "number"),
        ("accessCode", "code"),
        ("jobLabel", "text"),
        ("recordCall", "bool"),
        ("recFileName", "text?"),
        ("returnCallId", "bool"),
        ("serviceCode", "text"),
    ),
    "recOff": (("username", "text"), ("callId", "text")),
    "hangupCall": (("callId", "text"),),
}
REC_ON = {
    "2022-12-20": (("username", "text"), ("callId", "text"), ("recFileName", "text?")),
    "seed": (("username", "text"), ("recFileName", "text?")),
}
FORMS: Mapping[str, Callable[[object], bool]] = {
    "text": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, str) and re.fullmatch(r"[0-9*#]{1,32}", value) is not None,
    "code": lambda value: isinstance(value, str) and re.fullmatch(r"[0-9*#]*", value) is not None,
    "bool": lambda value: isinstance(value, bool),
}
ACTIONS = {
    "getVersion": "version",
    "login": "login",
    "dialNumber": "dial",
    "recOn": "start_recording",
    "recOff": "stop_recording",
    "hangupCall": "hang_up",
}
IN_SESSION = frozenset({"dial", "start_recording", "stop_recording", "hang_up"})
LOGIN_PAGE = (
    b'<html><body><form action="j_security_check"><input type="password" name="j_password"></form></body></html>'
)


class _RpcError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class TVox:
    """Two users and their phones; the first may log in.

    `record_api` is the form of recOn that this version takes. `result` and `expiry` are what no manual says: how
    dialNumber gives the call id (string, object, true), and how an expired session is refused (401, 403, redirect,
    page, error).
    """

    id = "tvox"
    faults: Mapping[Fault, Actions] = MappingProxyType(
        {
            Fault.WRONG_CREDENTIALS: frozenset({"login"}),
            Fault.EXPIRED_SESSION: IN_SESSION,
            Fault.BUSY: frozenset({"dial"}),
            Fault.NOT_REGISTERED: frozenset({"dial"}),
        }
    )

    def __init__(self, *, record_api: str = "2022-12-20", result: str = "string", expiry: str = "401") -> None:
        self.switchboard = Switchboard()
        self.record_api = record_api
        self.result = result
        self.expiry = expiry
        self._lock = threading.Lock()
        self._sessions: set[str] = set()

    def account(self, url: str) -> DemoAccount:
        return DemoAccount({"server": url, "username": USERNAME}, {"password": PASSWORD})

    def read(self, request: Request) -> Reading:
        try:
            method, params = self._parse(request)
        except _RpcError as error:
            return Reading(action="unknown", sentence=f"not understood: {error}")
        fields = {name: _shown(value) for (name, _), value in zip(self._parameters(method), params, strict=False)}
        if len(params) != len(self._parameters(method)):
            fields["params"] = f"{len(params)} instead of {len(self._parameters(method))}"
        return Reading(action=ACTIONS[method], sentence=_sentence(method, fields), fields=fields)

    def answer(self, request: Request, fault: Fault | None) -> Response:
        if request.path != PATH or request.method != "POST":
            return Response(status=404, body=b"<html><body>Not Found</body></html>", content_type="text/html")
        try:
            method, params = self._parse(request)
            if ACTIONS[method] in IN_SESSION and not self._in_session(request, fault):
                return self._refuse_session()
            self._check(method, params)
            return json_response({"jsonrpc": "2.0", "id": 1, "result": self._do(method, params, fault)})
        except _RpcError as error:
            return _error(error)

    def _parameters(self, method: str) -> tuple[tuple[str, str], ...]:
        return REC_ON[self.record_api] if method == "recOn" else PARAMETERS[method]

    def _parse(self, request: Request) -> tuple[str, Sequence[object]]:
        try:
            call = request.json()
        except ValueError:
            raise _RpcError(-32700, "Parse error") from None
        if not isinstance(call, dict) or set(call) != {"jsonrpc", "method", "params", "id"} or call["jsonrpc"] != "2.0":
            raise _RpcError(-32600, "Invalid Request")
        if call["method"] not in ACTIONS:
            raise _RpcError(-32601, "Method not found")
        if not isinstance(call["params"], list):
            raise _RpcError(-32602, "params must be positional")
        return call["method"], call["params"]

    def _in_session(self, request: Request, fault: Fault | None) -> bool:
        with self._lock:
            if fault is Fault.EXPIRED_SESSION:
                self._sessions.clear()
            return request.cookies.get("JSESSIONID") in self._sessions

    def _refuse_session(self) -> Response:
        match self.expiry:
            case "redirect":
                return Response(status=302, headers={"Location": "/tvox/login.jsp"})
            case "page":
                return Response(body=LOGIN_PAGE, content_type="text/html")
            case "error":
                return _error(_RpcError(REFUSED, "Session expired"))
        return Response(status=int(self.expiry), body=b"Unauthorized", content_type="text/plain")

    def _check(self, method: str, params: Sequence[object]) -> None:
        expected = self._parameters(method)
        if len(params) != len(expected):
            raise _RpcError(-32602, f"{method} takes {len(expected)} parameters, {len(params)} were given")
        for (name, form), value in zip(expected, params, strict=True):
            if not (value is None and form.endswith("?")) and not FORMS[form.rstrip("?")](value):
                raise _RpcError(-32602, f"parameter {name} is not a {form}")

    def _do(self, method: str, params: Sequence[object], fault: Fault | None) -> object:
        match method, params:
            case "getVersion", _:
                return list(VERSIONS)
            case "login", (version, username, password):
                if version != VERSIONS[1]:
                    raise _RpcError(-32602, "this is not the version of the WebAPI")
                right = (username, password) == (USERNAME, PASSWORD) and fault is not Fault.WRONG_CREDENTIALS
                return self._log_in() if right else {"logged": False, "status": "NOT_LOGGED"}
            case "dialNumber", _:
                return self._dial(dict(zip((name for name, _ in PARAMETERS[method]), params, strict=True)), fault)
            case "recOn", (username, *_, name):
                call = self._call_of(username, params[1] if self.record_api != "seed" else None)
                self.switchboard.record(call.call_id, on=True, file_name=str(name or ""))
            case "recOff", (username, call_id):
                call = self._call_of(username, call_id)
                if not call.recording:
                    raise _RpcError(REFUSED, "The call is not being recorded")
                if not self.switchboard.record(call.call_id, on=False):
                    raise _RpcError(REFUSED, "The recording cannot be stopped")
            case "hangupCall", (call_id,):
                self.switchboard.hang_up(self._call_of(None, call_id).call_id)
        return True

    def _log_in(self) -> Mapping[str, object]:
        session_id = secrets.token_hex(16).upper()
        with self._lock:
            self._sessions.add(session_id)
        return {
            "username": USERNAME,
            "surname": "Rossi",
            "name": "Mario",
            "publicUsername": USERNAME,
            "accessToken": secrets.token_hex(16),
            "sessionId": session_id,
            "status": "LOGGED",
            "language": "it",
            "anonymous": False,
            "pwdChangeable": True,
            "chatUserId": "",
            "chatAuthToken": "",
            "chatUri": "",
            "profileRoles": ["TVOX_SUPERVISOR", "TVOX_USER"],
            "userPermissions": ["SUPERVISOR"],
            "logged": True,
        }

    def _dial(self, order: Mapping[str, object], fault: Fault | None) -> object:
        if order["username"] not in USERS:
            raise _RpcError(REFUSED, "Unknown user")
        if fault is Fault.BUSY:
            raise _RpcError(REFUSED, "User is busy")
        if fault is Fault.NOT_REGISTERED:
            raise _RpcError(REFUSED, "User has no registered device")
        call = self.switchboard.place(
            str(order["username"]),
            str(order["number"]),
            call_id=f"{secrets.randbelow(10**10):010}.{secrets.randbelow(100)}@d0834a2c15",
            recording=order["recordCall"] is True,
            file_name=str(order["recFileName"] or ""),
            tag=str(order["serviceCode"]),
        )
        if not order["returnCallId"] or self.result == "true":
            return True
        return {"callId": call.call_id} if self.result == "object" else call.call_id

    def _call_of(self, username: object, call_id: object) -> PlacedCall:
        """The live call with `call_id`; None: the user's only one."""
        for call in self.switchboard.live():
            if call_id in (None, call.call_id) and username in (None, call.extension):
                return call
        raise _RpcError(REFUSED, "No such call")


def _error(error: _RpcError) -> Response:
    return json_response({"jsonrpc": "2.0", "id": 1, "error": {"code": error.code, "message": str(error)}})


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _sentence(method: str, fields: Mapping[str, str]) -> str:
    user = fields.get("username", "?")
    match method:
        case "getVersion":
            return "asks for the version"
        case "login":
            return f"{user} logs in"
        case "dialNumber":
            recorded = ", recorded" if fields.get("recordCall") == "True" else ""
            return f"{user} calls {fields.get('accessCode', '')}{fields.get('number', '?')}{recorded}"
        case "recOn":
            return f"{user} starts recording"
        case "recOff":
            return f"{user} stops recording"
    return f"hangs up {fields.get('callId', '?')}"
