"""Where everything is measured: a private desktop, a TLS PBX on loopback, and one configured account."""

from __future__ import annotations

import contextlib
import itertools
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from desktop import session
from tray_host import TrayHost
from traydial.core.config import ConsentSettings
from traydial.services.config_store import ConfigStore
from traydial.simulator import catalog
from traydial.simulator.server import Server
from traydial.system.paths import Paths

HERE = Path(__file__).resolve().parent
PBX = "teleforge"  # one request per call: what curl posts as well
TRAYDIAL = str(Path(sys.executable).with_name("traydial"))
BARE_TRAY = [sys.executable, str(HERE / "bare_tray.py")]
TRAY = [TRAYDIAL]
SYSTEM_AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")


@dataclass
class Ground:
    """What the measurements stand on. Every link that it gives is a number never called before."""

    env: dict[str, str]
    server: Server
    authorities: Path
    host: TrayHost
    secrets: session.SecretService
    desktop_file: Path
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(820001000))

    def link(self) -> str:
        return f"tel:+27{next(self._numbers)}"

    def hand_off(self, link: str) -> list[str]:
        """The command that a desktop runs for a clicked link, word for word as it is registered."""
        lines = self.desktop_file.read_text(encoding="utf-8").splitlines()
        command = next(line.removeprefix("Exec=") for line in lines if line.startswith("Exec="))
        words = [word.strip('"') for word in command.split()]
        return [link if word == "%u" else word for word in words]

    @contextlib.contextmanager
    def tray(self, argv: Sequence[str] = TRAY, **options: object) -> Iterator[subprocess.Popen[bytes]]:
        """A tray whose icon is painted."""
        with session.running(list(argv), self.env, **options) as process:
            self.host.wait_for_icon()
            yield process

    @contextlib.contextmanager
    def warm_tray(self, argv: Sequence[str] = TRAY, **options: object) -> Iterator[subprocess.Popen[bytes]]:
        """A tray that has placed a first call."""
        with self.tray(argv, **options) as process:
            self.call()
            yield process

    def call(self) -> None:
        link = self.link()
        subprocess.run(self.hand_off(link), env=self.env, check=True, capture_output=True)
        self.received(link)

    def received(self, link: str) -> int:
        """Wait for the call of `link` at the PBX, and return when it came, on the clock of time.perf_counter_ns()."""
        digits = link.removeprefix("tel:+")
        return self.server.journal.wait_for(lambda entry: entry.fields.get("callee") == digits, 20).received_ns


@contextlib.contextmanager
def prepared() -> Iterator[Ground]:
    """Build the ground, and take it away again."""
    with contextlib.ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="traydial-bench-")))
        env = session.private_environment(home)
        env["DISPLAY"] = stack.enter_context(session.x_server(env))
        env["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(session.session_bus(env))
        screen = stack.enter_context(session.watched(env["DISPLAY"]))
        stack.enter_context(session.window_manager(env, screen))
        host = stack.enter_context(contextlib.closing(TrayHost(env["DISPLAY"])))
        secrets = session.SecretService(env, home / "keyring")
        secrets.start()
        stack.callback(secrets.stop)
        folder, file, context = tls(home)
        env |= {"SSL_CERT_DIR": str(folder)}
        server = stack.enter_context(Server(catalog.simulated(PBX), tls=context))
        add_account(env, server, region="ZA")
        subprocess.run([TRAYDIAL, "handler", "install"], env=env, check=True, capture_output=True)
        (desktop_file,) = Path(env["XDG_DATA_HOME"], "applications").glob("*.desktop")
        yield Ground(env, server, file, host, secrets, desktop_file)


def tls(home: Path) -> tuple[Path, Path, ssl.SSLContext]:
    """Return the folder and the file of trusted authorities, and the server for 127.0.0.1.

    They are like the system's where a company has added its own: programs look one up in the folder, or load the file.
    """
    folder, file, key = home / "authorities", home / "authorities.pem", home / "pbx.key"
    folder.mkdir()
    certificate = folder / "pbx.pem"
    argv = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    argv += ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    subprocess.run([*argv, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    subprocess.run(["openssl", "rehash", str(folder)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    file.write_bytes(SYSTEM_AUTHORITIES.read_bytes() + certificate.read_bytes())
    return folder, file, context


def add_account(env: dict[str, str], server: Server, *, region: str) -> None:
    """Add the account by the command line, and let links dial at once: a countdown is no latency."""
    account = server.pbx.account(server.url)
    settings = account.settings | {"region": region}
    argv = [TRAYDIAL, "account", "add", "office", "--pbx", server.pbx.id]
    for key, value in settings.items():
        argv += ["--set", f"{key}={value}"]
    for key in account.secrets:
        argv += ["--secret", key]
    typed = "".join(f"{value}\n" for value in account.secrets.values())
    subprocess.run(argv, env=env, check=True, capture_output=True, input=typed.encode())
    store = ConfigStore(Paths.of(env).config_file, now=lambda: datetime.now(UTC))
    consent = ConsentSettings(level=store.load().consent.level.FAST, link_gap_s=0.0, calls_per_minute=1_000_000)
    store.update(lambda config: replace(config, consent=consent))
