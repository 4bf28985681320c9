"""Questions before a call: what stands on them, and what keys and buttons answer."""

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from traydial.core.consent import Source
from traydial.core.events import AccountNeeded, ChoiceNeeded, ConsentNeeded, DialRequest, RecordingConsentNeeded
from traydial.core.number.read import read as numbers_in
from traydial.ui.call.choosers import AccountChooser, NumberChooser
from traydial.ui.call.questions import ConsentDialog, QuittingDialog, RecordingConsentDialog
from ui.call.seen import cut_off, press, read

REQUEST = DialRequest(text="tel:x", source=Source.LINK)
SEVERAL = "Ufficio 0444 123456, Mobile +39 335 1234567, chiama 112"


@pytest.fixture
def ask(commands, views, plan, call, qapp):
    """Ask one of the questions."""

    def consent(text="tel:+37253001234", name="", reasons=("premium", "new_country"), *, dangerous=True, known=True):
        number = replace(plan(text), name=name)
        event = ConsentNeeded(request_id="q", request=REQUEST, plan=number, reasons=reasons, dangerous=dangerous)
        return ConsentDialog(event, commands, views[0] if known else None)

    def recording(name="", *, running=False):
        number = replace(plan("tel:+4930901820"), name=name)
        event = RecordingConsentNeeded(request_id="q", plan=number, call=call() if running else None)
        return RecordingConsentDialog(event, commands)

    def which_number(text=SEVERAL, *, cut=False):
        request = DialRequest(text=text, source=Source.HOTKEY)
        found = numbers_in(text, region="IT").candidates
        return NumberChooser(ChoiceNeeded(request_id="q", request=request, candidates=found, cut=cut), commands)

    def which_account(title="Cape Town"):
        offered = (replace(view, account=replace(view.account, label=title)) for view in views)
        event = AccountNeeded(request_id="q", request=REQUEST, accounts=("cape", "perth"))
        return AccountChooser(event, commands, tuple(offered))

    def quitting():
        return QuittingDialog(commands.quit)

    made = {
        "consent": consent,
        "recording": recording,
        "which number": which_number,
        "which account": which_account,
        "quitting": quitting,
    }

    def ask(which, **values):
        dialog = made[which](**values)
        dialog.ask()
        return dialog

    return ask


EVERY = pytest.mark.parametrize("which", ["consent", "recording", "which number", "which account", "quitting"])


def test_a_call_is_asked_about_with_all_that_is_known(ask):
    assert read(ask("consent", name="Anna Rossi")) == [
        "Call this number?",
        "Anna Rossi",
        "+372 5300 1234",
        "Country",
        "Estonia",
        "Account",
        "Office",
        "Dialled as",
        "0037253001234",
        "• This is a premium-rate number: the call may be expensive.",
        "• No call has gone to this country before.",
        "[Why this number?]",
        "[Call]",
        "[Cancel]",
    ]


def test_what_is_not_known_has_no_line(ask):
    said = read(ask("consent", text="600", reasons=(), known=False))
    assert said == [
        "Call this number?",
        "600",
        "Kind",
        "Internal number",
        "Account",
        "office",
        "Dialled as",
        "600",
        "[Why this number?]",
        "[Call]",
        "[Cancel]",
    ]


def test_why_it_is_this_number_is_told_when_asked(ask):
    dialog = ask("consent")
    before = dialog.height()
    press(dialog, "Why this number?")
    assert any("+37253001234 → 0037253001234" in line for line in read(dialog))
    assert cut_off(dialog) == []
    assert dialog.height() > before
    press(dialog, "Why this number?")
    assert not any("→" in line for line in read(dialog))
    assert dialog.height() == before


@pytest.mark.parametrize("running", [False, True])
def test_a_recording_is_asked_about_with_what_a_no_does(ask, running):
    said = read(ask("recording", name="Anna Rossi", running=running))
    told = [] if running else ["“Do not record” still places the call. Esc cancels it."]
    assert said[:4] == [
        "Was the other party told of the recording, and do they agree?",
        "Anna Rossi",
        "+49 30 901820",
        "Your settings require consent before this number is recorded.",
    ]
    assert said[4:] == [*told, "[They agreed: record]", "[Do not record]"]


def test_a_number_without_a_name_stands_alone(ask):
    assert read(ask("recording"))[1] == "+49 30 901820"
    assert read(ask("consent"))[1] == "+372 5300 1234"


@pytest.mark.parametrize("cut", [False, True])
def test_numbers_are_offered_with_how_to_choose(ask, cut):
    dialog = ask("which number", cut=cut)
    beginning = ["The text is long: only its beginning was searched."] if cut else []
    assert read(dialog) == [
        "Which number do you want to call?",
        "(list)",
        *beginning,
        "Press 1–3 to call",
        "[Call]",
        "[Cancel]",
    ]
    assert [dialog.list.item(row).text() for row in range(3)] == [
        "1   Ufficio · +39 0444 123456 · Italy",
        "2   Mobile · +39 335 123 4567 · Italy",
        "3   chiama · 112 · Emergency number",
    ]


def test_of_many_numbers_nine_have_a_digit_and_all_can_be_scrolled_to(ask):
    dialog = ask("which number", text=", ".join(f"0444 1234{number}" for number in range(10, 22)))
    lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert [line[:4] for line in lines[7:10]] == ["8   ", "9   ", "    "]
    assert "Press 1–9 to call" in read(dialog)
    seen = [
        row
        for row in range(len(lines))
        if dialog.list.viewport().rect().contains(dialog.list.visualItemRect(dialog.list.item(row)))
    ]
    assert seen == list(range(9))
    assert not dialog.list.horizontalScrollBar().isVisible()


def test_a_few_numbers_have_a_list_as_high_as_they_are(ask):
    dialog = ask("which number")
    assert not dialog.list.verticalScrollBar().isVisible()
    assert dialog.list.viewport().height() == 3 * dialog.list.sizeHintForRow(0)


def test_a_long_line_is_cut_and_not_scrolled_to_the_side(ask):
    dialog = ask("which account", title="Branch " * 30)
    assert dialog.list.sizeHintForColumn(0) > dialog.list.viewport().width()
    assert not dialog.list.horizontalScrollBar().isVisible()


@EVERY
def test_what_is_asked_is_bold_and_who_is_called_is_large(ask, which):
    values = {"name": "Anna Rossi"} if which in ("consent", "recording") else {}
    dialog = ask(which, **values)
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert [label.font().bold() for label in labels] == [True] + [False] * (len(labels) - 1)
    large = [label for label in labels if label.font().pointSizeF() > labels[-1].font().pointSizeF()]
    assert [label.text() for label in large[:1]] == list(values.values())
    assert len(large) == 2 * len(values)
    assert len({label.font().pointSizeF() for label in large}) == len(values)


def test_an_account_is_asked_for_with_the_number(ask):
    dialog = ask("which account")
    assert read(dialog) == [
        "Which account should call tel:x?",
        "(list)",
        "[Remember: use it for all calls from now on]",
        "Press 1–2 to call",
        "[Call]",
        "[Cancel]",
    ]


def test_quitting_says_what_goes_on(ask):
    assert read(ask("quitting")) == [
        "Quit during a recording?",
        "The PBX goes on recording the call. Without Traydial you can only stop it at your phone.",
        "[Quit]",
        "[Cancel]",
    ]


@EVERY
def test_a_question_is_above_other_windows_and_can_be_read_whole(ask, which):
    dialog = ask(which)
    assert dialog.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert dialog.windowTitle()
    assert not dialog.windowIcon().isNull()
    assert cut_off(dialog) == []
    assert dialog.width() > 40 * dialog.fontMetrics().averageCharWidth()


@EVERY
def test_a_question_asks_for_the_keyboard(ask, qtbot, which):
    other = QWidget()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    dialog = ask(which)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.isAncestorOf(QApplication.focusWidget() or other)
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    dialog.ask()
    qtbot.waitUntil(dialog.isActiveWindow)


@EVERY
def test_a_question_that_was_closed_is_gone(ask, qtbot, which):
    dialog = ask(which)
    dialog.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


# Where Enter leads: wherever the keyboard is but on a button that was meant, to what does no harm.

CANCELLED = ("cancel", "q")
NO = ("refuse", "q")


@pytest.mark.parametrize(
    ("which", "values", "asked"),
    [
        ("consent", {"dangerous": True}, NO),
        ("consent", {"dangerous": False}, ("confirm", "q")),
        ("recording", {}, ("answer_recording", "q", False)),
        ("which number", {}, ("choose", "q", 0)),
        ("which account", {}, ("choose_account", "q", "cape")),
        ("quitting", {}, None),
    ],
)
def test_enter_does_what_is_safe(ask, commands, qtbot, which, values, asked):
    dialog = ask(which, **values)
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    assert commands.calls == ([asked] if asked else [])
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("which", "asked"), [("consent", NO), ("recording", ("answer_recording", "q", False)), ("quitting", None)]
)
def test_enter_on_another_button_is_no_click_on_it(ask, commands, qtbot, which, asked):
    first = ask(which)
    for place in range(len(first.findChildren(QPushButton))):
        dialog = ask(which)
        commands.calls.clear()
        button = dialog.findChildren(QPushButton)[place]
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
        assert commands.calls == ([asked] if asked else []), place


@pytest.mark.parametrize(
    ("which", "asked"),
    [
        ("consent", NO),
        ("recording", CANCELLED),
        ("which number", CANCELLED),
        ("which account", CANCELLED),
        ("quitting", None),
    ],
)
def test_escape_does_nothing_but_close(ask, commands, qtbot, which, asked):
    dialog = ask(which)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert commands.calls == ([asked] if asked else [])
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("which", "words", "asked"),
    [
        ("consent", "Call", ("confirm", "q")),
        ("consent", "Cancel", NO),
        ("recording", "They agreed: record", ("answer_recording", "q", True)),
        ("recording", "Do not record", ("answer_recording", "q", False)),
        ("which number", "Call", ("choose", "q", 0)),
        ("which number", "Cancel", CANCELLED),
        ("which account", "Call", ("choose_account", "q", "cape")),
        ("which account", "Cancel", CANCELLED),
        ("quitting", "Quit", ("quit",)),
        ("quitting", "Cancel", None),
    ],
)
def test_a_button_does_what_it_says(ask, commands, which, words, asked):
    dialog = ask(which)
    press(dialog, words)
    assert commands.calls == ([asked] if asked else [])
    assert not dialog.isVisible()


@EVERY
def test_what_was_settled_elsewhere_is_no_answer(ask, commands, which):
    dialog = ask(which)
    dialog.withdraw()
    assert commands.calls == []
    assert not dialog.isVisible()


def test_a_click_calls_a_number(ask, commands, qtbot):
    dialog = ask("which number")
    at = dialog.list.visualItemRect(dialog.list.item(1)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert commands.calls == [("choose", "q", 1)]


def test_a_click_on_an_account_calls_nothing_yet(ask, commands, qtbot):
    dialog = ask("which account")
    at = dialog.list.visualItemRect(dialog.list.item(1)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert commands.calls == []
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert commands.calls == [("choose_account", "q", "perth")]


@pytest.mark.parametrize(
    ("key", "asked"), [("1", [("choose", "q", 0)]), ("3", [("choose", "q", 2)]), ("4", []), ("0", []), ("٢", [])]
)
def test_a_digit_chooses_what_stands_beside_it(ask, commands, key, asked):
    dialog = ask("which number")
    QApplication.sendEvent(dialog.list, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key))
    assert commands.calls == asked
    assert dialog.isVisible() is not bool(asked)


def test_the_number_can_be_copied(ask):
    dialog = ask("consent")
    (number,) = [label for label in dialog.findChildren(QWidget) if label.accessibleName() == "Number"]
    assert number.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_screen_reader_is_told_what_each_text_is(ask):
    dialog = ask("consent")
    press(dialog, "Why this number?")
    named = {
        widget.accessibleName(): widget.text() for widget in dialog.findChildren(QWidget) if widget.accessibleName()
    }
    assert {name: named[name] for name in ("Number", "Country", "Account", "Dialled as")} == {
        "Number": "+372 5300 1234",
        "Country": "Estonia",
        "Account": "Office",
        "Dialled as": "0037253001234",
    }
    assert "→" in named["Why this number?"]
    asked = ask("recording")
    assert [w.text() for w in asked.findChildren(QWidget) if w.accessibleName() == "Number"] == ["+49 30 901820"]
    assert [ask(which).list.accessibleName() for which in ("which number", "which account")] == [
        "Numbers found",
        "Accounts",
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Fax 0444 123456", "Fax"),
        ("Fax: 0444 123456", "Fax"),
        ("call me at the office on 0444 123456", "office on"),
        ("Mobile 335 1234567, Fax. 0444 123456", "Fax"),
        ("Anna | Ufficio\t0444 123456", ""),
        ("Ufficio\n0444 123456", ""),
        ("Stanza 12: 0444 123456", ""),
        ("d'Angelo 0444 123456", "d'Angelo"),
        ("Donaudampfschifffahrtsgesellschaft 0444 123456", "Donaudampfschifffahrtsg…"),
    ],
)
def test_a_number_is_called_what_the_text_calls_it(ask, text, label):
    dialog = ask("which number", text=f"{text}\n02 1234567")
    lines = [dialog.list.item(row).text().split("   ", 1)[1] for row in range(dialog.list.count())]
    (line,) = [line for line in lines if "0444" in line]
    assert line.partition("+39 0444")[0].removesuffix(" · ") == label
