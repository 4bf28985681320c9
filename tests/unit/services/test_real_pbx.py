"""The whole way through, from a request to a simulated PBX over real HTTP, with every adapter."""

import pytest

from traydial.core.account import Account
from traydial.core.adapter import Capability
from traydial.core.call import CallState, Recording
from traydial.core.config import Config
from traydial.core.dialing import CallChanged
from traydial.core.errors import Unreachable
from traydial.services.registry import Registry
from traydial.simulator import catalog
from traydial.simulator.faults import HTTP_FAULTS, Fault
from traydial.simulator.server import Server

WAIT_S = 10.0
NUMBER = {"teleforge": "+27 82 000 1234", "tel4vn": "+84 24 3825 1234"}
REGION = {"teleforge": "ZA", "tel4vn": "VN"}

UNCLEAR = (Fault.RESET, Fault.EMPTY, Fault.ERROR_500)
CLEAR = (Fault.WRONG_CREDENTIALS, Fault.BUSY, Fault.NOT_REGISTERED, Fault.RATE_LIMITED)
FAULTS = [
    pytest.param(pbx, fault, id=f"{pbx}-{fault}")
    for pbx in catalog.ids()
    for fault in (*UNCLEAR, *CLEAR, Fault.HTML)
    if fault in HTTP_FAULTS or fault in catalog.simulated(pbx).faults
]


@pytest.fixture(params=catalog.ids())
def server(request):
    with Server(catalog.simulated(request.param)) as server:
        yield server


@pytest.fixture
def registry():
    return Registry()


@pytest.fixture
def config(server, keyring):
    demo = server.pbx.account(server.url)
    keyring.secrets.update({("office", key): value for key, value in demo.secrets.items()})
    region = REGION.get(server.pbx.id, "IT")
    return Config(accounts=(Account(id="office", pbx=server.pbx.id, region=region, settings=demo.settings),))


@pytest.fixture
def can(registry, server):
    return registry.spec(server.pbx.id).capabilities


@pytest.fixture
def dial(work, server):
    return lambda **changes: work.dial(NUMBER.get(server.pbx.id, "+39 0444 123456"), **changes)


def test_one_request_is_one_call(work, dial, server, history):
    dial()
    accepted = work.call(CallState.ACCEPTED)
    (placed,) = server.pbx.switchboard.calls
    assert accepted.plan.dialled in (placed.number, f"+{placed.number}")
    (entry,) = history.latest()
    assert (entry.id, entry.code) == (accepted.id, "")


def test_a_dry_run_touches_no_network(work, dial, server):
    dial(dry_run=True)
    assert work.next().plan.dialled
    assert work.quiet()
    assert server.journal.entries == ()


def test_recording_and_hanging_up_reach_the_very_call(work, dial, server, can):
    dial()
    work.call(CallState.ACCEPTED)
    if Capability.RECORD_DURING_CALL in can:
        work.do("record", True)
        work.call(recording=Recording.ON)
        assert [call.recording for call in server.pbx.switchboard.calls] == [True]
        work.do("record", False)
        work.call(recording=Recording.OFF)
        assert [call.recording for call in server.pbx.switchboard.calls] == [False]
    work.do("hang_up")
    if Capability.HANG_UP in can:
        work.call(CallState.ENDED)
        assert server.pbx.switchboard.live() == ()
    else:
        while (error := work.next(CallChanged).call.error) is None:
            pass
        assert error.code == "unsupported"


def test_recording_from_the_start_is_what_the_pbx_does(work, dial, server, can):
    dial(record=True)
    if can & (Capability.RECORD_AT_DIAL | Capability.RECORD_DURING_CALL):
        work.call(recording=Recording.ON)
        assert [call.recording for call in server.pbx.switchboard.calls] == [True]
    else:
        assert work.declined().field == "record"
        assert server.pbx.switchboard.calls == ()


@pytest.mark.parametrize(("server", "fault"), FAULTS, indirect=["server"])
def test_whatever_goes_wrong_nothing_is_dialled_twice(work, dial, server, history, fault):
    server.faults.set(fault, at="dial" if fault in HTTP_FAULTS else None)
    request_id = dial()
    while (call := work.next(CallChanged).call).state is CallState.REQUESTED:
        pass
    assert call.id == request_id
    expected = {CallState.UNKNOWN} if fault in UNCLEAR else {CallState.REFUSED}
    if fault is Fault.HTML:
        expected = {CallState.REFUSED, CallState.UNKNOWN}  # as clear as the vendor's documents make it
    if fault is Fault.EMPTY and server.pbx.id == "teleforge":
        expected = {CallState.ACCEPTED}  # it documents no body
    assert call.state in expected
    assert len(server.pbx.switchboard.calls) <= 1
    assert history.latest()[0].state is call.state


def test_a_pbx_that_does_not_answer_can_be_left(work, dial, server):
    server.faults.set(Fault.HANG, at="dial")
    request_id = dial()
    assert server.journal.wait_for(lambda entry: entry.action == "dial")
    work.do("cancel", request_id)
    call = work.call(CallState.UNKNOWN)
    assert call.error.values == {"sent": True}
    server.faults.clear()
    assert work.quiet()
    assert len(server.pbx.switchboard.calls) <= 1


def test_a_pbx_that_is_not_there_is_told(work, dial, server):
    server.close()
    dial()
    assert isinstance(work.call(CallState.REFUSED).error, Unreachable)


def test_a_secret_reaches_neither_log_nor_disk(work, dial, keyring, tmp_path, caplog):
    dial()
    work.call(CallState.ACCEPTED)
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    for secret in keyring.secrets.values():
        assert secret not in caplog.text
        assert all(secret.encode() not in content for content in written)
