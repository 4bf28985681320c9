"""What adapters learned about their PBX and may remember across restarts; never a secret, and safe to lose."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from traydial import files

log = logging.getLogger(__name__)


class AdapterMemory:
    """A JSON file: account id -> key -> text. Usable from any thread; a broken or read-only file is ignored."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._known: dict[str, dict[str, str]] | None = None
        self._closed = False

    def recall(self, account_id: str, key: str) -> str | None:
        with self._lock:
            if self._known is None:
                self._known = self._read()
            return self._known.get(account_id, {}).get(key)

    def remember(self, account_id: str, key: str, value: str) -> None:
        if self.recall(account_id, key) != value:
            self._write(account_id, lambda facts: facts | {key: value})

    def forget(self, account_id: str) -> None:
        """Drop what belongs to an account that was removed or changed."""
        self._write(account_id, lambda _facts: {})

    def close(self) -> None:
        """Write nothing more: the folder may be about to go."""
        with self._lock:
            self._closed = True

    def _write(self, account_id: str, change: Callable[[dict[str, str]], dict[str, str]]) -> None:
        import json

        with self._lock:
            if self._closed:
                return
            known = self._read()  # another process may have written meanwhile
            known[account_id] = change(known.get(account_id, {}))
            if not known[account_id]:
                del known[account_id]
            self._known = known
            try:
                files.replace(self._path, json.dumps(known, indent=1).encode())
            except OSError as error:
                log.warning("Facts are not written: %s", error.strerror)

    def _read(self) -> dict[str, dict[str, str]]:
        import json

        try:
            known = json.loads(self._path.read_bytes())
            return {str(a): {str(k): str(v) for k, v in facts.items()} for a, facts in known.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, AttributeError):
            log.warning("Facts are not readable and start anew")
            return {}
