"""The life of a call at every PBX, from a clicked link to its end: what all that shows it says at each step.

A picture of each step is kept. The icon is where KDE has it, so that tooltip and menu can be read word by word.
"""

from __future__ import annotations

import subprocess
from contextlib import ExitStack

import pytest

from desktop.lights import light_in
from redis_server import RedisServer
from traydial.core.adapter import RECORDS, Capability
from traydial.services.registry import Registry
from traydial.simulator import catalog
from traydial.simulator.faults import Fault
from traydial.simulator.phone import Phone
from traydial.simulator.server import Server
from traydial.simulator.teleforge import Teleforge
from traydial.words.calls import CALL_STATES, RECORDINGS

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]

NUMBERS = {
    "noojee": ("AU", "+61383208100"),
    "tel4vn": ("VN", "+842438251234"),
    "teleforge": ("ZA", "+27820001234"),
    "tvox": ("IT", "+390444123456"),
}
# What a PBX reports while the user picks up, the other end answers, and the call ends at a phone.
TELLS = {
    "noojee": ("ringing_agent", "ringing_callee", "connected", "ended"),
    "tel4vn": ("ringing_agent", "", "connected", "ended"),
    "teleforge": ("accepted", "", "", "ended"),
    "tvox": ("accepted", "", "", ""),
}
LIGHTS = {"requested": "dialling", "ringing_agent": "dialling", "ringing_callee": "dialling", "ended": "idle"}
DONE = ("ended", "refused")


class Desk:
    """A user's desktop: one account at one PBX, the tray, the phones at both ends, and all that shows the call."""

    def __init__(self, traydial, host, server):
        self.server = server
        self.pbx = server.pbx.id
        self.spec = Registry().spec(self.pbx)
        self.board = server.pbx.switchboard
        self.board.answers_at_once = False
        self.phone = Phone(self.board).do
        region, self.number = NUMBERS[self.pbx]
        traydial.add_account(server, region=region)
        traydial.configure(level="fast")
        self.traydial = traydial
        self.item = traydial.start_at(host)

    @property
    def can(self):
        return self.spec.capabilities

    @property
    def silent(self):
        return "off" if self.can & RECORDS else "unsupported"

    def click(self):
        """Click a link: this is what a browser runs."""
        subprocess.run(["xdg-open", f"tel:{self.number}"], env=self.traydial.env, check=True)

    def follow(self, *words):
        """The phones do what `words` say, step by step, and the PBX reports it."""
        for word, told in zip(("", *words), TELLS[self.pbx], strict=False):
            if word:
                self.phone(word)
            if told:
                self.says(told)

    def says(self, state, recording="", *, light="", popup="", tooltip="", picture=""):
        """Wait until popup, tooltip, status and history show it; then the icon and the menu have to be right."""
        recording = recording or self.silent
        on = recording == "on"
        light = light or ("recording" if on else LIGHTS.get(state, "call"))
        self.traydial.says(popup or CALL_STATES[state])
        self.item.wait_for(tooltip or self._tooltip(state, recording))
        if state in DONE:
            assert self.traydial.done("status")["call"] is None
        else:
            assert self.traydial.call(state=state, recording=recording)["account"] == self.pbx
        self.traydial.picture(f"{picture or self.pbx}-{state}-{recording}")
        assert light_in(self.item.picture) == light
        record, hang_up = (self.item.menu()[self.words(begin)] for begin in ("Record", "Hang up"))
        assert (record.enabled, record.checked) == (self._can_record(state), on)
        assert hang_up.enabled is self._can_hang_up(state)
        entry = self.traydial.last_call(state=state)
        assert (entry["e164"], entry["source"], entry["pbx"]) == (self.number, "link", self.pbx)
        assert not on or entry["recorded"]

    def words(self, begin):
        """The line of the menu that begins so; a greyed one gives the reason."""
        return next(line for line in self.item.menu() if line.startswith(begin))

    def _tooltip(self, state, recording):
        if state in DONE:
            return "^Traydial – Ready$"
        time = f" · {RECORDINGS[recording]} · [0-9]{{2}}:[0-9]{{2}}" if recording == "on" else ""
        return f"^Traydial – .* · {CALL_STATES[state]}{time}$"

    def _can_record(self, state):
        return bool(self.can & RECORDS) and state != "requested"

    def _can_hang_up(self, state):
        return state not in DONE and (state == "requested" or Capability.HANG_UP in self.can)


@pytest.fixture
def start_desk(traydial, status_host, links_come_to_us):
    """Call it with a simulated PBX to get a desktop with an account there."""
    with ExitStack() as stack:
        yield lambda pbx: Desk(traydial, status_host, stack.enter_context(Server(pbx)))


@pytest.fixture
def desk(request, start_desk):
    return start_desk(catalog.simulated(request.param))


@pytest.fixture
def redis(tmp_path):
    """A redis-server, where Teleforge reports how its calls ended."""
    server = RedisServer(tmp_path).start()
    yield server
    server.stop()


at_noojee = pytest.mark.parametrize("desk", ["noojee"], indirect=True)
at_tel4vn = pytest.mark.parametrize("desk", ["tel4vn"], indirect=True)
at_tvox = pytest.mark.parametrize("desk", ["tvox"], indirect=True)


def connect(desk):
    desk.click()
    desk.follow("answer", "callee answers")


@pytest.mark.parametrize("desk", ["noojee", "tvox"], indirect=True)
def test_a_call_that_is_recorded_and_hung_up_from_the_menu(desk):
    connect(desk)
    state = desk.traydial.done("status")["call"]["state"]
    for recording in ("on", "off"):
        desk.item.choose("Record call")
        desk.says(state, recording)
        assert [call.recording for call in desk.board.calls] == [recording == "on"]
    desk.item.choose("Hang up")
    desk.says("ended")
    assert desk.board.live() == ()
    assert len(desk.board.calls) == 1


def only_the_phone_ends_it(desk):
    connect(desk)
    assert desk.words("Record") == f"Record call – not offered by {desk.spec.name}"
    assert desk.words("Hang up") == f"Hang up – not offered by {desk.spec.name}"
    desk.phone("hang up")
    desk.says("ended")
    assert desk.traydial.last_call()["answer"]
    assert len(desk.board.calls) == 1


@at_tel4vn
def test_a_call_at_tel4vn_is_followed_to_its_end(desk):
    only_the_phone_ends_it(desk)


def test_a_call_at_teleforge_is_told_of_at_its_end(start_desk, redis):
    only_the_phone_ends_it(start_desk(Teleforge(redis_url=redis.url)))


@at_noojee
def test_events_that_come_late_are_shown_when_they_come_and_not_before(desk):
    desk.click()
    desk.follow("answer")
    desk.phone("hold events")
    desk.phone("callee answers")
    desk.says("ringing_callee", picture="late")
    desk.phone("release events")
    desk.says("connected", picture="late")


@at_noojee
def test_an_event_that_is_lost_is_made_up_for_by_the_next(desk):
    desk.click()
    desk.follow()
    desk.phone("drop event")
    desk.phone("answer")
    desk.phone("callee answers")
    desk.says("connected", picture="lost")


@at_noojee
def test_another_call_of_the_same_phone_is_none_of_ours(desk):
    connect(desk)
    desk.phone("another call")
    ours, other = desk.board.calls
    desk.item.choose("Record call")
    desk.says("connected", "on", picture="foreign")
    assert [desk.board.find(call.call_id).recording for call in (ours, other)] == [True, False]
    desk.phone("another call ends")
    desk.says("connected", "on", picture="foreign")
    desk.phone("another call")
    desk.item.choose("Hang up")
    desk.says("ended", picture="foreign")
    assert [call.foreign for call in desk.board.live()] == [True]


@at_noojee
def test_a_recording_that_cannot_be_stopped_stays_lit_and_is_shouted(desk):
    connect(desk)
    desk.item.choose("Record call")
    desk.says("connected", "on")
    desk.phone("refuse stop")
    desk.item.choose("Record call")
    desk.item.wait_for("^Traydial – Still recorded!")
    desk.says("connected", "on", light="problem", popup="Still recorded!", picture="refused-stop")
    assert desk.board.live()[0].recording


@at_tvox
def test_a_call_is_cancelled_while_the_pbx_does_not_answer(desk):
    desk.server.faults.set(Fault.HANG, at="dial")
    desk.click()
    desk.server.journal.wait_for(lambda entry: entry.action == "dial", 20)
    desk.says("requested", picture="hang")
    desk.item.choose("Hang up")
    desk.says("unknown", light="problem", picture="hang")
    assert desk.traydial.last_call()["error"] == "cancelled"  # not timed out
    assert len(desk.board.calls) == 1


@at_tvox
def test_a_call_is_cancelled_from_the_popup_by_the_keyboard(desk):
    desk.server.faults.set(Fault.HANG, at="dial")
    desk.click()
    desk.says("requested", picture="hang-popup")
    desk.item.choose("Go to the call window")
    desk.traydial.has_keyboard(CALL_STATES["requested"])
    desk.traydial.press("space")
    desk.says("unknown", light="problem", picture="hang-popup")
    assert desk.traydial.last_call()["error"] == "cancelled"


@at_noojee
def test_a_connection_that_breaks_leaves_the_outcome_open(desk):
    desk.server.faults.set(Fault.RESET, at="dial")
    desk.click()
    desk.says("unknown", light="problem", picture="reset")
    assert desk.traydial.last_call()["error"] == "outcome_unknown"
    assert len(desk.server.journal.of("dial")) == 1


@at_tel4vn
def test_a_busy_phone_is_told(desk):
    desk.server.faults.set(Fault.BUSY)
    desk.click()
    desk.says("refused", light="problem", tooltip="Phone is busy", picture="busy")
    assert desk.traydial.last_call()["error"] == "device_busy"
    assert desk.board.calls == ()
