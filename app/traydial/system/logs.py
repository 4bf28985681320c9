"""The log: a file that rotates and is its owner's alone, the latest lines in memory, and no secret in either."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
from collections import deque
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from traydial.core.adapter import Secret

if TYPE_CHECKING:
    from io import TextIOWrapper

FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
SIZE_LIMIT = 1_000_000  # bytes of one file
FILES = 3
LATEST = 500  # lines
HIDDEN = "***"

log = logging.getLogger(__name__)


class Redactor:
    """Removes every secret that it knows from a text, also percent-encoded, escaped, and within base64."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._forms: tuple[str, ...] = ()

    def add(self, value: str) -> None:
        with self._lock:
            forms = {*self._forms, *_forms(value)}
            self._forms = tuple(sorted(forms, key=len, reverse=True))

    def redact(self, text: str) -> str:
        for form in self._forms:
            text = text.replace(form, HIDDEN)
        return text


def _forms(value: str) -> set[str]:
    """Return the ways in which `value` may stand in a text."""
    from urllib.parse import quote, quote_plus

    if not value:
        return set()
    escaped = {ascii(value)[1:-1], repr(value)[1:-1]}
    encoded = {quote(value), quote(value, safe=""), quote_plus(value)}
    return {value, *escaped, *encoded, *(form.lower() for form in encoded), *_base64_forms(value.encode())}


def _base64_forms(value: bytes) -> set[str]:
    """Return what base64 makes of `value` behind 0 to 2 other bytes, as in "user:password", less what those share."""
    from base64 import b64encode, urlsafe_b64encode

    forms = set()
    for before in range(3):
        first = (0, 2, 3)[before]
        end = (before + len(value)) * 8 // 6
        for encode in (b64encode, urlsafe_b64encode):
            form = encode(bytes(before) + value).decode()[first:end]
            if len(form) >= 6:  # a shorter one is part of many ordinary words
                forms.add(form)
    return forms


class RedactingFormatter(logging.Formatter):
    """Redacts the finished text, tracebacks included; a message stays on its line whatever a caller sent."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__(FORMAT)
        self._redactor = redactor

    def formatMessage(self, record: logging.LogRecord) -> str:
        line = super().formatMessage(record)
        return line if line.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)

    def format(self, record: logging.LogRecord) -> str:
        return self._redactor.redact(super().format(record))


class Logs:
    """The program's log. `redact` works from the start, `open` begins to write, `close` ends it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._redactor = Redactor()
        self._latest: deque[str] = deque(maxlen=LATEST)
        self._handlers: tuple[logging.Handler, ...] = ()

    def redact(self, value: str) -> Secret:
        """Wrap `value`, and keep it out of every line of the log."""
        self._redactor.add(value)
        return Secret(value)

    def latest(self) -> tuple[str, ...]:
        """Return the last lines, redacted once more: a secret may have become known after its line was written."""
        return tuple(self._redactor.redact(line) for line in tuple(self._latest))

    def open(self, *, level: int = logging.INFO, stderr: TextIO | None = None) -> None:
        """Write what the whole program logs, and uncaught exceptions; to `stderr` too if given."""
        formatter = RedactingFormatter(self._redactor)
        handlers: list[logging.Handler] = [_Ring(self._latest)]
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handlers.append(_RotatingFile(self._file))
        except OSError:  # a full or read-only disk must not prevent calls
            stderr = stderr or sys.stderr
        if stderr is not None:
            handlers.append(logging.StreamHandler(stderr))
        root = logging.getLogger()
        root.setLevel(level)
        for handler in handlers:
            handler.setFormatter(formatter)
            root.addHandler(handler)
        self._handlers = tuple(handlers)
        logging.getLogger("httpcore").setLevel(logging.WARNING)  # it logs addresses, which may hold tokens
        sys.excepthook = _log_uncaught
        threading.excepthook = _log_thread

    def close(self) -> None:
        """Stop writing. Idempotent."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        for handler in self._handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()
        self._handlers = ()


class _Ring(logging.Handler):
    """Keeps finished lines, not records: those would keep everything alive that was logged."""

    def __init__(self, lines: deque[str]) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record))


class _RotatingFile(logging.FileHandler):
    """As logging.handlers.RotatingFileHandler, which would import sockets and pickles, but with mode 0600."""

    def __init__(self, file: Path) -> None:
        self._file = file
        super().__init__(file, encoding="utf-8", errors="backslashreplace")

    def _open(self) -> TextIOWrapper:
        private = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(private, "a", encoding="utf-8", errors="backslashreplace")

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(OSError):  # a disk that fills up must not prevent calls
            super().emit(record)
            if self.stream is not None and self.stream.tell() > SIZE_LIMIT:
                self.stream.close()
                self._rotate()

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: logging would print the line as it was before its secrets were taken out."""

    def close(self) -> None:
        with contextlib.suppress(OSError):
            super().close()

    def _rotate(self) -> None:
        try:
            for number in range(FILES - 1, 0, -1):
                older = self._file.with_name(f"{self._file.name}.{number}")
                newer = self._file if number == 1 else self._file.with_name(f"{self._file.name}.{number - 1}")
                if newer.exists():
                    newer.replace(older)
        finally:
            self.stream = self._open()


def _log_uncaught(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)
        return
    log.critical("uncaught", exc_info=(kind, error, traceback))


def _log_thread(uncaught: threading.ExceptHookArgs) -> None:
    if uncaught.exc_value is not None:
        name = uncaught.thread.name if uncaught.thread else "?"
        log.critical(
            "uncaught in thread %s", name, exc_info=(uncaught.exc_type, uncaught.exc_value, uncaught.exc_traceback)
        )
