"""What the configuration may say for a hotkey."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.system.hotkeys.chord import NAMED_KEYS, Chord, Modifier


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


@given(st.sets(st.sampled_from(["ctrl", "alt", "super"]), min_size=1), st.sampled_from(sorted(NAMED_KEYS | {"a", "7"})))
def test_the_order_of_modifiers_does_not_matter(modifiers: set[str], key: str) -> None:
    there, back = sorted(modifiers), sorted(modifiers, reverse=True)
    assert Chord.parse("+".join([*there, key])) == Chord.parse("+".join([*back, key]))
