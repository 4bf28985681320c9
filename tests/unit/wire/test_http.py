"""HTTP against real sockets that misbehave: what each failure becomes, and that nothing is ever sent twice."""

from __future__ import annotations

import contextlib
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from adapters.peer import (
    OK,
    SECRET,
    Behaviour,
    Peer,
    answer,
    answer_without_end,
    close_without_a_word,
    failure,
    hang,
    reset_in_the_middle,
    stay_silent,
)
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
from traydial.services.calling.cancel_source import CancelSource
from traydial.wire.http import HttpSession, Reply

StartPeer = Callable[..., Peer]
OpenSession = Callable[..., HttpSession]


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


class TestExchange:
    def test_json_form_query_headers_and_cookies(self, start_peer: StartPeer, open_session: OpenSession) -> None:
        peer = start_peer(answer)
        session = open_session(f"{peer.url}/prefix/")
        reply = session.request(
            "POST", "/a", json={"a": "è"}, query={"q": "a b&c"}, headers={"x-key": "k"}, cookies={"S": "1", "T": "2"}
        )
        assert (reply.status, reply.content_type, reply.body) == (200, "application/json", b"{}")
        head, _, body = peer.requests[0].decode().partition("\r\n\r\n")
        lines = [line.lower() for line in head.split("\r\n")]
        assert head.startswith("POST /prefix/a?q=a%20b%26c HTTP/1.1\r\n")
        assert {"content-type: application/json", "x-key: k", "cookie: s=1; t=2"} <= set(lines)
        assert "accept-encoding: identity" in lines, "a compressed reply could unfold beyond any limit"
        assert body == '{"a":"è"}'
        session.request("POST", "/b", form={"number": "+39 1", "tag": "a&b"})
        head, _, body = peer.requests[1].decode().partition("\r\n\r\n")
        assert "content-type: application/x-www-form-urlencoded" in head.lower()
        assert body == "number=%2B39+1&tag=a%26b"
        session.request("GET", "/c/è d?e\r\nx: y")
        assert peer.requests[2].startswith(b"GET /prefix/c/%C3%A8%20d?e%0D%0Ax:%20y HTTP/1.1\r\n")
        assert f"host: 127.0.0.1:{session.port}" in peer.requests[2].decode().lower()
        assert peer.requests[2].endswith(b"\r\n\r\n")

    def test_hang_up_does_not_wait_for_a_dial_that_blocks(
        self, start_peer: StartPeer, open_session: OpenSession
    ) -> None:
        def block_dials(peer: Peer, connection: socket.socket) -> None:
            while request := peer.read(connection):
                if b"/dial" in request:
                    peer.let_go.wait(10)
                connection.sendall(OK)

        peer = start_peer(block_dials)
        session = open_session(peer.url)
        with ThreadPoolExecutor() as pool:
            dial = pool.submit(session.request, "POST", "/dial", places_call=True)
            assert peer.received.acquire(timeout=5)
            assert session.request("POST", "/hangup").status == 200
            assert not dial.done()
            peer.let_go.set()
            assert dial.result(5).status == 200

    def test_redirects_are_not_followed(self, start_peer: StartPeer, open_session: OpenSession) -> None:
        def redirect(peer: Peer, connection: socket.socket) -> None:
            while peer.read(connection):
                connection.sendall(b"HTTP/1.1 307 Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")

        peer = start_peer(redirect)
        reply = open_session(peer.url).request("POST", "/dial", json={}, places_call=True)
        assert (reply.status, reply.headers["location"], len(peer.requests)) == (307, "/elsewhere", 1)

    def test_nothing_secret_is_logged(
        self, start_peer: StartPeer, open_session: OpenSession, caplog: pytest.LogCaptureFixture
    ) -> None:
        def set_cookie(peer: Peer, connection: socket.socket) -> None:
            peer.read(connection)
            connection.sendall(OK.replace(b"\r\n\r\n", f"\r\nSet-Cookie: S={SECRET}\r\n\r\n".encode()))

        caplog.set_level(logging.DEBUG)
        peer = start_peer(set_cookie)
        open_session(peer.url).request("POST", "/dial", query={"apiKey": SECRET}, json={"password": SECRET})
        assert SECRET.encode() in peer.requests[0]
        assert SECRET not in caplog.text


@pytest.mark.parametrize(
    ("url", "port"), [("https://pbx.test", 443), ("http://pbx.test", 80), ("https://pbx.test:8443/path", 8443)]
)
def test_each_scheme_has_its_port(open_session: OpenSession, url: str, port: int) -> None:
    assert open_session(url).port == port


class TestBeforeAnythingIsSent:
    """Whatever fails here is a clear no, also for a dial."""

    def test_a_refused_connection(self, open_session: OpenSession) -> None:
        port = closed_port()
        error = failure(open_session(f"http://127.0.0.1:{port}"), places_call=True)
        assert (type(error), error.code, error.field) == (Unreachable, "connection_refused", "server")
        assert error.values == {"host": "127.0.0.1", "port": port}

    @pytest.mark.parametrize(
        "host", ["pbx.invalid", "pbx..invalid", f"{'x' * 64}.invalid", "xn--.invalid", "ü_.invalid"]
    )
    def test_an_unknown_or_impossible_host(self, open_session: OpenSession, host: str) -> None:
        error = failure(open_session(f"http://{host}"), places_call=True)
        assert (type(error), error.code, error.values["host"]) == (Unreachable, "host_unknown", host)

    def test_a_server_that_does_not_finish_the_handshake(
        self, start_peer: StartPeer, open_session: OpenSession, certificates: Any
    ) -> None:
        peer = start_peer(stay_silent, certificates.server, handshake=False)
        error = failure(open_session(peer.url, connect_timeout_s=0.2), places_call=True)
        assert (type(error), error.code) == (Unreachable, "connect_timed_out")

    def test_a_certificate_by_an_unknown_authority(
        self, start_peer: StartPeer, open_session: OpenSession, certificates: Any
    ) -> None:
        peer = start_peer(answer, certificates.server)
        error = failure(open_session(peer.url), places_call=True)
        assert (type(error), error.field) == (CertificateRejected, "server")
        assert peer.requests == []

    def test_a_certificate_for_another_host(
        self, start_peer: StartPeer, open_session: OpenSession, certificates: Any
    ) -> None:
        peer = start_peer(answer, certificates.server)
        url = peer.url.replace("127.0.0.1", "127.0.0.2")
        with contextlib.closing(socket.create_server(("127.0.0.2", peer.port))) as listener:
            tls = threading.Thread(target=lambda: answer_tls(listener, certificates.server))
            tls.start()
            error = failure(open_session(url, ca_file=certificates.ca_file), places_call=True)
            tls.join(5)
        assert isinstance(error, CertificateRejected)

    def test_plain_http_behind_an_https_address(self, start_peer: StartPeer, open_session: OpenSession) -> None:
        def speak_plainly(peer: Peer, connection: socket.socket) -> None:
            connection.recv(65536)
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")

        peer = start_peer(speak_plainly)
        error = failure(open_session(peer.url.replace("http", "https")), places_call=True)
        assert (type(error), error.code) == (Unreachable, "unreachable")

    def test_taken_back_before_it_began(self, start_peer: StartPeer, open_session: OpenSession) -> None:
        peer = start_peer(answer)
        cancel = CancelSource()
        cancel.cancel()
        error = failure(open_session(peer.url), places_call=True, cancel=cancel)
        assert (type(error), error.values) == (Cancelled, {"sent": False})
        assert peer.connections == 0

    def test_taken_back_while_connecting(
        self, start_peer: StartPeer, open_session: OpenSession, certificates: Any
    ) -> None:
        peer = start_peer(stay_silent, certificates.server, handshake=False)
        cancel = CancelSource()
        session = open_session(peer.url, connect_timeout_s=0.5)
        with ThreadPoolExecutor() as pool:
            request = pool.submit(failure, session, places_call=True, cancel=cancel)
            assert peer.received.acquire(timeout=5)
            cancel.cancel()
            assert request.result(5).values == {"sent": False}

    @pytest.mark.parametrize("secure", [False, True])
    @pytest.mark.parametrize("warm", [False, True])
    def test_cancelled_before_the_headers_nothing_leaves(
        self, start_peer: StartPeer, open_session: OpenSession, certificates: Any, secure: bool, warm: bool
    ) -> None:
        class CancelledEarly(CancelSource):
            """Cancelled when the request has its connection and has sent nothing on it."""

            @contextlib.contextmanager
            def interrupting(self, interrupt: Callable[[], None]) -> Iterator[None]:
                with super().interrupting(interrupt):
                    self.cancel()
                    yield

        peer = start_peer(answer, certificates.server if secure else None)
        session = open_session(peer.url, ca_file=certificates.ca_file)
        if warm:
            session.warm()
        error = failure(session, places_call=True, cancel=CancelledEarly())
        assert (type(error), error.values) == (Cancelled, {"sent": False})
        assert not [request for request in peer.requests if request.startswith(b"POST")]

    @pytest.mark.parametrize("url", ["", "pbx", "ftp://pbx", "http://", "http://user:key@pbx", "http://pbx:99999"])
    def test_what_is_no_address(self, url: str) -> None:
        with pytest.raises(ConfigError) as caught:
            HttpSession(url)
        assert (caught.value.code, caught.value.field) == ("setting_invalid", "server")

    @pytest.mark.parametrize("key", ["two\r\nlines", "clé"])
    def test_a_key_that_no_header_can_hold(self, open_session: OpenSession, key: str) -> None:
        with pytest.raises(ConfigError) as caught:
            open_session("http://127.0.0.1:1").request("GET", "/", headers={"authorization": key})
        assert key not in repr(caught.value)

    def test_a_ca_file_that_holds_no_certificates(self, open_session: OpenSession, tmp_path: Path) -> None:
        (tmp_path / "empty.pem").write_text("nothing")
        for name in ("empty.pem", "missing.pem"):
            with pytest.raises(ConfigError) as caught:
                open_session("https://127.0.0.1:1", ca_file=str(tmp_path / name)).request("GET", "/")
            assert (caught.value.code, caught.value.field) == ("setting_invalid", "ca_file")


class TestAfterBytesMayHaveLeft:
    """A dial has an unknown outcome then; a harmless request is unreachable. Either way it was sent once."""

    @pytest.mark.parametrize(
        ("behaviour", "code"),
        [
            (hang, "timed_out"),
            (close_without_a_word, "connection_lost"),
            (reset_in_the_middle, "connection_lost"),
            (answer_without_end, "reply_too_large"),
        ],
    )
    @pytest.mark.parametrize("places_call", [True, False])
    def test_no_whole_answer(
        self, start_peer: StartPeer, open_session: OpenSession, behaviour: Behaviour, code: str, places_call: bool
    ) -> None:
        peer = start_peer(behaviour)
        timeout_s = 0.3 if behaviour is hang else 10
        error = failure(open_session(peer.url, timeout_s=timeout_s), places_call=places_call)
        if places_call:
            assert (type(error), error.values["why"]) == (OutcomeUnknown, code)
        else:
            assert (type(error), error.code) == (UnexpectedReply if "reply" in code else Unreachable, code)
        assert peer.received.acquire(timeout=10)
        assert len(peer.requests) == 1

    def test_a_body_that_drips_in_is_given_up(self, start_peer: StartPeer, open_session: OpenSession) -> None:
        def drip(peer: Peer, connection: socket.socket) -> None:
            peer.read(connection)
            connection.sendall(OK.replace(b"Length: 2", b"Length: 1000"))
            while not peer.let_go.wait(0.05):
                connection.sendall(b" ")

        error = failure(open_session(start_peer(drip).url, timeout_s=0.3))
        assert (type(error), error.code) == (Unreachable, "timed_out")

    @pytest.mark.parametrize("secure", [False, True])
    @pytest.mark.parametrize("warm", [False, True])
    @pytest.mark.parametrize("places_call", [False, True])
    def test_taking_it_back_ends_a_blocking_read_at_once(
        self,
        start_peer: StartPeer,
        open_session: OpenSession,
        certificates: Any,
        secure: bool,
        warm: bool,
        places_call: bool,
    ) -> None:
        def hang_at_dial(peer: Peer, connection: socket.socket) -> None:
            while peer.read(connection).startswith(b"HEAD"):
                connection.sendall(OK.removesuffix(b"{}"))
            peer.let_go.wait(30)

        peer = start_peer(hang_at_dial, certificates.server if secure else None)
        session = open_session(peer.url, ca_file=certificates.ca_file, timeout_s=60)
        if warm:
            session.warm()
            assert peer.received.acquire(timeout=5)
        cancel = CancelSource()
        with ThreadPoolExecutor() as pool:
            request = pool.submit(failure, session, places_call=places_call, cancel=cancel)
            assert peer.received.acquire(timeout=5)
            started = time.monotonic()
            cancel.cancel()
            error = request.result(10)
        assert time.monotonic() - started < 5
        assert (type(error), error.values) == (Cancelled, {"sent": places_call})
        assert peer.connections == 1


def test_a_reply_that_is_written_somewhere_shows_nothing_of_what_it_holds() -> None:
    reply = Reply(200, "application/json", SECRET.encode(), {"set-cookie": SECRET})
    assert "200" in repr(reply)
    assert SECRET not in repr(reply)


class TestStatus:
    @pytest.mark.parametrize(
        ("status", "kind", "code"),
        [
            (302, UnexpectedReply, "unexpected_reply"),
            (400, UnexpectedReply, "unexpected_reply"),
            (401, CredentialsRejected, "credentials_rejected"),
            (403, NotAllowed, "not_allowed"),
            (404, UnexpectedReply, "page_not_found"),
            (429, RateLimited, "rate_limited"),
            (503, UnexpectedReply, "server_error"),
        ],
    )
    @pytest.mark.parametrize("places_call", [True, False])
    def test_a_plain_no_is_one_also_for_a_dial(
        self, status: int, kind: type[AppError], code: str, places_call: bool
    ) -> None:
        with pytest.raises(kind) as caught:
            Reply(status).raise_for_status(places_call=places_call, credential="password")
        assert caught.value.code == code

    @pytest.mark.parametrize("status", [500, 502, 504])
    def test_a_server_that_broke_may_have_dialled(self, status: int) -> None:
        with pytest.raises(OutcomeUnknown) as unknown:
            Reply(status).raise_for_status(places_call=True)
        assert unknown.value.values == {"why": "server_error", "status": status}
        with pytest.raises(UnexpectedReply) as plain:
            Reply(status).raise_for_status()
        assert plain.value.code == "server_error"

    def test_details(self) -> None:
        Reply(204).raise_for_status(places_call=True)
        with pytest.raises(CredentialsRejected) as rejected:
            Reply(401).raise_for_status(credential="token")
        assert rejected.value.field == "token"
        with pytest.raises(RateLimited) as limited:
            Reply(429, headers={"retry-after": "7"}).raise_for_status()
        assert limited.value.values == {"after_s": 7}


def answer_tls(listener: socket.socket, tls: ssl.SSLContext) -> None:
    connection, _ = listener.accept()
    with connection, contextlib.suppress(OSError), tls.wrap_socket(connection, server_side=True) as secure:
        secure.recv(1)
