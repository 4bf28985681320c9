"""What it costs to listen to a call at a PBX that reports its states, and that nothing listens without a call."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import process
from ground import TRAYDIAL, Ground, add_account
from table import Row, Sample
from traydial.simulator.noojee import Noojee
from traydial.simulator.server import Server

LISTEN_S, QUICK_LISTEN_S = 35.0, 5.0  # a question to Noojee stays open for 30 s when nothing happens
BUBBLE_S = 12.0  # after so long the popup of a call has gone
NUMBER = "+61383208100"


class Costs(NamedTuple):
    wake_ups: Sample
    connections: Sample
    requests: Sample


def measured(ground: Ground, *, quick: bool) -> Iterator[Row]:
    """Measure one tray, first without a call and then in one."""
    seconds = QUICK_LISTEN_S if quick else LISTEN_S
    with Server(Noojee()) as server, tempfile.TemporaryDirectory(prefix="traydial-bench-") as home:
        ground = replace(ground, env=ground.env | {"TRAYDIAL_HOME": home})
        add_account(ground.env, server, region="AU")
        with ground.tray() as tray:
            at_rest = costs(tray.pid, server, seconds)
            subprocess.run([TRAYDIAL, "dial", NUMBER], env=ground.env, check=True, capture_output=True)
            server.journal.wait_for(lambda entry: entry.action == "subscribe", 20)
            listening = costs(tray.pid, server, seconds)
    what = "Wake-ups while a call is listened to, against a tray without one"
    yield Row(what, listening.wake_ups, at_rest.wake_ups, 1.0, absolute=True)
    what = "Connections to the PBX while a call is listened to, against a tray without one"
    yield Row(what, listening.connections, at_rest.connections, 2.0, absolute=True)
    what = "Requests to the PBX without a call, against a tray that listens to one"
    yield Row(what, at_rest.requests, listening.requests, 0.0, absolute=True)


def costs(pid: int, server: Server, seconds: float) -> Costs:
    """Watch a tray for `seconds`, once it has come to rest."""
    process.wait_for_rest(pid, quiet_s=BUBBLE_S)
    before = len(server.journal.entries)
    wake_ups = process.wake_ups(pid, seconds) / seconds
    requests = (len(server.journal.entries) - before) / seconds
    connections = process.connections(pid, server.port)
    return Costs(Sample((wake_ups,), "/s"), Sample((float(connections),), "open"), Sample((requests,), "/s"))
