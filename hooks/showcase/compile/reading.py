"""Reading brand files that are new or have changed, on every core where they are many."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from functools import partial
from typing import Final, NamedTuple

from showcase.compile.ledger import Written, note_reading
from showcase.model.limits import Limits
from showcase.source.brand_file import BrandFile
from showcase.source.brand_folder import explain_ended, read_through, without_collecting
from showcase.source.chunk import Ended
from showcase.source.crew import Crew
from showcase.source.git_dates import GitDates
from showcase.source.stint import HandedOut

_TOGETHER: Final = 32
"""Files that are taken through one step after the other: the code of one step stays in the processor's caches.

That takes four fifths of the time in which each is read to its end.
"""


class ToRead(NamedTuple):
    """A file to be read."""

    file: BrandFile
    signature: str
    dates: GitDates | None


def read_notes(
    files: Sequence[ToRead],
    jobs: int,
    limits: Limits,
    meanwhile: Callable[[], None] | None = None,
    crew: Crew | None = None,
) -> Generator[list[Written], None, None]:
    """Reads and validates files, a chunk at a time, as they come; the rest as for :func:`read_through`."""
    for outcome in read_through(files, partial(_read_chunk, limits=limits), jobs, limits, meanwhile, crew):
        if isinstance(outcome, Ended):
            # Without a signature, for the next build is to try again: it may have a quicker machine.
            yield [note_reading(explain_ended(outcome.item.file, outcome.code, limits), "", outcome.item.dates)]
        else:
            yield outcome


def _read_chunk(files: HandedOut[ToRead], limits: Limits) -> list[Written]:
    with without_collecting():
        return [written for several in files.by(_TOGETHER) for written in _read_several(several, limits)]


def _read_several(files: HandedOut[ToRead], limits: Limits) -> list[Written]:
    # Few files are read by another process, while this one has other things to do than to import what reads them.
    from showcase.source.brand_reading import check_brand_file, open_brand_file

    opened = [open_brand_file(one.file, limits) for one in files]
    readings = [check_brand_file(each, limits, placed=False) for _, each in zip(files, opened, strict=True)]
    return [note_reading(each, one.signature, one.dates) for one, each in zip(files, readings, strict=True)]
