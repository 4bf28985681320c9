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


@pytest.fixture
def name_of():
    return lambda path: path.relative_to(APP).as_posix()


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_texts_to_translate_are_literals(name_of):
    """The translation tools read the source: a text that is computed is never translated."""
    found = []
    for path in MODULES:
        for name, call in calls(path):
            shows_marked_text = name == "translate" and (isinstance(call.func, ast.Name) or path.stem == "i18n")
            replaces_characters = name == "translate" and len(call.args) == 1  # str.translate
            if name not in TRANSLATED or shows_marked_text or replaces_characters:
                continue
            if not all(map(is_literal, call.args[: TRANSLATED[name]])):
                found.append(f"{name_of(path)}:{call.lineno}: {name}")
    assert found == []


def test_nothing_waits_by_sleeping_or_reenters_the_event_loop(name_of):
    found = [
        f"{name_of(path)}:{call.lineno}: {name}"
        for path in MODULES
        for name, call in calls(path)
        if name in BLOCKING or ast.unparse(call.func) == "time.sleep"
    ]
    assert found == []
    assert [name_of(path) for path in MODULES if "from time import sleep" in path.read_text(encoding="utf-8")] == []


def test_every_module_says_what_belongs_there(name_of):
    trees = {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
    assert [name for name, tree in trees.items() if not ast.get_docstring(tree)] == []


def test_no_module_keeps_mutable_state(name_of):
    """A global that a function reassigns is state that tests and accounts would share."""
    trees = {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
    reassigned = {
        name: [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)] for name, tree in trees.items()
    }
    assert {name: lines for name, lines in reassigned.items() if lines} == {}
