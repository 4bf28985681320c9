"""An account: one user's way into one PBX, without its secrets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from traydial.core.dialplan import Rule

COMMON_KEYS = ("label", "region", "outside_prefix", "ca_file")


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
