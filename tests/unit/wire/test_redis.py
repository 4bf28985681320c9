"""What a list of records says when its server is not there. Records themselves: tests/adapters, with a real server."""

import json
import socket
import sys
import time

import pytest

from redis_server import RedisServer
from traydial.core.errors import Unreachable
from traydial.wire.redis import RecordList


def records(url):
    return RecordList(url, "calls", password=None, ca_file="", setting="records", credential="records_password")


@pytest.mark.parametrize("given", [True, False])
def test_a_server_that_is_not_there_is_named_with_its_port(given):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    # Nothing listens at the usual port of this address either.
    url = f"redis://127.0.0.1:{port}/0" if given else "redis://127.0.0.77/0"
    with pytest.raises(Unreachable) as caught:
        records(url).time_s()
    assert caught.value.field == "records"
    assert caught.value.values["port"] == (port if given else 6379)


def test_a_list_that_was_never_asked_can_be_closed():
    records("redis://127.0.0.77").close()


@pytest.mark.skipif(sys.platform == "win32", reason="redis-server is for Linux and macOS")
@pytest.mark.parametrize(
    ("pushed", "count", "ends"),
    [
        (5, 1, [0, 4]),
        (5, 2, [0, 1, 3, 4]),
        (2, 2, [0, 1, 0, 1]),
        (0, 2, []),
    ],
)
def test_as_many_records_as_asked_for_come_from_each_end(tmp_path, pushed, count, ends):
    server = RedisServer(tmp_path, (), "redis").start()
    try:
        with server.client() as other:
            for number in range(pushed):
                other.rpush("calls", json.dumps({"n": number}))
        asked = records(server.url)
        assert [record["n"] for record in asked.ends(count)] == ends
        asked.close()
        assert [record["n"] for record in asked.ends(count)] == ends
        before = time.time()
        assert before <= asked.time_s() <= time.time(), "to the microsecond"
        asked.close()
    finally:
        server.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="redis-server is for Linux and macOS")
def test_what_is_no_record_is_left_out(tmp_path):
    server = RedisServer(tmp_path, (), "redis").start()
    try:
        with server.client() as other:
            other.rpush("calls", "no JSON", "[1]", '"text"', '{"n": 7}', b"\xff")
        asked = records(server.url)
        assert asked.ends(9) == [{"n": 7}, {"n": 7}]
        asked.close()
    finally:
        server.stop()
