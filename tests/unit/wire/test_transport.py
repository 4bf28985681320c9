"""How a PBX is reached: certificates that are trusted, and proxies that stand in the way."""

from __future__ import annotations

import os
import socket
import ssl
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import truststore

from adapters.peer import SECRET, Peer, answer, failure
from traydial.core.errors import CertificateRejected, Unreachable
from traydial.wire.http import HttpSession
from traydial.wire.transport import keep_alive, open_trust, proxy_for

StartPeer = Callable[..., Peer]
OpenSession = Callable[..., HttpSession]


class TestTrust:
    def test_ca_file_replaces_the_store(
        self, start_peer: StartPeer, open_session: OpenSession, certificates: Any
    ) -> None:
        peer = start_peer(answer, certificates.server)
        assert open_session(peer.url, ca_file=certificates.ca_file).request("GET", "/").status == 200

    def test_ssl_cert_file_is_honoured(
        self, start_peer: StartPeer, open_session: OpenSession, certificates: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", certificates.ca_file)
        peer = start_peer(answer, certificates.server)
        assert open_session(peer.url).request("GET", "/").status == 200

    @pytest.mark.parametrize("platform", ["win32", "darwin"])
    def test_windows_and_macos_check_by_their_own_store(
        self,
        start_peer: StartPeer,
        open_session: OpenSession,
        certificates: Any,
        monkeypatch: pytest.MonkeyPatch,
        platform: str,
    ) -> None:
        monkeypatch.setattr(sys, "platform", platform)
        for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
            monkeypatch.delenv(name, raising=False)
        trust = open_trust("https")
        assert isinstance(trust, truststore.SSLContext)
        assert (trust.verify_mode, trust.check_hostname) == (ssl.CERT_REQUIRED, True)
        assert trust.minimum_version >= ssl.TLSVersion.TLSv1_2
        peer = start_peer(answer, certificates.server)
        assert isinstance(failure(open_session(peer.url), places_call=True), CertificateRejected)
        assert open_session(peer.url, ca_file=certificates.ca_file).request("GET", "/").status == 200
        monkeypatch.setenv("SSL_CERT_FILE", certificates.ca_file)
        assert open_session(peer.url).request("GET", "/").status == 200

    def test_a_folder_of_certificates_that_the_user_names_replaces_the_store(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
        assert open_trust("https").cert_store_stats()["x509_ca"] == 0, "read when one is asked for"

    @pytest.mark.parametrize("scheme", ["http", "https"])
    def test_verification_is_never_off(self, certificates: Any, scheme: str) -> None:
        for ca_file in ("", certificates.ca_file):
            trust = open_trust(scheme, ca_file)
            assert (trust.verify_mode, trust.check_hostname) == (ssl.CERT_REQUIRED, True)
            assert trust.minimum_version >= ssl.TLSVersion.TLSv1_2


class TestProxy:
    """A desktop's proxy is for the cloud: the own network is always reached directly."""

    @pytest.mark.parametrize(
        "host", ["localhost", "127.0.0.1", "::1", "10.1.2.3", "192.168.0.9", "pbx", "inside.example"]
    )
    def test_what_is_near_needs_none(self, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
        monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
        monkeypatch.setenv("no_proxy", "inside.example")
        assert proxy_for("https", host) is None
        assert proxy_for("https", "pbx.example") == "http://proxy.example:3128"

    def test_only_http_proxies_are_used(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("https_proxy", "proxy.example:3128")
        assert proxy_for("https", "pbx.example") == "http://proxy.example:3128"
        monkeypatch.setenv("https_proxy", "socks5://proxy.example:1080")
        assert proxy_for("https", "pbx.example") is None

    @pytest.mark.parametrize(
        ("environ", "proxy"),
        [
            ({}, None),
            ({"all_proxy": "http://all.example:1"}, "http://all.example:1"),
            ({"https_proxy": "http://one.example:1", "all_proxy": "http://all.example:1"}, "http://one.example:1"),
            ({"HTTPS_PROXY": "https://one.example:1"}, "https://one.example:1"),
            ({"http_proxy": "http://one.example:1"}, None),
            ({"https_proxy": "http://one.example:1", "no_proxy": "*"}, None),
            ({"https_proxy": "http://one.example:1", "no_proxy": "pbx.example"}, None),
            ({"https_proxy": ""}, None),
        ],
    )
    def test_the_environment_says_which(
        self, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], proxy: str | None
    ) -> None:
        for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
            monkeypatch.delenv(name)
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        assert proxy_for("https", "pbx.example") == proxy

    @pytest.mark.parametrize("host", ["8.8.8.8", "2001:4860:4860::8888", "pbx.example", "172.32.0.1"])
    def test_what_is_not_of_the_own_network_needs_one(self, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
        monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert proxy_for("https", host) == "http://proxy.example:3128"

    def test_a_proxy_that_refuses_the_tunnel_lets_nothing_through(
        self, start_peer: StartPeer, open_session: OpenSession, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(peer: Peer, connection: socket.socket) -> None:
            peer.read(connection)
            connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")

        proxy = start_peer(refuse)
        monkeypatch.setenv("https_proxy", proxy.url)
        error = failure(open_session("https://pbx.invalid"), places_call=True)
        assert (type(error), error.code) == (Unreachable, "unreachable")
        assert proxy.requests[0].startswith(b"CONNECT pbx.invalid:443 ")
        assert SECRET.encode() not in proxy.requests[0]

    def test_a_proxy_is_told_its_password_and_the_name_as_dns_has_it(
        self, start_peer: StartPeer, open_session: OpenSession, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        proxy = start_peer(lambda peer, connection: peer.read(connection))
        monkeypatch.setenv("https_proxy", proxy.url.replace("//", "//user:p%40ss@"))
        failure(open_session("https://straße.invalid:8443"))
        head = proxy.requests[0].decode()
        assert head.startswith("CONNECT xn--strae-oqa.invalid:8443 "), "straße and strasse are two names since 2010"
        assert f"Basic {b64encode(b'user:p@ss').decode()}" in head


@pytest.mark.skipif(sys.platform != "linux", reason="the options that Linux has")
def test_a_connection_is_probed_before_a_router_forgets_it() -> None:
    with socket.socket() as connection:
        keep_alive(connection)
        assert connection.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        idle, between, times = (
            connection.getsockopt(socket.IPPROTO_TCP, getattr(socket, name))
            for name in ("TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT")
        )
        assert idle < 60, "the shortest idle limit of a common router"
        assert idle + between * times < 120, "a dead connection is known before a person gives up"
        assert times > 1, "one lost packet is no dead connection"


@pytest.mark.parametrize(("hashed", "lazily"), [(50, True), (49, False)])
def test_a_folder_of_hashed_certificates_is_read_lazily_when_it_is_the_platforms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hashed: int, lazily: bool
) -> None:
    for number in range(hashed):
        (tmp_path / f"{number:08x}.0").touch()
    for number in range(60):
        (tmp_path / f"certificate-{number}.pem").touch()
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
    paths = ssl.get_default_verify_paths()._replace(capath=str(tmp_path), cafile=None)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)
    assert (open_trust("https").cert_store_stats()["x509_ca"] == 0) == lazily
