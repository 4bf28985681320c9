"""The tray's start and its days: calls of dead processes, calls that are too old; and what a kill leaves behind."""

import json
import os
import queue
import signal
import subprocess
import sys
from argparse import Namespace
from dataclasses import replace
from datetime import timedelta

import pytest

from traydial.cli import administration
from traydial.cli.simulation import MemorySecrets
from traydial.core.call import Call
from traydial.core.config import HistorySettings as Settings
from traydial.core.consent import Source
from traydial.core.dialplan.plan import DialPlan
from traydial.core.errors import HistoryError, InstanceError
from traydial.core.number.value import Candidate, NumberKind
from traydial.main import assemble
from traydial.services.engine import Engine
from traydial.services.history.store import HistoryStore
from traydial.system.paths import Paths
from traydial.words.messages import in_english

WAIT_S = 20.0
LIVE_AND_KILLED = """
import os, signal, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from traydial.core.call import Call, CallRef, CallState, RecordingState
from traydial.core.consent import Source
from traydial.core.dialplan.plan import DialPlan
from traydial.core.number.value import Candidate, NumberKind
from traydial.services.history.store import HistoryStore

history = HistoryStore(Path(sys.argv[1]), now=lambda: datetime.now(UTC))
candidate = Candidate(text="600", start=0, end=3, kind=NumberKind.SHORT, digits="600")
plan = DialPlan(candidate=candidate, account_id="office", dialled="600")
for state in CallState:
    call = Call(id=state.value, account_id="office", pbx="tvox", plan=plan, requested_at=datetime.now(UTC))
    history.add(call, Source.LINK)
    history.update(replace(call, state=state, ref=CallRef(), recording=RecordingState.ON))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def program(private_home):
    program = assemble(os.environ, MemorySecrets())
    yield program
    program.close()


@pytest.fixture
def history_file(private_home):
    return Paths.of(os.environ).history_file


@pytest.fixture
def engine(program):
    engine = Engine(lambda: program, emit=lambda _: None, show=lambda: None, configured=lambda _: None)
    engine.open()
    yield engine
    engine.close()


def add(history, id_, at):
    candidate = Candidate(text="600", start=0, end=3, kind=NumberKind.SHORT, digits="600")
    plan = DialPlan(candidate=candidate, account_id="office", dialled="600")
    history.add(Call(id=id_, account_id="office", pbx="tvox", plan=plan, requested_at=at), Source.LINK)


def asked(engine, job):
    answers = queue.SimpleQueue()
    engine.ask_history(job, answers.put)
    return answers.get(timeout=WAIT_S)


def settled(engine):
    """Wait until the dialer's and the history's threads have done what was asked of them before."""
    done = queue.SimpleQueue()
    engine.recent(1, done.put)
    done.get(timeout=WAIT_S)
    asked(engine, lambda archive: archive.page())


def test_a_tray_deletes_what_is_older_than_the_user_keeps(program, engine):
    add(program.history, "old", program.now() - timedelta(days=31))
    add(program.history, "young", program.now() - timedelta(days=29))
    engine.load()
    settled(engine)
    assert len(asked(engine, lambda archive: archive.page())) == 2
    program.store.update(lambda config: replace(config, history=Settings(keep_days=30)))
    engine.load()
    settled(engine)
    assert [entry.id for entry in asked(engine, lambda archive: archive.page())] == ["young"]


def test_thousands_of_old_calls_are_deleted_in_steps(program, engine):
    connection = program.history.connect()
    add(program.history, "first", program.now() - timedelta(days=99))
    with connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(calls)") if row[1] not in ("row", "id")]
        kept = ", ".join(columns)
        connection.execute(
            f"INSERT INTO calls (id, {kept}) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"  # noqa: S608
            f" WHERE i < 1700) SELECT 'more ' || i, {kept} FROM calls, n"
        )
    connection.close()
    program.store.update(lambda config: replace(config, history=Settings(keep_days=30)))
    engine.load()
    for _ in range(6):
        settled(engine)
    assert asked(engine, lambda archive: archive.page()) == ()


def test_an_error_of_the_archive_is_an_answer(engine):
    def fail(_archive):
        raise HistoryError("history_unavailable", reason="full")

    assert asked(engine, fail).code == "history_unavailable"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_after_a_kill_nothing_seems_to_last(engine, history_file):
    killed = subprocess.run([sys.executable, "-c", LIVE_AND_KILLED, history_file], timeout=60)
    assert killed.returncode == -signal.SIGKILL
    engine.load()
    engine.tidy()
    settled(engine)
    states = {entry.id: entry.state.value for entry in asked(engine, lambda archive: archive.page())}
    assert states == {
        "requested": "unknown",
        "accepted": "accepted",
        "ringing_agent": "unknown",
        "ringing_callee": "unknown",
        "connected": "unknown",
        "ended": "ended",
        "refused": "refused",
        "cancelled": "cancelled",
        "unknown": "unknown",
    }


def test_the_calls_of_a_tray_that_hangs_are_not_given_up(program, history_file):
    def hangs(_request, _timeout_s):
        raise InstanceError("tray_not_answering")

    other = HistoryStore(history_file, now=program.now)
    add(other, "1", program.now())
    other.close()
    told = administration.history(Namespace(limit=5), replace(program, ask_tray=hangs), in_english)
    assert [call["state"] for call in told.answer["calls"]] == ["requested"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_command_line_tells_so_too_when_no_tray_runs(history_file):
    subprocess.run([sys.executable, "-c", LIVE_AND_KILLED, history_file], timeout=60)
    told = subprocess.run(
        [sys.executable, "-m", "traydial", "history", "--json"], capture_output=True, timeout=60, check=True
    )
    states = {call["state"] for call in json.loads(told.stdout)["calls"]}
    assert states == {"accepted", "ended", "refused", "cancelled", "unknown"}
