"""Shows an answer to a script or a person: exit codes, JSON, lines of text."""

from __future__ import annotations

import io
import json
import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TextIO

from traydial.core import errors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traydial.words.messages import Translate

DONE, FAILED, USAGE, NO_NUMBER, REFUSED, PBX_REFUSED, UNKNOWN, NEEDS_PERSON = 0, 1, 2, 3, 4, 5, 6, 7

_EXIT_BY_CODE = {
    "desktop_unsupported": FAILED,
    "choose_default_app": FAILED,
    "screen_missing": FAILED,
    "number_missing": NO_NUMBER,
    "number_not_in_country": NO_NUMBER,
    "number_several": NO_NUMBER,
    "number_rejected": PBX_REFUSED,
    "needs_answer": NEEDS_PERSON,
    "questions_open": NEEDS_PERSON,
    "needs_agreement": NEEDS_PERSON,
    "secret_missing": USAGE,
    "default_account_missing": NEEDS_PERSON,
}
_EXIT_BY_FAMILY = (
    (errors.NumberRejected, REFUSED),
    (errors.ConsentRefused, REFUSED),
    (errors.Cancelled, REFUSED),
    (errors.ConfigError, USAGE),
    (errors.SecretStoreError, NEEDS_PERSON),
    (errors.SelectionError, NO_NUMBER),
    (errors.HistoryError, FAILED),
    (errors.InstanceError, FAILED),
    (errors.InternalError, FAILED),
    (errors.OutcomeUnknown, UNKNOWN),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The result of a command: `answer` for scripts, `lines` for people, and the exit code."""

    answer: Mapping[str, Any]
    lines: tuple[str, ...] = ()
    exit_code: int = DONE
    problems: tuple[str, ...] = field(default=())  # for standard error


def failure(
    error: errors.AppError,
    translate: Translate,
    answer: Mapping[str, Any] | None = None,
    *,
    reason: str = "",
    of_order: bool = False,
) -> Result:
    """Return the result of a command that ended with `error`; `reason`: sentences that come before the error's own.

    `of_order`: it ended an order to call somebody.
    """
    from traydial.words.messages import message

    words = message(error, translate, of_order=of_order)
    sentences = f"{reason} {words}".strip()
    told = {"code": error.code, "field": error.field, "message": sentences}
    where = f" ({error.field})" if error.field else ""
    problem = f"{words.title}{where}: {sentences}"
    return Result(answer={**(answer or {}), "error": told}, exit_code=exit_code(error), problems=(problem,))


def exit_code(error: errors.AppError) -> int:
    """Return the exit code (docs/cli.md) of a command that ended with `error`."""
    if error.code in _EXIT_BY_CODE:
        return _EXIT_BY_CODE[error.code]
    for family, code in _EXIT_BY_FAMILY:
        if isinstance(error, family):
            return code
    return PBX_REFUSED


def show(result: Result, *, as_json: bool) -> int:
    """Print the result and return its exit code.

    JSON is ASCII; for other text see `use_utf8`.
    """
    if as_json:
        print(json.dumps(result.answer), flush=True)
    else:
        for line in result.lines:
            print(line, flush=True)
    for problem in result.problems:
        print(f"traydial: {problem}", file=sys.stderr)
    return result.exit_code


def use_utf8() -> None:
    """Write UTF-8 to a file or a pipe, whatever the code page, unless PYTHONIOENCODING names another encoding.

    A letter that the encoding lacks becomes a question mark, and so do bytes of a word that were no text.
    """
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):  # pythonw.exe has none
            continue
        if not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
            stream.reconfigure(encoding="utf-8")
        stream.reconfigure(errors="replace")


def person_present() -> bool:
    """Whether a person is at a terminal, can read questions on standard error and answer on standard input."""
    return all(_is_terminal(stream) for stream in (sys.stdin, sys.stderr))


def reads_terminal() -> bool:
    """Whether standard input is a terminal."""
    return _is_terminal(sys.stdin)


def _is_terminal(stream: TextIO | None) -> bool:
    if stream is None or not stream.isatty():  # None: closed, or pythonw.exe
        return False
    if sys.platform == "win32":
        import ctypes
        import msvcrt

        mode = ctypes.c_ulong()  # NUL counts as a terminal for isatty, though it is no console
        handle = msvcrt.get_osfhandle(stream.fileno())
        return bool(ctypes.windll.kernel32.GetConsoleMode(ctypes.c_void_p(handle), ctypes.byref(mode)))
    else:
        return True
