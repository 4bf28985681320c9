"""* and # may forward a user's calls or unlock a phone: wherever a code comes from, a person is asked before it dials.

Everything is real but the PBX, and nothing else stands in the way: the account dials at once (level "fast").
"""

from __future__ import annotations

import subprocess

import pytest

from desktop.session import running

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]

CODE, NUMBER = "*21*600#", "+390444123456"
QUESTION = "Call this number?"


@pytest.fixture
def pbx(start_pbx, traydial):
    server = start_pbx("tvox")
    traydial.add_account(server, region="IT")
    traydial.configure(level="fast")
    return server


@pytest.fixture
def offered(desktop_session, screen, request):
    """Call it with the name of a selection: another program offers the code there from then on."""

    def offer(selection):
        argv = ["xclip", "-quiet", "-selection", selection.lower()]
        program = running(argv, desktop_session, stdin=subprocess.PIPE)
        with program.__enter__().stdin as text:
            text.write(CODE.encode())
        request.addfinalizer(lambda: program.__exit__(None, None, None))
        screen.wait_until(lambda: screen.selection_owned(selection), what=f"a {selection}")

    return offer


def by_a_link(traydial, _item, _offered):
    traydial.done("handler", "install")
    subprocess.run(["xdg-open", "tel:*21*600%23"], env=traydial.env, check=True)
    traydial.done("handler", "remove")


def by_the_dial_window(traydial, item, _offered):
    item.choose("Dial…")
    traydial.has_keyboard("Dial")
    subprocess.run(["xdotool", "type", CODE], env=traydial.env, check=True)
    traydial.press("Return")


def by_the_clipboard(_traydial, item, offered):
    offered("CLIPBOARD")
    item.choose("Dial clipboard")


def by_the_hotkey(traydial, _item, offered):
    offered("PRIMARY")
    traydial.press("ctrl+alt+d")


def by_the_history(traydial, item, _offered):
    """It was dialled once with a yes; that is no yes for the next time."""
    item.choose("Dial…")
    traydial.has_keyboard("Dial")
    traydial.press("Down", "Return")


def nothing_was_dialled(traydial, pbx, before):
    """One account dials in order: when this call has gone out, so has whatever was to be dialled before."""
    traydial.done("dial", NUMBER, "--yes")
    assert len(pbx.journal.of("dial")) - before == 1


@pytest.mark.parametrize("way", [by_a_link, by_the_dial_window, by_the_clipboard, by_the_hotkey, by_the_history])
def test_a_code_is_asked_about(traydial, pbx, status_host, offered, way):
    if way is by_the_history:
        traydial.done("dial", CODE, "--yes")
    item = traydial.start_at(status_host)
    before = len(pbx.journal.of("dial"))
    way(traydial, item, offered)
    traydial.says(QUESTION)
    nothing_was_dialled(traydial, pbx, before)


@pytest.mark.parametrize("running_tray", [True, False], ids=["with a tray", "without a tray"])
def test_the_command_line_does_not_dial_a_code_by_itself(traydial, pbx, running_tray):
    if running_tray:
        traydial.start()
    code, answer = traydial.run("dial", CODE)
    assert (code, answer["outcome"], answer["reasons"]) == (7, "needs_answer", ["feature_code"])
    assert pbx.journal.of("dial") == ()
