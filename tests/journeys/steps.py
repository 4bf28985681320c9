"""Steps that several journeys have in common."""

from __future__ import annotations

from journeys.accessibility import Thing
from journeys.person import Person
from traydial.services.registry import Registry
from traydial.simulator.journal import Entry
from traydial.simulator.server import Server

BUTTON = "push button"
ARRIVES_S = 20.0


def add_account(person: Person, server: Server) -> None:
    """From the tray's menu to a saved account at a simulated PBX."""
    person.chooses("Settings…")
    begin_account(person, server)
    test_account(person)
    person.clicks("Save", BUTTON, within="Settings")
    person.no_window("Settings")


def begin_account(person: Person, server: Server) -> None:
    """Choose the PBX in the Add menu and fill its form, as its administrator has said."""
    spec, account = Registry().spec(server.pbx.id), server.pbx.account(server.url)
    told = {**account.settings, **account.secrets}
    person.clicks("Add", "button menu")
    person.clicks(spec.name, "menu item")
    if any(field.advanced and field.key in told for field in spec.fields):
        person.clicks("More settings")
    for field in spec.fields:
        if field.key in told:
            person.fills(field.label, str(told[field.key]))


def test_account(person: Person) -> Thing:
    """Press Test, and wait until the PBX has answered."""
    person.clicks("Test connection", BUTTON)
    return person.reads("The account works.", "The PBX answers; only a call can show more.")


def dial(person: Person, number: str) -> None:
    """Click the icon, type a number and press Enter; say yes where Traydial asks because the call goes abroad."""
    person.clicks_icon()
    person.writes("Number to call", number, within="Dial")
    person.types("\n")
    person.no_window("Dial")


def say_yes(person: Person) -> None:
    person.clicks("Call", BUTTON, within="Call this number?")


def received(server: Server, action: str) -> Entry:
    """Wait until the PBX has received a request for `action`."""
    return server.journal.wait_for(lambda entry: entry.action == action, ARRIVES_S)
