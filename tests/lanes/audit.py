"""Ask the vulnerability database about every pinned package: python3 tests/run audit. Needs a network.

Exits 1 when a package has a known vulnerability, and also when nothing could be learned about one.
"""

import json
import subprocess
import sys
from pathlib import Path

CONSTRAINTS = Path(__file__).resolve().parents[2] / "packaging" / "constraints.txt"


def judged(packages: list[dict]) -> list[str]:
    """Return what speaks against the packages of pip-audit's report, a sentence each."""
    if not packages:
        return ["Nothing was checked."]
    against = [
        f"{package['name']} {package['version']} has {found['id']}, fixed in {', '.join(found['fix_versions'])}."
        for package in packages
        for found in package.get("vulns", [])
    ]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    if unknown:
        against.append(f"{len(unknown)} of {len(packages)} packages could not be checked: {', '.join(unknown)}.")
    return against


def main(arguments: list[str]) -> int:
    """Read the versions from the pins, so that the answer is about what is shipped, not about what is installed."""
    command = [sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip", "--progress-spinner", "off"]
    command += ["--format", "json", "-r", str(CONSTRAINTS), *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except ValueError:
        print(f"The packages could not be checked: pip-audit ended with {done.returncode}. Is there a network?")
        return 1
    against = judged(packages)
    print("\n".join(against) or f"Nothing is known against the {len(packages)} packages.")
    return 1 if against or done.returncode else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
