"""The instance socket of Linux and macOS: a plain Unix socket and notifiers, no QtNetwork (ADR 0004)."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    import socket
    from pathlib import Path

    from PySide6.QtCore import QObject, QSocketNotifier

    from traydial.system.instance.client import LINE_LIMIT, SOCKET_NAME, is_private, is_same_user
    from traydial.ui.instance.server import CLIENT_LIMIT, Connection, InstanceServer

    class SocketServer(InstanceServer):
        """Listens on a socket of mode 0600 in the folder, which must be closed to others."""

        def _open(self) -> None:
            if not is_private(str(self._folder)):
                raise PermissionError(f"{self._folder} must belong to this user and be closed to others")
            self._path = self._folder / SOCKET_NAME
            self._socket = listening(self._path)
            self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._accept)

        def _shut(self) -> None:
            self._notifier.setEnabled(False)
            self._path.unlink(missing_ok=True)
            self._socket.close()

        def _accept(self) -> None:
            try:
                connection, _ = self._socket.accept()
            except OSError:  # it has gone already
                return
            if is_same_user(connection):
                self._serve(SocketConnection(connection, self))
            else:
                connection.close()

    def listening(path: Path) -> socket.socket:
        """Return a socket that listens at `path`, in place of one that was left there. Raises OSError."""
        # Made under another name and moved into place: a client never meets one that does not listen yet.
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            listener.setblocking(False)
            listener.bind(str(fresh))
            fresh.chmod(0o600)
            listener.listen(CLIENT_LIMIT)
            fresh.replace(path)
        except OSError:
            listener.close()
            raise
        return listener

    class SocketConnection(Connection):
        """Reads and writes a socket as it becomes ready."""

        def __init__(self, connection: socket.socket, parent: QObject) -> None:
            super().__init__(parent)
            connection.setblocking(False)
            self._connection = connection
            self._unsent = b""
            self._reader = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
            self._reader.activated.connect(self._read)
            self._writer = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Write, self)
            self._writer.setEnabled(False)
            self._writer.activated.connect(self._write_on)

        def _read(self) -> None:
            try:
                chunk = self._connection.recv(LINE_LIMIT)
            except BlockingIOError:
                return
            except OSError:
                chunk = b""
            if chunk:
                self._receive(chunk)
            else:
                self.close()

        def _has_gone(self) -> bool:
            try:
                return self._connection.recv(1, socket.MSG_PEEK) == b""
            except BlockingIOError:
                return False
            except OSError:
                return True

        def _ignore_more(self) -> None:
            self._reader.setEnabled(False)

        def _write(self, answer: bytes) -> None:
            self._unsent = answer
            self._write_on()

        def _write_on(self) -> None:
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

        def _hang_up(self) -> None:
            self._reader.setEnabled(False)
            self._writer.setEnabled(False)
            self._connection.close()
