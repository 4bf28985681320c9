"""The history as a person looks through it: pages, search, names and notes, deletion.

Deleting is meant: the bytes are overwritten on the disk and in the journal.
"""

from __future__ import annotations

import contextlib
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from traydial.core.errors import HistoryError
from traydial.services.history.schema import NUMBER
from traydial.services.history.search import grams, match, search_text, terms
from traydial.services.history.store import HistoryEntry, entry_of

if TYPE_CHECKING:
    import sqlite3

PAGE: Final = 100
LATEST: Final = 10_000
"""Where a search for one or two characters looks: the index knows no fewer than three."""

SAMPLE: Final = 500
AT_ONCE: Final = 500  # rows deleted in one transaction, so that a call that is placed meanwhile need not wait

RENAME: Final = f"""
    UPDATE calls SET name = :name, search = search_text(number, digits, e164, :name, note)
    WHERE {NUMBER} = :number AND (name != :name OR row = :row)
"""  # noqa: S608 - ours

log = logging.getLogger(__name__)


class HistoryBrowser:
    """Lives on one thread, with a connection of its own. Methods block on the disk and raise HistoryError."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._connection: sqlite3.Connection | None = None
        self._counted: Counter[str] | None = None

    def page(self, query: str = "", *, before: int | None = None, limit: int = PAGE) -> tuple[HistoryEntry, ...]:
        """Return the newest calls that `query` finds, newest first; only those with a row below `before`."""
        wanted = terms(query)
        matched = match(wanted, self._frequency()) if wanted else ""
        source, row = "calls", "calls.row"
        conditions: list[str] = []
        values: list[object] = []
        if matched:
            source, row = "calls_search CROSS JOIN calls ON calls.row = calls_search.rowid", "calls_search.rowid"
            conditions.append("calls_search MATCH ?")
            values.append(matched)
        elif wanted:
            conditions.append("calls.row > (SELECT max(row) FROM calls) - ?")
            values.append(LATEST)
        for term in wanted:
            conditions.append(f"({' OR '.join(['instr(calls.search, ?) > 0'] * len(term))})")
            values.extend(term)
        if before is not None:
            conditions.append(f"{row} < ?")
            values.append(before)
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        statement = f"SELECT calls.* FROM {source} {where} ORDER BY {row} DESC LIMIT ?"  # noqa: S608 - ours
        with self._open() as connection:
            return tuple(map(entry_of, connection.execute(statement, (*values, limit))))

    def entries(self, query: str = "") -> Iterator[HistoryEntry]:
        """Yield all calls that `query` finds, newest first."""
        before = None
        while page := self.page(query, before=before):
            yield from page
            before = page[-1].row

    def export(self, target: Path, query: str, *, mask: bool) -> int:
        """Write all calls that `query` finds to a CSV file (`history_export`); returns how many."""
        from traydial.services.history.export import export

        return export(self.entries(query), target, mask=mask)

    def annotate(self, entry: HistoryEntry, *, name: str, note: str) -> None:
        """Give the number of `entry` a name, at all its calls, and this call a note."""
        with self._writing() as connection:
            connection.execute("UPDATE calls SET note = ? WHERE row = ?", (note, entry.row))
            connection.execute(RENAME, {"name": name, "number": entry.key, "row": entry.row})

    def delete(self, rows: Sequence[int]) -> None:
        for start in range(0, len(rows), AT_ONCE):
            with self._writing() as connection:
                some = [(row,) for row in rows[start : start + AT_ONCE]]
                connection.executemany("DELETE FROM calls WHERE row = ?", some)

    def delete_all(self) -> None:
        with self._writing() as connection:
            ((_, trigger),) = connection.execute("SELECT name, sql FROM sqlite_schema WHERE name = 'calls_deleted'")
            connection.execute("DROP TRIGGER calls_deleted")  # then SQLite empties whole tables at once
            connection.execute("DELETE FROM calls")
            connection.execute("INSERT INTO calls_search (calls_search) VALUES ('delete-all')")
            connection.execute(trigger)

    def prune(self, before: datetime) -> bool:
        """Delete some of the calls that are older than `before`. Returns whether there may be more."""
        oldest = "SELECT row FROM calls WHERE at < ? ORDER BY at LIMIT ?"
        with self._open() as connection:
            rows = [row[0] for row in connection.execute(oldest, (before.timestamp(), AT_ONCE))]
        if rows:
            self.delete(rows)
        return len(rows) == AT_ONCE

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _frequency(self) -> Mapping[str, int]:
        """Return how often the entries of the index stand in some calls; counted once."""
        if self._counted is None:
            with self._open() as connection:
                some = connection.execute("SELECT search FROM calls ORDER BY row DESC LIMIT ?", (SAMPLE,)).fetchall()
            self._counted = Counter(gram for (text,) in some for gram in grams(text))
        return self._counted

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        import sqlite3

        try:
            if self._connection is None:
                self._connection = self._connect()
                self._connection.execute("PRAGMA secure_delete = ON")
                self._connection.create_function("search_text", 5, search_text, deterministic=True)
            yield self._connection
        except (sqlite3.Error, OSError) as error:
            log.error("The history does not answer: %s", error)
            raise HistoryError("history_unavailable", reason=_reason(error)) from None

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing, and leave nothing of what stood there before in the journal."""
        with self._open() as connection:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _reason(error: Any) -> str:
    return getattr(error, "strerror", None) or str(error)
