"""Every setting is declared once, and everything else follows from that."""

import enum
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from traydial.core.account import Account
from traydial.core.config import Config
from traydial.core.errors import ConfigError
from traydial.core.setting import Kind, declared, value_of, with_values

ROOT = Path(__file__).parents[3]


def test_the_page_about_settings_is_in_step_with_the_declarations(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import settings_page

    text = settings_page.PAGE.read_text(encoding="utf-8")
    assert "| `consent.undo_s` | `3.0` | Time to undo a call, in s." in text
    assert settings_page.page(text) == text, "run packaging/settings_page.py"
    del sys.modules["settings_page"]


def test_a_declaration_holds_the_default_that_the_configuration_has():
    for setting in declared(Config):
        assert value_of(Config(), setting.key) == setting.default


def test_every_value_of_a_choice_is_offered():
    offered = {s.key: [choice.value for choice in s.choices] for s in declared(Config) if s.choices}
    assert offered == {s.key: list(type(s.default)) for s in declared(Config) if isinstance(s.default, enum.Enum)}


def test_values_are_put_where_their_settings_stand():
    config = with_values(Config(), {"region": "IT", "consent.undo_s": 5.0, "consent.calls_per_minute": 3})
    assert (config.region, config.consent.undo_s, config.consent.calls_per_minute) == ("IT", 5.0, 3)
    assert config.consent.level is Config().consent.level


OFFICE, HOME = Account(id="office", pbx="tvox"), Account(id="home", pbx="noojee")


@pytest.mark.parametrize(
    ("accounts", "chosen", "dials"),
    [
        ((), "", ""),
        ((), "gone", ""),
        ((OFFICE,), "", "office"),
        ((OFFICE,), "gone", "office"),  # there is nothing to choose
        ((OFFICE, HOME), "", "office"),
        ((OFFICE, HOME), "home", "home"),
        ((OFFICE, HOME), "gone", ""),  # another account is another bill
    ],
)
def test_the_account_that_dials_where_none_is_named(accounts, chosen, dials):
    config = Config(accounts=accounts, default_account=chosen)
    assert config.default_id == dials
    if dials:
        assert config.account().id == dials


@pytest.mark.parametrize(
    ("config", "asked", "code", "known"),
    [
        (Config(), "", "account_missing", ""),
        (Config(accounts=(OFFICE, HOME), default_account="gone"), "", "default_account_missing", "office, home"),
        (Config(accounts=(OFFICE, HOME)), "gone", "account_unknown", "office, home"),
    ],
)
def test_an_account_that_is_not_there_is_an_error_that_names_the_others(config, asked, code, known):
    with pytest.raises(ConfigError) as caught:
        config.account(asked)
    assert (caught.value.code, caught.value.values["known"]) == (code, known)


def test_an_account_is_replaced_in_its_place_or_stands_last():
    config = Config(accounts=(OFFICE,)).with_account(HOME)
    assert config.accounts == (OFFICE, HOME)
    renamed = replace(OFFICE, label="Milan")
    assert config.with_account(renamed).accounts == (renamed, HOME)
    assert (renamed.title, OFFICE.title) == ("Milan", "office")


def test_after_the_default_is_removed_none_of_several_takes_its_place():
    third = Account(id="third", pbx="tvox")
    config = Config(accounts=(OFFICE, HOME, third))
    assert config.without_account("office").default_id == ""
    assert config.without_account("office").accounts == (HOME, third)
    assert config.without_account("home").default_id == "office"
    assert config.without_account("office").without_account("home").default_id == "third"
    with pytest.raises(ConfigError):
        config.without_account("gone")


def test_the_name_of_a_setting_has_no_mark_of_its_key():
    assert {s.key: s.name for s in declared(Config)}["consent.undo_s"] == "Time to undo a call"


def test_every_amount_can_be_reached_by_its_arrows():
    for s in declared(Config):
        if s.kind is Kind.AMOUNT:
            assert s.lowest <= s.default <= s.highest, s.key
            for amount in (s.default, s.highest):
                assert ((amount - s.lowest) / s.step).is_integer(), s.key


def test_every_setting_is_declared_with_all_that_its_kind_needs():
    for s in declared(Config):
        assert s.title, s.key
        assert bool(s.choices) is (s.kind is Kind.CHOICE), s.key
        assert (s.highest > s.lowest) is (s.kind is Kind.AMOUNT), s.key
        assert bool(s.example) is (s.kind is Kind.LIST), s.key
        assert not s.zero or s.lowest == 0, s.key
