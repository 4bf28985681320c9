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


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("hyper+d", "no modifier is called 'hyper'"),
        ("ctrl+ctrl+d", "a modifier is named twice"),
        ("ctrl+control+d", "a modifier is named twice"),
        ("ctrl+hyper", "no key is called 'hyper'"),
        ("shift+d", "ctrl, alt or super is missing"),
        ("ctrl+alt+delete", "ctrl+alt+delete has a meaning in every program"),
    ],
)
def test_the_log_says_why_a_chord_was_refused(text: str, why: str) -> None:
    with pytest.raises(ChordRefused) as caught:
        Chord.parse(text)
    assert str(caught.value) == why


@pytest.mark.parametrize(
    ("text", "chord"),
    [
        ("f1", "f1"),
        ("F20", "f20"),
        ("shift+pause", "shift+pause"),
        ("scroll_lock", "scroll_lock"),
        (" Ctrl + Shift + D ", "ctrl+shift+d"),
        ("cmd+option+space", "alt+super+space"),
        ("win+plus", "super+plus"),
        ("ctrl+1", "ctrl+1"),
        ("ctrl+shift+x", "ctrl+shift+x"),
        ("ctrl+b", "ctrl+b"),
        ("shift+alt+f4", "alt+shift+f4"),
    ],
)
def test_a_chord_is_kept_in_one_way_of_writing(text: str, chord: str) -> None:
    assert str(Chord.parse(text)) == chord


@pytest.mark.parametrize("text", ["f0", "f21", "ctrl+f21", "ctrl+", "+", "", "ctrl+é", "ctrl+\x7f", "ctrl+dd"])
def test_what_is_no_key_is_refused_as_that(text: str) -> None:
    with pytest.raises(ChordRefused) as caught:
        Chord.parse(text)
    assert caught.value.refusal is Refusal.UNKNOWN_KEY


RESERVED_CHORDS = [
    *(f"ctrl+{letter}" for letter in "acfnopqstvwxyz"),
    *(f"ctrl+shift+{letter}" for letter in "ctvz"),
    *("alt+tab", "ctrl+tab", "super+tab", "alt+shift+tab", "ctrl+shift+tab", "alt+f4", "ctrl+alt+delete", "super+l"),
]


@pytest.mark.parametrize("text", RESERVED_CHORDS)
def test_what_every_program_or_the_system_needs_is_reserved(text: str) -> None:
    with pytest.raises(ChordRefused) as caught:
        Chord.parse(text)
    assert caught.value.refusal is Refusal.RESERVED
