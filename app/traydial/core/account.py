"""An account: one user's access to one PBX, without its secrets."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

COMMON_KEYS = ("label", "region", "outside_prefix", "ca_file")


class RuleKind(enum.StrEnum):
    """What a rule of an account does with the numbers that it matches."""

    INTERNAL = "internal"  # they belong to the PBX itself
    AREA_CODE = "area_code"  # local numbers get the area code `use`
    PREFIX = "prefix"  # the leading digits `match` become `use`
    REGEX = "regex"  # the whole number becomes `use`, in which \1 is the first group
    OUTSIDE_PREFIX = "outside_prefix"  # they get `use` in place of the account's outside-line prefix; empty: none
    CALLER_ID = "caller_id"  # the called party sees `use`
    RECORD = "record"  # calls to them are recorded from the start where `use` is "on", and are not where it is "off"
    ACCOUNT = "account"  # they are dialled through this account where the user has chosen none


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One declarative rule of an account's dial plan, as it stands in config.toml; see docs/dialplan.md.

    `match` is a list of number patterns (core.number.pattern), for `prefix` the leading digits and for `regex` a
    regular expression. It is compared with both ways to write a number: +39 0444 123456, and 0444 123456 as dialled
    at home.
    """

    kind: RuleKind
    match: str
    use: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """`settings` are the values of the PBX's fields as the user set them (no secrets, no defaults).

    `region` is the ISO 3166 country that national numbers belong to; empty: the configuration's, else the system's.
    """

    id: str
    pbx: str
    label: str = ""
    region: str = ""
    outside_prefix: str = ""
    ca_file: str = ""
    settings: Mapping[str, str | bool] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    @property
    def title(self) -> str:
        return self.label or self.id
