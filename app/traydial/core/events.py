"""The dialer's input and output: requests and events as frozen values. Light to import."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from traydial.core.call import Call
    from traydial.core.consent import Source, Verdict
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.errors import AppError
    from traydial.core.number.value import Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class DialRequest:
    """One wish to call, from any source. It becomes at most one order to a PBX.

    `record` None: as armed (or as the account says); `yes` answers Ask, never Refuse; `dry_run` only plans.
    """

    text: str
    source: Source
    account_id: str = ""
    record: bool | None = None
    tag: str = ""
    reference: str = ""
    yes: bool = False
    dry_run: bool = False
    id: str = field(default_factory=lambda: os.urandom(16).hex())


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """Answer to a dry run: the plan and what consent would say. Nothing else follows."""

    request_id: str
    plan: DialPlan
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceNeeded:
    """The text holds several different numbers; answer with `Dialer.choose` or `Dialer.cancel`.

    `cut`: the text was longer than what is read of it.
    """

    request_id: str
    request: DialRequest
    candidates: tuple[Candidate, ...]
    cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountNeeded:
    """The default account is gone and several others are left; answer with `Dialer.choose_account` or `Dialer.cancel`.

    The number has not been read yet: its country may be the account's.
    """

    request_id: str
    request: DialRequest
    accounts: tuple[str, ...]  # ids


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentNeeded:
    """A person must say yes first, for `reasons` (consent's ids); answer with `Dialer.confirm`, `refuse` or `cancel`.

    `dangerous`: the focus belongs on Cancel.
    """

    request_id: str
    request: DialRequest
    plan: DialPlan
    reasons: tuple[str, ...]
    dangerous: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingConsentNeeded:
    """Before `plan` is recorded, a person must say whether the other party was told and has agreed.

    Answer with `Dialer.answer_recording` or `Dialer.cancel`. `call` is the one that is to be recorded now; None: it is
    about to be dialled, and a no places it without recording.
    """

    request_id: str
    plan: DialPlan
    call: Call | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallForgotten:
    """The PBX has reported nothing about this call for so long that it is not shown any longer."""

    request_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoCountdown:
    """Dials by itself in `seconds`, at `until_s` of the monotonic clock, unless `Dialer.cancel` is called."""

    request_id: str
    plan: DialPlan
    seconds: float
    until_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CallChanged:
    """The call of this request as it is now."""

    request_id: str
    call: Call


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """Nothing was sent, and why: no number, refused, cancelled, already calling, or nothing to record or hang up."""

    request_id: str
    input: str
    error: AppError


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingArmed:
    """Whether the next call is recorded from its start; off again once that call is placed."""

    on: bool
    request_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountChecked:
    """What came of connecting the account `account_id` ahead of its first call; `error` None: it is ready."""

    account_id: str
    error: AppError | None
    request_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryChanged:
    """A person has renamed or deleted past calls."""

    request_id: str = ""


QuestionAsked: TypeAlias = AccountNeeded | ChoiceNeeded | ConsentNeeded | RecordingConsentNeeded

DialerEvent: TypeAlias = (
    Planned
    | QuestionAsked
    | UndoCountdown
    | CallChanged
    | CallForgotten
    | Declined
    | RecordingArmed
    | AccountChecked
    | HistoryChanged
)
