"""Past calls elsewhere: the tray, the dial window, the settings."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from traydial.core.config import Config
from traydial.core.config import HistorySettings as Settings
from traydial.core.consent import Source
from traydial.services.administration import Configured
from traydial.ui.dial.window import DialWindow
from traydial.ui.history.window import HistoryWindow
from traydial.ui.settings.pages import HistoryPage
from traydial.ui.windows import Windows


def test_masking_goes_through_every_list_of_past_calls(commands, entry, owner):
    windows = Windows(commands, owner, leave=commands.quit)
    windows.show_configuration(Configured(config=Config(history=Settings(mask=True))))
    windows.show_recent((entry("+390444123456"),))
    windows.open_dial_window()
    (recent,) = [action.menu() for action in windows.tray.menu.actions() if "ecent" in action.text()]
    (dial_window,) = [window for window in QApplication.topLevelWidgets() if isinstance(window, DialWindow)]
    assert [action.text() for action in recent.actions()] == ["+39 0444 …56"]
    assert dial_window.list.item(0).text().startswith("+39 0444 …56")
    recent.actions()[0].trigger()
    assert ("dial", "+390444123456", Source.HISTORY) in commands.calls
    windows.close()


def test_the_tray_opens_the_window_once(commands, owner):
    windows = Windows(commands, owner, leave=commands.quit)
    (history,) = [action for action in windows.tray.menu.actions() if action.text().replace("&", "") == "History…"]
    history.trigger()
    history.trigger()
    shown = [window for window in QApplication.topLevelWidgets() if isinstance(window, HistoryWindow)]
    assert [window.isVisible() for window in shown] == [True]
    windows.close()


def test_what_is_kept_and_shown_is_chosen_in_the_settings(qtbot):
    page = HistoryPage(Config(history=Settings(keep_days=30)), frozenset())
    qtbot.addWidget(page)
    page.show()
    keep_days = page.editors["history.keep_days"].widget
    assert keep_days.text() == "30 days"
    keep_days.selectAll()
    qtbot.keyClicks(keep_days, "0")
    qtbot.keyClick(keep_days, Qt.Key.Key_Return)
    assert keep_days.text() == "forever"
    qtbot.mouseClick(page.editors["history.mask"].widget, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert page.applied(Config()).history == Settings(keep_days=0, mask=True)
