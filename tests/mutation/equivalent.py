"""Where a change of the code cannot be noticed by a test, whatever the test: such places get no mutants.

The rules stand in docs/testing.md as well. They go by the form of the code alone, never by its name or place.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tuned import name_of, tuned_parts

Position = tuple[int, int]
# Type checks refuse the code that would make a difference between these.
DECLARATIVE_KEYWORDS = {"frozen", "slots", "kw_only", "weakref", "gc"}
# Only type checkers read the first ones; the last ones save time.
DECLARATIVE_DECORATORS = {
    "overload", "override", "final", "runtime_checkable", "abstractmethod", "cache", "lru_cache", "Slot",
}  # fmt: skip
QUIET = {"debug", "info"}
LOGGERS = {"log", "logger", "_log", "_LOG"}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of source: line and column of its start, and of the place after its end."""

    start: Position
    end: Position

    def holds(self, position: Position) -> bool:
        return self.start <= position < self.end


def unnoticed(source: str) -> list[Span]:
    """Return the stretches of `source` where no test could notice a mutant."""
    lines = source.splitlines()
    return [
        span_of(node, lines)
        for part in ast.walk(ast.parse(source))
        for node in (*untested_parts(part), *tuned_parts(part))
    ]


def span_of(node: ast.AST, lines: list[str]) -> Span:
    def characters(line: int, octets: int) -> Position:
        return line, len(lines[line - 1].encode()[:octets].decode())

    return Span(characters(node.lineno, node.col_offset), characters(node.end_lineno, node.end_col_offset))


def untested_parts(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.arg(annotation=ast.AST() as annotation) | ast.AnnAssign(annotation=annotation):
            yield annotation
        case ast.Assign(value=ast.BinOp(op=ast.BitOr()) as value) if is_type(value):
            yield value
        case ast.If(test=ast.Name(id="TYPE_CHECKING") | ast.Compare(left=ast.Name(id="__name__"))):
            yield node
        case ast.If() | ast.IfExp():
            yield from of_other_systems(node)
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=level))):
            if name in LOGGERS and level in QUIET:
                yield node
        case ast.Lambda(args=ast.arguments(args=[ast.arg(arg="_"), *_], defaults=[ast.Constant() as ignored, *_])):
            yield ignored
        case ast.keyword(arg=name) if name in DECLARATIVE_KEYWORDS:
            yield node
        case ast.ClassDef() if any(name_of(base) == "Protocol" for base in node.bases):
            yield node
        case _:
            pass
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is not None:
        yield node.returns
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield from (decorator for decorator in node.decorator_list if name_of(decorator) in DECLARATIVE_DECORATORS)


def of_other_systems(node: ast.If | ast.IfExp) -> list[ast.AST]:
    """Return what of a test of `sys.platform` never runs where the mutants are made."""
    here = is_this_system(node.test)
    if here is None:
        return []
    part = node.orelse if here else node.body
    return part if isinstance(part, list) else [part]


def is_this_system(test: ast.expr) -> bool | None:
    """Return what a test of `sys.platform` says where the mutants are made; None for any other test."""
    match test:
        case ast.BoolOp(op=ast.Or(), values=parts) if None not in (known := [is_this_system(part) for part in parts]):
            return any(known)
        case ast.Compare(left=ast.Attribute(attr="platform"), ops=[operator], comparators=[ast.Constant(value=name)]):
            return (sys.platform == name) is isinstance(operator, ast.Eq)
        case _:
            return None


def is_type(node: ast.expr) -> bool:
    """Return whether `A | B` is built of names alone, as an alias of types is."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.BitOr) and is_type(node.left) and is_type(node.right)
    if isinstance(node, ast.Constant):
        return node.value is None
    return name_of(node)[:1].isupper() or name_of(node) in {"str", "int", "bool", "float", "bytes"}


def statement_lines(source: str) -> dict[int, int]:
    """Map each line to the first line of the innermost statement that it belongs to."""
    first: dict[int, int] = {}
    for node in ast.walk(ast.parse(source)):  # breadth first: the innermost statement comes last
        if isinstance(node, ast.stmt):
            first |= dict.fromkeys(range(node.lineno, node.end_lineno + 1), node.lineno)
    return first


def lines_of_functions(source: str) -> set[int]:
    """Return the lines that run when a function is called; the others run once, when the module is loaded."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    return {line for node in functions for line in range(node.body[0].lineno, node.end_lineno + 1)}


def uses_of_constants(source: str) -> dict[int, set[int]]:
    """Map the first line of a statement of the module that names a value to the lines of the functions that use it.

    The statement itself runs once, when the module is loaded, in whichever test comes first.
    """
    tree = ast.parse(source)
    named = {
        name_of(target): part.lineno
        for part in tree.body
        if isinstance(part, ast.Assign | ast.AnnAssign)
        for target in (part.targets if isinstance(part, ast.Assign) else [part.target])
    }
    uses: dict[str, set[int]] = {name: set() for name in named}
    inside = [node for part in ast.walk(tree) if isinstance(part, ast.FunctionDef) for node in part.body]
    for node in (part for body in inside for part in ast.walk(body)):
        if isinstance(node, ast.Name) and node.id in uses:
            uses[node.id].add(node.lineno)
    for part in reversed(tree.body):  # one constant made of another
        for node in ast.walk(part) if isinstance(part, ast.Assign | ast.AnnAssign) and part.value else ():
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in uses:
                uses[node.id] |= uses[name_of(part.targets[0] if isinstance(part, ast.Assign) else part.target)]
    return {line: uses[name] for name, line in named.items() if uses[name]}
