"""How a PBX is reached: which certificates are trusted, which proxy is used, how a connection is kept open."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import sys
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from traydial.core.errors import ConfigError
from traydial.core.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import ssl

    import httpcore

KEEP_S = 3600.0  # an idle connection's age on our side; the PBX usually closes earlier, which is noticed before use
PROBE_AFTER_S = 45  # below the idle limit of common NAT routers, so that a warm connection is not closed unnoticed
PROBE_EVERY_S = 15
PLATFORM_STORE = 50  # a directory with fewer hashed certificates is not the platform's store


def open_transport(scheme: str, host: str, trust: ssl.SSLContext) -> httpcore.ConnectionPool:
    """Return a transport for one request at a time. It follows no redirect, keeps no cookie and never retries."""
    import logging

    import httpcore

    logging.getLogger("httpcore").setLevel(logging.WARNING)  # its debug lines show a reply's cookies
    return httpcore.ConnectionPool(
        ssl_context=trust,
        proxy=_proxy(proxy_for(scheme, host)),
        keepalive_expiry=KEEP_S,
        retries=0,
    )


def _proxy(url: str | None) -> httpcore.Proxy | None:
    """Return the proxy at `url`, with the name and password that it holds."""
    import httpcore

    if url is None:
        return None
    parts = urlsplit(url)
    address = httpcore.URL(scheme=parts.scheme, host=parts.hostname or "", port=parts.port, target="/")
    if parts.username is None:
        return httpcore.Proxy(address)
    return httpcore.Proxy(address, auth=(unquote(parts.username).encode(), unquote(parts.password or "").encode()))


def open_trust(scheme: str, ca_file: str = "") -> ssl.SSLContext:
    """Return what a server's certificate is checked against: `ca_file` alone, or else the platform's store.

    SSL_CERT_FILE and SSL_CERT_DIR are honoured. On Windows and macOS the system itself checks, with what an
    administrator has added to its store. Elsewhere a hashed directory is read lazily by OpenSSL, which saves loading
    the whole bundle (7 MB, 35 ms). Raises ConfigError(setting_invalid) tied to `ca_file`.
    """
    import ssl

    trust = _system_trust() if scheme == "https" and not (ca_file or _names_a_store()) else None
    if trust is None:
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # checks the chain and the host name
        if scheme == "https":
            _load_certificates(trust, ca_file)
    trust.minimum_version = ssl.TLSVersion.TLSv1_2  # said here, since Debian's Python leaves it to a file
    return trust


def _system_trust() -> ssl.SSLContext | None:
    """Return a context that lets Windows or macOS check certificates; None on a system where OpenSSL does."""
    if sys.platform == "win32" or sys.platform == "darwin":
        import ssl

        import truststore

        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        return None


def _names_a_store() -> bool:
    """Whether the environment names a file or a directory of certificates, as OpenSSL has it."""
    return bool(os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR"))


def _load_certificates(trust: ssl.SSLContext, ca_file: str) -> None:
    import ssl

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
            if not trust.cert_store_stats()["x509_ca"]:  # slim containers
                import certifi

                trust.load_verify_locations(cafile=certifi.where())
    except OSError:  # ssl.SSLError is one
        reason = QT_TRANSLATE_NOOP("wire", "it holds no readable certificates in PEM form")
        raise ConfigError("setting_invalid", field="ca_file", reason=reason) from None


def keep_alive(connection: socket.socket) -> None:
    """Have the kernel send TCP probes, which keep NAT open and expose a dead connection before a dial does.

    An option that a system lacks is left out: a connection without probes is still one.
    """
    options = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]
    idle = "TCP_KEEPALIVE" if sys.platform == "darwin" else "TCP_KEEPIDLE"
    for name, value in ((idle, PROBE_AFTER_S), ("TCP_KEEPINTVL", PROBE_EVERY_S), ("TCP_KEEPCNT", 3)):
        if option := getattr(socket, name, None):
            options.append((socket.IPPROTO_TCP, option, value))
    for level, option, value in options:
        with contextlib.suppress(OSError):
            connection.setsockopt(level, option, value)


def proxy_for(scheme: str, host: str) -> str | None:
    """Return the URL of the HTTP proxy that the desktop wants for `host`, or None.

    It comes from the environment (https_proxy, no_proxy) or the Windows and macOS settings. A host of the user's own
    network (loopback, a private address, a name without a dot) is always reached directly. SOCKS is not supported.
    """
    if _is_nearby(host):
        return None
    by_environment = sys.platform not in ("win32", "darwin")
    if by_environment and not any(name.lower().endswith("_proxy") for name in os.environ):
        return None  # as on most machines, which need not load what comes next
    from urllib.request import getproxies, proxy_bypass

    if proxy_bypass(host):
        return None
    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all") or ""
    if proxy and "://" not in proxy:
        proxy = f"http://{proxy}"
    return proxy if proxy.startswith(("http://", "https://")) else None


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
