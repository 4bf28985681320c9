"""The socket by which another process of the same user reaches the running tray, and the lock that keeps it alone.

The protocol is in docs/architecture.md: one line in, one line out. Everything runs in the GUI thread on notifiers;
nothing here waits, and no timer runs while nobody is connected.
"""

from __future__ import annotations

import os
import socket
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

assert sys.platform != "win32"  # noqa: S101 - the form of this that type checkers read

import fcntl

LINE_LIMIT = 64 * 1024
CLIENT_LIMIT = 32
DEADLINE_MS = 5_000  # to send the line, and again to take the answer

Request: TypeAlias = dict[str, object]
Reply: TypeAlias = Callable[[Request], None]


class InstanceServer(QObject):
    """Listens for links and requests.

    `link` gets the text of a link and is acknowledged when it returns. `request` gets a JSON object and a `reply`
    to be called once, in the GUI thread, now or later; nobody minds when the client has gone by then.
    """

    def __init__(
        self,
        path: Path,
        *,
        link: Callable[[str], None],
        request: Callable[[Request, Reply], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._link = link
        self._request = request
        self._lock = -1
        self._socket: socket.socket | None = None
        self._clients: set[_Client] = set()

    def listen(self) -> bool:
        """Become the one tray of this folder. False when another one is; raises OSError when the folder is unusable.

        The lock decides and dies with its process, so that whatever socket is found under it is stale. The new one is
        made under another name and moved into place: a client never meets one that does not listen yet.
        """
        folder = self._path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        lock = os.open(folder / f"{self._path.name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return False
        self._lock = lock
        fresh = self._path.with_name(f"{self._path.name}.new")
        fresh.unlink(missing_ok=True)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.setblocking(False)
        listener.bind(str(fresh))
        fresh.chmod(0o600)
        listener.listen(CLIENT_LIMIT)
        fresh.replace(self._path)
        self._socket = listener
        notifier = QSocketNotifier(listener.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._accept)
        return True

    def close(self) -> None:
        """Stop listening and let another tray begin. Idempotent."""
        for client in tuple(self._clients):
            client.close()
        if self._socket is not None:
            for notifier in self.findChildren(QSocketNotifier):
                notifier.setEnabled(False)
            self._path.unlink(missing_ok=True)
            self._socket.close()
            self._socket = None
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def _accept(self) -> None:
        if self._socket is None:
            return
        try:
            connection, _ = self._socket.accept()
        except OSError:  # it has gone already
            return
        if len(self._clients) >= CLIENT_LIMIT or peer_uid(connection) != os.getuid():
            connection.close()
            return
        connection.setblocking(False)
        client = _Client(connection, self._answer, self._clients.discard, self)
        self._clients.add(client)

    def _answer(self, line: bytes, send: Callable[[bytes], None]) -> None:
        try:
            text = line.decode()
        except UnicodeDecodeError:
            send(b"no\n")
            return
        if text[:1].isalpha():
            self._link(text)
            send(b"ok\n")
            return
        request = parse(text)
        if request is None:
            send(b"no\n")
            return
        self._request(request, lambda answer: send(written(answer)))


class _Client(QObject):
    """One connection: a line is read, an answer is written, and it ends; each within its deadline."""

    def __init__(
        self,
        connection: socket.socket,
        answer: Callable[[bytes, Callable[[bytes], None]], None],
        closed: Callable[[_Client], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._connection = connection
        self._answer = answer
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

    def close(self) -> None:
        """Hang up on the client. Idempotent."""
        if self._connection.fileno() < 0:
            return
        self._deadline.stop()
        self._reader.setEnabled(False)
        self._writer.setEnabled(False)
        self._connection.close()
        self._closed(self)
        self.deleteLater()

    def send(self, answer: bytes) -> None:
        """Write `answer` and hang up; nothing happens when the client has gone."""
        if self._connection.fileno() < 0:
            return
        self._unsent = answer
        self._deadline.start()
        self._write()

    def _read(self) -> None:
        try:
            chunk = self._connection.recv(LINE_LIMIT)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            chunk = b""
        if not chunk:
            self.close()
            return
        self._received += chunk
        line, newline, _ = self._received.partition(b"\n")
        if newline and len(line) < LINE_LIMIT:
            self._reader.setEnabled(False)  # one line each; what follows it is not read
            self._deadline.stop()
            self._answer(bytes(line), self.send)
        elif len(self._received) >= LINE_LIMIT:
            self.close()

    def _write(self) -> None:
        try:
            sent = self._connection.send(self._unsent)
        except (BlockingIOError, InterruptedError):
            sent = 0
        except OSError:
            self.close()
            return
        self._unsent = self._unsent[sent:]
        self._writer.setEnabled(bool(self._unsent))
        if not self._unsent:
            self.close()


def peer_uid(connection: socket.socket) -> int:
    """The user at the other end, as the kernel knows it."""
    if sys.platform == "darwin":
        local_peercred = 1  # <sys/un.h>; answers struct xucred: version, uid, groups
        _version, uid = struct.unpack("=II", connection.getsockopt(0, local_peercred, 76)[:8])
    else:
        size = struct.calcsize("=iII")  # struct ucred: pid, uid, gid
        _pid, uid, _gid = struct.unpack("=iII", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size))
    return int(uid)


def parse(text: str) -> Request | None:
    """Return the JSON object in `text`, or None: what a client sends is not trusted to be one."""
    import json

    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def written(answer: Request) -> bytes:
    import json

    return json.dumps(answer, ensure_ascii=False).encode() + b"\n"
