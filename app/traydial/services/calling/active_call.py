"""A call that lasts, with the user's open requests about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from traydial.core import call as changes
from traydial.core.adapter import Capability, DialOrder
from traydial.core.call import Call, CallState, RecordingState
from traydial.core.consent import RecentCall
from traydial.services.calling.cancel_source import CancelSource

if TYPE_CHECKING:
    from traydial.core.adapter import AdapterSpec


@dataclass(slots=True, eq=False, weakref_slot=True)
class ActiveCall:
    """One call as `services.calling.calls` keeps it; changed on the dialer's thread alone."""

    call: Call
    spec: AdapterSpec
    placed_s: float
    cancel: CancelSource = field(default_factory=CancelSource)
    order_id: str = ""
    cancelled: bool = False
    hanging_up: bool = False
    record: bool | None = None  # wanted once the PBX has accepted the call
    agreed: bool = False  # the other party knows of the recording
    question: str = ""  # id of the open question whether it does
    reports: int = 0  # how many reports about the call have arrived
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

    def recent(self, now_s: float) -> RecentCall:
        """Return the call as one that a new request may repeat."""
        return RecentCall(
            id=self.call.id,
            number=self.call.plan.dialled,
            account_id=self.call.account_id,
            age_s=now_s - self.placed_s,
            placing=self.call.state is CallState.REQUESTED,
        )

    @property
    def lasts(self) -> bool:
        """Whether the call is known to last; the end of a call that the PBX does not report on is never known."""
        told = self.watching is not None and self.call.state is not CallState.UNKNOWN
        return self.call.state is CallState.REQUESTED or told

    def wish(self, on: bool | None) -> bool:
        """Say what `on` means for the recording; None: the other of the two."""
        return (
            self.call.recording not in (RecordingState.ON, RecordingState.STARTING, RecordingState.LOCKED)
            if on is None
            else on
        )

    def starts_recording(self, on: bool) -> bool:
        """Whether a wish for `on` would have the call recorded that is not."""
        return on and changes.recording_asked(self.call, on=True) is not self.call
