"""A call without a mouse, from the first key to the last."""

from __future__ import annotations

from journeys import steps

ABROAD = "+13128675309"


def test_dial_answer_and_hang_up_by_keyboard_alone(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin("en_IT")
    steps.add_account(person, pbx)
    person.program.starts_again()  # what the desktop's own hotkey or list of programs does
    person.has_keyboard("Number to call", within="Dial")
    person.types(f"{ABROAD}\n")
    person.window("Call this number?")
    person.focused("Cancel")
    person.picture("asked")
    person.presses("alt+c")
    steps.received(pbx, "dial")
    person.reads("Hang up")
    person.picture("called")
    person.program.starts_again()
    person.has_keyboard("Number to call", within="Dial")
    person.sees("Hang up", steps.BUTTON, within="Dial")
    person.picture("hang-up")
    person.presses("alt+h")
    steps.received(pbx, "hang_up")
    person.reads("Call ended")
    assert [top.role for top in person.looks_until_calm() if "Call ended" in top.name] == ["dialog"]
