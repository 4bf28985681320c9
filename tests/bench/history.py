"""What the history of a million calls costs: opening, searching, scrolling, and the row that each call waits for."""

from __future__ import annotations

import itertools
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from table import Row, paired
from traydial.core.call import Call
from traydial.core.consent import Source
from traydial.core.dialplan.plan import DialPlan
from traydial.core.number.value import Candidate, NumberKind
from traydial.services.history.browse import HistoryBrowser
from traydial.services.history.store import HistoryStore

CALLS, QUICK_CALLS = 1_000_000, 50_000
PAGE = "SELECT * FROM calls ORDER BY row DESC LIMIT 100"
# Two thirds go to numbers of one town, whose digits are in nearly every row: the worst that an index can meet.
FILL = """
INSERT INTO calls (id, process, at, number, digits, e164, country, dialled, account_id, pbx, source, state, accepted,
                   trace, name, note, search)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?),
numbers (i, home, nsn) AS MATERIALIZED (
    SELECT i, i % 3, iif(i % 3, printf('0444%06d', abs(random()) % 1000000), printf('82%07d', abs(random()) % 10000000))
    FROM n
),
calls_made (i, e164, national, name, note) AS (
    SELECT i, iif(home, '+39', '+27') || nsn, iif(home, '', '0') || nsn,
           iif(i % 4, '', substr('anna bianchi mario rossi thabo nkosi nguyen van an', 1 + i % 40, 11)),
           iif(i % 20, '', 'offerta ' || i || ' da richiamare')
    FROM numbers
)
SELECT lower(hex(randomblob(16))), 'bench', 1700000000 + i * 60, national, e164, e164, 'IT', national, 'office', 'tvox',
       'link', 'accepted', 1, '[]', name, note,
       substr(e164, 2) || char(10) || national || char(10) || name || char(10) || note
FROM calls_made
"""
QUERIES = (
    "0",
    "44",
    "0444",
    "+39 0444 123",
    "0039 0444 123456",
    "904440444",
    "390444390444",
    "82 000",
    "anna",
    "mario 0444",
    "richiamare nkosi",
    "offerta 999",
    "nobody",
    "zq",
)


def measured(*, quick: bool) -> Iterator[Row]:
    """Measure in a history that is made for this, and yield each row as it is done."""
    calls, runs = (QUICK_CALLS, 3) if quick else (CALLS, 20)
    with tempfile.TemporaryDirectory(prefix="traydial-bench-") as folder:
        path = Path(folder) / "history.sqlite"
        history = HistoryStore(path, now=lambda: datetime.now(UTC))
        fill(history, calls)
        archive = HistoryBrowser(history.connect)
        bare = sqlite3.connect(path)
        try:
            yield opening(history, path, calls, runs)
            yield searching(archive, bare, calls, runs)
            yield scrolling(archive, bare, calls, runs)
            yield writing(history, Path(folder), calls, runs)
        finally:
            bare.close()
            archive.close()
            history.close()


def fill(history: HistoryStore, calls: int) -> None:
    """Write the calls without the trigger of each row, and the index as a whole."""
    connection = history.connect()
    with connection:
        ((trigger,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'calls_added'")
        connection.execute("DROP TRIGGER calls_added")
        connection.execute(FILL, (calls,))
        connection.execute("INSERT INTO calls_search (calls_search) VALUES ('rebuild')")
        connection.execute(trigger)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def opening(history: HistoryStore, path: Path, calls: int, runs: int) -> Row:
    """From nothing to the first page, against SQLite opening the same file and reading as many rows."""

    def ours() -> None:
        archive = HistoryBrowser(history.connect)
        archive.page()
        archive.close()

    def reference() -> None:
        connection = sqlite3.connect(path)
        connection.execute(PAGE).fetchall()
        connection.close()

    what = f"History of {calls:,} calls: open, and the first page, against bare SQLite"
    return Row(what, *paired(timed(ours), timed(reference), runs=runs, unit="ms"), 100.0, absolute=True)


def searching(archive: HistoryBrowser, bare: sqlite3.Connection, calls: int, runs: int) -> Row:
    """The slowest of many searches, against the newest rows without a search."""

    def slowest() -> float:
        return max(timed(lambda query=query: archive.page(query))() for query in QUERIES)

    reference = timed(lambda: bare.execute(PAGE).fetchall())
    what = f"History of {calls:,} calls: the slowest of {len(QUERIES)} searches, against a page without a search"
    return Row(what, *paired(slowest, reference, runs=runs, unit="ms"), 50.0, absolute=True)


def scrolling(archive: HistoryBrowser, bare: sqlite3.Connection, calls: int, runs: int) -> Row:
    """A page from the middle, against as many rows by their primary key."""
    middle = calls // 2
    by_key = "SELECT * FROM calls WHERE row < ? ORDER BY row DESC LIMIT 100"
    ours = timed(lambda: archive.page(before=middle))
    reference = timed(lambda: bare.execute(by_key, (middle,)).fetchall())
    what = f"History of {calls:,} calls: a further page while scrolling, against the same rows from bare SQLite"
    return Row(what, *paired(ours, reference, runs=runs, unit="ms"), 16.0, absolute=True)


def writing(history: HistoryStore, folder: Path, calls: int, runs: int) -> Row:
    """The row that is written before an order leaves, against one row in a table with nothing else."""
    numbers = itertools.count(123_000)
    bare = sqlite3.connect(folder / "bare.sqlite")
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = NORMAL")
    bare.execute("CREATE TABLE calls (id TEXT, number TEXT)")

    def add() -> None:
        history.add(call(f"+390444{next(numbers)}"), Source.LINK)

    def reference() -> None:
        with bare:
            bare.execute("INSERT INTO calls VALUES (?, ?)", (os.urandom(16).hex(), f"+390444{next(numbers)}"))

    ours, without = paired(timed(add), timed(reference), runs=10 * runs, unit="ms")
    bare.close()
    what = f"History of {calls:,} calls: the row that a call waits for, against a row in a bare table"
    return Row(what, ours, without, 2.0, absolute=True)


def call(number: str) -> Call:
    candidate = Candidate(
        text=number, start=0, end=len(number), kind=NumberKind.GLOBAL, digits=number, e164=number, country="IT"
    )
    plan = DialPlan(candidate=candidate, account_id="office", dialled=number)
    return Call(id=os.urandom(16).hex(), account_id="office", pbx="tvox", plan=plan, requested_at=datetime.now(UTC))


def timed(job: Callable[[], object]) -> Callable[[], float]:
    """Return what does `job` and says how many milliseconds it took."""

    def run() -> float:
        begun = time.perf_counter_ns()
        job()
        return (time.perf_counter_ns() - begun) / 1e6

    return run
