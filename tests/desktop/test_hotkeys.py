"""Hotkeys on a real X server, pressed by xdotool and fought for by a second client."""

from __future__ import annotations

import queue
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from Xlib import XK, X
from Xlib.display import Display

from traydial.system.hotkeys.choice import GlobalHotkeys, backends

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]

CHORD = "ctrl+alt+h"


@pytest.fixture
def heard() -> queue.SimpleQueue[str]:
    return queue.SimpleQueue()


@pytest.fixture
def hotkeys(x_display: str) -> Iterator[Callable[[], GlobalHotkeys]]:
    made: list[GlobalHotkeys] = []

    def make() -> GlobalHotkeys:
        made.append(GlobalHotkeys(backends({"DISPLAY": x_display})))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def keys(x_display: str, desktop_home: dict[str, str]) -> Callable[..., None]:
    def press(*words: str) -> None:
        subprocess.run(["xdotool", *words], env=desktop_home | {"DISPLAY": x_display}, check=True)

    return press


def said(hotkeys: GlobalHotkeys, heard: queue.SimpleQueue[str], **chords: str) -> dict[str, tuple[bool, str]]:
    return {status.action: (status.bound, status.reason) for status in hotkeys.bind(chords, heard.put)}


def test_each_chord_means_its_action(
    hotkeys: Callable[[], GlobalHotkeys], heard: queue.SimpleQueue[str], keys: Callable[..., None]
) -> None:
    chords = {"dial": CHORD, "record": "super+Page_Up", "more": "ctrl+shift+plus", "alone": "F7"}
    assert set(said(hotkeys(), heard, **chords).values()) == {(True, "")}
    for action, pressed in zip(chords, ("ctrl+alt+h", "super+Prior", "ctrl+plus", "F7"), strict=True):
        keys("key", pressed)
        assert heard.get(timeout=5) == action
    keys("key", "shift+F7", "key", "h", "key", "alt+h", "key", "F7")
    assert heard.get(timeout=5) == "alone"
    assert heard.empty(), "other keys are not ours"


def test_caps_lock_and_num_lock_change_nothing(
    hotkeys: Callable[[], GlobalHotkeys], heard: queue.SimpleQueue[str], keys: Callable[..., None]
) -> None:
    said(hotkeys(), heard, dial=CHORD)
    for lock in ("Caps_Lock", "Num_Lock", "Caps_Lock", "Num_Lock"):
        keys("key", lock, "key", CHORD)
        assert heard.get(timeout=5) == "dial"


def test_a_key_that_is_held_is_pressed_once(
    hotkeys: Callable[[], GlobalHotkeys], heard: queue.SimpleQueue[str], keys: Callable[..., None]
) -> None:
    said(hotkeys(), heard, dial=CHORD, end="F7")
    down, up = ("keydown", "ctrl", "keydown", "alt", "keydown", "h"), ("keyup", "h", "keyup", "alt", "keyup", "ctrl")
    keys(*down, "sleep", "1", *up)
    keys("key", "F7")
    assert heard.get(timeout=5) == "dial"
    assert heard.get(timeout=5) == "end"


def test_a_key_of_another_program_is_reported_and_free_when_that_one_goes(
    hotkeys: Callable[[], GlobalHotkeys], heard: queue.SimpleQueue[str], keys: Callable[..., None], x_display: str
) -> None:
    other = Display(x_display)
    root, code = other.screen().root, other.keysym_to_keycode(XK.XK_h)
    root.grab_key(code, X.ControlMask | X.Mod1Mask, True, X.GrabModeAsync, X.GrabModeAsync)
    other.sync()
    ours = hotkeys()
    assert said(ours, heard, dial=CHORD, record="ctrl+h") == {"dial": (False, "taken"), "record": (True, "")}
    refused: list[object] = []
    other.set_error_handler(lambda error, _request: refused.append(error))
    root.grab_key(code, X.ControlMask | X.Mod1Mask | X.LockMask, True, X.GrabModeAsync, X.GrabModeAsync)
    other.sync()
    assert refused == [], "what could not be had whole is given back whole"
    root.ungrab_key(code, X.ControlMask | X.Mod1Mask)
    other.sync()
    other.close()
    assert said(ours, heard, dial=CHORD) == {"dial": (True, "")}
    keys("key", CHORD)
    assert heard.get(timeout=5) == "dial"


def test_closing_and_binding_anew_give_keys_back_at_once(
    hotkeys: Callable[[], GlobalHotkeys], heard: queue.SimpleQueue[str]
) -> None:
    first, second = hotkeys(), hotkeys()
    assert said(first, heard, dial=CHORD) == {"dial": (True, "")}
    assert said(second, heard, dial=CHORD) == {"dial": (False, "taken")}
    said(first, heard, dial="")
    assert said(second, heard, dial=CHORD) == {"dial": (True, "")}
    second.close()
    assert said(first, heard, dial=CHORD) == {"dial": (True, "")}


def test_closing_leaves_no_descriptor_open(hotkeys: Callable[[], GlobalHotkeys], heard: queue.SimpleQueue[str]) -> None:
    one = hotkeys()
    said(one, heard, dial=CHORD)
    one.close()
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        said(one, heard, dial=CHORD)
        one.close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_another_keyboard_layout_moves_the_key_with_its_letter(
    hotkeys: Callable[[], GlobalHotkeys],
    heard: queue.SimpleQueue[str],
    keys: Callable[..., None],
    desktop_home: dict[str, str],
    x_display: str,
) -> None:
    env = desktop_home | {"DISPLAY": x_display}
    said(hotkeys(), heard, dial="ctrl+alt+d", end="F7")
    try:
        subprocess.run(["setxkbmap", "dvorak"], env=env, check=True)
        keys("key", "ctrl+alt+d")
        assert heard.get(timeout=5) == "dial"
        keys("key", "ctrl+alt+e", "key", "F7")  # where d was
        assert heard.get(timeout=5) == "end"
    finally:
        subprocess.run(["setxkbmap", "us"], env=env, check=True)


def test_an_action_that_fails_does_not_end_the_hotkeys(
    hotkeys: Callable[[], GlobalHotkeys],
    heard: queue.SimpleQueue[str],
    keys: Callable[..., None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    def pressed(action: str) -> None:
        heard.put(action)
        raise ZeroDivisionError

    hotkeys().bind({"dial": CHORD}, pressed)
    for _ in range(2):
        keys("key", CHORD)
        assert heard.get(timeout=5) == "dial"
    assert "ZeroDivisionError" in caplog.text


PYNPUT = """
import sys
from traydial.system.hotkeys.choice import GlobalHotkeys
from traydial.core.chord import NAMED_KEYS
from traydial.system.hotkeys.pynput import PynputHotkeys
hotkeys = GlobalHotkeys((PynputHotkeys(),))
every_key = {key: f"ctrl+super+{key}" for key in {*NAMED_KEYS} | {"a", "7", "."}}
def pressed(action):
    print(action, flush=True)
    raise ZeroDivisionError  # and the next key is heard all the same
statuses = hotkeys.bind(every_key, pressed)
print(*sorted(status.action for status in statuses if not status.bound), sep=",", flush=True)
sys.stdin.read()
hotkeys.close()
"""


def test_pynput_takes_every_key_that_a_chord_may_have(
    desktop_home: dict[str, str], x_display: str, keys: Callable[..., None]
) -> None:
    env = desktop_home | {"DISPLAY": x_display}
    argv = [sys.executable, "-c", PYNPUT]
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(argv, env=env, stdin=pipe, stdout=pipe, stderr=null, text=True) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stdout.readline() == "\n", "no key is refused"
        for pressed, key in {"F9": "f9", "a": "a", "Prior": "page_up", "space": "space"}.items():
            keys("key", f"ctrl+super+{pressed}")
            assert program.stdout.readline() == f"{key}\n"
        program.stdin.close()
        assert program.wait(10) == 0
