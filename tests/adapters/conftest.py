"""A simulated PBX behind real HTTP, and an adapter connected to it as the program would connect it."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from adapters.fixtures import certificates, open_session, start_peer, stepping  # noqa: F401 - fixtures
from traydial.core.adapter import AccountSettings, Adapter, Kind, Secret
from traydial.services.registry import Registry
from traydial.simulator import catalog
from traydial.simulator.faults import Fault
from traydial.simulator.message import Request, Response
from traydial.simulator.pbx import Pbx
from traydial.simulator.server import Server


@dataclass
class Desk:
    """A small `core.adapter.Context`: a fixed time, and facts that a test can look at."""

    account_id: str = "office"
    user_name: str = "mrossi"
    time: datetime = datetime(2026, 3, 9, 14, 5, 7, tzinfo=UTC)
    facts: dict[str, str] = field(default_factory=dict)
    redacted: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        return self.time

    def redact(self, value: str) -> Secret:
        self.redacted.append(value)
        return Secret(value)

    def recall(self, key: str) -> str | None:
        return self.facts.get(key)

    def remember(self, key: str, value: str) -> None:
        self.facts[key] = value


class Canned:
    """A PBX that gives certain answers to every request, and otherwise behaves as usual."""

    def __init__(self, pbx: Pbx, answers: Mapping[str, Response]) -> None:
        self.id, self.faults, self.switchboard = pbx.id, pbx.faults, pbx.switchboard
        self.account, self.read = pbx.account, pbx.read
        self._pbx = pbx
        self._answers = answers

    def answer(self, request: Request, fault: Fault | None) -> Response:
        return self._answers.get(self.read(request).action) or self._pbx.answer(request, fault)


StartPbx = Callable[..., Server]
OpenAdapter = Callable[..., Adapter]


@pytest.fixture
def desk() -> Desk:
    return Desk()


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
        settings = AccountSettings(
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
