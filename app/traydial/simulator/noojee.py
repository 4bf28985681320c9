"""A Noojee Contact PBX as its wiki describes it: CallManagementAPI over POST, and the health test.

The wiki gives no words for most errors, only that their Code is negative: those words are ours.
"""

from __future__ import annotations

import enum
import itertools
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from traydial.simulator.faults import Fault
from traydial.simulator.message import Pairs, Reading, Request, Response, json_response
from traydial.simulator.pbx import DemoAccount
from traydial.simulator.switchboard import PlacedCall, Stage, Switchboard

EXTENSIONS = ("101", "102")
API_KEY = "f0000000-0000-11e6-8784-simulated"

_API = "/servicemanager/rest/CallManagementAPI/"
_HEALTH = "/servicemanager/rest/systemHealth/test"
_PARAMETERS: Mapping[str, frozenset[str]] = {
    "dial": frozenset(
        {"number", "extenOrUniqueId", "autoAnswer", "callerId", "phoneCaption", "monitored", "apiKey", "record", "tag"}
    ),
    "hangup": frozenset({"extenOrUniqueId", "apiKey"}),
    "start": frozenset({"extenOrUniqueId", "agentLoginName", "tag", "apiKey"}),
    "stop": frozenset({"extenOrUniqueId", "agentLoginName", "apiKey"}),
    "subscribe": frozenset({"exten", "lastSequenceNumber", "timeOut", "apiKey"}),
}
_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "dial": ("number", "extenOrUniqueId"),
    "hangup": ("extenOrUniqueId",),
    "start": ("extenOrUniqueId",),
    "stop": ("extenOrUniqueId",),
    "subscribe": ("exten", "lastSequenceNumber"),
}
_CHANNEL = re.compile(r"(?:SIP|PJSIP)/([0-9]+)")
_NUMBER = re.compile(r"\+?[0-9*#]{2,20}")
# The wiki names the statuses and does not explain them; this is how a click-to-dial call would go through them.
_STATUS = {
    Stage.RINGING_AGENT: "Ringing",
    Stage.RINGING_CALLEE: "Dialing Out",
    Stage.CONNECTED: "Connected",
    Stage.ENDED: "Hungup",
}


class Reads(enum.Enum):
    """Where this PBX looks for parameters; the documents show both."""

    BOTH = enum.auto()
    BODY = enum.auto()
    QUERY = enum.auto()


class Noojee:
    id = "noojee"
    faults = MappingProxyType(
        {
            Fault.WRONG_CREDENTIALS: frozenset({"dial", "hangup", "start", "stop", "subscribe", "health"}),
            Fault.EXPIRED_SESSION: frozenset({"dial", "hangup", "start", "stop", "subscribe"}),
            Fault.BUSY: frozenset({"dial"}),
            Fault.NOT_REGISTERED: frozenset({"dial"}),
        }
    )

    def __init__(self, *, reads: Reads = Reads.BOTH, notice: str = "", address_allowed: bool = True) -> None:
        self.switchboard = Switchboard()
        self._reads = reads
        self._notice = notice
        self._address_allowed = address_allowed
        self._sessions = itertools.count(7)
        self._answers: Mapping[str, Callable[[dict[str, str], Fault | None], Response]] = {
            "dial": self._dial,
            "hangup": self._hang_up,
            "start": self._start,
            "stop": self._stop,
            "subscribe": self._subscribe,
        }

    def account(self, url: str) -> DemoAccount:
        return DemoAccount({"server": url, "extension": EXTENSIONS[0]}, {"api_key": API_KEY})

    def read(self, request: Request) -> Reading:
        action = _action(request)
        try:
            fields = dict(self._pairs(request))
        except ValueError:
            fields = {}
        exten = fields.get("extenOrUniqueId", "?")
        sentence = {
            "dial": f"{exten} calls {fields.get('number', '?')}, recording {_recording(fields)}",
            "hangup": f"ends the call of {exten}",
            "start": f"records the call of {exten}" + (f", tag {fields['tag']}" if fields.get("tag") else ""),
            "stop": f"ends the recording of {exten}",
            "subscribe": f"asks for the calls of {fields.get('exten', '?')}",
            "health": "asks whether the system is well",
        }.get(action, "not something this PBX knows")
        for key, words in (("callerId", "shown as"), ("autoAnswer", "auto answer")):
            if action == "dial" and fields.get(key):
                sentence += f", {words} {fields[key]}"
        return Reading(action=action, sentence=sentence, fields=fields)

    def answer(self, request: Request, fault: Fault | None) -> Response:
        action = _action(request)
        if action == "unknown":
            return Response(status=404, body=b"<html><body>Not Found</body></html>", content_type="text/html")
        if not self._address_allowed:
            return Response(status=403, body=b"Forbidden", content_type="text/plain")
        try:
            pairs = self._pairs(request)
        except ValueError:
            return _error("Malformed parameters")
        fields = dict(pairs)
        if "apiKey" not in fields:
            return _error("Missing parameter apiKey")
        if fields["apiKey"] != API_KEY or fault is Fault.WRONG_CREDENTIALS:
            return _error(f"Invalid apiKey {fields['apiKey']}")  # as careless servers do
        if fault is Fault.EXPIRED_SESSION:
            return _error("Expired TimeStamp")  # the one error that the wiki shows
        if action == "health":
            return Response(body=b"OK", content_type="text/plain")
        if len(fields) != len(pairs) or not set(fields) <= _PARAMETERS[action]:
            return _error("Unknown or repeated parameter")
        for name in _REQUIRED[action]:
            if not fields.get(name):
                return _error(f"Missing parameter {name}")
        return self._answers[action](fields, fault)

    def _pairs(self, request: Request) -> Pairs:
        query = request.query_fields() if self._reads is not Reads.BODY or request.method == "GET" else ()
        is_form = request.content_type == "application/x-www-form-urlencoded"
        return query + (request.form_fields() if is_form and self._reads is not Reads.QUERY else ())

    def _dial(self, fields: dict[str, str], fault: Fault | None) -> Response:
        channel = _CHANNEL.fullmatch(fields["extenOrUniqueId"])
        if channel is None:
            return _error("extenOrUniqueId must include the tech, e.g. SIP/100")
        if not _NUMBER.fullmatch(fields["number"]):
            return _error("number is not a number")
        if fields.get("monitored", "no") not in ("yes", "no") or fields.get("record", "true") != "true":
            return _error("monitored is yes or no, record is true")
        if "tag" in fields and "record" not in fields:
            return _error("tag goes with record")
        if fault is Fault.NOT_REGISTERED or channel[1] not in EXTENSIONS:
            return _error(f"Extension {channel[0]} is not registered")
        if fault is Fault.BUSY:
            return _error(f"Extension {channel[0]} is busy")
        session = next(self._sessions)
        self.switchboard.place(
            channel[1],
            fields["number"],
            call_id=f"1412750652.{session}",
            recording="record" in fields,
            tag=fields.get("tag", ""),
            monitored=fields.get("monitored") == "yes",
        )
        message, code = (self._notice, 1) if self._notice else ("Originate successfully queued", 0)
        return json_response({"SessionID": session, "Message": message, "Code": code})

    def _hang_up(self, fields: dict[str, str], _fault: Fault | None) -> Response:
        call = self._find(fields["extenOrUniqueId"])
        if call is None:
            return _error("No such call")
        self.switchboard.hang_up(call.call_id)
        return _done("Channel Hungup")

    def _start(self, fields: dict[str, str], _fault: Fault | None) -> Response:
        call = self._find(fields["extenOrUniqueId"])
        if call is None:
            return _error("No such call")
        self.switchboard.record(call.call_id, on=True, tag=fields.get("tag", ""))
        return _done("Recording started")

    def _stop(self, fields: dict[str, str], _fault: Fault | None) -> Response:
        call = self._find(fields["extenOrUniqueId"])
        if call is None:
            return _error("No such call")
        if not call.recording:
            return _error("No recording in progress")
        if not self.switchboard.record(call.call_id, on=False):
            return _error("The recording cannot be stopped")
        return _done("Recording stopped")

    def _subscribe(self, fields: dict[str, str], _fault: Fault | None) -> Response:
        if not fields["lastSequenceNumber"].isdecimal() or not fields.get("timeOut", "10").isdecimal():
            return _error("lastSequenceNumber and timeOut are numbers")
        board = self.switchboard
        last = int(fields["lastSequenceNumber"])
        if last:
            board.wait_for(lambda _calls: board.sequence > last, float(fields.get("timeOut", "10")))
        sequence = board.sequence
        data: dict[str, list[object]] = {extension: [] for extension in filter(None, fields["exten"].split(","))}
        for call_id, call in enumerate(board.reported, 1):
            lasts = call.stage is not Stage.ENDED or (last and call.change > last)
            if call.extension in data and call.monitored and lasts:
                data[call.extension].append({"CallData": _call_data(call), "CallID": call_id, "Code": 0})
        return json_response({"Data": data, "seq": sequence, "Code": 0})

    def _find(self, exten_or_unique_id: str) -> PlacedCall | None:
        """By unique id, else the newest call of a bare extension, which may be the wrong one of two."""
        call = self.switchboard.find(exten_or_unique_id)
        if call is None:
            call = next(reversed(self.switchboard.live(exten_or_unique_id)), None)
        return call if call is not None and call.stage is not Stage.ENDED else None


def _action(request: Request) -> str:
    if (request.method, request.path) == ("GET", _HEALTH):
        return "health"
    name = request.path.removeprefix(_API)
    return name if request.method == "POST" and request.path == _API + name and name in _PARAMETERS else "unknown"


def _recording(fields: Mapping[str, str]) -> str:
    if fields.get("record") != "true":
        return "off"
    return f"on, tag {fields['tag']}" if fields.get("tag") else "on"


def _call_data(call: PlacedCall) -> dict[str, object]:
    return {
        "uniqueCallId": call.call_id,
        "callerId": call.number,
        "callStartTime": call.placed_at.isoformat(timespec="milliseconds"),
        "inbound": call.inbound,
        "isQueueCall": False,
        "isClickToDialCall": not call.inbound and not call.foreign,
        "canAnswer": call.stage is Stage.RINGING_AGENT,
        "status": _STATUS[call.stage],
    }


def _done(message: str) -> Response:
    return json_response({"Message": message, "Code": 0})


def _error(message: str) -> Response:
    return json_response({"Message": message, "Code": -1})
