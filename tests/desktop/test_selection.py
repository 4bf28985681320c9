"""The selection of a real program on a real X server: xclip, also when it hangs."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from desktop.session import Screen, running
from traydial.core.errors import SelectionError
from traydial.core.ports import TextSource
from traydial.system.selection import x11
from traydial.system.selection.x11 import SIZE_LIMIT, X11Selection

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]


@pytest.fixture
def offered(
    desktop_home: dict[str, str], x_display: str, screen: Screen
) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Call it with a selection's name and a text: another program offers that text from then on."""
    with contextlib.ExitStack() as programs:

        def offer(selection: str, text: str, *options: str) -> subprocess.Popen[bytes]:
            argv = ["xclip", "-quiet", "-selection", selection.lower(), *options]
            env = desktop_home | {"DISPLAY": x_display}
            program = programs.enter_context(running(argv, env, stdin=subprocess.PIPE))
            assert program.stdin is not None
            with program.stdin as pipe:
                pipe.write(text.encode())
            screen.wait_until(lambda: screen.selection_owned(selection), what=f"a {selection}")
            return program

        yield offer
    screen.wait_until(lambda: not screen.selection_owned("PRIMARY"), what="an end of the selection")


@pytest.fixture
def reader(x_display: str) -> X11Selection:
    return X11Selection(x_display)


def code(reader: X11Selection, source: TextSource) -> str:
    with pytest.raises(SelectionError) as caught:
        reader.read(source)
    return caught.value.code


def test_the_selection_comes_before_the_clipboard(
    offered: Callable[..., subprocess.Popen[bytes]], reader: X11Selection
) -> None:
    assert code(reader, TextSource.SELECTION) == "selection_empty"
    assert code(reader, TextSource.CLIPBOARD) == "clipboard_empty"
    offered("CLIPBOARD", "600")
    assert reader.read(TextSource.SELECTION) == "600"
    offered("PRIMARY", "☎ +39 0444 123456\nmáy lẻ 5")
    assert reader.read(TextSource.SELECTION) == "☎ +39 0444 123456\nmáy lẻ 5"
    assert reader.read(TextSource.CLIPBOARD) == "600"


def test_blank_text_is_none(offered: Callable[..., subprocess.Popen[bytes]], reader: X11Selection) -> None:
    offered("PRIMARY", " \n\t")
    assert code(reader, TextSource.SELECTION) == "selection_empty"


@pytest.mark.parametrize("size", [300_000, 3 * SIZE_LIMIT])
def test_a_long_text_comes_in_parts_and_not_beyond_the_limit(
    offered: Callable[..., subprocess.Popen[bytes]], reader: X11Selection, size: int
) -> None:
    text = ("0123456789" * (size // 10 + 1))[:size]
    offered("PRIMARY", text)
    assert reader.read(TextSource.SELECTION) == text[:SIZE_LIMIT]


def test_a_program_that_hangs_is_left_after_the_limit_and_nothing_else_is_read_instead(
    offered: Callable[..., subprocess.Popen[bytes]], reader: X11Selection
) -> None:
    offered("CLIPBOARD", "600")
    hanging = offered("PRIMARY", "700")
    hanging.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    assert code(reader, TextSource.SELECTION) == "selection_timed_out"
    assert time.monotonic() - begun < 1
    assert reader.read(TextSource.CLIPBOARD) == "600"


PICTURE = """
import sys
from Xlib import X
from Xlib.display import Display
from Xlib.protocol.event import SelectionNotify
display = Display(sys.argv[1])
window = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
window.set_selection_owner(display.intern_atom("CLIPBOARD"), X.CurrentTime)
display.sync()
print("offered", flush=True)
while True:
    event = display.next_event()
    if event.type == X.SelectionRequest:
        refusal = dict(time=event.time, requestor=event.requestor, selection=event.selection, target=event.target)
        event.requestor.send_event(SelectionNotify(property=X.NONE, **refusal))
        display.flush()
"""


def test_a_picture_is_no_text(desktop_home: dict[str, str], x_display: str, reader: X11Selection) -> None:
    argv = [sys.executable, "-c", PICTURE, x_display]
    with running(argv, desktop_home, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        with program.stdout as said:
            assert said.readline() == b"offered\n"
            assert code(reader, TextSource.CLIPBOARD) == "clipboard_empty"


OWNER = """
import sys
from Xlib import X
from Xlib.display import Display
from Xlib.protocol.event import ClientMessage, SelectionNotify
display = Display(sys.argv[1])
window = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
window.set_selection_owner(display.intern_atom("CLIPBOARD"), X.CurrentTime)
display.sync()
print("offered", flush=True)
while (request := display.next_event()).type != X.SelectionRequest:
    pass
asker, text = request.requestor, display.intern_atom("UTF8_STRING")
if sys.argv[2] == "chatters":
    while True:
        asker.send_event(ClientMessage(window=asker, client_type=text, data=(8, b"0" * 20)))
        display.sync()
asker.change_attributes(event_mask=X.PropertyChangeMask)
asker.change_property(request.property, display.intern_atom("INCR"), 32, [1])
answer = dict(time=request.time, requestor=asker, selection=request.selection, target=request.target)
asker.send_event(SelectionNotify(property=request.property, **answer))
parts = [b"1" * 200_000, b"1" * 200_000, b""] if sys.argv[2] == "ends" else None
while True:
    display.flush()
    event = display.next_event()
    if event.type == X.PropertyNotify and event.state == X.PropertyDelete and parts != []:
        asker.change_property(request.property, text, 8, parts.pop(0) if parts else b"1" * 200_000)
"""


def test_a_text_in_parts_is_read_to_its_end(desktop_home: dict[str, str], x_display: str, reader: X11Selection) -> None:
    with running([sys.executable, "-c", OWNER, x_display, "ends"], desktop_home, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        with program.stdout as said:
            assert said.readline() == b"offered\n"
            assert reader.read(TextSource.CLIPBOARD) == "1" * 400_000


@pytest.mark.parametrize("habit", ["chatters", "never ends"])
def test_an_owner_that_never_stops_is_left(
    desktop_home: dict[str, str], x_display: str, reader: X11Selection, monkeypatch: pytest.MonkeyPatch, habit: str
) -> None:
    monkeypatch.setattr(x11, "TIMEOUT_S", 0.5 if habit == "chatters" else 10.0)
    with running([sys.executable, "-c", OWNER, x_display, habit], desktop_home, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        with program.stdout as said:
            assert said.readline() == b"offered\n"
            if habit == "chatters":
                assert code(reader, TextSource.CLIPBOARD) == "selection_timed_out"
            else:
                assert reader.read(TextSource.CLIPBOARD) == "1" * SIZE_LIMIT


def test_without_an_x_server_there_is_nothing_to_read() -> None:
    assert code(X11Selection("no display"), TextSource.SELECTION) == "selection_unavailable"
