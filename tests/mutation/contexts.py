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
        settings = folder / "children.ini"
        settings.write_text(
            f"[run]\nsource = {root / 'app'}\ndata_file = {folder / 'data'}\nparallel = true\nsigterm = true\n"
            "context = ${PYTEST_CURRENT_TEST}\ndisable_warnings = no-data-collected,module-not-measured\n",
            encoding="utf-8",
        )
        os.environ["COVERAGE_PROCESS_START"] = str(settings)
        self._coverage = coverage.Coverage(
            source=[str(root / "app")], data_file=str(folder / "data"), data_suffix="tests", config_file=False
        )
        self._coverage.set_option("run:disable_warnings", ["no-data-collected"])
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._tests[item.nodeid] = {"seconds": 0.0, "passed": True, "lines": {}}
        started = time.monotonic()
        self._coverage.switch_context(item.nodeid)
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
        for path in data.measured_files():
            file = Path(path).relative_to(self._root).as_posix()
            for line, contexts in data.contexts_by_lineno(path).items():
                for context in contexts:
                    if test := self._tests.get(context.rpartition(" (")[0] or context) or self._tests.get(context):
                        test["lines"].setdefault(file, []).append(line)
        (self._folder / "tests.json").write_text(json.dumps(self._tests), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    if folder := os.environ.get("LINES_BY_TEST"):
        config.pluginmanager.register(LinesByTest(Path(config.rootpath), Path(folder)), "lines-by-test")
