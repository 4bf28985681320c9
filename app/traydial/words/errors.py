"""The texts for every code of every AppError: data for `words.messages`, which chooses and fills them in."""

from __future__ import annotations

from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.words.number_errors import NUMBER_ERRORS, Entry

ERRORS: dict[str, Entry] = {
    **NUMBER_ERRORS,
    "credentials_rejected": Entry(
        QT_TRANSLATE_NOOP("messages", "Sign-in refused"),
        QT_TRANSLATE_NOOP("messages", "The PBX does not accept this user name and password or key."),
        QT_TRANSLATE_NOOP("messages", "Correct them in Settings under Accounts, then test the connection."),
    ),
    "token_rejected": Entry(
        QT_TRANSLATE_NOOP("messages", "Token refused"),
        QT_TRANSLATE_NOOP("messages", "The PBX does not accept the token, or it has expired."),
        QT_TRANSLATE_NOOP("messages", "Get a new one from the PBX and enter it in Settings under Accounts."),
    ),
    "certificate_rejected": Entry(
        QT_TRANSLATE_NOOP("messages", "Server not trusted"),
        QT_TRANSLATE_NOOP("messages", "The certificate of the server cannot be verified, so nothing was sent to it."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Check the server name. If the PBX has a certificate of its own, enter its file in the account.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "messages", "The certificate of the server cannot be verified ({reason}). Nothing was sent."
            ),
        ),
    ),
    "unreachable": Entry(
        QT_TRANSLATE_NOOP("messages", "PBX not reachable"),
        QT_TRANSLATE_NOOP("messages", "There is no connection to the PBX."),
        QT_TRANSLATE_NOOP("messages", "Check the network or VPN and the server address, then try again."),
    ),
    "host_unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "Server name not found"),
        QT_TRANSLATE_NOOP("messages", "No server of this name was found."),
        QT_TRANSLATE_NOOP("messages", "Check the spelling of the server address, and the network or VPN."),
        (QT_TRANSLATE_NOOP("messages", "No server called {host} was found."),),
    ),
    "connection_refused": Entry(
        QT_TRANSLATE_NOOP("messages", "Connection refused"),
        QT_TRANSLATE_NOOP("messages", "The server is there, but nothing answers at this port."),
        QT_TRANSLATE_NOOP("messages", "Check the port in the server address, or ask whether the PBX is running."),
    ),
    "connect_timed_out": Entry(
        QT_TRANSLATE_NOOP("messages", "PBX does not answer"),
        QT_TRANSLATE_NOOP("messages", "The server did not answer in time."),
        QT_TRANSLATE_NOOP("messages", "Check the network or VPN, then try again."),
    ),
    "connection_lost": Entry(
        QT_TRANSLATE_NOOP("messages", "Connection lost"),
        QT_TRANSLATE_NOOP("messages", "The connection to the PBX broke off before the request was complete."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "timed_out": Entry(
        QT_TRANSLATE_NOOP("messages", "No answer in time"),
        QT_TRANSLATE_NOOP("messages", "The PBX took too long to answer."),
        QT_TRANSLATE_NOOP("messages", "Try again. If it happens again, ask whether the PBX is overloaded."),
    ),
    "not_allowed": Entry(
        QT_TRANSLATE_NOOP("messages", "Not permitted"),
        QT_TRANSLATE_NOOP("messages", "The PBX knows this account but does not let it do this."),
        QT_TRANSLATE_NOOP("messages", "Ask the administrator of the PBX for this permission."),
        (QT_TRANSLATE_NOOP("messages", "The PBX does not let this account do this: {reason}"),),
    ),
    "address_not_allowed": Entry(
        QT_TRANSLATE_NOOP("messages", "This computer is not on the list"),
        QT_TRANSLATE_NOOP("messages", "The PBX accepts requests only from the network addresses it has on its list."),
        QT_TRANSLATE_NOOP("messages", "Ask the administrator of the PBX to add the address of this computer."),
    ),
    "device_unavailable": Entry(
        QT_TRANSLATE_NOOP("messages", "Phone not available"),
        QT_TRANSLATE_NOOP("messages", "The PBX cannot reach the phone of this account."),
        QT_TRANSLATE_NOOP("messages", "Check that the phone is switched on and signed in, then try again."),
    ),
    "device_busy": Entry(
        QT_TRANSLATE_NOOP("messages", "Phone is busy"),
        QT_TRANSLATE_NOOP("messages", "The phone of this account is in another call."),
        QT_TRANSLATE_NOOP("messages", "End that call, then try again."),
    ),
    "device_not_registered": Entry(
        QT_TRANSLATE_NOOP("messages", "Phone not signed in"),
        QT_TRANSLATE_NOOP("messages", "The phone of this account is not registered with the PBX."),
        QT_TRANSLATE_NOOP("messages", "Switch it on or sign in to the softphone, then try again."),
    ),
    "rate_limited": Entry(
        QT_TRANSLATE_NOOP("messages", "Too many requests"),
        QT_TRANSLATE_NOOP("messages", "The PBX asks for fewer requests."),
        QT_TRANSLATE_NOOP("messages", "Wait a little, then try again."),
        (QT_TRANSLATE_NOOP("messages", "The PBX asks to wait {after_s} seconds."),),
    ),
    "unexpected_reply": Entry(
        QT_TRANSLATE_NOOP("messages", "Unexpected answer"),
        QT_TRANSLATE_NOOP("messages", "The PBX gave an answer that its documentation does not describe."),
        QT_TRANSLATE_NOOP(
            "messages", "Check the server address and the kind of PBX. The log has an outline of the answer."
        ),
    ),
    "reply_not_json": Entry(
        QT_TRANSLATE_NOOP("messages", "This is not the PBX's answer"),
        QT_TRANSLATE_NOOP("messages", "A web page came back where the PBX should have answered."),
        QT_TRANSLATE_NOOP("messages", "Check the server address and port; a proxy or login page may be in between."),
    ),
    "reply_empty": Entry(
        QT_TRANSLATE_NOOP("messages", "Empty answer"),
        QT_TRANSLATE_NOOP("messages", "The PBX sent an empty answer."),
        QT_TRANSLATE_NOOP("messages", "Look at the phone; if nothing rings, check the server address."),
    ),
    "reply_too_large": Entry(
        QT_TRANSLATE_NOOP("messages", "Answer too large"),
        QT_TRANSLATE_NOOP("messages", "The answer is far larger than any PBX sends, so it was not read."),
        QT_TRANSLATE_NOOP("messages", "Check the server address and port."),
    ),
    "server_error": Entry(
        QT_TRANSLATE_NOOP("messages", "The PBX has a problem"),
        QT_TRANSLATE_NOOP("messages", "The PBX reports a fault of its own."),
        QT_TRANSLATE_NOOP("messages", "Try again later, or tell the administrator of the PBX."),
        (QT_TRANSLATE_NOOP("messages", "The PBX reports a fault of its own (HTTP {status})."),),
    ),
    "page_not_found": Entry(
        QT_TRANSLATE_NOOP("messages", "Service not found"),
        QT_TRANSLATE_NOOP("messages", "The server answers, but it does not offer this service at this address."),
        QT_TRANSLATE_NOOP("messages", "Check the server address and port, and the kind of PBX."),
    ),
    "refused_by_pbx": Entry(
        QT_TRANSLATE_NOOP("messages", "The PBX said no"),
        QT_TRANSLATE_NOOP("messages", "The PBX refused the request without giving a reason."),
        QT_TRANSLATE_NOOP("messages", "Check the number and the account, or ask the administrator of the PBX."),
        (QT_TRANSLATE_NOOP("messages", "The PBX refused the request: {reason}"),),
    ),
    "call_gone": Entry(
        QT_TRANSLATE_NOOP("messages", "The call is over"),
        QT_TRANSLATE_NOOP("messages", "The PBX says that this call has already ended."),
    ),
    "unsupported": Entry(
        QT_TRANSLATE_NOOP("messages", "Not offered by this PBX"),
        QT_TRANSLATE_NOOP("messages", "This PBX has no way to do that."),
        QT_TRANSLATE_NOOP("messages", "Use the phone instead."),
        ("{reason}", QT_TRANSLATE_NOOP("messages", "{pbx} has no way to do that.")),
    ),
    "no_current_call": Entry(
        QT_TRANSLATE_NOOP("messages", "No call"),
        QT_TRANSLATE_NOOP("messages", "There is no call right now."),
    ),
    "recording_forced": Entry(
        QT_TRANSLATE_NOOP("messages", "Recorded in any case"),
        QT_TRANSLATE_NOOP("messages", "{pbx} records this call by itself, and it cannot be stopped from here."),
        QT_TRANSLATE_NOOP("messages", "Tell the other party, or hang up."),
    ),
    "choose_default_app": Entry(
        QT_TRANSLATE_NOOP("messages", "Choose Traydial for links"),
        QT_TRANSLATE_NOOP("messages", "Traydial is registered, but Windows has not been told to use it for links."),
        QT_TRANSLATE_NOOP("messages", "Choose Traydial in Settings > Default apps."),
    ),
    "hotkey_unbound": Entry(
        QT_TRANSLATE_NOOP("messages", "A hotkey does not work"),
        QT_TRANSLATE_NOOP("messages", "One of the hotkeys does nothing when it is pressed."),
        QT_TRANSLATE_NOOP("messages", "Hotkeys are set in Settings under Hotkeys."),
        ("{chord}: {reason}",),
    ),
    "screen_missing": Entry(
        QT_TRANSLATE_NOOP("messages", "No screen"),
        QT_TRANSLATE_NOOP("messages", "There is no screen to show the tray on. Nothing was dialled."),
        QT_TRANSLATE_NOOP("messages", "Use “traydial dial”, or start Traydial on a desktop."),
    ),
    "desktop_unsupported": Entry(
        QT_TRANSLATE_NOOP("messages", "Not possible on this desktop"),
        QT_TRANSLATE_NOOP("messages", "This desktop offers no way to do that."),
        QT_TRANSLATE_NOOP("messages", "Open Diagnostics for what is possible here."),
        (QT_TRANSLATE_NOOP("messages", "This desktop offers no way to do that: {reason}"),),
    ),
    "outcome_unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "Outcome unknown"),
        QT_TRANSLATE_NOOP("messages", "The request left, but the PBX gave no clear answer. It was not repeated."),
        QT_TRANSLATE_NOOP("messages", "Look at the phone: it may be ringing."),
    ),
    "refused_by_policy": Entry(
        QT_TRANSLATE_NOOP("messages", "Not allowed here"),
        QT_TRANSLATE_NOOP("messages", "The rules of this computer do not allow this number. Nothing was dialled."),
        QT_TRANSLATE_NOOP("messages", "If it should be allowed, change “Never call” in Settings under Calls."),
    ),
    "unanswered": Entry(
        QT_TRANSLATE_NOOP("messages", "Not answered"),
        QT_TRANSLATE_NOOP("messages", "Nobody answered the question in time, so nothing was dialled."),
    ),
    "links_off": Entry(
        QT_TRANSLATE_NOOP("messages", "Links are switched off"),
        QT_TRANSLATE_NOOP("messages", "Traydial does not dial links that other programs open. Nothing was dialled."),
        QT_TRANSLATE_NOOP("messages", "Switch them on in Settings under Calls, or run “traydial handler install”."),
    ),
    "refused_by_user": Entry(
        QT_TRANSLATE_NOOP("messages", "Not dialled"),
        QT_TRANSLATE_NOOP("messages", "The call was declined. Nothing was dialled."),
    ),
    "needs_answer": Entry(
        QT_TRANSLATE_NOOP("messages", "A person must say yes"),
        QT_TRANSLATE_NOOP("messages", "This number is dialled only after a person has agreed. Nothing was dialled."),
        QT_TRANSLATE_NOOP("messages", "If it should be called, repeat the command with --yes."),
    ),
    "questions_open": Entry(
        QT_TRANSLATE_NOOP("messages", "Questions are waiting"),
        QT_TRANSLATE_NOOP("messages", "Too many calls wait for your answer already. Nothing was dialled."),
        QT_TRANSLATE_NOOP("messages", "Answer the questions on the screen first."),
    ),
    "needs_agreement": Entry(
        QT_TRANSLATE_NOOP("messages", "The other party must agree"),
        QT_TRANSLATE_NOOP("messages", "This call is recorded only after the other party was told and has agreed."),
        QT_TRANSLATE_NOOP("messages", "Once they have, repeat the command with --yes."),
    ),
    "already_calling": Entry(
        QT_TRANSLATE_NOOP("messages", "Already calling"),
        QT_TRANSLATE_NOOP("messages", "This number is being called already; the second request was dropped."),
    ),
    "called_just_now": Entry(
        QT_TRANSLATE_NOOP("messages", "Called a moment ago"),
        QT_TRANSLATE_NOOP(
            "messages",
            "This number was called within the last three seconds, and the call has ended. Nothing was dialled.",
        ),
        QT_TRANSLATE_NOOP("messages", "To call again, do the same once more."),
    ),
    "secret_store_unavailable": Entry(
        QT_TRANSLATE_NOOP("messages", "No keyring"),
        QT_TRANSLATE_NOOP("messages", "This desktop's keyring cannot be used, and passwords are kept nowhere else."),
        QT_TRANSLATE_NOOP("messages", "Start the keyring of this computer, then try again."),
    ),
    "secret_store_locked": Entry(
        QT_TRANSLATE_NOOP("messages", "Keyring locked"),
        QT_TRANSLATE_NOOP("messages", "The password is in the keyring, and the keyring is locked."),
        QT_TRANSLATE_NOOP("messages", "Unlock the keyring, then try again."),
    ),
    "secret_store_missing": Entry(
        QT_TRANSLATE_NOOP("messages", "No keyring service"),
        QT_TRANSLATE_NOOP("messages", "No keyring service runs on this desktop, and passwords are kept nowhere else."),
        QT_TRANSLATE_NOOP("messages", "Start the keyring of this computer, or install one, then try again."),
    ),
    "secret_store_timed_out": Entry(
        QT_TRANSLATE_NOOP("messages", "Keyring does not answer"),
        QT_TRANSLATE_NOOP("messages", "The keyring did not answer in time. It may be waiting to be unlocked."),
        QT_TRANSLATE_NOOP("messages", "Unlock it if it asks, then try again."),
    ),
    "secret_missing": Entry(
        QT_TRANSLATE_NOOP("messages", "Password missing"),
        QT_TRANSLATE_NOOP("messages", "The keyring holds no password or key for this account."),
        QT_TRANSLATE_NOOP("messages", "Enter it in Settings under Accounts."),
    ),
    "selection_empty": Entry(
        QT_TRANSLATE_NOOP("messages", "Nothing selected"),
        QT_TRANSLATE_NOOP("messages", "No text is selected, and the clipboard is empty."),
        QT_TRANSLATE_NOOP("messages", "Select a number, then press the hotkey again."),
    ),
    "clipboard_empty": Entry(
        QT_TRANSLATE_NOOP("messages", "Clipboard empty"),
        QT_TRANSLATE_NOOP("messages", "There is no text in the clipboard."),
        QT_TRANSLATE_NOOP("messages", "Copy a number, then try again."),
    ),
    "selection_timed_out": Entry(
        QT_TRANSLATE_NOOP("messages", "Selection not available"),
        QT_TRANSLATE_NOOP("messages", "The program that holds the selected text does not answer."),
        QT_TRANSLATE_NOOP("messages", "Copy the number in another program, or enter it under Dial…"),
    ),
    "selection_unavailable": Entry(
        QT_TRANSLATE_NOOP("messages", "Selection not available"),
        QT_TRANSLATE_NOOP("messages", "This desktop does not let programs read the selected text."),
        QT_TRANSLATE_NOOP("messages", "Copy the number and choose Dial clipboard."),
    ),
    "config_unreadable": Entry(
        QT_TRANSLATE_NOOP("messages", "Settings could not be read"),
        QT_TRANSLATE_NOOP("messages", "The configuration file has an error. It was set aside, not overwritten."),
        QT_TRANSLATE_NOOP("messages", "Correct the file and put it back, or set Traydial up anew."),
        (QT_TRANSLATE_NOOP("messages", "The configuration file has an error: {reason}. It was kept as {path}."),),
    ),
    "setting_missing": Entry(
        QT_TRANSLATE_NOOP("messages", "Setting missing"),
        QT_TRANSLATE_NOOP("messages", "This field must be filled in."),
    ),
    "setting_invalid": Entry(
        QT_TRANSLATE_NOOP("messages", "Setting not valid"),
        QT_TRANSLATE_NOOP("messages", "This value is not valid."),
        QT_TRANSLATE_NOOP("messages", "Correct it, then try again."),
        (
            QT_TRANSLATE_NOOP("messages", "This cannot be used: {reason} (for example {example})."),
            QT_TRANSLATE_NOOP("messages", "This cannot be used: {reason}."),
        ),
    ),
    "setting_unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "Unknown setting"),
        QT_TRANSLATE_NOOP("messages", "There is no setting of this name."),
        "",
        (QT_TRANSLATE_NOOP("messages", "There is no setting of this name. There are: {known}."),),
    ),
    "account_unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "Unknown account"),
        QT_TRANSLATE_NOOP("messages", "There is no account of this name."),
        QT_TRANSLATE_NOOP("messages", "Choose one of the accounts in Settings."),
        (QT_TRANSLATE_NOOP("messages", "There is no account called {account}. There are: {known}."),),
    ),
    "account_exists": Entry(
        QT_TRANSLATE_NOOP("messages", "Name taken"),
        QT_TRANSLATE_NOOP("messages", "There is an account of this name already."),
        QT_TRANSLATE_NOOP("messages", "Choose another name."),
    ),
    "account_missing": Entry(
        QT_TRANSLATE_NOOP("messages", "No account yet"),
        QT_TRANSLATE_NOOP("messages", "Traydial does not know which PBX to use."),
        QT_TRANSLATE_NOOP("messages", "Add an account in Settings."),
    ),
    "default_account_missing": Entry(
        QT_TRANSLATE_NOOP("messages", "No default account"),
        QT_TRANSLATE_NOOP("messages", "The account that used to dial is gone. Nothing was dialled."),
        QT_TRANSLATE_NOOP("messages", "Choose the account in the tray's menu, or with “traydial account default”."),
        (QT_TRANSLATE_NOOP("messages", "The account that used to dial is gone. There are: {known}."),),
    ),
    "account_id_invalid": Entry(
        QT_TRANSLATE_NOOP("messages", "Name not valid"),
        QT_TRANSLATE_NOOP("messages", "The short name of an account has small letters, digits, - and _ only."),
        QT_TRANSLATE_NOOP("messages", "Choose a name such as office."),
    ),
    "pbx_unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "Unknown PBX"),
        QT_TRANSLATE_NOOP("messages", "Traydial does not know this kind of PBX."),
        QT_TRANSLATE_NOOP("messages", "Choose one from the list, or install its adapter."),
        (QT_TRANSLATE_NOOP("messages", "Traydial does not know the PBX {pbx}. It knows: {known}."),),
    ),
    "history_unavailable": Entry(
        QT_TRANSLATE_NOOP("messages", "History not available"),
        QT_TRANSLATE_NOOP("messages", "The history of calls cannot be read or changed ({reason})."),
        QT_TRANSLATE_NOOP("messages", "You can still call. Check that the disk is not full, then try again."),
    ),
    "history_not_exported": Entry(
        QT_TRANSLATE_NOOP("messages", "Not exported"),
        QT_TRANSLATE_NOOP("messages", "The file could not be written ({reason}). The history is as it was."),
        QT_TRANSLATE_NOOP("messages", "Choose another folder or file."),
    ),
    "table_unreadable": Entry(
        QT_TRANSLATE_NOOP("messages", "Table not read"),
        QT_TRANSLATE_NOOP("messages", "The table cannot be read ({reason})."),
        QT_TRANSLATE_NOOP("messages", "Save it as CSV, then try again."),
    ),
    "table_too_large": Entry(
        QT_TRANSLATE_NOOP("messages", "Table too large"),
        QT_TRANSLATE_NOOP("messages", "A table may have {lines} lines and {megabytes} MB; this one is larger."),
        QT_TRANSLATE_NOOP("messages", "Split it into smaller tables."),
    ),
    "table_not_written": Entry(
        QT_TRANSLATE_NOOP("messages", "Not saved"),
        QT_TRANSLATE_NOOP("messages", "The file could not be written ({reason})."),
        QT_TRANSLATE_NOOP("messages", "Choose another folder or file."),
    ),
    "tray_not_running": Entry(
        QT_TRANSLATE_NOOP("messages", "Traydial is not running"),
        QT_TRANSLATE_NOOP("messages", "There is no running Traydial to ask."),
        QT_TRANSLATE_NOOP("messages", "Start Traydial, then try again."),
    ),
    "tray_not_answering": Entry(
        QT_TRANSLATE_NOOP("messages", "Traydial does not answer"),
        QT_TRANSLATE_NOOP("messages", "Traydial is running but did not answer in time. Nothing was repeated."),
        QT_TRANSLATE_NOOP(
            "messages", "Look at your phone before you try again. If it happens again, restart Traydial."
        ),
    ),
    "tray_folder_unusable": Entry(
        QT_TRANSLATE_NOOP("messages", "The tray could not start"),
        QT_TRANSLATE_NOOP("messages", "The folder of its socket cannot be written to, or is open to others."),
        QT_TRANSLATE_NOOP("messages", "Set TRAYDIAL_HOME or XDG_RUNTIME_DIR to a folder that only you can use."),
    ),
    "cancelled": Entry(
        QT_TRANSLATE_NOOP("messages", "Cancelled"),
        QT_TRANSLATE_NOOP("messages", "The call was cancelled."),
    ),
    "internal_error": Entry(
        QT_TRANSLATE_NOOP("messages", "Something went wrong"),
        QT_TRANSLATE_NOOP("messages", "An error inside Traydial. The log has the details."),
        QT_TRANSLATE_NOOP("messages", "Please report it, with the report from Diagnostics."),
        (QT_TRANSLATE_NOOP("messages", "An error inside Traydial. The log has it as incident {incident}."),),
    ),
}
