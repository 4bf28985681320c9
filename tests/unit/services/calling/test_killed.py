"""A program that is killed in the middle of a call, and what its successor shows of it. Real processes, real HTTP."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from traydial.core.call import CallState
from traydial.main import assemble
from traydial.services.engine import Engine
from traydial.services.history.store import HistoryEntry
from traydial.simulator.faults import Fault
from traydial.simulator.noojee import API_KEY, Noojee
from traydial.simulator.phone import Phone
from traydial.simulator.server import Server

WAIT_S = 10.0
NUMBER = "+61 3 8320 8100"
PROGRAM = """
import os, sys
from traydial.cli.simulation import MemorySecrets
from traydial.core.account import Account
from traydial.core.adapter import Secret
from traydial.core.consent import Source
from traydial.core.call import RecordingAction
from traydial.core.events import CallChanged
from traydial.main import assemble
from traydial.services.engine import Engine

def tell(event):
    if isinstance(event, CallChanged):
        print(event.call.state, event.call.recording, flush=True)

url, key, number = sys.argv[1:]
program = assemble(os.environ, MemorySecrets())
settings = {"server": url, "extension": "SIP/101"}
program.accounts.add(Account(id="perth", pbx="noojee", region="AU", settings=settings), {"api_key": Secret(key)})
engine = Engine(lambda: program, emit=tell, show=int, configured=int)
engine.open()
engine.dial(number, Source.DIAL_WINDOW)
for line in sys.stdin:
    engine.record(RecordingAction.TOGGLE)
"""


class Killed:
    """A program with a call, until it is killed."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._phone = Phone(server.pbx.switchboard)
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                PROGRAM,
                server.url,
                API_KEY,
                NUMBER,
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def until(self, state: CallState, recording: str = "off") -> None:
        assert self._process.stdout is not None
        told = iter(self._process.stdout.readline, "")
        assert any(line.split() == [state, recording] for line in told), (state, recording)

    def do(self, words: str) -> None:
        self._phone.do(words)

    def record(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(Noojee()) as server:
        server.pbx.switchboard.answers_at_once = False
        yield server


@pytest.fixture
def killed(server: Server) -> Iterator[Killed]:
    program = Killed(server)
    yield program
    program.kill()


def successor() -> tuple[dict[str, object], HistoryEntry]:
    """Return what the next program says of the current call, and its history of the one before."""
    program = assemble(os.environ)
    engine = Engine(lambda: program, emit=lambda event: None, show=int, configured=lambda configured: None)
    engine.open()
    engine.tidy()
    status: list[dict[str, object]] = []
    answered = threading.Event()
    engine.handle({"command": "status"}, lambda answer: (status.append(answer), answered.set()))
    assert answered.wait(WAIT_S)
    (entry,) = engine.history.latest()
    engine.close()
    program.close()
    return status[0], entry


def test_killed_while_the_pbx_is_asked(server: Server, killed: Killed) -> None:
    server.faults.set(Fault.HANG, at="dial")
    killed.until(CallState.REQUESTED)
    assert server.journal.wait_for(lambda entry: entry.action == "dial")
    killed.kill()
    status, entry = successor()
    assert (status["call"], entry.state) == (None, CallState.UNKNOWN)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ((), CallState.RINGING_AGENT),
        (("answer",), CallState.RINGING_CALLEE),
        (("answer", "callee answers"), CallState.CONNECTED),
    ],
)
def test_killed_during_the_call(killed: Killed, words: tuple[str, ...], state: CallState) -> None:
    killed.until(CallState.RINGING_AGENT)
    for word in words:
        killed.do(word)
    if state is not CallState.RINGING_AGENT:
        killed.until(state)
    killed.kill()
    status, entry = successor()
    assert (status["call"], entry.state, entry.recorded) == (None, CallState.UNKNOWN, False)


def test_killed_while_it_records(server: Server, killed: Killed) -> None:
    killed.until(CallState.RINGING_AGENT)
    killed.do("answer")
    killed.do("callee answers")
    killed.until(CallState.CONNECTED)
    killed.record()
    killed.until(CallState.CONNECTED, "on")
    killed.kill()
    assert server.pbx.switchboard.calls[0].recording
    status, entry = successor()
    assert (status["call"], entry.state, entry.recorded) == (None, CallState.UNKNOWN, True)


def test_killed_after_the_call(killed: Killed) -> None:
    killed.until(CallState.RINGING_AGENT)
    killed.do("hang up")
    killed.until(CallState.ENDED)
    killed.kill()
    status, entry = successor()
    assert (status["call"], entry.state) == (None, CallState.ENDED)
