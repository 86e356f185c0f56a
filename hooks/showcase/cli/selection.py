"""What of a check is about what was named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

from showcase.cli.named_paths import Named, slug_of
from showcase.model.fault_texts import severity_of
from showcase.model.faults import Fault, Severity
from showcase.source.brand_folder import Reading
from showcase.source.file_names import CATALOGUE_FILE

_OF_TWO: Final = frozenset({"name-taken", "summary-taken", "alias-taken", "slug-twice"})
"""Kinds of fault that two brands have together, or two files of one; its ``other`` is the file of the second."""


def select_faults(faults: Sequence[Fault], named: Named, brands: Path) -> tuple[Fault, ...]:
    """The faults below the named paths, and errors of the vocabulary, without which no brand can be checked.

    What two brands claim is a fault of both, though it is told of one. With a brand that is gone goes what others say
    of it, and with the vocabulary what they take from it.
    """
    if not named.paths:
        return tuple(faults)
    wanted = [path.resolve() for path in named.paths]
    vocabulary = (brands / CATALOGUE_FILE).resolve()
    return tuple(fault for fault in faults if _is_wanted(fault, named, wanted, vocabulary))


def _is_wanted(fault: Fault, named: Named, wanted: Sequence[Path], vocabulary: Path) -> bool:
    path = Path(fault.place.path).resolve()
    if path == vocabulary and severity_of(fault) is Severity.ERROR:
        return True
    if fault.code == "unknown-brand" and fault.details["found"] in named.gone:
        return True
    if fault.code == "not-in-vocabulary" and vocabulary in wanted:
        return True
    paths = (path, Path(fault.details["other"]).resolve()) if fault.code in _OF_TWO else (path,)
    return any(each.is_relative_to(one) for each in paths for one in wanted)


def select_slugs(reading: Reading, faulty: Collection[str], named: Named, brands: Path) -> frozenset[str]:
    """The slugs of the brands that were named, good and bad; none where all are looked at, or none in particular.

    What is ``faulty`` is one of them though it may not have become a brand, such as a file of another ending.
    """
    if any(brands.resolve().is_relative_to(path.resolve()) for path in named.paths):
        return frozenset()
    return frozenset({slug_of(path, brands) for path in named.paths} & {*reading.slugs, *faulty} - {""})


def list_faulty(faults: Iterable[Fault], brands: Path) -> frozenset[str]:
    """The slugs of the brands that have an error among faults."""
    errors = [fault for fault in faults if severity_of(fault) is Severity.ERROR]
    shown = [fault.place.path for fault in errors]
    shown += [fault.details["other"] for fault in errors if fault.code in _OF_TWO]
    return frozenset(slug_of(Path(path), brands) for path in shown)
