"""Answers other processes of the same user over the instance socket: clicked links and the command line's requests.

The protocol is in docs/architecture.md: one line in, one line out. Everything runs in the GUI thread on notifiers;
nothing here waits, and no timer runs while nobody is connected.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from traydial.system.instance import LINE_LIMIT, is_link

assert sys.platform != "win32"  # noqa: S101 - the form of this that type checkers read

import fcntl  # noqa: E402

from traydial.system.instance import is_private, is_same_user  # noqa: E402

CLIENT_LIMIT = 32
DEADLINE_MS = 5_000  # to send the line, and again to take the answer
ACKNOWLEDGED = b"ok\n"
REFUSED = b"no\n"

Answer: TypeAlias = dict[str, Any]
Reply: TypeAlias = Callable[[Answer], None]


class InstanceServer(QObject):
    """The tray's end of the socket at `path`; while it listens, this is the one tray of that folder.

    `link` gets the text of a link and is acknowledged when it returns. `request` gets a JSON object and a `reply`,
    to be called once, from any thread, now or later; nobody minds when the client has gone by then.
    """

    _answered = Signal(object, bytes)

    def __init__(
        self,
        path: Path,
        *,
        link: Callable[[str], None],
        request: Callable[[Answer, Reply], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._link = link
        self._request = request
        self._lock = -1
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._clients: set[_Client] = set()
        self._answered.connect(self._send)

    def listen(self) -> bool:
        """Become the one tray of this folder. False when another process is it already.

        Raises PermissionError when the folder is not this user's alone, and OSError when it cannot be made.
        """
        folder = self._path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_private(str(folder)):
            raise PermissionError(f"{folder} must belong to this user and be closed to others")
        self._lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            # The lock, unlike the socket's file, ends with its process: what is found under it is a leftover.
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._lock)
            self._lock = -1
            return False
        # Made under another name and moved into place: a client never meets one that does not listen yet.
        fresh = self._path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.setblocking(False)
        self._socket.bind(str(fresh))
        fresh.chmod(0o600)
        self._socket.listen(CLIENT_LIMIT)
        fresh.replace(self._path)
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._accept)
        return True

    def close(self) -> None:
        """Stop listening, hang up on everybody, and let another tray begin. Nothing to do when not listening."""
        if self._socket is None or self._notifier is None:
            return
        self._notifier.setEnabled(False)
        for client in tuple(self._clients):
            client.close()
        self._path.unlink(missing_ok=True)
        self._socket.close()
        self._socket = None
        os.close(self._lock)

    def _accept(self) -> None:
        if self._socket is None:
            return
        try:
            connection, _ = self._socket.accept()
        except OSError:  # it has gone already
            return
        if len(self._clients) >= CLIENT_LIMIT or not is_same_user(connection):
            connection.close()
            return
        connection.setblocking(False)
        client = _Client(connection, read=self._answer, closed=self._clients.discard, parent=self)
        self._clients.add(client)

    def _answer(self, client: _Client, line: bytes) -> None:
        try:
            text = line.decode()
        except UnicodeDecodeError:
            client.send(REFUSED)
            return
        request = None if is_link(text) else parse(text)
        if request is not None:
            self._request(request, lambda answer: self._answered.emit(client, written(answer)))
        elif is_link(text):
            self._link(text)
            client.send(ACKNOWLEDGED)
        else:
            client.send(REFUSED)

    def _send(self, client: _Client, answer: bytes) -> None:
        if client in self._clients:
            client.send(answer)


class _Client(QObject):
    """One connection: a line is read, an answer is written, and it ends; each within its deadline."""

    def __init__(
        self,
        connection: socket.socket,
        *,
        read: Callable[[_Client, bytes], None],
        closed: Callable[[_Client], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._connection = connection
        self._line_read = read
        self._closed = closed
        self._received = bytearray()
        self._unsent = b""
        self._reader = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)
        self._writer = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Write, self)
        self._writer.setEnabled(False)
        self._writer.activated.connect(self._write)
        self._deadline = QTimer(self, singleShot=True, interval=DEADLINE_MS)
        self._deadline.timeout.connect(self.close)
        self._deadline.start()

    def send(self, answer: bytes) -> None:
        """Write `answer` and hang up."""
        self._unsent = answer
        self._deadline.start()
        self._write()

    def close(self) -> None:
        """Hang up on the client."""
        self._deadline.stop()
        self._reader.setEnabled(False)
        self._writer.setEnabled(False)
        self._connection.close()
        self._closed(self)
        self.deleteLater()

    def _read(self) -> None:
        try:
            chunk = self._connection.recv(LINE_LIMIT)
        except BlockingIOError:
            return
        except OSError:
            chunk = b""
        if not chunk:
            self.close()
            return
        self._received += chunk
        line, newline, _ = self._received.partition(b"\n")
        if len(line) >= LINE_LIMIT or (newline and self._has_gone()):
            self.close()
        elif newline:
            self._reader.setEnabled(False)  # one line each; what follows it is not read
            self._deadline.stop()
            self._line_read(self, bytes(line))

    def _has_gone(self) -> bool:
        # A tray that was stuck meets callers who gave up waiting and said so: what they wanted must not happen now.
        try:
            return self._connection.recv(1, socket.MSG_PEEK) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def _write(self) -> None:
        try:
            sent = self._connection.send(self._unsent)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.close()
            return
        self._unsent = self._unsent[sent:]
        self._writer.setEnabled(bool(self._unsent))
        if not self._unsent:
            self.close()


def parse(text: str) -> Answer | None:
    """Return the JSON object in `text`, or None: what a client sends is not trusted to be one."""
    import json

    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def written(answer: Answer) -> bytes:
    """Return `answer` as the line that is sent."""
    import json

    return json.dumps(answer, ensure_ascii=False).encode(errors="replace") + b"\n"
