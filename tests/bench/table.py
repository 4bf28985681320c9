"""Samples, pairs and the table of results."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

HEAD = ("What", "Traydial", "Reference", "Ratio", "Goal", "Met")


@dataclass(frozen=True)
class Sample:
    """Values of one quantity, in `unit`."""

    values: tuple[float, ...]
    unit: str

    @classmethod
    def joined(cls, samples: Sequence[Sample]) -> Sample:
        return cls(tuple(value for sample in samples for value in sample.values), samples[0].unit)

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def __str__(self) -> str:
        if len(self.values) == 1:
            return f"{self.median:.1f} {self.unit}"
        return f"{self.median:.1f} {self.unit} ({min(self.values):.1f} to {max(self.values):.1f})"


@dataclass(frozen=True)
class Row:
    """One line of the table: held to `limit` is the ratio, or with `absolute` our own median."""

    what: str
    ours: Sample
    reference: Sample
    limit: float
    absolute: bool = False

    @property
    def ratio(self) -> float:
        return self.ours.median / self.reference.median if self.reference.median else float("inf")

    @property
    def met(self) -> bool:
        return (self.ours.median if self.absolute else self.ratio) <= self.limit

    def cells(self) -> tuple[str, ...]:
        goal = f"≤ {self.limit:g} {self.ours.unit}" if self.absolute else f"≤ {self.limit:g}"
        ratio = f"{self.ratio:.2f}" if self.reference.median else "-"
        return self.what, str(self.ours), str(self.reference), ratio, goal, "yes" if self.met else "NO"


def paired(ours: Callable[[], float], reference: Callable[[], float], *, runs: int, unit: str) -> tuple[Sample, Sample]:
    """Measure both in turns, so that whatever else the machine does meets both; one pair goes before, uncounted."""
    ours(), reference()
    pairs = [(ours(), reference()) for _ in range(runs)]
    return Sample(tuple(pair[0] for pair in pairs), unit), Sample(tuple(pair[1] for pair in pairs), unit)


def as_text(rows: Sequence[Row]) -> str:
    """Align the columns for a terminal."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def as_markdown(rows: Sequence[Row]) -> str:
    lines = [HEAD, ("---",) * len(HEAD), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
