"""Which files of a folder are brands, and which lie there by mistake."""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from showcase.model.brand import SLUG_PATTERN
from showcase.model.faults import Fault, Place
from showcase.model.values import is_device_name
from showcase.source.brand_file import BrandFile
from showcase.source.mending import mend_slug

_SLUG: Final = re.compile(SLUG_PATTERN)
_INDEX: Final = "index.md"
_IGNORED: Final = ("readme.md",)


@dataclass(frozen=True, slots=True)
class FolderScan:
    """What lies in a brands folder."""

    files: tuple[BrandFile, ...]
    """By slug; a brand that is there twice is told twice, the folder first."""
    faults: tuple[Fault, ...]
    refused: frozenset[str]
    """Sources of the files that cannot be brands whatever they hold."""


def scan_folder(folder: Path, prefix: str) -> FolderScan:
    """Finds ``<slug>/index.md`` and ``<slug>.md``; names that begin with ``_`` or ``.`` are none.

    ``prefix`` stands before the names in faults, such as ``brands/``.
    """
    files: list[BrandFile] = []
    faults: list[Fault] = []
    refused: set[str] = set()
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith(("_", ".")) or entry.name.lower() in _IGNORED:
                continue
            file, fault = _look_at(entry, folder, prefix)
            if file is not None:
                files.append(file)
            if fault is not None:
                faults.append(fault)
            if file is not None and fault is not None:
                refused.add(file.source)
    files.sort(key=lambda file: (file.slug, not file.has_folder))
    twice = list(_iterate_twice(files))
    refused.update(file.source for file, _ in twice)
    return FolderScan(tuple(files), (*faults, *(fault for _, fault in twice)), frozenset(refused))


def _look_at(entry: os.DirEntry[str], folder: Path, prefix: str) -> tuple[BrandFile | None, Fault | None]:
    """The brand that an entry is, and what is wrong with the entry."""
    place = Place(f"{prefix}{entry.name}")
    if entry.is_symlink() and not _is_inside(entry.path, folder):
        return None, Fault("outside-folder", place, details={"found": entry.name})
    if entry.is_dir():
        return _look_into(entry, folder, prefix)
    if not entry.name.endswith(".md") or not entry.is_file():
        return None, Fault("stray-file", place)
    slug = entry.name.removesuffix(".md")
    file = BrandFile(entry.path, place.path, slug, entry.name, has_folder=False)
    return file, _check_slug(slug, place)


def _look_into(entry: os.DirEntry[str], folder: Path, prefix: str) -> tuple[BrandFile | None, Fault | None]:
    path = f"{entry.path}/{_INDEX}"
    place = Place(f"{prefix}{entry.name}")
    if not os.path.isfile(path):  # noqa: PTH113 - thousands of folders; a Path each would double the time
        return None, _explain_no_index(entry, place)
    if os.path.islink(path) and not _is_inside(path, folder):  # noqa: PTH114 - as above
        return None, Fault("outside-folder", Place(f"{place.path}/{_INDEX}"), details={"found": _INDEX})
    source = f"{entry.name}/{_INDEX}"
    file = BrandFile(path, f"{prefix}{source}", entry.name, source, has_folder=True)
    return file, _check_slug(entry.name, place)


def _is_inside(path: str, folder: Path) -> bool:
    try:
        return Path(path).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _check_slug(slug: str, place: Place) -> Fault | None:
    if _SLUG.fullmatch(slug) and not is_device_name(slug):
        return None
    return Fault("bad-folder-name", place, details={"found": slug, "suggestion": mend_slug(slug) or ""})


def _explain_no_index(entry: os.DirEntry[str], place: Place) -> Fault:
    # A pipe may be called index.md, and to rename what is no file would not help.
    names = sorted(path.name for path in Path(entry.path).iterdir() if path.is_file())
    found = next((name for name in names if name.lower().endswith((".md", ".markdown", ".md.txt"))), "")
    return Fault("no-index-file", place, details={"expected": f"{entry.name}/{_INDEX}", "found": found})


def _iterate_twice(files: list[BrandFile]) -> Iterator[tuple[BrandFile, Fault]]:
    for first, second in itertools.pairwise(files):
        if first.slug == second.slug:
            yield second, Fault("slug-twice", Place(second.shown), details={"found": first.shown})
