"""Calls on a desktop that shows messages with buttons: Debian's notification-daemon, and the mouse of the X server."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QImage, qGray

from desktop.session import Window, running
from traydial.core.config import PopupPlace
from traydial.services.config_store import ConfigStore
from traydial.system.instance import client
from traydial.system.paths import Paths

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]

LINK = "tel:+390444123456"
DAEMON = "/usr/lib/notification-daemon/notification-daemon"
SERVICE = "org.freedesktop.Notifications"
BETWEEN_BUTTONS = 15  # pixels; between two words of one button there are fewer
INK = 128  # text is darker


class Messages:
    """What the desktop's notification service shows."""

    def __init__(self, daemon, screen, traydial):
        self._daemon = daemon
        self._screen = screen
        self._traydial = traydial

    def windows(self):
        return [window for window in self._screen.windows(self._daemon.pid) if window.width > 100]

    def wait_for_one(self):
        self._screen.wait_until(self.windows, what="a message")

    def crash(self):
        """End the service with what it shows."""
        self._daemon.kill()
        self._daemon.wait()

    def press(self, place, *, of):
        """Press the button at `place` once the message has `of` buttons."""
        buttons = self._screen.wait_until(lambda: self._buttons(of), what=f"{of} buttons")
        self._traydial.click(buttons[place])

    def wait_until_gone(self):
        self._screen.wait_until(lambda: not self.windows(), what="an end of the message")

    def _buttons(self, count):
        """Find the buttons by their texts, which stand in the last row: nothing else shows where they are."""
        windows = self.windows()
        if not windows:
            return None
        message = windows[0]
        image = QImage(str(self._traydial.picture("message")))
        top, bottom = message.y + message.height * 2 // 3, message.y + message.height - 10
        row = range(message.x + 10, message.x + message.width - 10)
        inked = [x for x in row if any(qGray(image.pixel(x, y)) < INK for y in range(top, bottom))]
        groups = [[x] for x in inked[:1]]
        for x in inked[1:]:
            if x - groups[-1][-1] > BETWEEN_BUTTONS:
                groups.append([])
            groups[-1].append(x)
        if len(groups) != count:
            return None
        return [Window(0, group[0], top, group[-1] - group[0], bottom - top, "button") for group in groups]


@pytest.fixture
def pbx(start_pbx, traydial):
    server = start_pbx("tvox")
    traydial.add_account(server, region="IT")
    return server


@pytest.fixture
def messages(desktop_session, screen, traydial):
    with running([DAEMON], desktop_session) as daemon:
        wait = ["gdbus", "wait", "--session", "--timeout", "20", SERVICE]
        subprocess.run(wait, env=desktop_session, check=True)
        yield Messages(daemon, screen, traydial)


@pytest.fixture
def click_a_link(traydial):
    return lambda: client.hand_over(LINK, str(Paths.of(traydial.env).runtime_dir))


def test_a_call_is_cancelled_by_the_button_of_the_message(traydial, pbx, messages, click_a_link):
    traydial.configure(undo_s=20.0)
    traydial.start()
    click_a_link()
    messages.press(0, of=2)
    messages.wait_until_gone()
    assert [call["state"] for call in traydial.done("history")["calls"]] == ["cancelled"]
    assert traydial.done("status")["call"] is None
    assert not pbx.journal.of("dial")


def test_a_call_is_recorded_and_ended_by_the_buttons_of_the_message(traydial, pbx, messages, click_a_link):
    traydial.configure(level="fast")
    traydial.start()
    click_a_link()
    messages.press(1, of=3)
    traydial.call(recording="on")
    traydial.picture("message-of-a-recorded-call")
    messages.press(0, of=3)
    pbx.journal.wait_for(lambda entry: entry.action == "hang_up")
    messages.wait_until_gone()


def test_why_this_number_is_answered_in_our_own_window(traydial, pbx, messages, click_a_link):
    traydial.configure(level="fast")
    traydial.start()
    click_a_link()
    messages.press(2, of=3)
    popup = traydial.popup()
    messages.wait_until_gone()
    traydial.picture("why-this-number")
    assert popup.width > 100


def test_a_countdown_outlives_the_service_that_showed_it(traydial, pbx, messages, click_a_link):
    traydial.configure(undo_s=20.0)
    traydial.start()
    click_a_link()
    messages.wait_for_one()
    messages.crash()
    traydial.popup()
    traydial.picture("countdown-after-the-service-has-gone")
    assert not pbx.journal.of("dial")


def test_our_own_window_by_choice(traydial, pbx, messages, click_a_link):
    store = ConfigStore(Paths.of(traydial.env).config_file, now=lambda: datetime.now(UTC))
    store.update(lambda config: replace(config, ui=replace(config.ui, popup=PopupPlace.OWN)))
    traydial.start()
    click_a_link()
    traydial.popup()
    assert messages.windows() == []
