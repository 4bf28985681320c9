"""A server on a real socket that misbehaves in one way, and a look at how a request to it fails."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from typing import Any

import pytest

from traydial.core.errors import AppError
from traydial.wire.http import HttpSession

SECRET = "s3cret-key"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}"

Behaviour = Callable[["Peer", socket.socket], None]


class Peer:
    """A server of one behaviour, called once for each connection; it counts connections and reads requests."""

    def __init__(self, behaviour: Behaviour, tls: ssl.SSLContext | None = None, *, handshake: bool = True) -> None:
        self.requests: list[bytes] = []
        self.connections = 0
        self.received = threading.Semaphore(0)  # once per connection or request that a test waits for
        self.let_go = threading.Event()  # what hangs, hangs until then
        self._behaviour = behaviour
        self._tls = tls
        self._handshake = handshake
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def read(self, connection: socket.socket) -> bytes:
        """Read one request, head and body; b"" when the client has gone."""
        request = b""
        while b"\r\n\r\n" not in request:
            chunk = connection.recv(65536)
            if not chunk:
                return b""
            request += chunk
        head, _, body = request.partition(b"\r\n\r\n")
        lengths = [line[15:] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
        while len(body) < int(lengths[0] if lengths else 0):
            body += connection.recv(65536)
        self.requests.append(head + b"\r\n\r\n" + body)
        self.received.release()
        return self.requests[-1]

    def close(self) -> None:
        self.let_go.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.ExitStack() as stack:
            stack.callback(connection.close)
            stack.enter_context(contextlib.suppress(OSError))
            if self._tls and self._handshake:
                connection = stack.enter_context(self._tls.wrap_socket(connection, server_side=True))
            self._behaviour(self, connection)


def answer(peer: Peer, connection: socket.socket) -> None:
    while request := peer.read(connection):
        connection.sendall(OK.removesuffix(b"{}") if request.startswith(b"HEAD") else OK)


def hang(peer: Peer, connection: socket.socket) -> None:
    peer.read(connection)
    peer.let_go.wait(10)


def stay_silent(peer: Peer, connection: socket.socket) -> None:
    peer.received.release()
    peer.let_go.wait(10)


def close_without_a_word(peer: Peer, connection: socket.socket) -> None:
    peer.read(connection)


def reset_in_the_middle(peer: Peer, connection: socket.socket) -> None:
    peer.read(connection)
    connection.sendall(OK.replace(b"Length: 2", b"Length: 200"))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def answer_without_end(peer: Peer, connection: socket.socket) -> None:
    peer.read(connection)
    connection.sendall(OK.replace(b"Length: 2", b"Length: 99999999"))
    while not peer.let_go.is_set():
        connection.sendall(b" " * 65536)


def close_while_idle(peer: Peer, connection: socket.socket) -> None:
    peer.read(connection)
    connection.sendall(OK)
    connection.close()
    peer.received.release()


def failure(session: HttpSession, **options: Any) -> AppError:
    """Return how a request that carries a secret everywhere fails, after looking that the error carries none."""
    with pytest.raises(AppError) as caught:
        session.request(
            "POST",
            "/dial",
            query={"apiKey": SECRET},
            json={"password": SECRET},
            headers={"authorization": SECRET},
            **options,
        )
    error: BaseException | None = caught.value
    while error is not None:
        assert isinstance(error, AppError)
        assert SECRET not in f"{error} {error!r} {error.values}"
        error = error.__context__ or error.__cause__
    return caught.value
