"""Every path and every dotted module that a document, a docstring or a comment names exists."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "app" / "traydial"
TOP = r"app|docs|tests|packaging|resources|installer"
# A path from the top of the checkout, or any with a folder and a suffix that our files have.
PATH = re.compile(
    rf"(?<![\w/.:~$<>-])(?:(?:{TOP})/[\w./*-]*[\w*]|[a-z][\w-]*(?:/[\w.*-]+)*/[\w*-]+\.(?:md|py|toml|tsv|ts|ini))\b"
)
MODULE = re.compile(r"(?<![\w/.@:-])([a-z_]+(?:\.\w+)+)(?![\w/(-]|\.\w)")
PLACEHOLDER = re.compile(r"[…<>{}]|\b[A-Z]{3,}\b|name\.py|yours")
MADE_BY_PROGRAMS = re.compile(r"build/|dist/|resources/icons/.*\.ico")
SETTING = re.compile(
    r"^\| `([a-z_]+\.\w+)`", re.MULTILINE
)  # in docs/settings.md, whose sections are called like folders


def texts_of(path: Path) -> Iterator[str]:
    """Yield what a person reads of a file: a document, or the docstrings and comments of a program."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        yield text
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def path_exists(name: str, beside: Path) -> bool:
    if MADE_BY_PROGRAMS.match(name):
        return True
    places = (ROOT, beside, PACKAGE, ROOT / "docs", ROOT / "tests", ROOT / "app")
    return any(any(place.glob(name)) if "*" in name else (place / name).exists() for place in places)


def module_exists(name: str) -> bool:
    parts = name.removeprefix("traydial.").split(".")
    return any(thing_exists(top, parts) for top in (PACKAGE, ROOT / "tests"))


def thing_exists(here: Path, parts: list[str]) -> bool:
    """Return whether `room.module.thing` is below a folder: the module by its file, a thing in it by its definition."""
    parts = list(parts)
    while parts and (here / parts[0]).is_dir():
        here /= parts.pop(0)
    if parts and (here / f"{parts[0]}.py").is_file():
        here /= f"{parts.pop(0)}.py"
    source = here if here.is_file() else here / "__init__.py"
    return not parts or (source.is_file() and parts[0] in names_in(source))


def names_in(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.Name(id=name) | ast.alias(name=name):
                yield name


def settings() -> set[str]:
    return set(SETTING.findall((ROOT / "docs" / "settings.md").read_text(encoding="utf-8")))


def unknown(text: str, beside: Path) -> Iterator[str]:
    for line in text.splitlines():
        for found in PATH.finditer(line):
            around = line[max(0, found.start() - 1) : found.end() + 2]
            if not PLACEHOLDER.search(around) and not path_exists(found.group(), beside):
                yield found.group()
        for found in MODULE.finditer(line):
            room = found.group().removeprefix("traydial.").partition(".")[0]
            ours = found.group().startswith("traydial.") or (PACKAGE / room).is_dir()
            ours = ours and found.group() not in settings()
            if ours and not found.group().endswith((".py", ".md")) and not module_exists(found.group()):
                yield found.group()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see docs/testing.md and tests/*/conftest.py", []),
        ("see docs/gone.md.", ["docs/gone.md"]),
        ("design/cli.md", ["design/cli.md"]),
        ("tests/gone/*.py", ["tests/gone/*.py"]),
        ("tests/adapters/test_…py, docs/adapters/<pbx>.md, adapters/name.py", []),
        ("`traydial.core.call`, core.call.Call and services.gone", ["services.gone"]),
        ("core.call.Gone", ["core.call.Gone"]),
        ("https://example.com/docs/a.md and/or 1/2", []),
    ],
)
def test_what_is_not_there_is_found(text, expected):
    assert list(unknown(text, ROOT)) == expected


def test_everything_that_is_named_exists(tracked):
    read = [path for path in tracked if path.suffix in {".md", ".py"} and path.name != Path(__file__).name]
    wrong = {
        str(path): sorted({name for text in texts_of(ROOT / path) for name in unknown(text, (ROOT / path).parent)})
        for path in read
    }
    assert {path: names for path, names in wrong.items() if names} == {}
