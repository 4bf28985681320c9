"""TVox: what is a session and what is none, by every answer to the login and to the requests that need one."""

from __future__ import annotations

from typing import Any

import pytest

from traydial.core.adapter import DialOrder
from traydial.core.errors import AppError, CredentialsRejected, RefusedByPbx, UnexpectedReply
from traydial.simulator.message import Response, json_response


def rpc(result: object) -> Response:
    return json_response({"jsonrpc": "2.0", "id": 1, "result": result})


def rpc_error(code: int, message: str) -> Response:
    return json_response({"jsonrpc": "2.0", "id": 1, "error": {"code": code, "message": message}})


def test_logs_in_with_the_newest_of_the_versions_that_the_pbx_lists(start_pbx: Any, open_adapter: Any) -> None:
    versions = ["10.20.0", "10.24.0", "10.26.0"]
    pbx = start_pbx("tvox", canned={"version": rpc(versions)})
    info = open_adapter(pbx).check()
    assert pbx.journal.of("login")[0].request.json()["params"][0] == "10.26.0"
    assert (info.facts["version"], info.facts["webapi"]) == ("10.20.0", "10.26.0")


SESSION = {"logged": True, "sessionId": "ab12.node-1!~+/=:@_", "profileRoles": ["SUPERVISOR"]}


@pytest.mark.parametrize(
    ("action", "answer", "error"),
    [
        ("version", rpc([]), UnexpectedReply()),
        ("version", rpc("10.26.0"), UnexpectedReply()),
        ("version", rpc(["10.26.0", 10]), UnexpectedReply()),
        ("login", rpc(None), CredentialsRejected(field="password")),
        ("login", rpc({**SESSION, "logged": "true"}), CredentialsRejected(field="password")),
        ("login", rpc_error(-32000, "Wrong credentials"), CredentialsRejected(field="password")),
        ("login", rpc_error(-32602, "no"), RefusedByPbx(rpc_code=-32602, reason="no")),
        ("login", rpc({**SESSION, "sessionId": 7}), UnexpectedReply()),
        ("login", rpc({**SESSION, "sessionId": ""}), UnexpectedReply()),
        ("login", rpc({**SESSION, "sessionId": "a; domain=x"}), UnexpectedReply()),
        ("login", rpc({**SESSION, "sessionId": "a" * 257}), UnexpectedReply()),
    ],
)
def test_a_login_that_gives_no_session_ends_it_before_anything_is_dialled(
    start_pbx: Any, open_adapter: Any, action: str, answer: Response, error: AppError
) -> None:
    pbx = start_pbx("tvox", canned={action: answer})
    with pytest.raises(type(error)) as caught:
        open_adapter(pbx).dial(DialOrder(number="600"))
    assert (caught.value.code, caught.value.values) == (error.code, error.values)
    assert pbx.journal.of("dial") == ()
    assert len(pbx.journal.of(action)) == 1


@pytest.mark.parametrize("session_id", [SESSION["sessionId"], "a" * 256])
def test_any_session_that_a_cookie_can_carry_is_sent(start_pbx: Any, open_adapter: Any, session_id: str) -> None:
    pbx = start_pbx("tvox", canned={"login": rpc({**SESSION, "sessionId": session_id}), "dial": rpc("c-1")})
    assert open_adapter(pbx).dial(DialOrder(number="600")).call_id == "c-1"
    assert pbx.journal.of("dial")[0].request.cookies == {"JSESSIONID": session_id}


@pytest.mark.parametrize(
    ("result", "call_id"),
    [
        ("c-1", "c-1"),
        ({"callId": "c-1", "id": "other"}, "c-1"),
        ({"id": "c-1"}, "c-1"),
        (" ", None),
        (True, None),
        (None, None),
        (7, None),
        ({"callId": 7}, None),
        ({}, None),
    ],
)
def test_what_is_no_text_is_no_call_id(start_pbx: Any, open_adapter: Any, result: object, call_id: str | None) -> None:
    pbx = start_pbx("tvox", canned={"dial": rpc(result)})
    assert open_adapter(pbx).dial(DialOrder(number="600")).call_id == call_id


LOGIN_PAGE = Response(body=b'<form action="j_security_check">', content_type="text/html")
PASSWORD_PAGE = Response(body=b"<input TYPE='password'>", content_type="text/html")
OTHER_PAGE = Response(body=b"<p>Password</p>", content_type="text/html")


@pytest.mark.parametrize(
    ("answer", "is_session"),
    [
        *((json_response({}, status), True) for status in (300, 302, 399, 401, 403)),
        *((json_response({}, status), False) for status in (299, 400, 402, 404, 500)),
        (LOGIN_PAGE, True),
        (PASSWORD_PAGE, True),
        (OTHER_PAGE, False),
        (rpc_error(401, "no"), True),
        (rpc_error(-32000, "Sessione scaduta"), True),
        (rpc_error(-32000, "User not logged in"), True),
        (rpc_error(-32000, "Unauthorized"), True),
        (rpc_error(-32000, "no"), False),
        (rpc_error(402, "no"), False),
    ],
)
def test_only_what_speaks_of_the_session_leads_to_another_login(
    start_pbx: Any, open_adapter: Any, answer: Response, is_session: bool
) -> None:
    pbx = start_pbx("tvox", canned={"dial": answer})
    with pytest.raises(AppError):
        open_adapter(pbx).dial(DialOrder(number="600"))
    tries = 2 if is_session else 1
    assert (len(pbx.journal.of("login")), len(pbx.journal.of("dial"))) == (tries, tries)
