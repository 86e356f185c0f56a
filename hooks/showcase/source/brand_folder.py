"""The folder of all brands, from files to what a catalogue is made of.

What takes files apart is imported only where there are files to be read: most builds read few, by another process.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from showcase.model.brand import Brand
from showcase.model.fault_texts import has_errors
from showcase.model.faults import Fault, Place, sort_faults
from showcase.model.limits import USUAL_LIMITS, Limits
from showcase.model.vocabulary import Vocabulary
from showcase.source.brand_file import BrandFile, BrandReading
from showcase.source.catalogue_rules import check_files
from showcase.source.chunk import Ended, Task
from showcase.source.crew import Crew, work_here, work_through
from showcase.source.file_names import CATALOGUE_FILE
from showcase.source.folder_scan import scan_folder
from showcase.source.forking import can_fork
from showcase.source.git_dates import GitDates, date_brand, read_git_dates

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK: Final = 100
"""Files handed to a process at a time."""
WORTH_A_POOL: Final = 500
"""Files below which starting processes costs more than it brings."""


class Reading(NamedTuple):
    """All that a brands folder holds."""

    brands: tuple[Brand, ...]
    """The brands without an error, by slug."""
    vocabulary: Vocabulary | None
    """``None`` where ``_catalogue.yml`` has an error."""
    faults: tuple[Fault, ...]
    """Every fault, in reading order."""
    found: int = 0
    """How many brands the folder holds, good and bad."""
    slugs: frozenset[str] = frozenset()
    """Theirs, good and bad."""


def read_catalogue_source(
    folder: Path, *, jobs: int = 1, root: Path | None = None, limits: Limits = USUAL_LIMITS
) -> Reading:
    """Reads a brands folder, in ``jobs`` processes.

    Paths in faults are told from ``root`` where the folder lies below it.
    """
    shown = show_path(folder, root)
    if not folder.is_dir():
        return Reading((), None, (Fault("folder-missing", Place(shown)),))
    with without_collecting():
        return _read_folder(folder, "" if shown == "." else f"{shown}/", jobs, limits)


def _read_folder(folder: Path, prefix: str, jobs: int, limits: Limits) -> Reading:
    from showcase.source.catalogue_file import read_catalogue_file

    catalogue = read_catalogue_file(folder / CATALOGUE_FILE, f"{prefix}{CATALOGUE_FILE}")
    if not (folder / CATALOGUE_FILE).exists():
        # Most likely it is another folder, of which every file would be found fault with.
        return Reading((), None, catalogue.faults)
    scan = scan_folder(folder, prefix)
    readings = read_files(scan.files, jobs, limits)
    dates = (read_git_dates(folder) if readings else None) or {}
    together = check_files(readings, catalogue.vocabulary, limits, dates)
    single = (fault for reading in readings for fault in reading.faults)
    faults = [*catalogue.faults, *scan.faults, *single, *(fault for several in together for fault in several)]
    sound = [
        reading.brand
        for reading, several in zip(readings, together, strict=True)
        if reading.brand is not None and reading.file.source not in scan.refused and not has_errors(several)
    ]
    slugs = frozenset(file.slug for file in scan.files)
    return Reading(_date_brands(sound, dates), catalogue.vocabulary, sort_faults(faults), len(scan.files), slugs)


def read_files(files: Sequence[BrandFile], jobs: int, limits: Limits = USUAL_LIMITS) -> Sequence[BrandReading]:
    """Reads files, in ``jobs`` processes where they are many; in their order, and their claims have no places."""
    found: dict[str, BrandReading] = {}
    for outcome in read_through(files, partial(_read_chunk, limits=limits), jobs, limits):
        several = [explain_ended(outcome.item, outcome.code, limits)] if isinstance(outcome, Ended) else outcome
        found.update((reading.file.source, reading) for reading in several)
    return [found[file.source] for file in files]


def read_through(
    files: Sequence[Item],
    read: Callable[[Iterable[Item]], Result],
    jobs: int,
    limits: Limits,
    meanwhile: Callable[[], None] | None = None,
    crew: Crew | None = None,
) -> Generator[Result | Ended[Item], None, None]:
    """What comes of files read by chunks, and those that had to be given up, see :func:`work_through`.

    Few of them are read by one process, which can be ended; where one cannot be had at once, by this. ``meanwhile`` is
    called where others read them. ``crew`` is one that reads few of them, where there is one.
    """
    many = len(files) >= WORTH_A_POOL
    if many:
        import showcase.source.brand_reading  # noqa: F401 - once, for all processes to share
    task = Task(files, _CHUNK, limits, meanwhile)
    if crew and not many:
        yield from crew.work_through(task, read)
    elif many or can_fork():
        yield from work_through(task, read, jobs if many else 1)
    else:
        yield from work_here(files, read, limits)


def explain_ended(file: BrandFile, code: str, limits: Limits) -> BrandReading:
    """The reading of a file that had to be given up."""
    return BrandReading(file, None, (blame(code, file.shown, limits),))


def blame(code: str, shown: str, limits: Limits, found: str = "") -> Fault:
    """The fault of a brand on which the work had to be ended; ``found`` is the file that was at hand, where known."""
    limit = f"{limits.memory / 1e6:.0f}" if code == "took-too-much-memory" else f"{limits.seconds:g}"
    return Fault(code, Place(shown), details={"limit": limit, "found": found})


def _read_chunk(files: Iterable[BrandFile], limits: Limits) -> list[BrandReading]:
    from showcase.source.brand_reading import read_brand_file

    with without_collecting():
        return [read_brand_file(file, limits, placed=False) for file in files]


@contextmanager
def without_collecting() -> Iterator[None]:
    """Pauses the search for garbage in circles, of which reading leaves none: it would take half of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _date_brands(brands: Iterable[Brand], dates: Mapping[str, GitDates]) -> tuple[Brand, ...]:
    return tuple(date_brand(brand, dates.get(brand.slug)) for brand in sorted(brands, key=lambda brand: brand.slug))


def show_path(folder: Path, root: Path | None) -> str:
    """The folder as an editor would write it, in POSIX form."""
    if root is not None and folder.is_absolute() and folder.is_relative_to(root):
        folder = folder.relative_to(root)
    return folder.as_posix()
