"""The Diagnostics window: the results, which are read as a whole at any width, and the report in the clipboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from traydial.core.errors import Unreachable
from traydial.core.ports import HotkeyStatus
from traydial.services.diagnostics import SUMMARIES, Check, State, check_hotkeys
from traydial.ui.diagnostics.window import DiagnosticsDialog
from ui.seen import overlapping, read_off

VALUES = {"scheme": "tel", "handler": "", "chord": "Ctrl+Alt+D", "account": "Office", "info": "", "region": "IT"}
CHECKS = (
    Check(id="config", state=State.OK, summary="config_read"),
    Check(id="link_handler.tel", state=State.WARNING, summary="handler_none", values=VALUES),
    Check(
        id="account.office", state=State.FAILED, summary="account_fails", values=VALUES, error=Unreachable("timed_out")
    ),
)


@pytest.fixture
def opened(commands, qtbot):
    def opened(checks=CHECKS, report="the report\n"):
        commands.diagnosis = (checks, report)
        dialog = DiagnosticsDialog(commands)
        dialog.ask()
        qtbot.waitExposed(dialog)
        return dialog

    return opened


def lines(dialog):
    """What the results say, from the top."""

    def place(label):
        corner = label.mapTo(dialog, label.rect().topLeft())
        return corner.y(), corner.x()

    return [label.text() for label in sorted(dialog.checks.findChildren(QLabel), key=place) if label.isVisible()]


def test_each_check_is_a_line_with_what_to_do(opened):
    dialog = opened()
    assert lines(dialog)[:4] == [
        "✓  works",
        "The settings can be read.",
        "!  not set up",
        "No program opens tel: links.",
    ]
    assert lines(dialog)[4].startswith("→ Choose Traydial in Settings under Calls")
    assert lines(dialog)[5] == "✗  does not work"
    assert dialog.state.text() == "2 things to fix. How to fix them is shown below."


def test_it_reads_from_top_to_bottom_and_nothing_covers_anything(opened, qtbot):
    dialog = opened(CHECKS[:2])

    def reads():
        assert read_off(dialog) == [
            "1 thing to fix. How to fix it is shown below.",
            "✓  works",
            "The settings can be read.",
            "!  not set up",
            "No program opens tel: links.",
            lines(dialog)[4],
            "· The report holds no passwords, keys or telephone numbers.",
            "[Check again]",
            "[Copy report]",
            "[Close]",
        ]

    qtbot.waitUntil(reads)
    assert overlapping(dialog) == []
    assert dialog.state.font().bold()


@pytest.mark.parametrize("width", [300, 600, 1200])
def test_every_text_is_shown_whole_at_any_width(opened, qtbot, width):
    dialog = opened(tuple(Check(id=name, state=State.WARNING, summary=name, values=VALUES) for name in SUMMARIES))
    dialog.resize(width, 400)
    qtbot.waitUntil(lambda: dialog.width() == max(width, dialog.minimumSizeHint().width()))
    assert dialog.checks.widget().width() <= dialog.checks.viewport().width()
    labels = dialog.checks.findChildren(QLabel)
    assert len(labels) > len(SUMMARIES)
    for label in labels:
        flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
        needed = label.fontMetrics().boundingRect(label.contentsRect(), flags, label.text())
        assert needed.height() <= label.contentsRect().height(), label.text()
        assert needed.width() <= label.contentsRect().width(), label.text()


def test_the_arrows_scroll_to_the_last_check(opened, qtbot):
    dialog = opened(tuple(Check(id=name, state=State.OK, summary=name, values=VALUES) for name in SUMMARIES))
    bar = dialog.checks.verticalScrollBar()
    assert bar.maximum() > 0
    dialog.checks.setFocus()
    for _ in range(bar.maximum()):
        qtbot.keyClick(dialog.checks, Qt.Key.Key_Down)
    assert bar.value() == bar.maximum()


def test_only_where_nothing_is_to_be_fixed_everything_works(opened):
    warning = Check(id="tray", state=State.WARNING, summary="tray_runs_not")
    for checks, said in (((CHECKS[0], warning), "1 thing to fix."), (CHECKS[:1], "Everything works.")):
        assert opened(checks).state.text().startswith(said)


def test_why_a_hotkey_does_not_work_is_told(opened):
    taken = HotkeyStatus(action="dial_selection", chord="ctrl+alt+d", bound=False, reason="taken")
    dialog = opened(tuple(check_hotkeys((taken,))))
    assert "→ Another program already uses this hotkey. Choose another one." in lines(dialog)


def test_the_report_is_copied(opened):
    dialog = opened()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "the report\n"


def test_checking_again_asks_again_and_a_late_answer_is_dropped(opened, commands, qtbot):
    dialog = opened()
    waiting = []
    commands.diagnose = waiting.append
    dialog.again.click()
    assert not dialog.copy.isEnabled()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    waiting[0]((), "late")  # a window that is gone raises


def test_it_opens_with_room_for_its_results(opened, qtbot):
    dialog = opened()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.windowTitle() == "Diagnostics"
    assert not dialog.windowIcon().isNull()
    tips = [label.toolTip() for label in dialog.checks.findChildren(QLabel) if label.toolTip()]
    assert tips == [check.id for check in CHECKS]
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "The report holds no passwords, keys or telephone numbers." in said
    metrics = dialog.fontMetrics()
    assert dialog.width() > 60 * metrics.averageCharWidth()
    assert dialog.height() > 15 * metrics.lineSpacing()
    assert dialog.checks.height() > dialog.height() / 2


def test_every_state_has_a_sign_and_a_name(opened):
    dialog = opened(tuple(Check(id=state, state=state, summary="config_read") for state in State))
    found = "The settings can be read."
    assert [line for line in lines(dialog) if line != found] == [
        "✓  works",
        "!  needs attention",
        "✗  does not work",
        "–  not on this desktop",
    ]
    assert dialog.state.text() == "2 things to fix. How to fix them is shown below."


def test_while_it_checks_there_is_nothing_to_copy(commands, qtbot):
    waiting = []
    commands.diagnose = waiting.append
    dialog = DiagnosticsDialog(commands)
    dialog.ask()
    assert dialog.state.text() == "Checking…"
    assert not dialog.again.isEnabled()
    assert not dialog.copy.isEnabled()
    waiting[0](CHECKS, "first")
    assert dialog.again.isEnabled()
    assert dialog.copy.isEnabled()
    dialog.again.click()
    assert dialog.state.text() == "Checking…"
    waiting[1](CHECKS[:1], "second")
    assert lines(dialog) == ["✓  works", "The settings can be read."]
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "second"
    assert dialog.state.text() == "The report is in the clipboard."


def test_enter_closes_it_and_the_tray_goes_on(opened, qtbot):
    dialog = opened()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    for button in (dialog.again, dialog.copy):
        button.setFocus()
        assert not button.isDefault()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog.checks, Qt.Key.Key_Return)
