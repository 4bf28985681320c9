import threading
import time

import pytest

from traydial.core.errors import Cancelled
from traydial.services.calling.cancel_source import CancelSource


def test_cancelling_interrupts_everything_that_is_in_flight():
    token, interrupted = CancelSource(), []
    with token.interrupting(lambda: interrupted.append("first")), token.interrupting(lambda: interrupted.append("2nd")):
        token.cancel()
    assert interrupted == ["first", "2nd"]


def test_it_is_set_once_and_for_all():
    token = CancelSource()
    token.check()
    assert not token.cancelled
    token.cancel()
    token.cancel()
    assert token.cancelled
    with pytest.raises(Cancelled) as caught:
        token.check(sent=True)
    assert caught.value.values == {"sent": True}
    with pytest.raises(Cancelled) as caught:
        token.check()
    assert caught.value.values == {"sent": False}


def test_what_begins_after_it_does_not_begin():
    token, inside = CancelSource(), []
    token.cancel()
    with pytest.raises(Cancelled), token.interrupting(lambda: inside.append("interrupted")):
        inside.append("begun")
    assert inside == []


def test_what_has_ended_is_not_interrupted():
    token, interrupted = CancelSource(), []
    with token.interrupting(lambda: interrupted.append("first")):
        pass
    with pytest.raises(KeyError), token.interrupting(lambda: interrupted.append("second")):
        raise KeyError
    token.cancel()
    assert interrupted == []


def test_each_is_interrupted_once():
    token, interrupted = CancelSource(), []
    with token.interrupting(lambda: interrupted.append("it")):
        token.cancel()
        token.cancel()
    assert interrupted == ["it"]


def test_a_wait_ends_with_it_or_with_its_time():
    token = CancelSource()
    assert token.wait(0.01) is False
    threading.Timer(0.05, token.cancel).start()
    begun = time.monotonic()
    assert token.wait(30) is True
    assert token.wait(30) is True
    assert time.monotonic() - begun < 10
