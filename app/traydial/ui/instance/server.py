"""Answers other processes of the same user: clicked links and the command line's requests.

The protocol is in docs/architecture.md: one line in, one line out. This is the part that both transports share; the
socket of Linux and macOS is in `ui.instance.socket`, the named pipe of Windows in `ui.instance.pipe`. Everything runs
in the GUI thread on notifiers; nothing waits, and no timer runs while no client is connected.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from traydial.files import FileLock
from traydial.system.instance.client import ACKNOWLEDGED, LINE_LIMIT, is_link

CLIENT_LIMIT = 32
DEADLINE_MS = 5_000  # to send the line, and again to take the answer
REFUSED = b"no\n"

Answer: TypeAlias = dict[str, Any]
Reply: TypeAlias = Callable[[Answer], None]


class InstanceServer(QObject):
    """The tray's end; while it listens, this is the one tray of `folder`.

    `link` gets the text of a link and is acknowledged when it returns. `request` gets a JSON object and a `reply`,
    to be called once, from any thread, now or later; ignored if the client has disconnected by then.
    A transport fulfils `_open` and `_shut`, and hands each connection that it trusts to `_serve`.
    """

    _answered = Signal(object, bytes)

    def __init__(
        self,
        folder: Path,
        *,
        link: Callable[[str], None],
        request: Callable[[Answer, Reply], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._link = link
        self._request = request
        self._lock = FileLock(folder / "instance.lock" if sys.platform == "win32" else folder)
        self._clients: set[Connection] = set()
        self._answered.connect(self._send)

    def listen(self) -> bool:
        """Become the one tray of this folder. False when another process is it already.

        Raises PermissionError when folder or pipe is not this user's alone, and OSError when it cannot be made.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._lock.take():
            return False
        try:
            self._open()
        except OSError:
            self._lock.release()
            raise
        return True

    def close(self) -> None:
        """Stop listening, disconnect all clients, and let another tray begin. Nothing to do when not listening."""
        if self._lock.held:
            for client in tuple(self._clients):
                client.close()
            self._shut()
            self._lock.release()

    def _open(self) -> None:
        raise NotImplementedError

    def _shut(self) -> None:
        raise NotImplementedError

    def _serve(self, client: Connection) -> None:
        if len(self._clients) >= CLIENT_LIMIT:
            client.close()
            return
        self._clients.add(client)
        client.line_read.connect(self._answer)
        client.closed.connect(self._forget)

    def _forget(self, client: Connection) -> None:
        self._clients.discard(client)

    def _answer(self, client: Connection, line: bytes) -> None:
        try:
            text = line.decode()
        except UnicodeDecodeError:
            client.send(REFUSED)
            return
        if is_link(text):
            self._link(text)
            client.send(ACKNOWLEDGED)
        elif (request := parse(text)) is not None:
            self._request(request, lambda answer: self._answered.emit(client, written(answer)))
        else:
            client.send(REFUSED)

    def _send(self, client: Connection, answer: bytes) -> None:
        if client in self._clients:
            client.send(answer)


class Connection(QObject):
    """One client: a line is read, an answer is written, and it ends; each within its deadline.

    A transport hands what arrives to `_receive`, and fulfils the methods that raise here.
    """

    line_read = Signal(object, bytes)
    closed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._received = bytearray()
        self._deadline = QTimer(self, singleShot=True, interval=DEADLINE_MS)
        self._deadline.timeout.connect(self.close)
        self._deadline.start()

    def send(self, answer: bytes) -> None:
        """Write `answer` and hang up."""
        self._deadline.start()
        self._write(answer)

    def close(self) -> None:
        """Hang up on the client."""
        self._deadline.stop()
        self._hang_up()
        self.closed.emit(self)
        self.deleteLater()

    def _receive(self, chunk: bytes) -> None:
        self._received += chunk
        line, newline, _ = self._received.partition(b"\n")
        # A tray that was stuck meets callers who gave up waiting and said so: what they wanted must not happen now.
        if newline:
            self._ignore_more()
        if len(line) >= LINE_LIMIT or (newline and self._has_gone()):
            self.close()
        elif newline:
            self._deadline.stop()
            self.line_read.emit(self, bytes(line))

    def _has_gone(self) -> bool:
        raise NotImplementedError

    def _ignore_more(self) -> None:
        raise NotImplementedError

    def _write(self, answer: bytes) -> None:
        """Write `answer`, and `close` when the client has taken it or gone."""
        raise NotImplementedError

    def _hang_up(self) -> None:
        raise NotImplementedError


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
