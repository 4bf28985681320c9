"""What widgets may ask for, a few small protocols: a widget is handed those that it uses, and knows no service.

`services.engine.Engine` fulfils all but `WindowOpening`, which is `ui.windows.Windows`. Every method returns at once.
What becomes of a call is reported by the events of `core.events`. A `done` is called later, in the GUI thread, once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

    from traydial.core.account import Account
    from traydial.core.adapter import AccountInfo, AdapterSpec
    from traydial.core.call import RecordingAction
    from traydial.core.config import Config
    from traydial.core.consent import Source
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.dialplan.table import PlannedNumber
    from traydial.core.errors import AppError
    from traydial.core.ports import SchemeStatus
    from traydial.services.accounts import AccountDraft
    from traydial.services.diagnostics import Check
    from traydial.services.history.browse import HistoryBrowser

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """An account and what its PBX can do, for the widgets that offer it."""

    account: Account
    spec: AdapterSpec

    @property
    def title(self) -> str:
        """The account's title and its PBX, or one of them where they are the same word."""
        title, pbx = self.account.title, self.spec.name
        return title if title.casefold() == pbx.casefold() else f"{title} ({pbx})"


Checked: TypeAlias = "Callable[[AccountInfo | AppError], None]"
Saved: TypeAlias = "Callable[[AppError | None], None]"
Explained: TypeAlias = "Callable[[DialPlan | AppError], None]"
Planned: TypeAlias = "Callable[[tuple[PlannedNumber, ...] | AppError], None]"
Diagnosed: TypeAlias = "Callable[[tuple[Check, ...], str], None]"
Schemes: TypeAlias = "Callable[[tuple[SchemeStatus, ...] | AppError], None]"
Loaded: TypeAlias = "Callable[[tuple[AdapterSpec, ...]], None]"


class Dialling(Protocol):
    def dial(self, text: str, source: Source) -> None: ...


class Calling(Dialling, Protocol):
    """Placing calls, and what is done with them."""

    def dial_clipboard(self) -> None: ...

    def choose(self, request_id: str, index: int) -> None: ...

    def choose_account(self, request_id: str, account_id: str) -> None:
        """Have this account dial a request that waits for one."""
        ...

    def confirm(self, request_id: str) -> None:
        """Say yes to the call that a question is about."""
        ...

    def refuse(self, request_id: str) -> None:
        """Say no to the call that a question is about."""
        ...

    def cancel(self, request_id: str) -> None:
        """Cancel a request: a choice, a countdown, or a dial under way."""
        ...

    def answer_recording(self, request_id: str, agreed: bool) -> None:
        """Say whether the other party knows of the recording and has agreed."""
        ...

    def record(self, action: RecordingAction) -> None:
        """Start or stop recording the current call."""
        ...

    def arm_recording(self, on: bool) -> None:
        """Record the next call from its start."""
        ...

    def hang_up(self) -> None: ...

    def use_account(self, account_id: str) -> None:
        """Dial through this account from now on; a failure is reported as an event."""
        ...


class WindowOpening(Protocol):
    """Opening windows, and leaving."""

    def open_dial_window(self) -> None: ...

    def focus_popup(self) -> None:
        """Give the newest popup the focus."""
        ...

    def open_history(self) -> None: ...

    def open_settings(self) -> None: ...

    def open_diagnostics(self) -> None: ...

    def quit(self) -> None: ...


class NumberTesting(Protocol):
    """Planning numbers for an account as it stands in its form; dials nothing."""

    def explain(self, text: str, account: Account, done: Explained) -> None: ...

    def plan_table(self, file: Path, account: Account, done: Planned) -> None:
        """Plan every number of the CSV `file`."""
        ...

    def save_table(self, table: tuple[PlannedNumber, ...], file: Path, done: Saved) -> None:
        """Write what came of a table of numbers as CSV."""
        ...


class AccountKeeping(NumberTesting, Protocol):
    """What the form of an account asks for."""

    def check_account(self, draft: AccountDraft, done: Checked) -> None:
        """Try the draft against its PBX without a call and without saving it."""
        ...

    def save_account(self, draft: AccountDraft, done: Saved) -> None:
        """Keep the account and its new secrets; on an error nothing has changed."""
        ...

    def remove_account(self, account_id: str, done: Saved) -> None: ...


class LinkRegistration(Protocol):
    """The desktop's choice of the program that opens telephone links."""

    def link_schemes(self, done: Schemes) -> None: ...

    def register_links(self, on: bool, done: Saved) -> None:
        """Make Traydial the program that opens them, or no longer."""
        ...


class SettingsKeeping(AccountKeeping, LinkRegistration, Protocol):
    """What Settings ask for."""

    def save_config(self, config: Config, done: Saved) -> None:
        """Keep everything but the accounts, and put it into effect (hotkeys, login, language)."""
        ...


class HistoryQueries(Protocol):
    def ask_history(self, job: Callable[[HistoryBrowser], T], done: Callable[[T | AppError], None]) -> None:
        """Run `job` on the past calls, on the thread of the history."""
        ...

    def change_history(self, job: Callable[[HistoryBrowser], T], done: Callable[[T | AppError], None]) -> None:
        """Like `ask_history`, for a job that deletes, renames or annotates calls."""
        ...


class HistoryDialling(HistoryQueries, Dialling, Protocol):
    """What the History window asks for."""


class Diagnosing(Protocol):
    def diagnose(self, done: Diagnosed) -> None:
        """Run the checks of `traydial doctor`; `done` gets them and the redacted report."""
        ...


class Commands(Calling, SettingsKeeping, HistoryDialling, Diagnosing, Protocol):
    """All of it, for `ui.windows`, which hands each window its part."""

    def warm(self) -> None:
        """Connect ahead of a call that is likely to come."""
        ...

    def all_specs(self, done: Loaded) -> None:
        """Load every PBX that an account could be made for."""
        ...
