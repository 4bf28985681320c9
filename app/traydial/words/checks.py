"""The results of the checks of `traydial doctor` as text: a sentence and the fix, for every `Check.summary`.

Pure like `words.messages`: no Qt, the translation is passed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.words import reasons
from traydial.words.messages import message

if TYPE_CHECKING:
    from traydial.services.diagnostics import Check
    from traydial.words.messages import Translate

CONTEXT = "checks"


def in_words(check: Check, translate: Translate) -> tuple[str, str]:
    """Return what was found and how to fix it; the second is empty where nothing is wrong."""
    found, fix = FINDINGS[check.summary]
    sentence = translate(CONTEXT, found).format_map(check.values).rstrip()
    step = translate(CONTEXT, fix).format_map(check.values) if fix else ""
    if reason := check.values.get("reason"):
        step = reasons.hotkey_reason(reason, translate)
    if check.error is not None:
        told = message(check.error, translate)
        sentence = f"{sentence} {told.sentence}"
        step = told.next_step or step
    return sentence, step


FINDINGS: dict[str, tuple[str, str]] = {
    "config_read": (QT_TRANSLATE_NOOP("checks", "The settings can be read."), ""),
    "config_unreadable": (
        QT_TRANSLATE_NOOP("checks", "The settings cannot be read."),
        QT_TRANSLATE_NOOP("checks", "Set up your accounts again, or repair the renamed file."),
    ),
    "region_known": (QT_TRANSLATE_NOOP("checks", "The country for national numbers is set."), ""),
    "region_unknown": (
        QT_TRANSLATE_NOOP("checks", "The country for numbers without + is not set."),
        QT_TRANSLATE_NOOP("checks", "Choose your country in Settings."),
    ),
    "handler_ours": (QT_TRANSLATE_NOOP("checks", "Traydial opens {scheme}: links."), ""),
    "handler_other": (
        QT_TRANSLATE_NOOP("checks", "Another program opens {scheme}: links: {handler}."),
        QT_TRANSLATE_NOOP("checks", "Choose Traydial in Settings under Calls, or run “traydial handler install”."),
    ),
    "handler_none": (
        QT_TRANSLATE_NOOP("checks", "No program opens {scheme}: links."),
        QT_TRANSLATE_NOOP("checks", "Choose Traydial in Settings under Calls, or run “traydial handler install”."),
    ),
    "handler_unavailable": (QT_TRANSLATE_NOOP("checks", "Programs cannot be registered for links here."), ""),
    "links_off": (
        QT_TRANSLATE_NOOP("checks", "Links are switched off: Traydial dials none that other programs open."),
        QT_TRANSLATE_NOOP("checks", "Switch them on in Settings under Calls, or run “traydial handler install”."),
    ),
    "keyring_answers": (QT_TRANSLATE_NOOP("checks", "The keyring answers."), ""),
    "keyring_fails": (
        QT_TRANSLATE_NOOP("checks", "The keyring cannot be used."),
        QT_TRANSLATE_NOOP("checks", "Unlock the keyring of this desktop, then try again."),
    ),
    "tray_host_present": (QT_TRANSLATE_NOOP("checks", "This desktop shows tray icons."), ""),
    "tray_host_missing": (
        QT_TRANSLATE_NOOP("checks", "This desktop has no place for tray icons."),
        QT_TRANSLATE_NOOP("checks", "Turn on its system tray; GNOME needs the extension AppIndicator for that."),
    ),
    "tray_runs": (QT_TRANSLATE_NOOP("checks", "Traydial runs in the tray."), ""),
    "tray_runs_not": (
        QT_TRANSLATE_NOOP("checks", "Traydial does not run in the tray."),
        QT_TRANSLATE_NOOP("checks", "Start “traydial”; Settings can start it at login."),
    ),
    "tray_answers_not": (
        QT_TRANSLATE_NOOP("checks", "The running tray does not answer."),
        QT_TRANSLATE_NOOP("checks", "Quit Traydial and start it again."),
    ),
    "hotkey_bound": (QT_TRANSLATE_NOOP("checks", "The hotkey {chord} works."), ""),
    "hotkey_off": (QT_TRANSLATE_NOOP("checks", "This hotkey is turned off."), ""),
    "hotkey_unbound": (
        QT_TRANSLATE_NOOP("checks", "The hotkey {chord} does not work."),
        QT_TRANSLATE_NOOP("checks", "Choose another key in Settings."),
    ),
    "accounts_missing": (
        QT_TRANSLATE_NOOP("checks", "There is no account yet."),
        QT_TRANSLATE_NOOP("checks", "Add one in Settings, or with “traydial account add”."),
    ),
    "account_reachable": (QT_TRANSLATE_NOOP("checks", "The account {account} can dial. {info}"), ""),
    "account_reachable_unverified": (
        QT_TRANSLATE_NOOP(
            "checks",
            "The PBX of the account {account} answers; only a call can show whether it takes the account. {info}",
        ),
        "",
    ),
    "account_fails": (
        QT_TRANSLATE_NOOP("checks", "The account {account} cannot dial."),
        QT_TRANSLATE_NOOP("checks", "Test the account in Settings."),
    ),
    "account_in_clear": (
        QT_TRANSLATE_NOOP(
            "checks", "The account {account} sends its data unencrypted, and others can read it on the way."
        ),
        QT_TRANSLATE_NOOP("checks", "Use an address with https if the PBX has it."),
    ),
}
