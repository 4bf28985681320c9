"""Brings resources/i18n/*.ts in step with the source; run it after changing a text that people read.

With --check it changes nothing and exits 1 when a file is not in step.

The result is what people read (ADR 9). A test holds that nothing is missing.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "i18n"
PLURALS = "traydial_en"  # English is in the source, but for its texts with a form for one and a form for many
SOURCE = ROOT / "app" / "traydial"


def update(*catalogues: Path) -> None:
    """Add the texts that are new in the source to each catalogue, and drop those that are gone."""
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    options = ["-locations", "none", "-no-obsolete", "-no-ui-lines", "-silent"]
    sources = [str(path.relative_to(ROOT)) for path in sorted(SOURCE.rglob("*.py"))]
    for catalogue in catalogues:
        only = ["-pluralonly"] if catalogue.stem == PLURALS else []
        subprocess.run([tool, *options, *only, *sources, "-ts", catalogue], cwd=ROOT, check=True)


def out_of_step() -> list[str]:
    """Name the catalogues that an update would change."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(shutil.copy(path, folder)) for path in sorted(CATALOGUES.glob("*.ts"))]
        update(*copies)
        return [copy.name for copy in copies if copy.read_bytes() != (CATALOGUES / copy.name).read_bytes()]


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        names = out_of_step()
        sys.exit(f"Not in step with the source: {', '.join(names)}" if names else 0)
    update(*sorted(CATALOGUES.glob("*.ts")))
