"""The named pipe that stands on Windows in the instance socket's place, by Qt's QLocalServer.

Qt lets several servers listen on one name ("On Windows two local servers can listen to the same pipe at the same time",
QLocalServer::listen), so that the one instance is a matter of the lock. It lets the user alone open the pipe
(QLocalServer::UserAccessOption), unless another user took the name first and decided otherwise: so each client is
looked at. On Linux the same class serves a Unix socket, which is how it is tested.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from traydial.system.instance.client import LINE_LIMIT
from traydial.ui.instance.server import CLIENT_LIMIT, Answer, Connection, InstanceServer, Reply

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class PipeServer(InstanceServer):
    """Listens on the pipe `name` for clients of which `is_trusted`, given the pipe's handle, says yes."""

    def __init__(
        self,
        folder: Path,
        *,
        link: Callable[[str], None],
        request: Callable[[Answer, Reply], None],
        name: str,
        is_trusted: Callable[[int], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(folder, link=link, request=request, parent=parent)
        self._name = name
        self._is_trusted = is_trusted
        self._pipe = QLocalServer(self, socketOptions=QLocalServer.SocketOption.UserAccessOption)
        self._pipe.setMaxPendingConnections(CLIENT_LIMIT)
        self._pipe.newConnection.connect(self._accept)

    def _open(self) -> None:
        if not self._pipe.listen(self._name):
            raise PermissionError(self._pipe.errorString())  # another user has taken the name

    def _shut(self) -> None:
        self._pipe.close()

    def _accept(self) -> None:
        while self._pipe.hasPendingConnections():
            connection = self._pipe.nextPendingConnection()
            if self._is_trusted(connection.socketDescriptor()):
                self._serve(PipeConnection(connection, self))
            else:
                connection.abort()
                connection.deleteLater()


class PipeConnection(Connection):
    """Reads and writes through Qt's buffers."""

    def __init__(self, connection: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        connection.setParent(self)
        connection.setReadBufferSize(LINE_LIMIT)
        connection.readyRead.connect(self._read)
        # Later, not within: Qt is not done with the connection when it says so.
        connection.disconnected.connect(self.close, Qt.ConnectionType.QueuedConnection)
        self._connection = connection

    def _read(self) -> None:
        self._receive(bytes(self._connection.readAll().data()))

    def _has_gone(self) -> bool:
        connected = QLocalSocket.LocalSocketState.ConnectedState
        if self._connection.state() == connected:
            self._connection.waitForReadyRead(0)  # so that Qt looks at what stands behind the line
        return self._connection.state() != connected

    def _ignore_more(self) -> None:
        self._connection.readyRead.disconnect(self._read)

    def _write(self, answer: bytes) -> None:
        self._connection.write(answer)
        self._connection.disconnectFromServer()  # once it is written, whereupon `disconnected` closes

    def _hang_up(self) -> None:
        self._connection.blockSignals(True)
        self._connection.abort()
