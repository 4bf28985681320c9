"""G: many calls on a real screen leave nothing behind: memory, files, threads, and what the X server keeps for us."""

from __future__ import annotations

import contextlib

import pytest
from Xlib.display import Display

from attacks.surroundings import memory_mb, open_files, threads
from attacks.tray import number
from desktop import session


@pytest.fixture
def on_a_screen(tray, tmp_path):
    """The tray, which has a private X server for its popups."""
    env = session.private_environment(tmp_path)
    with session.x_server(env) as name:
        tray.environ |= {"QT_QPA_PLATFORM": "xcb", "DISPLAY": name}
        yield tray
        tray.close()


def x_resources(tray):
    """Count what the private X server keeps: windows, pixmaps, and what else its clients make."""
    with contextlib.closing(Display(tray.environ["DISPLAY"])) as display:
        bases = [client.resource_base for client in display.res_query_clients().clients]
        return sum(kind.count for base in bases for kind in display.res_query_client_resources(base).types)


def measured(tray):
    return memory_mb(tray.pid), open_files(tray.pid), threads(tray.pid), x_resources(tray)


# Calls before it is measured, after which everything that is loaded once has been loaded, and calls in all. In the long
# run the calls of a minute and the database's caches, which have a limit, are full by then.
@pytest.mark.desktop
@pytest.mark.parametrize(("warm", "calls"), [(30, 80), pytest.param(1000, 2000, marks=pytest.mark.heavy)])
def test_many_calls_leave_nothing_behind(on_a_screen, start_pbx, warm, calls):
    """Each ends: what is not over is kept, for as long as Settings says."""
    tray, pbx = on_a_screen, start_pbx("noojee")
    tray.add(pbx.pbx, pbx.url)
    tray.configure(consent={"level": "fast", "calls_per_minute": 100_000})
    tray.start()
    seen = []
    for index in range(calls):
        if index in (warm // 10, warm):
            seen.append(measured(tray))
        assert tray.dial(number("noojee", index), yes=True)["outcome"] == "accepted"
        assert tray.ask(command="hangup")["error"] is None
    seen.append(measured(tray))
    print(f"{calls} calls: memory (MB), files, threads, X resources {seen}")
    assert len(pbx.journal.of("dial")) == calls
    _, before, after = seen
    assert after[0] - before[0] < 8
    assert after[1:3] <= (before[1] + 2, before[2] + 2)
    assert after[3] <= before[3] + 50
