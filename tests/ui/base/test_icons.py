"""The tray icons: five states that differ in shape and are readable on light and on dark panels."""

import itertools
import re

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette

from traydial.core.call import CallState, RecordingState
from traydial.core.errors import Unreachable
from traydial.resources import resource
from traydial.ui.base.icons import (
    SIZES,
    TrayStatus,
    application_icon,
    on_dark,
    picture,
    recorded_icon,
    status_of,
    tray_icon,
)

PANELS = {  # GNOME's bar, and a panel of sway, Breeze and Breeze Dark among them
    "black": QColor("#000000"),
    "dark": QColor("#1e1e1e"),
    "breeze dark": QColor("#2a2e32"),
    "blue": QColor("#285577"),
    "breeze": QColor("#eff0f1"),
    "white": QColor("#ffffff"),
}


def drawn(light, *, dark, size, panel):
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(panel)
    painter = QPainter(image)
    painter.drawPixmap(0, 0, tray_icon(light, dark=dark).pixmap(size, size))
    painter.end()
    return image


def luminance(colour):
    """WCAG 2.2, "relative luminance"."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """WCAG 2.2, "contrast ratio": 3 is enough for a graphical object."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def shape(light, size):
    """Which pixels are drawn, whatever their colour, without the outline, which is black there."""
    image = tray_icon(light, dark=True).pixmap(size, size).toImage()
    ground = QColor("black")
    pixels = ((x, y) for x in range(size) for y in range(size))
    return {at for at in pixels if contrast(image.pixelColor(*at), ground) > 3}


@pytest.mark.parametrize("size", [16, 22, 24])
def test_lights_differ_in_shape_and_not_only_in_colour(qapp, size):
    shapes = {light: shape(light, size) for light in TrayStatus}
    for one, other in itertools.combinations(TrayStatus, 2):
        assert len(shapes[one] ^ shapes[other]) >= size, (one, other)


@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("light", TrayStatus)
def test_an_icon_is_seen_on_either_panel(qapp, light, dark, panel):
    ground = PANELS[panel]
    image = drawn(light, dark=dark, size=22, panel=ground)
    seen = sum(contrast(image.pixelColor(x, y), ground) >= 3 for x in range(22) for y in range(22))
    assert seen > 60


def test_a_panel_gets_a_picture_that_it_need_not_enlarge(qapp):
    assert max(size.width() for size in tray_icon(TrayStatus.IDLE, dark=False).availableSizes()) >= 64


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("light", TrayStatus)
def test_each_size_is_drawn_as_the_svg_says(qapp, light, dark):
    icon, source = tray_icon(light, dark=dark), QIcon(str(picture(light, dark=dark)))
    for size in SIZES:
        ours = icon.pixmap(size, size).toImage().convertToFormat(QImage.Format.Format_ARGB32)
        assert ours == source.pixmap(size, size).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def test_the_two_sides_of_an_icon_differ_in_colour_alone(qapp):
    for light in TrayStatus:
        light_side, dark_side = (
            re.sub(r"#[0-9a-f]{6}", "#", resource("icons", "tray", f"{light}-{side}.svg").read_text())
            for side in ("light", "dark")
        )
        assert light_side == dark_side


def test_there_is_an_icon_for_windows(qapp):
    assert not application_icon().pixmap(64, 64).isNull()


@pytest.fixture(params=[("#ffffff", "#000000"), ("#202020", "#f0f0f0")], ids=["light", "dark"])
def theme(request, qapp):
    """Give windows a theme, and return their colour."""
    ordinary = qapp.palette()
    window, text = map(QColor, request.param)
    themed = QPalette(ordinary)
    themed.setColor(QPalette.ColorRole.Window, window)
    themed.setColor(QPalette.ColorRole.WindowText, text)
    qapp.setPalette(themed)
    yield window
    qapp.setPalette(ordinary)


def test_the_mark_of_a_recording_is_a_red_dot_with_a_smooth_edge(theme):
    (size,) = recorded_icon().availableSizes()
    image = recorded_icon().pixmap(size).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = [image.pixelColor(x, y) for x in range(size.width()) for y in range(size.height())]
    (red,) = {pixel.name() for pixel in pixels if pixel.alpha() == 255}
    assert min(QColor(red).hue(), 360 - QColor(red).hue()) < 20
    assert contrast(QColor(red), theme) >= 3
    assert image.pixelColor(0, 0).alpha() == 0
    assert any(0 < pixel.alpha() < 255 for pixel in pixels)
    last = size.width() - 1
    dot = {(x, y) for x in range(last + 1) for y in range(last + 1) if image.pixelColor(x, y).alpha() > 127}
    assert dot == {(y, x) for x, y in dot} == {(last - x, y) for x, y in dot}, "round, in the middle"


def test_icons_are_for_the_theme_of_the_windows(theme):
    assert on_dark() is (theme.lightness() < 100)


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"state": CallState.REQUESTED}, TrayStatus.DIALLING),
        ({"state": CallState.RINGING_AGENT}, TrayStatus.DIALLING),
        ({"state": CallState.RINGING_CALLEE}, TrayStatus.DIALLING),
        ({"state": CallState.CONNECTED}, TrayStatus.CALL),
        ({"state": CallState.CONNECTED, "recording": RecordingState.OFF}, TrayStatus.CALL),
        ({"state": CallState.CONNECTED, "recording": RecordingState.ON}, TrayStatus.RECORDING),
        ({"state": CallState.RINGING_CALLEE, "recording": RecordingState.LOCKED}, TrayStatus.RECORDING),
        ({"state": CallState.CONNECTED, "recording": RecordingState.STOPPING}, TrayStatus.RECORDING),
        ({"state": CallState.CONNECTED, "recording": RecordingState.UNKNOWN}, TrayStatus.PROBLEM),
        ({"state": CallState.CONNECTED, "error": Unreachable()}, TrayStatus.PROBLEM),
        ({"state": CallState.UNKNOWN}, TrayStatus.PROBLEM),
        ({"state": CallState.ENDED, "recording": RecordingState.ON}, TrayStatus.IDLE),
    ],
)
def test_the_icon_says_what_matters_most_of_a_call(call, values, status):
    assert status_of(call(**values)) is status
