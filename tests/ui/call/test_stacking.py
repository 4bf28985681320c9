"""Where popups stand: beside the tray icon, the newest nearest to it, none upon another."""

import json
import os
import subprocess
import sys
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from traydial.core.call import CallState
from traydial.core.events import CallChanged
from traydial.ui.call.popups import MARGIN, Popups

SIZE = 24


@pytest.fixture
def area(qapp):
    return QGuiApplication.primaryScreen().availableGeometry()


@pytest.fixture
def stack(commands, owner, views, call, qapp):
    """Show calls where the tray icon is at a place; return the frames of their popups, the newest first."""
    shown = []

    def stack(icon, names="abc"):
        popups = Popups(commands, commands.open_settings, lambda: icon, None, owner)
        shown.append(popups)
        for name in names:
            made = call(call_id=name, state=CallState.CONNECTED)
            popups.show(CallChanged(request_id=name, call=made), views[0])
        return [QRect(popup.pos(), popup.size()) for popup in reversed(popups.popups.values())]

    yield stack
    for popups in shown:
        popups.close()


def corner(area, name):
    """A tray icon in a corner of the screen."""
    x = area.left() if "left" in name else area.right() - SIZE
    y = area.top() if "top" in name else area.bottom() - SIZE
    return QRect(x, y, SIZE, SIZE)


@pytest.mark.parametrize("name", ["top left", "top right", "bottom left", "bottom right"])
def test_popups_stand_beside_the_icon_and_not_upon_it(stack, area, name):
    icon = corner(area, name)
    frames = stack(icon)
    for frame in frames:
        assert area.contains(frame)
        assert not frame.intersects(icon)
        assert (frame.center().x() < area.center().x()) is ("left" in name)
    distances = [abs(frame.center().y() - icon.center().y()) for frame in frames]
    assert distances == sorted(distances), "the newest is the nearest"
    assert distances[0] < frames[0].height() + SIZE + 2 * MARGIN
    for one, other in pairwise(frames):
        gap = one.top() - other.bottom() if "bottom" in name else other.top() - one.bottom()
        assert MARGIN - 2 <= gap <= MARGIN + 2


@pytest.mark.parametrize("name", ["top left", "bottom right"])
def test_a_panel_outside_the_free_area_keeps_its_own_room(stack, area, name):
    icon = corner(area, name)
    icon.translate(0, -SIZE if "top" in name else SIZE)
    (frame,) = stack(icon, "a")
    gap = frame.top() - area.top() if "top" in name else area.bottom() - frame.bottom()
    assert MARGIN - 2 <= gap <= MARGIN + 2
    side = frame.left() - area.left() if "left" in name else area.right() - frame.right()
    assert MARGIN - 2 <= side <= MARGIN + 2


def test_of_too_many_the_oldest_overlap_on_the_screen(stack, area):
    frames = stack(corner(area, "top right"), "abcdefghijkl")
    assert all(area.contains(frame) for frame in frames)
    assert frames[-1].top() == frames[-2].top()
    assert not frames[0].intersects(frames[1])


def test_the_others_move_up_when_one_goes(commands, owner, views, call, area, qapp):
    popups = Popups(commands, commands.open_settings, lambda: corner(area, "top right"), None, owner)
    counted = []
    popups.counted.connect(counted.append)
    for name in "ab":
        popups.show(CallChanged(request_id=name, call=call(call_id=name, state=CallState.CONNECTED)), views[0])
    nearest = popups.popups["b"].pos()
    popups.withdraw("b")
    assert popups.popups["a"].pos() == nearest
    assert counted == [1, 2, 1]
    popups.close()


def test_the_others_make_room_when_one_grows(commands, owner, views, call, area, qapp):
    popups = Popups(commands, commands.open_settings, lambda: corner(area, "top right"), None, owner)
    for name in "ab":
        popups.show(CallChanged(request_id=name, call=call(call_id=name, state=CallState.CONNECTED)), views[0])
    before = popups.popups["a"].y()
    popups.popups["b"].explain()
    assert popups.popups["a"].y() > before
    popups.close()


ON_THE_SECOND_SCREEN = """
import json, sys
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from traydial.core.errors import NumberRejected
from traydial.core.events import Declined
from traydial.ui.call.popups import Popups
app = QApplication(sys.argv[:1])
area = app.screens()[1].availableGeometry()
class Calling:
    def hang_up(self): ...
found = []
for at in ((area.left(), area.top()), (area.right() - 24, area.bottom() - 24)):
    popups = Popups(Calling(), app.quit, lambda: QRect(*at, 24, 24), None)
    for name in "ab":
        popups.show(Declined(request_id=name, input="x", error=NumberRejected("number_missing")), None)
    frames = [QRect(popup.pos(), popup.size()) for popup in reversed(popups.popups.values())]
    gap = frames[0].top() - at[1] - 24 if at[1] == area.top() else at[1] - frames[0].bottom()
    found.append([all(area.contains(frame) for frame in frames), frames[0].intersects(frames[1]), gap])
    popups.close()
print(json.dumps(found))
"""


def test_popups_stand_on_the_screen_of_the_icon(tmp_path):
    screens = [
        {
            "name": "left",
            "x": 0,
            "y": 0,
            "width": 1280,
            "height": 800,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
        {
            "name": "right",
            "x": 1280,
            "y": 700,
            "width": 1000,
            "height": 900,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen:configfile=screens.json"}
    run = [sys.executable, "-c", ON_THE_SECOND_SCREEN]
    done = subprocess.run(run, env=environ, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    for inside, overlap, gap in json.loads(done.stdout):
        assert (inside, overlap) == (True, False)
        assert MARGIN - 2 <= gap <= MARGIN + 2
