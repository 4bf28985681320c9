"""From an empty home to the first call, for every PBX, by clicks alone."""

from __future__ import annotations

import pytest

from journeys import steps
from traydial.simulator import catalog

NUMBER = "+390444123456"


@pytest.mark.parametrize("pbx_id", catalog.ids())
def test_from_an_empty_home_to_the_first_call(pbx_id, begin, start_pbx):
    pbx = start_pbx(pbx_id)
    person = begin()
    person.chooses("Settings…")
    person.reads("There is no account yet. Add one for your PBX.")
    steps.begin_account(person, pbx)
    person.picture("filled-in")
    steps.test_account(person)
    person.picture("tested")
    person.clicks("Save", steps.BUTTON, within="Settings")
    person.no_window("Settings")
    secrets = set(pbx.pbx.account(pbx.url).secrets.values())
    assert set(person.program.secrets()) == secrets
    assert not [secret for secret in secrets if person.program.writes(secret)]
    steps.dial(person, NUMBER)
    steps.say_yes(person)
    assert NUMBER.lstrip("+") in str(steps.received(pbx, "dial").fields)
    person.reads("+39 0444 123456")
    person.picture("called")
    assert len(pbx.journal.of("dial")) == 1


def test_a_wrong_password_is_mended(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin()
    person.chooses("Settings…")
    steps.begin_account(person, pbx)
    person.fills("Password", "guessed")
    person.clicks("Save", steps.BUTTON, within="Settings")
    person.reads("The PBX does not accept this user name and password or key.")
    person.picture("refused")
    person.fills("Password", "tvox-demo-password")
    person.clicks("Save", steps.BUTTON, within="Settings")
    person.no_window("Settings")
    steps.dial(person, NUMBER)
    steps.say_yes(person)
    steps.received(pbx, "dial")
    assert len(pbx.journal.of("dial")) == 1
