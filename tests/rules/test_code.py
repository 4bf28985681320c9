"""Rules about code that no linter knows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TRANSLATED = {"tr": 1, "translate": 2, "QT_TRANSLATE_NOOP": 2}  # how many leading arguments lupdate has to read
BLOCKING = {"processEvents", "setOverrideCursor"}
APP = Path(__file__).resolve().parents[2] / "app" / "traydial"
MODULES = sorted(APP.rglob("*.py"))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(APP)))
def test_texts_to_translate_are_literals(path):
    """The translation tools read the source: a text that is computed is never translated."""
    for name, call in calls(path):
        shows_marked_text = name == "translate" and (isinstance(call.func, ast.Name) or path.stem == "i18n")
        replaces_characters = name == "translate" and len(call.args) == 1  # str.translate
        if name in TRANSLATED and not shows_marked_text and not replaces_characters:
            assert all(map(is_literal, call.args[: TRANSLATED[name]])), f"line {call.lineno}: {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(APP)))
def test_nothing_waits_by_sleeping_or_reenters_the_event_loop(path):
    for name, call in calls(path):
        assert name not in BLOCKING, f"line {call.lineno}: {name}"
        assert ast.unparse(call.func) != "time.sleep", f"line {call.lineno}"
    assert "from time import sleep" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(APP)))
def test_every_module_says_what_belongs_there(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(APP)))
def test_no_module_keeps_mutable_state(path):
    """A global that a function reassigns is state that tests and accounts would share."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)] == []
