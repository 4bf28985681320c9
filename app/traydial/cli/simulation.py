"""simulate and demo: Traydial with simulated PBXs."""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Protocol

from traydial.cli.dialling import ask_here
from traydial.cli.output import FAILED, PBX_REFUSED, Result, reads_terminal
from traydial.core.adapter import Secret
from traydial.core.errors import ConfigError
from traydial.services.accounts import account_of
from traydial.simulator import catalog
from traydial.simulator.phone import Phone, Step, play, read_script
from traydial.simulator.server import Server
from traydial.system.stop_signals import stop_signals

if TYPE_CHECKING:
    from argparse import Namespace

    from traydial.core.ports import SecretStore
    from traydial.services.program import Program
    from traydial.simulator.journal import Entry
    from traydial.simulator.switchboard import PlacedCall
    from traydial.words.messages import Translate

Environ = Mapping[str, str]
Assemble = Callable[[Environ, "SecretStore"], "Program"]


class RunTray(Protocol):
    """Be the tray until the user quits; `settled` is called once other processes can reach it."""

    def __call__(
        self, environ: Environ, secrets: SecretStore | None = None, *, settled: Callable[[bool], None] | None = None
    ) -> int: ...


class DemoCall(NamedTuple):
    """Where a simulated PBX stands, and a number that a user there would call."""

    region: str
    number: str


DEMO_CALLS = {
    "tvox": DemoCall("IT", "+39 0444 123456"),
    "teleforge": DemoCall("ZA", "082 000 1234"),
    "tel4vn": DemoCall("VN", "0899 098 899"),
    "noojee": DemoCall("AU", "(03) 8320 8100"),
}


DEMO_SCRIPT = (Step(1.5, "answer"), Step(4.0, "callee answers"), Step(60.0, "hang up"))


class MemorySecrets:
    """A secret store that ends with the process: what the demo's accounts need, nowhere else."""

    def __init__(self) -> None:
        self._secrets: dict[tuple[str, str], Secret] = {}

    def get(self, account_id: str, field: str) -> Secret | None:
        return self._secrets.get((account_id, field))

    def set(self, account_id: str, field: str, secret: Secret) -> None:
        self._secrets[account_id, field] = secret

    def delete(self, account_id: str, field: str) -> None:
        self._secrets.pop((account_id, field), None)


def simulate(names: Namespace, translate: Translate) -> int:
    """Serve one simulated PBX until it is told to stop; its phones follow the script, or what is typed."""
    if names.pbx not in catalog.ids():
        raise ConfigError("pbx_unknown", pbx=names.pbx, known=", ".join(catalog.ids()))
    script = _script(names.script)
    try:
        server = Server(catalog.simulated(names.pbx), port=names.port)
    except OSError as error:
        raise ConfigError("setting_invalid", field="--port", reason=error.strerror, example="0") from None
    with server, _told_to_stop():
        if names.fault:
            try:
                server.faults.set(names.fault)
            except ValueError:
                known = ", ".join(server.faults.names)
                raise ConfigError("setting_invalid", field="--fault", reason=names.fault, example=known) from None
        board = server.pbx.switchboard
        server.journal.listen(_print_entry)
        board.listen(_print_call)
        by_hand = reads_terminal()
        board.answers_at_once = not by_hand
        if script:
            play(script, board)
        _announce(names.pbx, server, translate, as_json=names.json)
        if by_hand:
            _obey(Phone(board), translate)
        threading.Event().wait()
    return 0


def _script(path: str) -> tuple[Step, ...]:
    """Read the file of `--script`. Raises ConfigError."""
    if not path:
        return ()
    try:
        return read_script(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ConfigError("setting_invalid", field="--script", reason=reason, example="1.0 answer") from None


def _obey(phone: Phone, translate: Translate) -> None:
    """Let the phones carry out what is typed, line by line."""
    print(translate("cli", "Type what the phones do: {words}").format(words=", ".join(phone.words)), file=sys.stderr)
    with contextlib.suppress(OSError):  # the terminal is gone
        for line in filter(str.strip, sys.stdin):
            try:
                phone.do(line)
            except ValueError as error:
                print(error, file=sys.stderr)


def demo(assemble: Assemble, run_tray: RunTray | None, translate: Translate, *, as_json: bool) -> Result | int:
    """Four simulated PBXs in a throw-away home, and a tray to dial them; without a screen, one call to each."""
    shown: Result | int = Result(answer={"calls": []}, exit_code=FAILED)  # for when it is told to stop before
    with (
        _told_to_stop(),
        tempfile.TemporaryDirectory(prefix="traydial-demo-") as home,
        contextlib.ExitStack() as stack,
    ):
        environ, keyring = {**os.environ, "TRAYDIAL_HOME": home}, MemorySecrets()
        servers = {pbx: stack.enter_context(Server(catalog.simulated(pbx))) for pbx in catalog.ids()}
        with contextlib.closing(assemble(environ, keyring)) as program:
            _add_accounts(program, servers)
            if run_tray is None:
                shown = _one_call_each(program, servers)
        if run_tray is not None:
            _show_calls(servers)
            # Said once the tray can be reached: the command that it prints would otherwise dial without the tray.
            shown = run_tray(environ, keyring, settled=lambda _: _say_where(home, servers, translate, as_json=as_json))
    return shown


def _add_accounts(program: Program, servers: Mapping[str, Server]) -> None:
    for pbx, server in servers.items():
        settings, secrets = catalog.demo_account(pbx, server.url)
        values = {"label": program.registry.spec(pbx).name, "region": DEMO_CALLS[pbx].region, **settings}
        program.accounts.add(account_of(pbx, pbx, values), {key: Secret(text) for key, text in secrets.items()})


def _show_calls(servers: Mapping[str, Server]) -> None:
    for server in servers.values():
        server.journal.listen(_print_entry)
        server.pbx.switchboard.listen(_print_call)
        play(DEMO_SCRIPT, server.pbx.switchboard)


def _say_where(home: str, servers: Mapping[str, Server], translate: Translate, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"home": home, "pbx": {pbx: server.url for pbx, server in servers.items()}}), flush=True)
    print(translate("cli", "Traydial is in your tray. To dial from another terminal:"), file=sys.stderr)
    print(f"  {_in_home(home, 'dial', '600')}", file=sys.stderr, flush=True)


def _in_home(home: str, *words: str) -> str:
    """Return the command line that runs this very program in `home`, fit to be copied into a shell."""
    if sys.platform == "win32":
        return f'set "TRAYDIAL_HOME={home}" && {subprocess.list2cmdline([sys.executable, "-m", "traydial", *words])}'
    else:
        return f"TRAYDIAL_HOME={shlex.quote(home)} {shlex.join([sys.executable, '-m', 'traydial', *words])}"


def _one_call_each(program: Program, servers: Mapping[str, Server]) -> Result:
    calls: list[dict[str, Any]] = []
    lines = []
    for pbx, server in servers.items():
        call = ask_here(program, {"command": "dial", "text": DEMO_CALLS[pbx].number, "account": pbx})
        received = [str(entry) for entry in server.journal.entries]
        calls.append({**call, "received": received})
        lines += [
            f"{pbx}: {DEMO_CALLS[pbx].number} → {call['dialled']}: {call['outcome']}",
            *(f"  {r}" for r in received),
        ]
    refused = any(call["outcome"] != "accepted" for call in calls)
    return Result(answer={"calls": calls}, lines=tuple(lines), exit_code=PBX_REFUSED if refused else 0)


def _announce(pbx: str, server: Server, translate: Translate, *, as_json: bool) -> None:
    settings, secrets = catalog.demo_account(pbx, server.url)
    if as_json:
        told = {"pbx": pbx, "url": server.url, "settings": settings, "faults": list(server.faults.names)}
        print(json.dumps(told), flush=True)
        return
    print(server.url, flush=True)
    words = " ".join(f"--set {key}={value}" for key, value in settings.items())
    keys = " ".join(f"--secret {key}" for key in secrets)
    print(translate("cli", "An account for it:"), file=sys.stderr)
    print(f"  traydial account add {pbx} --pbx {pbx} {words} {keys}".rstrip(), file=sys.stderr)
    for key, value in secrets.items():  # made up for the simulation, and worth nothing elsewhere
        print(f"  {key}: {value}", file=sys.stderr)


def _print_entry(entry: Entry) -> None:
    print(entry, file=sys.stderr, flush=True)


def _print_call(call: PlacedCall) -> None:
    state = f"{call.stage}: {call.ending}" if call.ending else f"{call.stage}{', recorded' if call.recording else ''}"
    print(
        f"{datetime.now().astimezone():%H:%M:%S} {call.extension} → {call.number} {state}", file=sys.stderr, flush=True
    )


@contextlib.contextmanager
def _told_to_stop() -> Iterator[None]:
    """Leave the body at a stop signal, whatever it waits for; a second signal does not interrupt the cleaning up."""
    before = {number: signal.getsignal(number) for number in stop_signals()}

    def stop(*_: object) -> NoReturn:
        for number in before:
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in before:
        signal.signal(number, stop)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            yield
    finally:
        for number, previous in before.items():
            signal.signal(number, previous)
