"""The journey of docs/first-call.md. With --film docs/images/journey it makes the pictures of that page."""

from __future__ import annotations

from journeys import steps

NUMBER = "0444123456"


def test_a_new_user_calls_records_and_reads_their_own_language(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin("en_IT", size="1024x720")
    person.opens_menu()
    person.sees("Settings…")
    person.picture("1-menu")
    person.clicks("Settings…")
    person.clicks("Add", "button menu")
    person.sees("TVox", "menu item")
    person.picture("2-add-an-account")
    person.presses("Escape")
    steps.begin_account(person, pbx)
    steps.test_account(person)
    person.picture("3-test-the-account")
    person.clicks("Save", steps.BUTTON, within="Settings")
    person.no_window("Settings")
    person.clicks_icon()
    person.has_keyboard("Number to call", within="Dial")
    person.types(NUMBER)
    person.sees("Call", steps.BUTTON, within="Dial")
    person.picture("4-type-a-number")
    person.clicks("Call", steps.BUTTON, within="Dial")
    steps.received(pbx, "dial")
    person.sees("Record")
    person.picture("5-the-call")
    person.clicks("Record")
    steps.received(pbx, "start_recording")
    person.sees("Stop recording")
    person.picture("6-recording")
    person.clicks("Stop recording")
    steps.received(pbx, "stop_recording")
    person.clicks("Hang up", steps.BUTTON)
    steps.received(pbx, "hang_up")
    person.reads("Call ended")
    person.picture("7-ended")
    person.chooses("Settings…")
    person.clicks("General", "page tab")
    person.picks("Language", "Italiano")
    person.sees("Italiano", "combo box")
    person.picture("8-choose-a-language")
    person.clicks("Save", steps.BUTTON, within="Settings")
    person.no_window("Settings")
    person.opens_menu()
    person.sees("Impostazioni…")
    person.picture("9-own-language")
