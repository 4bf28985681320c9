from traydial.services.calling.cancel_source import CancelSource


def test_cancelling_interrupts_everything_that_is_in_flight():
    token, interrupted = CancelSource(), []
    with token.interrupting(lambda: interrupted.append("first")), token.interrupting(lambda: interrupted.append("2nd")):
        token.cancel()
    assert interrupted == ["first", "2nd"]
