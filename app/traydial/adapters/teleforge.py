"""Teleforge Platforma, Click2Dial: POST /click2dial/calls rings the agent first, then the callee.

Source: Teleforge's wiki, space EPD, pages "Create a Call" (up to v4) and "Click2Dial". The vendor documents no answer,
no hang-up, no recording and no harmless request; the outcome travels through Redis or a webhook.
"""

from __future__ import annotations

import re

from traydial.core import template
from traydial.core.adapter import (
    AccountInfo,
    AdapterSpec,
    Capability,
    Context,
    DialOrder,
    Field,
    Kind,
    NumberForm,
    NumberRules,
    Settings,
)
from traydial.core.call import CallRef
from traydial.core.errors import ConfigError, NumberRejected, RefusedByPbx, UnexpectedReply
from traydial.core.marks import QT_TRANSLATE_NOOP
from traydial.wire.decode import plain
from traydial.wire.http import HttpSession, unclear

PATH = "/click2dial/calls"
DIAL_TIMEOUT_S = 30.0  # the vendor does not say whether the answer waits for the phone

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

SPEC = AdapterSpec(
    id="teleforge",
    name="Teleforge",
    capabilities=Capability.DIAL | Capability.REFERENCE,
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
        Capability.LIVE_STATE: QT_TRANSLATE_NOOP(
            "teleforge", "Teleforge reports a call only after its end, and not here"
        ),
    },
    docs="docs/adapters/teleforge.md",
    tested=("Create a Call, revision 40 (v4), and seed 002 (v2), simulated",),
)


class Adapter:
    """One agent's calls. It keeps no state between requests, so any thread may call any method."""

    def __init__(self, settings: Settings, ctx: Context) -> None:
        self._settings = settings
        self._ctx = ctx
        self._http = HttpSession(settings.text("server").rstrip("/").removesuffix(PATH), ca_file=settings.ca_file)

    def warm(self) -> None:
        self._http.warm()

    def check(self) -> AccountInfo:
        """Show what can be shown: the settings have the right shapes, and a web server answers under the address."""
        self._agent()
        self._caller_id("")
        self._reference(DialOrder(number=EXAMPLES[0]))
        self._http.warm()
        return AccountInfo(verified=False)

    def dial(self, order: DialOrder) -> CallRef:
        call = {
            "agent": self._agent(),
            "callee": self._callee(order.number),
            "outbound_id": self._caller_id(order.caller_id),
        }
        if reference := self._reference(order):
            call["call_ref" if self._settings.text("api_version") == "2" else "contact_ref"] = reference
        key = self._settings.secret("api_key")
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
        return CallRef(details={"reference": reference})

    def close(self) -> None:
        self._http.close()

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
        """Return the call's reference or "": then the PBX makes one."""
        wanted = order.reference or self._settings.text("reference")
        reference = template.expand(wanted, self._ctx, order.number, legal=REFERENCE)[:REFERENCE_LENGTH]
        return _shaped("reference", reference, f"[{REFERENCE}]*", REFERENCE_HINT)


def _shaped(key: str, value: str, pattern: str, hint: str) -> str:
    """Return `value` if it has the vendor's shape. Raises ConfigError tied to the setting `key`."""
    if not re.fullmatch(pattern, value):
        raise ConfigError("setting_invalid", field=key, reason=hint)
    return value
