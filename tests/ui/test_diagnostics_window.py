"""The Diagnostics window: the list of results, and the report in the clipboard."""

import pytest
from PySide6.QtGui import QGuiApplication

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
