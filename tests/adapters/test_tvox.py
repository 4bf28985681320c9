"""TVox: the vendor's exact requests against the simulated PBX, and what the adapter makes of every answer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from traydial.adapters.tvox import SPEC
from traydial.core.adapter import Adapter, DialOrder
from traydial.core.call import CallRef
from traydial.core.errors import (
    AppError,
    CallGone,
    CertificateRejected,
    ConfigError,
    CredentialsRejected,
    NotAllowed,
    OutcomeUnknown,
    RefusedByPbx,
    UnexpectedReply,
    Unreachable,
    Unsupported,
)
from traydial.simulator.faults import Fault
from traydial.simulator.journal import Entry
from traydial.simulator.message import Response, json_response
from traydial.simulator.server import Server
from traydial.simulator.tvox import PASSWORD, TVox


@pytest.fixture
def pbx(request: pytest.FixtureRequest) -> Any:
    """A TVox; parametrize indirectly with the simulator's arguments to get a special one."""
    with Server(TVox(**getattr(request, "param", {}))) as server:
        yield server


def sent(entry: Entry) -> Any:
    return entry.request.json()


def params(pbx: Server, action: str) -> list[Any]:
    """What the latest request of `action` carried."""
    return list(sent(pbx.journal.of(action)[-1])["params"])


def actions(pbx: Server) -> list[str]:
    return [entry.action for entry in pbx.journal.entries]


def rpc(result: object) -> Response:
    return json_response({"jsonrpc": "2.0", "id": 1, "result": result})


def rpc_error(code: int, message: str) -> Response:
    return json_response({"jsonrpc": "2.0", "id": 1, "error": {"code": code, "message": message}})


def test_logs_in_with_the_version_of_the_webapi_and_dials_with_its_own_cookie(pbx: Server, open_adapter: Any) -> None:
    call = open_adapter(pbx).dial(DialOrder(number="600"))
    version, login, dial = pbx.journal.entries
    assert (version.method, version.path) == ("POST", "/tvox/webapi")
    assert {key: sent(version)[key] for key in ("jsonrpc", "method", "params")} == {
        "jsonrpc": "2.0",
        "method": "getVersion",
        "params": [],
    }
    assert sent(login)["method"] == "login"
    assert sent(login)["params"] == ["10.26.0", "mrossi", PASSWORD]
    assert sent(dial)["method"] == "dialNumber"
    assert sent(dial)["params"] == ["mrossi", "600", "", "", False, None, True, ""]
    assert dial.request.content_type == "application/json"
    assert set(dial.request.cookies) == {"JSESSIONID"}
    assert "cookie" not in login.request.headers
    placed = pbx.pbx.switchboard.calls[0]
    assert call == CallRef(call_id=placed.call_id, details={"number": "600"})


def test_every_parameter_of_dialnumber_can_be_set_for_the_account(pbx: Server, open_adapter: Any) -> None:
    adapter = open_adapter(
        pbx, dial_as="lbianchi", job_label="desk", service_code="SALES", rec_file_name="{date}_{time}_{user}_{number}"
    )
    call = adapter.dial(DialOrder(number="0444123456", access_code="0", record=True))
    name = "2026-03-09_14-05-07_mrossi_0444123456"
    assert params(pbx, "dial") == ["lbianchi", "0444123456", "0", "desk", True, name, True, "SALES"]
    assert call.recording
    assert pbx.pbx.switchboard.calls[0].recording


def test_a_call_may_have_its_own_tag_and_reference(pbx: Server, open_adapter: Any) -> None:
    open_adapter(pbx, job_label="desk", service_code="SALES").dial(
        DialOrder(number="600", tag="SUPPORT", reference="case 7")
    )
    assert params(pbx, "dial")[3] == "case 7"
    assert params(pbx, "dial")[7] == "SUPPORT"


@pytest.mark.parametrize("end", ["", "/", "/tvox", "/tvox/", "/tvox/webapi", "/tvox/webapi/"])
def test_the_address_may_hold_the_path_or_not(pbx: Server, open_adapter: Any, end: str) -> None:
    open_adapter(pbx, server=pbx.url + end).dial(DialOrder(number="600"))
    assert {entry.path for entry in pbx.journal.entries} == {"/tvox/webapi"}


@pytest.mark.parametrize(
    ("pbx", "has_id"),
    [({"result": "string"}, True), ({"result": "object"}, True), ({"result": "true"}, False)],
    indirect=["pbx"],
)
def test_the_call_id_comes_as_text_or_in_an_object_or_not_at_all(pbx: Server, open_adapter: Any, has_id: bool) -> None:
    call = open_adapter(pbx).dial(DialOrder(number="600"))
    assert call.call_id == (pbx.pbx.switchboard.calls[0].call_id if has_id else None)


def test_one_login_serves_many_calls(pbx: Server, open_adapter: Any) -> None:
    adapter = open_adapter(pbx)
    adapter.warm()
    adapter.warm()
    for _ in range(2):
        adapter.dial(DialOrder(number="600"))
    assert actions(pbx) == ["version", "login", "connect", "dial", "dial"]


def test_records_and_hangs_up_by_call_id(pbx: Server, open_adapter: Any) -> None:
    adapter = open_adapter(pbx, rec_file_name="call-{number}")
    call = adapter.dial(DialOrder(number="600"))
    recorded = adapter.start_recording(call)
    assert params(pbx, "start_recording") == ["mrossi", call.call_id, "call-600"]
    assert recorded == replace(call, recording=True)
    assert adapter.stop_recording(recorded) == call
    assert params(pbx, "stop_recording") == ["mrossi", call.call_id]
    adapter.hang_up(call)
    assert params(pbx, "hang_up") == [call.call_id]
    assert pbx.pbx.switchboard.live() == ()


def test_recording_that_began_with_the_call_can_be_stopped(pbx: Server, open_adapter: Any) -> None:
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number="600", record=True))
    assert not adapter.stop_recording(call).recording
    assert not pbx.pbx.switchboard.calls[0].recording


@pytest.mark.parametrize("pbx", [{"record_api": "seed"}], indirect=True)
def test_auto_falls_back_to_the_old_recon_once_and_remembers(pbx: Server, open_adapter: Any, desk: Any) -> None:
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number="600"))
    assert adapter.start_recording(call).recording
    forms = [sent(entry)["params"] for entry in pbx.journal.of("start_recording")]
    assert forms == [["mrossi", call.call_id, None], ["mrossi", None]]
    assert desk.facts == {"record_api": "seed"}
    adapter.stop_recording(call)
    open_adapter(pbx).start_recording(call)
    assert [sent(entry)["params"] for entry in pbx.journal.of("start_recording")[2:]] == [["mrossi", None]]


def test_auto_goes_forward_again_when_the_pbx_was_updated(pbx: Server, open_adapter: Any, desk: Any) -> None:
    desk.facts["record_api"] = "seed"
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number="600"))
    assert adapter.start_recording(call).recording
    assert desk.facts == {"record_api": "2022-12-20"}


@pytest.mark.parametrize("pbx", [{"record_api": "seed"}], indirect=True)
@pytest.mark.parametrize(("record_api", "works"), [("seed", True), ("2022-12-20", False)])
def test_a_chosen_form_of_recon_is_the_only_one(
    pbx: Server, open_adapter: Any, desk: Any, record_api: str, works: bool
) -> None:
    adapter = open_adapter(pbx, record_api=record_api, rec_file_name="recordedCall")
    call = adapter.dial(DialOrder(number="600"))
    if works:
        adapter.start_recording(call)
        assert params(pbx, "start_recording") == ["mrossi", "recordedCall"]
    else:
        with pytest.raises(RefusedByPbx):
            adapter.start_recording(call)
    assert len(pbx.journal.of("start_recording")) == 1
    assert desk.facts == {}


def test_another_refusal_of_recon_is_not_tried_in_another_form(pbx: Server, open_adapter: Any) -> None:
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number="600"))
    adapter.hang_up(call)
    with pytest.raises(RefusedByPbx) as caught:
        adapter.start_recording(call)
    assert caught.value.values["reason"] == "No such call"
    assert len(pbx.journal.of("start_recording")) == 1


def test_what_is_asked_of_a_call_that_ended_on_the_phone_says_that_it_is_over(pbx: Server, open_adapter: Any) -> None:
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number="600"))
    pbx.pbx.switchboard.hang_up(pbx.pbx.switchboard.calls[0].call_id)
    for method in (adapter.hang_up, adapter.start_recording, adapter.stop_recording):
        with pytest.raises(CallGone) as caught:
            method(call)
        assert caught.value.code == "call_gone"


def test_without_a_call_id_only_what_needs_none_is_sent(pbx: Server, open_adapter: Any) -> None:
    adapter = open_adapter(pbx)
    for method in (adapter.hang_up, adapter.stop_recording):
        with pytest.raises(Unsupported):
            method(CallRef())
    assert actions(pbx) == []


@pytest.mark.parametrize(("action", "method"), [("hang_up", "hangupCall"), ("start_recording", "recOn")])
def test_a_result_of_false_is_a_no(start_pbx: Any, open_adapter: Any, action: str, method: str) -> None:
    adapter = open_adapter(start_pbx("tvox", canned={action: rpc(False)}))
    call = adapter.dial(DialOrder(number="600"))
    with pytest.raises(RefusedByPbx) as caught:
        getattr(adapter, action)(call)
    assert caught.value.values["reason"] == f"{method}: false"


def test_two_threads_share_one_login(pbx: Server, open_adapter: Any) -> None:
    adapter = open_adapter(pbx)
    pbx.faults.set(Fault.SLOW, at="login")
    with ThreadPoolExecutor() as pool:
        first = pool.submit(adapter.dial, DialOrder(number="600"))
        pbx.journal.wait_for(lambda entry: entry.action == "login")
        second = pool.submit(adapter.dial, DialOrder(number="601"))
        with pytest.raises(TimeoutError):  # it waits for the first one's login
            pbx.journal.wait_for(lambda entry: entry.action == "version" and entry.number > 2, 0.3)
        pbx.faults.clear()
        assert first.result(10).call_id != second.result(10).call_id
    assert actions(pbx) == ["version", "login", "dial", "dial"]


@pytest.mark.parametrize("pbx", [{"expiry": how} for how in ("401", "403", "redirect", "page", "error")], indirect=True)
class TestExpiredSession:
    def test_a_plain_refusal_leads_to_one_new_login_and_one_call(self, pbx: Server, open_adapter: Any) -> None:
        adapter = open_adapter(pbx)
        adapter.warm()
        pbx.faults.set(Fault.EXPIRED_SESSION, times=1)
        assert adapter.dial(DialOrder(number="600")).call_id
        assert actions(pbx) == ["version", "login", "dial", "version", "login", "dial"]
        assert len(pbx.pbx.switchboard.calls) == 1

    def test_a_fresh_session_that_is_refused_too_ends_it(self, pbx: Server, open_adapter: Any) -> None:
        adapter = open_adapter(pbx)
        pbx.faults.set(Fault.EXPIRED_SESSION)
        with pytest.raises((NotAllowed, RefusedByPbx)):
            adapter.dial(DialOrder(number="600"))
        assert actions(pbx).count("dial") == 2
        assert pbx.pbx.switchboard.calls == ()

    def test_other_methods_log_in_again_too(self, pbx: Server, open_adapter: Any) -> None:
        adapter = open_adapter(pbx)
        call = adapter.dial(DialOrder(number="600"))
        for method in (adapter.start_recording, adapter.stop_recording, adapter.hang_up):
            pbx.faults.set(Fault.EXPIRED_SESSION, times=1)
            method(call)
        assert pbx.pbx.switchboard.live() == ()
        assert len(pbx.journal.of("login")) == 4


def test_check_logs_in_anew_and_tells_the_versions(pbx: Server, open_adapter: Any) -> None:
    adapter = open_adapter(pbx)
    for _ in range(2):
        info = adapter.check()
    assert info.summary == "TVox 10.26.32, WebAPI 10.26.0"
    assert info.facts["rights"] == "TVOX_SUPERVISOR, TVOX_USER, SUPERVISOR"
    assert info.verified
    assert actions(pbx) == ["version", "login"] * 2


def failure(adapter: Adapter) -> AppError:
    with pytest.raises(AppError) as caught:
        adapter.check()
    return caught.value


def test_check_ties_each_failure_to_the_field_that_is_wrong(pbx: Server, open_adapter: Any) -> None:
    wrong = failure(open_adapter(pbx, password="not-it"))
    assert (type(wrong), wrong.field) == (CredentialsRejected, "password")
    gone = failure(open_adapter(pbx, server="http://127.0.0.1:1"))
    assert (type(gone), gone.field, gone.code) == (Unreachable, "server", "connection_refused")
    elsewhere = failure(open_adapter(pbx, server=f"{pbx.url}/portal"))
    assert (type(elsewhere), elsewhere.field, elsewhere.code) == (UnexpectedReply, "server", "page_not_found")
    with pytest.raises(ConfigError) as invalid:
        open_adapter(pbx, server="ftp://pbx")
    assert invalid.value.field == "server"


def test_https_needs_a_trusted_certificate(start_pbx: Any, open_adapter: Any, certificates: Any) -> None:
    pbx = start_pbx("tvox", tls=certificates.server)
    assert isinstance(failure(open_adapter(pbx)), CertificateRejected)
    assert pbx.journal.entries == ()
    open_adapter(pbx, ca_file=certificates.ca_file).dial(DialOrder(number="600"))
    assert len(pbx.pbx.switchboard.calls) == 1


@pytest.mark.parametrize(
    ("fault", "reason"), [(Fault.BUSY, "User is busy"), (Fault.NOT_REGISTERED, "User has no registered device")]
)
def test_a_no_is_told_in_tvox_s_words(pbx: Server, open_adapter: Any, fault: Fault, reason: str) -> None:
    pbx.faults.set(fault)
    with pytest.raises(RefusedByPbx) as caught:
        open_adapter(pbx).dial(DialOrder(number="600"))
    assert caught.value.values["reason"] == reason
    assert len(pbx.journal.of("dial")) == 1


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (200, RefusedByPbx(rpc_code=-32000, reason="User is busy")),
        (400, RefusedByPbx(rpc_code=-32000, reason="User is busy")),
        (404, RefusedByPbx(rpc_code=-32000, reason="User is busy")),
        (500, RefusedByPbx(rpc_code=-32000, reason="User is busy")),
        (401, NotAllowed(field="username")),
        (403, NotAllowed(field="username")),
        (405, UnexpectedReply(status=405)),
        (501, OutcomeUnknown(why="server_error", status=501)),
    ],
)
def test_a_refusal_may_travel_with_a_status_of_its_own(
    start_pbx: Any, open_adapter: Any, status: int, error: AppError
) -> None:
    busy = {"jsonrpc": "2.0", "id": 1, "error": {"code": -32000, "message": "User is busy"}}
    pbx = start_pbx("tvox", canned={"dial": json_response(busy, status)})
    with pytest.raises(type(error)) as caught:
        open_adapter(pbx).dial(DialOrder(number="600"))
    assert (caught.value.code, caught.value.values) == (error.code, error.values)


def test_the_account_form_has_the_agreed_keys() -> None:
    keys = "server username password dial_as access_code job_label service_code rec_file_name record_api"
    assert [f.key for f in SPEC.fields] == keys.split()


def test_the_name_of_a_recording_is_cut_to_what_a_file_may_be_called(pbx: Server, open_adapter: Any) -> None:
    open_adapter(pbx, rec_file_name="r" * 121).dial(DialOrder(number="600", record=True))
    assert params(pbx, "dial")[5] == "r" * 120


@pytest.mark.parametrize("pbx", [{"record_api": "seed"}], indirect=True)
def test_a_call_without_an_id_is_recorded_by_the_form_that_needs_none(
    pbx: Server, open_adapter: Any, desk: Any
) -> None:
    adapter = open_adapter(pbx)
    adapter.dial(DialOrder(number="600"))
    assert adapter.start_recording(CallRef(details={"number": "600"})).recording
    assert [sent(entry)["params"] for entry in pbx.journal.of("start_recording")] == [["mrossi", None]]
    assert desk.facts == {}


@pytest.mark.parametrize(
    ("code", "words", "forms"),
    [
        (-32601, "no", 2),
        (-32602, "no", 2),
        (-32000, "wrong number of arguments", 2),
        (-32000, "no", 1),
        (32602, "no", 1),
    ],
)
def test_another_form_of_recon_is_tried_when_the_parameters_are_refused(
    start_pbx: Any, open_adapter: Any, code: int, words: str, forms: int
) -> None:
    pbx = start_pbx("tvox", canned={"start_recording": rpc_error(code, words)})
    adapter = open_adapter(pbx)
    call = adapter.dial(DialOrder(number="600"))
    with pytest.raises(AppError):
        adapter.start_recording(call)
    assert len(pbx.journal.of("start_recording")) == forms
