"""From an empty home to the first call, for every PBX, by clicks alone."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("pbx_id", ["tvox"])
def test_from_an_empty_home_to_the_first_call(pbx_id, begin, start_pbx):
    pbx = start_pbx(pbx_id)
    person = begin()
    person.chooses("Settings…")
    person.clicks("Add", "button menu")
    person.picture("add")
    person.clicks("TVox", "menu item")
    person.fills("Server", pbx.url)
    person.fills("User name", "mrossi")
    person.fills("Password", "tvox-demo-password")
    person.clicks("Test connection", "push button")
    person.reads("The account works.")
    person.picture("tested")
    person.clicks("Save", "push button")
    person.no_window("Settings")
    person.clicks_icon()
    person.window("Dial")
    person.types("+390444123456\n")
    person.picture("dialled")
    person.reads("Call this number?")
    person.picture("asked")
    person.clicks("Call", "push button", within="Call this number?")
    pbx.journal.wait_for(lambda entry: entry.action == "dial", 20)
    person.picture("calling")
