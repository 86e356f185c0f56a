"""The content of a site: the brands folder, read, checked and made a catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from showcase.catalogue.catalogue import Catalogue, arrange_entries
from showcase.compile.brand_source import BrandSource
from showcase.compile.ledger import Line, read_dates, sign_file, write_dates, write_line
from showcase.compile.store import Store
from showcase.model.brand import Brand
from showcase.model.fault_texts import has_errors
from showcase.model.faults import Fault, Place, sort_faults
from showcase.model.vocabulary import Vocabulary
from showcase.source.brand_file import BrandFile, BrandReading
from showcase.source.brand_folder import read_files, show_path, without_collecting
from showcase.source.catalogue_file import CATALOGUE_FILE, read_catalogue_file
from showcase.source.catalogue_rules import check_together
from showcase.source.folder_scan import FolderScan, scan_folder
from showcase.source.git_dates import GitDates, date_brand, read_git_dates, read_head

LEDGER: Final = "ledger"
DATES: Final = "git"


class ContentError(Exception):
    """The content has errors; nothing is to be published."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """``faults`` holds every fault found, warnings among them."""
        self.faults = tuple(faults)
        # What a worker process raises is made again from its arguments.
        super().__init__(self.faults)


@dataclass(frozen=True, slots=True)
class Content:
    """Content that can be published."""

    catalogue: Catalogue
    faults: tuple[Fault, ...]
    """Warnings and advice; errors too where brands were left out."""
    left_out: int
    """How many brands with errors were left out."""
    lines: Mapping[str, Line]
    """The line of the ledger of every brand in the catalogue, by slug."""
    news: News


@dataclass(slots=True)
class News:
    """What this reading adds to the store once the site is published."""

    values: dict[str, Any] = field(default_factory=dict)
    brands: dict[str, str] = field(default_factory=dict)
    """Brands that were read, by slug, as JSON."""
    gone: tuple[str, ...] = ()
    """Slugs whose stored brands are no longer there."""


@dataclass(frozen=True, slots=True)
class _Read:
    """All files, known or read anew."""

    lines: dict[str, Line]
    """By source."""
    readings: list[BrandReading]
    """In the order of the files; those known have claims without places."""
    fresh: dict[str, Brand]
    """Brands that were read, by slug."""


def read_content(
    folder: Path,
    *,
    root: Path,
    store: Store | None = None,
    now: int = 0,
    jobs: int = 1,
    drafts: bool = False,
    skip_invalid: bool = False,
) -> Content:
    """Reads what has changed in a brands folder since the store was written, or all of it without one.

    ``now`` is in nanoseconds.

    Raises :class:`ContentError` unless there are no errors or they may be skipped; the vocabulary must have none.
    """
    shown = show_path(folder, root)
    if not folder.is_dir():
        raise ContentError([Fault("folder-missing", Place(shown))])
    news = News()
    prefix = "" if shown == "." else f"{shown}/"
    with without_collecting():
        catalogue = read_catalogue_file(folder / CATALOGUE_FILE, f"{prefix}{CATALOGUE_FILE}")
        scan = scan_folder(folder, prefix)
        dates = _read_dates(folder, store, news)
        known = {source: Line.from_row(row) for source, row in ((store and store.get(LEDGER)) or {}).items()}
        read = _read_changed(scan.files, known, dates, now, jobs)
        together = _check_together(read, scan.files, catalogue.vocabulary, dates)
    faults = sort_faults(
        [
            *catalogue.faults,
            *scan.faults,
            *(fault for line in read.lines.values() for fault in line.faults),
            *(fault for several in together for fault in several),
        ]
    )
    if catalogue.vocabulary is None or (has_errors(faults) and not skip_invalid):
        raise ContentError(faults)
    sound = _choose_sound(read, scan, together)
    _note_news(news, read, known)
    return Content(
        catalogue=_arrange(sound, catalogue.vocabulary, read, store, drafts=drafts),
        faults=faults,
        left_out=len(scan.files) - len(sound),
        lines=sound,
        news=news,
    )


def _read_dates(folder: Path, store: Store | None, news: News) -> dict[str, GitDates]:
    """The days of every brand; git is asked anew only where its head has moved."""
    head = read_head(folder)
    stored = store.get(DATES) if store else None
    if stored and head and stored[0] == head:
        return read_dates(stored[1])
    dates = dict(read_git_dates(folder)) if head else {}
    news.values[DATES] = [head, {slug: write_dates(known) for slug, known in dates.items()}]
    return dates


def _read_changed(
    files: Sequence[BrandFile], known: Mapping[str, Line], dates: Mapping[str, GitDates], now: int, jobs: int
) -> _Read:
    signatures = {file.source: sign_file(file, now) for file in files}
    changed = [
        file
        for file in files
        if (line := known.get(file.source)) is None
        or not line.signature
        or line.signature != signatures[file.source]
        or line.dates != write_dates(dates.get(file.slug))
    ]
    anew = {reading.file.source: reading for reading in read_files(changed, jobs)}
    read = _Read({}, [], {})
    for file in files:
        reading = anew.get(file.source)
        if reading is None:
            read.lines[file.source] = known[file.source]
            read.readings.append(known[file.source].as_reading(file))
        else:
            _take(read, reading, dates, signatures[file.source])
            read.readings.append(reading)
    return read


def _take(read: _Read, reading: BrandReading, dates: Mapping[str, GitDates], signature: Any) -> None:
    own = dates.get(reading.file.slug)
    brand = date_brand(reading.brand, own) if reading.brand else None
    read.lines[reading.file.source] = write_line(reading, brand, own, signature)
    if brand is not None:
        read.fresh[brand.slug] = brand


def _check_together(
    read: _Read, files: Sequence[BrandFile], vocabulary: Vocabulary | None, dates: Mapping[str, GitDates]
) -> list[list[Fault]]:
    """The faults that only show side by side; files that turn out to have one are read anew for its place."""
    together = check_together(read.readings, vocabulary)
    blind = [index for index, several in enumerate(together) if several and read.readings[index].brand is None]
    if not blind:
        return together
    for index in blind:
        (reading,) = read_files([files[index]], 1)
        _take(read, reading, dates, read.lines[files[index].source].signature)
        read.readings[index] = reading
    return check_together(read.readings, vocabulary)


def _choose_sound(read: _Read, scan: FolderScan, together: Sequence[Sequence[Fault]]) -> dict[str, Line]:
    """The lines of the brands that can be published, by slug."""
    return {
        file.slug: read.lines[file.source]
        for file, several in zip(scan.files, together, strict=True)
        if read.lines[file.source].entry is not None and file.source not in scan.refused and not has_errors(several)
    }


def _note_news(news: News, read: _Read, known: Mapping[str, Line]) -> None:
    if read.fresh or read.lines != known:
        news.values[LEDGER] = {source: line.as_row() for source, line in read.lines.items()}
    news.brands = {slug: brand.model_dump_json() for slug, brand in read.fresh.items()}
    before = {line.entry.slug for line in known.values() if line.entry}
    news.gone = tuple(sorted(before - {line.entry.slug for line in read.lines.values() if line.entry}))


def _arrange(
    sound: Mapping[str, Line], vocabulary: Vocabulary, read: _Read, store: Store | None, *, drafts: bool
) -> Catalogue:
    entries = [line.entry for line in sound.values() if line.entry is not None]
    return arrange_entries(entries, vocabulary, BrandSource(read.fresh, store.path if store else None), drafts=drafts)
