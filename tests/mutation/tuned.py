"""Figures and distances that are a matter of taste: a test could only repeat them, so they get no mutants.

The rules stand in docs/testing.md as well. They go by the name of a figure and its size, never by its place.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

# The figures that are as good with one more or one less: what their names end with, and the least of them.
TUNED = {"_s": 5, "_ms": 50, "interval": 50, "timeout": 5, "limit": 20, "margin": 10}
# Calls about distances alone, and calls whose numbers are sizes.
DISTANCES = {
    "setContentsMargins", "setSpacing", "setHorizontalSpacing", "setVerticalSpacing", "addSpacing", "addStretch",
    "setStretch", "setColumnStretch", "setRowStretch", "setStretchFactor",
}  # fmt: skip
SIZES = {
    "resize", "setFixedSize", "setFixedWidth", "setFixedHeight", "setMinimumSize", "setMinimumWidth",
    "setMinimumHeight", "setMaximumSize", "setMaximumWidth", "setMaximumHeight", "setMinimumContentsLength",
    "setIconSize", "setAlpha",
}  # fmt: skip


def tuned_parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what is tuned in a node (not in what it holds)."""
    for name, value in named_values(node):
        yield from (number for number in numbers_in(value) if is_tuned(name, number))
    match node:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr=name))) if name in DISTANCES:
            yield node
        case ast.Call(func=ast.Attribute(attr=name)) if name in SIZES:
            yield from numbers_in(node)
        case ast.Call(func=ast.Attribute(attr="addWidget" | "addLayout"), args=[_, ast.Constant() as stretch]):
            yield stretch
        case ast.Call(func=ast.Name(id="zip"), keywords=[ast.keyword(arg="strict", value=ast.Constant(value=True))]):
            yield node.keywords[0]  # the program checks itself
        case _:
            pass


def named_values(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield what a statement, an argument or the default of a parameter gives a name to, when it is all numbers."""
    found: list[tuple[str, ast.expr | None]] = []
    match node:
        case ast.Assign(targets=[target], value=value) | ast.AnnAssign(target=target, value=value):
            found = [(name_of(target), value)]
        case ast.keyword(arg=str(name), value=value):
            found = [(name, value)]
        case ast.arguments():
            positional = [*node.posonlyargs, *node.args]
            given = zip(reversed(positional), reversed(node.defaults), strict=False)
            found = [(arg.arg, value) for arg, value in (*given, *zip(node.kwonlyargs, node.kw_defaults, strict=True))]
        case _:
            pass
    figures = (ast.Constant, ast.BinOp, ast.operator)
    yield from (
        (name, value) for name, value in found if value and all(isinstance(n, figures) for n in ast.walk(value))
    )


def numbers_in(node: ast.AST) -> list[ast.Constant]:
    return [part for part in ast.walk(node) if isinstance(part, ast.Constant) and type(part.value) in {int, float}]


def is_tuned(name: str, number: ast.Constant) -> bool:
    ends = [least for end, least in TUNED.items() if name.lower().endswith(end)]
    return bool(ends) and number.value >= min(ends)


def name_of(node: ast.expr) -> str:
    """Return the last name of `a.b`, `a.b(...)` or `a.b[...]`."""
    match node:
        case ast.Call(func=inner) | ast.Subscript(value=inner):
            return name_of(inner)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""
