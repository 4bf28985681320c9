"""A simulated PBX behind real HTTP, and an adapter connected to it as the program would connect it."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import trustme

from adapters.peer import Behaviour, Peer
from traydial.core.adapter import Adapter, CancelToken, Kind, Secret, Settings
from traydial.services.registry import Registry
from traydial.simulator import catalog
from traydial.simulator.faults import Fault
from traydial.simulator.message import Request, Response
from traydial.simulator.pbx import Pbx
from traydial.simulator.server import Server
from traydial.wire.http import HttpSession


@dataclass
class Desk:
    """A small `core.adapter.Context`: a fixed time, and facts that a test can look at."""

    account_id: str = "office"
    user_name: str = "mrossi"
    time: datetime = datetime(2026, 3, 9, 14, 5, 7, tzinfo=UTC)
    facts: dict[str, str] = field(default_factory=dict)
    concealed: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        return self.time

    def conceal(self, value: str) -> Secret:
        self.concealed.append(value)
        return Secret(value)

    def recall(self, key: str) -> str | None:
        return self.facts.get(key)

    def remember(self, key: str, value: str) -> None:
        self.facts[key] = value


@dataclass
class Certificates:
    """What a TLS server presents, and the file that a client must trust to accept it."""

    server: ssl.SSLContext
    ca_file: str


class Canned:
    """A PBX that gives certain answers whatever it is told, and otherwise does as usual."""

    def __init__(self, pbx: Pbx, answers: Mapping[str, Response]) -> None:
        self.id, self.faults, self.switchboard = pbx.id, pbx.faults, pbx.switchboard
        self.account, self.read = pbx.account, pbx.read
        self._pbx = pbx
        self._answers = answers

    def answer(self, request: Request, fault: Fault | None) -> Response:
        return self._answers.get(self.read(request).action) or self._pbx.answer(request, fault)


class Stepping(CancelToken):
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


StartPbx = Callable[..., Server]
OpenAdapter = Callable[..., Adapter]
StartPeer = Callable[..., Peer]
OpenSession = Callable[..., HttpSession]


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def stepping() -> type[Stepping]:
    return Stepping


@pytest.fixture
def certificates(tmp_path: Path) -> Certificates:
    """Certificates for 127.0.0.1 and localhost, by an authority that nobody trusts yet."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    ca_file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    return Certificates(context, str(ca_file))


@pytest.fixture
def start_pbx() -> Iterator[StartPbx]:
    """Call it with a PBX's id, or a PBX set up otherwise, to start a simulated one on loopback.

    `tls` makes it HTTPS; `canned` holds answers by action that it gives whatever it is asked.
    """
    servers: list[Server] = []

    def start(
        pbx: str | Pbx, *, tls: ssl.SSLContext | None = None, canned: Mapping[str, Response] | None = None
    ) -> Server:
        pbx = catalog.simulated(pbx) if isinstance(pbx, str) else pbx
        server = Server(Canned(pbx, canned) if canned else pbx, tls=tls).start()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def open_adapter(desk: Desk) -> Iterator[OpenAdapter]:
    """Call it with a started PBX, and settings that differ from the demo account's, to get an adapter.

    A secret among the changes replaces the account's, and "" takes it away.
    """
    registry = Registry()
    adapters: list[Adapter] = []

    def open_(server: Server, /, *, ca_file: str = "", **changes: str | bool) -> Adapter:
        spec = registry.spec(server.pbx.id)
        account = server.pbx.account(server.url)
        secret_keys = {f.key for f in spec.fields if f.kind is Kind.SECRET}
        values = {f.key: f.default for f in spec.fields if f.key not in secret_keys} | account.settings | changes
        secrets = account.secrets | {key: str(value) for key, value in changes.items() if key in secret_keys}
        settings = Settings(
            values={key: value for key, value in values.items() if key not in secret_keys},
            secrets={key: Secret(value) for key, value in secrets.items() if value},
            ca_file=ca_file,
        )
        adapter = registry.adapter_class(server.pbx.id)(settings, desk)
        adapters.append(adapter)
        return adapter

    yield open_
    for adapter in adapters:
        adapter.close()


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
