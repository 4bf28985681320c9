"""A simulated PBX behind real HTTP or HTTPS on loopback: connections stay warm, faults can be switched on."""

from __future__ import annotations

import contextlib
import logging
import socket
import ssl
import struct
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from types import TracebackType
from typing import Any, Self

from traydial.simulator.faults import Fault, Faults, Trouble
from traydial.simulator.journal import Journal
from traydial.simulator.message import Reading, Request, Response, json_response
from traydial.simulator.pbx import Pbx

log = logging.getLogger(__name__)

MAX_BODY = 1 << 20
SLOW_S = 2.0
CONNECTS = Reading(action="connect", sentence="a client connects")  # a HEAD: what a client warms its connection with
HTML_PAGE = b"<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>It works!</h1></body></html>"


class Server:
    """Serves `pbx` on 127.0.0.1 from `start()` to `close()`; `tls` makes it HTTPS; port 0 takes a free one."""

    def __init__(self, pbx: Pbx, *, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self.pbx = pbx
        self.journal = Journal()
        self.faults = Faults(pbx.faults)
        self._listener = _Listener(("127.0.0.1", port), self, tls)
        self._thread = threading.Thread(target=self._listener.accept, name=f"simulated {pbx.id}", daemon=True)

    @property
    def port(self) -> int:
        return int(self._listener.server_address[1])

    @property
    def url(self) -> str:
        return f"{'https' if self._listener.tls else 'http'}://127.0.0.1:{self.port}"

    def start(self) -> Self:
        self._thread.start()
        return self

    def close(self) -> None:
        """Close every connection, also one that hangs. Idempotent."""
        self.faults.clear()
        self.pbx.switchboard.close()
        self._listener.stop()
        if self._thread.is_alive():
            self._thread.join()
        self._listener.server_close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # where it would let two servers share a port
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], simulation: Server, tls: ssl.SSLContext | None) -> None:
        self.simulation = simulation
        self.tls = tls
        self._changed = threading.Condition()
        self._open: set[socket.socket] = set()
        self._closing = False
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        """Bind as any TCP server. HTTPServer's own asks the resolver for the host's name, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", int(self.server_address[1])

    def accept(self) -> None:
        """Take connections until `stop()`. Unlike `serve_forever` it does not wake up to look whether it may end."""
        while not self._closing:
            self.handle_request()

    def stop(self) -> None:
        """End `accept()`, by a connection of our own."""
        with self._changed:
            self._closing = True
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.server_port), timeout=1.0).close()

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Serve one connection on its own thread; TLS is negotiated here so that no client holds up the others."""
        connection: socket.socket = request
        try:
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
            with self._changed:
                if self._closing:
                    return
                self._open.add(connection)
            if isinstance(connection, ssl.SSLSocket):
                connection.do_handshake()
            _Handler(connection, client_address, self)
        finally:
            with contextlib.suppress(OSError):
                connection.close()
            with self._changed:
                self._open.discard(connection)
                self._changed.notify_all()

    def server_close(self) -> None:
        super().server_close()
        with self._changed:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(
                        connection, socket.SHUT_RDWR
                    )  # an SSLSocket's own would close the socket under the reading thread
            self._changed.wait_for(lambda: not self._open, timeout=5.0)

    def handle_error(self, _request: Any, _client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], OSError):  # a client that goes away, or wants no TLS with us, is no defect
            log.error("the simulated PBX failed", exc_info=sys.exc_info())


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body leave in one piece
    server: _Listener

    def _serve(self) -> None:
        simulation = self.server.simulation
        request = self._request()
        if request is None:
            self.close_connection = True
            self._send(json_response({"error": "bad request"}, 400))
            return
        reading = CONNECTS if request.method == "HEAD" else simulation.pbx.read(request)
        trouble = simulation.faults.take(reading.action)
        fault = trouble.fault if trouble else None
        simulation.journal.add(request, reading.action, reading.sentence, reading.fields, fault)
        if trouble is None or fault in simulation.pbx.faults:
            self._send(self._answer(request, fault))
        else:
            self._spoil(request, trouble)

    def _answer(self, request: Request, fault: Fault | None = None) -> Response:
        return Response() if request.method == "HEAD" else self.server.simulation.pbx.answer(request, fault)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_OPTIONS = _serve  # noqa: N815 - the base class's names

    def _request(self) -> Request | None:
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not length.isdecimal() or int(length) > MAX_BODY:
            return None
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            raise ConnectionResetError  # the client went away in the middle
        path, _, query = self.path.partition("?")
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Request(method=self.command, path=path, query=query, headers=headers, body=body)

    def _spoil(self, request: Request, trouble: Trouble) -> None:
        match trouble.fault:
            case Fault.HTML:
                self._send(Response(body=HTML_PAGE, content_type="text/html; charset=utf-8"))
            case Fault.ERROR_500:
                self._send(Response(status=500, body=b"Internal Server Error", content_type="text/plain"))
            case Fault.RATE_LIMITED:
                self._send(Response(status=429, content_type="text/plain", headers={"Retry-After": "7"}))
            case Fault.EMPTY:
                self._answer(request)
                self._send(Response())
            case Fault.SLOW:
                response = self._answer(request)
                trouble.over.wait(SLOW_S)
                self._send(response)
            case Fault.HANG:
                self._answer(request)
                self.close_connection = True
                trouble.over.wait()
            case Fault.RESET:
                self._break_off(self._answer(request))

    def _send(self, response: Response) -> None:
        self._head(response)
        self.wfile.write(response.body if self.command != "HEAD" else b"")
        self.wfile.flush()

    def _head(self, response: Response) -> None:
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.body)))
        for name, value in response.headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def _break_off(self, response: Response) -> None:
        """Send half of the answer, then a TCP reset: closing with a linger time of 0 sends no FIN."""
        self.close_connection = True
        self._head(response)
        self.wfile.write(response.body[: len(response.body) // 2])
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the journal records it, without secrets."""
