"""PBXs and proxies that mean harm, or break at the worst moment; each is a behaviour of `adapters.peer.Peer`."""

from __future__ import annotations

import os
import random
import signal
import socket
import ssl
import threading
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import trustme

from adapters.peer import Peer

HEAD_OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
ACCEPTED = b'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{"status":"ok"}'
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def is_dial(request: bytes) -> bool:
    return request.startswith(b"POST ")


def closes_after_reading_the_dial(peer: Peer, connection: socket.socket) -> None:
    while (request := peer.read(connection)) and not is_dial(request):
        connection.sendall(HEAD_OK)


def closes_at_the_moment_of_the_dial(peer: Peer, connection: socket.socket) -> None:
    """Answer every request, and hang up at any time between: just before, while and just after the next arrives."""

    def hang_up() -> None:
        peer.let_go.wait(random.uniform(0, 0.002))  # noqa: S311 - no secret
        try:
            connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    while request := peer.read(connection):
        connection.sendall(ACCEPTED if is_dial(request) else HEAD_OK)
        threading.Thread(target=hang_up, daemon=True).start()


class KillsTheCaller:
    """Read the dial, kill the process that sent it, and answer nothing."""

    pid = 0

    def __call__(self, peer: Peer, connection: socket.socket) -> None:
        while (request := peer.read(connection)) and not is_dial(request):
            connection.sendall(HEAD_OK)
        if request:
            os.kill(self.pid, signal.SIGKILL)


class Redirect:
    """Send whoever dials to `location`, with `status`."""

    def __init__(self, status: int, location: str) -> None:
        self._answer = f"HTTP/1.1 {status} Elsewhere\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()

    def __call__(self, peer: Peer, connection: socket.socket) -> None:
        while peer.read(connection):
            connection.sendall(self._answer)


def answers(peer: Peer, connection: socket.socket) -> None:
    """Be a PBX that accepts every dial."""
    while request := peer.read(connection):
        connection.sendall(ACCEPTED if is_dial(request) else HEAD_OK)


def certificate(authority: trustme.CA, kind: str) -> ssl.SSLContext:
    """Return what a server with a bad certificate presents; `authority` is the one that the client trusts."""
    names = ("127.0.0.1", "localhost") if kind != "another host" else ("pbx.example.com",)
    until = LONG_AGO if kind == "expired" else datetime.now(UTC) + timedelta(days=2)
    after = {"expired": LONG_AGO - timedelta(days=2), "not yet valid": until - timedelta(days=1)}.get(kind)
    issuer = trustme.CA() if kind in ("unknown authority", "self-signed") else authority
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    issuer.issue_cert(*names, not_before=after, not_after=until).configure_cert(context)
    if kind == "old protocol":
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
            context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


class TakesTheTunnel:
    """A proxy that says yes to a tunnel and then answers in the PBX's place, by TLS where `hosts` has it."""

    def __init__(self, hosts: Mapping[str, ssl.SSLContext | None]) -> None:
        self._hosts = hosts

    def __call__(self, peer: Peer, connection: socket.socket) -> None:
        host = peer.read(connection).split()[1].decode().partition(":")[0]
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        tls = self._hosts[host]
        if tls is None:
            connection.sendall(ACCEPTED)
            answers(peer, connection)
        else:
            with tls.wrap_socket(connection, server_side=True) as inside:
                answers(peer, inside)
