"""What a person teaches Traydial: the name of a number, and how the PBX wants a number dialled."""

from __future__ import annotations

from journeys import steps

NUMBER, SHOWN = "0444123456", "+39 0444 123456"
DIALLED_BY_RULE = "9991"


def test_a_name_given_in_the_history_is_shown(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin("en_IT")
    steps.add_account(person, pbx)
    steps.dial(person, NUMBER)
    steps.received(pbx, "dial")
    person.clicks("Hang up", steps.BUTTON)
    person.reads("Call ended")
    person.chooses("History…")
    person.clicks(SHOWN, "cell")
    person.clicks("Name and note…", steps.BUTTON)
    person.fills("Name", "Ada Rossi", within="Name and note")
    person.clicks("Save", steps.BUTTON, within="Name and note")
    person.sees("Ada Rossi", "cell")
    person.picture("named")
    person.no_words("Call ended")  # within three seconds the same number would be the same call
    person.clicks("Call", steps.BUTTON, within="History")
    person.sees("Hang up", steps.BUTTON)
    person.clicks("Close", steps.BUTTON, within="History")
    person.no_window("History")
    person.reads("Ada Rossi")
    person.picture("shown-in-the-popup")
    person.clicks_icon()
    person.reads("Ada Rossi", within="Dial")
    person.picture("shown-in-the-dial-window")
    assert {entry.fields["number"] for entry in pbx.journal.of("dial")} == {NUMBER}


def test_a_rule_changes_what_the_pbx_is_told(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin("en_IT")
    steps.add_account(person, pbx)
    person.chooses("Settings…")
    person.clicks("Add rule", steps.BUTTON)
    person.picks("Kind of rule", "Leading digits")
    person.fills("Leading digits", NUMBER)
    person.fills("Replaced by", DIALLED_BY_RULE)
    person.fills("Try a number", NUMBER)
    person.reads(DIALLED_BY_RULE, within="Settings")
    person.picture("rule")
    person.clicks("Save", steps.BUTTON, within="Settings")
    person.no_window("Settings")
    steps.dial(person, NUMBER)
    assert steps.received(pbx, "dial").fields["number"] == DIALLED_BY_RULE
