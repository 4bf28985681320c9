"""The Diagnostics window: the list of results, and the report in the clipboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from traydial.services.diagnostics import Check, State
from traydial.ui.diagnostics.window import DiagnosticsDialog

CHECKS = (
    Check(id="config", state=State.OK, summary="config_read"),
    Check(id="link_handler.tel", state=State.WARNING, summary="handler_none", values={"scheme": "tel", "handler": ""}),
)


@pytest.fixture
def dialog(commands, qtbot):
    commands.diagnosis = (CHECKS, "the report\n")
    return DiagnosticsDialog(commands)


def test_each_check_is_a_line_with_what_to_do(dialog):
    rows = [dialog.checks.topLevelItem(row) for row in range(dialog.checks.topLevelItemCount())]
    assert [row.text(0) for row in rows] == ["✓  works", "!  not set up"]
    assert "→ Choose Traydial in Settings under Calls" in rows[1].text(1)
    assert dialog.state.text() == "1 thing to fix. How to fix it is shown below."


def test_only_where_nothing_is_to_be_fixed_everything_works(commands, qtbot):
    warning = Check(id="tray", state=State.WARNING, summary="tray_runs_not")
    for checks, said in (((CHECKS[0], warning), "1 thing to fix."), (CHECKS[:1], "Everything works.")):
        commands.diagnosis = (checks, "")
        assert DiagnosticsDialog(commands).state.text().startswith(said)


def test_the_report_is_copied(dialog):
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "the report\n"


def test_checking_again_asks_again_and_a_late_answer_is_dropped(dialog, commands, qtbot):
    waiting = []
    commands.diagnose = waiting.append
    dialog.ask()
    dialog.again.click()
    assert not dialog.copy.isEnabled()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    waiting[0]((), "late")  # a window that is gone raises


def test_it_opens_as_a_list_of_two_columns_that_fit(dialog, qtbot):
    dialog.ask()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.windowTitle() == "Diagnostics"
    assert not dialog.windowIcon().isNull()
    header = dialog.checks.headerItem()
    assert [header.text(column) for column in range(dialog.checks.columnCount())] == ["State", "What was checked"]
    assert dialog.checks.columnWidth(0) >= dialog.checks.sizeHintForColumn(0)
    assert not dialog.checks.rootIsDecorated()
    assert dialog.checks.wordWrap()
    assert dialog.checks.topLevelItem(1).toolTip(1) == "link_handler.tel"
    assert "The report holds no passwords, keys or telephone numbers." in words(dialog)
    metrics = dialog.fontMetrics()
    assert dialog.width() > 60 * metrics.averageCharWidth()
    assert dialog.height() > 15 * metrics.lineSpacing()
    assert dialog.checks.height() > dialog.height() / 2


def words(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_every_state_has_a_sign_and_a_name(commands, qtbot):
    checks = tuple(Check(id=state, state=state, summary="config_read") for state in State)
    commands.diagnosis = (checks, "")
    dialog = DiagnosticsDialog(commands)
    shown = {check.state: dialog.checks.topLevelItem(row).text(0) for row, check in enumerate(checks)}
    assert shown == {
        "ok": "✓  works",
        "warning": "!  needs attention",
        "failed": "✗  does not work",
        "not_applicable": "–  not on this desktop",
    }
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
    assert dialog.checks.topLevelItemCount() == 1
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "second"
    assert dialog.state.text() == "The report is in the clipboard."


def test_enter_closes_it_and_the_tray_goes_on(dialog, qtbot):
    dialog.ask()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    for button in (dialog.again, dialog.copy):
        button.setFocus()
        assert not button.isDefault()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog.checks, Qt.Key.Key_Return)
