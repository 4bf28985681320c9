"""A call as it was planned, with the account and the PBX that it goes through: handed on until it is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from traydial.core.adapter import RECORDS, Capability
from traydial.core.call import Call
from traydial.core.errors import Unsupported
from traydial.services.accounts import checked

if TYPE_CHECKING:
    from datetime import datetime

    from traydial.core.account import Account
    from traydial.core.adapter import AdapterSpec
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.events import DialRequest


@dataclass(frozen=True, slots=True)
class PlannedCall:
    plan: DialPlan
    account: Account
    spec: AdapterSpec

    def call(self, request: DialRequest, *, at: datetime) -> Call:
        """Return the call that `request` becomes when it is placed."""
        return Call(
            id=request.id,
            account_id=self.account.id,
            pbx=self.spec.id,
            plan=self.plan,
            requested_at=at,
            tag=request.tag,
            reference=request.reference,
        )

    def records(self, request: DialRequest, *, armed: bool) -> bool:
        """Whether to record from the start: by the request, as armed for once, by the account's rules or setting."""
        if request.record is not None or armed:
            return request.record is not False
        if self.plan.record is not None or self.spec.record_field is None:
            return self.plan.record is True
        field = self.spec.field(self.spec.record_field)
        return checked(field, self.account.settings.get(field.key, field.default)) is True

    def check(self, request: DialRequest, *, armed: bool) -> None:
        """Raise Unsupported for what the PBX would silently leave out."""
        wanted = (
            ("record", RECORDS, self.records(request, armed=armed)),
            ("tag", Capability.TAG, request.tag),
            ("reference", Capability.REFERENCE, request.reference),
        )
        for what, capability, is_wanted in wanted:
            if is_wanted and not self.spec.capabilities & capability:
                raise Unsupported("unsupported", field=what, pbx=self.spec.name)
