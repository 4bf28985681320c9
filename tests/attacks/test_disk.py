"""E: the disk: kills while files are written, full and read-only disks, broken files."""

from __future__ import annotations

import itertools
import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from attacks import hostile
from attacks.surroundings import unshare_works
from attacks.tray import Tray, number
from traydial.core.consent import SAME_CALL_S
from traydial.simulator.teleforge import Teleforge

CHANGES_CONFIG = """
import itertools, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from traydial.services.config_store import ConfigStore
store = ConfigStore(Path(sys.argv[1]), now=lambda: datetime.now(UTC))
print("ready", flush=True)
for turn in itertools.count():
    store.update(lambda config: replace(config, language="it" * (turn % 2 * 500), region="IT"))
"""
JUMPS = ("-10y", "+10y", "-50y", "+1h", "+0", "-1h", "-40d", "+0")
BROKEN = {
    "empty": b"",
    "random": random.Random(3).randbytes(4096),  # noqa: S311 - the same bytes each time
    "NUL": bytes(1000),
    "half": b"SQLite format 3\x00half",
}


@pytest.fixture
def peer(start_peer):
    return start_peer(hostile.answers)


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.heavy)])
def test_kills_while_the_configuration_is_written(tray, kills):
    tray.configure(consent={"undo_s": 1.5})
    chance = random.Random(kills)  # noqa: S311 - the same moments each time
    argv = [sys.executable, "-c", CHANGES_CONFIG, str(tray.config_file)]
    for _ in range(kills):
        with subprocess.Popen(argv, env=tray.environ, stdout=subprocess.PIPE, text=True) as writing:
            assert writing.stdout.readline() == "ready\n"
            with pytest.raises(subprocess.TimeoutExpired):
                writing.wait(chance.uniform(0, 0.05))
            writing.kill()
        assert tray.store().load().consent.undo_s == 1.5
    left = sorted(path.name for path in tray.config_file.parent.iterdir() if "broken" in path.name)
    assert left == []


@pytest.mark.parametrize("kills", [3, pytest.param(50, marks=pytest.mark.heavy)])
def test_kills_while_calls_are_placed_and_written(private_home, peer, kills):
    """Every call reported as accepted is in the history, and nothing is dialled a second time by the next tray."""
    chance = random.Random(kills)  # noqa: S311 - the same moments each time
    told = []
    index = 0
    for _ in range(kills):
        tray = Tray(private_home)
        if not told:
            tray.add(Teleforge(), peer.url)
        tray.know(Teleforge(), peer.url)
        tray.start()
        for _ in range(chance.randrange(1, 8)):
            index += 1
            assert tray.dial(number("teleforge", index), yes=True)["outcome"] == "accepted"
            told.append(number("teleforge", index))
        tray.process.kill()
        tray.close()
    calls = json.loads(tray.run("history", "--limit", "1000", "--json").stdout)["calls"]
    assert sorted(call["e164"] for call in calls) == sorted(told)
    dials = [request for request in peer.requests if hostile.is_dial(request)]
    assert len(dials) == len(told)
    with sqlite3.connect(private_home / "data" / "history.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


@pytest.mark.parametrize("kills", [2, pytest.param(30, marks=pytest.mark.heavy)])
def test_kills_in_the_middle_of_a_dial(private_home, start_peer, kills):
    """The PBX has read the dial and the tray is gone: nobody dials it again, and what came of it is told as unknown."""
    killing = hostile.KillsTheCaller()
    peer = start_peer(killing)
    for index in range(kills):
        tray = Tray(private_home)
        if index == 0:
            tray.add(Teleforge(), peer.url)
            tray.configure(consent={"level": "fast"})
        tray.know(Teleforge(), peer.url)
        tray.start()
        killing.pid = tray.pid
        tray.click(f"tel:{number('teleforge', index)}")
        assert tray.process.wait(20) == -signal.SIGKILL
        tray.close()
    tray = Tray(private_home)
    tray.know(Teleforge(), peer.url)
    tray.start()
    tray.ask(command="status")
    tray.close()
    calls = json.loads(tray.run("history", "--limit", "1000", "--json").stdout)["calls"]
    assert [call["state"] for call in calls] == ["unknown"] * kills
    assert sum(map(hostile.is_dial, peer.requests)) == kills


@pytest.mark.heavy
def test_a_clock_that_jumps_costs_no_call_and_places_none_twice(tray, peer, tmp_path):
    """Only the time of day jumps, as when a network's time arrives or a person sets it."""
    [library] = Path("/usr/lib").glob("*/faketime/libfaketime.so.1")
    offset = tmp_path / "offset"
    offset.write_text("+0")
    tray.environ |= {"LD_PRELOAD": str(library), "FAKETIME_TIMESTAMP_FILE": str(offset), "FAKETIME_NO_CACHE": "1"}
    tray.environ |= {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"}
    tray.add(Teleforge(), peer.url)
    tray.start()
    years = set()
    numbers = (number("teleforge", index) for index in itertools.count())
    for jump in JUMPS:
        took_s = SAME_CALL_S
        while took_s >= SAME_CALL_S:  # on a busy machine
            wanted, begun_s = next(numbers), time.monotonic()
            assert tray.dial(wanted, yes=True)["outcome"] == "accepted", jump
            offset.write_text(jump)
            again = tray.dial(wanted, yes=True)
            took_s = time.monotonic() - begun_s
        assert again["outcome"] == "refused", jump
        assert again["error"]["code"] == "already_calling", jump
        latest = json.loads(tray.run("history", "--json").stdout)["calls"][0]
        assert latest["e164"] == wanted
        years.add(latest["at"][:4])
    print(f"{len(JUMPS)} jumps, calls in the years {sorted(years)}")
    assert len(years) > 2, "no clock has jumped"
    assert "Traceback" not in tray.logged()


@pytest.mark.heavy
@pytest.mark.parametrize("kind", BROKEN)
def test_broken_files_of_data_cost_no_call(tray, peer, kind):
    data = tray.home / "data"
    data.mkdir(parents=True)
    for name in ("history.sqlite", "history.sqlite-wal", "facts.json"):
        (data / name).write_bytes(BROKEN[kind])
    tray.add(Teleforge(), peer.url)
    tray.start()
    assert tray.dial(number("teleforge"), yes=True)["outcome"] == "accepted"
    assert "Traceback" not in tray.logged()


def test_a_history_of_a_newer_version_costs_no_call_and_is_kept(tray, peer):
    data = tray.home / "data"
    data.mkdir(parents=True)
    with sqlite3.connect(data / "history.sqlite") as database:
        database.execute("CREATE TABLE calls (other TEXT)")
        database.execute("INSERT INTO calls VALUES ('kept')")
        database.execute("PRAGMA user_version = 99")
    database.close()
    tray.add(Teleforge(), peer.url)
    tray.start()
    assert tray.dial(number("teleforge"), yes=True)["outcome"] == "accepted"
    assert "Traceback" not in tray.logged()
    with sqlite3.connect(data / "history.sqlite") as database:
        assert database.execute("SELECT other FROM calls").fetchall() == [("kept",)]
    database.close()


@pytest.mark.skipif(not unshare_works(), reason="a small disk of one's own needs Linux and user namespaces")
def test_a_full_disk_costs_no_call(tray, peer):
    """The configuration fits; then the disk is filled to the last byte, and calls go on."""
    tray.add(Teleforge(), peer.url)
    disk = tray.home / "disk"
    disk.mkdir()
    script = (
        'mount -t tmpfs -o size=256k none "$1" && cp -r "$2" "$1/config" && TRAYDIAL_HOME="$1" && export TRAYDIAL_HOME'
        ' && (cat /dev/zero > "$1/filler" 2>/dev/null || true) && shift 2 && exec "$@"'
    )
    dial = [sys.executable, "-m", "traydial", "dial", number("teleforge"), "--yes", "--json"]
    argv = ["unshare", "-rm", "sh", "-c", script, "sh", str(disk), str(tray.config_file.parent), *dial]
    done = subprocess.run(argv, env=tray.environ, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout)["outcome"] == "accepted", done
    assert sum(map(hostile.is_dial, peer.requests)) == 1
    change = [sys.executable, "-m", "traydial", "account", "default", "teleforge", "--json"]
    done = subprocess.run([*argv[: -len(dial)], *change], env=tray.environ, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout)["error"]["code"] == "config_unreadable"


@pytest.mark.heavy
@pytest.mark.skipif(not unshare_works(), reason="a read-only disk needs Linux and user namespaces")
def test_a_read_only_home_is_told(tray, peer):
    tray.add(Teleforge(), peer.url)
    script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'
    home = str(tray.home)
    for words in (["status"], ["account", "list"], ["account", "default", "teleforge"], ["history"], ["doctor"]):
        argv = ["unshare", "-rm", "sh", "-c", script, "sh", home, sys.executable, "-m", "traydial", *words, "--json"]
        done = subprocess.run(argv, env=tray.environ, capture_output=True, text=True, timeout=60)
        assert "Traceback" not in done.stderr, words
        answer = json.loads(done.stdout)
        if words[-1] == "teleforge":
            assert answer["error"]["code"] == "config_unreadable"
