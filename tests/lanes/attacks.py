"""Run every attack of docs/security.md, those that take long too: python3 tests/run attacks."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# One after the other: they measure. -rP shows what each of them counted. The longest places thousands of calls.
OPTIONS = ("-m", "heavy or not heavy", "-rP", "--no-header", "-p", "no:randomly", "--timeout=3600")


def main(arguments: list[str]) -> int:
    """Other arguments go to pytest, such as -k floods."""
    command = [sys.executable, "-m", "pytest", *OPTIONS, "tests/attacks", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
