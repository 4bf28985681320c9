"""The command line as a script sees it: arguments and standard input in, exit code, JSON and standard error out."""

from __future__ import annotations

import contextlib
import io
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from traydial.cli import commands, grammar
from traydial.cli.simulation import MemorySecrets
from traydial.main import assemble
from traydial.simulator import catalog
from traydial.simulator.server import Server
from traydial.words.messages import in_english


@dataclass
class Said:
    """What a command said. `answer` is its one JSON object."""

    code: int
    out: str
    err: str

    @property
    def answer(self) -> dict[str, Any]:
        lines = self.out.splitlines()
        assert len(lines) == 1, self.out
        return dict(json.loads(lines[0]))


Run = Callable[..., Said]


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def run(secrets: MemorySecrets, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command in a program of its own, as one process after the other would."""

    def command(*words: str, stdin: str = "") -> Said:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        try:
            names = grammar.parse(words)
        except grammar.UsageError as error:
            code = commands.usage(str(error), as_json="--json" in words)
        else:
            with contextlib.closing(assemble(os.environ, secrets)) as program:
                code = commands.run(names, program, in_english)
        told = capsys.readouterr()
        return Said(code, told.out, told.err)

    return command


@pytest.fixture
def pbx() -> Iterator[Callable[[str], Server]]:
    """Start a simulated PBX; they end with the test."""
    servers: list[Server] = []

    def start(pbx_id: str) -> Server:
        servers.append(Server(catalog.simulated(pbx_id)).start())
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def account(run: Run, pbx: Callable[[str], Server]) -> Callable[..., Server]:
    """Start a simulated PBX and add an account for it; further arguments go to `account add`."""

    def add(pbx_id: str, *words: str, account_id: str = "office") -> Server:
        server = pbx(pbx_id)
        settings, secrets = catalog.demo_account(pbx_id, server.url)
        sets = [word for key, value in settings.items() for word in ("--set", f"{key}={value}")]
        keys = [word for key in secrets for word in ("--secret", key)]
        lines = "".join(f"{value}\n" for value in secrets.values())
        said = run("account", "add", account_id, "--pbx", pbx_id, *sets, *keys, *words, "--json", stdin=lines)
        assert said.code == 0, said.err
        return server

    return add
