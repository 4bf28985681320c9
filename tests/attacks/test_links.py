"""C: links that mean harm, through the program that a desktop starts for a clicked link; nothing of them is dialled.

The account dials at once (level "fast"), so that only what a link holds stands before a call.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import traydial
from attacks import hostile
from attacks.tray import PROGRAM, number
from traydial.simulator.teleforge import Teleforge
from traydial.system.instance.client import SOCKET_NAME

FRONT_DOOR = [sys.executable, "-I", "-S", str(Path(traydial.__file__).with_name("__main__.py"))]
# Each link is judged for itself: none is turned away because many wait.
ASKS_WITHOUT_END = "import traydial.services.calling.dialer as door\ndoor.OPEN_QUESTIONS = 10**6\n" + PROGRAM
GOOD = number("teleforge")
LAST = number("teleforge", 9999)
ARGUMENTS = (
    "--yes",
    "-tel:+27820000001",
    "tel:--yes",
    "tel:-1",
    f"tel:{GOOD} --yes",
    f"tel:{GOOD}&tel:112",
    f"tel:{GOOD},tel:+27820000002",
    f"dial {GOOD} --yes",
    "javascript:tel:+27820000003",
    "file:///etc/passwd",
    "tel:$(id)",
    "tel:`id`",
    "tel:+2782000000%00",
    "tel:+27820000004%0Atel:112",
    "tel:+27820000005\nhangup",
    "tel:+27820000006\r",
    "tel:+27820000007\x1b]0;x\x07",
    "tel:\x85+27820000008",
    "tel:+27820000009\udcff",
)
BIDI = (
    "tel:\u202e9000002872+",
    "tel:+2782\u20660001234\u2069",
    "tel:+27\u061c820001234\u2028",
    "tel:%E2%80%AE9000002872%2B",
)
# From another script, or from none: what a person reads is not what would be dialled.
LOOK_ALIKES = (
    "tel:+\u0662\u0667820000010",
    "tel:\uff0b\uff12\uff17820000011",
    "tel:+27820\U0001d7ce00012",
    "tel:+27820O00013",
    "tel:+2782000OO14",
    "tel:+27820l00015",
    "tel:+27%38%32%30000016",
    "tel:\u2460\u2461\u2462",
)
CODES = (
    "tel:*21*600#",
    "tel:*21*600%23",
    "tel:%2A21%2A600%23",
    "tel:**21*600%23",
    "tel:%23%2331%23",
    "tel:#31#+27820000017",
    "tel:%23",
    "tel:*",
    "tel:*72600",
    "tel:*112",
    "tel:112%23",
    "callto:*21*600%23",
    "callto:tel:*21*600%23",
    "sip:*21*600%23@pbx.example.com",
    "sip:*21*600%23@pbx.example.com;user=phone",
    "tel:\uff0a21\uff0a600\uff03",
    "tel:\u221721\u2217600\u266f",
    "tel:%EF%BC%8A21%EF%BC%8A600%EF%BC%83",
    "tel:*21*600%23;ext=1",
    "tel:600;postd=*21%23",
    "tel:600;ext=*21%23",
    "tel:600,*21%23",
    "tel:600p*21%23",
    "tel:0*21*600%23",
    "tel:*21*600%23;phone-context=+27",
)
LONG = ("tel:" + "1" * 120_000, "tel:" + "*" * 20_000, "tel:+27" + "%30" * 15_000, "tel:" + "(" * 15_000)
SCRIPTED_CODES = ("*21*600#", "#31#", "**21*600#", "600,*21#", "\uff0a21\uff0a600\uff03", "*112", "tel:*21*600%23")


@pytest.fixture
def peer(start_peer):
    return start_peer(hostile.answers)


@pytest.fixture
def running(tray, peer):
    """A tray at a PBX that counts what is dialled."""
    tray.add(Teleforge(), peer.url)
    tray.configure(consent={"level": "fast", "link_gap_s": 0, "calls_per_minute": 100_000})
    tray.start(program=ASKS_WITHOUT_END)
    return tray


def click(tray, link):
    """Start the program as a desktop does, and return how it ended."""
    argv = [*FRONT_DOOR, link.encode("utf-8", "surrogateescape")]
    done = subprocess.run(argv, env=tray.environ, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr, link
    return done.returncode


def only_the_last_is_dialled(tray, peer):
    """One account dials in order: when this call has gone out, so has whatever was to be dialled before."""
    assert tray.dial(LAST, yes=True)["outcome"] == "accepted"
    bodies = [request.partition(b"\r\n\r\n")[2] for request in peer.requests if hostile.is_dial(request)]
    assert len(bodies) == 1, bodies
    assert "Traceback" not in tray.logged()


def test_a_hostile_link_dials_nothing(running, peer):
    links = (*ARGUMENTS, *BIDI, *LOOK_ALIKES, *CODES, *LONG)
    codes = Counter(click(running, link) for link in links)
    only_the_last_is_dialled(running, peer)
    print(f"{len(links)} links: exit codes {dict(codes)}")
    assert set(codes) <= {0, 2, 4}  # taken by the tray, no link at all, refused at the door


def test_a_link_without_harm_is_dialled(running, peer):
    """What the other tests of this file stand on: nothing but a link's harm keeps it from being dialled."""
    assert click(running, f"tel:{number('teleforge')}") == 0
    assert running.dial(LAST, yes=True)["outcome"] == "accepted"
    assert sum(map(hostile.is_dial, peer.requests)) == 2


def test_a_link_of_a_megabyte_and_one_with_a_nul_dial_nothing(running, peer):
    """No argument may be so long or hold a NUL; a program that writes to the socket itself is not so bound."""
    for line in (b"tel:" + b"1" * 1_000_000, b"tel:+27820000018\0", b"tel:+2782\x0000019", b"\0tel:+27820000020"):
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(20)
            client.connect(f"{running.folder}/{SOCKET_NAME}")
            try:
                client.sendall(line + b"\n")
                answer = client.recv(100)
            except (BrokenPipeError, ConnectionResetError):
                answer = b""
        assert answer in (b"", b"no\n"), line[:40]
    only_the_last_is_dialled(running, peer)


def test_a_script_gets_no_code_dialled_without_yes(running, peer):
    for code in SCRIPTED_CODES:
        answer = running.dial(code)
        assert answer["outcome"] in ("needs_answer", "refused"), answer
        assert answer["outcome"] == "refused" or "feature_code" in answer["reasons"]
    only_the_last_is_dialled(running, peer)
