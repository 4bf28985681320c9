"""The default account is removed and others are left: the next call asks which account dials it."""

from __future__ import annotations

from journeys import steps

NUMBER, OTHER = "+390444123456", "+390212345678"


def test_which_account_calls_is_asked_until_it_is_remembered(begin, start_pbx):
    person = begin("en_IT")
    pbxs = {pbx: start_pbx(pbx) for pbx in ("tvox", "teleforge", "noojee")}
    for server in pbxs.values():
        steps.add_account(person, server)
    person.chooses("Settings…")
    person.clicks("Remove", steps.BUTTON, within="Settings")  # the first account: the default one
    person.sees("Keep", steps.BUTTON)
    person.clicks("Remove", steps.BUTTON, within="Remove account")
    person.sees("Teleforge, Ready", "list item")
    person.clicks("Cancel", steps.BUTTON, within="Settings")
    person.no_window("Settings")
    steps.dial(person, NUMBER)
    person.focused("1   Teleforge")
    person.picture("asked")
    person.presses("Escape")
    person.no_window("Which account?")
    assert not [entry for server in pbxs.values() for entry in server.journal.of("dial")]
    steps.dial(person, NUMBER)
    person.clicks("Remember: use it for all calls from now on", "check box")
    person.clicks("1   Teleforge", "list item")  # a click chooses, so that it can be remembered, and calls nobody
    person.clicks("Call", steps.BUTTON, within="Which account?")
    steps.say_yes(person)  # the country is new
    steps.received(pbxs["teleforge"], "dial")
    steps.dial(person, OTHER)
    pbxs["teleforge"].journal.wait_for(lambda _: len(pbxs["teleforge"].journal.of("dial")) == 2, steps.ARRIVES_S)
