"""A tray that is killed in the middle of a call, and the next one: it shows no call and no recording that is not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from traydial.simulator.faults import Fault
from traydial.simulator.phone import Phone

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]

LINK, NEXT_LINK = "tel:+61383208100", "tel:+61383208111"


@pytest.fixture
def pbx(start_pbx, traydial):
    """A simulated Noojee, with an account, whose phones ring until they are picked up."""
    server = start_pbx("noojee")
    server.pbx.switchboard.answers_at_once = False
    traydial.add_account(server, region="AU")
    traydial.configure(level="fast")
    return server


def click(traydial, link):
    subprocess.run([sys.executable, "-m", "traydial", link], env=traydial.env, check=True, timeout=60)


def reach_requested(traydial, pbx):
    pbx.faults.set(Fault.HANG, at="dial")
    click(traydial, LINK)
    assert pbx.journal.wait_for(lambda entry: entry.action == "dial", 20)
    traydial.call(state="requested")
    traydial.shows("dialling")


def reach_ringing(traydial, pbx):
    click(traydial, LINK)
    traydial.call(state="ringing_agent")
    traydial.shows("dialling")


def reach_connected(traydial, pbx):
    reach_ringing(traydial, pbx)
    phone = Phone(pbx.pbx.switchboard)
    phone.do("answer")
    phone.do("callee answers")
    traydial.call(state="connected")
    traydial.shows("call")


def reach_recording(traydial, pbx):
    reach_connected(traydial, pbx)
    traydial.done("record", "start")
    traydial.call(recording="on")
    traydial.shows("recording")


@pytest.mark.parametrize("reach", [reach_requested, reach_ringing, reach_connected, reach_recording])
def test_the_next_tray_shows_nothing_that_is_not_and_takes_over(reach, traydial, pbx):
    recorded = reach is reach_recording
    traydial.start()
    reach(traydial, pbx)
    traydial.picture(f"killed-{reach.__name__}")
    killed = traydial.pid()
    traydial.kill()
    assert traydial.done("status")["tray"] is False
    pbx.faults.clear()
    traydial.start()
    assert traydial.pid() not in (0, killed)
    assert traydial.done("status")["call"] is None
    traydial.shows("idle")
    assert [window.kind for window in traydial.windows()] == ["icon"]
    assert traydial.last_call()["state"] == "unknown"
    assert traydial.last_call()["recorded"] is recorded
    assert len(pbx.journal.of("dial")) == 1
    click(traydial, NEXT_LINK)
    traydial.call(state="ringing_agent")
    traydial.shows("dialling")
    assert len(pbx.journal.of("dial")) == 2


def test_a_link_finds_the_socket_of_a_killed_tray_and_starts_another(traydial, pbx):
    traydial.start()
    reach_connected(traydial, pbx)
    traydial.kill()
    click(traydial, NEXT_LINK)
    traydial.call(state="ringing_agent")
    traydial.shows("dialling")
    newest, killed = traydial.done("history")["calls"]
    assert (newest["e164"], killed["state"]) == (NEXT_LINK.removeprefix("tel:"), "unknown")
    assert len(pbx.journal.of("dial")) == 2
