"""The history as a CSV file (RFC 4180) that spreadsheets open: UTF-8 with a byte order mark, and no cell a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from traydial import files
from traydial.core.errors import HistoryError
from traydial.core.number.forms import masked
from traydial.services.spreadsheet import cell

if TYPE_CHECKING:
    from traydial.services.history.store import HistoryEntry

COLUMNS: Final = (
    "time",
    "utc",
    "number",
    "name",
    "outcome",
    "answer",
    "connected",
    "duration_s",
    "account",
    "pbx",
    "source",
    "dialled",
    "country",
    "recorded",
    "recording_url",
    "recording_consent",
    "recording_consent_at",
    "note",
    "tag",
    "reference",
    "error",
    "id",
)


def export(entries: Iterable[HistoryEntry], target: Path, *, mask: bool) -> int:
    """Write `entries` to `target`, readable by its owner alone, and return how many. Raises HistoryError.

    What stood in `target` stays there until all is written. `mask`: the numbers' middle digits are left out.
    """
    import csv

    count = 0
    try:
        with files.replacing(target) as file:
            text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
            writer = csv.writer(text)
            writer.writerow(COLUMNS)
            for entry in entries:
                writer.writerow(map(cell, _values(entry, mask=mask)))
                count += 1
            text.detach()
    except OSError as error:
        raise HistoryError("history_not_exported", reason=error.strerror or type(error).__name__) from None
    return count


def _values(entry: HistoryEntry, *, mask: bool) -> tuple[str, ...]:
    shown = masked if mask else str
    return (
        _local(entry.at),
        entry.at.astimezone(UTC).isoformat(timespec="seconds"),
        shown(entry.key),
        entry.name,
        entry.state.value,
        entry.answer,
        _local(entry.connected_at),
        "" if entry.duration_s is None else str(entry.duration_s),
        entry.account_id,
        entry.pbx,
        entry.source.value,
        shown(entry.dialled),
        entry.country or "",
        _yes_or_no(entry.recorded),
        entry.recording_url,
        "" if entry.recording_consent is None else _yes_or_no(entry.recording_consent),
        _local(entry.recording_consent_at),
        entry.note,
        entry.tag,
        entry.reference,
        entry.code,
        entry.id,
    )


def _local(moment: datetime | None) -> str:
    """Return a time as spreadsheets read it, in this computer's zone."""
    return "" if moment is None else f"{moment.astimezone():%Y-%m-%d %H:%M:%S}"


def _yes_or_no(value: bool) -> str:
    return "yes" if value else "no"
