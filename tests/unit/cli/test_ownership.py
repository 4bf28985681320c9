"""Who makes a part of the program closes it, once; what only borrows it leaves it usable."""

from __future__ import annotations

import logging
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from traydial.cli import dialling
from traydial.cli.dialling import ask_here
from traydial.cli.simulation import MemorySecrets
from traydial.core.errors import OutcomeUnknown
from traydial.main import assemble
from traydial.services.calling import calls
from traydial.services.calling.pbx_request import Finished
from traydial.services.engine import Engine
from traydial.services.program import Program
from traydial.simulator.faults import Fault
from traydial.simulator.server import Server

WAIT_S = 20.0


@pytest.fixture
def program(secrets: MemorySecrets) -> Iterator[Program]:
    program = assemble(os.environ, secrets)
    yield program
    program.close()


def threads() -> set[str]:
    return {thread.name for thread in threading.enumerate()}


def test_a_deadline_holds_also_after_a_question_was_answered_here(
    account: Callable[..., Server], program: Program, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    account("tvox")
    request: dict[str, Any] = {"command": "dial", "text": "600"}
    for _ in range(2):
        assert ask_here(program, request)["outcome"] == "accepted"
        request = {"command": "dial", "text": "601"}
    unlocked = threading.Event()
    monkeypatch.setattr(secrets, "get", lambda *_: unlocked.wait())
    finished: queue.SimpleQueue[Finished] = queue.SimpleQueue()
    program.runner.check(program.store.load().account("office"), {}, done=finished.put, deadline_s=0.2)
    error = finished.get(timeout=WAIT_S).error
    unlocked.set()
    assert error is not None
    assert error.code == "timed_out"


def test_a_question_that_was_answered_here_leaves_no_thread(account: Callable[..., Server], program: Program) -> None:
    account("tvox")
    assert ask_here(program, {"command": "dial", "text": "600"})["outcome"] == "accepted"
    assert not {"dialer", "blocking", "history"} & threads()


def test_a_dialer_that_gives_no_answer_leaves_the_outcome_unknown(
    account: Callable[..., Server], program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialling, "SLACK_S", 0.3 - calls.DIAL_DEADLINE_S)
    server = account("tvox")
    server.faults.set(Fault.HANG, at="dial")
    with pytest.raises(OutcomeUnknown):
        ask_here(program, {"command": "dial", "text": "600"})
    server.faults.clear()


def test_a_closed_office_leaves_no_thread_of_its_own(program: Program, tmp_path: Path) -> None:
    engine = Engine(lambda: program, emit=lambda _: None, show=lambda: None, configured=lambda _: None)
    engine.open()
    engine.load()
    answered: queue.SimpleQueue[object] = queue.SimpleQueue()
    engine.save_table((), tmp_path / "table.csv", answered.put)
    engine.all_specs(answered.put)
    engine.ask_history(lambda archive: archive.page(), answered.put)
    for _ in range(3):
        answered.get(timeout=WAIT_S)
    own = {"dialer", "blocking", "history", "tables"}
    assert own <= threads()
    engine.close()
    assert not own & threads()


def test_a_closed_program_writes_no_log_and_catches_no_exception(secrets: MemorySecrets) -> None:
    handlers, hook = list(logging.getLogger().handlers), sys.excepthook
    program = assemble(os.environ, secrets)
    assert logging.getLogger().handlers != handlers
    program.close()
    program.close()
    assert logging.getLogger().handlers == handlers
    assert sys.excepthook is hook or sys.excepthook is sys.__excepthook__
