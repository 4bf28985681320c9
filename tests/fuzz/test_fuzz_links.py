"""The fuzzer itself, with a few thousand links and a fresh seed; a failure prints the seed and the link."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FUZZER = Path(__file__).with_name("fuzz_links.py")


def test_a_few_thousand_links_break_no_promise() -> None:
    run = subprocess.run([sys.executable, FUZZER, "--links", "5000"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
