"""What Noojee Contact can do, and what an account at one needs."""

from __future__ import annotations

from traydial.core.adapter import AdapterSpec, Capability, Field, Kind
from traydial.core.dialplan.rules import NumberRules
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.core.number.forms import NumberForm

_LINKSYS_STYLE = r"Call-Info:\\; answer-after=0"  # with both backslashes, as in the vendor's client
AUTO_ANSWER = {
    "yealink": "Call-info:answer-after=0",
    "polycom": "Alert-Info: Ring Answer",
    "grandstream": _LINKSYS_STYLE,
    "snom": _LINKSYS_STYLE,
    "aastra": _LINKSYS_STYLE,
    "linksys": _LINKSYS_STYLE,
}


SPEC = AdapterSpec(
    id="noojee",
    name="Noojee Contact",
    capabilities=(
        Capability.DIAL
        | Capability.HANG_UP
        | Capability.RECORD_AT_DIAL
        | Capability.RECORD_DURING_CALL
        | Capability.TAG
        | Capability.LIVE_STATE
    ),
    absent={
        Capability.REFERENCE: QT_TRANSLATE_NOOP(
            "noojee", "Noojee stores no reference with a call; a recording can have a tag."
        ),
    },
    fields=(
        Field(
            key="server",
            kind=Kind.URL,
            label=QT_TRANSLATE_NOOP("noojee", "Server"),
            help=QT_TRANSLATE_NOOP(
                "noojee",
                "The address of Noojee Contact, e.g. https://pbx.example.com.au."
                " Noojee Support must have allowed your IP address.",
            ),
            required=True,
        ),
        Field(
            key="extension",
            label=QT_TRANSLATE_NOOP("noojee", "Extension"),
            help=QT_TRANSLATE_NOOP("noojee", "Your own phone: it rings first. Without a technology, SIP/ is added."),
            required=True,
            pattern=r"(?:[A-Za-z0-9]+/)?[A-Za-z0-9._-]{1,40}",
            hint=QT_TRANSLATE_NOOP("noojee", "e.g. 101, SIP/101 or PJSIP/101"),
        ),
        Field(
            key="api_key",
            kind=Kind.SECRET,
            label=QT_TRANSLATE_NOOP("noojee", "API key"),
            help=QT_TRANSLATE_NOOP("noojee", "A global key from Noojee Support; a user's own key may not dial."),
            required=True,
        ),
        Field(
            key="caller_id",
            label=QT_TRANSLATE_NOOP("noojee", "Caller ID"),
            help=QT_TRANSLATE_NOOP("noojee", "What the person you call sees; empty: what the PBX decides."),
        ),
        Field(
            key="auto_answer",
            choices=tuple(AUTO_ANSWER),
            label=QT_TRANSLATE_NOOP("noojee", "Your phone answers by itself"),
            help=QT_TRANSLATE_NOOP(
                "noojee",
                "The make of your phone (yealink, polycom, grandstream, snom, aastra, linksys),"
                " or the auto answer text that it wants. Empty: it rings.",
            ),
        ),
        Field(
            key="phone_caption",
            label=QT_TRANSLATE_NOOP("noojee", "Caption on your phone"),
            help=QT_TRANSLATE_NOOP("noojee", "A further line on the phone's display, where the phone can show it."),
            advanced=True,
        ),
        Field(
            key="monitored",
            kind=Kind.BOOL,
            default=True,
            label=QT_TRANSLATE_NOOP("noojee", "Follow the call"),
            help=QT_TRANSLATE_NOOP(
                "noojee", "Lets Traydial find its own call, so that hang-up and recording never affect another one."
            ),
            advanced=True,
        ),
        Field(
            key="record",
            kind=Kind.BOOL,
            default=False,
            label=QT_TRANSLATE_NOOP("noojee", "Record every call"),
            help=QT_TRANSLATE_NOOP("noojee", "From the answer on. Needs Noojee Contact 6.0.1."),
        ),
        Field(
            key="tag",
            label=QT_TRANSLATE_NOOP("noojee", "Tag of recordings"),
            help=QT_TRANSLATE_NOOP(
                "noojee",
                "Shown and found on the Recording Page of Noojee Contact."
                " May hold {date} {time} {user} {number} {uuid}.",
            ),
        ),
        Field(
            key="parameters",
            kind=Kind.CHOICE,
            choices=("auto", "body", "query"),
            default="auto",
            label=QT_TRANSLATE_NOOP("noojee", "Parameters in"),
            help=QT_TRANSLATE_NOOP(
                "noojee", "auto: the body, and the query where the PBX plainly says that it found nothing there."
            ),
            advanced=True,
        ),
    ),
    record_field="record",
    number_rules=NumberRules(
        forms=(NumberForm.NATIONAL, NumberForm.DIALLED_ABROAD, NumberForm.AS_TYPED),
        accepts=(r"[0-9*#]{2,20}",),
        examples=("0383208100", "001127820001234", "101"),
        home_region="AU",
    ),
    docs="docs/adapters/noojee.md",
    tested=("Noojee wiki, 02.0 Dial to 08 Stop Recording, and noojeecontact.api of 2022-04, simulated",),
)
