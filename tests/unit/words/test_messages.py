"""What a person reads about an error: the best sentence that can be filled, in one language, on one line."""

import pytest

from traydial.core.errors import ConfigError, NumberRejected, OutcomeUnknown, RateLimited, RefusedByPbx, Unreachable
from traydial.words.messages import Message, in_english, message, readable


@pytest.mark.parametrize("unknown", ["", None])
def test_a_value_that_is_not_known_is_not_told(unknown):
    said = message(Unreachable("host_unknown", host=unknown))
    assert said.sentence == "No server of this name was found."
    assert "pbx.example" in message(Unreachable("host_unknown", host="pbx.example")).sentence


def test_only_of_an_order_it_is_said_that_nothing_was_dialled():
    assert message(Unreachable(), of_order=True).sentence.endswith(" Nothing was dialled.")
    assert "dialled" not in message(Unreachable()).sentence
    assert "dialled" not in message(Unreachable("timed_out"), of_order=True).sentence, "it may have begun"


def test_a_value_of_nought_is_told():
    assert "0 seconds" in message(RateLimited(after_s=0)).sentence


def test_the_richest_sentence_that_can_be_filled_is_taken():
    both = message(ConfigError("setting_invalid", reason="too short", example="12"))
    assert both.sentence == "This cannot be used: too short (for example 12)."
    assert message(ConfigError("setting_invalid", reason="too short")).sentence == "This cannot be used: too short."


@pytest.mark.parametrize(("region", "told"), [("IT", "Italy"), ("XX", "XX")])
def test_a_country_is_called_by_its_name(region, told):
    assert f"in this country: {told}." in message(NumberRejected("number_not_in_country", country=region)).sentence


def test_what_led_to_an_unknown_outcome_comes_first():
    plain = message(OutcomeUnknown()).sentence
    assert message(OutcomeUnknown(why="timed_out")).sentence == f"The PBX took too long to answer. {plain}"
    assert message(OutcomeUnknown(why="of_an_older_version")).sentence == plain


def test_words_of_an_adapter_are_looked_for_in_its_own_context_first():
    def translate(context, text):
        return {("tvox", "Barred"): "Gesperrt", ("wire", "Barred"): "Verboten", ("wire", "Late"): "Spät"}.get(
            (context, text), text
        )

    told = [
        message(RefusedByPbx(reason=reason), translate, ("tvox", "wire")).sentence
        for reason in ("Barred", "Late", "Other")
    ]
    assert [sentence.rpartition(": ")[2] for sentence in told] == ["Gesperrt", "Spät", "Other"]


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Gone.", "Gone. Try again."),
        ("Gone!", "Gone! Try again."),
        ("Gone?", "Gone? Try again."),
        ("Gone…", "Gone… Try again."),
        ("Gone", "Gone. Try again."),
    ],
)
def test_two_sentences_are_parted(sentence, whole):
    assert str(Message("Title", sentence, "Try again.")) == whole
    assert str(Message("Title", sentence, "")) == sentence


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\r\n  c\x00d", "a b c d"),
        ("  a  ", "a"),
        ("x" * 10, "x" * 10),
        ("x" * 11, "x" * 9 + "…"),
        ("\u202ebad\u202c", "bad"),
    ],
)
def test_foreign_text_is_one_short_line(text, shown):
    assert readable(text, 10) == shown


def test_english_is_the_source():
    assert in_english("messages", "Try again.") == "Try again."
