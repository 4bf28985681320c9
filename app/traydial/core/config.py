"""The whole configuration as frozen values; `services.config_store` reads and writes them."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from traydial.core.account import Account
from traydial.core.errors import ConfigError
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.core.setting import DAYS, Choice, Kind, setting

VERSION = 2


class Level(enum.StrEnum):
    CAREFUL = "careful"
    NORMAL = "normal"
    FAST = "fast"


@dataclass(frozen=True, slots=True, kw_only=True)
class HotkeySettings:
    """Chords such as "ctrl+alt+d" (core.chord); empty turns one off."""

    dial_selection: str = setting(
        Kind.CHORD,
        "ctrl+alt+d",
        QT_TRANSLATE_NOOP("settings", "&Dial the selected number"),
        help=QT_TRANSLATE_NOOP("settings", "Dials the number that is selected in any program."),
    )
    toggle_recording: str = setting(
        Kind.CHORD,
        "ctrl+alt+r",
        QT_TRANSLATE_NOOP("settings", "Start or stop &recording"),
        help=QT_TRANSLATE_NOOP("settings", "Starts and stops the recording of the current call."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSettings:
    """How careful Traydial is before it dials; see core.consent."""

    level: Level = setting(
        Kind.CHOICE,
        Level.NORMAL,
        QT_TRANSLATE_NOOP("settings", "Before a number is called"),
        choices=(
            Choice(
                value=Level.CAREFUL,
                title=QT_TRANSLATE_NOOP("settings", "&Careful"),
                meaning=QT_TRANSLATE_NOOP(
                    "settings", "Asks before every number from a link that you have not called before."
                ),
            ),
            Choice(
                value=Level.NORMAL,
                title=QT_TRANSLATE_NOOP("settings", "&Normal"),
                meaning=QT_TRANSLATE_NOOP(
                    "settings", "Leaves a moment to undo a call, and asks before unusual numbers."
                ),
            ),
            Choice(
                value=Level.FAST,
                title=QT_TRANSLATE_NOOP("settings", "&Fast"),
                meaning=QT_TRANSLATE_NOOP(
                    "settings", "Dials ordinary numbers at once, and asks only before costly or risky ones."
                ),
            ),
        ),
        help=QT_TRANSLATE_NOOP(
            "settings",
            "Emergency numbers are dialled at once, except from links. Codes with * or # are always asked about.",
        ),
    )
    undo_s: float = setting(
        Kind.AMOUNT,
        3.0,
        QT_TRANSLATE_NOOP("settings", "&Time to undo a call"),
        help=QT_TRANSLATE_NOOP("settings", "How long a call waits for Undo before it is placed."),
        lowest=1.0,
        highest=30.0,
        step=0.5,
        unit=QT_TRANSLATE_NOOP("settings", "s"),
    )
    link_gap_s: float = setting(
        Kind.AMOUNT,
        2.0,
        QT_TRANSLATE_NOOP("settings", "Time &between two links"),
        help=QT_TRANSLATE_NOOP("settings", "Asks about a link that comes sooner after another one."),
        lowest=0.0,
        highest=60.0,
        step=0.5,
        unit=QT_TRANSLATE_NOOP("settings", "s"),
    )
    calls_per_minute: int = setting(
        Kind.AMOUNT,
        10,
        QT_TRANSLATE_NOOP("settings", "Calls in one &minute"),
        help=QT_TRANSLATE_NOOP("settings", "Asks before more calls than this."),
        lowest=1,
        highest=60,
    )
    links: bool = setting(
        Kind.SWITCH,
        True,
        QT_TRANSLATE_NOOP("settings", "Dial lin&ks that other programs open"),
        help=QT_TRANSLATE_NOOP("settings", "When this is off, every tel: link is refused."),
    )
    ask_in_call: bool = setting(
        Kind.SWITCH,
        True,
        QT_TRANSLATE_NOOP("settings", "&During a call, ask before calling another number"),
        help=QT_TRANSLATE_NOOP("settings", "If you say yes, the current call is hung up first."),
    )
    deny: tuple[str, ...] = setting(
        Kind.LIST,
        (),
        QT_TRANSLATE_NOOP("settings", "Ne&ver call"),
        help=QT_TRANSLATE_NOOP("settings", "Numbers that are never called; * stands for any digits."),
        example=QT_TRANSLATE_NOOP("settings", "+881*, +44*"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HistorySettings:
    """What is kept of past calls, and how it is shown."""

    keep_days: int = setting(
        Kind.AMOUNT,
        0,
        QT_TRANSLATE_NOOP("settings", "&Keep calls"),
        help=QT_TRANSLATE_NOOP(
            "settings", "Older calls are deleted, and Traydial no longer knows that their numbers were called."
        ),
        highest=36_500,
        unit=DAYS,
        zero=QT_TRANSLATE_NOOP("settings", "forever"),
    )
    mask: bool = setting(
        Kind.SWITCH,
        False,
        QT_TRANSLATE_NOOP("settings", "Show past numbers &without their middle digits"),
        help=QT_TRANSLATE_NOOP(
            "settings", "In the history, the recent calls and exported files. The numbers themselves are kept."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSettings:
    """How long a call is shown that the PBX says nothing more about: as it was, and then as unknown."""

    forget_after_min: float = setting(
        Kind.AMOUNT,
        60.0,
        QT_TRANSLATE_NOOP("settings", "Show a sil&ent call as unknown after"),
        help=QT_TRANSLATE_NOOP(
            "settings",
            "For calls whose end the PBX does not report. After the same time again they are not shown.",
        ),
        lowest=1,
        highest=1440,
        unit=QT_TRANSLATE_NOOP("settings", "min"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingSettings:
    """Whom the user must tell before a call is recorded: countries and number patterns; see core.recording_consent."""

    tell: tuple[str, ...] = setting(
        Kind.LIST,
        (),
        QT_TRANSLATE_NOOP("settings", "Ask before &recording calls to"),
        help=QT_TRANSLATE_NOOP(
            "settings", "Countries and numbers whose calls are recorded only once you say that they agreed."
        ),
        example=QT_TRANSLATE_NOOP("settings", "DE, +1*"),
    )


class LeftClick(enum.StrEnum):
    """What a left click on the tray icon does."""

    DIAL_WINDOW = "dial_window"
    RECORD = "record"


class PopupPlace(enum.StrEnum):
    """Where a call is shown while it lasts."""

    AUTO = "auto"  # by the desktop's notification service where it offers buttons, else in our own window
    OWN = "own"
    DESKTOP = "desktop"


@dataclass(frozen=True, slots=True, kw_only=True)
class UiSettings:
    left_click: LeftClick = setting(
        Kind.CHOICE,
        LeftClick.DIAL_WINDOW,
        QT_TRANSLATE_NOOP("settings", "Clic&king the icon"),
        choices=(
            Choice(value=LeftClick.DIAL_WINDOW, title=QT_TRANSLATE_NOOP("settings", "opens the dial window")),
            Choice(value=LeftClick.RECORD, title=QT_TRANSLATE_NOOP("settings", "starts or stops recording")),
        ),
    )
    popup: PopupPlace = setting(
        Kind.CHOICE,
        PopupPlace.AUTO,
        QT_TRANSLATE_NOOP("settings", "Calls are sho&wn"),
        choices=(
            Choice(value=PopupPlace.AUTO, title=QT_TRANSLATE_NOOP("settings", "Automatic")),
            Choice(value=PopupPlace.OWN, title=QT_TRANSLATE_NOOP("settings", "In a window of Traydial")),
            Choice(value=PopupPlace.DESKTOP, title=QT_TRANSLATE_NOOP("settings", "By the desktop's notifications")),
        ),
        help=QT_TRANSLATE_NOOP(
            "settings", "Automatic: by the desktop's notifications if they have buttons, else in a window of Traydial."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A field made by `setting` declares a setting; see `core.setting.declared`."""

    version: int = VERSION
    default_account: str = setting(
        Kind.ACCOUNT,
        "",
        QT_TRANSLATE_NOOP("settings", "Default account"),
        help=QT_TRANSLATE_NOOP("settings", "Used when no other account is chosen. Empty: the first one."),
    )
    region: str = setting(
        Kind.COUNTRY,
        "",
        QT_TRANSLATE_NOOP("settings", "Cou&ntry of the numbers"),
        help=QT_TRANSLATE_NOOP("settings", "The country of numbers without an international prefix."),
    )
    language: str = setting(Kind.LANGUAGE, "", QT_TRANSLATE_NOOP("settings", "Lang&uage"))
    start_at_login: bool = setting(Kind.SWITCH, False, QT_TRANSLATE_NOOP("settings", "S&tart Traydial at login"))
    hotkeys: HotkeySettings = HotkeySettings()
    consent: ConsentSettings = ConsentSettings()
    history: HistorySettings = HistorySettings()
    calls: CallSettings = CallSettings()
    recording: RecordingSettings = RecordingSettings()
    ui: UiSettings = UiSettings()
    accounts: tuple[Account, ...] = ()

    def account(self, account_id: str = "") -> Account:
        """Return the account `account_id`, or the default one.

        Raises ConfigError(account_unknown, account_missing, default_account_missing).
        """
        wanted = account_id or self.default_id
        for account in self.accounts:
            if account.id == wanted:
                return account
        known = ", ".join(a.id for a in self.accounts)
        if account_id:
            raise ConfigError("account_unknown", account=account_id, known=known)
        raise ConfigError("default_account_missing" if self.accounts else "account_missing", known=known)

    @property
    def default_id(self) -> str:
        """The account that dials where none is named; empty where there is none, or the chosen one of several is gone.

        Another account is another caller ID and another bill: nothing but a person's choice makes it the default.
        """
        if self.accounts and (len(self.accounts) == 1 or not self.default_account):
            return self.accounts[0].id
        return self.default_account if any(a.id == self.default_account for a in self.accounts) else ""

    def with_account(self, account: Account) -> Config:
        """Return a copy in which `account` replaces the one of its id, or stands last."""
        known = any(a.id == account.id for a in self.accounts)
        accounts = tuple(account if a.id == account.id else a for a in self.accounts)
        return replace(self, accounts=accounts if known else (*accounts, account))

    def without_account(self, account_id: str) -> Config:
        """Return a copy without `account_id`; if that was the default, none of several others takes its place.

        Raises ConfigError(account_unknown).
        """
        self.account(account_id)
        return replace(
            self,
            default_account=self.default_id or self.default_account,
            accounts=tuple(a for a in self.accounts if a.id != account_id),
        )
