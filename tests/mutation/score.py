"""Scores of rooms from the outcomes of their mutants, and the table of docs/testing.md."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

BEGIN, END = "<!-- table: python3 tests/run mutants --write -->\n", "<!-- end of table -->\n"
NOTICED = {"noticed", "time"}
Z_95 = 1.96


def room_of(file: str) -> str:
    """Return the folder of a file inside the package; the package itself is `traydial`."""
    return PurePosixPath(file).parent.relative_to("app/traydial").as_posix().replace(".", "traydial", 1)


@dataclass(frozen=True, slots=True)
class Score:
    """How many mutants of a room exist, how many were tried, and how many of those a test noticed.

    `unreached`: those that survived on a line that no test runs which takes part.
    """

    room: str
    mutants: int
    tried: int
    noticed: int
    unreached: int = 0

    @property
    def share(self) -> float:
        return self.noticed / self.tried if self.tried else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share of all the mutants lies, with 95 % confidence: Wilson's, for a finite number."""
        if self.tried in {0, self.mutants}:
            return self.share, self.share
        # Drawn without putting back: the uncertainty shrinks as the sample comes near to the whole.
        n = self.tried * (self.mutants - 1) / (self.mutants - self.tried)
        middle = (self.share + Z_95**2 / (2 * n)) / (1 + Z_95**2 / n)
        half = Z_95 / (1 + Z_95**2 / n) * math.sqrt(self.share * (1 - self.share) / n + Z_95**2 / (4 * n**2))
        return middle - half, middle + half

    def row(self) -> str:
        low, high = self.interval
        bounds = "all tried" if self.tried == self.mutants else f"{low:.0%} to {high:.0%}"
        counts = f"{self.mutants} | {self.tried} | {self.noticed} | {self.unreached}"
        return f"| `{self.room}` | {counts} | {self.share:.1%} | {bounds} |"


def scores(made: Mapping[str, Iterable[str]], outcomes: Mapping[str, str]) -> list[Score]:
    """Return a score for each room; `made` maps files to the keys of their mutants, `outcomes` keys to outcomes."""
    keys: dict[str, list[str]] = defaultdict(list)
    for file, found in made.items():
        keys[room_of(file)] += found
    rows = []
    for room, mutants in sorted(keys.items()):
        valid = [key for key in mutants if outcomes.get(key) != "invalid"]
        tried = [outcomes[key] for key in valid if key in outcomes]
        noticed = sum(outcome in NOTICED for outcome in tried)
        rows.append(Score(room, len(valid), len(tried), noticed, tried.count("unreached")))
    return rows


def as_markdown(rows: Iterable[Score]) -> str:
    rows = [row for row in rows if row.tried]
    total = Score(
        "all", *(sum(getattr(row, name) for row in rows) for name in ("mutants", "tried", "noticed", "unreached"))
    )
    header = (
        "| folder | mutants | tried | noticed | line not run | share | 95 % interval |\n|---|---|---|---|---|---|---|\n"
    )
    counts = f"{total.mutants} | {total.tried} | {total.noticed} | {total.unreached}"
    plain = f"| all of these | {counts} | {total.share:.1%} | |\n"
    return header + "".join(f"{row.row()}\n" for row in rows) + plain


def write(page: Path, rows: Iterable[Score]) -> None:
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    page.write_text(before + BEGIN + as_markdown(rows) + END + rest.partition(END)[2], encoding="utf-8")
