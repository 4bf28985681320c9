"""What every adapter promises, whoever wrote it: a complete declaration, and one clear end for every dial."""

from __future__ import annotations

import logging
import re
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from traydial.core.adapter import (
    API_VERSION,
    AccountInfo,
    AccountSettings,
    AdapterSpec,
    Capability,
    DialOrder,
    Kind,
)
from traydial.core.call import CallRef, CallState
from traydial.core.errors import (
    AppError,
    Cancelled,
    CredentialsRejected,
    DeviceUnavailable,
    NotAllowed,
    OutcomeUnknown,
    RateLimited,
    RefusedByPbx,
    UnexpectedReply,
    Unreachable,
)
from traydial.services.calling.cancel_source import CancelSource
from traydial.services.registry import BUILT_IN, Registry
from traydial.simulator import catalog
from traydial.simulator.faults import HTTP_FAULTS, Fault
from traydial.simulator.server import Server
from traydial.words.messages import message

REPOSITORY = Path(__file__).resolve().parents[2]
REGISTRY = Registry()

METHODS = {
    Capability.DIAL: {"dial"},
    Capability.HANG_UP: {"hang_up"},
    Capability.RECORD_DURING_CALL: {"start_recording", "stop_recording"},
    Capability.LIVE_STATE: {"watch"},
}
# How a dial may end, by the fault that hits it. A PBX that gives its yes in the status alone may accept EMPTY.
ENDS: dict[Fault, tuple[type, ...]] = {
    Fault.WRONG_CREDENTIALS: (CredentialsRejected, NotAllowed),
    Fault.EXPIRED_SESSION: (CredentialsRejected, NotAllowed),
    Fault.BUSY: (DeviceUnavailable, RefusedByPbx),
    Fault.NOT_REGISTERED: (DeviceUnavailable, RefusedByPbx),
    Fault.RESET: (OutcomeUnknown,),
    Fault.EMPTY: (OutcomeUnknown, CallRef),
    Fault.HTML: (OutcomeUnknown,),
    Fault.ERROR_500: (OutcomeUnknown,),
    Fault.RATE_LIMITED: (RateLimited,),
}


def with_quick_faults() -> list[tuple[str, Fault]]:
    """Every PBX with each quick fault that it can have."""
    return [(pbx, fault) for pbx in sorted(BUILT_IN) for fault in sorted(ENDS) if fault in faults_of(pbx)]


def faults_of(pbx: str) -> set[Fault]:
    return {*HTTP_FAULTS, *catalog.simulated(pbx).faults}


def able_to(capability: Capability) -> list[str]:
    return [pbx for pbx in sorted(BUILT_IN) if capability in REGISTRY.spec(pbx).capabilities]


@pytest.fixture(params=sorted(BUILT_IN))
def pbx(request: pytest.FixtureRequest, start_pbx: Any) -> Server:
    return start_pbx(request.param)  # type: ignore[no-any-return]


@pytest.fixture
def spec(pbx: Server) -> AdapterSpec:
    return REGISTRY.spec(pbx.pbx.id)


@pytest.fixture
def adapter(pbx: Server, open_adapter: Any) -> Any:
    return open_adapter(pbx)


@pytest.fixture
def order(spec: AdapterSpec) -> DialOrder:
    """An order for a number that the PBX says it takes."""
    return DialOrder(number=spec.number_rules.examples[0])


def end_of(adapter: Any, order: DialOrder) -> Any:
    return outcome(lambda: adapter.dial(order))


def outcome(job: Callable[[], Any]) -> Any:
    """Return what `job` returns, or the error of ours that it raises."""
    try:
        return job()
    except AppError as error:
        return error


def secrets_of(pbx: Server) -> set[str]:
    """What must stay secret: the account's own, and every session and token that came over the wire to the PBX."""
    secrets = {*pbx.pbx.account(pbx.url).secrets.values()}
    for entry in pbx.journal.entries:
        secrets |= {*entry.request.cookies.values()}
        secrets |= {entry.request.headers.get("authorization", "").partition(" ")[2]} - {""}
    return secrets


def assert_keeps_secrets(error: object, secrets: Collection[str], log: str) -> None:
    """No secret in the error, in what led to it, in its traceback, or in the log at its most talkative."""
    told = [log]
    while isinstance(error, BaseException):
        told += [str(error), repr(error), repr(vars(error)), *traceback.format_exception(error)]
        error = error.__cause__ or error.__context__
    assert not [secret for secret in secrets if any(secret in text for text in told)]


class TestDeclaration:
    def test_is_complete(self, spec: AdapterSpec) -> None:
        assert REGISTRY.spec(spec.id) is spec
        assert spec.api == API_VERSION
        assert spec.name
        assert spec.tested
        assert (REPOSITORY / spec.docs).is_file()
        assert len({f.key for f in spec.fields}) == len(spec.fields)

    def test_every_field_explains_itself(self, spec: AdapterSpec) -> None:
        for f in spec.fields:
            assert re.fullmatch(r"[a-z][a-z0-9_]*", f.key)
            assert f.label, f.key
            assert f.help, f.key
            assert isinstance(f.default, bool) == (f.kind is Kind.BOOL), f.key
            assert f.hint or not f.pattern, f.key
            if f.kind is Kind.CHOICE:
                assert f.default in f.choices, f.key
            if f.kind is Kind.SECRET:
                assert f.default == "", f.key
            if f.pattern and f.default:
                assert re.fullmatch(f.pattern, str(f.default)), f.key

    def test_every_capability_has_its_method_or_a_reason(self, spec: AdapterSpec) -> None:
        adapter_class = REGISTRY.adapter_class(spec.id)
        for capability, methods in METHODS.items():
            for method in methods:
                assert hasattr(adapter_class, method) == (capability in spec.capabilities), method
        assert Capability.DIAL in spec.capabilities
        assert {c for c in Capability if c not in spec.capabilities} == set(spec.absent)
        assert all(spec.absent.values())

    def test_its_own_examples_are_numbers_it_takes(self, spec: AdapterSpec) -> None:
        rules = spec.number_rules
        assert rules.examples
        for example in rules.examples:
            assert any(re.fullmatch(accepted, example) for accepted in rules.accepts), example
        assert rules.access_code_field in (None, *(f.key for f in spec.fields))

    def test_the_setting_that_records_every_call_is_a_switch_of_a_pbx_that_records(self, spec: AdapterSpec) -> None:
        if spec.record_field is not None:
            assert spec.field(spec.record_field).kind is Kind.BOOL
            assert Capability.RECORD_AT_DIAL in spec.capabilities

    def test_there_is_a_simulated_pbx_for_each(self) -> None:
        assert set(catalog.ids()) == set(BUILT_IN)


class TestCost:
    def test_a_declaration_is_read_without_anything_heavy(self) -> None:
        code = (
            "import sys; from traydial.services.registry import Registry; Registry().specs();"
            "print(sorted({'httpcore', 'ssl', 'msgspec', 'keyring', 'PySide6', 'json'} & set(sys.modules)))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"

    def test_building_it_touches_no_network(
        self, pbx: Server, open_adapter: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def no_socket(*_: object, **__: object) -> None:
            raise AssertionError("a socket was opened")

        with monkeypatch.context() as patch:
            patch.setattr(socket, "socket", no_socket)
            adapter = open_adapter(pbx)
            adapter.close()
            adapter.close()
        assert pbx.journal.entries == ()

    def test_warm_and_check_place_no_call(self, pbx: Server, adapter: Any) -> None:
        adapter.warm()
        adapter.check()
        assert pbx.journal.of("dial") == ()
        assert pbx.pbx.switchboard.calls == ()


class TestDial:
    def test_places_one_call(self, pbx: Server, adapter: Any, order: DialOrder) -> None:
        assert isinstance(end_of(adapter, order), CallRef)
        (call,) = pbx.pbx.switchboard.calls
        assert call.number == order.number

    def test_a_slow_answer_is_an_answer(self, pbx: Server, adapter: Any, order: DialOrder) -> None:
        pbx.faults.set(Fault.SLOW, at="dial")
        with ThreadPoolExecutor() as pool:
            dial = pool.submit(end_of, adapter, order)
            pbx.journal.wait_for(lambda entry: entry.action == "dial")
            pbx.faults.clear()
            assert isinstance(dial.result(10), CallRef)

    @pytest.mark.parametrize("everywhere", [False, True], ids=["at dial", "everywhere"])
    @pytest.mark.parametrize(("pbx", "fault"), with_quick_faults(), indirect=["pbx"])
    def test_each_fault_ends_it_once_and_tells_no_secret(
        self,
        pbx: Server,
        adapter: Any,
        order: DialOrder,
        desk: Any,
        fault: Fault,
        everywhere: bool,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        caplog.set_level(logging.DEBUG)
        vendor_s = fault in pbx.pbx.faults
        pbx.faults.set(fault, at=None if everywhere or vendor_s else "dial")
        end = end_of(adapter, order)
        asked_first = everywhere and not pbx.journal.of("dial")  # a login or token was refused before
        assert isinstance(end, (*ENDS[fault], UnexpectedReply, Unreachable) if asked_first else ENDS[fault])
        assert len(pbx.pbx.switchboard.calls) <= 1
        assert len(pbx.journal.of("dial")) <= (2 if fault is Fault.EXPIRED_SESSION else 1)
        if isinstance(end, OutcomeUnknown):
            assert pbx.journal.of("dial"), "an outcome is unknown only after the dial left"
        assert_keeps_secrets(end, secrets_of(pbx), caplog.text)
        assert secrets_of(pbx) <= {*pbx.pbx.account(pbx.url).secrets.values(), *desk.redacted}

    def test_each_failure_has_its_own_sentence(self, pbx: Server, open_adapter: Any, order: DialOrder) -> None:
        adapter = open_adapter(pbx)
        ends = [end_of(open_adapter(pbx, server="http://127.0.0.1:1"), order)]
        for fault in (Fault.WRONG_CREDENTIALS, Fault.HTML, Fault.ERROR_500, Fault.RESET, Fault.RATE_LIMITED):
            pbx.faults.set(fault, at=None if fault in pbx.pbx.faults else "dial")
            ends.append(end_of(adapter, order))
        sentences = [message(end).sentence for end in ends]
        assert len(set(sentences)) == len(sentences), sentences
        assert all(message(end).next_step for end in ends)

    def test_a_session_that_ended_costs_no_second_call(self, pbx: Server, adapter: Any, order: DialOrder) -> None:
        adapter.warm()
        if Fault.EXPIRED_SESSION in pbx.faults.names:
            pbx.faults.set(Fault.EXPIRED_SESSION, times=1)
        end = end_of(adapter, order)
        assert len(pbx.pbx.switchboard.calls) == isinstance(end, CallRef)

    def test_wrong_secrets_are_refused_and_not_told(
        self, pbx: Server, open_adapter: Any, order: DialOrder, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        wrong = "0000-wrong-secret"
        keys = pbx.pbx.account(pbx.url).secrets
        end = end_of(open_adapter(pbx, **dict.fromkeys(keys, wrong)), order)
        assert isinstance(end, CredentialsRejected)
        assert end.field in keys
        assert pbx.pbx.switchboard.calls == ()
        assert_keeps_secrets(end, [wrong], caplog.text)

    def test_taking_it_back_ends_it_at_once(self, pbx: Server, adapter: Any, order: DialOrder) -> None:
        pbx.faults.set(Fault.HANG, at="dial")
        cancel = CancelSource()
        with ThreadPoolExecutor() as pool:
            dial = pool.submit(end_of, adapter, replace(order, cancel=cancel))
            pbx.journal.wait_for(lambda entry: entry.action == "dial")
            cancel.cancel()
            end = dial.result(5)
        assert (type(end), end.values) == (Cancelled, {"sent": True})
        assert len(pbx.journal.of("dial")) == 1

    def test_taken_back_before_it_began_nothing_is_sent(self, pbx: Server, adapter: Any, order: DialOrder) -> None:
        cancel = CancelSource()
        cancel.cancel()
        end = end_of(adapter, replace(order, cancel=cancel))
        assert (type(end), end.values) == (Cancelled, {"sent": False})
        assert pbx.journal.of("dial") == ()

    def test_an_unreachable_pbx_is_a_clear_no(self, pbx: Server, open_adapter: Any, order: DialOrder) -> None:
        end = end_of(open_adapter(pbx, server="http://127.0.0.1:1"), order)
        assert isinstance(end, Unreachable)
        assert end.code == "connection_refused"

    @pytest.mark.parametrize("pbx", able_to(Capability.HANG_UP), indirect=True)
    def test_hang_up_does_not_wait_for_a_dial_that_blocks(self, pbx: Server, adapter: Any, order: DialOrder) -> None:
        call = adapter.dial(order)
        pbx.faults.set(Fault.HANG, at="dial")
        cancel = CancelSource()
        with ThreadPoolExecutor() as pool:
            dial = pool.submit(end_of, adapter, replace(order, cancel=cancel))
            pbx.journal.wait_for(lambda entry: entry.action == "dial" and entry.fault is Fault.HANG)
            adapter.hang_up(call)
            assert not dial.done()
            cancel.cancel()


class TestRecording:
    @pytest.mark.parametrize("pbx", able_to(Capability.RECORD_DURING_CALL), indirect=True)
    def test_a_stop_that_the_pbx_refuses_is_told(self, pbx: Server, adapter: Any, order: DialOrder) -> None:
        call = adapter.start_recording(adapter.dial(order))
        pbx.pbx.switchboard.refuses_stop = True
        assert isinstance(outcome(lambda: adapter.stop_recording(call)), RefusedByPbx)
        assert pbx.pbx.switchboard.calls[0].recording


class TestWatch:
    @pytest.mark.parametrize("pbx", able_to(Capability.LIVE_STATE), indirect=True)
    def test_taken_back_before_it_began_nothing_is_asked(self, pbx: Server, adapter: Any, order: DialOrder) -> None:
        call = adapter.dial(order)
        asked = len(pbx.journal.entries)
        cancel = CancelSource()
        cancel.cancel()
        assert list(adapter.watch(call, cancel)) == []
        assert len(pbx.journal.entries) == asked

    @pytest.mark.parametrize("pbx", able_to(Capability.LIVE_STATE), indirect=True)
    def test_it_ends_with_the_call_and_nothing_more_is_asked(
        self, pbx: Server, adapter: Any, order: DialOrder, stepping: Any
    ) -> None:
        call = adapter.dial(order)
        [placed] = pbx.pbx.switchboard.calls
        update = []
        token = stepping(*[lambda: None] * 20)
        for told in adapter.watch(call, token):
            update.append(told)
            pbx.pbx.switchboard.hang_up(placed.call_id)
        assert {told.state for told in update} <= {CallState.CONNECTED, CallState.ENDED}
        assert [told.state for told in update][-1:] in ([], [CallState.ENDED])
        assert not token.cancelled


class TestCheck:
    @pytest.mark.parametrize(("pbx", "fault"), with_quick_faults(), indirect=["pbx"])
    def test_ends_with_an_answer_or_an_error_of_ours(
        self, pbx: Server, adapter: Any, desk: Any, fault: Fault, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        pbx.faults.set(fault)
        end = outcome(adapter.check)
        assert isinstance(end, AccountInfo | AppError)
        assert not isinstance(end, OutcomeUnknown)
        assert_keeps_secrets(end, secrets_of(pbx), caplog.text)
        assert secrets_of(pbx) <= {*pbx.pbx.account(pbx.url).secrets.values(), *desk.redacted}
        assert pbx.pbx.switchboard.calls == ()


def test_an_adapter_without_its_secret_says_which(pbx: Server, spec: AdapterSpec, desk: Any) -> None:
    values = {f.key: f.default for f in spec.fields if f.kind is not Kind.SECRET} | pbx.pbx.account(pbx.url).settings
    adapter = outcome(lambda: REGISTRY.adapter_class(spec.id)(AccountSettings(values=values), desk))
    secrets = {f.key: f.required for f in spec.fields if f.kind is Kind.SECRET}
    if isinstance(adapter, AppError):
        assert adapter.field in secrets
    else:
        assert not any(secrets.values())
