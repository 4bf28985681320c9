"""Every way in which Traydial can fail, as one tree.

AppError
├── CredentialsRejected   the PBX does not accept the user name, password, key or token
├── CertificateRejected   the server's TLS certificate is not trusted
├── Unreachable           nothing reached the PBX, or a question that is safe to repeat got no answer
├── NotAllowed            the PBX knows us and does not let us do this
├── NumberRejected        the text holds no number that may be dialled, or the PBX does not take this one
├── DeviceUnavailable     the user's own phone is busy or not registered
├── RateLimited           the PBX wants fewer requests
├── UnexpectedReply       the answer is not what the vendor documents
├── RefusedByPbx          a clear refusal in the vendor's own words
│   └── CallGone          a refusal because the call has ended
├── Unsupported           this PBX, or this desktop, cannot do it
├── OutcomeUnknown        bytes left for the PBX and no clear answer came back: nothing is repeated
├── ConsentRefused        policy or the user said no, or no person was there to say yes
├── SecretStoreError      the OS keyring is locked, missing, hung, or lacks the secret
├── SelectionError        no text could be read from the selection or the clipboard
├── ConfigError           a setting, an account or the configuration file is wrong
├── TableError            a table of numbers cannot be read
├── HistoryError          the history cannot be read, changed or exported
├── InstanceError         the running tray did not answer
├── Cancelled             the user cancelled it
└── InternalError         a defect; the log has the same incident number

`code` is stable: scripts read it (docs/cli.md), and `words.messages` has one sentence for each.
"""

from __future__ import annotations

from typing import ClassVar


class AppError(Exception):
    """A failure with a stable `code`, the setting `field` it belongs to, and `values` for its sentence.

    `str()` is for logs and never shown. `values` must hold no secret.
    """

    codes: ClassVar[tuple[str, ...]] = ()

    def __init__(self, code: str | None = None, *, field: str | None = None, **values: object) -> None:
        self.code = code or self.codes[0]
        if self.code not in self.codes:
            raise ValueError(f"{type(self).__name__} has no code {self.code!r}")
        self.field = field
        self.values = values
        super().__init__(self.code, *(f"{key}={value}" for key, value in values.items()))

    def redact(self, *secrets: str) -> None:
        """Remove `secrets` from the PBX's own words (`reason`): it may repeat what it was sent."""
        reason = self.values.get("reason")
        if isinstance(reason, str):
            for secret in secrets:
                reason = reason.replace(secret, "***")
            self.values["reason"] = reason
            self.args = (self.code, *(f"{key}={value}" for key, value in self.values.items()))

    def __str__(self) -> str:
        return " ".join(map(str, self.args))


class CredentialsRejected(AppError):
    codes = ("credentials_rejected", "token_rejected")


class CertificateRejected(AppError):
    codes = ("certificate_rejected",)


class Unreachable(AppError):
    codes = ("unreachable", "host_unknown", "connection_refused", "connect_timed_out", "connection_lost", "timed_out")


class NotAllowed(AppError):
    codes = ("not_allowed", "address_not_allowed")


class NumberRejected(AppError):
    codes = (
        "number_rejected",  # values: number, accepted (examples of what the PBX takes)
        "number_missing",
        "number_not_in_country",  # values: country (ISO 3166, where it is known)
        "number_several",  # values: numbers
        "number_malformed",
        "number_too_long",
        "number_control_characters",
    )


class DeviceUnavailable(AppError):
    codes = ("device_unavailable", "device_busy", "device_not_registered")


class RateLimited(AppError):
    codes = ("rate_limited",)  # values: after_s


class UnexpectedReply(AppError):
    codes = ("unexpected_reply", "reply_not_json", "reply_empty", "reply_too_large", "server_error", "page_not_found")


class RefusedByPbx(AppError):
    codes: ClassVar[tuple[str, ...]] = ("refused_by_pbx",)  # values: reason


class CallGone(RefusedByPbx):
    """The PBX plainly says that it knows no such call: it has ended."""

    codes = ("call_gone",)  # values: reason


class Unsupported(AppError):
    codes = (
        "unsupported",
        "no_current_call",
        "recording_forced",
        "desktop_unsupported",
        "choose_default_app",
        "screen_missing",
        "hotkey_unbound",  # values: chord, reason
    )


class OutcomeUnknown(AppError):
    codes = ("outcome_unknown",)


class ConsentRefused(AppError):
    codes = (
        "refused_by_policy",
        "refused_by_user",
        "unanswered",
        "links_off",
        "needs_answer",
        "questions_open",
        "needs_agreement",
        "already_calling",
        "called_just_now",
    )


class SecretStoreError(AppError):
    codes = (
        "secret_store_unavailable",
        "secret_store_locked",
        "secret_store_missing",
        "secret_store_timed_out",
        "secret_missing",
    )


class SelectionError(AppError):
    codes = ("selection_empty", "clipboard_empty", "selection_timed_out", "selection_unavailable")


class ConfigError(AppError):
    codes = (
        "config_unreadable",  # values: path, reason
        "setting_missing",
        "setting_invalid",  # values: reason, example
        "setting_unknown",  # values: known
        "account_unknown",  # values: account, known
        "account_exists",
        "account_missing",
        "default_account_missing",  # values: known
        "account_id_invalid",
        "pbx_unknown",  # values: pbx, known
    )


class HistoryError(AppError):
    codes = ("history_unavailable", "history_not_exported")  # values: reason


class TableError(AppError):
    codes = (
        "table_unreadable",
        "table_too_large",
        "table_not_written",
    )  # values: reason, or lines and megabytes


class InstanceError(AppError):
    codes = ("tray_not_running", "tray_not_answering", "tray_folder_unusable")


class Cancelled(AppError):
    """`sent` in values: whether the request had left when the user cancelled it."""

    codes = ("cancelled",)


class InternalError(AppError):
    codes = ("internal_error",)  # values: incident
