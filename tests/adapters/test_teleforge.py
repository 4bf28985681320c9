"""Teleforge: the vendor's exact request against the simulated PBX, and every shape refused before it is sent."""

from __future__ import annotations

from typing import Any

import pytest

from traydial.adapters.teleforge import SPEC
from traydial.core.adapter import Capability, DialOrder
from traydial.core.errors import (
    AppError,
    CertificateRejected,
    ConfigError,
    CredentialsRejected,
    NotAllowed,
    NumberRejected,
    OutcomeUnknown,
    RateLimited,
    RefusedByPbx,
    UnexpectedReply,
    Unreachable,
)
from traydial.simulator.faults import Fault
from traydial.simulator.message import json_response
from traydial.simulator.server import Server
from traydial.simulator.teleforge import KEY, Teleforge


@pytest.fixture
def pbx(request: pytest.FixtureRequest) -> Any:
    """A Teleforge; parametrize indirectly with its major version to get an older one."""
    with Server(Teleforge(version=getattr(request, "param", 4))) as server:
        yield server


def body(pbx: Server) -> Any:
    return pbx.journal.of("dial")[-1].request.json()


def refusal(open_adapter: Any, pbx: Server, order: DialOrder, **changes: str) -> AppError:
    """Return why nothing was sent."""
    with pytest.raises(AppError) as caught:
        open_adapter(pbx, **changes).dial(order)
    assert pbx.journal.entries == ()
    return caught.value


def test_dials_as_documented(pbx: Server, open_adapter: Any) -> None:
    call = open_adapter(pbx, reference="crm-7").dial(DialOrder(number="27820001234"))
    (entry,) = pbx.journal.entries
    assert (entry.method, entry.path, entry.request.query) == ("POST", "/click2dial/calls", "")
    assert entry.request.content_type == "application/json"
    assert entry.request.headers["authorization"] == f"Key={KEY}"
    assert body(pbx) == {
        "agent": "1001",
        "callee": "27820001234",
        "outbound_id": "27110001234",
        "contact_ref": "crm-7",
    }
    assert (call.call_id, call.details["reference"]) == (None, "crm-7")


def test_without_key_and_reference_neither_is_sent(pbx: Server, open_adapter: Any) -> None:
    open_adapter(pbx, api_key="").dial(DialOrder(number="0820001234"))
    assert "authorization" not in pbx.journal.entries[0].request.headers
    assert body(pbx) == {"agent": "1001", "callee": "0820001234", "outbound_id": "27110001234"}


@pytest.mark.parametrize("pbx", [2], indirect=True)
def test_before_version_3_the_reference_had_another_name(pbx: Server, open_adapter: Any) -> None:
    open_adapter(pbx, api_version="2").dial(DialOrder(number="27820001234", reference="crm-7"))
    assert body(pbx)["call_ref"] == "crm-7"
    with pytest.raises(RefusedByPbx) as caught:
        open_adapter(pbx).dial(DialOrder(number="27820001234", reference="crm-7"))
    assert caught.value.values["reason"] == '400 {"error": "unknown field contact_ref"}'


def test_the_address_may_hold_the_path(pbx: Server, open_adapter: Any) -> None:
    open_adapter(pbx, server=f"{pbx.url}/click2dial/calls").dial(DialOrder(number="27820001234"))
    assert len(pbx.pbx.switchboard.calls) == 1


@pytest.mark.parametrize(
    "number", ["27820001234", "0820001234", "0027820001234", "0012125550100", "0049891234567890", "100", "1001"]
)
def test_numbers_of_every_documented_shape(pbx: Server, open_adapter: Any, number: str) -> None:
    open_adapter(pbx).dial(DialOrder(number=number))
    assert pbx.pbx.switchboard.calls[0].number == number


@pytest.mark.parametrize(
    "number",
    [
        "",
        "+27820001234",
        "2782000123",
        "278200012345",
        "820001234",
        "00278200012",
        "00278200012345678",
        "12",
        "12345",
        "٠٨٢٠٠٠١٢٣٤",
        "082 000 1234",
        "27820001234\n",
        "*21#",
    ],
)
def test_other_numbers_are_refused_with_what_would_do(pbx: Server, open_adapter: Any, number: str) -> None:
    error = refusal(open_adapter, pbx, DialOrder(number=number))
    assert isinstance(error, NumberRejected)
    assert error.values == {"number": number, "accepted": "27820001234, 0027820001234, 0820001234"}


@pytest.mark.parametrize("version", ["2", "3"])
def test_extensions_can_be_called_from_version_4_on(pbx: Server, open_adapter: Any, version: str) -> None:
    assert isinstance(refusal(open_adapter, pbx, DialOrder(number="1002"), api_version=version), NumberRejected)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("agent", "10"),
        ("agent", "sip:1001"),
        ("outbound_id", "+27110001234"),
        ("outbound_id", "RANDOM"),
        ("outbound_id", "tvc_"),
        ("reference", "with space"),
        ("reference", "a/b"),
        ("reference", "{nonsense}"),
    ],
)
def test_settings_of_a_wrong_shape_are_refused_with_the_reason(
    pbx: Server, open_adapter: Any, key: str, value: str
) -> None:
    error = refusal(open_adapter, pbx, DialOrder(number="27820001234"), **{key: value})
    assert (type(error), error.code, error.field) == (ConfigError, "setting_invalid", key)
    assert error.values["reason"] == SPEC.field(key).hint
    with pytest.raises(ConfigError):
        open_adapter(pbx, **{key: value}).check()


@pytest.mark.parametrize("value", ["random", "tvc_spring-sale", "0110001234", "27110001234"])
def test_every_documented_caller_id(pbx: Server, open_adapter: Any, value: str) -> None:
    open_adapter(pbx, outbound_id=value).dial(DialOrder(number="27820001234"))
    assert body(pbx)["outbound_id"] == value


def test_the_dial_plan_may_choose_the_caller_id(pbx: Server, open_adapter: Any) -> None:
    open_adapter(pbx).dial(DialOrder(number="27820001234", caller_id="+27210001234"))
    assert body(pbx)["outbound_id"] == "27210001234"


def test_a_reference_template_is_filled_in_with_legal_characters(pbx: Server, open_adapter: Any, desk: Any) -> None:
    desk.user_name = "Jörg van Wyk"
    adapter = open_adapter(pbx, reference="{user}:{date}_{time}~{number}")
    adapter.dial(DialOrder(number="27820001234"))
    assert body(pbx)["contact_ref"] == "Jorg-van-Wyk:2026-03-09_14-05-07~27820001234"
    adapter.dial(DialOrder(number="27820001234", reference="case.{number}"))
    assert body(pbx)["contact_ref"] == "case.27820001234"


def test_each_uuid_is_another(pbx: Server, open_adapter: Any) -> None:
    adapter = open_adapter(pbx, reference="{uuid}")
    references = {adapter.dial(DialOrder(number="27820001234")).details["reference"] for _ in range(2)}
    assert [len(reference) for reference in references] == [36, 36]


def test_a_long_reference_is_cut_to_what_the_pbx_takes(pbx: Server, open_adapter: Any) -> None:
    open_adapter(pbx).dial(DialOrder(number="27820001234", reference="r" * 231))
    assert body(pbx)["contact_ref"] == "r" * 230


def test_check_places_no_call_and_says_that_it_cannot_know(pbx: Server, open_adapter: Any) -> None:
    assert not open_adapter(pbx).check().verified
    assert [entry.action for entry in pbx.journal.entries] == ["connect"]
    with pytest.raises(Unreachable) as caught:
        open_adapter(pbx, server="http://127.0.0.1:1").check()
    assert caught.value.field == "server"


def test_warm_connects_and_places_no_call(pbx: Server, open_adapter: Any) -> None:
    open_adapter(pbx).warm()
    assert [entry.action for entry in pbx.journal.entries] == ["connect"]


def test_https_needs_a_trusted_certificate(start_pbx: Any, open_adapter: Any, certificates: Any) -> None:
    pbx = start_pbx("teleforge", tls=certificates.server)
    assert isinstance(refusal(open_adapter, pbx, DialOrder(number="27820001234")), CertificateRejected)
    open_adapter(pbx, ca_file=certificates.ca_file).dial(DialOrder(number="27820001234"))
    assert len(pbx.pbx.switchboard.calls) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.WRONG_CREDENTIALS, CredentialsRejected),
        (Fault.HTML, OutcomeUnknown),
        (Fault.ERROR_500, OutcomeUnknown),
        (Fault.RESET, OutcomeUnknown),
        (Fault.RATE_LIMITED, RateLimited),
    ],
)
def test_each_fault_is_told_for_what_it_is(pbx: Server, open_adapter: Any, fault: Fault, kind: type[AppError]) -> None:
    pbx.faults.set(fault, at="dial")
    with pytest.raises(kind):
        open_adapter(pbx).dial(DialOrder(number="27820001234"))
    assert len(pbx.journal.of("dial")) == 1


def test_any_2xx_is_a_yes(pbx: Server, open_adapter: Any) -> None:
    pbx.faults.set(Fault.EMPTY, at="dial")
    assert open_adapter(pbx).dial(DialOrder(number="27820001234")).call_id is None


def test_a_wrong_address_is_a_clear_no(pbx: Server, open_adapter: Any) -> None:
    with pytest.raises(UnexpectedReply) as caught:
        open_adapter(pbx, server=f"{pbx.url}/portal").dial(DialOrder(number="27820001234"))
    assert (caught.value.code, caught.value.field) == ("page_not_found", "server")


def test_what_teleforge_cannot_do_is_declared_with_the_reason() -> None:
    keys = "server agent outbound_id reference api_version api_key redis redis_password"
    assert [f.key for f in SPEC.fields] == keys.split()
    assert SPEC.capabilities == Capability.DIAL | Capability.REFERENCE | Capability.LIVE_STATE
    assert set(SPEC.absent) == set(~SPEC.capabilities)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (399, UnexpectedReply),
        (400, RefusedByPbx),
        (401, CredentialsRejected),
        (403, NotAllowed),
        (404, UnexpectedReply),
        (409, RefusedByPbx),
        (429, RateLimited),
        (499, RefusedByPbx),
        (500, OutcomeUnknown),
    ],
)
def test_only_a_plain_no_is_a_refusal(start_pbx: Any, open_adapter: Any, status: int, kind: type[AppError]) -> None:
    pbx = start_pbx("teleforge", canned={"dial": json_response({"error": "no"}, status)})
    with pytest.raises(AppError) as caught:
        open_adapter(pbx).dial(DialOrder(number="27820001234"))
    assert type(caught.value) is kind
    assert len(pbx.journal.of("dial")) == 1
