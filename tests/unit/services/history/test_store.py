import os
import re
import signal
import sqlite3
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from traydial.core.call import Call, CallRef, CallState, RecordingState
from traydial.core.consent import Source
from traydial.core.dialplan.plan import DialPlan, Step
from traydial.core.errors import DeviceUnavailable
from traydial.core.number.value import Candidate, NumberKind
from traydial.services.history import schema
from traydial.services.history.browse import HistoryBrowser
from traydial.services.history.schema import SCHEMA
from traydial.services.history.store import HistoryStore

TRACE = (Step(rule="form_national", before="+390444123456", after="0444123456"),)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "history.sqlite"


@pytest.fixture
def open_history(path, clock):
    opened = []

    def open_history():
        opened.append(HistoryStore(path, now=clock.now))
        return opened[-1]

    yield open_history
    for history in opened:
        history.close()


@pytest.fixture
def history(open_history):
    return open_history()


@pytest.fixture
def call(clock):
    def call(id_="1", *, minutes=0, e164="+390444123456", digits=None, country="IT", **changes):
        digits = digits or e164
        kind = NumberKind.GLOBAL if e164 else NumberKind.SHORT
        candidate = Candidate(
            text=digits, start=0, end=len(digits), kind=kind, digits=digits, e164=e164, country=country
        )
        plan = DialPlan(candidate=candidate, account_id="office", dialled="0444123456", trace=TRACE)
        at = clock.now() + timedelta(minutes=minutes)
        return replace(Call(id=id_, account_id="office", pbx="tvox", plan=plan, requested_at=at), **changes)

    return call


def test_an_attempt_is_there_before_its_answer(history, call, clock):
    history.add(call(tag="sales", reference="42"), Source.LINK)
    (entry,) = history.latest()
    assert (entry.id, entry.at, entry.state, entry.source) == ("1", clock.now(), CallState.REQUESTED, Source.LINK)
    assert (entry.number, entry.e164, entry.dialled) == ("+390444123456", "+390444123456", "0444123456")
    assert (entry.account_id, entry.pbx, entry.tag, entry.reference) == ("office", "tvox", "sales", "42")
    assert entry.trace == TRACE


def test_what_came_of_it_is_kept(history, open_history, call):
    history.add(call(), Source.LINK)
    ref = CallRef(call_id="1234@5678", answer="Result: OK")
    history.update(call(state=CallState.ACCEPTED, ref=ref, recording=RecordingState.ON))
    history.update(call(state=CallState.ENDED, recording=RecordingState.OFF))
    history.close()
    (entry,) = open_history().latest()
    assert (entry.state, entry.call_id, entry.recorded) == (CallState.ENDED, "1234@5678", True)


def test_a_failure_keeps_its_code(history, call):
    history.add(call(), Source.LINK)
    history.update(call(state=CallState.REFUSED, error=DeviceUnavailable("device_busy")))
    assert history.latest()[0].code == "device_busy"


def test_the_latest_come_first(history, call):
    for number in range(5):
        history.add(call(str(number), minutes=number), Source.DIAL_WINDOW)
    assert [entry.id for entry in history.latest(3)] == ["4", "3", "2"]


@pytest.mark.parametrize(
    ("state", "known"),
    [
        (CallState.ACCEPTED, True),
        (CallState.ENDED, True),
        (CallState.REFUSED, False),
        (CallState.CANCELLED, False),
        (CallState.UNKNOWN, False),
        (CallState.REQUESTED, False),
    ],
)
def test_only_a_call_that_a_pbx_accepted_makes_a_number_known(history, call, state, known):
    history.add(call(), Source.LINK)
    history.update(call(state=state, ref=CallRef() if known else None))
    assert history.dialled_before("+390444123456") is known
    assert history.countries() == (frozenset({"IT"}) if known else frozenset())


def test_numbers_without_e164_are_known_by_their_digits(history, call):
    history.add(call(e164=None, digits="600", country=None, ref=CallRef()), Source.LINK)
    assert history.dialled_before("600")
    assert not history.dialled_before("60")
    assert history.countries() == frozenset()


def test_countries_are_counted_once(history, call):
    for number, country in enumerate(["IT", "ZA", "IT", None, "VN", "ZA"]):
        history.add(call(str(number), country=country, ref=CallRef()), Source.LINK)
    assert history.countries() == {"IT", "VN", "ZA"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists, not modes")
def test_the_file_belongs_to_its_owner_alone(history, call, path):
    history.add(call(), Source.LINK)
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_that_is_no_database_is_set_aside(history, call, path, caplog):
    path.parent.mkdir()
    path.write_bytes(b"not a database " * 100)
    history.add(call(), Source.LINK)
    assert len(history.latest()) == 1
    (aside,) = path.parent.glob("history.sqlite.broken-*")
    assert aside.read_bytes().startswith(b"not a database")
    assert "not a database" in caplog.text


def test_a_history_that_cannot_be_written_costs_no_call(history, call, path, caplog):
    path.mkdir(parents=True)
    history.add(call(), Source.LINK)
    history.update(call())
    assert history.latest() == ()
    assert not history.dialled_before("600")
    assert "not written" in caplog.text


@pytest.mark.parametrize("state", CallState)
def test_what_a_dead_process_followed_is_unknown(history, open_history, call, state):
    history.add(call(), Source.LINK)
    history.update(call(state=state))
    history.close()
    lasted = state in (
        CallState.REQUESTED,
        CallState.RINGING_AGENT,
        CallState.RINGING_CALLEE,
        CallState.CONNECTED,
    )
    later = open_history()
    later.add(call("2", minutes=1, state=CallState.CONNECTED), Source.LINK)
    later.abandon()
    assert [entry.state for entry in later.latest()] == [CallState.CONNECTED, CallState.UNKNOWN if lasted else state]


def test_a_name_stays_with_its_number(history, call):
    history.add(call("1"), Source.LINK)
    connection = history.connect()
    with connection:
        connection.execute("UPDATE calls SET name = 'Anna'")
    connection.close()
    history.add(call("2"), Source.LINK)
    history.add(call("3", e164="+390444654321"), Source.LINK)
    assert [entry.name for entry in history.latest()] == ["", "Anna", "Anna"]


def test_the_answer_to_being_recorded_is_kept_with_its_time(history, call, clock):
    for id_ in "123":
        history.add(call(id_), Source.LINK)
    history.note_recording_consent("2", given=False, at=clock.now())
    history.note_recording_consent("3", given=True, at=clock.now())
    answers = [(entry.recording_consent, entry.recording_consent_at) for entry in history.latest()]
    assert answers == [(True, clock.now()), (False, clock.now()), (None, None)]


FIRST_VERSION = """
INSERT INTO calls (id, process, at, number, digits, e164, dialled, account_id, pbx, source, state, trace) VALUES
('1', 'p', 1000.5, '0444 123456', '+390444123456', '+390444123456', '0444123456', 'office', 'tvox', 'link', 'accepted',
 '[["form_national", "+390444123456", "0444123456", ""]]'),
('2', 'p', 1001.5, '600', '600', NULL, '600', 'office', 'tvox', 'hotkey', 'connected', '[]')
"""


def test_a_database_of_the_first_version_keeps_its_rows_and_can_be_searched(path, open_history):
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    for statement in (*SCHEMA[0], FIRST_VERSION, "PRAGMA user_version = 1"):
        connection.execute(statement)
    connection.commit()
    connection.close()
    history = open_history()
    assert [(entry.id, entry.dialled, entry.name, entry.note) for entry in history.latest()] == [
        ("2", "600", "", ""),
        ("1", "0444123456", "", ""),
    ]
    archive = HistoryBrowser(history.connect)
    assert [entry.id for entry in archive.page("44412")] == ["1"]
    assert [entry.id for entry in archive.page("600")] == ["2"]
    archive.close()


def test_a_database_of_an_older_version_gets_what_it_lacks(history, open_history, call, path, monkeypatch):
    history.add(call(), Source.LINK)
    history.close()
    monkeypatch.setattr(schema, "SCHEMA", (*SCHEMA, ("CREATE TABLE notes (text TEXT)",)))
    assert len(open_history().latest()) == 1
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(SCHEMA) + 1,)
    assert connection.execute("SELECT * FROM notes").fetchall() == []
    connection.close()


def test_questions_are_answered_from_an_index(history, call, path, monkeypatch):
    asked, connect = [], sqlite3.connect

    def traced(*arguments, **options):
        connection = connect(*arguments, **options)
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", traced)
    history.add(call(), Source.LINK)
    browser = HistoryBrowser(history.connect)
    asked.clear()
    history.dialled_before("1")
    history.name_of("1")
    history.countries()
    history.abandon()
    browser.prune(datetime(2026, 1, 1, tzinfo=UTC))
    browser.close()
    monkeypatch.undo()
    connection = sqlite3.connect(path)
    connection.create_function("search_text", 5, lambda *_: "")
    questions = [
        sql for sql in asked if " calls " in sql and sql.lstrip().startswith(("SELECT", "WITH", "UPDATE", "DELETE"))
    ]
    assert len(questions) >= 6
    for question in questions:
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {question}")]
        whole = [
            step for step in steps if "calls" in step and not re.search(r"USING .*(INDEX|INTEGER PRIMARY KEY)", step)
        ]
        assert whole == [], question
    connection.close()


WRITE_FOR_EVER = """
import itertools, sys
from datetime import UTC, datetime
from pathlib import Path
from traydial.core.call import Call
from traydial.core.consent import Source
from traydial.core.dialplan.plan import DialPlan
from traydial.core.number.value import Candidate, NumberKind
from traydial.services.history.store import HistoryStore

history = HistoryStore(Path(sys.argv[1]), now=lambda: datetime.now(UTC))
candidate = Candidate(text="600", start=0, end=3, kind=NumberKind.SHORT, digits="600")
for number in itertools.count():
    at = datetime.now(UTC)
    plan = DialPlan(candidate=candidate, account_id="office", dialled=f"{sys.argv[2]}{number}")
    call = Call(id=f"{sys.argv[2]}{number}", account_id="office", pbx="tvox", plan=plan, requested_at=at)
    history.add(call, Source.LINK)
    print(number, flush=True)
    if number == int(sys.argv[3]):
        break
"""


def test_what_was_written_survives_a_kill(path, open_history):
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE_FOR_EVER, path, "a", "-1"], stdout=subprocess.PIPE, text=True
    )
    written = [int(process.stdout.readline()) for _ in range(25)]
    os.kill(process.pid, signal.SIGKILL)
    written += map(int, process.stdout.read().split())
    process.wait(10)
    process.stdout.close()
    kept = {entry.id for entry in open_history().latest(1_000_000)}
    assert kept >= {f"a{number}" for number in written}


def test_several_processes_write_at_once(path, open_history):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITE_FOR_EVER, path, name, "49"], stdout=subprocess.DEVNULL)
        for name in "abc"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert len(open_history().latest(1000)) == 150


PLACE_THE_SAME = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from traydial.core.call import Call
from traydial.core.consent import Source
from traydial.core.dialplan.plan import DialPlan
from traydial.core.number.value import Candidate, NumberKind
from traydial.services.history.store import HistoryStore

history = HistoryStore(Path(sys.argv[1]), now=lambda: datetime.now(UTC))
candidate = Candidate(text="600", start=0, end=3, kind=NumberKind.SHORT, digits="600")
plan = DialPlan(candidate=candidate, account_id="office", dialled="600")
print("ready", flush=True)
sys.stdin.readline()
call = Call(id=os.urandom(4).hex(), account_id="office", pbx="tvox", plan=plan, requested_at=datetime.now(UTC))
print(history.add(call, Source.COMMAND_LINE) or "mine")
"""


def test_of_several_processes_only_one_places_the_same_call(path):
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", PLACE_THE_SAME, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[0].strip() for process in processes]
    assert said.count("mine") == 1
    assert len(set(said)) == 2  # the others name the call that was placed


@pytest.mark.parametrize(
    ("state", "seconds", "same"),
    [
        (CallState.ACCEPTED, 2.9, True),
        (CallState.REQUESTED, 0, True),
        (CallState.UNKNOWN, -1, True),  # the clock was set back
        (CallState.ACCEPTED, 3.1, False),
        (CallState.REFUSED, 0, False),
        (CallState.CANCELLED, 0, False),
    ],
)
def test_another_process_s_call_is_the_same_for_three_seconds(open_history, call, state, seconds, same):
    placed = call("theirs", minutes=-seconds / 60, state=state)
    assert open_history().add(placed, Source.LINK) is None
    ours = open_history()
    assert ours.add(call("ours"), Source.DIAL_WINDOW) == ("theirs" if same else None)
    assert len(ours.latest()) == (1 if same else 2)


def test_what_this_process_placed_is_for_consent_to_judge(history, call):
    assert [history.add(call(id_), Source.LINK) for id_ in "ab"] == [None, None]
