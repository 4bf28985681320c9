"""Noojee: finding its own call again to end or record it, and the check of an account."""

from collections.abc import Callable

import pytest

from traydial.adapters.noojee import Adapter
from traydial.core.adapter import DialOrder
from traydial.core.errors import AppError, CallGone, RefusedByPbx, UnexpectedReply
from traydial.simulator.faults import Fault
from traydial.simulator.message import Response, json_response
from traydial.simulator.noojee import API_KEY
from traydial.simulator.server import Server

NUMBER = "0383208100"
ORDER = DialOrder(number=NUMBER)

StartPbx = Callable[..., Server]
OpenAdapter = Callable[..., Adapter]


@pytest.fixture
def pbx(start_pbx: StartPbx) -> Server:
    return start_pbx("noojee")


def test_a_call_that_has_ended_is_not_taken_for_the_one_that_lasts(
    start_pbx: StartPbx, open_adapter: OpenAdapter
) -> None:
    def event(unique_id: str, status: str) -> dict[str, object]:
        data = {"uniqueCallId": unique_id, "status": status, "callerId": NUMBER, "callStartTime": unique_id}
        return {"CallData": data, "CallID": 1, "Code": 0}

    events = [event("1.3", "Hungup"), event("1.2", "Connected"), event("1.1", "Connected")]
    snapshot = json_response({"Data": {"101": events}, "seq": 3, "Code": 0})
    pbx = start_pbx("noojee", canned={"subscribe": snapshot})
    adapter = open_adapter(pbx)
    with pytest.raises(CallGone):  # the simulated PBX knows no such call
        adapter.hang_up(adapter.dial(ORDER))
    assert pbx.journal.of("hangup")[0].fields["extenOrUniqueId"] == "1.2"


def test_hangs_up_its_own_call_by_unique_id(pbx: Server, open_adapter: OpenAdapter) -> None:
    board = pbx.pbx.switchboard
    adapter = open_adapter(pbx)
    call = adapter.dial(ORDER)
    other = board.place("101", "0399990000", call_id="1412750652.99", monitored=True)
    adapter.hang_up(call)
    assert [live.call_id for live in board.live()] == [other.call_id]
    snapshot, hangup = pbx.journal.entries[1:]
    assert snapshot.request.form_fields() == (
        ("exten", "101"),
        ("lastSequenceNumber", "0"),
        ("timeOut", "0"),
        ("apiKey", API_KEY),
    )
    assert hangup.request.form_fields() == (("extenOrUniqueId", "1412750652.7"), ("apiKey", API_KEY))


def test_an_unmonitored_call_is_hung_up_by_bare_extension(pbx: Server, open_adapter: OpenAdapter) -> None:
    adapter = open_adapter(pbx, monitored=False, extension="SIP/101")
    adapter.hang_up(adapter.dial(ORDER))
    assert [e.action for e in pbx.journal.entries] == ["dial", "hangup"]
    assert pbx.journal.entries[1].fields["extenOrUniqueId"] == "101"
    assert pbx.pbx.switchboard.live() == ()


def test_records_during_the_call_and_asks_for_the_unique_id_once(pbx: Server, open_adapter: OpenAdapter) -> None:
    board = pbx.pbx.switchboard
    adapter = open_adapter(pbx, tag="sales")
    call = adapter.start_recording(adapter.dial(ORDER), tag="complaint")
    assert call.recording
    assert (board.calls[0].recording, board.calls[0].tag) == (True, "complaint")
    call = adapter.stop_recording(call)
    assert not call.recording
    assert not board.calls[0].recording
    assert [e.action for e in pbx.journal.entries] == ["dial", "subscribe", "start", "stop"]
    assert pbx.journal.entries[2].request.form_fields() == (
        ("extenOrUniqueId", "1412750652.7"),
        ("tag", "complaint"),
        ("apiKey", API_KEY),
    )
    assert pbx.journal.entries[3].request.form_fields() == (
        ("extenOrUniqueId", "1412750652.7"),
        ("apiKey", API_KEY),
    )


def test_a_stop_that_the_pbx_refuses_is_told(pbx: Server, open_adapter: OpenAdapter) -> None:
    adapter = open_adapter(pbx)
    with pytest.raises(RefusedByPbx) as caught:
        adapter.stop_recording(adapter.dial(ORDER))
    assert caught.value.values == {"reason": "No recording in progress"}


def test_a_page_is_no_recording(pbx: Server, open_adapter: OpenAdapter) -> None:
    adapter = open_adapter(pbx)
    call = adapter.dial(ORDER)
    pbx.faults.set(Fault.HTML, at="start")
    with pytest.raises(UnexpectedReply) as caught:
        adapter.start_recording(call)
    assert caught.value.code == "reply_not_json"


def test_an_incoming_call_is_never_taken_for_the_dialled_one(pbx: Server, open_adapter: OpenAdapter) -> None:
    board = pbx.pbx.switchboard
    adapter = open_adapter(pbx)
    call = adapter.dial(ORDER)
    board.hang_up(board.calls[0].call_id)
    incoming = board.place("101", "0399990000", call_id="1412750652.99", monitored=True, inbound=True)
    for act in (adapter.hang_up, adapter.start_recording, adapter.stop_recording):
        with pytest.raises(CallGone):
            act(call)
    assert board.live() == (incoming,)


def test_without_the_right_to_look_the_bare_extension_serves(pbx: Server, open_adapter: OpenAdapter) -> None:
    adapter = open_adapter(pbx)
    call = adapter.dial(ORDER)
    pbx.faults.set(Fault.HTML, at="subscribe")
    adapter.hang_up(call)
    assert pbx.journal.entries[-1].fields["extenOrUniqueId"] == "101"


@pytest.mark.parametrize(
    "listed", [[], [{"CallData": {"uniqueCallId": "1.3", "status": "Hungup", "callerId": NUMBER}}]]
)
def test_where_no_call_lasts_the_bare_extension_serves(
    start_pbx: StartPbx, open_adapter: OpenAdapter, listed: list[object]
) -> None:
    pbx = start_pbx("noojee", canned={"subscribe": json_response({"Data": {"101": listed}, "seq": 3, "Code": 0})})
    adapter = open_adapter(pbx)
    adapter.hang_up(adapter.dial(ORDER))
    assert pbx.journal.of("hangup")[0].fields["extenOrUniqueId"] == "101"


@pytest.mark.parametrize(
    ("health", "error"),
    [
        (json_response({"Code": -1, "Message": "No trunk"}), RefusedByPbx(reason="No trunk")),
        (json_response({"Code": 0}), None),
        (json_response({"health": "good"}), None),
        (json_response({}, 404), None),
        (json_response({}, 500), UnexpectedReply("server_error", status=500)),
    ],
)
def test_check_fails_where_the_system_itself_says_that_it_is_not_well(
    start_pbx: StartPbx, open_adapter: OpenAdapter, health: Response, error: AppError | None
) -> None:
    pbx = start_pbx("noojee", canned={"health": health})
    if error is None:
        assert open_adapter(pbx).check().verified
        return
    with pytest.raises(type(error)) as caught:
        open_adapter(pbx).check()
    assert (caught.value.code, caught.value.values) == (error.code, error.values)


def test_check_asks_for_health_and_for_the_right_to_use_the_interface(pbx: Server, open_adapter: OpenAdapter) -> None:
    assert open_adapter(pbx).check().verified
    health, snapshot = pbx.journal.entries
    assert (health.method, health.path) == ("GET", "/servicemanager/rest/systemHealth/test")
    assert health.request.query == f"apiKey={API_KEY}"
    assert snapshot.action == "subscribe"
    assert pbx.pbx.switchboard.calls == ()


def test_check_is_honest_about_what_an_old_pbx_did_not_verify(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    before_subscribe = Response(status=404, body=b"<html></html>", content_type="text/html")
    pbx = start_pbx("noojee", canned={"subscribe": before_subscribe})
    assert not open_adapter(pbx).check().verified


def test_check_needs_no_health_page_that_it_understands(pbx: Server, open_adapter: OpenAdapter) -> None:
    pbx.faults.set(Fault.HTML, at="health")
    assert open_adapter(pbx).check().verified


def test_check_tells_another_web_server_from_a_pbx(pbx: Server, open_adapter: OpenAdapter) -> None:
    pbx.faults.set(Fault.HTML)
    with pytest.raises(UnexpectedReply) as caught:
        open_adapter(pbx).check()
    assert caught.value.code == "reply_not_json"
    pbx.faults.clear()
    with pytest.raises(UnexpectedReply) as caught:
        open_adapter(pbx, server=f"{pbx.url}/portal").check()
    assert (caught.value.code, caught.value.field) == ("page_not_found", "server")
