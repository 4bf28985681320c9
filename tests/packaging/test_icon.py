"""The icon for Windows, read back by Qt's own reader of icons."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImageReader

ROOT = Path(__file__).resolve().parents[2]


def test_every_size_is_in_it_and_shows_something(tmp_path: Path) -> None:
    target = tmp_path / "traydial.ico"
    subprocess.run([sys.executable, ROOT / "packaging" / "icon.py", target], check=True)
    reader = QImageReader(str(target))
    images = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        images.append(reader.read())
    assert [(image.width(), image.height()) for image in images] == [(s, s) for s in (16, 20, 24, 32, 40, 48, 64, 256)]
    for image in images:
        sides = range(image.width())
        seen = sum(image.pixelColor(x, y).alpha() > 200 for x in sides for y in sides)
        assert seen > image.width() ** 2 // 4
