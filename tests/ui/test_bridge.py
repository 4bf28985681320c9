"""What other threads hand to the GUI thread."""

import sys
import threading

from traydial.ui.bridge import Bridge


def test_what_any_thread_posts_runs_in_the_gui_thread(qtbot, owner):
    bridge = Bridge()
    bridge.setParent(owner)
    ran_in = []
    thread = threading.Thread(target=lambda: bridge.post(lambda: ran_in.append(threading.current_thread())))
    thread.start()
    qtbot.waitUntil(lambda: bool(ran_in))
    thread.join()
    assert ran_in == [threading.main_thread()]


def test_a_tray_that_runs_for_weeks_wears_nothing_out(qtbot, owner):
    # PySide6 6.12.0 gives away a reference to True with each `emit`; before Python 3.12 the process ends of it.
    bridge = Bridge()
    bridge.setParent(owner)
    done = []
    before = sys.getrefcount(True)
    for _ in range(100):
        bridge.post(lambda: done.append(None))
    qtbot.waitUntil(lambda: len(done) == 100)
    assert sys.getrefcount(True) > before - 50
