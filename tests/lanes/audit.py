"""Ask the vulnerability database about every pinned package: python3 tests/run audit. Needs a network."""

import subprocess
import sys
from pathlib import Path

CONSTRAINTS = Path(__file__).resolve().parents[2] / "packaging" / "constraints.txt"


def main(arguments: list[str]) -> int:
    """Read the versions from the pins, so that the answer is about what is shipped, not about what is installed."""
    command = [sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip", "-r", str(CONSTRAINTS), *arguments]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
