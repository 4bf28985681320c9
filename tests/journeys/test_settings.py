"""What a person reads and switches in Settings: the state of the accounts, and who opens telephone links."""

from __future__ import annotations

from journeys import steps

# It depends on what is installed.
NOT_SET_UP = ["Not set up: no program opens them.", "Not set up: another program opens {scheme}: links ({program})."]
SWITCH = "Open telephone links with Traydial"


def test_traydial_becomes_the_program_for_links_and_is_it_no_longer(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin("en_IT")
    steps.add_account(person, pbx)
    switch_links(person, NOT_SET_UP, "off")
    assert person.program.opens_links()
    switch_links(person, ["Traydial opens links to telephone numbers on this desktop."], "on")
    assert not person.program.opens_links()


def switch_links(person, words, picture):
    person.chooses("Settings…")
    person.clicks("Calls", "page tab", within="Settings")
    person.reads(*words, within="Settings")
    person.clicks(SWITCH, "check box", within="Settings")
    person.picture(picture)
    person.clicks("Save", steps.BUTTON, within="Settings")
    person.no_window("Settings")


def test_the_state_of_each_account_is_read_in_the_list(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin("en_IT")
    steps.add_account(person, pbx)
    person.chooses("Settings…")
    person.sees("TVox – default, Ready", "list item")
    person.picture("ready")
    person.fills("Password", "guessed")
    person.clicks("Save", steps.BUTTON, within="Settings")
    person.reads("Not saved. Press Save again to save anyway.")
    person.clicks("Save", steps.BUTTON, within="Settings")
    person.no_window("Settings")
    person.chooses("Settings…")
    person.sees("TVox – default, Sign-in refused", "list item")
    person.reads("The PBX does not accept this user name and password or key.")
    person.picture("refused")
