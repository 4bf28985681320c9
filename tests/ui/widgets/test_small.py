"""Labels and boxes as a person meets them."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from traydial.core.errors import ConfigError
from traydial.ui.widgets.banner import Banner
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.ui.widgets.region_box import RegionBox
from traydial.words.messages import message


@pytest.fixture
def page(qtbot):
    """A window with a field to type in, which has the keyboard, and a box of countries."""
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    page.field, page.box = QLineEdit(), RegionBox("IT", "As the system")
    rows.addWidget(page.field)
    rows.addWidget(page.box)
    page.show()
    page.activateWindow()
    page.field.setFocus()
    qtbot.waitUntil(page.field.hasFocus)
    return page


def turn(box):
    """Turn the wheel over a box, and return whether it took the turn."""
    at = QPointF(5, 5)
    event = QWheelEvent(
        at, box.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    return event.isAccepted()


def test_the_wheel_changes_no_box_by_mistake(page, qtbot):
    assert not turn(page.box)
    assert page.box.region() == "IT"
    assert page.field.hasFocus()
    page.box.setFocus()
    qtbot.waitUntil(page.box.hasFocus)
    assert turn(page.box)
    assert page.box.region() != "IT"


def test_a_box_gets_the_keyboard_by_tab_and_by_a_click(page, qtbot):
    qtbot.keyClick(page.field, Qt.Key.Key_Tab)
    assert page.box.hasFocus()


@pytest.mark.parametrize(("chosen", "shown"), [("IT", "Italy (IT)"), ("", "As the system"), ("XX", "As the system")])
def test_a_country_is_chosen_by_its_name(qtbot, chosen, shown):
    box = RegionBox(chosen, "As the system")
    qtbot.addWidget(box)
    assert box.currentText() == shown
    assert box.region() == (chosen if chosen == "IT" else "")


def test_countries_stand_in_the_order_of_their_names(qtbot):
    box = RegionBox("", "As the system")
    qtbot.addWidget(box)
    names = [box.itemText(row) for row in range(1, box.count())]
    assert names == sorted(names)
    assert len(names) > 200
    assert "Germany (DE)" in names


def test_a_box_of_countries_is_not_as_wide_as_the_longest_name(qtbot):
    box, ordinary = RegionBox("", "As the system"), QComboBox()
    for widget in (box, ordinary):
        qtbot.addWidget(widget)
    ordinary.addItems([box.itemText(row) for row in range(box.count())])
    assert box.sizeHint().width() < ordinary.sizeHint().width()
    assert box.sizeHint().width() > box.fontMetrics().horizontalAdvance("Italy (IT)")


def test_text_of_others_is_no_markup_and_wraps(qtbot):
    label = PlainLabel("<b>bold</b> " * 30)
    qtbot.addWidget(label)
    narrow, wide = label.heightForWidth(200), label.heightForWidth(800)
    assert narrow > wide
    assert wide > label.heightForWidth(4000), "its tags take room"


def test_what_matters_less_is_grey_and_what_explains_a_box_stands_below_its_words(qtbot):
    plain, muted, below = PlainLabel("x"), PlainLabel("x", muted=True), PlainLabel("x", indent=True)
    for label in (plain, muted, below):
        qtbot.addWidget(label)
    assert plain.foregroundRole() is QPalette.ColorRole.WindowText
    assert muted.foregroundRole() is QPalette.ColorRole.PlaceholderText
    check_box, option = QCheckBox("x"), QStyleOptionButton()
    qtbot.addWidget(check_box)
    check_box.initStyleOption(option)
    words = check_box.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, check_box)
    assert words.left() <= below.indent() < words.left() + below.fontMetrics().height() / 2


def test_a_label_is_as_large_and_heavy_as_it_is_said_to_be(qtbot):
    ordinary, plain, large, heavy = QLabel(), PlainLabel(), PlainLabel(scale=1.5), PlainLabel(bold=True)
    for label in (ordinary, plain, large, heavy):
        qtbot.addWidget(label)
    size = ordinary.font().pointSizeF()
    assert [label.font().pointSizeF() for label in (plain, large, heavy)] == [size, 1.5 * size, size]
    assert [label.font().bold() for label in (plain, large, heavy)] == [False, False, True]


def test_a_banner_takes_no_room_while_there_is_nothing_to_say(qtbot):
    window, banner = QWidget(), Banner()
    QVBoxLayout(window).addWidget(banner)
    qtbot.addWidget(window)
    window.show()
    assert not banner.isVisible()
    banner.say("Saved.")
    assert banner.isVisible()
    plain = banner.palette().color(QPalette.ColorRole.WindowText)
    assert plain == window.palette().color(QPalette.ColorRole.WindowText)
    banner.say_error(ConfigError("account_exists"))
    assert banner.text() == str(message(ConfigError("account_exists")))
    assert banner.palette().color(QPalette.ColorRole.WindowText) != plain
    banner.say("Saved.")
    assert banner.palette().color(QPalette.ColorRole.WindowText) == plain
    banner.clear()
    assert not banner.isVisible()
