"""What the mutation lane leaves out, and what it makes of a sample."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def equivalent(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "tests" / "mutation")
    import equivalent

    yield equivalent
    del sys.modules["equivalent"]


@pytest.fixture
def score(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "tests" / "mutation")
    import score

    yield score
    del sys.modules["score"]


SOURCE = """
from typing import TYPE_CHECKING, Protocol
if TYPE_CHECKING:
    import a1
@dataclass(frozen=True, order=True)
class A:
    a: int | None = 1 | 2
class P(Protocol):
    def f(self, n: int = 3) -> int: ...
Alias = str | None
Mask = 4 | five()
def g(x: "int | str" = 6) -> int | str:
    log.info("%s", "é", 7)
    log.warning("%s", 8)
    button.clicked.connect(lambda _=9, chosen=21: use(chosen))
"""


def test_places_that_no_test_could_notice_are_left_out(equivalent):
    spans = equivalent.unnoticed(SOURCE)
    lines = SOURCE.splitlines()

    def is_left_out(text: str) -> bool:
        number, line = next((at, line) for at, line in enumerate(lines, 1) if text in line)
        return any(span.holds((number, line.index(text))) for span in spans)

    out = ["import a1", "True, order", "int | None", "3)", "str | None", '"int | str"', "int | str:", "7)", "9, chosen"]
    assert [text for text in out if not is_left_out(text)] == []
    tested = ["order=True", "1 | 2", "4 | five", "6)", "log.warning", "8)", "21"]
    assert [text for text in tested if is_left_out(text)] == []


def test_what_only_another_system_runs_is_left_out(equivalent, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    source = """
if sys.platform == "win32" or sys.platform == "darwin":
    a = 1
elif sys.platform != "darwin":
    b = 2
else:
    c = 3
d = 4 if sys.platform == "darwin" else 5
e = 6 if other.system == "darwin" else 7
"""
    lines = source.splitlines()
    spans = equivalent.unnoticed(source)
    places = {digit: (n, line.index(digit)) for n, line in enumerate(lines, 1) for digit in "14567" if digit in line}
    places |= {"2": (5, 8), "3": (7, 8)}
    out = {digit for digit, place in places.items() if any(span.holds(place) for span in spans)}
    assert out == {"1", "3", "4"}


def test_figures_that_are_tuned_are_left_out(equivalent):
    source = """
DEADLINE_S = 12.0
PROBLEMS = 13
SIZE_LIMIT = 64 * 1024
HALF_LIMIT = 15 * other
SMALL_S = 1.6
def f(self, wait_s=17.0, *, tries=18, count_limit=19):
    self.wait(timeout=20.0)
    self.wait(21.0)
    box.setContentsMargins(22, 0, 0, 0)
    box.addWidget(label, 23)
    box.addWidget(label, 27, 0)
    box.setMinimumWidth(25 * width)
    for a, b in zip(one, two, strict=26):
        pass
    for a, b in zip(one, two, strict=True):
        pass
"""
    spans = equivalent.unnoticed(source)
    lines = source.splitlines()

    def is_left_out(text: str) -> bool:
        number, line = next((at, line) for at, line in enumerate(lines, 1) if text in line)
        return any(span.holds((number, line.index(text))) for span in spans)

    out = ["12.0", "64", "1024", "17.0", "20.0", "box.setC", "22", "23", "25", "strict=True"]
    assert [text for text in out if not is_left_out(text)] == []
    tested = ["13", "15", "1.6", "18", "19", "21.0", "27", "box.setMin", "strict=26"]
    assert [text for text in tested if is_left_out(text)] == []


def test_a_constant_is_tested_where_it_is_used(equivalent):
    source = "A = 1\nB = A + 1\nC = 3\ndef f():\n    return B\ndef g():\n    return A\n"
    assert equivalent.uses_of_constants(source) == {1: {5, 7}, 2: {5}}


def test_a_line_belongs_to_its_innermost_statement(equivalent):
    first = equivalent.statement_lines("if a:\n    f(\n        1,\n    )\n")
    assert first == {1: 1, 2: 2, 3: 2, 4: 2}


def test_what_runs_when_a_module_is_loaded_is_known_from_what_is_called(equivalent):
    source = "A = f(\n    1,\n)\nclass B:\n    c = 2\n    def d(self, e=3):\n        return 4\n"
    assert equivalent.lines_of_functions(source) == {7}


def test_rooms_are_folders_whatever_they_are_called(score):
    assert score.room_of("app/traydial/core/number/value.py") == "core/number"
    assert score.room_of("app/traydial/main.py") == "traydial"


def test_a_sample_is_stated_with_its_interval(score):
    keys = [f"k{number}" for number in range(1000)]
    outcomes = dict.fromkeys(keys[:90], "noticed") | dict.fromkeys(keys[90:100], "survived") | {keys[100]: "invalid"}
    (row,) = score.scores({"app/traydial/core/call.py": keys}, outcomes)
    assert (row.mutants, row.tried, row.noticed) == (999, 100, 90)
    # Wilson's interval for 90 of 100 is 0.826 to 0.945; a tenth of the mutants is known, so it is a little narrower.
    assert row.interval == pytest.approx((0.830, 0.943), abs=0.0005)


def test_the_table_keeps_the_rows_of_other_rooms(score, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"before\n{score.BEGIN}{score.END}after\n", encoding="utf-8")
    old = [score.Score("core", 100, 10, 9, 1, 3), score.Score("wire", 20, 20, 18)]
    score.write(page, old)
    score.write(page, [score.Score("core", 90, 20, 20, 0, 4), score.Score("ui", 50, 0, 0)])
    rows = [line.split("|") for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| ")][1:]
    assert [[cell.strip() for cell in row[1:6]] for row in rows] == [
        ["`core`", "90", "20", "20", "0"],
        ["`wire`", "20", "20", "18", "0"],
        ["all of these", "110", "40", "38", "0"],
    ]
    assert page.read_text(encoding="utf-8").startswith("before\n")
    assert page.read_text(encoding="utf-8").endswith("after\n")


def test_a_room_that_was_tried_whole_needs_no_interval(score):
    (row,) = score.scores({"app/traydial/core/call.py": ["a", "b"]}, {"a": "noticed", "b": "time"})
    assert row.interval == (1, 1)
    assert "all tried" in row.row()


def test_what_is_said_about_files_is_about_files_that_are_there(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "tests" / "mutation")
    import taking_part

    tests = {name for names in taking_part.NOT_MEASURED.values() for name in names}
    tests |= {taking_part.on_a_screen(name) for names in taking_part.ON_A_SCREEN.values() for name in names}
    named = {*tests, *taking_part.ON_A_SCREEN, *taking_part.NOT_MEASURED}
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert all(map(taking_part.takes_part, tests))


def test_tests_on_a_screen_are_for_what_talks_to_that_service_of_the_desktop(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "tests" / "mutation")
    from taking_part import takes_part

    hotkeys = "tests/desktop/test_hotkeys.py"
    assert takes_part(hotkeys, "app/traydial/system/hotkeys/x11.py")
    assert not takes_part(hotkeys, "app/traydial/system/selection/x11.py")
    assert not takes_part("tests/desktop/test_calls.py")
    assert takes_part("tests/unit/test_files.py", "app/traydial/files.py")
