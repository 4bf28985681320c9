"""A call that lasts, with the user's open requests about it."""

from __future__ import annotations

import enum
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from traydial.core import call as changes
from traydial.core.adapter import Capability, DialOrder
from traydial.core.call import Call, CallState, RecordingAction, RecordingState
from traydial.core.consent import RecentCall, Stage
from traydial.services.calling.cancel_source import CancelSource

if TYPE_CHECKING:
    from traydial.core.adapter import AdapterSpec
    from traydial.services.calling.pbx_request import PbxRequest


class Ending(enum.Enum):
    """Whether the user wants the call to end.

    not_wanted ─> once_accepted ─> asked; a hang-up that fails leads back to not_wanted.
    """

    NOT_WANTED = enum.auto()
    ONCE_ACCEPTED = enum.auto()  # the order is cancelled; the PBX, if it has taken it all the same, is asked
    ASKED = enum.auto()  # the PBX was asked to hang up


class Agreement(enum.Enum):
    """Whether the other party agrees to be recorded.

    not_asked ─> asked ─> given; a no, or a question that is withdrawn, leads back to not_asked.
    """

    NOT_ASKED = enum.auto()
    ASKED = enum.auto()
    GIVEN = enum.auto()


_STAGES: dict[CallState, Stage | None] = {
    CallState.REQUESTED: Stage.PLACING,
    CallState.ENDED: Stage.ENDED,
    CallState.REFUSED: None,
    CallState.CANCELLED: None,
}


@dataclass(slots=True, eq=False, weakref_slot=True)
class ActiveCall:
    """One call as `services.calling.open_calls` keeps it; changed on the dialer's thread alone."""

    call: Call
    spec: AdapterSpec
    placed_s: float
    cancel: CancelSource = field(default_factory=CancelSource)
    request: PbxRequest | None = None  # that carries the order
    ending: Ending = Ending.NOT_WANTED
    wish: RecordingAction | None = None  # what the PBX is asked for once it has accepted the call
    agreement: Agreement = Agreement.NOT_ASKED
    question: str = ""  # the id of the latest question whether the other party agrees
    looks: int = 0  # how often it was looked since the latest report about the call
    watching: CancelSource | None = None  # while the PBX tells how the call goes on

    def order(self, *, record: bool) -> DialOrder:
        """Return what the adapter is to dial."""
        plan = self.call.plan
        return DialOrder(
            number=plan.dialled,
            access_code=plan.access_code,
            record=record and Capability.RECORD_AT_DIAL in self.spec.capabilities,
            tag=self.call.tag,
            reference=self.call.reference,
            caller_id=plan.caller_id,
            cancel=self.cancel,
        )

    def recent(self, now_s: float) -> RecentCall | None:
        """Return the call as one that a new request may repeat; None for one that did not ring or was hung up."""
        stage = _STAGES.get(self.call.state, Stage.PLACED)
        if stage is None or (stage is Stage.ENDED and self.ending is not Ending.NOT_WANTED):
            return None
        return RecentCall(
            id=self.call.id,
            number=self.call.plan.dialled,
            account_id=self.call.account_id,
            age_s=now_s - self.placed_s,
            stage=stage,
        )

    @property
    def lasts(self) -> bool:
        """Whether the call is known to last; the end of a call that the PBX does not report on is never known."""
        told = self.watching is not None and self.call.state is not CallState.UNKNOWN
        return self.call.state is CallState.REQUESTED or told

    def ask(self) -> str:
        """Ask whether the other party agrees, unless that is asked already. Returns the question's id."""
        if self.agreement is not Agreement.ASKED:
            self.agreement, self.question = Agreement.ASKED, os.urandom(16).hex()
        return self.question

    def asks(self, question: str) -> bool:
        """Whether `question` is open."""
        return self.agreement is Agreement.ASKED and self.question == question

    def to_do(self, action: RecordingAction) -> RecordingAction:
        """Return what `action` means now: to start or to stop."""
        if action is not RecordingAction.TOGGLE:
            return action
        recorded = self.call.recording in (RecordingState.ON, RecordingState.STARTING, RecordingState.LOCKED)
        return RecordingAction.STOP if recorded else RecordingAction.START

    def needs_agreement(self, action: RecordingAction) -> bool:
        """Whether `action` would have the call recorded that is not, before the other party has agreed."""
        starts = action is RecordingAction.START and changes.recording_asked(self.call, on=True) is not self.call
        return starts and self.agreement is not Agreement.GIVEN
