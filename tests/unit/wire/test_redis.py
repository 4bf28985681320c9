"""What a list of records says when its server is not there. Records themselves: tests/adapters, with a real server."""

import socket

import pytest

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
