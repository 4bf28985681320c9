"""A call and what the user still wants of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from traydial.core import call as changes
from traydial.core.adapter import CancelToken
from traydial.core.call import Call, Recording

if TYPE_CHECKING:
    from traydial.core.adapter import AdapterSpec


@dataclass(slots=True, eq=False)
class Line:
    """One call as `services.calls` keeps it; changed on the dialer's thread alone."""

    call: Call
    spec: AdapterSpec
    placed_s: float
    cancel: CancelToken = field(default_factory=CancelToken)
    order_id: str = ""
    cancelled: bool = False
    hanging_up: bool = False
    record: bool | None = None  # wanted once the PBX has accepted the call
    agreed: bool = False  # the other party knows of the recording
    question: str = ""  # id of the open question whether it does
    heard: int = 0  # how often the PBX let hear of the call
    watching: CancelToken | None = None  # while the PBX tells how the call goes on

    def wish(self, on: bool | None) -> bool:
        """Say what `on` means for the recording; None: the other of the two."""
        return self.call.recording not in (Recording.ON, Recording.STARTING, Recording.LOCKED) if on is None else on

    def starts_recording(self, on: bool) -> bool:
        """Whether a wish for `on` would have the call recorded that is not."""
        return on and changes.recording_asked(self.call, True) is not self.call
