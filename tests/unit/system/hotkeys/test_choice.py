"""The choice of a back end, and what is said about chords that are not bound; real keys are in tests/desktop."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

import pytest

from traydial.core.chord import Chord
from traydial.system.hotkeys.choice import GlobalHotkeys, backends


class Keyboard:
    """A back end on which `taken` keys belong to another program."""

    name = "keyboard"

    def __init__(self, *taken: str, works: bool = True) -> None:
        self._taken = taken
        self._works = works
        self.chords: tuple[str, ...] = ()
        self.closed = False

    def bind(self, chords: Mapping[str, Chord], _pressed: Callable[[str], None]) -> dict[str, str]:
        if not self._works:
            raise OSError("no keyboard")
        self.chords = tuple(chords)
        return {action: "taken" for action, chord in chords.items() if chord.key in self._taken}

    def close(self) -> None:
        self.closed = True


def said(hotkeys: GlobalHotkeys, **chords: str) -> dict[str, tuple[bool, str]]:
    return {s.action: (s.bound, s.reason) for s in hotkeys.bind(chords, lambda _action: None)}


def test_every_chord_gets_its_own_word() -> None:
    hotkeys = GlobalHotkeys((Keyboard("k"),))
    assert said(hotkeys, a="ctrl+d", b="ctrl+k", c="control+D", d="nonsense", e="") == {
        "a": (True, ""),
        "b": (False, "taken"),
        "c": (False, "duplicate"),
        "d": (False, "invalid"),
        "e": (False, ""),
    }


def test_the_first_back_end_that_works_is_used() -> None:
    second, third = Keyboard(), Keyboard()
    assert said(GlobalHotkeys((Keyboard(works=False), second, third)), a="ctrl+d") == {"a": (True, "")}
    assert (second.chords, third.chords) == (("a",), ())
    assert said(GlobalHotkeys((Keyboard(works=False),)), a="ctrl+d") == {"a": (False, "unavailable")}
    assert said(GlobalHotkeys(()), a="ctrl+d", b="?") == {
        "a": (False, "unavailable"),
        "b": (False, "invalid"),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="the choice on Linux")
@pytest.mark.parametrize(
    ("environ", "names"),
    [
        ({"DISPLAY": ":0"}, ["x11", "pynput"]),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "x11"}, ["x11", "pynput"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, []),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, []),
        ({}, []),
    ],
)
def test_an_x_server_is_used_unless_wayland_stands_before_it(environ: dict[str, str], names: list[str]) -> None:
    assert [backend.name for backend in backends(environ)] == names


@pytest.mark.skipif(sys.platform != "linux", reason="the choice on Linux")
def test_without_an_x_server_hotkeys_are_unavailable() -> None:
    hotkeys = GlobalHotkeys(backends({"DISPLAY": "no display"}))
    assert said(hotkeys, a="ctrl+d") == {"a": (False, "unavailable")}
    hotkeys.close()


def test_every_back_end_lets_go_of_the_keyboard() -> None:
    keyboards = (Keyboard(works=False), Keyboard())
    GlobalHotkeys(keyboards).close()
    assert [keyboard.closed for keyboard in keyboards] == [True, True]
