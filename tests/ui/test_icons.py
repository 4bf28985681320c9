"""The tray icons: five lights that differ in shape, and hold on light and on dark panels."""

import itertools
import re

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from traydial.resources import resource
from traydial.ui.icons import Light, application_icon, tray_icon

PANELS = {"light": QColor("#f0f0f0"), "dark": QColor("#1e1e1e")}


def drawn(light, *, dark, size, panel):
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(panel)
    painter = QPainter(image)
    painter.drawPixmap(0, 0, tray_icon(light, dark=dark).pixmap(size, size))
    painter.end()
    return image


def shape(light, size):
    """Which pixels are drawn, whatever their colour."""
    image = tray_icon(light, dark=True).pixmap(size, size).toImage()
    return {(x, y) for x in range(size) for y in range(size) if image.pixelColor(x, y).alpha() > 128}


@pytest.mark.parametrize("size", [16, 22, 24])
def test_lights_differ_in_shape_and_not_only_in_colour(qapp, size):
    shapes = {light: shape(light, size) for light in Light}
    for one, other in itertools.combinations(Light, 2):
        assert len(shapes[one] ^ shapes[other]) >= size, (one, other)


@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("light", Light)
def test_an_icon_is_seen_on_either_panel(qapp, light, dark, panel):
    ground = PANELS[panel]
    image = drawn(light, dark=dark, size=22, panel=ground)
    seen = sum(abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60 for x in range(22) for y in range(22))
    assert seen > 40


def test_the_two_sides_of_an_icon_differ_in_colour_alone(qapp):
    for light in Light:
        light_side, dark_side = (
            re.sub(r"#[0-9a-f]{6}", "#", resource("icons", "tray", f"{light}-{side}.svg").read_text())
            for side in ("light", "dark")
        )
        assert light_side == dark_side


def test_there_is_an_icon_for_windows(qapp):
    assert not application_icon().pixmap(64, 64).isNull()
