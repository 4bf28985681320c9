"""The text about one request: the popup and the desktop's notification show the same."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from traydial.core.call import CallState, RecordingState
from traydial.core.events import CallChanged, Declined, UndoCountdown
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import TrayStatus, status_of
from traydial.ui.tray.controls import hang_up_control, record_control
from traydial.ui.widgets.numbers import called_number, country_name, left_to_right
from traydial.words.calls import call_state, recorded_for, recording
from traydial.words.dialplan import why
from traydial.words.messages import message, readable

if TYPE_CHECKING:
    from traydial.core.call import Call
    from traydial.core.dialplan.plan import DialPlan
    from traydial.ui.base.commands import AccountView
    from traydial.ui.tray.controls import Control

PopupEvent: TypeAlias = UndoCountdown | CallChanged | Declined

# How long what is over stays, unless the mouse is on it. A call stays as long as it lasts.
STAYS_MS = 4_000
PROBLEM_STAYS_MS = 20_000
HARMLESS = ("cancelled", "refused_by_user", "already_calling", "called_just_now", "no_current_call")
SHORT = tuple(code for code in HARMLESS if code != "called_just_now")  # the person may wait for a call
IN_SETTINGS = ("account_missing", "account_unknown", "pbx_unknown", "secret_missing", "hotkey_unbound")
INPUT_LIMIT = 60

CONTEXT = "CallPopup"
ABOUT_TO_CALL = QT_TRANSLATE_NOOP("CallPopup", "About to call")
STILL_RECORDED = QT_TRANSLATE_NOOP("CallPopup", "Still recorded!")
STOP_IT_YOURSELF = QT_TRANSLATE_NOOP(
    "CallPopup", "The call may still be recorded: tell the other party, hang up, or stop it on your phone."
)
THE_PBX_SAYS = QT_TRANSLATE_NOOP("CallPopup", "The PBX says: {answer}")
UNDO = QT_TRANSLATE_NOOP("CallPopup", "&Undo")
HANG_UP = QT_TRANSLATE_NOOP("CallPopup", "&Hang up")
RECORD = QT_TRANSLATE_NOOP("CallPopup", "&Record")
STOP_RECORDING = QT_TRANSLATE_NOOP("CallPopup", "Stop &recording")
WHY = QT_TRANSLATE_NOOP("CallPopup", "&Why this number?")
OPEN_SETTINGS = QT_TRANSLATE_NOOP("CallPopup", "Open &Settings")


@dataclass(frozen=True, slots=True, kw_only=True)
class PopupText:
    """`record` None: there is nothing to record. `stays_ms` 0: until something happens or it is closed.

    `over`: nothing more follows, and the next request takes its place. `settings`: the next step is in Settings.
    `insistent`: shown even to a person who does not want to be disturbed, since only now something can be done.
    """

    title: str
    status: TrayStatus
    name: str = ""
    number: str = ""
    where: str = ""
    answer: str = ""
    trace: str = ""
    undo_s: float = 0.0
    hang_up: bool = False
    record: Control | None = None
    insistent: bool = False
    over: bool = False
    settings: bool = False
    stays_ms: int = 0

    @property
    def problem(self) -> bool:
        return self.status is TrayStatus.PROBLEM


def popup_text_of(event: PopupEvent, account: AccountView | None, earlier: PopupText | None = None) -> PopupText:
    """Return what `event` is to a person; `earlier` is what was said of the same request before."""
    match event:
        case UndoCountdown(plan=plan, seconds=seconds):
            title, status = translate(CONTEXT, ABOUT_TO_CALL), TrayStatus.DIALLING
            about = _plan_in_words(plan, account)
            return PopupText(title=title, status=status, **about, undo_s=seconds, insistent=True)
        case CallChanged(call=call):
            return _call_text(call, account)
        case Declined(error=error):
            harmless = error.code in HARMLESS
            said = message(error, translate, of_order=True)
            return PopupText(
                title=said.title,
                status=TrayStatus.IDLE if harmless else TrayStatus.PROBLEM,
                name=earlier.name if earlier else "",
                number=earlier.number if earlier else readable(event.input, INPUT_LIMIT).strip(),
                where=earlier.where if earlier else "",
                trace=earlier.trace if earlier else "",
                answer=str(said),
                over=True,
                settings=error.code in IN_SETTINGS,
                stays_ms=STAYS_MS if error.code in SHORT else PROBLEM_STAYS_MS,
            )


def answer_of(call: Call, account: AccountView | None, *, timed: bool) -> str:
    """What went wrong, why the call was not answered, and whether it is recorded; `timed`: and for how long."""
    parts = []
    if call.still_recorded:
        parts.append(translate(CONTEXT, STOP_IT_YOURSELF))
    if call.error is not None:
        contexts = (account.spec.id,) if account else ()
        parts.append(str(message(call.error, translate, contexts, of_order=call.state is CallState.REFUSED)))
    elif _says_why_nobody_answered(call):
        parts.append(translate(CONTEXT, THE_PBX_SAYS).format(answer=readable(call.answer)))
    if call.recording not in (RecordingState.UNSUPPORTED, RecordingState.OFF) and not call.state.over:
        parts.append(recording(call.recording, translate))
        if timed and (time := recorded_for(call, datetime.now(UTC))):
            parts.append(time)
    return " · ".join(parts)


def undo_words(seconds: float) -> str:
    """Return the text of the button that cancels the call while `seconds` are left."""
    return f"{translate(CONTEXT, UNDO)} ({math.ceil(seconds)} s)"


def record_words(record: Control) -> str:
    """Return the text of the button that starts or stops a recording."""
    return translate(CONTEXT, STOP_RECORDING if record.checked else RECORD)


def actions_of(notice: PopupText) -> tuple[tuple[str, str], ...]:
    """Return what can be done now as (id, text), for a place that knows no mnemonics."""
    offered = []
    if notice.undo_s:
        offered.append(("undo", undo_words(notice.undo_s)))
    if notice.hang_up:
        offered.append(("hang_up", translate(CONTEXT, HANG_UP)))
    if notice.record is not None and notice.record.enabled:
        offered.append(("stop_recording" if notice.record.checked else "record", record_words(notice.record)))
    if notice.settings:
        offered.append(("settings", translate(CONTEXT, OPEN_SETTINGS)))
    if notice.trace:
        offered.append(("why", translate(CONTEXT, WHY)))
    return tuple((name, text.replace("&", "")) for name, text in offered)


def _call_text(call: Call, account: AccountView | None) -> PopupText:
    spec = account.spec if account else None
    running = None if call.state.over else call
    record = record_control(running, spec, armed=False)
    over = call.state.over or call.state is CallState.UNKNOWN
    stays_ms = PROBLEM_STAYS_MS if call.error is not None else STAYS_MS
    return PopupText(
        title=translate(CONTEXT, STILL_RECORDED) if call.still_recorded else call_state(call, translate),
        status=status_of(call),
        **_plan_in_words(call.plan, account, call),
        answer=answer_of(call, account, timed=False),
        hang_up=running is not None and hang_up_control(running, spec).enabled,
        record=None if running is None or record.absent else record,
        insistent=call.still_recorded,
        over=over and not call.still_recorded,
        stays_ms=stays_ms if call.state.over else 0,
    )


def _says_why_nobody_answered(call: Call) -> bool:
    """Whether the PBX's own words are worth reading beside ours; all others are a detail."""
    return bool(call.answer) and call.state is CallState.ENDED and not call.answered


def _plan_in_words(plan: DialPlan, account: AccountView | None, call: Call | None = None) -> _About:
    title = account.account.title if account else plan.account_id
    reasons = list(why(plan, translate, left_to_right))
    if call is not None and call.answer and not _says_why_nobody_answered(call):
        reasons.append(translate(CONTEXT, THE_PBX_SAYS).format(answer=readable(call.answer)))
    return _About(
        name=plan.name,
        number=called_number(plan),
        where=" · ".join(filter(None, (country_name(plan.candidate.country), title))),
        trace="\n".join(reasons),
    )


class _About(TypedDict):
    """Who is called, where and through which account, and why it is this number."""

    name: str
    number: str
    where: str
    trace: str
