"""A simulated Teleforge Platforma: POST /click2dial/calls, strict about fields and number shapes.

How a call ended goes to the list `enigma:notifications:cdr` of a real Redis, when it was given one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType

from traydial.simulator.faults import Actions, Fault
from traydial.simulator.message import Reading, Request, Response, json_response
from traydial.simulator.pbx import DemoAccount
from traydial.simulator.switchboard import Ending, PlacedCall, Stage, Switchboard

PATH = "/click2dial/calls"
AGENT, CALLER_ID, KEY = "1001", "27110001234", "teleforge-demo-key"
OUTSIDE = r"0\d{9}|27\d{9}|00\d{11,14}"
EXTENSION = r"\d{3,4}"
REFERENCE = r"[A-Za-z0-9.\-_~:]{1,230}"
RECORDS = "enigma:notifications:cdr"
REASONS = {Ending.HUNG_UP: ("hungup", 16), Ending.BUSY: ("busy", 17), Ending.NO_ANSWER: ("timeout", 18)}


class Teleforge:
    """`version` is the major one: before 3 the reference was call_ref, from 4 on an extension may be called.

    The vendor shows no login for this interface; a key that is sent nevertheless must be the right one.
    `redis_url` is where its records go, for its clients to pop from the left; `redis_password` is used nowhere else.
    """

    id = "teleforge"
    faults: Mapping[Fault, Actions] = MappingProxyType({Fault.WRONG_CREDENTIALS: frozenset({"dial"})})

    def __init__(self, *, version: int = 4, redis_url: str = "", redis_password: str = "") -> None:
        self.switchboard = Switchboard()
        self._redis_url, self._redis_password = redis_url, redis_password
        if redis_url:
            self.switchboard.listen(self._push_record)
        reference = "contact_ref" if version >= 3 else "call_ref"
        self._shapes = {
            "agent": f"{EXTENSION}|{OUTSIDE}",
            "callee": f"{OUTSIDE}|{EXTENSION}" if version >= 4 else OUTSIDE,
            "outbound_id": r"random|tvc_\S+|0\d{9}|27\d{9}" if version >= 4 else r"random|0\d{9}|27\d{9}",
            reference: REFERENCE,
        }
        self._reference = reference

    def account(self, url: str) -> DemoAccount:
        settings: dict[str, str | bool] = {"server": url, "agent": AGENT, "outbound_id": CALLER_ID}
        secrets = {"api_key": KEY}
        if self._redis_url:
            settings["redis"] = self._redis_url
        if self._redis_password:
            secrets["redis_password"] = self._redis_password
        return DemoAccount(settings, secrets)

    def read(self, request: Request) -> Reading:
        if request.path != PATH or request.method != "POST":
            return Reading(action="unknown", sentence="asks for something that is not here")
        fields = {key: str(value) for key, value in (_body(request) or {}).items()}
        agent, callee = fields.get("agent", "?"), fields.get("callee", "?")
        return Reading(action="dial", sentence=f"phone {agent} calls {callee}", fields=fields)

    def answer(self, request: Request, fault: Fault | None) -> Response:
        if request.path != PATH:
            return Response(status=404, body=b"<html><body>Not Found</body></html>", content_type="text/html")
        if request.method != "POST":
            return json_response({"error": "method not allowed"}, 405)
        if fault is Fault.WRONG_CREDENTIALS or request.headers.get("authorization") not in (None, f"Key={KEY}"):
            return json_response({"error": "unknown key"}, 401)
        call = _body(request)
        if call is None:
            return json_response({"error": "a JSON object is expected"}, 400)
        for key in call.keys() - self._shapes.keys():
            return json_response({"error": f"unknown field {key}"}, 400)
        for key, shape in self._shapes.items():
            value = call.get(key)
            if key == self._reference and value is None:
                continue  # the server makes one
            if not isinstance(value, str) or not re.fullmatch(shape, value, re.ASCII):
                return json_response({"error": f"invalid {key}"}, 400)
        self.switchboard.place(str(call["agent"]), str(call["callee"]), tag=str(call.get(self._reference, "")))
        return json_response({"status": "ok"}, 201)

    def _push_record(self, call: PlacedCall) -> None:
        if call.stage is not Stage.ENDED:
            return
        import redis

        reason, code = REASONS[call.ending or Ending.HUNG_UP]
        payload = {
            "extension": call.extension,
            "number": call.number,
            "dial_number": call.number,
            "call_ref": call.call_id,
            "dialed_at": int(call.placed_at.timestamp()),
            "end_reason": reason,
            "end_code": code,
            "call_time": call.talk_s,
            "hold_time": 0,
            "call_dir": "outbound",
            "recording_url": f"https://recordings.example.za/{call.files[-1]}" if call.files else "",
            "ref": "click-dial",
            self._reference: call.tag,
        }
        with redis.Redis.from_url(self._redis_url, password=self._redis_password or None) as client:
            client.rpush(RECORDS, json.dumps({"type": "cdr", "payload": payload}))


def _body(request: Request) -> dict[str, object] | None:
    try:
        body = request.json()
    except ValueError:
        return None
    return body if isinstance(body, dict) and request.content_type == "application/json" else None
