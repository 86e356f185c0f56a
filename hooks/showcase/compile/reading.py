"""Reading brand files that are new or have changed, on every core where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from showcase.compile.ledger import Note, note_reading
from showcase.compile.pool import open_pool
from showcase.model.limits import Limits
from showcase.source.brand_file import BrandFile, read_brand_file
from showcase.source.brand_folder import without_collecting
from showcase.source.git_dates import GitDates

_CHUNK: Final = 100
"""Files handed to a process at a time."""
_WORTH_A_POOL: Final = 500
"""Files below which starting processes costs more than it brings."""

ReadNote = tuple[Note, str | None]
"""What the ledger is to hold of a file, and its brand as JSON, where it is one."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """A file to be read."""

    file: BrandFile
    signature: str
    dates: GitDates | None


def read_notes(files: Sequence[ToRead], jobs: int, limits: Limits) -> Iterator[list[ReadNote]]:
    """Reads and validates files, a chunk at a time, in their order, whatever the number of processes."""
    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    read_chunk = partial(_read_chunk, limits=limits)
    if jobs <= 1 or len(files) < _WORTH_A_POOL:
        yield from map(read_chunk, chunks)
        return
    with open_pool(jobs) as pool:
        yield from pool.map(read_chunk, chunks)


def _read_chunk(files: Sequence[ToRead], limits: Limits) -> list[ReadNote]:
    with without_collecting():
        return [_read(one, limits) for one in files]


def _read(one: ToRead, limits: Limits) -> ReadNote:
    note, brand = note_reading(read_brand_file(one.file, limits, placed=False), one.signature, one.dates)
    return note, brand.model_dump_json() if brand else None
