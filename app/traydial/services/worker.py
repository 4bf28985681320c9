"""A thread with a queue: the only kind of thread that services start."""

from __future__ import annotations

import heapq
import itertools
import logging
import os
import queue
import threading
import time
from collections.abc import Callable
from typing import TypeAlias

from traydial.core.errors import InternalError

Job: TypeAlias = Callable[[], None]

log = logging.getLogger(__name__)


def report(defect: Exception) -> InternalError:
    """Log an unexpected exception with its traceback, and return the error to show, with the incident number."""
    incident = os.urandom(4).hex()
    log.error("Internal error, incident %s", incident, exc_info=defect)
    return InternalError(incident=incident)


class Worker:
    """Runs jobs one after the other on a daemon thread of its own, which starts with the first job.

    Jobs may come from any thread, and run in the order of their due times; while none is due the thread sleeps.
    A job's exception is logged and the next job runs.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._arrivals: queue.SimpleQueue[tuple[float, Job]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False

    def after(self, delay_s: float, job: Job) -> None:
        """Run `job` once `delay_s` has passed. Dropped when the worker is closed by then."""
        self.submit(job, delay_s)

    def submit(self, job: Job, delay_s: float = 0.0) -> None:
        """Run `job` as soon as those before it are done, or `delay_s` later. Dropped when the worker is closed."""
        with self._lock:
            if self._closed:
                return
            self._arrivals.put((time.monotonic() + delay_s, job))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()

    def close(self, timeout_s: float = 2.0) -> None:
        """Finish the jobs that are due, drop the others, and wait at most `timeout_s` for the thread to end."""
        with self._lock:
            self._closed = True
            thread = self._thread
            self._arrivals.put((time.monotonic(), self._leave))
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout_s)

    def _run(self) -> None:
        waiting: list[tuple[float, int, Job]] = []
        arrivals = itertools.count()  # jobs that are due at the same time run in their order
        while True:
            pause_s = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
            try:
                due_s, job = self._arrivals.get(timeout=pause_s)
            except queue.Empty:
                job = heapq.heappop(waiting)[2]
            else:
                heapq.heappush(waiting, (due_s, next(arrivals), job))
                del job
                continue
            try:
                job()
            except _Leave:
                return
            except Exception as defect:  # noqa: BLE001 - the thread outlives every job
                report(defect)
            del job  # what it holds is not to be kept until the next one comes

    def _leave(self) -> None:
        raise _Leave


class _Leave(BaseException):
    """Ends the thread from within its last job."""
