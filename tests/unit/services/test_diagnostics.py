from dataclasses import replace
from pathlib import Path

import pytest

from traydial.core.adapter import Secret
from traydial.core.call import CallRef
from traydial.core.config import Config
from traydial.core.errors import CredentialsRejected, InstanceError, Unsupported
from traydial.core.ports import HotkeyStatus, SchemeStatus
from traydial.services import diagnostics
from traydial.services import program as ports
from traydial.services.accounts import Accounts
from traydial.services.config_store import ConfigStore
from traydial.services.diagnostics import State
from traydial.services.history.store import HistoryStore
from traydial.services.program import Program
from traydial.words.checks import FINDINGS, in_words
from traydial.words.messages import in_english


class Desktop:
    """The ports of a desktop, as a test sets it up."""

    def __init__(self):
        self.links = [SchemeStatus(scheme="tel", handler="Traydial", ours=True)]
        self.tray = None
        self.shows_icons = True
        self.taken = set()
        self.bound = []

    def present(self):
        return self.shows_icons

    def status(self):
        if self.links is None:
            raise Unsupported("desktop_unsupported")
        return tuple(self.links)

    def bind(self, chords, _pressed):
        self.bound.append(chords)
        return tuple(
            HotkeyStatus(
                action=action,
                chord=chord,
                bound=bool(chord) and chord not in self.taken,
                reason="taken" if chord in self.taken else "",
            )
            for action, chord in chords.items()
        )

    def close(self):
        self.bound.append("closed")

    def ask(self, _request, _timeout_s):
        if isinstance(self.tray, Exception):
            raise self.tray
        return self.tray


@pytest.fixture
def desktop():
    return Desktop()


@pytest.fixture
def log():
    return []


@pytest.fixture
def program(desktop, log, registry, keyring, clock, runner, config, tmp_path):
    store = ConfigStore(tmp_path / "config.toml", now=clock.now)
    store.update(lambda _: config)
    return Program(
        desktop=ports.Desktop(
            secrets=keyring,
            hotkeys=desktop,
            text_reader=desktop,
            screen_lock=desktop,
            tray_host=desktop,
            link_handler=desktop,
            autostart=desktop,
            region="IT",
        ),
        registry=registry,
        store=store,
        accounts=Accounts(store=store, secrets=keyring, registry=registry, redact=Secret, forget=print),
        runner=runner,
        history=HistoryStore(tmp_path / "history.sqlite", now=clock.now),
        now=clock.now,
        log=lambda: tuple(log),
        ask_tray=desktop.ask,
        close=lambda: None,
    )


@pytest.fixture
def found(program):
    """Call it to run the checks: id -> (state, summary)."""
    return lambda **named: {check.id: (check.state, check.summary) for check in diagnostics.run(program, **named)}


def test_all_is_well_on_a_desktop_that_is_set_up(found, desktop):
    desktop.tray = {"hotkeys": [{"action": "dial_selection", "chord": "ctrl+alt+d", "bound": True, "reason": ""}]}
    assert found() == {
        "config": ("ok", "config_read"),
        "region": ("ok", "region_known"),
        "tray_host": ("ok", "tray_host_present"),
        "tray": ("ok", "tray_runs"),
        "link_handler.tel": ("ok", "handler_ours"),
        "keyring": ("ok", "keyring_answers"),
        "hotkeys.dial_selection": ("ok", "hotkey_bound"),
        "accounts.office.reachable": ("ok", "account_reachable"),
    }
    assert desktop.bound == []


def test_a_desktop_without_a_place_for_icons_is_a_warning(found, desktop):
    desktop.shows_icons = False
    assert found()["tray_host"] == ("warning", "tray_host_missing")


def test_without_a_tray_the_hotkeys_are_tried_and_let_go(found, desktop):
    desktop.taken.add("ctrl+alt+d")
    checks = found()
    assert checks["tray"] == ("warning", "tray_runs_not")
    assert checks["hotkeys.dial_selection"] == ("warning", "hotkey_unbound")
    assert checks["hotkeys.toggle_recording"] == ("ok", "hotkey_bound")
    assert desktop.bound[-1] == "closed"


def test_hotkeys_are_left_alone_where_a_tray_may_have_them(found, desktop):
    desktop.tray = InstanceError("tray_not_answering")
    assert found()["tray"] == ("failed", "tray_answers_not")
    found(bound=())
    assert desktop.bound == []


def test_the_tray_tells_what_it_has_bound(found):
    off = HotkeyStatus(action="toggle_recording", chord="", bound=False)
    checks = found(bound=(off,))
    assert checks["hotkeys.toggle_recording"] == ("not_applicable", "hotkey_off")
    assert "tray" not in checks


@pytest.mark.parametrize(
    ("links", "outcome"),
    [
        ([SchemeStatus(scheme="tel", handler="Other", ours=False)], ("warning", "handler_other")),
        ([SchemeStatus(scheme="tel", handler="", ours=False)], ("warning", "handler_none")),
        (None, ("not_applicable", "handler_unavailable")),
    ],
)
def test_links_may_go_elsewhere(found, desktop, links, outcome):
    desktop.links = links
    assert found()["link_handler.tel"] == outcome


def test_links_that_are_switched_off_are_a_warning(found, program):
    assert "links" not in found()
    program.store.update(lambda config: replace(config, consent=replace(config.consent, links=False)))
    assert found()["links"] == ("warning", "links_off")


def test_a_locked_keyring_fails_and_so_does_the_account_that_needs_it(found, keyring):
    keyring.lock()
    checks = found()
    assert checks["keyring"] == ("failed", "keyring_fails")
    assert checks["accounts.office.reachable"] == ("failed", "account_fails")


def test_every_account_is_asked(found, program, pbx, keyring, office):
    keyring.secrets["home", "password"] = "hush"
    plain = replace(office, id="home", settings={"server": "http://pbx.example.com"})
    unknown = replace(office, id="moon", pbx="nothing")
    program.store.update(lambda config: config.with_account(plain).with_account(unknown))
    checks = found()
    assert checks["accounts.office.reachable"][0] is State.OK
    assert checks["accounts.home.encryption"] == ("warning", "account_in_clear")
    assert checks["accounts.moon.reachable"] == ("failed", "account_fails")


def test_the_first_start_has_no_account(found, program):
    program.store.update(lambda _: Config())
    assert found()["accounts"] == ("warning", "accounts_missing")


def test_a_broken_configuration_fails_and_the_rest_is_checked(found, tmp_path):
    (tmp_path / "config.toml").write_text("region =")
    checks = found()
    assert checks["config"] == ("failed", "config_unreadable")
    assert checks["accounts"] == ("warning", "accounts_missing")


def test_an_unknown_country_is_a_warning(found, program):
    assert found()["region"] == ("ok", "region_known")
    abroad = diagnostics.check_region(Config(), "")
    assert (abroad.state, abroad.summary) == ("warning", "region_unknown")


def test_the_report_tells_nobody_s_secrets(program, pbx, keyring, office, log):
    def reject():
        raise CredentialsRejected(field="password")

    keyring.secrets["office", "password"] = "s3cret-word"
    pbx.answers["check"] = reject
    telling = {"server": "https://acme-pbx.example.com", "extension": "101", "mode": "slow"}
    program.store.update(lambda config: config.with_account(replace(office, label="Acme", settings=telling)))
    log += ["2026-03-09 14:05:07,123 dialled +39 0444 123456, 0444123456", "2026-03-09 HTTP 200"]
    text = diagnostics.report(program, diagnostics.run(program))
    assert "failed: accounts.office.reachable: account_fails (credentials_rejected in password)" in text
    assert "chord ctrl+alt+" in text
    assert "bench" in text
    assert "mode=slow" in text
    assert "2026-03-09 14:05:07,123 dialled (number), (number)" in text
    assert "HTTP 200" in text
    for private in ("s3cret-word", "acme", "Acme", "101", "0444"):
        assert private not in text


def test_the_report_numbers_the_accounts_and_names_no_setting_that_tells_who_it_is(program, office):
    telling = {"server": "https://acme.example", "mode": "slow", "auto_answer": True}
    odd = replace(office, id="odd", pbx="nothing", region="", settings={"mode": "slow"})
    program.store.update(lambda config: config.with_account(replace(office, settings=telling)).with_account(odd))
    lines = diagnostics.report(program, ()).splitlines()
    assert "Account 1: bench, region IT, settings: server, mode=slow, auto_answer=True" in lines
    assert "Account 2: nothing, region unset, settings: mode" in lines


def test_a_configuration_that_cannot_be_read_is_no_hindrance_to_a_report(program, tmp_path, log):
    log += [f"line {place}" for place in range(diagnostics.LOG_LINES + 1)]
    (tmp_path / "config.toml").write_text("region = ")
    lines = diagnostics.report(program, ()).splitlines()
    assert lines[0].startswith("Traydial ")
    assert not [line for line in lines if line.startswith("Account")]
    assert "line 0" not in lines, "the latest lines of the log alone"
    assert lines[-1] == log[-1]


def test_every_finding_has_words(program, desktop, pbx, keyring):
    assert FINDINGS.keys() == set(diagnostics.SUMMARIES)
    pbx.answers["check"] = lambda: CallRef(answer="v7")
    desktop.taken.add("ctrl+alt+d")
    words = {check.id: in_words(check, in_english) for check in diagnostics.run(program)}
    assert words["accounts.office.reachable"] == ("The account office can dial. v7", "")
    assert "ctrl+alt+d" in words["hotkeys.dial_selection"][0]
    assert "Another program" in words["hotkeys.dial_selection"][1]
    pbx.answers["check"] = lambda: CallRef(answer="")
    (bare,) = (c for c in diagnostics.run(program) if c.id == "accounts.office.reachable")
    assert in_words(bare, in_english)[0] == "The account office can dial."
    keyring.lock()
    for check in diagnostics.run(program):
        sentence, step = in_words(check, in_english)
        assert sentence
        assert step or check.state in (State.OK, State.NOT_APPLICABLE)


def test_nothing_is_written_but_by_the_services(program, tmp_path):
    before = {path: path.read_bytes() for path in Path(tmp_path).rglob("*") if path.is_file()}
    diagnostics.report(program, diagnostics.run(program))
    assert {path: path.read_bytes() for path in Path(tmp_path).rglob("*") if path.is_file()} == before
