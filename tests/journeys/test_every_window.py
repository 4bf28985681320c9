"""Every window and every entry of every menu is opened by click once, in each language, with a picture of each."""

from __future__ import annotations

import pytest

from journeys import steps
from journeys.person import ENTRIES, Person
from journeys.steps import BUTTON

NUMBER, SHOWN = "0444123456", "+39 0444 123456"
ABROAD = "+13128675309"
TWO_NUMBERS = "0444 123456, 02 1234 5678"
OTHER, OTHER_SHOWN = "0212345678", "+39 02 1234 5678"
PAGES = ("Calls", "History", "Hotkeys", "General", "Accounts")
PBXS = ("TVox", "Teleforge", "TEL4VN", "Noojee Contact")
# People of one Italian office.
LANGUAGES = ("en_IT", "it_IT", "vi_IT")


class Inspection:
    """Looks at each window that is opened; what is wrong is reported at the end, all at once."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._count = 0
        self.wrong: list[str] = []

    def __call__(self, name: str) -> None:
        """Look at every part of what is shown, once it stays as it is, and keep a picture."""
        self._count += 1
        tops = self._person.looks_until_calm()
        self._person.picture(f"{self._count:02}-{name}")
        for thing in (thing for top in tops for thing in top):
            if self._person.words.is_english(thing.name):
                self.wrong.append(f"{name}: in English: {str(thing).strip()}")
            if thing.parent is None and not self._person.desk.holds(thing.box):
                self.wrong.append(f"{name}: beyond the screen: {thing}")


@pytest.fixture(params=LANGUAGES)
def person(request, begin):
    return begin(request.param)


@pytest.fixture
def seen(person):
    inspection = Inspection(person)
    yield inspection
    assert not inspection.wrong, "\n".join(dict.fromkeys(inspection.wrong))


@pytest.fixture
def pbx(start_pbx):
    return start_pbx("tvox")


def test_windows_without_an_account(person, seen):
    settings_without_an_account(person, seen)
    diagnostics(person, seen)


def test_settings_of_an_account(person, seen, pbx):
    steps.add_account(person, pbx)
    settings(person, seen)


def test_calls_and_their_questions(person, seen, pbx):
    steps.add_account(person, pbx)
    ask_before_recording(person)
    questions(person, seen)
    calls(person, seen)


def test_history_and_the_rest_of_the_menu(person, seen, pbx):
    steps.add_account(person, pbx)
    for number in (OTHER, NUMBER):
        steps.dial(person, number)
        person.clicks("Hang up", BUTTON)
        person.reads("Call ended")
    history(person, seen)
    rest_of_the_menu(person, seen, pbx)


def settings_without_an_account(person, seen):
    person.opens_menu()
    seen("menu-without-an-account")
    person.leaves_menus()
    person.chooses("Settings…")
    person.window("Settings")
    seen("settings-without-an-account")
    person.clicks("Add", "button menu")
    seen("settings-add")
    person.leaves_menus()
    for pbx in PBXS:
        person.clicks("Add", "button menu")
        person.clicks(pbx, "menu item")
        person.clicks("More settings")
        seen(f"new-account-{pbx}")
    person.clicks("Cancel", BUTTON, within="Settings")
    person.sees("Discard", BUTTON)
    seen("settings-unsaved")
    person.clicks("Discard", BUTTON)
    person.no_window("Settings")


def settings(person, seen):
    person.chooses("Settings…")
    for page in PAGES:
        person.clicks(page, "page tab", within="Settings")
        seen(f"settings-{page}")
    person.clicks("More settings")
    seen("settings-account-more")
    person.clicks("Add rule", BUTTON)
    seen("settings-account-rule")
    person.clicks("Test a table of numbers…", BUTTON)
    person.window("Test a table of numbers")
    seen("settings-table")
    person.presses("Escape")
    person.no_window("Test a table of numbers")
    person.clicks("Remove", BUTTON, within="Settings")
    person.sees("Keep", BUTTON)
    seen("settings-remove")
    person.clicks("Keep", BUTTON)
    person.clicks("Cancel", BUTTON, within="Settings")
    person.clicks("Discard", BUTTON)
    person.no_window("Settings")


def ask_before_recording(person):
    person.chooses("Settings…")
    person.clicks("Calls", "page tab", within="Settings")
    person.fills("Ask before recording calls to", "IT")
    person.clicks("Save", BUTTON, within="Settings")
    person.no_window("Settings")


def questions(person, seen):
    steps.dial(person, ABROAD)
    person.clicks("Why this number?", within="Call this number?")
    seen("question")
    person.clicks("Cancel", BUTTON, within="Call this number?")
    person.no_window("Call this number?")
    steps.dial(person, TWO_NUMBERS)
    person.window("Which number?")
    seen("question-which")
    person.clicks("Cancel", BUTTON, within="Which number?")
    person.no_window("Which number?")
    steps.dial(person, "600 1")
    seen("refused")


def calls(person, seen):
    person.program.opens(f"tel:{OTHER}")
    person.sees("Time left to undo")
    seen("popup-countdown")
    person.clicks("Close", BUTTON)
    person.no_words("About to call")
    steps.dial(person, NUMBER)
    person.sees("Hang up", BUTTON)
    seen("popup")
    person.clicks("Why this number?")
    seen("popup-why")
    person.clicks("Record")
    person.window("May this call be recorded?")
    seen("question-record")
    person.clicks("They agreed: record", BUTTON)
    person.sees("Stop recording")
    seen("popup-recording")
    person.opens_menu()
    seen("menu-in-a-call")
    person.clicks("Recent calls", *ENTRIES)
    seen("menu-recent-calls")
    person.clicks("Account", *ENTRIES)
    seen("menu-account")
    person.leaves_menus()
    person.clicks("Hang up", BUTTON)
    person.reads("Call ended")
    seen("popup-ended")


def history(person, seen):
    person.chooses("History…")
    person.clicks(SHOWN, "cell")
    seen("history")
    person.clicks("Name and note…", BUTTON)
    person.window("Name and note")
    seen("history-name")
    person.presses("Escape")
    person.no_window("Name and note")
    person.clicks("Delete…", BUTTON)
    person.sees("Keep", BUTTON)
    seen("history-delete")
    person.clicks("Keep", BUTTON)
    person.clicks("More", "button menu")
    seen("history-more")
    person.clicks("Why this number?", "menu item")
    person.sees("OK", BUTTON)
    seen("history-why")
    person.clicks("OK", BUTTON)
    person.clicks("More", "button menu")
    person.clicks("Delete all…", "menu item")
    person.sees("Keep", BUTTON)
    seen("history-delete-all")
    person.clicks("Keep", BUTTON)
    person.clicks("More", "button menu")
    person.clicks("Copy number", "menu item")
    person.clicks("More", "button menu")
    person.clicks("Export…", "menu item")
    person.window("Export the history")
    if person.words.has_qt:
        seen("history-export")
    person.presses("Escape")
    person.no_window("Export the history")
    person.clicks("Close", BUTTON, within="History")
    person.no_window("History")


def diagnostics(person, seen):
    person.chooses("Diagnostics")
    person.clicks("Check again", BUTTON)
    person.clicks("Copy report", BUTTON)
    person.reads("The report is in the clipboard.")
    seen("diagnostics")
    person.clicks("Close", BUTTON, within="Diagnostics")
    person.no_window("Diagnostics")


def rest_of_the_menu(person, seen, pbx):
    """The entries that open no window of their own."""
    person.chooses("Record the next call")
    person.opens_menu()
    seen("menu-armed")
    person.clicks("Record the next call", *ENTRIES)
    person.chooses("Dial…")
    person.window("Dial")
    seen("dial")
    person.presses("Escape")
    person.no_window("Dial")
    person.chooses("Account", "TVox")
    person.chooses("Dial clipboard")
    person.clicks("Hang up", BUTTON)
    person.reads("Call ended")
    seen("dial-clipboard")
    # Another number than the last: the same one within three seconds would be the same call.
    person.chooses("Recent calls", OTHER_SHOWN)
    pbx.journal.wait_for(lambda _: len(pbx.journal.of("dial")) == 4, steps.ARRIVES_S)
    person.clicks("Hang up", BUTTON)
    person.chooses("Quit")
    assert person.program.ends() == 0
