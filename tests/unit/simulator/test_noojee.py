"""The simulated Noojee Contact is as strict as the vendor's wiki."""

import json
import threading
from typing import Any
from urllib.parse import urlencode

import pytest

from traydial.simulator.message import Request, Response
from traydial.simulator.noojee import API_KEY, Noojee, Reads
from traydial.simulator.phone import Phone

API = "/servicemanager/rest/CallManagementAPI/"
DIAL = {"number": "0383208100", "extenOrUniqueId": "SIP/101"}
FORM = {"content-type": "application/x-www-form-urlencoded; charset=UTF-8"}


def post(method: str, fields: dict[str, str], *, query: bool = False, key: str = API_KEY) -> Request:
    text = urlencode({**fields, "apiKey": key} if key else fields)
    return Request(
        method="POST",
        path=API + method,
        query=text if query else "",
        headers=FORM,
        body=b"" if query else text.encode(),
    )


def said(response: Response) -> dict[str, Any]:
    assert response.status == 200
    answer: dict[str, Any] = json.loads(response.body)
    return answer


@pytest.mark.parametrize("query", [False, True])
def test_queues_the_call_that_the_seed_shows(query: bool) -> None:
    pbx = Noojee()
    fields = {"autoAnswer": "", "callerId": "", "phoneCaption": "My Brand", **DIAL}
    answer = said(pbx.answer(post("dial", fields, query=query), None))
    assert answer == {"SessionID": 7, "Message": "Originate successfully queued", "Code": 0}
    [call] = pbx.switchboard.calls
    assert (call.extension, call.number, call.recording, call.monitored) == ("101", "0383208100", False, False)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"extenOrUniqueId": "SIP/101"}, "Missing parameter number"),
        ({"number": "0383208100"}, "Missing parameter extenOrUniqueId"),
        (DIAL | {"extenOrUniqueId": "101"}, "extenOrUniqueId must include the tech, e.g. SIP/100"),
        (DIAL | {"extenOrUniqueId": "SIP/999"}, "Extension SIP/999 is not registered"),
        (DIAL | {"number": "anna"}, "number is not a number"),
        (DIAL | {"record": "yes"}, "monitored is yes or no, record is true"),
        (DIAL | {"monitored": "true"}, "monitored is yes or no, record is true"),
        (DIAL | {"tag": "x"}, "tag goes with record"),
        (DIAL | {"callerID": "0390001111"}, "Unknown or repeated parameter"),
    ],
)
def test_refuses_what_is_not_documented(fields: dict[str, str], message: str) -> None:
    pbx = Noojee()
    assert said(pbx.answer(post("dial", fields), None)) == {"Message": message, "Code": -1}
    assert pbx.switchboard.calls == ()


def test_refuses_a_call_without_the_key() -> None:
    pbx = Noojee()
    assert said(pbx.answer(post("dial", DIAL, key=""), None))["Message"] == "Missing parameter apiKey"
    assert said(pbx.answer(post("dial", DIAL, key="wrong"), None))["Message"].startswith("Invalid apiKey")
    assert pbx.switchboard.calls == ()


@pytest.mark.parametrize(("reads", "in_query"), [(Reads.BODY, True), (Reads.QUERY, False)])
def test_sees_no_parameters_where_it_does_not_look(reads: Reads, in_query: bool) -> None:
    pbx = Noojee(reads=reads)
    assert said(pbx.answer(post("dial", DIAL, query=in_query), None))["Message"] == "Missing parameter apiKey"
    assert said(pbx.answer(post("dial", DIAL, query=not in_query), None))["Code"] == 0


@pytest.mark.parametrize(("method", "path"), [("GET", API + "dial"), ("POST", API + "pause"), ("POST", "/dial")])
def test_what_is_not_there_is_a_web_page(method: str, path: str) -> None:
    request = Request(method=method, path=path)
    response = Noojee().answer(request, None)
    assert (response.status, response.content_type) == (404, "text/html")
    assert Noojee().read(request).action == "unknown"


def test_only_monitored_calls_are_told_and_only_while_they_last() -> None:
    pbx = Noojee()
    pbx.switchboard.answers_at_once = False
    pbx.answer(post("dial", DIAL), None)
    pbx.answer(post("dial", DIAL | {"monitored": "yes"}), None)
    now = post("subscribe", {"exten": "101,102", "lastSequenceNumber": "0", "timeOut": "0"})
    answer = said(pbx.answer(now, None))
    [event] = answer["Data"]["101"]
    assert (event["CallData"]["uniqueCallId"], event["CallData"]["status"]) == ("1412750652.8", "Ringing")
    assert (answer["Data"]["102"], answer["Code"], answer["seq"]) == ([], 0, 2)
    pbx.answer(post("hangup", {"extenOrUniqueId": "1412750652.8"}), None)
    assert said(pbx.answer(now, None))["Data"] == {"101": [], "102": []}


def test_a_long_poll_ends_with_the_next_event() -> None:
    pbx = Noojee()
    pbx.answer(post("dial", DIAL | {"monitored": "yes"}), None)
    answers: list[dict[str, Any]] = []
    poll = post("subscribe", {"exten": "101", "lastSequenceNumber": "1", "timeOut": "60"})
    poller = threading.Thread(target=lambda: answers.append(said(pbx.answer(poll, None))))
    poller.start()
    pbx.answer(post("start", {"extenOrUniqueId": "101"}), None)
    poller.join(10)
    assert [answer["seq"] for answer in answers] == [2]


def test_recording_belongs_to_a_call() -> None:
    pbx = Noojee()
    pbx.answer(post("dial", DIAL | {"record": "true", "tag": "sales"}), None)
    assert pbx.switchboard.calls[0].recording
    assert said(pbx.answer(post("stop", {"extenOrUniqueId": "101"}), None))["Code"] == 0
    assert said(pbx.answer(post("stop", {"extenOrUniqueId": "101"}), None))["Code"] == -1
    assert said(pbx.answer(post("start", {"extenOrUniqueId": "SIP/101"}), None))["Message"] == "No such call"
    assert said(pbx.answer(post("start", {"extenOrUniqueId": "1412750652.7", "tag": "x"}), None))["Code"] == 0
    assert (pbx.switchboard.calls[0].recording, pbx.switchboard.calls[0].tag) == (True, "x")


def test_tells_what_it_received_in_words() -> None:
    reading = Noojee().read(post("dial", DIAL | {"record": "true", "tag": "sales", "callerId": "0390001111"}))
    assert reading.sentence == "SIP/101 calls 0383208100, recording on, tag sales, shown as 0390001111"


def test_a_long_poll_tells_what_happened_since_and_a_fresh_look_what_lasts() -> None:
    pbx = Noojee()
    phone = Phone(pbx.switchboard)
    pbx.switchboard.answers_at_once = False
    pbx.answer(post("dial", DIAL | {"monitored": "yes"}), None)
    told = []
    for words in ("answer", "callee answers", "hang up"):
        last = str(pbx.switchboard.sequence)
        phone.do(words)
        poll = post("subscribe", {"exten": "101", "lastSequenceNumber": last, "timeOut": "60"})
        [event] = said(pbx.answer(poll, None))["Data"]["101"]
        told.append(event["CallData"]["status"])
    assert told == ["Dialing Out", "Connected", "Hungup"]
    now = post("subscribe", {"exten": "101", "lastSequenceNumber": "0", "timeOut": "0"})
    assert said(pbx.answer(now, None))["Data"] == {"101": []}


def test_a_call_dialled_by_hand_was_not_clicked() -> None:
    pbx = Noojee()
    pbx.answer(post("dial", DIAL | {"monitored": "yes"}), None)
    Phone(pbx.switchboard).do("another call")
    now = post("subscribe", {"exten": "101", "lastSequenceNumber": "0", "timeOut": "0"})
    events = said(pbx.answer(now, None))["Data"]["101"]
    assert [event["CallData"]["isClickToDialCall"] for event in events] == [True, False]


def test_a_recording_may_refuse_to_stop() -> None:
    pbx = Noojee()
    pbx.answer(post("dial", DIAL | {"record": "true"}), None)
    Phone(pbx.switchboard).do("refuse stop")
    assert said(pbx.answer(post("stop", {"extenOrUniqueId": "101"}), None))["Code"] == -1
    assert pbx.switchboard.calls[0].recording
