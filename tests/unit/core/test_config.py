"""Every setting is declared once, and everything else follows from that."""

import enum
import sys
from pathlib import Path

from traydial.core.config import Config
from traydial.core.setting import declared, value_of, with_values

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
