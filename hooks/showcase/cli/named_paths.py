"""What an editor names to be checked: files, folders, or brands by their slugs."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from showcase.cli.project_config import ProjectError
from showcase.language import load_translations
from showcase.source.file_names import is_passed_over


def find_paths(named: Sequence[Path], brands: Path, locale: str) -> tuple[Path, ...]:
    """The files and folders that are meant, told from the current folder or within that of the brands.

    Raises :class:`ProjectError` with a line for each that is neither.
    """
    found = {path: _find(path, brands) for path in named}
    if missing := [path for path, place in found.items() if place is None]:
        raise ProjectError("\n".join(_explain(path, brands, locale) for path in missing))
    return tuple(place for place in found.values() if place is not None)


def _find(path: Path, brands: Path) -> Path | None:
    """``brands/zheliban``, ``zheliban.md`` and ``zheliban`` all name the same brand."""
    places = [path, Path(f"{path}.md"), brands / path, brands / f"{path}.md"]
    if path.suffix == ".md":
        places += [path.with_suffix(""), brands / path.with_suffix("")]
    return next((place for place in places if place.exists()), None)


def _explain(path: Path, brands: Path, locale: str) -> str:
    _ = load_translations("cli", locale).gettext
    told = _("{path}: there is no such file in {here}, and no brand of that name in {brands}")
    told = told.format(path=path, here=Path.cwd(), brands=brands)
    slugs = sorted({entry.stem for entry in brands.iterdir() if not is_passed_over(entry.name)})
    near = get_close_matches(path.stem.lower(), slugs, n=1, cutoff=0.75)
    return _("{told}; did you mean {near}?").format(told=told, near=near[0]) if near else told
