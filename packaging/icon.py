"""Makes the icon that Windows shows beside links and shortcuts out of the application's SVG.

Run it before building a wheel or an installer for Windows. It writes resources/icons/org.traydial.Traydial.ico, which
is not committed. Source: Microsoft, "ICO file format" (ICONDIR, ICONDIRENTRY); images are PNGs, as Windows takes them
since Vista.
"""

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QGuiApplication, QIcon

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)  # pixels: the sizes of the shell at its usual scales


def pictures(svg: Path) -> list[bytes]:
    """Draw `svg` in each size, as PNG. Needs a QGuiApplication."""
    icon = QIcon(str(svg))
    drawn = []
    for size in SIZES:
        buffer = QBuffer()
        icon.pixmap(QSize(size, size), 1.0).toImage().save(buffer, "PNG")
        drawn.append(bytes(buffer.data().data()))
    return drawn


def ico(images: list[bytes]) -> bytes:
    """Put the images of SIZES into one icon."""
    header = struct.pack("<HHH", 0, 1, len(images))
    offset = len(header) + 16 * len(images)
    for size, image in zip(SIZES, images, strict=True):
        header += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), offset)
        offset += len(image)
    return header + b"".join(images)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    source = ICONS / "org.traydial.Traydial.svg"
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else source.with_suffix(".ico")
    target.write_bytes(ico(pictures(source)))
