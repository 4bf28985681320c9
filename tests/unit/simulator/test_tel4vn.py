"""The simulated TEL4VN is as strict as the vendor's documents."""

import json
from urllib.parse import urlencode

import pytest

from traydial.simulator.faults import Fault
from traydial.simulator.message import Request, Response
from traydial.simulator.phone import Phone
from traydial.simulator.tel4vn import API_KEY, LASTING_TOKEN, Edition, Tel4vn

BEARER = {"authorization": f"Bearer {LASTING_TOKEN}"}


def dial(path: str = "/v1/click2call/async", *, method: str = "GET", query: str = "", **fields: str) -> Request:
    return Request(method=method, path=path, query=query or urlencode(fields), headers=BEARER)


def token(body: bytes, path: str = "/v1/auth/token", content_type: str = "application/json") -> Request:
    return Request(method="POST", path=path, headers={"content-type": content_type}, body=body)


def said(response: Response) -> object:
    return json.loads(response.body)


def test_places_the_call_that_the_seed_shows() -> None:
    pbx = Tel4vn()
    answer = said(pbx.answer(dial(ext="101", phone="0899098899"), None))
    [call] = pbx.switchboard.calls
    assert answer == {"status": "success", "call_id": call.call_id}
    assert (call.extension, call.number) == ("101", "0899098899")


@pytest.mark.parametrize(
    "request_",
    [
        dial(phone="0899098899"),
        dial(ext="101"),
        dial(ext="101", phone="+84899098899"),
        dial(ext="SIP/101", phone="0899098899"),
        dial(ext="101", phone="0899098899", auto_answer="True"),
        dial(ext="101", phone="0899098899", extension="101"),
        dial(query="ext=101&phone=0899098899&phone=0899098898"),
        dial(query="ext=101&phone"),
    ],
    ids=["no ext", "no phone", "plus", "tech", "auto_answer", "unknown field", "twice", "no value"],
)
def test_refuses_what_is_not_documented(request_: Request) -> None:
    pbx = Tel4vn()
    assert pbx.read(request_).action == "dial"
    response = pbx.answer(request_, None)
    assert (response.status, pbx.switchboard.calls) == (400, ())


def test_refuses_a_call_without_a_token() -> None:
    pbx = Tel4vn()
    for header in ({}, {"authorization": LASTING_TOKEN}, {"authorization": "Bearer stale"}):
        request = Request(method="GET", path="/v1/click2call", query="ext=101&phone=0899098899", headers=header)
        assert pbx.answer(request, None).status == 401
    assert pbx.switchboard.calls == ()


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (dial(method="POST", ext="101", phone="0899098899"), 405),
        (dial("/v1/click3call", ext="101", phone="0899098899"), 404),
        (token(b"{}"), 400),
        (token(b"api_key"), 400),
        (token(json.dumps({"api_key": API_KEY}).encode(), content_type="text/plain"), 400),
        (token(json.dumps({"api_key": "wrong"}).encode()), 401),
        (token(json.dumps({"api_key": API_KEY}).encode(), path="/v3/auth/token"), 404),
    ],
)
def test_refuses_with_the_documented_status(request_: Request, status: int) -> None:
    assert Tel4vn().answer(request_, None).status == status


def test_each_edition_has_its_own_token() -> None:
    request = json.dumps({"api_key": API_KEY}).encode()
    answer = said(Tel4vn().answer(token(request), None))
    assert isinstance(answer, dict)
    assert set(answer) == {"data"}
    answer = said(Tel4vn(edition=Edition.CALL_CENTER).answer(token(request, path="/v3/auth/token"), None))
    assert isinstance(answer, dict)
    assert (answer["expired_in"], answer["token_type"]) == (86400, "Bearer")


def test_an_expired_session_forgets_tokens_but_not_the_lasting_one() -> None:
    pbx = Tel4vn()
    issued = said(pbx.answer(token(json.dumps({"api_key": API_KEY}).encode()), None))
    assert isinstance(issued, dict)
    request = Request(method="GET", path="/v1/call", headers={"authorization": f"Bearer {issued['data']['token']}"})
    assert pbx.answer(request, None).status == 200
    assert pbx.answer(request, Fault.EXPIRED_SESSION).status == 401
    assert pbx.answer(request, None).status == 401
    assert pbx.answer(Request(method="GET", path="/v1/call", headers=BEARER), None).status == 200


@pytest.mark.parametrize("path", ["/v1/click2call", "/v1/click2call/async"])
def test_only_the_asynchronous_form_explains_itself(path: str) -> None:
    answer = said(Tel4vn().answer(dial(path, ext="999", phone="0899098899"), None))
    expected = {"status": "fail", "error": "USER_NOT_REGISTERED"}
    if path.endswith("/async"):
        expected["message"] = "User not registered extension with Softphone or IP Phone"
    assert answer == expected


def test_shows_calls_and_agents_as_they_are() -> None:
    pbx = Tel4vn()
    pbx.switchboard.answers_at_once = False
    pbx.answer(dial(ext="101", phone="0899098899"), None)
    [call] = pbx.switchboard.calls
    agents = said(pbx.answer(Request(method="GET", path="/v1/monitor/agent", headers=BEARER), None))
    assert isinstance(agents, dict)
    assert [agent.get("call_state") for agent in agents["data"]] == ["RINGING", None]
    calls = said(pbx.answer(Request(method="GET", path="/v1/call", headers=BEARER), None))
    assert isinstance(calls, dict)
    assert (calls["total"], calls["data"][0]["call_id"]) == (1, call.call_id)


def test_tells_what_it_received_in_words() -> None:
    reading = Tel4vn().read(dial(ext="101", phone="0899098899", auto_answer="true", hotline="19001234"))
    assert reading.sentence == (
        "extension 101 calls 0899098899, auto answer on, does not wait, through hotline 19001234"
    )
    assert Tel4vn().read(dial("/else")).sentence == "not something this PBX knows"


def get(pbx: Tel4vn, path: str) -> dict[str, object]:
    answer = said(pbx.answer(Request(method="GET", path=path, headers=BEARER), None))
    assert isinstance(answer, dict)
    return answer


@pytest.mark.parametrize(
    ("words", "status", "cause"),
    [
        (("answer", "callee answers", "hang up"), "ANSWERED", "NORMAL_CLEARING"),
        (("answer", "hang up"), "NO ANSWER", "ORIGINATOR_CANCEL"),
        (("answer", "busy"), "BUSY", "USER_BUSY"),
        (("no answer",), "NO ANSWER", "NO_ANSWER"),
    ],
)
def test_an_ended_call_has_a_record(words: tuple[str, ...], status: str, cause: str) -> None:
    pbx = Tel4vn()
    pbx.switchboard.answers_at_once = False
    pbx.answer(dial(ext="101", phone="0899098899"), None)
    [call] = pbx.switchboard.calls
    path = f"/v1/cdr/{call.call_id}"
    assert get(pbx, path) == {"error": "not found"}
    for each in words:
        Phone(pbx.switchboard).do(each)
    record = get(pbx, path)
    assert (record["status"], record["cause"], record["to_number"]) == (status, cause, "0899098899")
    assert bool(record["recording_url"]) == (status == "ANSWERED")
    assert pbx.answer(Request(method="POST", path=path, headers=BEARER), None).status == 405


def test_what_the_pbx_has_not_told_it_does_not_show() -> None:
    pbx = Tel4vn()
    pbx.answer(dial(ext="101", phone="0899098899"), None)
    pbx.switchboard.hold()
    Phone(pbx.switchboard).do("hang up")
    assert get(pbx, "/v1/call")["total"] == 1
    pbx.switchboard.release()
    assert get(pbx, "/v1/call")["total"] == 0
