"""What stands on each page of the settings, from top to bottom, and that nothing covers anything else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from traydial.core.account import Rule, RuleKind
from traydial.core.ports import HotkeyStatus
from traydial.services import number_table
from traydial.ui.settings.dialog import SettingsDialog
from traydial.ui.settings.rules_editor import RulesEditor
from ui import reading
from ui.seen import overlapping, read_off

PAGES = {
    "calls": """
Before a number is called
( ) Careful
· Asks before every number from a link that you have not called before.
(x) Normal
· Leaves a moment to undo a call, and asks before unusual numbers.
( ) Fast
· Dials ordinary numbers at once, and asks only before costly or risky ones.
· Emergency numbers are dialled at once, except from links. Codes with * or # are always asked about.
Time to undo a call
<3.0 s>
· How long a call waits for Undo before it is placed.
Time between two links
<2.0 s>
· Asks about a link that comes sooner after another one.
Calls in one minute
<10>
· Asks before more calls than this.
(x) Dial links that other programs open
· When this is off, every tel: link is refused.
( ) Open telephone links with Traydial
· Not set up: no program opens them.
(x) During a call, ask before calling another number
· If you say yes, the current call is hung up first.
Never call
<+881*, +44*>
· Numbers that are never called; * stands for any digits.
Ask before recording calls to
<DE, +1*>
· Countries and numbers whose calls are recorded only once you say that they agreed.
Show a silent call as unknown after
<60 min>
· For calls whose end the PBX does not report. After the same time again they are not shown.
""",
    "history": """
Keep calls
<forever>
· Older calls are deleted, and Traydial no longer knows that their numbers were called.
( ) Show past numbers without their middle digits
· In the history, the recent calls and exported files. The numbers themselves are kept.
""",
    "hotkeys": """
Hotkeys work in every program. Click into a field and press the keys; Backspace turns one off.
Dial the selected number
<Ctrl+Alt+D>
· Dials the number that is selected in any program.
Start or stop recording
<Ctrl+Alt+R>
· Starts and stops the recording of the current call.
""",
    "general": """
Language
<As the desktop>
Country of the numbers
<Italy (IT)>
· The country of numbers without an international prefix.
Calls are shown
<Automatic>
· Automatic: by the desktop's notifications if they have buttons, else in a window of Traydial.
Clicking the icon
<opens the dial window>
( ) Start Traydial at login
""",
}


def shown(window, qtbot, text):
    """Wait until a window reads so from top to bottom: Qt lays it out in the next turns."""

    def reads():
        assert read_off(window) == text.strip("\n").splitlines()

    qtbot.waitUntil(reads)
    assert overlapping(window) == []


@pytest.mark.parametrize("name", PAGES)
def test_each_page_reads_from_top_to_bottom(dialog, qtbot, name):
    page = getattr(dialog, name)
    dialog.tabs.setCurrentWidget(page)
    shown(page.widget(), qtbot, PAGES[name])


def test_the_pages_stand_behind_their_tabs_above_save_and_cancel(dialog, qtbot):
    dialog.tabs.setCurrentWidget(dialog.history)
    tabs = "Accounts | Calls | History | Hotkeys | General"
    shown(dialog, qtbot, f"{tabs}{PAGES['history']}[Cancel]\n[Save]")


def test_where_the_desktop_cannot_show_calls_no_choice_is_offered(commands, specs, qtbot, config):
    dialog = SettingsDialog(commands, config, specs, (), "IT", desktop_shows=False)
    dialog.ask()
    qtbot.waitExposed(dialog)
    dialog.tabs.setCurrentWidget(dialog.general)
    before, _, after = PAGES["general"].partition("Calls are shown\n")
    shown(dialog.general.widget(), qtbot, before + after.split("Traydial.\n", 1)[1])


def test_below_each_hotkey_stands_whether_it_works(commands, specs, qtbot, config):
    taken = HotkeyStatus(action="dial_selection", chord="ctrl+alt+d", bound=False, reason="taken")
    off = HotkeyStatus(action="toggle_recording", chord="", bound=False, reason="")
    dialog = SettingsDialog(commands, config, specs, (taken, off), "IT")
    dialog.ask()
    qtbot.waitExposed(dialog)
    dialog.tabs.setCurrentWidget(dialog.hotkeys)
    told = "· Dials the number that is selected in any program.\n"
    why = f"{told}Another program already uses this hotkey. Choose another one.\n"
    shown(dialog.hotkeys.widget(), qtbot, PAGES["hotkeys"].replace(told, why))


FORM = """
Name
<TEL4VN>
· Shown in the menu, e.g. Office.
Short name *
<tel4vn>
· For the command line; cannot be changed later.
Server *
<>
· The API host that TEL4VN gave you, e.g. https://pbx.example.vn
Extension *
<>
· Your own phone's number in the PBX: it rings first.
API key
<>
· From TEL4VN. Traydial fetches tokens with it and renews them in time.
Token
<>
· Only where you have no API key: a token that TEL4VN gave you.
( ) Your phone answers by itself
· Where the phone can do so; else it rings first.
Hotline
<>
· The number to call out with. TEL4VN has to set it up for you first.
* must be filled in
[Test connection]
[More settings]
"""
MORE = """
Answer
<async>
· async: the PBX answers at once. sync: it answers when your phone is picked up.
Name on your phone
<>
· What your phone shows while it rings; empty: Click2Call.
Number on your phone
<>
· What your phone shows while it rings; empty: your extension.
Name in the SIP message
<>
· Sent with the call to the number that you dial.
Number in the SIP message
<>
· Sent with the call to the number that you dial.
Certificate file
<>
[Browse…]
· PEM file to check the server against; empty: the certificates of this computer.
"""
NUMBERS = """
# Numbers
Country of the numbers
<As in General: Italy>
Prefix for an outside line
<none>
Rules, one after the other:
· None yet: numbers are written as the PBX takes them.
[Add rule]
Try a number
<Type a number to see what would be dialled>
[Test a table of numbers…]
"""


def test_a_new_account_shows_what_most_people_fill_in_and_the_rest_on_demand(add, qtbot):
    form = add("tel4vn")
    shown(form, qtbot, (FORM + NUMBERS).replace("\n\n", "\n"))
    more = next(button for button in form.findChildren(QPushButton) if button.text() == "&More settings")
    more.click()
    shown(form, qtbot, (FORM + MORE + NUMBERS).replace("\n\n", "\n"))
    more.click()
    shown(form, qtbot, (FORM + NUMBERS).replace("\n\n", "\n"))


def test_without_an_account_it_is_said_how_to_get_one(empty_page, qtbot):
    shown(empty_page, qtbot, "There is no account yet. Add one for your PBX.\n[Add]\n[Remove] …")


LIST = """
Rules, one after the other:
- 1. Leading digits: +39 0444 100 → 7
- 2. Internal numbers: 5-4
- 3. Recording: 7xx → recorded from the start
"""
RULES = {
    0: """
[Add rule]
[Remove rule]
[Move up] …
[Move down]
Kind of rule
<Leading digits>
· With + the result is still written as the PBX takes it, without + it is sent as is.
Leading digits
<+39 0444 100>
Replaced by
<7>
""",
    1: """
[Add rule]
[Remove rule]
[Move up]
[Move down]
Kind of rule
<Internal numbers>
· Dialled as they are. Without such a rule every short number is internal.
Numbers
<5-4>
· 200-299: a range. 6xx: x is one digit. +44*: whatever follows. A comma separates several.
This cannot be used: a range goes up, and both ends have the same number of digits. Correct it, then try again.
""",
    2: """
[Add rule]
[Remove rule]
[Move up]
[Move down] …
Kind of rule
<Recording>
· Whether calls to them are recorded. The first rule that matches decides.
Numbers
<7xx>
· 200-299: a range. 6xx: x is one digit. +44*: whatever follows. A comma separates several.
Calls are
<recorded from the start>
""",
}


@pytest.mark.parametrize("row", RULES)
def test_the_chosen_rule_is_shown_below_the_list(qapp, qtbot, row):
    editor = RulesEditor(
        (
            Rule(kind=RuleKind.PREFIX, match="+39 0444 100", use="7"),
            Rule(kind=RuleKind.INTERNAL, match="5-4"),
            Rule(kind=RuleKind.RECORD, match="7xx", use="on"),
        )
    )
    qtbot.addWidget(editor)
    editor.list.setCurrentRow((row + 1) % 3)
    editor.list.setCurrentRow(row)
    editor.show()
    shown(editor, qtbot, LIST + RULES[row].lstrip("\n"))


def test_the_window_for_a_table_shows_what_came_of_each_number(add, commands, registry, qtbot, tmp_path):
    def plan_table(file, account, done):
        done(number_table.load(file, account, registry.spec(account.pbx).number_rules, region="IT"))

    commands.plan_table = plan_table
    file = tmp_path / "numbers.csv"
    file.write_text("number;expected\n0444 10023;723\n600;600\nnobody;\n")
    numbers = add("tel4vn").numbers
    numbers.test_table()
    window = numbers.table_test
    hint = "A CSV file with a column “number” and, if you like, “expected”: what should be dialled. No call is placed."
    buttons = "[Load a table…]\n[Save the results…]{}\n[Close]"
    header = "| Number | Dialled | Expected | Result"
    narrow = "( ) Only those that differ or cannot be dialled"
    shown(window, qtbot, f"{hint}\n{header}\n{narrow} …\n{buttons.format(' …')}")
    window.load(file)
    rows = """
- 0444 10023 | 008444410023 | 723 | Differs
- 600 | 600 | 600 | As expected
- nobody |  |  | No number found
"""
    why = "Dials 008444410023 / Why this number? / • Written with 00 and country code, as this PBX wants it: "
    why += "+8444410023 → 008444410023"
    sums = "Numbers: 3. As expected: 1. Different: 1. Not dialled: 1."
    shown(window, qtbot, f"{hint}\n{header}{rows}{narrow}\n{why}\n{sums}\n{buttons.format('')}")


def test_a_screen_reader_tells_of_each_setting_what_stands_below_it(dialog):
    for page in dialog.pages:
        dialog.tabs.setCurrentWidget(page)
        hints = [line.removeprefix("· ") for line in read_off(page.widget())]
        for key, editor in page.editors.items():
            told = {widget.accessibleDescription() for widget in editor.widgets} - {""}
            assert told <= set(hints), key
            assert bool(told) is bool(editor.setting.help or len(editor.widgets) > 1), key
            if len(editor.widgets) > 1:
                assert len(told) == len(editor.widgets), "each choice has its own meaning"


def test_a_screen_reader_tells_of_each_field_of_an_account_what_stands_below_it(add):
    form = add("tel4vn")
    hints = [line.removeprefix("· ") for line in read_off(form)]
    fields = [reading.field(form, f.label) for f in form.spec.fields if not f.advanced]
    assert all(field.accessibleDescription() in hints for field in fields)
    names = [field.accessibleName() for field in fields]
    assert names[:3] == ["Server, required", "Extension, required", "API key"]
