"""The ledger: what was read of every brand's file, so that the next build reads only the files that changed.

A file counts as unchanged while size and times of it and of all that lies beside it are what they were: the time of
its last writing, which anybody can set, and that of its last change, which nobody can. A file that was written within
two seconds of being read may have been written again within the same tick of its clock, so it is not trusted and read
anew.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any, Final

from showcase.catalogue.entry import Entry
from showcase.compile.beside import BesideFile, list_beside
from showcase.model.brand import Brand
from showcase.model.faults import Fault, Place
from showcase.model.values import PartialDate
from showcase.source.brand_file import BrandFile, BrandReading, Claim
from showcase.source.git_dates import GitDates

_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which the time of a file can be trusted."""

Signature = tuple[tuple[str, int, int, int], ...]
"""Name, size and both times of a brand's file and of every file beside it."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of one brand's file."""

    signature: Signature
    """Empty where it cannot be trusted."""
    dates: tuple[str, str]
    """The days that git knew, first and last; empty for none."""
    faults: tuple[Fault, ...]
    claims: tuple[tuple[str, str], ...]
    """Field and text of each claim; a story's links to brands have no field."""
    entry: Entry | None
    """``None`` where an error stands against the file itself."""
    beside: tuple[BesideFile, ...] = ()

    @property
    def links(self) -> tuple[str, ...]:
        """The brands that the story links to."""
        return tuple(text for field, text in self.claims if not field)

    def as_row(self) -> list[object]:
        """Plain values, fit for JSON."""
        faults = [[fault.code, astuple(fault.place), fault.field, dict(fault.details)] for fault in self.faults]
        entry = self.entry and self.entry.as_row()
        return [self.signature, self.dates, faults, self.claims, entry, [astuple(file) for file in self.beside]]

    @classmethod
    def from_row(cls, row: Sequence[Any]) -> Line:
        """The line that :meth:`as_row` gave, after a way through JSON."""
        signature, (first, last), faults, claims, entry, beside = row
        return cls(
            tuple((name, size, written, changed) for name, size, written, changed in signature),
            (first, last),
            tuple(Fault(code, Place(*place), field, details) for code, place, field, details in faults),
            tuple((field, text) for field, text in claims),
            Entry.from_row(entry) if entry else None,
            tuple(BesideFile(*file) for file in beside),
        )

    def as_reading(self, file: BrandFile) -> BrandReading:
        """As much of a reading as the rules across brands need; its claims have no place."""
        place = Place(file.shown)
        return BrandReading(file, None, (), tuple(Claim(field, text, place) for field, text in self.claims))


def sign_file(file: BrandFile, now: int) -> Signature:
    """The signature of a brand's file; empty for one that is too young to be trusted at ``now`` (nanoseconds)."""
    try:
        seen = [(file.source, os.stat(file.path))]  # noqa: PTH116 - thousands of files; a Path each would double the time
        if file.has_folder:
            with os.scandir(os.path.dirname(file.path)) as entries:  # noqa: PTH120 - as above
                seen += [(entry.name, entry.stat()) for entry in sorted(entries, key=lambda entry: entry.name)]
    except OSError:
        return ()
    if any(now - stat.st_mtime_ns < _SETTLED for _, stat in seen):
        return ()
    return tuple((name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns) for name, stat in seen)


def write_line(reading: BrandReading, brand: Brand | None, dates: GitDates | None, signature: Signature) -> Line:
    """The line of a file that was read; ``brand`` is its brand with its days."""
    claims = tuple((claim.field, claim.text) for claim in reading.claims)
    entry = Entry.of(brand) if brand else None
    beside = list_beside(brand, reading.file) if brand else ()
    return Line(signature, write_dates(dates), reading.faults, claims, entry, beside)


def write_dates(dates: GitDates | None) -> tuple[str, str]:
    """The days that git knows, as texts."""
    return (str(dates.first or ""), str(dates.last)) if dates else ("", "")


def read_dates(rows: Mapping[str, Sequence[str]]) -> dict[str, GitDates]:
    """The days by slug that were stored as texts."""
    return {
        slug: GitDates(PartialDate.parse(first) if first else None, PartialDate.parse(last))
        for slug, (first, last) in rows.items()
    }
