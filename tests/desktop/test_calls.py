"""From a click, a key or a menu to the request that a PBX receives: everything real but the PBX and the phone."""

from __future__ import annotations

import subprocess

import pytest

from desktop.session import running

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]

NUMBER = "+390444123456"
LINK = f"tel:{NUMBER}"
DIALLED = "0444123456"  # what the TVox of an Italian company takes for it


@pytest.fixture
def pbx(start_pbx, traydial):
    """A simulated TVox with an account in Italy."""
    server = start_pbx("tvox")
    traydial.add_account(server, region="IT")
    return server


def dialled(pbx):
    return pbx.journal.wait_for(lambda entry: entry.action == "dial", 20)


def test_a_link_clicked_in_the_browser_reaches_the_pbx(traydial, pbx, links_come_to_us, browser):
    traydial.start()
    browser.show(LINK)
    browser.click()
    traydial.popup()
    traydial.picture("about-to-call")
    dialled(pbx)
    traydial.call(state="accepted", number=DIALLED)
    traydial.picture("called")
    assert [(call["e164"], call["source"]) for call in traydial.done("history")["calls"]] == [(NUMBER, "link")]


def test_a_click_starts_the_tray_and_calls_once(traydial, pbx, links_come_to_us, browser):
    assert traydial.done("status")["tray"] is False
    browser.show(LINK)
    browser.click()
    dialled(pbx)
    traydial.icon()
    traydial.call(state="accepted")
    assert len(pbx.journal.of("dial")) == 1


def test_two_quick_clicks_are_one_call(traydial, pbx, links_come_to_us):
    traydial.configure(level="fast")
    traydial.start()
    for _ in range(2):
        subprocess.run(["xdg-open", LINK], env=traydial.env, check=True)
    dialled(pbx)
    traydial.call(state="accepted")
    assert len(pbx.journal.of("dial")) == 1


def test_the_hotkey_dials_what_is_selected_in_another_program(traydial, pbx, screen):
    traydial.start()
    other_program = ["xclip", "-quiet", "-selection", "primary"]
    with running(other_program, traydial.env, stdin=subprocess.PIPE) as selecting:
        with selecting.stdin as text:
            text.write(b"Tel. +39 0444 123456 (office)")
        screen.wait_until(screen.selection_owned, what="a selection")
        traydial.press("ctrl+alt+d")
        dialled(pbx)
    traydial.call(state="accepted", number=DIALLED)


def test_recording_is_toggled_from_the_tray_menu(traydial, pbx):
    traydial.start()
    traydial.done("dial", NUMBER)
    for expected, action in (("on", "start_recording"), ("off", "stop_recording")):
        traydial.open_menu()
        traydial.picture(f"menu-before-recording-is-{expected}")
        traydial.press("r")
        pbx.journal.wait_for(lambda entry, action=action: entry.action == action)
        traydial.call(recording=expected)


def test_the_recording_hotkey_toggles_too(traydial, pbx):
    traydial.start()
    traydial.done("dial", NUMBER)
    traydial.press("ctrl+alt+r")
    traydial.call(recording="on")
    traydial.press("ctrl+alt+r")
    traydial.call(recording="off")


def test_a_left_click_on_the_icon_opens_the_dial_window(traydial, pbx):
    traydial.start()
    traydial.click(traydial.icon())
    dial_window = traydial.popup()
    traydial.picture("dial-window")
    assert dial_window.width > 200
