"""Run tests N times, in another order each time, beside two busy processes: python3 tests/run repeat [N] [for pytest].

A test that fails now and then does so here. Prints each run with its seed, and at the end what failed in which of them;
`python3 tests/run -n 2 --dist loadgroup -p randomly --randomly-seed=N` repeats the order of one. 20 runs of every test
unless told otherwise.
"""

import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 20
BUSY = 2
OPTIONS = ("-q", "-n", "2", "--dist", "loadgroup", "-p", "no:cacheprovider", "-rfE")


def failures(output: str) -> list[str]:
    """Return the tests that pytest's summary names, and the run itself when it named none."""
    lines = [line for line in output.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return [line.split(" ", 1)[1].partition(" - ")[0] for line in lines]


def run(seed: int, arguments: list[str]) -> list[str]:
    command = [sys.executable, "-m", "pytest", *OPTIONS, f"--randomly-seed={seed}", *arguments]
    begun = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    failed = failures(done.stdout)
    if done.returncode and not failed:
        failed = ["the run itself"]
    print(f"Seed {seed}: {len(failed)} failed, {time.monotonic() - begun:.0f} s", flush=True)
    if failed:
        print(done.stdout[-20_000:], flush=True)
    return failed


def main(arguments: list[str]) -> int:
    runs, chosen = (
        (int(arguments[0]), arguments[1:]) if arguments[:1] and arguments[0].isdecimal() else (RUNS, arguments)
    )
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(BUSY)]
    found: dict[str, list[int]] = defaultdict(list)
    try:
        for seed in range(1, runs + 1):
            for test in run(seed, chosen):
                found[test].append(seed)
    finally:
        for process in busy:
            process.kill()
            process.wait()
    for test, seeds in sorted(found.items()):
        print(f"{test}: seeds {', '.join(map(str, seeds))}")
    print(f"{len(found)} tests failed in {runs} runs.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
