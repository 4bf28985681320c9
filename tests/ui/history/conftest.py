"""A real history, asked on a thread of its own as in the program, and the window over it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from traydial.core.call import CallState
from traydial.core.consent import Source
from traydial.core.errors import AppError
from traydial.services.history.browse import HistoryBrowser
from traydial.services.history.store import HistoryStore
from traydial.services.worker import Worker
from traydial.ui.base.bridge import Bridge
from traydial.ui.history.window import HistoryWindow

NOW = datetime.now(UTC)


class Desk:
    """Answers from `archive` on a thread of its own; everything else is noted."""

    def __init__(self, archive, bridge):
        self.calls = []
        self.thread = Worker("history")
        self._archive = archive
        self._bridge = bridge

    def ask_history(self, job, done):
        def asked():
            try:
                answer = job(self._archive)
            except AppError as error:
                answer = error
            self._bridge.post(lambda: done(answer))

        self.thread.submit(asked)

    def change_history(self, job, done):
        self.calls.append("changed")
        self.ask_history(job, done)

    def dial(self, text, source):
        self.calls.append((text, source))


@pytest.fixture
def history(tmp_path):
    history = HistoryStore(tmp_path / "history.sqlite", now=lambda: NOW)
    yield history
    history.close()


@pytest.fixture
def desk(history, owner):
    bridge = Bridge(owner)
    archive = HistoryBrowser(history.connect)
    desk = Desk(archive, bridge)
    yield desk
    desk.thread.submit(archive.close)
    desk.thread.close()


@pytest.fixture
def add(history, call):
    """Write a call down as the program does: before its answer, then with it."""

    def add(number="+390444123456", *, minutes_ago=0, **changes):
        at = NOW - timedelta(minutes=minutes_ago)
        asked = replace(call(number, call_id=f"{number} {minutes_ago}", state=CallState.REQUESTED), requested_at=at)
        history.add(asked, Source.LINK)
        made = replace(asked, **changes)
        history.update(made)
        return made

    return add


@pytest.fixture
def opened(qtbot, desk, views):
    def opened(*, mask=False):
        window = HistoryWindow(desk, views, mask=mask)
        with qtbot.waitSignal(window.model.answered):
            window.ask()
        return window

    return opened


@pytest.fixture
def window(add, opened):
    """The window with three calls, a minute apart."""
    for minute in reversed(range(3)):
        add(f"+39044412345{minute}", minutes_ago=minute)
    return opened()
