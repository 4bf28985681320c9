"""TEL4VN: tokens given and fetched, renewed before they end and once when forgotten, and the check of an account."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from traydial.adapters.tel4vn import Adapter
from traydial.core.adapter import AccountSettings, DialOrder, Secret
from traydial.core.errors import AppError, CredentialsRejected, SecretStoreError, UnexpectedReply
from traydial.simulator.faults import Fault
from traydial.simulator.message import json_response
from traydial.simulator.server import Server
from traydial.simulator.tel4vn import API_KEY, LASTING_TOKEN, Edition, Tel4vn

ORDER = DialOrder(number="0899098899")

StartPbx = Callable[..., Server]
OpenAdapter = Callable[..., Adapter]


def test_fetches_one_token_with_the_api_key(start_pbx: StartPbx, open_adapter: OpenAdapter, desk: Any) -> None:
    desk.time = datetime.now(UTC)
    server = start_pbx("tel4vn")
    adapter = open_adapter(server)
    adapter.dial(ORDER)
    adapter.dial(ORDER)
    [token] = server.journal.of("token")
    assert (token.method, token.path, token.request.json()) == ("POST", "/v1/auth/token", {"api_key": API_KEY})
    [fetched] = desk.redacted
    assert [e.request.headers["authorization"] for e in server.journal.of("dial")] == [f"Bearer {fetched}"] * 2


def test_reads_the_call_centre_editions_token(start_pbx: StartPbx, open_adapter: OpenAdapter, desk: Any) -> None:
    desk.time = datetime.now(UTC)
    server = start_pbx(Tel4vn(edition=Edition.CALL_CENTER, token_lifetime_s=600))
    adapter = open_adapter(server)
    assert adapter.dial(ORDER).call_id
    assert [e.path for e in server.journal.of("token")] == ["/v1/auth/token", "/v3/auth/token"]
    desk.time += timedelta(seconds=500)
    adapter.dial(ORDER)
    assert len(desk.redacted) == 1
    desk.time += timedelta(seconds=60)
    adapter.dial(ORDER)
    assert len(desk.redacted) == 2


def test_renews_the_token_before_it_ends(start_pbx: StartPbx, open_adapter: OpenAdapter, desk: Any) -> None:
    desk.time = datetime.now(UTC)
    adapter = open_adapter(start_pbx("tel4vn"))
    adapter.warm()
    desk.time += timedelta(hours=23)
    adapter.dial(ORDER)
    assert len(desk.redacted) == 1
    desk.time += timedelta(minutes=56)
    adapter.dial(ORDER)
    assert len(desk.redacted) == 2


def test_two_threads_share_one_token(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    adapter = open_adapter(server)
    server.faults.set(Fault.SLOW, at="token")
    with ThreadPoolExecutor() as pool:
        first = pool.submit(adapter.dial, ORDER)
        server.journal.wait_for(lambda entry: entry.action == "token")
        second = pool.submit(adapter.dial, ORDER)
        with pytest.raises(TimeoutError):  # it waits for the first one's token
            server.journal.wait_for(lambda entry: entry.action == "token" and entry.number > 1, 0.3)
        server.faults.clear()
        assert first.result(10).call_id != second.result(10).call_id
    assert [entry.action for entry in server.journal.entries] == ["token", "dial", "dial"]


def test_a_token_that_the_pbx_forgot_costs_one_renewal_and_one_call(
    start_pbx: StartPbx, open_adapter: OpenAdapter
) -> None:
    server = start_pbx("tel4vn")
    server.faults.set(Fault.EXPIRED_SESSION, times=1)
    call = open_adapter(server).dial(ORDER)
    assert [entry.action for entry in server.journal.entries] == ["token", "dial", "token", "dial"]
    assert [placed.call_id for placed in server.pbx.switchboard.calls] == [call.call_id]


def test_a_token_that_is_never_accepted_ends_after_one_renewal(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    server.faults.set(Fault.EXPIRED_SESSION)
    with pytest.raises(CredentialsRejected) as caught:
        open_adapter(server).dial(ORDER)
    assert (caught.value.code, caught.value.field) == ("token_rejected", "api_key")
    assert [entry.action for entry in server.journal.entries] == ["token", "dial", "token", "dial"]
    assert server.pbx.switchboard.calls == ()


def test_a_given_token_is_not_renewed(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    with pytest.raises(CredentialsRejected) as caught:
        open_adapter(server, api_key="", token="stale").dial(ORDER)
    assert (caught.value.code, caught.value.field) == ("token_rejected", "token")
    assert [entry.action for entry in server.journal.entries] == ["dial"]


def test_a_given_token_gives_way_to_the_api_key_when_it_ends(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    open_adapter(server, token="stale").dial(ORDER)
    assert [entry.action for entry in server.journal.entries] == ["dial", "token", "dial"]
    assert len(server.pbx.switchboard.calls) == 1


def test_needs_a_key_or_a_token(desk: Any) -> None:
    with pytest.raises(SecretStoreError) as caught:
        Adapter(AccountSettings(values={"server": "https://pbx.example.vn", "extension": "101"}), desk)
    assert (caught.value.code, caught.value.field) == ("secret_missing", "api_key")


@pytest.mark.parametrize(
    ("fault", "error", "code"),
    [
        (Fault.WRONG_CREDENTIALS, CredentialsRejected, "credentials_rejected"),
        (Fault.ERROR_500, UnexpectedReply, "server_error"),
        (Fault.HTML, UnexpectedReply, "reply_not_json"),
        (Fault.EMPTY, UnexpectedReply, "reply_empty"),
    ],
)
def test_without_a_token_nothing_is_dialled(
    start_pbx: StartPbx, open_adapter: OpenAdapter, fault: Fault, error: type[AppError], code: str
) -> None:
    server = start_pbx("tel4vn")
    server.faults.set(fault, at="token")
    with pytest.raises(error) as caught:
        open_adapter(server).dial(ORDER)
    assert caught.value.code == code
    assert server.journal.of("dial") == ()


def test_check_has_the_pbx_judge_the_token(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    info = open_adapter(server).check()
    assert info.verified
    assert info.facts == {"username": "agent101", "user_agent": "Simulated phone"}
    assert [entry.action for entry in server.journal.entries] == ["token", "agents"]
    assert server.pbx.switchboard.calls == ()


@pytest.mark.parametrize(
    ("secrets", "field_", "code"),
    [
        ({"api_key": "wrong"}, "api_key", "credentials_rejected"),
        ({"api_key": "", "token": "wrong"}, "token", "token_rejected"),
    ],
)
def test_check_names_the_wrong_secret(
    start_pbx: StartPbx, open_adapter: OpenAdapter, secrets: dict[str, str], field_: str, code: str
) -> None:
    with pytest.raises(CredentialsRejected) as caught:
        open_adapter(start_pbx("tel4vn"), **secrets).check()
    assert (caught.value.field, caught.value.code) == (field_, code)


@pytest.mark.parametrize(
    "answer",
    [
        {"data": {"token": {"token": LASTING_TOKEN}}},
        {"data": {"token": LASTING_TOKEN, "expired": 10**30}},
        {"token": LASTING_TOKEN, "expired_in": "soon"},
    ],
)
def test_a_token_counts_wherever_it_stands_and_however_it_ends(
    start_pbx: StartPbx, open_adapter: OpenAdapter, desk: Any, answer: object
) -> None:
    assert open_adapter(start_pbx("tel4vn", canned={"token": json_response(answer)})).dial(ORDER).call_id
    assert desk.redacted == [LASTING_TOKEN]


def test_an_answer_without_a_token_dials_nothing(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn", canned={"token": json_response({"data": {"expired": 1}})})
    with pytest.raises(UnexpectedReply) as caught:
        open_adapter(server).dial(ORDER)
    assert caught.value.code == "unexpected_reply"
    assert server.journal.of("dial") == ()


@pytest.mark.parametrize("status", [403, 404])
@pytest.mark.parametrize(
    ("secrets", "verified"), [({}, True), ({"api_key": "", "token": LASTING_TOKEN}, False)], ids=["key", "token"]
)
def test_check_is_honest_where_agents_may_not_be_asked_for(
    start_pbx: StartPbx, open_adapter: OpenAdapter, secrets: dict[str, str], verified: bool, status: int
) -> None:
    server = start_pbx("tel4vn", canned={"agents": json_response({"error": "no"}, status)})
    assert open_adapter(server, **secrets).check().verified is verified


def test_warming_leaves_a_token_and_a_connection(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    server = start_pbx("tel4vn")
    adapter = open_adapter(server)
    adapter.warm()
    assert [entry.action for entry in server.journal.entries] == ["token", "connect"]
    adapter.dial(ORDER)
    assert [entry.action for entry in server.journal.entries] == ["token", "connect", "dial"]


def test_the_token_has_no_text_form(desk: Any) -> None:
    settings = AccountSettings(values={"server": "https://pbx.example.vn"}, secrets={"token": Secret("topsecret")})
    assert "topsecret" not in repr(vars(Adapter(settings, desk)))
