"""D: secrets are looked for in all that the program leaves: files, log, answers, arguments, environment."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from urllib.parse import quote, quote_plus

from attacks.tray import PROGRAM, number
from traydial.simulator import catalog
from traydial.simulator.faults import Fault

AT_DEBUG = f"""
import logging
from traydial.system.logs import Logs
Logs.open.__kwdefaults__["level"] = logging.DEBUG
{PROGRAM}"""
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
    process = Path(f"/proc/{tray.pid}")
    places = {"answers": json.dumps(said).encode()}
    places |= {name: (process / name).read_bytes() for name in ("cmdline", "environ")}
    places |= {str(path.relative_to(tray.home)): path.read_bytes() for path in tray.home.rglob("*") if path.is_file()}
    assert {"logs/traydial.log", "data/history.sqlite", "config/config.toml"} <= places.keys()
    assert b" DEBUG " in places["logs/traydial.log"]
    found = [(place, form) for place, content in places.items() for form in canaries if form in content]
    print(f"{len(canaries)} forms of secrets in {len(places)} places after {len(said)} requests: {len(found)} found")
    assert found == []
