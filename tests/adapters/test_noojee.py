"""Noojee: the vendor's exact requests over real HTTP, in body and query, and what every answer and fault means."""

import logging
import re
import threading
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from traydial.adapters.noojee import SPEC, Adapter
from traydial.core.account import Account
from traydial.core.adapter import AccountSettings, Capability, DialOrder
from traydial.core.call import CallRef
from traydial.core.dialplan.plan import plan
from traydial.core.errors import (
    AppError,
    Cancelled,
    CredentialsRejected,
    NotAllowed,
    OutcomeUnknown,
    RateLimited,
    RefusedByPbx,
    SecretStoreError,
    UnexpectedReply,
)
from traydial.core.number.read import read
from traydial.services.calling.cancel_source import CancelSource
from traydial.simulator.faults import Fault
from traydial.simulator.message import Response, json_response
from traydial.simulator.noojee import API_KEY, Noojee, Reads
from traydial.simulator.server import Server

API = "/servicemanager/rest/CallManagementAPI/"
NUMBER = "0383208100"
ORDER = DialOrder(number=NUMBER)

StartPbx = Callable[..., Server]
OpenAdapter = Callable[..., Adapter]


@pytest.fixture
def pbx(start_pbx: StartPbx) -> Server:
    return start_pbx("noojee")


def requests(server: Server) -> list[tuple[str, str, str, str]]:
    """Every command that arrived: its action, request line's query, content type and body."""
    return [
        (e.path.removeprefix(API), e.request.query, e.request.content_type, e.request.body.decode())
        for e in server.journal.entries
    ]


FORM = "application/x-www-form-urlencoded"
DIAL = f"number={NUMBER}&extenOrUniqueId=SIP%2F101&monitored=yes&apiKey={API_KEY}"


@pytest.mark.parametrize("parameters", ["auto", "body"])
def test_dials_with_the_parameters_in_the_body(pbx: Server, open_adapter: OpenAdapter, parameters: str) -> None:
    call = open_adapter(pbx, parameters=parameters).dial(ORDER)
    assert [e.method for e in pbx.journal.entries] == ["POST"]
    assert requests(pbx) == [("dial", "", FORM, DIAL)]
    assert call == CallRef(call_id="7", answer="Originate successfully queued", details={"number": NUMBER})


def test_dials_with_the_parameters_in_the_query(pbx: Server, open_adapter: OpenAdapter) -> None:
    open_adapter(pbx, parameters="query").dial(ORDER)
    assert requests(pbx) == [("dial", DIAL, FORM, "")]


def test_sends_every_parameter_of_the_vendors_table(pbx: Server, open_adapter: OpenAdapter) -> None:
    adapter = open_adapter(
        pbx,
        extension="PJSIP/102",
        auto_answer="Alert-Info: Ring Answer",
        caller_id="0390001111",
        phone_caption="My Brand",
        monitored=True,
        tag="sales & more",
    )
    call = adapter.dial(DialOrder(number=NUMBER, record=True))
    assert pbx.journal.entries[0].request.form_fields() == (
        ("number", NUMBER),
        ("extenOrUniqueId", "PJSIP/102"),
        ("autoAnswer", "Alert-Info: Ring Answer"),
        ("callerId", "0390001111"),
        ("phoneCaption", "My Brand"),
        ("monitored", "yes"),
        ("record", "true"),
        ("tag", "sales & more"),
        ("apiKey", API_KEY),
    )
    assert call.recording
    assert pbx.pbx.switchboard.calls[0].tag == "sales & more"


def test_what_one_call_asks_for_stands_before_the_account(pbx: Server, open_adapter: OpenAdapter) -> None:
    adapter = open_adapter(pbx, caller_id="0390001111", tag="sales")
    adapter.dial(DialOrder(number=NUMBER, record=True, tag="complaint", caller_id="0390002222"))
    fields = pbx.journal.entries[0].fields
    assert (fields["record"], fields["tag"], fields["callerId"]) == ("true", "complaint", "0390002222")


def test_a_tag_travels_only_with_a_recording(pbx: Server, open_adapter: OpenAdapter) -> None:
    assert not open_adapter(pbx, tag="sales").dial(DialOrder(number=NUMBER, tag="complaint")).recording
    assert not {"record", "tag"} & set(pbx.journal.entries[0].fields)


def test_a_tag_is_filled_in_for_each_call(pbx: Server, open_adapter: OpenAdapter) -> None:
    adapter = open_adapter(pbx, tag="{date}_{number} of {user}")
    call = adapter.dial(DialOrder(number=NUMBER, record=True))
    adapter.start_recording(call, tag="{number}!")
    dialled, started = (entry.fields["tag"] for entry in pbx.journal.entries if "tag" in entry.fields)
    assert re.fullmatch(rf"\d{{4}}-\d\d-\d\d_{NUMBER} of [A-Za-z0-9._+-]+", dialled)
    assert started == f"{NUMBER}!"


def test_unmonitored_calls_are_not_announced(pbx: Server, open_adapter: OpenAdapter) -> None:
    open_adapter(pbx, monitored=False).dial(ORDER)
    assert "monitored" not in pbx.journal.entries[0].fields


@pytest.mark.parametrize(
    ("setting", "sent"),
    [
        ("yealink", "Call-info:answer-after=0"),
        ("Polycom", "Alert-Info: Ring Answer"),
        ("grandstream", "Call-Info:\\\\; answer-after=0"),
        ("snom", "Call-Info:\\\\; answer-after=0"),
        ("aastra", "Call-Info:\\\\; answer-after=0"),
        ("linksys", "Call-Info:\\\\; answer-after=0"),
        ("Alert-Info: info=auto", "Alert-Info: info=auto"),
    ],
)
def test_auto_answer_speaks_to_each_make_of_phone(
    pbx: Server, open_adapter: OpenAdapter, setting: str, sent: str
) -> None:
    open_adapter(pbx, auto_answer=setting).dial(ORDER)
    assert pbx.journal.entries[0].fields["autoAnswer"] == sent


def test_auto_falls_back_to_the_query_once_and_remembers(
    start_pbx: StartPbx, open_adapter: OpenAdapter, desk: Any
) -> None:
    pbx = start_pbx(Noojee(reads=Reads.QUERY))
    open_adapter(pbx).dial(ORDER)
    assert requests(pbx) == [("dial", "", FORM, DIAL), ("dial", DIAL, FORM, "")]
    assert desk.facts == {"parameters": "query"}
    open_adapter(pbx).dial(ORDER)
    assert requests(pbx)[2:] == [("dial", DIAL, FORM, "")]
    assert len(pbx.pbx.switchboard.calls) == 2


def test_what_was_remembered_is_corrected_when_the_pbx_changes(
    start_pbx: StartPbx, open_adapter: OpenAdapter, desk: Any
) -> None:
    desk.facts["parameters"] = "query"
    pbx = start_pbx(Noojee(reads=Reads.BODY))
    open_adapter(pbx).dial(ORDER)
    assert [bool(query) for _, query, _, _ in requests(pbx)] == [True, False]
    assert desk.facts == {"parameters": "body"}


def test_a_chosen_place_is_never_left(start_pbx: StartPbx, open_adapter: OpenAdapter, desk: Any) -> None:
    pbx = start_pbx(Noojee(reads=Reads.QUERY))
    with pytest.raises(AppError):
        open_adapter(pbx, parameters="body").dial(ORDER)
    assert len(requests(pbx)) == 1
    assert desk.facts == {}


@pytest.mark.parametrize("fault", [Fault.EMPTY, Fault.HTML, Fault.ERROR_500, Fault.RESET])
@pytest.mark.parametrize("reads", [Reads.BOTH, Reads.QUERY])
def test_no_fall_back_after_an_unclear_answer(
    start_pbx: StartPbx, open_adapter: OpenAdapter, desk: Any, fault: Fault, reads: Reads
) -> None:
    pbx = start_pbx(Noojee(reads=reads))
    pbx.faults.set(fault)
    with pytest.raises(OutcomeUnknown):
        open_adapter(pbx).dial(ORDER)
    assert len(requests(pbx)) == 1
    assert desk.facts == {}


@pytest.mark.parametrize("fault", [Fault.BUSY, Fault.NOT_REGISTERED])
def test_no_fall_back_after_a_plain_refusal(pbx: Server, open_adapter: OpenAdapter, fault: Fault) -> None:
    pbx.faults.set(fault)
    with pytest.raises(RefusedByPbx) as caught:
        open_adapter(pbx).dial(ORDER)
    words = {Fault.BUSY: "Extension SIP/101 is busy", Fault.NOT_REGISTERED: "Extension SIP/101 is not registered"}
    assert caught.value.values == {"reason": words[fault]}
    assert len(requests(pbx)) == 1


def test_a_rate_limit_says_when(pbx: Server, open_adapter: OpenAdapter) -> None:
    pbx.faults.set(Fault.RATE_LIMITED)
    with pytest.raises(RateLimited) as caught:
        open_adapter(pbx).dial(ORDER)
    assert caught.value.values == {"after_s": 7}


def test_a_wrong_key_is_tied_to_its_field(pbx: Server, open_adapter: OpenAdapter) -> None:
    for attempt in (lambda a: a.dial(ORDER), lambda a: a.check()):
        with pytest.raises(CredentialsRejected) as caught:
            attempt(open_adapter(pbx, api_key="wrong"))
        assert (caught.value.field, caught.value.code) == ("api_key", "credentials_rejected")
    assert pbx.pbx.switchboard.calls == ()


def test_the_one_error_that_the_vendor_shows_is_about_the_credentials(pbx: Server, open_adapter: OpenAdapter) -> None:
    pbx.faults.set(Fault.EXPIRED_SESSION)
    with pytest.raises(CredentialsRejected) as caught:
        open_adapter(pbx).dial(ORDER)
    assert caught.value.values == {"reason": "Expired TimeStamp"}


def test_needs_a_key(desk: Any) -> None:
    with pytest.raises(SecretStoreError) as caught:
        Adapter(AccountSettings(values={"server": "https://pbx.example.com.au", "extension": "101"}), desk)
    assert (caught.value.code, caught.value.field) == ("secret_missing", "api_key")


def test_an_address_that_is_not_on_the_list_gets_the_hint(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    pbx = start_pbx(Noojee(address_allowed=False))
    for attempt in (lambda a: a.dial(ORDER), lambda a: a.check()):
        with pytest.raises(NotAllowed) as caught:
            attempt(open_adapter(pbx))
        assert caught.value.code == "address_not_allowed"


def test_a_notice_is_a_yes_with_words(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    pbx = start_pbx(Noojee(notice="Queued, but the trunk is busy"))
    call = open_adapter(pbx).dial(ORDER)
    assert (call.call_id, call.answer) == ("7", "Queued, but the trunk is busy")


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.HANG])
def test_an_answer_that_does_not_come_is_waited_for_and_can_be_cancelled(
    pbx: Server, open_adapter: OpenAdapter, fault: Fault
) -> None:
    adapter = open_adapter(pbx)
    pbx.faults.set(fault)
    order = DialOrder(number=NUMBER, cancel=CancelSource())
    errors: list[AppError] = []

    def dial() -> None:
        try:
            adapter.dial(order)
        except AppError as error:
            errors.append(error)

    caller = threading.Thread(target=dial)
    caller.start()
    assert pbx.pbx.switchboard.wait_for(lambda calls: len(calls) == 1)
    order.cancel.cancel()
    caller.join(10)
    [error] = errors
    assert isinstance(error, Cancelled)
    assert error.values == {"sent": True}
    assert len(requests(pbx)) == 1


def text(words: str, status: int, content_type: str = "text/plain") -> Response:
    return Response(status=status, body=words.encode(), content_type=content_type)


@pytest.mark.parametrize(
    ("response", "error"),
    [
        (json_response({"Code": "-3", "Message": "No trunk"}), RefusedByPbx(reason="No trunk")),
        (json_response({"Code": -3}), RefusedByPbx(reason="Code -3")),
        (text("No such\nextension", 400), RefusedByPbx(reason="No such extension")),
        (text("<html>Bad Request</html>", 400, "text/html"), UnexpectedReply(status=400)),
        (text("", 401), CredentialsRejected(field="api_key")),
        (text("No trunk", 399), UnexpectedReply(field="server", status=399)),
        (text("No trunk", 402), RefusedByPbx(reason="No trunk")),
        (text("No trunk", 404), UnexpectedReply("page_not_found", field="server", status=404)),
        (text("No trunk", 429), RateLimited()),
        (text("No trunk", 499), RefusedByPbx(reason="No trunk")),
        (text("No trunk", 500), OutcomeUnknown(why="server_error", status=500)),
        (json_response({"Code": True}), OutcomeUnknown(why="unexpected_reply", status=200)),
        (json_response({"Code": "-" + "1" * 19}), OutcomeUnknown(why="unexpected_reply", status=200)),
        (
            json_response({"Code": -1, "Message": "Your IP 192.0.2.1 is not known"}),
            NotAllowed("address_not_allowed", reason="Your IP 192.0.2.1 is not known"),
        ),
        (text("Missing parameter number", 500), OutcomeUnknown(why="server_error", status=500)),
        (json_response({"SessionID": 7}), OutcomeUnknown(why="unexpected_reply", status=200)),
        (json_response([0]), OutcomeUnknown(why="unexpected_reply", status=200)),
    ],
)
def test_what_an_answer_means(
    start_pbx: StartPbx, open_adapter: OpenAdapter, response: Response, error: AppError
) -> None:
    pbx = start_pbx("noojee", canned={"dial": response})
    with pytest.raises(type(error)) as caught:
        open_adapter(pbx).dial(ORDER)
    assert (caught.value.code, caught.value.values) == (error.code, error.values)
    assert len(requests(pbx)) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 422])
def test_a_plain_refusal_may_be_a_status_with_words(
    start_pbx: StartPbx, open_adapter: OpenAdapter, status: int
) -> None:
    pbx = start_pbx("noojee", canned={"dial": text("Required parameter 'number' is not present", status)})
    with pytest.raises(AppError):
        open_adapter(pbx).dial(ORDER)
    assert [bool(query) for _, query, _, _ in requests(pbx)] == [False, True]


def test_a_yes_is_a_yes_whatever_its_words(start_pbx: StartPbx, open_adapter: OpenAdapter, desk: Any) -> None:
    yes = json_response({"Code": "0", "Message": "phoneCaption missing", "SessionID": "12"})
    pbx = start_pbx("noojee", canned={"dial": yes})
    assert open_adapter(pbx).dial(ORDER).call_id == "12"
    assert len(requests(pbx)) == 1
    assert desk.facts == {}


def test_works_over_tls_that_it_was_told_to_trust(
    start_pbx: StartPbx, open_adapter: OpenAdapter, certificates: Any
) -> None:
    pbx = start_pbx("noojee", tls=certificates.server)
    assert open_adapter(pbx, ca_file=certificates.ca_file).dial(ORDER).call_id == "7"


@pytest.mark.parametrize("parameters", ["auto", "query"])
@pytest.mark.parametrize(
    "fault", [None, *(f for f in Fault if f not in (Fault.HANG, Fault.SLOW, Fault.EXPIRED_SESSION))]
)
def test_no_secret_is_logged_or_told(
    pbx: Server, open_adapter: OpenAdapter, caplog: pytest.LogCaptureFixture, fault: Fault | None, parameters: str
) -> None:
    caplog.set_level(logging.DEBUG)
    adapter = open_adapter(pbx, parameters=parameters)
    if fault is not None:
        pbx.faults.set(fault)
    told = ""
    call = CallRef(details={"number": NUMBER})
    for attempt in (
        adapter.check,
        lambda: adapter.dial(ORDER),
        lambda: adapter.start_recording(call),
        lambda: adapter.hang_up(call),
    ):
        try:
            told += repr(attempt())
        except AppError as error:
            told += f"{error!r} {error} {error.values} {''.join(traceback.format_exception(error))}"
    told += caplog.text + "".join(map(str, pbx.journal.entries)) + repr(pbx.journal.entries)
    assert pbx.journal.entries
    assert API_KEY not in told


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("+61 3 8320 8100", "0383208100"),
        ("0383208100", "0383208100"),
        ("+27820001234", "001127820001234"),
        ("102", "102"),
    ],
)
def test_numbers_take_the_form_that_is_dialled_in_australia(typed: str, dialled: str) -> None:
    [candidate] = read(typed, region="AU").candidates
    assert plan(candidate, Account(id="melbourne", pbx="noojee"), SPEC.number_rules, region="IT").dialled == dialled


def test_declares_what_it_can_and_why_it_cannot() -> None:
    assert SPEC.capabilities == ~Capability.REFERENCE
    assert set(SPEC.absent) == {Capability.REFERENCE}
