"""From arguments to an exit code: chooses the command, runs it, shows its result or its error."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from traydial.cli import administration, dialling
from traydial.cli.grammar import UsageError
from traydial.cli.output import USAGE, Result, failure, show
from traydial.core.errors import AppError
from traydial.services.worker import report

if TYPE_CHECKING:
    from argparse import Namespace

    from traydial.services.program import Program
    from traydial.words.messages import Translate

COMMANDS: dict[str, Callable[[Namespace, Program, Translate], Result]] = {
    "dial": dialling.dial,
    "record": dialling.record,
    "hangup": dialling.hangup,
    "status": dialling.status,
    "parse": dialling.parse,
    "account": administration.account,
    "pbx": administration.pbx,
    "handler": administration.handler,
    "doctor": administration.doctor,
    "history": administration.history,
}


def run(names: Namespace, program: Program, translate: Translate) -> int:
    """Run the command in `names` and return its exit code."""
    try:
        return run_alone(lambda: COMMANDS[names.command](names, program, translate), translate, as_json=names.json)
    except UsageError as error:
        return usage(str(error), as_json=names.json)


def run_alone(action: Callable[[], Result | int], translate: Translate, *, as_json: bool) -> int:
    """Run what needs no program, or makes its own, and return its exit code."""
    try:
        result = action()
    except AppError as error:
        result = failure(error, translate)
    except UsageError:
        raise
    except Exception as defect:  # noqa: BLE001 - the log has the traceback; people get a sentence and the number of the incident
        result = failure(report(defect), translate)
    return result if isinstance(result, int) else show(result, as_json=as_json)


def say_started(started: bool) -> None:
    """Tell a script whether this process is the tray, or another one runs and shows its dial window."""
    show(Result(answer={"tray": True, "started": started}), as_json=True)


def usage(text: str, *, as_json: bool) -> int:
    """Report that the arguments form no command."""
    import json

    if as_json:
        print(json.dumps({"error": {"code": "usage", "field": None, "message": text.splitlines()[0]}}))
    print(f"traydial: {text}", file=sys.stderr)
    return USAGE
