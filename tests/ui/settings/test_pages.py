"""The pages of the settings as a person uses them: keys and clicks in the window, and what is saved then."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QMessageBox, QWidget

from traydial.core.chord import NAMED_KEYS, Chord, Modifier
from traydial.core.config import Config, LeftClick, Level, PopupPlace
from traydial.core.errors import Unsupported
from traydial.core.ports import HotkeyStatus, SchemeStatus
from traydial.core.setting import declared
from traydial.services.diagnostics import SCHEMES
from traydial.ui.settings.dialog import SettingsDialog
from traydial.ui.settings.hotkey_edit import HotkeyEdit, chord_text, sequence

NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL, ALT, SHIFT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)
SMALL_SCREEN = QSize(1366 * 2 // 3, 768 * 2 // 3)  # 1366×768 at 150 %


@pytest.fixture
def config(views):
    return Config(accounts=tuple(view.account for view in views), region="IT")


@pytest.fixture
def opened(commands, specs, qtbot, config):
    def opened(config=config, *, hotkeys=(), pinned=()):
        dialog = SettingsDialog(commands, config, specs, hotkeys, "IT", pinned=frozenset(pinned))
        dialog.ask()
        qtbot.waitExposed(dialog)
        return dialog

    return opened


def control(dialog, key):
    """Go to the page of a setting and return its control."""
    page = next(page for page in dialog.pages if key in page.editors)
    dialog.tabs.setCurrentWidget(page)
    return page.editors[key].widget


def notice(dialog, key):
    return next(page.notices[key].text() for page in dialog.pages if key in page.notices)


def saved(commands):
    return next(config for name, *rest in reversed(commands.calls) if name == "save_config" for config in rest)


def press(qtbot, dialog, key, modifiers=NO_KEYS, *, setting="hotkeys.dial_selection"):
    field = control(dialog, setting)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClick(field, key, modifiers)
    return field


@pytest.mark.parametrize(
    ("key", "modifiers", "chord"),
    [
        (Qt.Key.Key_K, CTRL | ALT, "ctrl+alt+k"),
        (Qt.Key.Key_F9, NO_KEYS, "f9"),
        (Qt.Key.Key_Space, META, "super+space"),
        (Qt.Key.Key_PageUp, CTRL, "ctrl+page_up"),
        (Qt.Key.Key_Return, CTRL | ALT, "ctrl+alt+enter"),
        (Qt.Key.Key_Backspace, NO_KEYS, ""),
        (Qt.Key.Key_Delete, NO_KEYS, ""),
    ],
)
def test_a_hotkey_is_taken_as_it_is_pressed(opened, commands, qtbot, key, modifiers, chord):
    dialog = opened()
    press(qtbot, dialog, key, modifiers)
    assert "Takes effect when you save" in notice(dialog, "hotkeys.dial_selection")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert saved(commands).hotkeys.dial_selection == chord


@pytest.mark.parametrize(
    ("key", "modifiers", "said"),
    [
        (Qt.Key.Key_Return, NO_KEYS, "Hold Ctrl, Alt or Super"),
        (Qt.Key.Key_D, NO_KEYS, "Hold Ctrl, Alt or Super"),
        (Qt.Key.Key_D, SHIFT, "Hold Ctrl, Alt or Super"),
        (Qt.Key.Key_C, CTRL, "Other programs need this combination"),
        (Qt.Key.Key_F4, ALT, "Other programs need this combination"),
        (Qt.Key.Key_VolumeUp, CTRL, "cannot be a hotkey"),
    ],
)
def test_what_cannot_be_a_hotkey_is_refused_with_a_sentence(opened, commands, qtbot, key, modifiers, said):
    dialog = opened()
    field = press(qtbot, dialog, key, modifiers)
    assert said in notice(dialog, "hotkeys.dial_selection")
    assert field.keySequence() == sequence("ctrl+alt+d")
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert commands.calls == []


def test_the_same_keys_twice_are_told(opened, qtbot):
    dialog = opened()
    press(qtbot, dialog, Qt.Key.Key_R, CTRL | ALT)
    assert "Start or stop recording" in notice(dialog, "hotkeys.dial_selection")
    assert "Dial the selected number" in notice(dialog, "hotkeys.toggle_recording")
    press(qtbot, dialog, Qt.Key.Key_K, CTRL | ALT)
    assert "Takes effect when you save" in notice(dialog, "hotkeys.dial_selection")
    assert notice(dialog, "hotkeys.toggle_recording") == ""


def test_tab_and_esc_leave_a_hotkey_field(opened, qtbot):
    dialog = opened()
    field = press(qtbot, dialog, Qt.Key.Key_Tab)
    assert dialog.focusWidget() not in (field, *field.findChildren(QWidget))
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_key_of_a_chord_has_a_name_that_qt_knows(qapp):
    for key in (*NAMED_KEYS, "a", "7", ".", "-"):
        chord = Chord(frozenset({Modifier.SUPER, Modifier.ALT}), key)
        shown = sequence(str(chord))
        assert Chord.parse(chord_text(shown.toString(shown.SequenceFormat.PortableText))) == chord


def test_a_hotkey_field_shows_what_is_set(qtbot):
    edit = HotkeyEdit("ctrl+alt+page_up")
    qtbot.addWidget(edit)
    assert edit.keySequence().toString() == "Ctrl+Alt+PgUp"


def test_hotkeys_say_in_words_whether_they_work(opened):
    taken = HotkeyStatus(action="dial_selection", chord="ctrl+alt+d", bound=False, reason="taken")
    bound = HotkeyStatus(action="toggle_recording", chord="ctrl+alt+r", bound=True, reason="")
    dialog = opened(hotkeys=(taken, bound))
    assert "Another program already uses this hotkey" in notice(dialog, "hotkeys.dial_selection")
    assert notice(dialog, "hotkeys.toggle_recording") == "Works."


def test_settings_are_changed_by_clicks_and_keys(opened, commands, config, qtbot):
    dialog = opened()
    careful = control(dialog, "consent.level")
    qtbot.mouseClick(careful, Qt.MouseButton.LeftButton, pos=QPoint(8, careful.height() // 2))
    undo_s = control(dialog, "consent.undo_s")
    undo_s.selectAll()
    qtbot.keyClicks(undo_s, "5.5")
    qtbot.keyClicks(control(dialog, "recording.tell"), " DE, +1* ,")
    qtbot.keyClicks(control(dialog, "consent.deny"), "+881*")
    qtbot.keyClicks(control(dialog, "ui.popup"), "In a window")
    qtbot.keyClicks(control(dialog, "ui.left_click"), "starts")
    qtbot.keyClicks(control(dialog, "language"), "Italiano")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    now = saved(commands)
    assert now.consent == replace(config.consent, level=Level.CAREFUL, undo_s=5.5, deny=("+881*",))
    assert now.recording.tell == ("DE", "+1*")
    assert (now.ui.popup, now.ui.left_click) == (PopupPlace.OWN, LeftClick.RECORD)
    assert now.language == "it"


@pytest.mark.parametrize("undo_s", [0.25, 3.0, 3.14])
def test_what_is_not_touched_stays_as_it_is(opened, commands, config, qtbot, undo_s):
    before = replace(config, consent=replace(config.consent, undo_s=undo_s))
    dialog = opened(before)
    qtbot.keyClicks(control(dialog, "language"), "Italiano")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert saved(commands) == replace(before, language="it")


PINNABLE = [setting.key for setting in declared(Config) if setting.key != "default_account"]


@pytest.mark.parametrize("key", PINNABLE)
def test_what_an_administrator_has_pinned_is_locked_and_says_why(opened, key):
    dialog = opened(pinned=[key])
    page = next(page for page in dialog.pages if key in page.editors)
    dialog.tabs.setCurrentWidget(page)
    for other, editor in page.editors.items():
        assert all(widget.isEnabled() is (other != key) for widget in editor.widgets)
    reasons = [label for label in page.findChildren(QLabel) if "Set by your administrator" in label.text()]
    assert [label.isVisible() for label in reasons] == [True]


def test_a_save_keeps_a_pinned_hotkey(opened, commands, qtbot):
    dialog = opened(pinned=["hotkeys.dial_selection"])
    press(qtbot, dialog, Qt.Key.Key_K, CTRL | ALT)
    press(qtbot, dialog, Qt.Key.Key_F9, setting="hotkeys.toggle_recording")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert saved(commands).hotkeys == replace(Config().hotkeys, toggle_recording="f9")


def test_every_setting_but_the_default_account_is_on_a_page(opened):
    shown = [key for page in opened().pages for key in page.editors]
    assert sorted(shown) == sorted(PINNABLE)


@pytest.mark.parametrize("key", PINNABLE)
def test_enter_saves_from_every_setting(opened, commands, qtbot, key):
    if key.startswith("hotkeys."):
        return  # there Enter is a key like any other
    dialog = opened()
    qtbot.keyClicks(control(dialog, "recording.tell"), "DE")
    widget = control(dialog, key)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert saved(commands).recording.tell == ("DE",)


def question(dialog):
    (box,) = [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]
    return box


def choose(qtbot, box, text):
    found = next(button for button in box.buttons() if button.text().replace("&", "") == text)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_escape_asks_before_it_drops_changes(opened, commands, qtbot):
    dialog = opened()
    qtbot.keyClicks(control(dialog, "recording.tell"), "DE")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    choose(qtbot, question(dialog), "Keep editing")
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    choose(qtbot, question(dialog), "Discard")
    assert not dialog.isVisible()
    assert commands.calls == []


def test_the_end_of_the_program_does_not_wait_for_an_answer(opened, qtbot):
    dialog = opened()
    qtbot.keyClicks(control(dialog, "recording.tell"), "DE")
    assert dialog.close()


def test_what_escape_asks_about_can_be_saved(opened, commands, qtbot):
    dialog = opened()
    qtbot.keyClicks(control(dialog, "recording.tell"), "DE")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    choose(qtbot, question(dialog), "Save")
    assert saved(commands).recording.tell == ("DE",)
    assert not dialog.isVisible()


def test_escape_closes_at_once_where_nothing_was_changed(opened, qtbot):
    dialog = opened()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_save_and_cancel_are_in_reach_on_a_small_screen(opened, qtbot):
    dialog = opened()
    dialog.resize(SMALL_SCREEN - QSize(10, 40))  # without the frame
    for place in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(place)
        qtbot.waitUntil(lambda: dialog.height() <= SMALL_SCREEN.height() - 40)
        assert dialog.width() <= SMALL_SCREEN.width() - 10
        for button in (dialog.save_button, dialog.close_button):
            assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight()))
    last = control(dialog, "calls.forget_after_min")

    def scrolled():
        bar = dialog.calls.verticalScrollBar()
        bar.setValue(bar.maximum())
        viewport = dialog.calls.viewport()
        return viewport.rect().contains(last.mapTo(viewport, last.rect().bottomRight()))

    qtbot.waitUntil(scrolled)


def test_shortcut_keys_are_not_used_twice_on_a_page(opened):
    dialog = opened()
    everywhere = [dialog.tabs.tabText(place) for place in range(dialog.tabs.count())]
    everywhere += [dialog.save_button.text(), dialog.close_button.text()]
    for page in dialog.pages:
        titles = [child.text() for child in page.findChildren(QAbstractButton)]
        titles += [label.text() for label in page.findChildren(QLabel) if label.buddy()]
        letters = Counter(text.partition("&")[2][:1].lower() for text in (*everywhere, *titles) if "&" in text)
        assert {letter for letter, count in letters.items() if count > 1} == set(), type(page).__name__


def test_the_wheel_over_a_page_scrolls_it_and_changes_nothing(opened):
    dialog = opened()
    for page in dialog.pages:
        for editor in page.editors.values():
            if isinstance(editor.widget, QComboBox) or hasattr(editor.widget, "stepBy"):
                assert not editor.widget.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus


OURS = tuple(SchemeStatus(scheme=scheme, handler="org.traydial.Traydial.desktop", ours=True) for scheme in SCHEMES)
OTHERS = (SchemeStatus(scheme="tel", handler="org.gnome.Calls.desktop", ours=False), OURS[1])


@pytest.mark.parametrize(
    ("schemes", "on", "words"),
    [
        (OURS, True, "Traydial opens links to telephone numbers on this desktop."),
        (OTHERS, False, "Not set up: another program opens tel: links (org.gnome.Calls)."),
        ((SchemeStatus(scheme="tel", handler="", ours=False),), False, "Not set up: no program opens them."),
    ],
)
def test_who_opens_links_is_said_in_words(opened, commands, schemes, on, words):
    commands.schemes = schemes
    dialog = opened()
    links = dialog.calls.links
    assert links.switch.isEnabled()
    assert links.switch.isChecked() is on
    assert links.state.text() == links.switch.accessibleDescription() == words
    assert not dialog.is_changed()


def test_the_switch_for_links_takes_effect_with_save(opened, commands, qtbot):
    dialog = opened()
    dialog.tabs.setCurrentWidget(dialog.calls)
    dialog.calls.links.switch.click()
    assert dialog.is_changed()
    assert commands.calls == []
    dialog.save()
    assert commands.calls == [("register_links", True)]
    assert not dialog.isVisible()


def test_links_that_cannot_be_registered_are_told_and_the_window_stays(opened, commands):
    commands.link_error = Unsupported("desktop_unsupported", reason="Permission denied")
    dialog = opened()
    dialog.calls.links.switch.click()
    dialog.tabs.setCurrentWidget(dialog.general)
    dialog.save()
    assert dialog.isVisible()
    assert dialog.tabs.currentWidget() is dialog.calls
    assert "Permission denied" in dialog.calls.links.notice.text()
    assert not dialog.calls.links.switch.isChecked(), "it shows what is so"
    dialog.save()
    assert not dialog.isVisible(), "a second Save has nothing more to do"


def test_where_no_program_can_be_registered_for_links_the_switch_is_greyed(opened, commands):
    commands.schemes = Unsupported("desktop_unsupported", reason="xdg-mime")
    dialog = opened()
    links = dialog.calls.links
    assert not links.switch.isEnabled()
    assert "xdg-mime" in links.notice.text()


def test_refusing_links_gives_the_registration_back(opened, commands):
    commands.schemes = OURS
    dialog = opened()
    control(dialog, "consent.links").click()
    assert not dialog.calls.links.switch.isEnabled()
    dialog.save()
    assert [call for call in commands.calls if call[0] == "register_links"] == [("register_links", False)]
    assert saved(commands).consent.links is False
