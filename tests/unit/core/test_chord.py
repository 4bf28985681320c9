"""What the configuration may say for a hotkey."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from traydial.core.chord import NAMED_KEYS, RESERVED, Chord, ChordRefused, Modifier, Refusal


@pytest.mark.parametrize(
    ("text", "modifiers", "key"),
    [
        ("ctrl+alt+d", {"ctrl", "alt"}, "d"),
        (" Alt + CTRL + D ", {"ctrl", "alt"}, "d"),
        ("super+F9", {"super"}, "f9"),
        ("win+shift+page_up", {"super", "shift"}, "page_up"),
        ("ctrl+plus", {"ctrl"}, "plus"),
        ("ctrl+.", {"ctrl"}, "."),
        ("f12", set(), "f12"),
        ("shift+pause", {"shift"}, "pause"),
    ],
)
def test_chords_are_read_as_people_write_them(text: str, modifiers: set[str], key: str) -> None:
    assert Chord.parse(text) == Chord(frozenset(map(Modifier, modifiers)), key)


@pytest.mark.parametrize(
    "text",
    ["", "+", "ctrl", "ctrl+", "ctrl++", "d", "shift+d", "space", "hyper+d", "ctrl+control+d", "ctrl+f99", "ctrl+é"],
)
def test_what_is_no_key_or_would_swallow_typing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Chord.parse(text)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("d", Refusal.NO_MODIFIER),
        ("enter", Refusal.NO_MODIFIER),
        ("shift+7", Refusal.NO_MODIFIER),
        ("ctrl+c", Refusal.RESERVED),
        ("Control + V", Refusal.RESERVED),
        ("alt+f4", Refusal.RESERVED),
        ("alt+tab", Refusal.RESERVED),
        ("ctrl+é", Refusal.UNKNOWN_KEY),
        ("hyper+d", Refusal.UNKNOWN_KEY),
    ],
)
def test_a_refused_chord_says_why(text: str, refusal: Refusal) -> None:
    with pytest.raises(ChordRefused) as caught:
        Chord.parse(text)
    assert caught.value.refusal is refusal


@given(st.sets(st.sampled_from(["ctrl", "alt", "super"]), min_size=1), st.sampled_from(sorted({*NAMED_KEYS, "k", "7"})))
def test_the_order_of_modifiers_does_not_matter(modifiers: set[str], key: str) -> None:
    there, back = sorted(modifiers), sorted(modifiers, reverse=True)
    chord = Chord(frozenset(map(Modifier, modifiers)), key)
    assume(chord not in RESERVED)
    assert Chord.parse("+".join([*there, key])) == Chord.parse("+".join([*back, key])) == Chord.parse(str(chord))
