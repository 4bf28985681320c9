"""Mutation testing: change the program in one place at a time and see whether a test notices.

    python3 tests/run mutants                          every mutant of the whole package; hours
    python3 tests/run mutants core ui/settings         folders of the package
    python3 tests/run mutants app/traydial/core/consent.py:120-180     files, or lines of them
    python3 tests/run mutants --sample 40              at most 40 of each folder, drawn by --seed
    python3 tests/run mutants --again core             also those that no test noticed before
    python3 tests/run mutants --report --write core    run nothing; write these rows of the table of docs/testing.md

What was found is kept in build/mutants and goes on where it was stopped. A mutant is named by its file's content, so a
changed file starts afresh. Exits 1 when a mutant that was asked for survived.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import random
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "mutation"))

import lines
import score
from copies import ROOT, STATE, Copy, NoNamespace, tracked
from mutants import Mutant, mutants_of

RESULTS = STATE / "results.jsonl"
OUTCOMES = {0: "survived", "time": "time"}  # of pytest's exit code, or of what ended it; all others: a test noticed
FIRST = 30  # tests that are run first, alone: collecting many files takes longer than running the few that notice
SURVIVED = {"survived", "unreached"}  # unreached: no test that takes part runs the line


def outcomes() -> dict[str, dict]:
    """Return the last result of each mutant."""
    if not RESULTS.exists():
        return {}
    rows = [json.loads(line) for line in RESULTS.read_text(encoding="utf-8").splitlines()]
    return {row["key"]: row for row in rows}


def wanted(mutant: Mutant, words: list[str]) -> bool:
    for word in words or [""]:
        name, _, span = word.partition(":")
        first, _, last = span.partition("-")
        room = score.room_of(mutant.file)
        named = not name or mutant.file == name or f"{room}/".startswith(f"{name}/")
        if named and (not span or int(first) <= mutant.line <= int(last or first)):
            return True
    return False


def drawn(mutants: list[Mutant], size: int, seed: int) -> list[Mutant]:
    """Draw at most `size` mutants of each room by `seed`; a larger size holds what a smaller one does."""
    rooms: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        rooms[score.room_of(mutant.file)].append(mutant)
    for room in rooms.values():
        random.Random(seed).shuffle(room)  # noqa: S311 - a sample, no secret
    return [mutant for _, room in sorted(rooms.items()) for mutant in room[:size]]


def try_one(copy: Copy, mutant: Mutant, tests: lines.TestsByLine) -> dict:
    """Run the tests of a mutant and return the row of its result."""
    source = (copy.folder / mutant.file).read_text(encoding="utf-8")  # the checkout may change in the meantime
    row = {"key": mutant.key, "file": mutant.file, "line": mutant.line, "operator": mutant.operator}
    try:
        text = mutant.of(source)
        compile(text, mutant.file, "exec")
    except (SyntaxError, AttributeError):  # cosmic-ray fails at a dotted name among several exceptions
        return row | {"outcome": "invalid"}
    row |= {"diff": mutant.diff(source)}
    chosen = tests.of(mutant)
    if not chosen:
        return row | {"outcome": "unreached", "why": "no test runs this file"}
    seconds = 0.0
    for part in filter(None, (chosen[:FIRST], chosen[FIRST:])):
        names = [test.id for test in part]
        # What never ends is noticed in the first test that waits for it, and need not take as long as all of them.
        options = (f"--timeout={20 + 5 * max(test.seconds for test in part):.0f}",)
        limit_s = 60 + 10 * sum(test.seconds for test in part)
        done = copy.run(names, limit_s, file=mutant.file, text=text, options=options)
        if done["code"] in {4, 5} and copy.run(names, limit_s)["code"] in {4, 5}:
            return row | {"outcome": "invalid", "why": "the tests were not found"}
        seconds += done["seconds"]
        outcome = OUTCOMES.get(done["code"], "noticed")
        if outcome != "survived":
            break
    if outcome == "survived" and not tests.reach(mutant):
        return row | {"outcome": "unreached", "why": "no test runs this line"}
    return row | {"outcome": outcome, "tests": len(chosen), "seconds": round(seconds, 2)}


def in_turns(copies: list[Copy], jobs: list, work) -> None:
    """Give each job to the copy that is free first."""
    free: Queue[Copy] = Queue()
    for copy in copies:
        free.put(copy)

    def one(job) -> None:
        copy = free.get()
        try:
            work(copy, job)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        for _ in pool.map(one, jobs):
            pass


def run(todo: list[Mutant], workers: int) -> None:
    lock = (STATE / "lock").open("w", encoding="utf-8")
    fcntl.flock(lock, fcntl.LOCK_EX)  # the copies serve one run at a time
    copies = [Copy(number) for number in range(workers)]
    try:
        unknown = [file for file in lines.test_files() if not lines.is_measured(file)]
        if unknown:
            print(f"Measuring which lines each test runs: {len(unknown)} test files", flush=True)
            in_turns(copies, unknown, lines.measure)
        tests = lines.TestsByLine()
        print(f"{len(todo)} mutants to try", flush=True)
        with RESULTS.open("a", encoding="utf-8") as results:

            def one(copy: Copy, mutant: Mutant) -> None:
                row = try_one(copy, mutant, tests)
                results.write(json.dumps(row) + "\n")
                results.flush()
                if row["outcome"] in SURVIVED:
                    print(f"survived: {mutant.file}:{mutant.line} {mutant.operator}\n{row['diff']}", flush=True)

            in_turns(copies, todo, one)
    finally:
        for copy in copies:
            copy.close()
        lock.close()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*", metavar="FOLDER|FILE[:LINE[-LINE]]")
    parser.add_argument("--sample", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--again", action="store_true", help="try the survivors again")
    parser.add_argument("--report", action="store_true", help="run nothing, list the survivors")
    parser.add_argument("--write", action="store_true", help="write the rows of these folders into docs/testing.md")
    asked = parser.parse_args(arguments)
    STATE.mkdir(parents=True, exist_ok=True)

    files = sorted(name for name in tracked() if name.startswith("app/traydial/") and name.endswith(".py"))
    made = {file: mutants_of(ROOT, file) for file in files}
    chosen = [mutant for found in made.values() for mutant in found if wanted(mutant, asked.words)]
    if asked.sample:
        chosen = drawn(chosen, asked.sample, asked.seed)
    known = outcomes()
    if not asked.report:
        todo = [m for m in chosen if m.key not in known or (asked.again and known[m.key]["outcome"] in SURVIVED)]
        random.Random(asked.seed).shuffle(todo)  # noqa: S311 - so that a run that is stopped is a sample too
        try:
            run(todo, asked.workers)
        except NoNamespace as reason:
            print(reason, file=sys.stderr)
            return 2
        known = outcomes()
    rows = score.scores(
        {file: [mutant.key for mutant in found] for file, found in made.items()},
        {mutant.key: known[mutant.key]["outcome"] for mutant in chosen if mutant.key in known},
        seed=asked.seed if asked.sample else None,
    )
    survivors = [known[mutant.key] for mutant in chosen if known.get(mutant.key, {}).get("outcome") in SURVIVED]
    if asked.report:
        for row in sorted(survivors, key=lambda row: (row["file"], row["line"])):
            print(f"{row['file']}:{row['line']} {row['operator']} {row.get('why', '')}\n{row['diff']}\n")
    print(score.as_markdown(rows))
    if asked.write:
        score.write(ROOT / "docs" / "testing.md", rows)
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
