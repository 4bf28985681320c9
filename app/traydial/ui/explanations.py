"""Why, in words: the rules of a dial plan, the reasons to ask, the states of a call and of its recording.

Pure like `ui.messages`: no Qt, the translation is passed in. Every id that the core can produce has words here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from traydial.core.marks import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

    from traydial.core.call import Call, CallState, Recording
    from traydial.core.dialplan import DialPlan, Step
    from traydial.core.number import NumberKind
    from traydial.ui.messages import Translate

CONTEXT = "explanations"


def why(plan: DialPlan, translate: Translate) -> tuple[str, ...]:
    """Return one sentence for each step from the number in the text to the number that the PBX gets."""
    return tuple(step_in_words(step, translate) for step in plan.trace)


def step_in_words(step: Step, translate: Translate) -> str:
    """Return what a rule did, which one of the account's it was, and the number before and after where it changed."""
    sentence = translate(CONTEXT, RULES[step.rule])
    if step.setting:
        place = int(step.setting.removeprefix("rules[").removesuffix("]")) + 1
        sentence = translate(CONTEXT, RULE_AND_PLACE).format(rule=sentence, place=place)
    if step.before == step.after or not step.before:
        return sentence
    return translate(CONTEXT, BEFORE_AND_AFTER).format(rule=sentence, before=step.before, after=step.after)


def explained(plan: DialPlan, translate: Translate) -> str:
    """Return what would be dialled, and below it why, step by step."""
    dials = translate(CONTEXT, DIALS).format(number=dialled(plan, translate))
    steps = (f"• {step}" for step in why(plan, translate))
    return "\n".join((dials, translate(CONTEXT, WHY), *steps))


def dialled(plan: DialPlan, translate: Translate) -> str:
    """Return what the PBX gets: the number, and what travels beside it."""
    code = translate(CONTEXT, ACCESS_CODE).format(code=plan.access_code) if plan.access_code else ""
    shown = translate(CONTEXT, SHOWN_AS).format(caller_id=plan.caller_id) if plan.caller_id else ""
    return ", ".join(filter(None, (plan.dialled, code, shown)))


def reason(reason_id: str, translate: Translate) -> str:
    """Return why a person is asked before this call, or why it is not placed."""
    return translate(CONTEXT, REASONS[reason_id])


def warning(code: str, translate: Translate) -> str:
    """Return what the user should know about an account that works (`services.accounts.warnings`)."""
    return translate(CONTEXT, WARNINGS[code])


def hotkey_reason(reason_id: str, translate: Translate) -> str:
    """Return why a hotkey is not bound (`core.ports.HotkeyStatus.reason`)."""
    return translate(CONTEXT, HOTKEY_REASONS[reason_id])


def call_state(state: CallState, translate: Translate) -> str:
    return translate(CONTEXT, CALL_STATES[state.value])


def recording(state: Recording, translate: Translate) -> str:
    return translate(CONTEXT, RECORDINGS[state.value])


def recorded_for(call: Call, now: datetime) -> str:
    """Return for how long a call has been recorded, as 01:23; empty while it is not."""
    if call.recording_since is None:
        return ""
    minutes, seconds = divmod(max(0, int((now - call.recording_since).total_seconds())), 60)
    return f"{minutes:02}:{seconds:02}"


def kind(value: NumberKind, translate: Translate) -> str:
    """Return what sort of number it is; empty for an ordinary one."""
    name = KINDS[value.value]
    return translate(CONTEXT, name) if name else ""


BEFORE_AND_AFTER = QT_TRANSLATE_NOOP("explanations", "{rule}: {before} → {after}")
DIALS = QT_TRANSLATE_NOOP("explanations", "Dials {number}")
WHY = QT_TRANSLATE_NOOP("explanations", "Why this number?")
RULE_AND_PLACE = QT_TRANSLATE_NOOP("explanations", "{rule} (rule {place})")
ACCESS_CODE = QT_TRANSLATE_NOOP("explanations", "access code {code}")
SHOWN_AS = QT_TRANSLATE_NOOP("explanations", "shown as {caller_id}")

RULES = {
    "read_in_region": QT_TRANSLATE_NOOP("explanations", "Read as a number of the account's country"),
    "emergency": QT_TRANSLATE_NOOP("explanations", "Emergency number: dialled as it is"),
    "feature_code": QT_TRANSLATE_NOOP("explanations", "Feature code of the PBX: dialled as it is"),
    "internal": QT_TRANSLATE_NOOP("explanations", "Internal number: dialled as it is"),
    "area_code": QT_TRANSLATE_NOOP("explanations", "The account's area code was added"),
    "prefix": QT_TRANSLATE_NOOP("explanations", "A prefix was replaced by a rule of the account"),
    "regex": QT_TRANSLATE_NOOP("explanations", "Rewritten by a rule of the account"),
    "caller_id": QT_TRANSLATE_NOOP("explanations", "The caller ID was chosen by a rule of the account"),
    "record_on": QT_TRANSLATE_NOOP("explanations", "A rule of the account has it recorded from the start"),
    "record_off": QT_TRANSLATE_NOOP("explanations", "A rule of the account has it not recorded"),
    "form_e164": QT_TRANSLATE_NOOP("explanations", "Written with + and country code, as this PBX wants it"),
    "form_digits": QT_TRANSLATE_NOOP("explanations", "Written with country code but without +, as this PBX wants it"),
    "form_national": QT_TRANSLATE_NOOP("explanations", "Written as a national number, as this PBX wants it"),
    "form_dialled_abroad": QT_TRANSLATE_NOOP(
        "explanations", "Written with the international prefix of this country, as this PBX wants it"
    ),
    "form_double_zero": QT_TRANSLATE_NOOP("explanations", "Written with 00 and country code, as this PBX wants it"),
    "form_as_typed": QT_TRANSLATE_NOOP("explanations", "Digits as they stand, as this PBX takes them"),
    "outside_prefix": QT_TRANSLATE_NOOP("explanations", "The prefix for an outside line was added"),
    "no_outside_prefix": QT_TRANSLATE_NOOP(
        "explanations", "By a rule of the account without a prefix for an outside line"
    ),
    "access_code": QT_TRANSLATE_NOOP(
        "explanations", "The access code for an outside line travels apart from the number"
    ),
}

REASONS = {
    "denied": QT_TRANSLATE_NOOP("explanations", "The rules of this computer do not allow this number."),
    "too_long": QT_TRANSLATE_NOOP("explanations", "This is longer than any telephone number."),
    "malformed": QT_TRANSLATE_NOOP("explanations", "This is not a proper telephone number."),
    "emergency": QT_TRANSLATE_NOOP("explanations", "This is an emergency number, and it comes from a link."),
    "feature_code": QT_TRANSLATE_NOOP(
        "explanations", "A code with * or # can change settings, such as forwarding all calls."
    ),
    "premium": QT_TRANSLATE_NOOP("explanations", "This is a premium-rate number: the call may be expensive."),
    "satellite": QT_TRANSLATE_NOOP("explanations", "This is a satellite telephone: the call may be very expensive."),
    "new_country": QT_TRANSLATE_NOOP("explanations", "No call has gone to this country before."),
    "unassigned": QT_TRANSLATE_NOOP("explanations", "No country has a number like this: it may be mistyped."),
    "hidden": QT_TRANSLATE_NOOP(
        "explanations", "Some of its characters are not the digits that they seem to be, or stand for others."
    ),
    "phone_context": QT_TRANSLATE_NOOP(
        "explanations", "The country of the number stands in a hidden part of the link."
    ),
    "screen_locked": QT_TRANSLATE_NOOP("explanations", "The link was opened while the screen was locked."),
    "link_burst": QT_TRANSLATE_NOOP("explanations", "Another link was opened just before this one."),
    "many_calls": QT_TRANSLATE_NOOP("explanations", "There have been many calls within the last minute."),
    "in_call": QT_TRANSLATE_NOOP(
        "explanations", "You are in a call. It is hung up first, where the PBX can do that: hang up and call?"
    ),
    "tell": QT_TRANSLATE_NOOP(
        "explanations", "It is to be recorded: the other party must have been told, and must have agreed."
    ),
    "careful": QT_TRANSLATE_NOOP("explanations", "Traydial is set to ask before calling numbers from links."),
}

WARNINGS = {
    "password_in_clear": QT_TRANSLATE_NOOP(
        "explanations",
        "With http the password travels unencrypted, and others can read it on the way. Use https if the PBX has it.",
    ),
}

HOTKEY_REASONS = {
    "taken": QT_TRANSLATE_NOOP("explanations", "Another program has this key already. Choose another one."),
    "invalid": QT_TRANSLATE_NOOP("explanations", "This is not a usable hotkey. Choose one with Ctrl, Alt or Super."),
    "unavailable": QT_TRANSLATE_NOOP(
        "explanations", "This desktop offers no global hotkeys here. Use the tray menu or the command line."
    ),
    "duplicate": QT_TRANSLATE_NOOP("explanations", "The same key is set twice. Choose another one."),
}

CALL_STATES = {
    "requested": QT_TRANSLATE_NOOP("explanations", "Asking the PBX…"),
    "accepted": QT_TRANSLATE_NOOP("explanations", "The PBX is placing the call"),
    "ringing_agent": QT_TRANSLATE_NOOP("explanations", "Your phone is ringing: pick it up"),
    "ringing_callee": QT_TRANSLATE_NOOP("explanations", "Ringing at the other end"),
    "connected": QT_TRANSLATE_NOOP("explanations", "Connected"),
    "ended": QT_TRANSLATE_NOOP("explanations", "Call ended"),
    "refused": QT_TRANSLATE_NOOP("explanations", "Not connected"),
    "cancelled": QT_TRANSLATE_NOOP("explanations", "Taken back"),
    "unknown": QT_TRANSLATE_NOOP("explanations", "Outcome unknown"),
}

RECORDINGS = {
    "unsupported": QT_TRANSLATE_NOOP("explanations", "This PBX offers no recording"),
    "off": QT_TRANSLATE_NOOP("explanations", "Not recording"),
    "starting": QT_TRANSLATE_NOOP("explanations", "Recording is starting…"),
    "on": QT_TRANSLATE_NOOP("explanations", "Recording"),
    "stopping": QT_TRANSLATE_NOOP("explanations", "Recording is stopping…"),
    "unknown": QT_TRANSLATE_NOOP("explanations", "It is not known whether the call is recorded"),
    "locked": QT_TRANSLATE_NOOP("explanations", "Recording, and the PBX does not let it be stopped"),
}

KINDS = {
    "global": "",
    "local": QT_TRANSLATE_NOOP("explanations", "Local number"),
    "short": QT_TRANSLATE_NOOP("explanations", "Internal number"),
    "emergency": QT_TRANSLATE_NOOP("explanations", "Emergency number"),
    "premium": QT_TRANSLATE_NOOP("explanations", "Premium-rate number"),
    "feature_code": QT_TRANSLATE_NOOP("explanations", "Feature code"),
    "sip": QT_TRANSLATE_NOOP("explanations", "SIP address"),
}
