"""What the attacks need: a tray, simulated PBXs, hostile servers. Those that take long carry the mark `heavy`."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.peer import Behaviour, Peer
from attacks.tray import Tray
from traydial.simulator import catalog
from traydial.simulator.server import Server


@pytest.fixture
def tray(private_home: Path, start_peer: Callable[..., Peer]) -> Iterator[Tray]:
    """A home without an account; `start` starts the tray."""
    tray = Tray(private_home)
    yield tray
    tray.close()


@pytest.fixture
def start_pbx(request: pytest.FixtureRequest) -> Callable[[str], Server]:
    """Call it with a PBX's id to start a simulated one on loopback."""

    def start(pbx: str) -> Server:
        server = Server(catalog.simulated(pbx)).start()
        request.addfinalizer(server.close)
        return server

    return start


@pytest.fixture
def start_peer(request: pytest.FixtureRequest) -> Callable[..., Peer]:
    """Call it with a behaviour to start a server of our own that has it."""

    def start(behaviour: Behaviour, tls: ssl.SSLContext | None = None) -> Peer:
        peer = Peer(behaviour, tls)
        request.addfinalizer(peer.close)
        return peer

    return start
