"""Every id that the program can produce has a text that a person can read."""

import subprocess
import sys

import pytest

from traydial.core import consent, errors, recording_consent
from traydial.core.call import CallState, RecordingState
from traydial.core.dialplan import plan
from traydial.core.dialplan.plan import Step
from traydial.core.number.value import NumberKind
from traydial.services import diagnostics
from traydial.words import calls, dialplan, reasons
from traydial.words.checks import FINDINGS
from traydial.words.errors import ERRORS
from traydial.words.messages import in_english, message


def descendants(kind):
    for child in kind.__subclasses__():
        yield child
        yield from descendants(child)


ALWAYS_KNOWN = {  # values without which the error is never raised
    "recording_forced": {"pbx"},
    "history_unavailable": {"reason"},
    "history_not_exported": {"reason"},
    "table_unreadable": {"reason"},
    "table_too_large": {"lines", "megabytes"},
    "table_not_written": {"reason"},
}
CODES = [(kind, code) for kind in descendants(errors.AppError) for code in kind.codes]


@pytest.mark.parametrize(("kind", "code"), CODES, ids=[code for _, code in CODES])
def test_every_error_has_a_title_and_a_sentence(kind, code):
    said = message(kind(code, **dict.fromkeys(ALWAYS_KNOWN.get(code, ()), "this")))
    assert said.title
    assert not said.title.endswith(".")
    assert said.sentence.endswith((".", "?"))
    assert not said.next_step or said.next_step.endswith((".", "…"))
    assert "{" not in str(said)


def test_no_words_without_a_code():
    assert set(ERRORS) == {code for _, code in CODES}


def test_an_error_tells_what_it_knows():
    said = message(errors.RefusedByPbx(reason="Extension is\nbarred {x} <b>"))
    assert said.sentence == "The PBX refused the request: Extension is barred {x} <b>"
    assert len(message(errors.RefusedByPbx(reason="long " * 1000)).sentence) < 300


@pytest.mark.parametrize(("reason", "told"), [("Barred", "Barred. Check"), ("Barred!", "Barred! Check")])
def test_the_words_of_a_pbx_do_not_run_into_the_next_step(reason, told):
    assert told in str(message(errors.RefusedByPbx(reason=reason)))


def test_a_detail_is_used_only_when_all_that_it_names_is_known():
    known = errors.ConfigError("account_unknown", account="x", known="office")
    assert "office" in message(known).sentence
    assert message(errors.ConfigError("account_unknown", account="x")).sentence == "There is no account of this name."


def test_an_adapters_own_words_are_translated_in_its_context():
    error = errors.Unsupported("unsupported", reason="No way.")
    said = message(error, lambda context, text: f"[{context}] {text}" if context == "tvox" else text, ("tvox",))
    assert said.sentence == "[tvox] No way."


@pytest.mark.parametrize("rule", plan.RULES)
def test_every_rule_of_the_dial_plan_says_what_it_did(rule):
    changed = dialplan.step_in_words(Step(rule=rule, before="0444", after="+390444"), in_english)
    assert changed.endswith(": 0444 → +390444")
    assert "→" not in dialplan.step_in_words(Step(rule=rule, before="600", after="600"), in_english)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (dialplan.RULES, plan.RULES),
        (reasons.REASONS, (*consent.REASONS, recording_consent.TELL)),
        (calls.CALL_STATES, list(CallState)),
        (calls.RECORDINGS, list(RecordingState)),
        (reasons.KINDS, list(NumberKind)),
        (reasons.WARNINGS, ["password_in_clear"]),
        (reasons.HOTKEY_REASONS, ["taken", "invalid", "unavailable", "duplicate"]),
        (FINDINGS, diagnostics.SUMMARIES),
    ],
    ids=["rules", "reasons", "states", "recordings", "kinds", "warnings", "hotkeys", "checks"],
)
def test_every_id_has_words_and_no_words_are_left_over(words, ids):
    assert set(words) == set(ids)


def test_the_command_line_can_speak_without_qt():
    modules = "traydial.words.messages, traydial.words.reasons, traydial.words.checks"
    code = f"import sys, {modules}; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
