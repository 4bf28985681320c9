"""The simulated Teleforge is as strict as the vendor's wiki: fields, shapes, and the name of the reference."""

import json
from typing import Any

import pytest

from traydial.simulator.message import Request
from traydial.simulator.teleforge import KEY, Teleforge

CALL = {"agent": "1001", "callee": "27820001234", "outbound_id": "27110001234"}


def request(body: Any, **headers: str) -> Request:
    headers = {"content-type": "application/json"} | headers
    return Request(method="POST", path="/click2dial/calls", headers=headers, body=json.dumps(body).encode())


@pytest.mark.parametrize("version", [2, 3, 4])
def test_takes_the_reference_under_the_name_of_its_version(version: int) -> None:
    pbx = Teleforge(version=version)
    status = {name: pbx.answer(request(CALL | {name: "crm-7"}), None).status for name in ("contact_ref", "call_ref")}
    assert status == ({"contact_ref": 400, "call_ref": 201} if version == 2 else {"contact_ref": 201, "call_ref": 400})
    [call] = pbx.switchboard.calls
    assert (call.extension, call.number, call.tag) == ("1001", "27820001234", "crm-7")


@pytest.mark.parametrize(
    "changes",
    [
        {"agent": "10"},
        {"agent": 1001},
        {"callee": "+27820001234"},
        {"callee": "2782000123"},
        {"callee": "00278200012"},
        {"outbound_id": "anybody"},
        {"outbound_id": None},
        {"contact_ref": "a b"},
        {"contact_ref": "r" * 231},
        {"record": True},
    ],
)
def test_refuses_what_is_not_documented(changes: dict[str, Any]) -> None:
    pbx = Teleforge()
    assert pbx.answer(request(CALL | changes), None).status == 400
    assert pbx.switchboard.calls == ()


def test_extensions_can_be_called_from_version_4_on() -> None:
    assert Teleforge(version=3).answer(request(CALL | {"callee": "1002"}), None).status == 400
    assert Teleforge(version=4).answer(request(CALL | {"callee": "1002"}), None).status == 201


def test_needs_no_key_but_refuses_a_wrong_one() -> None:
    pbx = Teleforge()
    assert pbx.answer(request(CALL), None).status == 201
    assert pbx.answer(request(CALL, authorization=f"Key={KEY}"), None).status == 201
    assert pbx.answer(request(CALL, authorization=f"Bearer {KEY}"), None).status == 401


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (Request(method="GET", path="/click2dial/calls"), 405),
        (Request(method="POST", path="/click2dial"), 404),
        (request([CALL]), 400),
        (request(CALL, **{"content-type": "text/plain"}), 400),
    ],
)
def test_only_a_posted_json_object_is_a_call(sent: Request, status: int) -> None:
    pbx = Teleforge()
    assert pbx.answer(sent, None).status == status
    assert pbx.switchboard.calls == ()


def test_tells_in_words_what_it_received() -> None:
    assert Teleforge().read(request(CALL)).sentence == "phone 1001 calls 27820001234"
    for method, path in (("GET", "/favicon.ico"), ("GET", "/click2dial/calls"), ("POST", "/click2dial")):
        assert Teleforge().read(Request(method=method, path=path)).action == "unknown"
