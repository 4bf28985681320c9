"""A TEL4VN PBX as its documents describe it: click2call (both forms), tokens, live calls, agents.

The documents leave open which HTTP status goes with `"status": "fail"` and what an unknown hotline gets: the first
is chosen by the constructor, the second is a code of our own, HOTLINE_NOT_PROVISIONED, that no table lists.
"""

from __future__ import annotations

import enum
import re
import threading
import time
import uuid
from types import MappingProxyType

from traydial.simulator.faults import Fault
from traydial.simulator.message import Reading, Request, Response, json_response
from traydial.simulator.pbx import DemoAccount
from traydial.simulator.switchboard import Ending, PlacedCall, Stage, Switchboard

EXTENSIONS = ("101", "102")
HOTLINES = ("02873001234", "19001234")
API_KEY = "5a5e1d1c-0c2e-4c55-9b7a-simulated"
LASTING_TOKEN = "simulated-token-given-by-tel4vn"  # noqa: S105 - a token of nothing

_CDR = re.compile(r"/v1/cdr/([0-9a-zA-Z-]+)")
_OUTCOMES = {  # of an ended call: its status and cause
    Ending.HUNG_UP: ("ANSWERED", "NORMAL_CLEARING"),
    Ending.BUSY: ("BUSY", "USER_BUSY"),
    Ending.NO_ANSWER: ("NO ANSWER", "NO_ANSWER"),
}
_ACTIONS = {
    ("POST", "/v1/auth/token"): "token",
    ("POST", "/v3/auth/token"): "token",
    ("GET", "/v1/click2call"): "dial",
    ("GET", "/v1/click2call/async"): "dial",
    ("GET", "/v1/call"): "calls",
    ("GET", "/v1/monitor/agent"): "agents",
}
_PARAMETERS = frozenset(
    {"ext", "phone", "src_cid_name", "src_cid_number", "dest_cid_name", "dest_cid_number", "auto_answer", "hotline"}
)
_PHONE = re.compile(r"[0-9]{2,15}")
_MESSAGES = {
    "USER_BUSY": "User is busy",
    "USER_NOT_REGISTERED": "User not registered extension with Softphone or IP Phone",
    "HOTLINE_NOT_PROVISIONED": "Hotline is not provisioned for this domain",
}


class Edition(enum.Enum):
    """The documents know three: what a token looks like, and whether a dialled call has an id."""

    PBX = enum.auto()  # {"data": {"token", "expired"}}, call_id
    CALL_CENTER = enum.auto()  # /v3/auth/token only: {"token", "expired_in"}, call_id
    EARLY = enum.auto()  # as PBX, but {"data": {"message": "success"}} for a call, without an id


class Tel4vn:
    id = "tel4vn"
    faults = MappingProxyType(
        {
            Fault.WRONG_CREDENTIALS: frozenset({"token", "dial", "calls", "agents", "record"}),
            Fault.EXPIRED_SESSION: frozenset({"dial", "calls", "agents", "record"}),
            Fault.BUSY: frozenset({"dial"}),
            Fault.NOT_REGISTERED: frozenset({"dial"}),
        }
    )

    def __init__(
        self,
        *,
        edition: Edition = Edition.PBX,
        token_lifetime_s: int = 86400,
        fail_status: int = 200,
        records: bool = True,
    ) -> None:
        self.switchboard = Switchboard()
        self._edition = edition
        self._lifetime_s = token_lifetime_s
        self._fail_status = fail_status
        self._records = records
        self._lock = threading.Lock()
        self._tokens = {LASTING_TOKEN}

    def account(self, url: str) -> DemoAccount:
        return DemoAccount({"server": url, "extension": EXTENSIONS[0]}, {"api_key": API_KEY})

    def read(self, request: Request) -> Reading:
        action = _action(request) or "unknown"
        fields: dict[str, str] = {}
        if action == "dial":
            fields = dict(_lenient(request))
            answers = "on" if fields.get("auto_answer") == "true" else "off"
            waits = "does not wait" if request.path.endswith("/async") else "waits for the phone"
            who = f"extension {fields.get('ext', '?')} calls {fields.get('phone', '?')}"
            sentence = f"{who}, auto answer {answers}, {waits}"
            for key, words in (("hotline", "through hotline"), ("dest_cid_number", "shown as")):
                if fields.get(key):
                    sentence += f", {words} {fields[key]}"
        else:
            sentence = {
                "token": "asks for a token with its API key",
                "calls": "asks which calls there are",
                "agents": "asks for the extensions and their state",
                "record": f"asks what became of {request.path.rpartition('/')[2]}",
            }.get(action, "not something this PBX knows")
        return Reading(action=action, sentence=sentence, fields=fields)

    def answer(self, request: Request, fault: Fault | None) -> Response:
        action = _action(request)
        if action is None:
            known = any(path == request.path for _, path in _ACTIONS) or _CDR.fullmatch(request.path)
            return json_response({"error": "method not allowed"}, 405) if known else _not_found()
        if action == "token":
            return self._issue_token(request, fault)
        if fault is Fault.EXPIRED_SESSION:
            with self._lock:
                self._tokens = {LASTING_TOKEN}
        if fault in (Fault.WRONG_CREDENTIALS, Fault.EXPIRED_SESSION) or not self._knows(request):
            return json_response({"error": "invalid or expired jwt"}, 401)
        match action:
            case "dial":
                return self._dial(request, fault)
            case "calls":
                live = self.switchboard.reported_live()
                return json_response({"data": [_live_call(call) for call in live], "total": len(live)})
            case "record":
                return self._record(request.path.rpartition("/")[2])
            case _:
                return json_response({"data": [self._agent(extension) for extension in EXTENSIONS]})

    def _issue_token(self, request: Request, fault: Fault | None) -> Response:
        if (request.path == "/v3/auth/token") != (self._edition is Edition.CALL_CENTER):
            return _not_found()
        try:
            body = request.json()
        except ValueError:
            body = None
        if request.content_type != "application/json" or not isinstance(body, dict) or set(body) != {"api_key"}:
            return json_response({"error": "invalid request"}, 400)
        if body["api_key"] != API_KEY or fault is Fault.WRONG_CREDENTIALS:
            return json_response({"error": "api_key is wrong"}, 401)
        token = f"simulated-{uuid.uuid4()}"
        with self._lock:
            self._tokens.add(token)
        if self._edition is Edition.CALL_CENTER:
            answer = {"expired_in": self._lifetime_s, "refresh_token": "", "token": token, "token_type": "Bearer"}
            return json_response(answer)
        expired = int(time.time()) + self._lifetime_s
        return json_response({"data": {"expired": expired, "token": token, "user_id": str(uuid.uuid4())}})

    def _knows(self, request: Request) -> bool:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        with self._lock:
            return scheme == "Bearer" and token in self._tokens

    def _dial(self, request: Request, fault: Fault | None) -> Response:
        try:
            pairs = request.query_fields()
        except ValueError:
            return json_response({"error": "invalid query"}, 400)
        fields = dict(pairs)
        if len(fields) != len(pairs) or not set(fields) <= _PARAMETERS:
            return json_response({"error": "unknown or repeated parameter"}, 400)
        if not fields.get("ext", "").isdecimal() or not _PHONE.fullmatch(fields.get("phone", "")):
            return json_response({"error": "ext and phone are required"}, 400)
        if fields.get("auto_answer", "false") not in ("true", "false"):
            return json_response({"error": "auto_answer is true or false"}, 400)
        if fault is Fault.NOT_REGISTERED or fields["ext"] not in EXTENSIONS:
            return self._fail("USER_NOT_REGISTERED", request)
        if fault is Fault.BUSY:
            return self._fail("USER_BUSY", request)
        if fields.get("hotline", HOTLINES[0]) not in HOTLINES:
            return self._fail("HOTLINE_NOT_PROVISIONED", request)
        call = self.switchboard.place(fields["ext"], fields["phone"], recording=self._records)
        if not request.path.endswith("/async"):
            self._wait_for_the_phone(call)
        if self._edition is Edition.EARLY:
            return json_response({"data": {"message": "success"}})
        return json_response({"status": "success", "call_id": call.call_id})

    def _wait_for_the_phone(self, call: PlacedCall) -> None:
        def decided(calls: tuple[PlacedCall, ...]) -> bool:
            return any(c.call_id == call.call_id and c.stage is not Stage.RINGING_AGENT for c in calls)

        self.switchboard.wait_for(decided, timeout_s=None)

    def _fail(self, error: str, request: Request) -> Response:
        """The synchronous form sends the code alone, the asynchronous one a message too."""
        answer = {"status": "fail", "error": error}
        if request.path.endswith("/async"):
            answer["message"] = _MESSAGES[error]
        return json_response(answer, self._fail_status)

    def _agent(self, extension: str) -> dict[str, str]:
        agent = {"extension": extension, "username": f"agent{extension}", "user_agent": "Simulated phone"}
        for call in self.switchboard.reported_live(extension):
            state = "RINGING" if call.stage is Stage.RINGING_AGENT else "ONCALL"
            agent |= {"call_state": state, "call_id": call.call_id, "destination": call.number, "direction": "outbound"}
        return agent

    def _record(self, call_id: str) -> Response:
        """The call data record, which is there once the call has ended."""
        call = next((call for call in self.switchboard.reported if call.call_id == call_id), None)
        if call is None or call.ending is None or call.ended_at is None:
            return _not_found()
        status, cause = _OUTCOMES[call.ending]
        if call.ending is Ending.HUNG_UP and call.answered_at is None:
            status, cause = "NO ANSWER", "ORIGINATOR_CANCEL"
        record = {
            "id": call.call_id,
            "cause": cause,
            "duration": round((call.ended_at - call.placed_at).total_seconds()),
            "billsec": call.talk_s,
            "direction": "outbound",
            "recording_url": f"https://recordings.example.vn/{call.files[-1]}"
            if call.files and call.answered_at
            else "",
            "extension": call.extension,
            "from_number": call.extension,
            "to_number": call.number,
            "time_started": call.placed_at.isoformat(timespec="seconds"),
            "time_ended": call.ended_at.isoformat(timespec="seconds"),
            "status": status,
        }
        return json_response(record)


def _action(request: Request) -> str | None:
    if request.method == "GET" and _CDR.fullmatch(request.path):
        return "record"
    return _ACTIONS.get((request.method, request.path))


def _live_call(call: PlacedCall) -> dict[str, str]:
    return {
        "call_id": call.call_id,
        "created_time": call.placed_at.isoformat(timespec="seconds"),
        "source": call.extension,
        "destination": call.number,
        "direction": "outbound",
        "state": "CS_EXECUTE",
    }


def _lenient(request: Request) -> tuple[tuple[str, str], ...]:
    try:
        return request.query_fields()
    except ValueError:
        return ()


def _not_found() -> Response:
    return json_response({"error": "not found"}, 404)
