"""B, C: what comes in at the tray's socket: garbage, huge and slow frames, many connections, storms of links."""

from __future__ import annotations

import contextlib
import json
import random
import socket
import time

import pytest

from attacks import hostile
from attacks.surroundings import memory_mb, open_files, threads
from traydial.simulator.teleforge import Teleforge
from traydial.system.instance.client import LINE_LIMIT, SOCKET_NAME

FRAMES = (
    b"\n",
    b"\0" * 1000 + b"\n",
    b"\xff\xfe\n",
    b"tel:\n",
    b"tel:+3904441\x9b\n",
    b"TEL:+390444\rtel:112\n",
    b"javascript:alert(1)\n",
    b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    b"[" * 60_000 + b"\n",
    b'{"a":' * 10_000 + b"\n",
    b'{"command": NaN}\n',
    b'{"command": ' + b"9" * 6000 + b"}\n",
    b'{"command": "record", "action": "\\ud800"}\n',
    b'{"command": "reload"}{"command": "hangup"}\n',
)
# Of a kind that no client of ours sends. The number would be dialled at once.
WISHES = (
    {"text": {"a": "+27820001234"}},
    {"text": None},
    {"text": "\ud800 +27820001234"},
    {"text": "+27820001234", "reference": "\udc00"},
    {"text": "+27820001234", "tag": "\ud83d"},
    {"text": "+27820001234", "tag": ["a"]},
    {"text": "+27820001234", "account": "\ud800"},
    {"text": "+27820001234", "account": []},
    {"text": "+27820001234", "yes": "no"},
    {"text": "+27820001234", "yes": 1},
    {"text": "+27820001234", "dry_run": "false"},
    {"text": "+27820001234", "dry_run": None},
    {"text": "+27820001234", "record": "no"},
    {"text": "1" * 60_000, "yes": True},
)


@pytest.fixture
def peer(start_peer):
    return start_peer(hostile.answers)


@pytest.fixture
def running(tray, peer):
    """A tray at a PBX that counts what is dialled."""
    tray.add(Teleforge(), peer.url)
    tray.start()
    return tray


@pytest.fixture
def connect(running):
    with contextlib.ExitStack() as opened:

        def connect():
            client = opened.enter_context(socket.socket(socket.AF_UNIX))
            client.settimeout(20)
            client.connect(f"{running.folder}/{SOCKET_NAME}")
            return client

        yield connect


def answered_s(tray):
    """Return how long the tray takes to answer; one that is full hangs up, and is asked again."""
    begun = time.monotonic()
    while True:
        try:
            assert tray.ask(command="status")["tray"] is True
        except TimeoutError:
            assert time.monotonic() - begun < 20
        else:
            return time.monotonic() - begun


def heard(client):
    """Return what comes back until the tray hangs up."""
    answer = b""
    with contextlib.suppress(ConnectionResetError, BrokenPipeError):
        while chunk := client.recv(65536):
            answer += chunk
    return answer


def test_garbage_is_answered_or_hung_up_on_and_dials_nothing(running, connect, peer):
    for frame in FRAMES:
        client = connect()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            client.sendall(frame)
        answer = heard(client)
        assert answer in (b"", b"no\n", b"ok\n") or isinstance(json.loads(answer), dict), frame
        assert b"internal_error" not in answer, frame
    answered_s(running)
    assert [request for request in peer.requests if hostile.is_dial(request)] == []
    assert "Traceback" not in running.logged()


def test_a_wish_of_the_wrong_kind_is_refused(running, peer):
    """A script gets its mistake reported, and no call is placed."""
    for wish in WISHES:
        answer = running.dial(**wish)
        assert answer["error"]["code"] in ("setting_invalid", "number_missing"), wish
    assert [request for request in peer.requests if hostile.is_dial(request)] == []
    assert "Traceback" not in running.logged()


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.heavy)])
def test_random_bytes(running, connect, peer, count):
    chance = random.Random(7)  # noqa: S311 - the same bytes each time
    for _ in range(count):
        client = connect()
        with contextlib.suppress(OSError):
            client.sendall(chance.randbytes(chance.randrange(200)) + b"\n")
        heard(client)
        client.close()
    answered_s(running)
    assert [request for request in peer.requests if hostile.is_dial(request)] == []
    assert "Traceback" not in running.logged()


def test_a_huge_and_a_slow_frame_keep_nobody_waiting(running, connect):
    slow = [connect() for _ in range(8)]
    for client in slow:
        client.sendall(b"tel:+27")
    huge = connect()
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        huge.sendall(b"9" * (LINE_LIMIT * 8))
    assert heard(huge) == b""
    assert answered_s(running) < 4
    assert heard(slow[0]) == b"", "after its deadline it is hung up on"


@pytest.mark.parametrize("count", [500, pytest.param(5000, marks=pytest.mark.heavy)])
def test_many_connections_are_let_go(running, count):
    running.ask(command="status")
    before = memory_mb(running.pid), open_files(running.pid), threads(running.pid)
    opened = []
    for index in range(count):
        client = socket.socket(socket.AF_UNIX)
        client.settimeout(20)
        with contextlib.suppress(OSError):
            client.connect(f"{running.folder}/{SOCKET_NAME}")
        opened.append(client)
        if len(opened) > 500:
            opened.pop(index % 500).close()
    for client in opened:
        client.close()
    slowest = answered_s(running)
    after = memory_mb(running.pid), open_files(running.pid), threads(running.pid)
    print(f"{count} connections: memory, files, threads {before} -> {after}; then answered in {slowest:.2f} s")
    assert after[0] - before[0] < 10
    assert after[1:] <= (before[1] + 2, before[2] + 1)


@pytest.mark.heavy
@pytest.mark.parametrize("count", [300, 10_000])
def test_a_storm_of_links_neither_dials_nor_buries_anybody(running, peer, count):
    """All to different numbers, as a page that opens links in a loop."""
    running.click("tel:+27820000000")
    before = memory_mb(running.pid)
    slowest = 0.0
    refused = 0
    for index in range(count):
        try:
            running.click(f"tel:+2782{index:07}")
        except TimeoutError:
            refused += 1
        if index % 100 == 0:
            slowest = max(slowest, answered_s(running))
    slowest = max(slowest, answered_s(running))
    grown = memory_mb(running.pid) - before
    dialled = sum(map(hostile.is_dial, peer.requests))
    print(f"{count} links: {dialled} dialled, {refused} refused, slowest answer {slowest:.2f} s, {grown:.1f} MB more")
    assert dialled <= 1
    assert slowest < 10
    assert grown < 30
