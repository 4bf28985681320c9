"""dial, record, hangup, status, parse: the commands about calls."""

from __future__ import annotations

import queue
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from traydial import __version__
from traydial.cli.output import UNKNOWN, Result, failure, person_present
from traydial.core.errors import AppError, ConsentRefused, InstanceError, OutcomeUnknown
from traydial.services.remote_control import error_of

if TYPE_CHECKING:
    from argparse import Namespace

    from traydial.core.events import DialerEvent
    from traydial.services.administration import Configured
    from traydial.services.program import Program
    from traydial.words.messages import Translate

SLACK_S = 45.0  # longer than the longest countdown, so that the dialer's own deadline is the one that decides


def dial(names: Namespace, program: Program, translate: Translate) -> Result:
    """Place a call, through the tray when one runs."""
    request = {
        "command": "dial",
        "text": _text(names, program),
        "account": names.account,
        "record": names.record,
        "tag": names.tag,
        "reference": names.reference,
        "yes": names.yes,
        "dry_run": names.dry_run,
    }
    answer = ask(program, request)
    if answer["outcome"] == "needs_answer" and _says_yes(answer, translate):
        answer = ask(program, {**request, "yes": True})
    return _dial_result(answer, translate)


def record(names: Namespace, program: Program, translate: Translate) -> Result:
    """Start, stop or toggle the recording of the tray's current call."""
    request = {"command": "record", "action": names.action, "yes": names.yes}
    return _of_call(program.ask_tray(request, _command_timeout_s()), translate)


def hangup(_names: Namespace, program: Program, translate: Translate) -> Result:
    """End the tray's current call."""
    return _of_call(program.ask_tray({"command": "hangup"}, _command_timeout_s()), translate)


def status(_names: Namespace, program: Program, translate: Translate) -> Result:
    """Say whether a tray runs, and what it knows."""
    answer = program.ask_tray({"command": "status"}, _command_timeout_s())
    if answer is None:
        config = program.store.load()
        default = config.default_id
        accounts = [{"id": a.id, "pbx": a.pbx, "state": "closed", "default": a.id == default} for a in config.accounts]
        answer = {"tray": False, "version": __version__, "accounts": accounts, "call": None, "calls": [], "hotkeys": []}
    lines = [translate("cli", "The tray is running.") if answer["tray"] else translate("cli", "No tray is running.")]
    for account in answer["accounts"]:
        mark = "*" if account["default"] else " "
        lines.append(f"{mark} {account['id']}  {account['pbx']}  {account['state']}")
    lines += [f"{c['number']}  {c['account']}  {c['state']}  {c['recording']}" for c in answer["calls"]]
    return Result(answer=answer, lines=tuple(lines))


def parse(names: Namespace, program: Program, translate: Translate) -> Result:
    """Show the numbers found in a text."""
    from traydial.core.number.read import read

    region = (names.region or program.store.load().region or program.desktop.region).upper()
    try:
        reading = read(names.text, region=region)
    except AppError as error:
        return failure(error, translate, {"region": region, "candidates": []})
    fields = ("text", "start", "end", "kind", "e164", "digits", "extension")
    found = [{key: getattr(candidate, key) for key in fields} for candidate in reading.candidates]
    lines = tuple(f"{c.digits}  {c.kind}  {c.text!r}" for c in reading.candidates)
    return Result(answer={"region": region, "candidates": found}, lines=lines)


def _text(names: Namespace, program: Program) -> str:
    from traydial.core.ports import TextSource

    if names.text is not None:
        return str(names.text)
    return program.desktop.text_reader.read(TextSource.SELECTION if names.selection else TextSource.CLIPBOARD)


def ask(program: Program, request: dict[str, Any]) -> dict[str, Any]:
    """Return the answer of the tray that runs, else of a dialer in this process.

    Raises OutcomeUnknown when a call may have been placed and no answer came.
    """
    try:
        answer = program.ask_tray(request, _dial_timeout_s())
    except InstanceError as error:
        if request["dry_run"] or error.code != "tray_not_answering":
            raise
        raise OutcomeUnknown(why=error.code) from None
    return ask_here(program, request) if answer is None else answer


def ask_here(program: Program, request: dict[str, Any]) -> dict[str, Any]:
    """Return the answer of a dialer in this process, made for this one request."""
    from traydial.services.engine import Engine

    answers: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    program.store.load()  # raises what is wrong with it; the engine would go on with the defaults
    engine = Engine(lambda: program, emit=_ignore, show=_nothing, configured=_ignore)
    engine.open()
    try:
        engine.handle(request, answers.put)
        return answers.get(timeout=_dial_timeout_s())
    except queue.Empty:
        raise OutcomeUnknown from None
    finally:
        engine.close()


def _dial_timeout_s() -> float:
    """How long an answer may take: a synchronous PBX answers when the phone was picked up or stopped ringing."""
    from traydial.services.calling import calls

    return calls.DIAL_DEADLINE_S + SLACK_S


def _command_timeout_s() -> float:
    from traydial.services.calling import recording

    return recording.COMMAND_DEADLINE_S + SLACK_S


def _ignore(_news: DialerEvent | Configured) -> None:
    """Ignore other events: the command line waits for its answer only."""


def _nothing() -> None:
    """Do nothing: without a tray there is no dial window to show."""


def _says_yes(answer: dict[str, Any], translate: Translate) -> bool:
    """Ask on the terminal. False, without a question, where no person is at one."""
    if not person_present():
        return False
    print(_reasons(answer, translate), file=sys.stderr)
    question = translate("cli", "Call {number}? [y/N]").format(number=answer["dialled"])
    print(question, end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "s", "si", "sì", "c", "có")


def _reasons(answer: dict[str, Any], translate: Translate) -> str:
    from traydial.words.reasons import reason

    return " ".join(reason(code, translate) for code in answer["reasons"])


def _dial_result(answer: dict[str, Any], translate: Translate) -> Result:
    from traydial.core.dialplan.plan import Step
    from traydial.words.dialplan import step_in_words

    if answer["outcome"] == "needs_answer":
        return failure(ConsentRefused("needs_answer"), translate, answer, reason=_reasons(answer, translate))
    if (error := error_of(answer["error"])) is not None:
        result = failure(error, translate, answer, of_order=True)
        # Also a defect of ours may have struck when the order was out already.
        return replace(result, exit_code=UNKNOWN) if answer["outcome"] == "unknown" else result
    lines = [translate("cli", "{number} through {account}").format(number=answer["dialled"], account=answer["account"])]
    lines += [f"  {step_in_words(Step(**step), translate)}" for step in answer["trace"]]
    return Result(answer=answer, lines=tuple(lines))


def _of_call(answer: dict[str, Any] | None, translate: Translate) -> Result:
    if answer is None:
        return failure(InstanceError("tray_not_running"), translate, {"call": None})
    if (error := error_of(answer["error"])) is not None:
        return failure(error, translate, answer)
    call = answer["call"]
    return Result(answer=answer, lines=(f"{call['number']}  {call['state']}  {call['recording']}",))
