"""What other threads hand to the GUI thread."""

import sys
import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from traydial.ui.base.bridge import Bridge, answer_to


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


def test_an_answer_finds_the_window_that_asked(qapp):
    heard = []
    window = QWidget()
    answer_to(window, lambda *answer: heard.append(answer))(1, 2)
    assert heard == [(1, 2)]


def test_an_answer_to_a_window_that_was_closed_is_dropped(qtbot):
    heard = []
    window = QWidget()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    answer = answer_to(window, heard.append)
    window.show()
    with qtbot.waitSignal(window.destroyed):
        window.close()
    answer("late")
    assert heard == []
