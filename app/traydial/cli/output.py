"""Exit codes and text: how an answer looks to a script and to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from traydial.core import errors

if TYPE_CHECKING:
    from collections.abc import Mapping

DONE, FAILED, USAGE, NO_NUMBER, REFUSED, PBX_REFUSED, UNKNOWN, NEEDS_PERSON = 0, 1, 2, 3, 4, 5, 6, 7

_EXIT_BY_CODE = {
    "number_missing": NO_NUMBER,
    "number_several": NO_NUMBER,
    "number_rejected": PBX_REFUSED,
    "needs_answer": NEEDS_PERSON,
    "secret_missing": USAGE,
    "secret_store_locked": NEEDS_PERSON,
    "secret_store_timed_out": NEEDS_PERSON,
    "internal_error": FAILED,
    "outcome_unknown": UNKNOWN,
}
_EXIT_BY_FAMILY = (
    (errors.NumberRejected, REFUSED),
    (errors.ConsentRefused, REFUSED),
    (errors.Cancelled, REFUSED),
    (errors.ConfigError, USAGE),
    (errors.SelectionError, NO_NUMBER),
    (errors.InstanceError, FAILED),
    (errors.AppError, PBX_REFUSED),
)


def exit_code(answer: Mapping[str, Any]) -> int:
    """Return the exit code (design/cli.md) of an answer; a usage error never comes here."""
    if answer.get("outcome") == "needs_answer":
        return NEEDS_PERSON
    error = answer.get("error")
    return DONE if error is None else exit_code_of(error["code"])


def exit_code_of(code: str) -> int:
    """Return the exit code of an error code."""
    if code in _EXIT_BY_CODE:
        return _EXIT_BY_CODE[code]
    family = next(cls for cls in _families(errors.AppError) if code in cls.codes)
    return next(number for cls, number in _EXIT_BY_FAMILY if issubclass(family, cls))


def _families(cls: type[errors.AppError]) -> list[type[errors.AppError]]:
    return [family for child in cls.__subclasses__() for family in (child, *_families(child))]
