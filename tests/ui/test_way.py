"""How many calls and files lie between a click and the PBX; docs/architecture.md says what is counted.

Run it with `-s` to see the way.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections import defaultdict
from dataclasses import replace
from functools import partial
from pathlib import Path

import httpcore
import pytest
from PySide6.QtWidgets import QApplication, QPushButton

import traydial
from traydial.core import consent
from traydial.core.config import Level
from traydial.core.consent import Source
from traydial.core.dialplan import plan
from traydial.core.number import read
from traydial.services.engine import Engine
from traydial.services.worker import Worker
from traydial.system.instance import client
from traydial.system.paths import Paths
from traydial.ui.base.i18n import Language
from traydial.ui.call.popup import CallPopup
from traydial.ui.controller import Controller
from traydial.ui.instance.choice import instance_server
from traydial.ui.instance.socket import SocketConnection, SocketServer

# As in docs/architecture.md; a longer way needs a reason there.
LINK_CALLS, LINK_FILES = 30, 12
HANG_UP_CALLS, HANG_UP_CALLS_TO_THE_PBX = 7, 14
PACKAGE = Path(traydial.__file__).parent
GUI, DIALER, ACCOUNT, URGENT = threading.main_thread().name, "dialer", "account office", "account office, urgent"
LEAVES = httpcore.ConnectionPool.handle_request
STATIONS = {
    function.__code__
    for function in (
        SocketConnection.__init__,
        Worker.submit,
        read.read_link,
        plan.route,
        plan.plan,
        consent.decide,
        LEAVES,
    )
}


class Way:
    """The functions of the package that are on the stack at each station of one request, by thread.

    Stations are the pure doors, what is left to Qt's loop, the first job that a thread hands to the next one, and the
    request that leaves. The loop of a thread is not counted: it takes what comes from its queue.
    """

    def __init__(self, begins, *threads):
        self.threads = threads
        self._begins = {function.__code__ for function in begins}  # where it comes into the first thread
        self.over = threading.Event()
        self._handed_over = set()
        self._frames = defaultdict(dict)  # by id, and kept, so that no two have the same

    def __call__(self, frame, event, _argument):
        name = threading.current_thread().name
        if event != "call" or frame.f_code not in STATIONS or name not in self.threads or name in self._handed_over:
            return
        stack = []
        below = frame
        while below is not None:
            if Path(below.f_code.co_filename).is_relative_to(PACKAGE) and below.f_code is not Worker._run.__code__:
                stack.append(below)
            below = below.f_back
        if name == self.threads[0] and self._begins.isdisjoint(each.f_code for each in stack):
            return
        if frame.f_code is Worker.submit.__code__:
            if self.threads[self.threads.index(name) + 1 :][:1] != (frame.f_locals["self"]._name,):
                return
            self._handed_over.add(name)
        for counted in reversed(stack):
            self._frames[name].setdefault(id(counted), counted)
        if frame.f_code is LEAVES.__code__:
            self._handed_over.add(name)
            self.over.set()

    def calls(self, *threads):
        codes = [frame.f_code for thread in threads or self.threads for frame in self._frames[thread].values()]
        return [(code.co_qualname, str(Path(code.co_filename).relative_to(PACKAGE))) for code in codes]

    @property
    def files(self):
        return {file for _, file in self.calls()}

    def __str__(self):
        lines = [""]
        for thread in self.threads:
            lines += [thread, *(f"    {file}  {name}" for name, file in self.calls(thread))]
        return "\n".join((*lines, f"{len(self.calls())} calls, {len(self.files)} files"))


@pytest.fixture
def follow(qtbot):
    """Follow the next request through its threads until it leaves; those that start later are followed too."""
    way = None

    def called(frame, event, argument):
        if way is not None:
            way(frame, event, argument)

    def followed(act, begins, *threads):
        nonlocal way
        way = Way(begins, *threads)
        act()
        qtbot.waitUntil(way.over.is_set)
        made, way = way, None
        print(made)
        return made

    before = sys.getprofile()
    threading.setprofile(called)
    sys.setprofile(called)
    yield followed
    sys.setprofile(before)
    threading.setprofile(None)


@pytest.fixture
def tray(follow, qapp, qtbot, program):
    """The tray's program, connected to its PBX, with its socket."""
    program.store.update(lambda config: replace(config, consent=replace(config.consent, level=Level.FAST)))
    controller = Controller(lambda: program, Language(qapp), leave=lambda: None)
    engine = controller.engine
    folder = Paths.of(os.environ).runtime_dir
    server = instance_server(folder, link=partial(engine.dial, source=Source.LINK), request=engine.handle)
    assert server.listen()
    controller.open()
    qtbot.waitUntil(lambda: status(engine)["accounts"][0]["state"] == "ready")
    yield engine
    server.close()
    controller.close()


def status(engine):
    answers = queue.SimpleQueue()
    engine.handle({"command": "status"}, answers.put)
    return answers.get(timeout=10)


def click():
    folder = str(Paths.of(os.environ).runtime_dir)
    threading.Thread(target=client.hand_over, args=("tel:+390444123456", folder)).start()


def hang_up_button():
    for popup in QApplication.topLevelWidgets():
        if isinstance(popup, CallPopup) and popup.isVisible():
            for button in popup.findChildren(QPushButton):
                if button.text() == "&Hang up" and button.isVisible():
                    return button
    return None


def test_the_way_of_a_clicked_link_and_of_hanging_up_is_short(tray, follow, pbx, qtbot):
    link = follow(click, (SocketServer._accept, SocketConnection._read), GUI, DIALER, ACCOUNT)
    assert len(link.calls()) <= LINK_CALLS, str(link)
    assert len(link.files) <= LINK_FILES, str(link)
    qtbot.waitUntil(lambda: status(tray)["call"]["state"] == "accepted" and hang_up_button() is not None)
    hang_up = follow(lambda: hang_up_button().click(), (Engine.hang_up,), GUI, DIALER, URGENT)
    assert len(hang_up.calls(GUI, DIALER)) <= HANG_UP_CALLS, str(hang_up)
    assert len(hang_up.calls()) <= HANG_UP_CALLS_TO_THE_PBX, str(hang_up)
    qtbot.waitUntil(lambda: not pbx.pbx.switchboard.live())
