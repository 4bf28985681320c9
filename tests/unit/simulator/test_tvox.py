"""The simulated TVox is as strict as Telenia's manual: order, count and types of parameters, cookie, version."""

import json
from typing import Any

import pytest

from traydial.simulator.faults import Fault
from traydial.simulator.message import Request, Response
from traydial.simulator.tvox import PASSWORD, TVox

CALL = ["mrossi", "600", "", "", False, None, True, ""]  # the manual's own example


def rpc(method: str, params: Any, session: str = "") -> Request:
    call = {"jsonrpc": "2.0", "method": method, "params": params, "id": 2}
    headers = {"content-type": "application/json", "cookie": f"JSESSIONID={session}"}
    return Request(method="POST", path="/tvox/webapi", headers=headers, body=json.dumps(call).encode())


def said(response: Response) -> Any:
    return json.loads(response.body)


@pytest.fixture
def pbx() -> TVox:
    return TVox()


@pytest.fixture
def session(pbx: TVox) -> str:
    login = said(pbx.answer(rpc("login", ["10.26.0", "mrossi", PASSWORD]), None))
    return str(login["result"]["sessionId"])


def error_of(pbx: TVox, request: Request) -> int:
    return int(said(pbx.answer(request, None))["error"]["code"])


def test_tells_both_versions_to_anybody(pbx: TVox) -> None:
    assert said(pbx.answer(rpc("getVersion", []), None))["result"] == ["10.26.32", "10.26.0"]


@pytest.mark.parametrize("params", [["10.26.0", "mrossi", "wrong"], ["10.26.0", "nobody", PASSWORD]])
def test_a_wrong_login_is_not_logged(pbx: TVox, params: list[str]) -> None:
    assert said(pbx.answer(rpc("login", params), None))["result"]["logged"] is False


def test_login_wants_the_version_of_the_webapi(pbx: TVox) -> None:
    assert error_of(pbx, rpc("login", ["10.26.32", "mrossi", PASSWORD])) == -32602


def test_places_the_call_of_the_manual(pbx: TVox, session: str) -> None:
    result = said(pbx.answer(rpc("dialNumber", CALL, session), None))["result"]
    [call] = pbx.switchboard.calls
    assert (call.call_id, call.extension, call.number, call.recording) == (result, "mrossi", "600", False)


@pytest.mark.parametrize("session", ["", "0123456789ABCDEF"])
def test_refuses_without_the_cookie(pbx: TVox, session: str) -> None:
    assert pbx.answer(rpc("dialNumber", CALL, session), None).status == 401
    assert pbx.switchboard.calls == ()


@pytest.mark.parametrize(
    "params",
    [
        CALL[:7],
        [*CALL, ""],
        CALL[1:],
        ["600", "mrossi", *CALL[2:]],
        ["mrossi", 600, *CALL[2:]],
        ["mrossi", "+39 600", *CALL[2:]],
        [*CALL[:4], "false", *CALL[5:]],
        [*CALL[:2], None, *CALL[3:]],
        {"username": "mrossi", "number": "600"},
    ],
    ids=["7", "9", "no user", "order", "number type", "number shape", "bool type", "null", "by name"],
)
def test_refuses_other_parameters(pbx: TVox, session: str, params: Any) -> None:
    assert error_of(pbx, rpc("dialNumber", params, session)) in (-32602, -32000)
    assert pbx.switchboard.calls == ()


@pytest.mark.parametrize(
    ("changes", "code"), [({"jsonrpc": "1.0"}, -32600), ({"extra": 1}, -32600), ({"method": "callNumber"}, -32601)]
)
def test_refuses_what_is_no_request_of_its_own(pbx: TVox, changes: dict[str, Any], code: int) -> None:
    call = {"jsonrpc": "2.0", "method": "dialNumber", "params": CALL, "id": 2} | changes
    assert error_of(pbx, Request(method="POST", path="/tvox/webapi", body=json.dumps(call).encode())) == code


def test_refuses_other_places_and_texts(pbx: TVox) -> None:
    assert pbx.answer(Request(method="POST", path="/"), None).status == 404
    assert pbx.answer(Request(method="GET", path="/tvox/webapi"), None).status == 404
    assert error_of(pbx, Request(method="POST", path="/tvox/webapi", body=b"no json")) == -32700


@pytest.mark.parametrize(
    ("params", "fault", "words"),
    [
        (["nobody", *CALL[1:]], None, "Unknown user"),
        (CALL, Fault.BUSY, "User is busy"),
        (CALL, Fault.NOT_REGISTERED, "User has no registered device"),
    ],
)
def test_a_call_that_cannot_be_placed_is_refused_in_words(
    pbx: TVox, session: str, params: list[Any], fault: Fault | None, words: str
) -> None:
    error = said(pbx.answer(rpc("dialNumber", params, session), fault))["error"]
    assert error == {"code": -32000, "message": words}
    assert pbx.switchboard.calls == ()


def test_records_in_the_form_of_its_version_only() -> None:
    forms = {"2022-12-20": ["mrossi", None, "name"], "seed": ["mrossi", "name"]}
    for record_api, mine in forms.items():
        pbx = TVox(record_api=record_api)
        session = said(pbx.answer(rpc("login", ["10.26.0", "mrossi", PASSWORD]), None))["result"]["sessionId"]
        call_id = said(pbx.answer(rpc("dialNumber", CALL, session), None))["result"]
        for other in forms.values():
            params = [call_id if value is None else value for value in other]
            answer = said(pbx.answer(rpc("recOn", params, session), None))
            assert ("result" in answer) == (other is mine)
        assert pbx.switchboard.calls[0].recording
        pbx.answer(rpc("recOff", ["mrossi", call_id], session), None)
        assert not pbx.switchboard.calls[0].recording
        assert error_of(pbx, rpc("recOff", ["mrossi", call_id], session)) == -32000
        pbx.answer(rpc("hangupCall", [call_id], session), None)
        assert pbx.switchboard.live() == ()


def test_an_expired_session_stays_expired(pbx: TVox, session: str) -> None:
    assert pbx.answer(rpc("dialNumber", CALL, session), Fault.EXPIRED_SESSION).status == 401
    assert pbx.answer(rpc("dialNumber", CALL, session), None).status == 401


def test_tells_in_words_what_it_received(pbx: TVox) -> None:
    def told(request: Request) -> str:
        return pbx.read(request).sentence

    assert told(rpc("login", ["10.26.0", "mrossi", PASSWORD])) == "mrossi logs in"
    assert told(rpc("dialNumber", ["mrossi", "600", "0", "", True, None, True, ""])) == "mrossi calls 0600, recorded"
    assert told(rpc("hangupCall", ["7@a"])) == "hangs up 7@a"
    assert told(Request(method="POST", path="/", body=b"?")) == "not understood: Parse error"
    assert pbx.read(rpc("dialNumber", CALL[:3])).fields["params"] == "3 instead of 8"
