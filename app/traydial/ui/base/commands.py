"""What widgets may ask of the program. `main` fulfils it; no widget knows a service, a PBX or the operating system."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

    from traydial.core.account import Account
    from traydial.core.adapter import AccountInfo, AdapterSpec, Secret
    from traydial.core.config import Config
    from traydial.core.consent import Source
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.dialplan.table import PlannedNumber
    from traydial.core.errors import AppError
    from traydial.services.diagnostics import Check
    from traydial.services.history.browse import HistoryBrowser

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """An account and what its PBX can do, for the widgets that offer it."""

    account: Account
    spec: AdapterSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountDraft:
    """An account as its form holds it. `secrets` are those typed now; a secret that is absent stays as it is stored."""

    account: Account
    secrets: Mapping[str, Secret] = field(default_factory=dict)


Checked: TypeAlias = "Callable[[AccountInfo | AppError], None]"
Saved: TypeAlias = "Callable[[AppError | None], None]"
Explained: TypeAlias = "Callable[[DialPlan | AppError], None]"
Planned: TypeAlias = "Callable[[tuple[PlannedNumber, ...] | AppError], None]"
Diagnosed: TypeAlias = "Callable[[tuple[Check, ...], str], None]"


class Commands(Protocol):
    """Every method returns at once. A `done` is called later, in the GUI thread, exactly once."""

    def dial(self, text: str, source: Source) -> None: ...

    def dial_clipboard(self) -> None: ...

    def choose(self, request_id: str, index: int) -> None: ...

    def answer(self, request_id: str, yes: bool) -> None: ...

    def cancel(self, request_id: str) -> None:
        """Cancel a request: a choice, a countdown, or a dial under way."""
        ...

    def answer_recording(self, request_id: str, agreed: bool) -> None:
        """Say whether the other party was told of the recording and agreed."""
        ...

    def record(self, on: bool) -> None:
        """Start or stop recording the current call."""
        ...

    def arm_recording(self, on: bool) -> None:
        """Record the next call from its start."""
        ...

    def hang_up(self) -> None: ...

    def use_account(self, account_id: str) -> None: ...

    def open_dial_window(self) -> None: ...

    def focus_popup(self) -> None:
        """Give the newest popup the focus."""
        ...

    def open_history(self) -> None: ...

    def open_settings(self) -> None: ...

    def open_diagnostics(self) -> None: ...

    def quit(self) -> None: ...

    def check_account(self, draft: AccountDraft, done: Checked) -> None:
        """Try the draft against its PBX without a call and without saving it."""
        ...

    def save_account(self, draft: AccountDraft, done: Saved) -> None:
        """Keep the account and its new secrets; on an error nothing has changed."""
        ...

    def remove_account(self, account_id: str, done: Saved) -> None: ...

    def save_config(self, config: Config, done: Saved) -> None:
        """Keep everything but the accounts, and put it into effect (hotkeys, login, language)."""
        ...

    def explain(self, text: str, account: Account, done: Explained) -> None:
        """Plan `text` for `account` as it stands in the form; dials nothing."""
        ...

    def plan_table(self, file: Path, account: Account, done: Planned) -> None:
        """Plan every number of the CSV `file` for `account` as it stands in the form; dials nothing."""
        ...

    def save_table(self, table: tuple[PlannedNumber, ...], file: Path, done: Saved) -> None:
        """Write what came of a table of numbers as CSV."""
        ...

    def ask_history(self, job: Callable[[HistoryBrowser], T], done: Callable[[T | AppError], None]) -> None:
        """Have `job` done with the past calls, on a thread of theirs."""
        ...

    def change_history(self, job: Callable[[HistoryBrowser], T], done: Callable[[T | AppError], None]) -> None:
        """Like `ask_history`, for a job that changes what the latest calls are or are called."""
        ...

    def diagnose(self, done: Diagnosed) -> None:
        """Run the checks of `traydial doctor`; `done` gets them and the redacted report."""
        ...
