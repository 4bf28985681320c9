import json
import re
from dataclasses import fields, is_dataclass
from pathlib import Path

from traydial.core.config import Config

PAGE = Path(__file__).parents[3] / "docs" / "settings.md"


def keys(value, prefix=""):
    for field in fields(value):
        held = getattr(value, field.name)
        if is_dataclass(held):
            yield from keys(held, f"{field.name}.")
        elif field.name not in ("accounts", "version"):
            yield prefix + field.name, held


def test_the_page_lists_every_setting_with_its_default():
    listed = dict(re.findall(r"^\| `([a-z_.]+)` \| `(.*?)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert {key: json.loads(default) for key, default in listed.items()} == {
        key: list(held) if isinstance(held, tuple) else held for key, held in keys(Config())
    }
