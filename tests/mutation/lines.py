"""Which tests run which lines of the program, measured once for each test file and kept until the file changes."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copies import ROOT, STATE, Copy, tracked
from mutants import Mutant, digest_of
from taking_part import NOT_MEASURED, takes_part

MOST_TESTS = 200
MOST_SECONDS = 60.0
LIMIT_S = 900.0
QUICK_S = 0.1


def test_files() -> list[str]:
    names = [name for name in tracked() if name.startswith("tests/") and Path(name).name.startswith("test_")]
    return sorted(name for name in names if name.endswith(".py") and takes_part(name))


def digest_for(test_file: str, root: Path = ROOT) -> str:
    """Return what the measurement of a test file stands for: the file and every conftest above it."""
    folders = Path(test_file).parents
    texts = [(root / folder / "conftest.py") for folder in folders if (root / folder / "conftest.py").exists()]
    return digest_of("".join(path.read_text(encoding="utf-8") for path in [root / test_file, *texts]))


def measurement_of(test_file: str) -> Path:
    return STATE / "lines" / f"{test_file.replace('/', '.')}.json"


def is_measured(test_file: str) -> bool:
    path = measurement_of(test_file)
    return path.exists() and json.loads(path.read_text(encoding="utf-8"))["digest"] == digest_for(test_file)


def measure(copy: Copy, test_file: str) -> None:
    """Run one test file and keep which of its tests ran which lines."""
    folder = copy.folder.parent / "measured"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    options = ("-p", "contexts", "--maxfail=100000")
    copy.run([test_file], LIMIT_S, options=options, environment={"LINES_BY_TEST": str(folder)})
    found = folder / "tests.json"
    tests = json.loads(found.read_text(encoding="utf-8")) if found.exists() else {}
    files = sorted({file for test in tests.values() for file in test["lines"]})
    # What was measured is the copy: the checkout may change in the meantime.
    digests = {file: digest_of((copy.folder / file).read_text(encoding="utf-8")) for file in files}
    path = measurement_of(test_file)
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {"digest": digest_for(test_file, copy.folder), "app": digests, "tests": tests}
    path.write_text(json.dumps(kept, separators=(",", ":")), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Test:
    """A test that passes, and how long it takes."""

    id: str
    seconds: float

    @property
    def function(self) -> str:
        return self.id.partition("[")[0]

    @property
    def file(self) -> str:
        return self.id.partition("::")[0]


class TestsByLine:
    """The tests to run for a mutant: those that run its line, else those that run anything of its file."""

    def __init__(self) -> None:
        self._by_line: dict[tuple[str, str, int], list[Test]] = defaultdict(list)
        self._by_file: dict[str, list[Test]] = defaultdict(list)
        self._by_text: dict[tuple[str, str], list[Test]] = defaultdict(list)  # of a file and its digest
        self._all: list[Test] = []
        for test_file in test_files():
            path = measurement_of(test_file)
            if path.exists():
                self._read(json.loads(path.read_text(encoding="utf-8")))

    def _read(self, kept: dict) -> None:
        for name, found in kept["tests"].items():
            if not found["passed"]:
                continue
            test = Test(name, found["seconds"])
            self._all.append(test)
            for file, lines in found["lines"].items():
                self._by_file[file].append(test)
                digest = kept["app"].get(file, "")
                self._by_text[file, digest].append(test)
                for line in lines:
                    self._by_line[file, digest, line].append(test)

    def reach(self, mutant: Mutant) -> bool:
        """Whether a test runs the line, as far as is known: the file may have changed since the measurement."""
        return bool(self._at(mutant))

    def _at(self, mutant: Mutant) -> list[Test]:
        measured = [self._by_line.get((mutant.file, mutant.digest, line), ()) for line in mutant.lines]
        unmeasured = [test for test in self._all if test.file in NOT_MEASURED.get(mutant.file, ())]
        if mutant.at_import:
            files = {test.file for test in self._by_file.get(mutant.file, ())}
            unmeasured += [test for test in self._all if test.file in files]
        # Files of tests that ran another text of the file may run the line now: the file has changed since.
        texts = [text for text in self._by_text if text[0] == mutant.file and text[1] != mutant.digest]
        before = [test for text in texts for test in self._by_text[text]]
        return [
            test for tests in (*measured, unmeasured, before) for test in tests if takes_part(test.file, mutant.file)
        ]

    def of(self, mutant: Mutant) -> list[Test]:
        near = [test for test in self._by_file.get(mutant.file, ()) if takes_part(test.file, mutant.file)]
        chosen, seconds = [], 0.0
        for test in promising(self._at(mutant) or near, mutant):
            chosen.append(test)
            seconds += test.seconds
            if len(chosen) == MOST_TESTS or seconds > MOST_SECONDS:
                break
        return chosen


def promising(tests: Iterable[Test], mutant: Mutant) -> Iterator[Test]:
    """Order tests: those named after the file or its folder, then the quick ones; one case of each test first."""
    path = Path(mutant.file)
    names = (path.stem.strip("_"), path.parent.name)
    seen: set[str] = set()

    def place(test: Test) -> tuple[bool, bool, bool, float]:
        again = test.function in seen
        seen.add(test.function)
        elsewhere = not any(name in test.file for name in names)
        return elsewhere, test.seconds >= QUICK_S, again, test.seconds

    yield from sorted(sorted(set(tests), key=lambda test: test.seconds), key=place)
