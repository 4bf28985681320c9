"""What another process may ask of the dialer: one JSON object in, one out.

The running tray answers these over its instance socket; without a tray the command line answers them in its own
process. Both ways use this class, so that a script cannot tell the difference.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from traydial import __version__
from traydial.core.call import CallState, RecordingAction, RecordingState
from traydial.core.consent import Source
from traydial.core.errors import AppError, ConfigError, ConsentRefused, NumberRejected, Unsupported
from traydial.core.events import (
    AccountNeeded,
    CallChanged,
    CallForgotten,
    ChoiceNeeded,
    ConsentNeeded,
    Declined,
    DialRequest,
    Planned,
    QuestionAsked,
    RecordingConsentNeeded,
    UndoCountdown,
)
from traydial.core.recording_consent import TELL

if TYPE_CHECKING:
    from traydial.core.adapter import AccountInfo
    from traydial.core.call import Call
    from traydial.core.config import Config
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.events import DialerEvent
    from traydial.core.ports import HotkeyStatus
    from traydial.services.calling.dialer import Dialer

Answer = dict[str, Any]
Reply = Callable[[Answer], None]

_OUTCOMES = {
    CallState.ACCEPTED: "accepted",
    CallState.REFUSED: "failed",
    CallState.CANCELLED: "refused",
    CallState.UNKNOWN: "unknown",
}


class RemoteControl:
    """Lives on the dialer's thread but for `handle`, which any thread may call.

    `post` runs a job on the dialer's thread. `status`, `check` (an account), `diagnose` and `show` answer for the
    program around the dialer;
    `reload` re-reads the configuration after another process changed it, and calls what it is given when it is in
    effect; `pbx_of` names the PBX of an account.
    """

    def __init__(
        self,
        *,
        dialer: Dialer,
        post: Callable[[Callable[[], None]], None],
        status: Callable[[], Answer],
        check: Callable[[str, Reply], None],
        diagnose: Callable[[Reply], None],
        show: Callable[[], None],
        reload: Callable[[Callable[[], None]], None],
        pbx_of: Callable[[str], str],
    ) -> None:
        self._dialer = dialer
        self._post = post
        self._status = status
        self._check = check
        self._diagnose = diagnose
        self._show = show
        self._reload = reload
        self._pbx_of = pbx_of
        self._dials: dict[str, tuple[DialRequest, Reply]] = {}
        self._withdrawn: set[str] = set()
        self._commands: dict[str, list[tuple[str, Reply]]] = {}  # by call: several scripts may wait for one

    def handle(self, request: Mapping[str, Any], reply: Reply) -> None:
        """Carry out `request` and call `reply` once, when its outcome is known."""
        match request.get("command"):
            case "dial":
                self._post(lambda: self._dial(request, reply))
            case "record" | "hangup" as command:
                self._post(lambda: self._command(command, request, reply))
            case "status":
                self._post(lambda: reply(self._status()))
            case "check":
                self._check(str(request.get("account", "")), reply)
            case "doctor":
                self._diagnose(reply)
            case "show":
                self._show()
                reply({})
            case "reload":
                self._reload(lambda: reply({}))
            case _:
                reply({"error": error_answer(ConfigError("setting_unknown", field="command", known="dial, status"))})

    def observe(self, event: DialerEvent) -> bool:
        """Process an event of the dialer; answers the request that waits for it.

        True when it was a question or refusal to a script: then it is not for the screen too.
        """
        if isinstance(event, CallChanged):
            self._observe_command(event.call)
        elif isinstance(event, CallForgotten):
            for _, reply in self._commands.pop(event.request_id, ()):
                reply(_no_call())
        if event.request_id in self._withdrawn:
            self._withdrawn.discard(event.request_id)
            return True
        if event.request_id not in self._dials:
            return False
        self._observe_dial(event)
        return not isinstance(event, CallChanged | UndoCountdown)

    def _dial(self, request: Mapping[str, Any], reply: Reply) -> None:
        try:
            wish = _wish_of(request)
        except ConfigError as error:
            reply(_answer(DialRequest(text="", source=Source.COMMAND_LINE), "refused", None, error=error))
            return
        self._dials[wish.id] = (wish, reply)
        self._dialer.request(wish)

    def _observe_dial(self, event: DialerEvent) -> None:
        wish, reply = self._dials[event.request_id]
        answer = dial_answer(wish, event)
        if answer is None:
            return
        del self._dials[event.request_id]
        if answer["trace"]:  # it was planned, so its account is a real one
            answer["pbx"] = self._pbx_of(answer["account"])
        reply(answer)
        if isinstance(event, QuestionAsked):  # a script cannot answer: it asks again with --yes, --account, one number
            self._withdrawn.add(event.request_id)
            self._dialer.cancel(event.request_id)

    def _command(self, command: str, request: Mapping[str, Any], reply: Reply) -> None:
        call = self._dialer.calls.current
        if call is None:
            reply(_no_call())
            return
        action = _action_of(request)
        yes = request.get("yes") is True
        if command == "record" and not yes and self._dialer.calls.recording.asks(action):
            reply({"call": call_answer(call), "error": error_answer(ConsentRefused("needs_agreement"))})
            return
        self._commands.setdefault(call.id, []).append((command, reply))
        if command == "hangup":
            self._dialer.calls.hang_up()
        else:
            self._dialer.calls.recording.record(action, agreed=yes)

    def _observe_command(self, call: Call) -> None:
        under_way = call.recording in (RecordingState.STARTING, RecordingState.STOPPING)
        open_ = {"record": under_way, "hangup": not call.state.over and call.error is None}
        waiting = self._commands.pop(call.id, [])
        if still := [(command, reply) for command, reply in waiting if open_[command]]:
            self._commands[call.id] = still
        for command, reply in waiting:
            if not open_[command]:
                reply({"call": call_answer(call), "error": error_answer(call.error)})


def _wish_of(request: Mapping[str, Any]) -> DialRequest:
    """Read what is to be dialled. Raises ConfigError(setting_invalid) tied to a value of another kind.

    Nothing is made to fit: "no" is no answer to a question of yes or no, and half a character is no text.
    """
    texts = {key: request.get(key, "") for key in ("text", "account", "tag", "reference")}
    answers = {key: request.get(key, False) for key in ("yes", "dry_run")}
    record = request.get("record")
    for key, value in texts.items():
        if not isinstance(value, str) or not _is_whole(value):
            raise ConfigError("setting_invalid", field=key)
    for key, value in {**answers, "record": record is not None and record}.items():
        if not isinstance(value, bool):
            raise ConfigError("setting_invalid", field=key)
    return DialRequest(
        text=texts["text"],
        source=Source.COMMAND_LINE,
        account_id=texts["account"],
        record=record,
        tag=texts["tag"],
        reference=texts["reference"],
        **answers,
    )


def _action_of(request: Mapping[str, Any]) -> RecordingAction:
    """Read what is to be done about the recording; the other of the two where nothing is said."""
    action = request.get("action")
    return RecordingAction(action) if action in tuple(RecordingAction) else RecordingAction.TOGGLE


def _is_whole(text: str) -> bool:
    """Whether `text` can be written down: bytes that are no UTF-8 arrive as halves of characters."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def dial_answer(wish: DialRequest, event: DialerEvent) -> Answer | None:
    """Return the answer of `dial` (docs/cli.md) that `event` settles, or None when it settles nothing yet."""
    match event:
        case Planned():
            return _answer(wish, "planned", event.plan)
        case ConsentNeeded():
            return _answer(wish, "needs_answer", event.plan) | {"reasons": list(event.reasons)}
        case RecordingConsentNeeded():
            return _answer(wish, "needs_answer", event.plan) | {"reasons": [TELL]}
        case AccountNeeded():
            error = ConfigError("default_account_missing", known=", ".join(event.accounts))
            return _answer(wish, "refused", None, error=error)
        case ChoiceNeeded():
            numbers = [candidate.text for candidate in event.candidates]
            several = NumberRejected("number_several", numbers=", ".join(numbers))
            return _answer(wish, "refused", None, error=several) | {"candidates": numbers}
        case Declined():
            return _answer(wish, "refused", None, error=event.error)
        case CallChanged() if event.call.state in _OUTCOMES:
            call = event.call
            answer = _answer(wish, _OUTCOMES[call.state], call.plan, error=call.error)
            if call.ref is not None:
                answer |= {"call_id": call.ref.call_id, "recording": call.ref.recording}
            return answer
    return None


def _no_call() -> Answer:
    return {"call": None, "error": error_answer(Unsupported("no_current_call"))}


def _answer(wish: DialRequest, outcome: str, plan: DialPlan | None, *, error: AppError | None = None) -> Answer:
    return {
        "outcome": outcome,
        "input": wish.text,
        "e164": plan.candidate.e164 if plan else None,
        "extension": plan.candidate.extension if plan else None,
        "dialled": plan.dialled if plan else None,
        "account": plan.account_id if plan else wish.account_id or None,
        "pbx": None,
        "call_id": None,
        "recording": False,
        "trace": [asdict(step) for step in plan.trace] if plan else [],
        "error": error_answer(error),
    }


def status_answer(
    config: Config, problems: Mapping[str, AppError | None], hotkeys: tuple[HotkeyStatus, ...], calls: tuple[Call, ...]
) -> Answer:
    """Return the answer of `status`.

    `problems`: by account, what came of connecting ahead; `calls`: the open ones, the current one last.
    """
    default = config.default_id
    return {
        "tray": True,
        "version": __version__,
        "accounts": [
            {"id": a.id, "pbx": a.pbx, "default": a.id == default, **_account_state(a.id, problems)}
            for a in config.accounts
        ],
        "call": call_answer(calls[-1] if calls else None),
        "calls": [call_answer(call) for call in calls],
        "hotkeys": [{"action": h.action, "chord": h.chord, "bound": h.bound, "reason": h.reason} for h in hotkeys],
    }


def _account_state(account_id: str, problems: Mapping[str, AppError | None]) -> Answer:
    if account_id not in problems:
        return {"state": "unknown"}
    error = problems[account_id]
    return {"state": "problem", "error": error.code} if error else {"state": "ready"}


def check_answer(outcome: AccountInfo | AppError) -> Answer:
    """Return the answer of `check`."""
    if isinstance(outcome, AppError):
        return {"ok": False, "error": error_answer(outcome)}
    told = {"verified": outcome.verified, "summary": outcome.summary, "facts": dict(outcome.facts)}
    return {"ok": True, "error": None, **told}


def call_answer(call: Call | None) -> Answer | None:
    """Return the call as `status` shows it."""
    if call is None:
        return None
    return {
        "account": call.account_id,
        "number": call.plan.dialled,
        "name": call.plan.name,
        "call_id": call.ref.call_id if call.ref else None,
        "state": call.state.value,
        "recording": call.recording.value,
    }


def error_answer(error: AppError | None) -> Answer | None:
    """Return an error without its sentence, which is the reader's language's business."""
    if error is None:
        return None
    return {
        "code": error.code,
        "field": error.field,
        "values": {key: str(value) for key, value in error.values.items()},
    }


def error_of(told: Answer | None) -> AppError | None:
    """Return the error that `error_answer` described."""
    if told is None:
        return None
    for family in AppError.__subclasses__():
        if told["code"] in family.codes:
            return family(told["code"], field=told["field"], **told["values"])
    raise ValueError(f"the tray speaks of an unknown error: {told['code']}")
