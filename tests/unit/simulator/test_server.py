"""The frame under a PBX of two lines: what is served, kept warm, spoiled by each fault, and let go at the end."""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from types import MappingProxyType

import pytest
import trustme

from traydial.simulator.faults import Fault
from traydial.simulator.message import Reading, Request, Response, json_response
from traydial.simulator.pbx import DemoAccount
from traydial.simulator.server import Server
from traydial.simulator.switchboard import Switchboard


class Doorbell:
    """Rings at POST /ring, and is busy on request."""

    id = "doorbell"
    faults = MappingProxyType({Fault.BUSY: frozenset({"dial"})})

    def __init__(self) -> None:
        self.switchboard = Switchboard()

    def account(self, url: str) -> DemoAccount:
        return DemoAccount({"server": url}, {})

    def read(self, request: Request) -> Reading:
        fields = dict(request.query_fields())
        return Reading(action="dial" if request.path == "/ring" else "other", sentence="ring the bell", fields=fields)

    def answer(self, request: Request, fault: Fault | None) -> Response:
        if fault is Fault.BUSY:
            return json_response({"error": "BUSY"}, 409)
        self.switchboard.place("1", "2")
        return json_response({"body": request.body.decode(), "status": "success"})


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(Doorbell()) as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    yield connection
    connection.close()


def ring(client: http.client.HTTPConnection, path: str = "/ring", body: str = "ding") -> http.client.HTTPResponse:
    client.request("POST", path, body)
    return client.getresponse()


def test_answers_and_keeps_the_connection(server: Server, client: http.client.HTTPConnection) -> None:
    assert ring(client).read() == b'{"body": "ding", "status": "success"}'
    port = client.sock.getsockname()
    assert ring(client, body="dong").read() == b'{"body": "dong", "status": "success"}'
    assert client.sock.getsockname() == port
    assert [entry.number for entry in server.journal.entries] == [1, 2]


def test_serves_https_and_survives_a_client_that_does_not_trust_it() -> None:
    authority = trustme.CA()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    with Server(Doorbell(), tls=tls) as server:
        assert server.url == f"https://127.0.0.1:{server.port}"
        stranger = http.client.HTTPSConnection("127.0.0.1", server.port, context=ssl.create_default_context())
        with pytest.raises(ssl.SSLCertVerificationError):
            ring(stranger)
        stranger.close()
        trusting = ssl.create_default_context()
        authority.configure_trust(trusting)
        friend = http.client.HTTPSConnection("127.0.0.1", server.port, timeout=10, context=trusting)
        assert ring(friend).status == 200
        friend.close()


@pytest.mark.parametrize(
    ("fault", "status", "body"),
    [
        (Fault.BUSY, 409, b'{"error": "BUSY"}'),
        (Fault.ERROR_500, 500, b"Internal Server Error"),
        (Fault.RATE_LIMITED, 429, b""),
    ],
)
def test_a_refusal_places_no_call(
    server: Server, client: http.client.HTTPConnection, fault: Fault, status: int, body: bytes
) -> None:
    server.faults.set(fault)
    answer = ring(client)
    assert (answer.status, answer.read()) == (status, body)
    assert server.pbx.switchboard.calls == ()
    assert server.journal.entries[0].fault is fault
    assert str(server.journal.entries[0]).endswith(f"dial: ring the bell (POST /ring) [fault: {fault}]")


def test_a_connection_that_is_only_warmed_places_no_call(server: Server, client: http.client.HTTPConnection) -> None:
    client.request("HEAD", "/ring")
    assert client.getresponse().read() == b""
    assert [entry.action for entry in server.journal.entries] == ["connect"]
    assert server.pbx.switchboard.calls == ()
    assert ring(client).status == 200


def test_a_request_that_breaks_off_was_never_received(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as client:
        client.sendall(b"POST /ring HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf")
        client.shutdown(socket.SHUT_WR)
        assert client.recv(1) == b""
    assert server.journal.entries == ()


def test_rate_limit_says_when_to_come_back(server: Server, client: http.client.HTTPConnection) -> None:
    server.faults.set("rate-limited")
    assert ring(client).getheader("Retry-After") == "7"


def test_html_is_a_page_and_places_no_call(server: Server, client: http.client.HTTPConnection) -> None:
    server.faults.set(Fault.HTML)
    answer = ring(client)
    assert (answer.status, answer.headers.get_content_type()) == (200, "text/html")
    assert b"<h1>" in answer.read()
    assert server.pbx.switchboard.calls == ()


def test_empty_places_the_call(server: Server, client: http.client.HTTPConnection) -> None:
    server.faults.set(Fault.EMPTY)
    answer = ring(client)
    assert (answer.status, answer.read()) == (200, b"")
    assert len(server.pbx.switchboard.calls) == 1


def test_reset_places_the_call_and_breaks_off(server: Server, client: http.client.HTTPConnection) -> None:
    server.faults.set(Fault.RESET)
    with pytest.raises((ConnectionResetError, http.client.IncompleteRead)):
        ring(client).read()
    assert len(server.pbx.switchboard.calls) == 1


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.HANG])
def test_waiting_ends_when_the_fault_is_cleared(
    server: Server, client: http.client.HTTPConnection, fault: Fault
) -> None:
    server.faults.set(fault)
    answers: list[object] = []

    def call() -> None:
        try:
            answers.append(ring(client).status)
        except http.client.RemoteDisconnected:
            answers.append("nothing")

    caller = threading.Thread(target=call)
    caller.start()
    assert server.pbx.switchboard.wait_for(lambda calls: len(calls) == 1)
    assert answers == []
    server.faults.clear()
    caller.join(10)
    assert answers == [200 if fault is Fault.SLOW else "nothing"]


def test_close_lets_go_of_a_request_that_hangs() -> None:
    server = Server(Doorbell()).start()
    server.faults.set(Fault.HANG)
    before = set(threading.enumerate())
    client = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    client.request("POST", "/ring")
    server.journal.wait_for(lambda entry: entry.action == "dial")
    (serving,) = set(threading.enumerate()) - before
    server.close()
    serving.join(5)
    assert not serving.is_alive()
    with pytest.raises(ConnectionError):
        client.getresponse()
    client.close()
    server.close()


def test_a_port_that_is_taken_is_said(server: Server) -> None:
    with pytest.raises(OSError, match="in use"):
        Server(Doorbell(), port=server.port)


def test_a_fault_ends_after_so_many_requests_of_its_action(server: Server, client: http.client.HTTPConnection) -> None:
    server.faults.set(Fault.ERROR_500, times=1, at="dial")
    statuses = []
    for path in ("/other", "/ring", "/ring"):
        answer = ring(client, path)
        answer.read()
        statuses.append(answer.status)
    assert statuses == [200, 500, 200]


def test_a_fault_without_meaning_here_is_named(server: Server) -> None:
    with pytest.raises(ValueError, match="no fault 'not-registered' here; there are: busy, slow"):
        server.faults.set("not-registered")


@pytest.mark.parametrize(
    "header", [("Content-Length", "-1"), ("Content-Length", "9999999"), ("Transfer-Encoding", "chunked")]
)
def test_a_body_that_cannot_be_read_is_refused(
    server: Server, client: http.client.HTTPConnection, header: tuple[str, str]
) -> None:
    client.putrequest("POST", "/ring")
    client.putheader(*header)
    client.endheaders()
    assert client.getresponse().status == 400
    assert server.journal.entries == ()
