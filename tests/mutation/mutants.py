"""The mutants of a file: cosmic-ray's operators, one kind of change at a time, where a test could notice it."""

from __future__ import annotations

import difflib
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import Visitor, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator, operator_names
from equivalent import lines_of_functions, statement_lines, unnoticed, uses_of_constants
from parso.python.tree import Keyword

# Of the many changes that cosmic-ray knows for a comparison or a sum, the ones next to it: what notices those notices
# the others, and twelve mutants of one `+` would weigh more than one of a lost `not`.
CHOSEN = re.compile(
    r"core/(AddNot|Replace(True|False|And|Or|Break|Continue)With\w+|ExceptionReplacer|NumberReplacer|RemoveDecorator"
    r"|ZeroIterationForLoop|ReplaceUnaryOperator_(USub_UAdd|Delete_Not|Delete_USub)"
    r"|ReplaceComparisonOperator_(Eq_NotEq|NotEq_Eq|Lt_(LtE|Gt)|LtE_(Lt|Gt)|Gt_(GtE|Lt)|GtE_(Gt|Lt)|Is_IsNot|IsNot_Is"
    r"|In_NotIn|NotIn_In)"
    r"|ReplaceBinaryOperator_(Add_Sub|Sub_Add|Mul_Add|Div_Mul|FloorDiv_Mul|Mod_Mul|BitAnd_BitOr|BitOr_BitAnd))"
)
ARITHMETIC = {"arith_expr", "term", "expr", "and_expr"}  # the * of a signature or a call is no product


class RemoveCall(Operator):
    """Leave out a statement that only calls something."""

    def mutation_positions(self, node):
        is_call = node.type == "atom_expr" and node.children[-1].type == "trailer"
        if is_call and node.parent.type == "simple_stmt" and node.children[-1].children[0] == "(":
            yield node.start_pos, node.end_pos

    def mutate(self, node, index):
        return Keyword("pass", node.start_pos, prefix=node.get_first_leaf().prefix)

    @classmethod
    def examples(cls):
        return ()


OWN = {"own/RemoveCall": RemoveCall}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file, named so that the same text of the file gives the same mutant."""

    file: str
    digest: str
    operator: str
    occurrence: int
    line: int
    statement: int  # the first line of the statement that is changed
    uses: frozenset[int] = frozenset()  # the lines that use the constant which is changed
    at_import: bool = False  # it runs once, in whichever test comes first

    @property
    def key(self) -> str:
        return f"{self.file}:{self.digest}:{self.operator}:{self.occurrence}"

    @property
    def lines(self) -> set[int]:
        """The lines of which a test has to run one, to notice."""
        return set(self.uses) or {self.line, self.statement}

    def of(self, source: str) -> str:
        """Return `source` with the change in it."""
        operator = OWN.get(self.operator) or get_operator(self.operator)
        return mutate_code(source, operator(), self.occurrence)

    def diff(self, source: str) -> str:
        changed = difflib.unified_diff(source.splitlines(), self.of(source).splitlines(), n=0, lineterm="")
        return "\n".join(line for line in list(changed)[2:])


class Census(Visitor):
    """Counts, in cosmic-ray's own order, where each operator could change something."""

    def __init__(self) -> None:
        names = [name for name in operator_names() if CHOSEN.fullmatch(name)]
        self._operators = {name: get_operator(name)() for name in names} | {name: cls() for name, cls in OWN.items()}
        self._counts = dict.fromkeys(self._operators, 0)
        self.found: list[tuple[str, int, tuple[int, int]]] = []

    def visit(self, node):
        for name, operator in self._operators.items():
            sensible = not name.startswith("core/ReplaceBinary") or (node.parent and node.parent.type in ARITHMETIC)
            for start, _ in operator.mutation_positions(node):
                if sensible:
                    self.found.append((name, self._counts[name], start))
                self._counts[name] += 1
        return node


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def mutants_of(root: Path, file: str) -> list[Mutant]:
    """Return what can be changed in a file, but for the places where nothing could notice."""
    source = (root / file).read_text(encoding="utf-8")
    census, spans, first = Census(), unnoticed(source), statement_lines(source)
    uses, called = uses_of_constants(source), lines_of_functions(source)
    census.walk(get_ast(source))
    mutants = []
    for operator, occurrence, (line, column) in census.found:
        if not any(span.holds((line, column)) for span in spans):
            statement = first.get(line, line)
            used = frozenset(uses.get(statement, ()))
            at_import = not used and line not in called
            mutants.append(Mutant(file, digest_of(source), operator, occurrence, line, statement, used, at_import))
    return mutants
