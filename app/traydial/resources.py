"""The program's own files: icons and translations, inside an installed package or beside it in the source."""

from __future__ import annotations

from pathlib import Path

import traydial


def resource(*parts: str) -> Path:
    """Return the path of the resource `parts`, e.g. `resource("icons", "tray", "idle-dark.svg")`."""
    package = Path(traydial.__file__).parent
    installed = package / "resources"
    root = installed if installed.is_dir() else package.parents[1] / "resources"
    return root.joinpath(*parts)
