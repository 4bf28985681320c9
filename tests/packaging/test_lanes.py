"""The lanes of tests/run: each has a program, what it needs, and a place in the documents."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(path: Path):
    specification = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(specification)
    sys.modules[path.stem] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    del sys.modules[path.stem]
    return module


def load_bootstrap(folder: Path):
    return load(folder / "packaging" / "bootstrap.py")


@pytest.fixture
def checkout(tmp_path):
    """A checkout where all is installed already, and whose Python writes down what it is started with."""
    for name in ("tests/run", "packaging/bootstrap.py", "packaging/constraints.txt", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    bootstrap = load_bootstrap(tmp_path)
    python = bootstrap.TEST.python
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/started\nexit $(cat {tmp_path}/code)\n', encoding="utf-8")
    python.chmod(0o755)
    (tmp_path / "code").write_text("0", encoding="utf-8")
    for purpose in (bootstrap.TEST, *bootstrap.LANES.values()):
        purpose.stamp.write_text(bootstrap.fingerprint(purpose), encoding="utf-8")
    return tmp_path


def run(checkout: Path, *arguments: str) -> tuple[int, str]:
    command = [sys.executable, checkout / "tests" / "run", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    started = checkout / "started"
    return done.returncode, started.read_text(encoding="utf-8").strip() if started.exists() else done.stderr


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the Python that is played here is a shell script")


def test_a_word_starts_its_lane_with_the_other_arguments(checkout):
    assert run(checkout, "audit", "--strict") == (0, f"{checkout}/tests/lanes/audit.py --strict")


def test_a_lane_that_fails_fails_the_command(checkout):
    (checkout / "code").write_text("3", encoding="utf-8")
    assert run(checkout, "audit")[0] == 1


def test_arguments_that_are_no_lane_go_to_pytest(checkout):
    assert run(checkout, "-k", "audit") == (0, "-m pytest -k audit")


def test_every_lane_has_its_program_and_its_row_in_the_documents():
    words = set(load_bootstrap(ROOT).LANES)
    page = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    assert {path.stem for path in (ROOT / "tests" / "lanes").glob("*.py")} == words
    assert {word for word in words if f"`{word}`" not in page} == set()


AUDITED = {"name": "httpx", "version": "0.28.1", "vulns": []}
VULNERABLE = {"name": "h11", "version": "0.14.0", "vulns": [{"id": "CVE-2025-43859", "fix_versions": ["0.16.0"]}]}
SKIPPED = {"name": "attrs", "skip_reason": "Dependency not found on PyPI and could not be audited: attrs (26.1.0)"}


@pytest.mark.parametrize(
    ("packages", "against"),
    [
        ([AUDITED], []),
        ([], ["Nothing was checked."]),
        ([AUDITED, VULNERABLE], ["h11 0.14.0 has CVE-2025-43859, fixed in 0.16.0."]),
        ([AUDITED, SKIPPED], ["1 of 2 packages could not be checked: attrs."]),
    ],
)
def test_an_audit_passes_only_when_every_package_was_checked(packages, against):
    assert load(ROOT / "tests" / "lanes" / "audit.py").judged(packages) == against


def test_an_audit_without_an_answer_fails_with_a_sentence(tmp_path):
    (tmp_path / "pip_audit.py").write_text("raise SystemExit(1)", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "lanes" / "audit.py"],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (
        1,
        "The packages could not be checked: pip-audit ended with 1. Is there a network?\n",
    )


def test_repeated_runs_name_what_failed_and_in_which(tmp_path):
    (tmp_path / "test_it.py").write_text(
        "import pathlib\n"
        "MARK = pathlib.Path(__file__).with_name('mark')\n"
        "def test_once():\n    MARK.touch(exist_ok=False)\n"
        "def test_always():\n    pass\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "lanes" / "repeat.py", "2", tmp_path],
        capture_output=True,
        text=True,
        timeout=200,
    )
    *_, which, total = done.stdout.splitlines()
    assert done.returncode == 1
    assert which.endswith("test_it.py::test_once: seeds 2")
    assert total == "1 tests failed in 2 runs."
