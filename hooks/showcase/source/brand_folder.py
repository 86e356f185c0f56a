"""The folder of all brands, from files to what a catalogue is made of."""

from __future__ import annotations

import gc
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from showcase.model.brand import Brand
from showcase.model.fault_texts import has_errors
from showcase.model.faults import Fault, Place, sort_faults
from showcase.model.limits import Limits
from showcase.model.vocabulary import Vocabulary
from showcase.source.brand_file import BrandFile, BrandReading, read_brand_file
from showcase.source.catalogue_file import CATALOGUE_FILE, read_catalogue_file
from showcase.source.catalogue_rules import check_files
from showcase.source.folder_scan import scan_folder
from showcase.source.git_dates import GitDates, date_brand, read_git_dates

_LIMITS: Final = Limits()
_CHUNK: Final = 100
"""Files handed to a process at a time."""
_WORTH_A_POOL: Final = 500
"""Files below which starting processes costs more than it brings."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a brands folder holds."""

    brands: tuple[Brand, ...]
    """The brands without an error, by slug."""
    vocabulary: Vocabulary | None
    """``None`` where ``_catalogue.yml`` has an error."""
    faults: tuple[Fault, ...]
    """Every fault, in reading order."""
    found: int = 0
    """How many brands the folder holds, good and bad."""


def read_catalogue_source(
    folder: Path, *, jobs: int = 1, root: Path | None = None, limits: Limits = _LIMITS
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
    catalogue = read_catalogue_file(folder / CATALOGUE_FILE, f"{prefix}{CATALOGUE_FILE}")
    if not (folder / CATALOGUE_FILE).exists():
        # Most likely it is another folder, of which every file would be found fault with.
        return Reading((), None, catalogue.faults)
    scan = scan_folder(folder, prefix)
    readings = read_files(scan.files, jobs, limits)
    together = check_files(readings, catalogue.vocabulary, limits)
    single = (fault for reading in readings for fault in reading.faults)
    faults = [*catalogue.faults, *scan.faults, *single, *(fault for several in together for fault in several)]
    sound = [
        reading.brand
        for reading, several in zip(readings, together, strict=True)
        if reading.brand is not None and reading.file.source not in scan.refused and not has_errors(several)
    ]
    brands = _date_brands(sound, (read_git_dates(folder) if sound else None) or {})
    return Reading(brands, catalogue.vocabulary, sort_faults(faults), len(scan.files))


def read_files(files: Sequence[BrandFile], jobs: int, limits: Limits = _LIMITS) -> Sequence[BrandReading]:
    """Reads and validates files, in ``jobs`` processes where they are many; claims have no places."""
    if jobs <= 1 or len(files) < _WORTH_A_POOL:
        return _read_chunk(files, limits)
    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    # Not forked: the process may run threads of its own, as a server that watches files does.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return [reading for readings in pool.map(_read_chunk, chunks, itertools.repeat(limits)) for reading in readings]


def _read_chunk(files: Sequence[BrandFile], limits: Limits) -> list[BrandReading]:
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
