"""Writes the table of docs/settings.md from the declarations in core.config; run it after changing a setting."""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "settings.md"
TABLE = re.compile(r"(?<=<!-- settings -->\n).*?(?=<!-- end of settings -->)", re.DOTALL)


def table() -> str:
    """Return one row for each setting: what config.toml and a policy call it, its default, and what it does."""
    from traydial.core.config import Config
    from traydial.core.setting import declared

    rows = ["| key | default | |", "|---|---|---|"]
    for setting in declared(Config):
        said = [f"{setting.name}{f', in {setting.unit}' if setting.unit else ''}."]
        said += [f"`{choice.value}`: {choice.meaning or choice.title}." for choice in setting.choices]
        text = " ".join((*said, setting.help)).replace("..", ".").strip()
        rows.append(f"| `{setting.key}` | `{json.dumps(setting.default)}` | {text} |")
    return "\n".join(rows) + "\n"


def page(before: str) -> str:
    """Return the page with its table as the declarations are now."""
    return TABLE.sub(lambda _: table(), before)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "app"))
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
