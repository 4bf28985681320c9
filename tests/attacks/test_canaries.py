"""D: secrets are looked for in all that the program leaves: files, log, answers, arguments, environment."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from attacks.tray import PROGRAM, number
from desktop import session
from traydial.simulator import catalog
from traydial.simulator.faults import Fault

AT_DEBUG = f"""
import logging
from traydial.system.logs import Logs
Logs.open.__kwdefaults__["level"] = logging.DEBUG
{PROGRAM}"""
# As a defect of ours or of a library would: what it says holds every secret. The report is the Diagnostics window's.
CRASHING = f"""
import os, threading
from pathlib import Path
import traydial.services.diagnostics as diagnostics
from traydial.services import accounts
from traydial.ui.controller import Controller
from traydial.wire.http import HttpSession
load_secrets, report = accounts.load_secrets, diagnostics.report
known = []
def load(*arguments):
    found = load_secrets(*arguments)
    known.extend(secret.reveal() for secret in found.values())
    return found
def kept(*arguments):
    text = report(*arguments)
    Path(os.environ["TRAYDIAL_HOME"], "report").write_text(text)
    return text
def crash(*_arguments, **_options):
    raise RuntimeError(f"crashed with {{known}} {{' '.join(known)}}")
def crash_twice(*_arguments):
    threading.Thread(target=crash).start()
    crash()
accounts.load_secrets, diagnostics.report = load, kept
HttpSession.request, Controller.open_dial_window = crash, crash_twice
{AT_DEBUG.replace("run_tray(os.environ, secrets,", "run_tray(os.environ, None,")}"""
FAULTS = (None, Fault.WRONG_CREDENTIALS, Fault.EXPIRED_SESSION, Fault.HTML, Fault.ERROR_500, Fault.RESET)
LEAST = 6  # shorter secrets are part of many ordinary words


def forms(secret: str) -> set[bytes]:
    """Return how a secret may be written, also as the end of "user:password" in base64."""
    raw = secret.encode()
    written = {raw, quote(secret, safe="").encode(), quote_plus(secret).encode(), json.dumps(secret)[1:-1].encode()}
    for before in range(3):
        encoded = b64encode(b"x" * before + raw)
        written.add(encoded[(before * 8 + 5) // 6 : (before + len(raw)) * 8 // 6])
    return {form for form in written if len(form) >= LEAST}


def test_no_secret_is_left_anywhere_at_debug(tray, start_pbx):
    pbxs = [start_pbx(pbx_id) for pbx_id in catalog.ids()]
    canaries = set()
    for pbx in pbxs:
        tray.add(pbx.pbx, pbx.url)
        for secret in pbx.pbx.account(pbx.url).secrets.values():
            canaries |= forms(secret)
    tray.start(program=AT_DEBUG)
    said = []
    for pbx in pbxs:
        for index, fault in enumerate(FAULTS):
            if fault is not None and str(fault) in pbx.faults.names:
                pbx.faults.set(fault)
            said.append(tray.dial(number(pbx.pbx.id, index), account=pbx.pbx.id, yes=True))
            said.append(tray.ask(command="hangup"))
            pbx.faults.clear()
    said += [tray.ask(command="status"), tray.ask(command="doctor")]
    places = places_of(tray, said)
    assert {"logs/traydial.log", "data/history.sqlite", "config/config.toml"} <= places.keys()
    assert b" DEBUG " in places["logs/traydial.log"]
    nothing_is_found(canaries, places)


@pytest.fixture
def with_a_keyring(tray, tmp_path):
    """The tray on a bus that has a Secret Service."""
    env = session.private_environment(tmp_path)
    with session.session_bus(env) as address:
        keyring = session.SecretService(env | {"DBUS_SESSION_BUS_ADDRESS": address}, tmp_path / "keyring")
        keyring.start()
        tray.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        yield tray
        tray.close()
        keyring.stop()


@pytest.mark.desktop
def test_no_secret_of_the_keyring_is_left_by_a_crash(with_a_keyring, start_pbx):
    """A defect in an account's thread, in the window's and in another one, each with every secret in its words."""
    tray, canaries = with_a_keyring, set()
    pbxs = [start_pbx(pbx_id) for pbx_id in catalog.ids()]
    for pbx in pbxs:
        account = pbx.pbx.account(pbx.url)
        words = [f"--set={key}={value}" for key, value in account.settings.items()]
        words += [f"--secret={key}" for key in account.secrets]
        typed = "".join(f"{secret}\n" for secret in account.secrets.values())
        added = tray.run("account", "add", pbx.pbx.id, "--pbx", pbx.pbx.id, *words, "--json", input=typed)
        assert added.returncode == 0, added
        for secret in account.secrets.values():
            canaries |= forms(secret)
    with (tray.home / "stderr").open("w") as stderr:
        tray.start(program=CRASHING, stderr=stderr)
        said = [tray.dial(number(pbx.pbx.id), account=pbx.pbx.id, yes=True) for pbx in pbxs]
        said += [tray.ask(command="show"), tray.ask(command="doctor"), tray.ask(command="status")]
        places = places_of(tray, said)
    log = places["logs/traydial.log"]
    assert log.count(b"RuntimeError: crashed with") >= len(pbxs) + 2
    assert b"crashed with ['***'" in log, "no secret was in its words"
    assert places["report"].count(b"crashed with") >= 1
    nothing_is_found(canaries, places)


def places_of(tray, said):
    """Return by name what the program has said and left, and what other programs see of it."""
    process = Path(f"/proc/{tray.pid}")
    places = {"answers": json.dumps(said).encode()}
    places |= {name: (process / name).read_bytes() for name in ("cmdline", "environ")}
    files = (path for path in tray.home.rglob("*") if path.is_file())
    return places | {str(path.relative_to(tray.home)): path.read_bytes() for path in files}


def nothing_is_found(canaries, places):
    found = [(place, form) for place, content in places.items() for form in canaries if form in content]
    print(f"{len(canaries)} forms of secrets in {len(places)} places: {len(found)} found")
    assert found == []
