"""The content of a site: the brands folder, read, checked and made a catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from showcase.catalogue.catalogue import Catalogue, build_catalogue
from showcase.model.fault_texts import severity_of
from showcase.model.faults import Fault, Severity
from showcase.source.brand_folder import read_catalogue_source


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


def read_content(
    folder: Path, *, root: Path, jobs: int = 1, drafts: bool = False, skip_invalid: bool = False
) -> Content:
    """Reads a brands folder; raises :class:`ContentError` unless it has no errors or they may be skipped.

    An error in the vocabulary cannot be skipped.
    """
    reading = read_catalogue_source(folder, jobs=jobs, root=root)
    has_errors = any(severity_of(fault) is Severity.ERROR for fault in reading.faults)
    if reading.vocabulary is None or (has_errors and not skip_invalid):
        raise ContentError(reading.faults)
    catalogue = build_catalogue(reading.brands, reading.vocabulary, drafts=drafts, folder=folder.absolute().as_posix())
    return Content(catalogue, reading.faults, reading.found - len(reading.brands))
