"""A PBX's connections: kept, replaced, probed and let go of, against real sockets."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from adapters.peer import OK, Peer, answer, close_while_idle
from traydial.services.calling.cancel_source import CancelSource
from traydial.wire.http import HttpSession

StartPeer = Callable[..., Peer]
OpenSession = Callable[..., HttpSession]


def test_a_connection_is_kept_and_used_again(start_peer: StartPeer, open_session: OpenSession) -> None:
    peer = start_peer(answer)
    session = open_session(peer.url)
    session.warm()
    session.request("POST", "/dial", places_call=True)
    assert [request.split()[0] for request in peer.requests] == [b"HEAD", b"POST"]
    assert peer.connections == 1


def test_a_connection_that_the_server_closed_is_replaced_before_anything_is_sent(
    start_peer: StartPeer, open_session: OpenSession
) -> None:
    peer = start_peer(close_while_idle)
    session = open_session(peer.url)
    for _ in range(2):
        assert session.request("POST", "/dial", places_call=True).status == 200
        assert peer.received.acquire(timeout=5)
        assert peer.received.acquire(timeout=5)
    assert (peer.connections, len(peer.requests)) == (2, 2)


def test_the_first_request_after_a_cancelled_one_has_a_connection_of_its_own(
    start_peer: StartPeer, open_session: OpenSession
) -> None:
    class CancelledLate(CancelSource):
        """Cancelled after the reply has come, and before the request has let go of its connection."""

        @contextlib.contextmanager
        def interrupting(self, interrupt: Callable[[], None]) -> Iterator[None]:
            with super().interrupting(interrupt):
                yield
                self.cancel()

    peer = start_peer(answer)
    session = open_session(peer.url)
    assert session.request("POST", "/dial", places_call=True, cancel=CancelledLate()).status == 200
    assert session.request("POST", "/dial", places_call=True).status == 200
    assert (peer.connections, len(peer.requests)) == (2, 2)


def test_closing_during_a_request_closes_its_connection_when_it_ends(
    start_peer: StartPeer, open_session: OpenSession
) -> None:
    closed = threading.Event()

    def answer_when_let_go(peer: Peer, connection: socket.socket) -> None:
        peer.read(connection)
        peer.let_go.wait(10)
        connection.sendall(OK)
        if not peer.read(connection):
            closed.set()

    peer = start_peer(answer_when_let_go)
    session = open_session(peer.url)
    with ThreadPoolExecutor() as pool:
        request = pool.submit(session.request, "GET", "/")
        assert peer.received.acquire(timeout=5)
        session.close()
        peer.let_go.set()
        assert request.result(5).status == 200
    assert closed.wait(5)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows a connection's timers")
def test_the_kernel_probes_an_idle_connection(start_peer: StartPeer, open_session: OpenSession) -> None:
    ports: list[int] = []

    def note_port(peer: Peer, connection: socket.socket) -> None:
        ports.append(connection.getpeername()[1])
        answer(peer, connection)

    open_session(start_peer(note_port).url).warm()
    fields = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    [timer] = [line[5] for line in fields if line[1].endswith(f":{ports[0]:04X}") and line[3] == "01"]
    kind, _, hundredths = timer.partition(":")
    assert kind == "02", "a timer for keep-alive"
    assert 0 < int(hundredths, 16) <= 4500, "the first probe comes before a NAT router forgets the connection"


@pytest.mark.skipif(sys.platform == "darwin", reason="the option has another name there")
def test_a_system_without_an_option_for_probes_still_reaches_the_pbx(
    start_peer: StartPeer, open_session: OpenSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "TCP_KEEPIDLE", 9999)
    assert open_session(start_peer(answer).url).request("GET", "/").status == 200


def test_a_connection_that_slept_with_the_machine_is_not_trusted(
    start_peer: StartPeer, open_session: OpenSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    peer = start_peer(answer)
    session = open_session(peer.url)
    session.warm()
    wall_clock = time.time
    monkeypatch.setattr(time, "time", lambda: wall_clock() + 600)
    session.request("POST", "/dial", places_call=True)
    assert peer.connections == 2


def test_closing_twice_and_a_late_request_are_harmless(start_peer: StartPeer, open_session: OpenSession) -> None:
    session = open_session(start_peer(answer).url)
    session.warm()
    session.close()
    session.close()
    assert session.request("GET", "/").status == 200
