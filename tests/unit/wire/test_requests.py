"""What a request looks like on the wire, and what a reply says of itself."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import pytest

from adapters.peer import OK, Peer, answer
from traydial import __version__
from traydial.core.errors import AppError, RateLimited, UnexpectedReply
from traydial.wire.http import HttpSession, Reply

StartPeer = Callable[..., Peer]
OpenSession = Callable[..., HttpSession]


def replies_with(text: bytes) -> Callable[[Peer, socket.socket], None]:
    def behave(peer: Peer, connection: socket.socket) -> None:
        while peer.read(connection):
            connection.sendall(text)

    return behave


def head_of(request: bytes) -> dict[str, str]:
    first, *lines = request.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    return {"": first} | {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}


@pytest.mark.parametrize(
    ("method", "values", "sent"),
    [
        ("GET", {}, {}),
        ("DELETE", {}, {}),
        ("POST", {}, {"content-length": "0"}),
        ("PUT", {}, {"content-length": "0"}),
        ("POST", {"json": {}}, {"content-length": "2", "content-type": "application/json"}),
        ("POST", {"json": []}, {"content-length": "2", "content-type": "application/json"}),
        ("POST", {"form": {}}, {"content-length": "0", "content-type": "application/x-www-form-urlencoded"}),
        ("POST", {"form": {"a": "1"}}, {"content-length": "3", "content-type": "application/x-www-form-urlencoded"}),
        ("GET", {"json": 1}, {"content-length": "1", "content-type": "application/json"}),
        (
            "POST",
            {"json": {}, "headers": {"content-type": "text/x"}},
            {"content-length": "2", "content-type": "text/x"},
        ),
        ("GET", {"cookies": {"a": "1", "b": "2"}}, {"cookie": "a=1; b=2"}),
        ("GET", {"cookies": {}}, {}),
    ],
)
def test_a_request_says_what_it_carries(
    start_peer: StartPeer, open_session: OpenSession, method: str, values: dict[str, Any], sent: dict[str, str]
) -> None:
    peer = start_peer(answer)
    open_session(peer.url).request(method, "/a", **values)
    head = head_of(peer.requests[0])
    assert head.pop("") == f"{method} /a HTTP/1.1"
    assert head == {
        "host": f"127.0.0.1:{peer.port}",
        "user-agent": f"Traydial/{__version__}",
        "accept": "application/json, */*;q=0.5",
        "accept-encoding": "identity",
        **sent,
    }


@pytest.mark.parametrize(
    ("path", "query", "target"),
    [
        ("/a", None, "/a"),
        ("/a", {}, "/a"),
        ("/a", {"n": "+39 1/2&3"}, "/a?n=%2B39%201%2F2%263"),
        ("/~u(1);v=@:,", None, "/~u(1);v=@:,"),
        ('/"<>#', None, "/%22%3C%3E%23"),
    ],
)
def test_a_path_and_a_query_are_written_as_the_rules_want(
    start_peer: StartPeer, open_session: OpenSession, path: str, query: dict[str, str] | None, target: str
) -> None:
    peer = start_peer(answer)
    open_session(peer.url).request("GET", path, query=query)
    assert head_of(peer.requests[0])[""] == f"GET {target} HTTP/1.1"


def test_warming_asks_for_nothing_and_the_next_request_finds_the_connection(
    start_peer: StartPeer, open_session: OpenSession
) -> None:
    peer = start_peer(answer)
    session = open_session(peer.url)
    session.warm()
    session.warm("/health")
    session.request("GET", "/a")
    assert [head_of(request)[""].split()[:2] for request in peer.requests] == [
        ["HEAD", "/"],
        ["HEAD", "/health"],
        ["GET", "/a"],
    ]
    assert peer.connections == 1


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://pbx.example", "pbx.example"),
        ("http://pbx.example:80", "pbx.example"),
        ("http://pbx.example:443", "pbx.example:443"),
        ("http://pbx.example:8080/x/", "pbx.example:8080"),
        ("http://[2001:4860::1]", "[2001:4860::1]"),
        ("http://[2001:4860::1]:8080", "[2001:4860::1]:8080"),
    ],
)
def test_the_port_is_named_where_it_is_not_the_usual_one(
    start_peer: StartPeer, open_session: OpenSession, monkeypatch: pytest.MonkeyPatch, url: str, host: str
) -> None:
    proxy = start_peer(answer)
    monkeypatch.setenv("http_proxy", proxy.url)
    open_session(url).request("GET", "/a")
    assert head_of(proxy.requests[0])["host"] == host


@pytest.mark.parametrize(
    ("head", "headers", "content_type"),
    [
        (b"Content-Type: Application/JSON; charset=utf-8\r\n", {}, "application/json"),
        (b"Content-Type:  text/html \r\n", {}, "text/html"),
        (b"", {}, ""),
        (b"Set-Cookie: a=1\r\nX-N: 7\r\nset-cookie: b=2\r\n", {"set-cookie": "a=1, b=2", "x-n": "7"}, ""),
        (b"X-Name: caf\xe9\r\n", {"x-name": "caf\u00e9"}, ""),
    ],
)
def test_what_the_head_of_a_reply_says(
    start_peer: StartPeer, open_session: OpenSession, head: bytes, headers: dict[str, str], content_type: str
) -> None:
    peer = start_peer(replies_with(b"HTTP/1.1 207 Well\r\n" + head + b"Content-Length: 3\r\n\r\nabc"))
    reply = open_session(peer.url).request("GET", "/")
    assert (reply.status, reply.content_type, reply.body) == (207, content_type, b"abc")
    assert headers.items() <= reply.headers.items()


def test_a_body_without_a_length_ends_with_the_connection(start_peer: StartPeer, open_session: OpenSession) -> None:
    def behave(peer: Peer, connection: socket.socket) -> None:
        peer.read(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nall of it")

    session = open_session(start_peer(behave).url)
    assert [session.request("GET", "/").body for _ in range(2)] == [b"all of it"] * 2


def test_a_body_as_large_as_allowed_is_read_and_no_larger_one(start_peer: StartPeer, open_session: OpenSession) -> None:
    for extra in (0, 1):
        size = 1024 * 1024 + extra
        text = OK.replace(b"Length: 2", b"Length: %d" % size).removesuffix(b"{}") + b" " * size
        session = open_session(start_peer(replies_with(text)).url)
        if extra:
            with pytest.raises(UnexpectedReply) as caught:
                session.request("GET", "/")
            assert caught.value.code == "reply_too_large"
        else:
            assert len(session.request("GET", "/").body) == size


@pytest.mark.parametrize(
    ("reply", "html"),
    [
        (Reply(200, "text/html", b"{}"), True),
        (Reply(200, "application/json", b"\r\n <!doctype html>"), True),
        (Reply(200, "application/json", b'{"a": "<"}'), False),
        (Reply(200, "text/html-like", b""), False),
        (Reply(200), False),
    ],
)
def test_a_web_page_is_known_by_its_type_or_its_beginning(reply: Reply, html: bool) -> None:
    assert reply.is_html is html


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (200, None),
        (299, None),
        (199, "unexpected_reply"),
        (300, "unexpected_reply"),
        (399, "unexpected_reply"),
        (400, "unexpected_reply"),
        (402, "unexpected_reply"),
        (404, "page_not_found"),
        (499, "unexpected_reply"),
        (500, "outcome_unknown"),
        (502, "outcome_unknown"),
        (503, "server_error"),
        (599, "outcome_unknown"),
    ],
)
def test_what_a_status_says_of_a_dial(status: int, code: str | None) -> None:
    if code is None:
        Reply(status).raise_for_status(places_call=True)
        return
    with pytest.raises(AppError) as caught:
        Reply(status).raise_for_status(places_call=True)
    assert caught.value.code == code
    assert caught.value.values["status"] == status
    assert caught.value.field == ("server" if 300 <= status < 400 or status == 404 else None)


@pytest.mark.parametrize(("after", "values"), [("7", {"after_s": 7}), ("", {}), ("Wed, 21 Oct 2026", {}), ("-1", {})])
def test_how_long_to_wait_is_told_where_it_is_a_number(after: str, values: dict[str, int]) -> None:
    with pytest.raises(RateLimited) as caught:
        Reply(429, headers={"retry-after": after} if after else {}).raise_for_status()
    assert caught.value.values == values
