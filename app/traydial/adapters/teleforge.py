"""Teleforge Platforma, Click2Dial: POST /click2dial/calls rings the agent first, then the callee.

Source: Teleforge's wiki, space EPD, pages "Create a Call" (up to v4), "Click2Dial", "Redis Notifications C2D", "Call
Data Record" and "Dispositions". The vendor documents no answer, no hang-up, no recording and no harmless request; how a
call ended is in a record on a Redis list (docs/adr/0006-reading-teleforge-records.md).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress

from traydial.core.adapter import (
    AccountInfo,
    AccountSettings,
    AdapterSpec,
    CancelToken,
    Capability,
    Context,
    DialOrder,
    Field,
    Kind,
)
from traydial.core.call import CallRef, CallState, CallUpdate
from traydial.core.dialplan.rules import NumberRules
from traydial.core.errors import AppError, Cancelled, ConfigError, NumberRejected, RefusedByPbx, UnexpectedReply
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.core.number.forms import NumberForm
from traydial.wire import template
from traydial.wire.decode import plain
from traydial.wire.http import HttpSession, unclear
from traydial.wire.pace import Pace
from traydial.wire.redis import RecordList

PATH = "/click2dial/calls"
DIAL_TIMEOUT_S = 30.0  # the vendor does not say whether the answer waits for the phone
RECORDS = "enigma:notifications:cdr"
NEWEST = 200  # records that are looked through; more do not end between two looks
LOOKS = 720  # every ten seconds: two hours, after which the record must have gone another way
LEEWAY_S = 5.0  # between the moment that a call was accepted here and dialled there

EXTENSION = "[0-9]{3,4}"
OUTSIDE = ("27[0-9]{9}", "00[0-9]{11,14}", "0[0-9]{9}")
EXAMPLES = ("27820001234", "0027820001234", "0820001234")
AGENT = "|".join((EXTENSION, *OUTSIDE))
CALLER_ID = "random|tvc_[A-Za-z0-9._-]+|0[0-9]{9}|27[0-9]{9}"
REFERENCE = "A-Za-z0-9._~:-"
REFERENCE_LENGTH = 230  # longer ones are cut by the PBX

AGENT_HINT = QT_TRANSLATE_NOOP("teleforge", "An extension of 3 or 4 digits, or a number such as 27820001234")
CALLER_ID_HINT = QT_TRANSLATE_NOOP("teleforge", "27110001234, 0110001234, random, or tvc_ and the campaign's name")
REFERENCE_HINT = QT_TRANSLATE_NOOP("teleforge", "Letters, digits and . - _ ~ : only, for example crm-{date}-{user}")

# "Dispositions": the reasons since v2.3.0, then the raw ones before.
ENDINGS = {
    "hungup": QT_TRANSLATE_NOOP("teleforge", "ended by hanging up"),
    "busy": QT_TRANSLATE_NOOP("teleforge", "busy"),
    "reject": QT_TRANSLATE_NOOP("teleforge", "rejected"),
    "timeout": QT_TRANSLATE_NOOP("teleforge", "no answer"),
    "error": QT_TRANSLATE_NOOP(
        "teleforge", "not connected: an error on the line, or a number that Teleforge cannot dial"
    ),
    "failed": QT_TRANSLATE_NOOP("teleforge", "not connected: an internal error at Teleforge"),
    "ANSWER": QT_TRANSLATE_NOOP("teleforge", "ended by hanging up"),
    "BUSY": QT_TRANSLATE_NOOP("teleforge", "busy"),
    "NOANSWER": QT_TRANSLATE_NOOP("teleforge", "no answer"),
    "CANCEL": QT_TRANSLATE_NOOP("teleforge", "hung up before it was answered"),
    "CONGESTION": QT_TRANSLATE_NOOP("teleforge", "not connected: no free line"),
    "CHANUNAVAIL": QT_TRANSLATE_NOOP("teleforge", "not connected: the phone or the line is unavailable"),
    "DONTCALL": QT_TRANSLATE_NOOP("teleforge", "rejected"),
    "TORTURE": QT_TRANSLATE_NOOP("teleforge", "rejected"),
    "INVALIDARGS": QT_TRANSLATE_NOOP("teleforge", "not connected: Teleforge did not understand the call"),
}

SPEC = AdapterSpec(
    id="teleforge",
    name="Teleforge",
    capabilities=Capability.DIAL | Capability.REFERENCE | Capability.LIVE_STATE,
    fields=(
        Field(
            key="server",
            kind=Kind.URL,
            required=True,
            label=QT_TRANSLATE_NOOP("teleforge", "Server"),
            help=QT_TRANSLATE_NOOP(
                "teleforge",
                "Address and port from Teleforge's letter, for example http://pbx.example:8300 (v3.3 and later)",
            ),
        ),
        Field(
            key="agent",
            required=True,
            label=QT_TRANSLATE_NOOP("teleforge", "Agent"),
            help=QT_TRANSLATE_NOOP("teleforge", "Your extension, or the number of the phone that rings first"),
            pattern=AGENT,
            hint=AGENT_HINT,
        ),
        Field(
            key="outbound_id",
            required=True,
            label=QT_TRANSLATE_NOOP("teleforge", "Caller ID"),
            help=QT_TRANSLATE_NOOP(
                "teleforge", "The number that is shown to others; random and tvc_ must be set up by Teleforge"
            ),
            pattern=CALLER_ID,
            hint=CALLER_ID_HINT,
        ),
        Field(
            key="reference",
            label=QT_TRANSLATE_NOOP("teleforge", "Reference"),
            help=QT_TRANSLATE_NOOP(
                "teleforge", "Finds the call in Teleforge's reports; may hold {date} {time} {user} {number} {uuid}"
            ),
            pattern=template.pattern(REFERENCE),
            hint=REFERENCE_HINT,
            advanced=True,
        ),
        Field(
            key="api_version",
            kind=Kind.CHOICE,
            default="4",
            choices=("4", "3", "2"),
            label=QT_TRANSLATE_NOOP("teleforge", "Version of the PBX"),
            help=QT_TRANSLATE_NOOP("teleforge", "The first digit; 2 takes the reference under its old name"),
            advanced=True,
        ),
        Field(
            key="api_key",
            kind=Kind.SECRET,
            label=QT_TRANSLATE_NOOP("teleforge", "API key"),
            help=QT_TRANSLATE_NOOP("teleforge", "Only if Teleforge gave you one"),
            advanced=True,
        ),
        Field(
            key="redis",
            kind=Kind.URL,
            schemes=("rediss", "redis"),
            label=QT_TRANSLATE_NOOP("teleforge", "Redis"),
            help=QT_TRANSLATE_NOOP(
                "teleforge",
                "Where Teleforge reports how calls ended, for example redis://pbx.example:6379/0; empty: not used",
            ),
            advanced=True,
        ),
        Field(
            key="redis_password",
            kind=Kind.SECRET,
            label=QT_TRANSLATE_NOOP("teleforge", "Redis password"),
            help=QT_TRANSLATE_NOOP("teleforge", "Only if your Redis needs one"),
            advanced=True,
        ),
    ),
    number_rules=NumberRules(
        forms=(NumberForm.DIGITS, NumberForm.DOUBLE_ZERO, NumberForm.NATIONAL, NumberForm.AS_TYPED),
        accepts=(*OUTSIDE, EXTENSION),
        examples=EXAMPLES,
        home_region="ZA",
    ),
    absent={
        Capability.HANG_UP: QT_TRANSLATE_NOOP("teleforge", "Teleforge ends calls at the phone only"),
        Capability.RECORD_AT_DIAL: QT_TRANSLATE_NOOP("teleforge", "Teleforge records by its own rules"),
        Capability.RECORD_DURING_CALL: QT_TRANSLATE_NOOP("teleforge", "Teleforge records by its own rules"),
        Capability.TAG: QT_TRANSLATE_NOOP("teleforge", "Teleforge takes a reference instead of a tag"),
    },
    docs="docs/adapters/teleforge.md",
    tested=("Create a Call, revision 40 (v4), and seed 002 (v2), simulated",),
)


class Adapter:
    """One agent's calls. It keeps no state between requests, so any thread may call any method."""

    def __init__(self, settings: AccountSettings, ctx: Context) -> None:
        self._settings = settings
        self._ctx = ctx
        self._http = HttpSession(settings.text("server").rstrip("/").removesuffix(PATH), ca_file=settings.ca_file)

    def warm(self) -> None:
        self._http.warm()

    def check(self) -> AccountInfo:
        """Check what can be checked: the shape of the settings, and that the web server, and Redis if set, answer."""
        self._agent()
        self._caller_id("")
        self._reference(DialOrder(number=EXAMPLES[0]))
        self._http.warm()
        if self._settings.text("redis"):
            with closing(self._records()) as records:
                records.ends(1)
        return AccountInfo(verified=False)

    def dial(self, order: DialOrder) -> CallRef:
        call = {
            "agent": self._agent(),
            "callee": self._callee(order.number),
            "outbound_id": self._caller_id(order.caller_id),
        }
        if reference := self._reference(order):
            call[self._reference_key()] = reference
        key = self._settings.secret("api_key")
        placed_at = self._ctx.now().timestamp()
        reply = self._http.request(
            "POST",
            PATH,
            json=call,
            headers={"authorization": f"Key={key.reveal()}"} if key else None,
            timeout_s=DIAL_TIMEOUT_S,
            cancel=order.cancel,
            places_call=True,
        )
        if 400 <= reply.status < 500 and reply.status not in (401, 403, 404, 429) and not reply.is_html:
            raise RefusedByPbx(reason=f"{reply.status} {plain(reply.body.decode(errors='replace'))}".strip())
        reply.raise_for_status(places_call=True, credential="api_key")
        if reply.is_html:
            raise unclear(UnexpectedReply("reply_not_json", status=reply.status), places_call=True)
        return CallRef(details={"reference": reference, "placed_at": str(placed_at)})

    def watch(self, call: CallRef, cancel: CancelToken) -> Iterator[CallUpdate]:
        """Look for the call's record, which comes at its end. Without a Redis in the settings it yields nothing."""
        if self._settings.text("redis") and call.details.get("reference"):
            with suppress(Cancelled), closing(self._records()) as records:
                yield from self._news(call, records, cancel)

    def close(self) -> None:
        self._http.close()

    def _records(self) -> RecordList:
        return RecordList(
            self._settings.text("redis"),
            RECORDS,
            password=self._settings.secret("redis_password"),
            ca_file=self._settings.ca_file,
            setting="redis",
            credential="redis_password",
        )

    def _news(self, call: CallRef, records: RecordList, cancel: CancelToken) -> Iterator[CallUpdate]:
        """Yield the end of `call` once its record is there.

        A reference may have been used before, so an older record with it is another call's. Age is measured by
        the server's clock alone: ours may differ.
        """
        pace = Pace(cancel)
        placed_at = float(call.details.get("placed_at", 0))
        dialled_after: float | None = None
        for _ in range(LOOKS):
            try:
                if dialled_after is None:
                    age_s = self._ctx.now().timestamp() - placed_at
                    dialled_after = records.time_s() - age_s - LEEWAY_S
                payloads = [record.get("payload") for record in records.ends(NEWEST)]
            except AppError as error:
                pace.recover(error)
                continue
            for payload in payloads:
                if isinstance(payload, dict) and self._is_of(call, payload, dialled_after):
                    yield _ending(payload)
                    return
            pace.wait()

    def _is_of(self, call: CallRef, payload: Mapping[str, object], dialled_after: float) -> bool:
        dialled_at = payload.get("dialed_at")
        is_new = not isinstance(dialled_at, int | float) or dialled_at >= dialled_after
        return is_new and payload.get(self._reference_key()) == call.details["reference"]

    def _reference_key(self) -> str:
        return "call_ref" if self._settings.text("api_version") == "2" else "contact_ref"

    def _agent(self) -> str:
        return _shaped("agent", self._settings.text("agent"), AGENT, AGENT_HINT)

    def _caller_id(self, chosen: str) -> str:
        """Return the caller ID of the dial plan's choice, else the account's."""
        caller_id = chosen.removeprefix("+") or self._settings.text("outbound_id")
        return _shaped("outbound_id", caller_id, CALLER_ID, CALLER_ID_HINT)

    def _callee(self, number: str) -> str:
        """Return `number` if this PBX takes it; an extension can be called from v4.0.0 on. Raises NumberRejected."""
        internal = self._settings.text("api_version") not in ("2", "3")
        if not re.fullmatch("|".join((*OUTSIDE, EXTENSION) if internal else OUTSIDE), number):
            raise NumberRejected(number=number, accepted=", ".join(EXAMPLES))
        return number

    def _reference(self, order: DialOrder) -> str:
        """Return the call's reference or "": then the PBX makes one. A record can only be found by one of ours."""
        wanted = order.reference or self._settings.text("reference")
        if not wanted and self._settings.text("redis"):
            return os.urandom(16).hex()
        reference = template.expand(wanted, self._ctx, order.number, legal=REFERENCE)[:REFERENCE_LENGTH]
        return _shaped("reference", reference, f"[{REFERENCE}]*", REFERENCE_HINT)


def _ending(payload: Mapping[str, object]) -> CallUpdate:
    reason = plain(payload.get("end_reason") or "")
    seconds, url = payload.get("call_time"), plain(payload.get("recording_url") or "", limit=2000)
    return CallUpdate(
        state=CallState.ENDED,
        answer=ENDINGS.get(reason, reason),
        duration_s=int(seconds) if isinstance(seconds, int | float) and seconds >= 0 else None,
        recording_url=url if url.startswith(("https://", "http://")) else "",
    )


def _shaped(key: str, value: str, pattern: str, hint: str) -> str:
    """Return `value` if it has the vendor's shape. Raises ConfigError tied to the setting `key`."""
    if not re.fullmatch(pattern, value):
        raise ConfigError("setting_invalid", field=key, reason=hint)
    return value
