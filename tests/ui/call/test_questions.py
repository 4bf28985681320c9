"""The questions about a call: what they say, what keys do there, and that each is answered once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from traydial.core.consent import Source
from traydial.core.events import ChoiceNeeded, ConsentNeeded, DialRequest
from traydial.core.number.read import read
from traydial.ui.call.choosers import NumberChooser
from traydial.ui.call.questions import ConsentDialog
from ui.reading import words


@pytest.fixture
def ask(commands, views, plan, qtbot):
    def ask(*, dangerous, reasons=("premium",)):
        request = DialRequest(text="tel:x", source=Source.LINK)
        number_plan = plan("tel:+37253001234")
        event = ConsentNeeded(request_id="q", request=request, plan=number_plan, reasons=reasons, dangerous=dangerous)
        dialog = ConsentDialog(event, commands, views[0])
        dialog.ask()
        return dialog

    return ask


def test_a_question_names_number_country_account_and_reasons(ask):
    said = words(ask(dangerous=True, reasons=("premium", "new_country")))
    for part in ("+372 5300 1234", "Estonia", "Office", "0037253001234", "premium-rate", "to this country before"):
        assert part in said


def test_enter_cancels_what_is_dangerous_and_calls_what_is_not(ask, commands, qtbot):
    qtbot.keyClick(ask(dangerous=True), Qt.Key.Key_Return)
    assert commands.calls == [("refuse", "q")]
    qtbot.keyClick(ask(dangerous=False), Qt.Key.Key_Return)
    assert commands.calls[1:] == [("confirm", "q")]


def test_a_question_names_the_person(commands, views, plan, qtbot):
    request = DialRequest(text="x", source=Source.LINK)
    named = replace(plan("tel:+37253001234"), name="Anna Rossi")
    event = ConsentNeeded(request_id="q", request=request, plan=named, reasons=("premium",), dangerous=True)
    dialog = ConsentDialog(event, commands, views[0])
    dialog.ask()
    assert "Anna Rossi" in words(dialog)


def test_closing_a_question_is_a_no_and_withdrawing_it_is_no_answer(ask, commands):
    ask(dangerous=False).close()
    assert commands.calls == [("refuse", "q")]
    ask(dangerous=False).withdraw()
    assert commands.calls == [("refuse", "q")]


@pytest.fixture
def choosing(commands, qtbot):
    found = read("0444 123456, +39 335 1234567 or +27 21 123 4567", region="IT").candidates
    request = DialRequest(text="x", source=Source.HOTKEY)
    dialog = NumberChooser(ChoiceNeeded(request_id="q", request=request, candidates=found, cut=False), commands)
    dialog.ask()
    return dialog


def test_each_number_has_the_label_of_its_text(commands, qtbot):
    text = "Ufficio: 0444 123456\nMobile 335 1234567, Fax. 0444 123457 / casa di Anna: 02 1234567\n06 12345678"
    found = read(text, region="IT").candidates
    request = DialRequest(text=text, source=Source.HOTKEY)
    dialog = NumberChooser(ChoiceNeeded(request_id="q", request=request, candidates=found, cut=False), commands)
    dialog.ask()
    lines = [dialog.list.item(row).text().split("   ", 1)[1] for row in range(dialog.list.count())]
    assert [line.split(" · ")[0] for line in lines] == ["Ufficio", "Mobile", "Fax", "di Anna", "+39 06 1234 5678"]
    assert "Press 1–5 to call" in words(dialog)
    assert "Which number do you want to call?" in words(dialog)


def test_numbers_to_choose_keep_their_order_from_right_to_left(qapp, commands, qtbot):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        found = read("0444 123456, 02 1234567", region="IT").candidates
        request = DialRequest(text="x", source=Source.HOTKEY)
        dialog = NumberChooser(ChoiceNeeded(request_id="q", request=request, candidates=found, cut=False), commands)
        assert "\u2066+39 0444 123456\u2069" in dialog.list.item(0).text()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(("key", "index"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_3, 2)])
def test_a_digit_chooses_its_number(choosing, commands, qtbot, key, index):
    qtbot.keyClick(choosing.list, key)
    assert commands.calls == [("choose", "q", index)]


def test_other_digits_choose_nothing(choosing, commands, qtbot):
    qtbot.keyClick(choosing.list, Qt.Key.Key_9)
    qtbot.keyClick(choosing.list, Qt.Key.Key_0)
    assert commands.calls == []


def test_arrows_and_enter_choose_and_escape_cancels(choosing, commands, qtbot):
    qtbot.keyClick(choosing.list, Qt.Key.Key_Down)
    qtbot.keyClick(choosing.list, Qt.Key.Key_Return)
    assert commands.calls == [("choose", "q", 1)]
