"""Which files of a folder are brands, and which lie there by mistake."""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple

from showcase.model.brand import SLUG_PATTERN
from showcase.model.faults import Fault, Place
from showcase.model.values import DEVICE_NAMES
from showcase.source.brand_file import BrandFile
from showcase.source.file_names import is_passed_over, show_name
from showcase.source.slug import is_slug
from showcase.source.stray_files import TEXTS, explain_stray, is_document, mend_slug, mend_stray

_PLAIN: Final = re.compile(rf"({SLUG_PATTERN})\.md")
"""What most files are called."""
_INDEX: Final = "index.md"
_IGNORED: Final = ("readme.md",)
_NOT_PLAIN: Final = frozenset((*_IGNORED, *(f"{name}.md" for name in DEVICE_NAMES)))
_STRAY: Final = frozenset({"wrong-ending", "office-document"})
_TRANSLATION: Final = re.compile(r"index\.[a-z-]+\.md", re.IGNORECASE)
"""``index.en.md`` lies beside the ``index.md`` that it translates."""


class FolderScan(NamedTuple):
    """What lies in a brands folder."""

    files: tuple[BrandFile, ...]
    """By slug; a brand that is there twice is told twice, the folder first."""
    faults: tuple[Fault, ...]
    refused: frozenset[str]
    """Sources of the files that cannot be brands whatever they hold."""


def scan_folder(folder: Path, prefix: str) -> FolderScan:
    """Finds ``<slug>/index.md`` and ``<slug>.md``; what is passed over is none.

    ``prefix`` stands before the names in faults, such as ``brands/``.
    """
    with os.scandir(folder) as entries:
        by_name = {entry.name: entry for entry in entries}
    plain = _take_plain(by_name.values(), prefix)
    odd: list[BrandFile] = []
    faults: list[Fault] = []
    refused: set[str] = set()
    for name in sorted(by_name.keys() - {file.source for file in plain}):
        if is_passed_over(name) or name.lower() in _IGNORED:
            continue
        file, fault = _look_at(by_name[name], folder, prefix)
        if file is not None:
            odd.append(file)
        if fault is not None:
            faults.append(fault)
        if file is not None and fault is not None:
            refused.add(file.source)
    # A folder comes before the file of the same slug, here and so when they are sorted.
    files = sorted((*odd, *plain), key=attrgetter("slug"))
    slugs = {file.slug for file in files}
    twice = list(_iterate_twice(files)) if len(slugs) < len(files) else []
    faults = list(_suggest_slugs(faults, slugs))
    refused.update(file.source for file, _ in twice)
    return FolderScan(tuple(files), (*faults, *(fault for _, fault in twice)), frozenset(refused))


def _take_plain(entries: Iterable[os.DirEntry[str]], prefix: str) -> list[BrandFile]:
    """The brands of files that are called as they should be: as :func:`_look_at`, in a fifth of the time."""
    match, make = _PLAIN.fullmatch, BrandFile._make
    return [
        make((entry.path, prefix + name, plain[1], name, False))
        for entry in entries
        if (plain := match(name := entry.name)) and name not in _NOT_PLAIN and entry.is_file(follow_symlinks=False)
    ]


def _look_at(entry: os.DirEntry[str], folder: Path, prefix: str) -> tuple[BrandFile | None, Fault | None]:
    """The brand that an entry is, and what is wrong with the entry."""
    shown = show_name(entry.name)
    place = Place(f"{prefix}{shown}")
    if shown != entry.name:
        return None, Fault("bad-folder-name", place, details={"found": shown if entry.is_dir() else _stem(shown)})
    if entry.is_symlink() and not _is_inside(entry.path, folder):
        return None, Fault("outside-folder", place, details={"found": entry.name})
    if entry.is_dir():
        return _look_into(entry, folder, prefix)
    if not entry.name.endswith(".md") or not entry.is_file():
        return None, explain_stray(Path(entry.path), place)
    slug = _stem(entry.name)
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


def _stem(name: str) -> str:
    return name.removesuffix(".md")


def _is_inside(path: str, folder: Path) -> bool:
    try:
        return Path(path).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _check_slug(slug: str, place: Place) -> Fault | None:
    if is_slug(slug):
        return None
    return Fault("bad-folder-name", place, details={"found": slug})


def _suggest_slugs(faults: list[Fault], taken: set[str]) -> Iterator[Fault]:
    """The faults; names that can be no address are told one that can, and that no brand has."""
    for fault in faults:
        if fault.code in _STRAY:
            mended, slug = mend_stray(fault, taken)
        elif fault.code == "bad-folder-name" and (slug := mend_slug(fault.details["found"], taken)):
            # A folder may be called x.md too.
            ending = ".md" if fault.place.path.endswith(f"{fault.details['found']}.md") else ""
            mended = replace(fault, details={**fault.details, "suggestion": slug + ending})
        else:
            mended, slug = fault, ""
        if slug:
            taken.add(slug)
        yield mended


def _explain_no_index(entry: os.DirEntry[str], place: Place) -> Fault:
    # A pipe may be called index.md, and to rename what is no file would not help.
    names = [show_name(path.name) for path in Path(entry.path).iterdir() if path.is_file()]
    texts = [name for name in names if name.lower().endswith(TEXTS) and not _TRANSLATION.fullmatch(name)]
    found = min(texts, key=lambda name: (*_rank_text(name, entry.name), name), default="")
    details = {"expected": f"{entry.name}/{_INDEX}", "found": found}
    if not found and (documents := sorted(filter(is_document, names))):
        details |= {"document": documents[0], "suggestion": entry.name if is_slug(entry.name) else ""}
    return Fault("no-index-file", place, details=details)


def _rank_text(name: str, slug: str) -> tuple[bool, bool, bool]:
    """The lower, the more likely a file of text is a brand's description: ``index.txt``, then ``zheliban.md``."""
    stem, _, ending = name.lower().partition(".")
    return stem != "index", stem != slug.lower(), ending == "txt"


def _iterate_twice(files: list[BrandFile]) -> Iterator[tuple[BrandFile, Fault]]:
    for first, second in itertools.pairwise(files):
        if first.slug == second.slug:
            yield second, Fault("slug-twice", Place(second.shown), details={"found": first.shown, "other": first.shown})
