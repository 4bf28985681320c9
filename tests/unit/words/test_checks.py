"""What a person reads about a check: what was found, and what to do about it."""

import pytest

from traydial.core.errors import Unreachable
from traydial.services.diagnostics import Check, State
from traydial.words.checks import in_words
from traydial.words.messages import in_english, message


def check(summary, error=None, **values):
    return Check(id="x", state=State.FAILED, summary=summary, values=values, error=error)


@pytest.mark.parametrize(
    ("found", "sentence", "step"),
    [
        (check("handler_ours", scheme="tel"), "Traydial opens tel: links.", ""),
        (check("tray_answers_not"), "The running tray does not answer.", "Quit Traydial and start it again."),
        # What the PBX says of itself may be nothing.
        (check("account_reachable", account="office", info=""), "The account office can dial.", ""),
        (check("account_reachable", account="office", info="TVox 5"), "The account office can dial. TVox 5", ""),
        (
            check("hotkey_unbound", chord="Ctrl+D", reason="taken"),
            "The hotkey Ctrl+D does not work.",
            "Another program already uses this hotkey. Choose another one.",
        ),
        (
            check("hotkey_unbound", chord="Ctrl+D", reason=""),
            "The hotkey Ctrl+D does not work.",
            "Choose another key in Settings.",
        ),
    ],
)
def test_a_check_says_what_it_found_and_what_to_do(found, sentence, step):
    assert in_words(found, in_english) == (sentence, step)


def test_an_error_says_why_and_knows_best_what_to_do():
    error = Unreachable("host_unknown", host="pbx.example")
    sentence, step = in_words(check("account_fails", error, account="office"), in_english)
    assert sentence == f"The account office cannot dial. {message(error).sentence}"
    assert step == message(error).next_step != "Test the account in Settings."
