"""The name that a person gave a number in the history, wherever the number is shown again."""

from contextlib import closing
from dataclasses import replace

import pytest

from traydial.core.call import CallState
from traydial.core.config import ConsentSettings, Level
from traydial.core.consent import Source
from traydial.core.errors import DeviceUnavailable
from traydial.core.events import CallChanged, ConsentNeeded, Planned, UndoCountdown
from traydial.services.history.browse import HistoryBrowser

LONDON = "+44 20 7946 0000"


@pytest.fixture
def name(history):
    """Gives the number of the latest call a name, as the History window does."""

    def give(name):
        with closing(HistoryBrowser(history.connect)) as archive:
            (entry, *_) = archive.page()
            archive.annotate(entry, name=name, note="")

    return give


@pytest.fixture
def named(work, name):
    """A number that was called once and then named; its first call is over."""
    work.dial()
    work.call(CallState.ACCEPTED)
    name("Acme, reception")
    work.do("calls.hang_up")
    work.call(CallState.ENDED)
    work.clock.moment_s += 60


def test_a_call_to_a_named_number_says_the_name_from_the_start_to_the_end(work, named):
    work.dial("0444 123456")
    for state in (CallState.REQUESTED, CallState.ACCEPTED):
        call = work.next(CallChanged).call
        assert (call.state, call.plan.name) == (state, "Acme, reception")
    work.do("calls.hang_up")
    assert work.call(CallState.ENDED).plan.name == "Acme, reception"


def test_a_number_without_a_name_shows_none(work, named):
    work.dial("600")
    assert work.call(CallState.REQUESTED).plan.name == ""


def test_a_question_a_countdown_and_a_dry_run_say_the_name(work, named, screen):
    work.dial(dry_run=True)
    assert work.next(Planned).plan.name == "Acme, reception"
    work.do("configure", replace(work.config, consent=ConsentSettings(level=Level.CAREFUL, undo_s=60)))
    work.dial("tel:+390444123456", Source.LINK)
    undoing = work.next(UndoCountdown)
    assert undoing.plan.name == "Acme, reception"
    work.do("cancel", undoing.request_id)
    work.declined()
    screen.locked = True
    work.dial("tel:+390444123456", Source.LINK)
    assert work.next(ConsentNeeded).plan.name == "Acme, reception"


def test_a_named_number_is_known_though_no_call_to_it_went_through(work, pbx, name):
    """A person who named a number abroad is not asked whether a call may go to that country."""
    pbx.fail("dial", DeviceUnavailable())
    work.dial(LONDON)
    asking = work.next(ConsentNeeded)
    assert asking.reasons == ("new_country",)
    work.do("confirm", asking.request_id)
    work.call(CallState.REFUSED)
    name("Aunt in London")
    work.dial(LONDON)
    assert work.call(CallState.REFUSED).plan.name == "Aunt in London"
