"""The whole configuration as frozen values; `services.config_store` reads and writes them."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from traydial.core.account import Account
from traydial.core.consent import Level
from traydial.core.errors import ConfigError

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotkeys:
    """Chords such as "ctrl+alt+d"; empty turns one off."""

    dial_selection: str = "ctrl+alt+d"
    toggle_recording: str = "ctrl+alt+r"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """How careful Traydial is before it dials; see core.consent."""

    level: Level = Level.NORMAL
    undo_s: float = 3.0
    link_gap_s: float = 2.0
    calls_per_minute: int = 10
    ask_in_call: bool = True  # before a call is hung up for another one
    deny: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What is kept of past calls, and how it is shown."""

    keep_days: int = 0  # 0: for ever
    mask: bool = False  # numbers without their middle digits, in lists of past calls and in exports


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """How long a call is shown that the PBX tells nothing more about: as it was, and then as unknown."""

    forget_after_min: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """Whom the user must tell before a call is recorded: countries and number patterns; see core.disclosure."""

    tell: tuple[str, ...] = ()


class LeftClick(enum.StrEnum):
    """What a left click on the tray icon does."""

    PALETTE = "palette"
    RECORD = "record"


class BubblePlace(enum.StrEnum):
    """Where a call is shown while it lasts."""

    AUTO = "auto"  # by the desktop's notification service where it offers buttons, else in our own window
    OWN = "own"
    DESKTOP = "desktop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ui:
    left_click: LeftClick = LeftClick.PALETTE
    bubble: BubblePlace = BubblePlace.AUTO


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    version: int = VERSION
    default_account: str = ""
    region: str = ""  # ISO 3166; empty: the system's
    language: str = ""  # "it", "en", "vi"; empty: the system's
    start_at_login: bool = False
    hotkeys: Hotkeys = Hotkeys()
    consent: Consent = Consent()
    history: History = History()
    calls: Calls = Calls()
    recording: Recording = Recording()
    ui: Ui = Ui()
    accounts: tuple[Account, ...] = ()

    def account(self, account_id: str = "") -> Account:
        """Return the account `account_id`, or the default one. Raises ConfigError(account_unknown, account_missing)."""
        if not self.accounts and not account_id:
            raise ConfigError("account_missing")
        wanted = account_id or self.default_account or self.accounts[0].id
        for account in self.accounts:
            if account.id == wanted:
                return account
        raise ConfigError("account_unknown", account=wanted, known=", ".join(a.id for a in self.accounts))

    def with_account(self, account: Account) -> Config:
        """Return a copy in which `account` replaces the one of its id, or stands last."""
        known = any(a.id == account.id for a in self.accounts)
        accounts = tuple(account if a.id == account.id else a for a in self.accounts)
        return replace(self, accounts=accounts if known else (*accounts, account))

    def without_account(self, account_id: str) -> Config:
        """Return a copy without `account_id`. Raises ConfigError(account_unknown)."""
        self.account(account_id)
        default = "" if self.default_account == account_id else self.default_account
        return replace(self, default_account=default, accounts=tuple(a for a in self.accounts if a.id != account_id))
