"""How a PBX is reached: which certificates are trusted, which proxy stands in the way, how a connection is kept."""

from __future__ import annotations

import os
import re
import socket
import sys
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

from traydial.core.errors import ConfigError
from traydial.core.marks import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import ssl
    from http.client import HTTPConnection

PROBE_AFTER_S = 45  # below the idle limit of common NAT routers, so that a warm connection does not die unnoticed
PLATFORM_STORE = 50  # a directory with fewer hashed certificates is not the platform's store


def connection_to(host: str, port: int, trust: ssl.SSLContext | None, *, timeout_s: float) -> HTTPConnection:
    """Return a connection that is yet to be opened, by TLS where `trust` is given; it never opens itself again.

    Through a proxy it is a tunnel, for plain HTTP too: what forwards requests could repeat one. `timeout_s` is for each
    step of connecting. Raises InvalidURL and UnicodeError for a host that DNS could not hold.
    """
    from http.client import HTTPConnection, HTTPSConnection

    name = host.encode("idna").decode("ascii")
    proxy = proxy_for("https" if trust else "http", host)
    via = urlsplit(proxy) if proxy else None
    peer = (via.hostname or "", via.port or 80) if via else (name, port)
    if trust:
        connection: HTTPConnection = HTTPSConnection(*peer, timeout=timeout_s, context=trust)
    else:
        connection = HTTPConnection(*peer, timeout=timeout_s)
    if via:
        connection.set_tunnel(name, port, _credentials(via))
    connection.auto_open = 0  # nothing is ever sent again on a new connection
    return connection


def connect(connection: HTTPConnection) -> socket.socket:
    """Open `connection`. The kernel's TCP probes keep NAT open and expose a dead one before a dial does.

    Raises OSError; socket.gaierror, TimeoutError and ssl.SSLError are some.
    """
    connection.connect()
    connected: socket.socket = connection.sock
    connected.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    idle = "TCP_KEEPALIVE" if sys.platform == "darwin" else "TCP_KEEPIDLE"
    for name, value in ((idle, PROBE_AFTER_S), ("TCP_KEEPINTVL", 15), ("TCP_KEEPCNT", 3)):
        if option := getattr(socket, name, None):
            connected.setsockopt(socket.IPPROTO_TCP, option, value)
    return connected


def open_trust(ca_file: str = "") -> ssl.SSLContext:
    """Return what a server's certificate is checked against: `ca_file` alone, or else the platform's store.

    SSL_CERT_FILE and SSL_CERT_DIR are honoured. A hashed directory is read lazily by OpenSSL, which saves loading
    the whole bundle (7 MB, 35 ms). Raises ConfigError(setting_invalid) tied to `ca_file`.
    """
    import ssl

    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # checks the chain and the host name
    trust.minimum_version = ssl.TLSVersion.TLSv1_2  # said here, since Debian's Python leaves it to a file
    trust.set_alpn_protocols(["http/1.1"])
    paths = ssl.get_default_verify_paths()
    try:
        if ca_file:
            trust.load_verify_locations(cafile=ca_file)
        elif os.environ.get(paths.openssl_cafile_env) and paths.cafile:
            trust.load_verify_locations(cafile=paths.cafile)
        elif paths.capath and (os.environ.get(paths.openssl_capath_env) or _is_platform_store(paths.capath)):
            trust.load_verify_locations(capath=paths.capath)
        else:
            trust.load_default_certs()
            if not trust.cert_store_stats()["x509_ca"]:  # python.org's macOS build, slim containers
                import certifi

                trust.load_verify_locations(cafile=certifi.where())
    except OSError:  # ssl.SSLError is one
        reason = QT_TRANSLATE_NOOP("wire", "it holds no readable certificates in PEM form")
        raise ConfigError("setting_invalid", field="ca_file", reason=reason) from None
    return trust


def proxy_for(scheme: str, host: str) -> str | None:
    """Return the URL of the HTTP proxy that the desktop wants for `host`, or None.

    The desktop's word is the environment (https_proxy, no_proxy) or the Windows and macOS settings. A host of the own
    network (loopback, a private address, a name without a dot) is always reached directly. SOCKS is not supported, nor
    a proxy that is itself behind TLS.
    """
    if _is_nearby(host):
        return None
    from urllib.request import getproxies, proxy_bypass

    if proxy_bypass(host):
        return None
    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all") or ""
    if proxy and "://" not in proxy:
        proxy = f"http://{proxy}"
    return proxy if proxy.startswith("http://") else None


def _is_nearby(host: str) -> bool:
    import ipaddress

    if "." not in host and ":" not in host:
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


def _is_platform_store(directory: str) -> bool:
    hashed = re.compile(r"[0-9a-f]{8}\.\d+")
    with os.scandir(directory) as entries:
        return sum(1 for entry in entries if hashed.fullmatch(entry.name)) >= PLATFORM_STORE


def _credentials(proxy: SplitResult) -> dict[str, str]:
    """Return the header for a proxy whose URL names a user (RFC 7617)."""
    from base64 import b64encode

    if proxy.username is None:
        return {}
    words = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"proxy-authorization": f"Basic {b64encode(words.encode()).decode()}"}
