"""Texts for ids of the core: reasons to ask, kinds of numbers, warnings, and why a hotkey is not bound.

Pure like `words.messages`: no Qt, the translation is passed in. Every id of the core has a text in `words`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from traydial.core.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from traydial.core.number.value import NumberKind
    from traydial.words.messages import Translate

CONTEXT = "reasons"


def reason(reason_id: str, translate: Translate) -> str:
    """Return why a person is asked before this call, or why it is not placed."""
    return translate(CONTEXT, REASONS[reason_id])


def warning(code: str, translate: Translate) -> str:
    """Return what the user should know about an account that works (`services.accounts.warnings`)."""
    return translate(CONTEXT, WARNINGS[code])


def hotkey_reason(reason_id: str, translate: Translate) -> str:
    """Return why a hotkey is not bound (`core.ports.HotkeyStatus.reason`)."""
    return translate(CONTEXT, HOTKEY_REASONS[reason_id])


def kind(value: NumberKind, translate: Translate) -> str:
    """Return what sort of number it is; empty for an ordinary one."""
    name = KINDS[value.value]
    return translate(CONTEXT, name) if name else ""


REASONS = {
    "denied": QT_TRANSLATE_NOOP("reasons", "The rules of this computer do not allow this number."),
    "too_long": QT_TRANSLATE_NOOP("reasons", "This is longer than any telephone number."),
    "malformed": QT_TRANSLATE_NOOP("reasons", "This is not a proper telephone number."),
    "emergency": QT_TRANSLATE_NOOP("reasons", "This is an emergency number, and it comes from a link."),
    "feature_code": QT_TRANSLATE_NOOP(
        "reasons", "A code with * or # can change settings, such as forwarding all calls."
    ),
    "premium": QT_TRANSLATE_NOOP("reasons", "This is a premium-rate number: the call may be expensive."),
    "satellite": QT_TRANSLATE_NOOP("reasons", "This is a satellite telephone: the call may be very expensive."),
    "new_country": QT_TRANSLATE_NOOP("reasons", "No call has gone to this country before."),
    "unassigned": QT_TRANSLATE_NOOP("reasons", "No country has a number like this: it may be mistyped."),
    "hidden": QT_TRANSLATE_NOOP(
        "reasons", "Some characters look like digits and are not, or stand for other characters."
    ),
    "phone_context": QT_TRANSLATE_NOOP("reasons", "The country of the number stands in a hidden part of the link."),
    "screen_locked": QT_TRANSLATE_NOOP("reasons", "The link was opened while the screen was locked."),
    "link_burst": QT_TRANSLATE_NOOP("reasons", "Another link was opened just before this one."),
    "many_calls": QT_TRANSLATE_NOOP("reasons", "There have been many calls within the last minute."),
    "in_call": QT_TRANSLATE_NOOP("reasons", "You are in a call. If the PBX can do that, it is hung up first."),
    "tell": QT_TRANSLATE_NOOP(
        "reasons", "The call will be recorded: the other party must have been told and have agreed."
    ),
    "careful": QT_TRANSLATE_NOOP("reasons", "Traydial is set to ask before calling numbers from links."),
}

WARNINGS = {
    "password_in_clear": QT_TRANSLATE_NOOP(
        "reasons",
        "With http your data travels unencrypted, and others can read it on the way. Use https if the PBX has it.",
    ),
}

HOTKEY_REASONS = {
    "taken": QT_TRANSLATE_NOOP("reasons", "Another program already uses this hotkey. Choose another one."),
    "invalid": QT_TRANSLATE_NOOP("reasons", "This is not a usable hotkey. Choose one with Ctrl, Alt or Super."),
    "unavailable": QT_TRANSLATE_NOOP(
        "reasons", "This desktop offers no global hotkeys. Use the tray menu or the command line."
    ),
    "duplicate": QT_TRANSLATE_NOOP("reasons", "The same hotkey is set twice. Change one of them."),
}


KINDS = {
    "global": "",
    "local": QT_TRANSLATE_NOOP("reasons", "Local number"),
    "short": QT_TRANSLATE_NOOP("reasons", "Internal number"),
    "emergency": QT_TRANSLATE_NOOP("reasons", "Emergency number"),
    "premium": QT_TRANSLATE_NOOP("reasons", "Premium-rate number"),
    "feature_code": QT_TRANSLATE_NOOP("reasons", "Feature code"),
    "sip": QT_TRANSLATE_NOOP("reasons", "SIP address"),
}
