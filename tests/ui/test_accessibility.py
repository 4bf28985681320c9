"""Every window can be used without seeing it: each control has a name, and the keyboard reaches each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollBar,
    QTabWidget,
    QTreeWidget,
    QWidget,
)

from traydial.core.config import Config
from traydial.core.consent import Source
from traydial.core.events import (
    AccountNeeded,
    CallChanged,
    ChoiceNeeded,
    ConsentNeeded,
    DialRequest,
    RecordingConsentNeeded,
)
from traydial.core.number.read import read
from traydial.ui.call.choosers import AccountChooser, NumberChooser
from traydial.ui.call.popup import CallPopup
from traydial.ui.call.questions import ConsentDialog, RecordingConsentDialog
from traydial.ui.diagnostics.window import DiagnosticsDialog
from traydial.ui.dial.window import DialWindow
from traydial.ui.settings.dialog import SettingsDialog
from traydial.ui.tray.icon import Tray
from traydial.ui.tray.stand_in import TrayWindow

CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QListWidget, QTabWidget, QTreeWidget)


@pytest.fixture
def windows(commands, views, specs, plan, call, owner):
    request = DialRequest(text="x", source=Source.LINK)
    found = read("0444 123456, +39 335 1234567", region="IT").candidates
    asking = ConsentNeeded(request_id="a", request=request, plan=plan("600"), reasons=("premium",), dangerous=True)
    popup = CallPopup("b", commands, commands.open_settings, views[0])
    popup.say(CallChanged(request_id="b", call=call()))
    tray = Tray(commands, commands, owner)
    tray.show_accounts(views, "office")
    config = Config(accounts=tuple(view.account for view in views))
    yield (
        popup,
        ConsentDialog(asking, commands, views[0]),
        RecordingConsentDialog(RecordingConsentNeeded(request_id="a", plan=plan("600")), commands),
        NumberChooser(ChoiceNeeded(request_id="c", request=request, candidates=found, cut=False), commands),
        AccountChooser(AccountNeeded(request_id="c", request=request, accounts=("cape", "perth")), commands, views),
        DialWindow(commands, commands.open_settings, tray.hang_up),
        SettingsDialog(commands, config, specs, (), "IT"),
        DiagnosticsDialog(commands),
        TrayWindow(tray.menu),
    )
    tray.close()


def own_controls(window):
    """The controls that we made, without the parts that Qt makes them of."""
    for widget in window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), CONTROLS)
        if isinstance(widget, CONTROLS) and not (inner or widget.isHidden() or isinstance(widget, QScrollBar)):
            yield widget


def test_every_control_has_a_name(windows):
    nameless = [
        (type(window).__name__, type(widget).__name__)
        for window in windows
        for widget in own_controls(window)
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []
    assert all(window.windowTitle() for window in windows)


def test_the_keyboard_reaches_every_control_that_does_something(windows):
    unreachable = [
        (type(window).__name__, widget.accessibleName() or widget.text())
        for window in windows
        for widget in own_controls(window)
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    # The arrows move in the list of the dial window while the focus stays in the field above it.
    assert unreachable == [("DialWindow", "Recent calls")]


def test_no_label_takes_foreign_text_for_markup(windows):
    rich = [
        (type(window).__name__, label.text())
        for window in windows
        for label in window.findChildren(QLabel)
        if label.text() and label.textFormat() is not Qt.TextFormat.PlainText and label.buddy() is None
    ]
    assert rich == []


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_window_needs_more_room_than_a_small_screen_has(windows, qapp, direction):
    qapp.setLayoutDirection(direction)
    try:
        for window in windows:
            hint = window.minimumSizeHint()
            assert hint.width() <= 1024, type(window).__name__
            assert hint.height() <= 700, type(window).__name__
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
