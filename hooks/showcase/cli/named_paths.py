"""What an editor or a script names to be checked: files, folders, or brands by their slugs.

A script names what ``git diff --name-only`` told, whatever that is: files that are gone, and such as are no content.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NamedTuple

from showcase.cli.project_config import CONFIG, ProjectError
from showcase.cli.summary import list_names
from showcase.cli.visible_text import make_visible
from showcase.language import load_translations
from showcase.source.file_names import is_passed_over
from showcase.source.git import run_git
from showcase.source.stray_files import stem_of

_INDEX: Final = "index.md"
_OCTAL: Final = re.compile(rb"\\([0-7]{3})")


class Named(NamedTuple):
    """What is to be checked."""

    paths: tuple[Path, ...]
    """Files and folders, those that are gone among them; none for everything."""
    gone: frozenset[str]
    """Slugs of the brands whose files are gone."""
    notes: tuple[str, ...]
    """Lines on what was named and is not there, or is no content."""


def find_paths(named: Sequence[Path], brands: Path, docs: Path | None, locale: str) -> Named:
    """The files and folders that are meant, told from the current folder or within that of the brands.

    ``docs`` is the folder of the hand-written pages, if there is one. Raises :class:`ProjectError` with a line for each
    that is neither there nor may have been.
    """
    found = {path: _find(path, brands) for path in map(_unquote, named)}
    missing = [path for path, place in found.items() if place is None]
    there = [place for place in found.values() if place is not None]
    known = _know_of(missing)
    # Of several that are not there, one alone that nobody knows is a slip, and all others are told with it.
    if slips := [path for path in missing if path not in known and not (there and _may_be_gone(path))]:
        raise ProjectError("\n".join(_explain(path, brands, locale) for path in slips))
    gone = frozenset(slug for path in missing if (slug := slug_of(path, brands)) and not _has_brand(slug, brands))
    paths = (*(_widen(path, brands) for path in (*there, *missing)),)
    notes = (*_tell_missing(missing, known, brands, locale), *_tell_others(there, brands, docs, locale))
    return Named(paths, gone, notes)


def _unquote(path: Path) -> Path:
    """The path that git put between quotation marks, with numbers for the bytes of what is not ASCII."""
    text = str(path)
    if not (len(text) > 2 and text.startswith('"') and text.endswith('"') and "\\" in text):
        return path
    written = _OCTAL.sub(lambda match: bytes([int(match[1], 8) & 0xFF]), os.fsencode(text[1:-1]))
    return Path(os.fsdecode(written))


def _find(path: Path, brands: Path) -> Path | None:
    """``brands/zheliban``, ``zheliban.md`` and ``zheliban`` all name the same brand, and a file meant as it."""
    places = [path, Path(f"{path}.md"), brands / path, brands / f"{path}.md"]
    if path.suffix == ".md":
        places += [path.with_suffix(""), brands / path.with_suffix("")]
    return next((place for place in places if place.exists()), None) or _find_stray(path, brands)


def _find_stray(path: Path, brands: Path) -> Path | None:
    if path.suffix not in ("", ".md") or path.parent not in (Path(), brands):
        return None
    names = sorted(entry.name for entry in brands.iterdir() if not is_passed_over(entry.name))
    return next((brands / name for name in names if stem_of(name) == stem_of(path.name)), None)


def _know_of(paths: Sequence[Path]) -> Collection[Path]:
    """Those of the paths that git knows of, on any branch."""
    here = Path.cwd()
    told = {path: here / path for path in paths}
    below = {path: place.relative_to(here) for path, place in told.items() if _is_below(place, here)}
    if not below:
        return ()
    options = ("--all", "--no-renames", "--name-only", "--relative", "--format=", "-z")
    log = run_git(here, "--literal-pathspecs", "log", *options, "--", *map(str, below.values()))
    names = {Path(name) for name in (log or "").split("\0") if name}
    names |= {folder for name in names for folder in name.parents}
    return {path for path, place in below.items() if place in names}


def _may_be_gone(path: Path) -> bool:
    """Whether a path that is not there reads as that of a file of the project, and not as a slug or a range."""
    is_file = len(path.parts) > 1 or bool(path.suffix)
    return is_file and not _is_range(path) and _is_below(Path.cwd() / path, Path.cwd())


def _is_below(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder) and ".." not in path.parts


def _is_range(path: Path) -> bool:
    """Whether a name is a range of commits, ``main..HEAD``."""
    return ".." in str(path) and ".." not in path.parts


def slug_of(path: Path, brands: Path) -> str:
    """The slug of the brand that a path is of; empty for none."""
    place, folder = path.absolute(), brands.absolute()
    if not _is_below(place, folder) or place == folder:
        return ""
    return place.relative_to(folder).parts[0].removesuffix(".md")


def _has_brand(slug: str, brands: Path) -> bool:
    return (brands / f"{slug}.md").exists() or (brands / slug / _INDEX).exists()


def _widen(path: Path, brands: Path) -> Path:
    """The folder of the brand instead of a picture in it: what is wrong with it is told where the brand names it."""
    slug = slug_of(path, brands)
    folder = brands / slug
    return folder if slug and path.name != _INDEX and path != folder and (folder / _INDEX).exists() else path


def _tell_missing(missing: Sequence[Path], known: Collection[Path], brands: Path, locale: str) -> Iterator[str]:
    _ = load_translations("cli", locale).gettext
    near = {path: _suggest(path, brands) for path in missing if path not in known}
    told = _("note: {path} is not there; did you mean {near}?")
    yield from (told.format(path=make_visible(str(path)), near=slug) for path, slug in near.items() if slug)
    if gone := [str(path) for path in missing if not near.get(path)]:
        yield _("note: not there any more, and not checked: {names}").format(names=list_names(gone, locale))


def _tell_others(there: Sequence[Path], brands: Path, docs: Path | None, locale: str) -> Iterator[str]:
    _ = load_translations("cli", locale).gettext
    if others := [str(path) for path in there if not _is_content(path, brands, docs)]:
        told = _("note: neither brands nor pages, and not checked: {names}")
        yield told.format(names=list_names(others, locale))


def _is_content(path: Path, brands: Path, docs: Path | None) -> bool:
    """Whether a path is one of brands, of hand-written pages, of the settings, or holds any of these."""
    place = path.resolve()
    folders = [folder.resolve() for folder in (brands, docs) if folder]
    return place == CONFIG.resolve() or any(
        place.is_relative_to(folder) or folder.is_relative_to(place) for folder in folders
    )


def _explain(path: Path, brands: Path, locale: str) -> str:
    _ = load_translations("cli", locale).gettext
    if _is_range(path):
        told = _("{path} names commits; for the files that they changed: check $(git diff --name-only {path})")
        return told.format(path=path)
    told = _("{path}: there is no such file in {here}, and no brand of that name in {brands}")
    told = told.format(path=path, here=Path.cwd(), brands=brands)
    near = _suggest(path, brands)
    return _("{told}; did you mean {near}?").format(told=told, near=near) if near else told


def _suggest(path: Path, brands: Path) -> str:
    """The slug of the brand that may be meant by a path that is not there; empty for none."""
    slugs = {entry.stem for entry in brands.iterdir() if not is_passed_over(entry.name)}
    sought = (slug_of(path, brands) or path.stem).lower()
    # What is missing of a brand that is there is no slip in its name.
    return "" if sought in slugs else next(iter(get_close_matches(sought, sorted(slugs), n=1, cutoff=0.75)), "")
