"""A laptop's screen at a large scale: whatever a person needs can be reached and clicked."""

from __future__ import annotations

from journeys import steps


def test_settings_are_saved_on_a_small_screen_at_150_percent(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin("en_IT", size="1366x768", scale=1.5)
    steps.add_account(person, pbx)
    person.chooses("Settings…")
    settings = person.window("Settings")
    person.picture("settings")
    assert person.desk.holds(settings.box), f"{settings} is larger than the screen"
    person.clicks("Cancel", steps.BUTTON, within="Settings")
    steps.dial(person, "0444123456")
    steps.received(pbx, "dial")
