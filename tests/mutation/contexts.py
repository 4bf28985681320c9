"""A pytest plugin: writes down which lines of the program each test runs, in child processes too, and its time."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest


class LinesByTest:
    """Measures while tests run; `write` gives {test: {seconds, passed, lines: {file: [line]}}} as JSON."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder = root, folder
        self._tests: dict[str, dict[str, object]] = {}
        self._settings = folder / "children.ini"
        self._tell_children("")
        os.environ["COVERAGE_PROCESS_START"] = str(self._settings)
        self._coverage = coverage.Coverage(
            source=[str(root / "app")], data_file=str(folder / "data"), data_suffix="tests", config_file=False
        )
        self._coverage.set_option("run:disable_warnings", ["no-data-collected"])
        self._coverage.start()

    def _tell_children(self, context: str) -> None:
        """Have programs that start from now on measured as part of a test, whatever environment the test gives them."""
        text = f"""[run]
source = {self._root / "app"}
data_file = {self._folder / "data"}
parallel = true
sigterm = true
patch = _exit, execv
context = {context}
disable_warnings = no-data-collected, module-not-measured
"""
        self._settings.write_text(text, encoding="utf-8")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._tests[item.nodeid] = {"seconds": 0.0, "passed": True, "lines": {}}
        started = time.monotonic()
        number = str(len(self._tests) - 1)  # the name of a test may hold what a settings file cannot
        self._tell_children(number)
        self._coverage.switch_context(number)
        result = yield
        self._coverage.switch_context("")
        self._tests[item.nodeid]["seconds"] = round(time.monotonic() - started, 3)
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            self._tests[report.nodeid]["passed"] = False

    def pytest_unconfigure(self) -> None:
        self._coverage.stop()
        self._coverage.save()
        data = coverage.CoverageData(str(self._folder / "all"))
        for part in self._folder.glob("data.*"):
            found = coverage.CoverageData(str(part))
            found.read()
            data.update(found)
        tests = list(self._tests.values())
        for path in data.measured_files():
            file = Path(path).relative_to(self._root).as_posix()
            for line, contexts in data.contexts_by_lineno(path).items():
                for context in filter(None, contexts):
                    tests[int(context)]["lines"].setdefault(file, []).append(line)
        (self._folder / "tests.json").write_text(json.dumps(self._tests), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    if folder := os.environ.get("LINES_BY_TEST"):
        config.pluginmanager.register(LinesByTest(Path(config.rootpath), Path(folder)), "lines-by-test")
