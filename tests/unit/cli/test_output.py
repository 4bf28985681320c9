"""Exit codes, as docs/cli.md promises them to scripts."""

from __future__ import annotations

import pytest

from traydial.cli.output import Result, exit_code, show
from traydial.core import errors


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.InstanceError("tray_not_answering"), 1),
        (errors.HistoryError("history_unavailable"), 1),
        (errors.InternalError(), 1),
        (errors.Unsupported("desktop_unsupported"), 1),
        (errors.ConfigError("setting_missing"), 2),
        (errors.SecretStoreError("secret_missing"), 2),
        (errors.SelectionError("clipboard_empty"), 3),
        (errors.NumberRejected("number_missing"), 3),
        (errors.NumberRejected("number_several"), 3),
        (errors.NumberRejected("number_malformed"), 4),
        (errors.ConsentRefused("refused_by_policy"), 4),
        (errors.Cancelled(), 4),
        (errors.NumberRejected("number_rejected"), 5),
        (errors.Unreachable("host_unknown"), 5),
        (errors.CredentialsRejected(), 5),
        (errors.RefusedByPbx(), 5),
        (errors.OutcomeUnknown(), 6),
        (errors.SecretStoreError("secret_store_locked"), 7),
        (errors.ConsentRefused("needs_answer"), 7),
    ],
)
def test_each_kind_of_end_has_its_exit_code(error: errors.AppError, code: int) -> None:
    assert exit_code(error) == code


def test_what_is_done_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert show(Result(answer={"a": "é"}, lines=("done",)), as_json=True) == 0
    assert capsys.readouterr().out == '{"a": "\\u00e9"}\n'
    assert show(Result(answer={}, lines=("done",), problems=("but look",)), as_json=False) == 0
    assert capsys.readouterr() == ("done\n", "traydial: but look\n")
