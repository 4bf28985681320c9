import queue
import threading

import pytest

from traydial.services.worker import Worker

WAIT_S = 10.0


@pytest.fixture
def worker():
    worker = Worker("test")
    yield worker
    worker.close()


def test_jobs_run_in_the_order_in_which_they_came(worker):
    done = queue.SimpleQueue()
    for number in range(1000):
        worker.submit(lambda number=number: done.put(number))
    assert [done.get(timeout=WAIT_S) for _ in range(1000)] == list(range(1000))


def test_no_thread_before_the_first_job(worker):
    assert "test" not in {thread.name for thread in threading.enumerate()}
    started = queue.SimpleQueue()
    worker.submit(lambda: started.put(threading.current_thread()))
    thread = started.get(timeout=WAIT_S)
    assert thread.name == "test"
    assert thread.daemon


def test_later_jobs_let_earlier_due_ones_pass(worker):
    done = queue.SimpleQueue()
    worker.after(0.05, lambda: done.put("later"))
    worker.after(0.01, lambda: done.put("soon"))
    worker.submit(lambda: done.put("now"))
    assert [done.get(timeout=WAIT_S) for _ in range(3)] == ["now", "soon", "later"]


def test_an_exception_is_logged_with_an_incident_and_the_next_job_runs(worker, caplog):
    done = threading.Event()
    worker.submit(lambda: 1 / 0)
    worker.submit(done.set)
    assert done.wait(WAIT_S)
    assert "incident" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_close_finishes_what_is_due_and_drops_what_is_not(worker):
    done = []
    gate = threading.Event()
    worker.submit(lambda: gate.wait(WAIT_S))
    worker.submit(lambda: done.append("due"))
    worker.after(3600, lambda: done.append("late"))
    gate.set()
    worker.close()
    worker.submit(lambda: done.append("after"))
    assert done == ["due"]
    assert "test" not in {thread.name for thread in threading.enumerate()}


def test_close_does_not_wait_for_a_stuck_job(worker):
    gate = threading.Event()
    begun = threading.Event()
    worker.submit(lambda: (begun.set(), gate.wait(WAIT_S)))
    assert begun.wait(WAIT_S)
    worker.close(0.0)
    assert not gate.is_set()
    gate.set()


def test_a_worker_may_close_itself(worker):
    closed = threading.Event()
    worker.submit(lambda: (worker.close(), closed.set()))
    assert closed.wait(WAIT_S)
