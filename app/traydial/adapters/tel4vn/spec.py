"""What TEL4VN can do, and what an account at one needs."""

from __future__ import annotations

from traydial.core.adapter import AdapterSpec, Capability, Field, Kind
from traydial.core.dialplan.rules import NumberRules
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.core.number.forms import NumberForm

_RECORDS_BY_ITSELF = QT_TRANSLATE_NOOP(
    "tel4vn", "TEL4VN decides by itself which calls it records, and lets no program start or stop that."
)

SPEC = AdapterSpec(
    id="tel4vn",
    name="TEL4VN",
    capabilities=Capability.DIAL | Capability.LIVE_STATE,
    absent={
        Capability.HANG_UP: QT_TRANSLATE_NOOP(
            "tel4vn", "TEL4VN lets no program end a call: please hang up on your phone."
        ),
        Capability.RECORD_AT_DIAL: _RECORDS_BY_ITSELF,
        Capability.RECORD_DURING_CALL: _RECORDS_BY_ITSELF,
        Capability.TAG: QT_TRANSLATE_NOOP("tel4vn", "TEL4VN stores no tag with a call."),
        Capability.REFERENCE: QT_TRANSLATE_NOOP("tel4vn", "TEL4VN stores no reference with a call."),
    },
    fields=(
        Field(
            key="server",
            kind=Kind.URL,
            label=QT_TRANSLATE_NOOP("tel4vn", "Server"),
            help=QT_TRANSLATE_NOOP("tel4vn", "The API host that TEL4VN gave you, e.g. https://pbx.example.vn"),
            required=True,
        ),
        Field(
            key="extension",
            label=QT_TRANSLATE_NOOP("tel4vn", "Extension"),
            help=QT_TRANSLATE_NOOP("tel4vn", "Your own phone's number in the PBX: it rings first."),
            required=True,
            pattern=r"[0-9]{1,15}",
            hint=QT_TRANSLATE_NOOP("tel4vn", "digits only, e.g. 101"),
        ),
        Field(
            key="api_key",
            kind=Kind.SECRET,
            label=QT_TRANSLATE_NOOP("tel4vn", "API key"),
            help=QT_TRANSLATE_NOOP("tel4vn", "From TEL4VN. Traydial fetches tokens with it and renews them in time."),
        ),
        Field(
            key="token",
            kind=Kind.SECRET,
            label=QT_TRANSLATE_NOOP("tel4vn", "Token"),
            help=QT_TRANSLATE_NOOP("tel4vn", "Only where you have no API key: a token that TEL4VN gave you."),
        ),
        Field(
            key="mode",
            kind=Kind.CHOICE,
            choices=("async", "sync"),
            default="async",
            label=QT_TRANSLATE_NOOP("tel4vn", "Answer"),
            help=QT_TRANSLATE_NOOP(
                "tel4vn", "async: the PBX answers at once. sync: it answers when your phone is picked up."
            ),
            advanced=True,
        ),
        Field(
            key="src_cid_name",
            label=QT_TRANSLATE_NOOP("tel4vn", "Name on your phone"),
            help=QT_TRANSLATE_NOOP("tel4vn", "What your phone shows while it rings; empty: Click2Call."),
            advanced=True,
        ),
        Field(
            key="src_cid_number",
            label=QT_TRANSLATE_NOOP("tel4vn", "Number on your phone"),
            help=QT_TRANSLATE_NOOP("tel4vn", "What your phone shows while it rings; empty: your extension."),
            advanced=True,
        ),
        Field(
            key="dest_cid_name",
            label=QT_TRANSLATE_NOOP("tel4vn", "Name in the SIP message"),
            help=QT_TRANSLATE_NOOP("tel4vn", "Sent with the call to the number that you dial."),
            advanced=True,
        ),
        Field(
            key="dest_cid_number",
            label=QT_TRANSLATE_NOOP("tel4vn", "Number in the SIP message"),
            help=QT_TRANSLATE_NOOP("tel4vn", "Sent with the call to the number that you dial."),
            advanced=True,
        ),
        Field(
            key="auto_answer",
            kind=Kind.BOOL,
            default=False,
            label=QT_TRANSLATE_NOOP("tel4vn", "Your phone answers by itself"),
            help=QT_TRANSLATE_NOOP("tel4vn", "Where the phone can do so; else it rings first."),
        ),
        Field(
            key="hotline",
            label=QT_TRANSLATE_NOOP("tel4vn", "Hotline"),
            help=QT_TRANSLATE_NOOP("tel4vn", "The number to call out with. TEL4VN has to set it up for you first."),
            pattern=r"\+?[0-9]{3,15}",
            hint=QT_TRANSLATE_NOOP("tel4vn", "digits only, e.g. 02873001234"),
        ),
    ),
    number_rules=NumberRules(
        forms=(NumberForm.NATIONAL, NumberForm.DOUBLE_ZERO, NumberForm.AS_TYPED),
        accepts=(r"[0-9]{2,17}",),
        examples=("0899098899", "19001234", "0027820001234"),
        home_region="VN",
    ),
    docs="docs/adapters/tel4vn.md",
    tested=("API documents of 2021-11 and of 2023, simulated",),
)
