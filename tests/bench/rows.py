"""The rows of the table, each with what it is held against in the same run."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import lens
import process
from ground import BARE_TRAY, HERE, TRAY, TRAYDIAL, Ground
from table import Row, Sample, paired

IDLE_S = 20.0
CALLS_PER_TRAY = 4
HANG_S = 5.0


def measured(ground: Ground, *, quick: bool) -> Iterator[Row]:
    """Measure row by row; `quick` takes fewer runs, to see whether everything works."""
    runs = 3 if quick else 40
    yield from hand_off(ground, runs)
    yield click_to_request(ground, runs)
    yield start_to_tray(ground, max(3, runs // 2))
    yield memory(ground, max(2, runs // 8))
    yield wake_ups(ground, 5.0 if quick else IDLE_S)
    yield event_loop_gap(ground)
    yield from lens.rows(runs)


def hand_off(ground: Ground, runs: int) -> Iterator[Row]:
    """A link handed to the running tray, against the same interpreter doing nothing."""
    nothing = [ground.hand_off("")[0], "-I", "-S", "-c", "pass"]

    def row(what: str, command: Callable[[str], list[str]], limit: float) -> Row:
        def ours() -> float:
            link = ground.link()
            spent_ms = process.run_ms(command(link), ground.env)
            ground.received(link)
            return spent_ms

        return Row(what, *in_fresh_trays(ground, ours, lambda: process.run_ms(nothing, ground.env), runs), limit)

    yield row("Hand-off of a link, as the desktop file's Exec", ground.hand_off, 1.5)
    yield row("Hand-off of a link, by the `traydial` command", lambda link: [TRAYDIAL, link], 2.0)


def click_to_request(ground: Ground, runs: int) -> Row:
    """From the start of the handler's process until the PBX has the request, against curl posting the same body."""

    def by_traydial() -> float:
        link = ground.link()
        begun = time.perf_counter_ns()
        pid = process.start(ground.hand_off(link), ground.env)
        received = ground.received(link)
        process.wait_for(pid)
        return (received - begun) / 1e6

    def by_curl() -> float:
        request = ground.server.journal.of("dial")[0].request
        count = len(ground.server.journal.of("dial"))
        body = Path(ground.env["HOME"], "body")
        body.write_bytes(request.body)
        argv = ["/usr/bin/curl", "--silent", "--cacert", str(ground.authorities), "--data-binary", f"@{body}"]
        for name in ("content-type", "authorization"):
            if name in request.headers:
                argv += ["--header", f"{name}: {request.headers[name]}"]
        begun = time.perf_counter_ns()
        process.wait_for(process.start([*argv, ground.server.url + request.path], ground.env))
        return (ground.server.journal.of("dial")[count].received_ns - begun) / 1e6

    samples = in_fresh_trays(ground, by_traydial, by_curl, runs)
    return Row("Click to request at a TLS PBX, tray warm, against curl", *samples, 0.6)


def in_fresh_trays(
    ground: Ground, ours: Callable[[], float], reference: Callable[[], float], runs: int
) -> tuple[Sample, Sample]:
    """Measure in turns while a warm tray runs, a new one after every few: nobody makes 40 calls in 2 s."""
    batches = []
    for _ in range(max(1, runs // CALLS_PER_TRAY)):
        with ground.warm_tray():
            batches.append(paired(ours, reference, runs=CALLS_PER_TRAY, unit="ms"))
    return Sample.joined([batch[0] for batch in batches]), Sample.joined([batch[1] for batch in batches])


def start_to_tray(ground: Ground, runs: int) -> Row:
    """From the start of the process until its icon is painted."""

    def start(argv: list[str]) -> float:
        begun = time.perf_counter_ns()
        with subprocess.Popen(argv, env=ground.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as tray:
            painted = ground.host.wait_for_icon()
            tray.terminate()
        return (painted - begun) / 1e6

    ours, reference = paired(lambda: start(TRAY), lambda: start(BARE_TRAY), runs=runs, unit="ms")
    return Row("Start to tray icon painted, against a bare PySide6 tray", ours, reference, 1.4)


def memory(ground: Ground, runs: int) -> Row:
    """Proportional memory at rest, each tray alone on the machine, helper processes included."""

    def at_rest(argv: list[str]) -> float:
        with ground.tray(argv) as tray:
            process.wait_for_rest(tray.pid)
            return process.pss_mb(tray.pid)

    ours, reference = paired(lambda: at_rest(TRAY), lambda: at_rest(BARE_TRAY), runs=runs, unit="MB")
    return Row("Idle memory (PSS), against a bare PySide6 tray", ours, reference, 1.4)


def wake_ups(ground: Ground, idle_s: float) -> Row:
    """How often any thread wakes up while nothing happens."""

    def idle(argv: list[str]) -> Sample:
        with ground.tray(argv) as tray:
            process.wait_for_rest(tray.pid)
            return Sample((process.wake_ups(tray.pid, idle_s) / idle_s,), "/s")

    return Row("Wake-ups at rest", idle(TRAY), idle(BARE_TRAY), 1.0, absolute=True)


def event_loop_gap(ground: Ground) -> Row:
    """The longest silence of the event loop while links, recording and hang-up meet a keyring and a PBX that hang."""
    heartbeat = [sys.executable, str(HERE / "heartbeat.py")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}

    def longest_gap(tray: subprocess.Popen[bytes]) -> float:
        assert tray.stdin is not None
        assert tray.stdout is not None
        tray.stdin.write(b"\n")
        tray.stdin.flush()
        return float(tray.stdout.readline())

    def work() -> None:
        until = time.monotonic() + HANG_S
        link = ground.hand_off(ground.link())
        for words in (link, [TRAYDIAL, "status"], [TRAYDIAL, "record", "toggle"], [TRAYDIAL, "hangup"], link):
            subprocess.run(words, env=ground.env, capture_output=True, check=False)
        time.sleep(max(0.0, until - time.monotonic()))  # noqa: TID251 - deadlines are to pass

    def begin(tray: subprocess.Popen[bytes]) -> None:
        subprocess.run([TRAYDIAL, "status"], env=ground.env, capture_output=True, check=False)
        time.sleep(1)  # noqa: TID251 - the start has a row of its own
        longest_gap(tray)

    gaps = []
    ground.secrets.hang()
    with ground.tray(heartbeat, **pipes) as tray:
        begin(tray)
        work()
        gaps.append(longest_gap(tray))
    ground.secrets.resume()
    with ground.warm_tray(heartbeat, **pipes) as tray:
        ground.server.faults.set("hang")
        begin(tray)
        work()
        gaps.append(longest_gap(tray))
        ground.server.faults.clear()
    with ground.tray([*heartbeat, "reference"], **pipes) as tray:
        begin(tray)
        time.sleep(HANG_S)  # noqa: TID251 - the same time at rest
        reference = longest_gap(tray)
    sample = Sample((max(gaps),), "ms")
    what = "Longest gap of the event loop while keyring and PBX hang, against a bare tray at rest"
    return Row(what, sample, Sample((reference,), "ms"), 16.0, absolute=True)
