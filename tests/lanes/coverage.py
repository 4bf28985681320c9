"""Coverage of every test, in the processes that tests start as well: python3 tests/run coverage [--write] [for pytest].

Prints the files below 80 % of their lines and branches; --write puts them into docs/testing.md, where a person writes
the reason of each. Exits 1 when a test fails or a file has no reason there.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATE = ROOT / "build" / "coverage"
PAGE = ROOT / "docs" / "testing.md"
BEGIN, END = "<!-- table: python3 tests/run coverage --write -->\n", "<!-- end of table -->\n"
HEADER = "| file | lines and branches | why |\n|---|---|---|\n"
ENOUGH = 80.0
# They look at what Python has loaded, and the measurement loads more.
LEFT_OUT = (
    "tests/rules/test_imports.py::test_imports_have_no_effect",
    "tests/adapters/test_contract.py::TestCost::test_a_declaration_is_read_without_anything_heavy",
)
# Children are measured from their start, and write what they have at the signal to end, exit at once or become
# another program. What is killed writes nothing, and neither does a Python that starts with -I -S.
SETTINGS = f"""[run]
branch = true
parallel = true
source = {ROOT / "app" / "traydial"}
data_file = {STATE / "data"}
patch = subprocess, _exit, execv
sigterm = true
disable_warnings = no-data-collected, module-not-measured
[report]
exclude_also =
    if TYPE_CHECKING:
    if __name__ == .__main__.:
    @(abc\\.)?abstractmethod
    class .*\\bProtocol\\):
[json]
output = {STATE / "report.json"}
"""


def coverage(*arguments: str) -> int:
    settings = STATE / "settings.ini"
    command = [sys.executable, "-m", "coverage", arguments[0], f"--rcfile={settings}", *arguments[1:]]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | {"COVERAGE_RCFILE": str(settings)}, check=False
    ).returncode


def low_files() -> tuple[float, dict[str, float]]:
    """Return the share of the whole program, and that of each file that has too little."""
    report = json.loads((STATE / "report.json").read_text(encoding="utf-8"))
    shares = {name: found["summary"]["percent_covered"] for name, found in report["files"].items()}
    low = {Path(name).as_posix(): share for name, share in shares.items() if share < ENOUGH}
    return report["totals"]["percent_covered"], dict(sorted(low.items(), key=lambda item: item[1]))


def reasons() -> dict[str, str]:
    """Return what docs/testing.md says about each file."""
    table = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    return dict(re.findall(r"^\| `([^`]+)` \| [^|]+ \| (.*) \|$", table, re.MULTILINE))


def write(total: float, low: dict[str, float]) -> None:
    known = reasons()
    rows = [f"| `{name}` | {share:.0f} % | {known.get(name, '')} |\n" for name, share in low.items()]
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    table = f"{HEADER}{''.join(rows)}\nThe whole program: {total:.0f} %.\n"
    PAGE.write_text(before + BEGIN + table + END + rest.partition(END)[2], encoding="utf-8")


def main(arguments: list[str]) -> int:
    STATE.mkdir(parents=True, exist_ok=True)
    for old in STATE.glob("data*"):
        old.unlink()
    (STATE / "settings.ini").write_text(SETTINGS, encoding="utf-8")
    chosen = [argument for argument in arguments if argument != "--write"]
    deselected = [f"--deselect={test}" for test in LEFT_OUT]
    failed = coverage("run", "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", *deselected, *chosen)
    coverage("combine", "-q")
    coverage("json", "-q")
    total, low = low_files()
    if "--write" in arguments:
        write(total, low)
    known = reasons()
    for name, share in low.items():
        print(f"{share:4.0f} %  {name}  {known.get(name) or 'no reason in docs/testing.md'}")
    print(f"{total:.1f} % of the lines and branches of the program")
    return 1 if failed or not all(known.get(name) for name in low) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
