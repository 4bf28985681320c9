"""The tables of `history.sqlite` and how they came to be: its versions, and what a connection to it is like."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from traydial.services.history.search import search_text

if TYPE_CHECKING:
    import sqlite3

LIVE: Final = "state IN ('requested', 'ringing_agent', 'ringing_callee', 'connected')"
"""A call that lasts; the same text as in its index."""

NUMBER: Final = "coalesce(e164, digits)"
"""The key by which two calls are to the same number; the same text as in its index."""

# The statements that lead to each version of the schema; PRAGMA user_version counts the versions that were made.
SCHEMA: Final = (
    (
        """
        CREATE TABLE calls (
            row INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            process TEXT NOT NULL,             -- which one placed it
            at REAL NOT NULL,                  -- seconds since 1970, UTC
            number TEXT NOT NULL,              -- as it stood in the text
            digits TEXT NOT NULL,              -- as it went into the dial plan
            e164 TEXT,
            country TEXT,
            dialled TEXT NOT NULL,             -- as it went to the PBX
            account_id TEXT NOT NULL,
            pbx TEXT NOT NULL,
            source TEXT NOT NULL,
            state TEXT NOT NULL,
            accepted INTEGER NOT NULL DEFAULT 0, -- by the PBX, whatever came of it later
            code TEXT NOT NULL DEFAULT '',     -- of the error
            answer TEXT NOT NULL DEFAULT '',   -- the PBX's own words
            call_id TEXT,
            connected_at REAL,
            duration_s INTEGER,                -- of the conversation
            recorded INTEGER NOT NULL DEFAULT 0,
            recording_url TEXT NOT NULL DEFAULT '',
            tag TEXT NOT NULL DEFAULT '',
            reference TEXT NOT NULL DEFAULT '',
            trace TEXT NOT NULL DEFAULT '[]'
        )
        """,
        "CREATE INDEX calls_by_time ON calls (at)",
        "CREATE INDEX calls_accepted_by_e164 ON calls (e164) WHERE accepted",
        "CREATE INDEX calls_accepted_by_digits ON calls (digits) WHERE accepted",
        "CREATE INDEX calls_accepted_by_country ON calls (country) WHERE accepted",
        "CREATE INDEX calls_requested ON calls (at) WHERE state = 'requested'",
    ),
    (
        "ALTER TABLE calls ADD COLUMN name TEXT NOT NULL DEFAULT ''",  # of whoever has the number
        "ALTER TABLE calls ADD COLUMN note TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE calls ADD COLUMN recording_consent INTEGER",  # 1 yes, 0 no, NULL not asked
        "ALTER TABLE calls ADD COLUMN recording_consent_at REAL",
        "ALTER TABLE calls ADD COLUMN search TEXT NOT NULL DEFAULT ''",
        "UPDATE calls SET search = search_text(number, digits, e164)",
        f"CREATE INDEX calls_by_number ON calls ({NUMBER})",
        "DROP INDEX calls_requested",
        f"CREATE INDEX calls_live ON calls (state) WHERE {LIVE}",
        # Which rows hold which three characters, and nothing else: the smallest index, the quickest to write.
        """
        CREATE VIRTUAL TABLE calls_search USING fts5 (
            search, content = 'calls', content_rowid = 'row', detail = none, columnsize = 0,
            tokenize = 'trigram case_sensitive 1'
        )
        """,
        "INSERT INTO calls_search (calls_search) VALUES ('rebuild')",
        """
        CREATE TRIGGER calls_added AFTER INSERT ON calls BEGIN
            INSERT INTO calls_search (rowid, search) VALUES (new.row, new.search);
        END
        """,
        """
        CREATE TRIGGER calls_changed AFTER UPDATE OF search ON calls BEGIN
            INSERT INTO calls_search (calls_search, rowid, search) VALUES ('delete', old.row, old.search);
            INSERT INTO calls_search (rowid, search) VALUES (new.row, new.search);
        END
        """,
        """
        CREATE TRIGGER calls_deleted AFTER DELETE ON calls BEGIN
            INSERT INTO calls_search (calls_search, rowid, search) VALUES ('delete', old.row, old.search);
        END
        """,
    ),
)


def connect(path: Path) -> sqlite3.Connection:
    """Open the database, made or brought to this version where needed; its owner alone can read it.

    Raises sqlite3.Error and OSError; the connection may be used by any thread, one at a time.
    """
    import sqlite3

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, timeout=2.0, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if _version(connection) < len(SCHEMA):
            _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: sqlite3.Connection) -> None:
    connection.create_function("search_text", 3, search_text, deterministic=True)
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        for statements in SCHEMA[_version(connection) :]:  # another process may have been quicker
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(SCHEMA)}")
