"""The history of dial attempts: one row each, written before the order leaves, so that it survives whatever follows."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from traydial import files
from traydial.core.call import CallState, RecordingState
from traydial.core.consent import REPEATED, SAME_CALL_S, Source
from traydial.core.dialplan.plan import Step
from traydial.services.history.schema import LIVE, NUMBER, connect
from traydial.services.history.search import search_text

if TYPE_CHECKING:
    import sqlite3

    from traydial.core.call import Call

# The same number through the same account at the same time, by another process. One that did not ring may be repeated;
# one that has ended may be, where a gesture does not arrive twice.
SAME_CALL: Final = """
    SELECT id FROM calls WHERE at BETWEEN :since AND :until AND process != :process
    AND account_id = :account_id AND dialled = :dialled AND state NOT IN ('refused', 'cancelled')
    AND (state != 'ended' OR :repeated)
"""
UNSUCCESSFUL: Final = (CallState.REFUSED, CallState.CANCELLED, CallState.UNKNOWN)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One dial attempt, as far as it came. Times have the UTC zone; `answer` are the PBX's own words.

    A later attempt has a greater `row`. `name` belongs to the number, `note` to this call. `recording_consent` is what
    was answered, at `recording_consent_at`, when the PBX's recording needed a yes; None: not asked.
    """

    id: str
    at: datetime
    number: str
    digits: str
    e164: str | None
    country: str | None
    dialled: str
    account_id: str
    pbx: str
    source: Source
    state: CallState
    code: str = ""
    answer: str = ""
    call_id: str | None = None
    connected_at: datetime | None = None
    duration_s: int | None = None
    recorded: bool = False
    recording_url: str = ""
    tag: str = ""
    reference: str = ""
    trace: tuple[Step, ...] = ()
    name: str = ""
    note: str = ""
    recording_consent: bool | None = None
    recording_consent_at: datetime | None = None
    row: int = 0

    @property
    def key(self) -> str:
        """By which two entries are to the same number: E.164, or digits where it has none."""
        return self.e164 or self.digits

    @property
    def answered(self) -> bool:
        """Whether the other party took the call, whatever is known of its end."""
        return self.connected_at is not None or bool(self.duration_s)

    @property
    def failed(self) -> bool:
        """Whether it failed, or its outcome is unknown."""
        return self.state is CallState.REFUSED or (self.state is CallState.UNKNOWN and not self.answered)


class HistoryStore:
    """`history.sqlite`, in WAL mode. Usable from any thread and by several processes; methods block on the disk.

    A history that cannot be written is logged and costs no call; one that is not a database is set aside.
    """

    def __init__(self, path: Path, *, now: Callable[[], datetime]) -> None:
        self._path = path
        self._now = now
        self._process = os.urandom(8).hex()
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def add(self, call: Call, source: Source) -> str | None:
        """Write down an attempt before its order leaves.

        Returns None, or the id of the same call that another process has just placed: then nothing is written.
        """
        values = _values(call)
        name = self.name_of(call.plan.candidate.key)
        values |= {
            "at": call.requested_at.timestamp(),
            "source": source.value,
            "process": self._process,
            "name": name,
            "search": search_text(values["number"], values["digits"], values["e164"], name),
        }
        names = ", ".join(values)
        places = ", ".join(f":{name}" for name in values)
        same_call = {
            "since": values["at"] - SAME_CALL_S,
            "until": values["at"] + SAME_CALL_S,
            "repeated": source in REPEATED,
        }
        # One statement looks and writes, so that of two processes only one finds nothing.
        statement = f"INSERT INTO calls ({names}) SELECT {places} WHERE NOT EXISTS ({SAME_CALL})"
        if self._write(statement, values | same_call) != 0:
            return None
        same = self._rows(SAME_CALL, values | same_call)
        return same[0]["id"] if same else None

    def update(self, call: Call) -> None:
        """Write down what came of an attempt."""
        self._write(
            "UPDATE calls SET state = :state, accepted = accepted OR :accepted, code = :code, answer = :answer,"
            " call_id = coalesce(:call_id, call_id), recorded = recorded OR :recorded, connected_at = :connected_at,"
            " duration_s = :duration_s, recording_url = :recording_url WHERE id = :id",
            _values(call),
        )

    def note_recording_consent(self, call_id: str, *, given: bool, at: datetime) -> None:
        """Write down what was answered, and when, to the question whether the call may be recorded."""
        self._write(
            "UPDATE calls SET recording_consent = :given, recording_consent_at = :at WHERE id = :id",
            {"id": call_id, "given": given, "at": at.timestamp()},
        )

    def abandon(self) -> None:
        """No other process follows a call any longer: what came of those that seem to last is unknown."""
        self._write(
            f"UPDATE calls SET state = 'unknown' WHERE {LIVE} AND process != :process",  # noqa: S608 - ours
            {"process": self._process},
        )

    def latest(self, limit: int = 20) -> tuple[HistoryEntry, ...]:
        """Return the newest attempts, newest first."""
        return tuple(map(entry_of, self._rows("SELECT * FROM calls ORDER BY row DESC LIMIT ?", (limit,))))

    def dialled_before(self, number: str) -> bool:
        """Whether a PBX accepted the number of this key before."""
        known = "SELECT 1 FROM calls WHERE accepted AND {} = ? LIMIT 1"
        return any(self._rows(known.format(column), (number,)) for column in ("e164", "digits"))

    def name_of(self, number: str) -> str:
        """Return the name that the user gave the number of this key; empty without one."""
        latest = f"SELECT name FROM calls WHERE {NUMBER} = ? ORDER BY row DESC LIMIT 1"  # noqa: S608 - ours
        rows = self._rows(latest, (number,))
        return str(rows[0]["name"]) if rows else ""

    def countries(self) -> frozenset[str]:
        """Return the countries (ISO 3166) that a PBX accepted a number of."""
        accepted = "SELECT min(country) FROM calls WHERE accepted"
        steps = f"""
            WITH RECURSIVE known (country) AS (
                {accepted}
                UNION ALL
                SELECT ({accepted} AND country > known.country) FROM known WHERE known.country IS NOT NULL
            )
            SELECT country FROM known WHERE country IS NOT NULL
        """  # noqa: S608 - from one country to the next along the index, however many calls there are
        return frozenset(row["country"] for row in self._rows(steps))

    def connect(self) -> sqlite3.Connection:
        """Open one more connection, for the caller alone. Raises sqlite3.Error and OSError."""
        import sqlite3

        # SQLite's own waiting does not cover the change to WAL, which the first of several processes makes.
        with files.locked(self._path.with_name(f".{self._path.name}.lock")):
            try:
                return connect(self._path)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):  # busy, full, not allowed: the file itself is fine
                    raise
            aside = self._path.with_name(f"{self._path.name}.broken-{self._now():%Y%m%dT%H%M%S}")
            log.error("The history is not a database and was moved to %s", aside.name)
            self._path.rename(aside)
            return connect(self._path)

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _write(self, statement: str, values: dict[str, Any]) -> int | None:
        """Return how many rows were written; None when the disk did not let us."""
        import sqlite3

        try:
            with self._lock, self._open() as connection:
                return connection.execute(statement, values).rowcount
        except (sqlite3.Error, OSError) as error:
            log.error("The history is not written: %s", error)
            return None

    def _rows(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[sqlite3.Row]:
        import sqlite3

        try:
            with self._lock:
                return self._open().execute(query, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            log.error("The history is not read: %s", error)
            return []

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self.connect()
        return self._connection


def _values(call: Call) -> dict[str, Any]:
    candidate = call.plan.candidate
    return {
        "id": call.id,
        "number": candidate.text,
        "digits": candidate.digits,
        "e164": candidate.e164,
        "country": candidate.country,
        "dialled": call.plan.dialled,
        "account_id": call.account_id,
        "pbx": call.pbx,
        "state": call.state.value,
        "accepted": call.ref is not None,
        "code": call.error.code if call.error is not None and call.state in UNSUCCESSFUL else "",
        "answer": call.answer,
        "call_id": None if call.ref is None else call.ref.call_id,
        "connected_at": None if call.connected_at is None else call.connected_at.timestamp(),
        "duration_s": call.duration_s,
        "recorded": call.recording in (RecordingState.ON, RecordingState.LOCKED),
        "recording_url": call.recording_url,
        "tag": call.tag,
        "reference": call.reference,
        "trace": _trace_text(call.plan.trace),
    }


def entry_of(row: sqlite3.Row) -> HistoryEntry:
    """Return what a whole row of `calls` says."""
    names = (name for name in row.keys() if name not in ("process", "accepted", "search"))  # noqa: SIM118 - a Row iterates over values
    values = {name: row[name] for name in names}
    for moment in ("at", "connected_at", "recording_consent_at"):
        if values[moment] is not None:
            values[moment] = datetime.fromtimestamp(values[moment], UTC)
    if values["recording_consent"] is not None:
        values["recording_consent"] = bool(values["recording_consent"])
    values["source"] = Source(values["source"])
    values["state"] = CallState(values["state"])
    values["recorded"] = bool(values["recorded"])
    values["trace"] = _trace(values["trace"])
    return HistoryEntry(**values)


def _trace_text(trace: tuple[Step, ...]) -> str:
    import json
    from dataclasses import astuple

    return json.dumps([astuple(step) for step in trace])


def _trace(text: str) -> tuple[Step, ...]:
    import json

    return tuple(
        Step(rule=rule, before=before, after=after, setting=setting)
        for rule, before, after, setting in json.loads(text)
    )
