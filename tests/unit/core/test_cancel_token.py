from traydial.core.adapter import CancelToken


def test_cancelling_interrupts_everything_that_is_in_flight():
    token, interrupted = CancelToken(), []
    with token.interrupting(lambda: interrupted.append("first")), token.interrupting(lambda: interrupted.append("2nd")):
        token.cancel()
    assert interrupted == ["first", "2nd"]
