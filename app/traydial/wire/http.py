"""HTTP for adapters: one request, one reply, no retry, and every failure as an `AppError`.

This is the only place where httpcore's errors become `AppError`. What matters is whether bytes of the request may have
left: before that moment a failure is certain; after it, a request that places a call has an unknown outcome.

Secrets: a traceback leads to the request, and a URL may hold a key. No error of a library is chained, logged or put in
`values`.
"""

from __future__ import annotations

import _socket
import re
import socket
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

from traydial import __version__
from traydial.core.errors import (
    AppError,
    Cancelled,
    CertificateRejected,
    ConfigError,
    CredentialsRejected,
    NotAllowed,
    OutcomeUnknown,
    RateLimited,
    UnexpectedReply,
    Unreachable,
)
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.wire.transport import keep_alive, open_transport, open_trust

if TYPE_CHECKING:
    import ssl

    import httpcore

    from traydial.core.adapter import CancelToken

PORTS = {"http": 80, "https": 443}
REPLY_LIMIT = 1024 * 1024  # bytes; no PBX answers a dial with more
CLOCKS_APART_S = 5.0  # more than this between two clocks: the machine slept, and idle connections were closed unnoticed
HEADER_VALUE = re.compile(r"[\x20-\x7e]*")
TARGET_CHARACTERS = "/?%:@!$&'()*+,;=~"  # stand for themselves in a path and a query, RFC 3986 sections 3.3 and 3.4


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, whatever the status. `content_type` is lower case and bare; `headers` have lower-case names."""

    status: int
    content_type: str = ""
    body: bytes = field(default=b"", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def is_html(self) -> bool:
        return self.content_type == "text/html" or self.body.lstrip()[:1] == b"<"

    def raise_for_status(self, *, places_call: bool = False, credential: str | None = None) -> None:
        """Raise what a status outside 2xx means; `credential` is the setting that 401 is tied to.

        For a dial, 429 and 503 are refusals: the server says that it did not take the request. Any other 5xx came
        from something that broke half-way, or from a gateway that lost the PBX, so the phone may ring:
        OutcomeUnknown.
        """
        match self.status:
            case status if 200 <= status < 300:
                return
            case status if 300 <= status < 400:  # most often http where the server wants https
                raise UnexpectedReply(field="server", status=status)
            case 401:
                raise CredentialsRejected(field=credential)
            case 403:
                raise NotAllowed
            case 404:
                raise UnexpectedReply("page_not_found", field="server", status=404)
            case 429:
                after = self.headers.get("retry-after", "")
                raise RateLimited(after_s=int(after)) if after.isdecimal() else RateLimited
            case 503:
                raise UnexpectedReply("server_error", status=503)
            case status if status >= 500:
                raise unclear(UnexpectedReply("server_error", status=status), places_call=places_call)
            case status:
                raise UnexpectedReply(status=status)


def unclear(error: UnexpectedReply, *, places_call: bool) -> AppError:
    """Return `error`, or for a request that places a call OutcomeUnknown(why) caused by it."""
    if not places_call:
        return error
    unknown = OutcomeUnknown(why=error.code, status=error.values.get("status"))
    unknown.__cause__ = error
    return unknown


class HttpSession:
    """The connections to one PBX. Any number of threads may send at the same time; each has its own connection.

    `base_url` is scheme, host, optional port and optional path prefix. `ca_file` replaces the system's certificate
    store. Nothing is opened before the first request. Raises ConfigError(setting_invalid) tied to `server`.
    """

    def __init__(
        self, base_url: str, *, ca_file: str = "", timeout_s: float = 10.0, connect_timeout_s: float = 5.0
    ) -> None:
        try:
            parts = urlsplit(base_url)
            port = parts.port
        except ValueError:
            raise _not_an_address() from None
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            raise _not_an_address()
        self.host = parts.hostname
        self.port = port or PORTS[parts.scheme]
        self._scheme = parts.scheme
        self._prefix = parts.path.rstrip("/")
        self._ca_file = ca_file
        self._timeout_s = timeout_s
        self._connect_timeout_s = connect_timeout_s
        self._lock = threading.Lock()
        self._trust: ssl.SSLContext | None = None
        self._idle: list[_Lane] = []
        self._closed = False

    def request(
        self,
        method: str,
        path: str,
        *,
        json: object = None,
        form: Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        cookies: Mapping[str, str] | None = None,
        timeout_s: float | None = None,
        cancel: CancelToken | None = None,
        places_call: bool = False,
    ) -> Reply:
        """Send one request and return the reply, whatever its status. Never repeats, never follows a redirect.

        `cancel` ends a blocking read at once from any thread. `timeout_s` is how long the server may be silent, and
        how long a body may take.

        Raises Unreachable or CertificateRejected when nothing was sent; after bytes may have left, OutcomeUnknown(why)
        when `places_call`, else Unreachable(timed_out, connection_lost) or UnexpectedReply(reply_too_large);
        Cancelled when it was cancelled, `sent` if a call may have been placed; ConfigError.
        """
        from httpcore import NetworkError, ProtocolError, ProxyError, TimeoutException

        timeout_s = timeout_s or self._timeout_s
        request = self._build(method, path, json, form, query, headers, cookies, timeout_s)
        lane = self._acquire()
        try:
            with cancel.interrupting(lane.interrupt) if cancel else nullcontext():
                reply = lane.exchange(request, timeout_s)
        except (AppError, NetworkError, ProtocolError, ProxyError, TimeoutException, OSError, UnicodeError) as error:
            failure = self._translate(
                error, sent=lane.sent, places_call=places_call, cancelled=cancel is not None and cancel.cancelled
            )
            lane.close()
        except BaseException:
            lane.close()
            raise
        else:
            self._release(lane)
            return reply
        raise failure  # outside the handler, so that __context__ does not hold a library's error

    def warm(self, path: str = "/") -> None:
        """Connect, so that the next request finds the connection open: one HEAD request, whose answer does not matter.

        Raises as `request` does.
        """
        self.request("HEAD", path)

    def close(self) -> None:
        """Close idle connections; one in use is closed when its request ends. Idempotent."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for lane in idle:
            lane.close()

    def _build(
        self,
        method: str,
        path: str,
        json: object,
        form: Mapping[str, str] | None,
        query: Mapping[str, str] | None,
        headers: Mapping[str, str] | None,
        cookies: Mapping[str, str] | None,
        timeout_s: float,
    ) -> httpcore.Request:
        from json import dumps

        import httpcore

        name = _name_for_dns(self.host)
        if not name:
            raise Unreachable("host_unknown", field="server", host=self.host, port=self.port)
        fixed = {
            "host": self._authority(name),
            "user-agent": f"Traydial/{__version__}",
            "accept": "application/json, */*;q=0.5",
            "accept-encoding": "identity",  # a compressed reply could unfold beyond any limit
        }
        content = b""
        if json is not None:
            fixed["content-type"] = "application/json"
            content = dumps(json, ensure_ascii=False, separators=(",", ":")).encode()
        elif form is not None:
            fixed["content-type"] = "application/x-www-form-urlencoded"  # also where the form is empty
            content = urlencode(form).encode()
        if cookies:
            fixed["cookie"] = "; ".join(f"{key}={value}" for key, value in cookies.items())
        if content or method in ("POST", "PUT"):
            fixed["content-length"] = str(len(content))
        everything = fixed | dict(headers or {})
        if not all(map(HEADER_VALUE.fullmatch, everything.values())):
            reason = QT_TRANSLATE_NOOP("wire", "a key or token holds a character that HTTP does not allow")
            raise ConfigError("setting_invalid", reason=reason)
        target = f"{self._prefix}{path}" + (f"?{urlencode(query, quote_via=quote)}" if query else "")
        wait = dict.fromkeys(("read", "write", "pool"), timeout_s) | {"connect": self._connect_timeout_s}
        return httpcore.Request(
            method,
            httpcore.URL(scheme=self._scheme, host=name, port=self.port, target=quote(target, TARGET_CHARACTERS)),
            headers=[*everything.items()],
            content=content,
            extensions={"timeout": wait},
        )

    def _authority(self, name: str) -> str:
        """Return what the Host header says: the port only where it is not the scheme's own (RFC 9110, section 7.2)."""
        host = f"[{name}]" if ":" in name else name
        return host if self.port == PORTS[self._scheme] else f"{host}:{self.port}"

    def _acquire(self) -> _Lane:
        with self._lock:
            while self._idle:
                lane = self._idle.pop()
                if lane.fresh:
                    return lane
                lane.close()
            if self._trust is None:
                self._trust = open_trust(self._scheme, self._ca_file)
        return _Lane(open_transport(self._scheme, self.host, self._trust))

    def _release(self, lane: _Lane) -> None:
        with self._lock:
            if not self._closed and not lane.interrupted:
                self._idle.append(lane)
                return
        lane.close()

    def _translate(self, error: Exception, *, sent: bool, places_call: bool, cancelled: bool) -> AppError:
        if isinstance(error, Cancelled):
            return error
        if cancelled:
            return Cancelled(sent=sent and places_call)
        ours = error if isinstance(error, AppError) else self._unreachable(error, sent=sent)
        if sent and places_call:
            return OutcomeUnknown(why=ours.code, host=self.host)
        return ours

    def _unreachable(self, error: Exception, *, sent: bool) -> AppError:
        import ssl

        from httpcore import TimeoutException

        def unreachable(code: str) -> Unreachable:
            return Unreachable(code, field="server", host=self.host, port=self.port)

        late = isinstance(error, TimeoutException)
        if sent:
            return unreachable("timed_out" if late else "connection_lost")
        for cause in _causes(error):
            match cause:
                case ssl.SSLCertVerificationError():
                    reason = cause.verify_message
                    return CertificateRejected(field="server", reason=reason, host=self.host, port=self.port)
                case socket.gaierror() | UnicodeError():
                    return unreachable("host_unknown")
                case ConnectionRefusedError():
                    return unreachable("connection_refused")
        return unreachable("connect_timed_out" if late else "unreachable")


class _Lane:
    """One connection, used by one thread at a time; any thread may interrupt it."""

    def __init__(self, transport: httpcore.ConnectionPool) -> None:
        self.sent = False  # whether bytes of the latest request may have left
        self.interrupted = False
        self._transport = transport
        self._connected: socket.socket | None = None
        self._socket: socket.socket | None = None  # what `interrupt` shuts down: the above, once a request leaves
        self._used_at = _clocks()

    @property
    def fresh(self) -> bool:
        """Whether the machine has been awake since the last use. After a sleep the connection may be dead."""
        idle = [now - then for now, then in zip(_clocks(), self._used_at, strict=True)]
        return max(idle) - min(idle) < CLOCKS_APART_S

    def exchange(self, request: httpcore.Request, timeout_s: float) -> Reply:
        """Send and read. Raises httpcore's, Cancelled, Unreachable(timed_out), UnexpectedReply(reply_too_large)."""
        self.sent = False
        request.extensions["trace"] = self._trace
        response = self._transport.handle_request(request)
        body = bytearray()
        give_up_at = time.monotonic() + timeout_s
        try:
            for chunk in response.iter_stream():
                body += chunk
                if len(body) > REPLY_LIMIT:
                    raise UnexpectedReply("reply_too_large", limit=REPLY_LIMIT)
                if time.monotonic() > give_up_at:
                    raise Unreachable("timed_out")
        finally:
            response.close()
        self._used_at = _clocks()
        headers: dict[str, str] = {}
        for raw_name, raw_value in response.headers:
            name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        content_type = headers.get("content-type", "").partition(";")[0].strip().lower()
        return Reply(response.status, content_type, bytes(body), headers)

    def interrupt(self) -> None:
        """End what blocks on the connection, from any thread; before it is connected, end it when it is."""
        self.interrupted = True
        if self._socket is not None:
            with suppress(OSError):  # it may have ended by itself
                # Past SSLSocket's own methods, which take the TLS state away under the reading thread.
                _socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
                if sys.platform == "win32":  # where a thread that waits to read sleeps on after shutdown
                    _socket.socket.close(self._socket)

    def close(self) -> None:
        self._transport.close()
        self._connected = self._socket = None

    def _trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Be httpcore's `trace` request extension: it shows the socket, and the moment before the first byte leaves."""
        match event.partition(".")[2]:
            case "connect_tcp.complete" | "start_tls.complete":
                stream = info["return_value"]
                self._connected = stream.get_extra_info("socket")
                keep_alive(self._connected)
            case "send_request_headers.started" if info["request"].method != b"CONNECT":
                # Only now may another thread shut it down: in the middle of connecting, `ssl` would lose the socket.
                self._socket = self._connected
                if self.interrupted:
                    raise Cancelled(sent=False)
                self.sent = True


def _name_for_dns(host: str) -> str:
    """Return `host` as DNS and a certificate have it (RFC 5891), or "" where no name could be so."""
    if host.isascii():
        return host
    import idna

    with suppress(UnicodeError):
        return idna.encode(host).decode()
    return ""


def _not_an_address() -> ConfigError:
    reason = QT_TRANSLATE_NOOP("wire", "it is not the address of a web server")
    return ConfigError("setting_invalid", field="server", reason=reason, example="https://pbx.example.com")


def _clocks() -> tuple[float, float]:
    return time.time(), time.monotonic()


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
