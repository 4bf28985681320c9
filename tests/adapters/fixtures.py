"""Fixtures that the tests of adapters and of what they stand on share: certificates, peers, sessions."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import trustme

from adapters.peer import Behaviour, Peer
from traydial.services.calling.cancel_source import CancelSource
from traydial.wire.http import HttpSession


class Stepping(CancelSource):
    """A token whose waits pass at once, each letting the next step happen; after the last it is cancelled."""

    def __init__(self, *steps: Callable[[], object]) -> None:
        super().__init__()
        self.waits: list[float] = []
        self._steps = list(steps)

    def wait(self, timeout_s: float) -> bool:
        self.waits.append(timeout_s)
        self.step()
        return self.cancelled

    def step(self) -> None:
        """Let the next step happen, or cancel after the last."""
        if self._steps:
            self._steps.pop(0)()
        else:
            self.cancel()


StartPeer = Callable[..., Peer]
OpenSession = Callable[..., HttpSession]


@dataclass
class Certificates:
    """What a TLS server presents, and the file that a client must trust to accept it."""

    server: ssl.SSLContext
    ca_file: str


@pytest.fixture
def certificates(tmp_path: Path) -> Certificates:
    """Certificates for 127.0.0.1 and localhost, by an authority that no system trusts."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    ca_file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    return Certificates(context, str(ca_file))


@pytest.fixture
def start_peer() -> Iterator[StartPeer]:
    peers: list[Peer] = []

    def start(behaviour: Behaviour, tls: ssl.SSLContext | None = None, **options: bool) -> Peer:
        peers.append(Peer(behaviour, tls, **options))
        return peers[-1]

    yield start
    for peer in peers:
        peer.close()


@pytest.fixture
def open_session() -> Iterator[OpenSession]:
    sessions: list[HttpSession] = []

    def open_(url: str, **options: Any) -> HttpSession:
        sessions.append(HttpSession(url, **options))
        return sessions[-1]

    yield open_
    for session in sessions:
        session.close()


@pytest.fixture
def stepping() -> type[Stepping]:
    return Stepping
