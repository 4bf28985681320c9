"""Teleforge: what became of a call, read from the Redis list of a real redis-server that others use too."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from redis_server import RedisServer
from traydial.adapters import teleforge
from traydial.adapters.teleforge import ENDINGS, NEWEST, Adapter
from traydial.core.adapter import DialOrder
from traydial.core.call import CallRef, CallState, CallUpdate
from traydial.core.errors import (
    AppError,
    CertificateRejected,
    CredentialsRejected,
    NotAllowed,
    Unreachable,
    Unsupported,
)
from traydial.services.calling.cancel_source import CancelSource
from traydial.simulator.phone import Phone
from traydial.simulator.server import Server
from traydial.simulator.teleforge import RECORDS, Teleforge

if TYPE_CHECKING:
    import redis

NUMBER = "27820001234"
PASSWORD = "records-password"

StartPbx = Callable[..., Server]
OpenAdapter = Callable[..., Adapter]


@pytest.fixture
def start_redis(tmp_path: Path) -> Iterator[Callable[..., RedisServer]]:
    servers: list[RedisServer] = []

    def start(*options: str, scheme: str = "redis") -> RedisServer:
        server = RedisServer(tmp_path, options, scheme).start()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def records(start_redis: Callable[..., RedisServer]) -> RedisServer:
    return start_redis()


@pytest.fixture
def client(records: RedisServer) -> Iterator[redis.Redis]:
    """Another program that uses the same list."""
    with records.client() as other:
        yield other


@pytest.fixture
def pbx(start_pbx: StartPbx, records: RedisServer) -> Server:
    server = start_pbx(Teleforge(redis_url=records.url))
    server.pbx.switchboard.answers_at_once = False
    return server


@pytest.fixture
def adapter(pbx: Server, open_adapter: OpenAdapter) -> Adapter:
    return open_adapter(pbx)


def nothing() -> None:
    """A step in which nothing happens."""


def does(pbx: Server, words: str) -> Callable[[], None]:
    return lambda: Phone(pbx.pbx.switchboard).do(words)


def record(reference: str, *, reason: str = "hungup", key: str = "contact_ref", **more: object) -> str:
    payload = {key: reference, "dialed_at": int(time.time()), "end_reason": reason, "call_time": 65} | more
    return json.dumps({"type": "cdr", "payload": payload})


def test_a_call_goes_on_in_silence_and_its_end_is_told(
    pbx: Server, adapter: Adapter, client: redis.Redis, stepping: Any
) -> None:
    call = adapter.dial(DialOrder(number=NUMBER))
    token = stepping(does(pbx, "answer"), does(pbx, "callee answers"), nothing, does(pbx, "hang up"))
    [told] = adapter.watch(call, token)
    assert (told.state, told.answer, told.duration_s) == (CallState.ENDED, "ended by hanging up", 0)
    assert token.waits == [1, 2, 4, 8]
    assert client.llen(RECORDS) == 1, "the record is still there for those whom it belongs to"


@pytest.mark.parametrize(("end", "words"), [("busy", "busy"), ("no answer", "no answer")])
def test_tells_why_nobody_was_reached(pbx: Server, adapter: Adapter, stepping: Any, end: str, words: str) -> None:
    call = adapter.dial(DialOrder(number=NUMBER))
    [told] = adapter.watch(call, stepping(does(pbx, end)))
    assert (told.state, told.answer) == (CallState.ENDED, words)


def test_every_disposition_has_words(adapter: Adapter, client: redis.Redis, stepping: Any) -> None:
    url = "https://recordings.example.za/" + "7" * 300
    for reason in (*ENDINGS, "SOMETHING_NEW"):
        call = adapter.dial(DialOrder(number=NUMBER))
        client.rpush(RECORDS, record(call.details["reference"], reason=reason, recording_url=url))
        words = ENDINGS.get(reason, reason)
        [told] = adapter.watch(call, stepping())
        assert told == CallUpdate(state=CallState.ENDED, answer=words, duration_s=65, recording_url=url)
        assert words


@pytest.mark.parametrize(
    ("payload", "duration_s", "url"),
    [
        ({"call_time": 0}, 0, ""),
        ({"call_time": 65.9, "recording_url": "http://pbx.example/1"}, 65, "http://pbx.example/1"),
        ({"call_time": -1, "recording_url": "file:///etc/passwd"}, None, ""),
        ({"call_time": "65", "recording_url": None}, None, ""),
        ({"dialed_at": None}, 65, ""),
    ],
)
def test_what_a_record_lacks_or_has_wrong_is_left_out(
    adapter: Adapter,
    client: redis.Redis,
    stepping: Any,
    payload: dict[str, object],
    duration_s: int | None,
    url: str,
) -> None:
    call = adapter.dial(DialOrder(number=NUMBER))
    client.rpush(RECORDS, record(call.details["reference"], **payload))
    [told] = adapter.watch(call, stepping())
    assert (told.state, told.duration_s, told.recording_url) == (CallState.ENDED, duration_s, url)


def test_a_lost_record_leaves_the_call_as_it_was(pbx: Server, adapter: Adapter, stepping: Any) -> None:
    call = adapter.dial(DialOrder(number=NUMBER))
    does(pbx, "drop event")()
    does(pbx, "hang up")()
    assert list(adapter.watch(call, stepping(*[nothing] * 5))) == []


def test_a_record_is_not_looked_for_for_ever(adapter: Adapter, stepping: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teleforge, "LOOKS", 6)
    token = stepping(*[nothing] * 9)
    assert list(adapter.watch(adapter.dial(DialOrder(number=NUMBER)), token)) == []
    assert (token.waits, token.cancelled) == ([1, 2, 4, 8, 10, 10], False)


def test_a_record_may_come_late(pbx: Server, adapter: Adapter, stepping: Any) -> None:
    call = adapter.dial(DialOrder(number=NUMBER))
    does(pbx, "hold events")()
    does(pbx, "hang up")()
    [told] = adapter.watch(call, stepping(nothing, nothing, does(pbx, "release events")))
    assert told.state is CallState.ENDED


def test_records_of_other_calls_and_other_things_are_passed_over(
    pbx: Server, adapter: Adapter, client: redis.Redis, stepping: Any
) -> None:
    call = adapter.dial(DialOrder(number=NUMBER, reference="crm-7"))
    others = ["no json", "[1]", '{"type": "cdr"}', record("crm-8"), record("crm-7", key="call_ref"), b"\xff\xfe"]
    token = stepping(lambda: client.rpush(RECORDS, *others), does(pbx, "busy"))
    [told] = adapter.watch(call, token)
    assert told.answer == "busy"
    assert client.llen(RECORDS) == len(others) + 1


def test_an_older_call_with_the_same_reference_is_not_this_one(
    pbx: Server, adapter: Adapter, client: redis.Redis, desk: Any, stepping: Any
) -> None:
    desk.time = datetime(1999, 1, 1, tzinfo=UTC)  # this machine's clock is wrong
    client.rpush(RECORDS, record("crm-7", reason="timeout", dialed_at=int(time.time()) - 60))
    call = adapter.dial(DialOrder(number=NUMBER, reference="crm-7"))
    [told] = adapter.watch(call, stepping(nothing, does(pbx, "busy")))
    assert told.answer == "busy"


@pytest.mark.parametrize(("ago_s", "told"), [(62, 1), (75, 0)])
def test_a_watch_that_begins_a_minute_after_the_call_knows_its_record_from_an_older_one(
    adapter: Adapter, client: redis.Redis, desk: Any, stepping: Any, ago_s: int, told: int
) -> None:
    call = adapter.dial(DialOrder(number=NUMBER, reference="crm-7"))
    desk.time += timedelta(seconds=60)
    client.rpush(RECORDS, record("crm-7", dialed_at=int(time.time()) - ago_s))
    assert len(list(adapter.watch(call, stepping(nothing)))) == told


@pytest.mark.parametrize("push", ["rpush", "lpush"])
def test_the_newest_records_are_seen_at_either_end_of_a_long_list(
    adapter: Adapter, client: redis.Redis, stepping: Any, push: str
) -> None:
    client.rpush(RECORDS, *[record(f"old-{n}") for n in range(3 * NEWEST)])
    call = adapter.dial(DialOrder(number=NUMBER, reference="crm-7"))
    [told] = adapter.watch(call, stepping(lambda: getattr(client, push)(RECORDS, record("crm-7"))))
    assert told.duration_s == 65


def test_what_others_take_away_from_the_list_does_not_matter(
    pbx: Server, adapter: Adapter, client: redis.Redis, stepping: Any
) -> None:
    client.rpush(RECORDS, *[record(f"old-{n}") for n in range(5)])
    call = adapter.dial(DialOrder(number=NUMBER))
    token = stepping(lambda: client.lpop(RECORDS, 5), does(pbx, "busy"))
    [told] = adapter.watch(call, token)
    assert told.answer == "busy"


@pytest.mark.parametrize(("version", "key"), [(2, "call_ref"), (3, "contact_ref")])
def test_the_reference_has_the_name_of_its_version(
    start_pbx: StartPbx, open_adapter: OpenAdapter, records: RedisServer, stepping: Any, version: int, key: str
) -> None:
    pbx = start_pbx(Teleforge(version=version, redis_url=records.url))
    adapter = open_adapter(pbx, api_version=str(version))
    call = adapter.dial(DialOrder(number=NUMBER))
    assert pbx.journal.of("dial")[0].request.json()[key] == call.details["reference"]  # type: ignore[index]
    [told] = adapter.watch(call, stepping(does(pbx, "hang up")))
    assert told.state is CallState.ENDED


def test_every_call_has_a_reference_of_its_own(adapter: Adapter) -> None:
    references = {adapter.dial(DialOrder(number=NUMBER)).details["reference"] for _ in range(2)}
    assert len(references) == 2
    assert "" not in references


def test_without_a_redis_nothing_is_told_and_nothing_asked(start_pbx: StartPbx, open_adapter: OpenAdapter) -> None:
    pbx = start_pbx("teleforge")
    adapter = open_adapter(pbx)
    for reference in ("", "crm-7"):
        assert list(adapter.watch(adapter.dial(DialOrder(number=NUMBER, reference=reference)), CancelSource())) == []
    assert [entry.action for entry in pbx.journal.entries] == ["dial", "dial"]


def test_a_call_that_no_record_could_be_told_by_is_not_looked_for(
    adapter: Adapter, client: redis.Redis, stepping: Any
) -> None:
    client.rpush(RECORDS, record(""))
    token = stepping()
    assert list(adapter.watch(CallRef(details={"reference": "", "placed_at": "0"}), token)) == []
    assert token.waits == []


def test_a_redis_out_of_reach_is_asked_again(
    pbx: Server, adapter: Adapter, records: RedisServer, stepping: Any
) -> None:
    call = adapter.dial(DialOrder(number=NUMBER))
    token = stepping(records.stop, nothing, nothing, records.start, does(pbx, "busy"))
    [told] = adapter.watch(call, token)
    assert told.answer == "busy"
    assert token.waits == [1, 2, 4, 8, 10]


def refusal(job: Callable[[], object]) -> AppError:
    with pytest.raises(AppError) as caught:
        job()
    assert PASSWORD not in repr(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None
    return caught.value


def test_a_wrong_password_is_refused_and_not_told(
    start_pbx: StartPbx, open_adapter: OpenAdapter, start_redis: Callable[..., RedisServer], stepping: Any
) -> None:
    records = start_redis("--requirepass", PASSWORD)
    pbx = start_pbx(Teleforge(redis_url=records.url, redis_password=PASSWORD))
    call = CallRef(details={"reference": "crm-7"})
    for wrong in ("", "wrong-" + PASSWORD):
        adapter = open_adapter(pbx, redis_password=wrong)
        for job in (adapter.check, lambda adapter=adapter: list(adapter.watch(call, stepping()))):
            error = refusal(job)
            assert (type(error), error.field) == (CredentialsRejected, "redis_password")
    assert open_adapter(pbx).check()


def test_a_user_without_the_right_to_read_is_told(
    pbx: Server, adapter: Adapter, client: redis.Redis, stepping: Any
) -> None:
    client.acl_setuser("default", enabled=True, nopass=True, categories=["+@all"], commands=["-lrange"], keys=["*"])
    assert isinstance(
        refusal(lambda: list(adapter.watch(CallRef(details={"reference": "crm-7"}), stepping()))), NotAllowed
    )


def test_a_user_who_may_only_look_is_enough(adapter: Adapter, client: redis.Redis, stepping: Any) -> None:
    call = adapter.dial(DialOrder(number=NUMBER, reference="crm-7"))
    client.rpush(RECORDS, record("crm-7"))
    client.acl_setuser("default", enabled=True, nopass=True, reset=True, commands=["+lrange", "+time"], keys=[RECORDS])
    assert len(list(adapter.watch(call, stepping()))) == 1


def test_without_the_package_check_says_what_is_missing(adapter: Adapter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(Unsupported, match="not installed") as caught:
        adapter.check()
    assert caught.value.field == "redis"


def test_check_names_the_setting_that_is_wrong(open_adapter: OpenAdapter, pbx: Server) -> None:
    error = refusal(open_adapter(pbx, redis="redis://127.0.0.1:1/0").check)
    assert (type(error), error.field) == (Unreachable, "redis")


def test_tls_is_verified(
    start_pbx: StartPbx,
    open_adapter: OpenAdapter,
    start_redis: Callable[..., RedisServer],
    tmp_path: Path,
) -> None:
    authority = trustme.CA()
    own = authority.issue_cert("127.0.0.1")
    own.private_key_pem.write_to_path(str(tmp_path / "key.pem"))
    own.cert_chain_pems[0].write_to_path(str(tmp_path / "cert.pem"))
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    files = ("--tls-cert-file", str(tmp_path / "cert.pem"), "--tls-key-file", str(tmp_path / "key.pem"))
    records = start_redis(
        *files, "--tls-ca-cert-file", str(tmp_path / "ca.pem"), "--tls-auth-clients", "no", scheme="rediss"
    )
    pbx = start_pbx("teleforge")
    assert open_adapter(pbx, redis=records.url, ca_file=str(tmp_path / "ca.pem")).check()
    assert isinstance(refusal(open_adapter(pbx, redis=records.url).check), CertificateRejected)
    for_another_host = open_adapter(
        pbx, redis=records.url.replace("127.0.0.1", "localhost"), ca_file=str(tmp_path / "ca.pem")
    )
    assert isinstance(refusal(for_another_host.check), CertificateRejected)


def test_cancelling_ends_the_wait_and_closes_the_connection(adapter: Adapter, client: redis.Redis) -> None:
    call = adapter.dial(DialOrder(number=NUMBER))
    cancel, asked = CancelSource(), threading.Event()
    update: list[CallUpdate] = []
    wait = cancel.wait

    def waits(timeout_s: float) -> bool:
        asked.set()
        return wait(60)

    cancel.wait = waits  # type: ignore[method-assign]
    watcher = threading.Thread(target=lambda: update.extend(adapter.watch(call, cancel)))
    watcher.start()
    assert asked.wait(5)
    assert len(client.client_list()) == 2
    cancel.cancel()
    watcher.join(5)
    assert (watcher.is_alive(), update) == (False, [])
    until_s = time.monotonic() + 5
    while len(client.client_list()) > 1 and time.monotonic() < until_s:
        pass  # Redis takes a client off its list a moment after the connection has closed
    assert len(client.client_list()) == 1
