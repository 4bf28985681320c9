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
    seed: int | None = None  # of the sample

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
        seed = "" if self.seed is None or self.tried == self.mutants else self.seed
        return f"| `{self.room}` | {counts} | {self.share:.1%} | {bounds} | {seed} |"

    @classmethod
    def read(cls, row: str) -> Score:
        """Read a row of the table."""
        room, *counts, _, _, seed = (cell.strip(" `") for cell in row.strip("|\n").split("|"))
        return cls(room, *map(int, counts), seed=int(seed) if seed else None)


def scores(made: Mapping[str, Iterable[str]], outcomes: Mapping[str, str], seed: int | None = None) -> list[Score]:
    """Return a score for each room; `made` maps files to the keys of their mutants, `outcomes` keys to outcomes."""
    keys: dict[str, list[str]] = defaultdict(list)
    for file, found in made.items():
        keys[room_of(file)] += found
    rows = []
    for room, mutants in sorted(keys.items()):
        valid = [key for key in mutants if outcomes.get(key) != "invalid"]
        tried = [outcomes[key] for key in valid if key in outcomes]
        noticed = sum(outcome in NOTICED for outcome in tried)
        rows.append(Score(room, len(valid), len(tried), noticed, tried.count("unreached"), seed))
    return rows


def as_markdown(rows: Iterable[Score]) -> str:
    rows = [row for row in rows if row.tried]
    total = Score(
        "all", *(sum(getattr(row, name) for row in rows) for name in ("mutants", "tried", "noticed", "unreached"))
    )
    header = (
        "| folder | mutants | tried | noticed | line not run | share | 95 % interval | seed |\n"
        "|---|---|---|---|---|---|---|---|\n"
    )
    counts = f"{total.mutants} | {total.tried} | {total.noticed} | {total.unreached}"
    plain = f"| all of these | {counts} | {total.share:.1%} | | |\n"
    return header + "".join(f"{row.row()}\n" for row in rows) + plain


def write(page: Path, rows: Iterable[Score]) -> None:
    """Put `rows` into the table, in place of what it says about their rooms; keep the others."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    table, _, after = rest.partition(END)
    known = {row.room: row for row in map(Score.read, table.splitlines()[2:-1])}
    known |= {row.room: row for row in rows if row.tried}
    page.write_text(before + BEGIN + as_markdown(known[room] for room in sorted(known)) + END + after, encoding="utf-8")
