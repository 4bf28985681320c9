"""What a setting is: declared once, where its value stands in the configuration.

The store, an administrator's policy, the pages of Settings and docs/settings.md are all made from these declarations.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Final, TypeVar

T = TypeVar("T")
_MARK: Final = "setting"
DAYS: Final = "days"  # a unit that is a word: it has a plural where it is shown


class Kind(enum.StrEnum):
    """What a setting holds, and so how it is shown."""

    SWITCH = "switch"
    AMOUNT = "amount"
    CHOICE = "choice"
    LIST = "list"  # texts with commas between them
    CHORD = "chord"
    COUNTRY = "country"
    LANGUAGE = "language"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a choice. Texts are English marked with QT_TRANSLATE_NOOP("settings", …)."""

    value: str
    title: str
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """`title` and `help` are English marked with QT_TRANSLATE_NOOP("settings", …); "&" stands before the shortcut key.

    `key` is what config.toml and a policy call it: "consent.level". `zero` is shown in place of the lowest amount.
    """

    kind: Kind
    default: Any
    title: str
    help: str = ""
    key: str = ""
    choices: tuple[Choice, ...] = ()
    lowest: float = 0.0
    highest: float = 0.0
    step: float = 1.0
    unit: str = ""
    zero: str = ""
    example: str = ""

    @property
    def name(self) -> str:
        """The title without the mark of its shortcut key."""
        return self.title.replace("&", "")


def setting(kind: Kind, default: Any, title: str, **more: Any) -> Any:
    """Return the dataclass field of a setting; `more` are further attributes of `Setting`."""
    return field(default=default, metadata={_MARK: Setting(kind=kind, default=default, title=title, **more)})


def declared(config: type, prefix: str = "") -> Iterator[Setting]:
    """Yield every setting of a dataclass, and those of the dataclasses in it, in their order."""
    for f in fields(config):
        if _MARK in f.metadata:
            yield replace(f.metadata[_MARK], key=prefix + f.name)
        elif is_dataclass(f.default):
            yield from declared(type(f.default), f"{f.name}.")


def value_of(config: object, key: str) -> Any:
    """Return the value of the setting `key`."""
    section, _, name = key.rpartition(".")
    return getattr(getattr(config, section) if section else config, name)


def with_values(config: T, values: Mapping[str, object]) -> T:
    """Return a copy of `config` in which the settings of `values` have these values."""
    for key, value in values.items():
        section, _, name = key.rpartition(".")
        change = {section: replace(getattr(config, section), **{name: value})} if section else {name: value}
        config = replace(config, **change)  # type: ignore[type-var]  # any dataclass
    return config
