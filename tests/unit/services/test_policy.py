"""What an administrator pins stands before what the user chose, and costs the user nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from traydial.core.config import Config, Level
from traydial.core.errors import ConfigError
from traydial.services.config_store import ConfigStore


@pytest.fixture
def policy(tmp_path):
    return tmp_path / "policy.toml"


@pytest.fixture
def store(tmp_path, policy):
    return ConfigStore(tmp_path / "config.toml", now=lambda: datetime(2026, 3, 9, tzinfo=UTC), policy=policy)


def choose(store, level):
    store.update(lambda config: replace(config, consent=replace(config.consent, level=level, undo_s=5.0)))


def test_a_pinned_value_is_in_effect_and_named(store, policy):
    choose(store, Level.FAST)
    policy.write_text('[consent]\nlevel = "careful"\n')
    assert store.load().consent.level is Level.CAREFUL
    assert store.load().consent.undo_s == 5.0
    assert store.pinned() == {"consent.level"}


def test_the_user_s_own_choice_is_back_when_nothing_is_pinned(store, policy):
    choose(store, Level.FAST)
    policy.write_text('[consent]\nlevel = "careful"\n')
    store.update(lambda config: replace(config, language="it"))
    store.update(lambda _: replace(store.load(), region="IT"))
    policy.unlink()
    assert store.pinned() == frozenset()
    assert (store.load().consent.level, store.load().region) == (Level.FAST, "IT")


@pytest.mark.parametrize("text", ["not toml", '[consent]\nlevel = "reckless"\n'])
def test_a_policy_that_cannot_be_read_is_an_error_and_stays(store, policy, tmp_path, text):
    choose(store, Level.FAST)
    policy.write_text(text)
    with pytest.raises(ConfigError) as raised:
        store.load()
    assert raised.value.values["path"] == "policy.toml"
    assert policy.read_text() == text
    assert (tmp_path / "config.toml").exists()


def test_a_broken_file_of_the_user_s_is_named_also_beside_a_policy(store, policy, tmp_path):
    policy.write_text('[consent]\nlevel = "careful"\n')
    (tmp_path / "config.toml").write_text('[consent]\nundo_s = "long"\n')
    with pytest.raises(ConfigError) as raised:
        store.load()
    assert raised.value.values["path"].startswith("config.toml.broken-")
    assert store.load().consent.level is Level.CAREFUL


def test_every_setting_can_be_pinned_and_a_save_keeps_the_user_s_own_choice(store, policy):
    store.update(lambda config: replace(config, language="it", start_at_login=True))
    policy.write_text(
        'language = "vi"\nstart_at_login = false\n[hotkeys]\ndial_selection = "ctrl+f9"\n[ui]\nbubble = "own"\n'
    )
    assert store.pinned() == {"language", "start_at_login", "hotkeys.dial_selection", "ui.popup"}
    pinned = store.load()
    assert (pinned.language, pinned.start_at_login, pinned.hotkeys.dial_selection) == ("vi", False, "ctrl+f9")
    store.update(lambda _: replace(pinned, region="IT"))
    policy.unlink()
    own = store.load()
    assert (own.language, own.start_at_login, own.region) == ("it", True, "IT")
    assert own.hotkeys.dial_selection == "ctrl+alt+d"


def test_a_policy_pins_settings_and_nothing_else(store, policy):
    policy.write_text('version = 9\n[accounts]\nid = "x"\n[future]\nx = 1\n[consent]\nmood = "good"\n')
    assert store.pinned() == frozenset()
    assert store.load() == Config()
