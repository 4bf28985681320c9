"""Brings resources/i18n/*.ts in step with the source; run it after changing a text that people read.

The result is what people read (ADR 9). A test holds that nothing is missing.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "i18n"
SOURCE = ROOT / "app" / "traydial"


def update(*catalogues: Path) -> None:
    """Add the texts that are new in the source to each catalogue, and drop those that are gone."""
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    options = ["-locations", "none", "-no-obsolete", "-no-ui-lines", "-silent"]
    sources = [str(path.relative_to(ROOT)) for path in sorted(SOURCE.rglob("*.py"))]
    subprocess.run([tool, *options, *sources, "-ts", *catalogues], cwd=ROOT, check=True)


if __name__ == "__main__":
    update(*sorted(CATALOGUES.glob("*.ts")))
